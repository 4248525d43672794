"""A text from strangers in, a text that a sheet or a Word file can hold and never runs out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import bidirectional

from amend.model.comparison import Op
from amend.render.redlines import shown
from amend.render.shapes import Segment

Pieces = tuple[Segment, ...]
Value = str | int | float | None
"""What stands in one cell; None is an empty one, a share is a float of 0.0 to 1.0."""

LIMIT = 32_766
"""What one cell holds, in UTF-16 units: Excel's 32,767, less one that `xlsx.py` may have to add."""
_CUT = " … [cut here: a cell holds no more than 32,767 characters]"
# Signs that make a spreadsheet calculate, and their full-width forms, which some take for them.
_SIGNS = "=+@＝＋－＠-"
_FORMULA = re.compile(rf"[\t\r\n]|\s*[{_SIGNS}]")
# Where decimals have a comma, a sheet splits such a file at its semicolons, whatever the quotes
# say, and then a line break inside a cell begins a new one too.
_ARMED = re.compile(rf"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?=[^\S\t\r\n]*[{_SIGNS}])")
# XML has no way to write these two, not even as references; `shown` keeps them as they are.
_NO_XML = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}


def legal(text: str) -> str:
    """Return the text with every sign that XML forbids or that deceives the eye made visible.

    Its length stays the same; a text that is safe already comes back as it is.
    """
    return shown(text).translate(_NO_XML)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula; leading spaces do not save it."""
    return _FORMULA.match(text) is not None


def disarmed(text: str) -> str:
    """Return the text with an apostrophe wherever a formula could begin.

    That is at its start, and behind a semicolon, a tab or a line break, at which some programs
    split a file of comma-separated values.
    """
    return _ARMED.sub("'", text)


def is_right_to_left(text: str) -> bool:
    """Whether a text reads from the right: by its first letter that has a direction."""
    if text.isascii():
        return False
    ways = (bidirectional(each) for each in text)
    return next((each in {"R", "AL"} for each in ways if each in {"L", "R", "AL"}), False)


def stretches(pieces: Pieces) -> list[tuple[Op, str]]:
    """Return op and text by turns: what one cell of a sheet can show of a text in pieces.

    Marks are on words alone, the space around them is unmarked. A text beyond `LIMIT` is cut, and
    ends with a note that says so. Nothing is returned for an empty text.
    """
    found: list[tuple[Op, str]] = []
    for op, text in _fitting([each for piece in pieces for each in _parts(piece)]):
        if found and found[-1][0] is op:
            found[-1] = (op, found[-1][1] + text)
        elif text:
            found.append((op, text))
    return found


def _parts(piece: Segment) -> Iterator[tuple[Op, str]]:
    before, words, behind = piece.parts
    yield Op.KEEP, legal(before)
    yield piece.op, legal(words)
    yield Op.KEEP, legal(behind)


def _fitting(parts: Sequence[tuple[Op, str]]) -> Iterator[tuple[Op, str]]:
    """Yield what a cell can hold, and where that is not all, a note that says so."""
    if sum(units(text) for _, text in parts) <= LIMIT:
        yield from parts
        return
    room = LIMIT - units(_CUT)
    for op, text in parts:
        kept = _opening(text, room)
        yield op, kept
        room -= units(kept)
        if len(kept) < len(text):
            break
    yield Op.KEEP, _CUT


def _opening(text: str, room: int) -> str:
    """Return as much of a text as fits, never half of a sign."""
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")


def units(text: str) -> int:
    """Return the length of a text as Excel counts it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
