"""HTML as a browser shows it: numbers of lists, marks of change, and each word of the body."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from amend.errors import ReadError
from amend.model.source import Block, BlockKind, Cell, Look, Run, Stamp
from amend.parse.draft import parse
from amend.read import read
from amend.read.html import read_bytes

UDHR = Path(__file__).parents[2] / ".." / "shared" / "data" / "udhr"
LANGUAGES = {"arb": "ar", "cmn_hans": "zh", "eng": "en", "fra": "fr", "rus": "ru", "spa": "es"}
needs_udhr = pytest.mark.skipif(not UDHR.is_dir(), reason="the shared documents are not here")


def blocks(page: str) -> tuple[Block, ...]:
    return read_bytes(page.encode(), "a.html").blocks


def numbered(page: str) -> list[tuple[str | None, str]]:
    return [(each.number, each.after) for each in blocks(page)]


class TestBlocks:
    """What parts one paragraph from the next."""

    def test_paragraphs_headings_and_bare_text_are_blocks(self) -> None:
        found = blocks("<body>Start<h2>Goals</h2><p>One</p>tail<div>Two<p>Three</p>four</div>")
        assert [each.after for each in found] == [
            "Start", "Goals", "One", "tail", "Two", "Three", "four",
        ]  # fmt: skip
        assert (found[1].kind, found[1].level) == (BlockKind.HEADING, 2)
        assert found[2].kind is BlockKind.BODY

    def test_white_space_counts_once_and_a_no_break_space_stays(self) -> None:
        assert blocks("<p> a\n  b <b> c</b>&nbsp;d </p>")[0].after == "a b c\xa0d"

    def test_a_line_break_is_a_newline(self) -> None:
        assert blocks("<p>one<br>two</p>")[0].after == "one\ntwo"

    def test_what_a_browser_hides_is_left_out(self) -> None:
        page = "<title>t</title><style>s</style><p>a<!-- c --><script>x</script>b</p>"
        assert [each.after for each in blocks(page)] == ["ab"]

    def test_cells_stand_in_rows_and_columns_and_nested_tables_count_apart(self) -> None:
        page = (
            "<table><thead><tr><th>A<th>B</thead><tr><td>1<td><table><tr><td>in</table>"
            "<tr><td>2</table>"
        )
        assert [(each.after, each.cell) for each in blocks(page)] == [
            ("A", Cell(1, 1, 1)), ("B", Cell(1, 1, 2)), ("1", Cell(1, 2, 1)),
            ("in", Cell(2, 1, 1)), ("2", Cell(1, 3, 1)),
        ]  # fmt: skip


class TestLists:
    """The numbers that a browser prints."""

    def test_points_count_from_start_and_go_on_from_value(self) -> None:
        page = '<ol start="8"><li>a<li value="11">b<li>c</ol><ol><li>d</ol><ul><li>e</ul>'
        assert numbered(page) == [
            ("8.", "a"), ("11.", "b"), ("12.", "c"), ("1.", "d"), (None, "e"),
        ]  # fmt: skip

    def test_a_number_stands_with_the_words_of_its_first_paragraph(self) -> None:
        page = "<ol><li><p>One</p><p>more</p></li><li>\n<p>Two</p>\n</li></ol>"
        assert numbered(page) == [("1.", "One"), (None, "more"), ("2.", "Two")]

    def test_an_empty_point_keeps_its_number(self) -> None:
        assert numbered("<ol><li></li><li><p></p></li><li>c</li></ol>") == [
            ("1.", ""), ("2.", ""), ("3.", "c"),
        ]  # fmt: skip

    def test_a_point_that_holds_only_a_list_keeps_its_number(self) -> None:
        page = "<ol><li><ol type=a><li><p>in</p></ol></li><li>b</ol>"
        assert numbered(page) == [("1.", ""), ("(a)", "in"), ("2.", "b")]

    @pytest.mark.parametrize(
        ("attribute", "printed"),
        [
            ("type=a", "(d)"), ("type=A", "(D)"), ("type=i", "(iv)"), ("type=I", "IV."),
            ("style='list-style-type: lower-roman'", "(iv)"),
            ("type=a style='list-style:decimal'", "4."),
            ("style='list-style: lower-alpha inside'", "(d)"), ("type=x", "4."),
        ],
    )  # fmt: skip
    def test_letters_and_roman_figures_print_as_drafts_have_them(
        self, attribute: str, printed: str
    ) -> None:
        assert numbered(f"<ol {attribute} start=4><li>x</ol>") == [(printed, "x")]

    def test_letters_go_on_after_z(self) -> None:
        assert numbered(f"<ol type=a>{'<li>x' * 27}</ol>")[-1][0] == "(aa)"

    def test_nested_points_have_a_level(self) -> None:
        found = blocks("<ol><li>a<ol><li><p>b</p></ol><li>c</ol>")
        assert [(each.after, each.level) for each in found] == [("a", 0), ("b", 1), ("c", 0)]


class TestMarks:
    """Looks and tracked changes."""

    def test_ins_and_del_are_tracked_changes_with_author_and_date(self) -> None:
        page = '<p>We <ins cite="Norway" datetime="2026-01-02">safely</ins><s>never</s> act</p>'
        assert blocks(page)[0].runs == (
            Run("We "),
            Run("safely", inserted=Stamp("Norway", "2026-01-02")),
            Run("never", deleted=Stamp()),
            Run(" act"),
        )

    def test_looks_add_up(self) -> None:
        (block,) = blocks("<p>9<sup>bis</sup> <b>a<i>b</i></b></p>")
        assert [(run.text, run.look) for run in block.runs] == [
            ("9", Look.PLAIN), ("bis", Look.RAISED), (" ", Look.PLAIN),
            ("a", Look.BOLD), ("b", Look.BOLD | Look.ITALIC),
        ]  # fmt: skip


class TestPages:
    """Whole files."""

    def test_the_language_is_that_of_the_page(self) -> None:
        assert read_bytes(b"<html lang=fr-CH><p>x", "a.html").language == "fr"

    def test_a_page_nested_too_deeply_is_refused(self) -> None:
        with pytest.raises(ReadError, match="nested too deeply"):
            blocks("<div>" * 500 + "x")

    def test_an_entity_of_a_stranger_is_not_resolved(self) -> None:
        page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a&x;b</p>'
        assert "".join(each.after for each in blocks(page)).endswith("a&x;b")

    @needs_udhr
    @pytest.mark.parametrize("name", LANGUAGES)
    def test_each_word_of_a_real_page_stands_in_a_block(self, name: str) -> None:
        path = UDHR / f"{name}.html"
        source = read(path)
        body = html.document_fromstring(path.read_text(encoding="utf-8")).find(".//body")
        assert body is not None
        wanted = [str(text) for text in body.itertext()]
        assert "".join("".join(wanted).split()) == "".join(
            "".join(each.after.split()) for each in source.blocks
        )
        assert source.language == LANGUAGES[name]

    @needs_udhr
    @pytest.mark.parametrize("name", LANGUAGES)
    def test_each_article_of_a_real_page_is_found(self, name: str) -> None:
        revision = parse(read(UDHR / f"{name}.html"), name)
        articles = [str(each.label) for each in revision.paragraphs if each.label]
        found = [label for label in articles if label.startswith("Art")]
        # The French page spells its first one out: "Article premier".
        missing = ["Art1"] if name == "fra" and found[0] != "Art1" else []
        assert missing + found == [f"Art{n}" for n in range(1, 31)]
