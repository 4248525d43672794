"""Marks set by hand: a look is read as a change only where the base bears it out."""

from __future__ import annotations

from itertools import product

import pytest

from amend.model.draft import Revision
from amend.model.marks import Marks
from amend.model.proposal import Operation, Submission
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.proposals import read_proposals
from amend.parse.signs import with_signs
from amend.read import read_bytes
from tests.builders import docx, para, run

BOLD, ITALIC, UNDERLINE = "<w:b/>", "<w:i/>", '<w:u w:val="single"/>'
STRIKE, DOUBLE = "<w:strike/>", "<w:dstrike/>"
RED, BLUE = '<w:color w:val="FF0000"/>', '<w:color w:val="0070C0"/>'
YELLOW = '<w:highlight w:val="yellow"/>'

TITLE = para(run("Declaration on rivers", BOLD))
FOUR = "4. We hear the rivers of our land sing at night."
NINE = "9. We commit to ensure access to basic services for children."
TEN = "10. We encourage the Agency to act, where feasible, on drought and floods."
ELEVEN = "11. We decide to meet again in two years."
ASKED = "We commit to guarantee access to basic services for all children."


def the_base() -> Revision:
    """The draft, which is bold in places itself."""
    body = (
        TITLE,
        FOUR,
        NINE,
        para(
            run("10. We encourage the "),
            run("Agency", BOLD),
            run(TEN.removeprefix("10. We encourage the Agency")),
        ),
        ELEVEN,
    )
    return parse(read_bytes(docx(*body), "rev1.docx"), "Rev 1")


BASE = the_base()


def nine(add: str, cut: str) -> str:
    """Paragraph 9 with two additions and a deletion, in these looks."""
    return para(
        run("9. We commit to "), run("ensure", cut), run(" "), run("guarantee", add),
        run(" access to basic services for "), run("all ", add), run("children."),
    )  # fmt: skip


def submitted(*body: str, marks: str | None = None) -> Submission:
    source = read_bytes(docx(*body), "delta.docx")
    said = Marks.parse(marks) if marks is not None else None
    return read_proposals(source, BASE, by=("Delta",), marks=said)


def wholes(submission: Submission) -> list[str | None]:
    return [each.whole for each in submission.proposals]


def codes(submission: Submission) -> list[Code]:
    return [each.code for each in submission.notices]


@pytest.mark.parametrize(
    ("add", "cut"),
    list(
        product(
            (BOLD + UNDERLINE, BOLD, UNDERLINE, RED, YELLOW, BOLD + ITALIC),
            (STRIKE, DOUBLE, RED + STRIKE),
        )
    ),
)
def test_a_marked_copy_is_read_whatever_its_looks(add: str, cut: str) -> None:
    submission = submitted(TITLE, FOUR, nine(add, cut), TEN, ELEVEN)
    assert wholes(submission) == [ASKED]
    assert codes(submission) == [Code.MARKS_GUESSED]
    assert "1 of 1 marked paragraphs then read exactly as Rev 1" in submission.notices[0].text


def test_a_strike_that_is_off_beside_one_that_is_on_takes_nothing_away() -> None:
    cut = '<w:strike/><w:dstrike w:val="0"/>'
    assert wholes(submitted(nine(BOLD, cut))) == [ASKED]


@pytest.mark.parametrize("look", [RED, YELLOW, BOLD])
def test_additions_alone_are_read_from_one_look(look: str) -> None:
    before = NINE.removesuffix("children.")
    submission = submitted(FOUR, para(run(before), run("all ", look), run("children.")), TEN)
    assert [(each.operation, each.text) for each in submission.proposals] == [
        (Operation.INSERT_PHRASE, "all")
    ]


def test_what_is_bold_in_the_base_is_no_addition() -> None:
    ten = para(
        run("10. We encourage the "), run("Agency", BOLD), run(" to act "), run("promptly", BOLD),
        run(", where feasible, on drought and floods."),
    )  # fmt: skip
    submission = submitted(TITLE, FOUR, NINE, ten, ELEVEN)
    assert [each.text for each in submission.proposals] == ["promptly"]


