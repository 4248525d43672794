"""Small builders of Word files for tests: pieces of Word's XML in, the bytes of a .docx out.

Each builder names one thing a clerk can do in Word; text is escaped, so any string will do.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid" '
    'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_PARTS = ("numbering", "styles", "footnotes", "endnotes", "comments")
WHEN = "2024-05-06T07:08:00Z"


def run(text: str, look: str = "") -> str:
    """Words; `look` is XML for their properties, `<w:b/>`."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def ins(content: str, by: str = "A", date: str = WHEN) -> str:
    """A tracked insertion of words, or of any runs."""
    return _change("ins", content, by, date)


def deleted(content: str, by: str = "A", date: str = WHEN) -> str:
    """A tracked deletion of words, or of any runs."""
    return (
        _change("del", content, by, date)
        .replace("w:t>", "w:delText>")
        .replace("<w:t ", "<w:delText ")
    )


def _change(tag: str, content: str, by: str, date: str) -> str:
    inner = content if content.startswith("<") else run(content)
    when = f" w:date={quoteattr(date)}" if date else ""
    return f'<w:{tag} w:id="1" w:author={quoteattr(by)}{when}>{inner}</w:{tag}>'


def moved_from(content: str, name: str = "move1", by: str = "A") -> str:
    """The place words were moved away from; `name` pairs it with where they went."""
    return _moved("moveFrom", "90", content, name, by)


def moved_to(content: str, name: str = "move1", by: str = "A") -> str:
    """The place words were moved to."""
    return _moved("moveTo", "91", content, name, by)


def _moved(tag: str, number: str, content: str, name: str, by: str) -> str:
    return (
        f'<w:{tag}RangeStart w:id="{number}" w:name={quoteattr(name)} w:author={quoteattr(by)}/>'
        f'{_change(tag, content, by, WHEN)}<w:{tag}RangeEnd w:id="{number}"/>'
    )


def para(
    *content: str,
    style: str = "",
    level: int | None = None,
    list_id: str | None = None,
    mark: str = "",
    by: str = "A",
    properties: str = "",
) -> str:
    """A paragraph of runs and plain strings; `mark` is "ins", "del", "moveFrom" or "moveTo".

    `level` and `list_id` put it in a list, `properties` is further XML of `w:pPr`.
    """
    inside = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if list_id is not None or level is not None:
        place = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
        place += f'<w:numId w:val="{list_id}"/>' if list_id is not None else ""
        inside += f"<w:numPr>{place}</w:numPr>"
    inside += properties
    if mark:
        stamp = f'<w:{mark} w:id="2" w:author={quoteattr(by)} w:date="{WHEN}"/>'
        inside += f"<w:rPr>{stamp}</w:rPr>"
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{runs}</w:p>"


def item(*content: str, level: int = 0, list_id: str = "1", mark: str = "") -> str:
    """A paragraph numbered by Word."""
    return para(*content, level=level, list_id=list_id, mark=mark)


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, mark: str = "", by: str = "A") -> str:
    """A row of cells, each a plain string or the XML of its paragraphs; `mark` as in `para`."""
    change = f'<w:trPr><w:{mark} w:id="3" w:author={quoteattr(by)}/></w:trPr>' if mark else ""
    filled = (each if each.startswith("<") else para(each) for each in cells)
    return f"<w:tr>{change}{''.join(f'<w:tc>{each}</w:tc>' for each in filled)}</w:tr>"


def commented(content: str, number: int) -> str:
    """Words that a comment is pinned to."""
    inner = content if content.startswith("<") else run(content)
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comment(text: str, number: int, by: str = "A", date: str = WHEN) -> str:
    """A comment for the comments part; its paragraph has the id that `threads` knows it by."""
    body = para(text).replace("<w:p>", f'<w:p w14:paraId="{number:08X}">')
    return f'<w:comment w:id="{number}" w:author={quoteattr(by)} w:date="{date}">{body}</w:comment>'


