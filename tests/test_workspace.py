"""A folder that remembers: what is added stays, and what was said of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands import BASE, DELTA, GAMMA, LATER, LATEST, amend, dump, put, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk", delta_rev1=DELTA, gamma_rev1=GAMMA)


def _report(desk: Path, *words: str) -> Any:
    answer = amend("report", "--in", desk, "--json", *words)
    assert answer.code == 0, answer
    return answer.data


def _course(data: Any, identity: str) -> Any:
    return next(each["course"] for each in data["proposals"] if each["id"] == identity)


def test_init_makes_what_is_missing_and_says_what_to_put_there(tmp_path: Path) -> None:
    desk = tmp_path / "my process"
    answer = amend("init", desk)
    assert answer.code == 0
    assert answer.err == ""
    assert {path.name for path in desk.iterdir()} == {"amend.toml", "drafts", "proposals"}
    assert "drafts/" in answer.out
    (desk / "amend.toml").write_text('[process]\ntitle = "Mine"\n')
    assert amend("init", desk).code == 0
    assert (desk / "amend.toml").read_text() == '[process]\ntitle = "Mine"\n'


def test_a_folder_with_only_drafts_and_proposals_gets_the_whole_report(
    desk: Path, tmp_path: Path
) -> None:
    answer = amend("report", "--in", desk, "-o", tmp_path / "out")
    assert answer.code == 0
    assert f"The page is {tmp_path / 'out' / 'report.html'}" in answer.out
    assert "2 proposals from 2 proponents" in answer.out
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["report.html", "report.json", "report.md"]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Delta Union" in page
    data = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert data["later"] == ["Rev 2", "Rev 3"]
    assert _course(data, "delta-rev1.1")["headline"] == "dropped later"
    assert _course(data, "gamma-rev1.1")["headline"] == "carried"


def test_a_second_report_changes_nothing_stored(desk: Path) -> None:
    _report(desk)
    before = dump(desk)
    _report(desk)
    for words in (["list"], ["show", "1"], ["doctor"]):
        assert amend(*words, "--in", desk).code == 0
    assert dump(desk) == before


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    amend("init", desk)
    old, new, delta = put(tmp_path, rev1=BASE, rev2=LATER, delta_rev1=DELTA)
    first = amend("add", old, new, delta, "--in", desk, "--json").data["added"]
    assert [(each["kind"], each["name"], each["new"]) for each in first] == [
        ("draft", "Rev 1", True),
        ("draft", "Rev 2", True),
        ("proposals", "Delta Union", True),
    ]
    before = dump(desk)
    again = amend("add", old, new, delta, "--in", desk, "--json").data["added"]
    assert [each["new"] for each in again] == [False] * 3
    assert dump(desk) == before


def test_a_corrected_file_is_refused_until_it_is_to_replace_the_first(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    amend("init", desk)
    old, delta = put(tmp_path, rev1=BASE, delta_rev1=DELTA)
    amend("add", old, delta, "--in", desk)
    before = dump(desk)
    put(tmp_path, rev1=LATER, delta_rev1=DELTA.replace("lasting", "just"))
    for path in (old, delta):
        answer = amend("add", path, "--in", desk)
        assert answer.code == 1
        assert path.name in answer.err
        assert "--replace" in answer.err
    assert dump(desk) == before
    assert amend("add", old, delta, "--replace", "--in", desk).code == 0
    assert amend("list", "--in", desk, "--json").data["drafts"][0]["paragraphs"] == 3
    assert amend("show", "delta", "--in", desk, "--json").data["proposals"][0]["text"] == "just"


def test_files_before_one_that_is_refused_are_stored_and_told(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    amend("init", desk)
    old, bad, new = put(tmp_path, rev1=BASE, bad="no number\n", rev2=LATER)
    answer = amend("add", old, bad, new, "--in", desk)
    assert answer.code == 1
    assert answer.out == "rev1.txt: draft, Rev 1, 2 paragraphs: stored\n"
    assert "bad.txt" in answer.err
    listed = amend("list", "--in", desk, "--json").data["drafts"]
    assert [each["revision"] for each in listed] == ["Rev 1"]


def test_lists_tell_drafts_proposals_and_proponents(desk: Path) -> None:
    drafts = amend("list", "--in", desk, "--json").data["drafts"]
    assert [(each["revision"], each["paragraphs"], each["proposals"]) for each in drafts] == [
        ("Rev 1", 2, 2),
        ("Rev 2", 3, 0),
        ("Rev 3", 3, 0),
    ]
    asked = amend("list", "proposals", "--in", desk, "--json").data["proposals"]
    assert [(each["id"], each["by"], each["latest"]) for each in asked] == [
        ("delta-rev1.1", ["Delta Union"], "not adopted"),
        ("gamma-rev1.1", ["Gamma League"], "adopted verbatim"),
    ]
    people = amend("list", "proponents", "--in", desk, "--json").data["proponents"]
    assert [each["proponent"] for each in people] == ["Delta Union", "Gamma League"]
    for what in ("drafts", "proposals", "proponents"):
        printed = amend("list", what, "--in", desk)
        assert printed.code == 0
        assert "Rev 1" in printed.out or "Delta Union" in printed.out


def test_show_tells_one_paragraph_in_every_revision_with_its_proposals(desk: Path) -> None:
    data = amend("show", "1", "--in", desk, "--json").data
    assert data["label"] == "1"
    assert [len(each["paragraphs"]) for each in data["revisions"]] == [1, 1, 1]
    assert [each["id"] for each in data["proposals"]] == ["delta-rev1.1"]
    printed = amend("show", "1.", "--in", desk).out
    assert "lasting" in printed
    assert "Gamma" not in printed


def test_show_tells_one_proponent_and_counts_only_theirs(desk: Path) -> None:
    for asked in ("Delta Union", "delta union", "delta"):
        data = amend("show", asked, "--in", desk, "--json").data
        assert data["proponent"] == "Delta Union"
        assert [each["id"] for each in data["proposals"]] == ["delta-rev1.1"]
    printed = amend("show", "delta", "--in", desk).out
    assert "1 proposal by 1 proponent" in printed
    assert "Gamma" not in printed


def test_labels_are_read_by_the_profile_of_the_workspace(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    text = "Article 14\n\nLa loi est claire.\n\nArticle 14 AA\n\nLa loi est juste.\n"
    put(desk / "drafts", rev1=text, rev2=text.replace("juste", "très juste"))
    (desk / "amend.toml").write_text('[process]\nprofile = "fr"\nlanguage = "fr"\n')
    known = [
        each["label"]
        for each in amend("compare", *sorted((desk / "drafts").iterdir()), "--profile", "fr",
                          "--json").data["revisions"][0]["paragraphs"]
        if each["label"]
    ]  # fmt: skip
    for label in known:
        assert amend("show", label, "--in", desk, "--json").data["label"] == label


def test_a_proposal_whose_name_is_silent_belongs_where_its_first_lines_say(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", letter=f"On: Rev 2\n{DELTA}", note=GAMMA)
    answer = amend("report", "--in", desk, "--json")
    assert [(each["id"], each["by"]) for each in answer.data["proposals"]] == [
        ("letter.1", ["Delta Union"])
    ]
    listed = amend("list", "proposals", "--in", desk, "--json").data["proposals"]
    assert listed[0]["on"] == "Rev 2"
    told = [(each["code"], each["where"]) for each in answer.data["notices"]]
    assert told == [("base-unknown", "note.txt")], "listed, never guessed"


def test_a_proposal_on_a_revision_that_is_not_there_is_listed_by_name(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", letter=f"On: Rev 9\n{DELTA}", gamma_rev1=GAMMA)
    answer = amend("report", "--in", desk, "--json", "--strict")
    assert answer.code == 3
    assert [each["id"] for each in answer.data["proposals"]] == ["gamma-rev1.1"]
    (notice,) = answer.data["notices"]
    assert notice["where"] == "letter.txt"


def test_a_file_of_proposals_that_cannot_be_read_is_left_out_by_name(desk: Path) -> None:
    (desk / "proposals" / "osmere-rev1.docx").write_bytes(b"PK\x03\x04 cut short")
    (desk / "proposals" / "kastrel-rev1.pdf").write_bytes(b"%PDF-1.4")
    data = _report(desk)
    assert len(data["proposals"]) == 2
    told = {each["where"].split("/")[-1]: each["code"] for each in data["notices"]}
    assert told == {"osmere-rev1.docx": "file-skipped", "kastrel-rev1.pdf": "file-skipped"}


def test_what_amend_toml_says_outranks_names(desk: Path) -> None:
    (desk / "amend.toml").write_text(
        '[process]\ntitle = "The River Declaration"\n'
        '[[drafts]]\nfile = "rev3.txt"\nname = "Final"\ndate = 2026-03-01\n'
        '[[proposals]]\nfile = "gamma-rev1.txt"\nby = ["One", "Another"]\non = "Rev 2"\n'
    )
    data = _report(desk)
    assert data["later"] == ["Rev 2", "Final"]
    gamma = next(each for each in data["proposals"] if each["id"] == "gamma-rev1.1")
    assert gamma["by"] == ["One", "Another"]
    assert [each["revision"] for each in gamma["course"]["rulings"]] == ["Final"]
    listed = amend("list", "--in", desk, "--json").data["drafts"]
    assert listed[-1]["date"] == "2026-03-01"
    assert "The River Declaration" in amend("report", "--in", desk, "-o", desk / "out").out


def test_what_was_said_when_a_file_was_added_is_not_forgotten_by_a_report(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    put(desk / "drafts", chairs_text=BASE, rev2=LATER)
    put(desk / "proposals", letter=DELTA.split("\n", 1)[1], gamma_rev1=GAMMA.split("\n", 1)[1])
    added = amend(
        "add", desk / "drafts" / "chairs-text.txt", "--as", "Rev 1", "--date", "2026-01-05",
        "--in", desk,
    )  # fmt: skip
    assert added.code == 0
    for file, name in (("letter", "Delta Union"), ("gamma-rev1", "Gamma League")):
        path = desk / "proposals" / f"{file}.txt"
        said = ["--by", name, "--on", "rev. 1", "--date", "2026-01-09"]
        assert amend("add", path, *said, "--in", desk).code == 0
    data = _report(desk)
    assert data["base"] == "Rev 1"
    assert [(each["by"], each["date"]) for each in data["proposals"]] == [
        (["Gamma League"], "2026-01-09"),
        (["Delta Union"], "2026-01-09"),
    ]
    listed = amend("list", "--in", desk, "--json").data["drafts"]
    assert [(each["revision"], each["date"]) for each in listed] == [
        ("Rev 1", "2026-01-05"),
        ("Rev 2", None),
    ]


def test_proposals_follow_their_paragraphs_into_a_corrected_draft(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    amend("init", desk)
    files = put(tmp_path, rev1=BASE, rev2=LATEST, gamma_rev1=GAMMA)
    assert amend("add", *files, "--in", desk).code == 0
    before = amend("show", "gamma", "--in", desk, "--json").data["proposals"][0]
    put(tmp_path, rev1=f"A note from the chair that was left out.\n\n{BASE}")
    assert amend("add", files[0], "--replace", "--in", desk).code == 0
    after = amend("show", "gamma", "--in", desk, "--json").data["proposals"][0]
    assert before["paragraphs"] != after["paragraphs"], "ids follow the file"
    assert after["target"] == ["2"]
    assert before["course"] == after["course"]


_KILLED = """
import os, signal, sys
from amend.cli import app
from amend.store import shelf

