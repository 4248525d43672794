"""A proposal applied to its base in, the words it adds and cuts out (domain E.1.2, E.1.3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from amend.match.apply import Asked
from amend.text.edits import changes
from amend.text.weighty import verb_at
from amend.text.words import Word, known_words, tokens, words

# A run of so many words that stands in the base already is no news (domain E.1.3).
RUN = 5


class NovelWord(NamedTuple):
    """A word a proposal adds: its key, how it is printed, and its place in the text as asked."""

    key: str
    printed: str
    place: int


@dataclass(frozen=True)
class Novelty:
    """What a proposal adds and cuts, against the base it was made on.

    `spans` are the unbroken runs of added words; `counted` the added words less those that stand in
    the base already; `cut` the places, in words, of what is to go from `before`. `given` is the
    stretch of words the proponent wrote, half-open in `after`: an insertion that begins like what
    follows it has its place a word further on, but those were not the proponent's words.
    """

    before: Sequence[str]
    after: Sequence[str]
    spans: tuple[tuple[NovelWord, ...], ...]
    counted: tuple[NovelWord, ...]
    cut: tuple[int, ...]
    given: tuple[int, int] = (0, 0)

    @property
    def is_discounted(self) -> bool:
        """Whether some of the added words stood in the base already."""
        return len(self.counted) < sum(len(span) for span in self.spans)

    @cached_property
    def verbs(self) -> tuple[NovelWord, ...]:
        """The operative verbs and modals among the counted words."""
        return tuple(word for word in self.counted if verb_at(self.after, word.place))

    @property
    def runs(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every `RUN` words among what is added or was given, each with its first place."""
        ends = {(span[0].place, span[-1].place + 1) for span in self.spans} | {self.given}
        for start, end in ends:
            for at in range(start, end - RUN + 1):
                yield at, tuple(self.after[at : at + RUN])


def runs_known(found: Novelty, pairs: AbstractSet[tuple[str, str]]) -> set[tuple[str, ...]]:
    """Return the runs that may stand in a base, since all their pairs of words do."""
    return {run for _, run in found.runs if all(pair in pairs for pair in pairwise(run))}


def discounted(found: Novelty, in_base: AbstractSet[tuple[str, ...]]) -> Novelty:
    """Leave out of the count what belongs to a run that stands in the base already."""
    if not in_base:
        return found
    known = {at + n for at, run in found.runs if run in in_base for n in range(RUN)}
    if not known:
        return found
    return replace(found, counted=tuple(word for word in found.counted if word.place not in known))


def novelty(asked: Asked) -> Novelty:
    """Work out what a proposal adds and cuts, nothing discounted yet."""
    before = tokens(asked.before)
    text = _Text(asked)
    added: list[NovelWord] = []
    cut: list[int] = []
    for hunk in changes(before, text.keys):
        if not hunk.kept:
            cut += range(hunk.old_start, hunk.old_end)
            places = range(hunk.new_start, hunk.new_end)
            added += [NovelWord(text.keys[place], text.printed(place), place) for place in places]
    spans = tuple(
        tuple(word for _, word in group)
        for _, group in groupby(enumerate(added), key=lambda pair: pair[1].place - pair[0])
    )
    counted = tuple(word for span in spans for word in span)
    return Novelty(before, text.keys, spans, counted, tuple(cut), text.given)


class _Text:
    """The words of the text as asked for; of a lone splice only those around it are split anew."""

    def __init__(self, asked: Asked) -> None:
        self._before: Sequence[Word] = ()
        self._after = asked.after
        self._left = self._right = 0
        if len(asked.splices) != 1 or not asked.after:
            self._middle: Sequence[Word] = words(asked.after)
            self._shift = 0
            self.keys = [word.key for word in self._middle]
            self.given = (0, 0)
            return
        start, end, put = asked.splices[0]
        text = asked.before
        left = text.rfind(" ", 0, start) + 1
        right = text.find(" ", end)
        right = len(text) if right < 0 else right
        self._before = known_words(text)
        self._left = bisect_right(self._before, left, key=_end)
        self._right = bisect_left(self._before, right, key=_start)
        self._shift = start + len(put) - end
        self._middle = [
            Word(key, left + one, left + other)
            for key, one, other in words(text[left:start] + put + text[end:right])
        ]
        self.keys = [word.key for word in self._before[: self._left]]
        self.keys += [word.key for word in self._middle]
        self.keys += [word.key for word in self._before[self._right :]]
        inside = [
            n for n, word in enumerate(self._middle)
            if start <= word.start and word.end <= start + len(put)
        ]  # fmt: skip
        first = self._left + (inside[0] if inside else 0)
        self.given = (first, first + len(inside))

    def printed(self, place: int) -> str:
        """Return a word as it is printed in the text asked for."""
        at = place - self._left
        if 0 <= at < len(self._middle):
            word, by = self._middle[at], 0
        elif at < 0:
            word, by = self._before[place], 0
        else:
            word, by = self._before[self._right + at - len(self._middle)], self._shift
        return self._after[word.start + by : word.end + by]


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end
