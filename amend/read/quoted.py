"""The lines of a discussion page in; out, whether words set as quotations are the posting's own.

Forums set what a reply answers to as a block quotation, and people set their own wording so. What
stands in an earlier posting is that posting's; what the markup calls quoted is somebody else's. A
posting that says nothing else says what it quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from amend.model.page import PageLine, Part

_WORDS = 4  # fewer words stand in anybody's posting by chance


def settled(lines: Sequence[PageLine], marked: Iterable[int]) -> list[PageLine]:
    """Return the lines, a QUOTE one turned to TEXT where its words are the posting's own.

    `marked` are the places of lines that the markup itself says are quoted. Lines set together are
    settled together: a quotation holds quotations of postings that the page no longer shows.
    """
    sure, earlier = set(marked), _Earlier()
    speaking = {each.frame for each in lines if each.part is Part.TEXT and each.text.strip()}
    found: list[PageLine] = []
    for (is_set, frame), group in groupby(
        enumerate(lines), key=lambda each: _is_set(lines, each[0])
    ):
        together = list(group)
        quoted = is_set and frame in speaking
        quoted = quoted and any(at in sure or earlier.hold(each) for at, each in together)
        found += [each if quoted else _own(each) for _, each in together]
        earlier.add(each for _, each in together if not quoted)
    return found


def _is_set(lines: Sequence[PageLine], at: int) -> tuple[bool, int | None]:
    """Whether a line is set as a quotation, or is a blank between two such; in which posting."""
    line, last = lines[at], lines[max(at - 1, 0)]
    if not line.text and at + 1 < len(lines) and lines[at + 1].part is Part.QUOTE:
        line = last
    return line.part is Part.QUOTE, line.frame if line.part is Part.QUOTE else None


def _own(line: PageLine) -> PageLine:
    return replace(line, part=Part.TEXT) if line.part is Part.QUOTE else line


class _Earlier:
    """The words of the postings so far, four at a time, each with the posting that said them first.

    A quotation often leaves out how its line began, so its own first and last words are looked for.
    """

    def __init__(self) -> None:
        self._said: dict[tuple[str, ...], int | None] = {}

    def add(self, lines: Iterable[PageLine]) -> None:
        for each in lines:
            for four in _fours(each):
                self._said.setdefault(four, each.frame)

    def hold(self, line: PageLine) -> bool:
        """Whether a line begins and ends with words of another posting."""
        fours = _fours(line)
        return bool(fours) and all(
            self._said.get(four, line.frame) != line.frame for four in (fours[0], fours[-1])
        )


def _fours(line: PageLine) -> list[tuple[str, ...]]:
    words = line.text.casefold().split()
    return [tuple(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)]
