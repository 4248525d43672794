"""The generated proposals are what they say, and their fates come out as they were made."""

from __future__ import annotations

import pytest

import amend
from amend.model.proposal import Proposal
from amend.model.ruling import STANDING
from amend.text.words import tokens
from bench.asking import CASES, Asking, Case, Round, asked
from bench.drafts import Numbers, as_text
from bench.generate import generate
from bench.operations import operations

COUNT, PARAGRAPHS = 200, 100


@pytest.fixture(scope="module")
def made() -> Round:
    return asked(COUNT, PARAGRAPHS)


def _of(made: Round, *cases: Case) -> list[Asking]:
    return [each for each in made.askings if each.case in cases]


def _page(made: Round) -> str:
    return "\n".join(" ".join(tokens(each.text)) for each in made.new.paragraphs)


def _words(proposal: Proposal) -> str:
    return " ".join(tokens(proposal.text))


def test_equal_arguments_give_equal_sets(made: Round) -> None:
    assert asked(COUNT, PARAGRAPHS) == made
    assert asked(COUNT, PARAGRAPHS, seed=2) != made


def test_each_case_has_its_share(made: Round) -> None:
    assert {len(_of(made, case)) for case in CASES} == {COUNT // len(CASES)}


def test_what_came_in_word_for_word_stands_in_its_home(made: Round) -> None:
    for each in _of(made, Case.VERBATIM, Case.ELSEWHERE):
        assert each.home is not None
        there = " ".join(tokens(made.new.paragraphs[each.home].text))
        assert _words(each.proposal) in there


def test_what_was_not_adopted_stands_nowhere(made: Round) -> None:
    page = _page(made)
    assert not [each for each in _of(made, Case.ABSENT) if _words(each.proposal) in page]


def test_what_was_there_stands_in_the_base(made: Round) -> None:
    base = "\n".join(" ".join(tokens(each.text)) for each in made.old.paragraphs)
    for each in _of(made, Case.PRESENT):
        assert _words(each.proposal) in base


def test_what_was_adopted_is_told_from_what_was_not(made: Round) -> None:
    courses = amend.judge(made.proposals, (made.old, made.new))
    pairs = zip(made.askings, courses, strict=True)
    wrong = [one for one, each in pairs if (each.since is not None) != one.case.is_adopted]
    assert wrong == []


def test_every_operation_is_told_from_its_refusal() -> None:
    pair = generate(120, 7)
    old, new = (
        amend.read_text(as_text(side, Numbers.TYPED), name=name)
        for side, name in ((pair.old, "Rev 1"), (pair.new, "Rev 2"))
    )
    for name, cases in operations(pair, old, new).items():
        courses = amend.judge([proposal for proposal, _ in cases], (old, new))
        said = [each.rulings[-1].fate in STANDING for each in courses]
        assert said == [is_granted for _, is_granted in cases], name
