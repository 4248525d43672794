"""Two spellings of one word are told from two words."""

from __future__ import annotations

import pytest

from amend.text.spelling import say_the_same


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("labour", "labor"), ("labourers", "laborers"), ("organise", "organize"),
        ("organisations", "organizations"), ("programme", "program"), ("centres", "centers"),
        ("fulfilment", "fulfillment"), ("analyse", "analyze"), ("co-operate", "cooperate"),
        ("well-being", "well being"), ("labor-market", "labour market"), ("defence", "defense"),
        ("recognising", "recognizing"), ("non-refoulement", "nonrefoulement"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_say_the_same(old: str, new: str) -> None:
    assert say_the_same(old.split(), new.split())
    assert say_the_same(new.split(), old.split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("four", "for"), ("may be", "maybe"), ("advice", "advise"), ("price", "prize"),
        ("shall", "should"), ("re-sign", "resign"), ("every day", "everyday"), ("hour", "hor"),
        ("", "labour"), ("rise", "rize"), ("promise", "promiss"), ("16-year", "16 year olds"),
    ],
)  # fmt: skip
def test_other_words_do_not(old: str, new: str) -> None:
    assert not say_the_same(old.split(), new.split())
