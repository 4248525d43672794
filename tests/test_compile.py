"""`amend compile` as it is typed: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import amend, refusal

BASE = "9. We encourage States to protect children.\n\n10. We will meet again.\n"
EU = 'In para 9, after "children" insert "and youth".\n'
US = "Delete para 9.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in {"rev1.txt": BASE, "eu-rev1.txt": EU, "us-rev1.txt": US}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_whole_base_is_printed_with_every_mark(desk: Path) -> None:
    answer = amend("compile", desk / "rev1.txt", desk / "eu-rev1.txt", "--no-color")
    assert answer.code == 0
    assert "protect children {+and youth+} (EU)." in answer.out
    assert "10       We will meet again." in answer.out


@pytest.mark.parametrize("suffix", ["html", "md", "json"])
def test_every_format_is_written_and_printed(desk: Path, suffix: str) -> None:
    out = desk / f"rolling.{suffix}"
    files = (desk / "rev1.txt", desk / "eu-rev1.txt", desk / "us-rev1.txt")
    answer = amend("compile", *files, "-o", out)
    assert (answer.code, answer.out) == (0, "")
    assert f"wrote {out}" in answer.err
    assert "proposals-collide: Rev 1, 9:" in answer.err
    assert out.read_text(encoding="utf-8") == amend("compile", *files, "--format", suffix).out


def test_strict_ends_with_three_where_proposals_collide(desk: Path) -> None:
    files = (desk / "rev1.txt", desk / "eu-rev1.txt")
    assert amend("compile", *files, "--strict").code == 0
    assert amend("compile", *files, desk / "us-rev1.txt", "--strict").code == 3


def test_a_file_made_on_another_revision_is_placed_and_told(desk: Path) -> None:
    (desk / "us-zero.txt").write_text(EU, encoding="utf-8")
    answer = amend("compile", desk / "rev1.txt", desk / "us-zero.txt", "--json")
    found = json.loads(answer.out)
    assert [each["code"] for each in found["notices"]] == ["base-differs"]
    assert "it speaks of" in answer.err
    assert "was placed in Rev 1" in answer.err


def test_one_unreadable_file_does_not_stop_the_others(desk: Path) -> None:
    (desk / "no.pages").write_bytes(b"x")
    answer = amend("compile", desk / "rev1.txt", desk / "no.pages", desk / "eu-rev1.txt")
    assert answer.code == 0
    assert "file-skipped" in answer.out


def test_a_file_named_twice_is_refused(desk: Path) -> None:
    found = refusal("compile", desk / "rev1.txt", desk / "eu-rev1.txt", desk / "eu-rev1.txt")
    assert "is named twice" in found


def test_the_base_is_not_written_over(desk: Path) -> None:
    found = refusal("compile", desk / "rev1.txt", desk / "eu-rev1.txt", "-o", desk / "rev1.txt")
    assert "is one of the files to be read" in found


def test_a_rolling_text_is_written_for_word_and_not_printed(desk: Path) -> None:
    files = [desk / name for name in ("rev1.txt", "eu-rev1.txt", "us-rev1.txt")]
    out = desk / "rolling.docx"
    assert amend("compile", *files, "-o", out).code == 0
    answer = amend("read", out, "--json")
    changes = [each for one in answer.data["paragraphs"] for each in one["changes"]]
    assert {each["author"] for each in changes} == {"EU"}
    assert all(each["date"] for each in changes)
    assert "cannot be printed" in refusal("compile", *files, "--format", "docx")
