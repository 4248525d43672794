"""A base in, what stands in it out: its words, which follow which, and runs of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amend.labels import Label
from amend.model.draft import Paragraph, Revision
from amend.once import once
from amend.text.scale import Scale
from amend.text.stock import Stock
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

    def labelled(self, label: Label) -> tuple[Paragraph, ...]:
        """Return the paragraphs that bear this label, in reading order."""
        return tuple(self._labelled.get(label, ()))

    @once
    def _labelled(self) -> dict[Label, list[Paragraph]]:
        found: dict[Label, list[Paragraph]] = {}
        for each in self.base.paragraphs:
            if each.label is not None:
                found.setdefault(each.label, []).append(each)
        return found

    @once
    def order(self) -> dict[str, int]:
        """At which place each paragraph stands, by its id."""
        return {each.id: n for n, each in enumerate(self.base.paragraphs)}

    @once
    def stock(self) -> Stock:
        """Which runs of words stand in it."""
        return Stock(self.texts)

    @once
    def usage(self) -> Usage:
        """How usual its words are, and which follow which."""
        return Usage(self.stock)
