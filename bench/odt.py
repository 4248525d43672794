"""Prints how alike Word files and what LibreOffice makes of them as .odt are read, by paragraph.

The files lie outside the project, in `../shared/data`; LibreOffice converts them, and is asked for
plain text as well: what is read there is beside ours what is read where no marks are.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from amend.model.source import Block, BlockKind, Comment, Look
from amend.read import read
from bench.measure import table

_DATA = Path(__file__).parents[1] / ".." / "shared" / "data"
_HEADS = ("of a paragraph", "paragraphs", "the same", "share")
# How a reader may set words and mean something by it.
_TELLING = Look.UNDERLINE | Look.STRIKE | Look.HIGHLIGHT | Look.HIDDEN | Look.COLOUR
_MOST_SHOWN = 40

Aspect = Callable[[Block], object]


class Pair(NamedTuple):
    """A paragraph as it is read from a Word file, and from its conversion; None for none."""

    file: str
    word: Block | None
    odt: Block | None


def run(*, quick: bool = False) -> None:
    """Print what is the same in both readings, and each paragraph that is not."""
    if not _DATA.exists() or shutil.which("soffice") is None:
        print("\nthe shared documents, or LibreOffice, are not here")
        return
    paths = sorted([*_DATA.glob("word/**/*.docx"), *_DATA.glob("unfccc/*.docx")])
    paths = paths[::6] if quick else paths
    with tempfile.TemporaryDirectory() as folder:
        _convert(paths, "odt", folder)
        _convert(paths, "txt:Text (encoded):UTF8", folder)
        pairs = [pair for path in paths for pair in _pairs(path, Path(folder))]
        plain = sum(_lines(path, Path(folder)) for path in paths)
    rows = [_row(name, aspect, pairs) for name, aspect in _ASPECTS.items()]
    words = sum(pair.word is not None for pair in pairs)
    rows.append(("number and text, LibreOffice's plain text", str(words), str(plain),
                 f"{plain / words:.1%}"))  # fmt: skip
    print(f"\n{len(paths)} Word files, and the same saved as .odt\n\n{table(_HEADS, rows)}\n")
    for line in _differences(pairs)[: _MOST_SHOWN if quick else None]:
        print(line)


def _convert(paths: Sequence[Path], kind: str, folder: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)


def _pairs(path: Path, folder: Path) -> list[Pair]:
    word = [each for each in read(path).blocks if _counts(each)]
    odt = [each for each in read(folder / f"{path.stem}.odt").blocks if _counts(each)]
    keys = [[_key(each) for each in blocks] for blocks in (word, odt)]
    found: list[Pair] = []
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or b - a == d - c:
            found += map(Pair, [path.name] * (b - a), word[a:b], odt[c:d])
        else:
            found += [Pair(path.name, each, None) for each in word[a:b]]
            found += [Pair(path.name, None, each) for each in odt[c:d]]
    return found


def _counts(block: Block) -> bool:
    """Tell whether a block is compared: margins are drawn up otherwise, empty lines say nothing."""
    has_words = bool(block.before.strip() or block.after.strip())
    return block.kind is not BlockKind.MARGIN and has_words


def _key(block: Block) -> tuple[str, ...]:
    return (*block.before.split(), "|", *block.after.split())


def _said(comment: Comment) -> tuple[object, ...]:
    return (comment.author, comment.date, comment.text, comment.anchor, comment.is_resolved,
            tuple((each.author, each.text) for each in comment.replies))  # fmt: skip


def _shown(block: Block) -> list[tuple[str, int]]:
    """Return the words in stretches of one look, however they are cut into runs."""
    found: list[tuple[str, int]] = []
    for one in block.runs:
        look = int(one.look & _TELLING)
        text = "".join(one.text.split())
        if found and found[-1][1] == look:
            text, _ = found.pop()[0] + text, None
        if text:
            found.append((text, look))
    return found


def _stamps(block: Block) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for one in block.runs:
        for stamp, kind in ((one.inserted, "in"), (one.deleted, "out")):
            if stamp is not None and (kind, stamp.author, stamp.date) not in found:
                found.append((kind, stamp.author, stamp.date))
    return sorted(found, key=str)


_ASPECTS: dict[str, Aspect] = {
    "text before": lambda block: block.before.split(),
    "text after": lambda block: block.after.split(),
    "number after": lambda block: block.number,
    "number before": lambda block: block.number_before,
    "role": lambda block: block.kind,
    "heading level": lambda block: block.level if block.kind is BlockKind.HEADING else 0,
    "who changed it, and when": _stamps,
    "split or joined": lambda block: (
        block.mark_inserted is not None,
        block.mark_deleted is not None,
    ),
    "comments": lambda block: [_said(each) for each in block.comments],
    "looks": _shown,
    "in a table": lambda block: block.cell and (block.cell.row, block.cell.column),
}


def _row(name: str, aspect: Aspect, pairs: Sequence[Pair]) -> tuple[str, str, str, str]:
    same = sum(_is_same(pair, aspect) for pair in pairs)
    return name, str(len(pairs)), str(same), f"{same / len(pairs):.1%}"


def _is_same(pair: Pair, aspect: Aspect) -> bool:
    if pair.word is None or pair.odt is None:
        return False
    return aspect(pair.word) == aspect(pair.odt)


def _lines(path: Path, folder: Path) -> int:
    """Count the paragraphs whose number and text after are a line of LibreOffice's plain text."""
    text = (folder / f"{path.stem}.txt").read_text("utf-8-sig", errors="replace")
    lines = {" ".join(line.split()) for line in text.splitlines()}
    blocks = [each for each in read(path).blocks if _counts(each)]
    shown = (f"{each.number or ''} {each.after}".split() for each in blocks)
    return sum(" ".join(words) in lines for words in shown)


def _differences(pairs: Sequence[Pair]) -> list[str]:
    found = []
    for pair in pairs:
        if pair.word is None or pair.odt is None:
            side, block = ("Word", pair.word) if pair.odt is None else (".odt", pair.odt)
            said = block.after or block.before if block is not None else ""
            found.append(f"{pair.file}: in {side} only: {said[:60]!r}")
            continue
        for name, aspect in _ASPECTS.items():
            one, other = aspect(pair.word), aspect(pair.odt)
            if one != other:
                place = f"{pair.file}, block {pair.word.source.block}"
                found.append(f"{place}: {name}: {str(one)[:90]} / {str(other)[:90]}")
    return found
