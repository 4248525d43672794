"""Beads in, which wholly new paragraph was put for which one that is gone out.

A new wording may share no words with the old one that could tie them. It was put in its place if it
stands between the heirs of the same neighbours, where as many are new as are gone, or if it bears
the same number there. What was moved away, or came from elsewhere, is no neighbour (note 0030).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from amend.model.alignment import Bead, Change
from amend.model.draft import Paragraph, Revision


def heirs(base: Revision, later: Revision, beads: Sequence[Bead]) -> Mapping[str, Bead]:
    """Return beads of substitution by the id of the paragraph that is gone."""
    if all(bead.new for bead in beads) or all(bead.old for bead in beads):
        return {}
    moved = [bead for bead in beads if Change.RELOCATION in bead.changes]
    away = {each.id for bead in moved for each in bead.old}
    come = {each.id for bead in moved for each in bead.new}
    order = [each for each in later.paragraphs if each.id not in come]
    found: dict[str, Bead] = {}
    stayed = [each for each in base.paragraphs if each.id not in away]
    for gone, new in _gaps(stayed, order, beads):
        for old, heir, reason in _pairs(gone, new):
            change = frozenset({Change.SUBSTITUTION})
            found[old.id] = Bead((old,), (heir,), 0.0, change, reason=reason)
    return found


def _pairs(
    gone: Sequence[Paragraph], new: Sequence[Paragraph]
) -> Iterator[tuple[Paragraph, Paragraph, str]]:
    """Pair as many gone with as many new, or those whose number stands once on either side."""
    if len(gone) == len(new):
        yield from ((old, each, "the same neighbours") for old, each in zip(gone, new, strict=True))
        return
    for old in gone:
        if old.label is not None:
            same = [each for each in new if each.label == old.label]
            if len(same) == 1 and sum(each.label == old.label for each in gone) == 1:
                yield old, same[0], "the same label"


def _gaps(
    stayed: Sequence[Paragraph], order: Sequence[Paragraph], beads: Sequence[Bead]
) -> Iterator[tuple[list[Paragraph], list[Paragraph]]]:
    """Yield what is gone and what is new between two linked neighbours, or an end and one."""
    place = {each.id: n for n, each in enumerate(order)}
    spans = {
        old.id: (min(places), max(places))
        for bead in beads
        if bead.old and (places := [place[new.id] for new in bead.new if new.id in place])
        for old in bead.old
    }
    linked = {each.id for bead in beads if bead.old for each in bead.new}
    gone: list[Paragraph] = []
    left = -1
    for old in [*stayed, None]:
        if old is not None and old.id not in spans:
            gone.append(old)
            continue
        right, last = (len(order), left) if old is None else spans[old.id]
        if gone:
            yield gone, [each for each in order[left + 1 : right] if each.id not in linked]
            gone = []
        left = last
