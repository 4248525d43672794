"""List numbers of an OpenDocument text, as LibreOffice prints them; and headings by outline."""

from __future__ import annotations

import pytest

from amend.notices import Code
from amend.read.odt import read_bytes
from tests.odt_builders import h, level, li, list_style, odt, p, style, ul

_GO_ON = 'text:continue-numbering="true"'
_BULLET = '<text:list-level-style-bullet text:level="{}" text:bullet-char="-"/>'


def numbers(data: bytes) -> list[str | None]:
    return [one.number for one in read_bytes(data, "x.odt").blocks]


def counted(form: str, count: int, more: str = "", language: str = "en") -> list[str | None]:
    body = ul(*(["x"] * count))
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'fo:language="{language}"/></style:default-style>'
    )
    return numbers(odt(body, automatic=list_style(level(1, form, more)), common=default))


@pytest.mark.parametrize(
    ("form", "place", "printed"),
    [
        ("1", 12, "12."),
        ("a", 27, "aa."),
        ("a", 28, "ab."),
        ("A", 53, "BA."),
        ("i", 9, "ix."),
        ("I", 4, "IV."),
        ("01, 02, 03, ...", 7, "07."),
        ("1st", 2, "2nd."),
        ("First", 3, "Third."),
        ("One", 21, "Twenty-one."),
        ("一, 二, 三, ...", 101, "一百零一."),
        ("壹, 贰, 叁, ...", 12, "壹拾贰."),
        ("甲, 乙, 丙, ...", 3, "丙."),
        ("أ, ب, ت, ...", 29, "أأ."),
        ("١, ٢, ٣, ...", 12, "١٢."),
        ("۱, ۲, ۳, ...", 12, "۱۲."),
        ("А, Б, .., Аа, Аб, ... (ru)", 31, "Аб."),
        ("А, Б, .., Аа, Бб, ... (ru)", 31, "Бб."),
        ("а, б, .., аа, бб, ... (ru)", 31, "бб."),
        ("①, ②, ③, ...", 21, "㉑."),
        ("①, ②, ③, ...", 51, "51."),
        ("가, 나, 다, ...", 15, "가."),
        ("א, י, ק, ...", 15, "טו."),
        ("ก, ข, ค, ...", 44, "กก."),
        ("α, β, ... (gr)", 16, "ιστ."),
        ("Α, Β, ... (gr)", 1096, "͵ΑϟΣΤ."),
        ("하나, 둘, 셋, ...", 25, "스물다섯."),
        ("하나, 둘, 셋, ...", 101, "백일."),
        ("㉠, ㉡, ㉢, ...", 15, "㉠."),
    ],
)
def test_formats_print_as_libreoffice_prints_them(form: str, place: int, printed: str) -> None:
    assert counted(form, place)[-1] == printed


def test_letters_may_be_doubled() -> None:
    assert counted("a", 28, 'style:num-letter-sync="true"')[-1] == "bb."


def test_numbers_in_words_are_in_the_language_of_the_file() -> None:
    assert counted("First", 2, language="fr")[-1] == "Deuxième."


def test_a_format_we_cannot_print_counts_and_is_told() -> None:
    data = odt(ul("a", "b"), automatic=list_style(level(1, "ა, ბ, გ, ...")))
    source = read_bytes(data, "x.odt")
    assert [one.number for one in source.blocks] == ["1.", "2."]
    assert [each.code for each in source.notices] == [Code.NUMBERING_UNKNOWN]


def test_levels_show_those_above_and_begin_anew_below() -> None:
    styles = list_style(
        level(1), level(2, "a", 'text:display-levels="2"'), level(3, "i", suffix=")")
    )
    inner = ul(li("x", ul("y", style="")), "x", style="")
    body = ul(li("x", inner), li("x", ul("x", style="")))
    assert numbers(odt(body, automatic=styles)) == ["1.", "1.a.", "i)", "1.b.", "2.", "2.a."]


def test_newer_files_spell_out_the_pattern() -> None:
    more = 'loext:num-list-format="Art. %1%-%2%"'
    styles = list_style(level(1), level(2, "1", more))
    assert numbers(odt(ul(li("x", ul("y", style=""))), automatic=styles)) == ["1.", "Art. 1-1"]


def test_only_the_first_paragraph_of_an_item_is_numbered() -> None:
    body = ul(li("one", "more"), li("two"), li("head", tag="list-header"), li("three"))
    assert numbers(odt(body, automatic=list_style(level(1)))) == ["1.", None, "2.", None, "3."]


def test_lists_begin_anew_or_go_on() -> None:
    body = (
        ul("1", more='xml:id="a"'),
        ul("1"),
        p("between"),
        ul("2", more=_GO_ON),
        ul("2", more='text:continue-list="a"'),
        ul(li("5", more='text:start-value="5"'), "6"),
    )
    found = numbers(odt(*body, automatic=list_style(level(1))))
    assert found == ["1.", "1.", None, "2.", "2.", "5.", "6."]


def test_a_list_goes_on_only_from_one_of_its_own_style() -> None:
    styles = list_style(level(1)) + list_style(level(1, "a"), name="M")
    body = ul("1"), ul("a", style="M"), ul("1", more=_GO_ON)
    assert numbers(odt(*body, automatic=styles)) == ["1.", "a.", "1."]


