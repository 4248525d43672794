"""A table of an OpenDocument text in; its cells with their rows and columns out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from amend.read import odt_names as o
from amend.read.word_styles import count_of

# Columns that one cell may stand for, or span; the widest table of Word has 63.
_WIDEST = 1_000
_HOLDERS = frozenset((o.HEADER_ROWS, o.ROWS, o.ROW_GROUP))


class PlacedCell(NamedTuple):
    """A cell and its place, counted from 1; `is_merged` if it goes on with the one above it.

    `pages` are the ends of pages met so far, between the rows of its table.
    """

    element: etree._Element
    row: int
    column: int
    is_merged: bool
    pages: int


def cells(table: etree._Element) -> Iterator[PlacedCell]:
    """Yield the cells of a table row by row; one that another covers only where it is below it."""
    below: dict[int, int] = {}
    number = pages = 0
    for row in _rows(table):
        if row.tag == o.PAGE_BREAK:
            pages += 1
            continue
        number += 1
        column = 1
        for cell in row.iterchildren(o.CELL, o.COVERED):
            if cell.tag == o.CELL:
                below[column] = (count_of(cell.get(o.ROWS_SPANNED)) or 1) - 1
                yield PlacedCell(cell, number, column, is_merged=False, pages=pages)
            elif below.get(column, 0) > 0:
                below[column] -= 1
                yield PlacedCell(cell, number, column, is_merged=True, pages=pages)
            elif len(cell):
                yield PlacedCell(cell, number, column, is_merged=False, pages=pages)
            column += min(count_of(cell.get(o.COLUMNS_REPEATED)) or 1, _WIDEST)


def _rows(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, and the ends of pages between them."""
    for child in holder:
        if child.tag in (o.ROW, o.PAGE_BREAK):
            yield child
        elif child.tag in _HOLDERS:
            yield from _rows(child)
