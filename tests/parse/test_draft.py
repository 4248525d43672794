"""Blocks become paragraphs: each with its label, its role, and the place it stands under."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from amend.model.draft import Paragraph, Revision, Role
from amend.model.source import Block, BlockKind, Cell, Look, Run, Source, SourceText, Stamp
from amend.notices import Code
from amend.parse.draft import MARGIN, parse
from amend.read import read
from amend.read.txt import read_text

PARIS = Path(__file__).parents[2] / ".." / "shared" / "data" / "paris"
DATES = ("23-oct-2015", "4-dec-2015", "9-dec-2015", "12-dec-2015", "29-jan-2016")
needs_paris = pytest.mark.skipif(not PARIS.is_dir(), reason="the shared documents are not here")
A = Stamp("A", "2026-01-02T03:04:05Z")


def draft(text: str) -> Revision:
    return parse(read_text(text, "a.txt"), "Rev 1")


def made(*blocks: Block) -> Revision:
    return parse(SourceText("a.docx", "", "docx", blocks), "Rev 1")


def block(*runs: Run | str, number: str | None = None, level: int = 0, mark: str = "") -> Block:
    return Block(
        tuple(Run(run) if isinstance(run, str) else run for run in runs),
        Source("a.docx", 1),
        number=number,
        level=level,
        mark_inserted=A if mark == "ins" else None,
        mark_deleted=A if mark == "del" else None,
    )


def labels(revision: Revision) -> list[str]:
    return [str(each.label or "") for each in revision.paragraphs]


def roles(revision: Revision) -> list[Role]:
    return [each.role for each in revision.paragraphs]


def parents(revision: Revision) -> Mapping[str, str]:
    """The text of each paragraph, and of what it stands under."""
    by_id: dict[str | None, Paragraph] = {each.id: each for each in revision.paragraphs}
    return {each.text: by_id[each.parent].text for each in revision.paragraphs if each.parent}


class TestLabels:
    """Sub-paragraphs get the number they stand under."""

    def test_points_and_their_points_join_the_number_above(self) -> None:
        found = draft("9. x\n(a) x\n(i) x\n(ii) x\n(b) x\n(i) x\n(c) x\n10. x\n(a) x")
        assert labels(found) == [
            "9", "9(a)", "9(a)(i)", "9(a)(ii)", "9(b)", "9(b)(i)", "9(c)", "10", "10(a)",
        ]  # fmt: skip

    def test_i_after_h_is_a_letter(self) -> None:
        marks = "abcdefghijk"
        found = draft("9. x\n" + "\n".join(f"({mark}) x" for mark in marks))
        assert labels(found)[1:] == [f"9({mark})" for mark in marks]

    def test_one_roman_point_does_not_swallow_the_letters_behind_it(self) -> None:
        # (a), (i), (b): the letter b is 2 as ii is, and once went on with the Roman figures.
        found = draft("1. x\n(d) x\n(i) x\n(e) x\n(f) x")
        assert labels(found) == ["1", "1(d)", "1(d)(i)", "1(e)", "1(f)"]

    def test_roman_points_may_stand_right_under_a_number(self) -> None:
        marks = ("i", "ii", "iii", "iv", "v", "vi")
        found = draft("9. x\n" + "\n".join(f"({mark}) x" for mark in marks))
        assert labels(found)[1:] == [f"9({mark})" for mark in marks]
        assert {each.parent for each in found.paragraphs[1:]} == {"p1"}

    def test_an_outer_series_goes_on_before_a_gap_in_an_inner_one(self) -> None:
        found = draft("9. x\n(h) x\n(i) x\n(i) x\n(j) x")
        assert labels(found) == ["9", "9(h)", "9(i)", "9(i)(i)", "9(j)"]

    def test_a_missing_point_leaves_the_series_one(self) -> None:
        assert labels(draft("9. x\n(a) x\n(c) x\n(d) x")) == ["9", "9(a)", "9(c)", "9(d)"]

    def test_a_point_inserted_in_a_series_belongs_to_it(self) -> None:
        found = draft("9. x\n(a) x\n(a) bis x\n(b) x")
        assert labels(found) == ["9", "9(a)", "9(a)bis", "9(b)"]

    def test_a_point_without_a_number_above_stays_relative(self) -> None:
        assert labels(draft("(a) x\n(b) x")) == ["(a)", "(b)"]

    def test_word_numbers_and_typed_ranks_make_one_label(self) -> None:
        found = made(
            block("x", number="9."), block("bis. y", number="9."), block("z", number="(a)", level=1)
        )
        assert labels(found) == ["9", "9bis", "9bis(a)"]
        assert [each.text for each in found.paragraphs] == ["x", "y", "z"]

    def test_an_annex_starts_the_numbers_anew(self) -> None:
        found = draft("1. x;\n2. y;\n\nAnnex I\n\n1. z;\n\nAnnex II\n\n1. w;")
        assert labels(found) == ["1", "2", "AnnexI", "1", "AnnexII", "1"]
        assert [each.path for each in found.paragraphs] == [
            "", "", "Annex I", "Annex I", "Annex II", "Annex II",
        ]  # fmt: skip
        assert not found.notices

    def test_foreign_drafts_have_labels_too(self) -> None:
        found = draft("第一条\n\n人人生而自由。\n\nالمادة 2\n\nСтатья 3\n\nArtículo 4\n")
        assert [each for each in labels(found) if each] == ["Art1", "Art2", "Art3", "Art4"]


class TestPlaces:
    """What a paragraph stands under."""

    def test_points_stand_under_their_number_and_that_under_its_heading(self) -> None:
        found = draft("Section II\n\nGoals of all\n\n9. nine;\n\n(a) a;\n\n(i) roman;\n\n10. ten;")
        assert parents(found) == {
            "nine;": "Goals of all", "a;": "nine;", "roman;": "a;", "ten;": "Goals of all",
        }  # fmt: skip
        assert found.paragraphs[-1].path == "Section II / Goals of all"

    def test_a_paragraph_without_a_number_goes_with_the_one_before(self) -> None:
        found = draft("9. nine.\n\nAnd it goes on with these words.\n\n10. ten.")
        assert labels(found) == ["9", "", "10"]
        assert parents(found) == {"And it goes on with these words.": "nine."}

    def test_options_of_an_article_start_the_numbers_anew(self) -> None:
        found = draft("Article 2\n\nOption 1:\n\n1. a;\n\n2. b;\n\nOption 2:\n\n1. c;")
        assert [(str(each.label or ""), each.path) for each in found.paragraphs] == [
            ("Art2", "Article 2"),
            ("", "Article 2 / Option 1"),
            ("1", "Article 2 / Option 1"),
            ("2", "Article 2 / Option 1"),
            ("", "Article 2 / Option 2"),
            ("1", "Article 2 / Option 2"),
        ]
        assert found.paragraphs[4].parent == "p1"
        assert not found.notices

    @pytest.mark.parametrize(
        ("typed", "name"),
        [("Option (a): we act;", "Option (a)"), ("Option (b)(ii): we act;", "Option (b)(ii)"),
         ("Option1: we act;", "Option1")],
    )  # fmt: skip
    def test_an_option_is_named_by_a_letter_too(self, typed: str, name: str) -> None:
        (found,) = draft(typed).paragraphs
        assert (found.role, found.path, found.text) == (Role.OPTION, name, "we act;")

    def test_an_option_inside_a_number_ends_with_it(self) -> None:
        found = draft("1. a:\n\nOption 1: b;\n\nOption 2: c;\n\n2. d;")
        assert [each.path for each in found.paragraphs] == ["", "Option 1", "Option 2", ""]
        assert [each.parent for each in found.paragraphs] == [None, "p1", "p1", None]

    def test_a_number_in_print_only_names_no_heading(self) -> None:
        heading = Block(
            (Run("Goals"),), Source("a", 1), kind=BlockKind.HEADING, number="Chapter 2", level=1
        )
        found = made(heading, block("1. x"))
        assert (found.paragraphs[0].printed, found.paragraphs[1].path) == ("Chapter 2", "Goals")


class TestRoles:
    """What a paragraph is in its draft."""

    def test_the_preamble_ends_at_the_first_number(self) -> None:
        found = draft("PP1. Recalling x.\n\nPP2 Noting y.\n\n1. Decides.\n\nAnd goes on, ")
        assert roles(found) == [Role.PREAMBULAR, Role.PREAMBULAR, Role.OPERATIVE, Role.OPERATIVE]

    @pytest.mark.parametrize(
        "text",
        [
            "Recalling the charter of the commission,", "Noting the tides; and", "We, the ports of",
            "ولما كان من الضروري أن يتولى القانون حماية الحقوق،",
            "鉴于有必要促进各国间友好关系的发展，",
            "Considerando que han reafirmado su fe, y", "принимая во внимание, что это так, и",
        ],
    )  # fmt: skip
    def test_what_is_no_whole_sentence_before_the_numbers_is_preamble(self, text: str) -> None:
        assert roles(draft(f"{text}\n\n1. Decides."))[0] is Role.PREAMBULAR

    def test_an_opening_in_italics_is_preamble(self) -> None:
        opening = block(Run("Recalling", look=Look.ITALIC), " the charter of the old commission")
        assert roles(made(opening, block("1. x")))[0] is Role.PREAMBULAR

    def test_side_headings_are_told_by_their_looks(self) -> None:
        found = made(block("1. We agree."), block(Run("On tolls", look=Look.BOLD)), block("2. x."))
        assert roles(found) == [Role.OPERATIVE, Role.HEADING, Role.OPERATIVE]

    def test_cells_notes_and_margins_say_what_they_are(self) -> None:
        place = Source("a", 1)
        found = made(
            Block((Run("1. x"),), place, cell=Cell(1, 1, 1)),
            Block((Run("x"),), place, kind=BlockKind.NOTE),
            Block((Run("x"),), place, kind=BlockKind.MARGIN),
        )
        assert roles(found) == [Role.TABLE, Role.NOTE, Role.OTHER]
        assert found.paragraphs[2].path == MARGIN

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("9. [Deleted]", "deleted"), ("9. (agreed ad ref) x", "agreed ad ref"),
            ("9. x (Agreed)", "agreed"), ("9. [all of it.]", "bracketed"),
            ("[9. all]", "bracketed"),
            ("[9.] x", "bracketed"), ("9. [un [closed]", "bracketed"), ("9. [a] b [c]", None),
            ("9. those agreed (new) earlier", None), ("9. tail] of it", None),
        ],
    )  # fmt: skip
    def test_the_status_is_that_of_the_whole_paragraph(self, text: str, status: str | None) -> None:
        assert draft(text).paragraphs[0].status == status


class TestTrackedMarks:
    """Paragraphs that a tracked change joins."""

    def test_a_deleted_mark_joins_two_paragraphs(self) -> None:
        found = made(block("9. We agree ", mark="del"), block("to act."))
        (paragraph,) = found.paragraphs
        assert (str(paragraph.label), paragraph.after) == ("9", "We agree to act.")
        assert paragraph.before == "We agree \nto act."

    def test_a_paragraph_deleted_with_its_mark_gives_way_to_the_next_number(self) -> None:
        found = made(block(Run("9. gone", deleted=A), mark="del"), block("10. stays"))
        (paragraph,) = found.paragraphs
        assert (str(paragraph.label), paragraph.after) == ("10", "stays")

    def test_a_deleted_mark_at_the_end_loses_nothing(self) -> None:
        found = made(block("9. We agree", mark="del"))
        assert found.paragraphs[0].text == "We agree"

    def test_deleted_words_stay_in_the_before_reading(self) -> None:
        (paragraph,) = made(block("9. We ", Run("never ", deleted=A), "agree ")).paragraphs
        assert (paragraph.before, paragraph.after) == ("We never agree", "We agree")


class TestNotices:
    """What a reader of the draft must be told."""

    def test_a_repeated_label_is_told_with_both_places(self) -> None:
        (notice,) = draft("9. x\n\n9. y").notices
        assert notice.code is Code.LABEL_REPEATED
        assert notice.text == "9 stands twice; the first is in block 1."

    def test_the_same_label_under_another_heading_is_none(self) -> None:
        assert not draft("Article 1\n\n1. x;\n\nArticle 2\n\n1. y;").notices

    def test_a_skipped_rank_is_told(self) -> None:
        assert [each.code for each in draft("9. x\n9bis. y\n9quater. z").notices] == [
            Code.RANK_SKIPPED
        ]
        assert not draft("9. x\n9bis. y\n9ter. z").notices

    def test_the_rank_before_is_looked_for_under_the_same_number(self) -> None:
        found = draft("9. x\n(h) x\n(h) ter x\n\nArticle 3 quater\n\n1. y;").notices
        assert [each.text for each in found] == [
            "9(h)ter stands here, 9(h)bis is missing.",
            "Art3quater stands here, Art3ter is missing.",
        ]

    @pytest.mark.parametrize("figure", ["I", "III", "VII", "XXXIX", "B"])
    def test_a_lone_annex_skips_no_rank(self, figure: str) -> None:
        # Annex III was once taken for the twelfth insertion, and reading it stopped.
        assert not draft(f"1. x\n\nAnnex {figure}\n\n1. y;").notices

    def test_a_draft_without_numbers_is_told(self) -> None:
        assert [each.code for each in draft("We agree.").notices] == [Code.NO_NUMBERS]


@needs_paris
class TestRealDrafts:
    """The Paris Agreement as it stood on five days."""

    @pytest.mark.parametrize("date", DATES)
    def test_each_block_with_words_is_one_paragraph(self, date: str) -> None:
        source = read(PARIS / f"{date}.md")
        revision = parse(source, date)
        with_words = [each.source for each in source.blocks if each.after.strip()]
        assert [each.source for each in revision.paragraphs] == with_words

    @pytest.mark.parametrize(("date", "articles"), [("9-dec-2015", 29), ("12-dec-2015", 29)])
    def test_each_article_is_a_heading(self, date: str, articles: int) -> None:
        revision = parse(read(PARIS / f"{date}.md"), date)
        found = [each for each in revision.paragraphs if each.label and each.label.carrier == "Art"]
        assert len(found) == articles
        assert all(each.role is Role.HEADING for each in found)

    def test_the_label_that_stands_twice_is_told_apart_by_its_option(self) -> None:
        revision = parse(read(PARIS / "9-dec-2015.md"), "9 Dec")
        twice = [
            each.path
            for each in revision.paragraphs
            if str(each.label) == "3bis" and each.path.startswith("Article 3 ")
        ]
        assert [path.rsplit(" / ", 1)[1] for path in twice] == ["Option 1", "Option 2"]
