"""The pieces of a page in; its lines out, as they stand on the page, still in the file's order.

A file writes a page in any order, and a line in many pieces. Pieces that follow each other on one
line without a wide gap make a stretch; what stands side by side is told apart later, when columns
and tables are known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amend.read.pdf_packets import GUESSED, HYPHENED, JOINED, NEW_LINE, SPACED, TURNED, Page, Piece
from amend.read.pdf_right import (
    NUMBER,
    count_words,
    in_order,
    is_right,
    with_marks,
    without_strokes,
)

# A gap this wide, in heights of a line, parts a number from its words, or columns.
WIDE = 1.1
# Pieces that stand on one line share so much of the lower one's height.
_SHARED = 0.55
# A letter so much smaller than its line, and off its foot, is raised or lowered.
_SMALL = 0.8
_OFF = 0.12
# Pieces of one line differ by less: in points, as their letters are round or not, in heights.
_SAME, _ONE_SIZE, _CLOSE = 0.2, 0.6, 0.42
# Spaces the library puts in where letters stand apart; narrower ones are kerning.
_NARROWEST_SPACE = 0.19
# Narrower still, a letter that leans over the next word may hide a space: "of the".
_LEANING = 0.08
# Letters of one word stand closer, but for those of scripts without spaces.
_WIDEST_JOINT = 0.25
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]")
_ENDS_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}$")
_BEGINS_WORD = re.compile(r"[^\W\d_]{2,}(?![^\W\d_])")
_WHOLE_WORD = re.compile(r"(?<= )[^\W\d_]{2,}(?=[ ,.;])")


@dataclass(slots=True)
class Line:
    """Pieces side by side on one page, from left to right or as the script runs.

    `x0` to `x1` is what they cover, `y` the line they stand on, `size` their height; `left` and
    `right` are the edges of the column they stand in, set when that is known. `is_right` tells that
    it is written from right to left; then pieces stand in that order.
    """

    pieces: list[Piece]
    page: int
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    foot: float = 0.0
    size: float = 0.0
    left: float = 0.0
    right: float = 0.0
    text: str = ""
    is_hyphened: bool = False
    is_right: bool = False

    def __post_init__(self) -> None:
        """Measure the pieces; the longest says how tall the line is, and where it stands."""
        pieces = self.pieces
        if self.is_right:
            self.is_right = is_right(pieces)
        if self.is_right:
            pieces = self.pieces = in_order(pieces)
        first = pieces[0]
        if len(pieces) == 1:
            self.x0, self.x1, self.text = first.x0, first.x1, first.text
            self.size, self.y, self.foot = first.size, first.y, first.foot
            return
        self.x0 = min([each.x0 for each in pieces])
        self.x1 = max([each.x1 for each in pieces])
        tallest = _usual(pieces) if self.is_right else max(pieces, key=_length)
        self.size, self.y, self.foot = tallest.size, tallest.y, tallest.foot
        self.text = joined(pieces)

    @property
    def head(self) -> float:
        """The top of the line."""
        return self.foot + self.size

    @property
    def begins(self) -> float:
        """Where it begins on the side it is read from; farther in is more, on either side."""
        return -self.x1 if self.is_right else self.x0

    @property
    def edge(self) -> float:
        """Where its column begins on the side it is read from."""
        return -self.right if self.is_right else self.left

    def is_raised(self, piece: Piece) -> bool:
        """Whether a piece is set small and above the line, as marks of footnotes are."""
        return piece.size < _SMALL * self.size and piece.y > self.y + _OFF * self.size


def _usual(pieces: Sequence[Piece]) -> Piece:
    """Return a piece as tall as most letters of a line; its words are pieces of their own."""
    letters = Counter[float]()
    for each in pieces:
        letters[round(each.size, 1)] += len(each.text)
    usual = letters.most_common(1)[0][0]
    return max((each for each in pieces if round(each.size, 1) == usual), key=_length)


def _length(piece: Piece) -> int:
    return len(piece.text)


def lines(page: Page, *, has_right: bool = False) -> tuple[list[Line], list[Piece]]:
    """Return the stretches of a page, and apart from them the pieces that run up or down it.

    `has_right` tells that words of the file are written from right to left.
    """
    turned = [each for each in page.pieces if each.looks & TURNED]
    upright = [each for each in page.pieces if not each.looks & TURNED] if turned else page.pieces
    own_spaces = sum(each.glue == SPACED or " " in each.text for each in upright)
    if has_right:
        upright = without_strokes(with_marks(upright))
        count_words(upright)
    else:
        _mend_spaces(upright, has_own=own_spaces * 4 > len(upright))
    found: list[Line] = []
    is_plain = not has_right and all(each.kind == "link" for each in page.notes)
    for each in _stretches(_alike(upright) if is_plain else upright):
        if found and each[0].glue == HYPHENED:
            found[-1].is_hyphened = True
        found.append(Line(each, page.number, is_right=has_right))
    return found, turned


def _mend_spaces(pieces: Sequence[Piece], *, has_own: bool) -> None:
    """Take out spaces that the library put in where a file that has its own shows no gap.

    Word moves letters by hairs: the library then sees "U nited Nations".
    """
    before: Piece | None = None
    known: set[str] | None = None
    for each in pieces:
        if each.glue == JOINED and before is not None:
            is_space = _is_parted(before, each) or _is_number(before, each)
            each.glue = SPACED if is_space else JOINED
        elif each.glue == GUESSED and before is not None:
            gap = each.x0 - before.x1 if each.x0 > before.x0 else before.x0 - each.x1
            share = gap / max(each.size, before.size)
            is_space = share > (_NARROWEST_SPACE if has_own else 0.0)
            is_space = is_space or (share > _LEANING and _ends_clause(before.text, each.text))
            if not is_space and share > _LEANING:
                known = _whole_words(pieces) if known is None else known
                is_space = _are_two(before.text, each.text, known)
            each.glue = SPACED if is_space else JOINED
        before = each


def _is_parted(before: Piece, piece: Piece) -> bool:
    """Whether a space is lacking between two pieces: they stand on one line, and far apart."""
    gap = piece.x0 - before.x1
    if not _WIDEST_JOINT * piece.size < gap < WIDE * piece.size or abs(piece.y - before.y) > _SAME:
        return False
    return not (_CJK.match(before.text[-1:]) or _CJK.match(piece.text[:1]))


def _is_number(before: Piece, piece: Piece) -> bool:
    """Whether a number stands close before its words, at the beginning of a line."""
    return bool(before.glue == NEW_LINE and NUMBER.match(before.text) and piece.text[:1].isalpha())


def _ends_clause(left: str, right: str) -> bool:
    """Whether a sign that closes stands before letters: no font sets such a pair apart."""
    return left[-1:] in ",;:.)]" and right[:1].isalpha()


def _whole_words(pieces: Iterable[Piece]) -> set[str]:
    """Return the words of a page that its own spaces part from others."""
    return {word for each in pieces for word in _WHOLE_WORD.findall(each.text)}


def _are_two(left: str, right: str, known: set[str]) -> bool:
    """Whether letters that stand close are two words of the page, and together none of it."""
    one, other = _ENDS_WORD.search(left), _BEGINS_WORD.match(right)
    if one is None or other is None or one[0] + other[0] in known:
        return False
    return one[0] in known and other[0] in known


def _alike(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join pieces of one look that stand close together: files write words in crumbs."""
    held: Piece | None = None
    for each in pieces:
        if (
            held is not None
            and each.glue < NEW_LINE
            and each.colour == held.colour
            and each.looks == held.looks
            and each.shown == held.shown
            and abs(each.y - held.y) < _SAME
            and abs(each.size - held.size) < _ONE_SIZE
            and -_CLOSE < (each.x0 - held.x1) / each.size < _CLOSE
        ):
            held.text += each.text if each.glue == JOINED else f" {each.text}"
            held.x1 = each.x1
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held


