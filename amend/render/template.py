"""Nothing in, a workbook for proposals out: headings, what to write below them, an explanation.

As long as nothing is written below the headings it asks for nothing.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from amend.model.form import GUIDE, SHEET

# The same bytes each time, so that a template that nobody touched is known as such.
_CREATED = datetime(2000, 1, 1)
# Each heading, the width of its column, and what is shown beside a cell that is chosen.
COLUMNS = (
    ("Paragraph", 12, "The number as the draft prints it: 9bis. A new paragraph: 9ter."),
    ("Current text", 48, "The words of the draft that you mean. Empty for a new paragraph."),
    ("Proposed text", 48, "How they should read. Write: delete, or: retain, where that is meant."),
    ("Proponent", 24, "Who asks; several parted by commas. Empty: as the file's name says."),
    ("Rationale", 36, "Why. It is never counted as words asked for."),
)
_LINES = (
    "One row, one change. Only what stands below the headings of the first sheet is read.",
    "Paragraph: its number in the draft, such as 9, 9bis or 12(a).",
    "Current text: the paragraph, or the part of it that changes, copied from the draft.",
    "Proposed text: the same as it should read. One word says it where all is to go or to stay.",
    "Proponent: one name or several, parted by commas.",
    "Rationale: reasons. They are kept, and never counted as words asked for.",
    "Save the file under the name of the proponent and the revision: delta-cities-rev1.xlsx.",
)
_ROWS = 500


def template() -> bytes:
    """Return the workbook; the same bytes each time."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": "Proposals", "author": "amend", "created": _CREATED})
        _proposals(book)
        _guide(book)
    return written.getvalue()


def _proposals(book: Any) -> None:
    head = book.add_format({"bold": True, "bg_color": "#E7ECF2", "bottom": 1, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet = book.add_worksheet(SHEET)
    for column, (name, width, hint) in enumerate(COLUMNS):
        sheet.set_column(column, column, width, body)
        sheet.write_string(0, column, name, head)
        shown = {"validate": "any", "input_title": name, "input_message": hint}
        sheet.data_validation(1, column, _ROWS, column, shown)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _guide(book: Any) -> None:
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 100, body)
    for row, text in enumerate(_LINES):
        sheet.write_string(row, 0, text, body)
