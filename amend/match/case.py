"""One proposal and one later revision in, what was asked and what the text shows of it out."""

from __future__ import annotations

from collections.abc import Sequence

from amend.labels import Label
from amend.match.apply import WHOLE_PARAGRAPH, Asked
from amend.match.evidence import evidence, labels_of
from amend.match.lineage import Lineage, Stretch
from amend.match.measure import Taken, cut_in, taken_elsewhere, taken_in_place
from amend.match.novelty import Novelty, stretches
from amend.match.thresholds import Thresholds
from amend.model.proposal import Operation, Where
from amend.model.ruling import Evidence, Fate, Measure, Ruling
from amend.once import once
from amend.text.told import told

# So many words stand elsewhere as a whole, or not at all.
FEW = 3
# A text is looked for in so many paragraphs at most.
PARTS = 4


class Case:
    """One proposal against one later revision: what was asked, and what the text shows."""

    def __init__(
        self, asked: tuple[Asked, ...], novelties: tuple[Novelty, ...], lineage: Lineage,
        thresholds: Thresholds,
    ) -> None:  # fmt: skip
        """Keep the parts; what a rule needs is worked out when it asks.

        `counted` is how many novel words are looked for.
        """
        self.asked = asked
        self.novelties = novelties
        self.lineage = lineage
        self.thresholds = thresholds
        self.proposal = asked[0].proposal
        self.rule = ""
        self.counted = sum([len(each.counted) for each in novelties])
        self._labelled: tuple[tuple[Taken, ...], tuple[Label, ...]] | None = None

    @once
    def stretches(self) -> tuple[Stretch | None, ...]:
        """What became of each paragraph the proposal is on; None for a paragraph to come."""
        is_whole = self.proposal.operation in WHOLE_PARAGRAPH
        find = self.lineage.heir_of if is_whole else self.lineage.of
        return tuple(
            None if each.paragraph is None else find(each.paragraph.id) for each in self.asked
        )

    @once
    def in_place(self) -> tuple[Taken, ...]:
        """What was taken where it was asked for."""
        if self.proposal.operation is Operation.INSERT_NEW_PARAGRAPH:
            return self._parts_elsewhere()
        anchor = self.proposal.anchor
        is_insertion = self.proposal.operation is Operation.INSERT_PHRASE
        is_open = is_insertion and anchor is not None and anchor.where is Where.OPEN
        return tuple(
            taken_in_place(each, stretch, self.lineage, is_open=is_open)
            for each, stretch in zip(self.novelties, self.stretches, strict=True)
        )

    @once
    def elsewhere(self) -> tuple[Taken, ...]:
        """What was taken in other places, the most first; the words of each are its own."""
        return self._parts_elsewhere()

    def _parts_elsewhere(self) -> tuple[Taken, ...]:
        """Look where most was taken, then where most of the rest was: a paragraph may be split."""
        best = max(
            (self._best_elsewhere(each, ()) for each in self.novelties),
            key=lambda found: (len(found.matched), found.is_unbroken),
        )
        parts = [best]
        while parts[-1].matched and parts[-1].missing and len(parts) < PARTS:
            more = self._best_elsewhere(parts[-1].rest, [each.stretch for each in parts])
            if not more.matched:
                break
            parts.append(more)
        return tuple(parts)

    def _best_elsewhere(self, novelty: Novelty, known: Sequence[Stretch | None]) -> Taken:
        best = Taken(novelty, None)
        keys = novelty.keys
        # Of more than a few words a passage of three is wanted, which is two pairs.
        for stretch in self.lineage.nearest(keys, least=2 if len(keys) > FEW else 1):
            if stretch in self.stretches or stretch in known or best.is_unbroken:
                continue
            found = taken_elsewhere(novelty, stretch, self.lineage)
            if (len(found.matched), found.is_unbroken) > (len(best.matched), best.is_unbroken):
                best = found
        return best

    @once
    def taken(self) -> Measure:
        """Novel words found in place."""
        return Measure(sum(len(each.matched) for each in self.in_place), self.counted)

    @once
    def cut(self) -> Measure | None:
        """Words gone of those that were to go; None if none were."""
        of = sum(len(each.cut) for each in self.novelties)
        if not of:
            return None
        pairs = zip(self.novelties, self.stretches, strict=True)
        return Measure(sum(cut_in(each, stretch) for each, stretch in pairs), of)

    def ruling(self, fate: Fate, found: tuple[Taken, ...], reason: str, *flags: str) -> Ruling:
        """Make a ruling on what was found, with its evidence; `rule` is what decides just now."""
        matched = sum([len(each.matched) for each in found])
        proofs = tuple([proof for each in found for proof in evidence(each.standing)])
        return Ruling(
            self.lineage.later.name,
            fate,
            Measure(matched, self.counted),
            self.cut,
            self.labels(found),
            proofs,
            self._missing(found),
            (*flags, *self._agreed_flag(), *self._bracket_flag(proofs), *self._deletion_flag(fate)),
            reason,
            rule=self.rule,
        )

    def labels(self, found: tuple[Taken, ...]) -> tuple[Label, ...]:
        """Return the labels of where something was found; most ask twice for the same."""
        if self._labelled is None or self._labelled[0] is not found:
            self._labelled = found, labels_of(each.standing for each in found)
        return self._labelled[1]

    def _missing(self, found: tuple[Taken, ...]) -> tuple[str, ...]:
        if len(self.novelties) > 1:
            return tuple(each for one in found for each in stretches(one.missing))
        if len(found) == 1 and found[0].novelty is self.novelties[0]:
            return stretches(found[0].missing)
        there = {word.place for each in found for word in each.taken}
        counted = self.novelties[0].counted if found else ()
        return stretches([word for word in counted if word.place not in there])

    def _agreed_flag(self) -> tuple[str, ...]:
        """Name the agreed texts whose words were left out of the count (domain D.3.3)."""
        names = dict.fromkeys(name for each in self.novelties for name in each.agreed)
        return tuple(told("agreed language: {name}", name=name) for name in names)

    def _bracket_flag(self, proofs: tuple[Evidence, ...]) -> tuple[str, ...]:
        """Words in square brackets are in the text, but not agreed (domain C.1)."""
        if any("[" in each.after for each in self.asked):
            return ()
        for proof in proofs:
            paragraph = self.lineage.paragraph(proof.paragraph)
            if any(b.start <= proof.start and proof.end <= b.end for b in paragraph.brackets):
                return (told("in brackets, not agreed"),)
        return ()

    def _deletion_flag(self, fate: Fate) -> tuple[str, ...]:
        if self.cut is None or not self.counted or fate is Fate.UNDETERMINABLE:
            return ()
        return (told(deletion(self.cut, self.thresholds).value),)


def deletion(cut: Measure, thresholds: Thresholds) -> Fate:
    """Say how far words that were to go are gone."""
    if cut.words == cut.of:
        return Fate.DELETION_HONOURED
    if cut.share >= thresholds.deletion_partly:
        return Fate.DELETION_PARTLY_HONOURED
    return Fate.DELETION_NOT_HONOURED
