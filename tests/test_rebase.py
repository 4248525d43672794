"""`amend rebase`: what is carried over goes to a file that amend reads back, word for word."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import amend
from amend import pipeline
from amend.model.proposal import Operation
from tests.commands import amend as run

ROOT = Path(__file__).parents[1]
_BASE = (
    "9. We commit to protect children at sea.\n\n10. We welcome the pledges of all the cities.\n"
)
_LATER = "9. We welcome them all.\n\n10. We commit to protect children at sea, everywhere.\n\n" + (
    "11. We welcome the pledges of all the cities.\n"
)
_ASKS = (
    'Para 9: after "children" insert "and youth".\n\nDelete paragraph 10.\n\nRetain paragraph 9.\n'
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    texts = {"delta-rev1.txt": _ASKS, "rev1.txt": _BASE, "rev2.txt": _LATER}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ask, base, later = (str(tmp_path / name) for name in texts)
    return ask, base, later


def test_the_screen_says_of_each_proposal_what_became_of_it(files: tuple[str, str, str]) -> None:
    ask, base, later = files
    done = run("rebase", ask, "--against", base, later)
    assert done.code == 0
    assert "3 proposals: 3 open, 0 done and 0 lost." in done.out
    assert "{+and youth+}" in done.out


@pytest.mark.parametrize("suffix", [".csv", ".docx"])
def test_a_file_of_carried_proposals_reads_back_as_the_same_change(
    files: tuple[str, str, str], tmp_path: Path, suffix: str
) -> None:
    ask, base, later = files
    out = tmp_path / f"delta-rev2{suffix}"
    assert run("rebase", ask, "--against", base, later, "-o", str(out)).code == 0
    revision = amend.read(later)
    again = amend.proposals(out, against=revision)
    texts = [each.text for each in amend.apply(revision, again).paragraphs]
    assert texts == [
        "We welcome them all.", "We commit to protect children and youth at sea, everywhere.", "",
    ]  # fmt: skip
    kinds = {each.operation for each in again}
    assert Operation.DELETE_PARAGRAPH in kinds or Operation.DELETE_PHRASE in kinds


def test_what_a_file_cannot_hold_is_told(files: tuple[str, str, str], tmp_path: Path) -> None:
    ask, base, later = files
    out = tmp_path / "delta-rev2.docx"
    done = run("rebase", ask, "--against", base, later, "-o", str(out))
    assert "not in the file, which has no place for it" in done.err


def test_the_data_names_every_proposal_once_with_its_state(files: tuple[str, str, str]) -> None:
    ask, base, later = files
    done = run("rebase", ask, "--against", base, later, "--json")
    found = json.loads(done.out)
    assert found["counts"] == {"open": 3, "done": 0, "lost": 0}
    assert [each["state"] for each in found["results"]] == ["open", "open", "open"]
    (reading,) = found["proposals"][0]["readings"]
    assert reading["after"] == "We commit to protect children and youth at sea, everywhere."


def test_what_was_carried_over_can_be_judged_in_a_later_revision(
    files: tuple[str, str, str], tmp_path: Path
) -> None:
    ask, base, later = files
    out, last = tmp_path / "delta-rev2.csv", tmp_path / "rev3.txt"
    run("rebase", ask, "--against", base, later, "-o", str(out))
    last.write_text(_LATER.replace("children", "children and youth"), encoding="utf-8")
    done = run("check", str(out), "--against", later, str(last), "--json")
    first = json.loads(done.out)["proposals"][0]
    assert first["course"]["rulings"][0]["fate"] == "adopted verbatim"


def test_proposals_without_a_later_revision_are_refused_with_a_way_out(
    files: tuple[str, str, str],
) -> None:
    ask, base, _ = files
    done = run("rebase", ask, "--against", base)
    assert done.code == 1
    assert "amend rebase picum.docx --against" in done.err


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("suffix", [".csv", ".docx"])
def test_the_worked_example_is_carried_over_and_reads_back_word_for_word(
    workspace: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"open-rev3{suffix}"
    assert run("rebase", "--in", str(workspace), "-o", str(out)).code == 0
    data = json.loads(run("rebase", "--in", str(workspace), "--json").out)
    later = amend.read(workspace / "drafts" / "rev3.docx")
    again = pipeline.read_submission(out, later).proposals
    wanted = {
        (tuple(each["by"]), reading["after"])
        for each in data["proposals"]
        for reading in each["readings"]
        if reading["label"] != "16"  # two proposals meet there, and the copy holds both
    }
    found = set()
    for each in again:
        for paragraph in amend.apply(later, [each]).paragraphs:
            found.add((each.by, paragraph.text))
    assert wanted <= found


def test_an_earlier_revision_can_be_carried_over_to(workspace: Path) -> None:
    done = run("rebase", "--in", str(workspace), "--to", "Rev 1", "--json")
    found = json.loads(done.out)
    assert found["revision"] == "Rev 1"
    assert {each["base"] for each in found["results"]} == {"Zero draft", "Rev 1"}
    assert run("rebase", "--in", str(workspace), "--to", "Rev 9").code == 1


def test_the_origin_of_each_word_of_a_paragraph_is_shown(workspace: Path) -> None:
    shown = run("show", "33", "--origin", "--in", str(workspace))
    assert "asked for before by Headwaters and Rights Coalition" in shown.out
    assert "away, and back in Rev 3" in shown.out
    data = json.loads(run("show", "16", "--origin", "--in", str(workspace), "--json").out)
    for revision in data["revisions"]:
        for paragraph in revision["paragraphs"]:
            joined = "".join(each["text"] for each in paragraph["origins"])
            assert joined == paragraph["text"]
    asked = [
        (each["text"].strip(), each["by"], each["supporters"])
        for revision in data["revisions"]
        for paragraph in revision["paragraphs"]
        for each in paragraph["origins"]
        if each["supporters"]
    ]
    assert ("at any time and in any armed conflict,", ["Union of Delta Cities"],
            ["Confederation of Basin Workers"]) in asked  # fmt: skip


def test_a_proponent_has_no_origin(workspace: Path) -> None:
    done = run("show", "osmere", "--origin", "--in", str(workspace))
    assert (done.code, "Name a paragraph" in done.err) == (1, True)


def test_new_words_of_a_report_are_asked_for_or_nobodys(workspace: Path) -> None:
    data = json.loads(run("report", "--in", str(workspace), "--json").out)
    for each in data["newcomers"]:
        parts = each["asked"] + each["returned"] + each["repeated"] + each["own"]
        assert parts == each["words"]
        assert each["own"] > 0
