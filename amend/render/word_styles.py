"""The looks of our Word files, and those of a template, in; the part that defines them out.

All looks are styles, none is set on a paragraph or a run: who wants others changes the style, here
by a template that defines styles of the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amend.model.house import HouseStyle
from amend.render.word_package import NAMESPACE
from amend.render.word_xml import attribute

SHEET = "Report sheet"
FIGURES = "Report figures"
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
    "heading 2": Look(
        size=12, colour=_DARK, is_bold=True, before=10, behind=4, outline=2, stays=True
    ),
    "heading 3": Look(
        size=11, colour=_DARK, is_bold=True, before=8, behind=4, outline=3, stays=True
    ),
    "Draft paragraph": Look(size=10.5, behind=7),
    "Numbered paragraph": Look(size=10.5, behind=7, indent=46, hanging=46),
    "Numbered point": Look(size=10.5, behind=5, indent=78, hanging=32),
    "Draft cell": Look(size=9.5, behind=3, indent=9, bar="B8C2CE"),
    "Draft note": Look(size=9, behind=3, colour=_QUIET),
    "Position": Look(size=9.5, behind=3, indent=70, hanging=12),
    "annotation text": Look(size=9),
}
# Printed without colour, a line under inserted and through deleted words still tells them apart.
CHARACTERS: Mapping[str, Look] = {
    "Inserted words": Look(colour=_GOOD, underline="single"),
    "Deleted words": Look(colour=_NONE, is_struck=True),
    "Variant words": Look(underline="dotted"),
    "Paragraph number": Look(is_bold=True),
    "Change note": Look(colour=_QUIET, is_italic=True),
    "Page of the draft": Look(colour=_QUIET),
    "Evidence words": Look(is_bold=True),
    "Proponent name": Look(is_bold=True),
    "Fate good": Look(colour=_GOOD, is_bold=True),
    "Fate part": Look(colour=_PART, is_bold=True),
    "Fate none": Look(colour=_NONE, is_bold=True),
    "Fate open": Look(colour=_QUIET, is_bold=True),
    "Bold words": Look(is_bold=True),
    "Italic words": Look(is_italic=True),
    "Bold italic words": Look(is_bold=True, is_italic=True),
    "annotation reference": Look(size=8),
}
# What Word knows under these names; all others are ours.
_BUILT_IN = frozenset(
    {"Normal", "Title", "heading 1", "heading 2", "heading 3", "footer", "annotation text",
     "annotation reference", "Normal Table", "Default Paragraph Font", "No List"}
)  # fmt: skip


class Styles:
    """The styles of one file: those of a template first, ours where it has none of that name."""

    def __init__(self, house: HouseStyle | None = None, language: str = "en") -> None:
        """Settle which id each name has; ids of a template are kept, ours give way.

        `language` is that of the words of the file, as ISO 639-1; "" where it is not known.
        """
        self._house = house
        self._defaults = _DEFAULTS.replace("{language}", _spoken(language))
        theirs = house.styles if house is not None else ()
        self._ids = {(each.kind, each.name.casefold()): each.id for each in theirs}
        taken = {each.id.casefold() for each in theirs}
        self._ours = [
            (kind, name) for kind, name in _NAMES if (kind, name.casefold()) not in self._ids
        ]
        for kind, name in self._ours:
            found = _id(name)
            self._ids[kind, name.casefold()] = (
                f"{found}Amend" if found.casefold() in taken else found
            )

    def paragraph(self, name: str) -> str:
        """Return the id of a paragraph style."""
        return self._ids["paragraph", name.casefold()]

    def character(self, name: str) -> str:
        """Return the id of a character style, "" for none."""
        return self._ids["character", name.casefold()] if name else ""

    def table(self, name: str) -> str:
        """Return the id of a table style."""
        return self._ids["table", name.casefold()]

    def xml(self) -> str:
        """Return the whole part."""
        house = self._house
        told = house.defaults if house is not None and house.defaults else self._defaults
        told += "".join(each.xml for each in house.styles) if house is not None else ""
        told += "".join(self._made(kind, name) for kind, name in self._ours)
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f"{head}<w:styles {NAMESPACE}>{told}</w:styles>"

    def _made(self, kind: str, name: str) -> str:
        own = "" if name in _BUILT_IN else ' w:customStyle="1"'
        first = ' w:default="1"' if name in _FIRST else ""
        identity = attribute(self._ids[kind, name.casefold()])
        return (
            f'<w:style w:type="{kind}"{first}{own} w:styleId={identity}>'
            f"<w:name w:val={attribute(name)}/>{self._inside(kind, name)}</w:style>"
        )

    def _inside(self, kind: str, name: str) -> str:
        if name in _PLAIN:
            return _PLAIN[name]
        if kind == "table":
            return self._based("table", "Normal Table") + _table(80 if name == FIGURES else 100)
        if kind == "character":
            return f"<w:qFormat/>{_font(CHARACTERS[name])}"
        look = PARAGRAPHS[name]
        base = "" if name == "Normal" else self._based("paragraph", "Normal")
        return f"{base}<w:qFormat/>{_block(look)}{_font(look)}"

    def _based(self, kind: str, name: str) -> str:
        return f"<w:basedOn w:val={attribute(self._ids[kind, name.casefold()])}/>"


def _id(name: str) -> str:
    """Return the id by which paragraphs, runs and tables name a style of ours."""
    return (name[:1].upper() + name[1:]).replace(" ", "")


def _names() -> Iterator[tuple[str, str]]:
    yield from (("paragraph", name) for name in PARAGRAPHS)
    yield from (("character", name) for name in ("Default Paragraph Font", *CHARACTERS))
    yield from (("table", name) for name in ("Normal Table", SHEET, FIGURES))
    yield "numbering", "No List"


_NAMES = tuple(_names())
_FIRST = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
_PLAIN = {
    "Default Paragraph Font": _HIDDEN,
    "No List": _HIDDEN,
    "Normal Table": (
        f'{_HIDDEN}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    ),
}
_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" '
    f'w:cs="{_FONT}"/><w:lang {{language}}w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)


def _spoken(language: str) -> str:
    """Return what tells Word by which words to spell; nothing where the language is not known."""
    code = language.casefold().split("-")[0]
    told = _PLACES.get(code, code if re.fullmatch("[a-z]{2,3}", code) else "")
    return f'w:val="{told}" ' if told else ""


_PLACES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}


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
        "<w:qFormat/>"
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{padding}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/></w:tcPr></w:tblStylePr>'
    )
