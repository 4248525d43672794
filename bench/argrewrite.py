"""Prints how well paragraphs and sentences of revised essays are aligned, against links by hand.

Two paragraphs are linked where a sentence of one is linked to a sentence of the other. That is the
strict reading, which no tool that ties one to one can meet: `one to one` leaves the family of split
and merged paragraphs out, `parted` judges that family alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.linked import (
    TOOLS,
    Link,
    Share,
    pooled,
    several,
    share,
    share_of_parted,
    share_of_single,
)
from bench.measure import table
from bench.sheets import Row, sheets

FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/argrewrite"
_HEADS = ("tool", "precision", "recall", "F1", "one to one F1", "parted F1", "parted links")
_QUICK = 12


class Essay(NamedTuple):
    """Two drafts as lists of texts, and the links between their places."""

    old: list[str]
    new: list[str]
    links: frozenset[Link]


def run(*, quick: bool = False) -> None:
    """Print quality by tool, for paragraphs, then for sentences."""
    files = sorted(FOLDER.glob("*/*/*.xlsx"))
    if not files:
        print("the shared documents are not beside the project")
        return
    pairs = [read(path) for path in (files[:_QUICK] if quick else files)]
    for name, essays in (
        ("paragraphs", [p for p, _ in pairs]),
        ("sentences", [s for _, s in pairs]),
    ):
        parted = sum(len(several(each.links)) for each in essays)
        links = sum(len(each.links) for each in essays)
        print(f"\n{name} of {len(essays)} pairs of drafts; of {links} links", end=" ")
        print(f"{links - parted} are one to one, {parted} of splits and merges\n")
        print(table(_HEADS, list(_rows(essays))))


def _rows(essays: Sequence[Essay]) -> Iterator[tuple[str, ...]]:
    for name, tool in TOOLS.items():
        both = [(set(tool(each.old, each.new)), each.links) for each in essays]
        whole = pooled(share(said, true) for said, true in both)
        single = pooled(share_of_single(said, true) for said, true in both)
        parted = pooled(share_of_parted(said, true) for said, true in both)
        yield name, *_figures(whole), f"{single.f1:.4f}", f"{parted.f1:.4f}", _right(parted)


def _figures(of: Share) -> tuple[str, ...]:
    return tuple(f"{each:.4f}" for each in (of.precision, of.recall, of.f1))


def _right(of: Share) -> str:
    return f"{of.right} of {of.true}"


def read(path: Path) -> tuple[Essay, Essay]:
    """Read one pair of drafts, paragraph by paragraph and sentence by sentence."""
    book = sheets(path)
    old, new = ([row for row in book[f"{side} Draft"][1:] if "B" in row] for side in ("Old", "New"))
    links = frozenset(_links(old, new)) | {(o, n) for n, o in _links(new, old)}
    sentences = Essay([_plain(row) for row in old], [_plain(row) for row in new], links)
    old_of, old_texts = _paragraphs(old, "E")
    new_of, new_texts = _paragraphs(new, "F")
    joined = frozenset((old_of[one], new_of[other]) for one, other in links)
    return Essay(old_texts, new_texts, joined), sentences


def _links(rows: Sequence[Row], others: Sequence[Row]) -> Iterator[Link]:
    """Yield links from the column that names sentences of the other draft ("3,4", "DELETE")."""
    at = {int(float(row["A"])): place for place, row in enumerate(others)}
    for place, row in enumerate(rows):
        for named in row.get("C", "").replace(";", ",").split(","):
            number = named.strip().removesuffix(".0")
            if number.isdigit() and int(number) in at:
                yield place, at[int(number)]


def _plain(row: Row) -> str:
    return " ".join(row["B"].split()) or "-"


def _paragraphs(rows: Sequence[Row], column: str) -> tuple[list[int], list[str]]:
    """Return the place of each sentence's paragraph, and the paragraphs."""
    places: dict[str, int] = {}
    texts: list[list[str]] = []
    of: list[int] = []
    for row in rows:
        place = places.setdefault(row.get(column, ""), len(places))
        if place == len(texts):
            texts.append([])
        texts[place].append(_plain(row))
        of.append(place)
    return of, [" ".join(each) for each in texts]
