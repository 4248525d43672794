"""What is stored comes back as it was; what is refused leaves no trace."""

from __future__ import annotations

import dataclasses
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from amend.errors import WorkspaceError
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Proposal, Submission
from amend.model.ruling import Matter, PersonRuling
from amend.notices import Code, Notice
from amend.store.archive import Archive

from .values import (
    LETTER,
    NOW,
    REV1,
    REVISIONS,
    SUBMISSIONS,
    every,
    paragraph,
    proposal,
    revision,
    ruling,
    sha,
    submission,
)

URL = "sqlite:///amend.db"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(URL, folder=tmp_path) as opened:
        yield opened


def dump(folder: Path) -> list[str]:
    connection = sqlite3.connect(folder / "amend.db")
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_all_that_was_stored_comes_back_as_it_was(tmp_path: Path) -> None:
    with Archive.open(URL, folder=tmp_path) as archive:
        assert archive.add_revision(revision(), REV1, now=NOW)
        assert archive.add_submission(submission(), LETTER, now=NOW)
        assert archive.add_ruling(ruling(), now=NOW)
    with Archive.open(URL, folder=tmp_path) as archive:
        assert archive.revisions() == (revision(),)
        assert archive.submissions() == (submission(),)
        assert archive.rulings() == (ruling(),)
        assert archive.data(sha(LETTER)) == LETTER


# A ruling names who rules, or it is refused.
@given(REVISIONS, SUBMISSIONS, every(PersonRuling).filter(lambda one: one.by.strip()))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_saved_is_equal_to_loaded(said: Revision, asked: Submission, ruled: PersonRuling) -> None:
    with Archive.open("sqlite://", folder=Path()) as archive:
        archive.add_revision(said, REV1, now=NOW)
        archive.add_submission(asked, LETTER, now=NOW)
        archive.add_ruling(ruled, now=NOW)
        assert archive.revisions() == (said,)
        assert archive.submissions() == (asked,)
        assert archive.rulings() == (ruled,)
        keys = [one.label and one.label.key for one in said.paragraphs]
        loaded = archive.revisions()[0].paragraphs
        assert [one.label and one.label.key for one in loaded] == keys


def test_every_field_is_exercised_by_the_whole_examples() -> None:
    for value in (paragraph(), proposal(), ruling(), submission()):
        for one in dataclasses.fields(value):
            assert getattr(value, one.name) not in (one.default, None, (), ""), one.name


def test_adding_twice_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    archive.add_revision(revision(), REV1, now=NOW)
    archive.add_submission(submission(), LETTER, now=NOW)
    archive.add_ruling(ruling(), now=NOW)
    before = dump(tmp_path)
    later = NOW.replace(year=2027)
    for replace in (False, True):
        assert not archive.add_revision(revision(), REV1, now=later, replace=replace)
        assert not archive.add_submission(submission(), LETTER, now=later, replace=replace)
    assert not archive.add_revision(revision("rev.1"), REV1, now=later)
    assert not archive.add_ruling(ruling(), now=later)
    assert dump(tmp_path) == before


def test_a_name_that_is_taken_is_refused_with_two_ways_out(
    archive: Archive, tmp_path: Path
) -> None:
    archive.add_revision(revision(), REV1, now=NOW)
    before = dump(tmp_path)
    with pytest.raises(WorkspaceError, match="'REV-1' is stored already") as refusal:
        archive.add_revision(revision("REV-1", b"other"), b"other", now=NOW)
    assert "--replace" in refusal.value.hint
    assert "--as NAME" in refusal.value.hint
    assert dump(tmp_path) == before


def test_a_file_name_that_is_taken_is_refused(archive: Archive) -> None:
    archive.add_submission(submission(), LETTER, now=NOW)
    with pytest.raises(WorkspaceError, match=r"^cities-rev1.txt: a file of that name"):
        archive.add_submission(submission(), b"other", now=NOW)


