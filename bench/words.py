"""Prints what word differences cost beside splitting the words, and how many hunks they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from amend.diff import edits
from amend.model.comparison import Edit, Op
from bench.generate import generate
from bench.measure import in_ms, medians, table, times
from bench.recipe import HARD, STANDARD, Recipe
from bench.truth import Kind

_EDITED = 1000
_QUICK = 100
_ROUNDS = 5
_REWORDED = {Kind.EDITED, Kind.REWRITTEN, Kind.MOVED_AND_EDITED}
_HEADS = ("edited pairs", "way", "time", "ratio", "hunks", "words kept")
Texts = list[tuple[str, str]]


def run(*, quick: bool = False) -> None:
    """Print a row for each way of comparing, for lightly and for heavily edited pairs."""
    rows = []
    for recipe in (STANDARD, HARD):
        rows += _rows(recipe, _QUICK if quick else _EDITED, 1 if quick else _ROUNDS)
    print(f"\nword differences of edited paragraphs\n\n{table(_HEADS, rows)}")


def _rows(recipe: Recipe, count: int, rounds: int) -> list[tuple[str, ...]]:
    texts = _edited(recipe, count)
    found = medians(
        {
            "split": lambda: [(old.split(), new.split()) for old, new in texts],
            "amend": lambda: [edits(old, new) for old, new in texts],
            "difflib": lambda: [_difflib(old, new) for old, new in texts],
        },
        rounds,
    )
    counts = {
        "amend": _counted(_hunks(edits(old, new)) for old, new in texts),
        "difflib": _counted(_difflib(old, new) for old, new in texts),
    }
    return [
        (
            f"{len(texts):,} {recipe.name}",
            name,
            in_ms(found[name]),
            times(found[name], found["split"]),
            *counts.get(name, ("-", "-")),
        )
        for name in found
    ]


def _edited(recipe: Recipe, count: int) -> Texts:
    """Make pairs of paragraphs until there are so many edited ones."""
    texts: Texts = []
    seed = 1
    while len(texts) < count:
        pair = generate(count, seed, recipe)
        texts += [
            (pair.old[link.old].text, pair.new[link.new].text)
            for link in pair.links
            if link.kind in _REWORDED
        ]
        seed += 1
    return texts[:count]


def _difflib(old: str, new: str) -> tuple[int, int]:
    """Compare word lists the standard library's way; returns hunks and words kept."""
    opcodes = SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_opcodes()
    kept = sum(end - start for tag, start, end, _, _ in opcodes if tag == "equal")
    return sum(tag != "equal" for tag, *_ in opcodes), kept


def _hunks(found: Sequence[Edit]) -> tuple[int, int]:
    """Count a deletion and the insertion in its place as one hunk; returns hunks and words kept."""
    ops = [edit.op for edit in found]
    starts = sum(
        op is not Op.KEEP and (at == 0 or ops[at - 1] is Op.KEEP) for at, op in enumerate(ops)
    )
    return starts, sum(len(edit.text.split()) for edit in found if edit.op is Op.KEEP)


def _counted(answers: Iterable[tuple[int, int]]) -> tuple[str, str]:
    hunks, kept = (sum(numbers) for numbers in zip(*answers, strict=True))
    return f"{hunks:,}", f"{kept:,}"
