"""Two revisions in, their words side by side out: what the steps of the alignment work on."""

from __future__ import annotations

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

        self._old_sums: dict[int, list[float]] = {}
        self._new_weight: dict[int, float] = {}

    @cached_property
    def weights(self) -> Weights:
        """How much each word tells in these two revisions; equal texts count once."""
        texts = {id(words): words for words in (*self.old_words, *self.new_words)}
        return Weights(texts.values())

    def old_sums(self, old: int) -> list[float]:
        """The weight of the first n words of an old paragraph, for every n."""
        sums = self._old_sums.get(old)
        if sums is None:
            sums = self._old_sums[old] = self.weights.sums(self.old_words[old])
        return sums

    def old_weight(self, old: int) -> float:
        """The weight of an old paragraph."""
        return self.old_sums(old)[-1]

    def new_weight(self, new: int) -> float:
        """The weight of a new paragraph."""
        weight = self._new_weight.get(new)
        if weight is None:
            weight = self._new_weight[new] = self.weights.sums(self.new_words[new])[-1]
        return weight

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
