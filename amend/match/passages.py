"""What was asked and a later text in, the passages they share out, and which are evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from amend.match.lineage import Stretch
from amend.match.novelty import Novelty
from amend.text.weighty import is_content


@dataclass(frozen=True, slots=True)
class Passage:
    """Counted words that stand together in both: their numbers, and their places in the stretch."""

    counted: tuple[int, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An added span found word for word; `is_beside` if it has a neighbour it was asked with."""

    places: tuple[int, ...]
    is_beside: bool


def common_passages(novelty: Novelty, stretch: Stretch) -> list[Passage]:
    """Return what the counted words and the new words have in common, in order."""
    keys = [word.key for word in novelty.counted]
    found: list[Passage] = []
    for block in LCSseq.opcodes(keys, stretch.fresh_keys):
        if block.tag == "equal":
            pairs = zip(
                range(block.src_start, block.src_end),
                stretch.fresh[block.dest_start : block.dest_end],
                strict=True,
            )
            found += _unbroken(list(pairs), novelty)
    return found


def _unbroken(pairs: list[tuple[int, int]], novelty: Novelty) -> Iterator[Passage]:
    """Part a block where its words stand apart in the text as asked or in the later one."""
    start = 0
    for at in range(1, len(pairs) + 1):
        if at < len(pairs):
            (one, place), (other, next_place) = pairs[at - 1], pairs[at]
            gap = novelty.counted[other].place - novelty.counted[one].place
            if next_place == place + 1 and gap == 1:
                continue
        run = pairs[start:at]
        yield Passage(tuple(n for n, _ in run), tuple(place for _, place in run))
        start = at


def content(passage: Passage, stretch: Stretch) -> int:
    """Count the content words of a passage."""
    return sum(1 for place in passage.places if is_content(stretch.keys[place]))


def is_sure(passage: Passage, novelty: Novelty, stretch: Stretch, *, is_open: bool) -> bool:
    """Whether a passage is evidence by itself: by its words, its neighbours, or its place."""
    least = 1 if is_open and len(passage.places) > 1 else 2
    if content(passage, stretch) >= least:
        return True
    first = novelty.counted[passage.counted[0]].place
    last = novelty.counted[passage.counted[-1]].place
    if _has_neighbour(novelty, first, last, stretch, passage.places):
        return True
    cut = {novelty.before[place] for place in novelty.cut}
    return any(not cut.isdisjoint(stretch.replaced(place)) for place in passage.places)


def _has_neighbour(
    novelty: Novelty, first: int, last: int, stretch: Stretch, places: Sequence[int]
) -> bool:
    """Whether the word before or behind is the same in both; the ends of a text are words, too."""
    asked, there = novelty.after, stretch.keys
    before = asked[first - 1] if first else None
    behind = asked[last + 1] if last + 1 < len(asked) else None
    at, end = places[0], places[-1] + 1
    return before == (there[at - 1] if at else None) or behind == (
        there[end] if end < len(there) else None
    )


def spans_in(novelty: Novelty, stretch: Stretch) -> list[Hit] | None:
    """Find every added span word for word among the new words; None if one is not there."""
    fresh = set(stretch.fresh)
    found: list[Hit] = []
    for span in novelty.spans:
        hits = [
            Hit(places, _has_neighbour(novelty, span[0].place, span[-1].place, stretch, places))
            for places in _occurrences([word.key for word in span], stretch, fresh)
        ]
        if not hits:
            return None
        found.append(next((hit for hit in hits if hit.is_beside), hits[0]))
    return found


def _occurrences(wanted: list[str], stretch: Stretch, fresh: set[int]) -> Iterator[tuple[int, ...]]:
    keys, size = stretch.keys, len(wanted)
    for at in stretch.fresh:
        if keys[at] == wanted[0] and keys[at : at + size] == wanted:
            places = tuple(range(at, at + size))
            if fresh.issuperset(places):
                yield places
