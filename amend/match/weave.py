"""A paragraph, what was asked of it and a later text in; where the words now stand, out.

Words of the base are followed along the bead. Words that were asked for are followed by the
evidence of their fate alone: what a ruling does not hold for taken is not taken here either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amend.match.splice import Splice
from amend.model.alignment import Bead
from amend.model.draft import Paragraph
from amend.model.ruling import Evidence
from amend.text.edits import changes
from amend.text.words import Word, words

ELSEWHERE = -1
"""The place of a word that was taken up in another paragraph, or in another order."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the later text: its paragraph, and where it stands there."""

    paragraph: Paragraph
    word: Word


@dataclass(slots=True)
class Wish:
    """One splice of a proposal, by words: what it would put in, what it would take out.

    `inner` are the places of the words to go, in the paragraph of the base; `left` and `right`
    those of the words beside, None at the ends. `taken` holds, for a word to be put in, its place
    in the later text, or `ELSEWHERE`.
    """

    splice: Splice
    asked: list[Word]
    inner: range
    left: int | None
    right: int | None
    taken: dict[int, int] = field(default_factory=dict)

    @property
    def missing(self) -> list[int]:
        """The words to be put in that were not taken."""
        return [n for n in range(len(self.asked)) if n not in self.taken]


class Weave:
    """A paragraph of the base woven into the later text: which word of it stands where."""

    def __init__(self, paragraph: Paragraph | None, bead: Bead) -> None:
        """Take a paragraph and the bead it is in; None for a paragraph that is only asked for."""
        self.text = "" if paragraph is None else paragraph.text
        self.words = words(self.text)
        self.spots = [Spot(each, word) for each in bead.new for word in words(each.text)]
        self._keys = [spot.word.key for spot in self.spots]
        self._places: dict[int, int] = {}
        if paragraph is not None:
            self._follow(paragraph, bead)

    def _follow(self, paragraph: Paragraph, bead: Bead) -> None:
        old = [key.key for each in bead.old for key in words(each.text)]
        at = 0
        for each in bead.old:
            if each.id == paragraph.id:
                break
            at += len(words(each.text))
        end = at + len(self.words)
        for hunk in changes(old, self._keys):
            for n in range(hunk.new_end - hunk.new_start) if hunk.kept else ():
                if at <= hunk.old_start + n < end:
                    self._places[hunk.old_start + n - at] = hunk.new_start + n

    def place(self, word: int | None) -> int | None:
        """Return where a word of the base stands in the later text, None if it is gone."""
        return None if word is None else self._places.get(word)

    def wishes(self, splices: Sequence[Splice]) -> list[Wish]:
        """Take splices apart by words; one that begins or ends inside a word takes all of it."""
        return [self._wish(each) for each in splices]

    def _wish(self, splice: Splice) -> Wish:
        start, end, text = splice
        for word in self.words:
            if word.start < start < word.end:
                start, text = word.start, self.text[word.start : start] + text
            if word.start < end < word.end:
                end, text = word.end, text + self.text[end : word.end]
        inner = [n for n, word in enumerate(self.words) if start <= word.start and word.end <= end]
        left = sum(1 for word in self.words if word.end <= start)
        span = range(left, left + len(inner))
        right = span.stop if span.stop < len(self.words) else None
        return Wish(Splice(start, end, text), words(text), span, left - 1 if left else None, right)

    def take(self, wishes: Sequence[Wish], proofs: Sequence[Evidence]) -> None:
        """Tell the wishes which of their words a ruling holds for taken, and where these stand."""
        wanted = [(wish, n) for wish in wishes for n in range(len(wish.asked))]
        here = [n for n, spot in enumerate(self.spots) if _is_proof(spot, proofs)]
        keys = [self._keys[n] for n in here]
        for at, found in _common([wish.asked[n].key for wish, n in wanted], keys):
            wish, n = wanted[at]
            wish.taken[n] = here[found]
        ids = {spot.paragraph.id for spot in self.spots}
        elsewhere = [
            word.key for each in proofs if each.paragraph not in ids for word in words(each.text)
        ]
        rest = [(wish, n) for wish, n in wanted if n not in wish.taken]
        for at, _ in _common([wish.asked[n].key for wish, n in rest], elsewhere):
            wish, n = rest[at]
            wish.taken[n] = ELSEWHERE
        for wish in wishes:
            self._take_reordered(wish)

    def _take_reordered(self, wish: Wish) -> None:
        """Words that stand among those taken, in another order, need not be asked for again."""
        held = {place for place in wish.taken.values() if place != ELSEWHERE}
        if not held:
            return
        here = range(max(min(held) - 1, 0), min(max(held) + 2, len(self._keys)))
        kept = set(self._places.values())
        among = Counter(self._keys[at] for at in here if at not in held and at not in kept)
        for n in wish.missing:
            if among[wish.asked[n].key] > 0:
                among[wish.asked[n].key] -= 1
                wish.taken[n] = ELSEWHERE

    def take_standing(self, wishes: Sequence[Wish]) -> None:
        """Take what of the words asked for stands in the later text, whether it counts or not."""
        for wish in wishes:
            for at, found in _common([word.key for word in wish.asked], self._keys):
                wish.taken.setdefault(at, found)


def _is_proof(spot: Spot, proofs: Sequence[Evidence]) -> bool:
    return any(
        each.paragraph == spot.paragraph.id
        and each.start <= spot.word.start
        and spot.word.end <= each.end
        for each in proofs
    )


def _common(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    for hunk in changes(one, other):
        if hunk.kept:
            for n in range(hunk.old_end - hunk.old_start):
                yield hunk.old_start + n, hunk.new_start + n
