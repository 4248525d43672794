"""Words that several asked for: everybody is named, and each word counts once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amend.match.fate import RULES
from amend.match.standing import JUDGES
from amend.model.ruling import Fate
from amend.render.reasons import why
from tests.commands import Answer, amend, put

GROUNDS = "We undertake to protect the fishing grounds of coastal women from industrial trawlers"
BASE = "1. We love the sea.\n\n2. We fear storms and all their harm.\n"
LATER = BASE.replace("the sea.", f"the sea. {GROUNDS}. Boats are painted blue by us.")
ASKS = {
    "avel": f'By: Avel\n\nIn para 1, add "{GROUNDS}." at the end.\n\n'
    f'In para 2, add "{GROUNDS}." at the end.\n',
    "belt": f'By: Belt\nSupported by: Reef, Gulf\n\nIn para 1, add "{GROUNDS}." at the end.\n',
    "cape": f'By: Cape\n\nIn para 1, add "{GROUNDS.replace("coastal ", "")}." at the end.\n',
    "delta": f'By: Delta\n\nNew paragraph 1bis: "{GROUNDS}, and from oil."\n',
    "estuary": f'By: Estuary\n\nIn para 2, add "{GROUNDS}" at the end.\n',
    "fens": "By: Fens\n\nWe support the proposal of Avel on para 1.\n",
}


@pytest.fixture
def words(tmp_path: Path) -> list[object]:
    base, later = put(tmp_path, base=BASE, later=LATER)
    return ["check", *put(tmp_path / "asks", **ASKS), "--against", base, later]


def _checked(words: list[object]) -> Any:
    return amend(*words, "--json").data


def test_all_whose_proposals_hold_the_run_share_it_however_they_asked(words: list[object]) -> None:
    found = {each["id"]: each for each in _checked(words)["proposals"]}
    asked = {each for each in found if not each.startswith("fens")}
    assert len(asked) == 6
    for each in asked:
        assert set(found[each]["shared_with"]) == asked - {each}
    assert found["fens.1"]["shared_with"] == []
    assert found["avel.1"]["supporters"] == ["Fens"]
    assert found["belt.1"]["supporters"] == ["Reef", "Gulf"]


def test_identical_and_nearly_identical_proposals_are_a_group(words: list[object]) -> None:
    found = {each["id"]: set(each["alike_with"]) for each in _checked(words)["proposals"]}
    group = {"avel.1", "belt.1", "cape.1"}
    assert {each: found[each] for each in group} == {each: group - {each} for each in group}
    assert found["delta.1"] == set()


def test_each_new_word_of_the_text_counts_once_and_the_rest_is_the_drafters_own(
    words: list[object],
) -> None:
    (count,) = _checked(words)["newcomers"]
    assert (count["words"], count["asked"], count["own"]) == (19, 13, 6)
    told = " ".join(amend(*words).out.split())
    assert "19 new words: 13 asked for before, 6 asked for by no proposal here" in told


def _lines(answer: Answer) -> str:
    return " ".join(answer.out.split())


def test_who_asks_for_the_same_words_twice_has_them_once_in_the_total(words: list[object]) -> None:
    told = _lines(amend(*words))
    assert "Avel: 2 proposals, 2 carried, 13 of 13 new words taken" in told
    assert "Delta: 1 proposal, 1 carried, 13 of 16 new words taken" in told


def test_the_others_are_named_with_their_supporters_and_the_same_name_once_for_each_place(
    words: list[object],
) -> None:
    told = _lines(amend(*words))
    assert (
        "same words from Avel (on 1 of base; supported by Fens), Avel (on 2 of base), "
        "Belt (supported by Reef and Gulf), Cape, Estuary"
    ) in told


def test_every_rule_says_itself_with_its_thresholds() -> None:
    names = [each.__name__.replace("_", " ") for each in RULES]
    names += [each.replace("_", " ") for each in JUDGES]
    shares = {"with_changes": 0.8, "partly": 0.2, "deletion_partly": 0.5, "found_again": 0.7}
    for name in (*names, "nothing else held", "a person's word"):
        assert why(name, shares), name
        assert "{" not in why(name, shares)
    assert "from 80 % of the new words" in why("stands mostly", shares)
    both = why("split paragraph, stands mostly", shares)
    assert both.startswith("adopted if the paragraph has become several; with changes from 80 %")


def test_why_says_the_rule_behind_each_fate(words: list[object]) -> None:
    told = _lines(amend(*words, "--why", "--thresholds", "with_changes=85"))
    assert "rule: stands unbroken: verbatim if every new word is there" in told
    assert "rule: stands partly: partly from 20 % of the new words" in told
    assert Fate.PARTLY_ADOPTED in told
