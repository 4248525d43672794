"""The numbers of a paragraph in OLD and in NEW before its changes in, what became of it out."""

from __future__ import annotations

from amend.audit.stretches import bare
from amend.model.audit import Standing
from amend.model.draft import Paragraph


def renumbered(
    old: Paragraph, new: Paragraph, *, is_automatic: bool, is_explained: bool, is_word: bool
) -> Standing | None:
    """Tell whether a number is another one, and whether somebody changed it; None if it is not.

    `is_automatic` says that Word prints NEW's number by itself, `is_explained` that paragraphs
    came or went above it, `is_word` that OLD is a Word file: other files may be saved without
    the numbers.
    """
    if _is_same(old, new):
        return None
    is_unsaved = old.printed is None and not is_word
    if is_automatic and (is_explained or is_unsaved):
        return Standing.FOLLOWS
    return Standing.SILENT


def _is_same(old: Paragraph, new: Paragraph) -> bool:
    if _is_bracketed(old) != _is_bracketed(new):
        return False
    if old.label is not None and old.label == new.label:
        return True
    return bare(old.printed) == bare(new.printed)


def _is_bracketed(paragraph: Paragraph) -> bool:
    """Whether the number itself stands in square brackets: "[9.]" is not agreed, "9." is."""
    signs = paragraph.printed or ""
    return "[" in signs and "]" in signs


def printed(paragraph: Paragraph) -> str | None:
    """Return the number that is printed: in one spelling where it is a label, else as it stands."""
    if paragraph.label is not None:
        return f"[{paragraph.label}]" if _is_bracketed(paragraph) else str(paragraph.label)
    return " ".join((paragraph.printed or "").split()).rstrip(".:") or None
