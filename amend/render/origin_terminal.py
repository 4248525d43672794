"""Sheets of origins in, a screen out: the words in their order, beside when they came in."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table

from amend.render.origin_view import OriginLine, OriginSheet
from amend.render.screen import console, labelled, line

_WIDEST = 22


def print_origins(sheets: Iterable[OriginSheet], screen: Console | None = None) -> None:
    """Print each thread: its text in every revision, part by part."""
    screen = screen or console()
    for sheet in sheets:
        screen.print(line(sheet.title, "bold"))
        for slot in sheet.slots:
            screen.print(line(slot.revision, "bold dim"))
            body = line(slot.instead, "dim") if slot.instead else _lines(slot.lines)
            told = labelled(slot.label, body) if slot.label else body
            screen.print(Padding(told, (0, 0, 1, 2)))


def _lines(lines: Iterable[OriginLine]) -> Table:
    every = list(lines)
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    widest = max(len(each.came) for each in every)
    grid.add_column(width=min(widest, _WIDEST), overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    for each in every:
        words = Group(
            line(each.words), *(Padding(line(told, "dim"), (0, 0, 0, 2)) for told in each.told)
        )
        grid.add_row(line(each.came, "dim"), words)
    return grid
