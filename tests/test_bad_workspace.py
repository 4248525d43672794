"""A workspace that cannot do what is asked says so in one message, and is left as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import BASE, DELTA, LATER, amend, dump, put, refusal, workspace

_TWICE = (
    "1. We commit to peace on the river.\n\n2. We end the levy on grain.\n\n"
    "1. We welcome the pilots of the delta.\n"
)


def test_rulings_on_labels_that_are_missing_or_repeated_are_refused(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    put(desk / "drafts", rev1=_TWICE, rev2=LATER)
    put(desk / "proposals", delta_rev1=DELTA)
    amend("list", "--in", desk)
    before = dump(desk)
    by = ["--by", "A. Reader", "--in", desk]
    link = ["rule", "link", "1", "--to", "1", "--from", "Rev 1", "--of", "Rev 2"]
    assert "1 stands 2 times in Rev 1" in refusal(*link, *by)
    assert "stands 2 times" in refusal("rule", "target", "delta-rev1.1", "1", *by)
    assert "99 is not in Rev 1" in refusal("rule", "target", "delta-rev1.1", "99", *by)
    assert "no paragraph label" in refusal("rule", "target", "delta-rev1.1", "9tre", *by)
    assert "there is no proposal" in refusal("rule", "target", "delta-rev1.7", "2", *by)
    assert "is no fate" in refusal("rule", "fate", "delta-rev1.1", "adopted", *by)
    assert "no revision is named" in refusal(*link[:-1], "Rev 7", *by)
    assert dump(desk) == before


def test_a_paragraph_or_proponent_that_is_not_there_is_refused_with_the_choices(
    tmp_path: Path,
) -> None:
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    assert "Name one of: 1, 2, 3" in refusal("show", "99", "--in", desk)
    assert "Delta Union" in refusal("show", "nobody", "--in", desk)
    assert "drafts, proposals, proponents" in refusal("list", "labels", "--in", desk)


def _newer(desk: Path) -> None:
    database = sqlite3.connect(desk / "amend.db")
    with database:
        table = database.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE '%version%' AND type = 'table'"
        ).fetchone()[0]
        newest = f"SELECT max(version) FROM {table}"
        database.execute(f"UPDATE {table} SET version = 99 WHERE version = ({newest})")
    database.close()


def _junk(desk: Path) -> None:
    (desk / "amend.db").write_bytes(b"this is no database at all" * 40)


def _settings(text: str) -> Callable[[Path], None]:
    def write(desk: Path) -> None:
        (desk / "amend.toml").write_bytes(text.encode("latin-1"))

    return write


_BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "a newer release": (_newer, "its schema is number 99"),
    "no database": (_junk, "file is not a database"),
    "unfinished settings": (_settings('[process]\ntitle = "Delta\n'), "amend.toml, line 2"),
    "settings in Latin-1": (_settings('[process]\ntitle = "Café"\n'), "UTF-8"),
    "an odd profile": (_settings('[process]\nprofile = "xx"\n'), "un, eu, fr, ch"),
    "a database nobody drives": (_settings('[process]\ndatabase = "nosuch://x"\n'), "driver"),
    "a draft out of the folder": (_settings('[[drafts]]\nfile = "../x.txt"\n'), "drafts/"),
}


@pytest.mark.parametrize(("spoil", "told"), _BROKEN.values(), ids=_BROKEN.keys())
def test_a_workspace_that_cannot_be_used_is_refused_and_left_alone(
    spoil: Callable[[Path], None], told: str, tmp_path: Path
) -> None:
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    assert amend("list", "--in", desk).code == 0
    spoil(desk)
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    for words in (["report", "-o", desk / "out"], ["list"], ["show", "1"], ["doctor"]):
        assert told in refusal(*words, "--in", desk)
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before


def test_a_folder_without_drafts_is_no_workspace(tmp_path: Path) -> None:
    for words in (["report", "-o", tmp_path / "out"], ["list"], ["show", "9"], ["doctor"]):
        assert "is no workspace" in refusal(*words, "--in", tmp_path)
    assert list(tmp_path.iterdir()) == [], "not even a database"


def test_a_workspace_without_a_draft_says_where_to_put_one(tmp_path: Path) -> None:
    assert amend("init", tmp_path / "desk").code == 0
    message = refusal("report", "--in", tmp_path / "desk", "-o", tmp_path / "out")
    assert "drafts/" in message
    assert not (tmp_path / "out").exists()


def test_a_workspace_cannot_be_made_where_a_file_stands(tmp_path: Path) -> None:
    path = put(tmp_path, rev1=BASE)[0]
    assert "cannot be made" in refusal("init", path)
    assert "cannot be made" in refusal("init", path / "desk")


@pytest.mark.parametrize("room", ["drafts", "proposals"])
def test_no_report_is_written_among_the_sources(room: str, tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    before = sorted((desk / room).iterdir())
    assert "what the report is made of" in refusal("report", "--in", desk, "-o", desk / room)
    assert sorted((desk / room).iterdir()) == before
