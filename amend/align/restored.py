"""Alignments of a chain in, paragraphs out that were lost in one revision and came back later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amend.align.candidates import candidates
from amend.model.alignment import Alignment
from amend.model.draft import Paragraph
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# Two paragraphs with a revision between them that has neither are one from here on; note 0019.
RESTORED_SHARE = 0.6
# One that is part of the other, as an option is, needs this share of its own words.
RESTORED_PART = 0.8
_LONG = 20
# Fewer words than this ("No text", "[Deleted]") may come back by chance.
_ENOUGH_WORDS = 6


class Stay(NamedTuple):
    """A paragraph and the place of its revision in the chain."""

    place: int
    paragraph: Paragraph


def restored(alignments: Sequence[Alignment]) -> Iterator[tuple[Stay, Stay]]:
    """Yield what was lost with what came back: each once at most, the likest first.

    At least one revision lies between that has neither. Words alone tell: the place is gone.
    """
    lost = list(_lost(alignments))
    came = list(_came(alignments))
    if not lost or not came or lost[0].place + 2 > came[-1].place:
        return
    lost_words = [tokens(each.paragraph.text) for each in lost]
    came_words = [tokens(each.paragraph.text) for each in came]
    found = [
        (-share, -lost[old].place, came[new].place, old, new)
        for _, old, new in candidates(lost_words, came_words, range(len(lost)), range(len(came)), 3)
        if lost[old].place + 2 <= came[new].place
        and (share := _share(lost_words[old], came_words[new])) >= RESTORED_SHARE
    ]
    used_old, used_new = set[int](), set[int]()
    for *_, old, new in sorted(found):
        if old not in used_old and new not in used_new:
            used_old.add(old)
            used_new.add(new)
            yield lost[old], came[new]


def _share(lost: Sequence[str], came: Sequence[str]) -> float:
    """The share of words in common; of an option that came back alone, of its own words."""
    common = share_in_common(lost, came) * (len(lost) + len(came)) / 2.0
    shorter = min(len(lost), len(came))
    part = common / shorter if shorter >= _LONG else 0.0
    return part if part >= RESTORED_PART else share_in_common(lost, came)


def _lost(alignments: Sequence[Alignment]) -> Iterator[Stay]:
    for place, alignment in enumerate(alignments):
        for bead in alignment.beads:
            if not bead.new and _is_told(bead.old[0]):
                yield Stay(place, bead.old[0])


def _came(alignments: Sequence[Alignment]) -> Iterator[Stay]:
    for place, alignment in enumerate(alignments, 1):
        for bead in alignment.beads:
            if not bead.old and _is_told(bead.new[0]):
                yield Stay(place, bead.new[0])


def _is_told(paragraph: Paragraph) -> bool:
    return paragraph.text.count(" ") + 1 >= _ENOUGH_WORDS
