"""A revision and the name that a ruling gave a paragraph in, its place there out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.ruling import Named
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# Design note 0020: what stands under the same label is the paragraph that was ruled on if half of
# its words are the same, for a correction changes few; under another label it takes most of them.
SAME_LABEL_SHARE = 0.5
OTHER_LABEL_SHARE = 0.8


def names(paragraphs: Sequence[Paragraph]) -> dict[str, Named]:
    """Name every paragraph of a revision, by id, with all that finds it again."""
    alike: dict[tuple[Label | None, tuple[str, ...], str], list[Paragraph]] = defaultdict(list)
    for each in paragraphs:
        alike[each.label, tuple(tokens(each.face)), each.path].append(each)
    return {
        each.id: Named(each.label, each.face, each.path)
        if len(copies) == 1
        else Named(each.label, each.face, each.path, turn, len(copies))
        for copies in alike.values()
        for turn, each in enumerate(copies, 1)
    }


class Finder:
    """Finds the paragraphs of one revision that rulings name; what is unsure is not found."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take the paragraphs in reading order; they are indexed when first asked for."""
        self._paragraphs = paragraphs

    def find(self, named: Named) -> int | None:
        """Return the place (from 0) of the paragraph, or None where it cannot be told.

        The same words under the same label come first, then the label with most of the words,
        then the words under another label. Without words the label must stand there once.
        """
        labelled = self._by_label[named.label] if named.label is not None else []
        if not named.words:
            return labelled[0] if len(labelled) == 1 else None
        equal = self._by_words[tuple(tokens(named.words))]
        for found in ([at for at in equal if self._paragraphs[at].label == named.label], equal):
            if found:
                return self._settled(found, named)
        return (
            self._likest(labelled, named, SAME_LABEL_SHARE)
            if labelled
            else self._by_likeness(named)
        )

    def _by_likeness(self, named: Named) -> int | None:
        return self._likest(range(len(self._paragraphs)), named, OTHER_LABEL_SHARE)

    def _settled(self, places: Sequence[int], named: Named) -> int | None:
        """Choose among copies of one text: the only one, or the only one under its headings.

        By their turn where there are as many of them as there were.
        """
        if len(places) > 1:
            places = [at for at in places if self._paragraphs[at].path == named.path]
        if len(places) > 1 and len(places) == named.copies:
            places = places[named.turn - 1 : named.turn]
        return places[0] if len(places) == 1 else None

    def _likest(self, places: Iterable[int], named: Named, enough: float) -> int | None:
        """Return the place with most words in common, None if two are as good or none will do."""
        words = tokens(named.words)
        shares = sorted(
            ((share_in_common(words, self._words[at]), at) for at in places), reverse=True
        )
        if not shares or shares[0][0] < enough or [s for s, _ in shares[:2]] == [shares[0][0]] * 2:
            return None
        return shares[0][1]

    @cached_property
    def _words(self) -> list[list[str]]:
        return [tokens(each.face) for each in self._paragraphs]

    @cached_property
    def _by_label(self) -> dict[Label | None, list[int]]:
        found: dict[Label | None, list[int]] = defaultdict(list)
        for place, each in enumerate(self._paragraphs):
            found[each.label].append(place)
        return found

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            found[tuple(words)].append(place)
        return found
