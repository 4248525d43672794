"""A base, a later revision and the beads between in; what is new where in the later one out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from amend.match.ground import Ground
from amend.match.heirs import heirs
from amend.model.alignment import Bead
from amend.model.draft import Paragraph, Revision
from amend.once import once
from amend.text.edits import Hunk, changes
from amend.text.late import late
from amend.text.pairs import Pairs, Shared
from amend.text.words import Word, Words, known_words, words

# A passage is evidence if less than so many like it are to be expected by chance (note 0017).
CHANCE = 0.0001
# "[EU, Republic of Veldane: ..." and "{editorial notes}" are about the text, not in it.
_ACTOR = r"[A-Z][\w&/.’'-]*(?:[ ](?:of|and|the|[A-Z][\w&/.’'-]*))*"
_NOTED = late(rf"\{{[^{{}}]*\}}|(?<=\[)\s*{_ACTOR}(?:\s*,\s*{_ACTOR})*\s*:")


class Standing(NamedTuple):
    """A passage of a later revision: its paragraph, and the half-open span it stands at."""

    paragraph: Paragraph
    start: int
    end: int


class Stretch:
    """One bead seen from the proposals' side: the words of the base, and those new in it."""

    def __init__(self, bead: Bead) -> None:
        """Take the words of both sides; what is new is worked out when asked for."""
        self.bead = bead
        self.old = _joined([known_words(each.text).keys for each in bead.old])
        self.keys = _joined([_keys(each) for each in bead.new])

    @once
    def _texts(self) -> list[tuple[range, Paragraph, Words | list[Word]]]:
        """Each new paragraph with its words, and which of `keys` they are."""
        ends = pairwise(accumulate((len(_keys(each)) for each in self.bead.new), initial=0))
        return [
            (range(*two), each, _standing(each))
            for two, each in zip(ends, self.bead.new, strict=True)
        ]

    def standing(self, places: Sequence[int]) -> tuple[Standing, ...]:
        """Return the passages that words of `keys` make up, in the order given."""
        if not places:
            return ()
        if places[-1] - places[0] == len(places) - 1:  # one run: places never go back
            return tuple(self._passages(places[0], places[-1] + 1))
        starts = [n for n, place in enumerate(places) if not n or place != places[n - 1] + 1]
        return tuple(
            passage
            for one, other in pairwise([*starts, len(places)])
            for passage in self._passages(places[one], places[other - 1] + 1)
        )

    def _passages(self, start: int, end: int) -> Iterator[Standing]:
        """Part a run of words where another paragraph begins, or a note stands in it."""
        for held, paragraph, there in self._texts:
            one, other = max(start, held.start) - held.start, min(end, held.stop) - held.start
            if one < other and isinstance(there, Words):
                yield Standing(paragraph, *there.span(one, other))
            elif one < other:
                yield from _parted(paragraph, list(there)[one:other])

    @once
    def _hunks(self) -> list[Hunk]:
        return [hunk for hunk in changes(self.old, self.keys) if not hunk.kept]

    @once
    def fresh(self) -> list[int]:
        """Places in `words` of what the drafters put in: J of domain E.1.4."""
        ranges = (range(hunk.new_start, hunk.new_end) for hunk in self._hunks)
        return list(chain.from_iterable(ranges))

    @once
    def joined(self) -> str:
        """The words as a text."""
        return f" {' '.join(self.keys)} "

    @once
    def joints(self) -> frozenset[tuple[str, str]]:
        """Each new word with the word before it and with that behind; the ends are the word ""."""
        keys = ["", *self.keys, ""]
        runs = (keys[h.new_start : h.new_end + 2] for h in self._hunks if h.new_start < h.new_end)
        return frozenset(chain.from_iterable(map(pairwise, runs)))

    @once
    def fresh_places(self) -> frozenset[int]:
        """The places of `fresh`, to be asked one by one."""
        return frozenset(self.fresh)

    def replaced(self, place: int) -> set[str]:
        """Return the words of the base that went where a new word came."""
        for hunk in self._hunks:
            if hunk.new_start <= place < hunk.new_end:
                return set(self.old[hunk.old_start : hunk.old_end])
        return set()

    @once
    def fresh_threes(self) -> frozenset[tuple[str, ...]]:
        """The runs of three words that are new."""
        keys = self.fresh_keys
        return frozenset(zip(keys, keys[1:], keys[2:], strict=False))

    @once
    def fresh_keys(self) -> list[str]:
        """The words at the places of `fresh`."""
        return [self.keys[place] for place in self.fresh]


def _parted(paragraph: Paragraph, found: Sequence[Word]) -> Iterator[Standing]:
    start = 0
    for n in range(1, len(found) + 1):
        between = paragraph.text[found[n - 1].end : found[n].start] if n < len(found) else "0"
        if any(sign.isalnum() for sign in between):
            yield Standing(paragraph, found[start].start, found[n - 1].end)
            start = n


def _joined(lists: list[list[str]]) -> list[str]:
    """Join word lists; a lone one is that of the text itself, and never changed."""
    return lists[0] if len(lists) == 1 else list(chain.from_iterable(lists))


def _keys(paragraph: Paragraph) -> list[str]:
    text = paragraph.text
    if "[" in text or "{" in text:
        return [word.key for word in _standing(paragraph)]
    return known_words(text).keys


