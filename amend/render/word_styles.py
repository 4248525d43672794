"""A new Word document in, the same with the styles and the page of a report out.

All looks are styles, none is set on a paragraph or a run: who wants others changes the style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

_BUILT_IN = ("Normal", "Title", "heading 1", "footer")
SHEET = "Report sheet"
FIGURES = "Report figures"
WIDTH = 267
"""What a page holds between its margins, in millimetres."""
_MARGIN = Mm(15)
# On every Windows and Mac, as wide as Liberation Sans elsewhere, and with Arabic letters.
_FONT = "Arial"
_QUIET, _DARK = "4A5568", "1A2B45"
_GOOD, _PART, _NONE = "0B5A2B", "7A4B00", "A1121F"


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks; sizes and spaces are in points, a colour is six hexadecimal digits.

    `underline` is Word's name of a line, `outline` the level of a heading from 1, `bar` a line
    at the left, and a paragraph that `stays` is kept on the page of the next one.
    """

    size: float = 0
    colour: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    underline: str = ""
    before: float = 0
    behind: float = 0
    indent: float = 0
    hanging: float = 0
    outline: int = 0
    bar: str = ""
    is_right: bool = False
    stays: bool = False


PARAGRAPHS: Mapping[str, Look] = {
    "Normal": Look(size=9.5, behind=4),
    "Title": Look(size=20, colour=_DARK, is_bold=True, behind=2),
    "heading 1": Look(
        size=14, colour=_DARK, is_bold=True, before=12, behind=4, outline=1, stays=True
    ),
    "footer": Look(size=8, colour=_QUIET),
    "Report note": Look(size=8.5, colour=_QUIET, behind=6),
    "Table head": Look(size=8.5, is_bold=True, stays=True),
    "Table text": Look(size=8.5),
    "Table figure": Look(size=8.5, is_right=True),
    "Table figure head": Look(size=8.5, is_bold=True, is_right=True, stays=True),
    "Cell text": Look(size=8.5, behind=2),
    "Row number": Look(size=8.5, is_bold=True),
    # A row goes with the next one if its first paragraph does.
    "Row number before a proposal": Look(size=8.5, is_bold=True, stays=True),
    "Cell heading": Look(size=10, is_bold=True, colour=_DARK, behind=2, stays=True),
    "Proposal": Look(size=8.5, before=3, behind=1, indent=9, bar="8FA3BF"),
    "Proposal detail": Look(size=8, behind=1, indent=9, bar="8FA3BF"),
    "Notice": Look(size=8.5, behind=2, indent=9, hanging=9),
}
# Printed without colour, a line under inserted and through deleted words still tells them apart.
CHARACTERS: Mapping[str, Look] = {
    "Inserted words": Look(colour=_GOOD, underline="single"),
    "Deleted words": Look(colour=_NONE, is_struck=True),
    "Variant words": Look(underline="dotted"),
    "Paragraph number": Look(is_bold=True),
    "Change note": Look(colour=_QUIET, is_italic=True),
    "Evidence words": Look(is_bold=True),
    "Proponent name": Look(is_bold=True),
    "Fate good": Look(colour=_GOOD, is_bold=True),
    "Fate part": Look(colour=_PART, is_bold=True),
    "Fate none": Look(colour=_NONE, is_bold=True),
    "Fate open": Look(colour=_QUIET, is_bold=True),
}


def dress(document: Document) -> None:
    """Define the styles of a report and lay its page out: A4, on its side."""
    styles = document.styles
    ours = {each.casefold() for name in PARAGRAPHS for each in (name, f"{name} Char")}
    for each in [one for one in styles.element.style_lst if one.name_val.casefold() in ours]:
        styles.element.remove(each)
    for xml in _every():
        styles.element.append(parse_xml(xml))
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    section.footer_distance = Mm(8)


def style_id(name: str) -> str:
    """Return the id by which paragraphs, runs and tables name a style."""
    return (name[:1].upper() + name[1:]).replace(" ", "")


def _every() -> Iterator[str]:
    for name, look in PARAGRAPHS.items():
        base = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
        yield _style("paragraph", name, f"{base}<w:qFormat/>{_block(look)}{_font(look)}")
    for name, look in CHARACTERS.items():
        yield _style("character", name, f"<w:qFormat/>{_font(look)}")
    yield _style("table", SHEET, _table(100))
    yield _style("table", FIGURES, _table(80))


def _style(kind: str, name: str, inside: str) -> str:
    is_own = "" if name in _BUILT_IN else ' w:customStyle="1"'
    is_default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style {nsdecls("w")} w:type="{kind}" w:styleId="{style_id(name)}"{is_default}{is_own}>'
        f'<w:name w:val="{name}"/>{inside}</w:style>'
    )


def _block(look: Look) -> str:
    """Return paragraph properties, in the order that the schema wants."""
    parts = ["<w:keepNext/><w:keepLines/>" if look.stays else ""]
    if look.bar:
        line = f'w:val="single" w:sz="18" w:space="5" w:color="{look.bar}"'
        parts.append(f"<w:pBdr><w:left {line}/></w:pBdr>")
    spaces = f'w:before="{_twips(look.before)}" w:after="{_twips(look.behind)}"'
    parts.append(f'<w:spacing {spaces} w:line="240" w:lineRule="auto"/>')
    if look.indent:
        hanging = f' w:hanging="{_twips(look.hanging)}"' if look.hanging else ""
        parts.append(f'<w:ind w:left="{_twips(look.indent)}"{hanging}/>')
    parts += ['<w:jc w:val="right"/>'] * look.is_right
    if look.outline:
        parts.append(f'<w:outlineLvl w:val="{look.outline - 1}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _font(look: Look) -> str:
    """Return letter properties, in the order that the schema wants."""
    parts = []
    if look.size:
        names = f'w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"'
        parts.append(f"<w:rFonts {names}/>")
    parts += ["<w:b/><w:bCs/>"] * look.is_bold + ["<w:i/><w:iCs/>"] * look.is_italic
    parts += ["<w:strike/>"] * look.is_struck
    if look.colour:
        parts.append(f'<w:color w:val="{look.colour}"/>')
    if look.size:
        halves = round(look.size * 2)
        parts.append(f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>')
    if look.underline:
        parts.append(f'<w:u w:val="{look.underline}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _twips(points: float) -> int:
    return round(points * 20)


def _table(sides: int) -> str:
    """Return a table with thin lines and a shaded head; `sides` is its padding in twips."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B8C2CE"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    padding = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", sides), ("bottom", 40), ("right", sides))
    )
    return (
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{padding}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/></w:tcPr></w:tblStylePr>'
    )
