"""The PDF library's functions, bound for many calls; only the child process imports this.

A page of a draft takes thousands of calls. Bound to plain addresses, and without letting go of
the interpreter's lock, a call costs half of what the library's own binding takes.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_float, c_int, c_uint, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5


def _bound(function: object, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, c_void_p).value  # type: ignore[arg-type]
    if address is None:
        raise ImportError("the PDF library lacks a function")
    bound: Callable[..., Any] = PYFUNCTYPE(result, *arguments)(address)
    return bound


_FOUR = (c_void_p,) * 4

count_chars = _bound(pdfium.FPDFText_CountChars, c_int, c_void_p)
get_text = _bound(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
text_object = _bound(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
origin = _bound(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
angle = _bound(pdfium.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
unicode_of = _bound(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
font_of = _bound(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
fill = _bound(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, *_FOUR)
stroke = _bound(pdfium.FPDFPageObj_GetStrokeColor, c_int, c_void_p, *_FOUR)
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
kind_of = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *_FOUR)
is_clear = _bound(pdfium.FPDFPageObj_HasTransparency, c_int, c_void_p)
matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
nth_object = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
nth_of_form = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_uint)
count_of_form = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
count_marks = _bound(pdfium.FPDFPageObj_CountMarks, c_int, c_void_p)
nth_mark = _bound(pdfium.FPDFPageObj_GetMark, c_void_p, c_void_p, ctypes.c_ulong)
mark_name = _bound(pdfium.FPDFPageObjMark_GetName, c_int, c_void_p, c_void_p, ctypes.c_ulong,
                   c_void_p)  # fmt: skip
count_segments = _bound(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
segment = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_kind = _bound(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
font_size = _bound(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
font_ascent = _bound(pdfium.FPDFFont_GetAscent, c_int, c_void_p, c_float, c_void_p)
font_descent = _bound(pdfium.FPDFFont_GetDescent, c_int, c_void_p, c_float, c_void_p)
matrix_of = _bound(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
font_flags = _bound(pdfium.FPDFFont_GetFlags, c_int, c_void_p)
font_weight = _bound(pdfium.FPDFFont_GetWeight, c_int, c_void_p)
font_slant = _bound(pdfium.FPDFFont_GetItalicAngle, c_int, c_void_p, c_void_p)
font_name = _bound(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p,
                   ctypes.c_size_t)  # fmt: skip


def handle(pointer: Any) -> int:
    """Return the plain address of one of the library's typed handles."""
    return ctypes.cast(pointer, c_void_p).value or 0


def colour(of: Callable[..., Any], thing: int) -> int:
    """Return what `fill` or `stroke` tells of a thing as 0xRRGGBB; black where it tells nothing.

    What is quite transparent is -1: nobody sees it.
    """
    if not of(thing, *_CHANNELS):
        return 0
    red, green, blue, alpha = _PAINT
    return -1 if not alpha else red << 16 | green << 8 | blue


def is_of_layer(thing: int) -> bool:
    """Whether a thing of a page belongs to a layer that may be switched off."""
    for number in range(count_marks(thing)):
        mark = nth_mark(thing, number)
        is_told = mark and mark_name(mark, _AT_NAME, len(_LAYER), _AT_SIZE)
        if is_told and _SIZE.value == len(_LAYER) and _NAME.raw[: len(_LAYER)] == _LAYER:
            return True
    return False


# The name of a mark, two bytes a letter and two at its end: a longer one has no room, and is none.
_LAYER = b"O\0C\0\0\0"
_NAME = ctypes.create_string_buffer(8)
_AT_NAME = ctypes.addressof(_NAME)
_SIZE = ctypes.c_ulong()
_AT_SIZE = ctypes.addressof(_SIZE)
_PAINT = (c_uint * 4)()
_CHANNELS = tuple(ctypes.addressof(_PAINT) + 4 * place for place in range(4))