def test_a_paragraph_struck_from_end_to_end_is_deleted() -> None:
    submission = submitted(FOUR, nine(BOLD, STRIKE), para(run(TEN, STRIKE)), ELEVEN)
    assert submission.proposals[1].operation is Operation.DELETE_PARAGRAPH
    assert [str(each) for each in submission.proposals[1].target] == ["10"]


@pytest.mark.parametrize("text", ["9bis. We thank all our hosts.", "We thank all our kind hosts."])
def test_a_paragraph_that_looks_like_the_additions_is_new(text: str) -> None:
    submission = submitted(FOUR, nine(UNDERLINE, STRIKE), para(run(text, UNDERLINE)), TEN, ELEVEN)
    assert submission.proposals[1].operation is Operation.INSERT_NEW_PARAGRAPH
    assert submission.proposals[1].text == text.removeprefix("9bis. ")


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("This is needed since children are left out of programmes.", RED + ITALIC),
        ("Rationale: children are left out of programmes.", RED),
        ("On children", RED),
        ("(agreed language of last year)", RED),
    ],
)
def test_remarks_and_headings_between_the_paragraphs_are_no_text(text: str, look: str) -> None:
    submission = submitted(FOUR, nine(RED, STRIKE), para(run(text, look)), TEN, ELEVEN)
    assert wholes(submission) == [ASKED]
    assert Code.BASE_DIFFERS in codes(submission), "what was left out is told"


@pytest.mark.parametrize(
    "body",
    [
        (TITLE, FOUR, NINE, TEN, ELEVEN),
        (FOUR, para(run(NINE, YELLOW)), TEN, ELEVEN),
        (FOUR, para(run(NINE[:15]), run(NINE[15:30], YELLOW), run(NINE[30:])), TEN, ELEVEN),
        (FOUR, para(run(NINE[:15]), run(NINE[15:30], UNDERLINE), run(NINE[30:])), TEN, ELEVEN),
    ],
)
def test_a_copy_that_only_stresses_asks_for_nothing(body: tuple[str, ...]) -> None:
    submission = submitted(*body)
    assert (submission.proposals, submission.notices) == ((), ())


def test_a_letter_with_bold_headings_asks_for_what_it_says() -> None:
    submission = submitted(
        para(run("Comments by Delta", BOLD)),
        para(run("We thank the "), run("Chair", BOLD), run(" for the draft.")),
        para(run("Paragraph 9", BOLD + UNDERLINE)),
        'Replace "ensure" by "grant".',
        para(run("www.delta.example", BLUE + UNDERLINE)),
    )
    assert [(each.operation, each.text) for each in submission.proposals] == [
        (Operation.REPLACE_PHRASE, "grant")
    ]
    assert not {Code.MARKS_GUESSED, Code.MARKS_UNCLEAR} & set(codes(submission))


def test_a_marked_paragraph_may_be_pasted_into_a_letter() -> None:
    submission = submitted(
        "We thank you for the revised draft and offer the following remarks.",
        "On paragraph 9 we propose the following:",
        nine(BOLD + UNDERLINE, STRIKE),
        "This reflects agreed language on children in other forums.",
        "We also propose to delete paragraph 11.",
        "Yours sincerely",
    )
    assert [each.operation for each in submission.proposals] == [
        Operation.REPLACE_PHRASE, Operation.DELETE_PARAGRAPH,
    ]  # fmt: skip
    assert codes(submission) == [Code.MARKS_GUESSED], "a letter lacks nothing of the draft"


@pytest.mark.parametrize("head", ["9. … ", "[...] ", "… "])
def test_a_passage_of_a_paragraph_is_enough(head: str) -> None:
    passage = para(
        run(f"{head}access to "), run("basic", STRIKE), run(" all ", BOLD), run("services for …")
    )
    assert wholes(submitted(passage)) == [NINE[3:].replace("basic", "all")]


def test_a_space_typed_into_an_addition_still_parts_words() -> None:
    marked = para(
        run("9. We commit to ensure access"),
        run(" for all ", RED),
        run("to basic services for children."),
    )
    assert wholes(submitted(marked)) == [
        "We commit to ensure access for all to basic services for children."
    ]


def test_a_number_set_in_bold_is_no_addition() -> None:
    marked = para(
        run("9. We ", BOLD), run("commit to "), run("ensure", STRIKE), run("grant", BOLD),
        run(" access to basic services for children."),
    )  # fmt: skip
    assert wholes(submitted(marked)) == [NINE[3:].replace("ensure", "grant")]


