"""A proposal applied to its base in, the words it adds and cuts out (domain E.1.2, E.1.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, pairwise
from typing import NamedTuple

from amend.match.apply import Asked
from amend.once import once
from amend.text.edits import changes, insertion
from amend.text.runs import RUN
from amend.text.weighty import verb_at
from amend.text.words import Words, known_words


class NovelWord(NamedTuple):
    """A word a proposal adds: its key, how it is printed, and its place in the text as asked."""

    key: str
    printed: str
    place: int


def stretches(words: Sequence[NovelWord]) -> tuple[str, ...]:
    """Return words as they are printed, one string for those that follow each other."""
    if not words:
        return ()
    starts = [n for n in range(1, len(words)) if words[n].place != words[n - 1].place + 1]
    ends = zip([0, *starts], [*starts, len(words)], strict=True)
    return tuple([" ".join([word.printed for word in words[a:b]]) for a, b in ends])


# As `NovelWord._make`, a third of the time: there are as many as words asked for.
_novel = partial(tuple.__new__, NovelWord)


def novel_words(keys: Sequence[str], printed: Iterable[str], first: int) -> tuple[NovelWord, ...]:
    """Return words that follow each other from a place of the text as asked on."""
    return tuple(map(_novel, zip(keys, printed, range(first, first + len(keys)), strict=True)))


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

    @once
    def keys(self) -> list[str]:
        """The counted words."""
        counted = self.counted
        if counted and counted[-1].place - counted[0].place == len(counted) - 1:
            return list(self.after[counted[0].place : counted[-1].place + 1])
        return [word.key for word in counted]

    @once
    def joined(self) -> list[str]:
        """Each added span as a text."""
        ends = [(span[0].place, span[-1].place + 1) for span in self.spans]
        return [f" {' '.join(self.after[start:end])} " for start, end in ends]

    @once
    def joints(self) -> list[tuple[int, tuple[str, str]]]:
        """Where a counted word stands beside another word: the place of the second, and both.

        The ends of the text are the word "".
        """
        first, last = self.counted[0].place, self.counted[-1].place
        if last - first >= len(self.counted):
            places = sorted({at for word in self.counted for at in (word.place, word.place + 1)})
            after = ["", *self.after, ""]
            return [(at, (after[at], after[at + 1])) for at in places]
        near = [*([""] if not first else ()), *self.after[max(first - 1, 0) : last + 2], ""]
        return list(enumerate(islice(pairwise(near), last + 2 - first), first))

    @once
    def threes(self) -> frozenset[tuple[str, ...]]:
        """The runs of three counted words."""
        keys = self.keys
        return frozenset(zip(keys, keys[1:], keys[2:], strict=False))

    @once
    def verbs(self) -> tuple[NovelWord, ...]:
        """The operative verbs and modals among the counted words."""
        return tuple(word for word in self.counted if verb_at(self.after, word.place))


def long_spans(found: Novelty) -> list[tuple[int, int]]:
    """Return what was added and what was given, if long enough to have stood somewhere before.

    The spans are half-open in the words of the text as asked.
    """
    ends = {(span[0].place, span[-1].place + 1) for span in found.spans} | {found.given}
    return [(start, end) for start, end in ends if end - start >= RUN]


def discounted(found: Novelty, homes: Mapping[int, str | None]) -> Novelty:
    """Leave out of the count what belongs to a run that stands in the base or an agreed text.

    `homes` tells where such runs begin, and of each the agreed text it stands in, or None for the
    base.
    """
    if not homes:
        return found
    known: set[int] = set()
    known.update(*(range(at, at + RUN) for at in homes))
    counted = tuple([word for word in found.counted if word.place not in known])
    names = dict.fromkeys(name for name in homes.values() if name is not None)
    return replace(found, counted=counted, agreed=tuple(names))


def novelty(asked: Asked) -> Novelty:
    """Work out what a proposal adds and cuts, nothing discounted yet."""
    text = _Text(asked)
    put = insertion(text.before, text.keys, text.head) if text.is_put_in else None
    if put is not None:
        span = text.novel(*put)
        return Novelty(text.before, text.keys, (span,), span, (), text.given)
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
        self.is_put_in = False
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
        self.is_put_in = start == end
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
        return novel_words(self.keys[first:end], printed, first)
