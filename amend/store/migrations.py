"""A database of any age, in; the same with the schema of this release, out.

The version stands in a table of its own, which every database has, unlike SQLite's `user_version`.
All steps that are missing are taken in one transaction, on one road: a new database is one at
version 0. The step that first changes a table must spell out the tables of the step before it;
`tests/store/schema-1.sql` fails as soon as `tables.py` alone is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Table, func, insert, inspect, select, update

from amend.errors import WorkspaceError
from amend.store.connection import place, transaction
from amend.store.tables import POSTINGS, REGISTERS, RULINGS, SCHEMA, TABLES, WITHDRAWALS, Row


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the schema, from `version - 1` to `version`."""

    version: int
    does: str
    run: Callable[[Connection], None]


_OF_REGISTERS = (REGISTERS, POSTINGS)
_LATER = (*_OF_REGISTERS, WITHDRAWALS)


def _make_first_tables(connection: Connection) -> None:
    _make(connection, [each for each in TABLES if each not in _LATER])


def _make_registers(connection: Connection) -> None:
    _make(connection, _OF_REGISTERS)


def _name_in_full(connection: Connection) -> None:
    """A ruling named paragraphs by labels alone; now a label is one part of a name."""
    rows = connection.execute(select(RULINGS.c.key, RULINGS.c.old, RULINGS.c.new)).all()
    for key, old, new in rows:
        sides = {"old": [{"label": one} for one in old], "new": [{"label": one} for one in new]}
        connection.execute(update(RULINGS).where(RULINGS.c.key == key).values(sides))


def _make_withdrawals(connection: Connection) -> None:
    _make(connection, (WITHDRAWALS,))


def _make(connection: Connection, tables: Sequence[Table]) -> None:
    present = set(inspect(connection).get_table_names())
    strangers = sorted(present & {table.name for table in tables if table is not SCHEMA})
    if strangers:
        raise WorkspaceError(
            f"has a table {strangers[0]!r} that amend did not make",
            hint="Name another database in amend.toml, such as sqlite:///amend.db.",
        )
    Row.metadata.create_all(connection, tables=tables)


STEPS: tuple[Step, ...] = (
    Step(1, "makes the first tables", _make_first_tables),
    Step(2, "makes the tables of registers", _make_registers),
    Step(3, "names the paragraphs of rulings in full", _name_in_full),
    Step(4, "makes the table of withdrawn rulings", _make_withdrawals),
)
NEWEST = STEPS[-1].version


def version(connection: Connection) -> int:
    """Return the version of the schema, 0 if there is none yet."""
    if not inspect(connection).has_table(SCHEMA.name):
        return 0
    return connection.scalar(select(func.max(SCHEMA.c.version))) or 0


def migrate(engine: Engine) -> None:
    """Bring the schema up to this release's, all of it or nothing.

    Raises WorkspaceError if the database was made by a newer release, or cannot be used.
    """
    with transaction(engine, writes=False) as connection:
        found = version(connection)
    if found > NEWEST:
        raise WorkspaceError(
            f"its schema is number {found}, and this release of amend knows {NEWEST} at most",
            where=place(engine),
            hint="Use the release that made it (pip install --upgrade amend), or name another"
            " database in amend.toml.",
        )
    if found < NEWEST:
        with transaction(engine, writes=True) as connection:
            _climb(connection, place(engine))


def _climb(connection: Connection, where: str) -> None:
    """Take the missing steps; another process may have taken them while we waited."""
    found = version(connection)
    for step in STEPS:
        if step.version <= found:
            continue
        try:
            step.run(connection)
        except WorkspaceError as error:
            raise WorkspaceError(error.message, where=where, hint=error.hint) from error
        connection.execute(insert(SCHEMA), [{"version": step.version}])
