"""What counts as the same word (domain E.1.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.text.words import has_ideographs, tokens, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We commit, firmly.", "we commit firmly"),
        ("[shall][should] act", "shall should act"),
        ("non‑custodial well-being", "non-custodial well-being"),
        ("the States’ and State's", "the states and state's"),
        ("“quoted” «à part»", "quoted à part"),
        ("poverty—hunger | thirst {note}", "poverty hunger thirst note"),
        ("3 % of $5 and 10.5", "3 % of $5 and 10.5"),
        ("co\u00adoperate zero\u200bwidth", "cooperate zerowidth"),
        ("ﬁnance ＡＢＣ", "finance abc"),
        ("STRASSE Straße", "strasse strasse"),
        ("... – ; ( )", ""),
        ("a\xa0b\u2003c\nd", "a b c d"),
        ("ПУНКТ пункт", "пункт пункт"),
        ("", ""),
    ],
)
def test_words_are_split_and_made_alike(text: str, found: str) -> None:
    assert tokens(text) == found.split()


def test_each_chinese_sign_is_a_word() -> None:
    assert has_ideographs("第九条 We")
    assert tokens("鉴于人权, We act") == ["鉴", "于", "人", "权", "we", "act"]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert tokens("e\u0301tat") == tokens("état")


def test_words_keep_their_places_without_punctuation_and_brackets() -> None:
    text = "[We] “agree”, (all)."
    assert [text[each.start : each.end] for each in words(text)] == ["We", "agree", "all"]


@given(st.text("aB é’'\"[]{}.,—-–|%$3第九\xa0\u00ad", max_size=60))
def test_both_ways_of_splitting_agree(text: str) -> None:
    found = words(text)
    assert [each.key for each in found] == tokens(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert [each.start for each in found] == sorted({each.start for each in found})


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    assert [each.key for each in words(text)] == tokens(text)
    assert all(tokens(text))
