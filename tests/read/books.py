"""Small Excel workbooks for tests: rows in, the bytes of an .xlsx out; or the XML of a sheet."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def cell(place: str, text: str) -> str:
    """A cell that holds its own text."""
    inner = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
    return f'<c r="{place}" t="inlineStr">{inner}</c>'


def sheet(*rows: Sequence[str], merged: str = "") -> str:
    """The XML of a sheet; "" leaves a cell out, and what begins with "<" is XML already."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = (
            each if each.startswith("<") else cell(f"{chr(ord('A') + column)}{number}", each)
            for column, each in enumerate(row)
            if each
        )
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    joined = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{joined}</worksheet>'


def book(
    sheets: Mapping[str, str], *, shared: str = "", styles: str = "", settings: str = "",
    links: str = "",
) -> bytes:  # fmt: skip
    """A workbook of named sheets; the others are XML inside their parts."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels([("officeDocument", "xl/workbook.xml")]),
    }
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    named = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    parts |= {f"xl/{t}": xml for (_, t), xml in zip(targets, sheets.values(), strict=True)}
    for kind, inner, tag in (("sharedStrings", shared, "sst"), ("styles", styles, "styleSheet")):
        if inner:
            targets.append((kind, f"{kind}.xml"))
            parts[f"xl/{kind}.xml"] = f'<{tag} xmlns="{_MAIN}">{inner}</{tag}>'
    parts["xl/_rels/workbook.xml.rels"] = _rels(targets, links)
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{settings}'
        f"<sheets>{named}</sheets></workbook>"
    )
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return written.getvalue()


def _rels(targets: Sequence[tuple[str, str]], more: str = "") -> str:
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_LINKS}">{links}{more}</Relationships>'


def external(target: str) -> str:
    """A link to another workbook, for `links`."""
    return (
        f'<Relationship Id="x1" Type="{_OFFICE}/externalLink" Target="{target}" '
        'TargetMode="External"/>'
    )
