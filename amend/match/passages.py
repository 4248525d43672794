"""What was asked and a later text in, the passages they share out, and which are evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from amend.match.lineage import Lineage, Stretch
from amend.match.novelty import Novelty
from amend.text.runs import RUN
from amend.text.weighty import contents, is_content


class Passage(NamedTuple):
    """Counted words that stand together in both: their numbers, and their places in the stretch."""

    counted: tuple[int, ...]
    places: tuple[int, ...]


class Hit(NamedTuple):
    """An added span found word for word; `is_beside` if it has a neighbour it was asked with."""

    places: tuple[int, ...]
    is_beside: bool


def common_passages(novelty: Novelty, stretch: Stretch) -> list[Passage]:
    """Return what the counted words and the new words have in common, in order."""
    counted, fresh = novelty.counted, stretch.fresh
    found: list[Passage] = []
    blocks = LCSseq.opcodes(novelty.keys, stretch.fresh_keys).as_matching_blocks()
    for start, other, size in blocks:
        if not size:
            continue
        numbers, places = range(start, start + size), fresh[other : other + size]
        apart = counted[start + size - 1].place - counted[start].place
        if apart == size - 1 == places[-1] - places[0]:
            found.append(Passage(tuple(numbers), tuple(places)))
        else:
            found += _unbroken(list(zip(numbers, places, strict=True)), novelty)
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
    return contents([stretch.keys[place] for place in passage.places])


def is_sure(
    passage: Passage, novelty: Novelty, stretch: Stretch, lineage: Lineage, *, is_open: bool
) -> bool:
    """Whether a passage is evidence by itself: by its words, its neighbours, or its place."""
    size, room = len(passage.places), len(stretch.fresh)
    keys = stretch.keys[passage.places[0] : passage.places[-1] + 1]
    is_telling = size > 1 and contents(keys) >= (1 if is_open else 2)
    if is_telling and not lineage.is_chance(keys, room, len(novelty.counted)):
        return True
    beside = _with_neighbours(passage, keys, novelty, stretch)
    if len(beside) > size and not lineage.is_chance(beside, room, 1):
        return True
    if not novelty.cut:
        return False
    cut = {novelty.before[place] for place in novelty.cut}
    return any(not cut.isdisjoint(stretch.replaced(place)) for place in passage.places)


def may_be_sure(novelty: Novelty, stretch: Stretch, lineage: Lineage) -> bool:
    """Whether any passage could be sure: asked without looking for the passages.

    What makes a passage sure is a run of words that both texts have, and that is no chance. A
    longer run is less likely than any part of it: so the longest are asked, as if each stood alone.
    """
    if novelty.cut:
        return True
    shared = [at for at, pair in novelty.joints if pair in stretch.joints]
    room, after = len(stretch.fresh), novelty.after
    start = 0
    for n in range(1, len(shared) + 1):
        if n == len(shared) or shared[n] != shared[n - 1] + 1:
            run = [_word(after, at) for at in range(shared[start] - 1, shared[n - 1] + 1)]
            if not lineage.is_chance(run, room, 1):
                return True
            start = n
    return False


def _with_neighbours(
    passage: Passage, keys: list[str], novelty: Novelty, stretch: Stretch
) -> list[str]:
    """Return a passage with the words beside it in the later text that it was asked for with.

    The beginning and the end of a text count as a word that stands nowhere else.
    """
    before = _word(stretch.keys, passage.places[0] - 1)
    behind = _word(stretch.keys, passage.places[-1] + 1)
    counted = novelty.counted
    if _word(novelty.after, counted[passage.counted[0]].place - 1) == before:
        keys = [before, *keys]
    if _word(novelty.after, counted[passage.counted[-1]].place + 1) == behind:
        keys = [*keys, behind]
    return keys


def _word(keys: Sequence[str], place: int) -> str:
    return keys[place] if 0 <= place < len(keys) else ""


def _has_neighbour(
    novelty: Novelty, first: int, last: int, stretch: Stretch, places: Sequence[int]
) -> bool:
    """Whether the word before or behind is the same in both; the ends of a text are words, too."""
    asked, there = novelty.after, stretch.keys
    before = asked[first - 1] if first else None
    behind = asked[last + 1] if last + 1 < len(asked) else None
    at, end = places[0], places[-1] + 1
    is_before = before == (there[at - 1] if at else None)
    is_behind = behind == (there[end] if end < len(there) else None)
    return is_before or is_behind


def spans_in(novelty: Novelty, stretch: Stretch) -> list[Hit] | None:
    """Find every added span word for word among the new words; None if one is not there."""
    there = stretch.joined
    if not all(joined in there for joined in novelty.joined):
        return None
    found: list[Hit] = []
    for span in novelty.spans:
        hits = [
            Hit(places, _has_neighbour(novelty, span[0].place, span[-1].place, stretch, places))
            for places in _occurrences(
                list(novelty.after[span[0].place : span[-1].place + 1]), stretch
            )
        ]
        if not hits:
            return None
        found.append(next((hit for hit in hits if hit.is_beside), hits[0]))
    return found


def _occurrences(wanted: list[str], stretch: Stretch) -> Iterator[tuple[int, ...]]:
    """Yield where a span stands as new words.

    An "and" that the comparison happens to pair off with an old one is no less a part of a span
    that did not stand there before; so is any word of a run of five and more that is mostly new.
    """
    fresh, size = stretch.fresh_places, len(wanted)
    stood: bool | None = None
    for at in standing_at(wanted, stretch.keys):
        places = tuple(range(at, at + size))
        new = len(fresh.intersection(places))
        if new == size:
            yield places
        elif 2 * new > size and (size >= RUN or _is_news(places, stretch)):
            if stood is None:
                stood = next(standing_at(wanted, stretch.old), None) is not None
            if not stood:
                yield places


def _is_news(places: Sequence[int], stretch: Stretch) -> bool:
    """Whether all of some words but small ones are new."""
    fresh = stretch.fresh_places
    return all(place in fresh or not is_content(stretch.keys[place]) for place in places)


def standing_at(wanted: list[str], keys: list[str]) -> Iterator[int]:
    """Yield, in order, the places at which a run of words stands in a text."""
    first, size = wanted[0], len(wanted)
    at = -1
    for _ in range(keys.count(first)):
        at = keys.index(first, at + 1)
        if keys[at : at + size] == wanted:
            yield at
