"""The page holds every paragraph once, in its place, and says what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.model.alignment import Change, Transfer
from amend.model.comparison import Chain, Op
from amend.model.draft import Revision
from amend.model.ruling import Course
from amend.render.shapes import Card, Passage, Row, View
from amend.render.view import of_proponent, on_label, report_view

from .sample import (
    CHAIN,
    COURSES,
    IMAGE,
    MADE,
    NOTICES,
    REV1,
    REV2,
    THRESHOLDS,
    ZERO,
    Link,
    chain,
    compare,
    revision,
)


def page(drafts: Chain = CHAIN, courses: tuple[Course, ...] = COURSES) -> View:
    return report_view(
        drafts, courses, title="Sample", made=MADE, notices=NOTICES, thresholds=THRESHOLDS
    )


def row(view: View, name: str) -> Row:
    return next(each for each in view.rows if each.name == name)


def card(view: View, proponent: str) -> Card:
    return next(each for each in view.cards if each.proponents == proponent)


def notes(passage: Passage) -> list[str]:
    return [each.text for each in passage.notes]


def kept(passage: Passage) -> str:
    return "".join(each.text for each in passage.segments if each.op is not Op.DELETE)


WORDS = st.lists(st.sampled_from(("sea", "tide", "we", "will", "act", "\n")), max_size=6)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Any chain: beads of all kinds, in any order, over texts of any kind."""
    drafts = [
        revision(f"Rev {count}", (f"{place}. {text}" for place, text in enumerate(texts, 1)))
        for count, texts in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=4)), 1)
    ]
    steps = []
    for old, new in pairwise(drafts):
        steps.append(compare(old, new, draw(_links(old, new))))
    return chain(drafts, steps)


@st.composite
def _links(draw: st.DrawFn, old: Revision, new: Revision) -> list[Link]:
    left = draw(st.permutations(range(1, len(old.paragraphs) + 1)))
    right = draw(st.permutations(range(1, len(new.paragraphs) + 1)))
    links = []
    while left or right:
        takes = draw(st.integers(0, 2)), draw(st.integers(0, 2))
        one, other = sorted(left[: takes[0]]), sorted(right[: takes[1]])
        left, right = left[takes[0] :], right[takes[1] :]
        if one or other:
            changes = draw(st.frozensets(st.sampled_from(Change), max_size=3))
            links.append(Link(tuple(one), tuple(other), changes))
    return links


@settings(max_examples=60, deadline=None)
@given(chains())
def test_each_paragraph_of_each_revision_is_on_the_page_once(drafts: Chain) -> None:
    view = page(drafts, ())
    for step, each in enumerate(drafts.revisions):
        shown = Counter(kept(p) for row in view.rows for p in row.slots[step].passages)
        assert shown == Counter(paragraph.text for paragraph in each.paragraphs)
    keys = [p.key for row in view.rows for slot in row.slots for p in slot.passages]
    assert len(keys) == len(set(keys)) == sum(len(each.paragraphs) for each in drafts.revisions)


@settings(max_examples=60, deadline=None)
@given(chains())
def test_rows_follow_the_latest_revision(drafts: Chain) -> None:
    latest = drafts.revisions[-1]
    places = {each.id: place for place, each in enumerate(latest.paragraphs)}
    firsts = [
        places[ids[0]]
        for thread in drafts.threads
        if (ids := thread.paragraphs.get(latest.name, ()))
    ]
    view = page(drafts, ())
    told = [slot.passages[0].key for row in view.rows if (slot := row.slots[-1]).passages]
    step = len(drafts.revisions)
    assert told == [f"r{step}-p{place + 1}" for place in sorted(firsts)]


def test_a_vanished_paragraph_stands_behind_the_one_it_followed() -> None:
    names = [each.name for each in page().rows]
    assert names[names.index("8") + 1] == "8 of Zero draft"


def test_the_first_column_is_plain_and_later_ones_show_changes() -> None:
    found = row(page(), "3").slots
    assert {each.op for each in found[0].passages[0].segments} == {Op.KEEP}
    assert [each.text for each in found[1].passages[0].segments if each.op is Op.INSERT] == [
        "commit ",
        "in all local languages and ",
    ]
    assert {each.op for each in found[2].passages[0].segments} == {Op.KEEP}


