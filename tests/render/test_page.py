"""What only the page has room for: proponents' pages, what changed most, numbers, origins."""

from __future__ import annotations

from dataclasses import replace

import amend
from amend import pipeline
from amend.model.origin import Provenance
from amend.render import Report
from amend.render.page_shapes import Dossier, Page
from amend.trace import trace

from .pages import page, report
from .sample import CHAIN, COURSES, MADE

BASE = "1. We protect rivers.\n\n2. We meet each year.\n\n3. We end here."
LATER = "1. We protect rivers and wetlands from harm.\n\n2. We meet each year.\n\n3. We end here."


def told(*askers: tuple[str, str, str]) -> Page:
    """A page of one step: who asks, of which paragraph, for how it should read."""
    base, later = (
        amend.read_text(text, name=name) for text, name in ((BASE, "Zero"), (LATER, "Rev 1"))
    )
    asked = [amend.proposed(base, label, text, by=who) for who, label, text in askers]
    named = [replace(each, id=f"p{place}") for place, each in enumerate(asked)]
    chain = pipeline.chain([base, later])
    courses = pipeline.judge(named, chain.revisions)
    return Report("T", MADE, chain, courses, "Zero", provenance=trace(chain, courses)).page()


def dossier(found: Page, name: str) -> Dossier:
    return next(each for each in found.dossiers if each.name == name)


WETLANDS = "We protect rivers and wetlands from harm."


def test_words_two_proposals_of_one_proponent_asked_for_count_once() -> None:
    found = told(("Delta", "1", WETLANDS), ("Delta", "1", WETLANDS))
    assert dossier(found, "Delta").told == (
        "2 proposals; as of Rev 1: 2 carried.",
        "4 words of Rev 1 had been asked for here before they came in, each counted once.",
    )


def test_shared_credit_is_named_on_both_pages() -> None:
    found = told(("Delta", "1", WETLANDS), ("Coast", "1", WETLANDS))
    assert dossier(found, "Delta").told[2] == ("4 of them had been asked for by others too: Coast.")
    assert dossier(found, "Coast").told[2].endswith("by others too: Delta.")


def test_nothing_taken_is_said_and_who_asked_for_no_words_is_spared_it() -> None:
    found = told(("Coast", "2", "We meet twice in every single month."), ("Delta", "1", WETLANDS))
    assert dossier(found, "Coast").told[1].startswith("None of the words that came in with Rev 1")
    silent = [each for each in page().dossiers if not each.groups]
    assert silent
    assert all("No word" not in line for each in silent for line in each.told)


def test_every_proposal_stands_once_on_the_page_of_each_of_its_proponents() -> None:
    whole = page()
    for each in whole.dossiers:
        own = [card.key for group in each.groups for card in group.cards]
        expected = [
            card.key for card in whole.view.cards
            if each.key in card.by and each.key not in card.backers
        ]  # fmt: skip
        assert sorted(own) == sorted(expected)
        assert sum(figure.count for figure in each.figures) == len(own)


def test_standings_count_every_ruling_once_for_each_who_asks() -> None:
    whole = page()
    counted = sum(sum(cell) for each in whole.standings for cell in each.cells)
    asked = sum(len(each.rulings) * max(1, len(each.proposal.by)) for each in COURSES)
    assert counted == asked


def test_what_changed_most_stands_first_and_what_did_not_is_left_out() -> None:
    sizes = [each.inserted + each.deleted for each in page().busiest]
    assert sizes == sorted(sizes, reverse=True)
    assert all(sizes)


def test_the_numbers_have_a_row_for_every_row_of_the_text_and_a_cell_for_each_revision() -> None:
    whole = page()
    assert [each.key for each in whole.numbers] == [each.key for each in whole.view.rows]
    assert {len(each.cells) for each in whole.numbers} == {len(CHAIN.revisions)}


def test_origins_are_told_of_every_row_and_give_its_words_back() -> None:
    found = told(("Delta", "1", WETLANDS))
    roots = found.roots["row-1"]
    assert " ".join(each.words for each in roots.lines) == WETLANDS
    assert ("asked for before by Delta",) in [each.told for each in roots.lines]
    assert found.roots["row-2"].instead == "All its words came in with Zero."


def test_without_origins_nothing_is_said_of_them() -> None:
    from amend.render.page import page as page_of

    bare = page_of(report(), CHAIN, COURSES)
    assert bare.roots == {}
    assert all("asked for here" not in line for each in bare.dossiers for line in each.told)
    nothing = Provenance({each.name: {} for each in CHAIN.revisions}, ())
    assert all(each.instead for each in page_of(report(), CHAIN, COURSES, nothing).roots.values())
