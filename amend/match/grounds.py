"""A lineage in; where paragraphs and places of its base are in the later text, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from amend.labels import Label
from amend.match.descent import descents
from amend.match.lineage import Lineage
from amend.model.alignment import Bead
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.rebased import Astray, Nearest
from amend.text.told import pattern, told

_WORDS = 12
_LIKE = 0.26  # from this likeness a paragraph is worth a look (design note 0017)

BESIDE_GONE = pattern("{label}, beside which it was to stand, is gone")


@dataclass(slots=True)
class Outcome:
    """What came of a proposal: see `Rebased`; `doubts` are places that are approximate."""

    carried: list[Proposal] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    astray: list[Astray] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    reason: str = ""


class Ground:
    """A base and the later revision, as proposals made on the one are carried over to the other."""

    def __init__(self, lineage: Lineage) -> None:
        """Keep the lineage; what a proposal needs is worked out when it asks."""
        self.lineage = lineage
        self.later = lineage.later
        self._known = {each.id: each for each in lineage.base.paragraphs}

    def paragraphs(self, proposal: Proposal) -> list[Paragraph]:
        """Return the paragraphs of the base that a proposal is on."""
        return [self._known[each] for each in proposal.paragraphs if each in self._known]

    def bead(self, paragraph: Paragraph, *, as_whole: bool = False) -> Bead:
        """Return the bead of a paragraph; `as_whole` also what was put in its place."""
        find = self.lineage.heir_of if as_whole else self.lineage.of
        stretch = find(paragraph.id)
        return Bead((paragraph,), (), 0.0) if stretch is None else stretch.bead

    def moved(self, proposal: Proposal, heirs: Sequence[Paragraph]) -> Proposal:
        """Return a proposal as it is, on other paragraphs; its labels only where they changed."""
        found = list({each.id: each for each in heirs}.values())
        labels = tuple(dict.fromkeys(each.label for each in found if each.label is not None))
        kept = proposal.target if set(labels) == set(proposal.target) or not found else labels
        ids = tuple(each.id for each in found)
        if proposal.operation is Operation.PROPOSE_ALTERNATIVE and proposal.target and labels:
            kept = (_alternative(proposal.target[0], labels[0]),)
            place = self.place(proposal.place) if proposal.place is not None else None
            proposal = replace(proposal, place=place)
        return replace(proposal, base=self.later.name, target=kept, paragraphs=ids)

    def label(self, label: Label, *, is_last: bool = True) -> Label | None:
        """Return the number that a paragraph of the base has in the later text; None if gone."""
        named = self.lineage.base.labelled(label) or self._alike(label)
        heirs = [new for each in named for new in self.bead(each).new if new.label is not None]
        if not heirs:
            return None
        return (heirs[-1] if is_last else heirs[0]).label

    def _alike(self, label: Label) -> tuple[Paragraph, ...]:
        """Find what a label means that leaves the carrier out, or puts it in: OP 9 for 9."""
        return tuple(
            each for each in self.lineage.base.paragraphs
            if each.label is not None and each.label.plain == label.plain
        )  # fmt: skip

    def place(self, place: Place) -> Place | None:
        """Return a place among paragraphs by their later numbers; None if its paragraph is gone."""
        label = self.label(place.label, is_last=place.where is not Where.BEFORE)
        if label is None:
            return None
        until = self.label(place.until, is_last=False) if place.until is not None else None
        return Place(place.where, label, until)

    def first(self, paragraphs: Sequence[Paragraph]) -> Nearest | None:
        """Return the first of some paragraphs as a place to look at; None if there is none."""
        return next((_opening(each) for each in paragraphs), None)

    def nearest(self, paragraph: Paragraph) -> Nearest | None:
        """Return the later paragraph that is likest to one that is gone; None if none is like it.

        Likeness proves nothing: it is a place for a person to look at.
        """
        at = self._descents.get(paragraph.id)
        return None if at is None else _opening(self.lineage.paragraph(at))

    @cached_property
    def _descents(self) -> dict[str, str]:
        every = self.lineage.base.paragraphs
        found = descents([each.text for each in every], self.later)
        return {
            each.id: descent.paragraph
            for each, descent in zip(every, found, strict=True)
            if descent.paragraph is not None and descent.likeness >= _LIKE
        }


def _alternative(target: Label, label: Label) -> Label:
    """Return the label of an alternative to a paragraph that has another number now: 10alt."""
    beside = target
    while beside.is_alternative and beside.steps:
        beside = beside.base
    tail = str(target).removeprefix(str(beside))
    return Label.parse(f"{label}{tail}") if tail else label


def _opening(paragraph: Paragraph) -> Nearest:
    words = paragraph.text.split()
    text = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return Nearest(paragraph.id, paragraph.label, text)


def gone(paragraphs: Sequence[Paragraph]) -> str:
    """Say that paragraphs are gone."""
    named = ", ".join(str(each.label) for each in paragraphs if each.label is not None)
    if not named:
        return told("its paragraph is gone")
    return told("{names} is gone", names=named)
