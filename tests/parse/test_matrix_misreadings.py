"""Cells of submission tables that are easily taken for what they are not."""

from __future__ import annotations

import pytest

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Submission
from amend.model.source import Block, Cell, Look, Run, Source, SourceText, Stamp
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.passages import blocks_of
from amend.parse.proposals import read_proposals

NINE = "We acknowledge the voluntary pledges of towns along the river."
LESS = "We acknowledge the pledges of towns along the river."
MORE = "We acknowledge the binding pledges of towns along the river."
TEN = "We encourage members to act, where feasible, on drought."
BASE: Revision = parse(
    SourceText("rev1.txt", "", "txt", blocks_of(f"8. We hear.\n\n9. {NINE}\n\n10. {TEN}\n")),
    "Rev 1",
)

Written = str | tuple[Run, ...]


def table(*rows: tuple[Written, ...]) -> Submission:
    blocks: list[Block] = []
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            runs = (Run(cell),) if isinstance(cell, str) else cell
            source = Source("t.docx", len(blocks) + 1)
            blocks.append(Block(runs, source, cell=Cell(1, row, column)))
    return read_proposals(SourceText("t.docx", "", "docx", tuple(blocks)), BASE, by=("Delta",))


def struck(words: str) -> Run:
    return Run(words, look=Look.STRIKE)


THREE = ("Para", "Current text", "Proposed text")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Proposal by Lindmark", "Proposal by Sorrel"),
        ("Lindmark proposal", "Sorrel proposal"),
        ("Proposed by Lindmark", "Proposed by Sorrel"),
        ("Lindmark’s amendment", "Sorrel’s amendment"),
        ("Proposed text (Lindmark)", "Proposed text (Sorrel)"),
        ("Texte proposé par Lindmark", "Texte proposé par Sorrel"),
    ],
)
def test_each_proponent_may_have_a_column_of_its_own(one: str, other: str) -> None:
    submission = table(("Para", "Text", one, other), ("9", NINE, LESS, MORE))
    asked = [(each.by, each.whole, each.paragraphs) for each in submission.proposals]
    assert asked == [(("Lindmark",), LESS, ("p2",)), (("Sorrel",), MORE, ("p2",))]
    assert submission.notices == ()


@pytest.mark.parametrize(
    "head",
    [
        "Proposed Text",
        "New Text",
        "Amendment to Rev. 1",
        "Proposal (Option A)",
        "Country proposals",
    ],
)
def test_a_general_header_names_nobody(head: str) -> None:
    (found,) = table(("Para", "Current text", head), ("9", NINE, LESS)).proposals
    assert found.by == ("Delta",)


def test_a_second_column_that_names_nobody_is_not_read() -> None:
    submission = table((*THREE, "Revised text"), ("9", NINE, LESS, MORE))
    assert [each.whole for each in submission.proposals] == [LESS]


@pytest.mark.parametrize("head", ["Delegation", "Proponent", "Submitted by", "Country"])
def test_a_column_of_names_names_the_proponent_of_the_row(head: str) -> None:
    submission = table(("Para", head, "Proposal"), ("9", "Sorrel", LESS), ("10", "Lindmark", "Go."))
    assert [each.by for each in submission.proposals] == [("Sorrel",), ("Lindmark",)]


def test_comments_beside_a_number_are_read_for_what_they_ask() -> None:
    submission = table(
        ("Paragraph number", "Delegation", "Comment"),
        ("9", "Lindmark", 'delete "voluntary"'),
        ("10", "Sorrel", "We like it very much as a family"),
    )
    (found,) = submission.proposals
    assert (found.by, found.operation, found.cut) == (
        ("Lindmark",), Operation.DELETE_PHRASE, "voluntary",
    )  # fmt: skip
    (notice,) = submission.notices
    assert (notice.code, "row 3" in notice.where) == (Code.NOT_UNDERSTOOD, True)


