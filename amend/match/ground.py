"""A base in, what stands in it out: its words, which follow which, and runs of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from amend.model.draft import Revision
from amend.text.scale import Scale
from amend.text.usage import Usage
from amend.text.words import known_words


class Ground:
    """The words of a base that proposals were made on; each table is made once, when asked for."""

    def __init__(self, base: Revision, scale: Scale | None = None) -> None:
        """Keep the base; its words are split where they are asked for.

        `scale` has the weighty words of its language; None for English, which has its own rules.
        """
        self.base = base
        self.scale = scale

    @property
    def texts(self) -> Iterator[Sequence[str]]:
        """The words of each paragraph."""
        return (known_words(paragraph.text).keys for paragraph in self.base.paragraphs)

    @cached_property
    def usage(self) -> Usage:
        """How usual its words are, and which follow which."""
        return Usage(self.texts)

    @property
    def pairs(self) -> Collection[tuple[str, str]]:
        """Words that follow each other in a paragraph of it."""
        return self.usage.pairs

    @cached_property
    def _threes(self) -> set[tuple[str, str, str]]:
        found: set[tuple[str, str, str]] = set()
        for keys in self.texts:
            found.update(zip(keys, keys[1:], keys[2:], strict=False))
        return found

    def holds(self, keys: Sequence[str]) -> bool:
        """Whether a run of two words or more stands in the base, all its threes at least."""
        if not all(map(self.pairs.__contains__, pairwise(keys))):
            return False
        return all(map(self._threes.__contains__, zip(keys, keys[1:], keys[2:], strict=False)))
