"""Where a whole text lives on: the likest paragraph, if no other text explains it better."""

from __future__ import annotations

import amend
from amend.match.descent import CARRIED, descents

HARBOUR = "The harbour council shall keep the lanterns of every pier burning through the night."
REWRITTEN = "The harbour council and its pilots keep lanterns of every pier burning at night."
MARKET = "Traders may set up stalls in the old market on the first day of each month."
LATER = amend.read_text(f"1. {REWRITTEN}\n\n2. {MARKET}", name="Rev 2")


def test_a_rewritten_text_is_found_again() -> None:
    (found,) = descents([HARBOUR], LATER)
    assert found.paragraph == LATER.paragraphs[0].id
    assert found.score >= CARRIED


def test_a_text_that_is_still_there_scores_one() -> None:
    (found,) = descents([MARKET], LATER)
    assert found.paragraph == LATER.paragraphs[1].id
    assert round(found.score, 6) == 1.0


def test_an_empty_text_lives_nowhere() -> None:
    (found,) = descents([""], LATER)
    assert (found.paragraph, found.score) == (None, 0.0)


def test_a_text_without_a_word_in_common_lives_nowhere() -> None:
    (found,) = descents(["Quartz mines reopen."], LATER)
    assert found.paragraph is None


def test_a_liker_rival_lowers_the_score() -> None:
    alone, *_ = descents([HARBOUR], LATER)
    beside, rival = descents([HARBOUR, REWRITTEN], LATER)
    assert beside.rival > beside.likeness
    assert beside.score < alone.score
    assert rival.paragraph == beside.paragraph
