"""The annotations of pages in; comments on blocks, and words struck or put in, out.

What a reader of the file marked is a change by that reader, as a tracked change in Word is: a
strike takes words out, a caret puts its words in, a note says something about what it covers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone

from amend.model.source import Comment, Reply, Stamp
from amend.read.pdf_lines import Line
from amend.read.pdf_packets import Note, Page, Piece
from amend.read.pdf_runs import Annotated, clean, words_of

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(\d\d)?'?(\d\d)?'?)?")
_SPOKEN = frozenset({"note", "free text", "highlight", "underline", "strike", "caret"})
# A box that covers less of a piece does not mean it.
_SHARE = 0.5
_LONGEST = 5_000


def annotated(pages: Iterable[Page], lines: Mapping[int, Sequence[Line]]) -> Annotated:
    """Tie the annotations of pages to their lines; `lines` are those of each page."""
    found = Annotated()
    for page in pages:
        said = [each for each in page.notes if each.kind in _SPOKEN]
        replies: dict[int, list[Note]] = defaultdict(list)
        for each in said:
            if each.replies_to is not None and each.kind != "caret":
                replies[each.replies_to].append(each)
        for each in said:
            if each.replies_to is None or each.kind == "caret":
                _tie(each, replies[each.number], lines.get(page.number, ()), page.number, found)
    return found


def _tie(
    note: Note, replies: Sequence[Note], lines: Sequence[Line], page: int, found: Annotated
) -> None:
    stamp = Stamp(note.author or None, iso(note.date))
    covered = [(line, piece) for line in lines for piece in line.pieces if _is_covered(piece, note)]
    text = clean(note.text[:_LONGEST]).strip().replace("\r", "\n")
    nearest = _nearest(lines, note)
    if nearest is None:
        if text:
            found.unplaced.append((page, text))
        return
    words = words_of(piece for _, piece in covered)
    if note.kind == "strike":
        found.deleted |= {id(piece): stamp for _, piece in covered}
    elif note.kind == "caret" and text:
        before = [each for each in nearest.pieces if each.x0 < _middle(note)]
        found.inserted[id((before or nearest.pieces[:1])[-1])] = (text, stamp)
        return
    if text and _spaced(text) != _spaced(words):
        line = covered[0][0] if covered else nearest
        answers = tuple(
            Reply(each.author or None, iso(each.date), clean(each.text[:_LONGEST]).strip())
            for each in replies
        )
        found.comments[id(line)].append(
            Comment(stamp.author, stamp.date, text, words, replies=answers)
        )


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _is_covered(piece: Piece, note: Note) -> bool:
    """Whether an annotation that marks words marks this piece."""
    if note.kind in {"note", "free text", "caret"}:
        return False
    middle = piece.y + 0.25 * piece.size
    return any(
        y0 <= middle <= y1
        and min(piece.x1, x1) - max(piece.x0, x0) >= _SHARE * (piece.x1 - piece.x0)
        for x0, y0, x1, y1 in note.boxes
    )


def _middle(note: Note) -> float:
    return (note.boxes[0][0] + note.boxes[0][2]) / 2 if note.boxes else 0.0


def _nearest(lines: Sequence[Line], note: Note) -> Line | None:
    """Return the line at the height of an annotation, or the nearest to it."""
    if not note.boxes or not lines:
        return None
    x0, y0, x1, y1 = note.boxes[0]
    height = (y0 + y1) / 2 if note.kind != "note" else y1

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
