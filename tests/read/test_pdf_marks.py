"""Marks in PDFs: what is drawn over words, and what readers of a file wrote on it."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend.model.source import Block, Look, SourceText
from amend.notices import Code
from amend.read.pdf import read_bytes
from amend.read.pdf_looks import mark
from amend.read.pdf_packets import JOINED, NEW_LINE, Page, Piece, Stroke
from tests.read.papers import Sheet, paper

ROW = 700
BASE = "1. The Parties keep two ferries afloat."
# Where the words of BASE begin and end, in Times of 10 points.
BEGINS = {"The": 80.0, "Parties": 98.05, "keep": 127.77, "two": 149.15, "ferries": 166.65}
ENDS = {"The": 95.55, "Parties": 125.27, "keep": 146.65, "two": 164.15, "ferries": 192.19}


def page(text: str = BASE) -> Sheet:
    return Sheet().words(70, ROW, text)


def over(first: str, last: str = "") -> tuple[float, float, float, float]:
    """The box of some words of BASE."""
    return BEGINS[first], ROW - 3, ENDS[last or first], ROW + 9


def caret(x: float) -> tuple[float, float, float, float]:
    """The box of a caret whose tip stands at x."""
    return x - 4, ROW - 2, x + 4, ROW + 6


def note(kind: str, box: tuple[float, float, float, float], text: str, more: str) -> str:
    """An annotation that others name: the things of a paper are numbered from 3."""
    return Sheet().note(kind, box, text, "Ana", more).notes[0]


def source(sheet: Sheet, *notes: str) -> SourceText:
    sheet.notes += [f"{number} 0 R" for number in range(3, 3 + len(notes))]
    return read_bytes(paper([sheet], things=notes), "draft.pdf")


def first(found: SourceText) -> Block:
    return found.blocks[0]


def looked(found: SourceText, look: Look) -> list[str]:
    """The runs of the first paragraph that have a look."""
    return [run.text.strip() for run in first(found).runs if run.look & look]


class TestDrawn:
    """Lines and markers over words."""

    @pytest.mark.parametrize("reach", [0.0, 2.4])
    def test_a_strike_ends_with_its_words_though_the_line_runs_on(self, reach: float) -> None:
        """LibreOffice strikes the spaces around words that were deleted, too."""
        x0, x1 = BEGINS["two"] - reach, ENDS["two"] + reach
        found = source(page().box(x0, ROW + 2.5, x1 - x0, 0.6))
        assert looked(found, Look.STRIKE) == ["two"]
        assert first(found).after == BASE

    def test_letters_that_come_one_by_one_are_struck_as_a_word(self) -> None:
        """Fonts without a height give each letter its own; Arabic comes letter by letter."""
        sizes = (16.0, 5.0, 5.0)
        page = Page(1, 595, 842, [
            Piece("x", 70 + 8 * n, 77 + 8 * n, 700, 700, size, JOINED if n else NEW_LINE, 0, 0)
            for n, size in enumerate(sizes)
        ])  # fmt: skip
        page.strokes = [Stroke(70, 704.5, 93, 705.2, 0, is_filled=True)]
        mark(page)
        assert [Look(each.shown) for each in page.pieces] == [Look.STRIKE] * 3

    def test_words_set_in_bold_at_a_line_end_go_on_below(self) -> None:
        sheet = Sheet().words(70, ROW, "1. The Parties meet.").words(156, ROW, "They", 10, "F2")
        sheet.words(70, ROW - 12, "remain in force for ten years.", 10, "F2")
        sheet.words(70, ROW - 24, "2. This line is the widest one.")
        assert len(source(sheet).blocks) == 2

    @pytest.mark.parametrize("kind", ["Highlight", "Underline", "Squiggly"])
    def test_a_marker_without_words_is_a_look(self, kind: str) -> None:
        found = source(page().note(kind, over("keep"), "", "Ana", "/C [1 1 0]"))
        look = Look.HIGHLIGHT if kind == "Highlight" else Look.UNDERLINE
        assert looked(found, look) == ["keep"]
        assert [each.code for each in found.notices] == [Code.LOOKS_GUESSED]


class TestPutIn:
    """Carets, alone and in the place of words."""

    @pytest.mark.parametrize(
        ("at", "words", "reads"),
        [
            (ENDS["keep"], "all", "1. The Parties keep all two ferries afloat."),
            (BEGINS["two"], "all", "1. The Parties keep all two ferries afloat."),
            (ENDS["ferries"], ", both,", "1. The Parties keep two ferries, both, afloat."),
            (ENDS["Parties"] - 3.9, "'", "1. The Partie's keep two ferries afloat."),
        ],
        ids=["behind a word", "before a word", "a comma", "within a word"],
    )  # fmt: skip
    def test_words_stand_where_the_caret_points(self, at: float, words: str, reads: str) -> None:
        found = source(page().note("Caret", caret(at), words, "Ana"))
        assert first(found).after == reads
        assert first(found).before == BASE

    def test_a_strike_and_a_caret_are_one_replacement_as_acrobat_writes_it(
        self, tmp_path: Path
    ) -> None:
        put_in = note("Caret", caret(ENDS["two"]), "three", "")
        struck = note("StrikeOut", over("two"), "", "/IRT 3 0 R /RT /Group")
        marked, plain = page(), tmp_path / "rev1.pdf"
        found = source(marked, put_in, struck)
        assert first(found).after == "1. The Parties keep three ferries afloat."
        plain.write_bytes(paper([page()]))
        asked = tmp_path / "asked.pdf"
        asked.write_bytes(paper([marked], things=[put_in, struck]))
        (proposal,) = amend.proposals(asked, against=amend.read(plain))
        assert (proposal.cut, proposal.text, proposal.by) == ("two", "three", ("Ana",))
        assert str(proposal.operation) == "replace_phrase"
        assert proposal.date == "2027-01-02"

    def test_two_carets_at_one_place_both_count(self) -> None:
        sheet = page().note("Caret", caret(ENDS["two"]), "big", "Ana")
        found = source(sheet.note("Caret", caret(ENDS["two"]), "new", "Ben"))
        assert first(found).after == "1. The Parties keep two big new ferries afloat."

    def test_words_may_be_said_in_rich_text_alone(self) -> None:
        rich = "/RC (<body><p>big &amp; new</p></body>)"
        found = source(page().note("Caret", caret(ENDS["two"]), "", "Ana", rich))
        assert "two big & new ferries" in first(found).after


class TestThreads:
    """What is said, who answers, and what a review made of it."""

    def test_answers_to_answers_stand_in_their_thread(self) -> None:
        found = source(
            page(),
            note("Highlight", over("two"), "Why two?", ""),
            note("Text", over("two"), "One sinks.", "/IRT 3 0 R"),
            note("Text", over("two"), "I see.", "/IRT 4 0 R"),
        )
        (comment,) = first(found).comments
        assert (comment.text, comment.anchor) == ("Why two?", "two")
        assert [each.text for each in comment.replies] == ["One sinks.", "I see."]

    @pytest.mark.parametrize(
        ("state", "settled"), [("Rejected", True), ("Completed", True), ("None", False)]
    )
    def test_the_state_of_a_review_settles_a_comment(self, state: str, settled: bool) -> None:
        found = source(
            page(),
            note("Highlight", over("two"), "Why two?", ""),
            note("Text", over("two"), "set", f"/IRT 3 0 R /F 30 /StateModel (Review)"
                 f" /State ({state})"),
        )  # fmt: skip
        (comment,) = first(found).comments
        assert (comment.is_resolved, comment.replies) == (settled, ())

    def test_annotations_that_answer_each_other_in_a_ring_are_all_kept(self) -> None:
        found = source(
            page(),
            note("Text", over("two"), "One", "/IRT 4 0 R"),
            note("Text", over("two"), "Two", "/IRT 3 0 R"),
        )
        assert [each.text for each in first(found).comments] == ["One", "Two"]

    def test_a_hidden_note_says_nothing(self) -> None:
        assert first(source(page().note("Text", over("two"), "No", "Ana", "/F 2"))).comments == ()

    @pytest.mark.parametrize("kind", ["Square", "Ink", "Stamp", "FileAttachment", "FreeText"])
    def test_shapes_stamps_and_files_speak_by_their_note(self, kind: str) -> None:
        found = source(page().note(kind, over("two"), "Why two?", "Ana"))
        assert [(each.author, each.text) for each in first(found).comments] == [
            ("Ana", "Why two?")
        ]  # fmt: skip

    def test_a_note_belongs_to_the_line_it_hangs_over(self) -> None:
        """LibreOffice gives a comment a box as tall as the line, and no wider than a hair."""
        sheet = page().words(70, ROW + 12, "0. The line above.")
        box = (ENDS["two"], ROW - 2.4, ENDS["two"] + 0.1, ROW + 10.4)
        found = source(sheet.note("Text", box, "Why?", "Ana Ruiz, 05/06/24, "))
        assert [len(each.comments) for each in found.blocks] == [0, 1]
        assert found.blocks[1].comments[0].author == "Ana Ruiz"

    def test_names_may_be_of_any_script_and_dates_of_any_zone(self) -> None:
        more = f"/M (D:20270102010000+05'30') /T <FEFF{'Zoë 王'.encode('utf-16-be').hex()}>"
        said = note("Highlight", over("two"), "Why?", "").replace("/T (Ana)", "")
        said = said.replace("/M (D:20270102030405Z)", more)
        (comment,) = first(source(page(), said)).comments
        assert (comment.author, comment.date) == ("Zoë 王", "2027-01-01T19:30:00Z")


def test_underlined_headings_links_and_rules_are_no_proposals(tmp_path: Path) -> None:
    def draft(*, is_marked: bool) -> Sheet:
        sheet = Sheet()
        for number in range(1, 11):
            y = 780 - 60 * number
            sheet.words(70, y + 20, f"Part {number} of the draft").box(70, y + 18, 76, 0.5)
            sheet.words(70, y, f"{number}. The Parties keep ferry {number} afloat.")
            sheet.box(70, y - 14, 450, 0.5)
        if is_marked:
            sheet.box(BEGINS["Parties"] + 0.2, 720 - 1.5, 27, 0.5)
            sheet.box(BEGINS["Parties"] + 0.2, 660 + 2.5, 27, 0.5)
        return sheet

    base, asked = tmp_path / "rev1.pdf", tmp_path / "asked.pdf"
    base.write_bytes(paper([draft(is_marked=False)]))
    asked.write_bytes(paper([draft(is_marked=True)]))
    revision = amend.read(base)
    assert amend.proposals(base, against=revision) == ()
    found = amend.proposals(asked, against=revision)
    assert [(str(each.target[0]), each.cut) for each in found] == [("2", "Parties")]
