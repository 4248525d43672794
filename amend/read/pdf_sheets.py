"""The pages of a file in; each parted into its lines in order, tables, footnotes and margins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from amend.read import pdf_notes
from amend.read.pdf_columns import in_order
from amend.read.pdf_furniture import furniture
from amend.read.pdf_lines import Line, joined, lines, merged, rows
from amend.read.pdf_looks import mark, shaded
from amend.read.pdf_packets import Page, Piece
from amend.read.pdf_right import has_right, is_mirrored, mirror, pair_brackets
from amend.read.pdf_tables import Table, tables


@dataclass(slots=True)
class Sheet:
    """One page, parted: lines in order, tables with their lines, footnotes, margins."""

    page: Page
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[Table, list[Line]]] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    margins: list[Line] = field(default_factory=list)
    turned: list[Piece] = field(default_factory=list)
    stretches: list[Line] = field(default_factory=list)

    @property
    def all_lines(self) -> list[Line]:
        """All lines but those of the margins: of the text, of footnotes, of tables."""
        return [*self.lines, *self.notes, *(line for _, held in self.tables for line in held)]


def parted(pages: Sequence[Page]) -> list[Sheet]:
    """Return a sheet for each page, in their order; nothing is lost on the way.

    What runs is taken out, then tables; the rest is set in order, and the footnotes parted off.
    """
    is_right = has_right(pages)
    sheets = [_sheet(page, has_right=is_right) for page in pages]
    if is_right:
        _mirror(sheets)
    ruled = {id(sheet): _ruled(sheet) for sheet in sheets}
    running = furniture(pages, {each.page.number: _beside(each, ruled[id(each)])
                                for each in sheets})  # fmt: skip
    body = _usual_size(sheets)
    right = sum(line.is_right for sheet in sheets for line in sheet.stretches)
    is_reversed = 2 * right > sum(len(sheet.stretches) for sheet in sheets)
    for sheet in sheets:
        _part(sheet, ruled[id(sheet)], running, body, is_reversed=is_reversed)
    return sheets


def _sheet(page: Page, *, has_right: bool) -> Sheet:
    mark(page)
    shaded(page.pieces, page.strokes)
    stretches, turned = lines(page, has_right=has_right)
    return Sheet(page, stretches=stretches, turned=turned)


def _mirror(sheets: Sequence[Sheet]) -> None:
    """Turn the brackets of lines from right to left, where the file holds them as they look."""
    found = [merged(row) for sheet in sheets for row in rows(sheet.stretches)]
    right = [each for each in found if each.is_right]
    if is_mirrored(each.text for each in right):
        mirror(piece for each in right for piece in each.pieces)
    for each in right:
        pair_brackets(each.pieces)
    for sheet in sheets:
        for line in sheet.stretches:
            line.text = joined(line.pieces)


def _beside(sheet: Sheet, ruled: Sequence[Table]) -> list[Line]:
    """Return the lines that stand in no table."""
    return [line for line in sheet.stretches if not any(table.holds(line) for table in ruled)]


def _usual_size(sheets: Sequence[Sheet]) -> float:
    sizes = Counter[float]()
    for sheet in sheets:
        for line in sheet.stretches:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _part(
    sheet: Sheet, ruled: Sequence[Table], running: set[int], body: float, *, is_reversed: bool
) -> None:
    """Part the lines of one sheet; `running` are lines of its margins, by `id`."""
    sheet.margins = [each for each in sheet.stretches if id(each) in running]
    rest = [each for each in sheet.stretches if id(each) not in running]
    for table in ruled:
        held = [each for each in rest if table.holds(each)]
        if held:
            sheet.tables.append((table, held))
            taken = {id(each) for each in held}
            rest = [each for each in rest if id(each) not in taken]
    ordered = _ordered(sheet, rest, is_reversed=is_reversed)
    page = sheet.page
    strokes = [
        each for each in page.strokes
        if not any(table.y0 - 1 <= each.y0 <= table.y1 + 1 for table in ruled)
    ]  # fmt: skip
    sheet.lines, sheet.notes = pdf_notes.parted(ordered, strokes, page.width, page.height, body)


def _ruled(sheet: Sheet) -> list[Table]:
    """Return the tables of a page: rules that hold words in more than one cell."""
    return [
        table
        for table in tables(sheet.page.strokes)
        if len({table.cell(line) for line in sheet.stretches if table.holds(line)}) > 1
    ]


def _ordered(sheet: Sheet, rest: list[Line], *, is_reversed: bool) -> list[Line]:
    """Set lines in order; a table parts what is above it from what is below."""
    found: list[Line] = []
    for table, _ in sheet.tables:
        above = [each for each in rest if each.y > table.y1]
        found += in_order(above, is_reversed=is_reversed)
        rest = [each for each in rest if each.y <= table.y1]
    return found + in_order(rest, is_reversed=is_reversed)
