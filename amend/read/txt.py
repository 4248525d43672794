"""A plain text file in, its source text out: blocks parted by blank lines and paragraph heads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from amend.labels import Head, Label, split_head
from amend.model.source import Block, Run, Source, SourceText
from amend.read.files import decode, load, refuse_wordless
from amend.text.late import late

# A line this long that stops without a full stop was broken by an editor, not by its author.
_WRAP_FROM = 50
# E-mail and old editors break lines as early as this; then every full line must show it.
_NARROW = 30
_WRAP_TO = 120
# Lines of one width still differ by a word; those pasted from a PDF, by more.
_RAGGED = 25
_LESS_RAGGED = 12
_CLOSES = late(r"""[.;:!?,…،؛。；，：]["'”’»)\]]*$""")


def read(path: Path) -> SourceText:
    """Read a plain text file; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read plain text that is already in memory; raises ReadError if it is not UTF-8 or UTF-16."""
    source = read_text(decode(data, file), file, hashlib.sha256(data).hexdigest())
    refuse_wordless(source.blocks, file)
    return source


def read_text(text: str, file: str = "", sha256: str = "") -> SourceText:
    """Part a string into blocks; blank lines part them, and so does a line with a paragraph head.

    A line that an editor wrapped goes with the line before it.
    """
    blocks = tuple(
        Block((Run(words),), Source(file, place)) for place, words in enumerate(_blocks(text), 1)
    )
    return SourceText(file, sha256, "txt", blocks)


def _blocks(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n")]
    width = _width(lines)
    gathered: list[str] = []
    number = 0
    for line in lines:
        head = split_head(line) if line else None
        if gathered and not (line and _goes_on(gathered, line, head, number, width)):
            yield " ".join(gathered)
            gathered = []
        if line:
            number = head[1].number if head is not None and not gathered else number
            gathered.append(line)
    if gathered:
        yield " ".join(gathered)


def _width(lines: list[str]) -> int:
    """Return the width an editor broke the lines at, or 0 where each line is a paragraph.

    A broken line seldom ends with a stop or a comma, a paragraph nearly always does.
    """
    breaks = [
        bool(_CLOSES.search(line))
        for line, below in pairwise(lines)
        if below and _NARROW <= len(line) <= _WRAP_TO and split_head(below) is None
    ]
    if not breaks or 2 * sum(breaks) > len(breaks):
        return 0
    return max(len(line) for line in lines if len(line) <= _WRAP_TO)


def _goes_on(gathered: list[str], line: str, head: Head | None, number: int, width: int) -> bool:
    """Whether a line belongs to the paragraph gathered so far: an editor broke it off."""
    previous = gathered[-1]
    longest = max(map(len, gathered[-_RAGGED:]))
    least = _NARROW if width else _WRAP_FROM
    if not max(least, longest - _RAGGED) <= len(previous) <= _WRAP_TO:
        return False
    is_closed = bool(_CLOSES.search(previous))
    if head is None and not is_closed and len(previous) >= _WRAP_FROM:
        return True
    is_full = width > 0 and len(previous) + len(line.split()[0]) >= width - _LESS_RAGGED
    if head is None:
        return is_full
    # "as set out in paragraph / 12. They ...": a figure that opens a line only because the
    # line before it was full, and that does not go on with the numbers.
    return is_full and not is_closed and _is_bare(head[1]) and head[1].number != number + 1


def _is_bare(label: Label) -> bool:
    """Whether a label is a plain figure, as a year or a cross-reference may be."""
    return not (label.carrier or label.steps or label.is_relative)
