"""Words quoted from another state of a paragraph in, the place where they would stand now out.

Who quotes Rev 1 while Rev 2 is on the table quotes words that may be gone; the word differences
between the two states of the paragraph say what stands in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from amend.match.anchors import find
from amend.model.draft import Paragraph, Revision
from amend.text.edits import hunks, pieces

_OUTER = " .,;:\n"  # quotations are found without the signs around them


class Carried(NamedTuple):
    """A half-open span of the text at hand, and the name of the revision it was quoted from."""

    start: int
    end: int
    revision: str


def carried(
    text: str, quoted: str, paragraph: Paragraph, near: Iterable[Revision]
) -> Carried | None:
    """Find quoted words in the paragraph of the same label in other revisions, nearest first.

    Only words that stand there once and to the word are carried over; None if there are none.
    """
    if paragraph.label is None:
        return None
    for revision in near:
        found = [
            (each.text, spot)
            for each in revision.labelled(paragraph.label)
            if (spot := find(each.text, quoted)) is not None and spot.exact and spot.places == 1
        ]
        if len(found) == 1:
            other, spot = found[0]
            start, end = _mapped(other, text, spot.start, spot.end)
            return Carried(start, end, revision.name)
    return None


def _mapped(old: str, new: str, start: int, end: int) -> tuple[int, int]:
    """Carry a span over: kept words keep their place, changed ones become what replaced them."""
    old_keys, old_printed = pieces(old)
    new_keys, new_printed = pieces(new)
    was, now = 0, 0
    first = last = len(new)
    is_begun = False
    for hunk in hunks(old_keys, new_keys):
        old_size = len("".join(old_printed[hunk.old_start : hunk.old_end]))
        new_size = len("".join(new_printed[hunk.new_start : hunk.new_end]))
        if not is_begun and was <= start < was + old_size:
            first = now + min(start - was, new_size) if hunk.kept else now
            is_begun = True
        if was < end <= was + old_size:
            last = now + min(end - was, new_size) if hunk.kept else now + new_size
        was, now = was + old_size, now + new_size
    return first, max(first, first + len(new[first:last].rstrip(_OUTER)))
