"""Sheets as submissions: a matrix of any make arrives as proposals, and no row is lost."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

import amend
from amend import pipeline
from amend.model.form import FILE, GUIDE, SHEET, is_blank
from amend.model.proposal import Operation, Proposal, Submission
from amend.notices import Code
from amend.read import read
from amend.render.template import COLUMNS, template
from amend.store.settings import load_settings
from amend.store.workspace import discover
from amend.workspace import init
from tests.commands import amend as command
from tests.read.books import book, sheet

BASE = amend.read_text(
    "8. We recall the pledges.\n\n9. We encourage States to protect children from harm.\n\n"
    "10. We will return, as appropriate, in dignity.\n",
    name="Rev 1",
)
HEAD = ("Para", "Current text", "Proposed text", "Proponent", "Rationale")
ROWS = (
    ("9", "We encourage States to protect children from harm.",
     "We encourage States to protect children and youth from harm.", "PICUM", "Left out."),
    ("8", "", "delete", "Osmere, Veldane", ""),
    ("9 bis", "", "We thank the host.", "PICUM", ""),
    ("44", "Somebody else’s words stood here.", "We do what nobody reads.", "Osmere", ""),
)  # fmt: skip


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def submission(path: Path) -> Submission:
    return pipeline.read_submission(path, BASE)


def said(proposals: tuple[Proposal, ...]) -> list[tuple[str, tuple[str, ...], list[str]]]:
    return [(each.operation, each.by, [str(one) for one in each.target]) for each in proposals]


WANTED = [
    ("replace_paragraph", ("PICUM",), ["9"]),
    ("delete_paragraph", ("Osmere", "Veldane"), ["8"]),
    ("insert_new_paragraph", ("PICUM",), ["9bis"]),
    ("replace_paragraph", ("Osmere",), ["44"]),
]


def test_a_workbook_is_read_as_a_matrix(tmp_path: Path) -> None:
    path = written(tmp_path, "m.xlsx", book({"Sheet 1": sheet(HEAD, *ROWS)}))
    found = submission(path)
    assert said(found.proposals) == WANTED
    assert said(amend.proposals(path, against=BASE)) == WANTED


def test_a_row_that_cannot_be_placed_is_kept_and_told_by_sheet_and_row(tmp_path: Path) -> None:
    path = written(tmp_path, "m.xlsx", book({"Our wishes": sheet(HEAD, *ROWS)}))
    found = submission(path)
    assert [(each.code, each.where) for each in found.notices] == [
        (Code.TARGET_UNRESOLVED, "m.xlsx, sheet Our wishes, row 5")
    ]
    assert found.proposals[-1].paragraphs == ()


@pytest.mark.parametrize(
    ("proposed", "operation"),
    [
        ("We will return, as appropriate, in dignity.", None),
        ("We will return [, as appropriate,] in dignity.", Operation.BRACKET),
        ("We will return as appropriate, in dignity.", Operation.EDITORIAL),
        ("We will return, [as appropriate], in dignity.", Operation.BRACKET),
    ],
)
def test_a_row_that_keeps_every_word_is_read_for_its_brackets_and_signs(
    tmp_path: Path, proposed: str, operation: Operation | None
) -> None:
    stood = "We will return, as appropriate, in dignity."
    data = book({"S": sheet(HEAD[:3], ("10", stood, proposed))})
    found = submission(written(tmp_path, "m.xlsx", data)).proposals
    assert [each.operation for each in found] == ([] if operation is None else [operation])
    if found:
        changed = amend.apply(BASE, found)
        assert [each.text for each in changed.paragraphs][-1] == proposed


def test_a_number_of_many_means_the_paragraph_whose_text_is_quoted(tmp_path: Path) -> None:
    base = amend.read_text(
        "1. We meet.\n\n(1) We call the ferrymen to order each spring.\n\n1. We part.\n",
        name="Rev 1",
    )
    stood = "We call the ferrymen to order each spring."
    row = ("1", stood, "We call the ferrymen to order each autumn.")
    path = written(tmp_path, "m.xlsx", book({"S": sheet(HEAD[:3], row)}))
    found = pipeline.read_submission(path, base)
    (held,) = [each.id for each in base.paragraphs if each.text == stood]
    assert [each.paragraphs for each in found.proposals] == [(held,)]
    assert found.notices == ()


@pytest.mark.parametrize(
    ("serial", "para"),
    [("No.", "Para."), ("#", "Paragraph"), ("S. No", "Para"), ("№ п/п", "Пункт"), ("序号", "段落")],
)
def test_a_column_that_counts_the_rows_is_not_taken_for_the_paragraph(
    tmp_path: Path, serial: str, para: str
) -> None:
    rows = [(serial, para, "Proposed text"), ("1", "9", "We act."), ("8", "10", "delete")]
    found = submission(written(tmp_path, "m.xlsx", book({"S": sheet(*rows)})))
    assert [each[2] for each in said(found.proposals)] == [["9"], ["10"]]


def test_a_column_of_numbers_is_the_paragraph_where_no_other_is(tmp_path: Path) -> None:
    data = book({"S": sheet(("No.", "Proposed text"), ("9", "We act."))})
    found = submission(written(tmp_path, "m.xlsx", data))
    assert [each[2] for each in said(found.proposals)] == [["9"]]


def test_a_number_the_draft_does_not_reach_is_no_new_paragraph(tmp_path: Path) -> None:
    rows = [HEAD[:3], ("99", "", "We act."), ("11", "", "We thank all."), ("", "", "We go.")]
    found = submission(written(tmp_path, "m.xlsx", book({"S": sheet(*rows)})))
    assert [each[0] for each in said(found.proposals)] == [
        "replace_paragraph",
        "insert_new_paragraph",
        "insert_new_paragraph",
    ]
    assert [(each.code, each.where) for each in found.notices] == [
        (Code.TARGET_UNRESOLVED, "m.xlsx, sheet S, row 2"),
        (Code.TARGET_UNRESOLVED, "m.xlsx, sheet S, row 4"),
    ]
    assert str(found.proposals[0].source) == "m.xlsx, sheet S, row 2"


def test_titles_above_the_headings_and_several_sheets_are_fine(tmp_path: Path) -> None:
    first = sheet(("Comments of PICUM on Rev 1",), (), HEAD, ROWS[0])
    second = sheet(("Proposed text", "Para"), ("We thank the host.", "9bis"))
    path = written(tmp_path, "picum.xlsx", book({"One": first, "Two": second}))
    found = said(submission(path).proposals)
    assert [(each[0], each[2]) for each in found] == [
        ("replace_paragraph", ["9"]),
        ("insert_new_paragraph", ["9bis"]),
    ]


def test_a_merged_cell_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows = (("9", "", "We urge States to act.", "EU"), ("", "", "We ask States to act.", "US"))
    data = book({"S": sheet(HEAD[:4], *rows, merged="A2:A3")})
    found = said(submission(written(tmp_path, "m.xlsx", data)).proposals)
    assert [(each[1], each[2]) for each in found] == [(("EU",), ["9"]), (("US",), ["9"])]


def test_struck_words_in_a_cell_are_no_part_of_the_text_asked_for(tmp_path: Path) -> None:
    shared = (
        "<si><r><t>We encourage States to protect </t></r>"
        "<r><rPr><strike/></rPr><t>children</t></r><r><t> all persons from harm.</t></r></si>"
    )
    row = ('<c r="A2"><v>9</v></c>', '<c r="B2" t="s"><v>0</v></c>')
    data = book({"S": sheet(("Para", "Proposed text"), row)}, shared=shared)
    (found,) = submission(written(tmp_path, "m.xlsx", data)).proposals
    assert found.text == "We encourage States to protect all persons from harm."


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_of_values_is_read_as_a_matrix(tmp_path: Path, sign: str) -> None:
    lines = [sign.join(f'"{each}"' for each in row) for row in (HEAD, *ROWS)]
    path = written(tmp_path, "m.csv", "\r\n".join(lines).encode("utf-8-sig"))
    found = submission(path)
    assert said(found.proposals) == WANTED
    assert [each.where for each in found.notices] == ["m.csv, row 5"]


@pytest.mark.parametrize(
    "head",
    [
        ("Paragraphe", "Texte actuel", "Texte proposé", "Auteur"),
        ("Párrafo", "Texto actual", "Texto propuesto", "Proponente"),
        ("Пункт", "Текущий текст", "Предлагаемый текст", "Автор"),
        ("الفقرة", "النص الحالي", "النص المقترح", "مقدم الاقتراح"),
        ("段落", "现有案文", "拟议案文", "提案方"),
    ],
)
def test_the_headings_may_be_in_any_language_of_the_united_nations(
    tmp_path: Path, head: tuple[str, ...]
) -> None:
    path = written(tmp_path, "m.xlsx", book({"S": sheet(head, ROWS[0][:4])}))
    assert [each[0] for each in said(submission(path).proposals)] == ["replace_paragraph"]


def test_a_formula_is_text_as_any_other(tmp_path: Path) -> None:
    row = ("9", '=HYPERLINK("http://x.example")')
    path = written(tmp_path, "m.xlsx", book({"S": sheet(("Para", "Proposed text"), row)}))
    (found,) = submission(path).proposals
    assert found.text == '=HYPERLINK("http://x.example")'


def test_a_form_that_nobody_touched_asks_for_nothing_and_says_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "delta-rev1.xlsx", template())
    found = submission(path)
    assert (found.proposals, found.notices) == ((), ())
    assert is_blank(read(path))
    assert template() == template()


def test_a_form_that_is_filled_in_is_read_and_its_guide_is_not(tmp_path: Path) -> None:
    sheets = {SHEET: sheet(HEAD, ROWS[0]), GUIDE: sheet(("Delete para 8.",))}
    found = submission(written(tmp_path, "m.xlsx", book(sheets)))
    assert said(found.proposals) == WANTED[:1]
    assert found.notices == ()


def test_init_writes_the_form_once_and_discovery_passes_it_over(tmp_path: Path) -> None:
    made = init(tmp_path / "desk")
    assert made[-1].name == FILE
    assert init(tmp_path / "desk") == ()
    found = discover(tmp_path / "desk", load_settings(tmp_path / "desk"))
    assert (found.proposals, found.notices, found.unanswered) == ((), (), ())


def test_a_form_filled_in_under_its_own_name_is_told(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    init(desk)
    (desk / "drafts" / "rev1.txt").write_text("9. We act.\n\n10. We meet.\n", encoding="utf-8")
    assert "template.xlsx" not in command("report", "--in", desk, "-o", desk / "report").err
    (desk / "proposals" / FILE).write_bytes(book({"Proposals": sheet(HEAD, ROWS[0])}))
    answer = command("report", "--in", desk, "-o", desk / "report")
    assert "file-skipped: proposals/template.xlsx: it is filled in" in answer.err + answer.out


def test_the_headings_of_the_form_are_those_that_are_known(tmp_path: Path) -> None:
    head = tuple(name for name, *_ in COLUMNS)
    path = written(tmp_path, "m.xlsx", book({"S": sheet(head, *ROWS)}))
    assert said(submission(path).proposals) == WANTED


def letter(text: str, subject: str = "PICUM: comments on Rev 1") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "PICUM <secretary@picum.example>"
    message["Date"] = "Wed, 11 Feb 2026 10:00:00 +0000"
    message["Subject"] = subject
    message.set_content(text)
    return message


def test_a_mail_and_what_came_with_it_are_one_submission(tmp_path: Path) -> None:
    message = letter("Dear all,\n\nDelete para 8.\n\nBest regards,\nThe secretary\n")
    data = book({"S": sheet(("Para", "Proposed text"), ("9bis", "We thank the host."))})
    message.add_attachment(data, maintype="application", subtype="x", filename="more.xlsx")
    message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="scan.pdf")
    found = submission(written(tmp_path, "m.eml", message.as_bytes()))
    assert (found.by, found.on) == (("PICUM",), "Rev 1")
    assert said(found.proposals) == [
        ("delete_paragraph", ("PICUM",), ["8"]),
        ("insert_new_paragraph", ("PICUM",), ["9bis"]),
    ]
    assert {each.date for each in found.proposals} == {"2026-02-11"}
    assert [each.source.file for each in found.proposals] == ["m.eml", "m.eml, more.xlsx"]
    assert [(each.code, each.where) for each in found.notices] == [
        (Code.FILE_SKIPPED, "m.eml, scan.pdf")
    ]


def test_who_a_mail_itself_says_it_is_from_wins_over_its_head(tmp_path: Path) -> None:
    path = written(tmp_path, "m.eml", letter("By: Osmere\n\nDelete para 8.\n").as_bytes())
    assert submission(path).by == ("Osmere",)
    assert pipeline.read_submission(path, BASE, by=("Delta",)).by == ("Delta",)


CLERK = "Maria Clerk <clerk@desk.example>"


@pytest.mark.parametrize(
    ("name", "sender", "subject", "by", "is_told"),
    [
        ("Submission by Norway.eml", CLERK, "FW: text", "Norway", True),
        ("norway-rev1.eml", CLERK, "text", "Norway", True),
        ("picum-rev1.eml", CLERK, "text", "PICUM", True),
        (
            "picum-rev1.eml",
            "PICUM Secretariat <a@picum.example>",
            "text",
            "PICUM Secretariat",
            False,
        ),
        ("m.eml", CLERK, "Submission by the African Group on Rev 1", "African Group", True),
        ("m.eml", CLERK, "Comments on Norway's proposal", "Maria Clerk", False),
        ("RE_ Comments on Rev 1.eml", CLERK, "RE: Comments on Rev 1", "Maria Clerk", False),
        ("our views.eml", CLERK, "our views", "Maria Clerk", False),
        ("chile.eml", "Norway <a@norway.example>", "text", "Norway", True),
        ("norway.eml", "Norway <a@norway.example>", "text", "Norway", False),
    ],
)
def test_whose_a_mail_is_goes_by_what_it_is_named_for(
    tmp_path: Path, name: str, sender: str, subject: str, by: str, is_told: bool
) -> None:
    message = letter("Delete para 8.\n", subject)
    message.replace_header("From", sender)
    found = submission(written(tmp_path, name, message.as_bytes()))
    assert found.by == (by,)
    assert [each.code for each in found.notices] == [Code.PROPONENT_UNKNOWN] * is_told
    assert not any("Maria" in each.text for each in found.notices), "nobody could leave it out"


def test_attachments_of_several_delegations_are_each_their_own(tmp_path: Path) -> None:
    message = letter("See below.\n", "Submissions")
    message.replace_header("From", CLERK)
    for name, text in (
        ("Norway_Rev1.txt", b"Delete para 8."),
        ("Chile_Rev1.txt", b"By: Peru\n\nDelete para 8."),
        ("draft v3.txt", b"Delete para 8."),
    ):
        message.add_attachment(text, maintype="text", subtype="plain", filename=name)
    inner = letter("Delete para 9.\n", "our views")
    inner.replace_header("From", "Kari <k@mfa.example>")
    message.add_attachment(inner, filename="Submission by Fiji.eml")
    path = written(tmp_path, "all.eml", message.as_bytes())
    names = [each.by for each in submission(path).proposals]
    assert names == [("Norway",), ("Peru",), ("Maria Clerk",), ("Fiji",)]
    given = pipeline.read_submission(path, BASE, by=("Delta",))
    assert {each.by for each in given.proposals} == {("Delta",)}
    assert given.notices == ()


def test_a_mail_that_asks_for_nothing_is_told(tmp_path: Path) -> None:
    found = submission(written(tmp_path, "m.eml", letter("Thank you.\n").as_bytes()))
    assert found.proposals == ()
    assert Code.NOT_UNDERSTOOD in {each.code for each in found.notices}


def test_sheets_and_mails_arrive_in_every_command(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    init(desk)
    text = "\n\n".join(f"{each.printed} {each.text}" for each in BASE.paragraphs)
    for name in ("rev1.txt", "rev2.txt"):
        (desk / "drafts" / name).write_text(text, encoding="utf-8")
    mail = written(desk / "proposals", "m.eml", letter("Delete para 8.\n").as_bytes())
    table = written(desk / "proposals", "osmere-rev1.csv", b"Para;Proposed text\n9;We act.\n")
    drafts = (desk / "drafts" / "rev1.txt", desk / "drafts" / "rev2.txt")
    checked = command("check", mail, table, "--against", *drafts, "--json").data
    assert [each["by"] for each in checked["proposals"]] == [["PICUM"], ["Osmere"]]
    added = command("add", mail, table, "--in", desk)
    assert added.code == 1, "there is no draft yet"
    assert command("add", *drafts, mail, table, "--in", desk).code == 0
    assert command("report", "--in", desk, "-o", desk / "report").code == 0
    assert command("doctor", "--in", desk).code == 0
    shown = command("list", "proponents", "--in", desk).out
    assert "PICUM" in shown
    assert "Osmere" in shown