@pytest.mark.parametrize(
    ("name", "step", "told"),
    [
        ("2", 1, [["renumbered from 6"]]),
        ("2", 2, [["moved from 5"]]),
        ("4", 1, [["merged from 3 and 4"]]),
        ("5", 1, [["split from 5"], ["split from 5"]]),
        ("7", 1, [["new"]]),
        ("1", 2, [[]]),
    ],
)
def test_labels_say_what_became_of_them(name: str, step: int, told: list[list[str]]) -> None:
    assert [notes(each) for each in row(page(), name).slots[step].passages] == told


def test_a_paragraph_that_goes_says_so_where_it_went() -> None:
    found = row(page(), "8 of Zero draft").slots
    assert [each.text for each in found[1].notes] == ["dropped"]
    assert [each.text for each in found[1].gone[0].segments] == [ZERO.paragraphs[8].text]
    assert found[2].notes == ()


def test_a_paragraph_that_comes_back_is_restored() -> None:
    texts = ("1. We stay.", "2. We leave and return.")
    drafts = [revision(name, texts[: 1 + (name != "B")]) for name in "ABC"]
    gone = compare(drafts[0], drafts[1], (Link((1,), (1,)), Link((2,), ())))
    back = compare(drafts[1], drafts[2], (Link((1,), (1,)), Link((), (2,))))
    made = chain(drafts, (gone, back))
    away = {"A": ("p2",), "C": ("p2",)}
    threads = (made.threads[0], replace(made.threads[1], paragraphs=away))
    view = page(replace(made, threads=threads), ())
    assert notes(view.rows[1].slots[2].passages[0]) == ["restored"]


def test_a_split_paragraph_that_keeps_its_number_says_where_it_goes_on() -> None:
    old, new = revision("A", ["3. One. Two."]), revision("B", ["3. One.", "4. Two."])
    made = chain((old, new), [compare(old, new, [Link((1,), (1, 2), frozenset({Change.SPLIT}))])])
    found = page(made, ()).rows[0].slots[1].passages
    assert [notes(each) for each in found] == [["split, goes on in 4"], ["split from 3"]]


def test_a_passage_that_changed_paragraphs_is_told_where_it_came_to() -> None:
    old = revision("A", ["1. Sea and tide.", "2. We act."])
    new = revision("B", ["1. Sea.", "2. We act and tide."])
    links = [Link((1,), (1,)), Link((2,), (2,), frozenset({Change.SUBSTITUTION}))]
    made = chain((old, new), [compare(old, new, links, [Transfer("p1", "p2", 2)])])
    assert notes(page(made, ()).rows[1].slots[1].passages[0]) == ["2 words came from 1"]


def test_a_renumbered_paragraph_is_no_change() -> None:
    old, new = revision("A", ["1. Sea."]), revision("B", ["2. Sea."])
    made = chain(
        (old, new), [compare(old, new, [Link((1,), (1,), frozenset({Change.RENUMBERING}))])]
    )
    found = page(made, ()).rows[0]
    assert not found.is_changed
    assert {each.op for each in found.slots[1].passages[0].segments} == {Op.KEEP}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({Change.AGREED}, ["agreed: brackets lifted"]),
        ({Change.RESERVED}, ["brackets added"]),
        ({Change.AGREED, Change.RESERVED}, ["brackets moved"]),
        ({Change.AGREED, Change.SUBSTITUTION}, ["some brackets lifted"]),
        (set(), []),
    ],
)
def test_brackets_that_come_or_go_are_told(changes: set[Change], told: list[str]) -> None:
    drafts = revision("A", ["1. We shall act now."]), revision("B", ["1. We shall act now."])
    made = chain(drafts, [compare(*drafts, [Link((1,), (1,), frozenset(changes))])])
    found = page(made, ()).rows[0]
    assert notes(found.slots[1].passages[0]) == told
    assert found.is_changed is bool(told)


def test_what_is_open_is_told_of_every_revision_if_it_ever_was() -> None:
    drafts = (
        revision("A", ["1. We [shall][should] act [in [full] force]."]),
        revision("B", ["1. We shall act in force."]),
    )
    made = chain(drafts, [compare(*drafts, [Link((1,), (1,), frozenset({Change.SUBSTITUTION}))])])
    first, last = page(made, ()).unsettled
    assert first.figures == ("4", "2", "1", "0", "0", "71 %")
    assert first.told.startswith("4 brackets (2 deep), 1 set of alternatives, 71 %")
    assert (last.figures, last.told) == (("0", "0", "0", "0", "0", "0 %"), "")
    assert page(chain(drafts[1:], []), ()).unsettled == ()


