"""Tables of current and proposed text: a row is a proposal, a rationale is none."""

from __future__ import annotations

import pytest

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal, Submission, Where
from amend.model.source import Block, Cell, Run, Source, SourceText
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.passages import blocks_of
from amend.parse.proposals import read_proposals

NINE = "We commit to ensure access to basic services for children."
TEN = "We encourage members to act, where feasible, on drought."
BASE: Revision = parse(
    SourceText(
        "rev1.txt", "", "txt", blocks_of(f"4. We hear the rivers.\n\n9. {NINE}\n\n10. {TEN}\n")
    ),
    "Rev 1",
)


def table(*rows: tuple[str, ...]) -> Submission:
    blocks: list[Block] = []
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            source = Source("t.docx", len(blocks) + 1)
            blocks.append(Block((Run(text),), source, cell=Cell(1, row, column)))
    return read_proposals(SourceText("t.docx", "", "docx", tuple(blocks)), BASE, by=("Delta",))


def only(submission: Submission) -> Proposal:
    assert len(submission.proposals) == 1, [each.operation for each in submission.proposals]
    return submission.proposals[0]


TWO = ("Current text", "Proposed text")
NEW_NINE = NINE.replace("ensure", "grant")


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (TWO, (f"9. {NINE}", f"9. {NEW_NINE}")),
        (TWO, (NINE, NEW_NINE)),
        (("Paragraph", *TWO), ("9", NINE, NEW_NINE)),
        (("Proposed wording", "Original", "Para no."), (NEW_NINE, NINE, "OP 9")),
        (("Reference", "Existing text", "Amendment"), ("Para. 9", NINE, NEW_NINE)),
        (("No.", "New text", "Rationale"), ("9", NEW_NINE, "Delete the rest.")),
        (("Párrafo", "Texto actual", "Texto propuesto"), ("párrafo 9", NINE, NEW_NINE)),
        (("Paragraphe", "Texte actuel", "Texte proposé"), ("9", NINE, NEW_NINE)),
    ],
)
def test_columns_are_known_by_their_heads_in_any_order(
    heads: tuple[str, ...], row: tuple[str, ...]
) -> None:
    submission = table(heads, row)
    found = only(submission)
    assert (found.operation, found.whole) == (Operation.REPLACE_PARAGRAPH, NEW_NINE)
    assert found.target == (Label.parse(found.target[0].text),)
    assert found.paragraphs == ("p2",)
    assert submission.notices == ()


@pytest.mark.parametrize(
    "word", ["Delete", "deleted", "(deletion)", "[Deleted]", "To be deleted.", "Delete paragraph"]
)
def test_a_cell_that_says_deleted_deletes_the_paragraph(word: str) -> None:
    found = only(table(TWO, (f"9. {NINE}", word)))
    assert (found.operation, found.cut, found.text) == (Operation.DELETE_PARAGRAPH, NINE, "")


@pytest.mark.parametrize("nothing", ["", "No change", "–", "NOC", "unchanged", NINE])
def test_a_row_that_asks_for_nothing_is_no_proposal(nothing: str) -> None:
    submission = table(TWO, (f"9. {NINE}", nothing))
    assert (submission.proposals, submission.notices) == ((), ())


@pytest.mark.parametrize("empty", ["", "(new)", "-", "New paragraph"])
def test_an_empty_current_cell_with_a_label_is_a_new_paragraph(empty: str) -> None:
    found = only(table(("Para", *TWO), ("9 bis", empty, "We hear the herders.")))
    assert (found.operation, found.target) == (
        Operation.INSERT_NEW_PARAGRAPH, (Label.parse("9bis"),),
    )  # fmt: skip
    assert found.place is not None
    assert (found.place.where, found.place.label) == (Where.AFTER, Label.parse("9"))


def test_a_label_at_the_head_of_the_new_text_is_enough() -> None:
    found = only(table(TWO, ("", "9pre. We hear the herders.")))
    assert (found.text, found.target) == ("We hear the herders.", (Label.parse("9pre"),))


def test_a_row_that_quotes_a_part_of_the_paragraph_asks_for_that_part_only() -> None:
    found = only(table(("Para", *TWO), ("10", "where feasible", "without delay")))
    assert (found.operation, found.cut, found.text) == (
        Operation.REPLACE_PHRASE, "where feasible", "without delay",
    )  # fmt: skip
    assert found.whole is None


def test_a_cell_may_say_what_to_do() -> None:
    found = only(table(("Para", *TWO), ("9", NINE, 'Replace "ensure" by "grant"')))
    assert (found.operation, found.cut) == (Operation.REPLACE_PHRASE, "ensure")
    assert found.paragraphs == ("p2",)


def test_each_row_may_name_its_own_proponents() -> None:
    submission = table(
        ("Para", "Proposed text", "Submitted by"),
        ("9", NEW_NINE, "Osmere, Kastrel"),
        ("10", "We act.", ""),
    )
    assert [each.by for each in submission.proposals] == [("Osmere", "Kastrel"), ("Delta",)]


def test_a_row_that_cannot_be_placed_is_told_by_its_number_and_kept() -> None:
    submission = table(
        ("Para", *TWO), ("9", NINE, NEW_NINE), ("77", "Some old words.", "New ones.")
    )
    assert submission.proposals[1].paragraphs == ()
    (notice,) = submission.notices
    assert (notice.code, "row 3" in notice.where) == (Code.TARGET_UNRESOLVED, True)


def test_current_text_that_is_not_the_base_is_told() -> None:
    submission = table(("Para", *TWO), ("9", NINE.replace("basic", "all"), NEW_NINE))
    assert [each.code for each in submission.notices] == [Code.BASE_DIFFERS]
    assert only(submission).whole == NEW_NINE


def test_current_text_with_a_slip_still_finds_its_paragraph() -> None:
    found = only(table(TWO, (NINE.replace("basic", "basics"), NEW_NINE)))
    assert found.paragraphs == ("p2",)


def test_a_new_text_that_is_cut_off_is_not_complete() -> None:
    assert not only(table(TWO, (f"9. {NINE}", "9. We commit to grant..."))).complete


def test_a_table_without_a_proposed_column_is_no_submission_matrix() -> None:
    submission = table(("Town", "Wells"), ("Aru", "12"), ("Bel", "9"))
    assert submission.proposals == ()


def test_several_blocks_in_one_cell_are_one_text() -> None:
    cells = [
        (1, 1, "Paragraph"),
        (1, 2, "Proposed text"),
        (2, 1, "9"),
        (2, 2, "We grant"),
        (2, 2, "it."),
    ]
    blocks = tuple(
        Block((Run(text),), Source("t.docx", place), cell=Cell(1, row, column))
        for place, (row, column, text) in enumerate(cells, 1)
    )
    source = SourceText("t.docx", "", "docx", blocks)
    assert only(read_proposals(source, BASE, by=("Delta",))).text == "We grant\nit."


def test_a_column_of_numbers_needs_no_head() -> None:
    submission = table(("", *TWO), ("9", "", NEW_NINE))
    assert [str(each) for each in only(submission).target] == ["9"]


def test_a_column_that_counts_the_rows_names_no_paragraph() -> None:
    submission = table(("", *TWO), ("1", NINE, NEW_NINE), ("2", NINE, NEW_NINE))
    assert {str(label) for each in submission.proposals for label in each.target} == {"9"}
