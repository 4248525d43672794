"""Prints how true both readings and all numbers of real Word files are, beside other programs.

The files lie outside the project, in `../shared/data`; pandoc, LibreOffice and pdftotext are asked
where they are installed. LibreOffice takes half a minute.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

import amend
from amend.model.source import Block, BlockKind
from amend.read.docx import read
from bench.measure import table

_DATA = Path(__file__).parents[1] / ".." / "shared" / "data"
_READINGS = {"Accepted": "accept", "Rejected": "reject"}
_HEADS = ("reading", "cases", "right by words", "by paragraphs")
_NUMBER = re.compile(r"\(?\w{1,6}[.)]+")
# So many letters, spaces left out, tell one paragraph of a report from the others.
_KEY = 30


class Case(NamedTuple):
    """A file with tracked changes, which of its readings is asked for, and that reading."""

    name: str
    path: Path
    is_after: bool
    expected: list[str]


def run(*, quick: bool = False) -> None:
    """Print both parts; the second, which needs LibreOffice, only where it is not to be quick."""
    if not _DATA.exists():
        print("\nthe shared documents are not here")
        return
    _readings()
    if not quick:
        _numbers_seen(_DATA / "unfccc" / "cma2021.docx")


def _readings() -> None:
    cases = [*_cases(_DATA / "word" / "tracked")]
    redline = [*_redline(_DATA / "word" / "redlines")]
    rows = [_row("amend", cases, [_ours(case) for case in cases])]
    rows.append(_row("amend, the redline", redline, [_ours(case) for case in redline]))
    if shutil.which("pandoc"):
        rows.append(_row("pandoc", cases, [_pandoc(case) for case in cases]))
    print(f"\nboth readings of real files, word for word\n\n{table(_HEADS, rows)}\n")
    for case in cases:
        if _worded(_ours(case)) != _worded(case.expected):
            print(f"not as expected: {case.name}")


def _cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.docx")):
        for reading in _READINGS:
            expected = path.with_name(f"{path.stem}-{reading}.docx")
            if expected.exists():
                name = f"{path.stem}, {reading.lower()}"
                texts = paragraphs(read(expected).blocks, is_after=True)
                yield Case(name, path, reading == "Accepted", texts)


def _redline(folder: Path) -> Iterator[Case]:
    """Yield the redline accepted, which is the modified file, and rejected, the original."""
    path = folder / "expected_redline.docx"
    for source, is_after in (("modified", True), ("original", False)):
        texts = paragraphs(read(folder / f"{source}.docx").blocks, is_after=True)
        yield Case(f"{path.stem}, {source}", path, is_after, texts)


def paragraphs(blocks: Sequence[Block], *, is_after: bool) -> list[str]:
    """Join the body's blocks whose mark is not in a reading to the next; text of each paragraph."""
    body = [block for block in blocks if block.kind not in (BlockKind.NOTE, BlockKind.MARGIN)]
    found: list[str] = []
    words = ""
    for block in body:
        words += block.after if is_after else block.before
        if (block.mark_deleted if is_after else block.mark_inserted) is None:
            found.append(words)
            words = ""
    return [*found, words] if words else found


def _ours(case: Case) -> list[str]:
    return paragraphs(read(case.path).blocks, is_after=case.is_after)


