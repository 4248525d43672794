"""Two states of one property of Word in, the change between them in plain words out."""

from __future__ import annotations

from lxml import etree

from amend.read import word_names as w

_LONGEST_VALUE = 40
# What has no name here is told as "other properties".
_SWITCHES = {
    "b": "bold", "bCs": "bold", "i": "italic", "iCs": "italic", "strike": "struck out",
    "dstrike": "struck out twice", "caps": "capitals", "smallCaps": "small capitals",
    "vanish": "hidden", "outline": "outlined", "shadow": "shadow", "emboss": "embossed",
    "imprint": "engraved", "rtl": "right to left", "bidi": "right to left",
    "keepNext": "kept with next", "keepLines": "kept on one page", "pageBreakBefore": "page break",
    "contextualSpacing": "no space between equals", "suppressLineNumbers": "no line numbers",
    "cantSplit": "kept on one page", "tblHeader": "heading row", "noProof": "no proofing",
    "widowControl": "widow control", "titlePg": "other first page", "noWrap": "no wrapping",
    "hidden": "hidden", "bidiVisual": "right to left",
}  # fmt: skip
_VALUES = {
    "sz": "size", "szCs": "size", "color": "colour", "highlight": "highlight", "jc": "alignment",
    "vertAlign": "position", "u": "underline", "outlineLvl": "outline level",
    "textDirection": "text direction", "vAlign": "vertical alignment", "em": "emphasis mark",
    "tblStyle": "style", "gridSpan": "columns spanned", "vMerge": "merging", "type": "break",
    "lang": "language",
}  # fmt: skip
_TOPICS = {
    "rFonts": "font", "shd": "shading", "bdr": "border", "pBdr": "borders", "spacing": "spacing",
    "ind": "indent", "tabs": "tab stops", "kern": "kerning", "w": "letter width",
    "position": "position", "effect": "effect", "framePr": "frame", "textAlignment": "alignment",
    "tblW": "width", "tblInd": "indent", "tblBorders": "borders", "tblLayout": "layout",
    "tblCellMar": "cell margins", "tblLook": "banding", "tblpPr": "place", "tblOverlap": "place",
    "tblCellSpacing": "cell spacing", "trHeight": "height", "gridBefore": "cells before",
    "gridAfter": "cells after", "wBefore": "indent", "wAfter": "indent", "tcW": "width",
    "tcBorders": "borders", "tcMar": "margins", "hMerge": "merging", "pgSz": "page size",
    "pgMar": "margins", "cols": "columns", "pgNumType": "page numbers", "pgBorders": "borders",
    "docGrid": "grid", "lnNumType": "line numbers", "footnotePr": "footnotes",
    "endnotePr": "endnotes", "paperSrc": "paper", "formProt": "protection",
    "pStyle": "style", "rStyle": "character style", "numPr": "number",
    "tblStyleRowBandSize": "banding", "tblStyleColBandSize": "banding", "cnfStyle": "banding",
    "eastAsianLayout": "layout", "fitText": "letter width", "specVanish": "hidden",
}  # fmt: skip
_PREFIX = w.P.removesuffix("p")
NAMES = {f"{_PREFIX}{name}": said for name, said in (_SWITCHES | _VALUES | _TOPICS).items()}
_SWITCH_TAGS = {f"{_PREFIX}{name}" for name in _SWITCHES}
_VALUE_TAGS = {f"{_PREFIX}{name}" for name in _VALUES}
_HALF_POINTS = {f"{_PREFIX}sz", f"{_PREFIX}szCs"}
_FONTS = f"{_PREFIX}rFonts"
_OFF = {"0", "false", "off", "none"}


def turned(tag: str, new: etree._Element | None) -> str | None:
    """Say of a switch how it stands now: "bold", "not bold"; None of what is no switch."""
    if tag not in _SWITCH_TAGS:
        return None
    is_on = new is not None and new.get(w.VAL) not in _OFF
    return NAMES[tag] if is_on else f"not {NAMES[tag]}"


def shown(tag: str, old: etree._Element | None, new: etree._Element | None) -> str:
    """Name a property, with its values where they are words or numbers a reader knows."""
    name = NAMES.get(tag, "other properties")
    if tag not in _VALUE_TAGS and tag != _FONTS:
        return name
    before, after = _value(tag, old), _value(tag, new)
    if before and after:
        return f"{name} {before} to {after}" if before != after else name
    return f"{name} {after}" if after else f"no {name}" if new is None else name


def _value(tag: str, element: etree._Element | None) -> str:
    if element is None:
        return ""
    value = element.get(w.ASCII if tag == _FONTS else w.VAL, "")[:_LONGEST_VALUE]
    if tag in _HALF_POINTS and value.isdecimal():
        return f"{int(value) / 2:g}"
    return value
