"""Threads and a direct alignment in, the paragraphs out about which the two do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amend.model.alignment import Alignment
from amend.model.comparison import Thread
from amend.model.draft import Paragraph, Revision
from amend.notices import Code, Notice

# So many are named; the rest are counted.
_NAMED = 12
_WORDS_SHOWN = 5


def disagreements(
    first: Revision, last: Revision, direct: Alignment, followed: Sequence[Thread],
    steps: Sequence[Alignment] = (),
) -> Iterator[Paragraph]:  # fmt: skip
    """Yield each paragraph of the first revision that has other homes in the last one.

    Its homes are those of its thread, and those a direct look finds; where they share one, or
    neither finds any, the two agree. A thread that a person's ruling in one of the steps made is
    no news, whatever a direct look finds.
    """
    ruled = {
        (step.new, each.id)
        for step in steps
        for bead in step.beads
        if bead.by != "amend"
        for each in bead.new
    }
    lives = {
        each: frozenset(thread.paragraphs.get(last.name, ()))
        for thread in followed
        if not any((name, each) in ruled for name, ids in thread.paragraphs.items() for each in ids)
        for each in thread.paragraphs.get(first.name, ())
    }
    homes = {old.id: {new.id for new in bead.new} for bead in direct.beads for old in bead.old}
    for paragraph in first.paragraphs:
        seen, lived = homes.get(paragraph.id, set()), lives.get(paragraph.id)
        if lived is not None and (seen or lived) and not seen & lived:
            yield paragraph


def told(first: Revision, last: Revision, found: Sequence[Paragraph]) -> tuple[Notice, ...]:
    """Say in one notice which paragraphs those are; none where there are none."""
    if not found:
        return ()
    names = ", ".join(map(_name, found[:_NAMED]))
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    text = (
        f"Followed through the revisions between, {names}{more} went elsewhere than a direct look "
        "finds. Compare the two by themselves, or rule with amend rule link."
    )
    return (Notice(Code.THREADS_DIFFER, f"{first.name} to {last.name}", text),)


def _name(paragraph: Paragraph) -> str:
    if paragraph.label is not None:
        return str(paragraph.label)
    return f'"{" ".join(paragraph.text.split()[:_WORDS_SHOWN])}"'
