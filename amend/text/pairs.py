"""Texts in, which of them share most pairs of neighbouring words with others out.

As in `stock.py`, `arrays.py` answers for long texts, by the hundred; short ones are looked up one
by one, and both give the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, pairwise, repeat
from operator import itemgetter

from amend.text.stock import BITS, Numbers

# Word pairs in more texts than this are stock phrases: they do not lead anywhere.
USUAL = 40
# So many texts are named for each that is asked about.
MOST = 3
# A text by its place, and how many pairs of words it shares with what was asked about.
Shared = tuple[int, int]
_COUNT = itemgetter(1)


class Pairs:
    """The pairs of neighbouring words of some texts, less stock phrases."""

    def __init__(self, texts: Sequence[Sequence[str]], *, is_large: bool) -> None:
        """Tell of each pair the texts it stands in; `is_large` if arrays are to do it."""
        numbers = Numbers()
        self._arrays = None
        if is_large:
            from amend.text.arrays import Pairs as Arrays

            numbered = [list(map(numbers.__getitem__, text)) for text in texts]
            if max(len(numbers), len(texts)) < 1 << BITS:
                self._arrays = Arrays(numbered)
        self._numbers = numbers
        self._postings = {} if self._arrays else _postings(texts)

    def sharing(self, asked: Sequence[Sequence[str]]) -> list[list[Shared]]:
        """Return of each word list the texts that share most pairs with it, `MOST` at most.

        Best first; of equals first that which shares the earlier pair, then the earlier text.
        """
        if self._arrays is None:
            return list(map(self._sharing, asked))
        find, unknown = self._numbers.get, repeat(len(self._numbers))
        return self._arrays.sharing([list(map(find, words, unknown)) for words in asked])

    def _sharing(self, words: Sequence[str]) -> list[Shared]:
        postings = map(self._postings.get, dict.fromkeys(pairwise(words)), repeat(()))
        found = Counter(chain.from_iterable(postings))
        return sorted(found.items(), key=_COUNT, reverse=True)[:MOST]


def _postings(texts: Sequence[Sequence[str]]) -> dict[tuple[str, str], list[int]]:
    postings: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for pair in set(pairwise(text)):
            postings[pair].append(place)
    return {pair: places for pair, places in postings.items() if len(places) <= USUAL}
