"""What an official concordance says: which printed numbers became which, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from amend.model.source import Source


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One row of a concordance for one step: both cells as printed, "" where one is empty.

    `old_revision` and `revision` are the names that the table gives them, "" where it gives none.
    """

    old: str
    new: str
    source: Source
    old_revision: str = ""
    revision: str = ""
