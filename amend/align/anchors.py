"""Pages in, anchors tied: pairs of paragraphs with the very same words, told apart by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from amend.align.links import Links
from amend.align.pages import Pages, Words

# Fewer words than this ("No text", "[Deleted]") prove nothing by themselves.
_ENOUGH_WORDS = 4
# Shorter texts ("Decides to remain seized of the matter") are printed over and over.
_WHOLE_PARAGRAPH = 20
# So many pairings of copies are weighed one by one; more go by their order.
_MOST_COPIES = 10_000

K = TypeVar("K")
_Groups = dict[K, tuple[list[int], list[int]]]


def tie_equals(pages: Pages, links: Links) -> None:
    """Tie paragraphs that hold the same words, and are not tied by a person already.

    Words that stand once in each revision are sure. Repeated and very short texts are tied where a
    neighbour is; what is left of them goes by place, then by label.
    """
    _tie_single(_groups(pages.old_texts, pages.new_texts), links, _is_long_text)
    _spread(pages, links)
    old = [n for n in range(len(pages.old)) if not links.has_old(n)]
    new = [n for n in range(len(pages.new)) if not links.has_new(n)]
    by_words = _groups_at(pages.old_words, old, pages.new_words, new)
    _tie_single(by_words, links, _is_long)
    for words, (copies, others) in by_words.items():
        if _is_long(words) and len(copies) + len(others) > 2:
            _pair_repeated(pages, copies, others, links)
    _spread(pages, links)
    _join_copies(pages, links)


def _is_long(words: Sequence[str]) -> bool:
    return len(words) >= _ENOUGH_WORDS


def _is_long_text(text: str) -> bool:
    return text.count(" ") >= _ENOUGH_WORDS


def _tie_single(groups: _Groups[K], links: Links, is_long: Callable[[K], bool]) -> None:
    for key, (old, new) in groups.items():
        if len(old) == len(new) == 1 and is_long(key):
            _pair(links, old[0], new[0])


def _pair(links: Links, old: int, new: int) -> None:
    if links.may_pair(old, new):
        links.pair(old, new)


def _groups(old: Iterable[str], new: Iterable[str]) -> _Groups[str]:
    groups: _Groups[str] = defaultdict(lambda: ([], []))
    for place, text in enumerate(old):
        groups[text][0].append(place)
    for place, text in enumerate(new):
        groups[text][1].append(place)
    return groups


def _groups_at(
    old_words: Words, old: Iterable[int], new_words: Words, new: Iterable[int]
) -> _Groups[tuple[str, ...]]:
    groups: _Groups[tuple[str, ...]] = defaultdict(lambda: ([], []))
    for place in old:
        groups[tuple(old_words[place])][0].append(place)
    for place in new:
        groups[tuple(new_words[place])][1].append(place)
    return {words: sides for words, sides in groups.items() if words and sides[0] and sides[1]}


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
    if not pages.have_one_kind(old, new):
        return False
    words = pages.old_words[old]
    if pages.old_texts[old] != pages.new_texts[new] and words != pages.new_words[new]:
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


def _join_copies(pages: Pages, links: Links) -> None:
    """Join a long text that was printed twice to the copy that stayed nearest."""
    texts = pages.old_texts
    loose = {
        text
        for old, text in enumerate(texts)
        if not links.has_old(old) and text.count(" ") >= _WHOLE_PARAGRAPH
    }
    stayed: defaultdict[str, list[int]] = defaultdict(list)
    for old in sorted(links.pairs) if loose else ():
        if texts[old] in loose and texts[old] == pages.new_texts[links.pairs[old]]:
            stayed[texts[old]].append(old)
    for old in range(len(texts)):
        copies = stayed.get(texts[old], ())
        homes = [each for each in copies if (old, links.pairs[each]) not in links.barred]
        if homes and not links.has_old(old):
            nearest = min(homes, key=lambda each: abs(each - old))
            links.joins[old] = links.pairs[nearest]


def _shift(old: int, new: int, known: list[tuple[int, int]]) -> int:
    """How far a copy would have slipped against the anchor before or behind it, the lesser.

    Copies of neighbours stay neighbours even where the new text turns their order round.
    """
    at = bisect_left(known, (new, -1))
    near = known[max(at - 1, 0) : at + 1]
    shifts = [abs(abs(old - here) - abs(new - there)) for there, here in near]
    return min(shifts, default=0)
