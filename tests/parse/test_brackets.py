"""Square brackets as a negotiator reads them, also where one of a pair is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.model.draft import Bracket
from amend.parse.brackets import brackets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We agree.", ()),
        ("We [shall] act.", (Bracket(3, 10, 1),)),
        ("[shall][should]", (Bracket(0, 7, 1), Bracket(7, 15, 1))),
        ("[a [b] c]", (Bracket(0, 9, 1), Bracket(3, 6, 2))),
        ("", ()),
    ],
)
def test_pairs_are_found_in_order_of_opening(text: str, found: tuple[Bracket, ...]) -> None:
    assert brackets(text) == found


def test_a_bracket_that_never_closes_reaches_to_the_end() -> None:
    assert brackets("We [shall act.") == (Bracket(3, 14, 1),)


def test_a_bracket_that_never_opened_reaches_back_to_the_start() -> None:
    assert brackets("shall] act.") == (Bracket(0, 6, 1),)


@given(st.text("a[]", max_size=40))
def test_each_sign_is_an_end_of_one_pair_within_the_text(text: str) -> None:
    found = brackets(text)
    assert all(0 <= each.start < each.end <= len(text) and each.depth >= 1 for each in found)
    assert {n for n, sign in enumerate(text) if sign == "["} <= {each.start for each in found}
    assert {n + 1 for n, sign in enumerate(text) if sign == "]"} <= {each.end for each in found}
