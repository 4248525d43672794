"""The folder of a workspace: made without overwriting, read without guessing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from amend.errors import WorkspaceError
from amend.notices import Code
from amend.store.settings import DraftEntry, ProposalEntry, Settings, load_settings
from amend.store.workspace import Discovery, discover, init

PARIS = Path(__file__).resolve().parents[3] / "shared" / "data" / "paris"


def workspace(folder: Path, *files: str) -> Path:
    (folder / "drafts").mkdir()
    (folder / "proposals").mkdir()
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"words")
    return folder


def skipped(found: Discovery) -> dict[str, str]:
    return {one.where: one.text for one in found.notices if one.code is Code.FILE_SKIPPED}


def test_init_makes_a_workspace_that_reads_as_the_defaults(tmp_path: Path) -> None:
    home = tmp_path / "new" / "process"
    assert [path.name for path in init(home)] == ["amend.toml", "drafts", "proposals"]
    assert load_settings(home) == Settings()
    assert discover(home, load_settings(home)) == Discovery((), ())


def test_the_commented_lines_of_the_new_settings_are_right(tmp_path: Path) -> None:
    init(tmp_path)
    text = (tmp_path / "amend.toml").read_text(encoding="utf-8")
    marks = ("# title", "# language", "# [[", "# file", "# name", "# date", "# by", "# on")
    lines = [line[2:] if line.startswith(marks) else line for line in text.splitlines()]
    (tmp_path / "amend.toml").write_text("\n".join(lines), encoding="utf-8")
    settings = load_settings(tmp_path)
    assert settings.drafts == (DraftEntry("chairs-text.docx", "Rev 1", "2026-02-11", "fr"),)
    assert settings.proposals[0].by == ("Union of Delta Cities",)
    assert settings.notices == ()


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "amend.toml").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    assert [path.name for path in init(tmp_path)] == ["proposals"]
    assert (tmp_path / "amend.toml").read_text(encoding="utf-8") == "# mine\n"
    assert init(tmp_path) == ()


def test_init_where_a_file_is_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_bytes(b"")
    with pytest.raises(WorkspaceError, match=r"drafts: cannot be made") as refusal:
        init(tmp_path)
    assert "Choose another folder" in refusal.value.hint
    with pytest.raises(WorkspaceError, match="cannot be made"):
        init(tmp_path / "drafts" / "inner")


def test_drafts_are_named_and_ordered_by_their_file_names(tmp_path: Path) -> None:
    home = workspace(
        tmp_path, "drafts/Rev_2.docx", "drafts/zero.docx", "drafts/final.MD", "drafts/rev10.txt"
    )
    found = discover(home, Settings())
    assert [one.name for one in found.drafts] == ["Zero draft", "Rev 2", "Rev 10", "Final"]
    assert found.notices == ()


def test_a_proposal_file_says_whose_it_is_and_on_what(tmp_path: Path) -> None:
    home = workspace(
        tmp_path,
        "drafts/zero.docx",
        "drafts/rev1.docx",
        "proposals/picum-rev1.docx",
        "proposals/union-of-delta-cities-zero-corrected.txt",
        "proposals/mexico-rev1-2026-02-11.md",
    )
    found = discover(home, Settings())
    said = [(one.by, one.on, one.date, one.is_corrected) for one in found.proposals]
    assert said == [
        (("Mexico",), "Rev 1", "2026-02-11", False),
        (("PICUM",), "Rev 1", None, False),
        (("Union of Delta Cities",), "Zero draft", None, True),
    ]
    assert found.unanswered == ()


def test_what_a_proposal_file_does_not_tell_is_asked_not_guessed(tmp_path: Path) -> None:
    home = workspace(
        tmp_path,
        "drafts/rev1.docx",
        "proposals/rev1.docx",
        "proposals/picum.docx",
        "proposals/chile-rev4.docx",
    )
    found = discover(home, Settings())
    assert [(one.code, one.where) for one in found.unanswered] == [
        (Code.BASE_UNKNOWN, "chile-rev4.docx"),
        (Code.BASE_UNKNOWN, "picum.docx"),
        (Code.PROPONENT_UNKNOWN, "rev1.docx"),
    ]
    assert "'Rev 4', which is no draft here (there are: Rev 1)" in found.unanswered[0].text


def test_settings_say_what_names_do_not(tmp_path: Path) -> None:
    home = workspace(
        tmp_path,
        "drafts/chairs-text.docx",
        "drafts/rev1.docx",
        "drafts/old/first.docx",
        "elsewhere/letter.docx",
        "proposals/picum.docx",
    )
    settings = Settings(
        drafts=(
            DraftEntry("chairs-text.docx", "Rev 2", "2026-03-01", "fr"),
            DraftEntry("old/first.docx", "Zero draft"),
        ),
        proposals=(
            ProposalEntry("elsewhere/letter.docx", ("A", "B"), "REV-1", "2026-02-20"),
            ProposalEntry("proposals/picum.docx", (), "zero"),
        ),
    )
    found = discover(home, settings)
    assert [one.name for one in found.drafts] == ["Zero draft", "Rev 1", "Rev 2"]
    assert found.drafts[2].language == "fr"
    assert [(one.by, one.on) for one in found.proposals] == [
        (("PICUM",), "Zero draft"),
        (("A", "B"), "Rev 1"),
    ]
    assert found.unanswered == ()


def test_a_name_that_tells_no_stage_is_kept_and_its_order_told(tmp_path: Path) -> None:
    home = workspace(tmp_path, "drafts/Chair's text.docx", "drafts/zero.docx")
    found = discover(home, Settings())
    assert [one.name for one in found.drafts] == ["Zero draft", "Chair's text"]
    assert [one.code for one in found.notices] == [Code.ORDER_GUESSED]


@pytest.mark.parametrize("twin", ["drafts/rev1.txt", "drafts/Rev_1 clean.docx", "drafts/rev.01.md"])
def test_two_files_of_one_revision_are_refused(tmp_path: Path, twin: str) -> None:
    home = workspace(tmp_path, "drafts/rev1.docx", twin)
    with pytest.raises(WorkspaceError, match="both read as 'Rev 1'") as refusal:
        discover(home, Settings())
    assert "[[drafts]]" in refusal.value.hint
    named = Settings(drafts=(DraftEntry(Path(twin).name, "Rev 1 clean"),))
    assert len(discover(home, named).drafts) == 2


def test_what_is_no_draft_is_passed_over_aloud_or_in_silence(tmp_path: Path) -> None:
    silent = ("~$rev1.docx", ".hidden.docx", "README.md", "readme.txt", "Thumbs.db", ".DS_Store")
    aloud = ("scan.pages", "rev1.xps", "notes", "folder/inner.docx")
    home = workspace(tmp_path, *(f"drafts/{name}" for name in (*silent, *aloud)))
    (home / "drafts" / "gone.docx").symlink_to(home / "nowhere")
    found = discover(home, Settings())
    assert found.drafts == ()
    told = skipped(found)
    assert sorted(told) == [
        *(
            "drafts/folder",
            "drafts/gone.docx",
            "drafts/notes",
            "drafts/rev1.xps",
            "drafts/scan.pages",
        ),
    ]
    assert "save it as .docx, " in told["drafts/scan.pages"]


def test_a_listed_file_that_is_missing_is_told(tmp_path: Path) -> None:
    home = workspace(tmp_path)
    settings = Settings(drafts=(DraftEntry("rev1.docx"),), proposals=(ProposalEntry("x.md"),))
    found = discover(home, settings)
    assert found.drafts == ()
    assert [one.text for one in found.notices] == [
        "drafts/ has no rev1.docx, which is listed here; mend the line or the file.",
        "proposals/ has no x.md, which is listed here; mend the line or the file.",
    ]


def test_a_reader_more_makes_more_files_readable(tmp_path: Path) -> None:
    home = workspace(tmp_path, "drafts/rev1.pdf")
    assert discover(home, Settings(), readable=(".pdf",)).drafts[0].name == "Rev 1"


def test_a_folder_that_is_no_workspace_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no drafts/ here") as refusal:
        discover(tmp_path, Settings())
    assert "amend init" in refusal.value.hint
    (tmp_path / "drafts").mkdir()
    assert discover(tmp_path, Settings()).proposals == ()


@pytest.mark.skipif(not PARIS.is_dir(), reason="the real drafts are not beside the project")
def test_five_real_drafts_stand_by_their_dates(tmp_path: Path) -> None:
    home = workspace(tmp_path, *(f"drafts/{path.name}" for path in PARIS.glob("*-201*.md")))
    (home / "drafts" / "gold-9-dec-2015--12-dec-2015.notes.md").unlink(missing_ok=True)
    found = discover(home, Settings())
    days = ["2015-10-23", "2015-12-04", "2015-12-09", "2015-12-12", "2016-01-29"]
    assert [one.name for one in found.drafts] == days
    assert [one.date for one in found.drafts] == days
    assert found.notices == ()


def test_reading_the_folder_loads_no_database_library() -> None:
    script = (
        "import sys, amend.store.workspace, amend.store.settings, amend.store.proponents\n"
        "sys.exit(bool({'sqlmodel', 'sqlalchemy', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": ":".join(sys.path)}, check=False
    )
    assert done.returncode == 0
