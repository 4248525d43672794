"""A page of the PDF library in, its pieces of words out; only the child process imports this.

The library is asked about the first letter of each word, and about more only where a look, a gap
or a line begins: asking about every letter would cost as much again as reading the page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import addressof, c_double, c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise
from math import pi

from amend.read import pdf_library as lib
from amend.read.pdf_packets import (
    BOLD,
    GUESSED,
    HYPHENED,
    ITALIC,
    JOINED,
    NEW_LINE,
    SPACED,
    TURNED,
    UNSEEN,
    PageWriter,
)
from amend.read.pdf_right import LETTER, read_from_right

# The densest page of the drafts we have holds 305 pieces; one of Arabic, 1,500.
MOST_PIECES = 20_000
_WORD = re.compile(r"[^ \r\n\t\ufffe]+")
_BOLD_FONT = re.compile(r"bold|black|heavy|demi|[,-]b(?:i|$)", re.IGNORECASE)
_ITALIC_FONT = re.compile(r"ital|oblique|[,-](?:it|bi|i)$", re.IGNORECASE)
_NAMELESS = re.compile(r"(?:[A-Z]{6}\+)?[A-Z]{0,3}\d*$")
_BOLD_WEIGHT = 700
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18
# "A N N E X": letters set apart for show; words among them stand so much farther apart.
_SPACED_OUT = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\S)")
_WORD_APART = 0.1
# Letters that are drawn neither filled nor outlined: nobody sees them.
_INVISIBLE = frozenset({3, 7})
_LAM = "\u0644"
_LONGEST_NAME = 200
# A font that says it is so low says nothing: then each letter has a height of its own, and lines
# are as tall as most fonts set them, of which so much lies below the foot of the letters.
_LOWEST_FONT = 0.7
_USUAL_HEIGHT, _USUAL_DEPTH = 1.15, 0.2
# Marks are found by the height they stand at, in bands of so many points.
_BAND = 8.0
_MOST_BANDS = 200
_MOST_OVER = 50
# What stands farther off is on no page; what stands nowhere has no size, and is told as unseen.
_FARTHEST = 20_000.0
_NOWHERE = (0.0, 0.0, 0.0, 0.0, 0.0)
# So many more spaces that stand in the file than such as the library puts in: then it has its own.
_OWN_SPACES = 4
# So many letters of a page are asked which way they run, and such a share must run one way.
_ASKED, _MOSTLY = 40, 0.6
_QUARTER = pi / 2
_X, _Y = c_double(), c_double()
_AT_X, _AT_Y = addressof(_X), addressof(_Y)
_EDGES = (c_float * 4)()  # left, top, right, bottom
_AT_EDGES = addressof(_EDGES)
_SIX = (c_float * 6)()
_AT_SIX = addressof(_SIX)
_ONE = c_float()
_AT_ONE = addressof(_ONE)

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Words:
    """The words of one page on their way out; `fonts` are the looks by font, of this page only.

    `low` tells which fonts say no height, `heights` how tall their lines are, by text object.

    `turned` are the quarters a page is turned by; `marks` are boxes that may strike, underline or
    paint words, by the height they stand at: a piece ends where a mark does.
    """

    page: int
    writer: PageWriter
    fonts: dict[int, int] = field(default_factory=dict)
    styles: dict[int, tuple[int, int]] = field(default_factory=dict)
    low: dict[int, bool] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    turned: int = 0
    is_cut: bool = False
    is_right: bool = False
    marks: dict[int, list[Box]] = field(default_factory=dict)

    def take(self, boxes: Iterable[Box], quarters: int) -> None:
        """Write the pieces of the page, parted at the ends of boxes drawn over them.

        `quarters` is how the page is shown turned; `turned` becomes how its words are to be read.
        """
        for box in boxes:
            if not all(-_FARTHEST < place < _FARTHEST for place in box):
                continue
            for band in range(int(box[1] // _BAND), int(box[3] // _BAND) + 1)[:_MOST_BANDS]:
                self.marks.setdefault(band, []).append(box)
        text = text_of(self.page)
        self.is_right = LETTER.search(text) is not None
        self.turned = self._way(text, quarters)
        for start, end, glue in self._stretches(text):
            if len(self.writer.texts) >= MOST_PIECES:
                self.is_cut = True
                return
            self._write(text[start:end], start, end - 1, glue)

    def _way(self, text: str, quarters: int) -> int:
        """Return the quarters in which most letters run: a page may be shown upside down."""
        letters = [place for place, letter in enumerate(text) if letter.isalnum()]
        asked = letters[:: len(letters) // _ASKED + 1]
        # The library counts angles with the clock; a page is turned against that to read it.
        ways = Counter(-round(lib.angle(self.page, each) / _QUARTER) % 4 for each in asked)
        way, count = ways.most_common(1)[0] if ways else (quarters, 0)
        return way if count > _MOSTLY * len(asked) else quarters

    def _stretches(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the pieces of a page: where each begins and ends, and what stands before it."""
        page, text_object = self.page, lib.text_object
        begun, glue, ended, current, own, put_in = -1, NEW_LINE, 0, 0, 0, 0
        last = 0
        for match in _WORD.finditer(text):
            start, end = match.span()
            between = text[ended:start]
            thing = text_object(page, start) or 0
            if between == " ":
                is_own = text_object(page, ended) is not None
                own, put_in = own + is_own, put_in + (not is_own)
                kind = SPACED if is_own else GUESSED
                is_odd = not is_own and own > _OWN_SPACES * put_in
            else:
                kind, is_odd = _between(between, begun < 0), True
            if begun < 0:
                begun, glue = start, kind
            elif is_odd or thing != current:
                if ended - last > 1 and text_object(page, ended - 1) != current:
                    yield from self._parted(begun, last, ended, glue)
                else:
                    yield begun, ended, glue
                begun, glue = start, kind
            current, last, ended = thing, start, end
        if begun >= 0:
            yield from self._parted(begun, last, ended, glue)

    def _parted(self, start: int, last: int, end: int, glue: int) -> Iterator[tuple[int, int, int]]:
        """Part a stretch where the look changes inside its last word: a note mark, a bracket."""
        page, text_object = self.page, lib.text_object
        stop = last + 1
        while start < end:
            thing = text_object(page, start)
            while stop < end and (text_object(page, stop) or thing) == thing:
                stop += 1
            yield start, stop, glue
            start, stop, glue = stop, stop + 1, JOINED

    def _write(self, words: str, first: int, last: int, glue: int) -> None:
        page = self.page
        if self.turned:
            self._write_turned(words, first, last, glue)
            return
        if self.is_right:
            self._write_right(words, first, glue)
            return
        lib.origin(page, first, _AT_X, _AT_Y)
        x0, y = _X.value, _Y.value
        if not lib.loose_box(page, last, _AT_EDGES):
            self._put(words, _NOWHERE, glue, 0, 0)
            return
        left, top, x1, bottom = _EDGES
        if left < x0 and last > first:  # from right to left
            lib.loose_box(page, first, _AT_EDGES)
            x0, x1 = left, max(_EDGES[2], x1)
        thing = lib.text_object(page, first) or 0
        colour, looks = self._style(thing, first)
        size = top - bottom
        if x1 - x0 < 0.2 * size * len(words) and abs(lib.angle(page, first)) > 0.1:
            looks |= TURNED
        elif thing in self.heights:
            size = self.heights[thing]
            bottom = y - _USUAL_DEPTH * size
            top = bottom + size
        if not (-_FARTHEST < bottom <= top < _FARTHEST):
            self._put(words, _NOWHERE, glue, 0, 0)
            return
        if last > first and self.marks and (ends := self._ends(first, last, x0, x1, bottom, top)):
            self._write_parted(words, (first, *ends, last + 1), glue)
            return
        if words[1:2] == " " and _SPACED_OUT.search(words):
            words = _SPACED_OUT.sub(lambda match: self._closed(match, first, size), words)
        self._put(words, (x0, x1, y, bottom, size), glue, colour, looks)

    def _write_parted(self, words: str, places: tuple[int, ...], glue: int) -> None:
        """Write the parts of a piece; a space has no height, so none begins or ends with one."""
        for start, stop in pairwise(places):
            kept = words[start - places[0] : stop - places[0]]
            said = kept.strip(" ")
            if kept.startswith(" "):
                glue = SPACED
            if said:
                begins = start + len(kept) - len(kept.lstrip(" "))
                self._write(said, begins, begins + len(said) - 1, glue)
                glue = SPACED if kept.endswith(" ") else JOINED

    def _closed(self, match: re.Match[str], first: int, size: float) -> str:
        """Return words whose letters are set apart for show, each closed again.

        Between words there is more room than between most letters.
        """
        boxes = []
        for place in range(match.start(), match.end(), 2):
            lib.loose_box(self.page, first + place, _AT_EDGES)
            boxes.append((_EDGES[0], _EDGES[2]))
        gaps = [after[0] - before[1] for before, after in pairwise(boxes)]
        usual = sorted(gaps)[len(gaps) // 2]
        said = match[0][0]
        for gap, letter in zip(gaps, match[0][2::2], strict=True):
            said += f" {letter}" if gap > usual + _WORD_APART * size else letter
        return said

    def _put(
        self, words: str, numbers: tuple[float, ...], glue: int, colour: int, looks: int
    ) -> None:
        self.writer.texts.append(words)
        self.writer.floats.extend(numbers)
        self.writer.ints.extend((len(words), glue, colour, looks))

    def _write_turned(self, words: str, first: int, last: int, glue: int) -> None:
        """Write a piece of a page that is shown turned: its line runs up or down the sheet."""
        boxes = []
        for place in (first, last):
            if not lib.loose_box(self.page, place, _AT_EDGES):
                self._put(words, _NOWHERE, glue, 0, 0)
                return
            boxes.append(tuple(_EDGES))
        x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
        foot, head = min(box[3] for box in boxes), max(box[1] for box in boxes)
        colour, looks = self._style(lib.text_object(self.page, first) or 0, first)
        self._put(words, (x0, x1, foot, foot, head - foot), glue, colour, looks)

    def _write_right(self, words: str, first: int, glue: int) -> None:
        """Write words of a page that has some from right to left, each by itself.

        Their letters are put in order by where they stand.
        """
        for match in _WORD.finditer(words):
            begun = first + match.start()
            boxes = []
            for place, letter in enumerate(match[0], begun):
                lib.loose_box(self.page, place, _AT_EDGES)
                boxes.append((_EDGES[0] + _EDGES[2], letter == _LAM, letter, tuple(_EDGES)))
            # Two letters drawn as one share a box: lam is read first, so it stands on the right.
            boxes.sort(key=lambda box: (round(box[0], 1), box[1]))
            shown = "".join(letter for _, _, letter, _ in boxes)
            edges = [box for _, _, _, box in boxes]
            lib.origin(self.page, begun, _AT_X, _AT_Y)
            y, foot, size = _Y.value, edges[0][3], max(box[1] - box[3] for box in edges)
            thing = lib.text_object(self.page, begun) or 0
            colour, looks = self._style(thing, begun)
            if thing in self.heights:
                size = self.heights[thing]
                foot = y - _USUAL_DEPTH * size
            numbers = (min(box[0] for box in edges), max(box[2] for box in edges), y, foot, size)
            text = read_from_right(shown) if LETTER.search(shown) else shown
            self._put(text, numbers, glue, colour, looks)
            glue = SPACED if lib.text_object(self.page, first + match.end()) else GUESSED

    def _ends(
        self, first: int, last: int, x0: float, x1: float, foot: float, head: float
    ) -> list[int]:
        """Return the letters within a piece where a mark over it begins or ends."""
        bands = range(int(foot // _BAND), int(head // _BAND) + 1)[:_MOST_BANDS]
        marked = [self.marks[band] for band in bands if band in self.marks]
        if not marked:
            return []
        over = {
            box
            for boxes in marked
            for box in boxes
            if box[1] < head and box[3] > foot and box[0] < x1 - 1 and box[2] > x0 + 1
        }
        partly = [box for box in over if box[0] > x0 + 1 or box[2] < x1 - 1][:_MOST_OVER]
        if not partly:
            return []
        ends, before = [], None
        for place in range(first, last + 1):
            lib.loose_box(self.page, place, _AT_EDGES)
            middle = (_EDGES[0] + _EDGES[2]) / 2
            under = tuple(box[0] <= middle <= box[2] for box in partly)
            if before is not None and under != before:
                ends.append(place)
            before = under
        return ends

    def _style(self, thing: int, place: int) -> tuple[int, int]:
        found = self.styles.get(thing)
        if found is None:
            found = self.styles[thing] = self._styled(thing, place) if thing else (0, 0)
        return found

    def _styled(self, thing: int, place: int) -> tuple[int, int]:
        font = lib.font_of(thing) or 0
        looks = self.fonts.get(font)
        if looks is None:
            looks = self.fonts[font] = _looks(font) if font else 0
            self.low[font] = bool(font) and _is_low(font)
        if self.low[font] and (height := self._height(thing, place)):
            self.heights[thing] = height
        if lib.render_mode(thing) in _INVISIBLE:
            looks |= UNSEEN
        return lib.colour(lib.fill, thing), looks

    def _height(self, thing: int, place: int) -> float:
        """Return how tall the lines of a text object are set, in points; 0.0 if it is not told."""
        is_told = lib.font_size(thing, _AT_ONE) and lib.matrix_of(self.page, place, _AT_SIX)
        height = _USUAL_HEIGHT * abs(_ONE.value) * math.hypot(_SIX[2], _SIX[3]) if is_told else 0.0
        return height if 0 < height < _FARTHEST else 0.0


def _is_low(font: int) -> bool:
    """Whether a font does not tell how tall its lines are."""
    lib.font_ascent(font, 1.0, _AT_ONE)
    ascent = _ONE.value
    lib.font_descent(font, 1.0, _AT_ONE)
    return ascent - _ONE.value < _LOWEST_FONT


def text_of(page: int) -> str:
    """Return the text of a page, one character for each that the library counts."""
    count = lib.count_chars(page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count * 2 + 1))()
    lib.get_text(page, 0, count, addressof(buffer))
    text = bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]
    if len(text) == count:
        return text
    codes = (lib.unicode_of(page, place) for place in range(count))
    return "".join(chr(each) if 0x20 <= each < 0x110000 else _control(each) for each in codes)


def _control(code: int) -> str:
    return {2: "\ufffe", 10: "\n", 13: "\r"}.get(code, " ")


def _between(text: str, is_first: bool) -> int:
    if "\ufffe" in text:
        return HYPHENED
    if is_first or "\n" in text or "\r" in text:
        return NEW_LINE
    return SPACED if text else JOINED


def _looks(font: int) -> int:
    """Tell how a font looks from its weight and slant, or from its name where it states none."""
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    lib.font_name(font, addressof(buffer), _LONGEST_NAME)
    name = buffer.value.decode("utf-8", "replace")
    flags = lib.font_flags(font)
    slant = c_int()
    lib.font_slant(font, addressof(slant))
    is_bold = _BOLD_FONT.search(name) or flags & _FORCE_BOLD_FLAG
    # A weight is worked out from how thick the stems are, and is wrong of Chinese letters.
    is_bold = is_bold or (_NAMELESS.match(name) and lib.font_weight(font) >= _BOLD_WEIGHT)
    is_italic = _ITALIC_FONT.search(name) or flags & _ITALIC_FLAG or slant.value
    return (BOLD if is_bold else 0) | (ITALIC if is_italic else 0)
