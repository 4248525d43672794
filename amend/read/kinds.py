"""The first bytes of a file that is no Word document in; what it is, and what to do, out.

Files are named by people: a web page or an RTF that calls itself .docx is met every day.
"""

from __future__ import annotations

import re
from typing import Protocol

from amend.read.zipped import SAVE

_HEAD = 4096
_AS_DOCX = "Save it as .docx from your word processor."
IS_NO = "not a Word document (.docx)"
_OLE = b"\xd0\xcf\x11\xe0"
_UTF16 = "utf-16-le"
# What a file begins with, what that makes it, and the way out; the first that fits is told.
_SIGNS: tuple[tuple[str, str, str], ...] = (
    (r"%PDF-", "a PDF", "Rename it to .pdf."),
    (r"\{\\rtf", "an RTF file", "Rename it to .rtf."),
    (r"(?:\s|<\?xml(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->)*"
     r"<(?:!doctype\s+html|(?:html|head|meta|title|style|body|div|table)\b)",
     "a web page", "Rename it to .html."),
    (r"(?s:.*)MIME-Version:", "a web archive (.mht)", "Rename it to .mht."),
    (r"(?s:.*)(?:progid=\"Word\.Document\"|office/word/2003/wordml)", "Word 2003 XML", SAVE),
    (r"(?s:.*)schemas\.microsoft\.com/office/2006/xmlPackage", "a Word file as flat XML", SAVE),
    (r"(?s:.*)urn:oasis:names:tc:opendocument", "an OpenDocument text as flat XML",
     "Rename it to .fodt."),
    (r"\s*<\?xml", "XML of another kind", SAVE),
    (r"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*", "a picture", "Ask for the text of it."),
    (r"7z\xbc\xaf|Rar!|\x1f\x8b|BZh|\xfd7zXZ", "a packed folder", "Unpack it first."),
)  # fmt: skip
_KINDS = tuple(
    (re.compile(pattern.encode("latin-1"), re.IGNORECASE | re.DOTALL), what, hint)
    for pattern, what, hint in _SIGNS
)
# Other files that are zip archives, by a part that only they have.
_ARCHIVES = (
    ("content.xml", "an OpenDocument text (.odt)", "Rename it to .odt."),
    ("xl/workbook.xml", "an Excel workbook (.xlsx)", "Copy its text into a Word document."),
    ("xl/workbook.bin", "an Excel workbook (.xlsb)", "Copy its text into a Word document."),
    ("ppt/presentation.xml", "a PowerPoint file (.pptx)", "Copy its text into a Word document."),
    ("META-INF/container.xml", "an electronic book (.epub)", _AS_DOCX),
    ("Index/Document.iwa", "a Pages document", "Export it as Word (.docx) from Pages."),
)


class Holds(Protocol):
    """What can be asked for a name: an archive."""

    def __contains__(self, name: str) -> bool: ...


def told(data: bytes) -> tuple[str, str]:
    """Return what bytes are that are no zip archive, and what to do about it."""
    if data.startswith(_OLE):
        return _old(data)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for pattern, what, hint in _KINDS:
        if pattern.match(head):
            return f"is {IS_NO}, but {what}", hint
    if b"\0" not in head:
        return f"is {IS_NO}, but plain text", "Rename it to .txt."
    return f"is {IS_NO}", SAVE


def _old(data: bytes) -> tuple[str, str]:
    """Tell a file with a password from one of Word 97: both are boxes of the same make."""
    hint = "Open it in Word, take the password off, and save it as .docx."
    if "EncryptedPackage".encode(_UTF16) in data:
        return "is encrypted with a password", hint
    if "WordDocument".encode(_UTF16) in data:
        return f"is {IS_NO}, but an old Word file (.doc)", "Rename it to .doc."
    return "is damaged, encrypted with a password or an old .doc", hint


def foreign_archive(names: Holds) -> tuple[str, str] | None:
    """Return what an archive without a Word text is, and what to do; None where nothing tells."""
    for name, what, hint in _ARCHIVES:
        if name in names:
            return f"is {IS_NO}, but {what}", hint
    return None
