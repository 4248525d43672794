"""A size and a seed in, two revisions of an invented draft and their true alignment out.

How often what happens stands in `recipe.py`; every word is our own (`vocabulary.py`). The truth is
kept while the second revision is made, never worked out from the texts afterwards.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.prose import Prose, Sentences
from bench.recipe import STANDARD, Recipe
from bench.rewording import Rewording
from bench.truth import Kind, Link, Pair, Written


@dataclass(slots=True)
class _Entry:
    """A paragraph of the second revision while it is being made."""

    sentences: Sentences
    origins: tuple[int, ...] = ()
    kind: Kind = Kind.SAME
    number: str = ""


@dataclass(slots=True)
class _Plan:
    """Which paragraph of the first revision meets which fate; each stands in one list at most."""

    merged: set[int] = field(default_factory=set)
    split: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    moved_and_edited: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)
    rewritten: set[int] = field(default_factory=set)
    edited: set[int] = field(default_factory=set)


def generate(count: int, seed: int = 1, recipe: Recipe = STANDARD) -> Pair:
    """Make two revisions, the first of `count` paragraphs; equal arguments give equal pairs."""
    return _Drafting(count, random.Random(f"{recipe.name} {count} {seed}"), recipe).pair()


class _Drafting:
    """The making of one pair: the first revision, a plan, then the second revision."""

    def __init__(self, count: int, rng: random.Random, recipe: Recipe) -> None:
        self._rng = rng
        self._recipe = recipe
        self._prose = Prose(rng)
        self._rewording = Rewording(rng, self._prose)
        self._short: set[int] = set()
        self._first: list[Sentences] = []
        self._write_first(count)

    def pair(self) -> Pair:
        plan = self._planned()
        entries = self._in_order(plan)
        transfers = self._transfer(entries)
        entries = list(self._with_insertions(entries))
        _count_anew(entries)
        places = {origin: place for place, each in enumerate(entries) for origin in each.origins}
        return Pair(
            old=tuple(
                Written(str(number), " ".join(sentences))
                for number, sentences in enumerate(self._first, start=1)
            ),
            new=tuple(Written(each.number, " ".join(each.sentences)) for each in entries),
            links=tuple(_links(entries)),
            transfers=tuple(sorted((giver, places[taker]) for giver, taker in transfers)),
        )

    def _write_first(self, count: int) -> None:
        places = self._rng.sample(range(count), count)
        shorts = round(self._recipe.short * count)
        self._short = set(places[:shorts])
        siblings = set(places[shorts : shorts + round(self._recipe.sibling * count)])
        for place in range(count):
            if place in self._short:
                self._first.append(self._prose.boilerplate())
            elif place in siblings and (twin := self._twin()) is not None:
                self._first.append(self._rewording.edited(twin, self._rng.uniform(0.06, 0.15)))
            else:
                self._first.append(self._prose.paragraph(stock=self._rng.random() < 0.5))

    def _twin(self) -> Sentences | None:
        """Choose what a sibling is copied from: one of the last ten, or any paragraph before."""
        near = self._rng.random() < 0.5
        start = max(0, len(self._first) - 10) if near else 0
        choices = [at for at in range(start, len(self._first)) if at not in self._short]
        return self._first[self._rng.choice(choices)] if choices else None

    def _planned(self) -> _Plan:
        count, recipe = len(self._first), self._recipe
        plan = _Plan(merged=self._chosen_to_merge(round(recipe.merged * count)))
        free = [at for at in range(count) if at not in plan.merged and at not in self._short]
        self._rng.shuffle(free)
        plan.split = _taken(free, recipe.split * count)
        moved = round(recipe.moved * count)
        plan.moved_and_edited = _taken(free, moved // 2)
        plan.moved = _taken(free, moved - moved // 2)
        free += self._short
        self._rng.shuffle(free)
        plan.deleted = _taken(free, recipe.deleted * count)
        plan.edited = _taken(free, recipe.edited * (1 - recipe.rewritten) * count)
        free = [at for at in free if at not in self._short]
        plan.rewritten = _taken(free, recipe.edited * recipe.rewritten * count)
        return plan

    def _chosen_to_merge(self, count: int) -> set[int]:
        """Choose neighbours, two by two, both of them long."""
        firsts = [
            at
            for at in range(0, len(self._first) - 1, 2)
            if at not in self._short and at + 1 not in self._short
        ]
        chosen = self._rng.sample(firsts, min(count, len(firsts)))
        return {at + side for at in chosen for side in (0, 1)}

    def _in_order(self, plan: _Plan) -> list[_Entry]:
        """Everything of the first revision that is in the second, in the order of the second."""
        away = plan.deleted | plan.moved | plan.moved_and_edited
        entries = [
            entry
            for place in range(len(self._first))
            if place not in away
            for entry in self._revised(place, plan)
        ]
        for place in self._rng.sample(sorted(away - plan.deleted), len(away - plan.deleted)):
            at = self._rng.randrange(len(entries) + 1)
            entries.insert(at, self._moved(place, is_edited=place in plan.moved_and_edited))
        return entries

    def _revised(self, place: int, plan: _Plan) -> Iterator[_Entry]:
        sentences = self._first[place]
        if place in plan.merged:
            if place % 2 == 0:
                both = sentences + self._first[place + 1]
                yield _Entry(both, (place, place + 1), Kind.MERGED)
        elif place in plan.split:
            cut = self._rng.randrange(1, len(sentences))
            yield _Entry(sentences[:cut], (place,), Kind.SPLIT)
            yield _Entry(sentences[cut:], (place,), Kind.SPLIT)
        elif place in plan.edited:
            yield _Entry(self._edited(sentences), (place,), Kind.EDITED)
        elif place in plan.rewritten:
            yield _Entry(self._rewording.half_rewritten(sentences), (place,), Kind.REWRITTEN)
        else:
            yield _Entry(sentences, (place,))

    def _moved(self, place: int, *, is_edited: bool) -> _Entry:
        sentences = self._first[place]
        if is_edited:
            return _Entry(self._edited(sentences), (place,), Kind.MOVED_AND_EDITED)
        return _Entry(sentences, (place,), Kind.MOVED)

    def _edited(self, sentences: Sentences) -> Sentences:
        reworded = sentences
        while reworded == sentences:
            share = self._rng.uniform(*self._recipe.touched)
            reworded = self._rewording.edited(sentences, share)
        return reworded

    def _transfer(self, entries: Sequence[_Entry]) -> list[tuple[int, int]]:
        """Let sentences pass; returns (giver, taker) as places in the first revision.

        The giver keeps two sentences at least, and every other sentence is edited on its way.
        """
        wanted = round(self._recipe.transferred * len(self._first))
        ready = [each for each in entries if self._is_plain(each) and len(each.sentences) > 2]
        chosen = self._rng.sample(ready, min(2 * wanted, len(ready) // 2 * 2))
        passed = []
        for turn, (giver, taker) in enumerate(zip(chosen[::2], chosen[1::2], strict=True)):
            at = self._rng.randrange(len(giver.sentences))
            sentence = self._first[giver.origins[0]][at]
            if turn % 2:
                (sentence,) = self._rewording.edited((sentence,), self._rng.uniform(0.03, 0.12))
            giver.sentences = giver.sentences[:at] + giver.sentences[at + 1 :]
            place = self._rng.randrange(len(taker.sentences) + 1)
            taker.sentences = (*taker.sentences[:place], sentence, *taker.sentences[place:])
            giver.kind = taker.kind = Kind.EDITED
            passed.append((giver.origins[0], taker.origins[0]))
        return passed

    def _is_plain(self, entry: _Entry) -> bool:
        """Whether it stands where it stood, is long, and is not half rewritten."""
        return entry.kind in {Kind.SAME, Kind.EDITED} and entry.origins[0] not in self._short

    def _with_insertions(self, entries: Sequence[_Entry]) -> Iterator[_Entry]:
        """Put new paragraphs behind others: one behind most (bis), two behind a few (bis, ter)."""
        wanted = round(self._recipe.inserted * len(self._first))
        pairs = wanted // 4
        spots = self._rng.sample(range(len(entries)), wanted - pairs)
        double = set(spots[:pairs])
        for place, entry in enumerate(entries):
            yield entry
            if place in double:
                yield self._inserted(entry, "bis")
                yield self._inserted(entry, "ter")
            elif place in spots:
                yield self._inserted(entry, "bis")

    def _inserted(self, behind: _Entry, rank: str) -> _Entry:
        if self._is_plain(behind) and self._rng.random() < self._recipe.lookalike:
            twin = self._first[behind.origins[0]]
            return _Entry(self._rewording.half_rewritten(twin), number=rank)
        return _Entry(self._prose.paragraph(stock=self._rng.random() < 0.5), number=rank)


def _taken(free: list[int], wanted: float) -> set[int]:
    """Take the last ones off the list, as many as are wanted and there."""
    count = min(round(wanted), len(free))
    taken = set(free[len(free) - count :])
    del free[len(free) - count :]
    return taken


def _count_anew(entries: Sequence[_Entry]) -> None:
    """Number the second revision from 1; an insertion takes the number before it and its rank."""
    number = 0
    for entry in entries:
        if entry.origins:
            number += 1
        entry.number = f"{number}{entry.number}"


def _links(entries: Sequence[_Entry]) -> Iterator[Link]:
    for place, entry in enumerate(entries):
        for origin in entry.origins:
            yield Link(origin, place, entry.kind)
