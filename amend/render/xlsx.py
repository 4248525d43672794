"""A report in, an Excel workbook out: one sheet for each of its tables (`sheets.py`).

Every text is written as a string, so that nothing in it is calculated; see
`docs/design/0007-sheets-and-word.md` for what a sheet cannot hold and what is done about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from xlsxwriter import Workbook

from amend.model.comparison import Op
from amend.render.cells import is_formula, is_right_to_left, legal, stretches
from amend.render.shapes import Segment
from amend.render.sheets import Cell, Linked, Table, tables, text_of

if TYPE_CHECKING:
    from amend.render.report import Report

# The same report gives the same bytes: the hour it was made stands on the sheet About.
_CREATED = datetime(2000, 1, 1)
_NUMBER: Look = {"align": "center"}
_SHARE: Look = {"align": "center", "num_format": "0 %"}
Look = Mapping[str, object]
_MARKS: Mapping[Op, Look] = {
    Op.INSERT: {"underline": 1, "font_color": "#0B5A2B"},
    Op.DELETE: {"font_strikeout": True, "font_color": "#A1121F"},
}
_HEAD: Look = {"bold": True, "bg_color": "#E7ECF2", "bottom": 1, "text_wrap": True, "valign": "top"}
_BODY: Look = {"text_wrap": True, "valign": "top"}
# Named for each stretch, or a program that lacks Excel's own font takes a much wider one.
_FONT: Look = {"font_name": "Arial", "font_size": 10}
_WIDTHS = {
    "Base": 11, "Change": 18, "Evidence": 50, "Fate": 18, "Flags": 24,
    "Found in": 10, "From": 11, "Headline": 14, "Missing": 30, "New": 14, "New text": 70, "Old": 14,
    "Old text": 70, "Operation": 16, "Paragraph": 14, "Proponent": 34, "By": 26, "Proposal": 22,
    "Read in": 32, "Reason": 40, "Revision": 11, "Supporters": 22, "Text": 100,
    "Text asked for": 50, "Text to go": 40, "To": 11, "What": 20, "What happened": 34, "Where": 24,
}  # fmt: skip
_WIDE = 60
"""The width of a column of whole paragraphs."""
_LINK: Look = {"font_color": "#1D4A73", "underline": 1}
_MOST_LINKS = 60_000
"""Links of a workbook; Excel takes 65,530 on a sheet, and leaves out the rest."""
_LINE, _TALLEST = 13, 400
"""The height of a line, and of the tallest row that Excel allows, in points."""
_LETTERS = 1.15
"""Letters of a text, on average, on the width of one figure, in which columns are measured."""
_PAGE = 260
"""Characters of all columns together that can still be read on the width of one page."""


def render(report: Report) -> bytes:
    """Return the workbook; the sheets of proposals are there if the report was made for them."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        title = legal(report.title)[:255]
        book.set_properties({"title": title, "author": "amend", "created": _CREATED})
        writer = _Writer(book)
        for table in tables(report):
            writer.write(table)
    return written.getvalue()


class _Writer:
    """Writes tables into a workbook; each look of a cell is made once and shared."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._looks: dict[tuple[tuple[str, object], ...], Any] = {}
        self._links = 0

    def write(self, table: Table) -> None:
        sheet = self._book.add_worksheet(table.name)
        widths = [
            _WIDE if column in table.wide else _width(name)
            for column, name in enumerate(table.head)
        ]
        for column, (name, width) in enumerate(zip(table.head, widths, strict=True)):
            sheet.set_column(column, column, width)
            self._text(sheet, 0, column, stretches((Segment(Op.KEEP, name),)), _HEAD)
        sheet.set_row(0, _height(table.head, [each - 3 for each in widths]))
        last = 0
        for last, row in enumerate(table.rows, 1):
            sheet.set_row(last, _height(row, widths))
            for column, cell in enumerate(row):
                self._cell(sheet, last, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(table.head) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        _lay_out(sheet, sum(widths))

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            cell = (Segment(Op.KEEP, cell),)
        if isinstance(cell, Linked):
            self._link(sheet, row, column, cell)
        elif isinstance(cell, tuple):
            self._text(sheet, row, column, stretches(cell), _BODY)
        elif cell is not None:
            look = _SHARE if isinstance(cell, float) else _NUMBER
            sheet.write_number(row, column, cell, self._look({**_BODY, **look}))

    def _link(self, sheet: Any, row: int, column: int, cell: Linked) -> None:
        """Write a text that leads to a row of this workbook; a plain one where Excel takes none."""
        pieces = stretches((Segment(Op.KEEP, cell.text),))
        whole = "".join(text for _, text in pieces)
        self._links += 1
        if self._links > _MOST_LINKS:
            self._text(sheet, row, column, pieces, _BODY)
            return
        look = self._look({**_BODY, **_LINK, **_manner(whole)})
        place = f"internal:'{cell.sheet}'!A{cell.row}"
        sheet.write_url(row, column, place, look, _plain(whole))

    def _text(
        self, sheet: Any, row: int, column: int, pieces: Sequence[tuple[Op, str]], look: Look
    ) -> None:
        """Write a string; one that looks like a formula stays a string when it is edited too."""
        whole = "".join(text for _, text in pieces)
        if not whole:
            return
        look = {**look, **_manner(whole)}
        if len(pieces) < 2:
            mark = _MARKS.get(pieces[0][0], {})
            sheet.write_string(row, column, _plain(whole), self._look({**look, **mark}))
            return
        tokens: list[Any] = []
        for op, text in pieces:
            tokens += [self._look(_MARKS.get(op, {})), text]
        sheet.write_rich_string(row, column, *tokens, self._look(look))

    def _look(self, look: Look) -> Any:
        look = {**_FONT, **look}
        key = tuple(sorted(look.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format(dict(look))
        return self._looks[key]


def _manner(text: str) -> Look:
    """Return how a text is held: quoted if it looks like a formula, and read from its own side."""
    quoted = {"quote_prefix": True} if is_formula(text) else {}
    return {**quoted, **({"reading_order": 2} if is_right_to_left(text) else {})}


def _plain(text: str) -> str:
    """Return a text that XlsxWriter cannot take for its own rich text, which it never escapes."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _width(name: str) -> int:
    """Return the width of a column; where none is set, its head fits beside the filter's button."""
    return _WIDTHS.get(name) or max(len(each) for each in name.split()) + 5


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height of a row: Excel would find it by itself, others show one line alone."""
    lines = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    return min(max(lines) * _LINE + 3, _TALLEST)


def _lines(cell: Cell, width: int) -> int:
    text = text_of(cell)
    room = width * _LETTERS
    return sum(ceil(_columns(each) / room) or 1 for each in text.split("\n"))


def _columns(text: str) -> int:
    """Return the room a text takes on a line: Chinese signs are twice as wide as letters."""
    wide = 0 if text.isascii() else sum(east_asian_width(each) in "WF" for each in text)
    return len(text) + wide


def _lay_out(sheet: Any, width: int) -> None:
    """Set the sheet up for paper: A4 landscape, its head and first column on each page."""
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(ceil(width / _PAGE), 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_footer("&L&A&R&P / &N")
