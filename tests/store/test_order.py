"""The order of revisions: told by names and dates, and where it was not told, a notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.notices import Code
from amend.store.naming import revision_name
from amend.store.order import in_order, order_key
from amend.store.workspace import DraftFile

STATIONS = [
    "Pre-zero draft",
    "Zero draft",
    "Rev 1",
    "Rev 1a",
    "Rev 1.1",
    "Rev 2",
    "Rev 9",
    "Rev 10",
]
STATIONS += ["Final", "Adopted"]


def drafts(*named: str) -> list[DraftFile]:
    """Drafts written as "name" or "name @ date"."""
    parts = (each.partition(" @ ") for each in named)
    return [DraftFile(Path(name), name, date or None) for name, _, date in parts]


def names(*named: str) -> tuple[list[str], int]:
    """The names in order, and how many notices there are."""
    ordered, notices = in_order(drafts(*named))
    assert all(one.code is Code.ORDER_GUESSED for one in notices)
    return [one.name for one in ordered], len(notices)


@given(
    st.permutations(
        ["Zero draft", "Rev 1", "Rev 1a", "Rev 2", "Rev 9", "Rev 10", "Final", "Adopted"]
    )
)
def test_stages_stand_in_the_order_of_the_process(shuffled: list[str]) -> None:
    expected = ["Zero draft", "Rev 1", "Rev 1a", "Rev 2", "Rev 9", "Rev 10", "Final", "Adopted"]
    assert names(*shuffled) == (expected, 0)


def test_the_key_alone_sorts_stages_dates_and_what_is_unknown() -> None:
    expected = [
        "pre-zero",
        "zero",
        "rev1",
        "rev2",
        "rev10",
        "2015-12-12",
        "chair",
        "final",
        "adopted",
    ]
    shuffled = expected[::-1]
    assert sorted(shuffled, key=lambda name: order_key(name, None)) == expected


@given(st.permutations(["23-oct-2015", "4-dec-2015", "9-dec-2015", "12-dec-2015", "29-jan-2016"]))
def test_dated_drafts_stand_by_date(shuffled: list[str]) -> None:
    dates = [revision_name(name) or "" for name in shuffled]
    assert names(*dates) == (sorted(dates), 0)


def test_a_dated_draft_goes_between_dated_revisions() -> None:
    given_ = ("Final @ 2016-04-22", "2015-12-09", "Rev 1 @ 2015-10-01", "Rev 2 @ 2015-12-12")
    assert names(*given_) == (["Rev 1", "2015-12-09", "Rev 2", "Final"], 0)
    earliest = ("Rev 1 @ 2015-10-01", "2015-01-01")
    assert names(*earliest) == (["2015-01-01", "Rev 1"], 0)


def test_a_dated_draft_among_undated_ones_is_a_guess_before_the_final() -> None:
    assert names("Final", "2015-12-09", "Zero draft", "Rev 1") == (
        ["Zero draft", "Rev 1", "2015-12-09", "Final"],
        1,
    )


def test_a_name_that_tells_nothing_is_a_guess_before_the_final() -> None:
    assert names("Final", "Chair's text", "Rev 1") == (["Rev 1", "Chair's text", "Final"], 1)
    assert names("beta 2", "beta 10") == (["beta 2", "beta 10"], 2)
    assert names("Chair's text @ 2026-02-01", "Rev 1 @ 2026-01-01") == (
        ["Rev 1", "Chair's text"],
        0,
    )


def test_one_draft_alone_has_no_order_to_guess() -> None:
    assert names("Chair's text") == (["Chair's text"], 0)
    assert names() == ([], 0)


@pytest.mark.parametrize(
    "pair",
    [
        ("Rev 1 @ 2026-02-01", "Rev 2 @ 2026-01-01"),
        ("Rev 1", "Rev 1 corrected"),
        ("Rev 1", "Draft 2"),
        ("text A @ 2026-02-01", "text B @ 2026-02-01"),
        ("text A @ 2026-02", "text B @ 2026-02-01"),
    ],
)
def test_dates_at_odds_ties_and_two_ways_of_counting_are_told(pair: tuple[str, str]) -> None:
    ordered, notices = in_order(drafts(*pair))
    assert [one.name for one in ordered] == [each.partition(" @ ")[0] for each in pair]
    (notice,) = notices
    assert notice.where == ordered[1].name
    assert "amend.toml" in notice.text


def test_two_readings_of_one_stage_stand_by_their_dates() -> None:
    given_ = ("Rev 1 corrected @ 2026-01-09", "Rev 1 @ 2026-01-05")
    assert names(*given_) == (["Rev 1", "Rev 1 corrected"], 0)


@given(st.lists(st.sampled_from([*STATIONS, "2015-12-12", "2016-01-29", "text"]), unique=True))
def test_order_loses_nothing_and_does_not_hang_on_the_start(stems: list[str]) -> None:
    ordered, notices = in_order(drafts(*stems))
    again, _ = in_order(drafts(*reversed(stems)))
    assert sorted(one.name for one in ordered) == sorted(stems)
    assert [one.name for one in again] == [one.name for one in ordered]
    assert notices or "text" not in stems or len(stems) == 1
