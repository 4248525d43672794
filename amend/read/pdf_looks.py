"""Pieces and what is drawn over them in; how the words look out: struck, underlined, painted.

A PDF has no struck words, only words and lines. A thin line through the middle of letters strikes
them, one at their foot underlines them, a box behind them paints the ground; a line or box that
runs on beyond the words is a rule or a table's shading, and says nothing of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from amend.model.source import GROUNDS, LETTERS, Look
from amend.read.pdf_packets import BOLD, ITALIC, JOINED, UNSEEN, Page, Piece, Stroke
from amend.text.hues import hue

# A line is so thin, as a share of the letters' height; a painted ground so tall.
_THIN, _TALL, _TALLEST = 0.2, 0.55, 1.9
# Where a line stands in the letters' height, from their own line up.
_UNDER, _THROUGH = (-0.35, 0.1), (0.1, 0.62)
# A mark of words lies on them for so much of its width.
_ON_WORDS = 0.8
# Struck words are struck with the spaces around them, each so wide in heights of the letters.
_SPACE = 0.25
_COVERED = 0.5
_BAND = 8.0
_MOST_BANDS = 200
# A ground that fills more of a page is its paper.
_PAPER = 0.5
_WHITE = 0xFFFFFF
_PLAIN = Look.PLAIN
# A page that pictures cover so much of is a scan: letters that nobody sees were laid under it.
SCANNED = 0.3
# Letters and the ground they stand on differ less than this in red, green and blue: unreadable.
_SAME_COLOUR = 24


def mark(page: Page) -> None:
    """Set what is drawn over each piece of a page."""
    linked = [box for note in page.notes if note.kind == "link" for box in note.boxes]
    touched = {
        band
        for low, high in [
            *((each.y0, each.y1) for each in page.strokes),
            *((box[1], box[3]) for box in linked),
        ]
        for band in range(int((low - 1) // _BAND), int((high + 4) // _BAND) + 1)[:_MOST_BANDS]
    }
    bands: dict[int, list[Piece]] = defaultdict(list)
    heights = _heights(page.pieces) if touched else {}
    for each in page.pieces if touched else ():
        head = each.foot + heights[id(each)]
        for band in range(int(each.foot // _BAND), int(head // _BAND) + 1):
            if band in touched:
                bands[band].append(each)
    for stroke in page.strokes:
        if stroke.height * stroke.width < _PAPER * page.width * page.height:
            _mark(stroke, bands, heights)
    for box in linked:
        for each in _under(box, bands):
            each.shown &= ~Look.UNDERLINE
            each.colour = 0
    if page.images <= SCANNED:
        for each in page.pieces:
            if each.looks & UNSEEN:
                each.shown |= Look.HIDDEN


def _heights(pieces: Iterable[Piece]) -> dict[int, float]:
    """Return the height of the word each piece belongs to, by `id`.

    Fonts that do not tell theirs give each letter its own, and Arabic comes letter by letter.
    """
    heights: dict[int, float] = {}
    word: list[Piece] = []
    for each in pieces:
        if word and (each.glue != JOINED or each.y != word[0].y):
            heights |= dict.fromkeys(map(id, word), max(part.size for part in word))
            word = []
        word.append(each)
    if word:
        heights |= dict.fromkeys(map(id, word), max(part.size for part in word))
    return heights


def _mark(stroke: Stroke, bands: dict[int, list[Piece]], heights: Mapping[int, float]) -> None:
    box = (stroke.x0, stroke.y0, stroke.x1, stroke.y1)
    under = [(each, _look(stroke, each, heights[id(each)])) for each in _under(box, bands)]
    looks = [(each, look) for each, look in under if look and _covers(stroke, each)]
    words = [each for each, _ in looks]
    if not words:
        return
    covered = sum(min(each.x1, stroke.x1) - max(each.x0, stroke.x0) for each in words)
    spaces = 2.0 * len(words) + 2 * _SPACE * max(each.size for each in words)
    if covered + spaces < _ON_WORDS * stroke.width:
        return
    for each, look in looks:
        each.shown |= look


def _under(box: tuple[float, float, float, float], bands: dict[int, list[Piece]]) -> list[Piece]:
    """Return the pieces that a box, or the line just above it, lies on."""
    low, high = int((box[1] - 1) // _BAND), int((box[3] + 4) // _BAND)
    if high - low > len(bands):
        return []
    found = {
        id(each): each
        for band in range(low, high + 1)
        for each in bands.get(band, ())
        if each.x1 > box[0] and each.x0 < box[2]
    }
    return list(found.values())


def _covers(stroke: Stroke, piece: Piece) -> bool:
    width = piece.x1 - piece.x0
    return min(piece.x1, stroke.x1) - max(piece.x0, stroke.x0) >= _COVERED * width


def _look(stroke: Stroke, piece: Piece, size: float) -> Look:
    """Return how a stroke makes a piece look whose word is `size` high."""
    if stroke.height <= _THIN * size:
        place = ((stroke.y0 + stroke.y1) / 2 - piece.y) / size
        if _UNDER[0] <= place <= _UNDER[1]:
            return Look.UNDERLINE
        return Look.STRIKE if _THROUGH[0] < place <= _THROUGH[1] else _PLAIN
    if not (stroke.is_filled and _TALL * size <= stroke.height <= _TALLEST * size):
        return _PLAIN
    is_behind = stroke.y0 <= piece.y + 0.2 * size and stroke.y1 >= piece.y + 0.4 * size
    return GROUNDS.get(hue(f"{stroke.colour:06x}"), _PLAIN) if is_behind else _PLAIN


def usual_colour(pages: Iterable[Page]) -> int:
    """Return the colour that most letters of a file have: that of plain words."""
    counts = Counter[int]()
    for page in pages:
        for each in page.pieces:
            counts[each.colour] += len(each.text)
    return counts.most_common(1)[0][0] if counts else 0


def look_of(piece: Piece, usual: int) -> Look:
    """Return how a piece looks; `usual` is the colour of plain words."""
    look = Look(piece.shown)
    if piece.looks & BOLD:
        look |= Look.BOLD
    if piece.looks & ITALIC:
        look |= Look.ITALIC
    if piece.colour not in {usual, 0}:
        look |= _painted(piece)
    return look


def _painted(piece: Piece) -> Look:
    if piece.colour == -1 or (piece.colour == _WHITE and not piece.shown & Look.HIGHLIGHT):
        return Look.HIDDEN
    return LETTERS.get(hue(f"{piece.colour:06x}"), _PLAIN)


def _is_same(one: int, other: int) -> bool:
    return all(
        abs((one >> shift & 255) - (other >> shift & 255)) < _SAME_COLOUR for shift in (0, 8, 16)
    )


def shaded(pieces: Sequence[Piece], strokes: Iterable[Stroke]) -> None:
    """Let white letters on a dark ground be seen: a table's heading, a title on a bar.

    Letters of the colour of a bar as tall as their line are not: it blacks them out. A taller box
    may be a frame, with white paint inside that is not told.
    """
    dark = [each for each in strokes if each.is_filled and each.height > 4]
    for piece in pieces if dark else ():
        grounds = [
            each for each in dark
            if each.x0 <= piece.x0 + 1 and each.x1 >= piece.x1 - 1
            and each.y0 <= piece.y + 2 and each.y1 >= piece.y + 2
        ]  # fmt: skip
        if grounds and piece.colour == _WHITE:
            piece.colour = 0
        elif any(
            each.height <= _TALLEST * piece.size and _is_same(each.colour, piece.colour)
            for each in grounds
        ):
            piece.shown |= Look.HIDDEN
