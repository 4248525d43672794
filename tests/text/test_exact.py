"""Which prints are one word, and which are not, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.exact import PARAGRAPH_END, exact, is_word


def keys(text: str) -> list[str]:
    return [word.key for word in exact(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“a” ‘b’ «c»", '"a" \'b\' "c"'),
        ("1990–2000", "1990-2000"),
        ("a — b", "a -- b"),
        ("1 000 ships", "1\u00a0000 ships"),
        ("1 000 000", "1000000"),
        ("ﬁle", "file"),
        ("e\u0301te\u0301", "été"),
        ("co\u00adop", "coop"),
        ("a\u200bb", "ab"),
        ("wait…", "wait..."),
        ("９", "9"),
    ],
)
def test_typography_makes_no_other_key(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a, b", "a b"),
        ("State", "state"),
        ("10²", "102"),
        ("1,000", "1000"),
        ("3.5", "35"),
        ("-5", "5"),
        ("maybe", "may be"),
        ("50 %", "50"),
        ("State's", "States'"),
        ("(a)", "a"),
    ],
)
def test_what_was_typed_otherwise_has_another_key(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_signs_and_the_end_of_a_paragraph_are_no_words() -> None:
    found = keys(f"We act, now.{PARAGRAPH_END}12")
    assert found == ["We", "act", ",", "now", ".", PARAGRAPH_END, "12"]
    assert [each for each in found if is_word(each)] == ["We", "act", "now", "12"]


def test_each_sign_of_a_text_without_spaces_stands_alone() -> None:
    assert keys("第9条") == ["第", "9", "条"]


@given(st.text())
def test_every_sign_that_is_seen_stands_in_one_word(text: str) -> None:
    covered = {place for word in exact(text) for place in range(word.start, word.end)}
    assert all(text[n].isspace() or n in covered for n in range(len(text)) if text[n].isalnum())
