"""Small builders of OpenDocument texts: paragraphs, changes, lists, comments; zipped or flat."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.builders import archive

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    "office": "office:1.0", "text": "text:1.0", "style": "style:1.0", "table": "table:1.0",
    "draw": "drawing:1.0", "fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0",
    "meta": "meta:1.0", "manifest": "manifest:1.0",
}  # fmt: skip
NS = " ".join(
    [
        *(f'xmlns:{short}="{_ODF}{name}"' for short, name in _NAMES.items()),
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)
KIND = "application/vnd.oasis.opendocument.text"
WHEN = "2024-05-06T07:08:00"


def p(*content: str, style: str = "", tag: str = "p", more: str = "") -> str:
    """A paragraph of words or XML."""
    named = f" text:style-name={quoteattr(style)}" if style else ""
    inner = "".join(each if each.startswith("<") else escape(each) for each in content)
    return f"<text:{tag}{named} {more}>{inner}</text:{tag}>"


def h(*content: str, level: int = 1, style: str = "", more: str = "") -> str:
    """A heading."""
    return p(*content, style=style, tag="h", more=f'text:outline-level="{level}" {more}')


def span(text: str, style: str) -> str:
    """Words set in a style."""
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def _info(by: str, date: str) -> str:
    said = f"<dc:creator>{escape(by)}</dc:creator>" if by else ""
    return f"<office:change-info>{said}<dc:date>{date}</dc:date></office:change-info>"


def region(number: str, *changes: str) -> str:
    """One tracked change, for `changes` of `odt`."""
    inner = "".join(changes)
    return (
        f'<text:changed-region xml:id="{number}" text:id="{number}">{inner}</text:changed-region>'
    )


def insertion(by: str = "A", date: str = WHEN) -> str:
    """What a region says of words that were put in."""
    return f"<text:insertion>{_info(by, date)}</text:insertion>"


def deletion(*content: str, by: str = "B", date: str = WHEN) -> str:
    """What a region says of words that were taken out, and those words, as paragraphs."""
    return f"<text:deletion>{_info(by, date)}{''.join(content)}</text:deletion>"


def reformatted(by: str = "C", date: str = WHEN) -> str:
    """What a region says of words that were set anew."""
    return f"<text:format-change>{_info(by, date)}</text:format-change>"


def start(number: str) -> str:
    """Where a change begins."""
    return f'<text:change-start text:change-id="{number}"/>'


def end(number: str) -> str:
    """Where it ends."""
    return f'<text:change-end text:change-id="{number}"/>'


def gone(number: str) -> str:
    """Where something was taken out."""
    return f'<text:change text:change-id="{number}"/>'


def ul(*items: str, style: str = "L", more: str = "") -> str:
    """A list; an item is the XML in it, or words for a paragraph."""
    inner = "".join(each if each.startswith("<text:list-") else li(each) for each in items)
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named} {more}>{inner}</text:list>"


def li(*content: str, more: str = "", tag: str = "list-item") -> str:
    """An item of a list."""
    inner = "".join(each if each.startswith("<") else p(each) for each in content)
    return f"<text:{tag} {more}>{inner}</text:{tag}>"


def level(number: int, form: str = "1", more: str = "", *, suffix: str = ".") -> str:
    """One level of a list style."""
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" '
        f'style:num-suffix="{suffix}" {more}/>'
    )


def list_style(*levels: str, name: str = "L") -> str:
    """A list style."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def style(
    name: str, words: str = "", *, family: str = "text", more: str = "", held: str = ""
) -> str:
    """A style; `words` are attributes of its words, `held` is further XML in it."""
    properties = f"<style:text-properties {words}/>" if words else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}{held}'
        "</style:style>"
    )


def note(words: str, kind: str = "footnote") -> str:
    """A footnote or an endnote."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def annotation(text: str, name: str = "", by: str = "A", more: str = "") -> str:
    """A comment."""
    named = f"office:name={quoteattr(name)}" if name else ""
    return (
        f"<office:annotation {named} {more}><dc:creator>{by}</dc:creator><dc:date>{WHEN}</dc:date>"
        f"{p(text)}</office:annotation>"
    )


def annotation_end(name: str) -> str:
    """Where the words of a comment end."""
    return f'<office:annotation-end office:name="{name}"/>'


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<table:table>{''.join(rows)}</table:table>"


def row(*cells: str) -> str:
    """A row of cells: words, or XML."""
    return "<table:table-row>" + "".join(map(_cell, cells)) + "</table:table-row>"


def _cell(content: str) -> str:
    if content.startswith(("<table:table-cell", "<table:covered")):
        return content
    inner = content if content.startswith("<") else p(content)
    return f"<table:table-cell>{inner}</table:table-cell>"


def _content(body: tuple[str, ...], automatic: str, changes: str) -> str:
    inner = "".join(each if each.startswith("<") else p(each) for each in body)
    tracked = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
    return (
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{tracked}{inner}</office:text></office:body>"
    )


def odt(
    *body: str,
    automatic: str = "",
    changes: str = "",
    common: str = "",
    masters: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An .odt: paragraphs (plain strings or XML), styles, tracked changes, and further parts."""
    content = _content(body, automatic, changes)
    files: dict[str, str | bytes] = {
        "mimetype": KIND,
        "content.xml": f"<office:document-content {NS}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {NS}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        **(parts or {}),
    }
    return archive(files)


def fodt(*body: str, automatic: str = "", changes: str = "", common: str = "") -> bytes:
    """The same as one piece of XML."""
    content = _content(body, automatic, changes)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NS} office:mimetype="{KIND}">'
        f"<office:styles>{common}</office:styles>{content}</office:document>"
    ).encode()
