"""A base, a later revision and the beads between in; what is new where in the later one out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from amend.model.alignment import Bead
from amend.model.draft import Paragraph, Revision
from amend.text.edits import changes
from amend.text.words import words

# Word pairs in more places than this are stock phrases: they do not lead anywhere.
_STOCK = 40


@dataclass(frozen=True, slots=True)
class Standing:
    """A word of a later revision: its key, and the place it stands at."""

    key: str
    paragraph: Paragraph
    start: int
    end: int


class Stretch:
    """One bead seen from the proposals' side: the words of the base, and those new in it."""

    def __init__(self, bead: Bead) -> None:
        """Take the words of both sides; what is new is worked out when asked for."""
        self.bead = bead
        self.old = [word.key for each in bead.old for word in words(each.text)]
        self.words = [
            Standing(word.key, each, word.start, word.end)
            for each in bead.new
            for word in words(each.text)
        ]
        self.keys = [word.key for word in self.words]

    @cached_property
    def fresh(self) -> list[int]:
        """Places in `words` of what the drafters put in: J of domain E.1.4."""
        if not self.old:
            return list(range(len(self.keys)))
        return list(
            chain.from_iterable(
                range(hunk.new_start, hunk.new_end)
                for hunk in changes(self.old, self.keys)
                if not hunk.kept
            )
        )

    @cached_property
    def fresh_keys(self) -> list[str]:
        """The words at the places of `fresh`."""
        return [self.keys[place] for place in self.fresh]


class Lineage:
    """What became of the paragraphs of a base in one later revision."""

    def __init__(self, base: Revision, later: Revision, beads: Sequence[Bead]) -> None:
        """Keep the beads; words are split where a proposal leads to."""
        self.base = base
        self.later = later
        self.beads = beads
        self._stretches: dict[int, Stretch] = {}
        self._by_old = {each.id: n for n, bead in enumerate(beads) for each in bead.old}

    def of(self, identity: str) -> Stretch | None:
        """Return the stretch that holds a paragraph of the base, or None if there is none."""
        place = self._by_old.get(identity)
        return None if place is None else self._stretch(place)

    def _stretch(self, place: int) -> Stretch:
        found = self._stretches.get(place)
        if found is None:
            found = self._stretches[place] = Stretch(self.beads[place])
        return found

    @cached_property
    def _postings(self) -> dict[tuple[str, str], list[int]]:
        """Pairs of neighbouring new words -> the beads they are new in."""
        postings: dict[tuple[str, str], list[int]] = {}
        for place, bead in enumerate(self.beads):
            if not bead.new or (bead.score == 1.0 and not bead.changes):
                continue
            fresh = self._stretch(place).fresh_keys
            for pair in set(pairwise(fresh)):
                postings.setdefault(pair, []).append(place)
        return postings

    def nearest(self, keys: Sequence[str], most: int = 3) -> list[Stretch]:
        """Return the stretches whose new words share most word pairs with these, best first."""
        found: Counter[int] = Counter()
        for pair in set(pairwise(keys)):
            places = self._postings.get(pair, ())
            if len(places) <= _STOCK:
                found.update(places)
        ranked = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:most]
        return [self._stretch(place) for place, _ in ranked]


def standing_in(
    texts: Iterable[Sequence[str]], wanted: set[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """Return which of these word groups, all of one length, stand in any of the texts."""
    if not wanted:
        return set()
    size = len(next(iter(wanted)))
    found: set[tuple[str, ...]] = set()
    for text in texts:
        groups = zip(*(text[start:] for start in range(size)), strict=False)
        found |= wanted.intersection(groups)
    return found
