"""A file of proposals: its header, its proponents, its ids, and what ties files together."""

from __future__ import annotations

import pytest

from amend.errors import LabelError, ProposalError
from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Submission, Where
from amend.model.source import Block, Cell, Comment, Look, Run, Source, SourceText
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.headers import date_of, header_of
from amend.parse.passages import blocks_of
from amend.parse.proposals import from_text, proposed, read_proposals, settle, slug
from amend.parse.settle import is_same_name

DRAFT = """4. We hear the rivers.

9. We commit to ensure access to services for children.

14. We commit to spare dams from attack.
"""


def draft_of(text: str) -> Revision:
    return parse(SourceText("rev1.txt", "", "txt", blocks_of(text)), "Rev 1")


BASE = draft_of(DRAFT)


def file_of(text: str, name: str) -> Submission:
    return read_proposals(SourceText(name, "", "txt", blocks_of(text, name)), BASE)


def test_a_header_names_proponents_supporters_revision_and_date() -> None:
    text = "By: Delta, Forum\nOn: Rev 1\nDate: 11 February 2026\nSupported by: Osmere; Kastrel\n\n"
    submission = file_of(text + "Para 14: delete.", "delta-rev1.txt")
    (found,) = submission.proposals
    assert (submission.by, submission.on) == (("Delta", "Forum"), "Rev 1")
    assert (found.by, found.supporters) == (("Delta", "Forum"), ("Osmere", "Kastrel"))
    assert (found.date, found.id) == ("2026-02-11", "delta-rev1.1")


@pytest.mark.parametrize(
    "line",
    ["from: Delta", "PROPONENT: Delta", "Submitted by: Delta", "By: Delta <a@delta.example>"],
)
def test_a_proponent_is_named_in_several_ways(line: str) -> None:
    assert file_of(f"{line}\n\nDelete para 14.", "x.txt").by == ("Delta",)


def test_header_lines_run_together_are_parted_again() -> None:
    header, taken = header_of(["By: Delta On: Rev 1 Date: 2026-02-11", "Para 14: delete."])
    assert (header.by, header.on, header.date, taken) == (("Delta",), "Rev 1", "2026-02-11", 1)


@pytest.mark.parametrize(
    ("lines", "by", "on"),
    [
        ("Par : Ligue des Sources\nSur : Rev 1\nDate : 3 mars 2026", "Ligue des Sources", "Rev 1"),
        ("Por: Red Andina\nBorrador: Rev 1\nFecha: 3 de marzo de 2026", "Red Andina", "Rev 1"),
        ("От: Горный союз\nРедакция: Rev 1\nДата: 2026-03-03", "Горный союз", "Rev 1"),
        ("من: رابطة الجبال\nبشأن: Rev 1\nالتاريخ: 2026-03-03", "رابطة الجبال", "Rev 1"),
        ("提案方：山林协会\n草案：Rev 1\n日期：2026年3月3日", "山林协会", "Rev 1"),
    ],
)
def test_a_header_is_read_in_the_six_languages(lines: str, by: str, on: str) -> None:
    for texts in ([lines], lines.split("\n")):
        header, taken = header_of([*texts, "9: x"])
        assert (header.by, header.on, header.date) == ((by,), on, "2026-03-03")
        assert taken == len(texts)


def test_a_sentence_that_begins_with_on_is_no_header() -> None:
    assert header_of(["On paragraph 9: delete it."])[1] == 0


def test_what_the_caller_says_wins_over_the_header() -> None:
    source = SourceText("a.txt", "", "txt", blocks_of("By: Delta\nOn: zero\n\nDelete para 14."))
    submission = read_proposals(source, BASE, by=("Forum",), on="Rev 1", date="2026-03-01")
    assert (submission.by, submission.on) == (("Forum",), "Rev 1")
    assert submission.proposals[0].date == "2026-03-01"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-02-11", "2026-02-11"),
        ("2026/2/1", "2026-02-01"),
        ("11 Feb 2026", "2026-02-11"),
        ("February 11th, 2026", "2026-02-11"),
        ("11/02/2026", None),
        ("2026-13-40", None),
        ("spring", None),
    ],
)
def test_a_date_is_read_only_where_it_has_one_meaning(written: str, date: str | None) -> None:
    assert date_of(written) == date


def test_a_file_that_names_nobody_says_so_once() -> None:
    submission = file_of('Delete para 14.\n\nPara 9: add "all" before "children".', "x.txt")
    assert [each.by for each in submission.proposals] == [(), ()]
    assert [each.code for each in submission.notices] == [Code.PROPONENT_UNKNOWN]


