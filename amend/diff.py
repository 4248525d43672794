"""An alignment in, a comparison out: word edits for every bead."""

from __future__ import annotations

from amend.model.alignment import Alignment
from amend.model.comparison import Comparison, Edit, Op, Redline
from amend.model.draft import Paragraph, Revision
from amend.text.edits import hunks, pieces


def compare(old: Revision, new: Revision, alignment: Alignment) -> Comparison:
    """Add the word edits to an alignment of these two revisions."""
    redlines = tuple(
        Redline(bead, edits(_text(bead.old), _text(bead.new))) for bead in alignment.beads
    )
    return Comparison(old, new, alignment, redlines)


def _text(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Compare two texts word by word.

    Kept and deleted words rebuild the old text, kept and inserted ones the new, to the letter.
    """
    if old == new:
        return (Edit(Op.KEEP, new),) if new else ()
    if not old:
        return (Edit(Op.INSERT, new),)
    if not new:
        return (Edit(Op.DELETE, old),)
    old_keys, old_printed = pieces(old)
    new_keys, new_printed = pieces(new)
    found: list[Edit] = []
    for hunk in hunks(old_keys, new_keys):
        was = "".join(old_printed[hunk.old_start : hunk.old_end])
        now = "".join(new_printed[hunk.new_start : hunk.new_end])
        if hunk.kept:
            found.append(Edit(Op.KEEP, now, None if was == now else was))
            continue
        if was:
            found.append(Edit(Op.DELETE, was))
        if now:
            found.append(Edit(Op.INSERT, now))
    return tuple(found)
