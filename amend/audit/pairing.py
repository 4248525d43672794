"""OLD's paragraphs and NEW's stretches in, ties out: which became which, and which went elsewhere.

Both texts ought to be the same to the letter, so equal paragraphs are tied in order first; only
what is left over goes through the alignment.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from amend.audit.stretches import MARGIN, Key, Stretch, key_of
from amend.model.alignment import Alignment
from amend.model.draft import Paragraph, Revision, Role
from amend.text.similarity import share_in_common

Align = Callable[[Revision, Revision], Alignment]
# A declared paragraph that shares this much with one that is missing is that one (note 0008).
_SAME = 0.8
# Words in common once a part that was split off is taken in (note 0008).
_COMPLETE = 0.9
_BODY = "body"


class Tie(NamedTuple):
    """Places in OLD and in NEW that belong together, in order; either may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False


def pair(old: Sequence[Paragraph], new: Sequence[Stretch], align: Align) -> list[Tie]:
    """Tie every paragraph of OLD and every stretch of NEW once, in the order of NEW.

    A paragraph that NEW lacks stands behind the one it followed in OLD.
    """
    keys = [key_of(each, each.text) for each in old]
    # A file that keeps no notes apart may have them as paragraphs of the body.
    has_stories = any(_story(each) != _BODY for each in old)
    of_old = [_story(each) for each in old]
    of_new = [_story(each.paragraph) if has_stories else _BODY for each in new]
    in_order: list[Tie] = []
    found: list[Tie] = []
    for story in dict.fromkeys(of_new):
        olds = [n for n, each in enumerate(of_old) if each == story]
        news = [n for n, each in enumerate(of_new) if each == story and not new[n].is_added]
        equal = _equal(new, olds, news, keys)
        in_order += equal
        found += _left_over(old, new, olds, news, keys, align, equal)
    tied = _with_moves(in_order, found, keys, new)
    tied += _already_there(keys, new, tied)
    return _ordered(tied, len(old), len(new))


def _story(paragraph: Paragraph) -> str:
    """Notes and margins are texts of their own: no note becomes a paragraph of the body."""
    if paragraph.role is Role.NOTE:
        return "note"
    return "margin" if paragraph.path == MARGIN else _BODY


def _equal(
    new: Sequence[Stretch], olds: Sequence[int], news: Sequence[int], keys: Sequence[Key]
) -> list[Tie]:
    """Tie as many equal paragraphs as stand in one order."""
    return [
        Tie((olds[block.a + n],), (news[block.b + n],))
        for block in LCSseq.opcodes(
            [keys[n] for n in olds], [new[n].key for n in news]
        ).as_matching_blocks()
        for n in range(block.size)
    ]


def _left_over(
    old: Sequence[Paragraph], new: Sequence[Stretch], olds: Sequence[int], news: Sequence[int],
    keys: Sequence[Key], align: Align, equal: Sequence[Tie],
) -> list[Tie]:  # fmt: skip
    """Tie what is in no tie yet, as the alignment knows it again."""
    tied_old = {each.old[0] for each in equal}
    tied_new = {each.new[0] for each in equal}
    left_old = [n for n in olds if n not in tied_old]
    left_new = [n for n in news if n not in tied_new]
    if not left_old or not left_new:
        return []
    ties = [*equal, *_aligned(old, new, left_old, left_new, align)]
    return _completed(ties, keys, [each.key for each in new], olds, news)[len(equal) :]


def _aligned(
    old: Sequence[Paragraph], new: Sequence[Stretch], left_old: Sequence[int],
    left_new: Sequence[int], align: Align,
) -> Iterable[Tie]:  # fmt: skip
    old_place = {old[n].id: n for n in left_old}
    new_place = {new[n].paragraph.id: n for n in left_new}
    alignment = align(
        Revision("old", tuple(old[n] for n in left_old)),
        Revision("new", tuple(new[n].paragraph for n in left_new)),
    )
    for bead in alignment.beads:
        if bead.old and bead.new:
            yield Tie(
                tuple(old_place[each.id] for each in bead.old),
                tuple(new_place[each.id] for each in bead.new),
            )


def _completed(
    ties: Sequence[Tie], old: Sequence[Key], new: Sequence[Key], olds: Sequence[int],
    news: Sequence[int],
) -> list[Tie]:  # fmt: skip
    """Take a neighbour that nothing else explains into a tie whose words it makes whole.

    The tail of a split may be too short for the alignment to know it again.
    """
    free_old = set(olds) - {n for tie in ties for n in tie.old}
    free_new = set(news) - {n for tie in ties for n in tie.new}
    found = []
    for tie in ties:
        best, likeness = tie, _likeness(tie, old, new)
        for wider in _wider(tie, (olds, free_old), (news, free_new)):
            if likeness < 1.0 and _likeness(wider, old, new) > max(likeness, _COMPLETE):
                best, likeness = wider, _likeness(wider, old, new)
        free_old -= set(best.old)
        free_new -= set(best.new)
        found.append(best)
    return found


