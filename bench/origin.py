"""Prints how many words of a chain get the origin they have, beside plain word differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from statistics import median
from time import process_time

from diff_match_patch import diff_match_patch

import amend
from amend import pipeline
from amend.model.comparison import Chain
from amend.model.draft import Revision
from amend.text.words import tokens
from amend.trace import trace
from bench.measure import in_ms, table
from bench.tagged import TaggedRevision, tagged

_SIZE, _REVISIONS, _SEEDS, _ROUNDS = 300, 5, 2, 1
_QUICK = 60
# After so many seconds a whole-text difference is finished roughly; unbounded it takes minutes.
_PATIENCE = 5
_HEADS = ("way", "words", "right", "of those that moved or returned", "of new words", "time")
Origins = list[int]
"""For each word of the last revision, in order, the revision it came in."""


def run(*, quick: bool = False) -> None:
    """Print a row for each way, over the last revisions of some chains."""
    size, seeds = (_QUICK, 1) if quick else (_SIZE, _SEEDS)
    chains = [tagged(size, _REVISIONS, seed) for seed in range(1, seeds + 1)]
    rows = [_row(name, way, chains, 1 if quick else _ROUNDS) for name, way in WAYS.items()]
    told = f"{_REVISIONS} revisions of {size} paragraphs, {seeds} chains, processor time of one"
    print(f"\n{told}\n\n{table(_HEADS, rows)}")


def _row(
    name: str, way: Callable[[Sequence[TaggedRevision]], tuple[Origins, float]],
    chains: Sequence[Sequence[TaggedRevision]], rounds: int,
) -> tuple[str, ...]:  # fmt: skip
    every = [0, 0, 0]
    right = [0, 0, 0]
    spent: list[float] = []
    for chain in chains:
        found: Origins = []
        for _ in range(rounds if name.startswith("amend") else 1):
            found, seconds = way(chain)
            spent.append(seconds)
        for known, told, is_astray in zip(_truth(chain), found, _astray(chain), strict=True):
            groups = (0, *((1,) if is_astray else ()), *((2,) if known else ()))
            for group in groups:
                every[group] += 1
                right[group] += known == told
    shares = [f"{good / of:.4f} of {of:,}" for good, of in zip(right, every, strict=True)]
    return (name, f"{every[0]:,}", shares[0].split()[0], *shares[1:], in_ms(median(spent)))


def _truth(chain: Sequence[TaggedRevision]) -> Iterator[int]:
    for each in chain[-1].origins:
        yield from each


def _astray(chain: Sequence[TaggedRevision]) -> Iterator[bool]:
    for each in chain[-1].astray:
        yield from each


def revisions(chain: Sequence[TaggedRevision]) -> list[Revision]:
    """Read the texts of a chain as revisions, numbered anew each time."""
    return [
        amend.read_text(
            "\n\n".join(f"{n}. {text}" for n, text in enumerate(each.texts, 1)), name=f"r{at}"
        )
        for at, each in enumerate(chain)
    ]


def by_trace(made: Chain) -> Origins:
    """Return what amend says of the words of the last revision of a chain."""
    places = {each.name: place for place, each in enumerate(made.revisions)}
    last = made.revisions[-1]
    found = trace(made).origins[last.name]
    return [
        places[origin.revision]
        for each in last.paragraphs
        for origin in found[each.id]
        for _ in range(origin.words)
    ]


def _by_amend(chain: Sequence[TaggedRevision]) -> tuple[Origins, float]:
    made = pipeline.chain(revisions(chain))
    start = process_time()
    found = by_trace(made)
    return found, process_time() - start


def _by_amend_whole(chain: Sequence[TaggedRevision]) -> tuple[Origins, float]:
    read = revisions(chain)
    start = process_time()
    found = by_trace(pipeline.chain(read))
    return found, process_time() - start


def _blamed(
    chain: Sequence[TaggedRevision],
    differ: Callable[[list[str], list[str]], Iterator[tuple[int, int, int]]],
) -> tuple[Origins, float]:
    """Take origins over from each revision to the next where the whole texts are the same."""
    sides = [[key for text in each.texts for key in tokens(text)] for each in chain]
    start = process_time()
    found = [0] * len(sides[0])
    for place in range(1, len(sides)):
        now = [place] * len(sides[place])
        for old, new, size in differ(sides[place - 1], sides[place]):
            now[new : new + size] = found[old : old + size]
        found = now
    return found, process_time() - start


def _by_lines(chain: Sequence[TaggedRevision]) -> tuple[Origins, float]:
    def differ(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int]]:
        yield from SequenceMatcher(None, old, new).get_matching_blocks()

    return _blamed(chain, differ)


def _by_letters(chain: Sequence[TaggedRevision]) -> tuple[Origins, float]:
    def differ(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int]]:
        signs = {word: chr(0x10000 + n) for n, word in enumerate(dict.fromkeys([*old, *new]))}
        matcher = diff_match_patch()
        matcher.Diff_Timeout = _PATIENCE
        one, other = ("".join(map(signs.__getitem__, each)) for each in (old, new))
        at = [0, 0]
        for op, text in matcher.diff_main(one, other, checklines=False):
            if op == 0:
                yield at[0], at[1], len(text)
            at[0] += len(text) if op <= 0 else 0
            at[1] += len(text) if op >= 0 else 0

    return _blamed(chain, differ)


WAYS: dict[str, Callable[[Sequence[TaggedRevision]], tuple[Origins, float]]] = {
    "amend, from the chain": _by_amend,
    "amend, with aligning": _by_amend_whole,
    "difflib on words": _by_lines,
    "diff-match-patch on words": _by_letters,
}
