"""Tracked changes of an OpenDocument text: both readings exactly, with their marks and numbers."""

from __future__ import annotations

from amend.model.source import Block, Stamp
from amend.notices import Code
from amend.read.odt import read_bytes
from tests.odt_builders import (
    annotation,
    annotation_end,
    deletion,
    end,
    fodt,
    gone,
    h,
    insertion,
    level,
    li,
    list_style,
    note,
    odt,
    p,
    reformatted,
    region,
    row,
    start,
    style,
    table,
    ul,
)

_A, _B = Stamp("A", "2024-05-06T07:08:00Z"), Stamp("B", "2024-05-06T07:08:00Z")
_LIST = list_style(level(1))
_GO_ON = 'text:continue-numbering="true"'


def blocks(data: bytes) -> tuple[Block, ...]:
    return read_bytes(data, "x.odt").blocks


def readings(data: bytes) -> list[tuple[str, str, bool, bool]]:
    return [
        (one.before, one.after, one.mark_inserted is not None, one.mark_deleted is not None)
        for one in blocks(data)
    ]


def numbered(data: bytes) -> list[tuple[str, str | None, str | None]]:
    return [(one.before or one.after, one.number, one.number_before) for one in blocks(data)]


def test_words_put_in_and_taken_out_keep_who_and_when() -> None:
    changes = region("i", insertion()) + region("d", deletion(p("old ")))
    runs = blocks(odt(p("We ", gone("d"), start("i"), "new ", end("i"), "agree"), changes=changes))[
        0
    ].runs
    assert [(run.text, run.inserted, run.deleted) for run in runs] == [
        ("We ", None, None),
        ("old ", None, _B),
        ("new ", _A, None),
        ("agree", None, None),
    ]


def test_words_taken_out_of_words_put_in_keep_both_stamps() -> None:
    changes = region("d", deletion(p("both")), insertion())
    (run,) = blocks(odt(p(gone("d")), changes=changes))[0].runs
    assert (run.text, run.inserted, run.deleted) == ("both", _A, _B)


def test_a_whole_paragraph_put_in() -> None:
    body = p("one"), p(start("i"), "new"), p(end("i"), "two")
    assert readings(odt(*body, changes=region("i", insertion()))) == [
        ("one", "one", False, False),
        ("", "new", True, False),
        ("two", "two", False, False),
    ]


def test_a_whole_paragraph_taken_out() -> None:
    body = p("one"), p(gone("d"), "two")
    assert readings(odt(*body, changes=region("d", deletion(p("old"), p())))) == [
        ("one", "one", False, False),
        ("old", "", False, True),
        ("two", "two", False, False),
    ]


def test_two_paragraphs_joined_and_one_split() -> None:
    changes = region("d", deletion(p("end"), p("head "))) + region("i", insertion())
    body = p("one ", gone("d"), "two"), p("three", start("i")), p(end("i"), "four")
    assert readings(odt(*body, changes=changes)) == [
        ("one end", "one ", False, True),
        ("head two", "two", False, False),
        ("three", "three", True, False),
        ("four", "four", False, False),
    ]


def test_the_last_paragraph_taken_out_leaves_no_mark_behind() -> None:
    changes = region("d", deletion(p(), p("gone")))
    assert readings(odt(p("kept", gone("d")), changes=changes)) == [
        ("kept", "kept", False, True),
        ("gone", "", False, False),
    ]


def test_white_space_behind_what_was_taken_out_is_kept() -> None:
    changes = region("d", deletion(p(" old")))
    assert readings(odt(p("one", gone("d"), " two"), changes=changes))[0][:2] == (
        "oneold two",
        "one two",
    )


def test_a_flat_file_keeps_what_was_taken_out_in_the_text() -> None:
    changes = region("d", deletion()) + region("b", deletion(), insertion())
    body = p("one ", start("d"), "end"), p("head ", end("d"), "two ", start("b"), "x", end("b"))
    assert readings(fodt(*body, changes=changes)) == [
        ("one end", "one ", False, True),
        ("head two ", "two ", False, False),
    ]


def test_a_table_put_in_and_one_taken_out_go_with_their_cells() -> None:
    changes = region("i", insertion()) + region("d", deletion(table(row("old"))))
    body = p("a"), start("i"), table(row("new")), end("i"), p("b"), gone("d"), p("c")
    assert readings(odt(*body, changes=changes)) == [
        ("a", "a", False, False),
        ("", "new", True, False),
        ("b", "b", False, False),
        ("old", "", False, True),
        ("c", "c", False, False),
    ]


def test_a_change_of_format_is_declared_and_changes_no_word() -> None:
    body = p("a ", start("f"), "bold", end("f"))
    (plain, bold) = blocks(odt(body, changes=region("f", reformatted())))[0].runs
    assert plain.formatted == ()
    assert [(each.what, each.stamp.author) for each in bold.formatted] == [("format", "C")]
    assert bold.inserted is bold.deleted is None


