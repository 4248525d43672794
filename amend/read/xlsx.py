"""An Excel workbook in, its source text out: each sheet is a table, each filled cell a block.

Formulas are not calculated, other workbooks not opened, macros not looked at. What bounds the
memory is kept by `ooxml.py`; the choices are in docs/design/0015-sheets-and-mail.md.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from amend.errors import ReadError
from amend.model.source import Block, Cell, Source, SourceText
from amend.notices import Code, Notice
from amend.read.files import few, load, refuse_wordless
from amend.read.ooxml import Package, Relationship
from amend.read.sheet_cells import SheetCell, cells_of, hidden_in
from amend.read.sheet_values import Styles, child, children, shared

# Filled cells, and letters in them: a text may be shared by a million cells.
MOST_CELLS = 200_000
MOST_LETTERS = 32 * 2**20
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OLE = b"\xd0\xcf\x11\xe0"
_SAVE = "Open it in Excel and save it as .xlsx."
_SPLIT = "Split the workbook."
_TRUE = {"1", "true"}


def read(path: Path) -> SourceText:
    """Read a workbook; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a workbook that is already in memory; raises ReadError if it is none, or a bomb."""
    if not data.startswith(b"PK"):
        raise ReadError(_told(data), where=file, hint=_SAVE)
    book = _Book(Package(data, file), file)
    blocks = tuple(book.blocks())
    refuse_wordless(blocks, file)
    notices = few((*book.package.notices, *book.notices))
    return SourceText(file, hashlib.sha256(data).hexdigest(), "xlsx", blocks, notices=notices)


def _told(data: bytes) -> str:
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        return "is encrypted with a password"
    if data.startswith(_OLE):
        return "is an old Excel workbook (.xls)"
    return "is not an Excel workbook (.xlsx)"


class _Book:
    """A workbook while it is read."""

    def __init__(self, package: Package, file: str) -> None:
        self.package = package
        self.notices: list[Notice] = []
        self._file = file
        main = _main(package, file)
        self._tree = package.xml(main)
        self._links = {each.id: each for each in package.relationships(main)}
        settings = child(self._tree, "workbookPr")
        is_mac = settings is not None and settings.get("date1904", "") in _TRUE
        self._texts = shared(self._part("sharedStrings"))
        self._styles = Styles(self._part("styles"), is_mac=is_mac)
        if any(each.kind == "externalLink" for each in self._links.values()):
            text = "it takes values from other workbooks; what was stored of them is read."
            self.notices.append(Notice(Code.EXTERNAL_IGNORED, file, text))

    def _part(self, kind: str) -> etree._Element | None:
        named = (each.target for each in self._links.values() if each.kind == kind)
        return self.package.optional(next(named, None))

    def blocks(self) -> Iterator[Block]:
        """Yield the filled cells of all sheets, hidden ones too, in the order of the tabs."""
        place = letters = 0
        for number, (name, tree) in enumerate(self._sheets(), 1):
            rows, columns = hidden_in(tree)
            hidden = Counter[str]()
            for each in cells_of(tree, self._texts, self._styles):
                if each.is_open:
                    self._without_result(name, each)
                    continue
                if each.row in rows or each.column in columns:
                    hidden["rows" if each.row in rows else "columns"] += not each.is_merged
                place += 1
                letters += sum(len(run.text) for run in each.runs)
                self._refuse_bomb(place, letters)
                cell = Cell(number, each.row, each.column, each.is_merged, name)
                source = Source(self._file, place, row=f"sheet {name}, row {each.row}")
                yield Block(each.runs, source, cell=cell)
            self._hidden(name, hidden)

    def _sheets(self) -> Iterator[tuple[str, etree._Element]]:
        for each in children(child(self._tree, "sheets"), "sheet"):
            link = self._links.get(each.get(_ID, ""))
            name = each.get("name", "")[:80]
            if link is None or link.is_external or link.kind != "worksheet":
                self._without_cells(name, link)
                continue
            tree = self.package.optional(link.target)
            if tree is not None:
                yield name, tree

    def _without_cells(self, name: str, link: Relationship | None) -> None:
        what = f"is a {link.kind}" if link is not None else "is not in the file"
        text = f"the sheet {name!r} {what}; what it shows is not read."
        self.notices.append(Notice(Code.TEXT_SKIPPED, self._file, text))

    def _without_result(self, sheet: str, cell: SheetCell) -> None:
        text = "a formula without a stored result is not calculated; save the file in Excel."
        where = f"{self._file}, sheet {sheet}, {cell.name}"
        self.notices.append(Notice(Code.TEXT_SKIPPED, where, text))

    def _hidden(self, sheet: str, hidden: Mapping[str, int]) -> None:
        for kind, count in hidden.items():
            text = f"filled cells in hidden {kind} of the sheet {sheet!r}: {count:,}; all are read."
            self.notices.append(Notice(Code.WORDS_HIDDEN, self._file, text))

    def _refuse_bomb(self, cells: int, letters: int) -> None:
        if cells > MOST_CELLS:
            found = f"holds more than {MOST_CELLS:,} filled cells"
            raise ReadError(found, where=self._file, hint=_SPLIT)
        if letters > MOST_LETTERS:
            found = f"holds more than {MOST_LETTERS // 2**20} million letters"
            raise ReadError(found, where=self._file, hint=_SPLIT)


def _main(package: Package, file: str) -> str:
    """Return the name of the workbook's own part; raises ReadError where there is none."""
    links = package.relationships("")
    named = [each.target for each in links if each.kind == "officeDocument"]
    found = next((each for each in (*named, "xl/workbook.xml") if each.startswith("xl/")), "")
    if found not in package or found.endswith(".bin"):
        raise ReadError("is not an Excel workbook (.xlsx)", where=file, hint=_SAVE)
    return found
