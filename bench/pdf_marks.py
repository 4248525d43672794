"""Prints how alike marks are read from Word files and from what LibreOffice prints of them as PDF.

A copy of an invented draft bears marks of one kind: tracked changes, which LibreOffice shows as
coloured, struck and underlined words; the same set by hand in other looks; or margin comments,
which it writes as annotations. Both files are read as submissions on the same base.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import amend
from amend.model.draft import Revision
from amend.model.proposal import Proposal
from bench.drafts import Numbers, as_docx, packed
from bench.generate import generate
from bench.measure import table
from bench.prose import Prose
from bench.truth import Written

_HEADS = ("marks", "in Word", "in PDF", "the same", "share")
_EXPORT = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_DATED = 'w:author="Ana Ruiz" w:date="2026-03-01T09:00:00Z"'
_BLUE = '<w:color w:val="0070C0"/>'
_RED = '<w:color w:val="FF0000"/>'
_YELLOW = '<w:highlight w:val="yellow"/>'
_LINE, _STRIKE = '<w:u w:val="single"/>', "<w:strike/>"
# How a kind of marks sets words that are put in, and words that are struck.
_LOOKS = {
    "underlined and struck": (_LINE, _STRIKE),
    "bold red, struck red": (f"<w:b/>{_RED}", f"{_STRIKE}{_RED}"),
    "blue underlined, struck blue": (f"{_BLUE}{_LINE}", f"{_STRIKE}{_BLUE}"),
    "bold underlined, struck": (f"<w:b/>{_LINE}", _STRIKE),
    "doubly underlined, doubly struck": ('<w:u w:val="double"/>', "<w:dstrike/>"),
    "on yellow": (f"{_LINE}{_YELLOW}", f"{_STRIKE}{_YELLOW}"),
}  # fmt: skip
_TRACKED = "tracked changes, shown"
_COMMENTS = "margin comments"
# Of the paragraphs, so many bear marks; each change touches one to six words.
_MARKED = 0.5
_WORDS = (1, 6)
_ASKS = ("Delete this paragraph.", "Retain this paragraph.", 'Add "in good faith" at the end.')

_Set = Callable[[str], str]


def run(*, quick: bool = False) -> None:
    """Print, for each kind of marks, how many proposals both files give and how many are alike."""
    if shutil.which("soffice") is None:
        print("\nLibreOffice is not here")
        return
    paragraphs = generate(20 if quick else 60).old
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        files = dict(_files(paragraphs))
        for number, data in enumerate([as_docx(paragraphs, Numbers.TYPED), *files.values()]):
            (folder / f"{number}.docx").write_bytes(data)
        _print(folder)
        base = amend.read(folder / "0.docx")
        rows, missed = [], []
        for number, kind in enumerate(files, 1):
            word, pdf = (_asked(folder / f"{number}.{suffix}", base) for suffix in ("docx", "pdf"))
            same = (word & pdf).total()
            share = f"{same / max(word.total(), pdf.total(), 1):.1%}"
            rows.append((kind, str(word.total()), str(pdf.total()), str(same), share))
            missed += [f"{kind}, Word alone: {each}" for each in word - pdf]
            missed += [f"{kind}, PDF alone: {each}" for each in pdf - word]
    print(f"\n{len(paragraphs)} paragraphs; proposals read\n\n{table(_HEADS, rows)}\n")
    for line in missed[: 10 if quick else None]:
        print(line[:300])


def _print(folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", _EXPORT, "--outdir", str(folder)]
    paths = sorted(map(str, folder.glob("*.docx")))
    subprocess.run([*command, *paths], check=True, capture_output=True)


def _asked(path: Path, base: Revision) -> Counter[tuple[object, ...]]:
    return Counter(map(_key, amend.proposals(path, against=base)))


def _key(asked: Proposal) -> tuple[object, ...]:
    """Return what is asked for, apart from who asks: looks name nobody."""
    said = (" ".join(text.split()) for text in (asked.text, asked.cut))
    return (asked.operation.value, *map(str, asked.target), *said)


def _files(paragraphs: Sequence[Written]) -> Iterator[tuple[str, bytes]]:
    yield _TRACKED, _marked(paragraphs, _inserted, _deleted)
    for kind, (added, struck) in _LOOKS.items():
        yield kind, _marked(paragraphs, _dressed(added), _dressed(struck))
    yield _COMMENTS, _commented(paragraphs)


def _marked(paragraphs: Sequence[Written], added: _Set, struck: _Set) -> bytes:
    rng = random.Random("marks")
    prose = Prose(rng)
    body = "".join(
        f"<w:p>{_plain(f'{each.number}. ')}{_changed(each.text.split(), rng, prose, added, struck)}</w:p>"  # noqa: E501
        for each in paragraphs
    )
    return packed(body)


def _changed(words: list[str], rng: random.Random, prose: Prose, added: _Set, struck: _Set) -> str:
    """Strike, exchange or put in a few words of every other paragraph."""
    count = rng.randint(*_WORDS)
    at = rng.randrange(1, max(2, len(words) - count - 1))
    new = " ".join(prose.words(count))
    kind = rng.choice(("strike", "exchange", "put in")) if rng.random() < _MARKED else ""
    out = _plain(" ".join(words[:at]))
    cut = words[at : at + count] if kind in {"strike", "exchange"} else []
    out += struck(" " + " ".join(cut)) if cut else ""
    out += added(f" {new}") if kind in {"exchange", "put in"} else ""
    return out + _plain(" " + " ".join(words[at + len(cut) :]))


def _commented(paragraphs: Sequence[Written]) -> bytes:
    said = "".join(
        f'<w:comment w:id="{number}" {_DATED}><w:p>{_plain(_ASKS[number % len(_ASKS)])}</w:p></w:comment>'  # noqa: E501
        for number in range(0, len(paragraphs), 2)
    )
    body = ""
    for number, each in enumerate(paragraphs):
        words = each.text.split()
        at = len(words) // 2
        pinned = _plain(" ".join(words[at : at + 3]))
        if number % 2 == 0:
            ends = "".join(f'<w:commentRange{end} w:id="{number}"/>' for end in ("Start", "End"))
            begun, ended = ends.split("/>", 1)
            pinned = f'{begun}/>{pinned}{ended}<w:r><w:commentReference w:id="{number}"/></w:r>'
        before = _plain(f"{each.number}. {' '.join(words[:at])} ")
        body += f"<w:p>{before}{pinned}{_plain(' ' + ' '.join(words[at + 3 :]))}</w:p>"
    return packed(body, {"comments": said})


def _plain(text: str, look: str = "", tag: str = "t") -> str:
    inner = f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"


def _dressed(look: str) -> _Set:
    """Return what sets words in a look, and the space before them in none."""
    return lambda text: _plain(" ") + _plain(text.strip(), look)


def _inserted(text: str) -> str:
    return f'<w:ins w:id="1" {_DATED}>{_plain(text)}</w:ins>'


def _deleted(text: str) -> str:
    return f'<w:del w:id="2" {_DATED}>{_plain(text, tag="delText")}</w:del>'
