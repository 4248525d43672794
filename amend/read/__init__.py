"""A file in, its source text out: one reader for each format, chosen by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from amend.errors import ReadError
from amend.model.source import SourceText
from amend.read.files import check

# Readers are named, not imported: lxml takes three times as long to load as Python itself.
# A template and a file with macros are Word files as any other; macros are never looked at.
READERS: Mapping[str, str] = {
    ".csv": "amend.read.csv",
    ".doc": "amend.read.office",
    ".docm": "amend.read.docx",
    ".docx": "amend.read.docx",
    ".dot": "amend.read.office",
    ".dotm": "amend.read.docx",
    ".dotx": "amend.read.docx",
    ".eml": "amend.read.eml",
    ".fodt": "amend.read.odt",
    ".htm": "amend.read.html",
    ".html": "amend.read.html",
    ".md": "amend.read.md",
    ".mht": "amend.read.mht",
    ".mhtml": "amend.read.mht",
    ".odt": "amend.read.odt",
    ".ott": "amend.read.odt",
    ".pdf": "amend.read.pdf",
    ".rtf": "amend.read.office",
    ".tsv": "amend.read.csv",
    ".txt": "amend.read.txt",
    ".xlsm": "amend.read.xlsx",
    ".xlsx": "amend.read.xlsx",
    ".xltx": "amend.read.xlsx",
}

# Files that hold a masthead as paragraphs; that of a PDF is told by where it stands, too.
_WRITTEN = frozenset({"doc", "docx", "odt", "rtf"})
_IN_WORD = "Open it in Word and save it as .docx."
_IN_EXCEL = "Open it in Excel and save it as .xlsx."
_ELSEWHERE = "Save it as .docx from your word processor."
_SAVE_AS = {
    ".xml": _IN_WORD,
    ".msg": "Open it in Outlook and save it as .eml, or as text.",
    ".xls": _IN_EXCEL,
    ".xlsb": _IN_EXCEL,
    ".ods": _IN_EXCEL,
    ".pages": _ELSEWHERE,
    ".odm": "Open it in LibreOffice and save it as .odt, with the texts it is made of.",
    ".mbox": "It holds many mails: save each as .eml from your mail program.",
    ".pst": "It holds many mails: save each as .eml from your mail program.",
    ".dat": "Outlook sends attachments so (winmail.dat); ask its sender for the files themselves.",
    ".zip": "Unpack it, and name the files that stand in it.",
    ".7z": "Unpack it, and name the files that stand in it.",
    ".rar": "Unpack it, and name the files that stand in it.",
}


def read(path: Path) -> SourceText:
    """Read a file with the reader of its suffix; raises ReadError if it has none.

    An error names the path as it was given: two files of one name may be read in one command.
    """
    check(path)
    reader = _reader(_suffix(path.name, path))
    try:
        return _without_masthead(reader(path))
    except ReadError as refusal:
        if not refusal.where.startswith(path.name):
            raise
        where = path.parent / refusal.where
        raise ReadError(refusal.message, where=where, hint=refusal.hint) from refusal


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a file that is already in memory; `file` is its name, whose suffix chooses the reader.

    Raises ReadError like `read`.
    """
    module = import_module(READERS[_suffix(file, file)])
    reader = cast("Callable[[bytes, str], SourceText]", module.read_bytes)
    return _without_masthead(reader(data, file))


def _without_masthead(source: SourceText) -> SourceText:
    if source.format not in _WRITTEN:
        return source
    from amend.read.front import apart

    return apart(source)


def _reader(suffix: str) -> Callable[[Path], SourceText]:
    return cast("Callable[[Path], SourceText]", import_module(READERS[suffix]).read)


def _suffix(file: str, where: object) -> str:
    """Return the suffix whose reader is asked; raises ReadError where there is none."""
    suffix = Path(file).suffix.lower()
    if suffix in READERS:
        return suffix
    what = f"{suffix!r} files" if suffix else "a file without a suffix"
    hint = _SAVE_AS.get(suffix, f"Save it as one of {', '.join(sorted(READERS))}.")
    raise ReadError(f"cannot read {what}", where=where, hint=hint)
