"""A text split once: the same words, places and prints as when each is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.edits import changes
from amend.text.words import Words, tokens, words

TEXTS = (
    "",
    "We commit to end it.",
    " (safe), “dignified” and  orderly\tmigration ",
    '"Parties" shall [should] reduce — by 3 % — the costs;',
    "- a dash - and $5, (b) §7!",
    "我们承诺 end it",
)
SIGNS = st.text(alphabet="ab AB.,;()[]-—$%\t\n“é我", max_size=40)
KEYS = st.lists(st.sampled_from("the of crew pilots and others".split()), max_size=12)


@pytest.mark.parametrize("text", TEXTS)
def test_known_words_stand_where_words_stand(text: str) -> None:
    _is_the_same(text)


@given(SIGNS)
def test_known_words_stand_where_words_stand_in_any_text(text: str) -> None:
    _is_the_same(text)


def _is_the_same(text: str) -> None:
    known, found = Words(text), words(text)
    assert known.keys == tokens(text) == [word.key for word in found]
    assert list(known) == found
    printed = [text[word.start : word.end] for word in found]
    assert known.printed(0, len(found)) == printed
    for at in [n + 1 for n, sign in enumerate(text) if sign.isspace()]:
        assert known.before(at) == len(tokens(text[:at]))


@given(KEYS, KEYS, KEYS, KEYS)
def test_words_known_to_be_the_same_at_both_ends_change_no_comparison(
    head: list[str], old: list[str], new: list[str], tail: list[str]
) -> None:
    one, other = [*head, *old, *tail], [*head, *new, *tail]
    assert changes(one, other, len(head), len(tail)) == changes(one, other)
