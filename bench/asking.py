"""Two generated revisions in, proposals on the first and what became of them in the second out.

The truth is made, never worked out from the texts: the words of a proposal are put into the second
revision, or are not. What is asked for where stands in `CASES`; equal arguments give equal sets.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import amend
from amend.model.draft import Revision
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.text.words import tokens
from bench.drafts import Numbers, as_text
from bench.generate import generate
from bench.prose import Prose
from bench.recipe import STANDARD, Recipe
from bench.truth import Kind, Pair, Written

_LENGTHS = (5, 40)
_EDITED = 0.20
_ANCHOR = 3
_RUN = 5


class Case(StrEnum):
    """What became of a generated proposal."""

    VERBATIM = "verbatim"
    EDITED = "20 % edited"
    ELSEWHERE = "elsewhere"
    ABSENT = "not adopted"
    PRESENT = "already there"

    @property
    def is_adopted(self) -> bool:
        """Whether the words came into the later revision."""
        return self in {Case.VERBATIM, Case.EDITED, Case.ELSEWHERE}


CASES = tuple(Case)


@dataclass(frozen=True, slots=True)
class Asking:
    """A proposal with the truth about it; `home` is the place of its words in the later one."""

    proposal: Proposal
    case: Case
    home: int | None


@dataclass(frozen=True, slots=True)
class Round:
    """A base, a later revision and what was asked for between them."""

    old: Revision
    new: Revision
    askings: tuple[Asking, ...]

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The proposals alone, as `amend.judge` takes them."""
        return tuple(each.proposal for each in self.askings)


def asked(count: int, paragraphs: int, seed: int = 1, recipe: Recipe = STANDARD) -> Round:
    """Make `count` insertions of 5 to 40 words on a base of so many paragraphs; cases in turn."""
    return _Asking(generate(paragraphs, seed, recipe), f"asked {count} {seed}").round(count)


class _Asking:
    def __init__(self, pair: Pair, seed: str) -> None:
        self._rng = random.Random(seed)
        self._prose = Prose(self._rng)
        self._pair = pair
        self._old = [each.text.split() for each in pair.old]
        self._new = [each.text.split() for each in pair.new]
        self._put: dict[int, dict[int, list[str]]] = {}
        self._heirs: dict[int, list[int]] = {}
        for link in pair.links:
            self._heirs.setdefault(link.old, []).append(link.new)
        self._long = [place for place, words in enumerate(self._old) if len(words) > 2 * _ANCHOR]
        self._kept = [place for place in self._long if place in self._heirs]
        self._runs = {
            run
            for each in pair.old
            for run in zip(*(tokens(each.text)[n:] for n in range(_RUN)), strict=False)
        }
        self._same = [link.old for link in pair.links if link.kind in {Kind.SAME, Kind.MOVED}]

    def round(self, count: int) -> Round:
        old = _read(self._pair.old, "Rev 1")
        made = [self._one(CASES[turn % len(CASES)]) for turn in range(count)]
        askings = tuple(
            Asking(_proposal(number, old, target, at, words), case, home)
            for number, (case, target, at, words, home) in enumerate(made, start=1)
        )
        later = tuple(
            Written(each.number, " ".join(self._with_insertions(place)))
            for place, each in enumerate(self._pair.new)
        )
        return Round(old, _read(later, "Rev 2"), askings)

    def _one(self, case: Case) -> tuple[Case, int, int, list[str], int | None]:
        target = self._rng.choice(self._kept if case.is_adopted else self._long)
        at = self._rng.randrange(_ANCHOR, len(self._old[target]) - 1)
        size = self._rng.randint(*_LENGTHS)
        words = self._standing(size) if case is Case.PRESENT else self._novel(size)
        if not case.is_adopted:
            return case, target, at, words, None
        home = self._rng.choice(self._heirs[target])
        if case is Case.ELSEWHERE:
            home = self._another(self._heirs[target])
        there = self._place(home, self._old[target][at - _ANCHOR : at])
        self._put[home][there] = self._reworded(words) if case is Case.EDITED else words
        return case, target, at, words, home

    def _standing(self, size: int) -> list[str]:
        """Take words that stand in the base; half of the time they stand in the later one, too."""
        places = self._same if self._rng.random() < 0.5 else self._long
        long = [self._old[self._rng.choice(places)] for _ in range(8)]
        words = max(long, key=len)
        start = self._rng.randrange(max(len(words) - size, 0) + 1)
        return [word.strip(".,") for word in words[start : start + size]]

    def _novel(self, size: int) -> list[str]:
        """Write words none of which stand in the base in a run of five: those would be no news."""
        while True:
            words = self._prose.words(size)
            keys = tokens(" ".join(words))
            runs = zip(*(keys[start:] for start in range(_RUN)), strict=False)
            if self._runs.isdisjoint(runs):
                return words

    def _another(self, homes: Sequence[int]) -> int:
        while True:
            home = self._rng.randrange(len(self._new))
            if home not in homes and len(self._new[home]) > _ANCHOR:
                return home

    def _place(self, home: int, anchor: Sequence[str]) -> int:
        """Return a free place: behind the words it was asked behind, or else anywhere inside."""
        words, taken = self._new[home], self._put.setdefault(home, {})
        for at in range(_ANCHOR, len(words)):
            if words[at - _ANCHOR : at] == anchor and at not in taken:
                return at
        while True:
            at = self._rng.randrange(1, len(words))
            if at not in taken or len(taken) >= len(words) - 1:
                return at

    def _reworded(self, words: Sequence[str]) -> list[str]:
        """Exchange, drop or add until a fifth of the words has been touched, one at least."""
        found = list(words)
        for _ in range(max(1, round(_EDITED * len(words)))):
            place = self._rng.randrange(len(found))
            kind = self._rng.random()
            if kind < 0.6 or len(found) < 3:
                found[place] = self._prose.word()
            elif kind < 0.8:
                found.insert(place, self._prose.word())
            else:
                del found[place]
        return found

    def _with_insertions(self, home: int) -> Iterator[str]:
        put = self._put.get(home, {})
        for at, word in enumerate(self._new[home]):
            yield from put.get(at, ())
            yield word


def _read(paragraphs: Sequence[Written], name: str) -> Revision:
    return amend.read_text(as_text(paragraphs, Numbers.TYPED), name=name)


def _proposal(number: int, old: Revision, target: int, at: int, words: Sequence[str]) -> Proposal:
    paragraph = old.paragraphs[target]
    before = " ".join(paragraph.text.split()[at - _ANCHOR : at])
    return Proposal(
        f"p{number}", ("Anyone",), Operation.INSERT_PHRASE, paragraph.source, old.name,
        () if paragraph.label is None else (paragraph.label,), (paragraph.id,),
        " ".join(words), anchor=Anchor(Where.AFTER, before),
    )  # fmt: skip
