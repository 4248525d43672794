"""Links in, links out: what is still untied goes where its words went, near its old place.

An option that lost, a sentence that became a paragraph of its own and was rewritten: no long
passage tells, but the place and the choice of words do (docs/design/0018-leftovers.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import sqrt

from amend.align.candidates import LONG
from amend.align.demands import OPEN, SETTLED, Asked, is_open
from amend.align.links import Links
from amend.align.options import in_options
from amend.align.pages import Pages
from amend.align.stems import Stems
from amend.align.windows import Windows

# Added to what two paragraphs weigh, so that a few words by chance do not tie two short ones.
_CHANCE = 20.0
# Of the words of a paragraph that a single sentence gave rise to, this share must stand there.
ONE_SENTENCE = 0.7
# What stands between two parts of one paragraph is most likely a part, too: half is asked.
_BOTH_SIDES = 2
# The space behind a full stop may be missing.
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|(?<=[a-zà-ÿа-я])\.(?=[A-ZÀ-ÞА-Я])|[。；！？؟]")

_Entry = tuple[float, int, int]


def settle(pages: Pages, links: Links) -> None:
    """Tie untied paragraphs to those near their place that hold the most of their words.

    The likest pair is tied first; words that another link explains already count little.
    """
    if links.pairs and len(links.pairs) < max(len(pages.old), len(pages.new)):
        Leftovers(pages, links).settle()


class Leftovers:
    """The search for a home of every untied paragraph, on both sides at once."""

    def __init__(self, pages: Pages, links: Links) -> None:
        """Take what is tied so far."""
        self._pages = pages
        self._links = links
        self._stems = Stems(pages)
        self._is_open = is_open(pages.old_texts)
        self._demands = OPEN if self._is_open else SETTLED
        self._in_option = in_options(pages.old) if self._is_open else []
        self._queue: list[_Entry] = []
        self._news: defaultdict[int, list[int]] = defaultdict(list)
        self._olds: defaultdict[int, list[int]] = defaultdict(list)
        for old, new in links.all():
            self._news[old].append(new)
            self._olds[new].append(old)

    def settle(self) -> None:
        """Tie what is like enough, the likest first."""
        links, queue = self._links, self._queue
        queue += [entry for old, new in self._near() if (entry := self._entry(old, new))]
        heapify(queue)
        while queue:
            weight, old, new = heappop(queue)
            if links.has_old(old) and links.has_new(new):
                continue
            entry = self._entry(old, new)
            if entry is None:
                continue
            if entry[0] > weight and queue and entry > queue[0]:
                heappush(queue, entry)
            else:
                self._tie(old, new)

    def _near(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs to look at: an untied place, and one in its window."""
        pages, links = self._pages, self._links
        of_old = Windows.of_old(links, len(pages.new))
        of_new = Windows.of_new(links, len(pages.old))
        seen: set[tuple[int, int]] = set()
        for old in range(len(pages.old)):
            if not links.has_old(old):
                seen.update((old, new) for new in of_old.round(old))
        for new in range(len(pages.new)):
            if not links.has_new(new):
                seen.update((old, new) for old in of_new.round(new))
        for old, new in sorted(seen):
            if self._may_tie(old, new):
                yield old, new

    def _entry(self, old: int, new: int) -> _Entry | None:
        """Return how like two paragraphs are, likest lowest; None where it is not enough."""
        if self._is_whole(old, new):
            return None
        enough, covered_counts = self._asked(old, new)
        stems = self._stems
        least = enough * (sqrt(stems.old_weight(old) * stems.new_weight(new)) + _CHANCE)
        shared = stems.old(old) & stems.new(new)
        told = stems.weight(shared)
        if told < least:
            return None
        covered = stems.weight(self._covered(shared, old, new))
        likeness = enough * (told - covered * (1.0 - covered_counts)) / least
        return (-likeness, old, new) if likeness >= enough else None

    def _is_whole(self, old: int, new: int) -> bool:
        """Whether either stands as it stood: then nothing else went into it or came out of it."""
        pages, links = self._pages, self._links
        return any(
            pages.old_words[one] == pages.new_words[other]
            for one, other in ((old, links.pairs.get(old)), (links.backwards.get(new), new))
            if one is not None and other is not None
        )

    def _asked(self, old: int, new: int) -> tuple[float, float]:
        """Return the likeness asked for and how much a covered word counts."""
        pages, links, demands = self._pages, self._links, self._demands
        if not links.has_old(old) and not links.has_new(new):
            return demands.enclosed if self._is_enclosed(old, new) else demands.pair, 0.0
        if links.has_new(new):
            asked, text = self._join(old, new), pages.new_texts[new]
            beside = self._beside(old, new, len(pages.old), self._news)
        else:
            asked, text = demands.split, pages.old_texts[old]
            beside = self._beside(new, old, len(pages.new), self._olds)
        if beside == _BOTH_SIDES:
            return asked.beside / 2, asked.covered
        if not self._is_open and len(_SENTENCE_END.findall(text)) < 2:
            # One sentence is no two paragraphs, unless it held alternatives or a list.
            return max(asked.beside, ONE_SENTENCE * self._size_of_part(old, new)), 0.0
        return asked.beside if beside else asked.apart, asked.covered

    def _join(self, old: int, new: int) -> Asked:
        """Return what is asked of a further join: less of options, where the draft prints them."""
        in_option = self._in_option
        if not any(in_option) or (
            in_option[old] and any(in_option[each] for each in self._olds[new])
        ):
            return self._demands.join
        return SETTLED.join

    def _size_of_part(self, old: int, new: int) -> float:
        """Return how like the two are when all words of the untied one stand in the other."""
        stems = self._stems
        ours, theirs = stems.old_weight(old), stems.new_weight(new)
        part = theirs if self._links.has_old(old) else ours
        return part / (sqrt(ours * theirs) + _CHANCE)

    def _is_enclosed(self, old: int, new: int) -> bool:
        """Whether the nearest tied paragraphs on either side of both are tied to one another.

        Short texts share as much by chance: of them no less is asked.
        """
        pages = self._pages
        if min(len(pages.old_words[old]), len(pages.new_words[new])) < LONG:
            return False
        return all(
            there == here == -1 or there in self._news.get(here, ())
            for here, there in (
                (
                    _nearest(self._news, old, step, len(self._pages.old)),
                    _nearest(self._olds, new, step, len(self._pages.new)),
                )
                for step in (-1, 1)
            )
        )

    def _beside(self, place: int, other: int, size: int, ties: defaultdict[int, list[int]]) -> int:
        """Count on how many sides the nearest tied place is tied to the same other: 0, 1 or 2."""
        nearest = (_nearest(ties, place, step, size) for step in (-1, 1))
        return sum(other in ties.get(at, ()) for at in nearest)

    def _covered(self, shared: frozenset[str], old: int, new: int) -> set[str]:
        """Return which of the shared stems the links of either paragraph explain already."""
        stems = self._stems
        found: set[str] = set()
        for each in self._news.get(old, ()):
            found |= shared & stems.new(each)
        for each in self._olds.get(new, ()):
            found |= shared & stems.old(each)
        return found

    def _tie(self, old: int, new: int) -> None:
        links = self._links
        if links.may_pair(old, new):
            links.pair(old, new)
        elif old in links.pairs:
            links.splits[new] = old
        elif new in links.backwards:
            links.joins[old] = new
        else:
            return
        self._news[old].append(new)
        self._olds[new].append(old)
        self._ask_neighbours(old, new)

    def _ask_neighbours(self, old: int, new: int) -> None:
        """Look again at what stands beside a new tie: less is asked of it now."""
        pages, links = self._pages, self._links
        beside = [(old, at) for at in (new - 1, new + 1) if 0 <= at < len(pages.new)]
        beside += [(at, new) for at in (old - 1, old + 1) if 0 <= at < len(pages.old)]
        for one, other in beside:
            if not (links.has_old(one) and links.has_new(other)) and self._may_tie(one, other):
                entry = self._entry(one, other)
                if entry is not None:
                    heappush(self._queue, entry)

    def _may_tie(self, old: int, new: int) -> bool:
        """Whether both are of one kind, and no person has said what became of either."""
        links = self._links
        is_ruled = new in links.persons or links.pairs.get(old) in links.persons
        is_ruled = is_ruled or (old, new) in links.barred
        return not is_ruled and self._pages.have_one_kind(old, new)


def _nearest(ties: Mapping[int, Sequence[int]], place: int, step: int, size: int) -> int:
    """Return the nearest tied place before or after another; -1 where there is none."""
    at = place + step
    while 0 <= at < size and not ties.get(at):
        at += step
    return at if 0 <= at < size else -1
