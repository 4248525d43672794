"""Dates in file names: read where they can be read one way only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.store.dates import date_in, dates_in, folded


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2015-12-12", "2015-12-12"),
        ("20151212", "2015-12-12"),
        ("2015_12_09_clean", "2015-12-09"),
        ("12-dec-2015", "2015-12-12"),
        ("9 December 2015", "2015-12-09"),
        ("compilation_4dec15_10am", "2015-12-04"),
        ("1st of March 2022", "2022-03-01"),
        ("1 de marzo de 2022", "2022-03-01"),
        ("1er août 2022", "2022-08-01"),
        ("December 12, 2015", "2015-12-12"),
        ("23.10.2015", "2015-10-23"),
        ("10-23-2015", "2015-10-23"),
        ("07.07.2015", "2015-07-07"),
        ("text of October 2015", "2015-10"),
        ("Zero draft 20210726", "2021-07-26"),
    ],
)
def test_a_date_is_read_however_it_is_written(name: str, iso: str) -> None:
    assert date_in(name) == iso


@pytest.mark.parametrize(
    "name",
    ["", "2015", "12-10-2015", "31-02-2015", "2015-13-01", "rev 12", "12 Dec", "A_73_326", "0912"],
)
def test_what_is_no_date_or_may_be_two_is_not_read(name: str) -> None:
    assert date_in(name) is None


def test_two_dates_are_no_date_of_the_file() -> None:
    assert [one.iso for one in dates_in("9 dec 2015 to 12 dec 2015")] == [
        "2015-12-09",
        "2015-12-12",
    ]
    assert date_in("9 dec 2015 to 12 dec 2015") is None
    assert date_in("2015-12-09 (9 Dec 2015)") == "2015-12-09"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_date_prints_and_reads_back(day: date) -> None:
    assert date_in(f"draft_{day.isoformat()}_clean") == day.isoformat()
    assert date_in(day.strftime("%d-%b-%Y")) == day.isoformat()


@given(st.text())
def test_folding_keeps_places(text: str) -> None:
    assert dates_in(text) is not None
    if text.isascii():
        assert len(folded(text)) == len(text)
