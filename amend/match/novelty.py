"""A proposal applied to its base in, the words it adds and cuts out (domain E.1.2, E.1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from amend.match.apply import Asked
from amend.text.edits import changes
from amend.text.weighty import verb_at
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
    def is_discounted(self) -> bool:
        """Whether some of the added words stood in the base already."""
        return len(self.counted) < sum(len(span) for span in self.spans)

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
