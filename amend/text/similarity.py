"""Two word lists in, the passages they share and what these weigh out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

# A word found in more places than this share of the paragraphs says little when it stands alone.
_COMMON_SHARE = 0.25


class Block(NamedTuple):
    """A passage that stands in both lists: its start in each, and its length in words."""

    old: int
    new: int
    length: int


class Match(NamedTuple):
    """The passages two lists share, in order, and their weight."""

    blocks: tuple[Block, ...]
    weight: float


NO_MATCH = Match((), 0.0)


class Weights:
    """How much a word tells: the rarer among all paragraphs, the more.

    Built from the paragraphs of both revisions, so that stock phrases weigh little in either.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Count in how many of the texts each word stands."""
        count: Counter[str] = Counter()
        total = 0
        for text in texts:
            count.update(set(text))
            total += 1
        by_count = {n: log(1.0 + total / n) for n in set(count.values())}
        self._weights: Mapping[str, float] = {word: by_count[n] for word, n in count.items()}
        self._alone = log(1.0 + 1.0 / _COMMON_SHARE)

    def sums(self, words: Sequence[str]) -> list[float]:
        """Return the weight of the first n words for every n from 0; a strange word weighs 0."""
        get = self._weights.get
        return list(accumulate([get(word, 0.0) for word in words], initial=0.0))

    def match(self, old: Sequence[str], new: Sequence[str], sums: Sequence[float]) -> Match:
        """Return the passages both share; a lone common word is no passage.

        `sums` are those of the old words: their difference weighs a passage.
        """
        alone = self._alone
        blocks: list[Block] = []
        weight = 0.0
        for start, new_start, length in LCSseq.opcodes(old, new).as_matching_blocks():
            passage = sums[start + length] - sums[start]
            if length == 1 and passage < alone:
                continue
            if length:
                blocks.append(Block(start, new_start, length))
                weight += passage
        return Match(tuple(blocks), weight)


def share_in_common(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of words in common, in order: 0.0 to 1.0; 1.0 for two empty texts."""
    if not old and not new:
        return 1.0
    return 2.0 * words_in_common(old, new) / (len(old) + len(new))


def words_in_common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words stand in both, in order."""
    return LCSseq.similarity(old, new)
