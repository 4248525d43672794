"""The look at plain insertions: it says what the rules say, to the letter, or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

import amend
from amend.match import judge as judging
from amend.match.glance import glanced
from amend.model.ruling import Course, Fate
from bench.asking import Round, asked
from tests.match.wishes import wishes


@pytest.fixture(scope="module", params=[3, 4])
def made(request: pytest.FixtureRequest) -> Round:
    return asked(500, 120, request.param)


def courses(made: Round) -> tuple[Course, ...]:
    """Judge the insertions, and proposals of every kind beside them."""
    others = wishes(made.old, made.new, 500, 5)
    return amend.judge((*made.proposals, *others), (made.old, made.new))


def test_with_and_without_the_look_all_rulings_are_the_same(
    made: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Counter[Fate] = Counter()

    def counting(*values: object) -> object:
        found = glanced(*values)  # type: ignore[arg-type]
        if found is not None:
            told[found.fate] += 1
        return found

    monkeypatch.setattr(judging, "glanced", counting)
    quick = courses(made)
    assert {Fate.ADOPTED_VERBATIM, Fate.ADOPTED_ELSEWHERE, Fate.NOT_ADOPTED} == set(told)
    assert min(told.values()) > 20
    monkeypatch.setattr(judging, "glanced", lambda *_: None)
    monkeypatch.setattr(judging, "plainly", lambda *_: None)
    assert courses(made) == quick


def test_the_same_wish_of_many_is_judged_once_and_like_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = asked(50, 60, 6)
    letters = [
        replace(each, id=f"{each.id}.{n}", by=(f"Person {n}",), raw=f"letter {n}")
        for each in made.proposals
        for n in range(3)
    ]
    judged: list[str] = []
    rule = judging._ruling

    def counting(*values: object) -> object:
        judged.append(values[0].id)  # type: ignore[attr-defined]
        return rule(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "_ruling", counting)
    found = amend.judge(letters, (made.old, made.new))
    assert len(judged) == len(made.proposals)
    alone = amend.judge(made.proposals, (made.old, made.new))
    for n, course in enumerate(alone):
        for each in found[3 * n : 3 * n + 3]:
            assert (each.headline, each.rulings) == (course.headline, course.rulings)
    assert [each.proposal for each in found] == letters
