"""An RTF file, or one of Word 97 to 2003, in; its source text out, by way of LibreOffice.

Files that call themselves .doc or .rtf are often something else; what they hold decides.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from amend.errors import ReadError
from amend.model.source import SourceText
from amend.notices import Code, Notice
from amend.read.files import load
from amend.read.kinds import IS_NO, told
from amend.read.zipped import Archive

_OLE, _RTF, _ZIP = b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK"
_OF_WORD, _LOCKED = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
# What LibreOffice calls its ways of reading them.
_READERS = {"rtf": "Rich Text Format", "doc": "MS Word 97"}
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html\b)", re.IGNORECASE)
_ARCHIVED = re.compile(rb"(?s).{0,4096}?\bMIME-Version:", re.IGNORECASE)
_MADE_BY = re.compile(rb"<meta:generator>(\w+)/([\d.]+)")


def read(path: Path) -> SourceText:
    """Read such a file; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read one that is already in memory, `file` is its name; raises ReadError."""
    kind = _kind(data)
    if kind in _READERS:
        return _converted(data, kind, file)
    if kind:
        module = import_module(f"amend.read.{kind}")
        return cast("Callable[[bytes, str], SourceText]", module.read_bytes)(data, file)
    found, hint = told(data)
    if data.startswith(_OLE) and _LOCKED not in data:
        raise ReadError("is damaged, or encrypted with a password", where=file, hint=hint)
    suffix = Path(file).suffix.lower()
    found = found.replace(f"{IS_NO}, but ", "").replace(IS_NO, "of no kind we know")
    raise ReadError(f"is no {suffix} file: it {found}", where=file, hint=hint)


def _kind(data: bytes) -> str:
    """Return the name of what reads such bytes, or "" for nothing."""
    if data.startswith(_ZIP):
        return "odt" if data[30:38] == b"mimetype" else "docx"
    if data.lstrip()[:5] == _RTF:
        return "rtf"
    if data.startswith(_OLE):
        return "doc" if _OF_WORD in data and _LOCKED not in data else ""
    if _PAGE.match(data):
        return "html"
    return "mht" if _ARCHIVED.match(data) else ""


def _converted(data: bytes, kind: str, file: str) -> SourceText:
    from amend.read import odt
    from amend.read.libreoffice import as_odt

    made = as_odt(data, f".{kind}", _READERS[kind], file)
    source = odt.read_bytes(made, file)
    text = f"it is read through {_maker(made, file)}; what that lost on the way is not told."
    return replace(
        source,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        notices=(Notice(Code.CONVERTED, file, text), *source.notices),
    )


def _maker(made: bytes, where: object) -> str:
    """Return name and version of the program that made the file, as it says itself."""
    archive = Archive(made, where)
    said = _MADE_BY.search(archive.unpack("meta.xml")) if "meta.xml" in archive else None
    return b" ".join(said.groups()).decode() if said else "LibreOffice"
