"""The course of a proposal in a word, and whose word outranks whose."""

from __future__ import annotations

import pytest

from amend.match.course import courses, headline
from amend.model.proposal import Operation, Proposal
from amend.model.ruling import (
    Evidence,
    Fate,
    Headline,
    Matter,
    Measure,
    PersonRuling,
    Ruling,
)
from amend.model.source import Source

IN, PART, OUT, UNKNOWN = (
    Fate.ADOPTED_VERBATIM, Fate.PARTLY_ADOPTED, Fate.NOT_ADOPTED, Fate.UNDETERMINABLE,
)  # fmt: skip


def rulings(*fates: Fate) -> tuple[Ruling, ...]:
    return tuple(Ruling(f"Rev {n}", fate, Measure(1, 1)) for n, fate in enumerate(fates, 2))


def proposal(name: str) -> Proposal:
    return Proposal(name, ("A",), Operation.INSERT_PHRASE, Source("s", 1), "Rev 1", text="x")


def person(fate: Fate | None, revision: str | None = None, *, on: str = "q1") -> PersonRuling:
    return PersonRuling(
        Matter.FATE, "Ann", "2026-01-02", "it says the same", on, fate, revision=revision
    )


@pytest.mark.parametrize(
    ("fates", "word"),
    [
        ((), Headline.UNDETERMINABLE),
        ((IN,), Headline.CARRIED),
        ((OUT,), Headline.NOT_CARRIED),
        ((OUT, IN), Headline.CARRIED),
        ((IN, OUT), Headline.DROPPED_LATER),
        ((OUT, IN, OUT), Headline.DROPPED_LATER),
        ((IN, OUT, PART), Headline.RESTORED_LATER),
        ((IN, PART, IN), Headline.CARRIED),
        ((IN, OUT, IN, OUT), Headline.DROPPED_LATER),
        ((IN, UNKNOWN), Headline.UNDETERMINABLE),
        ((IN, UNKNOWN, IN), Headline.CARRIED),
        ((UNKNOWN, OUT), Headline.NOT_CARRIED),
        ((Fate.ALREADY_PRESENT,), Headline.NOT_CARRIED),
        ((Fate.DELETION_HONOURED,), Headline.CARRIED),
        ((Fate.PROTECTED, OUT), Headline.DROPPED_LATER),
    ],
)
def test_the_headline_speaks_of_the_latest(fates: tuple[Fate, ...], word: Headline) -> None:
    assert headline(rulings(*fates)) is word


class TestPersons:
    """A person's ruling takes the engine's place."""

    def course(self, *persons: PersonRuling) -> tuple[Headline, list[tuple[Fate, str]]]:
        (found,) = courses([(proposal("q1"), rulings(OUT, OUT))], persons)
        return found.headline, [(each.fate, each.by) for each in found.rulings]

    def test_without_a_revision_it_is_on_the_latest(self) -> None:
        fate = Fate.SUPERSEDED_BY_EQUIVALENT
        assert self.course(person(fate)) == (
            Headline.CARRIED, [(OUT, "amend"), (fate, "Ann")],
        )  # fmt: skip

    def test_with_a_revision_it_is_on_that_one(self) -> None:
        assert self.course(person(IN, "Rev 2")) == (
            Headline.DROPPED_LATER, [(IN, "Ann"), (OUT, "amend")],
        )  # fmt: skip

    def test_the_last_word_stands(self) -> None:
        assert self.course(person(IN), person(PART))[1][1] == (PART, "Ann")

    def test_its_reason_is_given_as_theirs_with_the_day(self) -> None:
        (found,) = courses([(proposal("q1"), rulings(OUT))], [person(IN)])
        assert "it says the same" in found.rulings[0].reason
        assert "2026-01-02" in found.rulings[0].reason

    @pytest.mark.parametrize(
        "ruling",
        [
            person(IN, on="q2"),
            person(IN, "Rev 9"),
            person(None),
            PersonRuling(Matter.TARGET, "Ann", "2026-01-02", proposal="q1", fate=IN),
        ],
    )
    def test_what_is_on_something_else_changes_nothing(self, ruling: PersonRuling) -> None:
        assert self.course(ruling) == self.course()


class TestShared:
    """Words that several had asked for."""

    TEXT = "including women and girls"

    def shared(self, *spans: tuple[str, int, int], fate: Fate = IN) -> dict[str, tuple[str, ...]]:
        ruled = []
        for name, start, end in spans:
            proof = Evidence("p1", start, end, self.TEXT[start:end])
            ruling = Ruling("Rev 2", fate, Measure(1, 1), evidence=(proof,))
            ruled.append((proposal(name), (ruling,)))
        return {each.proposal.id: each.shared_with for each in courses(ruled)}

    def test_all_who_asked_for_the_same_words_are_named(self) -> None:
        assert self.shared(("q1", 0, 25), ("q2", 10, 15), ("q3", 20, 25)) == {
            "q1": ("q2", "q3"), "q2": ("q1",), "q3": ("q1",),
        }  # fmt: skip

    def test_words_side_by_side_are_not_shared(self) -> None:
        assert self.shared(("q1", 0, 15), ("q2", 15, 25)) == {"q1": (), "q2": ()}

    def test_one_proposal_shares_nothing_with_itself(self) -> None:
        proof = Evidence("p1", 0, 25, self.TEXT)
        ruling = Ruling("Rev 2", IN, Measure(1, 1), evidence=(proof, proof))
        (found,) = courses([(proposal("q1"), (ruling,))])
        assert found.shared_with == ()
