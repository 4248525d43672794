"""Whole things and their parts, in: a row for each and one for each part; the same back out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, delete, insert, select

from amend.errors import LabelError, WorkspaceError
from amend.store import codec
from amend.store.tables import (
    FILES,
    PARAGRAPHS,
    POSTINGS,
    PROPOSALS,
    REGISTERS,
    REVISIONS,
    SUBMISSIONS,
)

T = TypeVar("T")
Columns = dict[str, Any]

_NOT_SAID = ("key", "added")
_DAMAGED = "Add its file again with --replace; if that does not help, run: amend doctor"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The table of whole things, that of their parts, and the column of the latter that ties them.

    `identity` is the column under which a thing stands once.
    """

    heads: Table
    parts: Table
    tie: str
    identity: str


DRAFTS = Shelf(REVISIONS, PARAGRAPHS, "revision", "spelling")
ASKED = Shelf(SUBMISSIONS, PROPOSALS, "submission", "file")
PAGES = Shelf(REGISTERS, POSTINGS, "page", "file")
SHELVES = (DRAFTS, ASKED, PAGES)


def first(database: Connection, table: Table, **wanted: object) -> Row[Any] | None:
    """Return the row whose columns hold what is wanted, or None."""
    conditions = (table.c[name] == value for name, value in wanted.items())
    return database.execute(select(table).where(*conditions)).first()


def put(database: Connection, shelf: Shelf, head: Columns, rows: list[Columns]) -> None:
    """Write a thing and its parts; rows go in through core: sessions are ten times slower."""
    key = database.execute(insert(shelf.heads), head).inserted_primary_key
    assert key is not None
    if rows:
        database.execute(insert(shelf.parts), [{**row, shelf.tie: key[0]} for row in rows])


def remove(database: Connection, shelf: Shelf, key: int) -> None:
    """Take a thing off, with its parts."""
    database.execute(delete(shelf.parts).where(shelf.parts.c[shelf.tie] == key))
    database.execute(delete(shelf.heads).where(shelf.heads.c.key == key))


def holds(
    database: Connection, shelf: Shelf, stored: Row[Any], head: Columns, rows: list[Columns]
) -> bool:
    """Tell whether a stored thing says the same as this one, part by part."""
    parts = shelf.parts
    ours = select(parts).where(parts.c[shelf.tie] == stored.key).order_by(parts.c.position)
    kept = [row._asdict() for row in database.execute(ours).all()]
    return (
        _said(stored._asdict()) == _said(head)
        and [{name: part for name, part in row.items() if name != shelf.tie} for row in kept]
        == rows
    )


def _said(row: Columns) -> Columns:
    return {name: value for name, value in row.items() if name not in _NOT_SAID}


def things(
    database: Connection, shelf: Shelf, kind: type[T]
) -> Iterator[tuple[Row[Any], tuple[T, ...]]]:
    """Go through the rows of things in the order they came, each with its parts as values."""
    parts, tie = shelf.parts, shelf.tie
    # All rows first: a cursor left half way by an error would keep the file locked.
    ordered = database.execute(select(parts).order_by(parts.c[tie], parts.c.position)).all()
    groups = groupby(ordered, key=lambda row: row._mapping[tie])
    held = {key: [value(kind, row, f"{tie} {key}") for row in rows] for key, rows in groups}
    for head in database.execute(select(shelf.heads).order_by(shelf.heads.c.key)).all():
        yield head, tuple(held.get(head.key, ()))


def value(kind: type[T], row: Row[Any], what: str, **ready: object) -> T:
    """Make a value of a row; raises WorkspaceError if the row does not say one."""
    try:
        return codec.from_columns(kind, row._asdict(), **ready)
    except (ValueError, TypeError, LabelError) as error:
        message = f"{what}: what is stored is no {kind.__name__.lower()}: {error}"
        raise WorkspaceError(message, hint=_DAMAGED) from error


def keep_file(database: Connection, head: Columns, data: bytes) -> None:
    """Write the bytes of a file, once for all that was read from them."""
    sha256, added = head["sha256"], head["added"]
    if database.execute(select(FILES.c.sha256).where(FILES.c.sha256 == sha256)).first() is None:
        row = {"sha256": sha256, "size": len(data), "data": data, "added": added}
        database.execute(insert(FILES), [row])


def drop_orphans(database: Connection) -> None:
    """Take away the bytes that nothing stored was read from: their last reading was replaced."""
    read = (FILES.c.sha256.not_in(select(shelf.heads.c.sha256)) for shelf in SHELVES)
    database.execute(delete(FILES).where(*read))
