"""What a tool said and what is true in, precision, recall and noise out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from amend.model.alignment import Alignment, Change
from amend.model.draft import Paragraph, Revision
from bench.truth import Kind, Pair

# A bead of several on both sides says only that they belong together; those of its pairs count as
# links that share this much of the shorter paragraph's words.
_BELONGS = 0.3
_QUIET = {Change.RENUMBERING, Change.RELOCATION}


@dataclass(frozen=True, slots=True)
class Found:
    """What a tool says of two revisions, in places counted from 0, old before new.

    `quiet` are the links it shows with no word changed.
    """

    links: frozenset[tuple[int, int]]
    quiet: frozenset[tuple[int, int]]
    transfers: frozenset[tuple[int, int]] = frozenset()


class Quality(NamedTuple):
    """Counts of one answer, or of several put together by `pooled`.

    `said`, `true` and `right` are links; `passed` and `carried` are transfers there were and
    transfers found, `invented` those that are none; `noise` are the paragraphs out of `same`,
    which have no word changed, that are shown as changed, gone or tied to another.
    """

    said: int
    true: int
    right: int
    passed: int
    carried: int
    invented: int
    same: int
    noise: int

    @property
    def precision(self) -> float:
        """The share of the links said that are true, 0.0 to 1.0."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of the true links that are said, 0.0 to 1.0."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.said + self.true) if self.right else 0.0


def pooled(qualities: Sequence[Quality]) -> Quality:
    """Put the counts of several answers together."""
    return Quality(*(sum(counts) for counts in zip(*qualities, strict=True)))


def judged(found: Found, pair: Pair) -> Quality:
    """Hold a tool's answer to the truth.

    A link between the two ends of a transfer is no error and no merit: the words did go there.
    It does count as that transfer found.
    """
    true = {(link.old, link.new) for link in pair.links}
    same = {(link.old, link.new) for link in pair.links if link.kind is Kind.SAME}
    passed = set(pair.transfers)
    links = found.links - passed
    return Quality(
        said=len(links),
        true=len(true),
        right=len(links & true),
        passed=len(passed),
        carried=len(passed & (found.transfers | found.links)),
        invented=len(found.transfers - passed),
        same=len(same),
        noise=len(same - found.quiet),
    )


def found_by_amend(alignment: Alignment, old: Revision, new: Revision) -> Found:
    """Take an alignment's beads apart into links between places."""
    old_places = {each.id: place for place, each in enumerate(old.paragraphs)}
    new_places = {each.id: place for place, each in enumerate(new.paragraphs)}
    links, quiet = set(), set()
    for bead in alignment.beads:
        for one, other in _pairs(bead.old, bead.new):
            link = old_places[one.id], new_places[other.id]
            links.add(link)
            if len(bead.old) == len(bead.new) == 1 and bead.changes <= _QUIET:
                quiet.add(link)
    transfers = {(old_places[each.old], new_places[each.new]) for each in alignment.transfers}
    return Found(frozenset(links), frozenset(quiet), frozenset(transfers))


def _pairs(
    old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]
) -> Iterator[tuple[Paragraph, Paragraph]]:
    is_many = len(old) > 1 and len(new) > 1
    for one in old:
        for other in new:
            if not is_many or _shared(one.text, other.text) >= _BELONGS:
                yield one, other


def _shared(old: str, new: str) -> float:
    """The share of the shorter text's words that the other holds too, in any order."""
    ours, theirs = Counter(old.lower().split()), Counter(new.lower().split())
    shorter = min(ours.total(), theirs.total())
    return (ours & theirs).total() / shorter if shorter else 0.0
