"""The bytes of a zip archive in, its entries out: every name and every size checked first.

A zip says everything twice, and a stranger's may lie in one of the places. Nothing is believed
that decides how much memory is taken. The limits are chosen in docs/design/0005-reading-word.md.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection, Sequence
from io import BytesIO
from urllib.parse import unquote

from amend.errors import ReadError

# One part unpacked; the longest real draft met is 1 MB, 5,000 dense paragraphs are 12 MB.
LARGEST_PART = 128 * 2**20
# All parts read from one file, unpacked.
LARGEST_TOTAL = 256 * 2**20
# Unpacked size by packed size: prose is 5 to 15, stock paragraphs 100, a bomb 1,000.
LARGEST_RATIO = 250
# Parts below this size are harmless at any ratio.
RATIO_FROM = 8 * 2**20
# Entries in the archive; the largest real file met has 160.
MOST_PARTS = 20_000

SAVE = "Open it in Word and save it as .docx."
AGAIN = "Ask its sender for the file again."
_LEAVE = "Do not open it; ask its sender for the file again."
_ENTRY = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, OverflowError, RuntimeError, NotImplementedError),
)


class DamagedError(ReadError):
    """One entry of an archive cannot be unpacked; the others may be sound."""


class Archive:
    """An opened zip archive; `where` names it in errors.

    Raises ReadError if it is damaged, has more entries than MOST_PARTS, entries that share bytes,
    two of one name, or a name that leads outside.
    """

    def __init__(self, data: bytes, where: object) -> None:
        """Read the list of entries and check it; nothing is unpacked yet."""
        self._where = where
        self._unpacked = 0
        if data.count(_ENTRY) > MOST_PARTS:  # counted before anything is made of them
            raise self._refusal(f"holds more than {MOST_PARTS:,} parts")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as failure:
            found = f"is cut short or damaged ({_said(failure)})"
            raise ReadError(found, where=where, hint=AGAIN) from None
        self._entries = self._checked(self._zip.infolist(), len(data))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def _refusal(self, found: str, hint: str = _LEAVE) -> ReadError:
        return ReadError(found, where=self._where, hint=hint)

    def _checked(self, entries: Sequence[zipfile.ZipInfo], size: int) -> dict[str, zipfile.ZipInfo]:
        if sum(entry.compress_size for entry in entries) > size:
            raise self._refusal("holds parts that share their bytes, as bombs do")
        named: dict[str, zipfile.ZipInfo] = {}
        folded: set[str] = set()
        for entry in entries:
            name = entry.orig_filename
            if leads_outside(name):
                raise self._refusal(f"holds a part whose name leads outside: {name[:80]!r}")
            if name.lower() in folded:
                raise self._refusal(f"holds two parts named {name[:80]!r}")
            folded.add(name.lower())
            named[name] = entry
        self._folded = {name.lower(): name for name in named}
        return named

    @property
    def names(self) -> Collection[str]:
        """The names of all entries, in the order of the archive."""
        return self._entries.keys()

    def name_of(self, asked: str) -> str:
        """Return a name as the archive spells it, or as it was asked for where it is not there.

        Letter case does not part two names, and a link may write a blank as %20.
        """
        for name in (asked, unquote(asked)):
            if name.lower() in self._folded:
                return self._folded[name.lower()]
        return asked

    def unpack(self, name: str) -> bytes:
        """Return the bytes of one entry; raises DamagedError, and ReadError for a broken limit.

        No more is unpacked than the size that was checked: `ZipFile.read` would unpack it all,
        and look at the size only then.
        """
        entry = self._entries[name]
        self._admit(entry, name[:80])
        try:
            with self._zip.open(entry) as packed:
                content = packed.read(entry.file_size + 1)
        except _BROKEN as failure:
            found = f"is damaged: {name[:80]} cannot be unpacked ({_said(failure)})"
            raise DamagedError(found, where=self._where, hint=AGAIN) from None
        if len(content) != entry.file_size:
            found = f"is damaged: {name[:80]} is not as long as it says"
            raise DamagedError(found, where=self._where, hint=AGAIN)
        return content

    def _admit(self, entry: zipfile.ZipInfo, name: str) -> None:
        size = entry.file_size
        self._unpacked += size
        if entry.flag_bits & 1:
            hint = "Take the password off in Word, and save it as .docx."
            raise self._refusal(f"{name} is encrypted", hint)
        if entry.compress_type not in _METHODS:
            raise self._refusal(f"{name} is packed in a way no Word file is", SAVE)
        if size > LARGEST_PART:
            found = f"{name} unpacks to more than {LARGEST_PART // 2**20} MB"
            raise self._refusal(f"{found}, as bombs do")
        if self._unpacked > LARGEST_TOTAL:
            found = f"unpacks to more than {LARGEST_TOTAL // 2**20} MB"
            raise self._refusal(f"{found}, as bombs do")
        if size > RATIO_FROM and size > LARGEST_RATIO * max(entry.compress_size, 1):
            found = f"{name} unpacks to more than {LARGEST_RATIO} times its size"
            raise self._refusal(f"{found}, as bombs do")


def leads_outside(name: str) -> bool:
    """Tell whether a name could mean a place outside the archive, on any system."""
    plain = unquote(name)
    climbs = plain.startswith("/") or ".." in plain.split("/")
    return climbs or any(sign in plain for sign in "\\:\0")


def _said(failure: BaseException) -> str:
    return str(failure)[:200] or type(failure).__name__
