"""Prints what aligning long revisions costs: beside splitting, and beside the usual baseline.

Everything is measured in one run, in turn, numbers hidden. The baseline is that of scikit-learn
where it is installed (it is no dependency of ours), else our own, which is much slower.
"""

from __future__ import annotations

import gc
import math
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

import amend
from amend.model.draft import Revision
from bench.drafts import Numbers, as_text
from bench.generate import generate
from bench.measure import in_ms, table
from bench.recipe import HARD, STANDARD, Recipe
from bench.tfidf import cosines

_SIZES = (1000, 5000, 20_000)
_QUICK = (300, 1000)
_ROUNDS = 3
_SEED = 2026
# All cosines of 20,000 and 20,000 paragraphs fill the memory; ours takes a minute at 5,000.
_LIBRARY_UP_TO = 5000
_OURS_UP_TO = 1000
_AIM = 0.5
_HEADS = (
    "set", "split, hash", "amend", "clock", "TF-IDF", "clock", "amend to split", "to TF-IDF",
    "a paragraph", "memory each",
)  # fmt: skip
Row = tuple[str, ...]
Task = Callable[[], object]


class Spent(NamedTuple):
    """Median seconds: of the processor, and on the clock."""

    processor: float
    clock: float


class Sides(NamedTuple):
    """Two revisions as they are read, and the texts of each."""

    old: Revision
    new: Revision
    old_texts: list[str]
    new_texts: list[str]


def run(*, quick: bool = False) -> None:
    """Print times by size, then how they grow."""
    sizes, rounds = (_QUICK, 1) if quick else (_SIZES, _ROUNDS)
    library = _by_library()
    print(f"\nbaseline: {'scikit-learn' if library else 'our own TF-IDF; no scikit-learn here'};")
    print(f"processor time, then the clock; aim: at most {_AIM} times the baseline\n")
    for recipe in (STANDARD, HARD):
        taken = [_row(recipe, size, rounds, library) for size in sizes]
        print(table(_HEADS, [row for row, _ in taken]))
        growth = math.log(taken[-1][1] / taken[0][1]) / math.log(sizes[-1] / sizes[0])
        print(f"\ngrowth from {sizes[0]:,} to {sizes[-1]:,} paragraphs: {growth:.2f}\n", flush=True)
    print("(1.00 is in proportion to length; aim: at most 1.15)")


def _by_library() -> Callable[[Sequence[str], Sequence[str]], object] | None:
    """Return the baseline of scikit-learn, None where it is not installed."""
    try:
        of_texts = import_module("sklearn.feature_extraction.text")
    except ImportError:
        return None

    def cosines_of(old: Sequence[str], new: Sequence[str]) -> object:
        vectors = of_texts.TfidfVectorizer().fit_transform([*old, *new])
        return vectors[: len(old)] @ vectors[len(old) :].T

    return cosines_of


@cache
def _sides(recipe: Recipe, size: int) -> Sides:
    pair = generate(size, _SEED, recipe)
    old, new = (
        amend.read_text(as_text(side, Numbers.HIDDEN), name=name)
        for side, name in ((pair.old, "old"), (pair.new, "new"))
    )
    return Sides(old, new, [each.text for each in pair.old], [each.text for each in pair.new])


def _row(
    recipe: Recipe,
    size: int,
    rounds: int,
    library: Callable[[Sequence[str], Sequence[str]], object] | None,
) -> tuple[Row, float]:
    sides = _sides(recipe, size)
    tasks: list[Task] = [lambda: _split_and_hash(sides), lambda: amend.align(sides.old, sides.new)]
    if size <= (_LIBRARY_UP_TO if library else _OURS_UP_TO):
        baseline = library or cosines
        tasks.append(lambda: baseline(sides.old_texts, sides.new_texts))
    floor, ours, *others = _spent(tasks, 1 if size > _LIBRARY_UP_TO else rounds)
    cells = [in_ms(floor.processor), in_ms(ours.processor), in_ms(ours.clock)]
    cells += [in_ms(others[0].processor), in_ms(others[0].clock)] if others else ["-", "-"]
    cells.append(f"{ours.processor / floor.processor:.1f} x")
    cells.append(f"{ours.processor / others[0].processor:.2f} x" if others else "-")
    cells.append(f"{ours.processor / size * 1e6:.0f} us")
    cells.append(f"{_memory(sides) / size / 1024:.1f} kB")
    return (f"{size:,} {recipe.name}", *cells), ours.processor


def _spent(tasks: Sequence[Task], rounds: int) -> Iterator[Spent]:
    taken: list[list[Spent]] = [[] for _ in tasks]
    for _ in range(rounds):
        for task, each in zip(tasks, taken, strict=True):
            gc.collect()
            start, clock = process_time(), perf_counter()
            task()
            each.append(Spent(process_time() - start, perf_counter() - clock))
    for each in taken:
        yield Spent(*(median(seconds) for seconds in zip(*each, strict=True)))


def _split_and_hash(sides: Sides) -> list[int]:
    return [hash(tuple(text.split())) for text in (*sides.old_texts, *sides.new_texts)]


def _memory(sides: Sides) -> int:
    """Return the most bytes that aligning takes beside the two revisions."""
    gc.collect()
    tracemalloc.start()
    amend.align(sides.old, sides.new)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