@pytest.mark.parametrize("gone", [struck("voluntary "), Run("voluntary ", deleted=Stamp("Sorrel"))])
def test_struck_words_are_words_to_go(gone: Run) -> None:
    cell = (Run("We acknowledge the "), gone, Run("pledges of towns along the river."))
    (found,) = table(THREE, ("9", NINE, cell)).proposals
    assert (found.operation, found.whole) == (Operation.REPLACE_PARAGRAPH, LESS)


def test_a_cell_struck_through_deletes_its_paragraph() -> None:
    (found,) = table(THREE, ("9", NINE, (struck(NINE),))).proposals
    assert (found.operation, found.cut, found.text) == (Operation.DELETE_PARAGRAPH, NINE, "")


def test_a_marked_part_of_a_paragraph_asks_for_that_part_only() -> None:
    cell = (Run("the "), struck("voluntary "), Run("binding ", look=Look.BOLD), Run("pledges"))
    (found,) = table(("Para", "Proposed text"), ("9", cell)).proposals
    assert (found.operation, found.cut, found.text) == (
        Operation.REPLACE_PHRASE, "the voluntary pledges", "the binding pledges",
    )  # fmt: skip


def test_delete_beside_a_part_of_a_paragraph_deletes_that_part() -> None:
    (found,) = table(THREE, ("10", "where feasible", "delete")).proposals
    assert (found.operation, found.cut) == (Operation.DELETE_PHRASE, "where feasible")


@pytest.mark.parametrize(
    "nothing",
    ["-", "—", "OK", "No comment", "No comments.", "no change", "(No change proposed)", "n/a",
     "Sin cambios", "Pas de changement"],
)  # fmt: skip
def test_a_cell_that_says_nothing_asks_for_nothing(nothing: str) -> None:
    submission = table(THREE, ("9", NINE, nothing))
    assert (submission.proposals, submission.notices) == ((), ())


@pytest.mark.parametrize(
    ("said", "operation"),
    [
        ("Agree", Operation.SUPPORT),
        ("Agreed.", Operation.SUPPORT),
        ("Retain as is", Operation.RETAIN),
        ("Please retain the original text", Operation.RETAIN),
        ("Keep", Operation.RETAIN),
    ],
)
def test_a_cell_that_wants_the_text_as_it_is_asks_for_no_words(
    said: str, operation: Operation
) -> None:
    submission = table(THREE, ("9", NINE, said))
    (found,) = submission.proposals
    assert (found.operation, found.target, found.text, found.whole) == (
        operation, (Label.parse("9"),), "", None,
    )  # fmt: skip
    assert submission.notices == ()


@pytest.mark.parametrize(
    "said", ["See para 14", "see above", "Same as for 10", "TBD", "To be discussed", "?", "***"]
)
def test_a_row_that_cannot_be_understood_is_told_by_its_number(said: str) -> None:
    submission = table(THREE, ("9", NINE, LESS), ("10", TEN, said))
    assert len(submission.proposals) == 1
    (notice,) = submission.notices
    assert notice.code is Code.NOT_UNDERSTOOD
    assert notice.where == "t.docx, block 7, row 3"


def test_what_a_cell_says_to_do_is_told_with_its_row_where_it_fails() -> None:
    submission = table(THREE, ("9", NINE, 'add "all" before "wells"'))
    (notice,) = submission.notices
    assert (notice.code, "row 2" in notice.where) == (Code.ANCHOR_NOT_FOUND, True)


def test_the_word_new_is_no_part_of_a_new_paragraph() -> None:
    (found,) = table(THREE, ("10bis", "", "(new) We thank the millers.")).proposals
    assert (found.operation, found.text) == (
        Operation.INSERT_NEW_PARAGRAPH, "We thank the millers.",
    )  # fmt: skip


def test_one_row_tells_only_once_that_its_current_text_differs() -> None:
    heads = ("Para", "Text", "Proposal by Lindmark", "Proposal by Sorrel")
    submission = table(heads, ("9", NINE.replace("river", "canal"), LESS, MORE))
    assert [each.code for each in submission.notices] == [Code.BASE_DIFFERS]