def stop(database):
    rows = database.exec_driver_sql("SELECT count(*) FROM paragraph").scalar()
    print(rows, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

shelf.drop_orphans = stop
app(sys.argv[1:])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_killed_import_leaves_the_database_as_it_was(desk: Path, tmp_path: Path) -> None:
    _report(desk)
    before = dump(desk)
    corrected = put(tmp_path, rev1="\n\n".join(f"{n}. We go on." for n in range(1, 400)))[0]
    words = ["add", str(corrected), "--replace", "--in", str(desk)]
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, *words], capture_output=True, check=False, encoding="utf-8"
    )
    assert ended.returncode == -signal.SIGKILL
    assert int(ended.stdout) >= 399, "the rows were written when it died"
    assert dump(desk) == before
    assert amend("doctor", "--in", desk).code == 0


def test_the_database_may_stand_elsewhere(desk: Path) -> None:
    (desk / "amend.toml").write_text('[process]\ndatabase = "sqlite:///kept/here.db"\n')
    answer = amend("list", "--in", desk)
    assert answer.code == 1
    assert "kept" in answer.err
    (desk / "kept").mkdir()
    assert amend("list", "--in", desk).code == 0
    assert (desk / "kept" / "here.db").exists()
    assert not (desk / "amend.db").exists()


