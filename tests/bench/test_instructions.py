"""The bench of instructions: what it makes is what it says it made, and every sentence is read."""

from __future__ import annotations

import random

import pytest

from bench.followed import OUTCOMES, Drafting, Outcome
from bench.instructions import run_table, told_in
from bench.wordings import WORDINGS, Ask


def test_every_language_has_a_sentence_for_everything_asked() -> None:
    assert set(OUTCOMES) == set(Ask)
    assert all(set(said) == set(Ask) and all(said.values()) for said in WORDINGS.values())


def test_equal_seeds_give_equal_rounds() -> None:
    one, other = (Drafting(random.Random(4), "es", 1) for _ in range(2))
    assert (one.base, one.later, one.behind) == (other.base, other.later, other.behind)
    assert [each.sentence for each in one.instructions] == [
        each.sentence for each in other.instructions
    ]


def test_what_was_followed_changed_and_what_was_not_kept_its_words() -> None:
    made = Drafting(random.Random(4), "en", 1)
    for each in made.instructions:
        if each.ask is Ask.GONE and each.outcome is Outcome.FOLLOWED:
            assert made.later[each.place] == []
        if each.ask is Ask.DELETE and each.outcome is Outcome.NOT:
            assert made.later[each.place] == [made.base[each.place]]


@pytest.mark.parametrize("language", WORDINGS)
def test_every_sentence_is_read_and_no_wish_credited_wrongly(language: str) -> None:
    told = told_in(language, 1)
    assert all(each.courses for each in told)
    assert not [each.sentence for each in told if each.is_said and not each.is_granted]


def test_the_table_has_a_row_for_everything_asked() -> None:
    rows = run_table(quick=True).splitlines()
    assert len(rows) == 2 + len(Ask) + len(WORDINGS) + 1
