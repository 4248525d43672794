"""The bytes of an OpenDocument text in, its trees out: zipped, or flat in one piece of XML.

What a stranger's archive and XML may cost is kept by `zipped.py` and `part_xml.py`, as for Word.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from amend.errors import ReadError
from amend.notices import Code, Notice
from amend.read import odt_names as o
from amend.read.kinds import foreign_archive, told
from amend.read.part_xml import MalformedError, Parser
from amend.read.word_styles import count_of
from amend.read.zipped import AGAIN, Archive, DamagedError

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_LOCKED = "encrypted-package"
_UNLOCK = "Open it in LibreOffice and save it without a password."
_SAVE = "Open it in LibreOffice and save it as .odt."
_KINDS = {
    "spreadsheet": "a spreadsheet (.ods)", "presentation": "slides (.odp)", "chart": "a chart",
    "drawing": "a drawing (.odg)", "database": "a database (.odb)", "image": "a picture",
}  # fmt: skip


class Parts:
    """An opened OpenDocument text; `where` names it in errors, `notices` tell what was missing.

    `content` is the root that holds the text, `styles` the one that holds the common styles, or
    None. Both are the same tree where the file is flat. Raises ReadError for what is no such text.
    """

    def __init__(self, data: bytes, where: object) -> None:
        """Open the file, and parse the text and the styles."""
        self.where = where
        self.notices: list[Notice] = []
        self._parser = Parser()
        self._archive: Archive | None = None
        if data.startswith(b"PK"):
            self._archive = Archive(data, where)
            self._refuse_locked(self._archive)
            self.content = self._main(self._archive)
            self.styles = self._optional(self._archive, _STYLES)
        else:
            self.content = self.styles = self._flat(data)
        self.text = self._text()

    def _refuse_locked(self, archive: Archive) -> None:
        is_locked = _LOCKED in archive
        if _MANIFEST in archive and not is_locked:
            try:
                is_locked = b"encryption-data" in archive.unpack(_MANIFEST)
            except DamagedError as failure:
                self._missed(_MANIFEST, failure.message)
        if is_locked:
            raise ReadError("is encrypted with a password", where=self.where, hint=_UNLOCK)

    def _main(self, archive: Archive) -> etree._Element:
        if _CONTENT not in archive:
            usual = "has no text in it; is it an OpenDocument text?", _SAVE
            if "word/document.xml" in archive:
                usual = "is a Word document, whatever its name says", "Rename it to .docx."
            found, hint = foreign_archive(archive) or usual
            raise ReadError(found, where=self.where, hint=hint)
        return self._parser.parse(archive.unpack(_CONTENT), f"{self.where}, {_CONTENT}")

    def _flat(self, data: bytes) -> etree._Element:
        if not data:
            raise ReadError("is empty", where=self.where, hint=AGAIN)
        if b"urn:oasis:names:tc:opendocument" not in data[:8192]:
            found, hint = told(data)
            raise ReadError(found, where=self.where, hint=hint)
        return self._parser.parse(data, self.where)

    def _text(self) -> etree._Element:
        """Return the element that holds the paragraphs."""
        body = self.content.find(o.BODY) if self.content.tag in o.ROOTS else None
        kinds = [each.tag for each in body] if body is not None else []
        text = body.find(o.DOCUMENT_TEXT) if body is not None else None
        if text is not None:
            return text
        names = [etree.QName(tag).localname for tag in kinds]
        kind = next((_KINDS[name] for name in names if name in _KINDS), "")
        if kind:
            hint = "Copy its text into a text document."
            raise ReadError(f"is no text, but {kind}", where=self.where, hint=hint)
        found = "has no text in its main part; is it an OpenDocument text?"
        raise ReadError(found, where=self.where, hint=_SAVE)

    def _optional(self, archive: Archive, name: str) -> etree._Element | None:
        """Parse a part the text can do without; a bad one gives a notice and None."""
        if name not in archive:
            self._missed(name, "is not in the file")
            return None
        try:
            return self._parser.parse(archive.unpack(name), f"{self.where}, {name[:80]}")
        except MalformedError as failure:
            self._missed(name, failure.message)
        except DamagedError:
            self._missed(name, "cannot be unpacked")
        return None

    def _missed(self, name: str, found: str) -> None:
        text = f"{name[:80]} {found}; what it holds is not shown."
        self.notices.append(Notice(Code.PART_MISSING, str(self.where), text))

    def page_count(self) -> int | None:
        """Return how many pages the program that saved the file counted, or None."""
        root = self.content
        if self._archive is not None:
            if _META not in self._archive:
                return None
            meta = self._optional(self._archive, _META)
            root = meta if meta is not None else root
        told = next(root.iter(o.STATISTIC), None)
        return count_of(told.get(o.PAGE_COUNT)) if told is not None else None

    def embedded(self, link: str) -> etree._Element | None:
        """Return the root of what a frame shows from a folder inside the file, or None."""
        name = posixpath.join(posixpath.normpath(link), _CONTENT)
        if self._archive is None or not link or name not in self._archive:
            return None
        return self._optional(self._archive, name)
