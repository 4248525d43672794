"""A report in, an Excel workbook out: the concordance with its redline, fates and proponents.

Every text is written as a string, so that nothing in it is calculated; see
`docs/design/0007-sheets-and-word.md` for what a sheet cannot hold and what is done about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from amend.model.comparison import Chain, Op, Redline
from amend.render import concordance, verdicts
from amend.render.cells import Value, is_formula, legal
from amend.render.shapes import Segment, View

if TYPE_CHECKING:
    from amend.render.report import Report

LIMIT = 32_767
"""What Excel holds in one cell, in UTF-16 units; a longer text is cut and says so."""
_CUT = " … [cut here: a cell holds 32,767 characters]"
# The same report gives the same bytes: the hour it was made stands on the sheet About.
_CREATED = datetime(2000, 1, 1)
_SHARE = {"num_format": "0 %"}
_MARKS = {Op.INSERT: {"underline": 1}, Op.DELETE: {"font_strikeout": True}}
_COLOURS = {Op.INSERT: {"font_color": "#0B5A2B"}, Op.DELETE: {"font_color": "#A1121F"}}
_HEAD = {"bold": True, "bg_color": "#E7ECF2", "bottom": 1, "text_wrap": True, "valign": "top"}
_BODY = {"text_wrap": True, "valign": "top"}
_WIDTHS = {
    "Base": 11, "Change": 18, "Code": 20, "Coverage": 60, "Evidence": 50, "Fate": 18, "Flags": 24,
    "Found in": 10, "From": 11, "Headline": 14, "Missing": 30, "New": 14, "New text": 70, "Old": 14,
    "Old text": 70, "Operation": 16, "Paragraph": 11, "Proponent": 34, "By": 26, "Proposal": 22,
    "Read in": 32, "Reason": 40, "Revision": 11, "Supporters": 22, "Text": 100,
    "Text asked for": 50, "Text to go": 40, "To": 11, "Where": 24,
}  # fmt: skip
_WIDTH = 10

Pieces = tuple[Segment, ...]
Cell = Value | Pieces


@dataclass(frozen=True, slots=True)
class _Table:
    """One sheet: a cell is a value, or a text in pieces of which some are marked."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def render(report: Report) -> bytes:
    """Return the workbook; the sheets of proposals are there if the report was made for them."""
    view = report.view()
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": legal(view.title), "author": "amend", "created": _CREATED})
        writer = _Writer(book)
        for table in _tables(report, view):
            writer.write(table)
    return written.getvalue()


def _tables(report: Report, view: View) -> Iterator[_Table]:
    head = (*concordance.HEAD, "Old text", "New text")
    yield _Table("Concordance", head, _concordance(report.chain))
    if report.base is not None:
        yield _Table("Proposals", verdicts.HEAD, verdicts.rows(report.courses))
        headlines = [each.capitalize() for each in view.headlines]
        measures = ("New words taken", "New words asked for", "Share taken")
        head = ("Proponent", "Proposals", *headlines, *measures)
        yield _Table("Proponents", head, _proponents(view))
    yield _Table("About", ("Code", "Where", "Text"), _about(view))


def _concordance(chain: Chain) -> Iterator[Sequence[Cell]]:
    redlines = (each for step in chain.comparisons for each in step.redlines)
    for row, redline in zip(concordance.rows(chain), redlines, strict=True):
        bead = redline.bead
        share = round(bead.score, 4) if bead.old and bead.new else None
        yield (*row[:-1], share, _side(redline, Op.DELETE), _side(redline, Op.INSERT))


def _side(redline: Redline, marked: Op) -> Pieces:
    """Return one side of a redline: old text with its deletions, or new with its insertions."""
    return tuple(
        Segment(edit.op, edit.was if marked is Op.DELETE and edit.was is not None else edit.text)
        for edit in redline.edits
        if edit.op in (Op.KEEP, marked)
    )


def _proponents(view: View) -> Iterator[Sequence[Value]]:
    for each in view.tallies:
        share = round(each.taken / each.of, 4) if each.of else None
        measured = (each.taken, each.of, share) if each.of else (None, None, None)
        yield (each.name, each.total, *each.counts, *measured)


def _about(view: View) -> Iterator[Sequence[Value]]:
    yield ("report", None, view.title)
    yield ("made", None, view.made)
    if view.tallies:
        yield ("coverage", None, view.coverage)
    for name, value in view.thresholds:
        yield ("threshold", name, value)
    for each in view.remarks:
        yield (each.code, each.where, each.text)


class _Writer:
    """Writes tables into a workbook; each look of a cell is made once and shared."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._looks: dict[tuple[tuple[str, object], ...], Any] = {}

    def write(self, table: _Table) -> None:
        sheet = self._book.add_worksheet(table.name)
        for column, name in enumerate(table.head):
            sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH))
            sheet.write_string(0, column, _cut(legal(name)), self._look(_HEAD))
        last = 0
        for last, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                self._cell(sheet, last, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(table.head) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        _lay_out(sheet)

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            cell = (Segment(Op.KEEP, cell),)
        if isinstance(cell, tuple):
            self._text(sheet, row, column, list(_fitting(_stretches(cell))))
        elif cell is not None:
            look = _BODY | _SHARE if isinstance(cell, float) else _BODY
            sheet.write_number(row, column, cell, self._look(look))

    def _text(self, sheet: Any, row: int, column: int, pieces: Sequence[tuple[Op, str]]) -> None:
        """Write a string; one that looks like a formula stays a string when it is edited too."""
        whole = "".join(text for _, text in pieces)
        look = _BODY | ({"quote_prefix": True} if is_formula(whole) else {})
        if len(pieces) < 2:
            ops = [op for op, _ in pieces if op in _MARKS]
            sheet.write_string(row, column, _plain(whole), self._look(look | _mark(*ops)))
            return
        tokens: list[Any] = []
        for op, text in pieces:
            tokens += [self._look(_mark(op)), text] if op in _MARKS else [text]
        sheet.write_rich_string(row, column, *tokens, self._look(look))

    def _look(self, look: Mapping[str, object]) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format(dict(look))
        return self._looks[key]


def _mark(*ops: Op) -> dict[str, object]:
    return {name: value for op in ops for name, value in (_MARKS[op] | _COLOURS[op]).items()}


def _stretches(pieces: Pieces) -> list[tuple[Op, str]]:
    """Return op and text by turns, marks on words alone: the space around them is unmarked."""
    found: list[tuple[Op, str]] = []
    for piece in pieces:
        before, words, behind = piece.parts
        for op, text in ((Op.KEEP, before), (piece.op, words), (Op.KEEP, behind)):
            if found and text and found[-1][0] is op:
                found[-1] = (op, found[-1][1] + text)
            elif text:
                found.append((op, text))
    return [(op, legal(text)) for op, text in found]


def _fitting(pieces: Sequence[tuple[Op, str]]) -> Iterator[tuple[Op, str]]:
    """Yield what a cell can hold, and where that is not all, a note that says so."""
    if _units("".join(text for _, text in pieces)) <= LIMIT:
        yield from pieces
        return
    room = LIMIT - len(_CUT)
    for op, text in pieces:
        if _units(text) > room:
            if kept := _cut_to(text, room):
                yield op, kept
            break
        room -= _units(text)
        yield op, text
    yield Op.REPLACED, _CUT


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _lay_out(sheet: Any) -> None:
    """Set the sheet up for paper: A4 landscape, as wide as one page, its head on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")
