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
    ".docm": "amend.read.docx",
    ".docx": "amend.read.docx",
    ".dotm": "amend.read.docx",
    ".dotx": "amend.read.docx",
    ".eml": "amend.read.eml",
    ".htm": "amend.read.html",
    ".html": "amend.read.html",
    ".md": "amend.read.md",
    ".pdf": "amend.read.pdf",
    ".tsv": "amend.read.csv",
    ".txt": "amend.read.txt",
    ".xlsm": "amend.read.xlsx",
    ".xlsx": "amend.read.xlsx",
    ".xltx": "amend.read.xlsx",
}

_IN_WORD = "Open it in Word and save it as .docx."
_IN_EXCEL = "Open it in Excel and save it as .xlsx."
_ELSEWHERE = "Save it as .docx from your word processor."
_SAVE_AS = {
    ".doc": _IN_WORD,
    ".dot": _IN_WORD,
    ".xml": _IN_WORD,
    ".mht": _IN_WORD,
    ".mhtml": _IN_WORD,
    ".msg": "Open it in Outlook and save it as .eml, or as text.",
    ".xls": _IN_EXCEL,
    ".xlsb": _IN_EXCEL,
    ".ods": _IN_EXCEL,
    ".odt": _ELSEWHERE,
    ".rtf": _ELSEWHERE,
    ".pages": _ELSEWHERE,
}
# Suffixes that stand on many a file which is no such file; there the bytes decide.
_BELIED = {".doc", ".dot", ".rtf"}


def read(path: Path) -> SourceText:
    """Read a file with the reader of its suffix; raises ReadError if it has none.

    A Word file that calls itself .doc is read. An error names the path as it was given: two files
    of one name may be read in one command.
    """
    check(path)
    reader = _reader(_suffix(path.name, path, _belied(path)))
    try:
        return reader(path)
    except ReadError as refusal:
        if not refusal.where.startswith(path.name):
            raise
        where = path.parent / refusal.where
        raise ReadError(refusal.message, where=where, hint=refusal.hint) from refusal


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a file that is already in memory; `file` is its name, whose suffix chooses the reader.

    Raises ReadError like `read`.
    """
    belied = data if Path(file).suffix.lower() in _BELIED else b""
    module = import_module(READERS[_suffix(file, file, belied)])
    return cast("Callable[[bytes, str], SourceText]", module.read_bytes)(data, file)


def _reader(suffix: str) -> Callable[[Path], SourceText]:
    return cast("Callable[[Path], SourceText]", import_module(READERS[suffix]).read)


def _belied(path: Path) -> bytes:
    """Return the bytes of a file whose suffix is often wrong, else nothing."""
    if path.suffix.lower() not in _BELIED:
        return b""
    from amend.read.files import load

    return load(path)


def _suffix(file: str, where: object, belied: bytes = b"") -> str:
    """Return the suffix whose reader is asked; raises ReadError where there is none."""
    suffix = Path(file).suffix.lower()
    if suffix in READERS:
        return suffix
    if belied.startswith(b"PK"):
        return ".docx"
    what = f"{suffix!r} files" if suffix else "a file without a suffix"
    hint = _SAVE_AS.get(suffix, f"Save it as one of {', '.join(sorted(READERS))}.")
    if belied:
        from amend.read.kinds import told

        found, hint = told(belied)
        raise ReadError(f"cannot read {what}: it {found}", where=where, hint=hint)
    raise ReadError(f"cannot read {what}", where=where, hint=hint)
