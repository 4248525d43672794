"""Words to be moved: where they stand in the later text decides, not that they stand there."""

from __future__ import annotations

import pytest

import amend
from amend.model.ruling import Course, Fate

FIRST = "We protect rivers and lakes from mining. We ask all towns to help."
SECOND = "We meet in spring each year. Ports report on fish."
BASE = amend.read_text(f"1. {FIRST}\n\n2. {SECOND}\n\n3. Mines are closed at night.", name="Rev 1")
TO_THE_END = 'Para 1: move "rivers and lakes" to the end.'


def judged(asked: str, first: str, second: str = SECOND) -> Course:
    later = amend.read_text(
        f"1. {first}\n\n2. {second}\n\n3. Mines are closed at night.", name="Rev 2"
    )
    wanted = amend.proposals_from_text(asked, against=BASE, by="Delta")
    (course,) = amend.judge(wanted, (BASE, later))
    return course


def fate(asked: str, first: str, second: str = SECOND) -> Fate:
    return judged(asked, first, second).rulings[-1].fate


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (
            "We protect from mining. We ask all towns to help rivers and lakes.",
            Fate.ADOPTED_VERBATIM,
        ),
        (
            "We protect from mining. We ask all towns to help rivers and lakes alike.",
            Fate.ADOPTED_WITH_CHANGES,
        ),
        (
            "We protect rivers and lakes from mining. We ask all towns to help rivers and lakes.",
            Fate.PARTLY_ADOPTED,
        ),
        (FIRST, Fate.NOT_ADOPTED),
        ("We protect from mining. We ask all towns to help.", Fate.NOT_ADOPTED),
        (
            "We protect from mining. Rivers and lakes are dear. We ask towns to help.",
            Fate.NOT_ADOPTED,
        ),
    ],
)
def test_moved_words_must_stand_where_they_were_to_go(first: str, expected: Fate) -> None:
    assert fate(TO_THE_END, first) is expected


def test_the_evidence_shows_the_words_at_their_new_place() -> None:
    first = "We protect from mining. We ask all towns to help rivers and lakes."
    ruling = judged(TO_THE_END, first).rulings[-1]
    assert [each.text for each in ruling.evidence] == ["rivers and lakes"]
    assert ruling.evidence[0].start == first.index("rivers")
    assert (ruling.taken.of, [str(each) for each in ruling.place]) == (0, ["1"])


def test_words_that_stood_there_already_are_no_success() -> None:
    asked = 'Para 1: move "to help" to the end.'
    assert fate(asked, FIRST) is Fate.ALREADY_PRESENT


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        (
            'Para 1: move "rivers and lakes" after "all towns".',
            "We protect from mining. We ask all towns rivers and lakes to help.",
        ),
        (
            'Para 1: move "rivers and lakes" before "all towns".',
            "We protect from mining. We ask rivers and lakes all towns to help.",
        ),
        (
            'Para 1: move "rivers and lakes" to the beginning.',
            "Rivers and lakes we protect from mining. We ask all towns to help.",
        ),
    ],
)
def test_the_place_may_be_named_by_other_words(asked: str, first: str) -> None:
    assert fate(asked, first) is Fate.ADOPTED_VERBATIM
    assert fate(asked, FIRST) is Fate.NOT_ADOPTED


def test_words_may_go_to_another_paragraph() -> None:
    asked = 'Move "We ask all towns to help" from para 1 to para 2.'
    first = "We protect rivers and lakes from mining."
    second = f"{SECOND} We ask all towns to help."
    assert fate(asked, first, second) is Fate.ADOPTED_VERBATIM
    assert fate(asked, first) is Fate.NOT_ADOPTED
