"""Comma-separated values: the same fates for a sheet, and nothing that a sheet would run."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from amend import pipeline
from amend.render import Report, concordance, verdicts, write
from amend.render.cells import disarmed, is_formula, legal

from .hostile import FORMULA, HOSTILE, LONG
from .pages import assert_golden
from .sample import CHAIN, COURSES, MADE, NOTICES, SCRIPT, THRESHOLDS

CHECK = Report("Sample", MADE, CHAIN, COURSES, "Zero draft", THRESHOLDS, NOTICES)
COMPARE = replace(CHECK, courses=(), base=None)


def table(report: Report) -> list[dict[str, str]]:
    text = write(report, ".csv")
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))


def test_a_comparison_gives_the_rows_of_the_concordance() -> None:
    rows = [tuple(each.values()) for each in table(COMPARE)]
    assert [each[:-4] for each in rows] == list(concordance.rows(CHAIN))
    beads = [bead for step in CHAIN.comparisons for bead in step.alignment.beads]
    assert [each[-3].count("\n") for each in rows] == [max(len(b.new) - 1, 0) for b in beads]
    assert rows[3][-4].startswith("We will protect the wetlands")
    assert tuple(table(COMPARE)[0]) == (
        *concordance.HEAD, "Old text", "New text", "Old page", "New page",
    )  # fmt: skip


def test_a_check_gives_one_row_for_each_proposal_and_later_revision() -> None:
    rows = table(CHECK)
    assert len(rows) == sum(len(each.rulings) for each in COURSES)
    assert tuple(rows[0]) == verdicts.HEAD
    women = [each for each in rows if each["Proposal"] == "sample.3"]
    assert [(each["Revision"], each["Fate"], each["Words taken"]) for each in women] == [
        ("Rev 1", "adopted verbatim", "8"),
        ("Rev 2", "not adopted", "0"),
    ]
    assert women[0]["Evidence"] == "and the women who trade on the quays"
    assert women[1]["Missing"] == "and the women who trade on the quays"
    assert {each["Headline"] for each in women} == {"dropped later"}
    assert {each["Read in"] for each in women} == {"proposals.docx, page 1, block 3"}


def test_what_was_not_measured_is_empty_and_never_nought() -> None:
    protected = next(each for each in table(CHECK) if each["Fate"] == "protected")
    measures = ("Words taken", "Words asked for", "Share taken", "Words cut", "Share cut")
    assert [protected[each] for each in measures] == [""] * 5


def test_a_proposal_without_a_later_revision_still_has_its_row() -> None:
    alone = replace(CHECK, courses=(replace(COURSES[0], rulings=()),))
    (row,) = table(alone)
    assert (row["By"], row["Revision"], row["Fate"]) == ("Delta Youth Forum", "", "")


def test_the_tables_read_as_agreed() -> None:
    assert_golden("fates.csv", write(CHECK, ".csv"))
    assert_golden("concordance.csv", write(COMPARE, ".csv"))


def test_the_file_begins_with_the_mark_that_excel_needs(tmp_path: Path) -> None:
    out = tmp_path / "fates.csv"
    pipeline.write(CHECK, out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfProposal,By,")
    assert b"\r" not in out.read_bytes()
    assert out.read_text(encoding="utf-8") == write(CHECK, ".csv")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u00a0=1"]
)
def test_a_formula_becomes_a_text(text: str) -> None:
    assert is_formula(text)
    assert disarmed(text).startswith("'")
    assert disarmed(text).replace("'", "") == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("water;=1+1", "water;'=1+1"),
        ("water; @SUM(A1)", "water;' @SUM(A1)"),
        ("water\n-1", "water\n'-1"),
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_a_formula_behind_a_place_where_sheets_split_becomes_a_text(text: str, safe: str) -> None:
    assert disarmed(text) == safe


@pytest.mark.parametrize("text", ["", "9bis", "—", "1 = 1", "We commit to a-b", "a; b - c", SCRIPT])
def test_a_text_stays_as_it_is(text: str) -> None:
    assert disarmed(text) == text


def test_no_cell_of_a_hostile_comparison_is_a_formula() -> None:
    for row in table(HOSTILE):
        assert not [each for each in row.values() if is_formula(each)]


def test_no_text_is_cut_and_no_formula_passes_in_a_check() -> None:
    asked = replace(COURSES[0].proposal, text=LONG, by=(FORMULA,))
    rows = table(replace(CHECK, courses=(replace(COURSES[0], proposal=asked),)))
    assert {each["Text asked for"] for each in rows} == {LONG}
    assert {each["By"] for each in rows} == {f"'{FORMULA}"}


def test_signs_that_no_file_can_hold_become_visible() -> None:
    made = legal("a\x00b\ufffec\ud800d\u202ee\nf")
    assert made == "a␀b\ufffdc\ufffdd\ufffde\nf"
