"""A path in, bytes or text out: what every reader must check before it looks inside."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import replace
from pathlib import Path

from amend.errors import ReadError
from amend.notices import Code, Notice

# The longest draft we have seen is 0.7 MB; a file of this size is no draft.
LARGEST_FILE = 200 * 1024 * 1024
# Notices of one kind, and the characters of one.
MOST_NOTICES = 1000
LONGEST_NOTICE = 2000

_PACKED = b"PK\x03\x04"
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def load(path: Path) -> bytes:
    """Return a file's bytes; raises ReadError if it is missing, a folder, empty or too large.

    A name that is no text is refused as well: it could stand in no report and in no database. So
    is what is no file on a disk: a device or a pipe may never end.
    """
    check(path)
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise _unopened(path, failure) from failure
    if not data.strip():
        raise ReadError("is empty", where=path, hint="Ask its sender for the file again.")
    return data


def check(path: Path) -> None:
    """Raise the ReadError that `load` would raise of a file before it is opened, if any."""
    try:
        path.name.encode()
        size = path.stat().st_size
        is_folder, is_file = path.is_dir(), path.is_file()
    except UnicodeEncodeError:
        hint = "Rename the file."
        raise ReadError("its name is not UTF-8 text", where=ascii(path.name), hint=hint) from None
    except FileNotFoundError:
        raise ReadError("there is no such file", where=path, hint="Check the name.") from None
    except OSError as failure:
        raise _unopened(path, failure) from failure
    if is_folder:
        raise ReadError("is a folder, not a file", where=path, hint="Name a file in it.")
    if not is_file:
        raise ReadError("is no ordinary file", where=path, hint="Save it as a file first.")
    if size > LARGEST_FILE:
        found = f"is {size // 2**20} MB, more than {LARGEST_FILE // 2**20} MB"
        raise ReadError(found, where=path, hint="Split the file.")


def _unopened(path: Path, failure: OSError) -> ReadError:
    if isinstance(failure, PermissionError):
        hint = "Check its permissions."
    else:
        hint = "Check the name, and that the disk is there."
    return ReadError(f"cannot be opened ({failure.strerror})", where=path, hint=hint)


def few(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return notices, of each kind no more than MOST_NOTICES and how many were left out.

    A file can be made to deserve a million; nobody would read them.
    """
    by_code: dict[Code, list[Notice]] = {}
    for notice in notices:
        by_code.setdefault(notice.code, []).append(notice)
    return tuple(notice for told in by_code.values() for notice in _shortened(told))


def _shortened(told: Sequence[Notice]) -> Iterator[Notice]:
    for notice in told[:MOST_NOTICES]:
        is_long = len(notice.text) > LONGEST_NOTICE
        yield replace(notice, text=f"{notice.text[:LONGEST_NOTICE]} ...") if is_long else notice
    if len(told) > MOST_NOTICES:
        text = f"and {len(told) - MOST_NOTICES:,} more of this kind."
        yield Notice(told[0].code, told[0].where, text)


def refuse_wordless(blocks: Sized, where: object) -> None:
    """Raise ReadError if nothing was found in a file but marks and white space."""
    if not blocks:
        hint = "Ask its sender for the file again."
        raise ReadError("holds no text", where=where, hint=hint)


def decode(data: bytes, where: object) -> str:
    """Return the text of a plain file: UTF-8, or UTF-16 with its mark; raises ReadError.

    No other encoding is tried: a wrong guess would change letters without a word about it.
    """
    if data.startswith(_PACKED):
        hint = "Rename it to .docx if it is a Word document; save it as .docx or .txt if not."
        raise ReadError("is a packed file, not plain text", where=where, hint=hint)
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        found = f"is not UTF-8 text: byte 0x{data[failure.start]:02x} in line {line}"
        hint = "Save it as UTF-8 (in Word: Save As, Plain Text, Unicode UTF-8), or as .docx."
        raise ReadError(found, where=where, hint=hint) from None
    if "\0" in text:
        raise ReadError(
            "is not a text file: it holds NUL bytes",
            where=where,
            hint="Give it the suffix of its real format.",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
