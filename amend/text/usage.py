"""Texts in, how likely a run of words is to come about by itself out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import prod

from amend.text.stock import Stock

# A word that no text holds is taken to stand there half a time, and a body of texts to be part of a
# longer one: the few words of a short draft are not usual for that.
_UNSEEN = 0.5
_BEYOND = 20_000


class Usage:
    """Which words follow which, in a body of texts: pairs, smoothed after Witten and Bell (1991).

    A word that is often followed by words it was never followed by before leaves much of its
    likelihood to such words.
    """

    def __init__(self, stock: Stock) -> None:
        """Take the words and pairs of the texts, and count how many different words follow each."""
        self._stock = stock
        self._words = stock.counts.words
        self._pairs = stock.counts.pairs
        self._followers = Counter(stock.firsts(self._pairs))
        total = sum(self._words.values()) + _BEYOND
        self._alone = {number: count / total for number, count in self._words.items()}
        self._unseen = _UNSEEN / total
        self._onward = _Onward(self._behind)

    def probability(self, words: Sequence[str]) -> float:
        """Return how likely a text is to go on with these words at any place, 0.0 to 1.0."""
        if not words:
            return 1.0
        numbers = self._stock.numbers(words)
        begun = self._alone.get(numbers[0], self._unseen)
        return prod(map(self._onward.__getitem__, self._stock.runs(numbers, 2)), start=begun)

    def _behind(self, pair: int) -> float:
        """Return how likely the second word of a pair is to follow the first."""
        first, second = self._stock.parted(pair)
        followers = self._followers.get(first)
        alone = self._alone.get(second, self._unseen)
        if not followers:
            return alone
        own = self._pairs.get(pair, 0) + followers * alone
        return own / (self._words[first] + followers)


class _Onward(dict[int, float]):
    """Pair of words -> how likely the second follows the first; each is worked out once."""

    def __init__(self, find: Callable[[int], float]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, pair: int) -> float:
        found = self[pair] = self._find(pair)
        return found
