"""A copy of the draft in, what it changes without tracking it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amend.model.draft import Paragraph, Role
from amend.notices import Code, Notice
from amend.parse.index import Base
from amend.parse.ties import Unit
from amend.text.edits import hunks
from amend.text.words import tokens

_EXCERPT = 60


def missing(units: Iterable[Unit], base: Base) -> Iterator[Notice]:
    """Name the paragraphs of the base that the copy lacks without a tracked deletion."""
    tied = {unit.tied.id for unit in units if unit.tied is not None}
    absent = [
        each
        for each in base.revision.paragraphs
        if each.id not in tied and each.role in {Role.OPERATIVE, Role.PREAMBULAR} and each.text
    ]
    if absent:
        names = ", ".join(named(each) for each in absent[:8])
        more = f" and {len(absent) - 8} more" if len(absent) > 8 else ""
        text = (
            f"the copy lacks {names}{more} without a tracked deletion; nobody is credited with it."
        )
        yield Notice(Code.BASE_DIFFERS, base.revision.name, text)


def difference(unit: Unit) -> str:
    """Say in words what differs: '"in all" for "in"'."""
    assert unit.tied is not None
    old, new = tokens(unit.tied.text), list(unit.keys)
    parts = [
        f'"{short(" ".join(new[hunk.new_start : hunk.new_end]))}" for '
        f'"{short(" ".join(old[hunk.old_start : hunk.old_end]))}"'
        for hunk in hunks(old, new)
        if not hunk.kept
    ]
    return "; ".join(parts[:3])


def named(paragraph: Paragraph) -> str:
    """Name a paragraph by its label, or by its first words where it has none."""
    return str(paragraph.label) if paragraph.label else f'"{short(paragraph.text)}"'


def short(text: str) -> str:
    """Cut a text short to be shown in a notice."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1].rstrip() + "…"
