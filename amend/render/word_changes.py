"""Paragraphs with marked runs in, WordprocessingML with tracked changes, moves and comments out.

A change of words stands in `w:ins`, `w:del`, `w:moveFrom` or `w:moveTo`; that of a paragraph mark,
which is how Word tracks splits and joins, among the properties of its paragraph (ECMA-376, part 1,
17.13.5). Nothing is nested but what one person takes out of what another put in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from amend.model.source import Look, Run, Stamp
from amend.render import word_xml as xml
from amend.render.word_styles import Styles

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?")
_NOBODY = "unknown"
_SLANTS = {
    Look.BOLD: "Bold words",
    Look.ITALIC: "Italic words",
    Look.BOLD | Look.ITALIC: "Bold italic words",
}
_INITIALS = 9
Mark = tuple[str, Stamp]
"""The kind of a change, as its element is called ("moveFrom"), and who made it."""
Move = tuple[str, str]
"""An end of a move: its kind, and the name that both ends share."""


class Pin(NamedTuple):
    """A comment on some runs of a paragraph, half-open; its date is as in a stamp."""

    start: int
    end: int
    author: str
    text: str
    date: str | None = None


class Tracked(NamedTuple):
    """A paragraph with tracked changes in its runs and at its mark; `style` is the name of one.

    A stamp with a `move` is one end of a move; what bears the name of one move stands in paragraphs
    that follow each other.
    """

    style: str
    runs: tuple[Run, ...]
    mark_inserted: Stamp | None = None
    mark_deleted: Stamp | None = None
    pins: tuple[Pin, ...] = ()


class Changes:
    """The tracked changes and comments of one file: each has an id that no other has."""

    def __init__(self, styles: Styles) -> None:
        """Begin with none; `comments` is what the part for comments is to hold."""
        self.comments: list[str] = []
        self._styles = styles
        self._count = 0
        self._is_late = False

    def paragraphs(self, paragraphs: Sequence[Tracked]) -> Iterator[str]:
        """Yield the paragraphs; the range of a move is opened before its first words."""
        ending = _ending(paragraphs)
        opened: dict[Move, str] = {}
        for place, each in enumerate(paragraphs):
            # LibreOffice takes two such changes and the end between them for one change.
            self._is_late = place > 0 and not self._is_late and _touch(paragraphs[place - 1], each)
            inside = self._inside(each, opened)
            ends = "".join(
                xml.element(f"w:{move[0]}RangeEnd", {"w:id": opened[move]})
                for move in ending.get(place, ())
            )
            # Where the mark is a part of the move, the range ends behind the paragraph.
            is_whole = any(_move(*mark) in ending.get(place, ()) for mark in _marks(each))
            made = self._paragraph(each, inside if is_whole else inside + ends)
            yield made + ends if is_whole else made

    def _paragraph(self, tracked: Tracked, inside: str) -> str:
        style = self._styles.paragraph(tracked.style)
        told = "".join(
            xml.element(f"w:{kind}", self._stamp(stamp)) for kind, stamp in _marks(tracked)
        )
        return xml.paragraph(style, inside, is_leftward=_is_leftward(tracked), mark=told)

    def _inside(self, tracked: Tracked, opened: dict[Move, str]) -> str:
        parts: list[str] = []
        is_leftward = _is_leftward(tracked)
        pinned = [(pin, self._comment(pin)) for pin in tracked.pins]
        for place, run in enumerate(tracked.runs):
            parts += (_pin("Start", name) for pin, name in pinned if pin.start == place)
            parts += self._open(_stamped(run), opened)
            parts.append(self._run(run, is_leftward))
            parts += (self._pin_end(name) for pin, name in pinned if pin.end == place + 1)
        parts += self._open(_marks(tracked), opened)
        return "".join(parts)

    def _open(self, marks: Iterable[Mark], opened: dict[Move, str]) -> Iterator[str]:
        for kind, stamp in marks:
            move = _move(kind, stamp)
            if move is not None and move not in opened:
                told = self._stamp(stamp)
                opened[move] = told["w:id"]
                yield xml.element(f"w:{kind}RangeStart", {**told, "w:name": move[1]})

    def _run(self, run: Run, is_leftward: bool) -> str:
        is_deleted = run.deleted is not None and not run.deleted.move
        style = self._styles.character(_SLANTS.get(run.look & (Look.BOLD | Look.ITALIC), ""))
        is_leftward = xml.is_leftward(run.text, is_leftward)
        made = xml.run(run.text, style, is_deleted=is_deleted, is_leftward=is_leftward)
        for kind, stamp in reversed(_stamped(run)) if made else ():
            made = xml.element(f"w:{kind}", self._stamp(stamp), made)
        return made

    def _stamp(self, stamp: Stamp) -> dict[str, str]:
        self._count += 1
        date = _later(stamp.date) if self._is_late else stamp.date
        return {"w:id": str(self._count), **_who(stamp.author, date)}

    def _comment(self, pin: Pin) -> str:
        name = str(len(self.comments))
        initials = "".join(each[:1] for each in pin.author.split())[:_INITIALS]
        told = {"w:id": name, **_who(pin.author, pin.date), "w:initials": initials}
        reference = self._styles.character("annotation reference")
        head = f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:annotationRef/></w:r>'
        style = self._styles.paragraph("annotation text")
        inside = xml.paragraph(style, head + xml.run(pin.text))
        self.comments.append(xml.element("w:comment", told, inside))
        return name

    def _pin_end(self, name: str) -> str:
        style = self._styles.character("annotation reference")
        told = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:commentReference w:id="{name}"/>'
        return f"{_pin('End', name)}<w:r>{told}</w:r>"


def closed(paragraphs: Sequence[Tracked]) -> list[Tracked]:
    """Return paragraphs that a file can end with: the last mark stays, whatever is accepted.

    No program can take the end of a file away. The mark before it, of the reading that lacked it,
    takes its part; two paragraphs of which each is in one reading alone become one.
    """
    found = list(paragraphs)
    if not found or not _marks(found[-1]):
        return found
    last = found[-1]
    found[-1] = last._replace(mark_inserted=None, mark_deleted=None)
    is_new = last.mark_inserted is not None
    marks = [each.mark_inserted if is_new else each.mark_deleted for each in found[:-1]]
    place = next((at for at in range(len(marks) - 1, -1, -1) if marks[at] is None), -1)
    if place < 0:
        return found
    before = found[place]
    if _marks(before):
        found[place : place + 2] = [_merged(before, found[place + 1])]
    elif last.mark_inserted is not None:
        found[place] = before._replace(mark_inserted=replace(last.mark_inserted, move=None))
    elif last.mark_deleted is not None:
        found[place] = before._replace(mark_deleted=replace(last.mark_deleted, move=None))
    return found


def _merged(one: Tracked, other: Tracked) -> Tracked:
    pins = (
        each._replace(start=each.start + len(one.runs), end=each.end + len(one.runs))
        for each in other.pins
    )
    return other._replace(runs=(*one.runs, *other.runs), pins=(*one.pins, *pins))


def _pin(end: str, name: str) -> str:
    return f'<w:commentRange{end} w:id="{name}"/>'


def _who(author: str | None, date: str | None) -> dict[str, str]:
    """Return author and date as Word has them; what is no date is left out."""
    told = {"w:author": author or _NOBODY}
    if date and _DAY.fullmatch(date):
        told["w:date"] = date if "T" in date else f"{date}T00:00:00Z"
    return told


def _marks(tracked: Tracked) -> tuple[Mark, ...]:
    """Return what is tracked of the paragraph mark, in the order of the schema."""
    return _kinds(tracked.mark_inserted, tracked.mark_deleted)


def _stamped(run: Run) -> tuple[Mark, ...]:
    return _kinds(run.inserted, run.deleted)


def _kinds(inserted: Stamp | None, deleted: Stamp | None) -> tuple[Mark, ...]:
    found: tuple[Mark, ...] = ()
    if inserted is not None:
        found += (("moveTo" if inserted.move else "ins", inserted),)
    if deleted is not None:
        found += (("moveFrom" if deleted.move else "del", deleted),)
    return found


def _move(kind: str, stamp: Stamp) -> Move | None:
    return (kind, stamp.move) if stamp.move else None


def _ending(paragraphs: Sequence[Tracked]) -> dict[int, list[Move]]:
    """Return the moves whose range ends in a paragraph, by its place."""
    last: dict[Move, int] = {}
    for place, each in enumerate(paragraphs):
        for kind, stamp in (*(mark for run in each.runs for mark in _stamped(run)), *_marks(each)):
            if stamp.move:
                last[kind, stamp.move] = place
    ending: dict[int, list[Move]] = defaultdict(list)
    for move, place in last.items():
        ending[place].append(move)
    return ending


def _touch(before: Tracked, tracked: Tracked) -> bool:
    """Whether a change at the end of a paragraph is of one kind with one where the next begins."""
    if _marks(before) or not (before.runs and tracked.runs):
        return False
    return not set(_stamped(before.runs[-1])).isdisjoint(_stamped(tracked.runs[0]))


def _later(date: str | None) -> str | None:
    """Return a time two minutes later: what is a minute apart is one change to LibreOffice."""
    if date is None or not _DAY.fullmatch(date):
        return date
    return (datetime.fromisoformat(date) + timedelta(minutes=2)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_leftward(tracked: Tracked) -> bool:
    """Whether the paragraph runs from right to left: as what stays of it does."""
    stays = "".join(each.text for each in tracked.runs if each.deleted is None)
    return xml.is_leftward(stays or "".join(each.text for each in tracked.runs))
