"""Databases that cannot be used: one message that says where, what, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from amend.errors import WorkspaceError
from amend.store.archive import Archive
from amend.store.connection import connect, transaction
from amend.store.tables import PARAGRAPHS

from .values import NOW, REV1, paragraph, revision, ruling

URL = "sqlite:///amend.db"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database that another program is writing to."""
    Archive.open(URL, folder=tmp_path).close()
    connection = sqlite3.connect(tmp_path / "amend.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield connection
    connection.close()


def refusal(url: str, folder: Path) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as caught:
        Archive.open(url, folder=folder)
    assert caught.value.hint
    return caught.value


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "amend.db").write_bytes(b"PK\x03\x04 a Word file, perhaps" * 50)
    error = refusal(URL, tmp_path)
    assert "not a database" in str(error)
    assert str(tmp_path / "amend.db") in error.where
    assert (tmp_path / "amend.db").read_bytes().startswith(b"PK")


def test_a_cut_database_is_refused(tmp_path: Path) -> None:
    with Archive.open(URL, folder=tmp_path) as archive:
        many = tuple(paragraph(str(number)) for number in range(500))
        archive.add_revision(revision(paragraphs=many), REV1, now=NOW)
    whole = (tmp_path / "amend.db").read_bytes()
    (tmp_path / "amend.db").write_bytes(whole[: len(whole) // 2])
    with (
        pytest.raises(WorkspaceError, match="malformed"),
        Archive.open(URL, folder=tmp_path) as archive,
    ):
        archive.revisions()


@pytest.mark.parametrize("url", ["sqlite:///none/amend.db", "sqlite:///folder"])
def test_a_place_where_no_file_can_stand_is_refused(tmp_path: Path, url: str) -> None:
    (tmp_path / "folder").mkdir()
    assert "unable to open" in refusal(url, tmp_path).message


@pytest.mark.parametrize("url", ["", "amend.db", "postgresql://me:secret@host:port/db", "::"])
def test_what_is_no_url_is_refused_without_showing_it(tmp_path: Path, url: str) -> None:
    error = refusal(url, tmp_path)
    assert "is no URL" in error.message
    assert "secret" not in str(error) + error.hint
    assert "sqlite:///amend.db" in error.hint


def test_a_database_without_driver_is_refused(tmp_path: Path) -> None:
    error = refusal("quill://me:secret@there/db", tmp_path)
    assert "quill" in error.message
    assert "secret" not in str(error) + error.hint


def test_a_locked_database_is_refused(tmp_path: Path, held: sqlite3.Connection) -> None:
    error = refusal(f"{URL}?timeout=0.05", tmp_path)
    assert "locked" in error.message
    assert "Wait" in error.hint


def test_a_database_locked_later_refuses_the_writer_and_stays_as_it_was(tmp_path: Path) -> None:
    with Archive.open(f"{URL}?timeout=0.05", folder=tmp_path) as archive:
        other = sqlite3.connect(tmp_path / "amend.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceError, match="locked"):
            archive.add_ruling(ruling(), now=NOW)
        assert archive.rulings() == ()
        other.close()
        assert archive.add_ruling(ruling(), now=NOW)


def test_a_read_only_database_is_read_and_refuses_what_is_added(tmp_path: Path) -> None:
    with Archive.open(URL, folder=tmp_path) as archive:
        archive.add_revision(revision(), REV1, now=NOW)
    url = f"sqlite:///file:{tmp_path / 'amend.db'}?mode=ro&uri=true"
    with Archive.open(url, folder=tmp_path) as archive:
        assert archive.revisions() == (revision(),)
        with pytest.raises(WorkspaceError, match="readonly") as caught:
            archive.add_ruling(ruling(), now=NOW)
        assert "Allow writing" in caught.value.hint


def test_a_relative_path_starts_at_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    with Archive.open("sqlite:///sub/my.db", folder=tmp_path) as archive:
        assert archive.place == str(tmp_path / "sub" / "my.db")
    absolute = tmp_path / "absolute.db"
    with Archive.open(f"sqlite:///{absolute}", folder=Path("elsewhere")) as archive:
        assert archive.place == str(absolute)
    assert absolute.exists()


def test_foreign_keys_are_checked(tmp_path: Path) -> None:
    with Archive.open(URL, folder=tmp_path) as archive:
        archive.add_revision(revision(), REV1, now=NOW)
    engine = connect(URL, tmp_path)
    orphan = {"revision": 99, "position": 0, "id": "p", "role": "other", "path": ""}
    inner = dict.fromkeys(("runs", "source", "brackets", "comments"), "[]")
    with pytest.raises(IntegrityError), transaction(engine, writes=True) as database:
        database.execute(insert(PARAGRAPHS), [orphan | inner])
    engine.dispose()
