"""Long texts as numbers in, how often words and runs of words stand in them out, by arrays.

This is `stock.py` for large work: the same answers, an eighth of the time. Only here is numpy used,
and it is loaded for texts of so many words only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from amend.text.runs import RUN
from amend.text.stock import BITS, Counts

_Array = NDArray[np.int64]
_HALF = 32
_THREE = 3


def counts(texts: Sequence[Sequence[int]]) -> Counts:
    """Count words, pairs and threes; a run stands within one text."""
    words, ends = _flat(texts)
    number, count = np.unique(words, return_counts=True)
    pairs, often = np.unique(_runs(words, ends, 2)[1], return_counts=True)
    threes = np.unique(_runs(words, ends, _THREE)[1])
    return Counts(
        dict(zip(number.tolist(), count.tolist(), strict=True)),
        dict(zip(pairs.tolist(), often.tolist(), strict=True)),
        set(threes.tolist()),
    )


def _flat(texts: Sequence[Sequence[int]]) -> tuple[_Array, _Array]:
    """Join texts; and of each word, where its text ends."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    words = np.fromiter(chain.from_iterable(texts), np.int64, int(lengths.sum()))
    return words, np.repeat(np.cumsum(lengths), lengths)


def _runs(words: _Array, ends: _Array, size: int) -> tuple[_Array, _Array]:
    """Return where runs begin that end within their text, and each as one number."""
    places = np.flatnonzero(np.arange(len(words)) + size <= ends)
    found = words[places]
    for n in range(1, size):
        found = found << BITS | words[places + n]
    return places, found


class Runs:
    """The runs of `RUN` words of long texts, to be asked about by the thousand.

    Such a run is told by its first three words and its last three: these are numbered in order, so
    that two of them are one number again.
    """

    def __init__(self, texts: Sequence[Sequence[int]]) -> None:
        """Sort the runs of three, then those of `RUN`."""
        words, ends = _flat(texts)
        self._threes = np.unique(_runs(words, ends, _THREE)[1])
        self._fives = np.unique(self._told(words, ends)[1])

    def _told(self, words: _Array, ends: _Array) -> tuple[_Array, _Array]:
        """Return where runs begin whose threes are known, and each run as one number."""
        places, threes = _runs(words, ends, _THREE)
        rank = np.full(len(words), -1, np.int64)
        if len(self._threes):
            at = np.searchsorted(self._threes, threes).clip(max=len(self._threes) - 1)
            rank[places] = np.where(self._threes[at] == threes, at, -1)
        behind = RUN - _THREE
        begin = np.flatnonzero(np.arange(len(words)) + RUN <= ends)
        begin = begin[(rank[begin] >= 0) & (rank[begin + behind] >= 0)]
        return begin, rank[begin] << _HALF | rank[begin + behind]

    def standing(self, asked: Sequence[Sequence[int]]) -> list[list[int]]:
        """Return of each word list where its runs of `RUN` words begin that stand in a text."""
        found: list[list[int]] = [[] for _ in asked]
        words, ends = _flat(asked)
        begin, fives = self._told(words, ends)
        if not len(begin) or not len(self._fives):
            return found
        at = np.searchsorted(self._fives, fives).clip(max=len(self._fives) - 1)
        begin = begin[self._fives[at] == fives]
        lengths = np.fromiter(map(len, asked), np.int64, len(asked))
        starts = np.cumsum(lengths) - lengths
        whose = np.searchsorted(starts, begin, side="right") - 1
        for who, place in zip(whose.tolist(), (begin - starts[whose]).tolist(), strict=True):
            found[who].append(place)
        return found

    def lack(self, asked: Sequence[Sequence[int]]) -> list[bool]:
        """Tell of each word list whether some run of three of it stands in no text."""
        words, ends = _flat(asked)
        places, threes = _runs(words, ends, _THREE)
        return _any_of(places[~_among(threes, self._threes)], asked)

    def news(self, texts: Sequence[Sequence[int]]) -> News:
        """Gather the runs of three of other texts that stand in none of these."""
        threes = np.unique(_runs(*_flat(texts), _THREE)[1])
        return News(threes[~_among(threes, self._threes)])


class News:
    """Runs of three words that are news, to be asked about by the thousand."""

    def __init__(self, threes: _Array) -> None:
        """Take the runs as numbers, sorted."""
        self._threes = threes

    def touch(self, asked: Sequence[Sequence[int]]) -> list[bool]:
        """Tell of each word list whether a run of three of it is among the news."""
        words, ends = _flat(asked)
        places, threes = _runs(words, ends, _THREE)
        return _any_of(places[_among(threes, self._threes)], asked)


def _among(numbers: _Array, known: _Array) -> NDArray[np.bool_]:
    """Tell of each number whether it is among known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(numbers), np.bool_)
    found: NDArray[np.bool_] = (
        known[np.searchsorted(known, numbers).clip(max=len(known) - 1)] == numbers
    )
    return found


def _any_of(places: _Array, lists: Sequence[Sequence[int]]) -> list[bool]:
    """Tell of each of some joined lists whether it holds any of these places."""
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    held = np.zeros(len(lists), np.bool_)
    held[np.searchsorted(np.cumsum(lengths), places, side="right")] = True
    return held.tolist()
