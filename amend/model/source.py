"""What a reader hands on: the blocks of a file in reading order, with every mark still on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag, StrEnum

from amend.notices import Notice
from amend.text.told import Told, told


@dataclass(frozen=True, slots=True)
class Box:
    """What words cover of their page: edges in points (1/72 inch) from its top left corner.

    Points are whole; the box is never smaller than the words.
    """

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a thing was read: file name, block (from 1), and page (from 1) where there is one.

    Pages are counted as the file has them, whatever number is printed on them. `row` is what people
    call the place in a file of sheets: "sheet Ours, row 7"; "" elsewhere. `last` is the page a
    thing ends on, None where that is its first. `box` is what it covers of its first page, None
    where the file does not say.
    """

    file: str
    block: int
    page: int | None = None
    row: str = ""
    last: int | None = None
    box: Box | None = None

    def __str__(self) -> str:
        return str(self.told)

    @property
    def told(self) -> Told:
        """The place in words: file, page where there are any, and block or row."""
        return told("{file}, {place}", file=self.file, place=self.place)

    @property
    def place(self) -> Told:
        """The place in its file: page where there are any, and block or row."""
        place = self.row or told("block {block}", block=self.block)
        if self.page is None:
            return told("{place}", place=place)
        return told("page {page}, {place}", page=self.page, place=place)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who marked a tracked change, and when (ISO 8601, UTC); `move` names the pair of a move."""

    author: str | None = None
    date: str | None = None
    move: str | None = None


@dataclass(frozen=True, slots=True)
class Formatting:
    """A declared change of how words, a paragraph or a table look; no word changes by it.

    `what` says in plain words what changed ("bold", "style Normal to Heading 1"). `is_whole` tells
    that it holds for the entire paragraph, not only for the words it stands at.
    """

    what: str
    stamp: Stamp = Stamp()
    is_whole: bool = False


class Look(IntFlag):
    """How words are set; some proponents mark their wishes so instead of tracking changes.

    RED to BLUE_GROUND tell the hue of coloured letters, and of the ground they are highlighted on:
    red and green together are orange or yellow, red and blue purple, green and blue teal; none is
    grey. HIDDEN words stand in the file, and no page shows them.
    """

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    UNDERLINE = 4
    STRIKE = 8
    COLOUR = 16
    HIGHLIGHT = 32
    RAISED = 64
    RED = 128
    GREEN = 256
    BLUE = 512
    RED_GROUND = 1024
    GREEN_GROUND = 2048
    BLUE_GROUND = 4096
    HIDDEN = 8192


LETTERS: Mapping[str, Look] = {
    "red": Look.COLOUR | Look.RED,
    "orange": Look.COLOUR | Look.RED | Look.GREEN,
    "green": Look.COLOUR | Look.GREEN,
    "teal": Look.COLOUR | Look.GREEN | Look.BLUE,
    "blue": Look.COLOUR | Look.BLUE,
    "purple": Look.COLOUR | Look.RED | Look.BLUE,
    "grey": Look.COLOUR,
}
GROUNDS: Mapping[str, Look] = {
    "red": Look.HIGHLIGHT | Look.RED_GROUND,
    "orange": Look.HIGHLIGHT | Look.RED_GROUND | Look.GREEN_GROUND,
    "green": Look.HIGHLIGHT | Look.GREEN_GROUND,
    "teal": Look.HIGHLIGHT | Look.GREEN_GROUND | Look.BLUE_GROUND,
    "blue": Look.HIGHLIGHT | Look.BLUE_GROUND,
    "purple": Look.HIGHLIGHT | Look.RED_GROUND | Look.BLUE_GROUND,
    "grey": Look.HIGHLIGHT,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one set of marks. A deletion by B inside an insertion by A keeps both stamps.

    A line break inside a block is a newline in `text`; a joined paragraph mark is a run that
    holds only a newline. `formatted` are the declared changes of format of these words; those of
    a whole paragraph stand at its last run.
    """

    text: str
    inserted: Stamp | None = None
    deleted: Stamp | None = None
    look: Look = Look.PLAIN
    formatted: tuple[Formatting, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment; `date` is ISO 8601, or None."""

    author: str | None
    date: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A margin comment and the words it is pinned to; `date` is ISO 8601, or None.

    `anchor` is read with tracked changes accepted, or holds the deleted words where it is pinned
    to nothing else; `anchor_before` is the same with them rejected, None where it is no other.
    `replies` stand in the order of the thread. `start` is where it begins in the text of its block
    before any change, None where that is not known.
    """

    author: str | None
    date: str | None
    text: str
    anchor: str
    is_resolved: bool = False
    replies: tuple[Reply, ...] = ()
    anchor_before: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table: table, row and column, each counted from 1.

    `is_merged` says that the cell goes on with the one above it; `sheet` is the name of the sheet
    of a workbook, "" elsewhere.
    """

    table: int
    row: int
    column: int
    is_merged: bool = False
    sheet: str = ""


class BlockKind(StrEnum):
    """What a block is in its file, before anything is known of the draft."""

    BODY = "body"
    HEADING = "heading"
    NOTE = "note"
    MARGIN = "margin"


CITED = "cited"
"""The style of a block of a page that its mail program set as words answered to."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the file holds it, tracked changes and all.

    `number` is a list number that the program prints and the text does not hold ("9bis.", "(a)"),
    `number_before` the same with tracked changes rejected, where it differs; `level` counts from 0
    (lists and indents) or from 1 (headings); `mark_inserted` and `mark_deleted` belong to the
    paragraph mark at the end: that is how Word tracks splits and joins. `style` is the name of
    the paragraph style, or "". `formatting` are the declared changes of format that hold for all of
    it, those of its table included. `noted` is the number of the block that a footnote or endnote
    hangs on, None where that is not known.
    """

    runs: tuple[Run, ...]
    source: Source
    kind: BlockKind = BlockKind.BODY
    number: str | None = None
    number_before: str | None = None
    level: int = 0
    mark_inserted: Stamp | None = None
    mark_deleted: Stamp | None = None
    cell: Cell | None = None
    comments: tuple[Comment, ...] = ()
    style: str = ""
    formatting: tuple[Formatting, ...] = ()
    noted: int | None = None

    @property
    def before(self) -> str:
        """The text with every tracked change rejected."""
        return "".join(run.text for run in self.runs if run.inserted is None)

    @property
    def after(self) -> str:
        """The text with every tracked change accepted."""
        return "".join(run.text for run in self.runs if run.deleted is None)


@dataclass(frozen=True, slots=True)
class Letter:
    """What the head of an e-mail tells: `sender` is a name, or an address where there is none.

    `organisation` is "" where no header names one; `date` is ISO 8601 in UTC, or None.
    """

    sender: str
    organisation: str = ""
    date: str | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole file as read: blocks in reading order; `sha256` is of the file's bytes.

    `language` is an ISO 639-1 code where the file states one, else None. An e-mail has a `letter`,
    and in `attached` the files that came with it and could be read, in their order.
    """

    file: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    language: str | None = None
    notices: tuple[Notice, ...] = ()
    letter: Letter | None = None
    attached: tuple[SourceText, ...] = ()
