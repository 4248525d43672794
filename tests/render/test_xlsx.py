"""The workbook: sheets that hold what the page says, and texts that stay texts."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from amend import pipeline
from amend.errors import AmendError
from amend.model.comparison import Op
from amend.parse.concordance import correspondences
from amend.read import read, xlsx
from amend.render import Report, contents, cut_short, verdicts, write
from amend.render.cells import LIMIT, legal, stretches
from amend.render.shapes import Segment

from .hostile import FORMULA, HOSTILE, MARKUP
from .sample import CHAIN, COURSES, MADE, NOTICES, SCRIPT, THRESHOLDS

CHECK = Report("Sample", MADE, CHAIN, COURSES, "Zero draft", THRESHOLDS, NOTICES)
COMPARE = replace(CHECK, courses=(), base=None)
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook read back with nothing but a parser: what Excel will find in it."""

    def __init__(self, report: Report) -> None:
        data = contents(report, ".xlsx")
        assert isinstance(data, bytes)
        self.parts = {
            name: ET.fromstring(part)
            for name, part in _parts(data).items()
            if name.endswith((".xml", ".rels"))
        }
        self.strings = list(self.parts["xl/sharedStrings.xml"])
        sheets = self.parts["xl/workbook.xml"].iter(f"{_S}sheet")
        self.names = [each.get("name") for each in sheets]

    def sheet(self, name: str) -> ET.Element:
        return self.parts[f"xl/worksheets/sheet{self.names.index(name) + 1}.xml"]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a sheet by the names in its head; an empty cell is left out."""
        head, *rest = ([*row] for row in self.sheet(name).iter(f"{_S}row"))
        names = {self._column(each): self._text(each) for each in head}
        return [{names[self._column(each)]: self._text(each) for each in row} for row in rest]

    def runs(self, name: str, column: str, row: int) -> list[tuple[str, str]]:
        """A rich text: each stretch with "u" where it is underlined, "s" where struck."""
        cell = next(e for e in self.sheet(name).iter(f"{_S}c") if e.get("r") == f"{column}{row}")
        found = []
        for run in self.strings[int(cell.findtext(f"{_S}v") or 0)].iter(f"{_S}r"):
            marks = [mark for mark, tag in (("u", "u"), ("s", "strike"))
                     if run.find(f"{_S}rPr/{_S}{tag}") is not None]  # fmt: skip
            found.append(("".join(marks), run.findtext(f"{_S}t") or ""))
        return found

    @staticmethod
    def _column(cell: ET.Element) -> str:
        return "".join(each for each in cell.get("r", "") if each.isalpha())

    def _text(self, cell: ET.Element) -> str:
        value = cell.findtext(f"{_S}v") or ""
        if cell.get("t") != "s":
            return value
        return "".join(each.text or "" for each in self.strings[int(value)].iter(f"{_S}t"))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_check_has_a_sheet_for_each_table_and_a_comparison_no_empty_ones() -> None:
    assert Book(CHECK).names == [
        "Concordance", "Paragraphs", "Proposals", "Proponents", "About",
    ]  # fmt: skip
    assert Book(COMPARE).names == ["Concordance", "Paragraphs", "About"]


def test_the_concordance_carries_both_texts_and_its_share_as_a_number() -> None:
    row = Book(COMPARE).rows("Concordance")[2]
    assert (row["Old"], row["New"], row["Change"], row["In common"]) == (
        "2", "2", "substitution", "0.9",
    )  # fmt: skip
    assert row["Old text"].startswith("We encourage coastal cities to publish")
    assert row["New text"].startswith("We commit to publish flood maps in all local")


def test_deleted_words_are_struck_and_inserted_ones_underlined() -> None:
    book = Book(COMPARE)
    old, new = (dict(book.runs("Concordance", each, 4)) for each in ("H", "I"))
    assert old["s"].startswith("encourage") or "and, as appropriate," in old["s"]
    assert new["u"] == "in all local languages and"
    assert "u" not in old
    assert "s" not in new


def test_a_row_that_is_all_new_is_marked_whole() -> None:
    row = next(r for r in Book(COMPARE).rows("Concordance") if r["Change"] == "insertion")
    assert row["New text"] == "We recognize the needs of children who live in delta settlements."
    assert "Old text" not in row


def test_the_sheets_of_proposals_say_what_the_page_says() -> None:
    book = Book(CHECK)
    rows = book.rows("Proposals")
    assert len(rows) == sum(len(each.rulings) for each in COURSES)
    assert set(rows[0]) <= set(verdicts.HEAD)
    children = next(each for each in rows if each["Proposal"] == "sample.4")
    assert (children["Fate"], children["Share taken"]) == ("adopted with changes", "0.7692")
    forum = next(r for r in book.rows("Proponents") if r["Proponent"] == "Delta Youth Forum")
    assert (forum["Proposals"], forum["New words taken"]) == ("2", "14")
    about = {(each["What"], each.get("Where", "")): each["Text"] for each in book.rows("About")}
    assert about["made", ""] == MADE
    assert about["threshold", "partly"] == "20 %"
    assert SCRIPT in about["rank-skipped", "rev1.docx, block 8"]


def test_the_head_stands_still_and_every_column_can_be_filtered() -> None:
    sheet = Book(CHECK).sheet("Proposals")
    pane = next(sheet.iter(f"{_S}pane"))
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    last = len(list(sheet.iter(f"{_S}row")))
    assert next(sheet.iter(f"{_S}autoFilter")).get("ref") == f"A1:Z{last}"


def test_nothing_in_a_workbook_is_a_formula_and_links_stay_inside() -> None:
    book = Book(HOSTILE)
    for name, part in book.parts.items():
        assert not list(part.iter(f"{_S}f")), name
        for link in part.iter(f"{_S}hyperlink"):
            assert set(link.keys()) <= {"ref", "location", "display"}
            assert link.get("location", "").split("!")[0].strip("'") in book.names
    styles = book.parts["xl/styles.xml"].iter(f"{_S}xf")
    assert any(each.get("quotePrefix") == "1" for each in styles)
    assert book.rows("Concordance")[0]["New text"] == FORMULA


def test_a_text_that_looks_like_markup_of_the_workbook_stays_a_text() -> None:
    assert Book(HOSTILE).rows("Concordance")[1]["New text"].rstrip() == MARKUP


def test_signs_that_xml_forbids_become_visible() -> None:
    told = Book(HOSTILE).rows("Concordance")[2]["New text"]
    assert told.startswith("␀␋\ufffd\ufffd\ufffd ")
    assert told.endswith("\ufffdback")


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    told = Book(HOSTILE).rows("Concordance")[6]["New text"]
    assert len(told) == LIMIT
    assert told.endswith("[cut here: a cell holds no more than 32,767 characters]")


def test_a_cut_never_halves_a_sign() -> None:
    pieces = stretches((Segment(Op.KEEP, "a"), Segment(Op.INSERT, "🌊" * LIMIT)))
    assert sum(len(text.encode("utf-16-le")) // 2 for _, text in pieces) <= LIMIT
    assert [op for op, _ in pieces] == [Op.KEEP, Op.INSERT, Op.KEEP]
    assert set(pieces[1][1]) == {"🌊"}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert contents(CHECK, ".xlsx") == contents(CHECK, ".XLSX")


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_binary_file_is_written_and_never_printed(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(AmendError) as refusal:
        write(CHECK, suffix)
    assert suffix in refusal.value.hint
    pipeline.write(CHECK, tmp_path / f"a{suffix}")
    assert zipfile.is_zipfile(tmp_path / f"a{suffix}")
    assert [each.name for each in tmp_path.iterdir()] == [f"a{suffix}"]


@pytest.mark.parametrize("suffix", [".html", ".json", ".md", ".csv"])
def test_no_text_format_loads_what_word_and_excel_need(suffix: str) -> None:
    script = (
        "import sys\nfrom amend.model.comparison import Chain\n"
        "from amend.model.draft import Revision\nfrom amend.render import Report, contents\n"
        "report = Report('a', 'b', Chain((Revision('r', ()),), (), ()))\n"
        f"contents(report, {suffix!r})\nprint({{'docx', 'xlsxwriter'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"set()"


def _links(book: Book, name: str) -> dict[str, str]:
    return {
        each.get("ref", ""): each.get("location", "")
        for each in book.sheet(name).iter(f"{_S}hyperlink")
    }


def test_each_paragraph_has_a_row_with_its_text_in_every_revision() -> None:
    rows = Book(CHECK).rows("Paragraphs")
    (pilots,) = (each for each in rows if each.get("Rev 2", "").startswith("5. We will train"))
    assert pilots["Zero draft"].startswith("5. We will train harbour pilots")
    assert "split" in pilots["What happened"]
    first = "\n".join(each.get("Zero draft", "") for each in rows).split("\n")
    wanted = [each.text for each in CHAIN.revisions[0].paragraphs]
    assert sorted(each.partition(". ")[2] or each for each in first if each) == sorted(wanted)


def test_links_lead_from_a_proposal_to_its_paragraph_and_back() -> None:
    book = Book(CHECK)
    paragraphs, proposals = book.rows("Paragraphs"), book.rows("Proposals")
    to_paragraphs = _links(book, "Proposals")
    assert to_paragraphs
    for cell, place in to_paragraphs.items():
        sheet, _, target = place.partition("!A")
        asked = proposals[int(cell[1:]) - 2]
        assert sheet.strip("'") == "Paragraphs"
        assert asked["Paragraph"].split(",")[0] in paragraphs[int(target) - 2]["Zero draft"]
    for cell, place in _links(book, "Paragraphs").items():
        told = paragraphs[int(cell.lstrip("ABCDEFG")) - 2]["Proposals"]
        first = proposals[int(place.partition("!A")[2]) - 2]
        assert first["By"].split(",")[0] in told
    for cell, place in _links(book, "Proponents").items():
        name = book.rows("Proponents")[int(cell[1:]) - 2]["Proponent"]
        assert name in proposals[int(place.partition("!A")[2]) - 2]["By"]


def test_a_concordance_leads_to_the_texts() -> None:
    book = Book(COMPARE)
    rows, texts = book.rows("Concordance"), book.rows("Paragraphs")
    links = _links(book, "Concordance")
    for at, row in enumerate(rows, 2):
        if row["Change"] != "repeal":
            target = texts[int(links[f"D{at}"].partition("!A")[2]) - 2]
            assert row["New text"].split(" ")[-1] in target[row["To"]]


def test_arabic_is_read_from_the_right_and_its_neighbours_are_not() -> None:
    book = Book(COMPARE)
    formats = list(book.parts["xl/styles.xml"].find(f"{_S}cellXfs") or ())
    orders = {}
    for cell in book.sheet("Concordance").iter(f"{_S}c"):
        alignment = formats[int(cell.get("s") or 0)].find(f"{_S}alignment")
        orders[book._text(cell)] = alignment.get("readingOrder") if alignment is not None else None
    assert orders["نشكر سكان ميناء أمل على حسن ضيافتهم."] == "2"
    assert orders["We will review progress every two years and report on it in public."] is None


def test_what_is_cut_is_told_with_its_sheet_and_cell() -> None:
    told = [each for each in Book(HOSTILE).rows("About") if each["What"] == "text-cut"]
    assert told[0]["Where"] == "sheet Concordance, cell I8"
    assert cut_short(HOSTILE, ".xlsx")[0].where == told[0]["Where"]
    assert [each.where for each in cut_short(HOSTILE, ".xlsx")] == [e["Where"] for e in told]
    assert cut_short(HOSTILE, ".csv") == ()
    assert cut_short(CHECK, ".xlsx") == ()


def test_our_own_reader_reads_the_workbook_back() -> None:
    data = contents(CHECK, ".xlsx")
    assert isinstance(data, bytes)
    told = {each.after for each in xlsx.read_bytes(data, "report.xlsx").blocks}
    assert "We will review progress every four years." in told
    assert {legal(each.proposal.text) for each in COURSES if each.proposal.text} <= told


def test_a_workbook_speaks_one_language() -> None:
    book = Book(replace(CHECK, language="fr"))
    assert book.names == ["Concordance", "Paragraphes", "Propositions", "Auteurs", "À propos"]
    assert set(book.rows("Concordance")[0]) <= {
        "De", "Ancien", "Vers", "Nouveau", "Changement", "En commun", "Par", "Texte ancien",
        "Texte nouveau",
    }  # fmt: skip
    fates = {each["Sort"] for each in book.rows("Propositions")}
    assert "adopté tel quel" in fates
    assert not any("adopted" in each for each in fates)
    old, new = (column for column in book.rows("Concordance")[1] if column in {"Ancien", "Nouveau"})
    assert (old, new) == ("Ancien", "Nouveau")


def test_a_concordance_in_a_french_workbook_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "concordance.xlsx"
    data = contents(replace(COMPARE, language="fr"), ".xlsx")
    assert isinstance(data, bytes)
    path.write_bytes(data)
    english = tmp_path / "english.xlsx"
    plain = contents(COMPARE, ".xlsx")
    assert isinstance(plain, bytes)
    english.write_bytes(plain)
    told = [
        [(e.old, e.new, e.old_revision, e.revision) for e in correspondences(read(each))]
        for each in (path, english)
    ]
    assert told[0] == told[1] != []