def _pandoc(case: Case) -> list[str]:
    """Let pandoc accept or reject, and write Word again, so that paragraphs can be counted."""
    way = _READINGS["Accepted" if case.is_after else "Rejected"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.docx"
        form = "docx+empty_paragraphs"
        command = ["pandoc", "-f", form, "-t", form, f"--track-changes={way}", str(case.path)]
        subprocess.run([*command, "-o", str(out)], check=True, capture_output=True)
        return paragraphs(read(out).blocks, is_after=True)


def _row(name: str, cases: Sequence[Case], found: Sequence[list[str]]) -> tuple[str, ...]:
    pairs = list(zip(found, (case.expected for case in cases), strict=True))
    by_words = sum(" ".join(got).split() == " ".join(want).split() for got, want in pairs)
    by_paragraphs = sum(_worded(got) == _worded(want) for got, want in pairs)
    return (name, str(len(cases)), str(by_words), str(by_paragraphs))


def _worded(texts: Sequence[str]) -> list[list[str]]:
    return [text.split() for text in texts]


def _numbers_seen(path: Path) -> None:
    """Compare the number of each paragraph with what stands before its words on the page."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        print("\nLibreOffice or pdftotext is not here: no pages to compare with")
        return
    last = _last_of_body(path)
    known = [
        (each.printed or "", each.after)
        for each in amend.read(path, name="Rev 1").paragraphs
        if _squeezed(each.after) and each.source.block <= last
    ]
    seen = seen_before(_pages(path), [text for _, text in known])
    met = [(number, text, on_page) for (number, text), on_page in zip(known, seen, strict=True)]
    found = [each for each in met if each[2] is not None]
    right = [each for each in found if _squeezed(each[0]) == each[2]]
    numbered = sum(bool(each[2]) for each in found)
    print(f"\nnumbers of {path.name}, beside the pages LibreOffice draws\n")
    print(f"paragraphs of the body {len(met)}, found on a page {len(found)}, numbered {numbered}")
    print(f"same number, or none on both sides: {len(right)} ({len(right) / len(found):.1%})")
    for number, text, on_page in met:
        if on_page is None or _squeezed(number) != on_page:
            print(f"  {number!r}, on the page {on_page!r}: {text[:60]!r}")


def _last_of_body(path: Path) -> int:
    """Return the number of the last block before notes and margins."""
    kinds = [block.kind for block in read(path).blocks]
    return next(len(list(run)) for _, run in groupby(
        kinds, key=lambda kind: kind in (BlockKind.NOTE, BlockKind.MARGIN)))  # fmt: skip


def _pages(path: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*convert, str(path)], check=True, capture_output=True)
        pdf = Path(folder) / f"{path.stem}.pdf"
        shown = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True,
                               capture_output=True, text=True)  # fmt: skip
        return shown.stdout


def seen_before(pages: str, texts: Sequence[str]) -> list[str | None]:
    """Find the texts on the pages, in their order; return the number before each, "" for none.

    Spaces count for nothing. A text that stands nowhere at the start of a line, or behind its
    number, gives None, and so does one that stands out of order.
    """
    lines = [_squeezed(line) for line in pages.splitlines()]
    starts = list(accumulate((len(line) for line in lines), initial=0))
    stream = "".join(lines)
    places = [dict(_met(stream, starts, _squeezed(text))) for text in texts]
    chosen = _in_order(places)
    return [met.get(at) if at is not None else None
            for met, at in zip(places, chosen, strict=True)]  # fmt: skip


def _met(stream: str, starts: Sequence[int], text: str) -> Iterator[tuple[int, str]]:
    """Yield where a text begins a line of the stream, and what stands before it there.

    A short text must also end its line.
    """
    at = stream.find(text[:_KEY])
    while at >= 0:
        line = bisect_right(starts, at)
        before = stream[starts[line - 1] : at]
        is_whole = len(text) >= _KEY or at + len(text) == starts[line]
        if is_whole and (not before or _NUMBER.fullmatch(before)):
            yield at, before
        at = stream.find(text[:_KEY], at + 1)


def _in_order(places: Sequence[Iterable[int]]) -> list[int | None]:
    """Choose one place each, rising all the way, for as many as can be."""
    ends: list[int] = []
    steps: list[tuple[int, int, int]] = []  # text, place, step before it
    last: list[int] = []
    for text, met in enumerate(places):
        for place in sorted(met, reverse=True):
            length = bisect_left(ends, place)
            steps.append((text, place, last[length - 1] if length else -1))
            ends[length : length + 1] = [place]
            last[length : length + 1] = [len(steps) - 1]
    chosen: list[int | None] = [None] * len(places)
    step = last[-1] if last else -1
    while step >= 0:
        text, place, step = steps[step]
        chosen[text] = place
    return chosen


def _squeezed(text: str) -> str:
    return "".join(text.split())
