"""A Word file that others are to look like in, its house style out: styles, theme and page.

A template comes from a stranger as any other file does: nothing of it is run or fetched, and one
that asks for either is refused. No word of its text is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from amend.errors import ReadError
from amend.model.house import HouseStyle, NamedStyle, Paper
from amend.read import word_names as w
from amend.read.files import check, load
from amend.read.ooxml import Package

SUFFIXES = (".dotx", ".docx")
_WORD = w.P.removesuffix("p")
_RELATION = w.REL_ID.removesuffix("id")
_STYLE, _NAME, _DEFAULTS = f"{_WORD}style", f"{_WORD}name", f"{_WORD}docDefaults"
_SIZE, _MARGINS = f"{_WORD}pgSz", f"{_WORD}pgMar"
_KINDS = frozenset({"paragraph", "character", "table", "numbering"})
# Parts that a program may run, or that hold a file of another program.
_ACTIVE = ("vba", "activex", "embeddings", "macro")
# Links that lead somewhere when they are clicked; they are not taken, nor is what they stand on.
_CLICKED = "hyperlink"
# Sides of a page in twips: a postcard to a poster. A margin leaves at least half of the page.
_SMALLEST, _LARGEST = 4000, 32000
_MAIN = "word/document.xml"


def read(path: Path) -> HouseStyle:
    """Read a template; raises ReadError for one with macros, outside links or no styles."""
    if path.suffix.lower() not in SUFFIXES:
        hint = f"Name a Word template: {' or '.join(SUFFIXES)}."
        raise ReadError("is no template of Word", where=path, hint=hint)
    check(path)
    package = Package(load(path), path)
    links = _links(package, path)
    styles = package.optional(links.get("styles", "word/styles.xml"))
    if styles is None:
        raise ReadError("has no styles", where=path, hint="Save it anew in Word as .dotx.")
    theme = package.optional(links["theme"]) if "theme" in links else None
    defaults = styles.find(_DEFAULTS)
    return HouseStyle(
        path.name,
        "" if defaults is None else _xml(defaults),
        tuple(_styles(styles)),
        "" if theme is None or _has_links(theme) else _whole(theme),
        _paper(package.xml(links.get("officeDocument", _MAIN))),
    )


def _links(package: Package, path: Path) -> dict[str, str]:
    """Return the parts of the template by their kind; raises ReadError for what may act."""
    if any(word in name.lower() for name in package.names for word in _ACTIVE):
        hint = "Save it in Word as .dotx, without macros and embedded files."
        raise ReadError("holds macros or files of other programs", where=path, hint=hint)
    found: dict[str, str] = {}
    for name in _linking(package):
        for link in package.relationships(name):
            if link.is_external and link.kind != _CLICKED:
                hint = "Take linked templates, pictures and files out of it in Word."
                what = f"links to something outside itself ({link.kind[:40]})"
                raise ReadError(what, where=path, hint=hint)
            found.setdefault(link.kind, link.target)
    return found


def _linking(package: Package) -> Iterator[str]:
    """Yield the parts that have links, the package itself first."""
    yield ""
    for name in package.names:
        folder, _, file = name.rpartition("_rels/")
        if file.endswith(".rels") and name != "_rels/.rels":
            yield f"{folder}{file.removesuffix('.rels')}"


def _styles(root: etree._Element) -> Iterator[NamedStyle]:
    """Yield styles without list numbers: numbers stand in our text, and would be printed twice."""
    known: set[str] = set()
    named: set[tuple[str, str]] = set()
    for style in root.iterchildren(_STYLE):
        kind, identity = style.get(w.TYPE, "paragraph"), style.get(f"{_WORD}styleId", "")
        name = style.find(_NAME)
        told = "" if name is None else name.get(w.VAL, "").partition(",")[0]
        if kind not in _KINDS or not identity or not told or identity in known:
            continue
        if (kind, told.casefold()) in named:
            continue
        known.add(identity)
        named.add((kind, told.casefold()))
        for numbers in list(style.iter(w.NUM_PR)):
            numbers.getparent().remove(numbers)  # type: ignore[union-attr]
        yield NamedStyle(kind, identity, told, _xml(style))


def _xml(element: etree._Element) -> str:
    """Return an element of Word's own names alone: what else it says needs leave we do not give."""
    for each in list(element.iter()):
        for name in [key for key in each.attrib if not str(key).startswith(_WORD)]:
            del each.attrib[name]
        if not str(each.tag).startswith(_WORD):
            above = each.getparent()
            if above is not None:
                above.remove(each)
    etree.cleanup_namespaces(element)
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _whole(root: etree._Element) -> str:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}{etree.tostring(root, encoding='unicode')}"


def _has_links(root: etree._Element) -> bool:
    return any(str(key).startswith(_RELATION) for each in root.iter() for key in each.attrib)


def _paper(root: etree._Element) -> Paper | None:
    """Return the page of the last section, upright; None where it names none that can be used."""
    section = next(reversed(list(root.iter(w.SECTION))), None)
    if section is None:
        return None
    size, margins = section.find(_SIZE), section.find(_MARGINS)
    if size is None or margins is None:
        return None
    sides = [_number(margins, each) for each in ("top", "right", "bottom", "left")]
    width, height = _number(size, "w"), _number(size, "h")
    is_fit = all(_SMALLEST <= each <= _LARGEST for each in (width, height))
    across, down = sides[1] + sides[3], sides[0] + sides[2]
    if not is_fit or 2 * across > width or 2 * down > height:
        return None
    paper = Paper(width, height, *sides)
    return paper.turned if width > height else paper


def _number(element: etree._Element, name: str) -> int:
    """Return a measure in twips, 0 for none; a margin below 0 keeps its size."""
    told = element.get(f"{_WORD}{name}", "").lstrip("-")
    return int(told) if told.isdecimal() and len(told) < 7 else 0
