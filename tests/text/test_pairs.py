"""Which texts share most pairs of words with others: one by one and with arrays the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.pairs import MOST, USUAL, Pairs

# Few words, so that pairs come again, and one that no text holds.
_WORDS = st.sampled_from("the rights of all herons nest".split())
_TEXTS = st.lists(st.lists(_WORDS, max_size=12), max_size=8)
_ASKED = st.lists(st.lists(st.one_of(_WORDS, st.just("quay")), max_size=14), max_size=6)
LARGE = pytest.mark.parametrize("is_large", [False, True])


@given(_TEXTS, _ASKED)
def test_arrays_find_the_same_texts_in_the_same_order(
    texts: list[list[str]], asked: list[list[str]]
) -> None:
    small, large = (Pairs(texts, is_large=is_large) for is_large in (False, True))
    assert large.sharing(asked) == small.sharing(asked)


@given(_TEXTS, _ASKED)
def test_arrays_find_for_each_alone_what_they_find_for_all(
    texts: list[list[str]], asked: list[list[str]]
) -> None:
    pairs = Pairs(texts, is_large=True)
    assert pairs.sharing(asked) == [pairs.sharing([words])[0] for words in asked]


@LARGE
def test_the_text_that_shares_most_pairs_comes_first_then_that_of_the_earlier_pair(
    is_large: bool,
) -> None:
    texts = ["herons nest".split(), "of all".split(), "the rights of all".split()]
    found = Pairs(texts, is_large=is_large).sharing(["of all herons nest of all".split()])
    assert found == [[(1, 1), (2, 1), (0, 1)]]
    found = Pairs(texts, is_large=is_large).sharing(["all the rights of all".split()])
    assert found == [[(2, 3), (1, 1)]]


@LARGE
def test_no_more_than_a_few_texts_are_named(is_large: bool) -> None:
    (found,) = Pairs([["herons", "nest"]] * USUAL, is_large=is_large).sharing([["herons", "nest"]])
    assert found == [(place, 1) for place in range(MOST)]


@LARGE
def test_a_stock_phrase_leads_nowhere(is_large: bool) -> None:
    texts = [["of", "the"]] * (USUAL + 1) + [["herons", "nest"]]
    found = Pairs(texts, is_large=is_large).sharing(["of the herons nest".split(), ["of", "the"]])
    assert found == [[(USUAL + 1, 1)], []]
