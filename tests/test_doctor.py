"""The doctor finds what is wrong with a workspace, and nothing where nothing is."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.commands import DELTA, GAMMA, LATER, amend, put, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk", delta_rev1=DELTA, gamma_rev1=GAMMA)


def _report(desk: Path, *words: str) -> Any:
    answer = amend("report", "--in", desk, "--json", *words)
    assert answer.code == 0, answer
    return answer.data


def test_doctor_finds_nothing_wrong_where_nothing_is(desk: Path) -> None:
    _report(desk)
    answer = amend("doctor", "--in", desk)
    assert answer.code == 0
    assert "no fault found" in answer.out


def test_doctor_finds_a_file_that_changed_and_one_that_was_never_added(desk: Path) -> None:
    _report(desk)
    put(desk / "drafts", rev3=LATER)
    put(desk / "proposals", osmere_rev1=DELTA.replace("lasting", "just"))
    answer = amend("doctor", "--in", desk, "--json")
    assert answer.code == 1
    assert [(each["where"], each["text"]) for each in answer.data["findings"]] == [
        ("drafts/rev3.txt", "differs from the stored file of that name"),
        ("proposals/osmere-rev1.txt", "is not stored"),
    ]
    assert all(each["hint"] for each in answer.data["findings"])


def test_doctor_finds_stored_bytes_that_were_changed(desk: Path) -> None:
    _report(desk)
    database = sqlite3.connect(desk / "amend.db")
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master")]
    (table,) = [each for each in names if each in {"file", "files"}]
    with database:
        database.execute(f"UPDATE {table} SET data = x'00' WHERE rowid = 1")
    database.close()
    answer = amend("doctor", "--in", desk)
    assert answer.code == 1
    assert "is not the one that was added" in answer.out
    assert "Put back a copy" in answer.out


def test_doctor_tells_the_notices_of_the_last_report(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", note=GAMMA)
    _report(desk)
    answer = amend("doctor", "--in", desk, "--json")
    assert [each["code"] for each in answer.data["notices"]] == ["base-unknown"]
