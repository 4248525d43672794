"""Pages in, anchors tied: pairs of paragraphs with the very same words, told apart by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque

from amend.align.links import Links
from amend.align.pages import Pages

# Fewer words than this ("No text", "[Deleted]") prove nothing by themselves.
_ENOUGH_WORDS = 4
# So many pairings of copies are weighed one by one; more go by their order.
_MOST_COPIES = 10_000


def tie_equals(pages: Pages, links: Links) -> None:
    """Tie paragraphs that hold the same words, and are not tied by a person already.

    Words that stand once in each revision are sure. Repeated and very short texts are tied where a
    neighbour is; what is left of them goes by place, then by label.
    """
    groups = _groups(pages)
    for words, (old, new) in groups.items():
        if len(old) == len(new) == 1 and len(words) >= _ENOUGH_WORDS:
            _pair(links, old[0], new[0])
    _spread(pages, links)
    for words, (old, new) in groups.items():
        if len(words) >= _ENOUGH_WORDS and len(old) + len(new) > 2:
            _pair_repeated(pages, old, new, links)
    _spread(pages, links)


def _pair(links: Links, old: int, new: int) -> None:
    if links.may_pair(old, new):
        links.pair(old, new)


def _groups(pages: Pages) -> dict[tuple[str, ...], tuple[list[int], list[int]]]:
    groups: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, words in enumerate(pages.old_words):
        if words:
            groups[tuple(words)][0].append(place)
    for place, words in enumerate(pages.new_words):
        if words:
            groups[tuple(words)][1].append(place)
    return {words: sides for words, sides in groups.items() if sides[0] and sides[1]}


def _spread(pages: Pages, links: Links) -> None:
    """Tie equal neighbours of tied paragraphs, and theirs in turn."""
    queue = deque(links.pairs.items())
    while queue:
        old, new = queue.popleft()
        for step in (-1, 1):
            near_old, near_new = old + step, new + step
            if not (0 <= near_old < len(pages.old) and 0 <= near_new < len(pages.new)):
                continue
            if links.may_pair(near_old, near_new) and _are_equal(pages, near_old, near_new):
                links.pair(near_old, near_new)
                queue.append((near_old, near_new))


def _are_equal(pages: Pages, old: int, new: int) -> bool:
    """Whether two neighbours hold the same words; without words the label must be the same."""
    words = pages.old_words[old]
    if words != pages.new_words[new] or not pages.have_one_kind(old, new):
        return False
    return bool(words) or pages.have_one_label(old, new)


def _pair_repeated(pages: Pages, old: list[int], new: list[int], links: Links) -> None:
    """Pair copies of one text: by their distance to anchors, then by label, then by order."""
    free_old = [place for place in old if not links.has_old(place)]
    free_new = [place for place in new if not links.has_new(place)]
    if len(free_old) * len(free_new) <= _MOST_COPIES:
        known = sorted((there, here) for here, there in links.pairs.items())
        costs = sorted(
            (_shift(one, other, known), not pages.have_one_label(one, other), one, other)
            for one in free_old
            for other in free_new
        )
        pairs = [(one, other) for _, _, one, other in costs]
    else:
        pairs = list(zip(free_old, free_new, strict=False))
    for one, other in pairs:
        _pair(links, one, other)


def _shift(old: int, new: int, known: list[tuple[int, int]]) -> int:
    """How far a copy would have slipped against the anchor before or behind it, the lesser.

    Copies of neighbours stay neighbours even where the new text turns their order round.
    """
    at = bisect_left(known, (new, -1))
    near = known[max(at - 1, 0) : at + 1]
    shifts = [abs(abs(old - here) - abs(new - there)) for there, here in near]
    return min(shifts, default=0)
