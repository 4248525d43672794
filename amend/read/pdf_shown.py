"""A page of the PDF library and its pieces in; those that it does not show, marked as unseen.

Only the child process imports this. A page is painted, small and grey, where something on it may
hide words: a layer that can be switched off, or white paint that is put on after them. Where the
paper shows one tone where words stand, nobody sees them. Painting every page would cost more than
reading it.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from amend.read.pdf_packets import UNSEEN, PageWriter

# A piece is five floats and four numbers, the last of them its looks (`PageWriter`).
_FLOATS, _INTS = 5, 4
_LOOKS = 3
# Pages are painted one dot to a point; larger ones are posters, and are not.
_MOST_DOTS = 4_000_000
# Tones that differ by less are one: letters, however thin, leave more.
_ONE_TONE = 4


def unseen(page: Any, corner: tuple[float, float], writer: PageWriter) -> None:
    """Mark the pieces of an upright page that stand where it shows one tone."""
    width = round(pdfium.FPDF_GetPageWidthF(page))
    height = round(pdfium.FPDF_GetPageHeightF(page))
    if not (0 < width * height <= _MOST_DOTS and min(width, height) > 0):
        return
    dots = _painted(page, width, height)
    for number in range(len(writer.texts)):
        x0, x1, _, foot, size = writer.floats[number * _FLOATS : (number + 1) * _FLOATS]
        left, right = int(x0 - corner[0]), int(x1 - corner[0]) + 1
        low, high = int(height - (foot - corner[1])) + 1, int(height - (foot + size - corner[1]))
        if left < 0 or high < 0 or right > width or low > height:
            continue
        rows = [dots[row * width + left : row * width + right] for row in range(high, low)]
        tones = [tone for row in rows for tone in (min(row, default=0), max(row, default=0))]
        if tones and max(tones) - min(tones) < _ONE_TONE:
            writer.ints[number * _INTS + _LOOKS] |= UNSEEN


def _painted(page: Any, width: int, height: int) -> bytes:
    dots = (ctypes.c_ubyte * (width * height))()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, dots, width)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return bytes(dots)
