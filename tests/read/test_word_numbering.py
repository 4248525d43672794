"""The numbers Word prints and the text does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.notices import Code
from amend.read.docx import read, read_bytes
from amend.read.word_numerals import numeral
from tests.builders import docx, ins, item, list_level, numbering, para, row, run, table

LISTS = Path(__file__).parents[2] / ".." / "shared" / "data" / "word" / "numbering"
UNITED_NATIONS = LISTS.parents[1] / "unfccc" / "cma2021.docx"

Numbers = list[str | None]


def numbers(*body: str, lists: str = numbering(), styles: str = "") -> Numbers:
    source = read_bytes(docx(*body, numbering=lists, styles=styles), "x.docx")
    return [block.number for block in source.blocks]


def before(*body: str, lists: str = numbering()) -> Numbers:
    blocks = read_bytes(docx(*body, numbering=lists), "x.docx").blocks
    found = (
        block.number if block.number_before is None else block.number_before for block in blocks
    )
    return [number or None for number in found]


def style(name: str, *, place: str = "", based_on: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    listed = f"<w:numPr>{place}</w:numPr>" if place else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"{more}><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{listed}</w:pPr></w:style>"
    )


def test_paragraphs_of_one_list_count_on_past_plain_paragraphs() -> None:
    assert numbers(item("a"), "plain", item("b")) == ["1.", None, "2."]


def test_a_lower_level_starts_anew_under_each_number() -> None:
    body = [item("x", level=level) for level in (0, 1, 1, 2, 0, 1)]
    assert numbers(*body) == ["1.", "(a)", "(b)", "(i)", "2.", "(a)"]


def test_a_level_text_may_name_the_levels_above() -> None:
    lists = numbering(list_level(0, "%1."), list_level(1, "%1.%2"), list_level(2, "%1.%2.%3 bis"))
    body = [item("x", level=level) for level in (0, 1, 2, 2, 0, 1)]
    assert numbers(*body, lists=lists) == ["1.", "1.1", "1.1.1 bis", "1.1.2 bis", "2.", "2.1"]


def test_a_level_no_paragraph_has_used_yet_prints_its_start() -> None:
    lists = numbering(list_level(0, "%1.", start=4), list_level(1, "%1.%2"))
    assert numbers(item("x", level=1), item("y"), lists=lists) == ["4.1", "4."]


def test_a_list_starts_where_it_says() -> None:
    assert numbers(item("x"), lists=numbering(list_level(0, "%1.", start=9))) == ["9."]


@pytest.mark.parametrize(
    ("restart", "printed"),
    [("", ["1.", "(a)", "2.", "(a)"]), ('<w:lvlRestart w:val="0"/>', ["1.", "(a)", "2.", "(b)"])],
)
def test_a_level_may_count_on_under_the_next_number(restart: str, printed: Numbers) -> None:
    lists = numbering(list_level(0, "%1."), list_level(1, "(%2)", "lowerLetter", more=restart))
    assert numbers(*(item("x", level=level) for level in (0, 1, 0, 1)), lists=lists) == printed


def test_legal_numbers_are_decimal_throughout() -> None:
    lists = numbering(list_level(0, "%1.", "upperRoman"), list_level(1, "%1.%2", more="<w:isLgl/>"))
    assert numbers(item("x"), item("y", level=1), lists=lists) == ["I.", "1.1"]


def test_a_bullet_is_no_number() -> None:
    assert numbers(item("x"), lists=numbering(list_level(0, "•", "bullet"))) == [None]


SECOND = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride></w:num>'
)


def test_a_second_list_of_one_definition_starts_anew_only_where_it_says_so() -> None:
    body = [item("a"), item("b"), item("c", list_id="2"), item("d", list_id="2"), item("e")]
    assert numbers(*body, lists=numbering() + SECOND.format(1)) == ["1.", "2.", "1.", "2.", "3."]
    counting_on = numbering() + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    assert numbers(*body, lists=counting_on) == ["1.", "2.", "3.", "4.", "5."]


def test_a_list_may_print_a_level_its_own_way() -> None:
    level = list_level(0, "Article %1", "upperRoman", start=3)
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride></w:num>'
    )
    assert numbers(item("x", list_id="2"), lists=numbering() + own) == ["Article III"]


def test_list_number_0_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = style("Op", place='<w:numId w:val="1"/>')
    body = [para("a", style="Op"), para("b", style="Op", list_id="0"), para("c", style="Op")]
    assert numbers(*body, styles=styles) == ["1.", None, "2."]


def test_a_style_gives_list_and_level_and_passes_them_on() -> None:
    lists = numbering(
        list_level(0, "%1."), list_level(1, "(%2)", "lowerLetter", more='<w:pStyle w:val="Sub"/>')
    )
    styles = (
        style("Op", place='<w:numId w:val="1"/>')
        + style("Sub", place='<w:numId w:val="1"/>')
        + style("SubSub", based_on="Sub")
    )
    body = [para("a", style="Op"), para("b", style="Sub"), para("c", style="SubSub")]
    assert numbers(*body, lists=lists, styles=styles) == ["1.", "(a)", "(b)"]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = style("A", based_on="B") + style("B", based_on="A", place='<w:numId w:val="1"/>')
    assert numbers(para("x", style="A"), styles=styles) == ["1."]


def test_the_default_style_numbers_paragraphs_that_name_none() -> None:
    styles = style("Normal", place='<w:numId w:val="1"/>', more=' w:default="1"')
    assert numbers("a", "b", styles=styles) == ["1.", "2."]


def test_a_list_style_leads_to_the_levels() -> None:
    lists = numbering(
        list_level(0, "§ %1"),
        more='<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Legal"/></w:abstractNum>',
    )
    lists += '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    styles = style("Legal", place='<w:numId w:val="1"/>')
    assert numbers(item("x", list_id="2"), lists=lists, styles=styles) == ["§ 1"]


def test_numbers_run_on_through_table_cells() -> None:
    assert numbers(item("a"), table(row(item("b"), "c")), item("d")) == ["1.", "2.", None, "3."]


def test_a_list_that_is_defined_nowhere_is_named_in_a_notice() -> None:
    source = read_bytes(docx(item("x", list_id="9"), numbering=numbering()), "x.docx")
    assert source.blocks[0].number is None
    assert [notice.code for notice in source.notices] == [Code.NUMBERING_UNKNOWN]


def test_a_format_we_cannot_print_is_counted_and_named() -> None:
    lists = numbering(list_level(0, "%1.", "vietnameseCounting"))
    source = read_bytes(docx(item("x"), item("y"), numbering=lists), "x.docx")
    assert [block.number for block in source.blocks] == ["1.", "2."]
    assert "vietnameseCounting" in source.notices[0].text


class TestTrackedChanges:
    """Numbers in both readings."""

    def test_an_inserted_paragraph_moves_the_numbers_after_it(self) -> None:
        body = [item("a"), item(ins("new"), mark="ins"), item("b")]
        assert numbers(*body) == ["1.", "2.", "3."]
        assert before(*body) == ["1.", None, "2."]

    def test_a_deleted_paragraph_gives_its_number_to_the_next(self) -> None:
        gone = item("<w:del w:author='A'>" + run("old") + "</w:del>", mark="del")
        body = [item("a"), gone, item("b")]
        assert numbers(*body) == ["1.", None, "2."]
        assert before(*body) == ["1.", "2.", "3."]

    def test_joined_paragraphs_have_one_number_before_their_first_words(self) -> None:
        body = [item("a"), item("b", mark="del"), item("c"), item("d")]
        assert numbers(*body) == ["1.", "2.", None, "3."]
        assert before(*body) == ["1.", "2.", "3.", "4."]

    def test_a_split_paragraph_had_one_number_before(self) -> None:
        body = [item("a", mark="ins"), item("b"), item("c")]
        assert numbers(*body) == ["1.", "2.", "3."]
        assert before(*body) == ["1.", None, "2."]

    def test_a_number_joined_to_an_unnumbered_paragraph_is_kept(self) -> None:
        assert numbers(item("a", mark="del"), "b") == ["1.", None]

    def test_a_paragraph_put_in_a_list_by_a_tracked_change_had_no_number(self) -> None:
        put = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/><w:ins w:id='1'/></w:numPr>"
        body = [para("a", properties=put), item("b")]
        assert numbers(*body) == ["1.", "2."]
        assert before(*body) == [None, "1."]

    def test_a_paragraph_whose_list_was_changed_has_both_numbers(self) -> None:
        old = "<w:pPrChange w:id='1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
        body = [item("a"), para("b", properties=old + "</w:pPrChange>")]
        assert numbers(*body) == ["1.", None]
        assert before(*body) == ["1.", "2."]

    def test_where_nothing_is_tracked_the_number_before_is_left_out(self) -> None:
        source = read_bytes(docx(item("a"), numbering=numbering()), "x.docx")
        assert source.blocks[0].number_before is None


@pytest.mark.parametrize(
    ("name", "language", "printed"),
    [
        ("lowerRoman", "en", {4: "iv", 1999: "mcmxcix"}),
        ("upperLetter", "en", {1: "A", 26: "Z", 27: "AA", 53: "AAA", 780: "Z" * 30, 781: "A"}),
        ("decimalZero", "en", {1: "01", 10: "10", 100: "100"}),
        ("ordinal", "en", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd", 112: "112th"}),
        ("ordinal", "fr", {1: "1er", 2: "2e"}),
        ("ordinal", "ru", {1: "1-ый", 2: "2-ой", 3: "3-ий", 13: "13-ый", 16: "16-ый"}),
        ("cardinalText", "en", {7: "Seven", 40: "Forty", 121: "One hundred twenty-one"}),
        ("ordinalText", "en", {1: "First", 12: "Twelfth", 30: "Thirtieth", 100: "One hundredth"}),
        ("cardinalText", "fr", {71: "Soixante et onze", 80: "Quatre-vingts", 81: "Quatre-vingt-un",
                                200: "Deux cents", 201: "Deux cent un", 1001: "Mille un"}),
        ("ordinalText", "fr", {1: "Premier", 5: "Cinquième", 9: "Neuvième", 80: "Quatre-vingtième",
                               21: "Vingt et unième", 200: "Deux centième", 1000: "Millième"}),
        ("cardinalText", "ru", {2: "Два", 21: "Двадцать один", 2001: "Две тысячи один"}),
        ("ordinalText", "ru", {3: "Третий", 40: "Сороковой", 121: "Сто двадцать первый",
                               200: "Двухсотый", 2000: "Двухтысячный"}),
        ("chineseCounting", "zh", {10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一○一"}),
        ("chineseCountingThousand", "zh", {10: "十", 101: "一百〇一", 110: "一百一十"}),
        ("decimalEnclosedCircle", "en", {1: "①", 20: "⑳", 21: "㉑", 51: "51"}),
        ("russianLower", "ru", {1: "а", 3: "в"}),
        ("none", "en", {1: ""}),
    ],
)  # fmt: skip
def test_each_format_prints_as_word_does(name: str, language: str, printed: dict[int, str]) -> None:
    prints = numeral(name, language)
    assert prints is not None
    assert {count: prints(count) for count in printed} == printed


def test_words_in_a_language_we_do_not_speak_are_not_made_up() -> None:
    assert numeral("cardinalText", "sv") is None


def test_a_pattern_of_zeros_gives_the_width() -> None:
    prints = numeral("custom", "en", "0001, 0002, 0003, ...")
    assert prints is not None
    assert prints(42) == "0042"


SPOKEN = [(name, language) for name in ("cardinalText", "ordinalText") for language in
          ("en", "fr", "ru")]  # fmt: skip


@pytest.mark.parametrize(("name", "language"), [*SPOKEN, ("chineseCountingThousand", "zh")])
@given(counts=st.tuples(st.integers(1, 32_767), st.integers(1, 32_767)))
def test_two_counts_never_print_alike(name: str, language: str, counts: tuple[int, int]) -> None:
    prints = numeral(name, language)
    assert prints is not None
    assert (prints(counts[0]) == prints(counts[1])) is (counts[0] == counts[1])


needs_lists = pytest.mark.skipif(not LISTS.exists(), reason="the shared documents are not here")


@needs_lists
@pytest.mark.parametrize(
    ("stem", "name", "language", "pattern"),
    [
        ("LIR001-en-US-ordinal", "ordinal", "en", ""),
        ("LIR005-fr-FR-cardinalText", "cardinalText", "fr", ""),
        ("LIR007-ru-RU-ordinalText", "ordinalText", "ru", ""),
        ("LIR009-zh-CN-chineseCounting", "chineseCounting", "zh", ""),
        ("LIR011-en-US-00001", "custom", "en", "00001"),
        ("LIR018-en-US-decimalZero", "decimalZero", "en", ""),
        ("LIR020-en-US-lowerRoman", "lowerRoman", "en", ""),
    ],
)
def test_real_lists_are_numbered_through(stem: str, name: str, language: str, pattern: str) -> None:
    """Each paragraph of these files says in its text which number of the list it is."""
    prints = numeral(name, language, pattern)
    assert prints is not None
    blocks = [block for block in read(LISTS / f"{stem}.docx").blocks if block.number]
    assert len(blocks) > 3_000
    assert all(block.number == f"{prints(int(block.after))}|" for block in blocks)


@pytest.mark.skipif(not UNITED_NATIONS.exists(), reason="the shared documents are not here")
def test_numbers_typed_by_hand_over_a_numbered_style_are_not_printed_twice() -> None:
    """The secretariat typed the numbers of this report and took each paragraph out of its list."""
    blocks = read(UNITED_NATIONS).blocks
    assert not any(block.number for block in blocks)
    typed = [block.after for block in blocks if block.style == "Reg_Single Txt_G"]
    assert sum(text.lstrip()[:1].isdigit() for text in typed) > 300
