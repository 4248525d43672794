"""A plain text file in, its source text out: blocks parted by blank lines and paragraph heads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from amend.labels import split_head
from amend.model.source import Block, Run, Source, SourceText
from amend.read.files import decode, load, refuse_wordless

# A line this long that stops without a full stop was broken by an editor, not by its author.
_WRAP_FROM = 50
_CLOSES = re.compile(r"""[.;:!?,…]["'”’»)\]]*$""")


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
    gathered: list[str] = []
    longest = 0
    for line in text.split("\n"):
        words = line.strip()
        if gathered and (not words.strip() or _starts_a_block(words, gathered[-1], longest)):
            yield " ".join(gathered)
            gathered, longest = [], 0
        if words.strip():
            gathered.append(words)
            longest = max(longest, len(line))
    if gathered:
        yield " ".join(gathered)


def _starts_a_block(line: str, previous: str, longest: int) -> bool:
    if split_head(line) is not None:
        return True
    wrapped = len(previous) >= _WRAP_FROM and len(previous) >= longest - 25 and len(previous) <= 120
    return not wrapped or (bool(_CLOSES.search(previous)) and len(previous) < longest - 12)
