"""What programs do to drafts when they print them: each cause of a difference to the Word file."""

from __future__ import annotations

import pytest

from amend.model.source import BlockKind, SourceText
from amend.notices import Code
from amend.read import read_bytes
from tests.builders import docx
from tests.read.papers import Sheet, paper, wrapped

LONG = (
    "The Parties shall maintain the ferry between the islands and the mainland all the year, in "
    "winter too when the harbour freezes, and every passenger may travel at the ordinary fare."
)


def source(*sheets: Sheet) -> SourceText:
    return read_bytes(paper(sheets), "draft.pdf")


def body(*sheets: Sheet) -> list[str]:
    return [each.after for each in source(*sheets).blocks if each.kind is not BlockKind.MARGIN]


class TestParagraphs:
    """Where paragraphs end on pages that word processors print."""

    def test_articles_at_the_head_of_two_pages_do_not_run(self) -> None:
        sheets = []
        for number, article in ((1, 3), (2, 8)):
            sheet = Sheet().words(70, 800, "Draft of May", 8).words(290, 40, f"{number}/2", 8)
            sheet.words(270, 770, f"Article {article}", 10, "F2")
            sheets.append(sheet.lines(70, 740, wrapped(LONG, 80)))
        assert body(*sheets) == ["Article 3", LONG, "Article 8", LONG]

    def test_a_line_that_stands_in_the_middle_by_chance_goes_on(self) -> None:
        sheet = Sheet().words(70, 740, "1. The Council sits on the island, and on the mainland in "
                              "winter, at its own cost.")  # fmt: skip
        sheet.words(110, 710, "(a) The Parties shall keep the ferries and the piers of every "
                    "island in good order,")  # fmt: skip
        sheet.words(130, 698, "and every passenger may travel there at the ordinary fare.")
        assert len(body(sheet)) == 2

    def test_the_title_of_an_article_stands_by_itself(self) -> None:
        sheet = (
            Sheet().words(280, 740, "Article 5", 10, "F2").words(268, 727, "Ferry lines", 10, "F2")
        )
        sheet.lines(70, 700, [f"1. {each}" if not n else each
                              for n, each in enumerate(wrapped(LONG, 90))])  # fmt: skip
        assert body(sheet) == ["Article 5", "Ferry lines", f"1. {LONG}"]

    def test_paragraphs_set_in_stand_one_below_the_other_without_room(self) -> None:
        first = "Recalling the ferries of the islands, and all that was said of them there before,"
        sheet = Sheet().words(98, 740, first)
        lines = wrapped(f"Recognizing that {LONG}", 84)
        sheet.words(98, 728, lines[0]).lines(70, 716, lines[1:])
        assert body(sheet) == [first, " ".join(lines)]

    def test_a_short_page_has_its_line_numbers_where_the_others_have_theirs(self) -> None:
        sheets = []
        for count in (16, 2):
            sheet = Sheet()
            for line in range(count):
                sheet.words(45, 740 - 14 * line, f"{line + 1}", 10)
                sheet.words(90, 740 - 14 * line, "The ferries sail to each island every day")
            sheets.append(sheet)
        assert not any(each[0].isdigit() for each in body(*sheets))


