"""Values of `sources.py` -> the bytes of Word files, the same bytes on every machine.

The files are small OOXML packages of our own: stored without compression, because compressors
differ between releases, and stamped with one fixed time.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from parts import (
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    FOOTER,
    HEADER,
    LEVELS,
    NUMBERING,
    RELATIONS,
    SECTION,
    STYLES,
)
from sources import Change, Draft, Entry, Kind, Table

_STAMP = (2026, 1, 1, 0, 0, 0)
_FORUM = "Forum on Rivers, Deltas and Coasts"
_TEXT_WIDTH = 8900  # between the margins of the page, in twentieths of a point
_LEVEL = {"": 0, "bis": 1, "ter": 2}
_POINT_LEVEL = {Kind.POINT: 3, Kind.SUBPOINT: 4}


def prose(paragraphs: Iterable[str]) -> bytes:
    """Return a Word file of plain paragraphs."""
    return _package("".join(_paragraph("", _run(each)) for each in paragraphs))


def table(of: Table) -> bytes:
    """Return a Word file that holds one table below its opening paragraphs."""
    width = _TEXT_WIDTH // len(of.rows[0])
    opening = "".join(_paragraph("", _run(each)) for each in of.opening)
    rows = "".join(
        "<w:tr>" + "".join(_cell(cell, width, bold=row == 0) for cell in cells) + "</w:tr>"
        for row, cells in enumerate(of.rows)
    )
    columns = f'<w:gridCol w:w="{width}"/>' * len(of.rows[0])
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    whole = f"<w:tbl>{head}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    return _package(opening + whole + _paragraph("", ""))


def draft(of: Draft, changes: Sequence[Change] = ()) -> bytes:
    """Return a draft as a Word file, with the tracked changes asked for standing in it.

    Raises ValueError where a change names words or a paragraph that the draft does not hold.
    """
    unknown = {each.on for each in changes} - {each.key for each in of.entries}
    if unknown:
        raise ValueError(f"{of.symbol} has no paragraph {', '.join(sorted(unknown))}")
    numbers, starts = _list_numbers(of.entries)
    body = "".join(
        _entry(
            entry, numbers.get(entry.key, ""), [each for each in changes if each.on == entry.key]
        )
        for entry in of.entries
    )
    return _package(body, starts, head=of)


def _list_numbers(entries: Sequence[Entry]) -> tuple[dict[str, str], tuple[int, ...]]:
    """Give each paragraph that Word numbers its w:numPr, and the numbers at which lists restart.

    Drafters keep numbers frozen: behind a paragraph that fell, a further list of the same kind
    starts at the next number still in use.
    """
    found: dict[str, str] = {}
    starts = [1]
    last = 0
    for entry in entries:
        if entry.typed or not entry.printed:
            continue
        if entry.kind is Kind.NUMBERED and not entry.suffix:
            if entry.number != last + 1:
                starts.append(entry.number)
            last = entry.number
        level = _POINT_LEVEL.get(entry.kind, _LEVEL.get(entry.suffix, 0))
        numbered = f'<w:ilvl w:val="{level}"/><w:numId w:val="{len(starts)}"/>'
        found[entry.key] = f"<w:numPr>{numbered}</w:numPr>"
    return found, tuple(starts)


def _entry(entry: Entry, number: str, changes: Sequence[Change]) -> str:
    style = f'<w:pStyle w:val="{entry.kind}"/>' if entry.kind is not Kind.PLAIN else ""
    struck = next((each for each in changes if each.whole == "delete"), None)
    inner = [each for each in changes if not each.whole]
    if struck is not None:
        here = _paragraph(style + number, _gone(entry.words, struck), _mark("del", struck))
    elif inner:
        here = _paragraph(style + number, _tracked(entry.words, inner))
    else:
        here = _paragraph(style + number, _italics(entry))
    added = [each for each in changes if each.whole == "insert"]
    return here + "".join(
        _paragraph(style, _come(each.insert.replace(". ", ".\t", 1), each), _mark("ins", each))
        for each in added
    )


def _tracked(words: str, changes: Sequence[Change]) -> str:
    """Lay the changes into the words, each at its place; they may not overlap."""
    places = []
    for change in changes:
        sought = change.after + change.delete
        if words.count(sought) != 1:
            raise ValueError(f"{sought!r} stands {words.count(sought)} times in {words[:40]!r}")
        places.append((words.index(sought) + len(change.after), change))
    runs, done = "", 0
    for start, change in sorted(places, key=lambda place: place[0]):
        runs += (
            _run(words[done:start]) + _gone(change.delete, change) + _come(change.insert, change)
        )
        done = start + len(change.delete)
    return runs + _run(words[done:])


def _come(words: str, change: Change) -> str:
    return f"<w:ins {_who(change)}>{_run(words)}</w:ins>" if words else ""


def _gone(words: str, change: Change) -> str:
    return f"<w:del {_who(change)}>{_run(words, tag='delText')}</w:del>" if words else ""


def _mark(kind: str, change: Change) -> str:
    return f"<w:rPr><w:{kind} {_who(change)}/></w:rPr>"


def _who(change: Change) -> str:
    return f'w:id="1" w:author={quoteattr(change.by)} w:date={quoteattr(change.date)}'


def _italics(entry: Entry) -> str:
    if "*" not in entry.text:
        return _run(entry.words)
    parts = re.split(r"\*", entry.text)
    return "".join(_run(part, italic=place % 2 == 1) for place, part in enumerate(parts))


def _run(words: str, *, tag: str = "t", italic: bool = False, bold: bool = False) -> str:
    if not words:
        return ""
    look = "<w:i/>" * italic + "<w:b/>" * bold
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    text = f'<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}>'
    tabbed = text.replace("\t", f'</w:{tag}><w:tab/><w:{tag} xml:space="preserve">')
    return f"<w:r>{look}{tabbed}</w:r>"


def _cell(text: str, width: int, *, bold: bool) -> str:
    shape = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{shape}{_paragraph('', _run(text, bold=bold))}</w:tc>"


def _paragraph(properties: str, runs: str, mark: str = "") -> str:
    shape = f"<w:pPr>{properties}{mark}</w:pPr>" if properties or mark else ""
    return f"<w:p>{shape}{runs}</w:p>\n"


def _package(body: str, starts: Sequence[int] = (1,), head: Draft | None = None) -> bytes:
    """Zip the parts in a fixed order; `starts` are the first numbers of the lists, from list 1."""
    refer = '<w:{0}Reference w:type="default" r:id="{0}"/>'
    section = SECTION.format(header=refer.format("header"), footer=refer.format("footer"))
    left = f"{_FORUM}, {head.date}" if head else _FORUM
    header = HEADER.format(left=escape(left), right=escape(head.symbol if head else "Submission"))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "docProps/core.xml": CORE,
        "word/document.xml": DOCUMENT.format(body=_one_id_each(body), section=section),
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING.format(levels=LEVELS, lists=_lists(starts)),
        "word/header.xml": header,
        "word/footer.xml": FOOTER,
    }
    with io.BytesIO() as held:
        with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as package:
            for name, content in parts.items():
                info = zipfile.ZipInfo(name, _STAMP)
                info.create_system = 3
                package.writestr(info, content.encode())
        return held.getvalue()


def _lists(starts: Sequence[int]) -> str:
    """Write one w:num for each start; all share the levels, and so their counters."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    return "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="0"/>'
        f"{override.format(start) if place > 1 else ''}</w:num>"
        for place, start in enumerate(starts, 1)
    )


def _one_id_each(body: str) -> str:
    """Number the tracked changes from 1: Word wants each w:id once."""
    count = iter(range(1, body.count('w:id="1"') + 1))
    return re.sub('w:id="1"', lambda _: f'w:id="{next(count)}"', body)