def test_changes_in_headers_and_notes_are_read_too() -> None:
    tracked = f"<text:tracked-changes>{region('m', deletion(p('old ')))}</text:tracked-changes>"
    masters = (
        f'<style:master-page style:name="S"><style:header>{tracked}{p(gone("m"), "head")}'
        "</style:header></style:master-page>"
    )
    changes = region("n", insertion())
    inner = f"{start('n')}in{end('n')} note"
    body = p("a", note("").replace("></text:p>", f">{inner}</text:p>"))
    found = readings(odt(body, changes=changes, masters=masters))
    assert [each[:2] for each in found] == [
        ("a", "a"),
        (" note", "in note"),
        ("old head", "head"),
    ]


def test_a_note_goes_with_its_sign() -> None:
    found = blocks(odt(p("a", gone("d")), changes=region("d", deletion(p("b", note("n"))))))
    assert [(one.before, one.after) for one in found] == [("ab", "a"), ("n", "")]


def test_numbers_of_both_readings_are_counted_over_what_was_taken_out() -> None:
    taken = ul(li("old"), li(p()))
    body = ul(li("one"), li(p(gone("d"), "two")), li("three"), more=_GO_ON)
    found = numbered(odt(body, automatic=_LIST, changes=region("d", deletion(taken))))
    assert found == [
        ("one", "1.", None),
        ("old", None, "2."),
        ("two", "2.", "3."),
        ("three", "3.", "4."),
    ]


def test_joined_paragraphs_are_numbered_as_the_first() -> None:
    body = ul(li(p("one ", start("d")))), p(end("d"), "plain"), ul(li("two"), more=_GO_ON)
    found = numbered(fodt(*body, automatic=_LIST, changes=region("d", deletion())))
    assert found == [("one ", "1.", None), ("plain", None, None), ("two", "2.", None)]


def test_a_deletion_without_its_lists_leaves_numbers_to_the_text() -> None:
    body = ul(li(p("one ", gone("d"), "rest")), li("two"))
    changes = region("d", deletion(p("cut"), p("more ")))
    found = numbered(odt(body, automatic=_LIST, changes=changes))
    assert found[0] == ("one cut", "1.", None)
    assert found[-1] == ("two", "2.", "3.")


def test_a_heading_joined_to_a_paragraph_stays_one_before() -> None:
    changes = region("d", deletion(h("Head"), p()))
    found = blocks(odt(p(gone("d"), "body"), changes=changes))
    assert [(one.kind.value, one.before, one.after) for one in found] == [
        ("heading", "Head", ""),
        ("body", "body", "body"),
    ]


def test_what_libreoffice_marks_as_moved_bears_the_name_of_the_move() -> None:
    def book(kind: str, name: str) -> str:
        return f'<text:bookmark-{kind} text:name="__Ref{name}__move1"/>'

    moved = p(book("start", "MoveFrom"), "moved", book("end", "MoveFrom"))
    changes = region("d", deletion(moved, p())) + region("i", insertion())
    to = p(book("start", "MoveTo"), start("i"), "moved", book("end", "MoveTo"))
    found = blocks(odt(p(gone("d"), "one"), to, p(end("i"), "two"), changes=changes))
    assert found[0].runs[0].deleted == Stamp("B", "2024-05-06T07:08:00Z", "move1")
    assert found[0].mark_deleted == found[0].runs[0].deleted
    assert found[2].runs[0].inserted == Stamp("A", "2024-05-06T07:08:00Z", "move1")
    assert found[2].mark_inserted == found[2].runs[0].inserted


def test_a_comment_on_words_taken_out_keeps_them() -> None:
    mark = '<text:bookmark-start text:name="__Annotation__1____ Copy 1"/>'
    changes = region("d", deletion(p("a ", mark, "gone")))
    body = p(gone("d"), annotation("why?", "__Annotation__1"), annotation_end("__Annotation__1"))
    (comment,) = blocks(odt(body, changes=changes))[0].comments
    assert (comment.anchor, comment.start) == ("gone", 2)


def test_a_change_without_a_date_has_none() -> None:
    changes = region("i", insertion("", "1970-01-01"))
    (run,) = blocks(odt(p(start("i"), "new", end("i")), changes=changes))[0].runs
    assert run.inserted == Stamp(None, None)


def test_a_change_that_the_file_does_not_hold_is_told_and_one_is_not_read_twice() -> None:
    source = read_bytes(odt(p("a", gone("x"))), "x.odt")
    assert [each.code for each in source.notices] == [Code.PART_MISSING]
    assert "tracked changes" in source.notices[0].text
    twice = p(gone("d"), "a"), p(gone("d"), "b")
    assert [one.before for one in blocks(odt(*twice, changes=region("d", deletion(p("x")))))] == [
        "xa",
        "b",
    ]


def test_a_text_box_in_words_put_in_is_put_in() -> None:
    box = f"<draw:frame><draw:text-box>{p('box')}</draw:text-box></draw:frame>"
    changes = region("i", insertion())
    automatic = style("B", 'fo:font-weight="bold"')
    found = blocks(odt(p("a", start("i"), box, end("i")), changes=changes, automatic=automatic))
    assert [(one.before, one.after) for one in found] == [("a", "a"), ("", "box")]
