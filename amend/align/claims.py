"""Candidate pairs in, links out: the best pair claims the words it explains, the next what is left.

So a pair comes to mean "who explains which words", and splits, merges and sentences that pass from
one paragraph to another come out of one rule. See docs/design/0002-alignment.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from amend.align.candidates import Candidate
from amend.align.links import Links
from amend.align.pages import Pages
from amend.align.windows import Windows
from amend.text.similarity import Match

# Chosen on generated drafts, design note 0002.
ENOUGH_IN_COMMON = 0.28
ENOUGH_OF_ONE_SIDE = 0.60
OTHER_KIND = 0.80
PART_OF_ONE_SIDE = 0.35
PASSAGE_WORDS = 6
TRANSFER_WORDS = 8
FAR_LESS = 0.2
# Less alike than this, two paragraphs are tied only where their neighbours went; note 0018.
SURE_ANYWHERE = 0.5
# How far from that, in two rounds: the first ties draw the windows of the second closer.
NEAR, WIDE = 1, 8
_SAME_LABEL = 0.02
_SAME_PLACE = 0.03
_CLAIMED_OLD = "\0"
_CLAIMED_NEW = "\1"

_Scored = tuple[float, int, int, Match]  # likest lowest; old, new


class Claims:
    """The words nobody has explained yet, and the judgement of pairs by them."""

    def __init__(self, pages: Pages, links: Links) -> None:
        """Start with every word of an untied paragraph unclaimed."""
        self._pages = pages
        self._links = links
        self._old: dict[int, list[str]] = {}
        self._new: dict[int, list[str]] = {}
        self._spent_old: set[int] = set()
        self._spent_new: set[int] = set()
        self._windows = Windows.of_old(links, len(pages.new))

    def pair_up(self, found: Iterable[Candidate], enough: float = ENOUGH_IN_COMMON) -> None:
        """Tie pairs one to one, the likest first, as long as they are like enough."""
        links = self._links
        scored: list[_Scored] = []
        for candidate in _promising(found):
            if not links.may_pair(candidate.old, candidate.new):
                continue
            match = self._match(candidate.old, candidate.new)
            likeness = self._likeness(candidate, match, enough)
            if likeness > 0.0:
                scored.append((-likeness, candidate.old, candidate.new, match))
        scored.sort(key=lambda each: each[:3])
        self._tie_pairs(each for each in scored if -each[0] >= SURE_ANYWHERE)
        rest = [each for each in scored if -each[0] < SURE_ANYWHERE]
        self._tie_pairs(self._near(rest, NEAR))
        self._tie_pairs(self._near(rest, WIDE))

    def _tie_pairs(self, scored: Iterable[_Scored]) -> None:
        for _, old, new, match in scored:
            if self._links.may_pair(old, new):
                self._links.pair(old, new)
                self._claim(old, new, match)

    def _near(self, scored: Sequence[_Scored], slack: int) -> list[_Scored]:
        """Keep the pairs that stand about where their tied neighbours went."""
        free = [each for each in scored if self._links.may_pair(each[1], each[2])]
        if not free or not self._links.pairs:
            return free
        windows = Windows.of_old(self._links, len(self._pages.new))
        return [each for each in free if windows.is_near(each[1], each[2], slack)]

    def explain_the_rest(self, found: Sequence[Candidate]) -> None:
        """Tie what unclaimed words still explain: parts of a split or a merge, then transfers.

        Parts come first: the same words may also stand in a paragraph that has a link of its own.
        """
        self._windows = Windows.of_old(self._links, len(self._pages.new))
        for tie in (self._tie_part, self._tie_transfer):
            queue = [entry for each in found if (entry := self._entry(each.old, each.new))]
            heapify(queue)
            while queue:
                weight, old, new, _ = heappop(queue)
                entry = self._entry(old, new)
                if entry is None:
                    continue
                if entry[0] > weight and queue and entry > queue[0]:
                    heappush(queue, entry)
                elif tie(old, new, entry[3]):
                    self._claim(old, new, entry[3])

    def _entry(self, old: int, new: int) -> tuple[float, int, int, Match] | None:
        if self._links.pairs.get(old) == new or (old, new) in self._links.barred:
            return None
        if old in self._spent_old or new in self._spent_new:
            return None
        match = self._match(old, new)
        if not match.blocks or max(block.length for block in match.blocks) < PASSAGE_WORDS:
            return None
        return -match.weight, old, new, match

    def _tie_part(self, old: int, new: int, match: Match) -> bool:
        links, pages = self._links, self._pages
        of_new = match.weight / pages.new_weight(new)
        of_old = match.weight / pages.old_weight(old)
        if old in links.pairs and not links.has_new(new):
            if of_new < self._enough_of_part(old, new):
                return False
            links.splits[new] = old
        elif new in links.backwards and not links.has_old(old):
            if of_old < self._enough_of_part(old, new):
                return False
            links.joins[old] = new
        else:
            return False
        return True

    def _enough_of_part(self, old: int, new: int) -> float:
        """Return the share of itself a part must bring: far from home, most of it."""
        return PART_OF_ONE_SIDE if self._windows.is_near(old, new, WIDE) else ENOUGH_OF_ONE_SIDE

    def _tie_transfer(self, old: int, new: int, match: Match) -> bool:
        if max(block.length for block in match.blocks) < TRANSFER_WORDS:
            return False
        words = sum(block.length for block in match.blocks)
        self._links.transfers.append((old, new, words))
        return True

    def _match(self, old: int, new: int) -> Match:
        pages = self._pages
        return pages.weights.match(
            self._old.get(old) or pages.old_words[old],
            self._new.get(new) or pages.new_words[new],
            pages.old_sums(old),
        )

    def _likeness(self, candidate: Candidate, match: Match, enough: float) -> float:
        """Return the share of weight in common, or 0.0 if it is not enough.

        The same place and the same label add a little: they settle what words leave open.
        """
        pages = self._pages
        old_weight = pages.old_weight(candidate.old)
        new_weight = pages.new_weight(candidate.new)
        if not match.weight:
            return 0.0
        common = 2.0 * match.weight / (old_weight + new_weight)
        if common < OTHER_KIND and not pages.have_one_kind(candidate.old, candidate.new):
            return 0.0
        if common < enough:
            of_one = match.weight / min(old_weight, new_weight)
            if of_one < ENOUGH_OF_ONE_SIDE or sum(b.length for b in match.blocks) < PASSAGE_WORDS:
                return 0.0
        return common + self._place_bonus(candidate.old, candidate.new)

    def _place_bonus(self, old: int, new: int) -> float:
        pairs = self._links.pairs
        bonus = _SAME_LABEL if self._pages.have_one_label(old, new) else 0.0
        if pairs.get(old - 1) == new - 1 or pairs.get(old + 1) == new + 1:
            bonus += _SAME_PLACE
        return bonus

    def _claim(self, old: int, new: int, match: Match) -> None:
        pages = self._pages
        old_words = self._old.get(old) or list(pages.old_words[old])
        new_words = self._new.get(new) or list(pages.new_words[new])
        for block in match.blocks:
            old_words[block.old : block.old + block.length] = [_CLAIMED_OLD] * block.length
            new_words[block.new : block.new + block.length] = [_CLAIMED_NEW] * block.length
        self._old[old] = old_words
        self._new[new] = new_words
        if _longest_left(old_words, _CLAIMED_OLD) < PASSAGE_WORDS:
            self._spent_old.add(old)
        if _longest_left(new_words, _CLAIMED_NEW) < PASSAGE_WORDS:
            self._spent_new.add(new)


def _promising(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out, for each new paragraph, what shares far less with it than its best candidate."""
    best: dict[int, int] = {}
    for candidate in found:  # best first for each new paragraph
        if candidate.groups >= FAR_LESS * best.setdefault(candidate.new, candidate.groups):
            yield candidate


def _longest_left(words: list[str], claimed: str) -> int:
    """The length of the longest run of words that nobody has claimed."""
    longest = run = 0
    for word in words:
        run = 0 if word is claimed else run + 1
        if run > longest:
            longest = run
    return longest
