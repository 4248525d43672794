"""The paragraphs of the lists of an OpenDocument text in, their numbers out, as LibreOffice counts.

A list is a tree of all its paragraphs, those without a number among them. A level that no paragraph
opens is opened by a phantom, which counts where something below it does; below a paragraph without
a number, counting goes on from where it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from amend.read.odt_numerals import numeral
from amend.read.word_counts import Asked
from amend.read.word_numbering import LONGEST_TEXT, ListLevel
from amend.read.word_numerals import LARGEST_COUNT

# The levels of OpenDocument; what is deeper stands on the last, as LibreOffice takes it.
LEVELS = 10


@dataclass(frozen=True, slots=True)
class OdtList:
    """A list, as one of its paragraphs sees it.

    `counters` is the tree it counts in, `start` the number that the paragraph begins anew with, if
    it does; `is_counted` tells that it bears a number, `is_consecutive` that all levels count as
    one.
    """

    counters: str
    levels: tuple[ListLevel, ...]
    start: int | None = None
    is_counted: bool = True
    is_consecutive: bool = False


@dataclass(slots=True, eq=False)
class _Member:
    """A paragraph of a list, or a phantom, which counts where any that stands below it does.

    `begins` is the number it has where it is the first, or where `is_new`; `has_counted` tells that
    a paragraph with a number stands anywhere below it.
    """

    begins: int
    is_phantom: bool = False
    is_counted: bool = True
    is_new: bool = False
    above: _Member | None = None
    below: list[_Member] = field(default_factory=list)
    has_counted: bool = False
    place: int = 0
    number: int = 0

    def opens(self) -> bool:
        """Whether counting begins below it, and does not go on from those beside it."""
        if not self.is_counted or not self.is_phantom or self.above is None:
            return self.is_counted
        return self.above.above is None or self.above.opens()

    def vector(self) -> list[int]:
        """Return the numbers of all levels down to its own."""
        return [] if self.above is None else [*self.above.vector(), self.number]


class OdtCounters:
    """LibreOffice's way to count the lists of one story."""

    def __init__(self, lists: dict[str, OdtList], language: str | None) -> None:
        """Take all lists of the file by id; `language` spells numbers in words."""
        self._lists, self._language = lists, language or "en"
        self._consecutive = {each.counters for each in lists.values() if each.is_consecutive}
        self.unprinted: set[str] = set()

    def anew(self) -> OdtCounters:
        """Return the same at the top of a text; `unprinted` is shared."""
        other = OdtCounters(self._lists, self._language)
        other.unprinted = self.unprinted
        return other

    def numbers(self, asked: Sequence[Asked]) -> list[str | None]:
        """Count paragraphs in order; return for each its number as printed, or None."""
        roots: dict[str, _Member] = {}
        members = [self._member(roots, list_id, level) for list_id, level, _ in asked]
        for counters, root in roots.items():
            _count_on(root) if counters in self._consecutive else _count(root)
        return [self._printed(*each) for each in zip(members, asked, strict=True)]

    def _member(self, roots: dict[str, _Member], list_id: str, level: int) -> _Member:
        """Put a paragraph into the tree of its list, below the last of each level above."""
        found = self._lists[list_id]
        above = roots.setdefault(found.counters, _Member(0))
        for depth in range(level):
            if not above.below:
                _grow(above, _Member(found.levels[depth].start, is_phantom=True, is_counted=False))
            above = above.below[-1]
        begins = found.levels[level].start if found.start is None else found.start
        member = _Member(begins, is_counted=found.is_counted, is_new=found.start is not None)
        _grow(above, member)
        higher: _Member | None = above if found.is_counted else None
        while higher is not None and not higher.has_counted:
            higher.has_counted, higher.is_counted = True, higher.is_counted or higher.is_phantom
            higher = higher.above
        return member

    def _printed(self, member: _Member, asked: Asked) -> str | None:
        list_id, level, language = asked
        levels = self._lists[list_id].levels
        own = levels[level]
        if not member.is_counted or own.format == "bullet":
            return None
        text = own.text
        for depth, count in enumerate(member.vector()):
            text = self._filled(text, depth, count, levels[depth], language or self._language)
        return text[:LONGEST_TEXT].strip() or None

    def _filled(self, text: str, depth: int, count: int, level: ListLevel, language: str) -> str:
        """Set in the figure of a level; without a format it goes, with what joins it on."""
        figure = f"%{depth + 1}%"
        before, found, behind = text.partition(figure)
        if not found:
            return text
        if level.format == "none":
            return before + behind[max(behind.find("%"), 0) :]
        prints = numeral(level.format, language, level.pattern)
        printed = prints(count) if prints is not None and 0 < count <= LARGEST_COUNT else None
        if printed is None and 0 < count <= LARGEST_COUNT:
            self.unprinted.add(level.format)
        return before + (str(count) if printed is None else printed) + behind


def _grow(above: _Member, member: _Member) -> None:
    member.above, member.place = above, len(above.below)
    above.below.append(member)


def _count(root: _Member) -> None:
    """Number all that stand below, from the top down: some go on from those below the last."""
    waiting = deque([root])
    while waiting:
        member = waiting.popleft()
        number = 0
        for place, each in enumerate(member.below):
            if not place:
                number = _first(member)
            elif each.is_counted:
                number = each.begins if each.is_new else number + 1
            each.number = number
        waiting.extend(each for each in member.below if each.below)


def _first(member: _Member) -> int:
    """Return the number of the first below a member, or the one before it where it has none."""
    first = member.below[0]
    before = None if first.is_new or member.opens() else _before(member)
    if before is not None:
        goes_on = first.is_counted and (not first.is_phantom or first.opens())
        return before + 1 if goes_on else before
    is_behind = not first.is_counted and not first.has_counted
    return first.begins - is_behind


def _before(member: _Member) -> int | None:
    """Return the last number below those beside a member that stand before it, or None."""
    beside = member.above.below if member.above is not None else []
    for place in range(member.place - 1, -1, -1):
        each = beside[place]
        if each.below:
            return each.below[-1].number
        if each.is_counted:
            return None
    return None


def _count_on(root: _Member) -> None:
    """Number all as one row, whatever their levels."""
    number: int | None = None
    waiting = root.below[::-1]
    while waiting:
        each = waiting.pop()
        if each.is_counted and not each.is_phantom:
            number = each.begins if number is None or each.is_new else number + 1
        each.number = number or 0
        waiting.extend(each.below[::-1])
