"""Links in, windows out: where the counterpart of a paragraph is to be looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Set

from amend.align.links import Links

# Two neighbours whose homes lie further apart than this, and than twice the gap, have parted.
_APART = 8
# The most places looked at round the one that is expected.
_WIDEST = 30


class Windows:
    """The places of the other side round the homes of a paragraph's tied neighbours."""

    def __init__(self, homes: Mapping[int, int], staying: Set[int], size: int) -> None:
        """Take the homes of tied places, those that kept their order, and the other side's size."""
        self._homes = homes
        self._tied = sorted(homes)
        self._staying = sorted(staying)
        self._size = size

    @classmethod
    def of_old(cls, links: Links, size: int) -> Windows:
        """Windows for old places, into a new text of `size` paragraphs."""
        return cls({**links.joins, **links.pairs}, links.staying(), size)

    @classmethod
    def of_new(cls, links: Links, size: int) -> Windows:
        """Windows for new places, into an old text of `size` paragraphs."""
        staying = {links.pairs[old] for old in links.staying()}
        return cls({**links.splits, **links.backwards}, staying, size)

    def round(self, place: int) -> range:
        """Return the places to look at, one beyond the homes of the tied neighbours included."""
        before, after, gap = self._neighbours(self._tied, place)
        if before is None or after is None or abs(after - before) > _APART + 2 * gap:
            before, after, gap = self._neighbours(self._staying, place)
        start = 0 if before is None else before
        end = self._size - 1 if after is None else after
        start, end = min(start, end) - 1, max(start, end) + 1
        if end - start > _WIDEST:
            start, end = self._narrowed(place, start, end)
        return range(max(start, 0), min(end, self._size - 1) + 1)

    def is_near(self, place: int, other: int, slack: int) -> bool:
        """Whether the other place lies in the window, or no further beyond it than `slack`."""
        window = self.round(place)
        return window.start - slack <= other < window.stop + slack

    def _neighbours(self, tied: list[int], place: int) -> tuple[int | None, int | None, int]:
        """Return the homes of the nearest tied places before and after, and how far they part."""
        at = bisect_left(tied, place)
        after = at + 1 if at < len(tied) and tied[at] == place else at
        first = tied[at - 1] if at else None
        last = tied[after] if after < len(tied) else None
        gap = (place if last is None else last) - (place if first is None else first) - 1
        homes = self._homes
        return (
            None if first is None else homes[first],
            None if last is None else homes[last],
            gap,
        )

    def _narrowed(self, place: int, start: int, end: int) -> tuple[int, int]:
        """Cut a long window to the places nearest to where the paragraph would stand."""
        at = bisect_left(self._staying, place)
        first = self._staying[at - 1] if at else -1
        last = self._staying[at] if at < len(self._staying) else place + 1
        share = (place - first) / max(last - first, 1)
        middle = round(start + share * (end - start))
        return max(start, middle - _WIDEST // 2), min(end, middle + _WIDEST // 2)