def test_ids_follow_the_file_or_the_proponent() -> None:
    two = 'Delete para 14.\n\nPara 9: add "all" before "children".'
    assert [each.id for each in file_of(two, "Delta_Zero v2.docx").proposals] == [
        "delta-zero-v2.1",
        "delta-zero-v2.2",
    ]
    assert from_text("Delete para 14.", BASE, ("Union of Delta",)).proposals[0].id == (
        "union-of-delta.1"
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\x\\y.docx", "", "…"])
def test_a_strange_file_name_gives_a_harmless_id(name: str) -> None:
    (found,) = file_of("By: Delta\n\nDelete para 14.", name).proposals
    assert "/" not in found.id
    assert "\\" not in found.id
    assert found.id.endswith(".1")


def test_a_whole_paragraph_can_be_proposed_by_its_label() -> None:
    found = proposed(BASE, "9", "We ensure access.", "Delta")
    assert (found.operation, found.paragraphs) == (Operation.REPLACE_PARAGRAPH, ("p2",))
    assert (found.text, found.whole) == ("We ensure access.", "We ensure access.")
    assert found.id.startswith("delta.9.")
    assert found == proposed(BASE, "9", "We ensure access.", "Delta")


def test_a_label_that_does_not_stand_proposes_a_new_paragraph_in_its_place() -> None:
    before = proposed(BASE, "9 pre", "We recognize all.", "Delta")
    after = proposed(BASE, "9bis", "We recognize all.", "Delta")
    assert before.operation is Operation.INSERT_NEW_PARAGRAPH
    assert before.place is not None
    assert after.place is not None
    assert (before.place.where, before.place.label) == (Where.BEFORE, Label.parse("9"))
    assert (after.place.where, after.place.label) == (Where.AFTER, Label.parse("9"))
    assert before.id != after.id


@pytest.mark.parametrize(
    ("label", "text", "error"),
    [("nine", "We act.", LabelError), ("9", "  ", ProposalError), ("3", "We act.", ProposalError)],
)
def test_what_cannot_be_proposed_is_refused_with_a_way_out(
    label: str, text: str, error: type[Exception]
) -> None:
    twice = draft_of("3. We act in rivers.\n\n3. We act on wells.\n\n9. We stop.")
    with pytest.raises(error) as refusal:
        proposed(twice, label, text, "Delta")
    assert getattr(refusal.value, "hint", "")


def test_an_endorser_becomes_a_supporter_and_keeps_its_own_proposal() -> None:
    delta = file_of('By: Union of Delta Cities\n\nPara 14: add "ever" at the end.', "delta.txt")
    other = file_of('By: Kastrel\n\nPara 14: delete "dams".', "kastrel.txt")
    text = "By: Forum\n\nThe Forum endorses the proposal of the Union of Delta Cities on para 14."
    proposals, notices = settle([delta, other, file_of(text, "forum.txt")])
    assert [each.supporters for each in proposals] == [("Forum",), (), ()]
    assert proposals[2].operation is Operation.ENDORSE
    assert notices == ()


def test_an_endorsement_without_a_name_joins_all_others_on_the_label() -> None:
    delta = file_of('By: Delta\n\nPara 14: add "ever" at the end.', "delta.txt")
    forum = file_of("By: Forum\n\nWe endorse the proposals on para 14.", "forum.txt")
    proposals, _ = settle([delta, forum])
    assert proposals[0].supporters == ("Forum",)


def test_praise_of_a_paragraph_that_is_only_proposed_supports_the_proposal() -> None:
    delta = file_of("By: Delta\n\n9bis. We recognize the elders of the river.", "delta.txt")
    forum = file_of("By: Forum\n\nWe support 9bis.\n\nWe support para 14.", "forum.txt")
    proposals, _ = settle([delta, forum])
    assert proposals[0].supporters == ("Forum",)


def test_an_endorsement_of_what_is_not_there_is_told() -> None:
    forum = file_of("By: Forum\n\nWe endorse the proposal of Osmere on para 14.", "forum.txt")
    _, notices = settle([forum])
    assert [each.code for each in notices] == [Code.TARGET_UNRESOLVED]


@pytest.mark.parametrize(
    ("written", "name", "same"),
    [
        ("the Union of Delta Cities", "Union of Delta Cities", True),
        ("Union of Delta Cities and its members", "Union of Delta Cities", True),
        ("UDC", "Union of Delta Cities", True),
        ("Group of Upstream States", "Group of Downstream States", False),
        ("the", "of", False),
    ],
)
def test_names_are_matched_as_people_write_them(written: str, name: str, *, same: bool) -> None:
    assert is_same_name(written, name) is same


CORRECTION = "Correction to our earlier submission; it replaces our proposal on para 14.\n\n"


def test_a_corrected_resubmission_takes_the_place_of_the_earlier_proposal() -> None:
    first = file_of('By: Delta\n\nPara 14: add "ever" at the end.\n\nDelete para 4.', "delta.txt")
    second = file_of(
        f'By: Delta\n\n{CORRECTION}Para 14: add "now" at the end.', "delta-corrected.txt"
    )
    proposals, notices = settle([first, second])
    assert [each.supersedes for each in proposals] == [None, None, "delta.1"]
    assert notices == ()


def test_the_order_of_the_files_does_not_matter_to_a_correction() -> None:
    first = file_of('By: Delta\n\nPara 14: add "ever" at the end.', "delta.txt")
    second = file_of(f'By: Delta\n\n{CORRECTION}Para 14: add "now" at the end.', "a.txt")
    proposals, _ = settle([second, first])
    assert [each.supersedes for each in proposals] == ["delta.1", None]


def test_a_correction_of_nothing_is_told_and_replaces_nothing() -> None:
    only = file_of(f'By: Delta\n\n{CORRECTION}Para 14: add "now" at the end.', "a.txt")
    proposals, notices = settle([only])
    assert [each.supersedes for each in proposals] == [None]
    assert [each.code for each in notices] == [Code.TARGET_UNRESOLVED]


def test_nobody_corrects_the_proposal_of_another() -> None:
    first = file_of('By: Forum\n\nPara 14: add "ever" at the end.', "forum.txt")
    second = file_of(f'By: Delta\n\n{CORRECTION}Para 14: add "now" at the end.', "a.txt")
    proposals, _ = settle([first, second])
    assert [each.supersedes for each in proposals] == [None, None]


def test_a_withdrawal_points_at_what_is_withdrawn() -> None:
    first = file_of('By: Delta\n\nPara 14: add "ever" at the end.', "delta.txt")
    second = file_of("By: Delta\n\nWithdraw our proposal on para 14.", "later.txt")
    proposals, _ = settle([first, second])
    assert (proposals[1].operation, proposals[1].supersedes) == (Operation.WITHDRAW, "delta.1")


def test_files_with_one_stem_get_ids_of_their_own() -> None:
    files = [file_of("By: Delta\n\nDelete para 14.", name) for name in ("d.txt", "d.md")]
    proposals, _ = settle(files)
    assert [each.id for each in proposals] == ["d.1", "d.1-2"]


def test_a_comment_in_the_margin_is_about_its_paragraph() -> None:
    comment = Comment("Delta", "2026-02-11T10:00:00Z", 'Delete "dams".', "dams")
    text = "14. We commit to spare dams from attack."
    blocks = (
        Block((Run("4. We hear the rivers."),), Source("c.docx", 1)),
        Block(
            (Run(text), Run(" Always.", inserted=None)), Source("c.docx", 2), comments=(comment,)
        ),
    )
    submission = read_proposals(SourceText("c.docx", "", "docx", blocks), BASE)
    found = [each for each in submission.proposals if each.operation is Operation.DELETE_PHRASE]
    assert [(each.by, each.cut, each.date) for each in found] == [
        (("Delta",), "dams", "2026-02-11")
    ]


def marked(*runs: Run) -> SourceText:
    return SourceText("m.docx", "", "docx", (Block(runs, Source("m.docx", 1)),))


@pytest.mark.parametrize("look", [Look.UNDERLINE, Look.BOLD, Look.COLOUR])
def test_struck_and_underlined_words_are_read_as_changes_where_the_base_bears_it_out(
    look: Look,
) -> None:
    source = marked(
        Run("14. We commit to spare "),
        Run("dams", look=Look.STRIKE),
        Run(" all waterworks", look=look),
        Run(" from attack."),
    )
    submission = read_proposals(source, BASE, by=("Delta",))
    (found,) = submission.proposals
    assert (found.operation, found.text, found.cut) == (
        Operation.REPLACE_PHRASE, "all waterworks", "dams",
    )  # fmt: skip
    assert found.whole == "We commit to spare all waterworks from attack."
    assert found.by == ("Delta",)
    assert [each.code for each in submission.notices] == [Code.MARKS_GUESSED]


def test_bold_that_only_stresses_is_no_change() -> None:
    source = marked(Run("14. We commit to spare "), Run("dams", look=Look.BOLD), Run(" for now."))
    submission = read_proposals(source, BASE, by=("Delta",))
    assert [each.operation for each in submission.proposals] == [Operation.REPLACE_PARAGRAPH]


def test_a_file_may_mix_a_letter_and_a_table() -> None:
    cells = [
        ("Current text", "Proposed text"),
        ("14. We commit to spare dams from attack.", "Delete"),
    ]
    blocks = [Block((Run("Para 4: delete."),), Source("m.docx", 1))]
    for row, texts in enumerate(cells, 1):
        for column, text in enumerate(texts, 1):
            place = Source("m.docx", len(blocks) + 1)
            blocks.append(Block((Run(text),), place, cell=Cell(1, row, column)))
    submission = read_proposals(
        SourceText("m.docx", "", "docx", tuple(blocks)), BASE, by=("Delta",)
    )
    assert [[str(label) for label in each.target] for each in submission.proposals] == [
        ["4"],
        ["14"],
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [("Union of Delta Cities", "union-of-delta-cities"), ("G-77/China", "g-77-china"), ("…", "")],
)
def test_a_slug_holds_letters_figures_and_hyphens(name: str, written: str) -> None:
    assert slug(name) == written
