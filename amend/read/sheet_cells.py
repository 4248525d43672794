"""The tree of one sheet in, its filled cells out, by row and column, merged ones marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from amend.model.source import Look, Run
from amend.read.sheet_values import Runs, Styles, child, children, rich, whole

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$")
_COLUMNS, _ROWS = 16_384, 1_048_576
"""The size of a sheet; what claims to lie outside has no place."""
# A cell that goes on with the one above it is made for each row; a column may be merged whole.
_MOST_MERGED = 10_000
_ON = {"1", "true"}
_TRUTH = {"1": "TRUE", "0": "FALSE"}


class SheetCell(NamedTuple):
    """A filled cell; `is_merged` if it goes on with the one above it, and then it says nothing.

    `is_open` marks a formula whose result is not stored.
    """

    row: int
    column: int
    runs: Runs
    is_merged: bool = False
    is_open: bool = False

    @property
    def name(self) -> str:
        """What Excel calls the place: B7."""
        letters, left = "", self.column
        while left:
            left, last = divmod(left - 1, 26)
            letters = chr(ord("A") + last) + letters
        return f"{letters}{self.row}"


def cells_of(sheet: etree._Element, texts: Sequence[Runs], styles: Styles) -> list[SheetCell]:
    """Return the filled cells of a sheet in reading order, and those merged with one above."""
    found = list(_filled(sheet, texts, styles))
    taken = {(each.row, each.column) for each in found}
    rows = sorted({each.row for each in found})
    found += _merged(sheet, taken, rows)
    return sorted(found, key=lambda each: (each.row, each.column))


def hidden_in(sheet: etree._Element) -> tuple[frozenset[int], frozenset[int]]:
    """Return the rows and the columns of a sheet that are not shown, those filtered out too."""
    rows: set[int] = set()
    number = 0
    for row in children(child(sheet, "sheetData"), "row"):
        number = whole(row.get("r")) or number + 1
        if row.get("hidden", "") in _ON:
            rows.add(number)
    columns: set[int] = set()
    for each in children(child(sheet, "cols"), "col"):
        first, last = whole(each.get("min")) or 1, min(whole(each.get("max")) or 0, _COLUMNS)
        if each.get("hidden", "") in _ON:
            columns.update(range(first, last + 1))
    return frozenset(rows), frozenset(columns)


def _filled(sheet: etree._Element, texts: Sequence[Runs], styles: Styles) -> Iterator[SheetCell]:
    number = 0
    for row in children(child(sheet, "sheetData"), "row"):
        number = whole(row.get("r")) or number + 1
        column = 0
        for cell in children(row, "c"):
            place = _place(cell.get("r", ""))
            column = place[1] if place is not None else column + 1
            if number > _ROWS or column > _COLUMNS:
                continue
            runs = _said(cell, texts, styles)
            is_open = not runs and child(cell, "f") is not None
            if any(run.text.strip() for run in runs) or is_open:
                yield SheetCell(number, column, runs, is_open=is_open)


def _place(name: str) -> tuple[int, int] | None:
    """Read B7 as row 7, column 2; None if it is no place on a sheet."""
    match = _PLACE.match(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _said(cell: etree._Element, texts: Sequence[Runs], styles: Styles) -> Runs:
    """Read what a cell says: its text, or the stored result of its formula."""
    style = whole(cell.get("s"))
    kind = cell.get("t", "n")
    inline = child(cell, "is")
    if inline is not None:
        runs = rich(inline)
    else:
        runs = _value(child(cell, "v"), kind, texts, styles, style)
    if styles.is_struck(style):
        return tuple(replace(run, look=run.look | Look.STRIKE) for run in runs)
    return runs


def _value(
    element: etree._Element | None, kind: str, texts: Sequence[Runs], styles: Styles,
    style: int | None,
) -> Runs:  # fmt: skip
    value = "".join(map(str, element.itertext())) if element is not None else ""
    if kind == "s":
        place = whole(value.strip())
        return texts[place] if place is not None and place < len(texts) else ()
    if kind == "b":
        value = _TRUTH.get(value.strip(), value)
    elif kind == "n":
        value = styles.number(value.strip(), style)
    elif kind == "d":
        value = value[:10]
    return (Run(value),) if value else ()


def _merged(
    sheet: etree._Element, taken: set[tuple[int, int]], rows: Sequence[int]
) -> Iterator[SheetCell]:
    """Yield the cells below the first of each merged column, in the rows that hold anything."""
    left = _MOST_MERGED
    for each in children(child(sheet, "mergeCells"), "mergeCell"):
        first, _, last = each.get("ref", "").partition(":")
        start, end = _place(first), _place(last)
        if start is None or end is None:
            continue
        for row in rows:
            if start[0] < row <= end[0] and (row, start[1]) not in taken and left:
                left -= 1
                taken.add((row, start[1]))
                yield SheetCell(row, start[1], (Run(""),), is_merged=True)
