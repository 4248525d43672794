"""Runs with marks in, units out: the smallest stretches that are whole words in both readings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from amend.model.source import Run
from amend.text.exact import exact
from amend.text.words import Word

Keys = tuple[str, ...]


class Unit(NamedTuple):
    """A stretch of a marked text, half-open, with the keys it has before and after the changes.

    "State" with an "s" put in is one unit: its keys are `("State",)` before, `("States",)` after.
    """

    start: int
    end: int
    before: Keys
    after: Keys


class Marked:
    """A text with its marks: the runs laid end to end, and which run each sign stands in."""

    def __init__(self, runs: Sequence[Run], *, folds: bool = False) -> None:
        """Cut the runs into units; `folds` takes capitals and small letters for one."""
        self.runs = runs
        self.text = "".join(run.text for run in runs)
        self._starts = [0, *accumulate(len(run.text) for run in runs)]
        self._folds = folds
        self.units = tuple(self._units())

    def run_at(self, place: int) -> Run:
        """Return the run that the sign at a place of the text stands in."""
        return self.runs[bisect_right(self._starts, place, hi=len(self.runs)) - 1]

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int, Run]]:
        """Yield the runs between two places, cut to them."""
        while start < end:
            number = bisect_right(self._starts, start, hi=len(self.runs)) - 1
            stop = min(self._starts[number + 1], end)
            yield start, stop, self.runs[number]
            start = stop

    def _units(self) -> Iterator[Unit]:
        if all(run.inserted is None and run.deleted is None for run in self.runs):
            for word in self._folded(exact(self.text)):
                yield Unit(word.start, word.end, (word.key,), (word.key,))
            return
        before = list(self._placed(after=False))
        after = list(self._placed(after=True))
        yield from _joined(before, after)

    def _folded(self, words: Iterable[Word]) -> Iterator[Word]:
        for word in words:
            yield word._replace(key=word.key.casefold()) if self._folds else word

    def _placed(self, *, after: bool) -> Iterator[Word]:
        """Yield the words of one reading at their places in the marked text."""
        places: list[int] = []
        parts: list[str] = []
        for start, run in zip(self._starts, self.runs, strict=False):
            if (run.deleted if after else run.inserted) is None:
                places += range(start, start + len(run.text))
                parts.append(run.text)
        for word in self._folded(exact("".join(parts))):
            yield Word(word.key, places[word.start], places[word.end - 1] + 1)


def _joined(before: list[Word], after: list[Word]) -> Iterator[Unit]:
    """Join the words of both readings that overlap."""
    words = [*((word, False) for word in before), *((word, True) for word in after)]
    words.sort(key=lambda each: (each[0].start, each[0].end))
    start = end = -1
    keys: tuple[list[str], list[str]] = ([], [])
    for word, is_after in words:
        if word.start >= end:
            if end > 0:
                yield Unit(start, end, tuple(keys[0]), tuple(keys[1]))
            start, keys = word.start, ([], [])
        keys[is_after].append(word.key)
        end = max(end, word.end)
    if end > 0:
        yield Unit(start, end, tuple(keys[0]), tuple(keys[1]))
