"""Long texts as numbers in, how often words and runs of words stand in them out, by arrays.

This is `stock.py` for large work: the same answers, an eighth of the time. Only here is numpy used,
and it is loaded for texts of so many words only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from amend.text.pairs import MOST, USUAL, Shared
from amend.text.runs import RUN
from amend.text.stock import BITS, Counts

_Array = NDArray[np.int64]
_HALF = 32
_LAST = (1 << BITS) - 1  # the last word of a run
_THREE = 3


def counts(texts: Sequence[Sequence[int]]) -> Counts:
    """Count words, pairs and threes; a run stands within one text."""
    words, ends = _flat(texts)
    number, count = np.unique(words, return_counts=True)
    pairs, often = np.unique(_runs(words, ends, 2)[1], return_counts=True)
    threes = _once_each(_runs(words, ends, _THREE)[1])
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


def _once_each(numbers: _Array) -> _Array:
    """Sort numbers and leave each once.

    `np.unique` hashes them where nothing is counted (numpy 2.4): half a second for half a million,
    sixty times as long as sorting.
    """
    ordered = np.sort(numbers)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def _places_in(known: _Array, asked: _Array) -> _Array:
    """Return at which place of sorted numbers each of some numbers stands; -1 if it does not.

    They are looked up in order: one search after the other then finds its way in the cache.
    """
    places = np.full(len(asked), -1, np.int64)
    if len(known):
        order = np.argsort(asked)
        ordered = asked[order]
        at = np.searchsorted(known, ordered).clip(max=len(known) - 1)
        places[order] = np.where(known[at] == ordered, at, -1)
    return places


class Runs:
    """The runs of `RUN` words of long texts, to be asked about by the thousand.

    Such a run is told by its first three words and its last three: these are numbered in order, so
    that two of them are one number again.
    """

    def __init__(self, texts: Sequence[Sequence[int]]) -> None:
        """Sort the runs of three, then those of `RUN`."""
        words, ends = _flat(texts)
        self._threes = _once_each(_runs(words, ends, _THREE)[1])
        self._fives = _once_each(self._told(words, ends)[1])

    def _told(self, words: _Array, ends: _Array) -> tuple[_Array, _Array]:
        """Return where runs begin whose threes are known, and each run as one number."""
        places, threes = _runs(words, ends, _THREE)
        rank = np.full(len(words), -1, np.int64)
        rank[places] = _places_in(self._threes, threes)
        behind = RUN - _THREE
        begin = np.flatnonzero(np.arange(len(words)) + RUN <= ends)
        begin = begin[(rank[begin] >= 0) & (rank[begin + behind] >= 0)]
        return begin, rank[begin] << _HALF | rank[begin + behind]

    def standing(self, asked: Sequence[Sequence[int]]) -> list[list[int]]:
        """Return of each word list where its runs of `RUN` words begin that stand in a text."""
        found: list[list[int]] = [[] for _ in asked]
        words, ends = _flat(asked)
        begin, fives = self._told(words, ends)
        begin = begin[_places_in(self._fives, fives) >= 0]
        lengths = np.fromiter(map(len, asked), np.int64, len(asked))
        starts = np.cumsum(lengths) - lengths
        whose = np.searchsorted(starts, begin, side="right") - 1
        for who, place in zip(whose.tolist(), (begin - starts[whose]).tolist(), strict=True):
            found[who].append(place)
        return found


class Pairs:
    """The pairs of neighbouring words of long texts, to be asked about by the hundred."""

    def __init__(self, texts: Sequence[Sequence[int]]) -> None:
        """Sort the pairs; of each, the texts it stands in are a stretch of `_texts`."""
        words, ends = _flat(texts)
        places, pairs = _runs(words, ends, 2)
        # A pair and the place of its text are one number, as three words are.
        each = _once_each(pairs << BITS | _whose(texts)[places])
        known, often = np.unique(each >> BITS, return_counts=True)
        is_kept = often <= USUAL
        self._pairs, self._often = known[is_kept], often[is_kept]
        self._texts = (each & _LAST)[np.repeat(is_kept, often)]
        self._starts = np.cumsum(self._often) - self._often

    def sharing(self, asked: Sequence[Sequence[int]]) -> list[list[Shared]]:
        """Return of each word list the texts that share most pairs with it, as `pairs.py` says."""
        found: list[list[Shared]] = [[] for _ in asked]
        whose, at = self._standing(asked)
        if not len(at):
            return found
        often = self._often[at]
        turn = np.arange(int(often.sum())) - np.repeat(np.cumsum(often) - often, often)
        texts = self._texts[np.repeat(self._starts[at], often) + turn]
        ties, first, shared = np.unique(
            np.repeat(whose, often) << BITS | texts, return_index=True, return_counts=True
        )
        best = np.lexsort((first, -shared, ties >> BITS))
        whose = ties[best] >> BITS
        begin = np.flatnonzero(np.diff(whose, prepend=-1))
        place = np.arange(len(best)) - np.repeat(begin, np.diff(begin, append=len(best)))
        best, whose = best[place < MOST], whose[place < MOST]
        named = zip((ties[best] & _LAST).tolist(), shared[best].tolist(), strict=True)
        for who, one in zip(whose.tolist(), named, strict=True):
            found[who].append(one)
        return found

    def _standing(self, asked: Sequence[Sequence[int]]) -> tuple[_Array, _Array]:
        """Return the pairs that stand in a text, each once for each word list, in order.

        That is whose each is, and at which place of the known ones it stands.
        """
        words, ends = _flat(asked)
        places, pairs = _runs(words, ends, 2)
        at = _places_in(self._pairs, pairs)
        is_known = at >= 0
        whose, at = _whose(asked)[places[is_known]], at[is_known]
        _, first = np.unique(whose << _HALF | at, return_index=True)
        first.sort()
        return whose[first], at[first]


def _whose(texts: Sequence[Sequence[int]]) -> _Array:
    """Return of each word the place of its text."""
    return np.repeat(np.arange(len(texts)), np.fromiter(map(len, texts), np.int64, len(texts)))
