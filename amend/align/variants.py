"""A comparison in, the same out with the edits put aside that change spelling or hyphens alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amend.model.alignment import Bead, Change
from amend.model.comparison import Aside, Comparison, Edit, Op, Redline
from amend.text.spelling import say_the_same
from amend.text.words import tokens

_BRACKETS = "[]{} \n"


def put_aside(comparison: Comparison) -> Comparison:
    """Count words that are only spelled or hyphenated otherwise as kept, and say so.

    A bead whose words are then all kept has no substitution.
    """
    redlines = tuple(_aside(each) for each in comparison.redlines)
    alignment = replace(comparison.alignment, beads=tuple(each.bead for each in redlines))
    return replace(comparison, alignment=alignment, redlines=redlines)


def _aside(redline: Redline) -> Redline:
    if len(redline.edits) < 2 or not redline.bead.old or not redline.bead.new:
        return redline
    found = tuple(_settled(redline.edits))
    if len(found) == len(redline.edits):
        return redline
    return Redline(_unchanged(redline.bead, found), found)


def _settled(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Join each deletion to the insertion behind it where both say the same words."""
    place = 0
    while place < len(edits):
        here = edits[place]
        after = edits[place + 1] if place + 1 < len(edits) else None
        if here.op is Op.DELETE and after is not None and after.op is Op.INSERT:
            aside = _reason(here.text, after.text)
            if aside is not None:
                yield Edit(Op.KEEP, after.text, here.text, aside)
                place += 2
                continue
        yield here
        place += 1


def _reason(old: str, new: str) -> Aside | None:
    was, now = tokens(old), tokens(new)
    if old.count("[") != new.count("[") or old.count("]") != new.count("]"):
        return None
    if not say_the_same(was, now):
        return None
    letters = ("".join(side).replace("-", "") for side in (was, now))
    return Aside.SPELLING if len(set(letters)) > 1 else Aside.TYPOGRAPHY


def _unchanged(bead: Bead, edits: Sequence[Edit]) -> Bead:
    if any(each.op is not Op.KEEP and each.text.strip(_BRACKETS) for each in edits):
        return bead
    reason = "the same words, some of them spelled otherwise"
    changes = bead.changes - {Change.SUBSTITUTION}
    return replace(bead, changes=changes, reason=bead.reason if bead.by != "amend" else reason)
