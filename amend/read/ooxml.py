"""The bytes of an Office file in, its parts out, as XML trees: opened as a stranger's file is.

Nothing is fetched, no entity is resolved, and every size is checked before memory is given for it:
`zipped.py` keeps the limits of the archive, `part_xml.py` those of a part.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from amend.errors import ReadError
from amend.notices import Code, Notice
from amend.read.kinds import foreign_archive, told
from amend.read.part_xml import MalformedError, Parser
from amend.read.zipped import AGAIN, SAVE, Archive, DamagedError

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Links that lead a reader somewhere and hold nothing of the text, whatever their mode says.
_LEADS = {"hyperlink"}
# What Word itself writes for a picture that it has lost.
_LOST = {"", "NULL"}
_GONE = "is not in the file"


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

    Raises ReadError if the bytes are no zip, are encrypted, or break a limit of `zipped.py`.
    """

    def __init__(self, data: bytes, where: object) -> None:
        """Open the archive and check every name in it; no part is unpacked yet."""
        self.where = where
        self.notices: list[Notice] = []
        self._missed: set[str] = set()
        self._opened: set[str] = set()
        self._parser = Parser()
        self._archive = _open(data, where)
        if _TYPES not in self._archive:
            self._miss(_TYPES)

    def __contains__(self, name: str) -> bool:
        return name in self._archive

    @property
    def names(self) -> Collection[str]:
        """The names of all parts, in the order of the file."""
        return self._archive.names

    def xml(self, name: str) -> etree._Element:
        """Unpack and parse one part; raises ReadError, also for a DTD or an entity."""
        if name not in self._archive:
            what = foreign_archive(self._archive)
            found, hint = what or (f"has no part {name[:80]}; is it a Word document?", SAVE)
            raise ReadError(found, where=self.where, hint=hint)
        return self._parsed(name)

    def _parsed(self, name: str) -> etree._Element:
        self._opened.add(name)
        return self._parser.parse(self._archive.unpack(name), f"{self.where}, {name[:80]}")

    def optional(self, name: str | None, roots: Collection[str] = ()) -> etree._Element | None:
        """Parse a part the text can do without; a bad one gives a notice and None.

        A name of None is a part that nothing asks for: no notice. Where `roots` are named, a part
        with another root gives a notice: its link, or what stands there, is wrong. What may be an
        attack still raises ReadError: a broken limit, a DTD.
        """
        if name is None:
            return None
        if name not in self._archive:
            self._miss(name)
            return None
        try:
            root = self._parsed(name)
            found = etree.QName(root).localname
            if roots and found not in roots:
                self._miss(name, f"is no such part as its link says, but one of {found[:40]!r}")
            return root
        except MalformedError as failure:
            self._miss(name, failure.message)
        except DamagedError:
            self._miss(name, "cannot be unpacked")
        return None

    def unread(self, parts: re.Pattern[str]) -> None:
        """Give a notice for each part of the names asked for that was never opened."""
        for name in self._archive.names:
            if name not in self._opened and parts.fullmatch(name):
                self._miss(name, "is in the file, but nothing links to it as what it is")

    def _miss(self, name: str, found: str = _GONE) -> None:
        if name not in self._missed:
            self._missed.add(name)
            text = f"{name[:80]} {found}; what it holds is not shown."
            self.notices.append(Notice(Code.PART_MISSING, str(self.where), text))

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Return the links of a part, in file order; of "" those of the package itself.

        A link to a part that is not there gives a notice. Raises ReadError for a link that climbs
        out of the archive.
        """
        folder, file = posixpath.split(name)
        links = self._archive.name_of(posixpath.join(folder, "_rels", f"{file}.rels"))
        tree = self.optional(links) if name == "" or links in self._archive else None
        if tree is None:
            return ()
        found = tuple(self._relationship(link, folder) for link in tree.iter(_RELATIONSHIPS))
        for link in found:
            if not link.is_external and link.target not in self._archive:
                self._miss(link.target)
        return found

    def _relationship(self, link: etree._Element, folder: str) -> Relationship:
        kind = link.get("Type", "").rsplit("/", 1)[-1]
        target = link.get("Target", "")
        mode = link.get("TargetMode", "").lower()
        is_external = mode == "external" or kind in _LEADS or target in _LOST
        if not is_external:
            target = self._inside(folder, target.partition("#")[0])
        return Relationship(link.get("Id", ""), kind, target, is_external)

    def _inside(self, folder: str, target: str) -> str:
        """Return the name of the part a link means; raises ReadError if it climbs out."""
        whole = (target if target.startswith("/") else f"{folder}/{target}").lstrip("/")
        if ".." in posixpath.normpath(unquote(whole)).split("/"):
            found = f"links to a part outside itself: {target[:80]!r}"
            hint = "Do not open it; ask its sender for the file again."
            raise ReadError(found, where=self.where, hint=hint)
        return self._archive.name_of(posixpath.normpath(whole))


def _open(data: bytes, where: object) -> Archive:
    if not data:
        raise ReadError("is empty", where=where, hint=AGAIN)
    if not data.startswith(b"PK"):
        found, hint = told(data)
        raise ReadError(found, where=where, hint=hint)
    return Archive(data, where)
