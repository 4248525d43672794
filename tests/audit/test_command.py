"""`amend audit` as it is typed: what it prints, what it writes, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.files import put
from tests.builders import deleted, ins, para
from tests.commands import amend, refusal

OLD = ("1. We note the river.", "2. We invite the “ports” to act.", "3. We meet again.")
HONEST = ("1. We note the river.", para("2. We ", deleted("invite"), ins("urge"),
          " the “ports” to act."), "3. We meet again.")  # fmt: skip
SILENT = (HONEST[0], HONEST[1], "3. We meet again soon.")
PRINTED = (HONEST[0], '2. We invite the "ports" to act.', HONEST[2])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return put(tmp_path, "old", OLD)


@pytest.mark.parametrize(
    ("new", "code"), [(HONEST, 0), (SILENT, 3), (PRINTED, 0), (OLD, 0), ((*OLD, "4. And."), 3)]
)
def test_strict_ends_with_three_where_anything_is_silent(
    old: Path, tmp_path: Path, new: tuple[str, ...], code: int
) -> None:
    path = put(tmp_path, "new", new)
    assert amend("audit", old, path, "--strict").code == code
    assert amend("audit", old, path, "--strict", "--json").code == code
    assert amend("audit", old, path).code == 0


def test_what_is_silent_is_told_first(old: Path, tmp_path: Path) -> None:
    lines = amend("audit", old, put(tmp_path, "new", SILENT)).out.splitlines()
    assert lines[0] == "new.docx against old.docx"
    assert lines[1] == "Changed without a mark: 1 word put in, in 1 paragraph."
    assert any("{!+soon+!}" in each for each in lines)


def test_a_clean_file_is_called_so(old: Path, tmp_path: Path) -> None:
    answer = amend("audit", old, put(tmp_path, "new", HONEST))
    assert "Nothing changed without a mark." in answer.out
    assert "{!" not in answer.out


def test_typography_is_counted_and_shown_where_asked(old: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "new", PRINTED)
    assert "differs in 2 places" in amend("audit", old, path).out
    assert "No change of words" not in amend("audit", old, path).out
    assert "No change of words" in amend("audit", old, path, "--typography").out


@pytest.mark.parametrize("suffix", ["html", "md", "json"])
def test_every_format_is_written_and_printed(old: Path, tmp_path: Path, suffix: str) -> None:
    path, out = put(tmp_path, "new", SILENT), tmp_path / f"audit.{suffix}"
    answer = amend("audit", old, path, "-o", out)
    assert (answer.code, answer.out) == (0, "")
    assert "soon" in out.read_text(encoding="utf-8")
    assert amend("audit", old, path, "--format", suffix).out.strip()


def test_the_data_stand_alone_on_the_output(old: Path, tmp_path: Path) -> None:
    document = amend("audit", old, put(tmp_path, "new", SILENT), "--json").data
    assert document["schema"] == "amend/1"
    assert document["silent"] is True
    silent = [each for each in document["paragraphs"] if each["silent"]]
    assert [each["now"] for each in silent] == ["3"]


def test_a_file_that_cannot_declare_anything_is_refused(old: Path, tmp_path: Path) -> None:
    text = put(tmp_path, "new", "1. We note the river.")
    assert "only a Word file or an .odt declares its changes" in refusal("audit", old, text)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no more", b"\x00" * 400])
def test_a_damaged_file_is_refused_on_either_side(
    old: Path, tmp_path: Path, content: bytes
) -> None:
    broken = put(tmp_path, "new", content)
    assert "new.docx" in refusal("audit", old, broken)
    assert "new.docx" in refusal("audit", broken, old)


def test_a_file_that_is_not_there_is_refused(old: Path, tmp_path: Path) -> None:
    assert "gone.docx" in refusal("audit", old, tmp_path / "gone.docx")
    assert "gone.md" in refusal("audit", old, tmp_path / "gone.md")


def test_another_base_is_refused_with_the_choices(old: Path) -> None:
    assert "--base accepted or --base rejected" in refusal("audit", old, old, "--base", "newest")


def test_the_files_are_never_written_over(old: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "new", SILENT)
    was = path.read_bytes()
    assert "is one of the files to be read" in refusal("audit", old, path, "-o", path)
    assert path.read_bytes() == was


def test_a_word_file_that_calls_itself_doc_is_audited(old: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "new", HONEST).rename(tmp_path / "new.doc")
    assert "Nothing changed without a mark." in amend("audit", old, path).out
