"""Words that are to move within the text: whether they stand where they were to go."""

from __future__ import annotations

import pytest

import amend
from amend.model.proposal import Operation
from amend.model.ruling import Fate, Ruling

ROADS = "We shall mend the roads before the spring of 2027, and tell every carter of the valley."
MILLS = "The mills of the valley grind for all who come."
BASE = amend.read_text(f"1. {ROADS}\n\n2. {MILLS}\n", name="Rev 1")


def ruled(ask: str, *later: str) -> Ruling:
    text = "\n\n".join(f"{n}. {words}" for n, words in enumerate(later, 1))
    proposals = amend.proposals_from_text(ask, against=BASE, by="Delta")
    assert [each.operation for each in proposals] == [Operation.MOVE_PHRASE]
    (course,) = amend.judge(proposals, (BASE, amend.read_text(text, name="Rev 2")))
    (ruling,) = course.rulings
    return ruling


FIRST = 'In para 1, move "before the spring of 2027" to the beginning.'
BEHIND = 'In para 1, move "before the spring of 2027" after "carter of the valley".'
AHEAD = 'In para 1, move "of the valley" before "roads".'
OVER = 'Move "before the spring of 2027" from para 1 to para 2.'
THERE = "Before the spring of 2027, we shall mend the roads and tell every carter of the valley."
LAST = "We shall mend the roads, and tell every carter of the valley before the spring of 2027."


@pytest.mark.parametrize(
    ("ask", "later", "fate", "reason"),
    [
        (FIRST, (THERE, MILLS), Fate.ADOPTED_VERBATIM, "they stand where they were to go"),
        (FIRST, (ROADS, MILLS), Fate.NOT_ADOPTED, "they do not stand where they were to go"),
        (FIRST, (LAST, MILLS), Fate.NOT_ADOPTED, "they do not stand where they were to go"),
        (
            FIRST,
            (ROADS.replace(" before the spring of 2027", ""), MILLS),
            Fate.NOT_ADOPTED,
            "they do not stand where they were to go",
        ),
        (
            FIRST,
            (f"Before the spring of 2027, {ROADS}", MILLS),
            Fate.PARTLY_ADOPTED,
            "they stand where they were to go, and still where they stood",
        ),
        (
            BEHIND,
            (LAST, MILLS),
            Fate.ADOPTED_VERBATIM,
            "they stand where they were to go",
        ),
        (
            AHEAD,
            (ROADS.replace(" of the valley", "").replace("roads", "of the valley roads"), MILLS),
            Fate.ADOPTED_VERBATIM,
            "they stand where they were to go",
        ),
        (
            'In para 1, move "mend the roads" after "We shall".',
            (ROADS, MILLS),
            Fate.ALREADY_PRESENT,
            "they stood there in Rev 1 already",
        ),
    ],
)  # fmt: skip
def test_words_that_move_are_looked_for_where_they_were_to_go(
    ask: str, later: tuple[str, ...], fate: Fate, reason: str
) -> None:
    found = ruled(ask, *later)
    assert (found.fate, found.reason) == (fate, reason)
    assert found.taken.of == 0, "a move earns no credit for words"
    assert found.rule == "move phrase"


def test_words_that_move_to_another_paragraph_are_looked_for_there() -> None:
    left = ROADS.replace(" before the spring of 2027", "")
    there = f"{MILLS[:-1]} before the spring of 2027."
    found = ruled(OVER, left, there)
    assert (found.fate, found.reason) == (
        Fate.ADOPTED_VERBATIM,
        "they stand where they were to go",
    )
    assert [str(each) for each in found.place] == ["2"]
    assert ruled(OVER, ROADS, MILLS).fate is Fate.NOT_ADOPTED
    assert ruled(OVER, ROADS, there).fate is Fate.PARTLY_ADOPTED
    assert ruled(OVER, left, MILLS).reason == "they do not stand where they were to go"


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        ('In para 1, move "the bells" to the end.', "the words to be moved do not stand there"),
        (
            'Move "the roads" from para 1 to para 9.',
            "the place it was to move to is not a paragraph of the base",
        ),
    ],
)
def test_what_cannot_be_told_says_why(ask: str, reason: str) -> None:
    found = ruled(ask, ROADS, MILLS)
    assert (found.fate, found.reason) == (Fate.UNDETERMINABLE, reason)
