"""A house style from a stranger: its looks are taken, what could act is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import amend
from amend.errors import AmendError, ReadError
from amend.model.house import Paper
from amend.read import read_bytes
from amend.read.word_template import read
from amend.render.word_redline import render
from tests.builders import NAMESPACES
from tests.commands import BASE, LATER
from tests.commands import amend as run
from tests.render.word_rules import broken

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="NP"><w:name w:val="numbered Paragraph"/>'
    '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    '<w:rPr><w14:glow w14:rad="0"/><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Insertedwords"><w:name w:val="House blue"/></w:style>'
)
BODY = (
    '<w:p/><w:sectPr><w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
)


def link(kind: str, target: str, mode: str = "") -> str:
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"{outside}/>'


def template(
    folder: Path, *, styles: str = STYLES, body: str = BODY, links: str = "",
    more: Mapping[str, str] | None = None, name: str = "house.dotx",
) -> Path:  # fmt: skip
    """Write a template with these styles, this text and these links of its main part."""
    path = folder / name
    whole = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
        "content-types'/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">'
        f"{link('officeDocument', 'word/document.xml')}</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">'
        f"{link('styles', 'styles.xml')}{links}</Relationships>",
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w") as packed:
        for part, text in whole.items():
            packed.writestr(part, text)
    return path


def test_styles_of_a_template_take_the_place_of_ours(tmp_path: Path) -> None:
    house = read(template(tmp_path))
    made = amend.compare(*(amend.read_text(e, name=e[:9] + str(len(e))) for e in (BASE, LATER)))
    data = render(made, by="amend", date=None, house=house)
    assert broken(data) == []
    blocks = read_bytes(data, "x.docx").blocks
    assert {each.style for each in blocks} == {"numbered Paragraph"}
    with zipfile.ZipFile(tmp_path / "house.dotx") as theirs:
        assert b"numPr" in theirs.read("word/styles.xml")
    assert all(each.number is None for each in blocks)


def test_what_is_taken_is_words_own_xml_alone(tmp_path: Path) -> None:
    house = read(template(tmp_path))
    told = house.defaults + "".join(each.xml for each in house.styles)
    assert "Georgia" in told
    assert "numPr" not in told
    assert "glow" not in told
    assert house.paper == Paper(12240, 15840, 1440, 1440, 1440, 1440)


def test_a_page_on_its_side_is_held_upright(tmp_path: Path) -> None:
    body = BODY.replace('w:w="12240" w:h="15840"', 'w:w="15840" w:h="12240"')
    paper = read(template(tmp_path, body=body)).paper
    assert paper is not None
    assert (paper.width, paper.height) == (12240, 15840)


@pytest.mark.parametrize(
    "page",
    [
        '<w:pgSz w:w="10" w:h="15840"/><w:pgMar/>',
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="9999" w:right="9999"/>',
        '<w:pgSz w:w="many" w:h="15840"/><w:pgMar/>',
    ],
)
def test_a_page_that_cannot_be_printed_is_not_taken(tmp_path: Path, page: str) -> None:
    assert read(template(tmp_path, body=f"<w:p/><w:sectPr>{page}</w:sectPr>")).paper is None


def test_an_id_of_ours_that_means_another_style_gives_way(tmp_path: Path) -> None:
    from amend.render.word_styles import Styles

    styles = Styles(read(template(tmp_path)))
    assert styles.character("Inserted words") == "InsertedwordsAmend"
    assert styles.paragraph("Numbered paragraph") == "NP"


BOMB = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
REFUSED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "macros": ("", {"word/vbaProject.bin": "x"}),
    "an embedded file": ("", {"word/embeddings/sheet.xlsx": "x"}),
    "a linked template": (link("attachedTemplate", "http://h.example/t.dotm", "External"), {}),
    "a linked picture": (link("image", "http://h.example/p.png", "External"), {}),
    "a DTD": ("", {"word/styles.xml": BOMB}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_could_act_is_refused_with_a_way_out(tmp_path: Path, case: str) -> None:
    links, more = REFUSED[case]
    with pytest.raises(ReadError) as refusal:
        read(template(tmp_path, links=links, more=more))
    assert refusal.value.hint


def test_a_link_to_click_does_no_harm(tmp_path: Path) -> None:
    assert read(template(tmp_path, links=link("hyperlink", "http://h.example", "External"))).styles


@pytest.mark.parametrize("name", ["house.dotm", "house.docm", "house.odt"])
def test_another_file_is_no_template(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError):
        read(template(tmp_path, name=name))


def test_a_file_of_ours_is_a_template(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("rev1.txt", "rev2.txt")]
    for path, text in zip(files, (BASE, LATER), strict=True):
        path.write_text(text, "utf-8")
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    assert run("compare", *files, "-o", first).code == 0
    assert run("compare", *files, "-o", second, "--template", first).code == 0
    assert broken(second.read_bytes()) == []


def test_a_template_is_for_a_word_file_and_is_not_written_over(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("rev1.txt", "rev2.txt")]
    for path, text in zip(files, (BASE, LATER), strict=True):
        path.write_text(text, "utf-8")
    own = template(tmp_path, name="house.docx")
    for out in ("x.html", "house.docx"):
        refused = run("compare", *files, "-o", tmp_path / out, "--template", own)
        assert refused.code == 1, out
        assert refused.err.startswith("error: ")


def test_an_unknown_layout_is_refused() -> None:
    from amend.render import Report, contents
    from amend.render.report import WordFile
    from tests.render.sample import CHAIN, MADE

    report = Report("x", MADE, CHAIN, word=WordFile(layout="columns"))
    with pytest.raises(AmendError, match="no such layout"):
        contents(report, ".docx")
    with pytest.raises(AmendError, match="one whole revision"):
        contents(Report("x", MADE, CHAIN, word=WordFile(layout="redline")), ".docx")
