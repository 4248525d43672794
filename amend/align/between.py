"""A chain and its rulings in; those that reach over several steps out, each on one of the steps.

A revision that is put into the middle later parts the two that a person ruled on. What was ruled
then holds for one of the steps between: that on which the engine is least sure (design note 0028).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from amend.align.named import Finder, names
from amend.model.alignment import Alignment
from amend.model.draft import Revision
from amend.model.ruling import Matter, Named, PersonRuling
from amend.notices import Code, Notice

Align = Callable[[Revision, Revision, Sequence[PersonRuling]], Alignment]


def on_steps(
    revisions: Sequence[Revision], rulings: Sequence[PersonRuling], align: Align
) -> tuple[tuple[PersonRuling, ...], tuple[Notice, ...]]:
    """Return the rulings, behind each that reaches over several steps the same on one step.

    Nothing is added where the steps agree with it already. Each that is put on a step is told,
    and so is one that can be put on none.
    """
    place = {each.name: at for at, each in enumerate(revisions)}
    if not any(_reach(each, place) > 1 for each in rulings):
        return tuple(rulings), ()
    steps = [align(old, new, rulings) for old, new in pairwise(revisions)]
    found: list[PersonRuling] = []
    told: list[Notice] = []
    for ruling in rulings:
        found.append(ruling)
        if _reach(ruling, place) < 2:
            continue
        first, last = place[ruling.old_revision or ""], place[ruling.revision or ""]
        way = _Way(revisions[first : last + 1], steps[first:last], ruling)
        if way.agrees():
            continue
        placed = way.placed()
        if placed is not None:
            found.append(placed)
        told.append(_told(ruling, placed))
    return tuple(found), tuple(told)


def _reach(ruling: PersonRuling, place: dict[str, int]) -> int:
    """Return over how many steps a link reaches; 0 where it is none, or not of this chain."""
    if ruling.matter not in {Matter.LINK, Matter.UNLINK}:
        return 0
    first, last = place.get(ruling.old_revision or ""), place.get(ruling.revision or "")
    return 0 if first is None or last is None else last - first


def _told(ruling: PersonRuling, placed: PersonRuling | None) -> Notice:
    where = f"ruling by {ruling.by} on {ruling.on}"
    across = f"from {ruling.old_revision} to {ruling.revision}, with revisions between"
    if placed is None:
        text = (
            f"it is {across}, where its paragraphs cannot be followed; it decides only where the "
            "two are compared directly. Where they live on in between, rule on each step."
        )
        return Notice(Code.RULING_UNPLACED, where, text)
    step = f"{placed.old_revision} to {placed.revision}"
    return Notice(Code.RULING_MOVED, where, f"it is {across}; it was taken to hold from {step}.")


class _Way:
    """The way of a ruling's paragraphs through the steps between its two revisions."""

    def __init__(
        self, revisions: Sequence[Revision], steps: Sequence[Alignment], ruling: PersonRuling
    ) -> None:
        self._revisions, self._steps, self._ruling = revisions, steps, ruling
        self._olds = [_ids(revisions[0], ruling.old)]
        self._news = [_ids(revisions[-1], ruling.new)]
        scores = [1.0] * len(steps)
        for at, step in enumerate(steps):
            ids, score = _onward(step, self._olds[-1])
            self._olds.append(ids)
            scores[at] = min(scores[at], score)
        for at, step in reversed(list(enumerate(steps))):
            ids, score = _back(step, self._news[0])
            self._news.insert(0, ids)
            scores[at] = min(scores[at], score)
        self._weakest = min(range(len(steps)), key=lambda at: (scores[at], -at))

    def agrees(self) -> bool:
        """Whether the steps come to what was ruled without more ado."""
        ends, starts = self._olds[-1], self._news[0]
        if self._ruling.matter is Matter.UNLINK:
            return not ends & self._news[-1]
        return ends == self._news[-1] and starts == self._olds[0]

    def placed(self) -> PersonRuling | None:
        """Return the ruling on the weakest step; None if a side of it cannot be followed there."""
        at = self._weakest
        old, new = self._olds[at], self._news[at + 1]
        if bool(self._ruling.old) != bool(old) or bool(self._ruling.new) != bool(new):
            return None
        before, behind = self._revisions[at], self._revisions[at + 1]
        return replace(
            self._ruling,
            old_revision=before.name, revision=behind.name,
            old=_named(before, old), new=_named(behind, new),
        )  # fmt: skip


def _onward(step: Alignment, ids: set[str]) -> tuple[set[str], float]:
    """Go on to what these paragraphs became, and how sure that is; 0.0 where one became nothing."""
    beads = [each for each in step.beads if any(one.id in ids for one in each.old)]
    return {one.id for each in beads for one in each.new}, _least(each.score for each in beads)


def _back(step: Alignment, ids: set[str]) -> tuple[set[str], float]:
    """Go back to what became these paragraphs; as `_onward`."""
    beads = [each for each in step.beads if any(one.id in ids for one in each.new)]
    return {one.id for each in beads for one in each.old}, _least(each.score for each in beads)


def _least(scores: Iterable[float]) -> float:
    return min(scores, default=1.0)


def _ids(revision: Revision, named: Iterable[Named]) -> set[str]:
    finder = Finder(revision.paragraphs)
    places = (finder.find(each) for each in named)
    return {revision.paragraphs[at].id for at in places if at is not None}


def _named(revision: Revision, ids: set[str]) -> tuple[Named, ...]:
    known = names(revision.paragraphs)
    return tuple(known[each.id] for each in revision.paragraphs if each.id in ids)
