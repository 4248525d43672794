"""What was asked and a stretch of later text in, the words taken and cut out (domain E.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from amend.match.lineage import Lineage, Standing, Stretch
from amend.match.novelty import Novelty, NovelWord
from amend.match.passages import (
    Passage,
    common_passages,
    content,
    is_sure,
    may_be_sure,
    spans_in,
)
from amend.once import once
from amend.text.edits import changes
from amend.text.runs import RUN
from amend.text.weighty import contents, is_content

# So many words from a sure passage a single word is still part of the same wording.
NEAR = 3
# With such a share of all words found in one place nobody asks whether each came by chance.
MOST = 0.7


@dataclass(frozen=True)
class Taken:
    """Which of the counted words were taken up, and at which places of the stretch they stand now.

    `is_unbroken` if every added span stands among the new words as it was written; `is_beside`
    if each of them has a neighbour there that it was asked for with.
    """

    novelty: Novelty
    stretch: Stretch | None
    matched: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    is_unbroken: bool = False
    is_beside: bool = False

    @once
    def standing(self) -> tuple[Standing, ...]:
        """Where the words that were found stand in the later text."""
        return () if self.stretch is None else self.stretch.standing(self.places)

    @property
    def share(self) -> float:
        """The share of counted words taken, 0.0 to 1.0."""
        return len(self.matched) / len(self.novelty.counted) if self.novelty.counted else 0.0

    @once
    def missing(self) -> tuple[NovelWord, ...]:
        """The counted words that were not taken, in order."""
        if not self.matched:
            return self.novelty.counted
        if len(self.matched) == len(self.novelty.counted):
            return ()
        found = set(self.matched)
        return tuple(w for n, w in enumerate(self.novelty.counted) if n not in found)

    @property
    def taken(self) -> tuple[NovelWord, ...]:
        """The counted words that were taken, in order."""
        return tuple(self.novelty.counted[n] for n in sorted(self.matched))

    @property
    def rest(self) -> Novelty:
        """What was asked for and not taken here, to be looked for in another place."""
        missing = self.missing
        left = {word.place for word in missing}
        spans = (
            tuple(group)
            for span in self.novelty.spans
            for is_left, group in groupby(span, key=lambda word: word.place in left)
            if is_left
        )
        return replace(self.novelty, spans=tuple(spans), counted=missing)

    @property
    def is_about_content(self) -> bool:
        """The test of domain E.1.6: two content words match, or half of those asked for."""
        keys = self.novelty.keys
        asked = contents(keys)
        found = asked
        if len(self.matched) < len(keys):
            found = contents([keys[n] for n in self.matched])
        if not asked:  # small words alone prove something together, or not at all
            return len(self.matched) == len(self.novelty.counted) > 0
        return found >= 2 or 2 * found >= asked


def taken_in_place(
    novelty: Novelty, stretch: Stretch | None, lineage: Lineage, *, is_open: bool = False
) -> Taken:
    """Match the counted words, in order, with what is new where they were asked for.

    A passage of two content words speaks for itself. Anything less must stand beside a word it was
    asked for with, in the place of a word it was to replace, or beside another passage: a stray
    "not" or "3" is no evidence. `is_open` if the proposal leaves its place in the text open.
    """
    if stretch is None or not novelty.counted or not stretch.fresh:
        return Taken(novelty, stretch)
    whole = _whole(novelty, stretch)
    if whole is not None and (whole.is_beside or _speaks_for_itself(novelty, is_open=is_open)):
        return whole
    if not may_be_sure(novelty, stretch, lineage):
        return Taken(novelty, stretch)
    passages = common_passages(novelty, stretch)
    sure = [each for each in passages if is_sure(each, novelty, stretch, lineage, is_open=is_open)]
    near: set[int] = set()
    near.update(*(range(each.places[0] - NEAR, each.places[-1] + NEAR + 1) for each in sure))
    kept = [each for each in passages if each in sure or not near.isdisjoint(each.places)]
    return _taken(novelty, stretch, kept)


def taken_elsewhere(novelty: Novelty, stretch: Stretch, lineage: Lineage) -> Taken:
    """Match the counted words with what is new in another place: by passages only.

    Passages that stand anywhere in the base prove nothing here, and one passage at least must hold
    two content words: stock phrases turn up in every new paragraph. Where not all was taken, there
    must be three content words and a passage of three words, and one that is no chance.
    """
    whole = _whole(novelty, stretch)
    if whole is not None and _is_long(novelty):
        return whole
    # Where not all was taken a passage of three words is wanted that does not stand in the base.
    if whole is None and lineage.ground.stock.has_threes(novelty.threes & stretch.fresh_threes):
        return Taken(novelty, stretch)
    passages = common_passages(novelty, stretch)
    kept = [
        each
        for each in passages
        if len(each.places) > 1
        and not lineage.stands_in_base([stretch.keys[place] for place in each.places])
    ]
    contents = [content(each, stretch) for each in kept]
    if max(contents, default=0) < 2:
        return Taken(novelty, stretch)
    if whole is not None and (sum(contents) > 2 or not novelty.is_discounted):
        return whole
    if sum(contents) <= 2 or max(len(each.places) for each in kept) <= 2:
        return Taken(novelty, stretch)
    starts = len(novelty.counted)
    runs = ([stretch.keys[place] for place in each.places] for each in kept)
    found = _taken(novelty, stretch, kept)
    if found.share < MOST and all(lineage.is_chance(run, lineage.room, starts) for run in runs):
        return Taken(novelty, stretch)
    return found


def _is_long(novelty: Novelty) -> bool:
    """Whether some added span is a run that proves something wherever it is new.

    Three content words of it at least must be news that did not stand in the base (domain E.1.3).
    """
    if not novelty.is_discounted and len(novelty.spans) == 1:
        return len(novelty.keys) >= RUN and contents(novelty.keys) > 2
    news = {word.place for word in novelty.counted if is_content(word.key)}
    return any(
        len(span) >= RUN and sum(1 for word in span if word.place in news) > 2
        for span in novelty.spans
    )


def _whole(novelty: Novelty, stretch: Stretch) -> Taken | None:
    """Find every added span unbroken among the new words, or nothing."""
    found = spans_in(novelty, stretch)
    if found is None:
        return None
    places = tuple(chain.from_iterable([hit.places for hit in found]))
    every = tuple(range(len(novelty.counted)))
    beside = all(hit.is_beside for hit in found)
    return Taken(novelty, stretch, every, places, is_unbroken=True, is_beside=beside)


def _speaks_for_itself(novelty: Novelty, *, is_open: bool) -> bool:
    """Whether each added span proves something wherever it stands in the paragraph."""
    least = 1 if is_open else 2
    return all(
        len(span) > 1 and contents([word.key for word in span]) >= least for span in novelty.spans
    )


def _taken(novelty: Novelty, stretch: Stretch, passages: Sequence[Passage]) -> Taken:
    matched = tuple(chain.from_iterable([each.counted for each in passages]))
    places = tuple(chain.from_iterable([each.places for each in passages]))
    return Taken(novelty, stretch, matched, places)


def cut_in(novelty: Novelty, stretch: Stretch | None) -> int:
    """Count the words to go that the later text no longer has in their place (domain E.1.5)."""
    if stretch is None:
        return len(novelty.cut)
    gone: set[int] = set()
    for hunk in changes(novelty.before, stretch.keys):
        if not hunk.kept:
            gone.update(range(hunk.old_start, hunk.old_end))
    return len(gone.intersection(novelty.cut))
