"""Alignments of a chain in, threads out: one paragraph's life through all revisions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from amend.align.restored import restored
from amend.model.alignment import Alignment, Bead, Change
from amend.model.comparison import Thread
from amend.model.draft import Paragraph, Revision
from amend.text.similarity import share_in_common

_Key = tuple[int, str]


def threads(revisions: Sequence[Revision], alignments: Sequence[Alignment]) -> tuple[Thread, ...]:
    """Link the beads of neighbouring revisions to threads; revisions stand oldest first.

    A paragraph that was lost and came back in a later revision is one thread, which is away in
    between. Each paragraph of each revision stands in exactly one thread. Threads follow the order
    in which their first paragraphs came into the text.
    """
    thread_of: dict[_Key, _Key] = {}

    def root(key: _Key) -> _Key:
        above = thread_of.setdefault(key, key)
        while above != thread_of[above]:
            thread_of[above] = above = thread_of[thread_of[above]]
        return above

    for place, revision in enumerate(revisions):
        for paragraph in revision.paragraphs:
            root((place, paragraph.id))

    def tie(one: _Key, other: _Key) -> None:
        first, second = sorted((root(one), root(other)), key=lambda key: key[0])
        thread_of[second] = first

    for place, alignment in enumerate(alignments):
        for bead in alignment.beads:
            keys = [(place, each.id) for each in bead.old]
            keys += [(place + 1, each.id) for each in bead.new]
            for one, other in pairwise(keys):
                tie(one, other)
    for lost, came in restored(alignments):
        tie((lost.place, lost.paragraph.id), (came.place, came.paragraph.id))
    members: dict[_Key, dict[str, list[str]]] = {}
    for place, revision in enumerate(revisions):
        for paragraph in revision.paragraphs:
            lives = members.setdefault(root((place, paragraph.id)), {})
            lives.setdefault(revision.name, []).append(paragraph.id)
    return tuple(
        Thread(f"t{count}", {name: tuple(ids) for name, ids in lives.items()})
        for count, lives in enumerate(members.values(), 1)
    )


def through(base: Revision, direct: Alignment, chain: Sequence[Alignment]) -> tuple[Bead, ...]:
    """Return the beads from a base to a later revision, helped by the revisions in between.

    What a direct look misses, because a paragraph was rewritten step by step, the chain of its
    neighbours may still tell: then its repeal and insertion become one bead.
    """
    if len(chain) < 2:
        return direct.beads
    homes = {each.id: {each.id} for each in base.paragraphs}
    for alignment in chain:
        step = {
            old.id: {new.id for new in bead.new} for bead in alignment.beads for old in bead.old
        }
        homes = {
            start: {new for each in there for new in step.get(each, ())}
            for start, there in homes.items()
        }
    alone = {bead.new[0].id: bead for bead in direct.beads if not bead.old}
    beads: list[Bead] = []
    used: set[str] = set()
    for bead in direct.beads:
        lost = bead.old[0].id if bead.old and not bead.new else ""
        reached = sorted(homes.get(lost, ()))
        free = [alone[new].new[0] for new in reached if new in alone and new not in used]
        if free:
            used.update(each.id for each in free)
            beads.append(_joined(bead.old, tuple(free)))
        else:
            beads.append(bead)
    return tuple(each for each in beads if each.old or each.new[0].id not in used)


def _joined(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> Bead:
    score = share_in_common(
        " ".join(each.text for each in old).split(), " ".join(each.text for each in new).split()
    )
    changes = {Change.SUBSTITUTION} | ({Change.SPLIT} if len(new) > 1 else set())
    if not {each.label for each in old} & {each.label for each in new}:
        changes.add(Change.RENUMBERING)
    return Bead(
        old, new, score, frozenset(changes), reason="followed through the revisions between"
    )
