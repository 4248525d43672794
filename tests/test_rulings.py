"""A person's word outranks the engine, is shown as theirs, and survives a corrected file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import BASE, DELTA, GAMMA, LATER, Answer, amend, put, refusal, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk", delta_rev1=DELTA, gamma_rev1=GAMMA)


def _report(desk: Path, *words: str) -> Any:
    answer = amend("report", "--in", desk, "--json", *words)
    assert answer.code == 0, answer
    return answer.data


def _course(data: Any, identity: str) -> Any:
    return next(each["course"] for each in data["proposals"] if each["id"] == identity)


def _rule(desk: Path, *words: str) -> Answer:
    return amend("rule", *words, "--by", "A. Reader", "--in", desk)


def test_a_ruled_fate_outranks_the_engine_and_bears_the_persons_name(desk: Path) -> None:
    words = ["fate", "delta-rev1.1", "superseded by equivalent", "--why", "same sense"]
    assert _rule(desk, *words).out == "the ruling is stored\n"
    assert _rule(desk, *words).out == "the ruling was stored already\n"
    rulings = _course(_report(desk), "delta-rev1.1")["rulings"]
    assert [(each["fate"], each["by"]) for each in rulings] == [
        ("adopted verbatim", "amend"),
        ("superseded by equivalent", "A. Reader"),
    ]
    assert "same sense" in rulings[-1]["reason"]
    assert _rule(desk, "fate", "delta-rev1.1", "Not-Adopted", "--of", "rev2").code == 0
    rulings = _course(_report(desk), "delta-rev1.1")["rulings"]
    assert (rulings[0]["fate"], rulings[0]["by"]) == ("not adopted", "A. Reader")


def test_a_ruled_target_moves_a_proposal_to_its_paragraph(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", gamma_rev1=GAMMA.replace("Para 2", "Para 99"))
    assert _course(_report(desk), "gamma-rev1.1")["headline"] == "undeterminable"
    assert _rule(desk, "target", "gamma-rev1.1", "2").code == 0
    data = _report(desk)
    assert data["proposals"][0]["target"] == ["2"]
    assert _course(data, "gamma-rev1.1")["headline"] == "carried"
    shown = amend("show", "2", "--in", desk, "--json").data
    assert [each["id"] for each in shown["proposals"]] == ["gamma-rev1.1"]


def _threads(desk: Path) -> list[dict[str, list[str]]]:
    data = amend("show", "1", "--in", desk, "--json").data
    return [each["labels"] for each in data["threads"]]


def test_a_ruled_link_and_its_denial_change_the_next_alignment(desk: Path) -> None:
    assert _threads(desk) == [{"Rev 1": ["1"], "Rev 2": ["1"], "Rev 3": ["1"]}]
    between = ["--from", "Rev 1", "--of", "Rev 2"]
    assert _rule(desk, "link", "1", "--to", "1", *between, "--not").code == 0
    assert {"Rev 1": ["1"]} in [
        {name: labels for name, labels in each.items() if labels} for each in _threads(desk)
    ]
    assert _rule(desk, "link", "1", "--to", "3", *between).code == 0
    assert {"Rev 1": ["1"], "Rev 2": ["3"], "Rev 3": ["3"]} in _threads(desk)
    for name in ("report.html", "report.md"):
        assert amend("report", "--in", desk, "-o", desk / "out").code == 0
        assert "A. Reader" in (desk / "out" / name).read_text(encoding="utf-8"), name


def test_who_ruled_when_and_why_stands_wherever_the_bead_does(desk: Path) -> None:
    words = ["link", "2", "--from", "Rev 1", "--of", "Rev 2", "--gone", "--why", "said in the room"]
    assert _rule(desk, *words).out == "the ruling is stored\n"
    shown = amend("show", "2", "--in", desk).out
    assert "dropped" in shown
    assert "ruled by A. Reader on 20" in " ".join(shown.split())
    assert "said in the room" in " ".join(shown.split())
    assert amend("report", "--in", desk, "-o", desk / "out").code == 0
    for name in ("report.html", "report.md"):
        assert "said in the room" in (desk / "out" / name).read_text(encoding="utf-8"), name


def test_a_fate_is_judged_by_the_paragraph_a_person_ruled_to_be_it(tmp_path: Path) -> None:
    boats, ships = "1. We want boats on the river.\n\n", "\n\n3. We welcome ships.\n"
    desk = tmp_path / "desk"
    put(
        desk / "drafts",
        rev1=f"{boats}2. Herons nest here.\n",
        rev2=f"{boats}2. Herons nest here.{ships}",
        rev3=f"{boats}2. Herons nest here.{ships.replace('ships', 'swift silent ships')}",
    )
    asked = 'By: Delta Union\n\nPara 1: insert "swift silent" before "boats".\n'
    put(desk / "proposals", delta_rev1=asked)
    assert _course(_report(desk), "delta-rev1.1")["rulings"][-1]["fate"] == "adopted elsewhere"
    assert _rule(desk, "link", "1", "--to", "3", "--from", "rev1", "--of", "rev2").code == 0
    last = _course(_report(desk), "delta-rev1.1")["rulings"][-1]
    assert (last["fate"], last["place"]) == ("adopted verbatim", ["3"])


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["1"], "OLD --gone"),
        (["--to", "1"], "--to NEW --new"),
        (["1", "--to", "1", "--gone"], "OLD --gone"),
        (["9", "--to", "1"], "Name one of: 1, 2"),
        (["“Herons”", "--to", "1"], "first words in quotes"),
    ],
)
def test_half_a_link_and_unknown_paragraphs_are_refused(
    desk: Path, words: list[str], hint: str
) -> None:
    between = ["--from", "Rev 1", "--of", "Rev 2", "--by", "A. Reader", "--in", desk]
    assert hint in refusal("rule", "link", *words, *between)


def test_the_newer_revision_must_be_the_newer_one(desk: Path) -> None:
    between = ["--from", "Rev 2", "--of", "Rev 1", "--by", "A. Reader", "--in", desk]
    assert "does not follow" in refusal("rule", "link", "1", "--to", "1", *between)


def test_a_ruling_follows_its_paragraph_through_a_corrected_file(desk: Path) -> None:
    link = ["link", "2", "--to", "3", "--from", "Rev 1", "--of", "Rev 2"]
    assert _rule(desk, *link).code == 0
    corrected = LATER.replace("3. We thank the pilots", "4. We thank all the pilots")
    put(desk / "drafts", rev2=corrected)
    data = _report(desk)
    assert [each["code"] for each in data["notices"]] == ["ruling-moved"]
    threads = amend("show", "2", "--in", desk, "--json").data["threads"]
    assert any(e["labels"]["Rev 1"] == ["2"] and e["labels"]["Rev 2"] == ["4"] for e in threads)


def test_a_ruled_split_is_shown_as_the_persons(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    put(
        desk / "drafts",
        rev1=BASE,
        rev2="1. Herons nest here.\n\n2. Boats moor there.\n\n3. Rain.\n",
    )
    words = ["link", "1", "--to", "1", "--to", "2", "--from", "rev1", "--of", "rev2"]
    assert _rule(desk, *words).code == 0
    labels = amend("show", "1", "--in", desk, "--json").data["threads"][0]["labels"]
    assert labels == {"Rev 1": ["1"], "Rev 2": ["1", "2"]}


def test_rulings_survive_a_corrected_draft(desk: Path) -> None:
    assert _rule(desk, "fate", "delta-rev1.1", "superseded by equivalent").code == 0
    assert _rule(desk, "target", "gamma-rev1.1", "1", "--why", "a slip").code == 0
    link = ["link", "2", "--to", "3", "--from", "Rev 1", "--of", "Rev 2"]
    assert _rule(desk, *link).code == 0
    put(desk / "drafts", rev1=f"A note that was left out.\n\n{BASE}", rev2=f"A note.\n\n{LATER}")
    data = _report(desk)
    assert _course(data, "delta-rev1.1")["rulings"][-1]["by"] == "A. Reader"
    assert next(e for e in data["proposals"] if e["id"] == "gamma-rev1.1")["target"] == ["1"]
    threads = amend("show", "2", "--in", desk, "--json").data["threads"]
    assert any(e["labels"]["Rev 1"] == ["2"] and e["labels"]["Rev 2"] == ["3"] for e in threads)


@pytest.mark.parametrize("nobody", ["", "  "])
def test_a_ruling_by_nobody_is_refused(desk: Path, nobody: str) -> None:
    words = ("rule", "fate", "delta-rev1.1", "not adopted", "--by", nobody, "--in", str(desk))
    answer = amend(*words)
    assert (answer.code, "names who rules" in answer.err) == (1, True)


def test_a_ruling_outlives_a_revision_put_into_the_middle(desk: Path) -> None:
    words = ["link", "1", "--to", "1", "--from", "rev1", "--of", "rev2", "--not"]
    assert _rule(desk, *words).code == 0
    assert _course(_report(desk), "delta-rev1.1")["headline"] == "not carried"
    put(desk / "drafts", rev1a=BASE.replace("end the levy", "end at once the levy"))
    answer = amend("report", "--in", desk, "--json")
    assert "ruling-moved" in {each["code"] for each in answer.data["notices"]}
    assert _course(answer.data, "delta-rev1.1")["headline"] == "not carried"


def _record(desk: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = amend("list", "rulings", "--in", desk, "--json").data["rulings"]
    return found


def test_a_withdrawn_ruling_holds_no_more_and_stays_in_the_record(desk: Path) -> None:
    _rule(desk, "fate", "delta-rev1.1", "superseded by equivalent", "--why", "same sense")
    words = ["withdraw", "1", "--by", "B. Clerk", "--why", "another sense", "--in", desk]
    told = amend("rule", *words)
    assert told.out == (
        "ruling 1 is withdrawn: delta-rev1.1: superseded by equivalent in the latest\n"
    )
    last = _course(_report(desk), "delta-rev1.1")["rulings"][-1]
    assert last["by"] == "amend"
    (kept,) = _record(desk)
    assert (kept["number"], kept["by"], kept["why"]) == (1, "A. Reader", "same sense")
    assert kept["withdrawn"].startswith("by B. Clerk on 20")
    assert kept["withdrawn"].endswith(": another sense")


def test_a_link_may_be_withdrawn_too(desk: Path) -> None:
    before = _threads(desk)
    between = ["--from", "Rev 1", "--of", "Rev 2"]
    _rule(desk, "link", "1", "--to", "1", *between, "--not")
    assert _threads(desk) != before
    assert _rule(desk, "withdraw", "1").code == 0
    assert _threads(desk) == before


def test_what_was_withdrawn_may_be_ruled_again(desk: Path) -> None:
    words = ["fate", "delta-rev1.1", "superseded by equivalent"]
    _rule(desk, *words)
    _rule(desk, "withdraw", "1")
    assert _rule(desk, *words).out == "the ruling is stored\n"
    assert [each["number"] for each in _record(desk)] == [1, 2]
    assert _course(_report(desk), "delta-rev1.1")["rulings"][-1]["by"] == "A. Reader"


def test_who_goes_back_to_an_earlier_ruling_has_the_last_word(desk: Path) -> None:
    for fate in ("superseded by equivalent", "not adopted", "superseded by equivalent"):
        assert _rule(desk, "fate", "delta-rev1.1", fate).out == "the ruling is stored\n"
    last = _course(_report(desk), "delta-rev1.1")["rulings"][-1]
    assert last["fate"] == "superseded by equivalent"


def test_what_cannot_be_withdrawn_is_refused_with_the_numbers_there_are(desk: Path) -> None:
    assert "no ruling 3" in refusal("rule", "withdraw", "3", "--by", "B", "--in", desk)
    _rule(desk, "fate", "delta-rev1.1", "not adopted")
    told = refusal("rule", "withdraw", "3", "--by", "B", "--in", desk)
    assert "Name one of: 1. Run: amend list rulings" in told
    _rule(desk, "withdraw", "1")
    assert "is withdrawn by A. Reader" in refusal(
        "rule", "withdraw", "1", "--by", "B", "--in", desk
    )
    assert "names who rules" in refusal("rule", "withdraw", "1", "--by", " ", "--in", desk)


def test_every_kind_of_ruling_is_listed_in_a_sentence(desk: Path) -> None:
    between = ["--from", "Rev 1", "--of", "Rev 2"]
    _rule(desk, "fate", "delta-rev1.1", "not adopted", "--of", "rev2")
    _rule(desk, "target", "gamma-rev1.1", "2")
    _rule(desk, "link", "1", "--to", "3", *between)
    _rule(desk, "link", "1", "--to", "2", *between, "--not")
    _rule(desk, "link", "2", "--gone", *between)
    _rule(desk, "link", "--to", "1", "--new", *between)
    assert [each["ruling"] for each in _record(desk)] == [
        "delta-rev1.1: not adopted in Rev 2",
        "gamma-rev1.1 is on 2",
        "1 became 3, Rev 1 to Rev 2",
        "1 did not become 2, Rev 1 to Rev 2",
        "2 became nothing, Rev 1 to Rev 2",
        "1 came from nothing, Rev 1 to Rev 2",
    ]


@pytest.mark.parametrize("asked", ["Para 99", "The paragraph on grain"])
def test_a_question_that_a_ruled_target_answers_is_no_longer_asked(
    tmp_path: Path, asked: str
) -> None:
    desk = workspace(tmp_path / "desk", gamma_rev1=GAMMA.replace("Para 2", asked))
    places = {"target-unresolved", "target-ambiguous", "anchor-not-found"}
    if asked == "Para 99":
        assert places & {each["code"] for each in _report(desk)["notices"]}
    assert _rule(desk, "target", "gamma-rev1.1", "1").code == 0
    # On paragraph 1 the words to insert it beside are missing: that question stays.
    if asked == "Para 99":
        assert places & {each["code"] for each in _report(desk)["notices"]}
    assert _rule(desk, "target", "gamma-rev1.1", "2").code == 0
    assert not places & {each["code"] for each in _report(desk)["notices"]}
