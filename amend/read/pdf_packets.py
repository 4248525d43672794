"""What the child process says of a PDF, as bytes and back: pages of pieces, strokes and notes.

A packet is its kind, its length, a head in JSON, and for pages the numbers as plain arrays and
the words as UTF-8. No pickle: what a damaged file made of the child must not run in the parent.
Lengths are in points (1/72 inch), x from the left and y from the foot of the page.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

DOCUMENT, PAGE, FAULT, END = b"D", b"P", b"E", b"Z"
HEAD = struct.Struct("<cI")
# Bytes of one packet; a page of a real draft takes 20,000.
LARGEST = 64 * 2**20

# What stands before a piece on its line.
JOINED, SPACED, GUESSED, NEW_LINE, HYPHENED = range(5)
# How its letters are set.
BOLD, ITALIC, TURNED, UNSEEN = 1, 2, 4, 8

_FLOATS, _INTS = 5, 4
_BOX = 4
# Where the line stands in a letter's height, for pages whose lines are worked out from boxes.
_LIFT = 0.22

# No page is longer than 14,400 points; what claims to stand farther off is damage.
_FARTHEST = 20_000.0
_PAPER = (595.0, 842.0)
# Letters less high than this are dots.
_SMALLEST = 0.5

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Piece:
    """Words of one look that stand on one line without a wide gap.

    `y` is that of the line they stand on, `size` the height of a line of their font; `colour` is
    0xRRGGBB, -1 for what nobody sees; `looks` are the flags above, `glue` is what came before.
    `shown` is the model's `Look` of what is drawn over it, `word` counts the words of a page that
    is written from right to left; both are worked out later.
    """

    text: str
    x0: float
    x1: float
    y: float
    foot: float
    size: float
    glue: int
    colour: int
    looks: int
    shown: int = 0
    word: int = 0


@dataclass(slots=True)
class Stroke:
    """A line or a box that is drawn; `is_filled` tells a box painted, `colour` is 0xRRGGBB."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: int
    is_filled: bool

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def width(self) -> float:
        return self.x1 - self.x0


@dataclass(slots=True)
class Note:
    """An annotation: its kind, who wrote it and when, what it says, and the boxes it covers.

    `number` is its place among those of its page, `replies_to` that of the one it answers; `state`
    is what a review set the other one to, "" for none, and `colour` that of its mark.
    """

    kind: str
    author: str
    date: str
    text: str
    boxes: list[Box]
    number: int = 0
    replies_to: int | None = None
    state: str = ""
    colour: int = 0xFFFF00


