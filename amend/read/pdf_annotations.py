"""A page of the PDF library in; its annotations out as the packets tell them.

Only the child process imports this. What each says is told as it stands, with the annotation it
answers; what it means is worked out in `pdf_comments.py`.
"""

from __future__ import annotations

import ctypes
import html
import re
from typing import Any

import pypdfium2.raw as pdfium

MOST_NOTES = 2_000
_LONGEST_SAID = 20_000
# Words in the place of others may be said in XHTML alone: a tag takes a hundred letters.
_LONGEST_RICH = 100_000
_MOST_QUADS = 200
# Shapes, stamps and files speak by the words in their note.
_KINDS = {1: "note", 2: "link", 3: "free text", 4: "shape", 5: "shape", 6: "shape", 7: "shape",
          8: "shape", 9: "highlight", 10: "underline", 11: "underline", 12: "strike", 13: "shape",
          14: "caret", 15: "shape", 17: "file", 28: "shape"}  # fmt: skip
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN
_TAG = re.compile(r"<[^>]*>")
_LINE_END = re.compile(r"</p>|<br[^>]*>")

_Box = tuple[float, float, float, float]


def notes(page: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the annotations of a page that say something or mark words, for JSON, and faults."""
    found: list[dict[str, Any]] = []
    count = pdfium.FPDFPage_GetAnnotCount(page)
    for number in range(min(count, MOST_NOTES)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if annotation:
            kind = _KINDS.get(pdfium.FPDFAnnot_GetSubtype(annotation))
            if kind is not None:
                said = _said(page, annotation)
                # What is hidden says nothing; but states of a review are set by hidden notes.
                if said["state"] or not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                    found.append({"kind": kind, "number": number, **said})
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found, ["notes"] if count > MOST_NOTES else []


def _said(page: Any, annotation: Any) -> dict[str, Any]:
    return {
        "author": _string(annotation, b"T"),
        "date": _string(annotation, b"M") or _string(annotation, b"CreationDate"),
        "text": _string(annotation, b"Contents") or _rich(annotation),
        "boxes": _marked(annotation),
        "replies_to": _answered(page, annotation),
        "state": _string(annotation, b"State"),
        "colour": _colour(annotation),
    }


def _rich(annotation: Any) -> str:
    said = _LINE_END.sub("\n", _string(annotation, b"RC", _LONGEST_RICH))
    return html.unescape(_TAG.sub("", said)).strip()


def _colour(annotation: Any) -> int:
    """Return the colour of a mark as 0xRRGGBB; yellow where it names none, as viewers do."""
    paint = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFAnnot_GetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *paint):
        return 0xFFFF00
    red, green, blue = (each.value & 255 for each in paint[:3])
    return red << 16 | green << 8 | blue


def _answered(page: Any, annotation: Any) -> int | None:
    other = pdfium.FPDFAnnot_GetLinkedAnnot(annotation, b"IRT")
    if not other:
        return None
    number = pdfium.FPDFPage_GetAnnotIndex(page, other)
    pdfium.FPDFPage_CloseAnnot(other)
    return int(number) if number >= 0 else None


def _string(annotation: Any, key: bytes, longest: int = _LONGEST_SAID) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (min(size, longest) // 2 + 1))()
    size = min(size, ctypes.sizeof(buffer))
    told = pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    if told > size:
        return f"(a text of {told:,} bytes)"
    return bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]


def _marked(annotation: Any) -> list[_Box]:
    """Return the boxes of the words that are marked, or that of the annotation itself."""
    boxes: list[_Box] = []
    count = pdfium.FPDFAnnot_CountAttachmentPoints(annotation)
    for number in range(min(count, _MOST_QUADS)):
        quad = pdfium.FS_QUADPOINTSF()
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, quad):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append((min(across), min(up), max(across), max(up)))
    edges = pdfium.FS_RECTF()
    if not boxes and pdfium.FPDFAnnot_GetRect(annotation, edges):
        boxes.append((edges.left, edges.bottom, edges.right, edges.top))
    return boxes
