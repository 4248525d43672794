"""What was read of a PDF in; the notices it deserves out: what was lost, guessed, or not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from amend.model.source import BlockKind, Look
from amend.notices import Code, Notice
from amend.read.front import told_of
from amend.read.pdf_blocks import Text
from amend.read.pdf_looks import SCANNED, look_of
from amend.read.pdf_packets import UNSEEN, Page
from amend.read.pdf_process import Pages

# A page with fewer letters than this and a picture on it is a scan; one whose picture covers most
# of it has a stamp or a number beside the scan, if it has less than a short paragraph.
_FEWEST_LETTERS, _FEW_LETTERS = 20, 300
_MOST_OF_IT = 0.6
# Letters drawn as shapes are many; an empty page may have the rules of its head and foot.
_DRAWN_LETTERS = 10
RECOGNISE = (
    "Run text recognition (OCR) on the file and save it again, or ask its sender for the Word file."
)
_NOT_READ = "they were not read."
_DRAWN = Look.STRIKE | Look.UNDERLINE | Look.HIGHLIGHT
_AGAIN = "Ask its sender for the file again."
_FAULTS = {
    "damaged": f"this page could not be opened. {_AGAIN}",
    "memory": "this page asks for more memory than a page may take, and was not read."
              " Ask its sender for the Word file.",
    "words": "this page holds more words than a page can; what is beyond them was not read."
             " Ask its sender for the Word file.",
    "notes": "this page holds more annotations than are read; the others were left."
             " Ask its sender for the Word file.",
}  # fmt: skip
_LONGEST_SHOWN = 120


def notices(given: Pages, text: Text, file: str) -> Iterator[Notice]:
    """Yield the notices of a file, as they should be read: what is lost comes first."""
    yield from _lost(given, file)
    yield from _held(given, file)
    yield from _unread(given.pages, file)
    yield from _unseen(text, file)
    yield from _guessed(text, file)


def _lost(given: Pages, file: str) -> Iterator[Notice]:
    for first, last in _ranges(given.lost):
        text = f"this page is damaged, or takes more than a page may, and was not read. {_AGAIN}"
        if last > first:
            what = f"this page and those to page {last:,} were not read"
            text = f"{what}: damage, or more than a file may take. Split the file. {_AGAIN}"
        yield Notice(Code.TEXT_SKIPPED, f"{file}, page {first}", text)
    for page in given.pages:
        for fault in page.faults:
            where = f"{file}, page {page.number}"
            yield Notice(Code.TEXT_SKIPPED, where, _FAULTS.get(fault, _FAULTS["damaged"]))
    if given.whole > given.count:
        said = f"{given.whole:,} pages; those after page {given.count:,} were not read."
        yield Notice(Code.TEXT_SKIPPED, file, f"{said} Split the file.")


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other."""
    for _, held in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0]):
        run = [number for _, number in held]
        yield run[0], run[-1]


def _held(given: Pages, file: str) -> Iterator[Notice]:
    """Tell of what a file holds that is not on its pages."""
    for name in given.attached:
        text = f"{name!r} is attached to the PDF and was not read. Save it from there as a file."
        yield Notice(Code.FILE_SKIPPED, file, text)
    if given.form.startswith("xfa"):
        text = "a form that Acrobat draws (XFA): what it shows may not be read. Print it as a PDF."
        yield Notice(Code.TEXT_SKIPPED, file, text)
    filled = sum(page.filled for page in given.pages)
    if filled:
        text = f"words filled into {filled} fields of a form were read where the fields stand."
        yield Notice(Code.LOOKS_GUESSED, file, text)


def _unread(found: Sequence[Page], file: str) -> Iterator[Notice]:
    """Tell of scanned pages one by one: those without words, and those with words laid under."""
    for page in found:
        text = _scanned(page)
        if text:
            yield Notice(Code.PAGE_SCANNED, f"{file}, page {page.number}", text)


def _scanned(page: Page) -> str:
    """Say what a reader of a page with a picture must know, "" for nothing."""
    letters = sum(len(each.text) for each in page.pieces)
    unseen = sum(len(each.text) for each in page.pieces if each.looks & UNSEEN)
    if letters < _FEWEST_LETTERS and page.images > SCANNED:
        return f"this page is a picture; no words. {RECOGNISE}"
    if page.images > SCANNED and (unseen > letters / 2 or page.is_covered):
        return "this page is a picture; its words were recognised by a program. Check them."
    if page.images > _MOST_OF_IT and letters < _FEW_LETTERS:
        words = sum(len(each.text.split()) for each in page.pieces)
        said = f"a picture covers most of this page, and beside it stand {words} words"
        return f"{said}; if it shows others, {_NOT_READ} {RECOGNISE}"
    if not letters and page.images:
        return f"this page holds no words but a picture; if that shows any, {_NOT_READ} {RECOGNISE}"
    if len(page.strokes) >= _DRAWN_LETTERS and not letters:
        return f"this page holds no words; if it shows any, they are drawn. {RECOGNISE}"
    return ""


def _unseen(text: Text, file: str) -> Iterator[Notice]:
    """Tell of words that stand in the file and that no page shows, page by page."""
    for sheet in text.sheets:
        page = sheet.page
        hidden = [each.text for each in page.pieces if look_of(each, text.usual) & Look.HIDDEN]
        hidden += [*(each.text for each in page.away), *page.lost]
        words = " ".join(hidden).split()
        if words:
            shown = " ".join(words)
            shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]} ..."
            said = "words that the page does not show (white, covered, too small, off the page)"
            where = f"{file}, page {page.number}"
            yield Notice(Code.WORDS_HIDDEN, where, f"{len(words)} {said}: {shown!r}.")


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
        said = (
            "lines, boxes and markers over words were read as strikes, underlining and highlighting"
        )
        yield Notice(Code.LOOKS_GUESSED, file, f"{said}: {drawn} words.")
    put_in = (each.by for held in text.annotated.inserted.values() for each in held)
    stamps = [*text.annotated.deleted.values(), *put_in]
    if stamps:
        names = ", ".join(sorted({each.author or "an unnamed reader" for each in stamps}))
        said = f"annotations that strike or put in words were read as tracked changes by {names}."
        yield Notice(Code.LOOKS_GUESSED, file, said)
    for page, said in text.annotated.unplaced:
        where = f"{file}, page {page}"
        yield Notice(Code.TEXT_SKIPPED, where, f"an annotation stands near no words: {said!r}.")
    if text.front:
        yield told_of(len(text.front), " ".join(text.front[0].text.split()), file)
