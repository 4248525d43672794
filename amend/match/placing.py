"""A woven paragraph and the wishes on it in, what can be put where in the later text out.

What stood beside a wish must stand there still. Where only one of its neighbours does, or where
other words came in between, the place is taken and told as approximate; where neither does, or the
words to go are not there as they were, nothing is put anywhere (docs/design/0023-rebase.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from amend.match.anchors import Spot as Found
from amend.match.splice import Splice, deleted, inserted, replaced
from amend.match.weave import ELSEWHERE, Spot, Weave, Wish
from amend.model.draft import Paragraph
from amend.model.rebased import Astray, Nearest
from amend.text.told import pattern, told
from amend.text.weighty import is_content
from amend.text.words import tokens

_AROUND = 6
_NEITHER = told("neither the words before it nor those behind it stand there any more")
_REWRITTEN = told("the words to go were rewritten")
_OTHERS = told("other words stand in their place")
_PARTED = pattern("the words to go were parted")
_MEETS = pattern("it meets another part of the same proposal")
_APART = told("the words beside it no longer stand in this order")


@dataclass(slots=True)
class Placed:
    """What came of the wishes on one paragraph: splices by the id of the later paragraph.

    `done` are words taken already, `doubts` say which places are approximate.
    """

    splices: dict[str, list[Splice]] = field(default_factory=dict)
    put: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    astray: list[Astray] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def placed(weave: Weave, wishes: Sequence[Wish], *, is_before: bool = False) -> Placed:
    """Put every wish where it still fits; `is_before` if it was asked for before given words."""
    placing = _Placing(weave, is_before)
    for wish in wishes:
        placing.take(wish)
    return placing.found


class _Placing:
    def __init__(self, weave: Weave, is_before: bool) -> None:
        self._weave = weave
        self._is_before = is_before
        self.found = Placed()

    def take(self, wish: Wish) -> None:
        left = [n for n in wish.inner if self._weave.place(n) is not None]
        missing = wish.missing
        self.found.done += [
            wish.splice.text[word.start : word.end]
            for n, word in enumerate(wish.asked) if n in wish.taken
        ]  # fmt: skip
        if len(left) == len(wish.inner) and len(missing) == len(wish.asked):
            self._take_whole(wish)
        elif left and not missing:
            self._cut(wish, left)
        elif left and len(left) < len(wish.inner):
            self._stray(wish, missing, left, _REWRITTEN)
        else:
            if left:
                self._cut(wish, left)
            for run in _runs(missing):
                self._take_part(wish, run)

    def _take_whole(self, wish: Wish) -> None:
        """Place a wish of which nothing was taken, and nothing is gone."""
        if not wish.inner:
            self._insert(
                wish, wish.splice.text, self._weave.place(wish.left), self._weave.place(wish.right)
            )
            return
        places = [self._weave.place(n) for n in wish.inner]
        stretch = [each for each in places if each is not None]
        if stretch != list(range(stretch[0], stretch[0] + len(stretch))):
            self._stray(wish, wish.missing, list(wish.inner), _REWRITTEN)
            return
        first, last = self._weave.spots[stretch[0]], self._weave.spots[stretch[-1]]
        if first.paragraph is not last.paragraph:
            self._stray(wish, wish.missing, list(wish.inner), told(_PARTED))
            return
        self._put(first.paragraph, self._replacing(wish, first, last), wish)

    def _replacing(self, wish: Wish, first: Spot, last: Spot) -> Splice:
        """Return the splice to the letter, or one by words where the signs beside them changed."""
        before = self._weave.words[wish.inner.start].start - wish.splice.start
        behind = wish.splice.end - self._weave.words[wish.inner.stop - 1].end
        start, end = first.word.start - before, last.word.end + behind
        text = first.paragraph.text
        if text[max(start, 0) : end] == self._weave.text[wish.splice.start : wish.splice.end]:
            return Splice(start, end, wish.splice.text)
        spot = Found(first.word.start, last.word.end, 1, exact=True)
        words = wish.splice.text.strip()
        return replaced(text, spot, words) if words else deleted(text, spot, "")

    def _cut(self, wish: Wish, left: Sequence[int]) -> None:
        """Take out what still stands of the words to go, if nothing came in between."""
        places = [place for n in left if (place := self._weave.place(n)) is not None]
        if places != list(range(places[0], places[0] + len(places))):
            self._stray(wish, [], left, _REWRITTEN)
            return
        first, last = self._weave.spots[places[0]], self._weave.spots[places[-1]]
        if first.paragraph is not last.paragraph:
            self._stray(wish, [], left, told(_PARTED))
            return
        spot = Found(first.word.start, last.word.end, 1, exact=True)
        self._put(first.paragraph, deleted(first.paragraph.text, spot, ""), wish)

    def _take_part(self, wish: Wish, run: Sequence[int]) -> None:
        """Place words whose neighbours among the words asked for were taken."""
        first, last = run[0], run[-1]
        is_rewritten = bool(wish.inner) and len(run) == len(wish.asked)
        left = wish.taken[first - 1] if first else self._weave.place(wish.left)
        right = (
            wish.taken[last + 1] if last + 1 < len(wish.asked) else self._weave.place(wish.right)
        )
        # A comma that parts the words from those before them comes with them.
        start = wish.asked[first - 1].end if first else 0
        end = wish.asked[last].end if last + 1 < len(wish.asked) else len(wish.splice.text)
        words = wish.splice.text[start:end]
        left, right = (None if each == ELSEWHERE else each for each in (left, right))
        if not any(is_content(wish.asked[n].key) for n in run):
            return
        if is_rewritten and not self._is_between(wish, left, right):
            self._stray(wish, run, (), _OTHERS)
        else:
            self._insert(wish, words, left, right)

    def _insert(self, wish: Wish, words: str, left: int | None, right: int | None) -> None:
        """Put words between two places, or beside the one that is left of them."""
        spots = self._weave.spots
        run = [n for n in range(len(wish.asked)) if n not in wish.taken]
        was_empty = wish.left is None and wish.right is None and bool(spots)
        if left is None and right is None and not was_empty:
            self._stray(wish, run, (), _NEITHER)
            return
        if left is not None and right is not None and left >= right:
            self._stray(wish, run, (), _APART)
            return
        one = None if left is None else spots[left]
        other = None if right is None else spots[right]
        if self._stands(words, left, right):
            self.found.done += words.split()
            return
        paragraph = (one or other or spots[0]).paragraph
        is_exact = self._is_between(wish, left, right)
        if not is_exact:
            self._doubt(words, one, other)
        uses_right = other is not None and (one is None or (self._is_before and not is_exact))
        if uses_right and other is not None:
            paragraph, at = other.paragraph, other.word.start
        else:
            at = one.word.end if one is not None else 0
        exact = self._to_the_letter(wish, words, one, other) if is_exact else None
        self._put(paragraph, exact or inserted(paragraph.text, at, words), wish)

    def _stands(self, words: str, left: int | None, right: int | None) -> bool:
        """Whether just these words stand between the two already, whoever put them in."""
        if left is None or right is None or right - left < 2:
            return False
        between = [spot.word.key for spot in self._weave.spots[left + 1 : right]]
        return between == tokens(words)

    def _is_between(self, wish: Wish, left: int | None, right: int | None) -> bool:
        """Whether the neighbours a wish had are neighbours still; the ends of a text count."""
        spots = self._weave.spots
        if left is not None and right is not None:
            return right == left + 1 and spots[left].paragraph is spots[right].paragraph
        if left is not None:
            is_end = left + 1 == len(spots) or (
                spots[left + 1].paragraph is not spots[left].paragraph
            )
            return wish.right is None and is_end
        if right is not None:
            is_start = right == 0 or spots[right - 1].paragraph is not spots[right].paragraph
            return wish.left is None and is_start
        return False

    def _to_the_letter(
        self, wish: Wish, words: str, one: Spot | None, other: Spot | None
    ) -> Splice | None:
        """Return the splice as it was asked for, if the same signs stand between the neighbours."""
        if words != wish.splice.text or wish.inner:
            return None
        text, own = (one or other or self._weave.spots[0]).paragraph.text, self._weave.text
        start = 0 if wish.left is None else self._weave.words[wish.left].end
        end = len(own) if wish.right is None else self._weave.words[wish.right].start
        here = 0 if one is None else one.word.end
        there = len(text) if other is None else other.word.start
        if text[here:there] != own[start:end]:
            return None
        at = here + wish.splice.start - start
        return Splice(at, at + wish.splice.end - wish.splice.start, wish.splice.text)

    def _doubt(self, words: str, one: Spot | None, other: Spot | None) -> None:
        beside = [spot for spot in (one, other) if spot is not None]
        if len(beside) == 2:
            saying = pattern("“{words}” was placed where other words came in at its place")
        elif one is not None:
            saying = pattern(
                "“{words}” was placed where of the words beside it only those before it stand there"
                " still"
            )
        else:
            saying = pattern(
                "“{words}” was placed where of the words beside it only those behind it stand there"
                " still"
            )
        self.found.doubts.append(told(saying, words=words.strip()))

    def _put(self, paragraph: Paragraph, splice: Splice, wish: Wish) -> None:
        taken = self.found.splices.setdefault(paragraph.id, [])
        if any(_overlap(splice, each) for each in taken):
            self._stray(wish, wish.missing, (), told(_MEETS))
            return
        taken.append(splice)
        cut = paragraph.text[splice.start : splice.end].strip()
        self.found.put.setdefault(paragraph.id, []).append((splice.text.strip(), cut))

    def _stray(self, wish: Wish, run: Sequence[int], left: Sequence[int], reason: str) -> None:
        words = " ".join(
            wish.splice.text[wish.asked[each[0]].start : wish.asked[each[-1]].end]
            for each in _runs(run)
        )
        there = self._weave.words
        cut = " ".join(
            self._weave.text[there[each[0]].start : there[each[-1]].end] for each in _runs(left)
        )
        self.found.astray.append(Astray(words, cut, reason, self._nearest(wish)))

    def _nearest(self, wish: Wish) -> Nearest | None:
        """Return the words round the place where what stood next to the wish stands now."""
        known = range(len(self._weave.words))
        at = wish.inner.start
        for n in sorted(known, key=lambda n: abs(n - at)):
            place = self._weave.place(n)
            if place is not None:
                return nearest(self._weave.spots, place)
        return nearest(self._weave.spots, 0) if self._weave.spots else None


def nearest(spots: Sequence[Spot], place: int) -> Nearest:
    """Return a place in words: some of those before it and behind it."""
    paragraph = spots[place].paragraph
    around = [
        spot for spot in spots[max(0, place - _AROUND) : place + _AROUND + 1]
        if spot.paragraph is paragraph
    ]  # fmt: skip
    text = paragraph.text[around[0].word.start : around[-1].word.end]
    return Nearest(paragraph.id, paragraph.label, text)


def _overlap(one: Splice, other: Splice) -> bool:
    return one.start < other.end and other.start < one.end


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Part numbers where they do not follow each other."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in group]
