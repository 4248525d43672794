"""Prints how well and how fast `amend.align` ties generated revisions, beside plain tools.

Times are processor time: everything here runs in one thread of one process.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import median
from time import process_time

import amend
from amend.model.draft import Revision
from bench.drafts import Numbers, as_text
from bench.generate import generate
from bench.measure import in_ms, table, times
from bench.misses import OUTCOMES, misses
from bench.peers import by_difflib, by_rapidfuzz
from bench.quality import Found, Quality, found_by_amend, judged, pooled
from bench.recipe import HARD, STANDARD, Recipe
from bench.truth import Pair, Written

# Paragraphs, and how many pairs of that size are judged together: small ones vary.
_SIZES = {60: 10, 300: 4, 1000: 2, 5000: 1}
_QUICK = {60: 3, 300: 1}
_ROUNDS = 3
# Everything against everything takes minutes beyond this.
_RAPIDFUZZ_UP_TO = 1000
_SEED = 2026
_HEADS = ("set", "precision", "recall", "F1", "transfers", "invented", "noise", "time")
Row = tuple[str, ...]


def run(*, quick: bool = False) -> None:
    """Print quality by set and tool, then time and growth."""
    sizes = _QUICK if quick else _SIZES
    rounds = 1 if quick else _ROUNDS
    for recipe in (STANDARD, HARD):
        for numbers in (Numbers.TYPED, Numbers.HIDDEN):
            rows = [row for size in sizes for row in _rows(recipe, numbers, size, sizes[size])]
            print(f"\n{recipe.name} sets, {numbers} numbers\n\n{table(_HEADS, rows)}")
    rows = [_missed(recipe, size) for recipe in (STANDARD, HARD) for size in sizes]
    print(f"\nwhat goes wrong, hidden numbers, one pair each\n\n{table(('set', *OUTCOMES), rows)}")
    rows = list(_times(tuple(sizes), rounds))
    print(f"\naligning alone, hidden numbers\n\n{table(_TIME_HEADS, rows)}")


@cache
def _pair(recipe: Recipe, size: int, number: int = 0) -> Pair:
    return generate(size, _SEED + number, recipe)


def _rows(recipe: Recipe, numbers: Numbers, size: int, count: int) -> Iterator[Row]:
    pairs = [_pair(recipe, size, number) for number in range(count)]
    qualities, seconds = zip(*(_amend(pair, numbers) for pair in pairs), strict=True)
    yield _row(f"{size:,} amend", pooled(qualities), median(seconds))
    answers: dict[str, list[tuple[Quality, float]]] = {}
    for pair in pairs:
        for name, found, taken in _others(pair, numbers):
            answers.setdefault(name, []).append((judged(found, pair), taken))
    for name, each in answers.items():
        quality = pooled([judgement for judgement, _ in each])
        yield _row(f"{size:,} {name}", quality, median(taken for _, taken in each))


def _amend(pair: Pair, numbers: Numbers) -> tuple[Quality, float]:
    found, taken = _answer(pair, numbers)
    return judged(found, pair), taken


def _answer(pair: Pair, numbers: Numbers) -> tuple[Found, float]:
    old, new = _revision(pair.old, numbers, "old"), _revision(pair.new, numbers, "new")
    start = process_time()
    alignment = amend.align(old, new)
    taken = process_time() - start
    return found_by_amend(alignment, old, new), taken


def _missed(recipe: Recipe, size: int) -> Row:
    pair = _pair(recipe, size)
    found, _ = _answer(pair, Numbers.HIDDEN)
    counts = misses(found, pair)
    return f"{size:,} {recipe.name}", *(str(counts[outcome]) for outcome in OUTCOMES)


def _others(pair: Pair, numbers: Numbers) -> Iterator[tuple[str, Found, float]]:
    """Ask plain tools, which see the page as it is printed: numbers are words to them."""
    old, new = _printed(pair.old, numbers), _printed(pair.new, numbers)
    start = process_time()
    found = by_difflib(old, new)
    yield "difflib", found, process_time() - start
    if len(old) <= _RAPIDFUZZ_UP_TO:
        start = process_time()
        answers = by_rapidfuzz(old, new)
        taken = process_time() - start
        for name, answer in answers.items():
            yield f"rapidfuzz {name}", answer, taken


def _printed(paragraphs: Sequence[Written], numbers: Numbers) -> list[str]:
    return as_text(paragraphs, numbers).strip().split("\n\n")


def _revision(paragraphs: Sequence[Written], numbers: Numbers, name: str) -> Revision:
    """Read a draft as the library does; raises ValueError if it sees other paragraphs."""
    revision = amend.read_text(as_text(paragraphs, numbers), name=name)
    if len(revision.paragraphs) != len(paragraphs):
        seen = len(revision.paragraphs)
        raise ValueError(f"{len(paragraphs)} paragraphs were written, {seen} were read")
    return revision


def _row(name: str, quality: Quality, seconds: float) -> Row:
    carried = f"{quality.carried} of {quality.passed}" if quality.passed else "-"
    return (
        name,
        f"{quality.precision:.4f}",
        f"{quality.recall:.4f}",
        f"{quality.f1:.4f}",
        carried,
        str(quality.invented),
        f"{quality.noise} of {quality.same}",
        in_ms(seconds),
    )


_TIME_HEADS = ("set", "split and hash", "align", "ratio", "growth", "exponent")


def _times(sizes: Sequence[int], rounds: int) -> Iterator[Row]:
    """Time aligning beside splitting and hashing the same words; growth is from the size before.

    An exponent of 1 is time in proportion to length.
    """
    for recipe in (STANDARD, HARD):
        before: tuple[int, float] | None = None
        for size in sizes:
            floor, taken = _timed(recipe, size, rounds)
            growth = exponent = "-"
            if before is not None:
                growth = f"{taken / before[1]:.1f} x"
                exponent = f"{math.log(taken / before[1]) / math.log(size / before[0]):.2f}"
            before = size, taken
            name = f"{size:,} {recipe.name}"
            yield name, in_ms(floor), in_ms(taken), times(taken, floor), growth, exponent


def _timed(recipe: Recipe, size: int, rounds: int) -> tuple[float, float]:
    """Return the medians of the floor and of aligning, in seconds, taken in turn."""
    pair = _pair(recipe, size)
    texts = [each.text for each in (*pair.old, *pair.new)]
    old = _revision(pair.old, Numbers.HIDDEN, "old")
    new = _revision(pair.new, Numbers.HIDDEN, "new")
    floors, takens = [], []
    for _ in range(rounds):
        gc.collect()
        start = process_time()
        _split_and_hash(texts)
        floors.append(process_time() - start)
        start = process_time()
        amend.align(old, new)
        takens.append(process_time() - start)
    return median(floors), median(takens)


def _split_and_hash(texts: Sequence[str]) -> list[int]:
    return [hash(tuple(text.split())) for text in texts]
