"""The texts of a draft in reading order in, their square brackets out: pairs across paragraphs.

A bracket often opens in one paragraph and closes several later, so pairs are sought in the whole
draft. A sign without its fellow encloses nothing: half a bracket does not put half a draft in
doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class At(NamedTuple):
    """A place in a draft: the text, counted from 0, and the character in it."""

    text: int
    sign: int


class Pair(NamedTuple):
    """A pair of brackets: the places of both signs, and how deep it stands, from 1."""

    start: At
    end: At
    depth: int


@dataclass(frozen=True, slots=True)
class Nesting:
    """Pairs in order of their opening, and the signs that have no fellow."""

    pairs: tuple[Pair, ...] = ()
    unclosed: tuple[At, ...] = ()
    unopened: tuple[At, ...] = ()

    def by_text(self, count: int) -> list[list[Pair]]:
        """Return for each text the pairs that stand in it or run over it."""
        found: list[list[Pair]] = [[] for _ in range(count)]
        for pair in self.pairs:
            for text in range(pair.start.text, pair.end.text + 1):
                found[text].append(pair)
        return found


def nesting(texts: Sequence[str]) -> Nesting:
    """Pair the square brackets of these texts, wherever they open and close."""
    opened: list[At] = []
    found: list[tuple[At, At]] = []
    unopened: list[At] = []
    for number, text in enumerate(texts):
        if "[" not in text and "]" not in text:
            continue
        for place, sign in enumerate(text):
            if sign == "[":
                opened.append(At(number, place))
            elif sign == "]" and opened:
                found.append((opened.pop(), At(number, place)))
            elif sign == "]":
                unopened.append(At(number, place))
    return Nesting(tuple(_deep(sorted(found))), tuple(opened), tuple(unopened))


def _deep(found: Sequence[tuple[At, At]]) -> list[Pair]:
    """Count the depth of each pair; they come in order of their opening."""
    over: list[At] = []
    pairs = []
    for start, end in found:
        while over and over[-1] < start:
            over.pop()
        over.append(end)
        pairs.append(Pair(start, end, len(over)))
    return pairs
