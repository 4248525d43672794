"""An HTML page in, its source text out: paragraphs, headings, list numbers, tables, ins and del."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from amend.errors import ReadError
from amend.model.source import (
    CITED,
    Block,
    BlockKind,
    Cell,
    Look,
    Run,
    Source,
    SourceText,
    Stamp,
)
from amend.notices import Code, Notice
from amend.read.files import load, refuse_wordless
from amend.read.html_looks import styled
from amend.read.word_numerals import letters, roman

_SILENT = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "iframe", "object"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset({
    *_HEADINGS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_POINTS = frozenset({"li", "ol", "ul", "table"})
_STYLES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "decimal": "1",
}  # fmt: skip
_STYLED = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_LOOKS = {
    "b": Look.BOLD, "strong": Look.BOLD, "i": Look.ITALIC, "em": Look.ITALIC, "u": Look.UNDERLINE,
    "mark": Look.HIGHLIGHT, "sup": Look.RAISED,
}  # fmt: skip
_CITED = re.compile(r"\bcite|quote")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DEEPEST = 400
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_FIGURES = 700
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class _Marks:
    """What holds for the words at hand: inherited from the elements around them."""

    look: Look = Look.PLAIN
    inserted: Stamp | None = None
    deleted: Stamp | None = None


@dataclass(slots=True)
class _Walk:
    """The page on its way to blocks; a block closes where a block element opens or ends.

    `numbers` are those of its tables; `counts` the last number of a list, the rows of a table so
    far, and the number of a row.
    """

    file: str
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    kind: BlockKind = BlockKind.BODY
    level: int = 0
    number: str | None = None
    cell: Cell | None = None
    style: str = ""
    tables: int = 0
    numbers: dict[html.HtmlElement, int] = field(default_factory=dict)
    counts: dict[html.HtmlElement, int] = field(default_factory=dict)

    def close(self, *, point: bool = False) -> None:
        """Close the block at hand; a list number waits for words until its point is closed."""
        runs = tuple(_trimmed(self.runs))
        if runs or (point and self.number):
            source = Source(self.file, len(self.blocks) + 1)
            self.blocks.append(
                Block(runs or (Run(""),), source, self.kind, self.number, None, self.level,
                      cell=self.cell, style=self.style)
            )  # fmt: skip
            self.number = None
        self.runs = []


def read(path: Path) -> SourceText:
    """Read an HTML file; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a page that is already in memory, without fetching anything; raises ReadError."""
    encoding, notices = _encoding(data, file)
    # Without huge_tree libxml2 drops what is nested deeper than 256 and says nothing; we refuse it.
    parser = html.HTMLParser(no_network=True, encoding=encoding, huge_tree=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as failure:
        hint = "Open it in a browser and save the page again."
        raise ReadError(f"is no HTML page ({failure})", where=file, hint=hint) from None
    walk = _Walk(file)
    _element(root, walk, _Marks(), 0)
    walk.close()
    refuse_wordless(walk.blocks, file)
    language = (root.get("lang") or "").split("-")[0].lower() or None
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(file, digest, "html", tuple(walk.blocks), language, notices)


def _encoding(data: bytes, file: str) -> tuple[str | None, tuple[Notice, ...]]:
    """UTF-8 if the bytes are; else what the page declares (None leaves it to the parser).

    A page that declares nothing is read as browsers do it, and that is told.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if data.startswith(_UTF16) or _DECLARED.search(data[:_HEAD]):
            return None, ()
        text = "it states no encoding and is not UTF-8; it was read as Windows-1252."
        return "windows-1252", (Notice(Code.ENCODING_GUESSED, file, text),)
    return "utf-8", ()


def _element(element: html.HtmlElement, walk: _Walk, marks: _Marks, depth: int) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT:
        return
    if depth > _DEEPEST:
        raise ReadError("is nested too deeply", where=walk.file, hint="Save it as plain text.")
    if tag == "br":
        walk.runs.append(Run("\n", marks.inserted, marks.deleted, marks.look))
    opens, cell, style = tag in _BLOCKS, walk.cell, walk.style
    if opens:
        walk.close(point=tag in _POINTS)
        _open(element, tag, walk)
    within = _marked(element, tag, marks)
    _words(element.text, walk, within)
    for child in element:
        _element(child, walk, within, depth + 1)
        _words(child.tail, walk, within)
    if opens:
        walk.close(point=tag in _POINTS)
        if not walk.number:
            walk.kind, walk.level = BlockKind.BODY, 0
        if tag in {"td", "th"}:
            walk.cell = cell
        walk.style = style


