"""The numbers Word prints and the text does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_level_above_that_no_paragraph_has_used_is_used_by_the_first_below_it() -> None:
    """Word's own knowledge base says so (Q110380): the first chapter is then chapter 2."""
    lists = numbering(list_level(0, "%1.", start=4), list_level(1, "%1.%2"))
    body = [item("x", level=level) for level in (1, 1, 0, 1)]
    assert numbers(*body, lists=lists) == ["4.1", "4.2", "5.", "5.1"]


def test_a_list_starts_where_it_says() -> None:
    assert numbers(item("x"), lists=numbering(list_level(0, "%1.", start=9))) == ["9."]


@pytest.mark.parametrize(
    ("restart", "printed"),
    [("", ["1.", "(a)", "2.", "(a)"]), ('<w:lvlRestart w:val="0"/>', ["1.", "(a)", "2.", "(b)"])],
)
def test_a_level_may_count_on_under_the_next_number(restart: str, printed: Numbers) -> None:
    lists = numbering(list_level(0, "%1."), list_level(1, "(%2)", "lowerLetter", more=restart))
    assert numbers(*(item("x", level=level) for level in (0, 1, 0, 1)), lists=lists) == printed


def test_legal_numbers_are_decimal_throughout_but_keep_their_zeros() -> None:
    lists = numbering(
        list_level(0, "%1.", "upperRoman"),
        list_level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>"),
        list_level(2, "%1.%2.%3", "decimalZero", more="<w:isLgl/>"),
    )
    body = [item("x", level=level) for level in (0, 1, 2)]
    assert numbers(*body, lists=lists) == ["I.", "1.1", "1.1.01"]


def test_a_level_text_that_names_a_level_below_prints_nothing() -> None:
    """[MS-OI29500] 2.1.283: Word then leaves out the whole text; the paragraph still counts."""
    lists = numbering(list_level(0, "%1.%2"), list_level(1, "%1.%2"))
    body = [item("x"), item("y"), item("z", level=1)]
    assert numbers(*body, lists=lists) == [None, None, "2.1"]


def test_a_list_of_one_level_knows_no_others() -> None:
    flat = (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        f'{list_level(0, "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        "</w:num>"
    )
    assert numbers(*(item("x", level=level) for level in (0, 2, 1)), lists=flat) == [
        "1.", "2.", "3.",
    ]  # fmt: skip


def test_a_level_of_no_figures_prints_the_words_around_them() -> None:
    lists = numbering(list_level(0, "%1Preamble", "none"))
    assert numbers(item("x"), lists=lists) == ["Preamble"]


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


def overrides(*starts: tuple[int, int]) -> str:
    """List 2 of the definition of list 1, with (level, start) overrides."""
    inside = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in starts
    )
    return f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{inside}</w:num>'


@pytest.mark.parametrize(
    ("starts", "places", "printed"),
    [
        (((0, 5), (1, 3)), ("1:0", "1:0", "2:0", "2:1", "2:0", "2:1", "1:0"),
         ["1.", "2.", "5.", "5.1", "6.", "6.1", "7."]),
        (((1, 7),), ("1:0", "1:1", "2:1", "2:1", "1:0", "1:1", "2:1"),
         ["1.", "1.1", "1.7", "1.8", "2.", "2.1", "2.2"]),
        (((0, 6),), ("1:0", "1:1", "2:1", "2:0", "2:1"), ["1.", "1.1", "1.2", "6.", "6.1"]),
        (((0, 1), (1, 1)), ("1:0", "1:1", "1:1", "2:1", "2:0"),
         ["1.", "1.1", "1.2", "1.1", "2."]),
    ],
)  # fmt: skip
def test_of_the_start_overrides_of_a_list_the_first_that_is_met_holds_once(
    starts: tuple[tuple[int, int], ...], places: tuple[str, ...], printed: list[str]
) -> None:
    """[MS-DOC] 2.4.6.4; LibreOffice prints the same."""
    lists = numbering(list_level(0, "%1."), list_level(1, "%1.%2")) + overrides(*starts)
    body = [item("x", level=int(place[2]), list_id=place[0]) for place in places]
    assert numbers(*body, lists=lists) == printed


def test_a_restart_rule_inside_an_override_is_not_heeded() -> None:
    own = list_level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')
    lists = numbering(list_level(0, "%1."), list_level(1, "%1.%2")) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="1">{own}</w:lvlOverride></w:num>'
    )
    body = [item("x", level=level, list_id="2") for level in (0, 1, 0, 1)]
    assert numbers(*body, lists=lists) == ["1.", "1.1", "2.", "2.1"]


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


