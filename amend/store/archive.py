"""Revisions, submissions and rulings, in; the same out, equal to the letter, from any database.

What was said is stored, with the bytes of the file it was read from; nothing that follows from it.
Each call that adds is one transaction: it is done or it has left no trace.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select

from amend.errors import WorkspaceError
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Proposal, Submission
from amend.model.ruling import Given, PersonRuling, Withdrawal
from amend.model.submission import Posting, Register
from amend.notices import Notice
from amend.store import record, shelf
from amend.store.codec import columns
from amend.store.connection import connect, place, transaction
from amend.store.migrations import migrate
from amend.store.naming import same_name
from amend.store.order import in_order
from amend.store.shelf import ASKED, DRAFTS, PAGES, Columns, Shelf
from amend.store.tables import FILES, NOTICES

_LONGEST_NAME = 400  # the width of the columns in which names stand once


@dataclass(frozen=True, slots=True)
class Stored:
    """A source file as the archive holds it.

    `name` is the revision's name, or None for a submission; `parts` counts its paragraphs or
    proposals; `added` is ISO 8601 in UTC.
    """

    name: str | None
    file: str
    sha256: str
    parts: int
    added: str


class Archive:
    """What a workspace remembers, in a database; a context manager that closes it."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine whose schema is this release's; use `open`."""
        self._engine = engine

    @classmethod
    def open(cls, url: str, *, folder: Path) -> Archive:
        """Open a database, made or brought up to date where needed.

        `url` is any SQLAlchemy URL; a relative SQLite path starts at `folder`. Raises
        WorkspaceError if it cannot be reached or used, or was made by a newer release.
        """
        engine = connect(url, folder)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @property
    def place(self) -> str:
        """Where the database is: a path, or a URL without its password."""
        return place(self._engine)

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads; for the other modules of `store/`."""
        return transaction(self._engine, writes=False)

    def add_revision(
        self, revision: Revision, data: bytes, *, now: datetime, replace: bool = False
    ) -> bool:
        """Store a revision and the bytes it was read from; say whether anything was changed.

        The same bytes under the same name change nothing. Raises WorkspaceError where other bytes
        have the name, unless they are to be replaced; `replace` also renews the reading.
        """
        _check_name(revision.name, "a revision's name", revision.file)
        identities = [paragraph.id for paragraph in revision.paragraphs]
        if len(set(identities)) < len(identities):
            raise ValueError(f"two paragraphs of {revision.name!r} have one id")
        head = columns(revision, leave_out="paragraphs")
        head |= {"spelling": same_name(revision.name), "added": _stamp(now)}
        return self._add(DRAFTS, head, revision.paragraphs, data, replace=replace)

    def add_submission(
        self, submission: Submission, data: bytes, *, now: datetime, replace: bool = False
    ) -> bool:
        """Store a submission under its file name, by the same rules as a revision."""
        _check_name(submission.file, "a proposal file's name", submission.file)
        head = columns(submission, leave_out="proposals")
        head |= {"sha256": hashlib.sha256(data).hexdigest(), "added": _stamp(now)}
        return self._add(ASKED, head, submission.proposals, data, replace=replace)

    def add_register(
        self, register: Register, data: bytes, *, now: datetime, replace: bool = False
    ) -> bool:
        """Store the register of a saved page under its file name, by the same rules."""
        _check_name(register.file, "a page's name", register.file)
        head = columns(register, leave_out="postings")
        head |= {"sha256": hashlib.sha256(data).hexdigest(), "added": _stamp(now)}
        return self._add(PAGES, head, register.postings, data, replace=replace)

    def add_ruling(self, ruling: PersonRuling, *, now: datetime) -> bool:
        """Store a person's ruling; the same a second time changes nothing and gives False."""
        return self.add_rulings((ruling,), now=now) == 1

    def add_rulings(self, rulings: Iterable[PersonRuling], *, now: datetime) -> int:
        """Store rulings together, all or none; return how many of them were new.

        Raises WorkspaceError for one that names nobody: it could not be shown as a person's.
        """
        with self._writing() as database:
            return record.keep(database, rulings, _stamp(now))

    def withdraw_ruling(self, number: int, withdrawal: Withdrawal, *, now: datetime) -> Given:
        """Store that a ruling holds no more; it stays in the record. Raises WorkspaceError."""
        with self._writing() as database:
            return record.withdraw(database, number, withdrawal, _stamp(now))

    def revisions(self) -> tuple[Revision, ...]:
        """Return all revisions in the order of the process, oldest first."""
        with self.reading() as database:
            found = [
                shelf.value(Revision, head, f"revision {head.name!r}", paragraphs=paragraphs)
                for head, paragraphs in shelf.things(database, DRAFTS, Paragraph)
            ]
        return in_order(found)[0]

    def submissions(self) -> tuple[Submission, ...]:
        """Return all submissions, in the order of their file names."""
        with self.reading() as database:
            found = [
                shelf.value(Submission, head, f"submission {head.file!r}", proposals=proposals)
                for head, proposals in shelf.things(database, ASKED, Proposal)
            ]
        return tuple(sorted(found, key=lambda one: one.file))

    def registers(self) -> tuple[Register, ...]:
        """Return the registers of all saved pages, in the order of their file names."""
        with self.reading() as database:
            found = [
                shelf.value(Register, head, f"register {head.file!r}", postings=postings)
                for head, postings in shelf.things(database, PAGES, Posting)
            ]
        return tuple(sorted(found, key=lambda one: one.file))

    def rulings(self) -> tuple[PersonRuling, ...]:
        """Return the rulings that nobody withdrew, as they were given, the earliest first."""
        return tuple(each.ruling for each in self.record() if each.withdrawal is None)

    def record(self) -> tuple[Given, ...]:
        """Return all rulings that were ever given, the earliest first, withdrawn ones, too."""
        with self.reading() as database:
            return tuple(record.given(database))

    def stored(self) -> tuple[Stored, ...]:
        """List the source files in the order they came, revisions first; reads no contents."""
        with self.reading() as database:
            return (*_listed(database, DRAFTS), *_listed(database, ASKED))

    def data(self, sha256: str) -> bytes:
        """Return the bytes of a source file; raises KeyError if none with that hash is stored."""
        with self.reading() as database:
            found = shelf.first(database, FILES, sha256=sha256)
        if found is None:
            raise KeyError(sha256)
        return bytes(found.data)

    def remember_notices(self, notices: Iterable[Notice]) -> None:
        """Keep the notices of this run, in place of those of the last."""
        rows = [{**columns(notice), "position": n} for n, notice in enumerate(notices)]
        with self._writing() as database:
            database.execute(delete(NOTICES))
            if rows:
                database.execute(insert(NOTICES), rows)

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices of the last run, in their order."""
        with self.reading() as database:
            rows = database.execute(select(NOTICES).order_by(NOTICES.c.position)).all()
        return tuple(shelf.value(Notice, row, f"notice {row.position}") for row in rows)

    def _writing(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, writes=True)

    def _add(
        self, where: Shelf, head: Columns, parts: Sequence[object], data: bytes, *, replace: bool
    ) -> bool:
        _check_bytes(head, data)
        with self._writing() as database:
            there = shelf.first(database, where.heads, **{where.identity: head[where.identity]})
            is_same = there is not None and there.sha256 == head["sha256"]
            if is_same and not replace:
                return False
            rows = [{**columns(part), "position": n} for n, part in enumerate(parts)]
            if there is not None:
                if not replace:
                    raise _taken(where, there, head)
                if is_same and shelf.holds(database, where, there, head, rows):
                    return False
                shelf.remove(database, where, there.key)
                head = {**head, "key": there.key}
            shelf.keep_file(database, head, data)
            shelf.put(database, where, head, rows)
            shelf.drop_orphans(database)
        return True


def _listed(database: Connection, where: Shelf) -> Iterable[Stored]:
    heads, parts = where.heads, where.parts
    tie = parts.c[where.tie]
    counted = select(tie, func.count()).group_by(tie)
    counts = {row[0]: row[1] for row in database.execute(counted)}
    rows = database.execute(select(heads).order_by(heads.c.key)).all()
    for row in rows:
        name = row.name if where is DRAFTS else None
        yield Stored(name, row.file, row.sha256, counts.get(row.key, 0), row.added)


def _stamp(now: datetime) -> str:
    if now.tzinfo is None:
        raise ValueError("times are stored in UTC: this one has no time zone")
    return now.astimezone(UTC).isoformat(timespec="seconds")


def _check_name(name: str, what: str, file: str) -> None:
    """Names come from file names, and those may hold bytes that are no text at all."""
    hint = "Rename the file, or give it a name with --as NAME."
    if not name.strip():
        raise WorkspaceError(f"{what} is empty", where=file, hint=hint)
    if len(name) > _LONGEST_NAME:
        raise WorkspaceError(f"{what} is {len(name)} letters long", where=file[:80], hint=hint)
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name + file):
        message = f"{what} holds letters that cannot be printed: {name!r}"
        raise WorkspaceError(message, where=ascii(file), hint=hint)


def _check_bytes(head: Columns, data: bytes) -> None:
    if hashlib.sha256(data).hexdigest() != head["sha256"]:
        hint = "Add it again; if it happens twice, see what else writes to it."
        raise WorkspaceError("was changed while it was read", where=head["file"], hint=hint)


def _taken(where: Shelf, there: Any, head: Columns) -> WorkspaceError:
    if where is DRAFTS:
        message = f"{head['name']!r} is stored already, from other bytes (added {there.added})"
        hint = "Add it with --replace, or under another name with --as NAME."
    else:
        message = f"a file of that name with other bytes is stored already (added {there.added})"
        hint = "Add it with --replace, or save it under another file name."
    return WorkspaceError(message, where=head["file"], hint=hint)
