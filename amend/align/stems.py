"""Pages in, the stems of their paragraphs out, and how much two sets of stems weigh.

Where drafters rewrote a paragraph, no passage is left, but mobilisation and mobilize still begin
alike: the first letters of words are what a late look compares (docs/design/0021-leftovers.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

from amend.align.pages import Pages, Words

_LETTERS = 6
# So many paragraphs are enough to learn which stems are common.
_SAMPLE = 1_000


class Stems:
    """The stems of each paragraph, made when first asked for, and the weight of stems."""

    def __init__(self, pages: Pages) -> None:
        """Learn from an even sample of both revisions how much each stem tells."""
        self._words = (pages.old_words, pages.new_words)
        self._known: tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]] = ({}, {})
        count: Counter[str] = Counter()
        total = 0
        for side, words in enumerate(self._words):
            for place in _spaced(words):
                count.update(self._of(side, place))
                total += 1
        self._weight = {stem: log((1.0 + total / n) / 2.0) for stem, n in count.items()}
        self._unseen = log((1.0 + max(total, 1)) / 2.0)

    def old(self, place: int) -> frozenset[str]:
        """The stems of an old paragraph."""
        return self._of(0, place)

    def new(self, place: int) -> frozenset[str]:
        """The stems of a new paragraph."""
        return self._of(1, place)

    def weight(self, stems: Iterable[str]) -> float:
        """How much these stems tell together: the rarer each, the more; 0.0 for none."""
        get, unseen = self._weight.get, self._unseen
        return sum(get(stem, unseen) for stem in stems)

    def _of(self, side: int, place: int) -> frozenset[str]:
        found = self._known[side].get(place)
        if found is None:
            stems = frozenset(word[:_LETTERS] for word in self._words[side][place])
            found = self._known[side][place] = stems
        return found


def _spaced(words: Words) -> range:
    return range(0, len(words), max(1, 2 * len(words) // _SAMPLE))
