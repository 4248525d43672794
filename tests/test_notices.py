"""What must be told is told: the smallest documents that meet a notice."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend.notices import Code
from tests.commands import DELTA, put, workspace
from tests.commands import amend as command

_BASE = (
    "1. We commit to peace on the river and peace on the delta.\n\n"
    "2. We end the levy on imported grain and on cattle.\n"
)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ('Para 1: insert "lasting" before "peace".', Code.ANCHOR_REPEATED),
        ('Para 2: insert "all" before "importd grain".', Code.ANCHOR_APPROXIMATE),
        ('Para 2: insert "all" before "the ferry at noon".', Code.ANCHOR_NOT_FOUND),
    ],
)
def test_a_place_that_is_not_quite_told_is_a_notice_of_the_rolling_text(
    asked: str, code: Code
) -> None:
    base = amend.read_text(_BASE, name="Rev 1")
    asking = amend.proposals_from_text(asked, against=base, by="Delta")
    assert [each.code for each in amend.apply(base, asking).notices] == [code]


def test_a_part_that_is_not_set_apart_is_told_and_nothing_is_changed() -> None:
    base = amend.read_text(_BASE, name="Rev 1")
    asking = amend.proposals_from_text("Para 1: delete the third sentence.", against=base, by="D")
    rolling = amend.apply(base, asking)
    assert [each.code for each in rolling.notices] == [Code.SCOPE_UNCLEAR]
    assert rolling.paragraphs[0].after == base.paragraphs[0].text


def test_two_who_change_the_same_words_collide_and_both_are_kept() -> None:
    base = amend.read_text(_BASE, name="Rev 1")
    asking = [
        amend.proposals_from_text(f'Para 2: replace "grain" by "{word}".', against=base, by=by)[0]
        for by, word in (("Delta", "rice"), ("Gamma", "wheat"))
    ]
    rolling = amend.apply(base, asking)
    assert [each.code for each in rolling.notices] == [Code.PROPOSALS_COLLIDE]
    assert "imported rice wheat and" in rolling.paragraphs[1].after


def test_a_number_that_stands_twice_is_told_with_both_places() -> None:
    draft = amend.read_text("1. We commit to peace.\n\n1. We end the levy.", name="Rev 1")
    (notice,) = draft.notices
    assert notice.code is Code.LABEL_REPEATED
    assert "block 1" in notice.text
    assert "block 2" in notice.where


def test_a_ruling_whose_paragraph_is_gone_is_told_and_kept(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    words = ["rule", "link", "2", "--to", "3", "--from", "Rev 1", "--of", "Rev 2"]
    assert command(*words, "--by", "A. Reader", "--in", desk).code == 0
    put(desk / "drafts", rev2="1. We commit to lasting peace on the river.\n")
    told = command("report", "--in", desk, "--json").data["notices"]
    assert [each["code"] for each in told] == ["ruling-unplaced"]
    assert "A. Reader" in told[0]["where"]
