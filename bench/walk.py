"""A Word file in, both readings of its paragraphs out: the least anybody has to do, and no more.

No author, no number, no style, no comment, no join: what our own reader is measured against.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _T, _DEL_TEXT = f"{_W}p", f"{_W}t", f"{_W}delText"
_GONE, _NEW = (f"{_W}del", f"{_W}moveFrom"), (f"{_W}ins", f"{_W}moveTo")
_MAIN = "word/document.xml"


def unzipped(data: bytes) -> bytes:
    """Unpack the main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(_MAIN)


def parsed(data: bytes) -> etree._Element:
    """Unpack and parse the main part: what nobody who reads the file can do without."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(unzipped(data), parser)


def walked(data: bytes) -> list[tuple[str, str]]:
    """Return each paragraph with its changes rejected, and accepted.

    The quickest of four walks that were tried: only paragraphs and words are visited, and what
    stands around them is looked up when it is not that of the words before.
    """
    found: list[tuple[list[str], list[str]]] = []
    before: list[str] = []
    after: list[str] = []
    last: etree._Element | None = None
    is_new = is_gone = False
    for each in parsed(data).iter(_P, _T, _DEL_TEXT):
        if each.tag == _P:
            before, after = [], []
            found.append((before, after))
            last = None
            continue
        run = each.getparent()
        around = run.getparent() if run is not None else None
        if around is not last:
            last = around
            is_new, is_gone = _marks(around)
        if not is_new:
            before.append(each.text or "")
        if not is_gone:
            after.append(each.text or "")
    return [("".join(old), "".join(new)) for old, new in found]


def _marks(around: etree._Element | None) -> tuple[bool, bool]:
    is_new = is_gone = False
    while around is not None and around.tag != _P:
        is_new = is_new or around.tag in _NEW
        is_gone = is_gone or around.tag in _GONE
        around = around.getparent()
    return is_new, is_gone
