"""Where a whole text lives on: the likest paragraph, if no other text explains it better."""

from __future__ import annotations

import pytest

import amend
from amend.labels import Label
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


PIERS = "Lamps burn on every pier of the harbour until the morning watch of the council."
STALLS = "Sellers in the market square pay a fee to the town for each stall they set up."
NUMBERED = amend.read_text(
    f"1. {REWRITTEN}\n\n2. {MARKET}\n\n3. {HARBOUR}\n\n4. {STALLS}", name="Rev 2"
)
LABELS = [Label.parse(each) for each in "1234"]


def test_a_number_that_holds_brings_its_paragraph_nearer() -> None:
    texts = [PIERS, MARKET, HARBOUR, STALLS]
    plain, *_ = descents(texts, NUMBERED)
    numbered, *_ = descents(texts, NUMBERED, labels=LABELS)
    assert numbered.paragraph == NUMBERED.paragraphs[0].id
    assert numbered.likeness < numbered.nearness <= 1.0
    assert plain.nearness == plain.likeness


def test_numbers_that_do_not_hold_say_nothing() -> None:
    texts = [MARKET, STALLS, HARBOUR, PIERS]
    labels = [Label.parse(each) for each in ("9", "8", "7", "1")]
    found = descents(texts, NUMBERED, labels=labels)
    assert [each.nearness for each in found] == [each.likeness for each in found]


def test_a_number_on_several_paragraphs_says_less() -> None:
    twice = amend.read_text(
        f"1. {REWRITTEN}\n\n2. {MARKET}\n\n3. {HARBOUR}\n\n1. {STALLS}", name="Rev 2"
    )
    texts = [PIERS, MARKET, HARBOUR]
    once, *_ = descents(texts, NUMBERED, labels=LABELS[:3])
    shared, *_ = descents(texts, twice, labels=LABELS[:3])
    assert shared.nearness < once.nearness


def test_texts_that_never_stood_side_by_side_are_no_rivals() -> None:
    beside, _ = descents([HARBOUR, REWRITTEN], LATER, stood=[range(2), range(1, 3)])
    before, _ = descents([HARBOUR, REWRITTEN], LATER, stood=[range(1), range(1, 3)])
    assert beside.rival > 0.0
    assert before.rival == 0.0
    assert before.score > beside.score


@pytest.mark.parametrize("given", [{"labels": LABELS[:1]}, {"stood": [range(1)]}])
def test_labels_and_drafts_are_given_for_each_text(given: dict[str, list[object]]) -> None:
    with pytest.raises(ValueError, match="1 for 2 texts"):
        descents([HARBOUR, MARKET], LATER, **given)  # type: ignore[arg-type]
