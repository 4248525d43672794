"""A proposal and one later revision in, its fate out, by rules in a visible order (domain E.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from amend.labels import Label
from amend.match.apply import WHOLE_PARAGRAPH, Asked
from amend.match.evidence import evidence, labels_of
from amend.match.lineage import Lineage, Stretch
from amend.match.measure import Taken, cut_in, taken_elsewhere, taken_in_place
from amend.match.novelty import Novelty
from amend.match.strength import is_loss, weakening
from amend.match.thresholds import Thresholds
from amend.model.proposal import Operation, Where
from amend.model.ruling import Evidence, Fate, Measure, Ruling
from amend.text.similarity import share_in_common
from amend.text.weighty import is_content, is_tombstone

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
        """Keep the parts; what a rule needs is worked out when it asks."""
        self.asked = asked
        self.novelties = novelties
        self.lineage = lineage
        self.thresholds = thresholds
        self.proposal = asked[0].proposal

    @cached_property
    def stretches(self) -> tuple[Stretch | None, ...]:
        """What became of each paragraph the proposal is on; None for a paragraph to come."""
        is_whole = self.proposal.operation in WHOLE_PARAGRAPH
        find = self.lineage.heir_of if is_whole else self.lineage.of
        return tuple(
            None if each.paragraph is None else find(each.paragraph.id) for each in self.asked
        )

    @cached_property
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

    @cached_property
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
        keys = [word.key for word in novelty.counted]
        # Of more than a few words a passage of three is wanted, which is two pairs.
        for stretch in self.lineage.nearest(keys, least=2 if len(keys) > FEW else 1):
            if stretch in self.stretches or stretch in known or best.is_unbroken:
                continue
            found = taken_elsewhere(novelty, stretch, self.lineage)
            if (len(found.matched), found.is_unbroken) > (len(best.matched), best.is_unbroken):
                best = found
        return best

    @cached_property
    def counted(self) -> int:
        """How many novel words are looked for."""
        return sum(len(each.counted) for each in self.novelties)

    @cached_property
    def taken(self) -> Measure:
        """Novel words found in place."""
        return Measure(sum(len(each.matched) for each in self.in_place), self.counted)

    @cached_property
    def cut(self) -> Measure | None:
        """Words gone of those that were to go; None if none were."""
        of = sum(len(each.cut) for each in self.novelties)
        if not of:
            return None
        pairs = zip(self.novelties, self.stretches, strict=True)
        return Measure(sum(cut_in(each, stretch) for each, stretch in pairs), of)

    def ruling(self, fate: Fate, found: tuple[Taken, ...], reason: str, *flags: str) -> Ruling:
        """Make a ruling on what was found, with its evidence."""
        matched = sum(len(each.matched) for each in found)
        standing = [each.standing for each in found]
        proofs = tuple(proof for each in standing for proof in evidence(each))
        return Ruling(
            self.lineage.later.name,
            fate,
            Measure(matched, self.counted),
            self.cut,
            labels_of(standing),
            proofs,
            self._missing(found),
            (*flags, *self._agreed_flag(), *self._bracket_flag(proofs), *self._deletion_flag(fate)),
            reason,
        )

    def _missing(self, found: tuple[Taken, ...]) -> tuple[str, ...]:
        if len(self.novelties) > 1:
            return tuple(word.printed for each in found for word in each.missing)
        there = {word.place for each in found for word in each.taken}
        counted = self.novelties[0].counted if found else ()
        return tuple(word.printed for word in counted if word.place not in there)

    def _agreed_flag(self) -> tuple[str, ...]:
        """Name the agreed texts whose words were left out of the count (domain D.3.3)."""
        names = dict.fromkeys(name for each in self.novelties for name in each.agreed)
        return tuple(f"agreed language: {name}" for name in names)

    def _bracket_flag(self, proofs: tuple[Evidence, ...]) -> tuple[str, ...]:
        """Words in square brackets are in the text, but not agreed (domain C.1)."""
        if any("[" in each.after for each in self.asked):
            return ()
        for proof in proofs:
            paragraph = self.lineage.paragraph(proof.paragraph)
            if any(b.start <= proof.start and proof.end <= b.end for b in paragraph.brackets):
                return ("in brackets, not agreed",)
        return ()

    def _deletion_flag(self, fate: Fate) -> tuple[str, ...]:
        if self.cut is None or not self.counted or fate is Fate.UNDETERMINABLE:
            return ()
        return (_deletion(self.cut, self.thresholds).value,)


Rule = Callable[[Case], Ruling | None]


def _deletion(cut: Measure, thresholds: Thresholds) -> Fate:
    if cut.words == cut.of:
        return Fate.DELETION_HONOURED
    if cut.share >= thresholds.deletion_partly:
        return Fate.DELETION_PARTLY_HONOURED
    return Fate.DELETION_NOT_HONOURED


def deletes_a_paragraph(case: Case) -> Ruling | None:
    """A paragraph is deleted if it is gone and its words do not stand in another one."""
    if case.proposal.operation is not Operation.DELETE_PARAGRAPH or case.cut is None:
        return None
    standing = [s for s in case.stretches if s is not None and not is_tombstone(s.keys)]
    if not standing:
        home = _found_again(case)
        if home is None:
            return case.ruling(Fate.DELETION_HONOURED, (), "the paragraph is gone")
        return Ruling(
            case.lineage.later.name, Fate.DELETION_NOT_HONOURED, Measure(0, 0), case.cut,
            home, reason="the paragraph is gone, but most of its words stand in another one",
        )  # fmt: skip
    fate = _deletion(case.cut, case.thresholds)
    if fate is Fate.DELETION_HONOURED:
        return case.ruling(fate, (), "none of its words is left in its place")
    gone = f"{case.cut.words} of its {case.cut.of} words are gone, the paragraph still stands"
    return case.ruling(fate, (), gone)


def _found_again(case: Case) -> tuple[Label, ...] | None:
    for each in case.novelties:
        for stretch in case.lineage.nearest(each.before):
            size = 2.0 * len(each.before) / (len(each.before) + len(stretch.keys))
            share = share_in_common(each.before, stretch.keys) / size if size else 0.0
            if share >= case.thresholds.found_again:
                return tuple(new.label for new in stretch.bead.new if new.label is not None)
    return None


def adds_nothing(case: Case) -> Ruling | None:
    """Already present if every word asked for stood in the base: no credit is due.

    Small words left over between runs that stood there are no news either.
    """
    counted = [word for each in case.novelties for word in each.counted]
    is_rest = any(each.is_discounted for each in case.novelties)
    if counted and (not is_rest or any(is_content(word.key) for word in counted)):
        return None
    if case.cut is not None and not any(each.spans for each in case.novelties):
        return None
    agreed = list(dict.fromkeys(name for each in case.novelties for name in each.agreed))
    homes = agreed or [f"{case.lineage.base.name} already"]
    verb = "stand" if agreed else "stood"
    return case.ruling(Fate.ALREADY_PRESENT, (), f"all its words {verb} in {', '.join(homes)}")


def deletes_words(case: Case) -> Ruling | None:
    """A proposal that only cuts is measured by what is gone."""
    if case.counted or case.cut is None:
        return None
    cut = case.cut
    home = _moved_on(case)
    if home is not None:
        where = f" to {', '.join(map(str, home))}" if home else ""
        reason = f"the words that were to go only moved{where}"
        return case.ruling(Fate.DELETION_NOT_HONOURED, (), reason, "moved")
    is_one = cut.of == 1 or cut.words == 0
    gone = f"{_of(cut.words, cut.of)} that {'was' if cut.of == 1 else 'were'} to go "
    gone += ("is" if is_one else "are") + ("" if cut.of > 1 or cut.words else " not") + " gone"
    return case.ruling(_deletion(cut, case.thresholds), (), gone)


def _moved_on(case: Case) -> tuple[Label, ...] | None:
    """Return where a phrase that was to go is new now; None if it is gone, or too short to tell."""
    for each in case.novelties:
        keys = [each.before[place] for place in each.cut]
        if sum(1 for key in keys if is_content(key)) < 2:
            continue
        near = [stretch for stretch in case.stretches if stretch is not None]
        for stretch in (*near, *case.lineage.nearest(keys)):
            if _stands_new(keys, stretch):
                labels = (new.label for new in stretch.bead.new if new.label is not None)
                return tuple(labels)
    return None


def _stands_new(keys: list[str], stretch: Stretch) -> bool:
    fresh, size = stretch.fresh_keys, len(keys)
    return any(fresh[at : at + size] == keys for at in range(len(fresh) - size + 1))


def stands_unbroken(case: Case) -> Ruling | None:
    """Adopted verbatim if every novel word was taken and every added span is whole."""
    found = case.in_place
    if case.taken.words < case.counted or not all(each.is_unbroken for each in found):
        return None
    if not all(each.is_about_content for each in found if each.novelty.counted):
        return None
    flags = [*weakening(found), *_new(case)]
    if not all(each.is_beside for each in found if each.novelty.counted) and not _new(case):
        flags.append("in another place of the paragraph")
    reason = _sentence(case, found, f"{_verb(case)} as asked")
    return case.ruling(Fate.ADOPTED_VERBATIM, found, reason, *flags)


def stands_mostly(case: Case) -> Ruling | None:
    """Adopted with changes from 70 per cent, if no verb, negation or figure was lost."""
    if case.taken.share < case.thresholds.with_changes or not _is_content(case.in_place):
        return None
    flags = weakening(_last(case))
    lost = next((flag.split(":")[0] for flag in flags if is_loss(flag)), "")
    fate = Fate.PARTLY_ADOPTED if lost else Fate.ADOPTED_WITH_CHANGES
    reason = _sentence(case, case.in_place, "are new there")
    if lost:
        reason += f", but not the {lost} asked for"
    return case.ruling(fate, case.in_place, reason, *flags, *_new(case))


def stands_partly(case: Case) -> Ruling | None:
    """Partly adopted from 20 per cent."""
    if case.taken.share < case.thresholds.partly or not _is_content(case.in_place):
        return None
    flags = weakening(_last(case))
    reason = _sentence(case, case.in_place, "are new there")
    return case.ruling(Fate.PARTLY_ADOPTED, case.in_place, reason, *flags, *_new(case))


def stands_elsewhere(case: Case) -> Ruling | None:
    """Adopted elsewhere if another paragraph has the words among those new to it."""
    found = case.elsewhere
    words = sum(len(each.matched) for each in found)
    share = words / case.counted if case.counted else 0.0
    if share < case.thresholds.partly or not _is_content(found):
        return None
    whole = share >= case.thresholds.with_changes
    flags = (*weakening(found[-1:]), *_spread(found))
    whole = whole and not any(is_loss(flag) for flag in flags)
    fate = Fate.ADOPTED_ELSEWHERE if whole else Fate.PARTLY_ADOPTED_ELSEWHERE
    return case.ruling(fate, found, _sentence(case, found, "are new there"), *flags)


def _last(case: Case) -> tuple[Taken, ...]:
    """Return what says which words are missing: of parts of one text only the last."""
    return case.in_place[-1:] if len(case.novelties) == 1 else case.in_place


def _spread(found: tuple[Taken, ...]) -> tuple[str, ...]:
    several = len({each.stretch for each in found if each.matched}) > 1
    return ("spread over several paragraphs",) if several else ()


def _is_content(found: tuple[Taken, ...]) -> bool:
    return any(each.is_about_content for each in found)


def _new(case: Case) -> tuple[str, ...]:
    is_new = case.proposal.operation is Operation.INSERT_NEW_PARAGRAPH
    return ("new-paragraph adopted", *_spread(case.in_place)) if is_new else ()


def _sentence(case: Case, found: tuple[Taken, ...], what: str) -> str:
    matched = sum(len(each.matched) for each in found)
    places = ", ".join(str(label) for label in labels_of(each.standing for each in found))
    where = f"{places} of {case.lineage.later.name}" if places else case.lineage.later.name
    return f"{_of(matched, case.counted)} asked for {what}, in {where}"


def _verb(case: Case) -> str:
    return "stands" if case.counted == 1 else "stand"


def _of(words: int, of: int) -> str:
    """Say a measure as people do: the one word, all 7 words, 3 of 7 words, none of the 7 words."""
    if of == 1:
        return "the one word"
    if words == of:
        return f"all {of} words"
    return f"{words} of the {of} words" if words else f"none of the {of} words"


RULES: tuple[Rule, ...] = (
    deletes_a_paragraph,
    adds_nothing,
    deletes_words,
    stands_unbroken,
    stands_mostly,
    stands_partly,
    stands_elsewhere,
)


def judge(case: Case) -> Ruling:
    """Ask the rules in order; the first that answers decides, silence is NOT_ADOPTED."""
    for rule in RULES:
        ruling = rule(case)
        if ruling is not None:
            return replace(ruling, rule=rule.__name__.replace("_", " "))
    few = f"{_of(case.taken.words, case.counted)} asked for"
    if case.taken.words == 0:
        reason = f"{few} {'is not' if case.counted == 1 else 'is'} new in its place, nor elsewhere"
    else:
        reason = f"only {few} are new in its place, and no more elsewhere"
    flags = weakening(_last(case)) if case.taken.words or case.cut else ()
    if _is_rewritten(case):
        flags = (*flags, "possible equivalent")
    ruling = case.ruling(Fate.NOT_ADOPTED, case.in_place, reason, *flags)
    return replace(ruling, rule="nothing else held")


def _is_rewritten(case: Case) -> bool:
    """Whether the words to go went and others came: a person may find that they mean the same."""
    if case.cut is None or case.cut.words < case.cut.of:
        return False
    return any(stretch is not None and stretch.fresh for stretch in case.stretches)
