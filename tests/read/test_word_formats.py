"""Declared changes of format: who changed which look, style, number or table, and of what."""

from __future__ import annotations

from pathlib import Path

import pytest

from amend.model.draft import Paragraph, Revision, Tracked, TrackedChange
from amend.model.source import Block, Formatting, Stamp
from amend.notices import Code
from amend.parse.draft import parse
from amend.read.docx import read, read_bytes
from tests.builders import (
    WHEN,
    commented,
    deleted,
    docx,
    ins,
    item,
    moved_from,
    numbering,
    para,
    reformatted,
    row,
    run,
    table,
)

TRACKED = Path(__file__).parents[3] / "shared" / "data" / "word" / "tracked"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
)


def blocks(*body: str, **parts: str) -> tuple[Block, ...]:
    return read_bytes(docx(*body, **parts), "draft.docx").blocks  # type: ignore[arg-type]


def revision(*body: str, **parts: str) -> Revision:
    return parse(read_bytes(docx(*body, **parts), "draft.docx"), "Rev 1")  # type: ignore[arg-type]


def only(*body: str, **parts: str) -> Paragraph:
    (found,) = revision(*body, **parts).paragraphs
    return found


def formats(paragraph: Paragraph) -> list[TrackedChange]:
    return [each for each in paragraph.changes if each.kind is Tracked.FORMAT]


def told(paragraph: Paragraph) -> list[str | None]:
    return [each.what for each in formats(paragraph)]


def changed(text: str, now: str = "<w:b/>", old: str = "", by: str = "A", date: str = WHEN) -> str:
    """Words whose look was changed."""
    return (
        f"<w:r>{reformatted('rPr', now, old, by, date)}<w:t xml:space='preserve'>{text}</w:t></w:r>"
    )


def styled(now: str, old: str = "", words: str = "We act.") -> str:
    """A paragraph whose properties were changed."""
    return f"<w:p>{reformatted('pPr', now, old)}{run(words)}</w:p>"


class TestWords:
    def test_words_made_bold_are_a_change_of_format_and_none_of_words(self) -> None:
        found = only(para("We ", changed("decide", by="Ann"), " to act."))
        assert formats(found) == [
            TrackedChange(Tracked.FORMAT, "decide", "Ann", WHEN, 3, 9, "bold")
        ]
        assert found.before == found.after == "We decide to act."
        assert not found.is_tracked

    @pytest.mark.parametrize(
        ("now", "old", "what"),
        [
            ("", "<w:b/>", "not bold"),
            ('<w:b w:val="0"/>', "<w:b/>", "not bold"),
            ("<w:b/><w:bCs/>", "", "bold"),
            ("<w:b/><w:i/>", "<w:b/>", "italic"),
            ('<w:sz w:val="28"/>', '<w:sz w:val="24"/>', "size 12 to 14"),
            ('<w:u w:val="single"/>', "", "underline single"),
            ("", '<w:u w:val="single"/>', "no underline"),
            ('<w:color w:val="FF0000"/>', "", "colour FF0000"),
            ('<w:rFonts w:ascii="Arial"/>', "", "font Arial"),
            ("<w:strike/>", "", "struck out"),
            ("<w:vanish/>", "", "hidden"),
            ("<w:unheardOf/>", "", "other properties"),
            ("<w:b/>", "<w:b/>", "words: nothing differs"),
        ],
    )
    def test_what_changed_is_said_in_plain_words(self, now: str, old: str, what: str) -> None:
        assert told(only(para(changed("We act.", now, old)))) == [what]

    def test_neighbours_changed_together_are_one_change(self) -> None:
        found = only(para(changed("We "), changed("act", "<w:b/><w:i/>", "<w:i/>"), changed("now")))
        assert [(each.text, each.start, each.end) for each in formats(found)] == [
            ("We actnow", 0, 9)
        ]

    def test_two_authors_are_two_changes(self) -> None:
        found = only(para(changed("We ", by="A"), changed("act", by="B")))
        assert [(each.text, each.author) for each in formats(found)] == [("We ", "A"), ("act", "B")]

    def test_a_change_without_author_or_date_has_none(self) -> None:
        bare = changed("We act.").replace(' w:author="A"', "").replace(f' w:date="{WHEN}"', "")
        assert (formats(only(para(bare)))[0].author, formats(only(para(bare)))[0].date) == (
            None,
            None,
        )

    def test_words_inserted_and_then_set_bold_keep_both_authors(self) -> None:
        found = only(para("We act", ins(changed(" now", by="B"), by="A"), "."))
        assert [(each.kind, each.author, each.text) for each in found.changes] == [
            (Tracked.INSERTION, "A", " now"),
            (Tracked.FORMAT, "B", " now"),
        ]

    def test_deleted_words_set_bold_stand_nowhere_in_the_text_after(self) -> None:
        found = only(para("We ", deleted(changed("not ", by="B")), "act."))
        assert [(each.text, each.start, each.end) for each in formats(found)] == [("not ", 3, 3)]

    def test_the_look_of_a_number_that_is_parted_from_the_words_is_not_lost(self) -> None:
        found = only(para(changed("9. "), "We act."))
        assert (found.after, told(found)) == ("We act.", ["bold"])

    def test_the_look_of_a_run_without_words_is_declared_for_its_paragraph(self) -> None:
        empty = f"<w:r>{reformatted('rPr', '<w:b/>')}<w:br/></w:r>".replace("<w:br/>", "")
        assert told(only(para("We act.", empty))) == ["bold"]

    def test_runs_without_such_a_change_carry_none(self) -> None:
        assert all(not each.formatted for each in blocks(para("We ", ins("act")))[0].runs)