def test_steps_count_what_happened() -> None:
    first, second = page().steps
    assert first.counts == (2, 1, 4, 1, 1, 1, 1, 0, 0, 0)
    assert second.counts == (2, 5, 2, 1, 0, 0, 0, 1, 0, 0)


def test_every_proposal_stands_once_and_on_its_paragraph() -> None:
    view = page()
    assert len({each.key for each in view.cards}) == len(view.cards) == len(COURSES)
    assert card(view, "Quayside Traders' Guild").row == row(view, "2").key
    assert [each.proponents for each in view.loose] == ["Office of Tides"]


def test_a_new_paragraph_asked_for_stands_where_its_words_came_to_stand() -> None:
    view = page()
    assert [each.proponents for each in row(view, "7").cards] == ["Delta Youth Forum"]


def test_a_new_paragraph_without_effect_stands_beside_the_place_asked_for() -> None:
    course = replace(COURSES[3], rulings=())
    view = page(courses=(course,))
    assert [each.proponents for each in row(view, "2").cards] == ["Delta Youth Forum"]


def test_a_proposal_on_two_paragraphs_is_named_on_the_second() -> None:
    view = page()
    league = next(each for each in view.cards if each.operation == "retain the text")
    assert league.row == row(view, "4").key
    assert [each.key for each in row(view, "2").mentions] == [league.key]


def test_a_verdict_quotes_its_evidence_in_place() -> None:
    verdict = card(page(), "Delta Youth Forum").verdicts[0]
    quote = verdict.quotes[0]
    assert quote.passage == "r2-p3"
    assert "".join(each.text for each in quote.words) == REV1.paragraphs[2].text
    assert [each.text for each in quote.words if each.is_proof] == ["in all local languages"]
    assert verdict.measures == ("4 of 4 new words taken, 100 %", "found in 2")
    assert verdict.reason == "All the words asked for stand together."


def test_proposals_with_the_same_words_point_at_each_other() -> None:
    view = page()
    one, other = card(view, "Delta Youth Forum"), card(view, "Friends of the Estuary")
    assert [each.key for each in one.shared] == [other.key]
    assert [each.key for each in other.shared] == [one.key]


def test_tallies_count_headlines_and_words_of_the_latest_revision() -> None:
    view = page()
    assert view.headlines == ("carried", "dropped later", "not carried", "undeterminable")
    found = {each.name: each for each in view.tallies}
    assert found["Quayside Traders' Guild"].counts == (0, 1, 0, 0)
    assert (found["Delta Youth Forum"].taken, found["Delta Youth Forum"].of) == (14, 17)
    assert "Union of Port Workers" not in found
    assert "Union of Port Workers" in {each.name for each in view.proponents}


def test_filters_offer_what_there_is_and_no_more() -> None:
    view = page()
    assert {each.name: each.count for each in view.fates} == {
        "adopted verbatim": 2,
        "adopted with changes": 1,
        "not adopted": 2,
        "deletion honoured": 1,
        "protected": 1,
        "undeterminable": 1,
    }
    assert sum(each.count for each in view.courses) == len(COURSES)


def test_thresholds_are_told_in_words() -> None:
    assert page().thresholds == (
        ("verbatim", "100 %"),
        ("with changes", "70 %"),
        ("partly", "20 %"),
    )


def test_one_label_or_one_proponent_can_be_picked_out() -> None:
    view = page()
    assert [each.name for each in on_label(view, "4bis").rows] == ["5"]
    found = of_proponent(view, "harbour league")
    assert {each.proponents for each in found.cards} == {"Harbour League"}
    assert [each.name for each in found.tallies] == ["Harbour League"]


def test_control_signs_and_forced_directions_are_made_visible() -> None:
    asked = card(page(), IMAGE).asked
    assert not {"\x1b", "\x00", "\u202e"} & set(asked)
    assert "\u241b" in asked


def test_a_report_without_proposals_has_no_thresholds_and_no_coverage() -> None:
    view = page(courses=())
    assert (view.coverage, view.thresholds, view.tallies, view.cards) == ("", (), (), ())


def test_a_single_revision_is_a_page_too() -> None:
    view = page(Chain((REV2,), (), chain((REV2,), ()).threads), ())
    assert [each.text for each in view.rows[1].slots[0].passages] == [REV2.paragraphs[1].text]
