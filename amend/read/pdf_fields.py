"""A document or page of the PDF library in; what is filled into its forms, and files in it, out.

Only the child process imports this. Words typed into a field are not on the page: the page has an
empty box, and a viewer draws the words into it. Nothing a form would do is done: the library is
built without scripts, and no action of the document is asked for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from amend.read.pdf_packets import NEW_LINE, PageWriter

MOST_FIELDS = 2_000
MOST_ATTACHED = 100
# Fields with words: a box to choose from, a list, a line or box to write in.
_WORDED = frozenset({pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX,
                     pdfium.FPDF_FORMFIELD_TEXTFIELD})  # fmt: skip
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_KINDS = {1: "fields", 2: "xfa", 3: "xfa and fields"}
_LONGEST = 200_000
_LONGEST_NAME = 1_000
_USUAL_SIZE = 10.0
_LEAST, _MOST = 4.0, 30.0
# Where the line stands in the height of its letters, and how far apart lines are.
_LIFT, _LEAD = 0.22, 1.15


def kind(document: Any) -> str:
    """Return which kind of form a document is, "" for none."""
    return _KINDS.get(pdfium.FPDF_GetFormType(document), "")


def opened(document: Any) -> Any:
    """Return the form of a document, to be asked about its fields; None where it has none."""
    if not kind(document):
        return None
    settings = pdfium.FPDF_FORMFILLINFO(version=1)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings)
    # The library keeps the address of the settings: they live as long as the process.
    _KEPT.append(settings)
    return form


_KEPT: list[Any] = []


def attached(document: Any) -> list[str]:
    """Return the names of the files that a document holds."""
    count = min(pdfium.FPDFDoc_GetAttachmentCount(document), MOST_ATTACHED)
    return [_name(pdfium.FPDFDoc_GetAttachment(document, number)) for number in range(count)]


def _name(attachment: Any) -> str:
    return _told(lambda room, size: pdfium.FPDFAttachment_GetName(attachment, room, size),
                 _LONGEST_NAME)  # fmt: skip


def write(page: Any, form: Any, writer: PageWriter) -> int:
    """Write what is filled into the fields of a page as words that stand there.

    Returns how many fields had words.
    """
    count = 0
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
            count += _write(annotation, form, writer)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return count


def _write(annotation: Any, form: Any, writer: PageWriter) -> bool:
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) not in _WORDED:
        return False
    edges = pdfium.FS_RECTF()
    if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return False
    if not pdfium.FPDFAnnot_GetRect(annotation, edges):
        return False
    said = _told(
        lambda room, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, room, size),
        _LONGEST,
    )
    lines = [each.strip() for each in said.replace("\r", "\n").split("\n") if each.strip()]
    size = _size(annotation, form)
    for text, y in zip(lines, _heights(edges, size, len(lines)), strict=True):
        writer.texts.append(text)
        writer.floats.extend((edges.left, max(edges.right, edges.left + 1), y,
                              y - _LIFT * size, size))  # fmt: skip
        writer.ints.extend((len(text), NEW_LINE, 0, 0))
    return bool(lines)


def _size(annotation: Any, form: Any) -> float:
    size = ctypes.c_float()
    if not pdfium.FPDFAnnot_GetFontSize(form, annotation, size):
        return _USUAL_SIZE
    return size.value if _LEAST <= size.value <= _MOST else _USUAL_SIZE


def _heights(edges: Any, size: float, count: int) -> Iterator[float]:
    """Yield where the lines of a field stand: one in its middle, more from its head down."""
    height = edges.top - edges.bottom
    if count == 1 and height < 2 * _LEAD * size:
        yield edges.bottom + (height - size) / 2 + _LIFT * size
        return
    lead = min(_LEAD * size, height / max(count, 1))
    for number in range(count):
        yield edges.top - (number + 1) * lead + _LIFT * size


def _told(ask: Any, longest: int) -> str:
    """Return a text that the library tells when asked with room for it."""
    size = ask(None, 0)
    if size <= 2 or size > longest:
        return "" if size <= 2 else f"(a text of {size} bytes)"
    room = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    ask(room, size)
    return bytes(room).decode("utf-16-le", "replace").split("\0", 1)[0]