def test_colours_that_can_be_read_two_ways_are_not_read() -> None:
    submission = submitted(FOUR, nine(RED, BLUE), TEN, ELEVEN)
    assert submission.proposals == ()
    assert codes(submission) == [Code.MARKS_UNCLEAR]
    assert "red=add; or red=add, blue=delete" in submission.notices[0].text


def test_struck_words_that_no_reading_explains_are_told_and_not_taken_for_text() -> None:
    odd = para(
        run("9. We commit strongly to "), run("ensure", STRIKE), run(" quick help for children.")
    )
    submission = submitted(FOUR, odd, TEN, ELEVEN)
    assert submission.proposals == ()
    assert codes(submission) == [Code.MARKS_UNCLEAR]


def test_marks_that_are_said_outrank_all() -> None:
    submission = submitted(
        "Additions are in blue, deletions in red.", FOUR, nine(RED, BLUE), TEN, ELEVEN,
        marks="red=add, blue=delete",
    )  # fmt: skip
    assert wholes(submission) == [ASKED]
    assert Code.MARKS_READ not in codes(submission)


def test_marks_that_the_base_does_not_bear_out_are_told() -> None:
    submission = submitted(
        FOUR, nine(BOLD, STRIKE), TEN, ELEVEN, marks="underline=add, strike=ignore"
    )
    assert Code.MARKS_UNCLEAR in codes(submission) or not submission.proposals


def test_no_look_is_read_where_none_is_to_be() -> None:
    submission = submitted(FOUR, nine(BOLD, STRIKE), TEN, ELEVEN, marks="none")
    assert not {Code.MARKS_GUESSED, Code.MARKS_READ} & set(codes(submission))
    assert all(each.operation is Operation.REPLACE_PARAGRAPH for each in submission.proposals)


def test_notes_are_no_text() -> None:
    note = para(run("9bis. Children are left out.", BLUE))
    submission = submitted(FOUR, nine(RED, STRIKE), note, TEN, marks="red=add, blue=note")
    assert wholes(submission) == [ASKED]


REST = "access to basic services for"
STYLED = "text-decoration: line-through"


@pytest.mark.parametrize(
    ("file", "cut", "add", "last"),
    [
        ("t.txt", "[DELETE: ensure]", "[ADD guarantee]", "{insert: all}"),
        ("t.txt", "--ensure--", "++guarantee++", "++all++"),
        ("t.txt", "{--ensure--}", "{++guarantee++}", "{+all+}"),
        ("t.txt", "{~~ensure~>guarantee~~}", "", "{++all++}"),
        ("t.txt", "~~ensure~~", "**guarantee**", "**all**"),
        ("t.md", "~~ensure~~", "**guarantee**", "**all**"),
        ("t.md", "<del>ensure</del>", "<ins>guarantee</ins>", "<ins>all</ins>"),
        ("t.html", "<s>ensure</s>", "<u>guarantee</u>", "<u>all</u>"),
        ("t.html", "<del>ensure</del>", "<ins>guarantee</ins>", "<ins>all</ins>"),
        (
            "t.html",
            f'<span style="{STYLED}">ensure</span>',
            '<b style="color:#f00">guarantee</b>',
            "<b style='color: red'>all</b>",
        ),
    ],
)
def test_text_formats_carry_marks_in_their_own_ways(
    file: str, cut: str, add: str, last: str
) -> None:
    text = f"9. We commit to {cut} {add} {REST} {last} children."
    submission = read_proposals(read_bytes(text.encode(), file), BASE, by=("Delta",))
    assert wholes(submission) == [ASKED]


def test_a_sign_the_base_does_not_bear_out_is_left_as_it_is() -> None:
    text = "We look forward to [ADD NAME OF HOST] and to C++ and D++ in Rev 2."
    submission = read_proposals(read_bytes(text.encode(), "t.txt"), BASE, by=("Delta",))
    assert submission.proposals == ()


@pytest.mark.parametrize("sign", ["[add x ", "{++a ", "{", "~~", "<u>a "])
def test_signs_that_never_close_are_read_in_one_pass(sign: str) -> None:
    source = read_bytes((sign * 20_000).encode(), "t.txt")
    assert with_signs(source.blocks[0]) is None