class TestParagraphs:
    def test_a_new_style_is_named_beside_the_old_one(self) -> None:
        found = only(styled('<w:pStyle w:val="H1"/>'), styles=STYLES)
        assert told(found) == ["style Normal to heading 1"]
        assert (formats(found)[0].start, formats(found)[0].end) == (0, 7)

    @pytest.mark.parametrize(
        ("now", "old", "what"),
        [
            ('<w:jc w:val="center"/>', '<w:jc w:val="left"/>', "alignment left to center"),
            ('<w:ind w:left="5"/>', "", "indent"),
            ('<w:numPr><w:numId w:val="1"/></w:numPr>', "", "number added"),
            ("", '<w:numPr><w:numId w:val="1"/></w:numPr>', "number removed"),
            (
                '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
                '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
                "number changed",
            ),
        ],
    )
    def test_properties_and_numbers_are_told(self, now: str, old: str, what: str) -> None:
        assert told(only(styled(now, old), numbering=numbering())) == [what]

    def test_a_number_put_in_is_a_change_of_format(self) -> None:
        stamp = f'<w:ins w:id="1" w:author="Ann" w:date="{WHEN}"/>'
        listed = item("We act.").replace("</w:numPr>", f"{stamp}</w:numPr>")
        (change,) = formats(only(listed, numbering=numbering()))
        assert (change.what, change.author) == ("number added", "Ann")

    def test_a_number_as_older_versions_of_word_note_it_is_read(self) -> None:
        noted = '<w:numberingChange w:id="1" w:author="Ann" w:original="%1:3:0:."/>'
        listed = item("We act.").replace("</w:numPr>", f"{noted}</w:numPr>")
        assert told(only(listed, numbering=numbering())) == ["number changed"]

    def test_the_look_of_a_paragraph_mark_counts_too(self) -> None:
        mark = f"<w:pPr>{reformatted('rPr', '<w:b/>')}</w:pPr>"
        assert told(only(f"<w:p>{mark}{run('We act.')}</w:p>")) == ["paragraph mark: bold"]

    def test_a_changed_section_is_told_where_it_ends(self) -> None:
        section = reformatted("sectPr", '<w:cols w:num="2"/>', "")
        inside = f"<w:p><w:pPr>{section}</w:pPr>{run('One.')}</w:p>"
        first, second = revision(inside, para("Two."), section).paragraphs
        assert told(first) == told(second) == ["section columns"]

    def test_an_empty_line_tells_its_change_at_the_next_paragraph(self) -> None:
        empty = (
            f"<w:p>{reformatted('pPr', '<w:jc w:val=' + chr(34) + 'center' + chr(34) + '/>')}</w:p>"
        )
        first, second = revision(para("One."), empty, para("Two.")).paragraphs
        assert (told(first), told(second)) == ([], ["empty line: alignment center"])
        first, second = revision(para("One."), para("Two."), empty).paragraphs
        assert (told(first), told(second)) == ([], ["empty line: alignment center"])

    def test_a_file_of_empty_lines_says_what_is_not_shown(self) -> None:
        empty = f"<w:p>{reformatted('pPr', '<w:keepNext/>')}</w:p>"
        assert Code.TEXT_SKIPPED in {each.code for each in revision(empty).notices}

    def test_changes_of_joined_paragraphs_stay_together(self) -> None:
        first = styled("<w:keepNext/>", words="We ").replace(
            "<w:keepNext/>", '<w:rPr><w:del w:id="1" w:author="B"/></w:rPr><w:keepNext/>'
        )
        found = only(first, para("act."))
        assert (found.after, told(found)) == ("We act.", ["kept with next"])