@dataclass(slots=True)
class Page:
    """One page as the library gives it; `images` is the share of it that pictures cover.

    `is_covered` says that a picture lies on its words; `away` are pieces off the page, `lost` the
    words that stand nowhere or have no size; `filled` counts the fields of a form with words, which
    are among the pieces.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    images: float = 0.0
    is_covered: bool = False
    filled: int = 0
    away: list[Piece] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PageWriter:
    """A page while its pieces are gathered, in the shape they are sent in."""

    texts: list[str] = field(default_factory=list)
    floats: array[float] = field(default_factory=lambda: array("f"))
    ints: array[int] = field(default_factory=lambda: array("i"))
    boxes: array[float] = field(default_factory=lambda: array("f"))
    paints: array[int] = field(default_factory=lambda: array("i"))

    def packet(self, head: Mapping[str, Any]) -> bytes:
        """Return the page as one packet, with what JSON can tell of it in `head`."""
        words = "".join(self.texts).encode("utf-8", "replace")
        counts = {"pieces": len(self.texts), "strokes": len(self.paints) // 2}
        return packet(
            PAGE,
            {**head, **counts},
            self.floats.tobytes() + self.ints.tobytes() + self.boxes.tobytes()
            + self.paints.tobytes() + words,
        )  # fmt: skip


def packet(kind: bytes, head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """Return one packet."""
    said = json.dumps(head).encode()
    return HEAD.pack(kind, len(said) + len(body) + 4) + struct.pack("<I", len(said)) + said + body


def opened(payload: bytes) -> tuple[dict[str, Any], memoryview]:
    """Part a packet into its head and what follows; raises ValueError for what is none."""
    view = memoryview(payload)
    size = int.from_bytes(view[:4], "little")
    head = json.loads(bytes(view[4 : 4 + size]))
    if not isinstance(head, dict):
        raise ValueError("a packet begins with its head")
    return head, view[4 + size :]


def page_of(head: Mapping[str, Any], body: memoryview) -> Page:
    """Return the page of a packet; raises ValueError, KeyError or TypeError for what is none."""
    pieces, strokes = int(head["pieces"]), int(head["strokes"])
    floats, body = _array("f", body, pieces * _FLOATS)
    ints, body = _array("i", body, pieces * _INTS)
    boxes, body = _array("f", body, strokes * _BOX)
    paints, body = _array("i", body, strokes * 2)
    words = bytes(body).decode("utf-8")
    page = Page(int(head["number"]), float(head["width"]), float(head["height"]))
    for each in _pieces(words, floats, ints):
        if _is_on_paper(each.x0, each.x1, each.y, each.foot) and _SMALLEST < each.size < _FARTHEST:
            page.pieces.append(each)
        else:
            page.lost.append(each.text)
    page.strokes = [
        Stroke(x0, y0, x1, y1, colour, bool(is_filled))
        for x0, y0, x1, y1, colour, is_filled in zip(
            boxes[::4], boxes[1::4], boxes[2::4], boxes[3::4], paints[::2], paints[1::2],
            strict=True,
        )
        if _is_on_paper(x0, y0, x1, y1)
    ]  # fmt: skip
    page.notes = [_note(each) for each in head.get("notes", ())]
    if not (0 < page.width < _FARTHEST and 0 < page.height < _FARTHEST):
        page.width, page.height = _PAPER
    page.images = float(head.get("images", 0.0))
    page.is_covered = bool(head.get("hidden", False))
    page.filled = int(head.get("filled", 0))
    page.faults = [str(each) for each in head.get("faults", ())]
    _turn(page, int(head.get("turned", 0)), *map(float, head.get("corner", (0.0, 0.0))))
    page.away = [each for each in page.pieces if _is_away(each, page)]
    if page.away:
        page.pieces = [each for each in page.pieces if not _is_away(each, page)]
    return page


def _is_away(piece: Piece, page: Page) -> bool:
    """Whether a piece stands wholly off the page, where no viewer shows it."""
    return (
        piece.x1 < 0 or piece.x0 > page.width
        or piece.foot + piece.size < 0 or piece.foot > page.height
    )  # fmt: skip


def _is_on_paper(*places: float) -> bool:
    """Whether places are such as a page has; damaged files tell of any, and of none."""
    return all(-_FARTHEST < each < _FARTHEST for each in places)


def _turn(page: Page, quarters: int, left: float, foot: float) -> None:
    """Set a page the way it is shown: upright, and from nought."""
    if not (quarters or left or foot):
        return
    for piece in page.pieces:
        box = (piece.x0, piece.foot, piece.x1, piece.foot + piece.size)
        x0, y0, x1, y1 = _turned(box, page, quarters, left, foot)
        lift = piece.y - piece.foot if not quarters else _LIFT * (y1 - y0)
        piece.x0, piece.x1, piece.foot, piece.size = x0, x1, y0, y1 - y0
        piece.y = y0 + lift
    for each in page.strokes:
        box = (each.x0, each.y0, each.x1, each.y1)
        each.x0, each.y0, each.x1, each.y1 = _turned(box, page, quarters, left, foot)
    for note in page.notes:
        note.boxes = [_turned(box, page, quarters, left, foot) for box in note.boxes]


def _turned(box: Box, page: Page, quarters: int, left: float, foot: float) -> Box:
    x0, y0, x1, y1 = box[0] - left, box[1] - foot, box[2] - left, box[3] - foot
    if quarters == 1:
        return y0, page.height - x1, y1, page.height - x0
    if quarters == 2:  # upside down
        return page.width - x1, page.height - y1, page.width - x0, page.height - y0
    if quarters == 3:
        return page.width - y1, x0, page.width - y0, x1
    return x0, y0, x1, y1


def _array(kind: str, body: memoryview, count: int) -> tuple[array[Any], memoryview]:
    found: array[Any] = array(kind)
    size = count * found.itemsize
    if not 0 <= size <= len(body):
        raise ValueError("a packet is shorter than it says")
    found.frombytes(body[:size])
    return found, body[size:]


def _pieces(words: str, floats: Sequence[float], ints: Sequence[int]) -> Iterator[Piece]:
    ends = accumulate(ints[::_INTS], initial=0)
    columns = [floats[place::_FLOATS] for place in range(_FLOATS)]
    rest = [ints[place::_INTS] for place in range(1, _INTS)]
    for (start, end), *numbers in zip(pairwise(ends), *columns, *rest, strict=True):
        yield Piece(words[start:end], *numbers)


def _note(said: Mapping[str, Any]) -> Note:
    boxes = [
        (float(a), float(b), float(c), float(d))
        for a, b, c, d in said["boxes"]
        if _is_on_paper(a, b, c, d)
    ]
    answers = said.get("replies_to")
    return Note(
        str(said["kind"]), str(said["author"]), str(said["date"]), str(said["text"]), boxes,
        int(said["number"]), int(answers) if answers is not None else None,
        str(said["state"]), int(said["colour"]),
    )  # fmt: skip
