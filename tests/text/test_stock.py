"""What stands in some texts, counted one by one and with arrays: the same."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.runs import RUN
from amend.text.stock import Stock
from amend.text.usage import Usage

# Few words, so that runs come again, and one that no text holds.
_WORDS = st.sampled_from("the rights of all herons nest".split())
_TEXTS = st.lists(st.lists(_WORDS, max_size=12), max_size=6)
_ASKED = st.lists(st.lists(st.one_of(_WORDS, st.just("quay")), max_size=14), max_size=6)


def both(texts: list[list[str]]) -> tuple[Stock, Stock]:
    return Stock(texts, large=sys.maxsize), Stock(texts, large=0)


@given(_TEXTS)
def test_arrays_count_the_same(texts: list[list[str]]) -> None:
    small, large = both(texts)
    assert large.is_large
    assert not small.is_large
    assert large.counts == small.counts


@given(_TEXTS, _ASKED)
def test_arrays_find_the_same_runs(texts: list[list[str]], asked: list[list[str]]) -> None:
    small, large = both(texts)
    standing = {tuple(text[at : at + RUN]) for text in texts for at in range(len(text) - RUN + 1)}
    found = small.standing(asked)
    assert large.standing(asked) == found
    for words, places in zip(asked, found, strict=True):
        runs = (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
        assert places == [at for at, run in enumerate(runs) if run in standing]


@given(_TEXTS, _ASKED)
def test_arrays_hold_the_same_and_find_it_as_likely(
    texts: list[list[str]], asked: list[list[str]]
) -> None:
    small, large = both(texts)
    usages = Usage(small), Usage(large)
    for words in asked:
        assert small.holds(words) == large.holds(words)
        assert usages[0].probability(words) == usages[1].probability(words)
        threes = list(zip(words, words[1:], words[2:], strict=False))
        assert small.has_threes(threes) == large.has_threes(threes)


def test_a_run_does_not_go_on_in_the_next_text() -> None:
    for stock in both(["the rights of".split(), "all herons nest".split()]):
        assert stock.standing(["the rights of all herons nest".split()]) == [[]]
        assert not stock.holds(["of", "all"])
        assert not stock.has_threes([("rights", "of", "all")])


@pytest.mark.parametrize("words", [[], ["the"], "the rights of all".split()])
def test_what_is_shorter_than_a_run_stands_nowhere(words: list[str]) -> None:
    for stock in both(["the rights of all herons nest".split()]):
        assert stock.standing([words]) == [[]]


@given(st.lists(_WORDS, min_size=1, max_size=8))
def test_a_longer_run_is_never_likelier_than_any_part_of_it(words: list[str]) -> None:
    usage = Usage(Stock([words, "the rights of all herons nest".split()]))
    whole = usage.probability(words)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            assert whole <= usage.probability(words[start:end]) * (1 + 1e-12)


@given(_TEXTS)
def test_a_pair_is_parted_into_its_words(texts: list[list[str]]) -> None:
    for stock in both(texts):
        for text in texts:
            numbers = stock.numbers(text)
            pairs = [stock.parted(pair) for pair in stock.runs(numbers, 2)]
            assert pairs == list(pairwise(numbers))
