"""A file of a workspace and what was said of it, in; its name, proponents and dates, out.

What outranks what: options of `amend add`, amend.toml, the file itself, its name. What was said
with an option holds for later runs as long as the bytes of the file do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from amend.errors import AmendError, WorkspaceError
from amend.model.draft import Revision
from amend.model.proposal import Submission
from amend.store.naming import same_name
from amend.store.settings import DraftEntry, ProposalEntry
from amend.store.workspace import DRAFTS, DraftFile, ProposalFile

T = TypeVar("T", DraftEntry, ProposalEntry)


def entry_of(entries: Sequence[T], path: Path) -> T | None:
    """Return what amend.toml says of a file, or None."""
    return next((each for each in entries if Path(each.file).name == path.name), None)


def drafts_as_said(
    drafts: Sequence[tuple[DraftFile, bytes]],
    stored: Sequence[Revision],
    entries: Sequence[DraftEntry],
) -> tuple[DraftFile, ...]:
    """Give drafts the names and dates they were added with; raises WorkspaceError for twins."""
    known = {(each.file, each.sha256): each for each in stored}
    named: dict[str, DraftFile] = {}
    for draft, data in drafts:
        before = known.get((draft.path.name, digest(data)))
        entry = entry_of(entries, draft.path)
        if before is not None:
            name = draft.name if entry is not None and entry.name else before.name
            draft = replace(draft, name=name, date=draft.date or before.date)  # noqa: PLW2901
        twin = named.setdefault(same_name(draft.name), draft)
        if twin is not draft:
            hint = "Keep one of them, or give each a name under [[drafts]] in amend.toml."
            both = f"{twin.path.name} and {draft.path.name} both read as {draft.name!r}"
            raise WorkspaceError(both, where=draft.path.parent.parent / DRAFTS, hint=hint)
    return tuple(named.values())


def proposals_as_said(
    file: ProposalFile, before: Submission, *, is_same: bool, entries: Sequence[ProposalEntry]
) -> tuple[ProposalFile, tuple[str, ...]]:
    """Give a file of proposals what it was added with, and who was said to ask.

    `is_same` says that its bytes are still those; else only who asks is kept, and only where the
    file does not tell.
    """
    if not is_same:
        return replace(file, by=file.by or before.by), ()
    entry = entry_of(entries, file.path)
    on = file.on if entry is not None and entry.on else before.on
    by = entry.by if entry is not None and entry.by else before.by
    return replace(file, on=on, date=file.date or _date(before)), by


def stored_file(before: Submission) -> ProposalFile:
    """Return what is known of a file of proposals that stands in the database only."""
    return ProposalFile(Path(before.file), before.by, before.on, _date(before))


def _date(submission: Submission) -> str | None:
    """The date that a submission was given as a whole: the one that all its proposals have."""
    dates = {each.date for each in submission.proposals}
    return dates.pop() if len(dates) == 1 else None


def day(said: str) -> str:
    """Read a date as a user types it, 2026-03-31; raises AmendError."""
    try:
        return datetime.fromisoformat(said).date().isoformat()
    except ValueError:
        hint = "Write year, month, day: 2026-03-31."
        raise AmendError(f"{said!r} is no date", hint=hint) from None


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, as the database has it."""
    return hashlib.sha256(data).hexdigest()
