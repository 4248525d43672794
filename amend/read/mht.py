"""A web page saved as one file (.mht) in, its source text out: the page that stands in it.

Pictures, style sheets and frames beside it are left alone, and nothing is fetched.
"""

from __future__ import annotations

import email
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from amend.errors import ReadError
from amend.model.source import SourceText
from amend.read.files import load
from amend.read.mail_parts import bytes_of, refuse_many
from amend.read.zipped import AGAIN

_PAGE = ("text/html", "application/xhtml+xml")


def read(path: Path) -> SourceText:
    """Read a saved page; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read one that is already in memory; raises ReadError if no page stands in it."""
    from amend.read import html

    page = html.read_bytes(page_of(data, file), file)
    return replace(page, sha256=hashlib.sha256(data).hexdigest(), format="mht")


def page_of(data: bytes, file: str) -> bytes:
    """Return the page that stands in the file as UTF-8; raises ReadError where none does."""
    refuse_many(data, file)
    message = email.message_from_bytes(data, policy=default)
    part = next(_pages(message), None)
    if part is None:
        raise ReadError("holds no web page", where=file, hint=AGAIN)
    written = bytes_of(part)
    if not written.strip():
        raise ReadError("holds no text", where=file, hint=AGAIN)
    charset = part.get_content_charset()
    if charset is None:
        return written
    try:
        return f"\ufeff{written.decode(charset)}".encode()
    except (LookupError, UnicodeError):
        return written


def _pages(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that are pages, in order: the page itself stands first."""
    for part in message.walk():
        if part.get_content_type() in _PAGE:
            yield part
