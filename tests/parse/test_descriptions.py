"""Paragraphs that are described and not numbered."""

from __future__ import annotations

import pytest

from amend.model.draft import Revision
from amend.parse.draft import parse
from amend.parse.references import references
from amend.read.txt import read_text

TEXT = """1. We commit to birth registration for every child, under this Agreement.
2. We will save migrants in distress at sea.
3. We recognize that migrants rescued at sea need safe ports.
4. We protect children in schools.
5. We protect children and youth in camps.
"""


@pytest.fixture(scope="module")
def draft() -> Revision:
    return parse(read_text(TEXT), "Rev 1")


def described(text: str, draft: Revision) -> list[tuple[list[str], list[str], str]]:
    return [
        (
            [str(label) for label in each.labels],
            [str(label) for label in each.candidates],
            each.text,
        )
        for each in references(text, draft=draft)
    ]


def test_a_description_that_one_paragraph_fits_whole_names_it(draft: Revision) -> None:
    assert described("Strengthen the para on migrants rescued at sea.", draft) == [
        (["3"], ["3", "2"], "the para on migrants rescued at sea")
    ]


def test_a_description_that_fits_several_names_none_and_shows_them(draft: Revision) -> None:
    assert described("The paragraph on children is weak.", draft) == [
        ([], ["4", "5"], "The paragraph on children")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the paragraph on whales",
        "the paragraph on birth registration of the Global Compact",
        'add "the paragraph on birth registration"',
        "the paragraph on the",
    ],
)
def test_what_fits_nothing_or_is_not_ours_is_left_alone(text: str, draft: Revision) -> None:
    assert described(text, draft) == []


def test_without_a_draft_nothing_is_described() -> None:
    assert references("the paragraph on birth registration") == ()


def test_a_number_beside_a_description_is_a_reference_of_its_own(draft: Revision) -> None:
    found = described("We like the paragraph on birth registration and paragraph 5.", draft)
    assert [labels for labels, _, _ in found] == [["1"], ["5"]]


def test_the_name_of_the_draft_is_not_foreign_to_it(draft: Revision) -> None:
    text = "paragraph 3 of the Agreement, paragraph 4 of the Convention"
    assert references(text) == ()
    assert [labels for labels, _, _ in described(text, draft)] == [["3"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [("le paragraphe sur birth registration", "fr"), ("el párrafo sobre birth registration", "es")],
)
def test_other_languages_describe_too(text: str, language: str, draft: Revision) -> None:
    (found,) = references(text, language, draft)
    assert [str(label) for label in found.labels] == ["1"]
