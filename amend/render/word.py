"""Paragraphs, tables and tracked changes in, a Word file out, written from top to bottom.

It is written as text by `word_xml.py`, packed by `word_package.py`; no library holds the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from amend.model.house import HouseStyle, Paper
from amend.render import word_xml as xml
from amend.render.tongue import tongue
from amend.render.word_changes import Changes, Tracked
from amend.render.word_package import Parts, packed
from amend.render.word_styles import Styles

WIDTH = 267
"""What a page of ours holds between its margins on its side, in millimetres."""


class Words(NamedTuple):
    """A stretch of text and its character style, "" for none."""

    text: str
    style: str = ""


class Lines(NamedTuple):
    """A paragraph: its style and its words."""

    style: str
    words: tuple[Words, ...]


class Cell(NamedTuple):
    """One cell: its paragraphs, and how many columns it is wide."""

    lines: Sequence[Lines]
    columns: int = 1


class Story:
    """A Word document that is written from top to bottom; it is as its template, if it has one."""

    def __init__(
        self, title: str, house: HouseStyle | None = None, *, is_upright: bool = False,
        language: str = "en",
    ) -> None:  # fmt: skip
        """Begin an empty document; the title is what file managers show of it.

        `language` is that of its words, "" where it is not known: Word spells by it.
        """
        paper = house.paper if house is not None and house.paper is not None else Paper()
        self._paper = paper if is_upright else paper.turned
        self._title, self._theme = title, house.theme if house is not None else ""
        self._styles = Styles(house, language)
        self._changes = Changes(self._styles)
        self._body: list[str] = []
        self._header = self._footer = ""

    def write(self, lines: Lines) -> None:
        """Add a paragraph."""
        self._body.append(self._paragraph(lines))

    def foot(self, text: str, language: str = "en") -> None:
        """Put a text and the number of the page at the foot of each page."""
        field = f'<w:fldSimple w:instr="PAGE">{xml.run("1")}</w:fldSimple>'
        style = self._styles.paragraph("footer")
        self._footer = xml.paragraph(
            style, xml.run(f"{text} · {tongue(language)('page')} ") + field
        )

    def table(
        self, style: str, widths: Sequence[float], head: Sequence[Cell],
        rows: Iterable[Sequence[Cell]],
    ) -> None:  # fmt: skip
        """Add a table whose first row stands again on each page; widths are shares of the page.

        The columns of each row must add up to the number of widths. A long row goes on over the
        page, so that none leaves half a page empty.
        """
        twips = [round(each * self._paper.room / sum(widths)) for each in widths]
        made = (self._row(twips, row) for row in rows)
        written = [self._row(twips, head, is_head=True), *made]
        self._body.append(xml.table(self._styles.table(style), twips, written))
        # Word joins two tables that follow each other without a paragraph between them.
        self.write(Lines("Report note", ()))

    def _row(self, twips: Sequence[int], cells: Sequence[Cell], *, is_head: bool = False) -> str:
        made, start = [], 0
        for cell in cells:
            stop = start + cell.columns
            lines = cell.lines or (Lines("Cell text", ()),)
            inside = "".join(map(self._paragraph, lines))
            made.append(xml.cell(sum(twips[start:stop]), inside, cell.columns))
            start = stop
        return xml.row(made, is_head=is_head)

    def _paragraph(self, lines: Lines) -> str:
        is_leftward = xml.is_leftward("".join(each.text for each in lines.words))
        inside = "".join(
            xml.run(
                each.text,
                self._styles.character(each.style),
                is_leftward=xml.is_leftward(each.text, is_leftward),
            )
            for each in lines.words
        )
        return xml.paragraph(self._styles.paragraph(lines.style), inside, is_leftward=is_leftward)

    def write_tracked(self, paragraphs: Sequence[Tracked]) -> None:
        """Add paragraphs with tracked changes, one behind the other."""
        self._body += self._changes.paragraphs(paragraphs)

    def head(self, paragraphs: Sequence[Tracked]) -> None:
        """Put paragraphs at the head of each page, with their tracked changes."""
        self._header = "".join(self._changes.paragraphs(paragraphs))

    def save(self) -> bytes:
        """Return the file; the same document gives the same bytes."""
        return packed(
            Parts(
                self._title, "".join(self._body), self._paper, self._styles.xml(), self._footer,
                "".join(self._changes.comments), self._theme, self._header,
            )
        )  # fmt: skip


def even(count: int, first: float = 0) -> list[float]:
    """Return widths that fill the page: the first, unless it is 0, and `count` equal ones."""
    each = (WIDTH - first) / count
    return [first, *[each] * count] if first else [each] * count
