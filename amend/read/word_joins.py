"""Drafts of blocks in; the same, with marks taken off where no paragraph can be joined to another.

A paragraph whose mark is not in a reading runs on into the next, but not into a table, out of a
cell, or from one note into another: there the words that are left keep their paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from amend.read.word_story import DraftBlock


def settle(drafts: Sequence[DraftBlock]) -> None:
    """Take the mark off each last paragraph of a container that still has words in a reading."""
    for _, container in groupby(drafts, key=lambda draft: (draft.story, draft.cell)):
        paragraphs = list(container)
        last = paragraphs[-1]
        if last.mark_deleted is not None and _has_words(paragraphs, after=True):
            last.mark_deleted = None
        if last.mark_inserted is not None and _has_words(paragraphs, after=False):
            last.mark_inserted = None


def _has_words(paragraphs: Sequence[DraftBlock], *, after: bool) -> bool:
    """Tell whether the last paragraph, with all that is joined to it, has words in a reading."""
    return any(has_words(draft, after=after) for draft in _joined(paragraphs, after=after))


def _joined(paragraphs: Sequence[DraftBlock], *, after: bool) -> Iterable[DraftBlock]:
    yield paragraphs[-1]
    for draft in reversed(paragraphs[:-1]):
        if not is_joined(draft, after=after):
            return
        yield draft


def is_joined(draft: DraftBlock, *, after: bool) -> bool:
    """Tell whether a paragraph runs on into the next in a reading."""
    return (draft.mark_deleted if after else draft.mark_inserted) is not None


def has_words(draft: DraftBlock, *, after: bool) -> bool:
    """Tell whether a paragraph has words in a reading."""
    return any((run.deleted if after else run.inserted) is None for run in draft.runs)
