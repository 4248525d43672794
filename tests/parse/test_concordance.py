"""A table of old and new numbers is read for what it says, and no side is ever guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from amend.errors import ReadError
from amend.parse.concordance import correspondences
from amend.read import read

NAMES = {"rev 1": "Rev 1", "rev 2": "Rev 2", "final": "Final"}


def rows(tmp_path: Path, text: str, name: str = "table.csv") -> list[tuple[str, ...]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = correspondences(read(path), lambda head: NAMES.get(head.casefold()))
    return [(each.old_revision, each.old, each.revision, each.new) for each in found]


@pytest.mark.parametrize(
    "heads",
    [
        "Old,New", "Previous paragraph,Current paragraph", "Ancien numéro,Nouveau numéro",
        "Párrafo anterior,Párrafo nuevo", "Старый,Новый", "旧段落,新段落", "القديمة,الجديدة",
        "Alte Nummer,Neue Nummer", "From,To",
    ],
)  # fmt: skip
def test_the_sides_are_known_by_their_heads_in_any_language(tmp_path: Path, heads: str) -> None:
    assert rows(tmp_path, f"{heads}\n12,14\n") == [("", "12", "", "14")]


def test_the_new_side_may_stand_first(tmp_path: Path) -> None:
    text = "New paragraph,Old paragraphs,Kind of change,Score\n14,12; 13,merged,80%\n"
    assert rows(tmp_path, text) == [("", "12; 13", "", "14")]


def test_our_own_table_names_its_revisions(tmp_path: Path) -> None:
    text = "From,Old,To,New,Change,In common,By\nRev 1,12,Rev 2,14,renumbering,100%,\n"
    assert rows(tmp_path, text) == [("Rev 1", "12", "Rev 2", "14")]


def test_columns_headed_by_revisions_are_read_step_by_step(tmp_path: Path) -> None:
    assert rows(tmp_path, "Rev 1,Rev 2,Final\n12,14,\n") == [
        ("Rev 1", "12", "Rev 2", "14"), ("Rev 2", "14", "Final", ""),
    ]  # fmt: skip


def test_a_step_with_a_table_of_its_own_is_not_read_twice(tmp_path: Path) -> None:
    text = (
        "| Rev 1 | Rev 2 | Final |\n|---|---|---|\n| 1, 2 | 1, 2 | 1 |\n\n"
        "| Rev 1 | Rev 2 |\n|---|---|\n| 1 | 1 |\n| 2 | 2 |\n"
    )
    assert rows(tmp_path, text, "table.md") == [
        ("Rev 2", "1, 2", "Final", "1"), ("Rev 1", "1", "Rev 2", "1"), ("Rev 1", "2", "Rev 2", "2"),
    ]  # fmt: skip


def test_a_table_that_goes_on_below_needs_no_new_heads(tmp_path: Path) -> None:
    text = "| Old | New |\n|---|---|\n| 1 | 2 |\n\nPage 2\n\n| 3 | 4 |\n"
    assert [each[1:] for each in rows(tmp_path, text, "table.md")] == [
        ("1", "", "2"), ("3", "", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["12,14\n13,15\n", "Number,Title\n12,Peace\n", "Old text,New text\na,b\n"]
)
def test_a_table_without_such_heads_is_refused_with_a_way_out(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReadError) as refusal:
        rows(tmp_path, text)
    assert "Old and New" in refusal.value.hint
