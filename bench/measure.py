"""Tasks in, median times out, and the tables they are printed in."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Task = Callable[[], object]


class Spent(NamedTuple):
    """Median seconds of a task: on the clock, and of processor time in the processes it started.

    The second holds still on a busy machine, where the first does not.
    """

    wall: float
    processor: float


def medians(tasks: Mapping[str, Task], rounds: int) -> dict[str, float]:
    """Run every task once a round, in turn, so that a slow minute hits all; seconds by name."""
    return {name: spent.wall for name, spent in spending(tasks, rounds).items()}


def spending(tasks: Mapping[str, Task], rounds: int) -> dict[str, Spent]:
    """Like `medians`, with the processor time of started processes beside the clock's."""
    taken: dict[str, list[Spent]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start, started = time.perf_counter(), _processor()
            task()
            wall = time.perf_counter() - start
            taken[name].append(Spent(wall, _processor() - started))
    return {
        name: Spent(*(statistics.median(seconds) for seconds in zip(*each, strict=True)))
        for name, each in taken.items()
    }


def _processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out rows under their heads: the first column to the left, the others to the right."""
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    ruled = ["-" * width for width in widths]
    return "\n".join(_line(row, widths) for row in [heads, ruled, *rows])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0].ljust(widths[0])
    others = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "  ".join([first, *others]).rstrip()


def in_ms(seconds: float) -> str:
    """Print a time in milliseconds."""
    return f"{seconds * 1000:,.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def times(seconds: float, floor: float) -> str:
    """Print how many times a floor a time is."""
    return f"{seconds / floor:.2f} x"
