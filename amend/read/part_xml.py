"""The bytes of one part of an Office file in, its XML tree out: parsed as a stranger's is.

No DTD, no entity, no network; what decides the memory of a tree is counted before it is built.
The limits are chosen in docs/design/0005-reading-word.md.
"""

from __future__ import annotations

import re

from lxml import etree

from amend.errors import ReadError

# Opening and closing tags of all parts: they, not bytes, decide the memory of the trees.
# 20,000 dense paragraphs have 1,900,000.
MOST_TAGS = 4_000_000
# Attributes, with their namespaces: a real draft has up to two for each tag.
MOST_ATTRIBUTES = 6_000_000

_LEAVE = "Do not open it; ask its sender for the file again."
_AGAIN = "Ask its sender for the file again."
_SAVE = "Open it in Word and save it anew."
_SPLIT = "Split the document."
# What libxml2 says of the limits it keeps for us.
_TOO_DEEP = "Excessive depth"
_TOO_LONG = ("too long", "limit exceeded", "PARSE_HUGE")
# Encodings in which "<" is the byte of ASCII, so that what is counted is what is parsed. Word
# writes UTF-8; the others are met in files of other makers.
_KNOWN = re.compile(
    r"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|latin-?1|gb2312|gbk|gb18030|big5|"
    r"euc-(?:jp|kr)|shift_jis|koi8-[ru]|tis-620",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{0,80})""")
_WIDE = {
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
# Strict Open XML says the same in other namespaces; we read it as the common dialect.
_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/chart": (
        b"http://schemas.openxmlformats.org/drawingml/2006/chart"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/diagram": (
        b"http://schemas.openxmlformats.org/drawingml/2006/diagram"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}


class MalformedError(ReadError):
    """A part is not well-formed XML, or nested or spun out beyond what a parser takes."""


class Parser:
    """Parses the parts of one file; its limits hold for all of them together."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._tags = self._attributes = 0

    def parse(self, data: bytes, where: object) -> etree._Element:
        """Parse one part: nested at most 256 deep, no text in one piece beyond 10 MB.

        Raises ReadError for a DTD, an entity or a broken limit, MalformedError for what is no XML.
        """
        data = _narrow(data, where)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            found = "declares a DTD or entities, which no Word file does"
            raise ReadError(found, where=where, hint=_LEAVE)
        self._count(data, where)
        if _STRICT in data[:16384]:
            for strict, common in _DIALECT.items():
                data = data.replace(strict, common)
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as failure:
            raise _malformed(str(failure), where) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadError("declares a DTD", where=where, hint=_LEAVE)
        return root

    def _count(self, data: bytes, where: object) -> None:
        self._tags += data.count(b"<")
        self._attributes += data.count(b"=")
        if self._tags > MOST_TAGS:
            raise ReadError(f"holds more than {MOST_TAGS:,} tags", where=where, hint=_SPLIT)
        if self._attributes > MOST_ATTRIBUTES:
            found = f"holds more than {MOST_ATTRIBUTES:,} attributes"
            raise ReadError(found, where=where, hint=_SPLIT)


# One parser for all parts; it keeps nothing of one when it reads the next.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
    remove_comments=True, remove_pis=True,
)  # fmt: skip


def _narrow(data: bytes, where: object) -> bytes:
    """Return XML in an encoding in which "<" can be found; wider ones are made UTF-8.

    Raises MalformedError for an encoding no Word file has: in UTF-7 a DTD could not be seen.
    """
    wide = _WIDE.get(data[:2])
    if wide is not None:
        return _from_wide(data, wide, where)
    found = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    name = found[1].decode("latin-1") if found else "utf-8"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<" or not _KNOWN.fullmatch(name):
        said = f"says it is stored as {name[:40]!r}, as no Word file is"
        what = said if found else "does not begin as XML does"
        raise MalformedError(what, where=where, hint=_SAVE)
    return data


def _from_wide(data: bytes, encoding: str, where: object) -> bytes:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as failure:
        raise _malformed(f"not UTF-16: {failure.reason}", where) from None
    end = text.find("?>") + 2 if text.startswith("<?xml") else 0
    return text[end:].encode()


def _malformed(failure: str, where: object) -> MalformedError:
    """Say what is wrong in our words where it is a limit, and in the parser's where it is not."""
    found = failure[:200]
    if _TOO_DEEP in failure:
        found = "it is nested more than 256 deep"
    elif any(words in failure for words in _TOO_LONG):
        found = "one stretch of its text is longer than 10 MB"
    return MalformedError(f"is not well-formed XML ({found})", where=where, hint=_AGAIN)
