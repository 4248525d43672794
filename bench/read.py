"""Prints what reading a Word file costs beside unzipping and parsing it, and what it gets right."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

import amend
from amend.read.docx import read_bytes
from bench.drafts import Numbers, as_docx
from bench.generate import generate
from bench.measure import in_ms, medians, table, times
from bench.tracked import tracked

_SIZES = (60, 300, 1000, 5000)
_QUICK = (60, 300)
_ROUNDS = 5
_HEADS = ("file", "unzip + lxml", "blocks", "ratio", "revision", "ratio", "right")


def run(*, quick: bool = False) -> None:
    """Print a row for each size of each kind of file."""
    rounds = 1 if quick else _ROUNDS
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in _QUICK if quick else _SIZES:
            written = generate(size).new
            file = tracked(written)
            numbered = [f"{each.number} {each.text}" for each in written]
            for name, data, before, after in (
                ("typed numbers", as_docx(written, Numbers.TYPED), numbered, numbered),
                ("Word's own numbers", as_docx(written, Numbers.WORD), numbered, numbered),
                ("tracked changes", file.docx, _bare(file.before), _bare(file.after)),
            ):
                path = Path(folder) / f"{size}.docx"
                path.write_bytes(data)
                right = f"{_right(path, before, after)} of {len(written)}"
                rows.append((f"{size:,} {name}", *_times(path, rounds), right))
    print(f"\nreading a Word file, in one process\n\n{table(_HEADS, rows)}")


def _times(path: Path, rounds: int) -> tuple[str, ...]:
    data = path.read_bytes()
    found = medians(
        {
            "floor": lambda: _parsed(data),
            "blocks": lambda: read_bytes(data, path.name),
            "revision": lambda: amend.read(path, name="Rev 1"),
        },
        rounds,
    )
    floor, blocks, revision = found["floor"], found["blocks"], found["revision"]
    return (
        in_ms(floor),
        in_ms(blocks),
        times(blocks, floor),
        in_ms(revision),
        times(revision, floor),
    )


def _parsed(data: bytes) -> object:
    """The floor: what nobody who reads the file can do without."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(package.read("word/document.xml"), parser)


def _right(path: Path, before: Sequence[str], after: Sequence[str]) -> int:
    """Count the paragraphs whose label and both readings are what was written."""
    paragraphs = amend.read(path, name="Rev 1").paragraphs
    if len(paragraphs) != len(before):
        return 0
    return sum(
        (_plain(each.label, each.before), _plain(each.label, each.after)) == readings
        for each, readings in zip(paragraphs, zip(before, after, strict=True), strict=True)
    )


def _plain(label: object, text: str) -> str:
    return " ".join(f"{label} {text}".split())


def _bare(texts: Sequence[str]) -> list[str]:
    """Put the typed numbers as labels are printed: without their full stop."""
    return [text.replace(". ", " ", 1) for text in texts]
