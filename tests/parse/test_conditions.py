"""Conditions: what a wish hangs on is told, and nothing is asked for where it names a paragraph."""

from __future__ import annotations

import time

import pytest

from amend.model.proposal import Submission
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.proposals import from_text
from amend.read.txt import read_text

BASE = parse(read_text("9. We protect rivers every year.\n\n10. We decide to meet."), "Rev 1")


def read(text: str) -> Submission:
    return from_text(text, BASE, ("Delta",))


def asked(submission: Submission) -> list[str]:
    return [
        " ".join((each.operation, *map(str, each.target), each.cut if each.anchor else "")).strip()
        for each in submission.proposals
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Unless paragraph 9 is deleted, we cannot accept paragraph 10.", "oppose 10"),
        ('Delete "every year" in para 9 only if para 10 is retained.', "delete_phrase 9"),
        ("If para 10 is kept, delete para 9.", "delete_paragraph 9"),
        ("Provided that para 10 is deleted, we support para 9.", "support 9"),
        ("Delete para 10, on condition that para 9 stays.", "delete_paragraph 10"),
        ("Para 9 should be deleted unless para 10 is kept.", "delete_paragraph 9"),
        ("Si se mantiene el párrafo 10, suprímase el párrafo 9.", "delete_paragraph 9"),
    ],
)
def test_a_condition_is_told_and_what_it_names_is_left_alone(text: str, wanted: str) -> None:
    submission = read(text)
    assert asked(submission) == [wanted]
    assert [each.code for each in submission.notices] == [Code.CONDITIONAL]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('We can accept para 9 only if "every year" is deleted.', "delete_phrase 9"),
        ('We could support para 9 if "rivers" is replaced by "lakes".', "replace_phrase 9"),
        ("We could live with para 9 if para 10 is deleted.", "delete_paragraph 10"),
        ("We would be grateful if para 9 could be deleted.", "delete_paragraph 9"),
    ],
)
def test_the_price_of_an_agreement_and_a_polite_if_are_wishes(text: str, wanted: str) -> None:
    assert asked(read(text)) == [wanted]


def test_a_condition_inside_quoted_words_is_part_of_them() -> None:
    (found,) = read('Para 9: add "if paragraph 10 is kept" at the end.').proposals
    assert found.text == "if paragraph 10 is kept"


@pytest.mark.parametrize("hostile", ["if para 9 ", "unless ", "we can accept para 9 only if "])
def test_endless_conditions_cost_in_proportion(hostile: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        read(hostile * count)
        return time.process_time() - begun

    spent(10)
    assert spent(2000) < 4 * spent(1000) + 0.2
