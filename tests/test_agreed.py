"""Agreed language and thresholds as amend.toml and the options set them, and the report says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amend.errors import AmendError
from amend.meant import shares
from tests.commands import BASE, amend, put, refusal

WORDS = "in the spirit of good neighbours and fair winds"
ASKED = f'By: Delta Union\n\nPara 1: after "river" insert "{WORDS} for all pilots".\n'
SAID = '[[agreed]]\nfile = "pact.txt"\nname = "The Pact"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    later = BASE.replace("the river", f"the river {WORDS}")
    put(folder / "drafts", rev1=BASE, rev2=later)
    put(folder / "proposals", delta_rev1=ASKED)
    put(folder / "agreed", pact=f"1. Boats sail {WORDS}.\n")
    return folder


def say(desk: Path, words: str) -> None:
    (desk / "amend.toml").write_text(words, encoding="utf-8")


def last(desk: Path) -> Any:
    answer = amend("report", "--in", desk, "--json")
    assert answer.code == 0, answer
    (proposal,) = answer.data["proposals"]
    return answer.data, proposal["course"]["rulings"][-1]


def test_words_of_a_text_that_amend_toml_names_do_not_count(desk: Path) -> None:
    _, before = last(desk)
    assert before["fate"] == "adopted with changes"
    say(desk, SAID)
    data, ruling = last(desk)
    assert data["agreed"] == ["The Pact"]
    assert ruling["taken"] == {"words": 0, "of": 3, "share": 0.0}
    assert "agreed language: The Pact" in ruling["flags"]
    assert ruling["fate"] == "not adopted"


def test_the_report_and_every_screen_name_the_agreed_texts(desk: Path) -> None:
    say(desk, SAID)
    told = "Words of The Pact are agreed language and do not count as new."
    assert amend("report", "--in", desk, "-o", desk / "out").code == 0
    for name in ("report.html", "report.md"):
        assert told in (desk / "out" / name).read_text(encoding="utf-8"), name
    assert told in " ".join(amend("show", "delta", "--in", desk).out.split())
    shown = amend("show", "1", "--in", desk).out
    assert "agreed language: The Pact" in shown


def test_words_that_stand_are_not_asked_for_again_whoever_agreed_on_them(desk: Path) -> None:
    say(desk, SAID)
    found = amend("rebase", "--in", desk, "--json").data
    (reading,) = found["proposals"][0]["readings"]
    assert reading["after"] == f"We commit to peace on the river {WORDS} for all pilots."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('[[agreed]]\nfile = "treaty.txt"\n', "there is no treaty.txt"),
        ('[[agreed]]\nfile = "agreed"\n', "there is no agreed"),
        ('[[agreed]]\nfile = "outside.txt"\n', "leads out of the folder"),
        ('[[agreed]]\nfile = "../outside.txt"\n', "line 2"),
        ("[thresholds]\npartly = 80\n", "partly adopted from 80%, with changes from 70%"),
    ],
)
def test_what_cannot_be_meant_is_refused(desk: Path, said: str, told: str) -> None:
    put(desk.parent, outside="1. Boats.\n")
    (desk / "agreed" / "outside.txt").symlink_to(desk.parent / "outside.txt")
    say(desk, said)
    assert told in refusal("report", "--in", desk)


def test_thresholds_of_amend_toml_decide_and_are_printed(desk: Path) -> None:
    say(desk, "[thresholds]\nwith_changes = 90\n")
    data, ruling = last(desk)
    assert ruling["fate"] == "partly adopted"
    assert data["thresholds"]["with_changes"] == 0.9
    assert "with changes 90 %" in amend("show", "delta", "--in", desk).out


def test_thresholds_may_be_set_for_one_check(desk: Path) -> None:
    drafts = [desk / "drafts" / f"rev{n}.txt" for n in (1, 2)]
    asked = desk / "proposals" / "delta-rev1.txt"
    words = ["check", asked, "--against", *drafts, "--json", "--thresholds"]
    data = amend(*words, "with changes = 90%, partly=30").data
    assert data["thresholds"]["with_changes"] == 0.9
    assert data["proposals"][0]["course"]["rulings"][0]["fate"] == "partly adopted"
    for wrong in ("enough=3", "partly", "partly=x", "partly=0", "partly=900", "partly=²"):
        assert "error: " in refusal(*words, wrong)


@pytest.mark.parametrize("typed", ["partly=0", "partly=101", "partly=5000", f"partly={9:09999}"])
def test_a_share_beyond_the_whole_is_refused_in_per_cent_as_it_was_typed(typed: str) -> None:
    with pytest.raises(AmendError) as refused:
        shares(typed)
    assert "is no percentage" in str(refused.value)
    assert "from 1 to 100" in refused.value.hint


def test_words_of_an_agreed_text_had_been_asked_for_all_the_same(
    desk: Path, tmp_path: Path
) -> None:
    def new_words(document: Any) -> tuple[int, int]:
        (new,) = document["newcomers"]
        return new["asked"], new["words"]

    before = new_words(last(desk)[0])
    say(desk, SAID)
    assert new_words(last(desk)[0]) == before
    origins = amend("show", "1", "--origin", "--in", desk).out
    assert "by no proposal here" not in origins
    assert "Delta Union" in origins

    page = tmp_path / "check.html"
    drafts, asked = desk / "drafts", desk / "proposals" / "delta-rev1.txt"
    against = ("--against", drafts / "rev1.txt", drafts / "rev2.txt")
    answer = amend("check", asked, *against, "--agreed", desk / "agreed" / "pact.txt", "-o", page)
    assert answer.code == 0, answer
    assert "words of Rev 2 had been asked for here before" in page.read_text(encoding="utf-8")
