"""Two revisions in, their words side by side out: what the steps of the alignment work on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

from amend.model.draft import Revision, Role
from amend.text.similarity import Weights
from amend.text.words import tokens


class Words(Sequence[list[str]]):
    """The words of paragraphs by place, split when first asked for; equal texts share one list.

    The lists are never changed. Most paragraphs of a late revision hold the old text to the letter
    and are never split.
    """

    def __init__(self, texts: Sequence[str], known: dict[str, list[str]]) -> None:
        """Take the texts; `known` are the words of texts that either side has split."""
        self._texts = texts
        self._known = known

    @overload
    def __getitem__(self, place: int) -> list[str]: ...

    @overload
    def __getitem__(self, place: slice) -> list[list[str]]: ...

    def __getitem__(self, place: int | slice) -> list[str] | list[list[str]]:
        """Return the words of one paragraph, or of several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        text = self._texts[place]
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = tokens(text)
        return found

    def __len__(self) -> int:
        """Return the number of paragraphs."""
        return len(self._texts)


class Pages:
    """The paragraphs of both revisions by place (from 0), with their texts and words."""

    def __init__(self, old: Revision, new: Revision) -> None:
        """Take both revisions; nothing is split yet."""
        known: dict[str, list[str]] = {}
        self.old = old.paragraphs
        self.new = new.paragraphs
        self.old_texts = [each.text for each in self.old]
        self.new_texts = [each.text for each in self.new]
        self.old_words = Words(self.old_texts, known)
        self.new_words = Words(self.new_texts, known)
        self._weights: Weights | None = None
        self._old_sums: dict[int, list[float]] = {}
        self._new_weight: dict[int, float] = {}

    def weigh(self, old: Iterable[int], new: Iterable[int]) -> None:
        """Learn from these paragraphs how much each word tells; it comes before any weight."""
        texts = {id(words): words for words in map(self.old_words.__getitem__, old)}
        texts |= {id(words): words for words in map(self.new_words.__getitem__, new)}
        self._weights = Weights(texts.values())

    @property
    def weights(self) -> Weights:
        """How much each word tells in the paragraphs that were weighed."""
        if self._weights is None:
            self.weigh(range(len(self.old)), range(len(self.new)))
        assert self._weights is not None
        return self._weights

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
