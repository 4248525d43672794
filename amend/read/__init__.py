"""A file in, its source text out: one reader for each format, chosen by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from amend.errors import ReadError
from amend.model.source import SourceText

# Readers are named, not imported: lxml takes three times as long to load as Python itself.
READERS: Mapping[str, str] = {
    ".docx": "amend.read.docx",
    ".htm": "amend.read.html",
    ".html": "amend.read.html",
    ".md": "amend.read.md",
    ".txt": "amend.read.txt",
}

_SAVE_AS = {
    ".doc": "Open it in Word and save it as .docx.",
    ".odt": "Save it as .docx from your word processor.",
    ".rtf": "Save it as .docx from your word processor.",
    ".pdf": "Ask for the Word file, or save the text as .txt or .md.",
}


def read(path: Path) -> SourceText:
    """Read a file with the reader of its suffix; raises ReadError if it has none.

    An error names the path as it was given: two files of one name may be read in one command.
    """
    if path.is_dir():
        raise ReadError("is a folder, not a file", where=path, hint="Name a file in it.")
    reader = _reader(path.name, path)
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
    module = import_module(READERS[_suffix(file, file)])
    return cast("Callable[[bytes, str], SourceText]", module.read_bytes)(data, file)


def _reader(file: str, where: Path) -> Callable[[Path], SourceText]:
    module = import_module(READERS[_suffix(file, where)])
    return cast("Callable[[Path], SourceText]", module.read)


def _suffix(file: str, where: object) -> str:
    suffix = Path(file).suffix.lower()
    if suffix not in READERS:
        what = f"{suffix!r} files" if suffix else "a file without a suffix"
        hint = _SAVE_AS.get(suffix, f"Save it as one of {', '.join(sorted(READERS))}.")
        raise ReadError(f"cannot read {what}", where=where, hint=hint)
    return suffix
