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
from unicodedata import normalize

# A draft of 54 pages takes 27 MB, and the largest file that is opened, of 200 MB, takes 410.
MEMORY = 2**30
SECONDS = 120
MOST_PAGES = 5_000
# A page that takes so much and holds nothing was cut off by the limit of memory.
_FLOOD = 100 * 2**20
_PR_SET_PDEATHSIG = 1
_FAR = 10_000.0
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
    if sys.platform == "linux":  # end with the parent, however that ends
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, 9)
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS),
                       (resource.RLIMIT_CORE, 0)):  # fmt: skip
        _, hard = resource.getrlimit(kind)
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (held, held))


def _read(data: bytes, password: str | None, first: int, out: BinaryIO) -> None:
    import pypdfium2.raw as pdfium

    from amend.read import pdf_fields
    from amend.read.pdf_packets import DOCUMENT, FAULT, packet

    pdfium.FPDF_InitLibrary()
    for secret in _secrets(password):
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
        fault = _FAULTS.get(pdfium.FPDF_GetLastError(), "unknown")
        if document or fault != "password":
            break
    if not document:
        out.write(packet(FAULT, {"fault": fault}))
        return
    count = pdfium.FPDF_GetPageCount(document)
    form = pdf_fields.opened(document)
    head = {"pages": count, "most": MOST_PAGES, "language": _language(document)}
    held = {"form": pdf_fields.kind(document), "attached": pdf_fields.attached(document)}
    out.write(packet(DOCUMENT, {**head, **held}))
    for number in range(first, min(count, MOST_PAGES)):
        out.write(_page(document, number, form))
        out.flush()


def _secrets(password: str | None) -> list[bytes | None]:
    """Return what to try: a file may need none, though the command names one for another file.

    A letter with its accent is one sign or two, by the keyboard it was typed on.
    """
    if password is None:
        return [None]
    ways = [password, *(normalize(form, password) for form in ("NFC", "NFD"))]
    return [*(each.encode("utf-8", "surrogateescape") for each in dict.fromkeys(ways)), None]


def _language(document: Any) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size < 100:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0]


def _page(document: Any, number: int, form: Any) -> bytes:
    """Return the packet of one page; a page that cannot be opened has a fault and no words."""
    import pypdfium2.raw as pdfium

    from amend.read import pdf_fields
    from amend.read import pdf_library as lib
    from amend.read.pdf_annotations import notes
    from amend.read.pdf_drawn import Drawn
    from amend.read.pdf_packets import PAGE, PageWriter, packet
    from amend.read.pdf_words import Words

    before = _taken()
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        head = {"number": number + 1, "width": 0.0, "height": 0.0, "faults": ["damaged"]}
        return packet(PAGE, {**head, "pieces": 0, "strokes": 0})
    writer = PageWriter()
    text = pdfium.FPDFText_LoadPage(page)
    words = Words(lib.handle(text), writer)
    drawn = Drawn(writer)
    count = pdfium.FPDFPage_CountObjects(page)
    drawn.take(lib.handle(page), count)
    said, faults = notes(page)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    covered = _share(drawn.pictures, width * height)
    quarters = pdfium.FPDFPage_GetRotation(page)
    if text:
        marks = [box for each in said for box in _over(each)]
        words.take([*drawn.marks(), *marks], quarters)
        pdfium.FPDFText_ClosePage(text)
    if drawn.may_hide and not (words.turned or quarters or drawn.pictures):
        from amend.read.pdf_shown import unseen

        unseen(page, _corner(page), writer)
    if (words.turned - quarters) % 2:
        width, height = height, width
    if words.is_cut:
        faults.append("words")
    if not count and _taken() - before > _FLOOD:
        faults.append("memory")
    filled = pdf_fields.write(page, form, writer) if form else 0
    head = {"number": number + 1, "width": width, "height": height, "images": covered,
            "turned": words.turned, "corner": _corner(page), "notes": said, "filled": filled,
            "faults": faults, "hidden": drawn.hides(width * height)}  # fmt: skip
    pdfium.FPDF_ClosePage(page)
    return writer.packet(head)


def _over(note: dict[str, Any]) -> list[tuple[float, float, float, float]]:
    """Return the boxes at whose ends pieces of words end: those marked, or all before a caret."""
    if note["kind"] != "caret":
        return [tuple(box) for box in note["boxes"]]
    return [(-_FAR, y0, (x0 + x1) / 2, y1) for x0, y0, x1, y1 in note["boxes"]]


def _taken() -> int:
    """Return the most memory this process ever held, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _share(pictures: list[tuple[float, float, float, float]], whole: float) -> float:
    """Return the share of a page that pictures cover, 0.0 to 1.0; strips of one scan add up."""
    if whole <= 0:
        return 0.0
    return min(1.0, sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in pictures) / whole)


def _corner(page: Any) -> tuple[float, float]:
    """Return where the foot of a page begins on the left; most begin at nought."""
    import pypdfium2.raw as pdfium

    edges = pdfium.FS_RECTF()
    shown = pdfium.FPDF_GetPageBoundingBox(page, edges)
    return (edges.left, edges.bottom) if shown else (0.0, 0.0)


if __name__ == "__main__":
    main()
