"""Texts in, how likely a run of words is to come about by itself out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

# A word that no text holds is taken to stand there half a time, and a body of texts to be part of a
# longer one: the few words of a short draft are not usual for that.
_UNSEEN = 0.5
_BEYOND = 20_000


class Usage:
    """Which words follow which, in a body of texts: pairs, smoothed after Witten and Bell (1991).

    A word that is often followed by words it was never followed by before leaves much of its
    likelihood to such words.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Count words, pairs, and how many different words follow each."""
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            self._words.update(text)
            self._pairs.update(pairwise(text))
        self._followers = Counter(first for first, _ in self._pairs)
        self._total = self._words.total() + _BEYOND

    @property
    def pairs(self) -> Collection[tuple[str, str]]:
        """The pairs of words that follow each other somewhere."""
        return self._pairs

    def probability(self, words: Sequence[str]) -> float:
        """Return how likely a text is to go on with these words at any place, 0.0 to 1.0."""
        likely = self._alone(words[0]) if words else 1.0
        for first, second in pairwise(words):
            followers = self._followers[first]
            seen = self._pairs[first, second]
            if followers:
                own = seen + followers * self._alone(second)
                likely *= own / (self._words[first] + followers)
            else:
                likely *= self._alone(second)
        return likely

    def _alone(self, word: str) -> float:
        return max(self._words[word], _UNSEEN) / self._total
