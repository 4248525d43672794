"""`amend import`: a saved page becomes a stored register, its names joined only when confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amend.errors import WorkspaceError
from amend.notices import Code
from amend.store.archive import Archive
from amend.store.settings import AliasEntry, parse_settings
from tests.commands import amend, refusal, workspace
from tests.test_docs import DOCS, keys

PAGE = Path(__file__).parent / "parse" / "discussion.txt"


def saved(folder: Path, *texts: str, name: str = "page.txt") -> Path:
    """Write a page on which everybody answers Ana Ruiz."""
    path = folder / name
    path.write_text("".join(f"{each}\n\nIn reply to by Ana Ruiz\n\n" for each in texts), "utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk")


def submissions(*words: object) -> list[dict[str, Any]]:
    answer = amend("import", *words, "--json")
    assert answer.code == 0, answer
    found: list[dict[str, Any]] = answer.data["submissions"]
    return found


def test_a_page_is_stored_with_its_bytes_and_comes_back_the_same(desk: Path) -> None:
    answer = amend("import", PAGE, "--in", desk, "--json")
    assert (answer.data["state"], len(answer.data["submissions"])) == ("stored", 16)
    with Archive.open("sqlite:///amend.db", folder=desk) as archive:
        (register,) = archive.registers()
    assert [each.opening for each in register.postings] == [
        each["opening"] for each in answer.data["submissions"]
    ]
    assert amend("import", PAGE, "--in", desk, "--json").data["state"] == "already stored"
    for draft in (desk / "drafts").iterdir():
        draft.unlink()
    assert amend("doctor", "--in", desk).code == 0


def test_other_bytes_under_the_same_name_need_replace(desk: Path, tmp_path: Path) -> None:
    page = saved(tmp_path, "We need light.")
    assert amend("import", page, "--in", desk).code == 0
    saved(tmp_path, "We need more light.")
    assert "--replace" in refusal("import", page, "--in", desk)
    assert amend("import", page, "--in", desk, "--replace").code == 0


def test_outside_a_workspace_it_is_shown_and_not_stored(tmp_path: Path) -> None:
    page = saved(tmp_path, "We need light.")
    answer = amend("import", page, "--in", tmp_path)
    assert answer.code == 0
    assert "1 posting and 0 prompts: not stored" in answer.out
    assert not (tmp_path / "amend.db").exists()


def test_a_page_without_postings_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("About us\n", "utf-8")
    assert "no posting" in refusal("import", page, "--in", tmp_path)


def test_what_is_in_doubt_is_told_and_strict_ends_with_three(tmp_path: Path) -> None:
    answer = amend("import", PAGE, "--in", tmp_path, "--strict", "--json")
    assert answer.code == 3
    codes = {each["code"] for each in answer.data["notices"]}
    assert codes == {Code.BOUNDARY_GUESSED, Code.STAGE_GUESSED, Code.ALIAS_PROPOSED}
    doubtful = {each["n"]: each["notes"] for each in answer.data["submissions"] if each["notes"]}
    assert "no line parts it from its neighbour" in doubtful[9]


def test_names_are_joined_once_amend_toml_says_so(desk: Path, tmp_path: Path) -> None:
    page = saved(
        tmp_path,
        "The Harbour Light Watch (HLW) submits its comments on Rev 1.",
        "HLW submits further comments on Rev 1.",
    )
    assert [each["organisations"] for each in submissions(page, "--in", desk)] == [
        ["Harbour Light Watch"], ["HLW"],
    ]  # fmt: skip
    toml = '[[aliases]]\nname = "Harbour Light Watch"\nalso = "HLW"\n'
    (desk / "amend.toml").write_text(toml, "utf-8")
    joined = amend("import", page, "--in", desk, "--replace", "--json").data
    assert [each["organisations"] for each in joined["submissions"]] == [
        ["Harbour Light Watch"], ["Harbour Light Watch"],
    ]  # fmt: skip
    assert joined["aliases"] == []


def test_aliases_in_amend_toml_are_checked() -> None:
    said = parse_settings('[[aliases]]\nname = "One"\nalso = ["O", "Uno"]\n')
    assert said.aliases == (AliasEntry("One", ("O", "Uno")),)
    with pytest.raises(WorkspaceError, match="name is nothing"):
        parse_settings('[[aliases]]\nalso = "O"\n')
    with pytest.raises(WorkspaceError, match="also is 3"):
        parse_settings('[[aliases]]\nname = "One"\nalso = 3\n')


def test_every_key_of_the_data_is_in_the_manual(tmp_path: Path) -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    document = amend("import", PAGE, "--in", tmp_path, "--json").data
    assert {key for key in keys(document) if f"`{key}`" not in page} == set()


def test_what_would_steer_a_terminal_is_printed_as_a_sign(tmp_path: Path) -> None:
    page = saved(tmp_path, "Harbour \x1b[31mWatch\x1b[0m submits comments. [bold]Light[/bold]\x07")
    answer = amend("import", page, "--in", tmp_path)
    assert "\x1b" not in answer.out + answer.err
    assert "\x07" not in answer.out + answer.err


def test_text_from_the_page_is_data_and_nothing_else(tmp_path: Path) -> None:
    words = "<script>alert(1)</script> =cmd|' /C calc'!A0 We need light."
    (posting,) = submissions(saved(tmp_path, words), "--in", tmp_path)
    assert posting["text"] == words


def test_a_page_of_another_format_is_read_by_its_paragraphs(tmp_path: Path) -> None:
    page = saved(tmp_path, "We need light.", "And boats.", name="page.md")
    assert [each["text"] for each in submissions(page, "--in", tmp_path)] == [
        "We need light.",
        "And boats.",
    ]
