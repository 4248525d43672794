"""The edits of a paragraph in, what happened to it as a whole out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from amend.audit.pairing import Tie
from amend.audit.stretches import MARGIN
from amend.model.alignment import Change
from amend.model.audit import AuditChange, AuditEdit, Standing
from amend.model.comparison import Op
from amend.model.draft import Paragraph

# No other word may stand there: "Draft 3" and "Rev.1" are no pages.
_PAGE = re.compile(
    r"(?:(?:page|pages|pag|pág|página|pagina|seite|p|pp|pg|s|стр|страница|صفحة|ص|第)\.?\s*)?"
    r"[-–—]?\s*\d{1,4}\s*[-–—]?\s*页?(?:\s*(?:/|of|de|sur|von|из|من)\s*\d{1,4})?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\d{1,3}")
_WHOLE = {Op.INSERT: Change.INSERTION, Op.DELETE: Change.REPEAL}
_ENDS = {Op.INSERT: Change.SPLIT, Op.DELETE: Change.JOIN}
_REAL = (Standing.SILENT, Standing.DECLARED, Standing.UNREAL, Standing.UNSEEN)


def changes(edits: Sequence[AuditEdit], tie: Tie, *, is_added: bool) -> tuple[AuditChange, ...]:
    """Say what happened to a paragraph, the silent first; nothing where nothing did."""
    found = list(dict.fromkeys(_changes(edits, tie, is_added=is_added)))
    return tuple(sorted(found, key=lambda each: _REAL.index(each.standing)))


def _changes(edits: Sequence[AuditEdit], tie: Tie, *, is_added: bool) -> Iterator[AuditChange]:
    if tie.is_moved:
        yield AuditChange(Change.RELOCATION, Standing.SILENT)
    whole = _whole(edits, tie, is_added=is_added)
    if whole is not None:
        yield whole
        if whole.change is not Change.INSERTION or tie.old:
            return
    is_carried = whole is None and _is_carried(edits)
    if is_carried:
        yield AuditChange(Change.RELOCATION, Standing.DECLARED)
    for edit in edits:
        is_told = whole is not None and edit.standing is whole.standing
        is_told = is_told or (is_carried and edit.standing is Standing.DECLARED)
        if edit.op is Op.KEEP or edit.standing is Standing.PASSING or is_told:
            continue
        if "\n" in edit.text:
            yield AuditChange(_ENDS[edit.op], edit.standing)
        if edit.text.strip():
            yield AuditChange(Change.SUBSTITUTION, edit.standing)


def _whole(edits: Sequence[AuditEdit], tie: Tie, *, is_added: bool) -> AuditChange | None:
    """Return what all words of a paragraph have in common, if they do.

    A paragraph all of whose words OLD has, and its mark declares, is gone or moved as a whole.
    """
    worded = [each for each in edits if each.text.strip() and each.standing is not Standing.PASSING]
    marks = {(each.op, each.standing, each.is_move) for each in worded}
    is_new = not any(each.is_move for each in worded)
    if not tie.old and is_new and (Op.INSERT, Standing.SILENT, False) in marks:
        return AuditChange(Change.INSERTION, Standing.SILENT)
    if len(marks) != 1:
        return None
    ((op, standing, is_move),) = marks
    is_whole = not tie.old or not tie.new or is_added or op is Op.DELETE
    if op is Op.KEEP or not is_whole:
        return None
    is_moved = is_move and standing is Standing.DECLARED
    return AuditChange(Change.RELOCATION if is_moved else _WHOLE[op], standing)


def _is_carried(edits: Sequence[AuditEdit]) -> bool:
    """Whether a declared move takes all of a paragraph but for words changed on the way."""
    worded = [each for each in edits if each.text.strip()]
    moved = [each for each in worded if each.is_move]
    rest = [each for each in worded if not each.is_move]
    return bool(moved) and all(
        each.op is moved[0].op and each.standing is Standing.SILENT for each in rest
    )


def as_unseen(edits: Sequence[AuditEdit]) -> tuple[AuditEdit, ...]:
    """Call nothing silent of a text that OLD, as it was saved, cannot hold."""
    return tuple(
        replace(each, standing=Standing.UNSEEN) if each.standing is Standing.SILENT else each
        for each in edits
    )


def as_plain(edits: Sequence[AuditEdit]) -> tuple[AuditEdit, ...]:
    """Call nothing silent that only tells how OLD was saved without being a Word file.

    There the end of a line may be the end of a paragraph, and the raised number of a footnote
    stands behind its word like any figure: "the lake,12".
    """
    found: list[AuditEdit] = []
    for each in edits:
        is_end = each.standing is Standing.SILENT and each.text and not each.text.strip()
        if is_end:
            text, was = (each.text, "") if each.op is Op.INSERT else ("", each.text)
            found.append(AuditEdit(Op.KEEP, Standing.TYPOGRAPHY, text, was))
        elif found and _is_raised(found[-1], each):
            found.append(replace(each, standing=Standing.UNSEEN))
        else:
            found.append(each)
    return tuple(found)


def _is_raised(before: AuditEdit, edit: AuditEdit) -> bool:
    """Whether OLD alone has a figure that sticks to the word or sign before it."""
    last = before.text[-1:]
    is_figure = edit.op is Op.DELETE and _NOTE.fullmatch(edit.text.rstrip()) is not None
    sticks = bool(last) and not last.isspace() and not last.isdigit()
    return is_figure and edit.standing is Standing.SILENT and sticks


def is_page_number(paragraph: Paragraph, text: str) -> bool:
    """Whether it is a page number in a margin: which page was printed last is no change."""
    return paragraph.path == MARGIN and _PAGE.fullmatch(text.strip()) is not None
