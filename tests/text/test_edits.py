"""Word edits: they rebuild both texts to the letter and show what a reader would call changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.diff import edits
from amend.model.comparison import Edit, Op
from amend.text.edits import changes, hunks, insertion, pieces
from tests.drafting import words

QUICK = settings(max_examples=60, deadline=None)
# Signs that have broken comparers of words: no-break space, soft hyphen, ideographs, emoji.
_ANY = st.text(
    alphabet=st.sampled_from([*"abAB 1.,;()[]'\"-\n\t", *"“”’—\u00a0\u00ad\u200b河流é́🚢"]),
    max_size=40,
)


def _old(found: tuple[Edit, ...]) -> str:
    kept = [edit for edit in found if edit.op is not Op.INSERT]
    return "".join(edit.text if edit.was is None else edit.was for edit in kept)


def _new(found: tuple[Edit, ...]) -> str:
    return "".join(edit.text for edit in found if edit.op is not Op.DELETE)


@QUICK
@given(_ANY, _ANY)
def test_edits_rebuild_both_texts_to_the_letter(old: str, new: str) -> None:
    found = edits(old, new)
    assert _old(found) == old
    assert _new(found) == new


@QUICK
@given(words(0, 30), words(0, 30))
def test_edits_of_sentences_rebuild_both_and_never_repeat_an_operation(old: str, new: str) -> None:
    found = edits(old, new)
    assert (_old(found), _new(found)) == (old, new)
    assert all(edit.text for edit in found), "no edit is empty"
    assert all(one.op is not other.op for one, other in pairwise(found))


@QUICK
@given(_ANY)
def test_pieces_join_to_the_very_same_text(text: str) -> None:
    keys, printed = pieces(text)
    assert "".join(printed) == text
    assert len(keys) == len(printed)


@QUICK
@given(_ANY)
def test_a_text_and_itself_have_no_edit_but_a_keep(text: str) -> None:
    assert [edit.op for edit in edits(text, text)] == ([Op.KEEP] if text else [])


@QUICK
@given(words(0, 20), words(0, 20))
def test_hunks_and_changes_cover_both_texts_in_order(old: str, new: str) -> None:
    left, right = old.split(), new.split()
    for found in (hunks(left, right), changes(left, right)):
        at = (0, 0)
        for hunk in found:
            assert (hunk.old_start, hunk.new_start) == at
            at = hunk.old_end, hunk.new_end
            if hunk.kept:
                assert left[hunk.old_start : hunk.old_end] == right[hunk.new_start : hunk.new_end]
        assert at == (len(left), len(right))


@QUICK
@given(words(0, 16), words(0, 16))
def test_a_count_of_changes_is_the_same_both_ways(old: str, new: str) -> None:
    left, right = old.split(), new.split()

    def kept(one: list[str], other: list[str]) -> int:
        return sum(hunk.old_end - hunk.old_start for hunk in changes(one, other) if hunk.kept)

    assert kept(left, right) == kept(right, left)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("the dog barks", "the duck barks", "the [-dog -]{+duck +}barks"),
        ("We act.", "We act now.", "We act {+now.+}"),
        ("peace, now", "peace now", "peace now"),
        ("Peace “now”", 'peace "now"', 'peace "now"'),
        ("[shall] act", "shall act", "[-[-]shall[-] -]act|[-[-]shall [-]-]act|*"),
        ("we act", "", "[-we act-]"),
        ("", "we act", "{+we act+}"),
        ("the river 河流 flows", "the river 河川 flows", "*"),
    ],
)
def test_a_reader_sees_whole_words_change(old: str, new: str, shown: str) -> None:
    signs = {Op.KEEP: "{}", Op.INSERT: "{{+{}+}}", Op.DELETE: "[-{}-]"}
    found = edits(old, new)
    printed = "".join(signs[edit.op].format(edit.text) for edit in found)
    assert (_old(found), _new(found)) == (old, new)
    assert shown.endswith("*") or printed in shown.split("|")


@settings(max_examples=300)
@given(words(0, 10), words(1, 6), st.data())
def test_a_lone_insertion_is_where_the_comparison_has_it(
    text: str, put: str, data: st.DataObject
) -> None:
    old = text.split()
    at = data.draw(st.integers(0, len(old)))
    new = [*old[:at], *put.split(), *old[at:]]
    (hunk,) = [each for each in changes(old, new, at, len(old) - at) if not each.kept]
    assert insertion(old, new, at) == insertion(old, new) == (hunk.new_start, hunk.new_end)


@pytest.mark.parametrize(
    "new", ["we commit", "we act", "they commit to act now", "we commit to act"]
)
def test_more_or_less_than_an_insertion_is_none(new: str) -> None:
    assert insertion("we commit to act".split(), new.split()) is None
