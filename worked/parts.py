"""The fixed parts of the Word files of the worked example, as text with a few gaps to fill."""

from __future__ import annotations

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OPEN = f'xmlns:w="{_W}" xmlns:r="{_R}"'

CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_PARTS}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_PARTS}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_PARTS}.numbering+xml"/>'
    f'<Override PartName="/word/header.xml" ContentType="{_PARTS}.header+xml"/>'
    f'<Override PartName="/word/footer.xml" ContentType="{_PARTS}.footer+xml"/>'
    "</Types>"
)

RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="document" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)

DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="{part}" Type="{_R}/{part}" Target="{part}.xml"/>'
        for part in ("styles", "numbering", "header", "footer")
    )
    + "</Relationships>"
)

CORE = (
    f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>Declaration on Shared Rivers, Drought and Coastal Cities</dc:title>"
    "<dc:creator>Secretariat of the Forum on Rivers, Deltas and Coasts</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    "</cp:coreProperties>"
)

DOCUMENT = f"{_XML}<w:document {_OPEN}><w:body>\n{{body}}{{section}}</w:body></w:document>"

SECTION = (
    "<w:sectPr>{header}{footer}"
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1700" w:right="1500" w:bottom="1500" w:left="1500"'
    ' w:header="800" w:footer="700" w:gutter="0"/></w:sectPr>'
)

HEADER = (
    f"{_XML}<w:hdr {_OPEN}><w:p><w:pPr>"
    '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="000000"/></w:pBdr>'
    '<w:tabs><w:tab w:val="right" w:pos="8900"/></w:tabs></w:pPr>'
    "<w:r><w:t>{left}</w:t></w:r>"
    "<w:r><w:tab/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{right}</w:t></w:r></w:p></w:hdr>"
)

FOOTER = (
    f'{_XML}<w:ftr {_OPEN}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)


def _style(name: str, title: str, shape: str, look: str = "") -> str:
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    standard = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{standard} w:styleId="{name}"><w:name w:val="{title}"/>{based}'
        f"<w:qFormat/><w:pPr>{shape}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


STYLES = (
    f"{_XML}<w:styles {_OPEN}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", '<w:spacing w:after="140" w:line="264" w:lineRule="auto"/>')
    + _style(
        "Title",
        "Title",
        '<w:spacing w:before="240" w:after="280"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="30"/>',
    )
    + _style(
        "Heading1",
        "heading 1",
        '<w:keepNext/><w:spacing w:before="280" w:after="140"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="24"/>',
    )
    + _style("Numbered", "Numbered", '<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>')
    + _style(
        "Point", "Point", '<w:tabs><w:tab w:val="left" w:pos="1300"/></w:tabs><w:ind w:left="700"/>'
    )
    + _style(
        "Subpoint",
        "Subpoint",
        '<w:tabs><w:tab w:val="left" w:pos="1900"/></w:tabs><w:ind w:left="1300"/>',
    )
    + "</w:styles>"
)


def _level(place: int, form: str, text: str, indent: int) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:firstLine="0"/></w:pPr></w:lvl>'
    )


# A paragraph added behind 9 is a lower level that prints 9's own number: "%1 bis."
LEVELS = (
    _level(0, "decimal", "%1.", 0)
    + _level(1, "decimal", "%1 bis.", 0)
    + _level(2, "decimal", "%1 ter.", 0)
    + _level(3, "lowerLetter", "(%4)", 700)
    + _level(4, "lowerRoman", "(%5)", 1300)
)

NUMBERING = (
    f"{_XML}<w:numbering {_OPEN}>"
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
    "</w:abstractNum>{lists}</w:numbering>"
)
