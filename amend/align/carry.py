"""A chain in which persons ruled, in; what their rulings mean from its first to its last, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from amend.align.named import Finder, names
from amend.align.persons import about
from amend.model.alignment import Alignment
from amend.model.draft import Revision
from amend.model.ruling import Matter, Named, PersonRuling


def over(
    revisions: Sequence[Revision], steps: Sequence[Alignment], rulings: Sequence[PersonRuling]
) -> tuple[PersonRuling, ...]:
    """Return rulings on the first and the last of these revisions that follow from the steps.

    A paragraph that a person tied on its way is tied to what it became in the end; one that a
    person parted from another is parted from what that became. A look from the first revision
    straight at the last would else find what a person has ruled out.
    """
    if not any(
        each.matter in {Matter.LINK, Matter.UNLINK} and each.old_revision is not None
        for each in rulings
    ):
        return ()
    return tuple(_carried(revisions, steps, rulings))


def _carried(
    revisions: Sequence[Revision], steps: Sequence[Alignment], rulings: Sequence[PersonRuling]
) -> Iterator[PersonRuling]:
    first, last = revisions[0], revisions[-1]
    asked = [
        (at, each) for at, step in enumerate(steps) for each in about(rulings, step.old, step.new)
    ]
    for at, ruling in sorted(asked, key=lambda each: rulings.index(each[1])):
        old = _sources(steps[:at], _ids(revisions[at], ruling.old))
        new = _heirs(steps[at + 1 :], _ids(revisions[at + 1], ruling.new))
        if ruling.matter is Matter.LINK and new:
            old |= _sources(steps, new)
        if (old or new) and (ruling.matter is Matter.LINK or (old and new)):
            yield replace(
                ruling,
                old_revision=first.name, revision=last.name,
                old=_named(first, old), new=_named(last, new),
            )  # fmt: skip


def _ids(revision: Revision, named: Iterable[Named]) -> set[str]:
    finder = Finder(revision.paragraphs)
    places = (finder.find(each) for each in named)
    return {revision.paragraphs[at].id for at in places if at is not None}


def _sources(steps: Sequence[Alignment], ids: set[str]) -> set[str]:
    """Go back through the steps to what became these paragraphs."""
    for step in reversed(steps):
        beads = [each for each in step.beads if any(one.id in ids for one in each.new)]
        ids = {one.id for bead in beads for one in bead.old}
    return ids


def _heirs(steps: Sequence[Alignment], ids: set[str]) -> set[str]:
    """Go on through the steps to what these paragraphs became."""
    for step in steps:
        beads = [each for each in step.beads if any(one.id in ids for one in each.old)]
        ids = {one.id for bead in beads for one in bead.new}
    return ids


def _named(revision: Revision, ids: set[str]) -> tuple[Named, ...]:
    known = names(revision.paragraphs)
    return tuple(known[each.id] for each in revision.paragraphs if each.id in ids)
