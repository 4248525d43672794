"""Words that are only printed otherwise are put aside: kept, told, and no change of words."""

from __future__ import annotations

import pytest

import amend
from amend.model.alignment import Change
from amend.model.comparison import Aside, Op, Redline


def redline(old: str, new: str) -> Redline:
    drafts = (amend.read_text(f"1. {old}", name="A"), amend.read_text(f"1. {new}", name="B"))
    (found,) = amend.compare(*drafts).redlines
    return found


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("We protect labor in every port.", "We protect labour in every port.", Aside.SPELLING),
        ("We co-operate in every port.", "We cooperate in every port.", Aside.TYPOGRAPHY),
        ("The ﬁrst port is “open” to us.", 'The first port is "open" to us.', None),
        ("We keep\u00a0every well – now.", "We keep every well - now.", None),
    ],
)
def test_what_is_only_printed_otherwise_is_no_substitution(
    old: str, new: str, why: Aside | None
) -> None:
    found = redline(old, new)
    assert found.bead.changes == frozenset()
    assert {edit.op for edit in found.edits} == {Op.KEEP}
    assert {edit.aside for edit in found.edits if edit.was is not None} == {why}


def test_edits_still_rebuild_both_texts() -> None:
    old, new = (
        "We protect labor and fish by co-operation.",
        "We protect labour, boats by cooperation.",
    )
    edits = redline(old, new).edits
    was = "".join(e.was if e.was is not None else e.text for e in edits if e.op is not Op.INSERT)
    assert was == old
    assert "".join(each.text for each in edits if each.op is not Op.DELETE) == new


def test_a_change_of_words_beside_a_spelling_stays_a_substitution() -> None:
    found = redline("We shall protect labor here.", "We should protect labour here.")
    assert found.bead.changes == {Change.SUBSTITUTION}
    assert [str(each) for each in found.weights] == ["shall → should (weaker)"]


def test_a_bracket_that_goes_with_a_spelling_is_not_hidden() -> None:
    found = redline("We protect [labor] in every port.", "We protect labour in every port.")
    assert any(edit.op is Op.DELETE for edit in found.edits)
