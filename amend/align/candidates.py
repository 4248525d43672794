"""Pages in, candidate pairs out, found in an index of rare word groups: never all with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

# A word group in more old paragraphs than this is a stock phrase: it finds too much.
_RARE = 8
# The most candidates looked at for one new paragraph.
_MOST = 8


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
    """Return pairs of these places that share rare groups of `size` words, best first for each."""
    postings: dict[tuple[str, ...], list[int]] = {}
    for place in old:
        for group in _groups(old_words[place], size):
            postings.setdefault(group, []).append(place)
    found: list[Candidate] = []
    for place in new:
        lists = [postings.get(group) for group in _groups(new_words[place], size)]
        near = Counter(chain.from_iterable([each for each in lists if each and len(each) <= _RARE]))
        found += [Candidate(n, other, place) for other, n in near.most_common(_MOST)]
    return found


def _groups(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(size)), strict=False))
