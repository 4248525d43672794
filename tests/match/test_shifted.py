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
        (FIRST, (THERE, MILLS), Fate.ADOPTED_VERBATIM, "its words stand at the beginning now"),
        (FIRST, (ROADS, MILLS), Fate.NOT_ADOPTED, "its words do not stand at the beginning"),
        (FIRST, (LAST, MILLS), Fate.NOT_ADOPTED, "its words do not stand at the beginning"),
        (
            FIRST,
            (ROADS.replace(" before the spring of 2027", ""), MILLS),
            Fate.NOT_ADOPTED,
            "the words to be moved are gone",
        ),
        (
            FIRST,
            (f"Before the spring of 2027, {ROADS}", MILLS),
            Fate.PARTLY_ADOPTED,
            "its words stand at the beginning now, and still where they stood",
        ),
        (
            BEHIND,
            (LAST, MILLS),
            Fate.ADOPTED_VERBATIM,
            "its words stand behind “carter of the valley” now",
        ),
        (
            AHEAD,
            (ROADS.replace(" of the valley", "").replace("roads", "of the valley roads"), MILLS),
            Fate.ADOPTED_VERBATIM,
            "its words stand before “roads” now",
        ),
        (
            'In para 1, move "mend the roads" after "We shall".',
            (ROADS, MILLS),
            Fate.ALREADY_PRESENT,
            "its words stood behind “We shall” in Rev 1 already",
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
        "its words stand in paragraph 2 now",
    )
    assert [str(each) for each in found.place] == ["2"]
    assert ruled(OVER, ROADS, MILLS).fate is Fate.NOT_ADOPTED
    assert ruled(OVER, ROADS, there).fate is Fate.PARTLY_ADOPTED
    assert ruled(OVER, left, MILLS).reason == "the words to be moved are gone"


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        ('In para 1, move "the bells" to the end.', "the words to be moved do not stand in Rev 1"),
        ('Move "the roads" from para 1 to para 9.', "where the words were to go is not told"),
    ],
)
def test_what_cannot_be_told_says_why(ask: str, reason: str) -> None:
    found = ruled(ask, ROADS, MILLS)
    assert (found.fate, found.reason) == (Fate.UNDETERMINABLE, reason)
