"""A report in, the few lines out that a person reads before opening it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amend.model.alignment import Change
from amend.model.comparison import Comparison
from amend.render.report import Report


def lines(report: Report) -> Iterator[str]:
    """Yield the title, one line a step between revisions, and one on the proposals."""
    yield report.title
    for step in report.chain.comparisons:
        yield f"  {step.old.name} to {step.new.name}: {_counted(step)}"
    if report.courses:
        heads = Counter(course.headline.value for course in report.courses)
        names = {name for course in report.courses for name in course.proposal.by}
        told = ", ".join(f"{count} {head}" for head, count in heads.most_common())
        yield f"  {len(report.courses)} proposals from {len(names)} proponents: {told}"


def _counted(step: Comparison) -> str:
    beads = step.alignment.beads
    same = sum(1 for bead in beads if not bead.changes)
    renumbered = sum(1 for bead in beads if bead.changes == {Change.RENUMBERING})
    counts = [
        (same, "unchanged"),
        (renumbered, "only renumbered"),
        (_holding(step, Change.SUBSTITUTION), "with other words"),
        (_holding(step, Change.INSERTION), "new"),
        (_holding(step, Change.REPEAL), "gone"),
        (_holding(step, Change.SPLIT), "split"),
        (_holding(step, Change.JOIN), "merged"),
        (_holding(step, Change.RELOCATION), "moved"),
        (_holding(step, Change.AGREED), "agreed"),
        (_holding(step, Change.RESERVED), "reserved"),
    ]
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def _holding(step: Comparison, change: Change) -> int:
    return sum(1 for bead in step.alignment.beads if change in bead.changes)
