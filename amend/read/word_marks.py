"""The elements of tracked changes in, stamps out: who, when, and which move they belong to."""

from __future__ import annotations

from datetime import UTC, datetime

from lxml import etree

from amend.model.source import Stamp
from amend.read import word_names as w

RANGE_STARTS = {w.MOVE_FROM_START: w.MOVE_FROM, w.MOVE_TO_START: w.MOVE_TO}
RANGE_ENDS = {w.MOVE_FROM_END: w.MOVE_FROM, w.MOVE_TO_END: w.MOVE_TO}
# Move ranges open at one place; a real file has two or three.
_MOST_OPEN = 1000
_RANGE_NAME = w.DATE.replace("date", "name")


class Marks:
    """The stamps of one file, each made once, and the move ranges open at this place."""

    def __init__(self, *, has_utc: bool = True) -> None:
        """Begin at the top of a text, with no move open; `has_utc` says that it may hold UTC times.

        Word's own times are local time that calls itself UTC; newer files hold both.
        """
        self._has_utc = has_utc
        self._stamps: dict[tuple[str | None, str | None, str | None], Stamp] = {}
        self._dates: dict[str, str | None] = {}
        self._open: dict[str, dict[str, str]] = {w.MOVE_FROM: {}, w.MOVE_TO: {}}
        self._last: dict[str, str] = {}

    def stamp(self, element: etree._Element) -> Stamp:
        """Return author and date of a change to words, and the move range it stands in."""
        if not self._last:  # no move has been met yet
            return self._make(element, None)
        moving = self._open.get(element.tag)
        return self._make(element, next(reversed(moving.values()), None) if moving else None)

    def paragraph_stamp(self, element: etree._Element) -> Stamp:
        """Return the same for a paragraph mark, when its paragraph has been walked.

        The mark stands first in the XML and last on the page: the range that moves it may have
        been opened, and even closed, by the words between.
        """
        return self._make(element, self._last.get(element.tag))

    def range(self, element: etree._Element) -> None:
        """Open or close a move range; its name is what pairs the two ends of a move."""
        tag, number = element.tag, element.get(w.ID, "")
        if tag in RANGE_STARTS:
            name = element.get(_RANGE_NAME) or number
            ranges = self._open[RANGE_STARTS[tag]]
            if len(ranges) >= _MOST_OPEN:  # never closed: the oldest is of no use any more
                del ranges[next(iter(ranges))]
            ranges[number] = name
            self._last[RANGE_STARTS[tag]] = name
        elif tag in RANGE_ENDS:
            self._open[RANGE_ENDS[tag]].pop(number, None)

    def _make(self, element: etree._Element, move: str | None) -> Stamp:
        date = (element.get(w.DATE_UTC) if self._has_utc else None) or element.get(w.DATE)
        author = element.get(w.AUTHOR)
        stamp = self._stamps.get((author, date, move))
        if stamp is None:
            stamp = Stamp(author or None, self.date(date), move)
            self._stamps[author, date, move] = stamp
        return stamp

    def date(self, value: str | None) -> str | None:
        """Return a time as ISO 8601 in UTC, or None for none, or for what is no time."""
        if not value:
            return None
        if value not in self._dates:
            self._dates[value] = _utc(value)
        return self._dates[value]


def _utc(value: str) -> str | None:
    """Word means UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None
