"""Words that prove nothing, and verbs that decide what a text demands."""

from __future__ import annotations

import pytest

from amend.text.weighty import MODALS, STRENGTH, is_content, lemma, verb_at


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("commit", "commit"), ("commits", "commit"), ("committed", "commit"),
        ("committing", "commit"), ("urging", "urge"), ("decides", "decide"),
        ("decided", "decide"), ("stresses", "stress"), ("recognizing", "recognize"),
        ("shall", "shall"), ("may", "may"),
    ],
)  # fmt: skip
def test_forms_of_a_verb_are_the_verb(word: str, verb: str) -> None:
    assert lemma(word) == verb


@pytest.mark.parametrize("word", ["", "committee", "river", "calling-card", "decision", "s", "ing"])
def test_other_words_are_none(word: str) -> None:
    assert lemma(word) is None


@pytest.mark.parametrize(
    ("text", "place", "verb"),
    [
        ("we call upon all states", 1, "call"),
        ("the call of the sea", 1, None),
        ("support the crews", 0, "support"),
        ("with the support of all", 2, None),
        ("states shall decide", 1, "shall"),
        ("we encourage states", 1, "encourage"),
        ("the river", 1, None),
    ],
)
def test_a_noun_is_no_verb(text: str, place: int, verb: str | None) -> None:
    assert verb_at(text.split(), place) == verb


def test_stronger_verbs_stand_before_weaker_ones() -> None:
    ranked = ["decide", "commit", "call", "request", "invite", "encourage", "recommend", "note"]
    degrees = [STRENGTH[verb] for verb in ranked]
    assert degrees == sorted(set(degrees))
    assert (
        list(MODALS) == sorted(MODALS, key=MODALS.__getitem__) == ["shall", "must", "should", "may"]
    )


def test_small_words_are_no_evidence() -> None:
    assert not any(map(is_content, "the of and la les de los".split()))
    assert all(map(is_content, "river migrants 2030 shall".split()))
