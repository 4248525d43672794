"""The schema: made at once or not at all, known by its number, refused when it is too new."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from amend.errors import WorkspaceError
from amend.store import migrations
from amend.store.archive import Archive
from amend.store.connection import connect, transaction
from amend.store.migrations import NEWEST, STEPS, Step, migrate, version

from .values import NOW, REV1, revision

URL = "sqlite:///amend.db"
FIRST = Path(__file__).parent / "schema-1.sql"
NOW_IN_FORCE = Path(__file__).parent / "schema-4.sql"


def sql(folder: Path, *statements: str) -> list[str]:
    """Run statements on the database, and return its schema."""
    connection = sqlite3.connect(folder / "amend.db")
    try:
        for statement in statements:
            connection.executescript(statement)
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name"
        return [" ".join(row[0].split()) for row in connection.execute(query)]
    finally:
        connection.close()


def test_steps_are_numbered_from_one_without_a_gap() -> None:
    assert [step.version for step in STEPS] == list(range(1, NEWEST + 1))


def written(path: Path) -> list[str]:
    """The statements of a schema file, without those that number its steps."""
    found = [" ".join(each.split()) for each in path.read_text(encoding="utf-8").split(";\n")]
    return [each for each in found if each and not each.startswith("INSERT")]


def test_a_new_database_has_the_schema_to_the_letter(tmp_path: Path) -> None:
    Archive.open(URL, folder=tmp_path).close()
    assert sql(tmp_path) == written(NOW_IN_FORCE)


def test_the_first_schema_is_brought_up_to_the_letter(tmp_path: Path) -> None:
    before = sql(tmp_path, FIRST.read_text(encoding="utf-8"))
    assert before == written(FIRST)
    Archive.open(URL, folder=tmp_path).close()
    assert sql(tmp_path) == written(NOW_IN_FORCE)


def test_a_table_of_another_program_with_the_name_of_a_later_step_is_left_alone(
    tmp_path: Path,
) -> None:
    theirs = sql(tmp_path, FIRST.read_text(encoding="utf-8"), "CREATE TABLE posting (words TEXT);")
    with pytest.raises(WorkspaceError, match="a table 'posting' that amend did not make"):
        Archive.open(URL, folder=tmp_path)
    assert sql(tmp_path) == theirs


def test_a_database_of_the_first_schema_keeps_what_it_holds(tmp_path: Path) -> None:
    sql(tmp_path, FIRST.read_text(encoding="utf-8"))
    for _ in range(2):
        with Archive.open(URL, folder=tmp_path) as archive:
            archive.add_revision(revision(), REV1, now=NOW)
            assert archive.revisions() == (revision(),)
            with archive.reading() as database:
                assert version(database) == NEWEST


_OLD_RULING = """
INSERT INTO ruling ("key", digest, matter, "by", "on", reason, old_revision, revision,
    old, new, added) VALUES (1, 'x', 'link', 'R. Clerk', '2026-02-12', '', 'Rev 1', 'Rev 2',
    '["12"]', '["14", ["", 9, "9", [[2, 9, "(i)"]]]]', '2026-02-12T08:00:00+00:00');
"""


def test_a_ruling_of_the_first_schema_is_read_back_with_its_labels(tmp_path: Path) -> None:
    sql(tmp_path, FIRST.read_text(encoding="utf-8"), _OLD_RULING)
    with Archive.open(URL, folder=tmp_path) as archive:
        (ruled,) = archive.rulings()
    assert [str(each) for each in (*ruled.old, *ruled.new)] == ["12", "14", "9(i)"]


def test_an_empty_file_is_a_database_at_version_nought(tmp_path: Path) -> None:
    (tmp_path / "amend.db").write_bytes(b"")
    with Archive.open(URL, folder=tmp_path) as archive:
        assert archive.revisions() == ()


def test_a_schema_table_without_a_number_is_version_nought(tmp_path: Path) -> None:
    sql(tmp_path, "CREATE TABLE amend_schema (version INTEGER NOT NULL, PRIMARY KEY (version));")
    with Archive.open(URL, folder=tmp_path) as archive, archive.reading() as database:
        assert version(database) == NEWEST


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    Archive.open(URL, folder=tmp_path).close()
    before = sql(tmp_path, f"INSERT INTO amend_schema VALUES ({NEWEST + 1});")
    content = (tmp_path / "amend.db").read_bytes()
    with pytest.raises(WorkspaceError) as refusal:
        Archive.open(URL, folder=tmp_path)
    assert f"its schema is number {NEWEST + 1}" in refusal.value.message
    assert f"knows {NEWEST}" in refusal.value.message
    assert "pip install --upgrade amend" in refusal.value.hint
    assert refusal.value.where.endswith("amend.db")
    assert sql(tmp_path) == before
    assert (tmp_path / "amend.db").read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    before = sql(tmp_path, "CREATE TABLE paragraph (words TEXT);")
    with pytest.raises(WorkspaceError, match="a table 'paragraph' that amend did not make"):
        Archive.open(URL, folder=tmp_path)
    assert sql(tmp_path) == before


def test_tables_of_others_may_stand_beside_ours(tmp_path: Path) -> None:
    sql(tmp_path, "CREATE TABLE invoices (sum INTEGER);")
    with Archive.open(URL, folder=tmp_path) as archive:
        assert archive.revisions() == ()


def test_all_steps_are_taken_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_connection: object) -> None:
        raise RuntimeError("half way")

    monkeypatch.setattr(migrations, "STEPS", (*STEPS, Step(NEWEST + 1, "stumbles", stumble)))
    monkeypatch.setattr(migrations, "NEWEST", NEWEST + 1)
    engine = connect(URL, tmp_path)
    with pytest.raises(RuntimeError):
        migrate(engine)
    with transaction(engine, writes=False) as database:
        assert version(database) == 0
    engine.dispose()
    assert sql(tmp_path) == []
