"""A database and its folder, in; what is wrong with either, out, with a way to mend it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from amend.errors import WorkspaceError
from amend.notices import Code
from amend.store.archive import Archive, Stored
from amend.store.migrations import NEWEST, version
from amend.store.settings import load_settings
from amend.store.tables import FILES
from amend.store.toml import FILE
from amend.store.workspace import discover

_COPY = "Put back a copy of the database, or move it away and add the source files again."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, what was found, and what to do."""

    where: str
    text: str
    hint: str


def check(archive: Archive, folder: Path) -> tuple[Finding, ...]:
    """Look the database, the files and the settings over; nothing is changed, empty if all is well.

    The whole of every stored file is read. Raises WorkspaceError if the database is so damaged
    that it cannot be asked.
    """
    with archive.reading() as database:
        found = [*_structure(database, archive.place), *_bytes(database, archive.place)]
    found += _readings(archive)
    found += _folder(archive.stored(), folder)
    return tuple(found)


def _structure(database: Connection, where: str) -> Iterator[Finding]:
    if (found := version(database)) != NEWEST:
        yield Finding(where, f"its schema is number {found}, not {NEWEST}", _COPY)
    if database.dialect.name != "sqlite":
        return
    for (said,) in database.exec_driver_sql("PRAGMA integrity_check").all():
        if said != "ok":
            yield Finding(where, f"SQLite finds it damaged: {said}", _COPY)
    for table, row, parent, _ in database.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Finding(where, f"row {row} of {table} belongs to no {parent}", _COPY)


def _bytes(database: Connection, where: str) -> Iterator[Finding]:
    """Files one by one: together they may be larger than memory."""
    for sha256 in database.scalars(select(FILES.c.sha256).order_by(FILES.c.sha256)).all():
        data = database.scalar(select(FILES.c.data).where(FILES.c.sha256 == sha256))
        if hashlib.sha256(data or b"").hexdigest() != sha256:
            text = f"the stored file {sha256[:12]}... is not the one that was added"
            yield Finding(where, text, _COPY)


def _readings(archive: Archive) -> Iterator[Finding]:
    for ask in (archive.revisions, archive.submissions, archive.rulings, archive.notices):
        try:
            ask()
        except WorkspaceError as error:
            yield Finding(error.where or archive.place, error.message, error.hint)


def _folder(stored: Sequence[Stored], folder: Path) -> Iterator[Finding]:
    try:
        settings = load_settings(folder)
        here = discover(folder, settings)
    except WorkspaceError as error:
        yield Finding(error.where, error.message, error.hint)
        return
    for notice in settings.notices:
        yield Finding(notice.where, notice.text, f"Mend the line in {FILE}.")
    for notice in here.notices:
        if notice.code is Code.FILE_SKIPPED and notice.where == FILE:
            yield Finding(notice.where, notice.text, f"Mend the line in {FILE}, or add the file.")
    revisions = [one for one in stored if one.name is not None]
    submissions = [one for one in stored if one.name is None]
    for paths, ours in (
        ([one.path for one in here.drafts], revisions),
        ([one.path for one in here.proposals], submissions),
    ):
        for path in paths:
            yield from _beside(path, ours, folder)


def _beside(path: Path, stored: Sequence[Stored], folder: Path) -> Iterator[Finding]:
    """What a file on the disk is to the stored ones of its name."""
    where = path.relative_to(folder).as_posix()
    hashes = {one.sha256 for one in stored if one.file == path.name}
    try:
        own = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        yield Finding(where, f"cannot be read: {error.strerror}", "Allow reading it.")
        return
    if not hashes and own not in {one.sha256 for one in stored}:
        yield Finding(where, "is not stored", f"Run: amend add {where}")
    elif hashes and own not in hashes:
        text = "differs from the stored file of that name"
        yield Finding(where, text, f"Run: amend add --replace {where}")
