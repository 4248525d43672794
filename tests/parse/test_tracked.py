"""Tracked changes: each author's edits in a paragraph are one proposal, and only theirs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal, Submission, Where
from amend.model.source import Block, BlockKind, Run, Source, SourceText, Stamp
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.passages import blocks_of
from amend.parse.proposals import read_proposals
from amend.text.words import tokens

TRACKED = Path(__file__).parents[3] / "shared" / "data" / "word" / "tracked"

NINE = "We commit to ensure access to basic services for children."
DRAFT = f"""4. We hear the rivers and the people on their banks.

9. {NINE}

10. We encourage members to act, where feasible, on drought.

14. We commit to spare dams and canals from attack.
"""
BASE: Revision = parse(SourceText("rev1.txt", "", "txt", blocks_of(DRAFT)), "Rev 1")

ANNA = Stamp("Anna", "2026-02-11T09:30:00Z")
BEN = Stamp("Ben", "2026-02-12T09:30:00Z")


def ins(text: str, by: Stamp = ANNA) -> Run:
    return Run(text, inserted=by)


def cut(text: str, by: Stamp = ANNA) -> Run:
    return Run(text, deleted=by)


Line = str | tuple[str | Run | Stamp, ...]


def block(line: Line, place: int, *, mark: str = "") -> Block:
    """Make a block of words and runs; a stamp at the end stamps the paragraph mark."""
    parts = (line,) if isinstance(line, str) else line
    stamps = [part for part in parts if isinstance(part, Stamp)]
    runs = [Run(p) if isinstance(p, str) else p for p in parts if not isinstance(p, Stamp)]
    stamp = stamps[0] if stamps else None
    is_deleted = bool(stamp) and any(isinstance(p, Run) and p.deleted for p in parts)
    is_deleted = is_deleted or mark == "deleted"
    return Block(
        tuple(runs),
        Source("copy.docx", place),
        mark_inserted=None if is_deleted else stamp,
        mark_deleted=stamp if is_deleted else None,
    )


def copy(*lines: Line | Block) -> Submission:
    blocks = tuple(
        line if isinstance(line, Block) else block(line, place)
        for place, line in enumerate(lines, 1)
    )
    return read_proposals(SourceText("copy.docx", "", "docx", blocks), BASE)


REST = [each for each in DRAFT.split("\n\n") if each.strip()]


def with_nine(*parts: str | Run | Stamp) -> tuple[Line, ...]:
    return (REST[0], ("9. ", *parts), REST[2], REST[3])


def only(submission: Submission) -> Proposal:
    assert len(submission.proposals) == 1, [each.operation for each in submission.proposals]
    return submission.proposals[0]


def identity(label: str) -> str:
    return BASE.labelled(Label.parse(label))[0].id


def test_an_insertion_is_the_words_inserted_and_the_paragraph_as_it_would_read() -> None:
    submission = copy(*with_nine(NINE[:-1], ins(" and for herders"), "."))
    found = only(submission)
    assert (found.operation, found.text) == (Operation.INSERT_PHRASE, "and for herders")
    assert found.whole == NINE[:-1] + " and for herders."
    assert (found.by, found.date) == (("Anna",), "2026-02-11")
    assert found.paragraphs == (identity("9"),)
    assert found.anchor is not None
    assert found.anchor.where is Where.END
    assert submission.notices == ()


def test_an_insertion_in_the_middle_is_anchored_to_the_words_before_it() -> None:
    found = only(copy(*with_nine("We commit to ensure ", ins("safe "), NINE[20:])))
    assert found.anchor is not None
    assert (found.anchor.where, found.anchor.words) == (Where.AFTER, "We commit to ensure")


def test_a_deletion_is_the_words_to_go() -> None:
    found = only(copy(*with_nine("We commit to ensure access to ", cut("basic "), NINE[36:])))
    assert (found.operation, found.cut, found.text) == (Operation.DELETE_PHRASE, "basic", "")
    assert found.whole == NINE.replace("basic ", "")


def test_all_edits_of_an_author_in_a_paragraph_are_one_proposal() -> None:
    found = only(
        copy(
            *with_nine("We commit to ", cut("ensure"), ins("grant"), NINE[19:-1], ins(" now"), ".")
        )
    )
    assert found.operation is Operation.REPLACE_PHRASE
    assert (found.text, found.cut) == ("grant / now", "ensure")
    assert found.whole == "We commit to grant access to basic services for children now."


def test_two_authors_in_one_paragraph_are_two_proposals_that_do_not_see_each_other() -> None:
    anna, ben = copy(
        *with_nine("We commit to ", cut("ensure"), ins("grant"), NINE[19:-1], ins(" now", BEN), ".")
    ).proposals
    assert (anna.by, ben.by) == (("Anna",), ("Ben",))
    assert anna.whole == NINE.replace("ensure", "grant")
    assert ben.whole == NINE[:-1] + " now."


def test_a_deletion_inside_the_insertion_of_another_leaves_the_insertion_whole() -> None:
    both = Run("safe ", inserted=ANNA, deleted=BEN)
    found = only(copy(*with_nine("We commit to ensure ", both, NINE[20:])))
    assert (found.by, found.text) == (("Anna",), "safe")


def test_a_change_inside_a_word_is_shown_as_whole_words() -> None:
    found = only(copy(*with_nine("We commit", ins("ted"), NINE[9:])))
    assert (found.text, found.cut) == ("committed", "commit")


def test_an_inserted_paragraph_stands_behind_the_one_before_it() -> None:
    new = ins("9bis. We hear herders.")
    forms: tuple[tuple[Line, ...], ...] = (
        (*REST[:2], (new, ANNA), *REST[2:]),
        (REST[0], (REST[1], ANNA), (new,), *REST[2:]),
    )
    for lines in forms:
        found = only(copy(*lines))
        assert (found.operation, found.text) == (
            Operation.INSERT_NEW_PARAGRAPH, "We hear herders.",
        )  # fmt: skip
        assert found.target == (Label.parse("9bis"),)
        assert found.place is not None
        assert (found.place.where, found.place.label) == (Where.AFTER, Label.parse("9"))
        assert found.paragraphs == ()


def test_an_inserted_paragraph_without_a_number_is_named_by_its_place() -> None:
    found = only(copy(*REST[:2], (ins("We hear herders."), ANNA), *REST[2:]))
    assert found.target == (Label.parse("new>9"),)


def test_a_paragraph_deleted_whole_is_no_phrase() -> None:
    for mark in ((ANNA,), ()):
        found = only(copy(*REST[:2], (cut(REST[2]), *mark), REST[3]))
        assert found.operation is Operation.DELETE_PARAGRAPH
        assert found.paragraphs == (identity("10"),)
        assert found.cut == BASE.paragraph(identity("10")).text


def test_an_inserted_mark_between_words_splits_a_paragraph() -> None:
    found = only(copy(REST[0], ("9. We commit to ensure access ", ANNA), NINE[27:], *REST[2:]))
    assert found.operation is Operation.SPLIT_PARAGRAPH
    assert found.paragraphs == (identity("9"),)
    assert found.anchor is not None
    assert found.anchor.words == "commit to ensure access"


def test_a_deleted_mark_between_words_merges_paragraphs() -> None:
    joined = block((REST[1], ANNA), 2, mark="deleted")
    found = only(copy(REST[0], joined, *REST[2:]))
    assert found.operation is Operation.MERGE_PARAGRAPHS
    assert found.paragraphs == (identity("9"), identity("10"))
    assert found.target == (Label.parse("9"), Label.parse("10"))


def test_a_moved_paragraph_is_one_proposal_with_its_new_place() -> None:
    away, here = Stamp("Anna", None, "move1"), Stamp("Anna", None, "move1")
    lines = (REST[0], (cut(REST[1], away), away), REST[2], (ins(REST[1], here), here), REST[3])
    found = only(copy(*lines))
    assert (found.operation, found.paragraphs) == (Operation.MOVE_PARAGRAPH, (identity("9"),))
    assert found.place is not None
    assert (found.place.where, found.place.label) == (Where.AFTER, Label.parse("10"))
    assert found.whole is None


def test_a_new_number_alone_is_a_renumbering() -> None:
    found = only(copy(REST[0], (cut("9"), ins("8"), f". {NINE}"), *REST[2:]))
    assert (found.operation, found.paragraphs) == (Operation.RENUMBER, (identity("9"),))


def test_signs_alone_are_editing_and_brackets_are_brackets() -> None:
    signs = only(copy(*with_nine(NINE[:-1], cut("."), ins(";"))))
    brackets = only(
        copy(*with_nine("We commit to ensure access to ", ins("["), "basic", ins("]"), NINE[35:]))
    )
    assert signs.operation is Operation.EDITORIAL
    assert brackets.operation is Operation.BRACKET
    assert brackets.anchor is not None
    assert brackets.anchor.words == "basic"


def test_a_change_that_is_not_tracked_is_told_and_credited_to_nobody() -> None:
    altered = NINE.replace("basic", "all essential")
    submission = copy(*with_nine(altered[:-1], ins(" and herders"), "."))
    found = only(submission)
    assert found.text == "and herders"
    assert found.whole == NINE[:-1] + " and herders."
    (notice,) = submission.notices
    assert notice.code is Code.BASE_DIFFERS
    assert '"all essential" for "basic"' in notice.text


def test_an_untracked_paragraph_and_a_missing_one_are_told() -> None:
    submission = copy(*with_nine(NINE, ins(" Now."))[:3], "15. We keep counting fish.")
    notices = [each.text for each in submission.notices if each.code is Code.BASE_DIFFERS]
    assert any("We keep counting fish" in text for text in notices)
    assert any("lacks 14" in text for text in notices)


def test_an_instruction_typed_into_the_copy_is_read_as_one() -> None:
    submission = copy(*with_nine(NINE, ins(" Now.")), 'Para 14: delete "canals".')
    assert [each.operation for each in submission.proposals] == [
        Operation.INSERT_PHRASE,
        Operation.DELETE_PHRASE,
    ]


def test_a_renumbered_copy_is_tied_by_its_words() -> None:
    lines = (REST[0], ("10. ", NINE[:-1], ins(" now"), "."), "11. " + REST[2][4:], REST[3])
    assert only(copy(*lines)).paragraphs == (identity("9"),)


def test_equal_paragraphs_are_told_apart_by_their_numbers() -> None:
    draft = "3. We act.\n\n5. We act.\n\n7. We rest."
    base = parse(SourceText("r.txt", "", "txt", blocks_of(draft)), "Rev 1")
    blocks = (block(("5. We act", ins(" now"), "."), 1), block("7. We rest.", 2))
    submission = read_proposals(SourceText("c.docx", "", "docx", blocks), base)
    assert only(submission).target == (Label.parse("5"),)


def test_an_author_without_a_name_is_nobody_and_the_caller_may_say_who() -> None:
    blocks = (block(("9. ", NINE, ins(" Now.", Stamp())), 1),)
    source = SourceText("c.docx", "", "docx", blocks)
    assert read_proposals(source, BASE).proposals[0].by == ()
    assert read_proposals(source, BASE, by=("Delta",)).proposals[0].by == ("Delta",)


def test_the_caller_does_not_overrule_the_authors_of_the_changes() -> None:
    source = SourceText("c.docx", "", "docx", (block(("9. ", NINE, ins(" Now.")), 1),))
    assert read_proposals(source, BASE, by=("Delta",)).proposals[0].by == ("Anna",)


def test_a_change_to_what_another_inserts_is_told() -> None:
    new: Line = (ins("9bis. We hear "), ins("all ", BEN), ins("herders."), ANNA)
    lines: tuple[Line, ...] = (*REST[:2], new, *REST[2:])
    submission = copy(*lines)
    assert only(submission).text == "We hear herders."
    assert [each.code for each in submission.notices] == [Code.TARGET_UNRESOLVED]


def test_page_headers_are_no_part_of_the_copy() -> None:
    header = Block((Run("Page 3 of 9"),), Source("copy.docx", 9), kind=BlockKind.MARGIN)
    assert copy(*with_nine(NINE, ins(" Now.")), header).notices == ()


def test_a_copy_of_quite_another_draft_is_told_and_not_forced_onto_this_one() -> None:
    blocks = (block(("Fish swim where ", ins("all "), "nets are few and cold."), 1),)
    submission = read_proposals(SourceText("c.docx", "", "docx", blocks), BASE)
    assert submission.proposals == ()
    assert [each.code for each in submission.notices] == [Code.BASE_UNKNOWN]


def test_a_letter_with_tracked_changes_of_its_own_is_read_as_prose() -> None:
    lines = (("Para 14: delete ", cut("our "), '"canals".'), ("Thank you", ins(" so much"), "."))
    found = only(copy(*lines))
    assert (found.operation, found.cut) == (Operation.DELETE_PHRASE, "canals")


@pytest.mark.skipif(not TRACKED.exists(), reason="the shared Word files are not here")
def test_in_real_files_a_single_author_s_paragraphs_are_those_of_the_accepted_file() -> None:
    from amend.read.docx import read  # a test may know two stages

    counted: Counter[bool] = Counter()
    for path in sorted(TRACKED.glob("RP0*.docx")):
        rejected = path.with_stem(f"{path.stem}-Rejected")
        if not rejected.exists() or path.stem.startswith("RP051"):
            continue
        base = parse(read(rejected), "base")
        accepted = parse(read(path.with_stem(f"{path.stem}-Accepted")), "accepted")
        wanted = {tuple(tokens(each.text)) for each in accepted.paragraphs}
        found = read_proposals(read(path), base).proposals
        if len({each.by for each in found}) == 1:
            wholes = [each.whole for each in found if each.whole is not None]
            counted.update(tuple(tokens(each)) in wanted for each in wholes)
    assert counted[False] == 0
    assert counted[True] > 10
