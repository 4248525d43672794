"""A PDF in, its source text out: paragraphs made of lines, with what was guessed told.

The library that opens PDFs runs in a process of its own (`pdf_process.py`); everything here works
on the pieces of words it gives, with no file and no connection.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from amend.errors import ReadError
from amend.memory import collector_paused
from amend.model.source import BlockKind, Look, SourceText
from amend.notices import Code, Notice
from amend.read.files import few, load
from amend.read.front import told_of
from amend.read.passwords import password
from amend.read.pdf_blocks import Text
from amend.read.pdf_packets import UNSEEN, Page
from amend.read.pdf_process import Pages, pages

_HEAD = 1024
# A page with fewer letters than this and a picture on it is a scan.
_FEWEST_LETTERS = 20
_SCANNED = 0.3
_RECOGNISE = (
    "Run text recognition (OCR) on the file and save it again, or ask its sender for the Word file."
)
_DRAWN = Look.STRIKE | Look.UNDERLINE | Look.HIGHLIGHT


def read(path: Path) -> SourceText:
    """Read a PDF; raises ReadError where it is damaged, scanned, or asks for a password.

    It is opened with the password of `passwords.opened_with`.
    """
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a PDF that is already in memory; raises ReadError like `read`."""
    if b"%PDF-" not in data[:_HEAD]:
        from amend.read.kinds import told

        found, hint = told(data)
        raise ReadError(found.replace("a Word document (.docx)", "a PDF"), where=file, hint=hint)
    given = pages(data, file, password())
    with collector_paused():
        text = Text(given.pages, file)
    told_of = (*_lost(given, file), *_unread(given.pages, file), *_guessed(text, file))
    if not text.blocks:
        raise _wordless(given, file)
    language = re.split("[-_]", given.language)[0].lower() or None
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(file, digest, "pdf", text.blocks, language, few(told_of))


def _wordless(given: Pages, file: str) -> ReadError:
    scanned = [each for each in given.pages if each.images > _SCANNED]
    if scanned:
        what = f"holds pictures of pages and no words ({len(given.pages)} pages scanned)"
        return ReadError(what, where=file, hint=_RECOGNISE)
    return ReadError("holds no text", where=file, hint="Ask its sender for the file again.")


def _lost(given: Pages, file: str) -> Iterator[Notice]:
    for number in given.lost:
        text = "this page is damaged and could not be read. Ask its sender for the file again."
        yield Notice(Code.TEXT_SKIPPED, f"{file}, page {number}", text)
    for page in given.pages:
        if page.faults:
            text = "this page could not be opened. Ask its sender for the file again."
            yield Notice(Code.TEXT_SKIPPED, f"{file}, page {page.number}", text)


def _unread(found: Sequence[Page], file: str) -> Iterator[Notice]:
    """Tell of scanned pages one by one: those without words, and those with words laid under."""
    for page in found:
        where = f"{file}, page {page.number}"
        letters = sum(len(each.text) for each in page.pieces)
        unseen = sum(len(each.text) for each in page.pieces if each.looks & UNSEEN)
        if letters < _FEWEST_LETTERS and page.images > _SCANNED:
            yield Notice(
                Code.PAGE_SCANNED, where, f"this page is a picture; no words. {_RECOGNISE}"
            )
        elif unseen > letters / 2:
            text = "this page is a picture; its words were recognised by a program. Check them."
            yield Notice(Code.PAGE_SCANNED, where, text)
        elif not letters and page.strokes:
            text = f"this page holds no words; if it shows any, they are drawn. {_RECOGNISE}"
            yield Notice(Code.PAGE_SCANNED, where, text)


def _guessed(text: Text, file: str) -> Iterator[Notice]:
    """Tell what the file does not say and was worked out from how it looks."""
    drawn = sum(
        len(run.text.split())
        for block in text.blocks
        if block.kind is not BlockKind.MARGIN
        for run in block.runs
        if run.look & _DRAWN
    )
    if drawn:
        said = "lines and boxes drawn over words were read as strikes, underlining and highlighting"
        yield Notice(Code.LOOKS_GUESSED, file, f"{said}: {drawn} words.")
    stamps = [*text.annotated.deleted.values(), *(by for _, by in text.annotated.inserted.values())]
    if stamps:
        names = ", ".join(sorted({each.author or "an unnamed reader" for each in stamps}))
        said = f"annotations that strike or put in words were read as tracked changes by {names}."
        yield Notice(Code.LOOKS_GUESSED, file, said)
    for page, said in text.annotated.unplaced:
        where = f"{file}, page {page}"
        yield Notice(Code.TEXT_SKIPPED, where, f"an annotation stands near no words: {said!r}.")
    if text.front:
        yield told_of(len(text.front), " ".join(text.front[0].text.split()), file)
