"""A chain in, the table negotiators make by hand out: old number, new number, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amend.model.comparison import Chain
from amend.model.draft import Paragraph

HEAD = ("From", "Old", "To", "New", "Change", "In common")


def rows(chain: Chain) -> Iterator[tuple[str, ...]]:
    """Yield a row for every bead of every step, in the order of the newer text."""
    for step in chain.comparisons:
        for bead in step.alignment.beads:
            changes = ", ".join(sorted(bead.changes)) or "same words"
            share = f"{bead.score:.0%}" if bead.old and bead.new else ""
            yield (
                step.old.name, _names(bead.old), step.new.name, _names(bead.new), changes, share,
            )  # fmt: skip


def _names(paragraphs: Sequence[Paragraph]) -> str:
    return ", ".join(_name(each) for each in paragraphs) or "—"


def _name(paragraph: Paragraph) -> str:
    if paragraph.label is not None:
        return str(paragraph.label)
    words = paragraph.text.split()
    return f"“{' '.join(words[:4])}{' …' if len(words) > 4 else ''}”"
