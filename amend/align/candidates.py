"""Pages in, candidate pairs out, found in an index of rare word groups: never all with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

# A word group in more old paragraphs than this is a stock phrase: it finds too much.
_RARE = 5
# The most candidates looked at for one new paragraph.
_MOST = 5
# A long paragraph shares one rare word group with many by chance, a short one cannot spare it.
LONG = 30
_BY_CHANCE = {1: 3, 2: 2, 3: 1}
# Of a long old paragraph every third group is enough: the new one is looked up at every word.
_STRIDE = 3


class Candidate(NamedTuple):
    """A pair worth comparing; `groups` is how many rare word groups it shares."""

    groups: int
    old: int
    new: int


def candidates(
    old_words: Sequence[Sequence[str]],
    new_words: Sequence[Sequence[str]],
    old: Iterable[int],
    new: Iterable[int],
    size: int,
) -> list[Candidate]:
    """Return pairs of these places that share rare groups of `size` words (1 to 3).

    They stand together for each new paragraph, its best candidate first.
    """
    find = _postings(old_words, old, size).get
    found: list[Candidate] = []
    for place in new:
        words = new_words[place]
        hits = chain.from_iterable(filter(None, map(find, _groups(words, size))))
        near = sorted(Counter(hits).items(), key=itemgetter(1), reverse=True)[:_MOST]
        least = _BY_CHANCE[size] if len(words) >= LONG else 0
        found += [Candidate(n, other, place) for other, n in near if n > least]
    return found


def _postings(
    texts: Sequence[Sequence[str]], places: Iterable[int], size: int
) -> dict[tuple[str, ...], list[int]]:
    postings: dict[tuple[str, ...], list[int]] = {}
    for place in places:
        words = texts[place]
        stride = _STRIDE if size == _STRIDE and len(words) >= LONG else 1
        for group in _groups(words, size, stride):
            postings.setdefault(group, []).append(place)
    return {group: there for group, there in postings.items() if len(there) <= _RARE}


def _groups(words: Sequence[str], size: int, stride: int = 1) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start::stride] for start in range(size)), strict=False)
