"""A PDF in, its source text out: paragraphs made of lines, with what was guessed told.

The library that opens PDFs runs in a process of its own (`pdf_process.py`); everything here works
on the pieces of words it gives, with no file and no connection.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from amend.errors import ReadError
from amend.memory import collector_paused
from amend.model.source import SourceText
from amend.read.files import few, load
from amend.read.passwords import password
from amend.read.pdf_blocks import Text
from amend.read.pdf_looks import SCANNED
from amend.read.pdf_process import Pages, pages
from amend.read.pdf_told import RECOGNISE, notices

_HEAD = 1024
_AGAIN = "Ask its sender for the file again."


def read(path: Path) -> SourceText:
    """Read a PDF; raises ReadError where it is damaged, scanned, or asks for a password.

    It is opened with the password of `passwords.opened_with`.
    """
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a PDF that is already in memory; raises ReadError like `read`."""
    if b"%PDF-" not in data[:_HEAD]:
        raise _foreign(data, file)
    given = pages(data, file, password())
    with collector_paused():
        text = Text(given.pages, file)
    if not text.blocks:
        raise _wordless(given, file)
    language = re.split("[-_]", given.language)[0].lower() or None
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(file, digest, "pdf", text.blocks, language, few(notices(given, text, file)))


def _foreign(data: bytes, file: str) -> ReadError:
    """Say what a file is that calls itself a PDF."""
    from amend.read.kinds import told
    from amend.read.zipped import SAVE

    found, hint = told(data)
    if data.startswith(b"PK"):
        found, hint = "is not a PDF, but a packed file", "Give it the suffix of its real format."
    hint = "Save it as a PDF, or as .docx." if hint == SAVE else hint
    return ReadError(found.replace("a Word document (.docx)", "a PDF"), where=file, hint=hint)


def _wordless(given: Pages, file: str) -> ReadError:
    if not given.whole:
        return ReadError("holds no page", where=file, hint=_AGAIN)
    scanned = [each for each in given.pages if each.images > SCANNED]
    if scanned:
        what = f"holds pictures of pages and no words ({len(scanned)} pages scanned)"
        return ReadError(what, where=file, hint=RECOGNISE)
    spoilt = len(given.lost) + sum(bool(each.faults) for each in given.pages)
    if spoilt:
        what = f"is damaged: {spoilt} of its {given.count} pages cannot be read"
        return ReadError(what, where=file, hint=f"{_AGAIN[:-1]}, or for the Word file.")
    if given.form.startswith("xfa"):
        what = "is a form that Acrobat draws (XFA), and holds no words"
        return ReadError(what, where=file, hint="Open it in Acrobat, and print it as a PDF.")
    if given.attached:
        what = f"holds no words, but files: {', '.join(given.attached[:5])}"
        return ReadError(what, where=file, hint="Save them from it, and read each by itself.")
    return ReadError("holds no text", where=file, hint=_AGAIN)
