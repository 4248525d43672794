"""A spreadsheet file in, its sheets as rows of plain texts by column letter out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
Row = dict[str, str]


def sheets(path: Path) -> dict[str, list[Row]]:
    """Read every sheet, by name; an empty cell is absent."""
    with zipfile.ZipFile(path) as package:
        shared: list[str] = []
        if "xl/sharedStrings.xml" in package.namelist():
            items = _parsed(package, "xl/sharedStrings.xml").findall(f"{_MAIN}si")
            shared = ["".join(map(str, item.itertext(f"{_MAIN}t"))) for item in items]
        related = {
            each.get("Id"): str(each.get("Target")).removeprefix("/xl/")
            for each in _parsed(package, "xl/_rels/workbook.xml.rels")
        }
        book = _parsed(package, "xl/workbook.xml")
        return {
            str(sheet.get("name")): list(
                _rows(_parsed(package, f"xl/{related[sheet.get(_RELATION)]}"), shared)
            )
            for sheet in book.iter(f"{_MAIN}sheet")
        }


def _parsed(package: zipfile.ZipFile, part: str) -> etree._Element:
    return etree.fromstring(package.read(part), _PARSER)


def _rows(sheet: etree._Element, shared: list[str]) -> Iterator[Row]:
    for row in sheet.iter(f"{_MAIN}row"):
        cells = {str(cell.get("r")).rstrip("0123456789"): _text(cell, shared) for cell in row}
        yield {column: text for column, text in cells.items() if text}


def _text(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(map(str, cell.itertext()))
    value = cell.findtext(f"{_MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" and value else value
