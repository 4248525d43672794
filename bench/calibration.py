"""Prints how often a bead is right, by its score: a reliability table over texts with a key.

A bead is right when every old paragraph in it is truly linked to every new one. Copies of a short
text count as right where the text is the same: which copy is meant, nobody can tell from words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

import amend
from amend.model.draft import Revision
from bench import argrewrite, paris
from bench.generate import generate
from bench.linked import Link, revision
from bench.measure import table
from bench.recipe import HARD, STANDARD

_BINS = ((0.95, 1.01), (0.9, 0.95), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.3, 0.5), (0.0, 0.3))
_SEED = 77
_SIZES = (300, 1000)
Judged = tuple[float, bool]
Case = tuple[Sequence[str], Sequence[str], Set[Link]]


def run(*, quick: bool = False) -> None:
    """Print the table, one column of beads and of the share right for each kind of text."""
    kinds = {
        "generated": [bead for case in _generated(quick=quick) for bead in _beads(*case)],
        "essays": [bead for case in _essays(quick=quick) for bead in _beads(*case)],
        "treaty": [bead for case in _treaty() for bead in _beads(*case)],
    }
    kinds["all"] = [bead for beads in kinds.values() for bead in beads]
    heads = ("score", *(f"{name}{what}" for name in kinds for what in (", beads", ", right")))
    rows = [(_named(low, high), *_cells(kinds.values(), low, high)) for low, high in _BINS]
    rows.append(("over 0.9", *_cells(kinds.values(), 0.9, 1.01)))
    print(f"\nbeads that tie something, by score; numbers hidden\n\n{table(heads, rows)}")


def _named(low: float, high: float) -> str:
    return f"{low:.2f} to {min(high, 1.0):.2f}"


def _cells(kinds: Iterable[list[Judged]], low: float, high: float) -> Iterator[str]:
    for judged in kinds:
        right = [is_right for score, is_right in judged if low < score <= high]
        yield str(len(right))
        yield f"{sum(right) / len(right):.1%}" if right else "-"


def _generated(*, quick: bool) -> Iterator[Case]:
    for recipe in (STANDARD, HARD):
        for size in _SIZES[:1] if quick else _SIZES:
            pair = generate(size, _SEED, recipe)
            links = {(each.old, each.new) for each in pair.links} | set(pair.transfers)
            yield [each.text for each in pair.old], [each.text for each in pair.new], links


def _essays(*, quick: bool) -> Iterator[Case]:
    files = sorted(argrewrite.FOLDER.glob("*/*/*.xlsx"))
    for path in files[:12] if quick else files:
        paragraphs, sentences = argrewrite.read(path)
        yield from (paragraphs, sentences)


def _treaty() -> Iterator[Case]:
    for path in sorted(paris.FOLDER.glob("gold-*.tsv")):
        key = paris.read_key(path)
        yield key.old, key.new, key.all


def _beads(old: Sequence[str], new: Sequence[str], true: Set[Link]) -> Iterator[Judged]:
    first, second = revision(old, "old"), revision(new, "new")
    same = {(old[one], new[other]) for one, other in true}
    old_at, new_at = _places(first), _places(second)
    for bead in amend.align(first, second).beads:
        if bead.old and bead.new:
            pairs = [(one, other) for one in bead.old for other in bead.new]
            yield (
                bead.score,
                all(
                    (old_at[one.id], new_at[other.id]) in true or (one.text, other.text) in same
                    for one, other in pairs
                ),
            )


def _places(of: Revision) -> dict[str, int]:
    return {each.id: place for place, each in enumerate(of.paragraphs)}
