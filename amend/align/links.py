"""What has been tied so far, by place: the sheet that the steps of the alignment fill in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amend.model.ruling import PersonRuling


@dataclass(slots=True)
class Barred:
    """The pairs that persons have ruled out: `pair in barred`, old place first.

    A paragraph whose links a person told in full is closed: the engine adds none to them.
    """

    pairs: dict[tuple[int, int], PersonRuling] = field(default_factory=dict)
    closed_old: dict[int, PersonRuling] = field(default_factory=dict)
    closed_new: dict[int, PersonRuling] = field(default_factory=dict)

    def __contains__(self, pair: tuple[int, int]) -> bool:
        """Whether a person has said that these two are not the same."""
        return pair in self.pairs or pair[0] in self.closed_old or pair[1] in self.closed_new

    def of_old(self, old: int) -> PersonRuling | None:
        """Return the ruling that parted an old paragraph from others, if there is one."""
        if old in self.closed_old:
            return self.closed_old[old]
        return next((each for (one, _), each in self.pairs.items() if one == old), None)

    def of_new(self, new: int) -> PersonRuling | None:
        """Return the ruling that parted a new paragraph from others, if there is one."""
        if new in self.closed_new:
            return self.closed_new[new]
        return next((each for (_, one), each in self.pairs.items() if one == new), None)


@dataclass(slots=True)
class Links:
    """What has been tied so far, by place.

    `pairs` are primary links, one to one; `splits` new -> old and `joins` old -> new tie a further
    paragraph to one that has a primary link; `transfers` are passages between paragraphs that each
    have a link of their own, with their number of words. `persons` are the new places that a person
    tied; `barred` is what a person ruled out.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    backwards: dict[int, int] = field(default_factory=dict)
    splits: dict[int, int] = field(default_factory=dict)
    joins: dict[int, int] = field(default_factory=dict)
    transfers: list[tuple[int, int, int]] = field(default_factory=list)
    persons: dict[int, PersonRuling] = field(default_factory=dict)
    barred: Barred = field(default_factory=Barred)

    def pair(self, old: int, new: int) -> None:
        """Record a primary link."""
        self.pairs[old] = new
        self.backwards[new] = old

    def may_pair(self, old: int, new: int) -> bool:
        """Whether both are free for a primary link that no person has ruled out."""
        return not (self.has_old(old) or self.has_new(new) or (old, new) in self.barred)

    def all(self) -> Iterator[tuple[int, int]]:
        """Yield every link, primary ones first, as places old and new."""
        yield from self.pairs.items()
        yield from ((old, new) for new, old in self.splits.items())
        yield from self.joins.items()

    def has_old(self, old: int) -> bool:
        """Whether an old paragraph is tied to anything."""
        return old in self.pairs or old in self.joins

    def has_new(self, new: int) -> bool:
        """Whether a new paragraph is tied to anything."""
        return new in self.backwards or new in self.splits

    def staying(self) -> set[int]:
        """Return the old places whose pairs keep their order: a longest rising run."""
        ordered = [old for _, old in sorted(self.backwards.items())]
        tails: list[int] = []
        ends: list[int] = []
        previous: list[int] = []
        for place, old in enumerate(ordered):
            at = bisect_left(tails, old)
            previous.append(ends[at - 1] if at else -1)
            tails[at : at + 1] = [old]
            ends[at : at + 1] = [place]
        staying = set()
        place = ends[-1] if ends else -1
        while place >= 0:
            staying.add(ordered[place])
            place = previous[place]
        return staying