def test_report_alone_works_in_the_folder_and_empty_templates_hide_nothing(desk: Path) -> None:
    (desk / "templates").mkdir()
    env = {**os.environ, "NO_COLOR": "1"}
    ended = subprocess.run(
        [sys.executable, "-m", "amend", "report"], cwd=desk, env=env, capture_output=True,
        check=False, encoding="utf-8",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert (desk / "report" / "report.html").exists()
    assert ended.stdout.splitlines()[-1] == "The page is report/report.html"


def test_the_title_is_the_latest_that_a_draft_bears(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    (desk / "drafts" / "rev1.txt").unlink()
    (desk / "drafts" / "rev1.md").write_text(f"# Charter of the River\n\n{BASE}", encoding="utf-8")
    assert amend("report", "--in", desk, "-o", tmp_path / "out").out.startswith(
        "Charter of the River\n"
    ), "Rev 3 begins with its first number"


def test_what_rebase_is_told_of_rulings_is_what_the_report_is_told(desk: Path) -> None:
    link = ("rule", "link", 1, "--to", 2, "--from", "Rev 1", "--of", "Rev 3", "--by", "A. Clerk")
    assert amend(*link, "--in", desk).code == 0
    told = [
        {each["code"] for each in amend(command, "--in", desk, "--json").data["notices"]}
        for command in ("report", "rebase")
    ]
    assert told[0] == told[1]
    assert told[0] & {"ruling-moved", "ruling-unplaced"}
