"""The Word report: all that the page holds, in styles, read back by our own reader."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from amend.read import read_bytes
from amend.render import Report, contents
from amend.render.report import WordFile
from amend.render.view import report_view
from amend.render.word_styles import Styles

from .hostile import FORMULA, HOSTILE, LONG, MARKUP
from .pages import report
from .sample import CHAIN, COURSES, MADE, NOTICES, SCRIPT, THRESHOLDS

CHECK = Report("Sample", MADE, CHAIN, COURSES, "Zero draft", THRESHOLDS, NOTICES)
COMPARE = replace(CHECK, courses=(), base=None)
TABLE = WordFile(layout="table")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LOOKS = ("b", "i", "u", "strike", "color", "sz", "shd", "jc", "ind", "spacing", "rFonts")


def made(of: Report) -> bytes:
    data = contents(of, ".docx")
    assert isinstance(data, bytes)
    return data


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return ET.fromstring(packed.read(name))


def words(node: ET.Element) -> str:
    return "".join(each.text or "" for each in node.iter(f"{_W}t"))


def styled(body: ET.Element, style: str) -> list[str]:
    """The texts of all runs in a character style."""
    return [
        words(run)
        for run in body.iter(f"{_W}r")
        if (named := run.find(f"{_W}rPr/{_W}rStyle")) is not None and named.get(f"{_W}val") == style
    ]


@pytest.fixture(scope="module")
def checked() -> bytes:
    return made(CHECK)


@pytest.fixture(scope="module")
def body(checked: bytes) -> ET.Element:
    return part(checked, "word/document.xml")


def test_our_own_reader_finds_every_text_of_the_page(checked: bytes) -> None:
    source = read_bytes(checked, "report.docx")
    told = "".join(run.text for block in source.blocks for run in block.runs)
    for row in report().rows:
        for passage in (each for slot in row.slots for each in slot.passages):
            assert all(each.text.strip() in told for each in passage.segments)
    for card in report().cards:
        assert card.proponents in told
        assert all(each.reason in told for each in card.verdicts)
    assert all(each.text in told for each in report().remarks)


def test_revisions_stand_side_by_side_under_a_head_that_repeats(body: ET.Element) -> None:
    table = list(body.iter(f"{_W}tbl"))[-1]
    head, *rows = table.iter(f"{_W}tr")
    assert head.find(f"{_W}trPr/{_W}tblHeader") is not None
    assert [words(each) for each in head.iter(f"{_W}tc")] == [
        "No.", "Zero draft2031-01-14 · zero.docx", "Rev 12031-02-20 · rev1.docx",
        "Rev 22031-04-02 · rev2.docx",
    ]  # fmt: skip
    assert sum(len(row.findall(f"{_W}tc")) == 4 for row in rows) == len(report().rows)


def test_every_row_is_as_wide_as_its_table(body: ET.Element) -> None:
    for table in body.iter(f"{_W}tbl"):
        columns = len(list(table.iter(f"{_W}gridCol")))
        for row in table.iter(f"{_W}tr"):
            spans = [each.find(f"{_W}tcPr/{_W}gridSpan") for each in row.iter(f"{_W}tc")]
            widths = [1 if each is None else int(each.get(f"{_W}val", "1")) for each in spans]
            assert sum(widths) == columns


def test_changed_words_are_marked_by_style_and_nothing_by_hand(body: ET.Element) -> None:
    assert "in all local languages and" in styled(body, "Insertedwords")
    assert "encourage coastal cities" in styled(body, "Deletedwords")
    for name in _LOOKS:
        assert not list(body.iter(f"{_W}{name}")), name


def test_every_style_that_is_named_is_defined(checked: bytes, body: ET.Element) -> None:
    ids = {each.get(f"{_W}styleId") for each in part(checked, "word/styles.xml")}
    used = {
        each.get(f"{_W}val")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for each in body.iter(f"{_W}{kind}")
    }
    assert used <= ids
    names = [
        each.find(f"{_W}name").get(f"{_W}val")  # type: ignore[union-attr]
        for each in part(checked, "word/styles.xml").iter(f"{_W}style")
    ]
    assert len(names) == len(set(names))


def test_a_proposal_stands_behind_its_row_with_fate_and_evidence(body: ET.Element) -> None:
    rows = [words(each) for each in body.iter(f"{_W}tr")]
    row = next(place for place, each in enumerate(rows) if "publish flood maps" in each)
    assert rows[row + 1].startswith("Delta Youth Forum: insert words, on 2 of Zero draft")
    assert "Rev 1: adopted verbatim (4 of 4 new words taken, 100 %" in rows[row + 1]
    assert "in all local languages" in styled(body, "Evidencewords")
    assert "adopted verbatim" in styled(body, "Fategood")


def test_proposals_on_no_paragraph_and_notices_have_their_own_parts(body: ET.Element) -> None:
    heads = [words(p) for p in body.iter(f"{_W}p") if "eading1" in ET.tostring(p, "unicode")]
    assert heads == ["Side by side", "Proposals on no paragraph", "Notices"]
    assert SCRIPT in words(body)


def test_a_comparison_says_nothing_of_proposals() -> None:
    told = words(part(made(COMPARE), "word/document.xml"))
    assert "Proponent" not in told
    assert "Zero draft to Rev 1" in told


def test_the_page_is_a4_on_its_side(body: ET.Element) -> None:
    size = next(body.iter(f"{_W}pgSz"))
    assert size.get(f"{_W}orient") == "landscape"
    assert abs(int(size.get(f"{_W}w", "0")) - 16838) < 3
    assert abs(int(size.get(f"{_W}h", "0")) - 11906) < 3


def test_hostile_texts_stay_texts_and_none_is_cut() -> None:
    data = made(HOSTILE)
    told = words(part(data, "word/document.xml"))
    assert told.count(FORMULA) == 1 + 3
    assert MARKUP in told
    assert LONG.strip() in told
    assert "␀␋\ufffd\ufffd\ufffd" in told
    assert "\u202e" not in told
    assert not {"instrText", "hyperlink", "fldSimple"} & {
        each.tag.removeprefix(_W) for each in part(data, "word/document.xml").iter()
    }


def test_arabic_runs_from_right_to_left() -> None:
    paragraphs = list(part(made(CHECK), "word/document.xml").iter(f"{_W}p"))
    arabic = [each for each in paragraphs if "ميناء" in words(each)]
    assert arabic
    assert all(each.find(f"{_W}pPr/{_W}bidi") is not None for each in arabic)
    latin = next(each for each in paragraphs if "publish flood maps" in words(each))
    assert latin.find(f"{_W}pPr/{_W}bidi") is None


def test_the_same_report_gives_the_same_bytes(checked: bytes) -> None:
    assert made(CHECK) == checked
    with zipfile.ZipFile(BytesIO(checked)) as packed:
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [each for each in packed.namelist() if "thumbnail" in each]


def test_the_file_says_who_made_it_and_no_name_of_a_template(checked: bytes) -> None:
    core = part(checked, "docProps/core.xml")
    told = {each.tag.rpartition("}")[2]: each.text for each in core}
    assert (told["title"], told["creator"], told["lastModifiedBy"]) == ("Sample", "amend", "amend")
    assert "python" not in ET.tostring(core, "unicode")


def test_real_drafts_become_a_word_file() -> None:
    drafts = Path(__file__).parents[2] / "drafts"
    from amend import pipeline

    chain = pipeline.chain(pipeline.read_revisions([drafts / "zero.docx", drafts / "rev1.docx"]))
    view = report_view(chain, title="Zero draft to Rev 1", made=MADE)
    body = part(made(Report("Drafts", MADE, chain, word=TABLE)), "word/document.xml")
    assert len(list(list(body.iter(f"{_W}tbl"))[-1].iter(f"{_W}tr"))) == len(view.rows) + 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", 'w:val="en-GB"'),
        ("fr", 'w:val="fr-FR"'),
        ("fr-CA", 'w:val="fr-FR"'),
        ("", "<w:lang w:e"),
    ],
)
def test_a_file_names_the_language_of_its_words_or_none(language: str, told: str) -> None:
    assert told in Styles(None, language).xml()
