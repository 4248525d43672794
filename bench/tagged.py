"""A size and a seed in, a chain of revisions with the true origin of every word out.

Each word carries a mark that says when it came in; the marks go where the words go while the chain
is made, and are taken off last. So the truth is never worked out from the texts.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from bench.prose import Prose, Sentences
from bench.rewording import Rewording

_MARK = re.compile("\ue000(\\d+)(\ue001?)")
# Of all paragraphs at each step; what is left stays as it is.
_EDITED, _SPLIT, _MERGED, _GONE, _MOVED, _PASSED = 0.30, 0.03, 0.03, 0.05, 0.05, 0.05
_NEW, _RESTORED = 0.08, 0.4
_TOUCHED = (0.02, 0.15)


@dataclass(frozen=True, slots=True)
class TaggedRevision:
    """Texts of paragraphs, and for each of their words the revision (from 0) it came in.

    `astray` tells which words left their place at some step: moved, passed on or away for a while.
    """

    texts: tuple[str, ...]
    origins: tuple[tuple[int, ...], ...]
    astray: tuple[tuple[bool, ...], ...]


def tagged(size: int, count: int, seed: int = 1) -> tuple[TaggedRevision, ...]:
    """Make `count` revisions, the first of `size` paragraphs; equal arguments, equal chains.

    At each step three paragraphs in ten are edited, some are moved (half of them edited), split,
    merged or dropped, sentences pass from one to another (half of them edited), new paragraphs come
    in, and two in five of those that were dropped a step before come back, half of them edited.
    """
    making = _Making(random.Random(f"tagged {size} {count} {seed}"))
    state = [making.written() for _ in range(size)]
    found = []
    for place in range(count):
        state = making.step(state) if place else state
        state = [making.marked(each, place) for each in state]
        found.append(_told(state))
    return tuple(found)


class _Making:
    """The making of one chain; `_dropped` waits to come back."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._prose = Prose(rng)
        self._rewording = Rewording(rng, self._prose)
        self._dropped: list[Sentences] = []
        self._waiting: list[Sentences] = []

    def written(self) -> Sentences:
        return self._prose.paragraph(stock=self._rng.random() < 0.5)

    def marked(self, paragraph: Sentences, place: int) -> Sentences:
        """Mark the words that are not marked yet as come in now."""
        return tuple(
            " ".join(_marked(word, place) for word in sentence.split()) for sentence in paragraph
        )

    def step(self, state: list[Sentences]) -> list[Sentences]:
        """Make the next revision of one."""
        found: list[Sentences] = []
        moved: list[Sentences] = []
        dropped: list[Sentences] = []
        is_merging = False
        for each in state:
            if is_merging:
                found[-1] += each
                is_merging = False
                continue
            fate = self._rng.random()
            at = _EDITED
            if fate < at:
                found.append(self._edited(each))
            elif fate < (at := at + _SPLIT) and len(each) > 1:
                cut = self._rng.randrange(1, len(each))
                found += [each[:cut], each[cut:]]
            elif fate < (at := at + _MERGED):
                found.append(each)
                is_merging = True
            elif fate < (at := at + _GONE):
                dropped.append(each)
            elif fate < at + _MOVED:
                moved.append(_astray(self._maybe_edited(each)))
            else:
                found.append(each)
        self._pass(found)
        for each in (*moved, *self._come_back(), *self._new(len(state))):
            found.insert(self._rng.randrange(len(found) + 1), each)
        # What is dropped now can come back in the step after the next at the earliest.
        self._dropped, self._waiting = self._waiting, dropped
        return found

    def _edited(self, paragraph: Sentences) -> Sentences:
        return self._rewording.edited(paragraph, self._rng.uniform(*_TOUCHED))

    def _maybe_edited(self, paragraph: Sentences) -> Sentences:
        return self._edited(paragraph) if self._rng.random() < 0.5 else paragraph

    def _pass(self, found: list[Sentences]) -> None:
        """Let sentences pass from one paragraph to another."""
        for _ in range(round(_PASSED * len(found))):
            giver, taker = self._rng.sample(range(len(found)), 2)
            if len(found[giver]) < 3:
                continue
            at = self._rng.randrange(len(found[giver]))
            (sentence,) = _astray(self._maybe_edited(found[giver][at : at + 1]))
            found[giver] = found[giver][:at] + found[giver][at + 1 :]
            place = self._rng.randrange(len(found[taker]) + 1)
            found[taker] = (*found[taker][:place], sentence, *found[taker][place:])

    def _come_back(self) -> list[Sentences]:
        return [
            _astray(self._maybe_edited(each))
            for each in self._dropped
            if self._rng.random() < _RESTORED
        ]

    def _new(self, size: int) -> list[Sentences]:
        return [self.written() for _ in range(round(_NEW * size))]


def _marked(word: str, place: int) -> str:
    if _MARK.search(word):
        return word
    bare = word.rstrip(",.")
    if not bare:
        return word
    return f"{bare}\ue000{place}{word[len(bare) :]}"


def _astray(paragraph: Sentences) -> Sentences:
    return tuple(_MARK.sub("\ue000\\1\ue001", sentence) for sentence in paragraph)


def _told(state: list[Sentences]) -> TaggedRevision:
    texts = [" ".join(each) for each in state]
    return TaggedRevision(
        tuple(_MARK.sub("", text) for text in texts),
        tuple(tuple(int(found) for found, _ in _MARK.findall(text)) for text in texts),
        tuple(tuple(bool(sign) for _, sign in _MARK.findall(text)) for text in texts),
    )
