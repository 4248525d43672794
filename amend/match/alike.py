"""Proposals in, which of them ask for the same or nearly the same out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from amend.match.sharing import others
from amend.model.proposal import Operation, Proposal
from amend.text.similarity import share_in_common
from amend.text.words import known_words

# Two proposals are nearly the same from this share of words in common; of more than so many on one
# paragraph only the very same are told, for all would have to be compared with all.
ALIKE = 0.9
_MANY = 100

_Asked = tuple[tuple[str, ...], tuple[str, ...]]


def alike(proposals: Sequence[Proposal]) -> Mapping[str, tuple[str, ...]]:
    """Return for each proposal that has any the ids of those like it, in the order given.

    Alike are proposals of one operation on the same paragraphs of one base, whose words to come and
    words to go are the same, or nearly. What has no words is alike if nothing else sets it apart.
    Where very many ask the very same, the first `sharing.MOST` are named.
    """
    on_same: dict[tuple[str, Operation, tuple[str, ...]], list[Proposal]] = defaultdict(list)
    for each in proposals:
        on_same[each.base, each.operation, each.paragraphs].append(each)
    found: dict[str, list[str]] = defaultdict(list)
    for together in on_same.values():
        if len(together) == 1:
            continue
        those = [
            (each.id, (_words(each.whole or each.text), _words(each.cut))) for each in together
        ]
        if len(those) > _MANY:
            for group in _same(those):
                found.update((one, list(others(group, one))) for one in group)
            continue
        for one, other in _near(those):
            found[one].append(other)
            found[other].append(one)
    order = {each.id: n for n, each in enumerate(proposals)}
    return {one: tuple(sorted(those, key=order.__getitem__)) for one, those in found.items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(known_words(text).keys) if text else ()


def _same(those: Sequence[tuple[str, _Asked]]) -> Iterator[list[str]]:
    """Yield the ids of those that ask the very same, where there are several."""
    by_words: dict[_Asked, list[str]] = defaultdict(list)
    for one, asked in those:
        by_words[asked].append(one)
    return (group for group in by_words.values() if len(group) > 1)


def _near(those: Sequence[tuple[str, _Asked]]) -> Iterator[tuple[str, str]]:
    for (one, asked), (other, wanted) in combinations(those, 2):
        if asked == wanted or _is_near(asked, wanted):
            yield one, other


def _is_near(one: _Asked, other: _Asked) -> bool:
    pairs = tuple(zip(one, other, strict=True))
    # No more words are in common than the shorter has: most pairs are told apart by that.
    return all(
        2 * min(len(mine), len(theirs)) >= ALIKE * (len(mine) + len(theirs))
        for mine, theirs in pairs
    ) and all(share_in_common(mine, theirs) >= ALIKE for mine, theirs in pairs)
