"""Words that a text lost in, and words that came into it; which of them are the same ones, out.

A sentence that moves on leaves one paragraph and comes into another in one step; a sentence that is
restored comes back in a later one. Both may have been edited on the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import attrgetter

from amend.text.edits import Hunk, hunks
from amend.text.weighty import is_content

# Numbers of words, and a share of them: design note 0022, set on chains 101 to 103 of the bench.
_GROUP = 3
_NEAREST = 6
_GAP = 6
_MOVED = 5
_MOVED_SHARE = 0.6
_NEAR = 3
_BACK = 2
_TELLING = 4
_Group = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Loss:
    """Neighbouring words of a paragraph that went: `place` is the revision they stood in last.

    `before` and `behind` are the words beside them, "" at the ends of the paragraph. `free` tells
    which of them have come back nowhere yet.
    """

    place: int
    thread: str
    keys: Sequence[str]
    words: Sequence[int]
    before: str
    behind: str
    free: list[bool] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """Neighbouring words of a paragraph that are new in the revision `place`."""

    place: int
    thread: str
    keys: Sequence[str]
    before: str
    behind: str


class Losses:
    """All that a chain has lost so far, to be asked for what comes."""

    def __init__(self, stock: Callable[[int], AbstractSet[_Group]]) -> None:
        """`stock` tells which groups of three words stand more than once in a revision."""
        self._stock = stock
        self._by_group: dict[_Group, list[Loss]] = {}
        self._by_thread: dict[str, list[Loss]] = {}

    def add(self, loss: Loss) -> None:
        """Keep what a step lost."""
        loss.free = [True] * len(loss.words)
        self._by_thread.setdefault(loss.thread, []).append(loss)
        for group in set(_groups(loss.keys)):
            self._by_group.setdefault(group, []).append(loss)

    def claim(self, arrival: Arrival) -> dict[int, tuple[int, bool]]:
        """Return which words of an arrival were lost before, by their places in it.

        Each comes with the word it is, and whether it had been away for a revision or more. What is
        returned is claimed: no later arrival is told of it.
        """
        found: dict[int, tuple[int, bool]] = {}
        for loss in self._near(arrival):
            for passage in self._passages(loss, arrival):
                pairs = [
                    (block.old_start + n, block.new_start + n)
                    for block in passage for n in range(_size(block))
                ]  # fmt: skip
                free = [(old, at) for old, at in pairs if loss.free[old] and at not in found]
                for old, at in free if len(free) >= min(_MOVED, len(pairs)) else ():
                    loss.free[old] = False
                    found[at] = loss.words[old], loss.place < arrival.place - 1
        return found

    def _near(self, arrival: Arrival) -> list[Loss]:
        """Return the losses that may hold words of an arrival, those of the same step first."""
        shared: Counter[Loss] = Counter()
        for group in set(_groups(arrival.keys)):
            shared.update(self._by_group.get(group, ()))
        near = [loss for loss, _ in shared.most_common(_NEAREST)]
        keys = {key for key in arrival.keys if is_content(key)}
        near += [
            loss for loss in self._by_thread.get(arrival.thread, ())
            if loss not in shared and not keys.isdisjoint(loss.keys)
        ]  # fmt: skip
        return sorted(near, key=attrgetter("place"), reverse=True)

    def _passages(self, loss: Loss, arrival: Arrival) -> Iterator[list[Hunk]]:
        """Yield what both have in common and proves to be the same words, as kept blocks."""
        kept = [hunk for hunk in hunks(loss.keys, arrival.keys) if hunk.kept]
        for passage in _together(kept):
            if self._is_moved(passage, loss) or (
                loss.thread == arrival.thread and _is_at_home(passage, loss, arrival)
            ):
                yield passage

    def _is_moved(self, passage: Sequence[Hunk], loss: Loss) -> bool:
        """Whether a passage can be told anywhere: long, dense, and no stock phrase."""
        first, last = passage[0], passage[-1]
        kept = sum(map(_size, passage))
        room = max(last.old_end - first.old_start, last.new_end - first.new_start)
        if kept < _MOVED or kept < _MOVED_SHARE * room or _content(passage, loss.keys) < _TELLING:
            return False
        stock = self._stock(loss.place)
        groups = (g for each in passage for g in _groups(loss.keys[each.old_start : each.old_end]))
        return any(group not in stock for group in groups)


def _is_at_home(passage: Sequence[Hunk], loss: Loss, arrival: Arrival) -> bool:
    """Whether a shorter passage is the same because it is in the paragraph it was in.

    What moves within one step needs a word more: an edit may well put in the words it takes out
    elsewhere. A single word must come back to the neighbour it had.
    """
    content = _content(passage, loss.keys)
    longest = max(map(_size, passage))
    if loss.place == arrival.place - 1:
        return longest >= _NEAR and content >= _BACK
    if longest >= _BACK and content:
        return True
    block = passage[0]
    return content > 0 and (
        _at(loss, block.old_start - 1) == _at(arrival, block.new_start - 1)
        or _at(loss, block.old_end) == _at(arrival, block.new_end)
    )


def _at(words: Loss | Arrival, place: int) -> str:
    if place < 0:
        return words.before
    return words.keys[place] if place < len(words.keys) else words.behind


def _together(kept: Sequence[Hunk]) -> Iterator[list[Hunk]]:
    """Yield kept blocks that stand close to each other on both sides."""
    passage: list[Hunk] = []
    for hunk in kept:
        if passage and (
            hunk.old_start - passage[-1].old_end > _GAP
            or hunk.new_start - passage[-1].new_end > _GAP
        ):
            yield passage
            passage = []
        passage.append(hunk)
    if passage:
        yield passage


def _groups(keys: Sequence[str]) -> Iterator[_Group]:
    return zip(*(keys[start:] for start in range(_GROUP)), strict=False)


def _size(hunk: Hunk) -> int:
    return hunk.old_end - hunk.old_start


def _content(passage: Sequence[Hunk], keys: Sequence[str]) -> int:
    return sum(
        is_content(key) for each in passage for key in keys[each.old_start : each.old_end]
    )  # fmt: skip