def threads(
    over: Mapping[int, int] | None = None,
    done: Iterable[int] = (),
    times: Mapping[int, str] | None = None,
) -> dict[str, str]:
    """The parts that tie comments together, for `parts`: which answers which (`over`), which are
    resolved, and the times in UTC; all by the numbers of the comments.
    """
    parents, times, ended = over or {}, times or {}, set(done)
    more = "".join(
        f'<w15:commentEx w15:paraId="{number:08X}" w15:done="{int(number in ended)}"'
        + (f' w15:paraIdParent="{parents[number]:08X}"/>' if number in parents else "/>")
        for number in sorted({*parents, *parents.values(), *ended})
    )
    ids = "".join(
        f'<w16cid:commentId w16cid:paraId="{number:08X}" w16cid:durableId="D{number}"/>'
        for number in times
    )
    written = "".join(
        f'<w16cex:commentExtensible w16cex:durableId="D{number}" w16cex:dateUtc="{time}"/>'
        for number, time in times.items()
    )
    return {
        "word/commentsExtended.xml": part("comments", more),
        "word/commentsIds.xml": part("comments", ids),
        "word/commentsExtensible.xml": part("comments", written),
    }


THREAD_LINKS = "".join(
    f'<Relationship Id="x{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
    for kind in ("commentsExtended", "commentsIds", "commentsExtensible")
)


def reformatted(
    tag: str, now: str = "", old: str = "", by: str = "A", date: str = WHEN, holder: str = ""
) -> str:
    """Properties that were changed, and how they were: `tag` is "rPr", "pPr", "trPr" and so on.

    Gives the whole element of the properties, with the change at its end.
    """
    when = f" w:date={quoteattr(date)}" if date else ""
    was = f"<w:{holder or tag}>{old}</w:{holder or tag}>"
    change = f'<w:{tag}Change w:id="7" w:author={quoteattr(by)}{when}>{was}</w:{tag}Change>'
    return f"<w:{tag}>{now}{change}</w:{tag}>"


def list_level(
    number: int, text: str, format_name: str = "decimal", start: int = 1, more: str = ""
) -> str:
    """One level of a list: `text` is what is printed, "%1."; `more` is further XML."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_name}"/>'
        f"{more}<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def numbering(*levels: str, more: str = "") -> str:
    """A numbering part with list 1 of these levels; without levels it prints 1., (a), (i)."""
    usual = (
        list_level(0, "%1."),
        list_level(1, "(%2)", "lowerLetter"),
        list_level(2, "(%3)", "lowerRoman"),
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels or usual)}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def docx(
    *body: str,
    numbering: str = "",
    styles: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    links: str = "",
) -> bytes:
    """A Word file: paragraphs (plain strings or XML) and tables, and the inside of other parts.

    `parts` are further files of the archive by name, `links` further XML of the main part's
    relationships.
    """
    inner = "".join(each if each.startswith("<") else para(each) for each in body)
    given = dict(zip(_PARTS, (numbering, styles, footnotes, endnotes, comments), strict=True))
    held = {kind: content for kind, content in given.items() if content}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _links(_link("r0", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{inner}</w:body>"),
        "word/_rels/document.xml.rels": _links(
            *(_link(f"r{kind}", kind, f"{kind}.xml") for kind in held), links
        ),
        **{f"word/{kind}.xml": part(kind, content) for kind, content in held.items()},
        **(parts or {}),
    }
    return archive(files)


def part(root: str, content: str) -> str:
    """The XML of one part, `root` without its prefix."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def _link(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _links(*links: str) -> str:
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{"".join(links)}</Relationships>'


def link(number: str, kind: str, target: str, *, external: bool = False) -> str:
    """One relationship of the main part, for `links`."""
    mode = ' TargetMode="External"' if external else ""
    return _link(number, kind, target).replace("/>", f"{mode}/>")


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files, packed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return buffer.getvalue()
