"""The bench of lineages: how its thresholds are found, and what it reads of a lineage."""

from __future__ import annotations

import pytest

from bench.carried import Answer, Told, area, best, broad, f1, fitted_elsewhere, middle
from bench.carried_gold import DOUBTED, MISPLACED, RESUBMITTED, STANDING
from bench.chile_steps import SHARED
from bench.lineages import Lineage, State, commissions, final, lineages

NEEDS_DATA = pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not there")


def told(*pairs: tuple[float, bool]) -> Told:
    state = State("", None, range(1))
    return [
        (Lineage(f"L{n}", state, state, "1" if is_true else None), Answer(score, "1"))
        for n, (score, is_true) in enumerate(pairs)
    ]


APART = told((0.9, True), (0.8, True), (0.7, True), (0.2, False), (0.1, False))
MIXED = told((0.9, True), (0.6, False), (0.5, True), (0.1, False))


def test_the_best_threshold_is_the_lowest_score_worth_saying() -> None:
    assert (best(APART), f1(APART, best(APART))) == (0.7, 1.0)
    assert (best(MIXED), f1(MIXED, best(MIXED))) == (0.5, 0.8)


def test_the_broad_range_ends_where_f1_falls() -> None:
    assert broad([APART]) == (0.21, 0.7)
    assert middle([APART]) == pytest.approx(0.455)


def test_scores_that_part_all_pairs_have_an_area_of_one() -> None:
    assert area(APART) == 1.0
    assert area(MIXED) == 0.75
    assert area(told((0.5, True), (0.5, False))) == 0.5


def test_a_threshold_fitted_elsewhere_is_no_better_than_the_best() -> None:
    many = [*APART, *MIXED, *APART]
    assert fitted_elsewhere(many) <= f1(many, best(many))


@NEEDS_DATA
def test_lineages_know_their_texts_numbers_and_drafts() -> None:
    found = {each.uid: each for name in "127" for each in lineages(name)}
    assert (len(found), sum(1 for each in found.values() if each.final)) == (635, 195)
    one = found["C2_GEN_ART9G"]
    assert (str(one.first.label), len(one.first.stood)) == ("Art9G", 1)
    assert one.last.stood.start == one.first.stood.start
    assert one.last.stood.stop > one.first.stood.stop


@NEEDS_DATA
def test_notes_of_where_a_sentence_was_taken_from_are_no_words_of_it() -> None:
    (found,) = (each for each in lineages("7") if each.uid == "C7_GEN2_CH3_ART1")
    assert "ICC" not in found.first.text


@NEEDS_DATA
def test_a_lineage_whose_last_step_deletes_it_has_no_last_text() -> None:
    found = {each.uid: each for each in lineages("1")}
    assert found["C1_GEN_CH01_ART04"].last.text == ""


@NEEDS_DATA
def test_what_is_said_of_the_gold_names_lineages_and_holds_against_it() -> None:
    found = {each.uid: each for name in commissions() for each in lineages(name)}
    assert set(DOUBTED) <= set(found)
    assert all(found[uid].final is None for uid in (*STANDING, *RESUBMITTED))
    assert all(found[uid].final is not None for uid in MISPLACED)


@NEEDS_DATA
def test_articles_of_the_final_draft_bear_their_numbers() -> None:
    (draft,) = (final(name) for name in commissions() if name == "2")
    assert str(draft.paragraph("109").label) == "Art9G"
