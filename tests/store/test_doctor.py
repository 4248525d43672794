"""The doctor: silent where all is well, and each thing that is wrong with a way to mend it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from amend.store.archive import Archive
from amend.store.doctor import Finding, check

from .values import LETTER, NOW, REV1, revision, submission

URL = "sqlite:///amend.db"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workspace with a draft and a proposal, both stored."""
    for name, data in (("drafts/rev1.docx", REV1), ("proposals/cities-rev1.txt", LETTER)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(data)
    with Archive.open(URL, folder=tmp_path) as archive:
        archive.add_revision(revision(), REV1, now=NOW)
        archive.add_submission(submission(), LETTER, now=NOW)
    return tmp_path


def findings(home: Path) -> tuple[Finding, ...]:
    with Archive.open(URL, folder=home) as archive:
        found = check(archive, home)
    assert all(one.hint for one in found)
    return found


def damage(home: Path, statement: str) -> None:
    connection = sqlite3.connect(home / "amend.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_where_all_is_well_there_is_nothing_to_say(home: Path) -> None:
    before = (home / "amend.db").read_bytes()
    assert findings(home) == ()
    assert (home / "amend.db").read_bytes() == before


def test_a_file_that_is_not_stored_is_found(home: Path) -> None:
    (home / "drafts" / "rev2.docx").write_bytes(b"new")
    (finding,) = findings(home)
    assert (finding.where, finding.text) == ("drafts/rev2.docx", "is not stored")
    assert finding.hint == "Run: amend add drafts/rev2.docx"


def test_a_file_that_was_changed_since_is_found(home: Path) -> None:
    (home / "proposals" / "cities-rev1.txt").write_bytes(b"changed")
    (finding,) = findings(home)
    assert "differs from the stored file" in finding.text
    assert finding.hint == "Run: amend add --replace proposals/cities-rev1.txt"


def test_a_stored_file_that_was_renamed_or_is_gone_is_no_fault(home: Path) -> None:
    (home / "drafts" / "rev1.docx").rename(home / "drafts" / "Rev_1.docx")
    (home / "proposals" / "cities-rev1.txt").unlink()
    assert findings(home) == ()


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("UPDATE file SET data = x'00' WHERE size = 22", "is not the one that was added"),
        ("UPDATE paragraph SET role = 'x' WHERE position = 1", "what is stored is no paragraph"),
        ("UPDATE proposal SET target = 'x'", "no JSON"),
        ("DELETE FROM revision", "belongs to no revision"),
    ],
)
def test_a_database_edited_by_other_means_is_found(home: Path, statement: str, text: str) -> None:
    damage(home, statement)
    assert any(text in one.text for one in findings(home))


def test_settings_are_looked_over_too(home: Path) -> None:
    (home / "amend.toml").write_text(
        '[process]\ntitel = "x"\n[[drafts]]\nfile = "rev9.docx"\n', encoding="utf-8"
    )
    unknown, missing = findings(home)
    assert "'titel' is not known" in unknown.text
    assert "no rev9.docx" in missing.text
    (home / "amend.toml").write_text("[process", encoding="utf-8")
    (broken,) = findings(home)
    assert broken.where == "amend.toml, line 1"
