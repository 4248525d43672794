"""Prints how long a chain of revisions takes to align, to compare word by word and to thread."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from time import process_time

import amend
from amend import pipeline
from amend.align import align, threads
from amend.model.draft import Revision
from bench.generate import generate
from bench.measure import in_ms, table, times
from bench.prose import Prose
from bench.recipe import STANDARD
from bench.rewording import Rewording

_SIZES = (60, 300, 1000)
_REVISIONS = 5
_ROUNDS = 5
_TOUCHED = 0.3
_HEADS = ("paragraphs", "split and hash", "align", "with words and threads", "ratio", "threads")


def run(*, quick: bool = False) -> None:
    """Print times of chains of five revisions; nine paragraphs of thirty change at each step."""
    rows = [_row(size, 1 if quick else _ROUNDS) for size in (_SIZES[:2] if quick else _SIZES)]
    print(f"\n{_REVISIONS} revisions, processor time\n\n{table(_HEADS, rows)}")


def revisions(size: int) -> list[Revision]:
    """Make a chain: a generated pair, then three more rounds of edits, losses and returns."""
    rng = random.Random(f"chain {size}")
    rewording = Rewording(rng, Prose(rng))
    pair = generate(size, 11, STANDARD)
    texts = [[each.text for each in side] for side in (pair.old, pair.new)]
    while len(texts) < _REVISIONS:
        texts.append(revised(texts[-1], texts[-2], rng, rewording))
    return [
        amend.read_text(
            "\n\n".join(f"{n}. {text}" for n, text in enumerate(each, 1)), name=f"r{at}"
        )
        for at, each in enumerate(texts)
    ]


def revised(
    last: Sequence[str], before: Sequence[str], rng: random.Random, rewording: Rewording
) -> list[str]:
    """Edit some paragraphs, drop some, and bring one in twenty of those dropped before back."""
    gone = [text for text in before if text not in set(last)]
    found = []
    for text in last:
        fate = rng.random()
        if fate < _TOUCHED:
            sentences = tuple(f"{each.removesuffix('.')}." for each in text.split(". "))
            found.append(" ".join(rewording.edited(sentences, rng.uniform(0.02, 0.15))))
        elif fate < 0.95:
            found.append(text)
        if gone and rng.random() < 0.05:
            found.append(gone.pop(rng.randrange(len(gone))))
    return found


def _row(size: int, rounds: int) -> tuple[str, ...]:
    made = revisions(size)
    texts = [each.text for revision in made for each in revision.paragraphs]
    floors, aligned, whole = [], [], []
    count = 0
    for _ in range(rounds):
        start = process_time()
        [hash(tuple(text.split())) for text in texts]
        floors.append(process_time() - start)
        start = process_time()
        threads(made, [align(old, new) for old, new in pairwise(made)])
        aligned.append(process_time() - start)
        start = process_time()
        count = len(pipeline.chain(made).threads)
        whole.append(process_time() - start)
    floor, all_of_it = median(floors), median(whole)
    ratio = times(all_of_it, floor)
    return (str(size), in_ms(floor), in_ms(median(aligned)), in_ms(all_of_it), ratio, str(count))
