"""Revisions in, a chain out: aligned, compared, followed, and what is to be told of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from amend.align import align, threads
from amend.align.follow import follow
from amend.align.variants import put_aside
from amend.diff import compare, edits
from amend.memory import collector_paused
from amend.model.alignment import Alignment
from amend.model.comparison import Chain, Comparison, Op, Thread
from amend.model.draft import Revision
from amend.notices import Notice

if TYPE_CHECKING:
    from amend.model.origin import Newcomers, Provenance
    from amend.model.reference import Reference
    from amend.model.ruling import Course, PersonRuling


def chain(
    revisions: Sequence[Revision], rulings: Sequence[PersonRuling] = (),
    weighty: Path | None = None,
) -> Chain:  # fmt: skip
    """Align and compare each revision with the next, oldest first, and follow every paragraph.

    `weighty` is a user's own table of weighty words.
    """
    with collector_paused():
        alignments = [align(old, new, rulings) for old, new in pairwise(revisions)]
        comparisons = tuple(
            compared(old, new, alignment, weighty)
            for (old, new), alignment in zip(pairwise(revisions), alignments, strict=True)
        )
        followed = threads(revisions, alignments)
        notices = _differing(revisions, followed, alignments, rulings) if len(revisions) > 2 else ()
    return Chain(tuple(revisions), comparisons, followed, notices)


def on_steps(
    revisions: Sequence[Revision], rulings: Sequence[PersonRuling]
) -> tuple[tuple[PersonRuling, ...], tuple[Notice, ...]]:
    """Put links that were ruled across revisions between on one of the steps; tell of each."""
    from amend.align.between import on_steps as placed

    return placed(revisions, rulings, align)


def _differing(
    revisions: Sequence[Revision], followed: Sequence[Thread], steps: Sequence[Alignment],
    rulings: Sequence[PersonRuling],
) -> tuple[Notice, ...]:  # fmt: skip
    """Look directly from the first revision to the last, and tell where the threads differ."""
    from amend.align.agree import disagreements, told

    first, last = revisions[0], revisions[-1]
    direct = align(first, last, rulings)
    return told(first, last, tuple(disagreements(first, last, direct, followed, steps)))


def compared(
    old: Revision, new: Revision, alignment: Alignment, weighty: Path | None = None
) -> Comparison:
    """Add the word edits to an alignment, and the weighty words in them.

    A reference that only follows a renumbering is no edit, nor is another spelling of a word.
    """

    def named(text: str) -> Sequence[Reference]:
        from amend.parse.references import references

        return references(text, language=new.language or "en")

    found = put_aside(follow(compare(old, new, alignment), named, edits))
    if all(edit.op is Op.KEEP for each in found.redlines for edit in each.edits):
        return found
    from amend.align.weigh import weigh
    from amend.store.weighty import scales

    return weigh(found, scales(weighty))


def chain_notices(made: Chain) -> tuple[Notice, ...]:
    """Return all that is to be told of the revisions of a chain and of their alignments."""
    return (
        *(notice for each in made.revisions for notice in each.notices),
        *(notice for each in made.comparisons for notice in each.alignment.notices),
        *made.notices,
    )


def trace(made: Chain, courses: Sequence[Course] = ()) -> Provenance:
    """Follow every word of a chain to the revision it came in, and to who had asked for it."""
    from amend.trace import trace as traced

    return traced(made, courses)


def newcomers(made: Chain, courses: Sequence[Course]) -> tuple[Newcomers, ...]:
    """Count the new words of each revision after the first: asked for before, or by nobody.

    Without proposals there is nothing to tell apart, and nothing is counted.
    """
    if not courses:
        return ()
    from amend.trace import newcomers as counted

    return counted(made, courses)
