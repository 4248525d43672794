"""Links said and links true in, the shares right out: all, and those of splits and merges alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from typing import NamedTuple

import amend
from amend.model.draft import Revision
from bench.peers import by_difflib
from bench.tfidf import assigned, cosines, over

Link = tuple[int, int]
Tool = Callable[[Sequence[str], Sequence[str]], Set[Link]]


class Share(NamedTuple):
    """Counts of links: said, true, and both."""

    said: int
    true: int
    right: int

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


def share(said: Set[Link], true: Set[Link], neutral: Set[Link] = frozenset()) -> Share:
    """Count links; a neutral one is no error and no merit."""
    return Share(len(said - neutral), len(true), len(said & true - neutral))


def share_of_parted(said: Set[Link], true: Set[Link], neutral: Set[Link] = frozenset()) -> Share:
    """Count the links of splits and merges alone.

    True are those whose old or new paragraph has several true links; said are those that touch a
    paragraph of one of them.
    """
    parted = several(true)
    old, new = {one for one, _ in parted}, {other for _, other in parted}
    touching = {(one, other) for one, other in said if one in old or other in new}
    return share(touching, parted, neutral)


def share_of_single(said: Set[Link], true: Set[Link]) -> Share:
    """Count the links outside splits and merges: said are those that touch no paragraph of one."""
    parted = several(true)
    old, new = {one for one, _ in parted}, {other for _, other in parted}
    apart = {(one, other) for one, other in said if one not in old and other not in new}
    return share(apart, true - parted)


def several(links: Iterable[Link]) -> set[Link]:
    """Return the links one end of which has another link as well."""
    links = set(links)
    of_old = Counter(one for one, _ in links)
    of_new = Counter(other for _, other in links)
    return {(one, other) for one, other in links if of_old[one] > 1 or of_new[other] > 1}


def pooled(shares: Iterable[Share]) -> Share:
    """Put the counts of several texts together."""
    return Share(*(sum(counts) for counts in zip(*shares, strict=True)))


def revision(texts: Sequence[str], name: str) -> Revision:
    """Read texts as the paragraphs of a draft without numbers; raises ValueError if it differs."""
    read = amend.read_text("\n\n".join(texts), name=name)
    if len(read.paragraphs) != len(texts):
        raise ValueError(f"{len(texts)} paragraphs were given, {len(read.paragraphs)} were read")
    return read


def by_amend(old: Sequence[str], new: Sequence[str]) -> set[Link]:
    """Tie with amend: each old paragraph of a bead with each new one."""
    first, second = revision(old, "old"), revision(new, "new")
    return links_of(amend.align(first, second), first, second)


def links_of(alignment: amend.Alignment, old: Revision, new: Revision) -> set[Link]:
    """Take beads apart into links between places."""
    old_places = {each.id: place for place, each in enumerate(old.paragraphs)}
    new_places = {each.id: place for place, each in enumerate(new.paragraphs)}
    return {
        (old_places[one.id], new_places[other.id])
        for bead in alignment.beads
        for one in bead.old
        for other in bead.new
    }


def by_tfidf(old: Sequence[str], new: Sequence[str]) -> set[Link]:
    """Tie one to one by TF-IDF and the Hungarian method."""
    return set(assigned(cosines(old, new), len(old), len(new)))


def by_tfidf_over(least: float) -> Tool:
    """Return the tool that ties every pair whose TF-IDF cosine is at least this."""
    return lambda old, new: over(cosines(old, new), least)


def by_tfidf_best(least: float) -> Tool:
    """Return the tool that ties one to one by TF-IDF, and only pairs as like as this."""
    return lambda old, new: assigned(cosines(old, new), len(old), len(new), least)


def by_lines(old: Sequence[str], new: Sequence[str]) -> set[Link]:
    """Tie as a line tool does."""
    return set(by_difflib(old, new).links)


TOOLS: dict[str, Tool] = {
    "amend": by_amend,
    "TF-IDF, Hungarian": by_tfidf,
    "the same, over 0.2": by_tfidf_best(0.2),
    "TF-IDF over 0.4": by_tfidf_over(0.4),
    "difflib": by_lines,
}
