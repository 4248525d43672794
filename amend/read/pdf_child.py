"""A PDF on standard input, packets on standard output: the process the PDF library runs in.

What breaks the library breaks this process and no more. It ends itself at its limits of memory
and time, opens no file and no connection, and is told what to do by its arguments and a head.
"""

from __future__ import annotations

import ctypes
import gc
import json
import sys
from typing import Any, BinaryIO

MEMORY = 2 * 2**30
SECONDS = 60
MOST_PAGES = 5_000
_SCANNED = 0.5
# What the library says of a file it cannot open.
_FAULTS = {1: "unknown", 2: "file", 3: "damaged", 4: "password", 5: "security", 6: "page"}


def main() -> None:
    """Read the head (password, first page) and the file; write its document, pages and an end."""
    _limit()
    gc.disable()  # a short life that makes no rings
    from amend.read.pdf_packets import END, HEAD, packet

    taken, out = sys.stdin.buffer, sys.stdout.buffer
    _, size = HEAD.unpack(taken.read(HEAD.size))
    asked = json.loads(taken.read(size))
    _read(taken.read(), asked.get("password"), int(asked.get("first", 0)), out)
    out.write(packet(END, {}))
    out.flush()


def _limit() -> None:
    """Hold memory and time down, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still runs
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS),
                       (resource.RLIMIT_CORE, 0)):  # fmt: skip
        _, hard = resource.getrlimit(kind)
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (held, held))


def _read(data: bytes, password: str | None, first: int, out: BinaryIO) -> None:
    import pypdfium2.raw as pdfium

    from amend.read.pdf_packets import DOCUMENT, FAULT, packet

    pdfium.FPDF_InitLibrary()
    secret = password.encode() if password is not None else None
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        fault = _FAULTS.get(pdfium.FPDF_GetLastError(), "unknown")
        out.write(packet(FAULT, {"fault": fault}))
        return
    count = pdfium.FPDF_GetPageCount(document)
    head = {"pages": count, "most": MOST_PAGES, "language": _language(document)}
    out.write(packet(DOCUMENT, head))
    for number in range(first, min(count, MOST_PAGES)):
        out.write(_page(document, number))
        out.flush()


def _language(document: Any) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size < 100:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]


def _page(document: Any, number: int) -> bytes:
    """Return the packet of one page; a page that cannot be opened has a fault and no words."""
    import pypdfium2.raw as pdfium

    from amend.read import pdf_library as lib
    from amend.read.pdf_drawn import Drawn, notes
    from amend.read.pdf_packets import PAGE, PageWriter, packet
    from amend.read.pdf_words import Words

    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        head = {"number": number + 1, "width": 0.0, "height": 0.0, "faults": ["damaged"]}
        return packet(PAGE, {**head, "pieces": 0, "strokes": 0})
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    writer = PageWriter()
    text = pdfium.FPDFText_LoadPage(page)
    words = Words(lib.handle(text), writer)
    drawn = Drawn(writer)
    drawn.take(lib.handle(page), pdfium.FPDFPage_CountObjects(page))
    covered = _share(drawn.pictures, width * height)
    said = notes(page)
    words.turned = pdfium.FPDFPage_GetRotation(page)
    if text:
        marks = [tuple(box) for each in said for box in each["boxes"]]
        words.take([*drawn.marks(), *marks], is_scanned=covered > _SCANNED)
        pdfium.FPDFText_ClosePage(text)
    head = {"number": number + 1, "width": width, "height": height, "images": covered,
            "turned": words.turned, "corner": _corner(page), "notes": said}  # fmt: skip
    pdfium.FPDF_ClosePage(page)
    return writer.packet(head)


def _share(pictures: list[tuple[float, float, float, float]], whole: float) -> float:
    """Return the share of a page that pictures cover, 0.0 to 1.0; strips of one scan add up."""
    if whole <= 0:
        return 0.0
    return min(1.0, sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in pictures) / whole)


def _corner(page: Any) -> tuple[float, float]:
    """Return where the foot of a page begins on the left; most begin at nought."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    for ask in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if ask(page, *edges):
            return edges[0].value, edges[1].value
    return 0.0, 0.0


if __name__ == "__main__":
    main()
