"""What a block opens with: numbers typed, printed by Word, or half and half."""

from __future__ import annotations

import pytest

from amend.model.source import Block, BlockKind, Look, Run, Source, Stamp
from amend.parse.heads import drop, head_of, label_of

PLACE = Source("a.docx", 1)
A = Stamp("A")


def block(text: str, number: str | None = None, level: int = 0) -> Block:
    return Block((Run(text),), PLACE, number=number, level=level)


def head(text: str, number: str | None = None, level: int = 0) -> tuple[str, str, str]:
    """Label, print and words of a block."""
    found = head_of(block(text, number, level), "un")
    return str(found.label or ""), found.printed or "", "".join(run.text for run in found.runs)


class TestTyped:
    """Numbers in the text."""

    @pytest.mark.parametrize(
        ("text", "label", "printed", "words"),
        [
            ("9. We agree", "9", "9.", "We agree"),
            ("9 ter. We agree", "9ter", "9 ter.", "We agree"),
            ("(b) one", "(b)", "(b)", "one"),
            ("[9. We agree]", "9", "9.", "[We agree]"),
            ("[9.] We agree", "9", "[9.]", "We agree"),
            ("Article 2bis", "Art2bis", "Article 2bis", ""),
            ("第三条 人人", "Art3", "第三条", "人人"),
            ("42. (a) first", "42(a)", "42. (a)", "first"),
            ("42. a) premier", "42(a)", "42. a)", "premier"),
            ("42. (b) second", "42", "42.", "(b) second"),
            ("（一） 人人", "(1)", "（一）", "人人"),
        ],
    )
    def test_a_number_is_parted_from_its_words(
        self, text: str, label: str, printed: str, words: str
    ) -> None:
        assert head(text) == (label, printed, words)

    @pytest.mark.parametrize(
        "text",
        ["2030 Agenda", "12 December 2015", "30 per cent of all", "We agree", "", "5 Parties"],
    )
    def test_a_figure_that_is_no_number_stays_in_the_text(self, text: str) -> None:
        assert head(text) == ("", "", text)

    def test_a_number_spread_over_runs_is_taken_from_each(self) -> None:
        runs = (Run("9"), Run("bis", inserted=A), Run(". We "), Run("all", look=Look.BOLD))
        found = head_of(Block(runs, PLACE), "un")
        assert str(found.label) == "9bis"
        assert found.runs == (Run("We "), Run("all", look=Look.BOLD))

    def test_a_deleted_number_is_no_number(self) -> None:
        runs = (Run("10", deleted=A), Run("11", inserted=A), Run(". We"))
        found = head_of(Block(runs, PLACE), "un")
        assert str(found.label) == "11"
        assert found.runs == (Run("10", deleted=A), Run("We"))

    def test_a_heading_in_brackets_gives_its_number(self) -> None:
        runs = (Run("[Article 3bis] (forests)"),)
        found = head_of(Block(runs, PLACE, kind=BlockKind.HEADING), "un")
        assert (str(found.label), found.printed) == ("Art3bis", "[Article 3bis]")
        assert found.runs == (Run("(forests)"),)


class TestPrintedByWord:
    """Numbers that are no text."""

    @pytest.mark.parametrize(
        ("number", "level", "label"),
        [
            ("9.", 0, "9"), ("9bis.", 0, "9bis"), ("(a)", 1, "(a)"), ("a)", 1, "(a)"),
            ("a.", 1, "(a)"), ("(iv)", 2, "(iv)"), ("iv.", 2, "(iv)"), ("2.", 1, "(2)"),
            ("PP3", 0, "PP3"), ("Article 4", 0, "Art4"), ("II.", 0, "S:II"), ("B.", 0, "S:B"),
        ],
    )  # fmt: skip
    def test_a_printed_number_is_a_label(self, number: str, level: int, label: str) -> None:
        assert str(label_of(number, level, "un")) == label

    @pytest.mark.parametrize("number", ["•", "-", "Chapter 2", "twelfth", ""])
    def test_what_is_no_label_is_none(self, number: str) -> None:
        assert label_of(number, 0, "un") is None

    def test_a_number_that_is_no_label_still_stands_in_print(self) -> None:
        assert head("Goals", "Chapter 2") == ("", "Chapter 2", "Goals")
        assert head("Goals", "•") == ("", "", "Goals")

    @pytest.mark.parametrize(
        ("number", "text", "label", "words"),
        [
            ("9.", "bis. We agree", "9bis", "We agree"),
            ("9.", "ter: We agree", "9ter", "We agree"),
            ("11.", "pre. We agree", "11pre", "We agree"),
            ("12.", "alt 2 We agree", "12alt2", "We agree"),
            ("9.", "bis.", "9bis", ""),
            ("13.", "Ternary systems", "13", "Ternary systems"),
            ("3.", "9quater. We agree", "9quater", "We agree"),
            ("3.", "2030 is near", "3", "2030 is near"),
        ],
    )
    def test_a_rank_typed_behind_a_printed_number_belongs_to_it(
        self, number: str, text: str, label: str, words: str
    ) -> None:
        found = head(text, number)
        assert (found[0], found[2]) == (label, words)


class TestOptions:
    """Alternatives with names."""

    @pytest.mark.parametrize(
        ("text", "option", "words"),
        [
            ("Option 1: The States", "Option 1", "The States"),
            ("Option II:", "Option II", ""),
            ("Alternative A. The States", "Alternative A", "The States"),
            ("Opción 2: Los Estados", "Opción 2", "Los Estados"),
            ("[Option 2: The States]", "Option 2", "[Option 2: The States]"),
        ],
    )
    def test_the_name_of_an_option_is_parted_from_its_words(
        self, text: str, option: str, words: str
    ) -> None:
        found = head_of(block(text), "un")
        assert (found.option, "".join(run.text for run in found.runs)) == (option, words)

    @pytest.mark.parametrize("text", ["Options are open", "Option 1 is better", "Optional 2:"])
    def test_words_about_options_name_none(self, text: str) -> None:
        assert head_of(block(text), "un").option is None

    def test_an_option_may_stand_behind_a_number(self) -> None:
        found = head_of(block("3. Option 2: The States"), "un")
        assert (str(found.label), found.option, found.printed) == ("3", "Option 2", "3. Option 2:")


def test_dropping_counts_only_what_the_after_reading_shows() -> None:
    runs = (Run("ab", deleted=A), Run("cd"), Run("ef"))
    assert drop(runs, 3) == (Run("ab", deleted=A), Run("f"))
