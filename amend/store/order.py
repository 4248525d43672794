"""Revisions in any order, in; the order of the process, and notices where it was not told, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amend.notices import Code, Notice
from amend.store.dates import date_in
from amend.store.naming import N, Named, Rank, stage_of

_WAY_OUT = "give each a date under [[drafts]] in amend.toml"
_ENDS = (Rank.FINAL, Rank.ADOPTED)

Key = tuple[int, tuple[int, ...], str, str, tuple[tuple[int, str], ...]]


def order_key(name: str, date: str | None) -> Key:
    """Return what sorts a revision among others: pre-zero, zero, Rev 1 ... Rev 10, final, adopted.

    A revision named by its date stands by date between the last Rev and the final; one whose name
    tells nothing stands behind those.
    """
    stage = stage_of(name)
    when = date or date_in(name) or ""
    if stage is not None:
        return (stage.rank, stage.number, stage.letter, when, _natural(name))
    return (Rank.DATED if when else Rank.UNKNOWN, (), "", when, _natural(name))


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.split(r"(\d+)", name.casefold())
        if part
    )


def in_order(revisions: Sequence[N]) -> tuple[tuple[N, ...], tuple[Notice, ...]]:
    """Put revisions in the order of the process, oldest first.

    Names decide; a revision without a stage goes where its date puts it among the dated ones.
    What neither tells is placed before the final text and told in an ORDER_GUESSED notice.
    """
    ranked = sorted(revisions, key=_key)
    staged = [one for one in ranked if _rank(one) not in (Rank.DATED, Rank.UNKNOWN)]
    notices = [*_at_odds(staged)]
    placed = list(staged)
    for one in (one for one in ranked if _rank(one) is Rank.DATED):
        if staged and not any(_when(other) for other in staged):
            notices.append(_guess(one, "has a date, but the others have none"))
        placed.insert(_place(one, placed), one)
    for one in (one for one in ranked if _rank(one) is Rank.UNKNOWN):
        if len(ranked) > 1:
            notices.append(_guess(one, "neither its name nor a date tells where it belongs"))
        placed.insert(_before_the_end(placed), one)
    return tuple(placed), (*notices, *_ties(placed))


def _key(one: Named) -> Key:
    return order_key(one.name, one.date)


def _rank(one: Named) -> int:
    return _key(one)[0]


def _when(one: Named) -> str:
    return _key(one)[3]


def _place(one: Named, placed: Sequence[Named]) -> int:
    """Behind the last that is no later; before the first that is; else before the final text."""
    earlier = [i for i, other in enumerate(placed) if _when(other) and _when(other) <= _when(one)]
    if earlier:
        return earlier[-1] + 1
    later = [i for i, other in enumerate(placed) if _when(other)]
    return later[0] if later else _before_the_end(placed)


def _before_the_end(placed: Sequence[Named]) -> int:
    ends = (i for i, other in enumerate(placed) if _rank(other) in _ENDS)
    return next(ends, len(placed))


def _at_odds(staged: Sequence[Named]) -> Iterator[Notice]:
    for one, other in pairwise(staged):
        if _when(one) and _when(other) and _when(other) < _when(one)[: len(_when(other))]:
            yield _guess(other, f"is dated {_when(other)}, before {one.name} ({_when(one)})")
        ours, theirs = stage_of(one.name), stage_of(other.name)
        if ours and theirs and ours.family and theirs.family and ours.family != theirs.family:
            yield _guess(other, f"and {one.name} are counted in two ways")


def _ties(placed: Sequence[Named]) -> Iterator[Notice]:
    for one, other in pairwise(placed):
        if _rank(one) != _rank(other) or _rank(one) is Rank.UNKNOWN:
            continue
        same_day = _when(one).startswith(_when(other)) or _when(other).startswith(_when(one))
        if _key(one)[1:3] == _key(other)[1:3] and (same_day or not (_when(one) and _when(other))):
            yield _guess(other, f"cannot be told earlier or later than {one.name}")


def _guess(one: Named, why: str) -> Notice:
    return Notice(Code.ORDER_GUESSED, one.name, f"{why}; {_WAY_OUT}.")
