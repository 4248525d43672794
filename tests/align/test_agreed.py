"""A bracket that closes round words that stay is a change of its own, and no edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.align import align
from amend.model.alignment import Change
from amend.model.draft import Revision
from amend.parse.draft import parse
from amend.read.txt import read_text

A, R, S = Change.AGREED, Change.RESERVED, Change.SUBSTITUTION


def draft(name: str, *lines: str) -> Revision:
    return parse(read_text("\n\n".join(lines)), name)


def changes(old: str, new: str) -> set[Change]:
    (bead,) = align(draft("old", f"1. {old}"), draft("new", f"1. {new}")).beads
    return set(bead.changes)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("The parties [shall] keep all wells.", "The parties shall keep all wells.", {A}),
        ("The parties shall keep all wells.", "The parties [shall] keep all wells.", {R}),
        ("[The parties keep all wells.]", "The parties keep all wells.", {A}),
        ("The [parties [and cities]] keep wells.", "The [parties and cities] keep wells.", {A}),
        ("The [parties] keep all wells.", "The parties keep [all] wells.", {A, R}),
        ("Parties [shall][should] keep all wells.", "Parties shall keep all wells.", {A, S}),
        ("Parties [shall][should] keep all wells.", "Parties [shall] keep all wells.", {S}),
        ("The [many parties] keep all wells.", "The many good parties keep all wells.", {S}),
        ("The parties [and cities] keep all wells.", "The parties keep all wells.", {S}),
        ("The parties keep all [wells.", "The parties keep all wells.", set()),
    ],
)  # fmt: skip
def test_what_became_of_brackets(old: str, new: str, found: set[Change]) -> None:
    assert changes(old, new) == found


def test_a_bracket_round_several_paragraphs_frees_each_of_them() -> None:
    lines = ("1. Each village keeps one well open.", "2. Tolls are written in two books.")
    old = draft("old", f"[{lines[0]}", f"{lines[1]}]", "3. The secretary publishes accounts.")
    new = draft("new", *lines, "3. The secretary publishes accounts.")
    assert [set(each.changes) for each in align(old, new).beads] == [{A}, {A}, set()]


_WORDS = st.lists(st.sampled_from(["wells", "locks", "[", "]", "tolls", "shall"]), max_size=14)


@given(_WORDS, _WORDS)
def test_old_and_new_turned_round_turn_agreed_and_reserved_round(
    old: list[str], new: list[str]
) -> None:
    one = draft("old", f"1. We keep {' '.join(old)} open.")
    other = draft("new", f"1. We keep {' '.join(new)} open.")
    there = [set(each.changes) for each in align(one, other).beads if each.old and each.new]
    back = [set(each.changes) for each in align(other, one).beads if each.old and each.new]
    for forth, turned in zip(there, back, strict=True):
        assert (A in forth, R in forth) == (R in turned, A in turned)


def test_nothing_is_agreed_between_a_draft_and_itself() -> None:
    text = draft("old", "1. We [shall][should] [keep [every]] well.", "2. ] Tolls [ are kept.")
    assert all(not each.changes for each in align(text, text).beads)
