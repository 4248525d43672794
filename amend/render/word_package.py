"""The parts of a Word file in, its bytes out: links, kinds, properties, and what programs ask for.

The same parts give the same bytes: properties and packed times are fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from amend.model.house import Paper
from amend.render.word_xml import attribute, element, plain

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "comments": f"{_WORD}.comments+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
# The hour a report was made stands in its text; a file manager is told none.
_CREATED = "2000-01-01T00:00:00Z"
_PACKED = (1980, 1, 1, 0, 0, 0)
# Without this Word opens the file as one of 2007, and says so.
_SETTINGS = (
    '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a Word file is made of; all are XML, "" where it has none.

    `styles` and `theme` are whole parts, the others the insides of theirs.
    """

    title: str
    body: str
    paper: Paper
    styles: str
    footer: str = ""
    comments: str = ""
    theme: str = ""
    header: str = ""


def packed(parts: Parts) -> bytes:
    """Return the file."""
    made = {
        "styles": parts.styles,
        "settings": _part("settings", _SETTINGS),
        **({"header": _part("hdr", parts.header)} if parts.header else {}),
        **({"footer": _part("ftr", parts.footer)} if parts.footer else {}),
        **({"comments": _part("comments", parts.comments)} if parts.comments else {}),
        **({"theme": parts.theme} if parts.theme else {}),
    }
    names = {kind: f"rId{place}" for place, kind in enumerate(made, 1)}
    files = {
        "[Content_Types].xml": _types(made),
        "_rels/.rels": _package_links(),
        "docProps/core.xml": _core(parts.title),
        "word/document.xml": _document(parts, names),
        "word/_rels/document.xml.rels": _links(
            (names[kind], f"{_OFFICE}/{kind}", f"{kind}.xml") for kind in made
        ),
        **{f"word/{kind}.xml": text for kind, text in made.items()},
    }
    return _zipped(files)


def _zipped(files: Mapping[str, str]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = ZipInfo(name, _PACKED)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return written.getvalue()


def _part(name: str, inside: str) -> str:
    return f"{_HEAD}<w:{name} {NAMESPACE}>{inside}</w:{name}>"


def _document(parts: Parts, names: Mapping[str, str]) -> str:
    page = parts.paper
    size = {"w:w": str(page.width), "w:h": str(page.height)}
    if page.width > page.height:
        size["w:orient"] = "landscape"
    sides = {each: str(getattr(page, each)) for each in ("top", "right", "bottom", "left")}
    margins = {f"w:{side}": told for side, told in sides.items()}
    margins |= {"w:header": "454", "w:footer": "454", "w:gutter": "0"}
    linked = "".join(
        element(f"w:{kind}Reference", {"w:type": "default", "r:id": names[kind]})
        for kind in ("header", "footer")
        if kind in names
    )
    section = f"{linked}{element('w:pgSz', size)}{element('w:pgMar', margins)}"
    return (
        f'{_HEAD}<w:document {NAMESPACE} xmlns:r="{_OFFICE}"><w:body>{parts.body}'
        f"<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )


def _types(made: Mapping[str, str]) -> str:
    named = {f"/word/{kind}.xml": _KINDS[kind] for kind in ("document", *made)}
    named["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    links = "application/vnd.openxmlformats-package.relationships+xml"
    told = element("Default", {"Extension": "rels", "ContentType": links})
    told += element("Default", {"Extension": "xml", "ContentType": "application/xml"})
    for name, kind in named.items():
        told += element("Override", {"PartName": name, "ContentType": kind})
    return f'{_HEAD}<Types xmlns="{_TYPES}">{told}</Types>'


def _package_links() -> str:
    core = f"{_LINKS}/metadata/core-properties"
    return _links(
        [("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
         ("rId2", core, "docProps/core.xml")]
    )  # fmt: skip


def _links(found: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target={attribute(target)}/>'
        for name, kind, target in found
    )
    return f'{_HEAD}<Relationships xmlns="{_LINKS}">{told}</Relationships>'


def _core(title: str) -> str:
    made = (
        f"<dc:title>{plain(title[:255])}</dc:title><dc:creator>amend</dc:creator>"
        "<cp:lastModifiedBy>amend</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    )
    made += "".join(
        f'<dcterms:{each} xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:{each}>'
        for each in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{made}</cp:coreProperties>'
    )
