"""The laws of an alignment, whatever the drafts: nothing is lost, nothing is made up."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

import amend
from amend.model.alignment import Alignment, Change
from amend.model.comparison import Op
from amend.model.draft import Revision
from amend.render import json
from tests.drafting import distinct_pairs, numbered, pairs, sentences, texts

QUICK = settings(max_examples=40, deadline=None)


def _links(alignment: Alignment, *, swapped: bool = False) -> set[tuple[str, str]]:
    pairs = {(o.id, n.id) for bead in alignment.beads for o in bead.old for n in bead.new}
    return {(new, old) for old, new in pairs} if swapped else pairs


@QUICK
@given(texts(most=9))
def test_aligning_a_revision_with_itself_changes_nothing(paragraphs: list[str]) -> None:
    revision = numbered(paragraphs, "Rev 1")
    alignment = amend.align(revision, revision)
    assert [(bead.old, bead.new) for bead in alignment.beads] == [
        ((each,), (each,)) for each in revision.paragraphs
    ]
    assert all(not bead.changes and bead.score == 1.0 for bead in alignment.beads)
    assert alignment.transfers == ()


@QUICK
@given(pairs())
def test_each_paragraph_stands_in_exactly_one_bead(pair: tuple[Revision, Revision]) -> None:
    old, new = pair
    beads = amend.align(old, new).beads
    assert Counter(each.id for bead in beads for each in bead.old) == Counter(
        each.id for each in old.paragraphs
    )
    in_order = [each.id for bead in beads for each in bead.new]
    assert Counter(in_order) == Counter(each.id for each in new.paragraphs)
    assert all(0.0 <= bead.score <= 1.0 and bead.reason for bead in beads)


@QUICK
@given(distinct_pairs())
def test_swapping_old_and_new_mirrors_the_beads(pair: tuple[Revision, Revision]) -> None:
    """So it is where paragraphs differ; which of several like ones is meant depends on the way."""
    old, new = pair
    assert _links(amend.align(old, new)) == _links(amend.align(new, old), swapped=True)


@QUICK
@given(st.lists(sentences(), min_size=1, max_size=8, unique=True), st.integers(2, 40))
def test_a_renumbering_alone_changes_no_word(paragraphs: list[str], first: int) -> None:
    old, new = numbered(paragraphs, "Rev 1"), numbered(paragraphs, "Rev 2", first)
    compared = amend.compare(old, new)
    for redline in compared.redlines:
        assert redline.bead.changes == {Change.RENUMBERING}
        assert [edit.op for edit in redline.edits] == [Op.KEEP]


@QUICK
@given(pairs())
def test_edits_rebuild_the_texts_of_every_bead(pair: tuple[Revision, Revision]) -> None:
    for redline in amend.compare(*pair).redlines:
        bead, edits = redline.bead, redline.edits
        old = "".join(
            edit.text if edit.was is None else edit.was
            for edit in edits
            if edit.op is not Op.INSERT
        )
        new = "".join(edit.text for edit in edits if edit.op is not Op.DELETE)
        assert old == "\n".join(each.text for each in bead.old)
        assert new == "\n".join(each.text for each in bead.new)


@QUICK
@given(pairs())
def test_the_same_words_under_the_same_number_are_no_change(
    pair: tuple[Revision, Revision],
) -> None:
    for bead in amend.align(*pair).beads:
        if not bead.changes:
            ((old,), (new,)) = bead.old, bead.new
            assert (old.label, old.text) == (new.label, new.text)
        if Change.INSERTION in bead.changes:
            assert not bead.old
        if Change.REPEAL in bead.changes:
            assert not bead.new


@QUICK
@given(pairs())
def test_the_same_two_revisions_give_the_same_bytes(pair: tuple[Revision, Revision]) -> None:
    from amend import pipeline

    made = [json.dump(json.compare_document(pipeline.chain(pair), ())) for _ in range(2)]
    assert made[0] == made[1]


@QUICK
@given(pairs(), texts(most=4))
def test_a_thread_holds_each_paragraph_of_each_revision_once(
    pair: tuple[Revision, Revision], last: list[str]
) -> None:
    from amend import pipeline

    revisions = (*pair, numbered(last, "Rev 3"))
    made = pipeline.chain(revisions)
    for revision in revisions:
        held = [
            each for thread in made.threads for each in thread.paragraphs.get(revision.name, ())
        ]
        assert sorted(held) == sorted(each.id for each in revision.paragraphs)
