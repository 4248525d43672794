"""Sentences in, sentences reworded out: what drafters do to the words inside a paragraph."""

from __future__ import annotations

import random

from bench.prose import Prose, Sentences

_RUN = (3, 8)
_SWAPPED, _ADDED = 0.55, 0.25


class Rewording:
    """Changes the words of paragraphs; the first word and the end of a sentence stay."""

    def __init__(self, rng: random.Random, prose: Prose) -> None:
        self._rng = rng
        self._prose = prose

    def edited(self, sentences: Sentences, share: float) -> Sentences:
        """Swap, add and drop words here and there until this share of them has been touched.

        `share` is 0.0 to 1.0 of the paragraph's words; at least one word is touched.
        """
        bodies = [_body(sentence) for sentence in sentences]
        sizes = [len(body) for body in bodies]
        wanted = max(1, round(share * sum(sizes)))
        touched = 0
        while touched < wanted:
            (body,) = self._rng.choices(bodies, sizes)
            touched += self._edit(body)
        return tuple(f"{' '.join(body)}." for body in bodies)

    def half_rewritten(self, sentences: Sentences) -> Sentences:
        """Replace every other run of three to eight words by as many other words."""
        return tuple(f"{' '.join(self._half(_body(each)))}." for each in sentences)

    def _edit(self, body: list[str]) -> int:
        """Make one small edit behind the first word; returns the number of words it touched."""
        place = self._rng.randrange(1, len(body))
        kind = self._rng.random()
        if kind < _SWAPPED or len(body) < 5:
            body[place] = self._other(body[place])
            return 1
        if kind < _SWAPPED + _ADDED:
            added = self._prose.addition()
            body[place:place] = added
            return len(added)
        count = min(self._rng.randint(1, 3), len(body) - place)
        del body[place : place + count]
        return count

    def _half(self, body: list[str]) -> list[str]:
        is_replaced = self._rng.random() < 0.5
        place = 1
        while place < len(body):
            end = min(place + self._rng.randint(*_RUN), len(body))
            if is_replaced:
                body[place:end] = self._prose.words(end - place)
            is_replaced = not is_replaced
            place = end
        return body

    def _other(self, word: str) -> str:
        """Take another word; a comma at its end stays."""
        bare = word.rstrip(",")
        found = self._prose.word()
        while found == bare:
            found = self._prose.word()
        return found + word[len(bare) :]


def _body(sentence: str) -> list[str]:
    return sentence.removesuffix(".").split()
