"""A draft in, a Word file of it out, set as one of several ways the organisation sets its drafts.

Numbers are typed, so that the file says what the page shows; LibreOffice prints it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from bench.printed_texts import TONGUES, Said

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES_OF = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {"styles": "styles", "footnotes": "footnotes", "settings": "settings",
          "header1": "header", "header2": "header", "footer1": "footer"}  # fmt: skip
_FONTS = {"ar": "DejaVu Sans", "zh": "Droid Sans Fallback"}
_USUAL = "Liberation Serif"


@dataclass(frozen=True)
class Setting:
    """How a draft is set; lengths in twentieths of a point.

    `indents` are left edge and first line of paragraphs, points and sub-points.
    """

    indents: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    columns: int = 1
    is_justified: bool = False
    is_broken: bool = False  # soft hyphens, where words are long
    has_line_numbers: bool = False
    is_letter: bool = False
    is_centred: bool = False
    after: int = 120
    lead: int = 240
    size: int = 20  # half points
    is_spaced_out: bool = False
    is_right_running: bool = False


_HANGING = ((567, -567), (1134, -567), (1701, -567))
_OPENING = ((0, 567), (567, 567), (1134, 567))
SETTINGS = {
    "hanging numbers": Setting(_HANGING, is_centred=True),
    "resolution": Setting(((1134, 567), (1134, 567), (1701, 567)), is_justified=True,
                          is_right_running=True),
    "treaty": Setting(_OPENING, is_centred=True, is_justified=True, size=24, is_spaced_out=True),
    "two columns": Setting(_HANGING, columns=2, is_justified=True, is_broken=True, size=18),
    "lines numbered": Setting(_HANGING, has_line_numbers=True, is_letter=True, lead=360, size=22),
    "no room between": Setting(_OPENING, after=0, is_justified=True, is_broken=True),
}  # fmt: skip


def write(path: Path, draft: Sequence[Said], language: str, setting: Setting) -> None:
    """Write the Word file of a draft."""
    body = "".join(_masthead(language))
    notes: list[str] = []
    for each in draft:
        body += _paragraph(each, language, setting, notes)
    body += _section(setting, _bidi(language))
    running = ("A/AC.999/L.7", TONGUES[language].title)
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "styles": _styles(language, setting),
        "footnotes": _footnotes(notes, language),
        "settings": "<w:evenAndOddHeaders/>" if setting.is_right_running else "",
        "header1": _running(running[0], "right"),
        "header2": ""
        if not setting.is_right_running
        else _running(f"{running[0]}\t{running[1]}", "left"),
        "footer1": _foot(language),
    }
    _pack(path, parts)


def _run(text: str, look: str = "") -> str:
    pieces = text.split("\t")
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(e)}</w:t>' for e in pieces)
    return f"<w:r><w:rPr>{look}</w:rPr>{inner}</w:r>"


def _masthead(language: str) -> list[str]:
    name, symbol, *rest = TONGUES[language].masthead
    look = f'<w:b/><w:sz w:val="28"/>{_rtl(language)}'
    found = [f"<w:p><w:pPr>{_bidi(language)}</w:pPr>{_run(name, look)}</w:p>"]
    found += [f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{_run(each)}</w:p>'
              for each in (symbol, *rest)]  # fmt: skip
    return found


def _bidi(language: str) -> str:
    return "<w:bidi/>" if TONGUES[language].is_right else ""


def _rtl(language: str) -> str:
    return "<w:rtl/>" if TONGUES[language].is_right else ""


def _paragraph(said: Said, language: str, setting: Setting, notes: list[str]) -> str:
    look = _rtl(language)
    text = said.text
    align = "both" if setting.is_justified else "start"
    indent = tabs = ""
    room = setting.after
    if said.kind in {"title", "heading", "subheading"}:
        look += "<w:b/><w:bCs/>" + ('<w:sz w:val="28"/><w:szCs w:val="28"/>'
                                    if said.kind == "title" else "")  # fmt: skip
        align = "center" if setting.is_centred else "start"
        room = max(room, 120)
        if said.kind == "title" and setting.is_spaced_out and language in {"en", "fr", "es", "ru"}:
            look += '<w:spacing w:val="40"/>'
    elif said.kind != "preamble":
        left, first = setting.indents[("paragraph", "point", "subpoint").index(said.kind)]
        kind = "hanging" if first < 0 else "firstLine"
        side = "start"
        tabs = f'<w:tabs><w:tab w:val="{side}" w:pos="{max(left, left + first + 567)}"/></w:tabs>'
        indent = f'<w:ind w:{side}="{left}" w:{kind}="{abs(first)}"/>'
    elif not setting.indents[0][0] and setting.after == 0:
        indent = '<w:ind w:firstLine="567"/>'
    if setting.is_broken and said.kind not in {"title", "heading", "subheading"}:
        text = broken(text, language)
    number = _run(f"{said.number}\t", look) if said.number else ""
    if said.kind == "preamble" and language != "zh":
        first_word, _, rest = text.partition(" ")
        words = _run(first_word, f"{look}<w:i/><w:iCs/>") + _run(f" {rest}", look)
    else:
        words = _run(text, look)
    note = ""
    if said.note:
        notes.append(said.note)
        note = (f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(notes)}"/></w:r>')  # fmt: skip
    before = ' w:before="240"' if said.kind == "heading" else ""
    keep = "<w:keepNext/>" if said.kind in {"title", "heading", "subheading"} else ""
    return (
        f'<w:p><w:pPr>{keep}{tabs}{_bidi(language)}<w:spacing{before} w:after="{room}"'
        f' w:line="{setting.lead}" w:lineRule="auto"/>{indent}<w:jc w:val="{align}"/></w:pPr>'
        f"{number}{words}{note}</w:p>"
    )


def broken(text: str, language: str) -> str:
    """Put soft hyphens into long words, between a vowel and a consonant with a vowel behind."""
    if language in {"ar", "zh"}:
        return text
    words = []
    for word in text.split(" "):
        found = ""
        for at, letter in enumerate(word):
            if (2 < at < len(word) - 3 and word[at - 1] in _VOWELS and letter not in _VOWELS
                    and word[at + 1] in _VOWELS and word.replace(",", "").isalpha()):  # fmt: skip
                found += "\u00ad"
            found += letter
        words.append(found)
    return " ".join(words)


_VOWELS = "aeiouyáéíóúàèùâêîôûëïаеиоуыэюяё"


def _section(setting: Setting, bidi: str) -> str:
    width, height = (12240, 15840) if setting.is_letter else (11906, 16838)
    lines = '<w:lnNumType w:countBy="1" w:restart="newPage"/>' if setting.has_line_numbers else ""
    columns = f'<w:cols w:num="{setting.columns}" w:space="567"/>'
    even = ""
    if setting.is_right_running:
        even = '<w:headerReference w:type="even" r:id="rheader2"/>'
        even += '<w:footerReference w:type="even" r:id="rfooter1"/>'
    return (
        f'<w:sectPr>{even}<w:headerReference w:type="default" r:id="rheader1"/>'
        f'<w:footerReference w:type="default" r:id="rfooter1"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="1417" w:right="1417"'
        f' w:bottom="1417" w:left="1417" w:header="708" w:footer="708"/>'
        f"{lines}{columns}{bidi}</w:sectPr>"
    )


def _styles(language: str, setting: Setting) -> str:
    font = _FONTS.get(language, _USUAL)
    size = setting.size
    code = {"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU",
            "es": "es-ES"}[language]  # fmt: skip
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"'
        f' w:eastAsia="{font}" w:cs="{font}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{code}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )


def _footnotes(notes: Sequence[str], language: str) -> str:
    found = ('<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
             '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
             "<w:continuationSeparator/></w:r></w:p></w:footnote>")  # fmt: skip
    rtl = _rtl(language)
    for number, each in enumerate(notes, 1):
        look = f'<w:sz w:val="16"/><w:szCs w:val="16"/>{rtl}'
        found += (
            f'<w:footnote w:id="{number}"><w:p><w:pPr>{_bidi(language)}</w:pPr>'
            f'<w:r><w:rPr><w:vertAlign w:val="superscript"/>{look}</w:rPr><w:footnoteRef/></w:r>'
            f"{_run(' ' + each, look)}</w:p></w:footnote>"
        )
    return found


def _running(text: str, side: str) -> str:
    return f'<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>{_run(text, "<w:b/>")}</w:p>'


def _foot(language: str) -> str:
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
             '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
             '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
    before, _, behind = TONGUES[language].page.partition("{}")
    number = f"{_run(before)}{field}{_run(behind)}"
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{number}</w:p>'


def _pack(path: Path, parts: dict[str, str]) -> None:
    roots = {"document": "document", "styles": "styles", "footnotes": "footnotes",
             "settings": "settings", "header1": "hdr", "header2": "hdr",
             "footer1": "ftr"}  # fmt: skip
    over = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES_OF}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **_PARTS}.items()
    )
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
        for name, kind in _PARTS.items()
    )
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{over}'
            "</Types>",
        )
        held.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{links}"><Relationship Id="r" Type="{_RELATIONS}/'
            'officeDocument" Target="word/document.xml"/></Relationships>',
        )
        held.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{links}">{relations}</Relationships>',
        )
        for name, inner in parts.items():
            root = roots[name]
            held.writestr(
                f"word/{name}.xml",
                f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_W} {_R}>{inner}</w:{root}>',
            )
