"""A saved discussion page in, its lines out: plain text as it stands, HTML with its postings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from amend.errors import ReadError
from amend.model.page import Page, PageLine
from amend.model.source import SourceText
from amend.read import read_bytes as read_file
from amend.read.files import decode, load, refuse_wordless

_MARKUP = frozenset({".htm", ".html"})
_ARCHIVED = frozenset({".mht", ".mhtml"})
_PLAIN = frozenset({".txt", ".text", ""})
# A page of 77 postings has 650 lines; one of this many is no discussion.
_MOST_LINES = 500_000


def read_page(path: Path) -> Page:
    """Read a saved page by its suffix; raises ReadError."""
    return read_page_bytes(load(path), path.name)


def read_page_bytes(data: bytes, file: str) -> Page:
    """Read a saved page that is in memory already; raises ReadError.

    Formats other than text and HTML are read by their own reader; each of its blocks is a line.
    """
    suffix = Path(file).suffix.lower()
    if suffix in _MARKUP:
        from amend.read.postings import read_markup

        page = read_markup(data, file)
    elif suffix in _ARCHIVED:
        from amend.read.mht import page_of
        from amend.read.postings import read_markup

        digest = hashlib.sha256(data).hexdigest()
        page = replace(read_markup(page_of(data, file), file), sha256=digest, format="mht")
    elif suffix in _PLAIN:
        lines = tuple(
            PageLine(number, text) for number, text in enumerate(decode(data, file).split("\n"), 1)
        )
        page = Page(file, hashlib.sha256(data).hexdigest(), "txt", lines)
    else:
        source = read_file(data, file)
        page = Page(file, source.sha256, source.format, tuple(_lines(source)), (), source.notices)
    if len(page.lines) > _MOST_LINES:
        hint = "Save the page with the discussion only."
        raise ReadError(f"has {len(page.lines)} lines", where=file, hint=hint)
    refuse_wordless([each for each in page.lines if each.text.strip()], file)
    return page


def _lines(source: SourceText) -> Iterator[PageLine]:
    """Yield the lines of each block, and a blank one behind it: blocks stand apart on a page."""
    for block in source.blocks:
        for text in block.after.split("\n"):
            yield PageLine(block.source.block, text)
        yield PageLine(block.source.block, "")
