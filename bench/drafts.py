"""Generated paragraphs in, files out: plain text, and Word files written by hand as OOXML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from xml.sax.saxutils import escape

from bench.truth import Written

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WRITTEN_AT = (2026, 1, 1, 0, 0, 0)
# Each rank is a level of one Word list and prints the plain number it stands behind: "%1 bis."
_RANKS = ("", "bis", "ter")


class Numbers(StrEnum):
    """How a draft bears its paragraph numbers."""

    TYPED = "typed"
    WORD = "word"
    HIDDEN = "hidden"


def as_text(paragraphs: Iterable[Written], numbers: Numbers) -> str:
    """Write a draft as plain text, a blank line between paragraphs; raises ValueError for WORD."""
    if numbers is Numbers.WORD:
        raise ValueError("plain text has no list numbers of Word's own")
    return "\n\n".join(_typed(each, numbers) for each in paragraphs) + "\n"


def as_docx(paragraphs: Sequence[Written], numbers: Numbers) -> bytes:
    """Write a draft as a Word file; the same draft gives the same bytes."""
    return packed("".join(_paragraph(each, numbers) for each in paragraphs))


def packed(body: str, beside: Mapping[str, str] | None = None) -> bytes:
    """Put the paragraphs of a body, given as XML, into a Word file with the list of ranks.

    `beside` are further parts by kind, "styles" or "comments": what stands inside their root.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(body, beside or {}).items():
            package.writestr(zipfile.ZipInfo(name, _WRITTEN_AT), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def run(text: str, tag: str = "t") -> str:
    """Write a run of words as XML; the tag is "delText" inside a tracked deletion."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def _typed(paragraph: Written, numbers: Numbers) -> str:
    if numbers is Numbers.TYPED:
        return f"{paragraph.number}. {paragraph.text}"
    return paragraph.text


def _paragraph(paragraph: Written, numbers: Numbers) -> str:
    listed = ""
    if numbers is Numbers.WORD:
        level = _RANKS.index(paragraph.number.lstrip("0123456789"))
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        listed = f"<w:pPr>{numbering}</w:pPr>"
    return f"<w:p>{listed}{run(_typed(paragraph, numbers))}</w:p>"


def _parts(body: str, beside: Mapping[str, str]) -> dict[str, str]:
    main = "/word/document.xml"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for kind in ("numbering", *beside)
    )
    return {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="{main}" ContentType="{_TYPES}.document.main+xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(
            {kind: f"{kind}.xml" for kind in ("numbering", *beside)}
        ),
        "word/document.xml": (
            f'{_HEAD}<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}<w:sectPr/></w:body>'
            "</w:document>"
        ),
        "word/numbering.xml": _numbering(),
        **{
            f"word/{kind}.xml": f'{_HEAD}<w:{kind} xmlns:w="{_NAMESPACE}">{inner}</w:{kind}>'
            for kind, inner in beside.items()
        },
    }


def _relations(targets: Mapping[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{f"%1 {rank}".strip()}."/></w:lvl>'
        for level, rank in enumerate(_RANKS)
    )
    return (
        f'{_HEAD}<w:numbering xmlns:w="{_NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
