"""A line in; whether a number, an option or a bullet opens it out, and where its words begin."""

from __future__ import annotations

import re
from itertools import pairwise

from amend.labels import split_head
from amend.read.pdf_lines import Line
from amend.read.pdf_packets import Piece

# A number in the margin stands so far before its words at least.
HANGING = 0.45
_OPTION = re.compile(
    r"[\[(]*(?:option|alternative|variant[e]?|opción|вариант|الخيار|备选案文)\s*"
    r"\(?(?:\d{1,2}|[a-zIVX]{1,4}|[А-Яа-я]|[一二三四五六七八九十])\)?(?:\([ivx]{1,4}\))?\s*(?:[:.\])(（：—–]|$)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•●○◦▪■□–—\-·*]\s+\S|[•●▪■]")
_SYMBOL = re.compile(r"[^\W_]+(?:/[^\W_]+)+\.$")
_BARE = re.compile(r"\d{1,3}$")


def opens(line: Line) -> bool:
    """Whether a number, an option or a bullet opens a line."""
    text = line.text
    return bool(_OPTION.match(text) or _BULLET.match(text) or split_head(text) is not None)


def is_option(line: Line) -> bool:
    """Whether the name of an option opens a line."""
    return _OPTION.match(line.text) is not None


def bare_figure(line: Line) -> str | None:
    """Return a figure without a full stop that hangs before the words of a line, or None."""
    if len(line.pieces) < 2:
        return None
    first, second = line.pieces[:2]
    figure = first.text.strip()
    is_apart = _gap(first, second) > HANGING * line.size
    return figure if is_apart and _BARE.match(figure) else None


def behind(line: Line, count: int) -> float:
    """Return where a line goes on behind so many pieces, as `Line.begins` tells it."""
    return _begin(line, line.pieces[count])


def _begin(line: Line, piece: Piece) -> float:
    return -piece.x1 if line.is_right else piece.x0


def _gap(before: Piece, piece: Piece) -> float:
    """Return the room between two pieces in the order they are read, from either side."""
    return max(piece.x0 - before.x1, before.x0 - piece.x1)


def after_number(line: Line) -> float:
    """Return where the words begin behind a number that hangs in the margin; 0.0 without one.

    It is told as `Line.begins` is.
    """
    head = split_head(line.text)
    bullet = _BULLET.match(line.text)
    if head is None and bullet is None:
        return _after_symbol(line)
    letters = 1 if head is None else len("".join(head[0].split()))
    for before, piece in pairwise(line.pieces):
        letters -= len("".join(before.text.split()))
        if letters <= 0:
            is_apart = _gap(before, piece) > HANGING * line.size
            return _begin(line, piece) if is_apart and letters == 0 else 0.0
    return 0.0


def _after_symbol(line: Line) -> float:
    """Return where a title begins behind its number: "78/272.  Agreement"; 0.0 without one."""
    if len(line.pieces) < 2 or not _SYMBOL.match(line.pieces[0].text.strip()):
        return 0.0
    first, second = line.pieces[:2]
    return _begin(line, second) if _gap(first, second) > HANGING * line.size else 0.0
