"""Submission tables in the six languages of the United Nations, and tables laid out oddly."""

from __future__ import annotations

import pytest

from amend.model.draft import Revision
from amend.model.proposal import Operation, Submission
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.proposals import read_proposals
from amend.read import read_bytes
from amend.read.txt import read_text
from tests.builders import docx, para, row, run, table

FOUR = "We hear the rivers of our land sing at night."
NINE = "We commit to ensure access to basic services for children."
TEN = "We encourage members to act, where feasible, on drought."
ASKED = NINE.replace("ensure", "grant")
BASE: Revision = parse(read_text(f"4. {FOUR}\n\n9. {NINE}\n\n10. {TEN}\n"), "Rev 1")


def submitted(*body: str) -> Submission:
    return read_proposals(read_bytes(docx(*body), "delta.docx"), BASE, by=("Delta",))


def asked(submission: Submission) -> list[tuple[Operation, tuple[str, ...], str | None]]:
    return [(each.operation, each.paragraphs, each.whole) for each in submission.proposals]


REPLACED = [(Operation.REPLACE_PARAGRAPH, ("p2",), ASKED)]
HEADS = {
    "en": ("Current text", "Proposed text", "Rationale", "Para", "Delegation"),
    "en, others": ("Draft", "Suggested wording", "Comments", "Clause", "Country"),
    "en, parliaments": ("Text proposed by the Board", "Amendment", "Justification", "No.", "By"),
    "fr": ("Texte actuel", "Texte proposé", "Justification", "Paragraphe", "Délégation"),
    "fr, others": ("Libellé actuel", "Amendement proposé", "Motif", "Alinéa", "Auteur"),
    "es": ("Texto actual", "Texto propuesto", "Justificación", "Párrafo", "Delegación"),
    "es, others": ("Redacción actual", "Propuesta de enmienda", "Fundamento", "Apartado", "País"),
    "ru": ("Действующий текст", "Предлагаемый текст", "Обоснование", "Пункт", "Делегация"),
    "ru, others": ("Текст проекта", "Предлагаемая редакция", "Пояснение", "№", "Автор"),
    "ar": ("النص الحالي", "النص المقترح", "المبررات", "الفقرة", "الوفد"),
    "ar, others": ("نص المشروع", "التعديل المقترح", "الأساس المنطقي", "رقم الفقرة", "الدولة"),
    "zh": ("现有案文", "拟议案文", "理由", "段落", "代表团"),
    "zh, others": ("原文", "修改建议", "说明", "编号", "国家"),
}  # fmt: skip


@pytest.mark.parametrize("language", HEADS)
def test_two_three_and_five_columns_are_known_in_any_order(language: str) -> None:
    current, proposed, why, label, by = HEADS[language]
    two = submitted(table(row(current, proposed), row(f"9. {NINE}", f"9. {ASKED}")))
    three = submitted(table(row(proposed, why, current), row(ASKED, "They need it.", NINE)))
    five = submitted(
        table(row(why, label, current, by, proposed), row("Why.", "9", NINE, "Osmere", ASKED))
    )
    assert (asked(two), asked(three), asked(five)) == (REPLACED, REPLACED, REPLACED)
    assert [each.by for each in (*two.proposals, *five.proposals)] == [("Delta",), ("Osmere",)]
    assert (*two.notices, *three.notices, *five.notices) == ()


@pytest.mark.parametrize(
    "word",
    [
        *("Supprimer", "à supprimer", "Suprimir", "Исключить", "исключить пункт"),
        *("حذف", "تحذف الفقرة", "删除", "删去该段"),
    ],
)
def test_a_deletion_is_known_in_six_languages(word: str) -> None:
    found = submitted(table(row("Para", "Current text", "Proposed text"), row("9", NINE, word)))
    assert [(each.operation, each.cut) for each in found.proposals] == [
        (Operation.DELETE_PARAGRAPH, NINE)
    ]


@pytest.mark.parametrize(
    "word", ["sans changement", "sin cambios", "без изменений", "بدون تغيير", "无修改", "不变"]
)
def test_no_change_asks_for_nothing_in_six_languages(word: str) -> None:
    found = submitted(table(row("Para", "Current text", "Proposed text"), row("9", NINE, word)))
    assert (found.proposals, found.notices) == ((), ())


