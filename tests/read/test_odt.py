"""What an OpenDocument text holds besides changes and lists: words, looks, notes, tables."""

from __future__ import annotations

import pytest

from amend.errors import ReadError
from amend.model.source import Block, BlockKind, Cell, Look
from amend.notices import Code
from amend.read.odt import read_bytes
from tests.odt_builders import (
    annotation,
    annotation_end,
    fodt,
    h,
    note,
    odt,
    p,
    row,
    span,
    style,
    table,
)

_FRAME = "<draw:frame>{}</draw:frame>"


def blocks(data: bytes) -> tuple[Block, ...]:
    return read_bytes(data, "x.odt").blocks


def texts(data: bytes) -> list[str]:
    return [block.after for block in blocks(data)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("  two \n  words  ", "two words "),
        ("a<text:s text:c='3'/>b", "a   b"),
        ("a<text:s/>b<text:tab/>c<text:line-break/>d", "a b\tc\nd"),
        ("a <text:span> b</text:span> c", "a b c"),
        ("<text:span> a</text:span>", "a"),
        ("a<text:soft-page-break/>b", "ab"),
        ("see <text:bookmark-ref text:ref-name='x'>9bis</text:bookmark-ref>", "see 9bis"),
        ("page <text:page-number>3</text:page-number>", "page 3"),
        ("<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text>"
         "</text:ruby>", "字(zì)"),
        ("<text:number>1.</text:number>words", "words"),
        ("<text:s text:c='99999999999'/>a", " a"),
    ],
)  # fmt: skip
def test_white_space_and_fields_read_as_they_are_shown(content: str, said: str) -> None:
    assert texts(odt(f"<text:p>{content}</text:p>")) == [said]


def test_a_flat_file_reads_as_a_zipped_one() -> None:
    body = (h("Title"), "words", p(span("b", "B")))
    bold = style("B", 'fo:font-weight="bold"')
    assert blocks(fodt(*body, automatic=bold)) == blocks(odt(*body, automatic=bold))


def test_looks_are_those_set_by_hand_and_by_styles_of_words() -> None:
    automatic = "".join(
        [
            style("S", 'style:text-line-through-style="solid"'),
            style("U", 'style:text-underline-style="solid" fo:color="#ff0000"'),
            style("N", 'style:text-underline-style="none"', more='style:parent-style-name="U"'),
            style("H", 'fo:background-color="#ffff00" style:text-position="super 58%"'),
            style("P", 'fo:font-style="italic"', family="paragraph"),
        ]
    )
    runs = blocks(
        odt(
            p(span("a", "S"), span("b", "U"), span("c", "N"), span("d", "H"), style="P"),
            automatic=automatic,
        )
    )[0].runs
    red = Look.COLOUR | Look.RED
    ground = Look.HIGHLIGHT | Look.RED_GROUND | Look.GREEN_GROUND
    assert [(run.text, run.look) for run in runs] == [
        ("a", Look.ITALIC | Look.STRIKE),
        ("b", Look.ITALIC | Look.UNDERLINE | red),
        ("c", Look.ITALIC | red),
        ("d", Look.ITALIC | Look.RAISED | ground),
    ]


def test_links_look_like_links_and_mean_nothing_by_it() -> None:
    inner = span("here", "T")
    link = f'<text:a xlink:href="http://a.org">{inner}</text:a>'
    looks = style(
        "T", 'style:text-underline-style="solid" fo:color="#0000ff" fo:font-weight="bold"'
    )
    run = blocks(odt(p(link), automatic=looks))[0].runs[0]
    assert (run.text, run.look) == ("here", Look.BOLD)


def test_hidden_words_are_told() -> None:
    hidden = style("H", 'text:display="none"')
    section = '<text:section text:display="none">{}</text:section>'
    field = '<text:hidden-text text:is-hidden="true" text:string-value="d"/>'
    found = blocks(odt(p("a", span("b", "H"), field), section.format(p("c")), automatic=hidden))
    assert [(run.text, bool(run.look & Look.HIDDEN)) for one in found for run in one.runs] == [
        ("a", False),
        ("bd", True),
        ("c", True),
    ]


def test_headings_are_told_from_body_by_outline_and_by_the_name_of_a_style() -> None:
    common = style("Title", family="paragraph") + style("T", family="paragraph")
    found = blocks(odt(h("a", level=2), p("b", style="Title"), p("c", style="T"), common=common))
    assert [(one.kind, one.level) for one in found] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 1),
        (BlockKind.BODY, 0),
    ]


def test_a_style_set_by_hand_bears_the_name_of_the_one_below_it() -> None:
    common = style("Text_20_body", family="paragraph", more='style:display-name="Text body"')
    by_hand = style("P1", family="paragraph", more='style:parent-style-name="Text_20_body"')
    assert blocks(odt(p("a", style="P1"), common=common, automatic=by_hand))[0].style == "Text body"


def test_notes_stand_behind_the_text_and_know_their_paragraph() -> None:
    found = blocks(odt("first", p("second", note("end", "endnote"), note("foot"))))
    assert [(one.after, one.kind, one.noted) for one in found] == [
        ("first", BlockKind.BODY, None),
        ("second", BlockKind.BODY, None),
        ("foot", BlockKind.NOTE, 2),
        ("end", BlockKind.NOTE, 2),
    ]


def test_headers_stand_in_the_margin_each_once() -> None:
    masters = "".join(
        f'<style:master-page style:name="{name}"><style:header>{p("Page head")}</style:header>'
        f"<style:footer>{p(name)}</style:footer></style:master-page>"
        for name in ("One", "Two")
    )
    found = blocks(odt("body", masters=masters))
    assert [one.after for one in found] == ["body", "Page head", "One", "Two"]
    assert {one.kind for one in found[1:]} == {BlockKind.MARGIN}


