"""The bytes of an Office file in, its parts out, as XML trees: opened as a stranger's file is.

Nothing is fetched, no entity is resolved, and every size is checked before memory is given for it.
The limits are chosen in docs/design/0005-reading-word.md.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from amend.errors import ReadError
from amend.notices import Code, Notice

# One part unpacked; the longest real draft met is 1 MB, 5,000 dense paragraphs are 16 MB.
LARGEST_PART = 128 * 2**20
# All parts read from one file, unpacked.
LARGEST_TOTAL = 256 * 2**20
# Unpacked size by packed size: prose is 5 to 15, stock paragraphs 100, a bomb 1,000.
LARGEST_RATIO = 250
# Parts below this size are harmless at any ratio.
RATIO_FROM = 8 * 2**20
# Opening and closing tags of one part: they, not its bytes, decide the memory of its tree.
MOST_TAGS = 8_000_000
# Entries in the archive; the largest real file met has 160.
MOST_PARTS = 20_000

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_SAVE = "Open it in Word and save it as .docx."
_AGAIN = "Ask its sender for the file again."
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Strict Open XML says the same in other namespaces; we read it as the common dialect.
_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; `kind` is the last word of its type, "footnotes".

    `target` is the name of a part in the archive, or an address outside where `is_external`.
    """

    id: str
    kind: str
    target: str
    is_external: bool


class Package:
    """An opened Office file; `where` names it in errors, `notices` gather what was missing.

    Raises ReadError if the bytes are no zip, are encrypted, or break a limit above.
    """

    def __init__(self, data: bytes, where: object) -> None:
        """Open the archive and check every name in it; no part is unpacked yet."""
        self.where = where
        self.notices: list[Notice] = []
        self._unpacked = 0
        self._archive = _open(data, where)
        self._parts = {entry.filename: entry for entry in self._entries()}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def _entries(self) -> Iterator[zipfile.ZipInfo]:
        entries = self._archive.infolist()
        if len(entries) > MOST_PARTS:
            raise self._refusal(f"holds {len(entries)} parts, more than {MOST_PARTS}")
        seen: set[str] = set()
        for entry in entries:
            name = entry.filename
            if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
                raise self._refusal(f"holds a part whose name leads outside: {name[:80]!r}")
            if name in seen:
                raise self._refusal(f"holds two parts named {name[:80]!r}")
            seen.add(name)
            yield entry

    def _refusal(self, found: str, hint: str = "Do not open it; " + _AGAIN.lower()) -> ReadError:
        return ReadError(found, where=self.where, hint=hint)

    def part(self, name: str) -> bytes:
        """Unpack one part; raises ReadError if it is absent, damaged or breaks a limit."""
        entry = self._parts.get(name)
        if entry is None:
            raise self._refusal(f"has no part {name}; is it a Word document?", _SAVE)
        self._admit(entry)
        try:
            return self._archive.read(entry)
        except NotImplementedError:
            raise self._refusal(f"{name} is packed in a way no Word file is", _SAVE) from None
        except _BROKEN as failure:
            found = f"is damaged: {name} cannot be unpacked ({failure})"
            raise self._refusal(found, _AGAIN) from None

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & 1:
            raise self._refusal(f"{entry.filename} is encrypted", "Save it without a password.")
        if entry.compress_type not in _METHODS:
            raise self._refusal(f"{entry.filename} is packed in a way no Word file is", _SAVE)
        size = entry.file_size
        self._unpacked += size
        if size > LARGEST_PART or self._unpacked > LARGEST_TOTAL:
            raise self._refusal(f"unpacks to more than {LARGEST_PART // 2**20} MB, as bombs do")
        if size > RATIO_FROM and size > LARGEST_RATIO * max(entry.compress_size, 1):
            raise self._refusal(f"unpacks to more than {LARGEST_RATIO} times its size, as bombs do")

    def xml(self, name: str) -> etree._Element:
        """Unpack and parse one part; raises ReadError, also for a DTD or an entity."""
        return parse(self.part(name), f"{self.where}, {name}")

    def optional(self, name: str | None) -> etree._Element | None:
        """Parse a part the text can do without; a bad one gives a notice and None.

        A name of None is a part that nothing asks for: no notice. What may be an attack still
        raises ReadError: a broken limit, a DTD.
        """
        if name is None:
            return None
        if name not in self._parts:
            self._miss(name, "is not in the file")
            return None
        entry = self._parts[name]
        self._admit(entry)
        try:
            return parse(self._archive.read(entry), f"{self.where}, {name}")
        except MalformedError as failure:
            self._miss(name, failure.message)
        except (NotImplementedError, *_BROKEN):
            self._miss(name, "cannot be unpacked")
        return None

    def _miss(self, name: str, found: str) -> None:
        text = f"{name} {found}; what it holds is not shown."
        self.notices.append(Notice(Code.PART_MISSING, str(self.where), text))

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Return the links of a part, in file order; of "" those of the package itself.

        Raises ReadError for a link that climbs out of the archive.
        """
        folder, file = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{file}.rels")
        tree = self.optional(links) if name == "" or links in self._parts else None
        if tree is None:
            return ()
        return tuple(self._relationship(link, folder) for link in tree.iter(_RELATIONSHIPS))

    def _relationship(self, link: etree._Element, folder: str) -> Relationship:
        kind = link.get("Type", "").rsplit("/", 1)[-1]
        target = link.get("Target", "")
        is_external = link.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if ".." in posixpath.normpath(posixpath.join(folder, link.get("Target", ""))).split(
                "/"
            ) and not link.get("Target", "").startswith("/"):
                raise self._refusal(f"links to a part outside itself: {link.get('Target')!r}")
        return Relationship(link.get("Id", ""), kind, target, is_external)


class MalformedError(ReadError):
    """A part is not well-formed XML."""


def parse(data: bytes, where: object) -> etree._Element:
    """Parse the XML of a stranger: no DTD, no entity, no network, no depth beyond 256.

    Raises ReadError for a DTD or more than MOST_TAGS tags, MalformedError for what is no XML.
    """
    if any(word in data for word in _DOCTYPES):
        found = "declares a DTD or entities, which no Word file does"
        raise ReadError(found, where=where, hint="Do not open it; ask its sender for it again.")
    if data.count(b"<") > MOST_TAGS:
        found = f"holds more than {MOST_TAGS:,} tags"
        raise ReadError(found, where=where, hint="Split the document.")
    if _STRICT in data[:16384]:
        for strict, common in _DIALECT.items():
            data = data.replace(strict, common)
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as failure:
        found = f"is not well-formed XML ({failure})"
        raise MalformedError(found, where=where, hint=_AGAIN) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError("declares a DTD", where=where, hint="Do not open it.")
    return root


# One parser for all parts; it keeps nothing of one when it reads the next.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
    remove_comments=True, remove_pis=True,
)  # fmt: skip
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _open(data: bytes, where: object) -> zipfile.ZipFile:
    if not data:
        raise ReadError("is empty", where=where, hint=_AGAIN)
    if data.startswith(_OLE):
        found = "is encrypted with a password or an old .doc"
        hint = "Open it in Word, take the password off, and save it as .docx."
        raise ReadError(found, where=where, hint=hint)
    if not data.startswith(_ZIP):
        raise ReadError("is not a Word document (.docx)", where=where, hint=_SAVE)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (NotImplementedError, *_BROKEN) as failure:
        found = f"is cut short or damaged ({failure})"
        raise ReadError(found, where=where, hint=_AGAIN) from None
