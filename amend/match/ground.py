"""A base in, what stands in it out: its words, which follow which, and runs of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amend.model.draft import Revision
from amend.once import once
from amend.text.stock import Stock
from amend.text.usage import Usage
from amend.text.words import known_words


class Ground:
    """The words of a base that proposals were made on; each table is made once, when asked for."""

    def __init__(self, base: Revision) -> None:
        """Keep the base; its words are split where they are asked for."""
        self.base = base

    @property
    def texts(self) -> Iterator[Sequence[str]]:
        """The words of each paragraph."""
        return (known_words(paragraph.text).keys for paragraph in self.base.paragraphs)

    @once
    def stock(self) -> Stock:
        """Which runs of words stand in it."""
        return Stock(self.texts)

    @once
    def usage(self) -> Usage:
        """How usual its words are, and which follow which."""
        return Usage(self.stock)
