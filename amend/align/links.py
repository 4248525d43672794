"""What has been tied so far, by place: the sheet that the steps of the alignment fill in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Links:
    """What has been tied so far, by place.

    `pairs` are primary links, one to one; `splits` new -> old and `joins` old -> new tie a further
    paragraph to one that has a primary link; `transfers` are passages between paragraphs that each
    have a link of their own, with their number of words. `persons` are the new places that a person
    tied, with the name; `barred` the pairs one ruled out, with the name.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    backwards: dict[int, int] = field(default_factory=dict)
    splits: dict[int, int] = field(default_factory=dict)
    joins: dict[int, int] = field(default_factory=dict)
    transfers: list[tuple[int, int, int]] = field(default_factory=list)
    persons: dict[int, str] = field(default_factory=dict)
    barred: dict[tuple[int, int], str] = field(default_factory=dict)

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