def _open(element: html.HtmlElement, tag: str, walk: _Walk) -> None:
    if tag in _HEADINGS:
        walk.kind, walk.level = BlockKind.HEADING, _HEADINGS[tag]
    elif tag == "li":
        walk.number, walk.level = _list_number(element, walk.counts), _list_depth(element) - 1
    elif tag == "table":
        walk.tables += 1
        walk.numbers[element] = walk.tables
    elif tag == "tr":
        table = next(element.iterancestors("table"), element)
        walk.counts[element] = walk.counts[table] = walk.counts.get(table, 0) + 1
    elif tag in {"td", "th"}:
        walk.cell = _place(element, walk)
    elif tag == "blockquote" and _is_cited(element):
        walk.style = CITED


def _is_cited(element: html.HtmlElement) -> bool:
    """Whether a mail program set these words as those answered to; others only indent with it.

    Some name the quotation in the box round it.
    """
    above = element.getparent()
    round_it = above.get("class", "") if above is not None and above.tag == "div" else ""
    named = f"{element.get('type', '')} {element.get('class', '')} {round_it}".lower()
    return element.get("cite") is not None or _CITED.search(named) is not None


def _marked(element: html.HtmlElement, tag: str, marks: _Marks) -> _Marks:
    if tag == "ins":
        return _Marks(marks.look, _stamp(element), marks.deleted)
    if tag in {"del", "s", "strike"}:
        return _Marks(marks.look, marks.inserted, _stamp(element))
    look = _LOOKS.get(tag, Look.PLAIN) | (styled(element) if _is_styled(element) else Look.PLAIN)
    return _Marks(marks.look | look, marks.inserted, marks.deleted) if look else marks


def _is_styled(element: html.HtmlElement) -> bool:
    """Whether an element may set its words itself; a link is painted as all links are."""
    return element.tag != "a" and ("style" in element.attrib or element.tag == "font")


def _stamp(element: html.HtmlElement) -> Stamp:
    author = element.get("data-author") or element.get("cite") or element.get("title")
    return Stamp(author, element.get("datetime"))


def _words(text: str | None, walk: _Walk, marks: _Marks) -> None:
    if text:
        walk.runs.append(Run(_SPACE.sub(" ", text), marks.inserted, marks.deleted, marks.look))


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    """Drop the white space that HTML does not show: at the ends, and doubled between runs."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if text.startswith(" ") and (not kept or kept[-1].text[-1:].isspace()):
            text = text.lstrip(" ")
        if text:
            kept.append(Run(text, run.inserted, run.deleted, run.look))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Run(last.text.rstrip(), last.inserted, last.deleted, last.look)
    yield from kept


def _list_depth(item: html.HtmlElement) -> int:
    return sum(1 for above in item.iterancestors() if above.tag in {"ol", "ul"}) or 1


def _list_number(item: html.HtmlElement, counts: dict[html.HtmlElement, int]) -> str | None:
    """Return the number a browser prints before a list point, or None for a bullet.

    Points are met in the order of the page.
    """
    listing = item.getparent()
    if listing is None or listing.tag != "ol":
        return None
    before = counts.get(listing, _whole(listing.get("start"), 1) - 1)
    count = counts[listing] = _whole(item.get("value"), before + 1)
    styled = _STYLED.search(listing.get("style", ""))
    style = _STYLES.get(styled[1].lower(), "1") if styled else listing.get("type", "1")
    return _figure(count, style)


def _figure(count: int, style: str) -> str:
    """Print a count as a browser does; small letters and Roman figures as drafts do, (a), (i)."""
    if not 1 <= count <= _MOST_FIGURES or style not in {"a", "A", "i", "I"}:
        return f"{count}."
    figure = roman(count) if style in {"i", "I"} else letters(count, _LATIN)
    return f"{figure}." if style == "I" else f"({figure.lower() if style.islower() else figure})"


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


def _place(cell: html.HtmlElement, walk: _Walk) -> Cell:
    """Where a cell stands; a head and a body count their rows together, nested tables their own."""
    row = next(cell.iterancestors("tr"), None)
    table = next(cell.iterancestors("table"), None)
    column = 1 + sum(1 for _ in cell.itersiblings("td", "th", preceding=True))
    number = walk.numbers.get(table, walk.tables) if table is not None else walk.tables
    return Cell(number, walk.counts.get(row, 1) if row is not None else 1, column)