def test_a_replaced_revision_leaves_nothing_of_the_old_one(
    archive: Archive, tmp_path: Path
) -> None:
    archive.add_revision(revision("Zero draft", b"zero"), b"zero", now=NOW)
    archive.add_revision(revision(), REV1, now=NOW)
    mended = revision(data=b"mended", paragraphs=(paragraph("p9", "Other words."),))
    assert archive.add_revision(mended, b"mended", now=NOW, replace=True)
    assert archive.revisions() == (revision("Zero draft", b"zero"), mended)
    with pytest.raises(KeyError):
        archive.data(sha(REV1))
    assert sum('INSERT INTO "paragraph"' in line for line in dump(tmp_path)) == 3


def test_replacing_renews_a_reading_of_the_same_bytes(archive: Archive) -> None:
    archive.add_submission(submission(), LETTER, now=NOW)
    other = submission("cities-rev1.txt", proposal("cities.1"), proposal("cities.2"))
    assert not archive.add_submission(other, LETTER, now=NOW)
    assert archive.submissions() == (submission(),)
    assert archive.add_submission(other, LETTER, now=NOW, replace=True)
    assert archive.submissions() == (other,)


def test_one_file_may_stand_under_two_names_and_is_kept_once(
    archive: Archive, tmp_path: Path
) -> None:
    archive.add_revision(revision("Rev 1"), REV1, now=NOW)
    archive.add_revision(revision("Rev 2"), REV1, now=NOW)
    assert [one.name for one in archive.revisions()] == ["Rev 1", "Rev 2"]
    assert sum('INSERT INTO "file"' in line for line in dump(tmp_path)) == 1


def test_revisions_come_in_the_order_of_the_process(archive: Archive) -> None:
    for name in ("Final", "Rev 10", "Rev 2", "Zero draft"):
        archive.add_revision(revision(name), REV1, now=NOW)
    assert [one.name for one in archive.revisions()] == ["Zero draft", "Rev 2", "Rev 10", "Final"]


def test_rulings_come_in_the_order_they_were_given(archive: Archive) -> None:
    given_ = [ruling(reason) for reason in ("z", "a", "m")]
    for one in given_:
        archive.add_ruling(one, now=NOW)
    assert list(archive.rulings()) == given_
    assert archive.add_ruling(PersonRuling(Matter.FATE, "R. Clerk", "2026-02-13"), now=NOW)


def test_what_is_stored_is_listed_without_its_contents(archive: Archive) -> None:
    archive.add_submission(submission(), LETTER, now=NOW)
    archive.add_revision(revision(), REV1, now=NOW)
    archive.add_revision(revision("Rev 2", paragraphs=()), REV1, now=NOW)
    listed = [(one.name, one.file, one.parts) for one in archive.stored()]
    assert listed == [
        ("Rev 1", "rev1.docx", 2),
        ("Rev 2", "rev1.docx", 0),
        (None, "cities-rev1.txt", 1),
    ]
    assert archive.stored()[0].added == "2026-02-11T09:30:00+00:00"


def test_the_notices_of_the_last_run_take_the_place_of_those_before(archive: Archive) -> None:
    first = Notice(Code.RANK_SKIPPED, "a", "b")
    archive.remember_notices([first, first])
    assert archive.notices() == (first, first)
    archive.remember_notices([])
    assert archive.notices() == ()


def test_a_file_that_changed_while_it_was_read_is_refused(archive: Archive) -> None:
    with pytest.raises(WorkspaceError, match="was changed while it was read"):
        archive.add_revision(revision(), b"other bytes", now=NOW)
    assert archive.stored() == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 401, "Rev\udce9", "Rev\n1", "Rev\x001"])
def test_a_name_nobody_could_type_is_refused(archive: Archive, name: str) -> None:
    with pytest.raises(WorkspaceError) as refusal:
        archive.add_revision(revision(name), REV1, now=NOW)
    str(refusal.value).encode()
    assert "--as NAME" in refusal.value.hint


