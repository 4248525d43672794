"""Rulings and their withdrawals, in; the record of them, in the order they were given, out.

Nothing is deleted from it: a ruling that holds no more is one that somebody withdrew, or that a
later one contradicts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from amend.errors import WorkspaceError
from amend.model.ruling import Given, Matter, PersonRuling, Withdrawal
from amend.store import shelf
from amend.store.codec import columns
from amend.store.tables import RULINGS, WITHDRAWALS

_LINKS = frozenset({Matter.LINK, Matter.UNLINK})


def keep(database: Connection, rulings: Iterable[PersonRuling], added: str) -> int:
    """Write rulings down; return how many of them said something new.

    What somebody says a second time is new if it was withdrawn or contradicted in the meantime.
    Raises WorkspaceError for one that names nobody: it could not be shown as a person's.
    """
    rulings = tuple(rulings)
    _refuse_nobody(each.by for each in rulings)
    known = list(given(database))
    count = 0
    for ruling in rulings:
        if _holds(ruling, known):
            continue
        row = columns(ruling)
        times = sum(1 for each in known if each.ruling == ruling)
        new = {**row, "digest": _digest(row, times), "added": added}
        key = database.execute(insert(RULINGS), new).inserted_primary_key
        assert key is not None
        known.append(Given(key[0], ruling))
        count += 1
    return count


def given(database: Connection) -> Iterable[Given]:
    """Yield all rulings as they were given, the earliest first, the withdrawn ones among them."""
    rows = database.execute(select(WITHDRAWALS)).all()
    withdrawn = {row.ruling: shelf.value(Withdrawal, row, "a withdrawal") for row in rows}
    for row in database.execute(select(RULINGS).order_by(RULINGS.c.key)).all():
        ruling = shelf.value(PersonRuling, row, f"ruling {row.key}")
        yield Given(row.key, ruling, withdrawn.get(row.key))


def withdraw(database: Connection, number: int, withdrawal: Withdrawal, added: str) -> Given:
    """Write down that a ruling holds no more, and return it as it stands in the record now.

    Raises WorkspaceError, with the choices, where no ruling that holds has the number, or where
    nobody is named.
    """
    _refuse_nobody([withdrawal.by])
    known = tuple(given(database))
    found = next((each for each in known if each.number == number), None)
    if found is None or found.withdrawal is not None:
        told = f"ruling {number} is {found.withdrawal}" if found else f"there is no ruling {number}"
        standing = ", ".join(str(each.number) for each in known if each.withdrawal is None)
        hint = f"Name one of: {standing}." if standing else "No ruling holds; see amend list."
        raise WorkspaceError(told, hint=f"{hint} Run: amend list rulings" if standing else hint)
    row = {**columns(withdrawal), "ruling": number, "added": added}
    database.execute(insert(WITHDRAWALS), row)
    return Given(number, found.ruling, withdrawal)


def _refuse_nobody(names: Iterable[str]) -> None:
    if not all(each.strip() for each in names):
        raise WorkspaceError("a ruling names who rules", hint='Write --by "A. Reader".')


def _digest(row: dict[str, object], times: int) -> str:
    """The column is unique; what is said once more is marked by how often it was said before."""
    said = json.dumps([row, times] if times else row, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _holds(ruling: PersonRuling, known: Iterable[Given]) -> bool:
    """Whether the last word in the record on what a ruling is about is this very ruling."""
    holding = [each.ruling for each in known if each.withdrawal is None]
    if ruling not in holding:
        return False
    behind = holding[len(holding) - holding[::-1].index(ruling) :]
    return not any(_is_about_one(each, ruling) for each in behind)


def _is_about_one(one: PersonRuling, other: PersonRuling) -> bool:
    if {one.matter, other.matter} <= _LINKS:
        is_step = (one.old_revision, one.revision) == (other.old_revision, other.revision)
        shared = set(one.old) & set(other.old) or set(one.new) & set(other.new)
        return is_step and bool(shared)
    about = (one.matter, one.proposal, one.revision)
    return about == (other.matter, other.proposal, other.revision)
