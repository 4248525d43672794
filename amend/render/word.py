"""Paragraphs and tables in, a Word file out: the elements of a document that is only written.

python-docx gives the package and the page. Tables are built from its elements, and not through
its own tables: those look every cell and style up again, and a table of 1,000 rows took 16 s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from amend.render.cells import legal
from amend.render.word_styles import WIDTH, dress, style_id

# The same report gives the same bytes: the hour it was made stands under its title.
_CREATED = datetime(2000, 1, 1)
_PACKED = (1980, 1, 1, 0, 0, 0)
_TWIPS = 1440 / 25.4
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+Z)?$")
_BREAK = re.compile(r"([\n\t])")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Words(NamedTuple):
    """A stretch of text and its character style, "" for none."""

    text: str
    style: str = ""


class Marked(NamedTuple):
    """A stretch of text with a tracked change: `mark` is "ins", "del", or "" for none.

    `date` is a day or a moment of ISO 8601, or None.
    """

    text: str
    mark: str = ""
    author: str = ""
    date: str | None = None


class Lines(NamedTuple):
    """A paragraph: its style and its words."""

    style: str
    words: tuple[Words, ...]


class Cell(NamedTuple):
    """One cell: its paragraphs, and how many columns it is wide."""

    lines: Sequence[Lines]
    columns: int = 1


class Story:
    """A Word document that is written from top to bottom."""

    def __init__(self, title: str) -> None:
        """Begin an empty document; the title is what file managers show of it."""
        self._document = docx.Document()
        dress(self._document)
        self._body = self._document.element.body
        self._end = self._body.sectPr
        self._marks = 0
        self._name(title)

    def _name(self, title: str) -> None:
        core = self._document.core_properties
        core.title = legal(title)[:255]
        core.author = core.last_modified_by = "amend"
        core.comments = ""
        core.created = core.modified = _CREATED
        core.revision = 1

    def write(self, lines: Lines) -> None:
        """Add a paragraph."""
        self._end.addprevious(_paragraph(lines))

    def write_marked(self, stretches: Sequence[Marked], new: Marked | None = None) -> None:
        """Add a paragraph with tracked changes; `new` stamps a paragraph that is put in whole."""
        made = OxmlElement("w:p")
        properties = _under(made, "w:pPr")
        _under(properties, "w:pStyle", {"w:val": style_id("Normal")})
        if new is not None:
            _under(_under(properties, "w:rPr"), "w:ins", self._stamp(new))
        for each in stretches:
            holder = _under(made, f"w:{each.mark}", self._stamp(each)) if each.mark else made
            _run(holder, Words(each.text), name="w:delText" if each.mark == "del" else "w:t")
        self._end.addprevious(made)

    def _stamp(self, marked: Marked) -> dict[str, str]:
        self._marks += 1
        stamp = {"w:id": str(self._marks), "w:author": legal(marked.author) or "unknown"}
        if marked.date and _DAY.match(marked.date):
            stamp["w:date"] = f"{marked.date}T00:00:00Z" if len(marked.date) == 10 else marked.date
        return stamp

    def foot(self, text: str) -> None:
        """Put a text and the number of the page at the foot of each page."""
        made = _paragraph(Lines("footer", (Words(f"{text} · page "),)))
        field = _under(made, "w:fldSimple", {"w:instr": "PAGE"})
        _run(field, Words("1"))
        footer = self._document.sections[0].footer
        footer.is_linked_to_previous = False
        first = footer.paragraphs[0]._element
        first.getparent().replace(first, made)

    def table(
        self, style: str, widths: Sequence[float], head: Sequence[Cell],
        rows: Iterable[Sequence[Cell]],
    ) -> None:  # fmt: skip
        """Add a table whose first row stands again on each page; widths are in millimetres.

        The columns of each row must add up to the number of widths. A row stays on one page
        where a page can hold it.
        """
        twips = [round(each * _TWIPS) for each in widths]
        table = OxmlElement("w:tbl")
        _table_properties(table, style, sum(twips))
        grid = _under(table, "w:tblGrid")
        for each in twips:
            _under(grid, "w:gridCol", {"w:w": str(each)})
        _row(table, twips, head, is_head=True)
        for row in rows:
            _row(table, twips, row, is_head=False)
        self._end.addprevious(table)
        # Word joins two tables that follow each other without a paragraph between them.
        self._end.addprevious(_paragraph(Lines("Report note", ())))

    def save(self) -> bytes:
        """Return the file; the same document gives the same bytes."""
        package = self._document.part.package
        # The template carries a picture of its own first page, which would be shown for ours.
        for key, each in list(package.rels.items()):
            if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del package.rels[key]
        packed = BytesIO()
        self._document.save(packed)
        return _stamped(packed)


def even(count: int, first: float = 0) -> list[float]:
    """Return widths that fill the page: the first, unless it is 0, and `count` equal ones."""
    each = (WIDTH - first) / count
    return [first, *[each] * count] if first else [each] * count


def _stamped(packed: BytesIO) -> bytes:
    written = BytesIO()
    with ZipFile(packed) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, _PACKED)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return written.getvalue()


def _under(parent: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    made = OxmlElement(name, {qn(key): value for key, value in (attributes or {}).items()})
    parent.append(made)
    return made


def _table_properties(table: Any, style: str, width: int) -> None:
    properties = _under(table, "w:tblPr")
    _under(properties, "w:tblStyle", {"w:val": style_id(style)})
    _under(properties, "w:tblW", {"w:w": str(width), "w:type": "dxa"})
    _under(properties, "w:tblLayout", {"w:type": "fixed"})
    _under(properties, "w:tblLook", {"w:val": "0020", "w:firstRow": "1"})


def _row(table: Any, widths: Sequence[int], cells: Sequence[Cell], *, is_head: bool) -> None:
    row = _under(table, "w:tr")
    properties = _under(row, "w:trPr")
    _under(properties, "w:cantSplit")
    if is_head:
        _under(properties, "w:tblHeader")
    start = 0
    for cell in cells:
        stop = start + cell.columns
        made = _under(row, "w:tc")
        properties = _under(made, "w:tcPr")
        _under(properties, "w:tcW", {"w:w": str(sum(widths[start:stop])), "w:type": "dxa"})
        if cell.columns > 1:
            _under(properties, "w:gridSpan", {"w:val": str(cell.columns)})
        for lines in cell.lines or (Lines("Cell text", ()),):
            made.append(_paragraph(lines))
        start = stop


def _paragraph(lines: Lines) -> Any:
    made = OxmlElement("w:p")
    properties = _under(made, "w:pPr")
    _under(properties, "w:pStyle", {"w:val": style_id(lines.style)})
    if _is_rightward("".join(each.text for each in lines.words)) is False:
        _under(properties, "w:bidi")
    for words in lines.words:
        _run(made, words)
    return made


def _run(parent: Any, words: Words, name: str = "w:t") -> None:
    if not words.text:
        return
    run = _under(parent, "w:r")
    is_leftward = _is_rightward(words.text) is False
    if words.style or is_leftward:
        properties = _under(run, "w:rPr")
        if words.style:
            _under(properties, "w:rStyle", {"w:val": style_id(words.style)})
        if is_leftward:
            _under(properties, "w:rtl")
    for part in _BREAK.split(legal(words.text)):
        if part in {"\n", "\t"}:
            _under(run, "w:br" if part == "\n" else "w:tab")
        elif part:
            text = _under(run, name)
            text.text = part
            text.set(_XML_SPACE, "preserve")


def _is_rightward(text: str) -> bool | None:
    """Whether the first letter of a text is written to the right; None if it has no letter."""
    if text.isascii():
        return True if text else None
    strong = (unicodedata.bidirectional(each) for each in text)
    first = next((each for each in strong if each in {"L", "R", "AL"}), None)
    return None if first is None else first == "L"
