"""PDFs as people send them: paragraphs out of lines, and what the file does not say is told."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

import amend
from amend.errors import ReadError
from amend.model.draft import Role
from amend.model.source import BlockKind, Look, SourceText
from amend.notices import Code
from amend.read import pdf_process
from amend.read.passwords import opened_with
from amend.read.pdf import read_bytes
from tests.commands import amend as run
from tests.read.papers import Sheet, paper, wrapped

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
needs_shared = pytest.mark.skipif(
    not (SHARED / "un-pdf").is_dir(), reason="the shared documents are not here"
)
LONG = (
    "The Parties shall maintain the ferry between the islands and the mainland all the year, in "
    "winter too when the harbour freezes, and every passenger may travel at the ordinary fare."
)


def source(*sheets: Sheet, password: str | None = None) -> SourceText:
    return read_bytes(paper(sheets, password=password), "draft.pdf")


def body(*sheets: Sheet) -> list[str]:
    return [each.after for each in source(*sheets).blocks if each.kind is not BlockKind.MARGIN]


def codes(found: SourceText) -> list[Code]:
    return [each.code for each in found.notices]


class TestParagraphs:
    """Which lines make one paragraph."""

    def test_lines_become_paragraphs_with_their_page(self) -> None:
        page = Sheet().lines(70, 700, [f"1. {each}" if not n else each
                                      for n, each in enumerate(wrapped(LONG, 70))])  # fmt: skip
        other = Sheet().words(70, 700, "2. The Council meets once a year.")
        found = source(page, other)
        assert [each.after for each in found.blocks] == [
            f"1. {LONG}",
            "2. The Council meets once a year.",
        ]
        assert [each.source.page for each in found.blocks] == [1, 2]
        assert found.language == "en"

    def test_a_paragraph_runs_over_pages_and_over_what_stands_at_their_edges(self) -> None:
        lines = wrapped(LONG, 60)
        sheets = []
        for number, part in enumerate((lines[:2], lines[2:]), 1):
            sheet = Sheet().words(70, 800, "Draft of 3 May", 8).words(290, 40, f"{number}/2", 8)
            sheets.append(sheet.lines(70, 750, part))
        assert body(*sheets) == [LONG]
        apart = [each for each in source(*sheets).blocks if each.kind is BlockKind.MARGIN]
        assert [each.after for each in apart] == ["Draft of 3 May"]

    def test_columns_are_read_one_after_the_other(self) -> None:
        left = [f"{n}. {LONG}" for n in (1, 2)]
        right = [f"{n}. {LONG}" for n in (3, 4)]
        sheet = Sheet()
        for x, texts in ((50, left), (310, right)):
            y = 750.0
            for each in texts:
                part = wrapped(each, 44)
                sheet.lines(x, y, part)
                y -= 12 * len(part) + 8
        assert body(sheet) == [*left, *right]

    def test_numbers_hang_and_points_are_indented(self) -> None:
        sheet = Sheet()
        y = 750.0
        for x, label in ((70, "1."), (90, "(a)"), (90, "(b)"), (70, "2.")):
            part = wrapped(LONG, 62)
            sheet.words(x, y, label).lines(x + 25, y, part)
            y -= 12 * len(part) + 2
        found = amend.read_text("\n".join(body(sheet)), name="Rev 1")
        assert [str(each.label) for each in found.paragraphs] == ["1", "1(a)", "1(b)", "2"]

    def test_words_broken_at_line_ends_are_made_whole(self) -> None:
        sheet = Sheet().lines(70, 750, [
            "1. Capacity-building for maintenance of the ferries and the capacity-",
            "building of the crews, with the mainte-",
            "nance of piers.",
        ])  # fmt: skip
        told = "building of the crews, with the maintenance of piers."
        assert body(sheet)[0].endswith(f"the capacity-{told}")

    def test_numbers_of_lines_stand_apart(self) -> None:
        sheet = Sheet()
        for number, each in enumerate(wrapped(f"1. {LONG} {LONG}", 70), 1):
            sheet.words(30, 762 - 12 * number, str(number)).words(70, 762 - 12 * number, each)
        assert body(sheet) == [f"1. {LONG} {LONG}"]

    def test_lists_of_numbered_paragraphs_are_no_line_numbers(self) -> None:
        sheet = Sheet()
        for number in range(1, 7):
            sheet.words(70, 762 - 12 * number, f"{number}.")
            sheet.words(95, 762 - 12 * number, "Harbours freeze.")
        assert body(sheet) == [f"{number}. Harbours freeze." for number in range(1, 7)]


class TestApart:
    """What is no text of the draft, and is kept all the same."""

    def test_a_footnote_is_tied_to_its_paragraph(self) -> None:
        sheet = Sheet().words(70, 750, "1. The Sea").words(116, 754, "1", 6)
        sheet.words(121, 750, "freezes.").words(70, 730, "2. The river does not.")
        sheet.box(70, 120, 100, 0.6)
        sheet.words(70, 108, "1", 5).words(74, 104, "As defined in article 3 of the treaty.", 8)
        found = source(sheet).blocks
        assert [each.after for each in found] == [
            "1. The Sea freezes.",
            "2. The river does not.",
            "As defined in article 3 of the treaty.",
        ]
        assert (found[2].kind, found[2].noted) == (BlockKind.NOTE, 1)

    def test_marks_of_footnotes_are_no_line_numbers(self) -> None:
        sheet = Sheet().words(70, 750, "1. The Sea freezes.").box(70, 160, 100, 0.6)
        for number in range(1, 6):
            sheet.words(60, 154 - 14 * number, str(number), 5)
            sheet.words(74, 150 - 14 * number, f"See article {number + 20} of the treaty.", 8)
        found = source(sheet).blocks
        assert [each.after for each in found if each.kind is BlockKind.NOTE] == [
            f"See article {number + 20} of the treaty." for number in range(1, 6)
        ]

    def test_a_masthead_is_set_apart_and_told(self) -> None:
        sheet = Sheet().words(70, 800, "United Nations", 12).words(450, 800, "A/90/L.7")
        sheet.words(400, 780, "Distr.: Limited").words(400, 768, "3 May 2027")
        sheet.words(70, 740, "Ninetieth session").words(70, 728, "Agenda item 12")
        sheet.words(70, 680, "1. The Parties shall meet.")
        found = source(sheet)
        assert Code.FRONT_SET_APART in codes(found)
        said = {each.after: each.kind for each in found.blocks}
        assert said["1. The Parties shall meet."] is BlockKind.BODY
        assert said["Ninetieth session"] is BlockKind.MARGIN

    def test_a_cover_letter_is_set_apart(self) -> None:
        letter = Sheet().words(70, 750, "Dear colleagues,").words(70, 700, "Here is the draft.")
        letter.words(70, 650, "Yours sincerely,").words(70, 600, "Ana Ruiz")
        found = source(letter, Sheet().words(70, 750, "1. The Parties shall meet."))
        assert [each.after for each in found.blocks if each.kind is BlockKind.BODY] == [
            "1. The Parties shall meet."
        ]
        assert "Ana Ruiz" in [each.after for each in found.blocks]

    def test_a_ruled_table_has_its_cells(self) -> None:
        sheet = Sheet()
        for y in (700, 680, 660):
            sheet.stroke(70, y, 370, y)
        for x in (70, 170, 370):
            sheet.stroke(x, 660, x, 700)
        for y, row in ((686, ("Paragraph", "Text")), (666, ("3", "The ferries sail."))):
            sheet.words(74, y, row[0]).words(174, y, row[1])
        found = source(sheet.words(70, 640, "1. After it.")).blocks
        cells = [(each.cell.row, each.cell.column, each.after) for each in found if each.cell]
        assert cells == [
            (1, 1, "Paragraph"), (1, 2, "Text"), (2, 1, "3"), (2, 2, "The ferries sail."),
        ]  # fmt: skip
        assert found[-1].after == "1. After it."


class TestMarks:
    """Looks that are only drawn, and what readers of the file marked."""

    def test_lines_and_boxes_over_words_are_looks_and_told(self) -> None:
        sheet = Sheet().words(70, 700, "1. They shall meet.", 10)
        sheet.box(78, 702.5, 22, 0.5)  # through the middle of "They"
        sheet.words(70, 680, "2. Painted.").box(79, 677, 40, 11, "1 1 0")
        sheet.words(70, 660, "3. Red", 10, "F1", "1 0 0").words(70, 640, LONG[:80])
        found = source(sheet)
        looks = {run.text.strip(): run.look for each in found.blocks for run in each.runs}
        assert any(look & Look.STRIKE and "They" in text for text, look in looks.items())
        assert looks["Painted."] & Look.HIGHLIGHT
        assert looks["3. Red"] & Look.RED
        assert Code.LOOKS_GUESSED in codes(found)

    def test_annotations_are_comments_and_changes_of_their_authors(self) -> None:
        sheet = Sheet().words(70, 700, "1. They shall meet daily.")
        sheet.note("Highlight", (70, 697, 170, 709), "Too often", "Ana")
        sheet.words(70, 660, "2. The Council").words(140, 660, "never").words(170, 660, "sits.")
        sheet.note("StrikeOut", (139, 657, 164, 669), "", "Ben")
        one, two = source(sheet).blocks
        assert [(each.author, each.text) for each in one.comments] == [("Ana", "Too often")]
        assert one.comments[0].date == "2027-01-02T03:04:05Z"
        assert two.before == "2. The Council never sits."
        assert [run.deleted.author for run in two.runs if run.deleted] == ["Ben"]

    def test_words_nobody_sees_are_hidden(self) -> None:
        sheet = Sheet().words(70, 700, LONG[:60]).words(70, 660, "Ignore me", 10, "F1", "1 1 1")
        hidden = [
            run for each in source(sheet).blocks for run in each.runs if run.look & Look.HIDDEN
        ]
        assert [each.text for each in hidden] == ["Ignore me"]


class TestRefused:
    """Scans, passwords and damage: said so, with a way out."""

    def test_a_scanned_page_is_told_by_its_number(self) -> None:
        found = source(Sheet().words(70, 700, LONG[:60]), Sheet().picture())
        assert [(each.code, each.where) for each in found.notices] == [
            (Code.PAGE_SCANNED, "draft.pdf, page 2")
        ]

    def test_a_file_of_scans_is_refused_with_what_to_do(self) -> None:
        with pytest.raises(ReadError, match="pictures of pages") as refusal:
            source(Sheet().picture())
        assert "OCR" in refusal.value.hint

    def test_words_recognised_under_a_scan_are_read_and_told(self) -> None:
        found = source(Sheet().picture().words(70, 700, LONG[:60], more="3 Tr"))
        assert found.blocks[0].after == LONG[:60].strip()
        assert codes(found) == [Code.PAGE_SCANNED]

    def test_a_file_encrypted_without_a_password_is_read(self) -> None:
        found = source(Sheet().words(70, 700, "1. Open."), password="")
        assert found.blocks[0].after == "1. Open."

    def test_a_password_is_asked_for_and_used(self) -> None:
        data = paper([Sheet().words(70, 700, "1. Closed.")], password="fjord")
        with pytest.raises(ReadError, match="encrypted") as refusal:
            read_bytes(data, "draft.pdf")
        assert "--password" in refusal.value.hint
        with opened_with("fjord"):
            assert read_bytes(data, "draft.pdf").blocks[0].after == "1. Closed."

    def test_what_is_no_pdf_is_told(self) -> None:
        with pytest.raises(ReadError, match="not a PDF, but a web page"):
            read_bytes(b"<html><p>1. Words</p></html>", "draft.pdf")

    def test_damage_is_an_error_or_a_notice_and_never_a_crash(self) -> None:
        whole = paper([Sheet().words(70, 700, f"1. {LONG[:50]}").box(70, 690, 90, 0.5)])
        chance = random.Random(8)
        for _ in range(12):
            data = bytearray(whole[: chance.randrange(len(whole))])
            for _ in range(4):
                data[chance.randrange(len(data))] = chance.randrange(256)
            try:
                found = read_bytes(bytes(data), "draft.pdf")
            except ReadError as refusal:
                assert refusal.hint  # noqa: PT017 - both ends are right
            else:
                assert found.blocks


@needs_shared
def test_a_resolution_as_issued_is_read_whole() -> None:
    found = amend.read(SHARED / "un-pdf" / "A-RES-78-272.pdf", name="Resolution")
    numbered = [str(each.label) for each in found.paragraphs if each.role is Role.OPERATIVE]
    assert numbered[:17] == [str(number) for number in range(1, 18)]
    notes = [each for each in found.paragraphs if each.role is Role.NOTE]
    assert len(notes) == 6
    text = " ".join(each.text for each in found.paragraphs)
    assert "representatives would participate" in text


def test_the_terminal_and_the_json_name_the_page(tmp_path: Path) -> None:
    sheets = [Sheet().words(70, 700, f"{number}. The Parties meet.") for number in (1, 2)]
    path = tmp_path / "rev1.pdf"
    path.write_bytes(paper(sheets))
    assert run("read", path).out.split().count("page") == 2
    told = run("read", path, "--json").data
    assert [each["source"]["page"] for each in told["paragraphs"]] == [1, 2]


def test_a_child_that_dies_loses_no_more_than_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "_CHILD", ("-c", "import os; os.abort()"))
    with pytest.raises(ReadError, match="no page of it can be read"):
        source(Sheet().words(70, 700, "1. The Parties meet."))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_is_refused_more_memory_than_its_limit() -> None:
    asks = "from amend.read import pdf_child as c; c._limit(); bytearray(c.MEMORY)"
    ended = subprocess.run([sys.executable, "-c", asks], capture_output=True, check=False)
    assert b"MemoryError" in ended.stderr


def test_a_pdf_under_another_name_is_told_to_be_renamed(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(paper([Sheet().words(70, 700, "1. One.")]))
    with pytest.raises(ReadError, match="but a PDF") as refusal:
        amend.read(path)
    assert refusal.value.hint == "Rename it to .pdf."