@pytest.mark.parametrize("word", ["Поддерживаем", "نؤيد", "支持", "D'accord", "De acuerdo"])
def test_support_is_known_in_six_languages(word: str) -> None:
    found = submitted(table(row("Para", "Current text", "Proposed text"), row("9", NINE, word)))
    assert [each.operation for each in found.proposals] == [Operation.SUPPORT]


def test_a_title_above_the_header_and_the_header_again_on_a_new_page_are_no_rows() -> None:
    title = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{para("By Osmere")}</w:tc></w:tr>'
    header = row("No.", "Current text", "Proposed text")
    found = submitted(table(title, header, row("9", NINE, ASKED), header, row("10", TEN, "Delete")))
    assert [each.operation for each in found.proposals] == [
        Operation.REPLACE_PARAGRAPH, Operation.DELETE_PARAGRAPH,
    ]  # fmt: skip
    assert found.notices == ()


def cell(text: str, merge: str = "") -> str:
    """A cell; `merge` is "restart" for the first of merged ones, "continue" for those below."""
    inside = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{inside}</w:tcPr>{para(text)}</w:tc>"


def test_merged_cells_hold_for_all_their_rows() -> None:
    header = row("Para", "Current text", "Proposed text", "By")
    first = f"<w:tr>{cell('9', 'restart')}{cell(NINE, 'restart')}{cell(ASKED)}{cell('A')}</w:tr>"
    other = NINE.replace("children", "all")
    second = f"<w:tr>{cell('', 'continue')}{cell('', 'continue')}{cell(other)}{cell('B')}</w:tr>"
    found = submitted(table(header, first, second))
    assert [(each.by, each.whole, each.paragraphs) for each in found.proposals] == [
        (("A",), ASKED, ("p2",)), (("B",), other, ("p2",)),
    ]  # fmt: skip


def test_one_deletion_may_stand_beside_several_paragraphs() -> None:
    header = row("Para", "Current text", "Proposed text")
    first = f"<w:tr>{cell('9')}{cell(NINE)}{cell('Delete', 'restart')}</w:tr>"
    second = f"<w:tr>{cell('10')}{cell(TEN)}{cell('', 'continue')}</w:tr>"
    found = submitted(table(header, first, second))
    assert [each.paragraphs for each in found.proposals] == [("p2",), ("p3",)]


@pytest.mark.parametrize(
    "rows",
    [
        (row(NINE, ASKED), row(TEN, "Delete")),
        (row("Chair", "We"), row(NINE, ASKED), row(TEN, TEN)),
        (row("9", NINE, ASKED, "because"), row("10", TEN, TEN, "")),
        (row(f"9. {NINE}", f"9. {ASKED}"),),
    ],
)
def test_columns_without_a_header_are_guessed_where_the_base_bears_it_out(
    rows: tuple[str, ...],
) -> None:
    found = submitted(table(*rows))
    assert asked(found)[:1] == REPLACED
    assert [each.code for each in found.notices] == [Code.MARKS_GUESSED]


def test_columns_that_have_nothing_to_do_with_each_other_are_not_guessed() -> None:
    rows = row(NINE, "Some other words, in no way like it"), row(TEN, "No words of it but others")
    found = submitted(table(*rows))
    assert Code.MARKS_GUESSED not in [each.code for each in found.notices]
    assert all(each.whole != ASKED for each in found.proposals)


def test_marks_inside_cells_are_read_by_the_legend_and_by_signs() -> None:
    red, blue = '<w:color w:val="FF0000"/>', '<w:color w:val="0000FF"/>'
    marked = para(run("We commit to "), run("ensure", blue), run("grant", red), run(NINE[19:]))
    header = row("Para", "Proposed text")
    by_legend = submitted("Additions in red, deletions in blue.", table(header, row("9", marked)))
    typed = f"We commit to [DELETE ensure] [ADD grant]{NINE[19:]}"
    by_signs = submitted(table(header, row("9", typed)))
    assert (asked(by_legend), asked(by_signs)) == (REPLACED, REPLACED)


def test_a_table_of_the_draft_itself_may_hold_the_marks() -> None:
    marked = para(
        run("We commit to "), run("ensure", "<w:strike/>"), run("grant", "<w:b/>"), run(NINE[19:])
    )
    found = submitted(table(row("No.", "Text"), row("4", FOUR), row("9", marked), row("10", TEN)))
    assert [each.whole for each in found.proposals] == [ASKED]
