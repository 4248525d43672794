"""Texts in, which words and runs of words stand in them, and how often, out.

Words are numbers here, and a run of them one number: `arrays.py` counts long texts with arrays,
short ones are counted one by one, and both give the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from amend.once import once
from amend.text.runs import RUN

if TYPE_CHECKING:
    from amend.text.arrays import Runs

# From so many words on arrays are quicker, what it takes to load them included (note 0029).
LARGE = 100_000
# Three words are one number of 63 bits: the greatest that an array holds.
BITS = 21
_WIDE = 63
_PAIR = 2
_THREE = 3


class Numbers(dict[str, int]):
    """Word -> its number, in order of first asking."""

    def __missing__(self, word: str) -> int:
        found = self[word] = len(self)
        return found


class Counts(NamedTuple):
    """How often words and pairs stand in some texts, by number, and which runs of three."""

    words: Mapping[int, int]
    pairs: Mapping[int, int]
    threes: Set[int]


class Stock:
    """The words of some texts, and which runs of them stand there."""

    def __init__(self, texts: Iterable[Sequence[str]], large: int | None = None) -> None:
        """Number the words; `large`, else `LARGE`, is from how many on arrays count them."""
        self._numbers = Numbers()
        self._texts = [list(map(self._numbers.__getitem__, text)) for text in texts]
        self._unknown = len(self._numbers)
        is_usual = self._unknown < 1 << BITS
        self._bits = BITS if is_usual else _WIDE
        self.is_large = is_usual and sum(map(len, self._texts)) >= (
            LARGE if large is None else large
        )

    def numbers(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of words; all that stand in no text share one."""
        return list(map(self._numbers.get, words, repeat(self._unknown)))

    @once
    def counts(self) -> Counts:
        """How often what stands in the texts."""
        if self.is_large:
            from amend.text.arrays import counts

            return counts(self._texts)
        words: Counter[int] = Counter()
        pairs: Counter[int] = Counter()
        threes: set[int] = set()
        for text in self._texts:
            words.update(text)
            pairs.update(self.runs(text, _PAIR))
            threes.update(self.runs(text, _THREE))
        return Counts(words, pairs, threes)

    def runs(self, numbers: Sequence[int], size: int) -> Iterator[int]:
        """Return each run of two or three words as one number, in order."""
        bits = self._bits
        if size == _PAIR:
            return (one << bits | two for one, two in pairwise(numbers))
        following = zip(numbers, numbers[1:], numbers[2:], strict=False)
        return ((one << bits | two) << bits | three for one, two, three in following)

    def firsts(self, pairs: Iterable[int]) -> Iterator[int]:
        """Return the first word of each pair."""
        return (pair >> self._bits for pair in pairs)

    def parted(self, pair: int) -> tuple[int, int]:
        """Return the two words of a pair."""
        return pair >> self._bits, pair & ((1 << self._bits) - 1)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether all pairs of a run of words stand in a text, and all its threes."""
        numbers = self.numbers(words)
        counts = self.counts
        return all(map(counts.pairs.__contains__, self.runs(numbers, _PAIR))) and all(
            map(counts.threes.__contains__, self.runs(numbers, _THREE))
        )

    def has_threes(self, threes: Iterable[Sequence[str]]) -> bool:
        """Whether each of some runs of three words stands in a text."""
        known = self.counts.threes
        return all(
            run in known for three in threes for run in self.runs(self.numbers(three), _THREE)
        )

    def standing(self, asked: Sequence[Sequence[str]]) -> list[list[int]]:
        """Return of each word list where its runs of `RUN` words begin that stand in a text."""
        if self.is_large:
            return self._runs.standing([self.numbers(words) for words in asked])
        known = self._fives
        return [
            [at for at, run in enumerate(_fives(self.numbers(words))) if run in known]
            for words in asked
        ]

    @once
    def _runs(self) -> Runs:
        from amend.text.arrays import Runs

        return Runs(self._texts)

    @once
    def _fives(self) -> set[tuple[int, ...]]:
        return {run for text in self._texts for run in _fives(text)}


def _fives(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[start:] for start in range(RUN)), strict=False)