class TestTables:
    def test_each_kind_of_change_stands_at_the_first_paragraph_it_concerns(self) -> None:
        grid = '<w:tblGrid><w:gridCol w:w="9"/><w:tblGridChange w:id="1"><w:tblGrid/>'
        grid += "</w:tblGridChange></w:tblGrid>"
        properties = reformatted("tblPr", '<w:tblW w:w="9"/>', "")
        exception = reformatted("tblPrEx", '<w:tblW w:w="9"/>', "")
        height = reformatted("trPr", '<w:trHeight w:val="9"/>', "")
        cell = reformatted("tcPr", '<w:shd w:fill="FFFF00"/>', "")
        found = revision(
            f"<w:tbl>{properties}{grid}{row('One')}<w:tr>{exception}{height}"
            f"<w:tc>{para('Two')}</w:tc><w:tc>{cell}{para('Three')}</w:tc></w:tr></w:tbl>"
        ).paragraphs
        assert [told(each) for each in found] == [
            ["table width", "table column widths"],
            ["table row height", "table row width"],
            ["table cell shading"],
        ]

    @pytest.mark.parametrize(
        ("state", "what"),
        [
            ('w:vMerge="cont"', "table cell merged with the one above"),
            ('w:vMerge="rest"', "table cell merged with those below"),
            ('w:vMerge="rest" w:vMergeOrig="cont"', "table cell split from the one above"),
            ("", "table cell merged or split"),
        ],
    )
    def test_merged_and_split_cells_are_told(self, state: str, what: str) -> None:
        cell = f'<w:tc><w:tcPr><w:cellMerge w:id="1" w:author="A" {state}/></w:tcPr>'
        assert told(only(f"<w:tbl><w:tr>{cell}{para('One')}</w:tc></w:tr></w:tbl>")) == [what]

    def test_a_deletion_by_another_inside_an_inserted_row_keeps_both(self) -> None:
        found = only(table(row(para(deleted("One", by="B")), mark="ins", by="A")))
        assert [(each.kind, each.author) for each in found.changes][:2] == [
            (Tracked.INSERTION, "A"),
            (Tracked.DELETION, "B"),
        ]


