"""Markdown as it would be printed: its marks become looks, levels and numbers, no word is lost."""

from __future__ import annotations

import pytest

from amend.model.source import Block, BlockKind, Cell, Look, Run
from amend.read.md import read_bytes


def blocks(text: str) -> tuple[Block, ...]:
    return read_bytes(text.encode(), "a.md").blocks


def texts(text: str) -> list[str]:
    return [block.after for block in blocks(text)]


def looks(text: str) -> list[tuple[str, Look]]:
    return [(run.text, run.look) for run in blocks(text)[0].runs]


class TestHeadings:
    """Lines that name what stands under them."""

    @pytest.mark.parametrize(
        ("line", "level", "words"),
        [("# Draft", 1, "Draft"), ("### Article 2 ###", 3, "Article 2"), ("##Goals", 2, "Goals")],
    )
    def test_number_signs_make_a_heading(self, line: str, level: int, words: str) -> None:
        (block,) = blocks(line)
        assert (block.kind, block.level, block.after) == (BlockKind.HEADING, level, words)

    def test_a_heading_ends_with_its_line(self) -> None:
        assert [
            (each.kind, each.after) for each in blocks("We agree\n## Article 2\nStates act.")
        ] == [
            (BlockKind.BODY, "We agree"),
            (BlockKind.HEADING, "Article 2"),
            (BlockKind.BODY, "States act."),
        ]

    def test_a_line_underlined_with_equal_signs_is_a_heading(self) -> None:
        first, second = blocks("Draft declaration\n=====\nStates act.")
        assert (first.kind, first.level, first.after) == (BlockKind.HEADING, 1, "Draft declaration")
        assert second.after == "States act."

    def test_a_number_sign_inside_a_paragraph_is_a_word(self) -> None:
        assert texts("The code of the port is\n#9b today.") == [
            "The code of the port is #9b today."
        ]


class TestLists:
    """Numbers of lists are kept as typed: a draft leaves gaps that Markdown would close."""

    def test_numbers_are_those_that_are_typed(self) -> None:
        assert [(each.number, each.after) for each in blocks("8. One\n9. Two\n11. Three")] == [
            ("8.", "One"), ("9.", "Two"), ("11.", "Three"),
        ]  # fmt: skip

    def test_nested_points_have_a_level(self) -> None:
        found = blocks("1. One\n   - inner\n     goes on\n   1. first\n2. Two")
        assert [(each.number, each.level, each.after) for each in found] == [
            ("1.", 0, "One"), (None, 1, "inner goes on"), ("1.", 1, "first"), ("2.", 0, "Two"),
        ]  # fmt: skip

    def test_a_typed_label_opens_a_block_of_its_own(self) -> None:
        assert texts("9bis. One\n(a) two\n(b) three") == ["9bis. One", "(a) two", "(b) three"]

    def test_lines_of_one_paragraph_are_joined(self) -> None:
        assert texts("We agree\nto meet  \nyearly.") == ["We agree to meet yearly."]


class TestMarks:
    """Emphasis, links and signs that print as something else."""

    @pytest.mark.parametrize(
        ("text", "runs"),
        [
            ("*Recalling* it", [("Recalling", Look.ITALIC), (" it", Look.PLAIN)]),
            ("__9.__ We", [("9.", Look.BOLD), (" We", Look.PLAIN)]),
            ("***Both***", [("Both", Look.BOLD | Look.ITALIC)]),
            ("~~gone~~ now", [("gone", Look.STRIKE), (" now", Look.PLAIN)]),
            (
                "*a **b** c*",
                [("a ", Look.ITALIC), ("b", Look.BOLD | Look.ITALIC), (" c", Look.ITALIC)],
            ),
            ("_snake_case word_", [("snake_case word", Look.ITALIC)]),
        ],
    )  # fmt: skip
    def test_emphasis_is_a_look(self, text: str, runs: list[tuple[str, Look]]) -> None:
        assert looks(text) == runs

    @pytest.mark.parametrize("text", ["2 * 3 * 4", "a_b_c", "5* and 6", "**open only", "x ** y"])
    def test_a_mark_without_its_fellow_is_text(self, text: str) -> None:
        assert blocks(text)[0].runs == (Run(text),)

    def test_an_escaped_sign_is_the_sign(self) -> None:
        assert texts(r"\*as printed\* \[sic\]") == ["*as printed* [sic]"]

    @pytest.mark.parametrize("mark", ["*", "_", "**", "~~", "***", "__"])
    def test_a_page_of_stray_marks_is_read_in_one_pass(self, mark: str) -> None:
        # Each of them once looked for its fellow to the end of the page: a minute for 60 kB.
        assert texts(f"{mark}a " * 20_000)[0].count("a") == 20_000

    def test_entities_print_as_signs_and_comments_not_at_all(self) -> None:
        assert texts("Fish &amp; <!-- not\nthis -->ships <!-- open") == ["Fish & ships <!-- open"]

    def test_a_link_prints_its_words(self) -> None:
        text = 'See [the site](https://un.org/x "title"), [here](#goals) and ![map](map.png).'
        assert texts(text) == ["See the site, here and map."]

    @pytest.mark.parametrize(
        "text",
        ["States [shall](should) act", "paragraph [x](a) above", "[Option 1]: The States act."],
    )
    def test_brackets_of_a_draft_are_no_link(self, text: str) -> None:
        assert texts(text) == [text]

    def test_the_target_of_a_link_is_not_printed(self) -> None:
        assert texts('We act.\n\n[1]: https://un.org/x "Title"\n[2]: <../a.md>') == ["We act."]

    def test_a_footnote_is_a_note_without_its_mark(self) -> None:
        first, second = blocks("We act.[^1]\n\n[^1]: As ever,\n    and more.")
        assert (first.after, second.after) == ("We act.", "As ever, and more.")
        assert second.kind is BlockKind.NOTE

    def test_tags_that_say_how_words_look_are_not_printed(self) -> None:
        assert texts('We <span style="font-variant:small-caps">[(I)NDCs]</span> a<br/>b') == [
            "We [(I)NDCs] a b"
        ]
        assert ("may", Look.STRIKE) in looks("We <del>may</del> act")


class TestTheRest:
    """Tables, quotations, rules and what stands before the text."""

    def test_cells_stand_in_rows_and_columns(self) -> None:
        found = blocks("| Old | New |\n|:--|--:|\n| a \\| b | |\n| | d |\n\n| x |")
        assert [(each.after, each.cell) for each in found] == [
            ("Old", Cell(1, 1, 1)), ("New", Cell(1, 1, 2)), ("a | b", Cell(1, 2, 1)),
            ("d", Cell(1, 3, 2)), ("x", Cell(2, 1, 1)),
        ]  # fmt: skip

    def test_a_quotation_is_read_without_its_marks(self) -> None:
        assert texts("> 4. States act\n> at once.\n>> 5. And again.") == [
            "States act at once.", "And again.",
        ]  # fmt: skip

    def test_front_matter_and_rules_are_not_printed(self) -> None:
        assert texts("---\ntitle: x\n---\n{:.no_toc}\n* TOC\nWe act.\n\n---\n\nWe rest.") == [
            "We act.", "We rest.",
        ]  # fmt: skip
