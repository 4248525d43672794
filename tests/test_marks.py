"""What a person says of looks: a small grammar with plain errors."""

from __future__ import annotations

import pytest

from amend.errors import MarksError
from amend.model.marks import Marks, Meaning
from amend.model.source import GROUNDS, LETTERS, Look
from amend.text.hues import hue


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("underline=add,strike=delete, red=ignore", "underline=add, strike=delete, red=ignore"),
        ("Bold + Underlined = ADD", "bold underline=add"),
        ("bold/red=new", "bold=add, red=add"),
        ("yellow highlight=del; italics=comment", "yellow highlight=delete, italic=note"),
        ("brackets=delete", "brackets=delete"),
        ("none", "none"),
    ],
)  # fmt: skip
def test_marks_print_and_read_back(said: str, read: str) -> None:
    marks = Marks.parse(said)
    assert str(marks) == read
    assert Marks.parse(str(marks)) == marks


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("bald=add", "'bald' is no look"),
        ("bold", "'bold' does not say what it means"),
        ("bold=yes", "'yes' is no meaning"),
        ("", "no marks are named"),
        ("brackets red=add", "is no look"),
        ("=add", "is no look"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_choices(said: str, found: str) -> None:
    with pytest.raises(MarksError, match=found) as refusal:
        Marks.parse(said)
    assert "bold underline=add, strike=delete" in refusal.value.hint


@pytest.mark.parametrize(
    ("look", "meaning"),
    [
        (Look.BOLD | Look.UNDERLINE, Meaning.ADD),
        (Look.BOLD, None),
        (LETTERS["red"], Meaning.IGNORE),
        (LETTERS["red"] | Look.STRIKE, Meaning.DELETE),
        (LETTERS["red"] | Look.BOLD, Meaning.IGNORE),
        (GROUNDS["red"], None),
        (Look.PLAIN, None),
    ],
)
def test_the_sign_that_asks_for_most_decides_and_a_strike_before_all(
    look: Look, meaning: Meaning | None
) -> None:
    rule = Marks.parse("bold underline=add, strike=delete, red=ignore").rule_of(look)
    assert (rule.meaning if rule is not None else None) == meaning


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("FF0000", "red"), ("C00000", "red"), ("FFFF00", "orange"), ("00B050", "green"),
        ("0070C0", "blue"), ("1F497D", "blue"), ("7030A0", "purple"), ("#f00", "red"),
        ("rgb(0, 112, 192)", "blue"), ("darkRed", "red"), ("808080", "grey"), ("231F20", ""),
        ("000000", ""), ("auto", ""), ("FFFFFF", ""), ("mud", ""),
    ],
)  # fmt: skip
def test_a_colour_is_named_as_a_reader_would(colour: str, name: str) -> None:
    assert hue(colour) == name
