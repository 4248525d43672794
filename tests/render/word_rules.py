"""Rules of ECMA-376 that a Word file of ours must keep, checked without its schema.

No schema of WordprocessingML can be had under a licence that lets us include it. So what we write
is checked element by element: what may stand where, in which order, with which ids.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Part 1, sections 17.3 to 17.18: children in the order of the schema, as far as we write them.
ORDERS: Mapping[str, tuple[str, ...]] = {
    "document": ("body",),
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pBdr", "shd", "tabs", "bidi", "spacing", "ind"),
        *("contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange"),
    ),
    "rPr": (
        *("ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs"),
        *("strike", "color", "sz", "szCs", "u", "rtl", "lang"),
    ),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tblPr": ("tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
    "tr": ("trPr", "tc"),
    "trPr": ("cantSplit", "tblHeader", "ins", "del"),
    "tc": ("tcPr", "p"),
    "tcPr": ("tcW", "gridSpan", "shd"),
    "sectPr": ("headerReference", "footerReference", "pgSz", "pgMar"),
    "style": (
        *("name", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed"),
        *("qFormat", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
    ),
    "styles": ("docDefaults", "latentStyles", "style"),
    "settings": ("defaultTabStop", "compat"),
    "comment": ("p",),
    "tblStylePr": ("pPr", "rPr", "tblPr", "trPr", "tcPr"),
}
_RUNS = frozenset({"r", "ins", "del", "moveFrom", "moveTo", "fldSimple"})
_RANGES = ("moveFromRange", "moveToRange", "commentRange")
_POINTS = frozenset(f"{each}{end}" for each in _RANGES for end in ("Start", "End"))
_INSIDE: Mapping[str, frozenset[str]] = {
    "body": frozenset({"p", "tbl", "sectPr"}) | _POINTS,
    "p": frozenset({"pPr"}) | _RUNS | _POINTS,
    "r": frozenset({"rPr", "t", "delText", "tab", "br", "annotationRef", "commentReference"}),
    "ins": frozenset({"r", "del"}),
    "del": frozenset({"r"}),
    "moveFrom": frozenset({"r"}),
    "moveTo": frozenset({"r", "del"}),
}
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": ""}


def broken(data: bytes) -> list[str]:
    """Return what a Word file does against the rules; nothing if it keeps them."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        texts = {name: packed.read(name) for name in packed.namelist()}
    parts = {name: ET.fromstring(text) for name, text in texts.items()}
    body = parts["word/document.xml"]
    return [
        *_package(parts),
        *(line for part in parts.values() for line in _orders(part)),
        *_ids(body),
        *_ranges(body),
        *_styles(parts),
        *_comments(parts),
        *_texts(body),
    ]


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _package(parts: Mapping[str, ET.Element]) -> Iterator[str]:
    types = parts["[Content_Types].xml"]
    named = {each.get("PartName", "").lstrip("/") for each in types if "PartName" in each.attrib}
    for name in parts:
        if not name.endswith(".rels") and name != "[Content_Types].xml" and name not in named:
            yield f"{name} has no content type"
    yield from (f"{name} is named and not there" for name in named - set(parts))
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        folder = "word/" if name.startswith("word") else ""
        for link in parts[name]:
            if link.get("TargetMode") == "External":
                yield f"{name} leads outside"
            elif f"{folder}{link.get('Target')}" not in parts:
                yield f"{name} leads to {link.get('Target')}, which is not there"
    known = {link.get("Id") for link in parts["word/_rels/document.xml.rels"]}
    asked = {each.get(f"{_R}id") for each in parts["word/document.xml"].iter()} - {None}
    yield from (f"no link is called {each}" for each in asked - known)


def _orders(part: ET.Element) -> Iterator[str]:
    for node in part.iter():
        if not node.tag.startswith(_W):
            continue
        name, inside = _name(node), [_name(each) for each in node]
        order = ORDERS.get(name)
        if order is not None:
            if unknown := [each for each in inside if each not in order]:
                yield f"{name} holds {unknown}"
            elif sorted(inside, key=order.index) != inside:
                yield f"{name} holds {inside} in another order"
        allowed = _INSIDE.get(name)
        if allowed is not None and inside and (odd := set(inside) - allowed):
            yield f"{name} holds {sorted(odd)}"
        if name == "tc" and inside[-1:] != ["p"]:
            yield "a cell does not end with a paragraph"
        if name == "p" and "pPr" in inside[1:]:
            yield "properties stand behind words"


def _ids(body: ET.Element) -> Iterator[str]:
    marks = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")
    found = [each for each in body.iter() if _name(each) in marks]
    counts = Counter(each.get(f"{_W}id") for each in found)
    yield from (
        f"the id {each} stands {count} times" for each, count in counts.items() if count > 1
    )
    yield from ("a change has no author" for each in found if not each.get(f"{_W}author"))


def _ranges(body: ET.Element) -> Iterator[str]:
    for kind in _RANGES:
        opened: list[str] = []
        closed: list[str] = []
        for each in body.iter():
            if _name(each) == f"{kind}Start":
                opened.append(each.get(f"{_W}id", ""))
            elif _name(each) == f"{kind}End":
                closed.append(each.get(f"{_W}id", ""))
                if closed[-1] not in opened:
                    yield f"{kind} ends before it begins"
        if sorted(opened) != sorted(closed):
            yield f"{kind} begins {len(opened)} times and ends {len(closed)} times"
    froms, tos = (
        Counter(e.get(f"{_W}name") for e in body.iter(f"{_W}{kind}Start")) for kind in _RANGES[:2]
    )
    if set(froms) != set(tos) or any(n > 1 for n in (*froms.values(), *tos.values())):
        yield "a move has one end alone"


def _styles(parts: Mapping[str, ET.Element]) -> Iterator[str]:
    defined = {
        (each.get(f"{_W}type"), each.get(f"{_W}styleId"))
        for each in parts["word/styles.xml"].iter(f"{_W}style")
    }
    ids = {each for _, each in defined}
    for name, part in parts.items():
        for node in part.iter():
            kind = _STYLED.get(_name(node)) if node.tag.startswith(_W) else None
            value = node.get(f"{_W}val")
            if kind is not None and ((kind, value) not in defined if kind else value not in ids):
                yield f"{name} names a style {value} that is not defined"
    counts = Counter(e.get(f"{_W}styleId") for e in parts["word/styles.xml"].iter(f"{_W}style"))
    yield from (f"the style {each} is defined twice" for each, n in counts.items() if n > 1)


def _comments(parts: Mapping[str, ET.Element]) -> Iterator[str]:
    part = parts.get("word/comments.xml")
    written = [] if part is None else [each.get(f"{_W}id") for each in part]
    asked = [e.get(f"{_W}id") for e in parts["word/document.xml"].iter(f"{_W}commentReference")]
    if sorted(map(str, written)) != sorted(map(str, asked)):
        yield f"comments {written} are written, and {asked} are asked for"


def _texts(body: ET.Element) -> Iterator[str]:
    """Only words in `w:del` are `w:delText`; those that moved away are `w:t`."""
    for node in body.iter():
        gone = _name(node) == "del"
        for text in (each for run in node.findall(f"{_W}r") for each in run):
            if _name(text) in {"t", "delText"} and (_name(text) == "delText") != gone:
                yield f"{_name(text)} stands in {_name(node)}"