def _stretches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    held: list[Piece] = []
    for each in pieces:
        if held and _goes_on(held, each):
            held.append(each)
            continue
        if held:
            yield held
        held = [each]
    if held:
        yield held


def _goes_on(held: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece goes on with those before it; a raised mark between them does not part."""
    before = held[-1]
    if piece.glue in {NEW_LINE, HYPHENED} or not any(on_one_line(e, piece) for e in held[-3:]):
        return False
    gap = piece.x0 - before.x1 if piece.x0 >= before.x0 else before.x0 - piece.x1
    return gap <= WIDE * max(before.size, piece.size)


def on_one_line(one: Piece | Line, other: Piece | Line) -> bool:
    """Whether two stand side by side: most of the lower one's height lies within the other's."""
    low = max(one.foot, other.foot)
    high = min(one.foot + one.size, other.foot + other.size)
    return high - low >= _SHARED * min(one.size, other.size)


def joined(pieces: Sequence[Piece]) -> str:
    """Return the words of pieces, spaced as they stand."""
    if len(pieces) == 1:
        return pieces[0].text
    parts = [pieces[0].text]
    for each in pieces[1:]:
        if each.glue != JOINED:
            parts.append(" ")
        parts.append(each.text)
    return "".join(parts)


def merged(stretches: Sequence[Line]) -> Line:
    """Return the line that stretches on one line make, from left to right."""
    if len(stretches) == 1:
        return stretches[0]
    ordered = sorted(stretches, key=lambda each: each.x0)
    for before, each in pairwise(ordered):
        gap = each.x0 - before.x1
        each.pieces[0].glue = SPACED if gap > _NARROWEST_SPACE * each.size else JOINED
    pieces = [piece for each in ordered for piece in each.pieces]
    whole = Line(pieces, ordered[0].page, is_right=any(each.is_right for each in ordered))
    whole.left, whole.right = ordered[0].left, ordered[0].right
    whole.is_hyphened = ordered[-1].is_hyphened
    return whole


def rows(stretches: Iterable[Line]) -> list[list[Line]]:
    """Return stretches by the line they stand on, from the head of the page to its foot."""
    found: list[list[Line]] = []
    for each in sorted(stretches, key=lambda line: -line.y):
        for row in reversed(found[-3:]):
            if on_one_line(row[0], each) and not _overlaps(row, each):
                if each.size > row[0].size:
                    row.insert(0, each)
                else:
                    row.append(each)
                break
        else:
            found.append([each])
    for row in found:
        row.sort(key=lambda line: line.x0)
    return found


def _overlaps(row: Iterable[Line], line: Line) -> bool:
    """Whether words of a line lie on words of a row; a line may stand in the gaps of another."""
    return any(
        _lie_over(each, line)
        and any(_lie_over(one, other) for one in each.pieces for other in line.pieces)
        for each in row
    )


def _lie_over(one: Line | Piece, other: Line | Piece) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 * other.size
