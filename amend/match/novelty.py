"""A proposal applied to its base in, the words it adds and cuts out (domain E.1.2, E.1.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from amend.match.apply import Asked
from amend.text.edits import changes
from amend.text.runs import RUN
from amend.text.weighty import verb_at
from amend.text.words import Words, known_words


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
    follows it has its place a word further on, but those were not the proponent's words. `agreed`
    names the texts of agreed language from which words do not count.
    """

    before: Sequence[str]
    after: Sequence[str]
    spans: tuple[tuple[NovelWord, ...], ...]
    counted: tuple[NovelWord, ...]
    cut: tuple[int, ...]
    given: tuple[int, int] = (0, 0)
    agreed: tuple[str, ...] = ()

    @property
    def is_discounted(self) -> bool:
        """Whether some of the added words stood in the base already."""
        return len(self.counted) < sum(len(span) for span in self.spans)

    @cached_property
    def threes(self) -> frozenset[tuple[str, ...]]:
        """The runs of three counted words."""
        keys = [word.key for word in self.counted]
        return frozenset(zip(keys, keys[1:], keys[2:], strict=False))

    @cached_property
    def verbs(self) -> tuple[NovelWord, ...]:
        """The operative verbs and modals among the counted words."""
        return tuple(word for word in self.counted if verb_at(self.after, word.place))


Run = tuple[int, tuple[str, ...]]
"""`RUN` words, and the place of the first in the text as asked."""


def runs_known(found: Novelty, pairs: Collection[tuple[str, str]]) -> list[Run]:
    """Return the runs among what is added or was given that a base with such pairs may hold."""
    ends = {(span[0].place, span[-1].place + 1) for span in found.spans} | {found.given}
    runs: list[Run] = []
    for start, end in ends:
        if end - start < RUN:
            continue
        keys = found.after[start:end]
        are_known = list(map(pairs.__contains__, pairwise(keys)))
        runs += [
            (start + at, tuple(keys[at : at + RUN]))
            for at in range(len(keys) - RUN + 1)
            if are_known[at] and all(are_known[at : at + RUN - 1])
        ]
    return runs


def discounted(
    found: Novelty, runs: Sequence[Run], homes: Mapping[tuple[str, ...], str | None]
) -> Novelty:
    """Leave out of the count what belongs to a run that stands in the base or an agreed text.

    `homes` tells of each run the name of the agreed text it stands in, or None for the base.
    """
    known = {at + n for at, run in runs if run in homes for n in range(RUN)}
    if not known:
        return found
    counted = tuple(word for word in found.counted if word.place not in known)
    names = dict.fromkeys(homes[run] for _, run in runs if run in homes)
    agreed = tuple(name for name in names if name is not None)
    return replace(found, counted=counted, agreed=agreed)


def novelty(asked: Asked) -> Novelty:
    """Work out what a proposal adds and cuts, nothing discounted yet."""
    text = _Text(asked)
    cut: list[int] = []
    spans: list[tuple[NovelWord, ...]] = []
    for hunk in changes(text.before, text.keys, text.head, text.tail):
        if not hunk.kept:
            cut += range(hunk.old_start, hunk.old_end)
            if hunk.new_start < hunk.new_end:
                spans.append(text.novel(hunk.new_start, hunk.new_end))
    counted = tuple(word for span in spans for word in span)
    return Novelty(text.before, text.keys, tuple(spans), counted, tuple(cut), text.given)


_NOTHING = Words("")


class _Text:
    """The words of the text as asked for; of a lone splice only those in it are split again.

    `head` and `tail` are how many words at both ends are those of the text before.
    """

    def __init__(self, asked: Asked) -> None:
        self._after = asked.after
        before = known_words(asked.before)
        self.before = before.keys
        self.head = self.tail = 0
        self.given = (0, 0)
        self._middle = _NOTHING
        start, end, put = asked.splices[0] if len(asked.splices) == 1 else (0, 0, "")
        if not put or not asked.after:
            self.keys = known_words(asked.after).keys
            return
        text = asked.before
        left = text.rfind(" ", 0, start) + 1
        right = text.find(" ", end)
        right = len(text) if right < 0 else right
        self.head, behind = before.before(left), before.before(right)
        self.tail = len(self.before) - behind
        self._middle = Words(text[left:start] + put + text[end:right])
        self.keys = [*self.before[: self.head], *self._middle.keys, *self.before[behind:]]
        self.given = self._inside(start - left, start - left + len(put))

    def _inside(self, start: int, end: int) -> tuple[int, int]:
        """Return which words stand between two places of what was split again."""
        there = self._middle
        first, last = there.before(start), there.before(end)
        first -= first > 0 and there[first - 1].start >= start
        last -= last > first and there[last - 1].end > end
        return (self.head + first, self.head + last) if first < last else (0, 0)

    def novel(self, first: int, end: int) -> tuple[NovelWord, ...]:
        """Return a stretch of the words, each as it is printed in the text asked for."""
        head, there = self.head, self._middle
        if not head <= first <= end <= head + len(there.keys):
            head, there = 0, known_words(self._after)
        printed = there.printed(first - head, end - head)
        return tuple(map(NovelWord, self.keys[first:end], printed, range(first, end)))