class TestOtherThings:
    def test_a_changed_field_code_is_declared_and_is_no_text(self) -> None:
        code = "<w:r><w:instrText> REF a </w:instrText></w:r>"
        old = code.replace("instrText", "delInstrText").replace("REF a", "REF b")
        found = only(para("See ", ins(code, by="A"), deleted(old, by="B"), "3."))
        assert found.before == found.after == "See 3."
        assert [(each.what, each.author) for each in formats(found)] == [
            ("field code inserted: REF a", "A"),
            ("field code deleted: REF b", "B"),
        ]

    def test_a_field_that_nobody_changed_is_not_declared(self) -> None:
        assert told(only(para("<w:r><w:instrText>PAGE</w:instrText></w:r>", "3."))) == []

    @pytest.mark.parametrize(
        ("kind", "what"),
        [
            ("Ins", "content control inserted"),
            ("Del", "content control deleted"),
            ("MoveFrom", "content control moved away"),
            ("MoveTo", "content control moved here"),
        ],
    )
    def test_content_controls_put_in_and_taken_out_are_told(self, kind: str, what: str) -> None:
        start = f'<w:customXml{kind}RangeStart w:id="1" w:author="Ann" w:date="{WHEN}"/>'
        end = f'<w:customXml{kind}RangeEnd w:id="1"/>'
        inside = f"<w:sdt><w:sdtContent>{run('act')}</w:sdtContent></w:sdt>"
        around = f"<w:sdt><w:sdtContent>{para('We act.')}</w:sdtContent></w:sdt>"
        for body in (para("We ", start, inside, end, "."), f"{start}{around}{end}"):
            (change,) = formats(only(body))
            assert (change.what, change.author, change.text) == (what, "Ann", "We act.")

    def test_an_equation_put_in_by_one_and_cut_by_another_keeps_both(self) -> None:
        letter = "<m:r><m:t>x</m:t></m:r>"
        fraction = (
            '<m:oMath><m:f><m:fPr><m:ctrlPr><w:ins w:id="1" w:author="A"/></m:ctrlPr></m:fPr>'
            f"<m:num>{ins(deleted(letter, by='B'), by='A')}</m:num></m:f></m:oMath>"
        )
        found = only(para("We ", fraction, " act."))
        assert [(each.kind, each.author, each.what) for each in found.changes] == [
            (Tracked.INSERTION, "A", None),
            (Tracked.DELETION, "B", None),
            (Tracked.FORMAT, "A", "equation: fraction inserted"),
        ]

    @pytest.mark.parametrize(("tag", "before", "after"), [("ins", "1", "1x"), ("del", "1x", "1")])
    def test_a_change_inside_the_run_of_an_equation_is_read(
        self, tag: str, before: str, after: str
    ) -> None:
        inner = f'<m:r><w:{tag} w:id="1" w:author="A"><w:rPr/><m:t>x</m:t></w:{tag}></m:r>'
        found = only(para("1", f"<m:oMath>{inner}</m:oMath>"))
        assert (found.before, found.after) == (before, after)
        assert [each.author for each in found.changes] == ["A"]

    def test_words_moved_away_from_an_insertion_keep_both(self) -> None:
        found = only(para("We ", ins(moved_from(run("act"), by="B"), by="A"), "."))
        assert [(each.kind, each.author) for each in found.changes] == [
            (Tracked.INSERTION, "A"),
            (Tracked.MOVE_FROM, "B"),
        ]

    def test_a_paragraph_mark_put_in_by_one_and_cut_by_another_keeps_both(self) -> None:
        marks = '<w:ins w:id="1" w:author="A"/><w:del w:id="2" w:author="B"/>'
        found = only(f"<w:p><w:pPr><w:rPr>{marks}</w:rPr></w:pPr>{run('We ')}</w:p>", para("act."))
        assert found.before == found.after.replace("\n", "") == "We act."
        assert [(each.kind, each.author) for each in found.changes] == [
            (Tracked.PARAGRAPH_SPLIT, "A"),
            (Tracked.PARAGRAPH_JOIN, "B"),
        ]

    def test_a_change_inside_a_note_or_a_margin_is_read(self) -> None:
        note = f'<w:footnote w:id="2">{para(changed("Note."))}</w:footnote>'
        reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        _, second = revision(para("We act.", reference), footnotes=note).paragraphs
        assert told(second) == ["bold"]

    def test_equal_changes_are_one_value(self) -> None:
        first, second = blocks(para(changed("One")), para(changed("Two")))
        assert first.runs[0].formatted[0] is second.runs[0].formatted[0]
        assert first.runs[0].formatted == (Formatting("bold", Stamp("A", WHEN)),)

    def test_a_comment_and_a_change_of_format_do_not_disturb_each_other(self) -> None:
        found = only(para("We ", commented(changed("act"), 1)))
        assert told(found) == ["bold"]


EXPECTED = {
    "RP021-Inserted-Numbering-Properties": ["number added"],
    "RP024-ParagraphMark-rPr-Change": ["paragraph mark: bold"],
    "RP027-Change-Section": ["section margins, page size, columns, grid"],
}


@pytest.mark.skipif(not TRACKED.is_dir(), reason="no ../shared/data here")
@pytest.mark.parametrize("name", EXPECTED)
def test_real_changes_of_format_are_told_with_their_author(name: str) -> None:
    found = parse(read(TRACKED / f"{name}.docx"), "Rev 1")
    changes = [change for each in found.paragraphs for change in formats(each)]
    assert [each.what for each in changes] == EXPECTED[name]
    assert {each.author for each in changes} == {"Eric White"}
    assert all(each.date is not None and each.date.endswith("Z") for each in changes)
