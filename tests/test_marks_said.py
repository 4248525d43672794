"""`--marks` in a command, in amend.toml and in the library; clean documents hold no marks."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend import pipeline
from amend.errors import MarksError
from amend.model.source import Block
from amend.parse.index import Base
from amend.parse.looks import marked_by_hand
from amend.read import read
from tests.builders import docx, para, run
from tests.commands import BASE, LATER, LATEST, put, refusal, workspace
from tests.commands import amend as command

SHARED = Path(__file__).parents[1] / ".." / "shared" / "data"
ROOT = Path(__file__).parents[1]
RED, BLUE = '<w:color w:val="FF0000"/>', '<w:color w:val="0070C0"/>'
MARKED = docx(
    para(run("2. We end the "), run("levy", BLUE), run("tax", RED), run(" on grain.")),
)
SAID = "red=add, blue=delete"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = put(tmp_path, rev1=BASE, rev2=LATER, rev3=LATEST)
    (tmp_path / "delta-rev1.docx").write_bytes(MARKED)
    return [*paths, tmp_path / "delta-rev1.docx"]


def test_marks_say_what_colours_mean(files: list[Path]) -> None:
    old, new, last, delta = files
    guessed = command("check", delta, "--by", "Delta", "--against", old, new, last, "--json")
    assert guessed.data["proposals"] == []
    assert "marks-unclear" in [each["code"] for each in guessed.data["notices"]]
    words = (
        "check",
        delta,
        "--by",
        "Delta",
        "--marks",
        SAID,
        "--against",
        old,
        new,
        last,
        "--json",
    )
    (found,) = command(*words).data["proposals"]
    assert (found["operation"], found["text"], found["cut"]) == ("replace_phrase", "tax", "levy")


def test_marks_that_mean_nothing_are_wrong_usage(files: list[Path]) -> None:
    old, new, last, delta = files
    answer = command("check", delta, "--marks", "bald=add", "--against", old, new, last)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("error: 'bald' is no look\n")
    assert "bold, italic, underline, strike" in answer.err


def test_marks_in_the_settings_hold_for_one_file(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk")
    (desk / "proposals").mkdir(exist_ok=True)
    (desk / "proposals" / "delta-rev1.docx").write_bytes(MARKED)
    entry = f'[[proposals]]\nfile = "delta-rev1.docx"\nby = "Delta"\nmarks = "{SAID}"\n'
    (desk / "amend.toml").write_text(entry)
    found = command("report", "--in", desk, "-o", tmp_path / "out", "--json").data["proposals"]
    assert [(each["text"], each["cut"]) for each in found] == [("tax", "levy")]
    (desk / "amend.toml").write_text(entry.replace("red=add", "rad=add"))
    told = refusal("report", "--in", desk)
    assert "amend.toml, line 4" in told
    assert "'rad' is no look" in told


def test_the_library_takes_marks(files: list[Path]) -> None:
    base = amend.read(files[0], name="Rev 1")
    (found,) = amend.proposals(files[3], against=base, by="Delta", marks=SAID)
    assert (found.text, found.cut) == ("tax", "levy")
    with pytest.raises(MarksError):
        amend.proposals(files[3], against=base, marks="loud=add")


def changed(source: Path, base: Path) -> list[Block]:
    """The blocks of a document that are read as marked by hand against a base."""
    found = marked_by_hand(read(source).blocks, Base(pipeline.read_revision(base)), source.name)
    assert found.notices == ()
    return [block for block in found.blocks if found.is_read]


DRAFTS = [ROOT / "drafts" / f"{stem}.docx" for stem in ("zero", "rev1", "rev2", "rev3")]


@pytest.mark.parametrize("source", DRAFTS, ids=lambda path: path.stem)
def test_the_drafts_of_the_worked_example_hold_no_marks(source: Path) -> None:
    assert [changed(source, base) for base in DRAFTS] == [[]] * len(DRAFTS)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize(
    ("source", "base"),
    [
        ("paris/9-dec-2015.md", "paris/9-dec-2015.md"),
        ("paris/9-dec-2015.md", "paris/12-dec-2015.md"),
        ("paris/12-dec-2015.md", "paris/29-jan-2016.md"),
        ("bbnj/bbnj-en.txt", "bbnj/bbnj-en.txt"),
        ("unfccc/cma2021.docx", "unfccc/cma2021.docx"),
        ("unfccc/cma2021.docx", "paris/12-dec-2015.md"),
    ],
)
def test_real_drafts_in_bold_and_italics_hold_no_marks(source: str, base: str) -> None:
    assert changed(SHARED / source, SHARED / base) == []