def _standing(paragraph: Paragraph) -> Words | list[Word]:
    """Return the words of a paragraph without who wants them and what editors note (C.1, E.1.1)."""
    text = paragraph.text
    if "[" not in text and "{" not in text:
        return known_words(text)
    noted = [match.span() for match in _NOTED.finditer(text)]
    return [
        word for word in words(text) if not any(start <= word.start < end for start, end in noted)
    ]


class Lineage:
    """What became of the paragraphs of a base in one later revision."""

    def __init__(
        self, base: Revision, later: Revision, beads: Sequence[Bead], ground: Ground | None = None
    ) -> None:
        """Keep the beads; words are split where a proposal leads to.

        Lineages of one base to several later revisions may stand on one `ground`.
        """
        self.base = base
        self.ground = ground or Ground(base)
        self.later = later
        self.beads = beads
        self._stretches: dict[int, Stretch] = {}
        self._expected: Sequence[Sequence[str]] = ()
        self._near: dict[int, tuple[Sequence[str], list[Shared]]] = {}
        self._by_old = {each.id: n for n, bead in enumerate(beads) for each in bead.old}

    def paragraph(self, identity: str) -> Paragraph:
        """Return a paragraph of the later revision by its id; raises KeyError if there is none."""
        return self._by_id[identity]

    @once
    def _by_id(self) -> dict[str, Paragraph]:
        return {each.id: each for each in self.later.paragraphs}

    @once
    def order(self) -> dict[str, int]:
        """At which place of the later revision each paragraph stands, by its id."""
        return {each.id: n for n, each in enumerate(self.later.paragraphs)}

    @once
    def reworded(self) -> list[tuple[Paragraph, list[str], str]]:
        """The later paragraphs whose text no paragraph of the base has: words, and as a text."""
        was = {each.text for each in self.base.paragraphs}
        found = [each for each in self.later.paragraphs if each.text not in was]
        keys = (known_words(each.text).keys for each in found)
        return [
            (each, there, f" {' '.join(there)} ") for each, there in zip(found, keys, strict=True)
        ]

    def of(self, identity: str) -> Stretch | None:
        """Return the stretch that holds a paragraph of the base, or None if there is none."""
        place = self._by_old.get(identity)
        return None if place is None else self._stretch(place)

    def heir_of(self, identity: str) -> Stretch | None:
        """Return the stretch that holds a paragraph, or what was put in its place.

        Where a paragraph is gone and a wholly new one stands between its neighbours, or bears its
        label, the one was put for the other: a new wording shares no words that could tie them.
        """
        stretch = self.of(identity)
        if stretch is None or stretch.bead.new:
            return stretch
        heir = self._heirs.get(identity)
        return stretch if heir is None else Stretch(heir)

    @once
    def _heirs(self) -> Mapping[str, Bead]:
        return heirs(self.base, self.later, self.beads)

    def stands_in_base(self, keys: Sequence[str]) -> bool:
        """Whether a run of two words or more stands in the base, all its threes at least."""
        return self.ground.stock.holds(keys)

    def is_chance(self, keys: Sequence[str], room: int, starts: int) -> bool:
        """Whether a run could have come about by itself, as usual words follow each other.

        `room` is how many new words it was found among, `starts` how many runs of its length were
        looked for there.
        """
        return room * starts * self.ground.usage.probability(keys) > CHANCE

    @once
    def room(self) -> int:
        """How many words are new in all of the later revision."""
        return sum(len(self._stretch(place).fresh) for place in self._changed)

    @property
    def _changed(self) -> Iterator[int]:
        """The places of the beads that hold new words."""
        for place, bead in enumerate(self.beads):
            if bead.new and not (bead.score == 1.0 and not bead.changes):
                yield place

    def _stretch(self, place: int) -> Stretch:
        found = self._stretches.get(place)
        if found is None:
            found = self._stretches[place] = Stretch(self.beads[place])
        return found

    @once
    def _pairs(self) -> tuple[list[int], Pairs]:
        """The beads that hold new words, and which pairs of words are new in them."""
        places = list(self._changed)
        texts = [self._stretch(place).fresh_keys for place in places]
        return places, Pairs(texts, is_large=self.ground.stock.is_large)

    def expect(self, asked: Sequence[Sequence[str]]) -> None:
        """Be told for which word lists the nearest stretches may be asked.

        In long texts they are found in one go; in short ones it is quicker to wait and see.
        """
        self._expected = asked if self.ground.stock.is_large else ()
        self._near.clear()

    def nearest(self, keys: Sequence[str], least: int = 1) -> list[Stretch]:
        """Return the stretches whose new words share most word pairs with these, best first.

        Three at most; such as share fewer than `least` pairs are left out.
        """
        if id(keys) not in self._near:
            self._find_nearest([*self._expected, keys])
            self._expected = ()
        return [
            self._stretch(place) for place, shared in self._near[id(keys)][1] if shared >= least
        ]

    def _find_nearest(self, asked: Sequence[Sequence[str]]) -> None:
        places, pairs = self._pairs
        for keys, shared in zip(asked, pairs.sharing(asked), strict=True):
            # With its words, which are its key: as long as they are held, no others have their id.
            self._near[id(keys)] = keys, [(places[n], often) for n, often in shared]
