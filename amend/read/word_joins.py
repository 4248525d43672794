"""Drafts of blocks in; the same, with marks taken off where no paragraph can be joined to another.

A paragraph whose mark is not in a reading runs on into the next, but not into a table, out of a
cell, or from one note into another: there the words that are left keep their paragraph. A cell
that stays has a paragraph, be it an empty one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from amend.read.word_story import DraftBlock


def settle(drafts: Sequence[DraftBlock]) -> None:
    """Take the mark off each last paragraph of a container that must stay in a reading."""
    for _, container in groupby(drafts, key=lambda draft: (draft.story, draft.cell)):
        paragraphs = list(container)
        last = paragraphs[-1]
        if last.mark_deleted is not None and _stays(paragraphs, after=True):
            last.mark_deleted = None
        if last.mark_inserted is not None and _stays(paragraphs, after=False):
            last.mark_inserted = None


def _stays(paragraphs: Sequence[DraftBlock], *, after: bool) -> bool:
    """Tell whether the last paragraph, with all joined to it, has words, or is a cell's only one.

    Where the whole content of a cell moved, its row went along: Word has no other way to move
    the end of a cell.
    """
    if any(has_words(draft, after=after) for draft in _joined(paragraphs, after=after)):
        return True
    last = paragraphs[-1]
    mark = last.mark_deleted if after else last.mark_inserted
    is_gone = last.is_taken_out if after else last.is_put_in
    if last.cell is None or is_gone or mark is None or mark.move is not None:
        return False
    return all(is_joined(draft, after=after) for draft in paragraphs)


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
