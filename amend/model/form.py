"""The form that `amend init` writes: its names, and what of a source text is the form itself."""

from __future__ import annotations

from dataclasses import replace

from amend.model.source import SourceText

FILE = "template.xlsx"
SHEET = "Proposals"
GUIDE = "How to fill this in"


def without_guide(source: SourceText) -> SourceText:
    """Leave out the sheet that explains the form: its sentences ask for nothing."""
    kept = tuple(each for each in source.blocks if each.cell is None or each.cell.sheet != GUIDE)
    return source if len(kept) == len(source.blocks) else replace(source, blocks=kept)


def is_blank(source: SourceText) -> bool:
    """Whether a source text is the form with nothing written below its headings."""
    return all(
        each.cell is not None
        and (each.cell.sheet == GUIDE or (each.cell.sheet == SHEET and each.cell.row == 1))
        for each in source.blocks
    )