def test_a_list_of_a_list_style_counts_by_itself_and_may_start_elsewhere() -> None:
    lists = numbering(
        list_level(0, "§ %1"),
        more='<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Legal"/></w:abstractNum>',
    )
    lists += (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    styles = style("Legal", place='<w:numId w:val="1"/>')
    body = [item("x"), item("y", list_id="2"), item("z"), item("z", list_id="2")]
    assert numbers(*body, lists=lists, styles=styles) == ["§ 1", "§ 5", "§ 2", "§ 6"]


SPELLED = numbering(list_level(0, "%1.", "cardinalText"))


def test_number_words_are_in_the_language_of_the_paragraph_mark() -> None:
    def spoken(language: str) -> str:
        return f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:lang w:val="{language}"/></w:rPr>'

    body = [para("x", properties=spoken(language)) for language in ("fr-CH", "ru-RU", "es-ES")]
    assert numbers(item("x"), *body, lists=SPELLED) == ["One.", "Deux.", "Три.", "Cuatro."]


def test_a_style_may_say_in_which_language_numbers_are_spelled() -> None:
    spoken = '<w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>'
    styles = style("Op", place='<w:numId w:val="1"/>').replace("</w:style>", spoken)
    body = [para("x", style="Op"), item("y")]
    assert numbers(*body, lists=SPELLED, styles=styles) == ["Un.", "Two."]


def test_a_list_level_may_say_in_which_language_it_is_spelled() -> None:
    level = list_level(0, "%1.", "cardinalText", more='<w:rPr><w:lang w:val="de-DE"/></w:rPr>')
    assert numbers(item("x"), lists=numbering(level)) == ["Eins."]


def test_a_paragraph_that_is_only_a_section_break_has_no_number() -> None:
    broken = '<w:numPr><w:numId w:val="1"/></w:numPr><w:sectPr/>'
    body = [item("a"), para(properties=broken), item("b"), para("c", properties=broken)]
    assert numbers(*body) == ["1.", None, "2.", "3."]


def test_a_hidden_paragraph_is_not_counted() -> None:
    hidden = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    all_of_it = para(run("b", "<w:vanish/>"), properties=hidden)
    only_its_mark = para("c", properties=hidden)
    off = para("d", properties=hidden.replace("<w:vanish/>", '<w:vanish w:val="0"/>'))
    body = [item("a"), all_of_it, only_its_mark, off, item("e")]
    assert numbers(*body) == ["1.", None, "2.", "3.", "4."]


def test_numbers_run_on_through_table_cells() -> None:
    assert numbers(item("a"), table(row(item("b"), "c")), item("d")) == ["1.", "2.", None, "3."]


def test_a_list_that_is_defined_nowhere_is_named_in_a_notice() -> None:
    source = read_bytes(docx(item("x", list_id="9"), numbering=numbering()), "x.docx")
    assert source.blocks[0].number is None
    assert [notice.code for notice in source.notices] == [Code.NUMBERING_UNKNOWN]


def test_numbers_counted_by_fields_are_not_in_the_file_and_are_named() -> None:
    field = "<w:r><w:instrText> LISTNUM \\l 2 </w:instrText></w:r>"
    source = read_bytes(docx(para(field, "x"), numbering=numbering()), "x.docx")
    assert [notice.code for notice in source.notices] == [Code.NUMBERING_UNKNOWN]
    assert "LISTNUM" in source.notices[0].text


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

    @pytest.mark.parametrize(
        ("original", "printed"),
        [
            ("%1:7:0:.", "7."),
            ("%1:2:0:.%2:3:4:)", "2.c)"),
            ("Art. %1:4:1:", "Art. IV"),
            ("%1:9:22:", "09"),
            ("%1:1:23:·", "1."),
            ("7)", "1."),
        ],
    )
    def test_an_old_number_that_was_noted_is_the_number_before(
        self, original: str, printed: str
    ) -> None:
        """What cannot be read, and a bullet, leave the number that counting gives."""
        noted = (
            '<w:numPr><w:numId w:val="1"/>'
            f'<w:numberingChange w:id="1" w:original="{original}"/></w:numPr>'
        )
        body = [para("a", properties=noted), item("b")]
        assert numbers(*body) == ["1.", "2."]
        assert before(*body) == [printed, "2."]

    def test_where_nothing_is_tracked_the_number_before_is_left_out(self) -> None:
        source = read_bytes(docx(item("a"), numbering=numbering()), "x.docx")
        assert source.blocks[0].number_before is None


def test_a_count_we_know_no_figure_for_prints_as_decimal_and_is_named() -> None:
    lists = numbering(list_level(0, "%1.", "hebrew2", start=22))
    source = read_bytes(docx(item("x"), item("y"), numbering=lists), "x.docx")
    assert [block.number for block in source.blocks] == ["ת.", "23."]
    assert [notice.code for notice in source.notices] == [Code.NUMBERING_UNKNOWN]


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
