"""Prints how fast proposals are judged, as ratios to splitting the same words in the same run.

Ours looks at the base and the later draft. The peers look at the later draft alone, and for a
sample of the proposals: each of them takes its time once for every proposal, so a sample is enough.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from time import process_time
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz, process

import amend
from amend import pipeline
from amend.model.ruling import Course
from amend.text.words import known_words, tokens
from bench.asking import Round, asked
from bench.measure import table, times

_SIZES = ((2_000, 1_000), (5_000, 5_000), (10_000, 5_000), (20_000, 5_000))
_QUICK = ((250, 250), (500, 250))
_ROUNDS = 3
_SEED = 2026
_SAMPLES = {"substring": 200, "partial_ratio": 10}
_HEADS = ("proposals", "paragraphs", "splitting", "judging", "judging / splitting",
          *(f"{name} / splitting" for name in _SAMPLES))  # fmt: skip
Found = TypeVar("Found")


class Spent(NamedTuple):
    """Seconds of processor time."""

    splitting: float
    aligning: float
    judging: float


def run(*, quick: bool = False) -> None:
    """Print a row for each size, and how the time grows with the number of proposals."""
    rows, grown = [], []
    for count, size in _QUICK if quick else _SIZES:
        made = asked(count, size, _SEED)
        spent = _least([judged(made)[1] for _ in range(1 if quick else _ROUNDS)])
        peers = [times(seconds, spent.splitting) for seconds in _peers(made)]
        seconds = (f"{each:.2f} s" for each in (spent.splitting, spent.judging))
        ratio = times(spent.judging, spent.splitting)
        rows.append((f"{count:,}", f"{size:,}", *seconds, ratio, *peers))
        grown.append((count, size, spent.judging))
    print(f"\nprocessor time, one process, the least of its rounds\n\n{table(_HEADS, rows)}\n")
    for (one, size, before), (other, there, after) in pairwise(grown):
        if size == there:
            print(f"from {one:,} to {other:,} proposals: {after / before:.2f} times the time")


def judged(made: Round) -> tuple[tuple[Course, ...], Spent]:
    """Judge a round; return the courses and what splitting, aligning and judging took."""
    texts = [each.text for each in (*made.old.paragraphs, *made.new.paragraphs)]
    texts += [each.text for each in made.proposals]
    timed(lambda: [tokens(text) for text in texts])
    splitting, _ = timed(lambda: [tokens(text) for text in texts])
    aligning, alignment = timed(lambda: amend.align(made.old, made.new))
    revisions = (made.old, made.new)
    known_words.cache_clear()  # as the first time, whatever was judged before
    judging, courses = timed(
        lambda: pipeline.judge(made.proposals, revisions, alignments=(alignment,))
    )
    return courses, Spent(splitting, aligning, judging)


def timed(task: Callable[[], Found]) -> tuple[float, Found]:
    """Run a task; return the processor time it took, and what it gave."""
    start = process_time()
    found = task()
    return process_time() - start, found


def _least(rounds: Sequence[Spent]) -> Spent:
    """Return the least of each: what else the machine does only ever adds."""
    return Spent(*map(min, zip(*rounds, strict=True)))


def _peers(made: Round) -> list[float]:
    """Return what all proposals would take the peers, by a sample."""
    pages = [" ".join(tokens(each.text)) for each in made.new.paragraphs]
    wanted = [" ".join(tokens(each.text)) for each in made.proposals]
    tasks: dict[str, Callable[[str], object]] = {
        "substring": lambda words: [words in page for page in pages],
        "partial_ratio": lambda words: process.extractOne(words, pages, scorer=fuzz.partial_ratio),
    }
    found = []
    for name, size in _SAMPLES.items():
        sample = random.Random(_SEED).sample(wanted, min(size, len(wanted)))
        seconds, _ = timed(partial(list, map(tasks[name], sample)))
        found.append(seconds * len(wanted) / len(sample))
    return found
