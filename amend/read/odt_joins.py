"""Drafts of an OpenDocument text in; the same, each joined paragraph with the number it prints.

Word keeps what a paragraph is in the mark at its end, so the last part of a joined one counts.
Where OpenDocument's programs join two, the first counts as long as any word of it is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from amend.read.word_joins import has_words, is_joined
from amend.read.word_story import DraftBlock
from amend.read.word_styles import ListPlace


def inherit(drafts: Sequence[DraftBlock], told: Collection[int]) -> None:
    """Give the last part of what is joined the list place of the first, in each reading.

    `told` are the indexes of those of which the file itself says what they are after the change.
    """
    known = {id(drafts[place]) for place in told}
    for _, container in groupby(drafts, key=lambda draft: (draft.story, draft.cell)):
        paragraphs = list(container)
        for first, last in _joined(paragraphs, after=False):
            if _before(first) != _before(last):
                last.was = first.style, _before(first)
        for first, last in _joined(paragraphs, after=True):
            if id(last) not in known and first.place != last.place:
                last.was = last.was or (last.style, last.place)
                last.place = first.place


def _before(draft: DraftBlock) -> ListPlace:
    return draft.place if draft.was is None else draft.was[1]


def _joined(
    paragraphs: Sequence[DraftBlock], *, after: bool
) -> Iterator[tuple[DraftBlock, DraftBlock]]:
    """Yield the first and the last part of each joined paragraph whose first has words left."""
    first: DraftBlock | None = None
    for each in paragraphs:
        if is_joined(each, after=after):
            first = first or each
        elif first is not None:
            if has_words(first, after=after):
                yield first, each
            first = None
