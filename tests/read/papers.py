"""Small PDFs written by hand: words where we put them, lines, boxes, pictures and annotations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_MARKS = frozenset({"Highlight", "StrikeOut", "Underline", "Squiggly"})
_FONTS = {"F1": "Times-Roman", "F2": "Times-Bold", "F3": "Times-Italic"}


@dataclass
class Sheet:
    """One page: its drawing commands and its annotations, both in the language of PDF.

    `more` are further entries of the page ("/Rotate 90"); a note may be "3 0 R", one of the things
    of `paper`.
    """

    drawn: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    more: str = ""

    def words(self, x: float, y: float, text: str, size: float = 10, font: str = "F1",
              colour: str = "0 0 0", more: str = "") -> Sheet:  # fmt: skip
        """Write words; `more` are further commands of the text, as `3 Tr` for unseen letters."""
        said = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.drawn.append(
            f"BT {colour} rg /{font} {size} Tf {more} 1 0 0 1 {x} {y} Tm ({said}) Tj ET"
        )
        return self

    def script(self, x: float, y: float, text: str, size: float = 10) -> Sheet:
        """Write words of any script, from left to right: Arabic as it looks, not as it is read.

        The font is named and not held: what its letters mean is told, each is a unit wide.
        """
        codes = text.encode("utf-16-be").hex()
        self.drawn.append(f"BT 0 0 0 rg /F4 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Iterable[str], lead: float = 12, size: float = 10,
              font: str = "F1", hang: float = 0) -> Sheet:  # fmt: skip
        """Write lines one below the other; all but the first begin `hang` points farther right."""
        for number, each in enumerate(lines):
            self.words(x + (hang if number else 0), y - number * lead, each, size, font)
        return self

    def box(self, x: float, y: float, width: float, height: float, colour: str = "0 0 0") -> Sheet:
        """Paint a box; a line is a thin one."""
        self.drawn.insert(0, f"{colour} rg {x} {y} {width} {height} re f")
        return self

    def stroke(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a line with a pen."""
        self.drawn.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
        return self

    def note(self, kind: str, box: Sequence[float], text: str = "", author: str = "",
             more: str = "") -> Sheet:  # fmt: skip
        """Annotate a box: kind is "Text", "Highlight", "StrikeOut", "Caret" ...

        `more` are further entries: "/IRT 3 0 R".
        """
        x0, y0, x1, y1 = box
        quads = f"{x0} {y1} {x1} {y1} {x0} {y0} {x1} {y0}"
        marked = f"/QuadPoints [{quads}]" if kind in _MARKS else ""
        self.notes.append(
            f"<< /Type /Annot /Subtype /{kind} /Rect [{x0} {y0} {x1} {y1}] {marked}"
            f" /Contents ({text}) /T ({author}) /M (D:20270102030405Z) {more} >>"
        )
        return self

    def picture(self) -> Sheet:
        """Cover the page with a picture, as a scanner does."""
        self.drawn.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q")
        return self


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of so many letters at most."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def paper(
    sheets: Sequence[Sheet], *, password: str | None = None, catalog: str = "",
    things: Sequence[str | bytes] = (),
) -> bytes:  # fmt: skip
    """Return a PDF of these pages; with a password (which may be empty) it is encrypted.

    `things` are further objects, the first of them "3 0 R"; `catalog` are entries that name them.
    """
    return _written(parts(sheets, catalog, things), password)


def parts(
    sheets: Sequence[Sheet], catalog: str = "", more: Sequence[str | bytes] = ()
) -> list[bytes]:
    """Return the objects of a PDF in order, to be spoilt before they are `written`."""
    things: list[bytes] = []

    def add(thing: str | bytes) -> int:
        things.append(thing.encode("latin-1") if isinstance(thing, str) else thing)
        return len(things)

    add(f"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) {catalog} >>")
    add("")  # the pages, told when they are known
    for thing in more:
        add(thing)
    fonts = " ".join(
        f"/{name} {add(f'<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>')} 0 R"  # noqa: E501
        for name, font in _FONTS.items()
    )
    fonts += f" /F4 {add(_any_script(add(_meanings())))} 0 R"
    image = add(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    kids = []
    for sheet in sheets:
        stream = "\n".join(sheet.drawn).encode("cp1252")
        held = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        notes = " ".join(
            each if each.endswith(" R") else f"{add(each)} 0 R" for each in sheet.notes
        )
        kids.append(add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {held} 0 R"
            f" /Annots [{notes}] {sheet.more}"
            f" /Resources << /Font << {fonts} >> /XObject << /Im1 {image} 0 R >> >> >>"
        ))  # fmt: skip
    listed = " ".join(f"{each} 0 R" for each in kids)
    things[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return things


def _meanings() -> bytes:
    """Return the table that says of each code of a font which letter it is: the same."""
    ranges = "".join(f"<{at:02x}00> <{at:02x}ff> <{at:02x}00>\n" for at in range(256))
    parts = ranges.splitlines(keepends=True)
    blocks = "".join(
        f"{len(part)} beginbfrange\n{''.join(part)}endbfrange\n"
        for part in (parts[at : at + 64] for at in range(0, 256, 64))
    )
    said = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def /CMapName /U def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{blocks}endcmap CMapName currentdict /CMap defineresource pop end"
    )
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(said), said.encode())


def _any_script(meanings: int) -> str:
    return (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H"
        f" /ToUnicode {meanings} 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2"
        " /BaseFont /Any /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4"
        " /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80"
        " /ItalicAngle 0 >> >>] >>"
    )


def written(things: list[bytes]) -> bytes:
    """Return a PDF of objects, the first of which is the catalog."""
    return _written(things, None)


def _written(things: list[bytes], password: str | None) -> bytes:
    name = b"0123456789abcdef"
    trailer = b""
    if password is not None:
        key, owner, user = _keys(password.encode(), name)
        things = [_locked(each, number, key) for number, each in enumerate(things, 1)]
        things.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
            % (owner.hex().encode(), user.hex().encode())
        )
        trailer = b" /Encrypt %d 0 R" % len(things)
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(things, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    begins = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(things) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    ids = b"<%s>" % name.hex().encode()
    out += b"trailer\n<< /Size %d /Root 1 0 R /ID [%s %s]%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(things) + 1, ids, ids, trailer, begins,
    )  # fmt: skip
    return out


def _keys(password: bytes, name: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the key of a file and the two proofs of its passwords, by the oldest scheme (RC4)."""
    padded = (password + _PADDING)[:32]
    owner = _rc4(_md5(padded)[:5], padded)
    key = _md5(padded + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + name)[:5]
    return key, owner, _rc4(key, _PADDING)


def _locked(thing: bytes, number: int, key: bytes) -> bytes:
    """Encrypt the stream of a thing; none of our strings matters but those of annotations."""
    head, sign, rest = thing.partition(b"\nstream\n")
    if not sign:
        return thing
    body = rest.removesuffix(b"\nendstream")
    own = _md5(key + number.to_bytes(3, "little") + b"\0\0")[:10]
    return head + sign + _rc4(own, body) + b"\nendstream"


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