def _likeness(tie: Tie, old: Sequence[Key], new: Sequence[Key]) -> float:
    return share_in_common(
        [word for n in tie.old for word in old[n]], [word for n in tie.new for word in new[n]]
    )


def _wider(
    tie: Tie, old: tuple[Sequence[int], set[int]], new: tuple[Sequence[int], set[int]]
) -> Iterator[Tie]:
    """Yield a tie with each free neighbour in turn; a side is its places, and the free ones."""
    for more in _with_neighbour(tie.old, *old):
        yield tie._replace(old=more)
    for more in _with_neighbour(tie.new, *new):
        yield tie._replace(new=more)


def _with_neighbour(
    places: tuple[int, ...], every: Sequence[int], free: set[int]
) -> Iterator[tuple[int, ...]]:
    at, end = bisect_left(every, places[0]), bisect_left(every, places[-1]) + 1
    if at and every[at - 1] in free:
        yield (every[at - 1], *places)
    if end < len(every) and every[end] in free:
        yield (*places, every[end])


def _with_moves(
    in_order: Sequence[Tie], left_over: Sequence[Tie], keys: Sequence[Key], new: Sequence[Stretch]
) -> list[Tie]:
    """Say which ties left their order: the fewest that must have moved for the rest to stay.

    Short texts that stand in several places say nothing about place, as long as as many of them
    stand in order as can. One that is left over then has moved, whichever copy it is.
    """
    ties = [*in_order, *left_over]
    staying = _staying(ties)
    if len(staying) == len(ties):
        return ties
    in_old, in_new = Counter(keys), Counter(each.key for each in new if not each.is_added)
    firm = [
        all(in_old[keys[o]] == 1 for o in tie.old) and all(in_new[new[n].key] == 1 for n in tie.new)
        for tie in ties
    ]
    of_new = [each.key for each in new]
    every = sorted((ties[n].old[0], ties[n].new[0]) for n in staying)
    firmly = sorted((ties[n].old[0], ties[n].new[0]) for n in staying if firm[n])

    def has_moved(n: int) -> bool:
        # Where a header stands tells of sections, not of the text.
        if n in staying or new[ties[n].new[0]].paragraph.path == MARGIN:
            return False
        is_copy = n >= len(in_order) and _likeness(ties[n], keys, of_new) == 1.0
        return (firm[n] and crosses(ties[n], firmly)) or (is_copy and crosses(ties[n], every))

    return [tie._replace(is_moved=has_moved(n)) for n, tie in enumerate(ties)]


def _staying(ties: Sequence[Tie]) -> set[int]:
    """Return the numbers of the most ties that stand in one order in both texts."""
    by_old = sorted(range(len(ties)), key=lambda n: ties[n].old[0])
    by_new = sorted(range(len(ties)), key=lambda n: ties[n].new[0])
    staying: set[int] = set()
    for block in LCSseq.opcodes(by_old, by_new).as_matching_blocks():
        staying.update(by_new[block.b : block.b + block.size])
    return staying


def crosses(tie: Tie, stays: Sequence[tuple[int, int]]) -> bool:
    """Whether a tie stands on another side of any paragraph that stayed.

    `stays` are their places in OLD and in NEW, sorted.
    """
    before_old = bisect_left([old for old, _ in stays], tie.old[0])
    before_new = bisect_left([new for _, new in stays], tie.new[0])
    return before_old != before_new


def _already_there(
    keys: Sequence[Key], new: Sequence[Stretch], ties: Sequence[Tie]
) -> Iterable[Tie]:
    """Tie a paragraph declared as new to one of OLD that is missing in the same place."""
    tied = {n for tie in ties for n in tie.old}
    missing = [n for n in range(len(keys)) if n not in tied]
    added = [n for n, each in enumerate(new) if each.is_added]
    if not missing or not added:
        return
    stays = sorted((tie.old[0], tie.new[0]) for tie in ties if not tie.is_moved)
    olds = [old for old, _ in stays]
    for place in missing:
        at = bisect_left(olds, place)
        start = stays[at - 1][1] if at else -1
        end = stays[at][1] if at < len(stays) else len(new)
        for n in added[bisect_right(added, start) : bisect_left(added, end)]:
            if share_in_common(keys[place], new[n].key) >= _SAME:
                added.remove(n)
                yield Tie((place,), (n,))
                break


def _ordered(ties: Sequence[Tie], old: int, new: int) -> list[Tie]:
    tied_old = {n for tie in ties for n in tie.old}
    tied_new = {n for tie in ties for n in tie.new}
    every = [*ties, *(Tie((), (n,)) for n in range(new) if n not in tied_new)]
    every.sort(key=lambda tie: tie.new[0])
    home = {n: tie for tie in every for n in tie.old}
    behind: dict[Tie | None, list[Tie]] = {}
    last: Tie | None = None
    for n in range(old):
        if n in tied_old:
            last = home[n]
        else:
            behind.setdefault(last, []).append(Tie((n,), ()))
    found = list(behind.get(None, ()))
    for tie in every:
        found += [tie, *behind.get(tie, ())]
    return found
