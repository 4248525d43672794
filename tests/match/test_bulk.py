"""Thousands of proposals judged at once, and each by itself: the same to the letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import amend
from amend.match.apply import ask
from amend.match.judge import judge
from amend.match.lineage import Lineage, Stretch
from amend.match.link import tie
from amend.match.measure import taken_elsewhere
from amend.match.novelty import Novelty, novelty
from amend.match.passages import common_passages, is_sure, may_be_sure
from amend.match.standing import JUDGES
from amend.model.draft import Revision
from amend.model.proposal import Proposal
from amend.text import stock
from amend.text.words import tokens
from bench.asking import asked
from tests.match.wishes import wishes

Made = tuple[list[Proposal], tuple[Revision, Revision]]


@pytest.fixture(scope="module", params=[1, 2])
def made(request: pytest.FixtureRequest) -> Made:
    """Insertions whose words came in, or did not, and proposals of every kind beside them."""
    found = asked(400, 120, request.param)
    return [*found.proposals, *wishes(found.old, found.new, 800, request.param)], (
        found.old, found.new,
    )  # fmt: skip


def pairs_of(made: Made) -> Iterator[tuple[Novelty, Stretch, Lineage]]:
    """What each proposal adds, with the stretches it is looked for in."""
    proposals, (old, new) = made
    lineage = Lineage(old, new, amend.align(old, new).beads)
    for proposal in proposals:
        if proposal.operation in JUDGES:
            continue
        for paragraph in tie(proposal, old).paragraphs or (None,):
            found = novelty(ask(proposal, paragraph))
            near = lineage.nearest(found.keys)
            own = None if paragraph is None else lineage.of(paragraph.id)
            if found.counted:
                yield from ((found, each, lineage) for each in (*near, own) if each is not None)


def test_arrays_change_no_course(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    proposals, revisions = made
    courses = amend.judge(proposals, revisions)
    monkeypatch.setattr(stock, "LARGE", 0)
    assert amend.judge(proposals, revisions) == courses


def test_a_proposal_alone_is_judged_as_among_others(made: Made) -> None:
    proposals, revisions = made
    lineages = {"Rev 1": [Lineage(*revisions, amend.align(*revisions).beads)]}
    among = judge(proposals, lineages)
    for course, proposal in zip(among[::4], proposals[::4], strict=True):
        (alone,) = judge((proposal,), lineages)
        assert (alone.headline, alone.rulings) == (course.headline, course.rulings)


def test_where_nothing_can_be_sure_no_passage_is(made: Made) -> None:
    skipped = 0
    for found, stretch, lineage in pairs_of(made):
        if may_be_sure(found, stretch, lineage):
            continue
        skipped += 1
        for each in common_passages(found, stretch):
            for is_open in (False, True):
                assert not is_sure(each, found, stretch, lineage, is_open=is_open)
    assert skipped


def test_what_is_not_looked_for_elsewhere_holds_no_long_passage(made: Made) -> None:
    for found, stretch, lineage in pairs_of(made):
        taken = taken_elsewhere(found, stretch, lineage)
        if taken.matched:
            continue
        new = [
            each
            for each in common_passages(found, stretch)
            if len(each.places) > 1
            and not lineage.stands_in_base([stretch.keys[place] for place in each.places])
        ]
        sizes = [len(each.places) for each in new]
        if lineage.ground.stock.has_threes(found.threes & stretch.fresh_threes):
            assert max(sizes, default=0) <= 2


def test_stretches_are_the_same_whether_they_were_expected_or_not(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposals, (old, new) = made
    monkeypatch.setattr(stock, "LARGE", 0)
    lineage = Lineage(old, new, amend.align(old, new).beads)
    asked = [tokens(each.text) for each in proposals if each.text]
    lineage.expect(asked)
    expected = [lineage.nearest(keys, least=2) for keys in asked]
    assert expected == [lineage.nearest(list(keys), least=2) for keys in asked]
    assert any(expected)