def test_a_text_box_follows_its_paragraph() -> None:
    box = _FRAME.format(f"<draw:text-box>{p('inside')}</draw:text-box>")
    shape = f"<draw:custom-shape>{p('in a shape')}</draw:custom-shape>"
    assert texts(odt(p("around ", box, shape, "it"), "next")) == [
        "around it",
        "inside",
        "in a shape",
        "next",
    ]


def test_tables_give_their_cells_places() -> None:
    merged = '<table:table-cell table:number-rows-spanned="2">' + p("a") + "</table:table-cell>"
    wide = '<table:table-cell table:number-columns-spanned="2">' + p("w") + "</table:table-cell>"
    covered = "<table:covered-table-cell/>"
    inner = table(row("deep"))
    found = blocks(odt(table(row(merged, "b"), row(covered, inner), row(wide, covered, "z"))))
    assert [(one.after, one.cell) for one in found] == [
        ("a", Cell(1, 1, 1)),
        ("b", Cell(1, 1, 2)),
        ("", Cell(1, 2, 1, is_merged=True)),
        ("deep", Cell(2, 1, 1)),
        ("w", Cell(1, 3, 1)),
        ("z", Cell(1, 3, 3)),
    ]


def test_a_comment_is_pinned_to_its_words() -> None:
    found = blocks(
        odt(p("a ", annotation("why?", "c1", "Q"), "pinned", annotation_end("c1"), " b"))
    )
    comment = found[0].comments[0]
    assert (comment.author, comment.text, comment.anchor) == ("Q", "why?", "pinned")
    assert (comment.date, comment.start, comment.is_resolved) == ("2024-05-06T07:08:00Z", 2, False)


def test_answers_stand_with_their_comment_and_resolved_ones_say_so() -> None:
    found = blocks(
        odt(
            p(
                annotation("first", "c1", more='loext:resolved="true"'),
                annotation("answer", "c2", "B", more='loext:parent-name="c1"'),
                annotation("to that", "c3", more='loext:parent-name="c2"'),
                "pinned",
                annotation_end("c1"),
            )
        )
    )
    (comment,) = found[0].comments
    assert comment.is_resolved
    assert [reply.text for reply in comment.replies] == ["answer", "to that"]


def test_comments_that_answer_each_other_in_a_circle_are_all_told() -> None:
    found = blocks(
        odt(
            p(
                annotation("one", "c1", more='loext:parent-name="c2"'),
                annotation("two", "c2", more='loext:parent-name="c1"'),
                "words",
            )
        )
    )
    said = [one.text for one in found[0].comments]
    said += [reply.text for one in found[0].comments for reply in one.replies]
    assert sorted(said) == ["one", "two"]


def test_pages_are_told_only_where_they_add_up() -> None:
    body = ("<text:p>a<text:soft-page-break/>b</text:p>", p("c"))
    for counted, pages in ((2, [1, 2]), (3, [None, None])):
        meta = (
            '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
            f'<meta:document-statistic meta:page-count="{counted}"/></office:meta>'
            "</office:document-meta>"
        )
        found = blocks(odt(*body, parts={"meta.xml": meta}))
        assert [one.source.page for one in found] == pages


def test_signs_of_symbol_fonts_are_those_on_the_page() -> None:
    font = style("F", 'style:font-name="Symbol1"')
    assert texts(odt(p(span("\uf0b3", "F")), automatic=font)) == ["≥"]


def test_a_formula_stands_in_its_line_and_other_objects_are_told() -> None:
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo><mn>2</mn></math>'
    frame = _FRAME.format('<draw:object xlink:href="./Object 1"/>')
    parts = {"Object 1/content.xml": math}
    assert texts(odt(p("so ", frame), parts=parts)) == ["so x=2"]
    source = read_bytes(odt(p("a", frame)), "x.odt")
    assert [each.code for each in source.notices] == [Code.TEXT_SKIPPED]


def test_a_section_of_another_file_is_read_as_last_shown_and_never_fetched() -> None:
    section = f'<text:section><text:section-source xlink:href="http://a.org/b.odt"/>{p("shown")}'
    source = read_bytes(odt(f"{section}</text:section>"), "x.odt")
    assert [one.after for one in source.blocks] == ["shown"]
    assert [each.code for each in source.notices] == [Code.EXTERNAL_IGNORED]


def test_the_language_is_that_of_the_default_style() -> None:
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr"/>'
        "</style:default-style>"
    )
    assert read_bytes(odt("a", common=default), "x.odt").language == "fr"


def test_a_table_of_contents_shows_its_lines_and_not_its_rules() -> None:
    rules = (
        "<text:table-of-content-source><text:index-title-template>no</text:index-title-template>"
    )
    body = f"<text:index-body>{p('1 Title')}</text:index-body>"
    contents = (
        f"<text:table-of-content>{rules}</text:table-of-content-source>{body}"
        "</text:table-of-content>"
    )
    assert texts(odt(contents)) == ["1 Title"]


@pytest.mark.parametrize(
    ("kind", "said"), [("spreadsheet", "a spreadsheet (.ods)"), ("presentation", "slides (.odp)")]
)
def test_other_kinds_of_opendocument_are_named(kind: str, said: str) -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes(fodt("a").replace(b"office:text>", f"office:{kind}>".encode()), "x.odt")
    assert said in str(refusal.value)
    assert refusal.value.hint


def test_a_file_with_a_password_is_refused_with_a_way_out() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(ReadError, match="encrypted with a password") as refusal:
        read_bytes(odt("a", parts={"META-INF/manifest.xml": manifest}), "x.odt")
    assert "LibreOffice" in refusal.value.hint
