"""The listings of a workspace as they are printed; data keep what is stored."""

from __future__ import annotations

from amend.render.lists import shown


def test_a_paragraph_without_a_number_is_told_by_where_it_is_to_stand() -> None:
    cells = ("id.1", ["new>6", "new<9", "new>OP14", "12bis"], None)
    _, (row,) = shown(("id", "paragraphs", "by"), [cells])
    assert row == ("id.1", "new after 6, new before 9, new after OP14, 12bis", "")
