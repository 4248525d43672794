"""A web page in, the addresses that its words lead to out; none of them is ever fetched."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

# Addresses told of one page, and the characters of one.
MOST_LINKS = 200
_LONGEST = 2_000
_SCHEMES = ("http://", "https://", "ftp://")


def links(page: str) -> tuple[str, ...]:
    """Return the addresses that do not stand in the words of their link, each once, in order."""
    try:
        root = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    return tuple(dict.fromkeys(_addresses(root)))[:MOST_LINKS]


def _addresses(root: html.HtmlElement) -> Iterator[str]:
    for link in root.iter("a"):
        address = (link.get("href") or "").strip()
        said = "".join(link.text_content().split())
        if address.lower().startswith(_SCHEMES) and address.rstrip("/") != said.rstrip("/"):
            yield address[:_LONGEST]
