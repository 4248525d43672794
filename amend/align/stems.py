"""Pages in, the stems of their paragraphs out, and how much two sets of stems weigh.

Where drafters rewrote a paragraph, no passage is left, but mobilisation and mobilize still begin
alike: the first letters of words are what a late look compares (docs/design/0018-leftovers.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

from amend.align.pages import Pages, Words

_LETTERS = 6
# So many paragraphs are enough to learn which stems are common.
_SAMPLE = 600


class Stems:
    """The stems of each paragraph, made when first asked for, and the weight of stems."""

    def __init__(self, pages: Pages) -> None:
        """Learn from an even sample of both revisions how much each stem tells."""
        self._words = (pages.old_words, pages.new_words)
        # By the list of words: paragraphs that stayed share one, and its stems are cut once.
        self._known: dict[int, frozenset[str]] = {}
        count: Counter[str] = Counter()
        total = 0
        for side, words in enumerate(self._words):
            for place in _spaced(words):
                count.update(self._of(side, place))
                total += 1
        self._weight = _Weight(log((1.0 + max(total, 1)) / 2.0))
        self._weight.update((stem, log((1.0 + total / n) / 2.0)) for stem, n in count.items())
        self._whole: tuple[dict[int, float], dict[int, float]] = ({}, {})

    def old(self, place: int) -> frozenset[str]:
        """The stems of an old paragraph."""
        return self._of(0, place)

    def new(self, place: int) -> frozenset[str]:
        """The stems of a new paragraph."""
        return self._of(1, place)

    def weight(self, stems: Iterable[str]) -> float:
        """How much these stems tell together: the rarer each, the more; 0.0 for none."""
        return sum(map(self._weight.__getitem__, stems))

    def old_weight(self, place: int) -> float:
        """How much the stems of an old paragraph weigh together."""
        return self._all_of(0, place)

    def new_weight(self, place: int) -> float:
        """How much the stems of a new paragraph weigh together."""
        return self._all_of(1, place)

    def _all_of(self, side: int, place: int) -> float:
        found = self._whole[side].get(place)
        if found is None:
            found = self._whole[side][place] = self.weight(self._of(side, place))
        return found

    def _of(self, side: int, place: int) -> frozenset[str]:
        words = self._words[side][place]
        found = self._known.get(id(words))
        if found is None:
            found = frozenset([word[:_LETTERS] for word in set(words)])
            self._known[id(words)] = found
        return found


class _Weight(dict[str, float]):
    """The weight of each stem; one that the sample does not hold is as rare as can be."""

    def __init__(self, unseen: float) -> None:
        super().__init__()
        self._unseen = unseen

    def __missing__(self, stem: str) -> float:
        return self._unseen


def _spaced(words: Words) -> range:
    return range(0, len(words), max(1, 2 * len(words) // _SAMPLE))