def test_bullets_and_levels_without_a_number_print_none() -> None:
    styles = list_style(_BULLET.format(1), level(2, ""), level(3, "1", 'text:display-levels="3"'))
    body = ul(li("x", ul(li("y", ul("z", style="")), style="")))
    assert numbers(odt(body, automatic=styles)) == [None, ".", ".1."]


def test_a_start_value_of_a_level_is_where_it_begins() -> None:
    styles = list_style(level(1, "1", 'text:start-value="7"'))
    assert numbers(odt(ul("a", "b"), automatic=styles)) == ["7.", "8."]


def test_an_item_may_have_a_style_of_its_own() -> None:
    styles = list_style(level(1)) + list_style(level(1, "A"), name="M")
    body = ul("a", li("b", more='text:style-override="M"'), "c")
    assert numbers(odt(body, automatic=styles)) == ["1.", "B.", "3."]


def test_numbered_paragraphs_stand_in_lists_without_a_list_around_them() -> None:
    def numbered(level: int) -> str:
        return (
            f'<text:numbered-paragraph text:list-id="n" text:level="{level}" '
            f'text:style-name="L">{p("x")}</text:numbered-paragraph>'
        )

    styles = list_style(level(1), level(2, "a"))
    body = numbered(1), p("between"), numbered(2), numbered(1)
    assert numbers(odt(*body, automatic=styles)) == ["1.", None, "a.", "2."]


_OUTLINE = (
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
    'style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" '
    'style:num-format="1" text:display-levels="2"/></text:outline-style>'
)


def test_headings_are_numbered_by_the_outline() -> None:
    body = h("a"), h("b", level=2), p("x"), h("c", more='text:is-list-header="true"'), h("d")
    assert numbers(odt(*body, common=_OUTLINE)) == ["I.", "I.1", None, None, "II."]


def test_a_heading_taken_out_of_numbering_by_hand_has_none() -> None:
    common = style(
        "Heading", family="paragraph",
        more='style:default-outline-level="1" style:list-style-name=""',
    )  # fmt: skip
    by_hand = style(
        "P1", family="paragraph",
        more='style:parent-style-name="Heading" style:list-style-name=""',
    )  # fmt: skip
    body = h("a", style="Heading"), h("b", style="P1"), h("c", style="Heading")
    found = numbers(odt(*body, common=_OUTLINE + common, automatic=by_hand))
    assert found == ["I.", None, "II."]


def test_a_list_style_that_is_nowhere_is_told() -> None:
    source = read_bytes(odt(ul("a", style="Gone")), "x.odt")
    assert source.blocks[0].number is None
    assert [each.code for each in source.notices] == [Code.NUMBERING_UNKNOWN]


def test_levels_past_the_tenth_stand_on_the_tenth() -> None:
    inner = ul("x", style="")
    for _ in range(10):
        inner = ul(li(inner), style="")
    styles = list_style(*(level(place, "1") for place in range(1, 10)), level(10, "a"))
    assert numbers(odt(ul(li(inner), li(inner)), automatic=styles)) == ["a.", "b."]


def test_a_list_without_a_number_around_it_counts_on() -> None:
    """As LibreOffice counts: what stands below an unnumbered paragraph goes on from before it."""
    inner = ul("a", "b", style="")
    styles = list_style(level(1), level(2, "a"))
    body = ul(li("one", inner), li("head", inner, tag="list-header"), li("two", inner))
    found = ["1.", "a.", "b.", None, "c.", "d.", "2.", "a.", "b."]
    assert numbers(odt(body, automatic=styles)) == found


def test_a_list_that_opens_an_item_takes_its_number() -> None:
    inner = ul("a", "b", style="")
    styles = list_style(level(1), level(2, "a", 'text:display-levels="2"'))
    body = ul(li(inner, "behind"), "two")
    assert numbers(odt(body, automatic=styles)) == ["1.a.", "1.b.", None, "2."]


def test_the_second_list_of_an_item_begins_anew() -> None:
    inner = ul("a", "b", style="")
    styles = list_style(level(1), level(2, "a"))
    body = ul(li("one", inner, "more", inner), "two")
    assert numbers(odt(body, automatic=styles)) == ["1.", "a.", "b.", None, "a.", "b.", "2."]


def test_an_opening_without_a_number_takes_the_first_where_numbers_stand_below_it() -> None:
    inner = ul("a", style="")
    styles = list_style(level(1), level(2, "1", 'text:display-levels="2"'))
    body = ul(li("head", inner, tag="list-header"), li("one", inner))
    assert numbers(odt(body, automatic=styles)) == [None, "1.1.", "2.", "2.1."]


def test_all_levels_may_count_as_one() -> None:
    inner = ul("b", "c", style="")
    styles = list_style(level(1), level(2, "a")).replace(
        "<text:list-style ", '<text:list-style text:consecutive-numbering="true" '
    )
    body = ul(li("a", inner), "d")
    assert numbers(odt(body, automatic=styles)) == ["1.", "b.", "c.", "4."]


def test_paragraphs_of_an_item_without_its_number_have_no_level() -> None:
    styles = list_style(level(1), level(2, "a"))
    body = ul(li("one", ul(li("a", "more"), style="")))
    blocks = read_bytes(odt(body, automatic=styles), "x.odt").blocks
    assert [each.level for each in blocks] == [0, 1, 0]