def test_what_would_not_come_back_is_not_taken_in(archive: Archive) -> None:
    listed = dataclasses.replace(paragraph(), runs=[])  # type: ignore[arg-type]
    counted = dataclasses.replace(proposal(), text=5)  # type: ignore[arg-type]
    twins = revision(paragraphs=(paragraph("p1"), paragraph("p1")))
    with pytest.raises(TypeError):
        archive.add_revision(revision(paragraphs=(listed,)), REV1, now=NOW)
    with pytest.raises(TypeError):
        archive.add_submission(submission("x.txt", counted), LETTER, now=NOW)
    with pytest.raises(ValueError, match="one id"):
        archive.add_revision(twins, REV1, now=NOW)
    with pytest.raises(ValueError, match="time zone"):
        archive.add_ruling(ruling(), now=datetime(2026, 2, 11))
    assert archive.stored() == ()


def test_hostile_words_are_stored_as_words(archive: Archive) -> None:
    words = "'); DROP TABLE paragraph; -- \" \\ % \x00 \u2028 🌊"
    hostile = revision(
        words.replace("\x00", ""), paragraphs=(paragraph(words, words),), file="';--.txt"
    )
    archive.add_revision(hostile, REV1, now=NOW)
    assert archive.revisions() == (hostile,)


def test_a_value_edited_by_other_means_is_told_with_its_place(
    archive: Archive, tmp_path: Path
) -> None:
    archive.add_revision(revision(), REV1, now=NOW)
    for statement, complaint in (
        ("UPDATE paragraph SET role = 'prologue'", "'prologue' is not a valid Role"),
        ("UPDATE paragraph SET runs = 'no json'", "what is no JSON"),
    ):
        connection = sqlite3.connect(tmp_path / "amend.db")
        connection.execute(statement)
        connection.commit()
        connection.close()
        with pytest.raises(WorkspaceError, match=complaint) as refusal:
            archive.revisions()
        assert refusal.value.hint


def test_every_field_of_a_stored_value_has_its_column() -> None:
    from amend.store import tables

    for kind, table, elsewhere in (
        (Revision, tables.REVISIONS, {"paragraphs"}),
        (Paragraph, tables.PARAGRAPHS, set()),
        (Submission, tables.SUBMISSIONS, {"proposals"}),
        (Proposal, tables.PROPOSALS, set()),
        (PersonRuling, tables.RULINGS, set()),
        (Notice, tables.NOTICES, set()),
    ):
        names = {one.name for one in dataclasses.fields(kind)}
        assert names - elsewhere <= {column.name for column in table.columns}


_KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from amend.store.archive import Archive
from {values} import NOW, paragraph, revision

@event.listens_for(Engine, "after_cursor_execute")
def die(connection, cursor, statement, *rest):
    if statement.startswith("INSERT INTO paragraph"):
        os.kill(os.getpid(), signal.SIGKILL)

data = bytes(8_000_000)
whole = tuple(paragraph(str(n), "words " * 50) for n in range(2000))
with Archive.open("sqlite:///amend.db", folder=Path(sys.argv[1])) as archive:
    archive.add_revision(revision("Rev 1", data, paragraphs=whole), data, now=NOW, replace=True)
"""


@pytest.mark.parametrize("has_rev1", [False, True])
def test_a_killed_import_leaves_the_database_as_it_was(tmp_path: Path, has_rev1: bool) -> None:
    with Archive.open(URL, folder=tmp_path) as archive:
        archive.add_revision(revision("Zero draft", b"zero"), b"zero", now=NOW)
        if has_rev1:
            archive.add_revision(revision(), REV1, now=NOW)
    before = dump(tmp_path)
    script = _KILLED.format(values=f"{__package__}.values")
    child = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()
    assert (tmp_path / "amend.db-journal").exists(), "killed too early to prove anything"
    assert dump(tmp_path) == before
    with Archive.open(URL, folder=tmp_path) as archive:
        assert archive.add_revision(revision("Rev 2"), REV1, now=NOW)
