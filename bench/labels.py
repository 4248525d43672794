"""Prints how many labels a second are read, and how many rows of the shared table hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from amend.errors import LabelError
from amend.labels import Label
from amend.text.numerals import multiplicative
from bench.measure import medians, table

TABLE = Path(__file__).parents[1] / ".." / "shared" / "data" / "tables" / "labels.tsv"
_REPEATED = ("9bis", "42-ter", "OP 12 alt", "3.3bis", "Article 2bis", "9 (a)", "14", "пункт 9 бис")
_TIMES = 25_000
_ROUNDS = 5
_ROUND = count(1)


def run(*, quick: bool = False) -> None:
    """Print the speed over repeated and over fresh prints, then the table's rows."""
    fresh = [f"{number} {multiplicative(rank)}." for number in range(1, 400) for rank in (2, 3, 17)]
    counts = {"the same eight prints": len(_REPEATED) * _TIMES, "each print once": len(fresh)}
    found = medians(
        {
            "the same eight prints": lambda: _read(_REPEATED * _TIMES),
            "each print once": lambda: _read(_new(fresh)),
        },
        1 if quick else _ROUNDS,
    )
    rows = [
        (name, f"{counts[name]:,}", f"{counts[name] / found[name] / 1e6:.2f}") for name in found
    ]
    print(f"\n{table(('prints', 'labels', 'million a second'), rows)}")
    if TABLE.exists():
        held, of = _held()
        print(f"\nrows of the shared table that hold: {held} of {of}")


def _new(printed: Iterable[str]) -> list[str]:
    """Return prints that were not read before: each round ends them in so many more spaces."""
    ending = " " * next(_ROUND)
    return [f"{each}{ending}" for each in printed]


def _read(printed: Iterable[str]) -> None:
    for each in printed:
        Label.parse(each)


def _held() -> tuple[int, int]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return sum(_holds(row) for row in rows), len(rows)


def _holds(row: list[str]) -> bool:
    try:
        label = Label.parse(row[0], row[4])
    except LabelError:
        return not row[1]
    return str(label) == row[1] and row[2] in {"-", json.dumps(label.key, separators=(",", ":"))}