class TestWords:
    """Words as they are meant, however the letters were placed."""

    @pytest.mark.parametrize("said", ["Draft text of a declaration", "D R A F T"])
    def test_letters_set_apart_for_show_make_words_again(self, said: str) -> None:
        sheet = Sheet().words(150, 740, said, more="5 Tc" if "text" in said else "")
        assert body(sheet) == [said if "text" in said else "DRAFT"]

    def test_a_number_close_to_its_words_is_parted_from_them(self) -> None:
        sheet = Sheet().words(70, 740, "(a)").words(81.2, 740, "Boats sail every day.")
        assert body(sheet) == ["(a) Boats sail every day."]

    def test_no_word_is_lost_beside_a_mark_that_begins_behind_a_space(self) -> None:
        sheet = Sheet().words(70, 740, "Every person may travel.")
        sheet.note("Highlight", (95, 737, 123, 749), "Look here.", "Ana")
        assert body(sheet) == ["Every person may travel."]

    def test_a_file_that_breaks_no_words_keeps_the_hyphens_at_its_line_ends(self) -> None:
        lines = ["The ferries of all the islands sail on every day of", "the year and each goes on"]
        sheet = Sheet().lines(70, 780, lines * 27, size=10)
        sheet.lines(70, 120, ["1. Nobody may be kept from sailing on grounds of some-",
                              "where else having a ferry of its own."])  # fmt: skip
        assert body(sheet)[-1].startswith(
            "1. Nobody may be kept from sailing on grounds of some-where"
        )

    def test_chinese_lines_go_on_without_a_space_behind_a_sign_of_half_width(self) -> None:
        sheet = Sheet().script(70, 740, "各方应当每年举行一次会议审议渡轮的班次和票价作为共同标准,")
        sheet.script(70, 726, "并且在冬季港口结冰时继续通航。")
        assert body(sheet) == [
            "各方应当每年举行一次会议审议渡轮的班次和票价作为共同标准,并且在冬季港口结冰时继续通航。"
        ]


class TestArabic:
    """Arabic as LibreOffice prints it."""

    @pytest.mark.parametrize("stroke", ["n", "_", "?"])
    def test_a_stroke_that_lengthens_a_word_is_no_letter(self, stroke: str) -> None:
        sheet = Sheet().script(500, 740, "تتعاون"[::-1]).script(470, 740, "الدو"[::-1])
        sheet.script(465, 740, stroke).script(450, 740, "لية"[::-1])
        assert body(sheet) == ["تتعاون الدولية"]

    def test_a_paragraph_hangs_from_the_right(self) -> None:
        said = ("تتعاون الدول الأطراف في صيانة العبارات بين الجزر والبر.", "والموانئ طوال السنة.")
        sheet = Sheet()
        for printed, y in (("1.", 740), ("2.", 700)):
            sheet.script(520, y, printed[::-1])
            for line, each in enumerate(said):
                sheet.script(500 - 5 * len(each), y - 14 * line, each[::-1])
        assert len(body(sheet)) == 2


class TestNotes:
    """Footnotes of two columns."""

    def test_each_column_has_its_own(self) -> None:
        sheet = Sheet()
        for x, mark in ((70, "1"), (310, "2")):
            sheet.lines(x, 740, wrapped(f"{LONG} {LONG}", 48))
            sheet.words(x, 560, f"Boats sail where the piers of {mark}land are kept").words(
                x + 180, 564, mark, 6
            )
            top = 180 if mark == "1" else 140
            sheet.stroke(x, top + 12, x + 60, top + 12)
            sheet.words(x, top + 3, mark, 5).words(x + 4, top, "As the Council said of it.", 8)
        notes = [each for each in source(sheet).blocks if each.kind is BlockKind.NOTE]
        assert [each.style for each in notes] == ["footnote 1", "footnote 2"]
        assert all(each.noted for each in notes)


class TestMastheads:
    """What the United Nations print above a text."""

    HEAD = ("United Nations", "A/AC.999/L.7", "Distr.: Limited", "3 June 2027")

    def test_a_masthead_stands_apart_in_a_word_file_as_in_a_pdf(self) -> None:
        word = read_bytes(docx(*self.HEAD, "1. Boats sail."), "draft.docx")
        sheet = Sheet()
        for line, each in enumerate(self.HEAD):
            sheet.words(70, 760 - 14 * line, each)
        pdf = source(sheet.words(70, 650, "1. Boats sail."))
        for found in (word, pdf):
            kinds = [each.kind for each in found.blocks]
            assert [each.after for each in found.blocks] == [*self.HEAD, "1. Boats sail."]
            assert kinds == [BlockKind.MARGIN] * 4 + [BlockKind.BODY]
            assert Code.FRONT_SET_APART in {each.code for each in found.notices}

    @pytest.mark.parametrize("title", ["The United Nations and the ferries", "United Nations"])
    def test_two_signs_of_a_masthead_are_none(self, title: str) -> None:
        said = (title, "3 June 2027", "1. Boats sail.")
        found = read_bytes(docx(*said), "draft.docx")
        assert all(each.kind is not BlockKind.MARGIN for each in found.blocks)
