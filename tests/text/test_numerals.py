from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.numerals import (
    TERM,
    chinese,
    letters,
    multiplicative,
    multiplicatives,
    roman,
    to_roman,
)


@pytest.mark.parametrize(
    ("term", "ordinal"),
    [
        ("duodevicies", 18),
        ("duovicies", 22),
        ("undevicies", 19),
        ("unvicies", 21),
        ("duodetricies", 28),
        ("trecies", 30),
        ("tredecies", 13),
        ("sevicies", 26),
        ("sextricies", 36),
        ("nonies", 9),
        ("semeletvicies", 21),
        ("quinquiesetvicies", 25),
        ("quinquagies", 50),
        ("novononagies", 99),
    ],
)
def test_the_traps_of_latin_counting(term: str, ordinal: int) -> None:
    assert multiplicatives()[term] == ordinal


def test_each_term_from_2_to_99_has_its_own_name() -> None:
    names = [multiplicative(ordinal) for ordinal in range(2, 100)]
    assert len(set(names)) == 98
    assert [multiplicatives()[name] for name in names] == list(range(2, 100))
    with pytest.raises(ValueError, match="100"):
        multiplicative(100)


@given(st.integers(1, 399))
def test_roman_figures_read_back(value: int) -> None:
    assert roman(to_roman(value)) == value


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("九", 9),
        ("十", 10),
        ("二十三", 23),
        ("一百零五", 105),
        ("二〇", 20),
        ("九a", None),
        ("", None),
    ],
)
def test_chinese_numbers(figures: str, value: int | None) -> None:
    assert chinese(figures) == value


@pytest.mark.parametrize(
    ("figure", "value"), [("a", 1), ("z", 26), ("bb", 28), ("ab", None), ("", None), ("é", None)]
)
def test_list_letters(figure: str, value: int | None) -> None:
    assert letters(figure) == value


def test_the_pattern_of_terms_knows_every_term_and_no_common_word() -> None:
    assert all(re.fullmatch(TERM, term) for term in multiplicatives())
    words = ("countries", "policies", "parties", "strategies", "butter", "series", "species")
    assert not any(re.fullmatch(TERM, word) for word in words)
