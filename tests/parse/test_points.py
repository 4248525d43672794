"""Points that stand without the number of their paragraph: which paragraph is meant."""

from __future__ import annotations

import pytest

from amend.library import proposals_from_text, read_text
from amend.parse.points import numbered

DRAFT = (
    "1. We act now.\n5. We encourage Parties:\n(a) to map landslides every two years;\n"
    "(b) to train rangers;\n(c) to sing.\n6. We meet.\n"
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Paragraph 5 (a): replace 'two years' with 'a year'; (b): delete.",
         ["replace_phrase 5(a)", "delete_paragraph 5(b)"]),
        ("Para 5: (a) delete; (b) retain.", ["delete_paragraph 5(a)", "retain 5(b)"]),
        ("Para 5 (a): retain. (b): delete.", ["retain 5(a)", "delete_paragraph 5(b)"]),
        ("In para 5 (a), replace \"two\" with \"ten\" and delete (b).",
         ["replace_phrase 5(a)", "delete_paragraph 5(b)"]),
        ("Paragraph 5 (a): replace 'two' with 'ten'; 5 (b): delete.",
         ["replace_phrase 5(a)", "delete_paragraph 5(b)"]),
        ("Paragraph 5:\n(a): replace \"two\" by \"three\".\n(b): delete.",
         ["replace_phrase 5(a)", "delete_paragraph 5(b)"]),
    ],
)  # fmt: skip
def test_a_bare_point_is_one_of_the_paragraph_named_before_it(text: str, asked: list[str]) -> None:
    found = proposals_from_text(text, against=read_text(DRAFT, name="Rev 1"), by="X")
    told = [f"{each.operation.value} {', '.join(map(str, each.target))}" for each in found]
    assert told == asked


@pytest.mark.parametrize(
    "text",
    [
        "Para 5 to read: (a) promote peace; (b) support women; (c) retain forests.",
        'Para 5 (a): insert "; (b): delete" at the end',
        "We support this (b): delete nothing.",
        "(b): delete",
    ],
)
def test_points_of_a_text_and_of_no_paragraph_are_left_alone(text: str) -> None:
    assert numbered(text) == text
