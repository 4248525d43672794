"""Prints how well real revisions of one treaty text are aligned, against a key made by reading.

The key (`gold-*.tsv` in the shared data) says of each of its links how sure its reader was. Its
conventions are in the notes beside it; paragraphs are given without numbers and headings.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import amend
from amend.model.draft import Role
from bench.linked import TOOLS, Link, Share, links_of, revision, share, share_of_parted
from bench.measure import table

FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/paris"
_DATES = ("23-oct-2015", "4-dec-2015", "9-dec-2015", "12-dec-2015")
_HEADS = ("tool", "sure P", "sure R", "sure F1", "all F1", "parted, sure", "parted, all", "moved")
# How the drafts of this text head what stands for choice.
_CHOICE = re.compile(r"(?:/|\d\.) (?:Option|Proposed Mechanism) ")
Row = dict[str, str]


class Key(NamedTuple):
    """The links a reader found between two texts, by place; `moved` are those into other parts."""

    old: list[str]
    new: list[str]
    paths: list[str]
    all: frozenset[Link]
    sure: frozenset[Link]
    moved: frozenset[Link]


def run(*, quick: bool = False) -> None:
    """Print quality by tool for each key, then what becomes of the pairs that have none."""
    del quick  # it takes a second
    if not FOLDER.exists():
        print("the shared documents are not beside the project")
        return
    for path in sorted(FOLDER.glob("gold-*.tsv")):
        key = read_key(path)
        print(f"\n{path.stem}: {len(key.old)} and {len(key.new)} paragraphs,", end=" ")
        print(f"{len(key.all)} links, {len(key.sure)} of them sure")
        print("a link that is not sure is neutral in the sure columns; parted: splits and merges\n")
        rows = [judged(name, key, tool(key.old, key.new)) for name, tool in TOOLS.items()]
        rows.insert(1, judged("amend, options told", key, _with_options(key)))
        print(table(_HEADS, rows))
    print("\nall pairs of the chain, as amend aligns them\n")
    heads = ("pair", "old", "new", "1-1", "1-n", "n-1", "n-m", "repealed", "new ones")
    print(table(heads, [_shape(old, new) for old, new in pairwise(_DATES)]))


def read_key(path: Path) -> Key:
    """Read a key and the paragraphs it speaks of."""
    old_name, new_name = path.stem.removeprefix("gold-").split("--")
    old, new = units(old_name), units(new_name)
    old_at = {each["unit_id"]: place for place, each in enumerate(old)}
    new_at = {each["unit_id"]: place for place, each in enumerate(new)}
    rows = [row for row in _rows(path) if row["old_unit"] and row["new_unit"]]
    links = [(old_at[row["old_unit"]], new_at[row["new_unit"]]) for row in rows]
    both = list(zip(links, rows, strict=True))
    return Key(
        [each["text"] for each in old],
        [each["text"] for each in new],
        [each["printed_label"].replace(", ", " / ") for each in old],
        frozenset(links),
        frozenset(link for link, row in both if row["confidence"] == "sure"),
        frozenset(link for link, row in both if "moved" in row["relation"]),
    )


def units(name: str) -> list[Row]:
    """Read the paragraphs of one revision, in order."""
    return _rows(FOLDER / f"units-{name}.tsv")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _with_options(key: Key) -> set[Link]:
    """Tie with amend, told which old paragraphs the draft prints as options; numbers hidden."""
    old, new = revision(key.old, "old"), revision(key.new, "new")
    told = (
        replace(each, role=Role.OPTION, path=path) if _CHOICE.search(path) else each
        for each, path in zip(old.paragraphs, key.paths, strict=True)
    )
    old = replace(old, paragraphs=tuple(told))
    return links_of(amend.align(old, new), old, new)


def judged(name: str, key: Key, found: Set[Link]) -> tuple[str, ...]:
    """Return a row of the table: how well a tool does on a key."""
    said = set(found)
    unsure = key.all - key.sure
    sure = share(said, key.sure, unsure)
    return (
        name,
        *(f"{each:.3f}" for each in (sure.precision, sure.recall, sure.f1)),
        f"{share(said, key.all).f1:.3f}",
        _of(share_of_parted(said, key.sure, unsure)),
        _of(share_of_parted(said, key.all)),
        f"{len(said & key.moved)} of {len(key.moved)}",
    )


def _of(parted: Share) -> str:
    return f"{parted.f1:.3f} (n {parted.true})"


def _shape(old: str, new: str) -> Sequence[str]:
    first = revision([each["text"] for each in units(old)], old)
    second = revision([each["text"] for each in units(new)], new)
    counts = dict.fromkeys(("1-1", "1-n", "n-1", "n-m", "1-0", "0-1"), 0)
    for bead in amend.align(first, second).beads:
        sides = (_count(len(bead.old), "n"), _count(len(bead.new), "m" if bead.old[1:] else "n"))
        counts["-".join(sides)] += 1
    sizes = str(len(first.paragraphs)), str(len(second.paragraphs))
    return (f"{old} to {new}", *sizes, *map(str, counts.values()))


def _count(size: int, many: str) -> str:
    return str(size) if size < 2 else many
