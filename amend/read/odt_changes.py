"""The tracked changes of an OpenDocument text in; who put in or took out the words at hand, out.

The file keeps what was taken out apart from the text, and says in the text where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from lxml import etree

from amend.model.source import Formatting, Stamp
from amend.read import odt_names as o
from amend.read.word_marks import Marks

# Insertions open at one place; real files have one.
_MOST_OPEN = 1000
# What LibreOffice writes for a change without a date.
_NO_DATE = "1970-01-01"
# The bookmarks that LibreOffice sets round what Word says was moved.
_MOVES = ("__RefMoveFrom__", "__RefMoveTo__")
_REFORMATTED = "format"

Change = Stamp | None


@dataclass(frozen=True, slots=True)
class Region:
    """One tracked change; where it took words out, `deletion` holds them.

    Both stamps stand where one put in what another took out.
    """

    deletion: etree._Element | None = None
    inserted: Change = None
    deleted: Change = None
    formatting: tuple[Formatting, ...] = ()


class Changes:
    """The changes of one file, and those that are open at the place at work.

    `asked` are the ids that the text names.
    """

    def __init__(self) -> None:
        """Begin with no change known."""
        self._marks = Marks(has_utc=False)
        self.regions: dict[str, Region] = {}
        self.asked: list[str] = []
        self._spent: set[str] = set()
        self._open: dict[str, Stamp] = {}
        self._gone: dict[str, Stamp] = {}
        self._formats: dict[str, tuple[Formatting, ...]] = {}
        self._base: tuple[Change, Change] = (None, None)
        self._move = ""
        self.inserted: Change = None
        self.deleted: Change = None
        self.formatting: tuple[Formatting, ...] = ()

    def take(self, root: etree._Element | None) -> None:
        """Add the changes that are declared in one part of the file."""
        for region in root.iter(o.REGION) if root is not None else ():
            number = region.get(o.XML_ID) or region.get(o.TEXT_ID) or ""
            self.regions.setdefault(number, self._region(region))

    def _region(self, region: etree._Element) -> Region:
        taken = region.find(o.DELETION)
        put, reset = self._stamp(region.find(o.INSERTION)), region.find(o.FORMAT_CHANGE)
        formatting = (Formatting(_REFORMATTED, self._stamp(reset) or Stamp()),)
        return Region(taken, put, self._stamp(taken), formatting if reset is not None else ())

    def _stamp(self, change: etree._Element | None) -> Change:
        info = change.find(o.CHANGE_INFO) if change is not None else None
        if change is None:
            return None
        return Stamp(*self.said(info)) if info is not None else Stamp()

    def said(self, info: etree._Element) -> tuple[str | None, str | None]:
        """Return author and date (ISO 8601, UTC) of a change or a comment, None for none."""
        author, date = info.findtext(o.CREATOR) or None, info.findtext(o.DATE) or ""
        is_dated = date.split("T")[0] != _NO_DATE
        return author, self._marks.date(date) if is_dated else None

    def start(self, number: str) -> None:
        """Open an insertion, a change of format, or a deletion whose words stand in the text.

        LibreOffice leaves them there where it writes flat files.
        """
        self.asked.append(number)
        region = self.regions.get(number, Region())
        if len(self._open) + len(self._gone) + len(self._formats) > _MOST_OPEN:
            return
        if region.inserted is not None:
            self._open[number] = region.inserted
        if region.deleted is not None:
            self._gone[number] = region.deleted
        if region.formatting:
            self._formats[number] = region.formatting
        self._settle()

    def end(self, number: str) -> None:
        """Close what `start` opened."""
        self._open.pop(number, None)
        self._gone.pop(number, None)
        self._formats.pop(number, None)
        self._settle()

    def bookmark(self, name: str, *, is_start: bool) -> None:
        """Take note of a bookmark: some stand round what was moved."""
        if any(name.startswith(each) for each in _MOVES):
            moved = name.split("__")[-1].split(" ")[0][:80]
            self._move = moved if is_start else ""
            self._settle()

    def _settle(self) -> None:
        inserted = next(reversed(self._open.values()), self._base[0])
        deleted = next(reversed(self._gone.values()), self._base[1])
        self.inserted = self._moved(inserted) if deleted is None else inserted
        self.deleted = self._moved(deleted)
        self.formatting = next(reversed(self._formats.values()), ())

    def _moved(self, stamp: Change) -> Change:
        return replace(stamp, move=self._move) if stamp and self._move else stamp

    def taken(self, number: str) -> Region | None:
        """Return the region of words that were taken out, once; None for no such, or met before."""
        self.asked.append(number)
        region = self.regions.get(number)
        if region is None or region.deletion is None or number in self._spent:
            return None
        self._spent.add(number)
        return region

    @contextmanager
    def within(self, inserted: Change, deleted: Change) -> Iterator[None]:
        """Read words that bear marks of their own, whatever is open around their place."""
        outer = self._base, self._open, self._gone, self._formats, self._move
        self._base, self._move = (inserted, deleted), ""
        self._open, self._gone, self._formats = {}, {}, {}
        self._settle()
        try:
            yield
        finally:
            self._base, self._open, self._gone, self._formats, self._move = outer
            self._settle()
