"""A database URL, in; connections that check foreign keys and say plainly what is wrong, out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    InvalidRequestError,
    NoSuchModuleError,
    ProgrammingError,
)
from sqlalchemy.pool import ConnectionPoolEntry

from amend.errors import WorkspaceError

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_URLS = "Write sqlite:///amend.db, or the SQLAlchemy URL of a server, as database in amend.toml."
# What the drivers say, in small letters, and what a person can do about it.
_WAYS_OUT = (
    ("locked", "Wait until the other program that uses it is done, and run the command again."),
    ("readonly", "Allow writing to the file and its folder, or name another database."),
    ("read-only", "Allow writing to it, or name another database in amend.toml."),
    ("not a database", "Move the file away, or name another database in amend.toml."),
    ("malformed", "Put back a copy of the file, or move it away and add the source files again."),
    ("unable to open", "Make the folder it is to stand in, or name another in amend.toml."),
    ("disk is full", "Make room on the disk; nothing was changed."),
)
_EDITED = "It was edited by other means: put back a copy, or move it away and add the files again."
_TO_A_SERVER = "See that the server runs, and that address, name and password in amend.toml hold."


def connect(url: str, folder: Path) -> Engine:
    """Return an engine for the URL; a relative SQLite path starts at the folder.

    Nothing is opened yet. Raises WorkspaceError if the URL cannot be read or has no driver.
    """
    try:
        parsed = make_url(url)
        path = parsed.database if parsed.get_backend_name() == "sqlite" else None
        if path and path != ":memory:" and not path.startswith("file:"):
            parsed = parsed.set(database=str(folder / path))
        engine = create_engine(parsed, json_serializer=_JSON.encode)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        # The URL itself is not shown: it may hold a password.
        raise WorkspaceError(
            f"no driver for this database: {error}", hint=f"Install its driver. {_URLS}"
        ) from error
    except (ArgumentError, InvalidRequestError, ValueError) as error:
        raise WorkspaceError("the database setting is no URL", hint=_URLS) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _take_transactions_over)
        event.listen(engine, "begin", _begin)
    return engine


def _take_transactions_over(connection: Any, _entry: ConnectionPoolEntry) -> None:
    """The driver would commit before a CREATE TABLE, and leaves foreign keys unchecked."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at the start: two that read first would wait for each other."""
    writes = connection.get_execution_options().get("amend_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def place(engine: Engine) -> str:
    """Say where the database is: the path of a file, else the URL without its password."""
    url = engine.url
    if engine.dialect.name == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


@contextmanager
def transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """Open one transaction: committed at the end, undone if anything is raised.

    Raises WorkspaceError where the database itself refuses; what is our fault stays as it is.
    """
    try:
        with engine.connect() as connection:
            ready = connection.execution_options(amend_writes=writes)
            with ready.begin():
                yield ready
    except (IntegrityError, ProgrammingError):
        raise
    except DBAPIError as error:
        raise _refusal(engine, error) from error
    except json.JSONDecodeError as error:
        message = f"the database holds what is no JSON: {error}"
        raise WorkspaceError(message, where=place(engine), hint=_EDITED) from error


def _refusal(engine: Engine, error: DBAPIError) -> WorkspaceError:
    said = " ".join(str(error.orig).split())
    ways_out = (hint for words, hint in _WAYS_OUT if words in said.lower())
    plain = "Run: amend doctor" if engine.dialect.name == "sqlite" else _TO_A_SERVER
    message = f"the database cannot be used: {said}"
    return WorkspaceError(message, where=place(engine), hint=next(ways_out, plain))
