"""Written instructions in, what became of them out: read as people write them, then judged.

The instructions and the truth about them are those of `bench.followed`, in three languages. Each is
read by `amend.proposals_from_text` and judged; one that is not read is a miss.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import amend
from amend import pipeline
from amend.model.ruling import STANDING, Course, Fate
from bench.followed import Drafting, Outcome
from bench.measure import table
from bench.wordings import WORDINGS, Ask

_EACH = 12
_QUICK = 3
_SEED = 11
_HEADS = (
    "asked", "n", "precision", "recall", "F1", "wrong", "missed", "there credited", "class right",
    "not read",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction as written, what it asks for, what became of it, and what amend says."""

    ask: Ask
    outcome: Outcome
    sentence: str
    courses: tuple[Course, ...]

    @property
    def fate(self) -> Fate | None:
        """The fate in the later revision; None where the sentence was not read as one wish."""
        return self.courses[0].rulings[-1].fate if len(self.courses) == 1 else None

    @property
    def is_granted(self) -> bool:
        """Whether anything of it came into the later revision."""
        return self.outcome in {Outcome.FOLLOWED, Outcome.PARTLY}

    @property
    def is_said(self) -> bool:
        """Whether amend says that something of it stands."""
        return any(each.rulings[-1].fate in STANDING for each in self.courses)


def run_table(*, quick: bool = False) -> str:
    """Return the table of all languages together and of each, by what was asked."""
    told = {language: told_in(language, _QUICK if quick else _EACH) for language in WORDINGS}
    every = [each for found in told.values() for each in found]
    rows = [_row(ask.value, [each for each in every if each.ask is ask]) for ask in Ask]
    rows += [_row(f"all, {language}", found) for language, found in told.items()]
    return table(_HEADS, [*rows, _row("all", every)])


def told_in(language: str, each: int, seed: int = _SEED) -> list[Told]:
    """Write, read and judge instructions in a language: so many of each kind and outcome."""
    made = Drafting(random.Random(f"{language} {seed}"), language, each)
    base, later = made.revisions()
    asked = [
        amend.proposals_from_text(each.sentence, against=base, by="Anyone")
        for each in made.instructions
    ]
    numbered = [
        [replace(one, id=f"{n}.{k}") for k, one in enumerate(found)]
        for n, found in enumerate(asked)
    ]
    courses = pipeline.judge([one for found in numbered for one in found], (base, later))
    by_id = {each.proposal.id: each for each in courses}
    return [
        Told(one.ask, one.outcome, one.sentence, tuple(by_id[each.id] for each in found))
        for one, found in zip(made.instructions, numbered, strict=True)
    ]


def _row(name: str, told: Sequence[Told]) -> tuple[str, ...]:
    said = [each for each in told if each.is_said]
    right = sum(each.is_granted for each in said)
    true = sum(each.is_granted for each in told)
    there = [each for each in told if each.outcome is Outcome.THERE]
    credited = sum(each.is_said for each in there)
    shares = (right / max(len(said), 1), right / true, 2 * right / (len(said) + true))
    exact = sum(each.fate in _CLASSES[each.outcome] for each in told)
    return (
        name, str(len(told)), *(f"{share:.3f}" for share in shares), str(len(said) - right),
        str(true - right), f"{credited} of {len(there)}" if there else "-",
        f"{exact / len(told):.3f}", str(sum(not each.courses for each in told)),
    )  # fmt: skip


_CLASSES: Mapping[Outcome, frozenset[Fate]] = {
    Outcome.FOLLOWED: frozenset({
        Fate.ADOPTED_VERBATIM, Fate.DELETION_HONOURED, Fate.PROTECTED
    }),
    Outcome.PARTLY: frozenset({Fate.PARTLY_ADOPTED, Fate.DELETION_PARTLY_HONOURED}),
    Outcome.NOT: frozenset({Fate.NOT_ADOPTED, Fate.DELETION_NOT_HONOURED}),
    Outcome.THERE: frozenset({Fate.ALREADY_PRESENT}),
}  # fmt: skip
