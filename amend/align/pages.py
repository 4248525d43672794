"""Two revisions in, their words side by side out: what the steps of the alignment work on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from amend.model.draft import Paragraph, Revision, Role
from amend.text.similarity import Weights
from amend.text.words import tokens


class Pages:
    """The paragraphs of both revisions by place (from 0), with their words.

    Equal texts share one list of words, which is never changed.
    """

    def __init__(self, old: Revision, new: Revision) -> None:
        """Split every paragraph into words once."""
        known: dict[str, list[str]] = {}
        self.old = old.paragraphs
        self.new = new.paragraphs
        self.old_words = [_words(each, known) for each in self.old]
        self.new_words = [_words(each, known) for each in self.new]

    @cached_property
    def weights(self) -> Weights:
        """How much each word tells in these two revisions."""
        return Weights([*self.old_words, *self.new_words])

    @cached_property
    def old_weight(self) -> list[float]:
        """The weight of each old paragraph."""
        return _weights(self.weights, self.old_words)

    @cached_property
    def new_weight(self) -> list[float]:
        """The weight of each new paragraph."""
        return _weights(self.weights, self.new_words)

    def have_one_label(self, old: int, new: int) -> bool:
        """Whether both print the same label, which not every paragraph has."""
        label = self.old[old].label
        return label is not None and label == self.new[new].label

    def have_one_kind(self, old: int, new: int) -> bool:
        """Whether both are headings, or neither is."""
        return (self.old[old].role is Role.HEADING) == (self.new[new].role is Role.HEADING)


def _words(paragraph: Paragraph, known: dict[str, list[str]]) -> list[str]:
    text = paragraph.text
    found = known.get(text)
    if found is None:
        found = known[text] = tokens(text)
    return found


def _weights(weights: Weights, texts: Iterable[list[str]]) -> list[float]:
    return [weights.of(words) for words in texts]
