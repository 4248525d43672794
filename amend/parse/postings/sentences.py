"""A text in, its sentences with their places out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A full stop behind one of these ends no sentence: "para. 4", "Amb. X", "Doc. No. A/76/642".
_SHORT = re.compile(
    r"(?:\b(?:amb|art|arts|doc|dr|e\.g|fig|i\.e|mr|mrs|ms|no|nos|op|p|para|paras|pp|prof|rev|sec|st"
    r"|vol|vs|etc|incl|mme|sr|sra|párr|núm|al|cf|[a-z])|(?:^|[\n.:;])\s*\d{1,2})$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-ZÀ-Þ0-9¿¡])|\n+")


_LONGEST = 2000
"""Characters of the longest sentence we look at in one piece: beyond it nobody wrote one."""


class Sentence(NamedTuple):
    """A sentence and its half-open span in the text."""

    text: str
    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences in order; a line break ends one too."""
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _SHORT.search(text[start : end.start()]):
            continue
        yield from _one(text, start, end.end())
        start = end.end()
    yield from _one(text, start, len(text))


def _one(text: str, start: int, end: int) -> Iterator[Sentence]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Sentence]:
    said = text[start:end]
    words = said.strip()
    if words:
        at = start + len(said) - len(said.lstrip())
        yield Sentence(words, at, at + len(words))
