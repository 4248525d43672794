"""A proposal and a stretch of later text in, the words taken and cut out (domain E.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from amend.match.apply import Asked
from amend.match.lineage import Standing, Stretch
from amend.text.edits import changes
from amend.text.weighty import is_content, verb_at
from amend.text.words import words

# A run of so many words that stands in the base already is no news (domain E.1.3).
RUN = 5


class NovelWord(NamedTuple):
    """A word a proposal adds: its key, how it is printed, and its place in the text as asked."""

    key: str
    printed: str
    place: int


@dataclass(frozen=True, slots=True)
class Novelty:
    """What a proposal adds and cuts, against the base it was made on.

    `spans` are the unbroken runs of added words; `counted` the added words less those that stand in
    the base already; `cut` the places, in words, of what is to go from `before`.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    spans: tuple[tuple[NovelWord, ...], ...]
    counted: tuple[NovelWord, ...]
    cut: tuple[int, ...]

    @property
    def verbs(self) -> tuple[NovelWord, ...]:
        """The operative verbs and modals among the counted words."""
        return tuple(word for word in self.counted if verb_at(self.after, word.place))


def groups_of(asked: Asked) -> set[tuple[str, ...]]:
    """Return the runs of `RUN` words among what a proposal adds, to be looked up in the base."""
    spans = novelty(asked, frozenset()).spans
    return {group for span in spans for group in _runs([word.key for word in span])}


def _runs(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(keys[start : start + RUN]) for start in range(len(keys) - RUN + 1)]


def novelty(asked: Asked, in_base: frozenset[tuple[str, ...]] | set[tuple[str, ...]]) -> Novelty:
    """Work out what a proposal adds and cuts; `in_base` are runs that stand in the base already."""
    before = [word.key for word in words(asked.before)]
    printed = words(asked.after)
    after = [word.key for word in printed]
    added: list[NovelWord] = []
    cut: list[int] = []
    for hunk in changes(before, after):
        if hunk.kept:
            continue
        cut += range(hunk.old_start, hunk.old_end)
        for place in range(hunk.new_start, hunk.new_end):
            word = printed[place]
            added.append(NovelWord(word.key, asked.after[word.start : word.end], place))
    spans = tuple(
        tuple(word for _, word in group)
        for _, group in groupby(enumerate(added), key=lambda pair: pair[1].place - pair[0])
    )
    counted = tuple(word for span in spans for word in _counted(span, in_base))
    return Novelty(tuple(before), tuple(after), spans, counted, tuple(cut))


def _counted(
    span: tuple[NovelWord, ...], in_base: frozenset[tuple[str, ...]] | set[tuple[str, ...]]
) -> list[NovelWord]:
    if not in_base:
        return list(span)
    known: set[int] = set()
    for start, group in enumerate(_runs([word.key for word in span])):
        if group in in_base:
            known.update(range(start, start + RUN))
    return [word for place, word in enumerate(span) if place not in known]


@dataclass(frozen=True, slots=True)
class Taken:
    """Which of the counted words were taken up, and where they stand now."""

    novelty: Novelty
    stretch: Stretch | None
    matched: tuple[int, ...] = ()
    standing: tuple[Standing, ...] = ()

    @property
    def share(self) -> float:
        """The share of counted words taken, 0.0 to 1.0."""
        return len(self.matched) / len(self.novelty.counted) if self.novelty.counted else 0.0

    @property
    def missing(self) -> tuple[NovelWord, ...]:
        """The counted words that were not taken, in order."""
        found = set(self.matched)
        return tuple(w for n, w in enumerate(self.novelty.counted) if n not in found)

    @property
    def is_about_content(self) -> bool:
        """The test of domain E.1.6: two content words match, or half of those asked for."""
        asked = sum(1 for word in self.novelty.counted if is_content(word.key))
        found = sum(1 for n in self.matched if is_content(self.novelty.counted[n].key))
        return bool(self.matched) and (found >= 2 or 2 * found >= asked)

    @property
    def is_unbroken(self) -> bool:
        """Whether every added span stands in the later text as it was written."""
        keys = self.stretch.keys if self.stretch is not None else []
        return all(_stands(keys, [word.key for word in span]) for span in self.novelty.spans)


def _stands(keys: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(
        keys[at] == wanted[0] and list(keys[at : at + size]) == wanted
        for at in range(len(keys) - size + 1)
    )


def taken(novelty: Novelty, stretch: Stretch | None, *, in_place: bool) -> Taken:
    """Match the counted words, in order, with what is new in a stretch of the later text.

    Away from its place a proposal is found by passages only: single words that two new texts
    happen to share are no evidence there.
    """
    if stretch is None or not novelty.counted:
        return Taken(novelty, stretch)
    keys = [word.key for word in novelty.counted]
    matched: list[int] = []
    standing: list[Standing] = []
    longest = 0
    for block in LCSseq.opcodes(keys, stretch.fresh_keys):
        if block.tag != "equal":
            continue
        size = block.src_end - block.src_start
        if not in_place and size < 2 <= len(keys):
            continue
        longest = max(longest, size)
        matched += range(block.src_start, block.src_end)
        places = stretch.fresh[block.dest_start : block.dest_end]
        standing += [stretch.words[place] for place in places]
    if not in_place and longest < min(3, len(keys)):
        return Taken(novelty, stretch)
    return Taken(novelty, stretch, tuple(matched), tuple(standing))


def cut_in(novelty: Novelty, stretch: Stretch | None) -> int:
    """Count the words to go that the later text no longer has in their place (domain E.1.5)."""
    if stretch is None:
        return len(novelty.cut)
    gone: set[int] = set()
    for hunk in changes(novelty.before, stretch.keys):
        if not hunk.kept:
            gone.update(range(hunk.old_start, hunk.old_end))
    return len(gone.intersection(novelty.cut))
