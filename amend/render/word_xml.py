"""Texts and names of styles in, WordprocessingML out: the one place where a Word file is escaped.

Written as text and not as a tree: a table of 1,000 rows takes a fifteenth of the time. The order of
properties is that of the schema (ECMA-376, part 1, 17.3.1.26 and 17.3.2.28).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from amend.render.cells import legal

_PARTED = re.compile(r"([\n\t])")
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
# Attributes that are written for every change of a text: name and value stand side by side.
Attributes = Mapping[str, str]


def element(name: str, attributes: Attributes | None = None, inside: str = "") -> str:
    """Return an element; `inside` is XML already, the values of attributes are escaped here."""
    told = "".join(f" {key}={attribute(value)}" for key, value in (attributes or {}).items())
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def attribute(value: str) -> str:
    """Return the value of an attribute with its quotation marks."""
    return quoteattr(legal(value))


def plain(text: str) -> str:
    """Return a text as the inside of an element."""
    return escape(legal(text))


def run(text: str, style: str = "", *, is_deleted: bool = False, is_leftward: bool = False) -> str:
    """Return a run, "" for an empty text; `style` is the id of a character style, "" for none.

    A line break and a tab are elements of their own; all other white space stays as it is.
    """
    if not text:
        return ""
    told = f'<w:rStyle w:val="{style}"/>' if style else ""
    told += "<w:rtl/>" if is_leftward else ""
    properties = f"<w:rPr>{told}</w:rPr>" if told else ""
    name = "w:delText" if is_deleted else "w:t"
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{properties}<{name} xml:space="preserve">{plain(text)}</{name}></w:r>'
    parts = (
        _SIGNS.get(part) or f'<{name} xml:space="preserve">{plain(part)}</{name}>'
        for part in _PARTED.split(text)
        if part
    )
    return f"<w:r>{properties}{''.join(parts)}</w:r>"


def paragraph(style: str, inside: str, *, is_leftward: bool = False, mark: str = "") -> str:
    """Return a paragraph; `style` is an id, `mark` what is tracked of the paragraph mark itself."""
    told = f'<w:pStyle w:val="{style}"/>'
    told += "<w:bidi/>" if is_leftward else ""
    told += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{told}</w:pPr>{inside}</w:p>"


def table(style: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    """Return a table of rows; widths are in twips. The head of its style is the first row."""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], *, is_head: bool = False, is_whole: bool = False) -> str:
    """Return a row; a head stands again on each page, a whole one is kept on one page."""
    told = "<w:cantSplit/>" if is_whole or is_head else ""
    told += "<w:tblHeader/>" if is_head else ""
    properties = f"<w:trPr>{told}</w:trPr>" if told else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(width: int, inside: str, columns: int = 1) -> str:
    """Return a cell of some paragraphs, as wide as some columns; its width is in twips."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
    return f"<w:tc>{properties}{inside}</w:tc>"


def is_leftward(text: str, otherwise: bool = False) -> bool:
    """Whether the first letter of a text is written to the left; `otherwise` if it has no letter.

    A number stands the way of the words around it.
    """
    if text.isascii():
        return otherwise and not any(map(str.isalpha, text))
    strong = (unicodedata.bidirectional(each) for each in text)
    first = next((each for each in strong if each in {"L", "R", "AL"}), None)
    return otherwise if first is None else first != "L"
