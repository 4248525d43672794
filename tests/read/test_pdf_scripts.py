"""PDFs in the languages of the United Nations, and what pages do to words, numbers and tables."""

from __future__ import annotations

import pytest

import amend
from amend.model.source import BlockKind, SourceText
from amend.read.pdf import read_bytes
from tests.read.papers import Sheet, paper, wrapped

RUSSIAN = (
    "Государства-участники сотрудничают в целях создания потенциала и передачи морской "
    "технологии, а также обеспечивают к ним справедливый доступ."
)
FRENCH = (
    "Les Parties s’engagent à coopérer au renforcement des capacités et à l’accès équitable, "
    "où qu’elles se trouvent, aux ressources de la mer."
)
SPANISH = (
    "Los Estados partes cooperarán, según proceda, en la creación de capacidad y la enseñanza, "
    "año tras año y también en el océano."
)
CHINESE = "各方应当每年举行一次会议，审议渡轮的班次和票价，并且在冬季港口结冰时继续通航，确保所有旅客都能按照普通票价乘船。"  # noqa: E501
ARABIC = ("تتعاون الدول الأطراف في صيانة العبارات بين الجزر", "والبر الرئيسي طوال السنة.")


def source(*sheets: Sheet) -> SourceText:
    return read_bytes(paper(sheets), "draft.pdf")


def told(*sheets: Sheet) -> list[tuple[str, str]]:
    """Return the labels and words of the paragraphs, as a revision has them."""
    text = "\n\n".join(
        f"{each.number or ''} {each.after}".strip()
        for each in source(*sheets).blocks
        if each.kind is not BlockKind.MARGIN
    )
    return [(str(each.label or ""), each.text)
            for each in amend.read_text(text, name="Rev 1").paragraphs]  # fmt: skip


def column(sheet: Sheet, y: float, lines: list[str]) -> float:
    for each in lines:
        sheet.script(70, y, each)
        y -= 14
    return y


class TestLanguages:
    """Words and labels in the six languages; English stands everywhere else."""

    @pytest.mark.parametrize(
        ("label", "printed", "words"),
        [("1", "1.", RUSSIAN), ("2bis", "2 bis.", FRENCH), ("3", "3.", SPANISH)],
    )
    def test_letters_of_any_alphabet_make_paragraphs(
        self, label: str, printed: str, words: str
    ) -> None:
        sheet = Sheet()
        column(sheet, column(sheet, 740, wrapped(f"{printed} {words}", 60)) - 6, ["9. x."])
        assert told(sheet) == [(label, words), ("9", "x.")]

    def test_chinese_lines_join_without_a_space(self) -> None:
        sheet = Sheet()
        y = 740.0
        for printed in ("一、", "2. "):
            whole = printed + CHINESE
            y = column(sheet, y, [whole[at : at + 40] for at in range(0, len(whole), 40)])
        assert told(sheet) == [("1", CHINESE), ("2", CHINESE)]

    @pytest.mark.parametrize("printed", ["2.", "2 ."])
    def test_arabic_is_read_from_the_right_with_its_label(self, printed: str) -> None:
        sheet = Sheet()
        y = 740.0
        for each in (f"{printed} {ARABIC[0]}", ARABIC[1], f"3{printed[1:]} {ARABIC[1]}"):
            sheet.script(520 - 5 * len(each), y, each[::-1])  # as it looks
            y -= 14
        assert told(sheet) == [("2", " ".join(ARABIC)), ("3", ARABIC[1])]


class TestWords:
    """Spaces and letters as they are meant, not as they are set."""

    def test_letters_set_apart_for_show_come_together(self) -> None:
        sheet = Sheet().words(250, 740, "A N N E X").words(70, 700, "1. The ferry sails.")
        assert [each.after for each in source(sheet).blocks] == ["ANNEX", "1. The ferry sails."]

    def test_a_space_under_a_letter_that_leans_over_is_seen(self) -> None:
        sheet = Sheet().words(70, 740, "1. The head of the ferry and the end of the pier, of it.")
        sheet.words(70, 720, "2. The end of").words(125.4, 720, "the pier and of the ferry.")
        sheet.words(70, 700, "3. The").words(97, 700, "ferry sails.")
        assert told(sheet)[1] == ("2", "The end of the pier and of the ferry.")


class TestNumbers:
    """Numbers as they hang in the margin."""

    def test_a_number_without_its_full_stop_counts_on(self) -> None:
        sheet = Sheet()
        for place, printed in enumerate(("7.", "8", "9.")):
            sheet.words(70, 740 - 20 * place, printed).words(95, 740 - 20 * place, "Boats sail.")
        assert [each.number for each in source(sheet).blocks] == [None, "8", None]
        assert source(sheet).blocks[1].after == "Boats sail."

    def test_a_title_behind_the_number_of_a_resolution_is_one(self) -> None:
        sheet = Sheet().words(70, 740, "90/12.", 13, "F2")
        sheet.words(125, 740, "Ferries between the islands and the main", 13, "F2")
        sheet.words(125, 724, "land in the winter months", 13, "F2")
        sheet.lines(70, 690, ["1. The ferries sail all the year in winter too when it freezes."])
        found = source(sheet).blocks
        assert len(found) == 2
        assert found[0].after.startswith("90/12. Ferries")

    def test_a_figure_that_does_not_count_on_is_a_word(self) -> None:
        sheet = Sheet()
        for place, printed in enumerate(("7.", "12", "8.")):
            sheet.words(70, 740 - 20 * place, printed).words(95, 740 - 20 * place, "boats sail.")
        assert [each.number for each in source(sheet).blocks] == [None, None, None]


class TestTables:
    """Tables that are longer than their page."""

    def test_a_table_goes_on_on_the_next_page(self) -> None:
        sheets = []
        for rows in (("3", "Boats sail."), ("4", "Piers stand.")):
            sheet = Sheet()
            for y in (700, 680, 660):
                sheet.stroke(70, y, 370, y)
            for x in (70, 170, 370):
                sheet.stroke(x, 660, x, 700)
            for y, row in ((686, ("Number", "Text")), (666, rows)):
                sheet.words(74, y, row[0]).words(174, y, row[1])
            sheets.append(sheet)
        cells = [(each.cell.row, each.cell.column, each.after, each.source.page)
                 for each in source(*sheets).blocks if each.cell]  # fmt: skip
        assert ("3", 1) in [(text, page) for _, _, text, page in cells]
        assert ("4", 2) in [(text, page) for _, _, text, page in cells]


class TestAnnotations:
    """Words that readers of a PDF put in."""

    def test_a_caret_with_words_puts_them_in(self) -> None:
        sheet = Sheet().words(70, 700, "1. Boats").words(112, 700, "sail.")
        sheet.note("Caret", (105, 696, 111, 704), "shall", "Ana")
        (block,) = source(sheet).blocks
        assert (block.before, block.after) == ("1. Boats sail.", "1. Boats shall sail.")
        assert [run.inserted.author for run in block.runs if run.inserted] == ["Ana"]
