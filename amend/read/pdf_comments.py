"""The annotations of pages in; comments on blocks, and words struck or put in, out.

What a reader of the file marked is a change by that reader, as a tracked change in Word is: a
strike takes words out, a caret puts its words in, a note says something about what it covers. A
highlight or an underline without words is a look, as one that is drawn.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone

from amend.model.source import GROUNDS, Comment, Look, Reply, Stamp
from amend.read.pdf_lines import Line
from amend.read.pdf_packets import Note, Page, Piece
from amend.read.pdf_runs import Annotated, Inserted, clean, words_of
from amend.text.hues import hue

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(\d\d)?'?(\d\d)?'?)?")
_SPOKEN = frozenset({"note", "free text", "highlight", "underline", "strike", "caret", "shape",
                     "file"})  # fmt: skip
# Those that mean the words they cover.
_COVERING = frozenset({"highlight", "underline", "strike", "shape"})
# LibreOffice writes the date into the name: "Ana Ruiz, 05/06/24, 10:00:00".
_NAME = re.compile(r"(.+?), \d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b.*", re.DOTALL)
# What a review may have set an annotation to; "None" takes it back.
_SETTLED = frozenset({"Accepted", "Rejected", "Cancelled", "Completed"})
_STATES = _SETTLED | {"None"}
# A box that covers less of a piece does not mean it.
_SHARE = 0.5
# A note hangs from its head: the line it stands on is so far below, in points.
_BELOW_HEAD = 4.0
_LONGEST = 5_000


def annotated(pages: Iterable[Page], lines: Mapping[int, Sequence[Line]]) -> Annotated:
    """Tie the annotations of pages to their lines; `lines` are those of each page."""
    found = Annotated()
    for page in pages:
        said = {each.number: each for each in page.notes if each.kind in _SPOKEN}
        replies: dict[int, list[Note]] = defaultdict(list)
        for each in said.values():
            if (root := _root(each, said)) is not each:
                replies[root.number].append(each)
        for each in said.values():
            if _root(each, said) is each:
                _tie(each, replies[each.number], lines.get(page.number, ()), page.number, found)
    return found


def _root(note: Note, said: Mapping[int, Note]) -> Note:
    """Return the annotation that a thread of answers begins with; those that go in rings have none.

    A strike that answers a caret is no answer: the two are one replacement, as Acrobat writes it.
    """
    at, met = note, {note.number}
    while at.kind not in {"caret", "strike"} and at.replies_to is not None:
        answered = said.get(at.replies_to)
        if answered is None:
            return at
        if answered.number in met:
            return note
        met.add(answered.number)
        at = answered
    return at


def _tie(
    note: Note, answers: Sequence[Note], lines: Sequence[Line], page: int, found: Annotated
) -> None:
    stamp = Stamp(_author(note), iso(note.date))
    covered = [(line, piece) for line in lines for piece in line.pieces if _is_covered(piece, note)]
    text = _words(note)
    nearest = _nearest(lines, note)
    if nearest is None:
        if text:
            found.unplaced.append((page, text))
        return
    _mark(note, [piece for _, piece in covered], stamp, found)
    if note.kind == "caret" and text:
        before = [each for each in nearest.pieces if _centre(each) < _middle(note)]
        at = before[-1] if before else nearest.pieces[0]
        found.inserted[id(at)].append(Inserted(text, stamp, is_before=not before))
        text = ""
    words = words_of(piece for _, piece in covered)
    said = [each for each in answers if each.state not in _STATES and each.text.strip()]
    if said or (text and _spaced(text) != _spaced(words)):
        line = covered[0][0] if covered else nearest
        found.comments[id(line)].append(_comment(note, text, words, said, _is_settled(answers)))


def _mark(note: Note, covered: Sequence[Piece], stamp: Stamp, found: Annotated) -> None:
    if note.kind == "strike":
        found.deleted |= {id(piece): stamp for piece in covered}
    for piece in covered:
        if note.kind == "underline":
            piece.shown |= Look.UNDERLINE
        elif note.kind == "highlight":
            piece.shown |= GROUNDS.get(hue(f"{note.colour:06x}"), Look.HIGHLIGHT)


def _comment(
    note: Note, text: str, words: str, said: Sequence[Note], is_settled: bool
) -> Comment:  # fmt: skip
    replies = [Reply(_author(each), iso(each.date), _words(each)) for each in said]
    author, date = _author(note), iso(note.date)
    if not text:  # a mark that says nothing, and is spoken of
        author, date, text = replies[0].author, replies[0].date, replies[0].text
        del replies[0]
    return Comment(author, date, text, words, is_settled, tuple(replies))


def _is_settled(answers: Sequence[Note]) -> bool:
    """Whether the last state that a review set is one that settles."""
    states = [(iso(each.date) or "", each.state) for each in answers if each.state in _STATES]
    return bool(states) and max(states, key=lambda each: each[0])[1] in _SETTLED


def _author(note: Note) -> str | None:
    name = clean(note.author).strip()
    dated = _NAME.fullmatch(name)
    return (dated[1] if dated else name) or None


def _words(note: Note) -> str:
    return clean(note.text[:_LONGEST]).strip().replace("\r\n", "\n").replace("\r", "\n")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _is_covered(piece: Piece, note: Note) -> bool:
    """Whether an annotation that marks words marks this piece."""
    if note.kind not in _COVERING:
        return False
    middle = piece.y + 0.25 * piece.size
    return any(
        y0 <= middle <= y1
        and min(piece.x1, x1) - max(piece.x0, x0) >= _SHARE * (piece.x1 - piece.x0)
        for x0, y0, x1, y1 in note.boxes
    )


def _centre(piece: Piece) -> float:
    return (piece.x0 + piece.x1) / 2


def _middle(note: Note) -> float:
    return (note.boxes[0][0] + note.boxes[0][2]) / 2 if note.boxes else 0.0


def _nearest(lines: Sequence[Line], note: Note) -> Line | None:
    """Return the line at the height of an annotation, or the nearest to it."""
    if not note.boxes or not lines:
        return None
    x0, y0, x1, y1 = note.boxes[0]
    middle = (y0 + y1) / 2
    height = middle if note.kind not in {"note", "file"} else max(middle, y1 - _BELOW_HEAD)

    def off(line: Line) -> tuple[float, float]:
        away = max(0.0, line.foot - height, height - line.head)
        return away, max(0.0, line.x0 - x1, x0 - line.x1)

    return min(lines, key=off)


def iso(date: str) -> str | None:
    """Return a date of a PDF ("D:20240102030405+01'00'") as ISO 8601 in UTC, None for none."""
    found = _DATE.match(date.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    sign, hours, minutes = found[7], int(found[8] or 0), int(found[9] or 0)
    away = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    try:
        zone = timezone(away) if sign in {"+", "-"} else UTC
        moment = datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=zone)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None
