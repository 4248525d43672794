"""A proposal and one later revision in, its fate out, by rules in a visible order (domain E.2)."""

from __future__ import annotations

from collections.abc import Callable

from amend.labels import Label
from amend.match.case import Case, deletion
from amend.match.lineage import Stretch
from amend.match.measure import Taken
from amend.match.saying import (
    AS_ASKED,
    ELSEWHERE,
    NEW,
    found,
    gone,
    paragraphs,
    place,
    still,
    too_few,
)
from amend.match.strength import is_loss, weakening
from amend.model.proposal import Operation
from amend.model.ruling import Fate, Measure, Ruling
from amend.text.similarity import share_in_common
from amend.text.told import numbered, pattern, told
from amend.text.weighty import is_content, is_tombstone

Rule = Callable[[Case], Ruling | None]
_SHOWN = 12
"""So many of the words that may stand for others are shown."""


def deletes_a_paragraph(case: Case) -> Ruling | None:
    """A paragraph is deleted if it is gone and its words do not stand in another one."""
    if case.proposal.operation is not Operation.DELETE_PARAGRAPH or case.cut is None:
        return None
    standing = [s for s in case.stretches if s is not None and not is_tombstone(s.keys)]
    if not standing:
        home = _found_again(case)
        if home is None:
            return case.ruling(Fate.DELETION_HONOURED, (), told("the paragraph is gone"))
        return Ruling(
            case.lineage.later.name, Fate.DELETION_NOT_HONOURED, Measure(0, 0), case.cut,
            home,
            reason=told("the paragraph is gone, but most of its words stand in another one"),
            rule=case.rule,
        )  # fmt: skip
    fate = deletion(case.cut, case.thresholds)
    if fate is Fate.DELETION_HONOURED:
        return case.ruling(fate, (), told("none of its words is left in its place"))
    return case.ruling(fate, (), _left(case.cut))


def _left(cut: Measure) -> str:
    if not cut.words:
        return still(cut.of)
    return numbered(
        cut.words,
        "the paragraph still stands; {n} of its {of} words is gone",
        "the paragraph still stands; {n} of its {of} words are gone",
        of=cut.of,
    )


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
    if case.counted:
        is_rest = any(each.is_discounted for each in case.novelties)
        if not is_rest or any(is_content(key) for each in case.novelties for key in each.keys):
            return None
    if case.cut is not None and not any(each.spans for each in case.novelties):
        return None
    agreed = list(dict.fromkeys(name for each in case.novelties for name in each.agreed))
    reason = (
        told("all its words stand in {names}", names=", ".join(agreed)) if agreed else
        told("all its words stood in {revision} already", revision=case.lineage.base.name)
    )  # fmt: skip
    return case.ruling(Fate.ALREADY_PRESENT, (), reason)


def deletes_words(case: Case) -> Ruling | None:
    """A proposal that only cuts is measured by what is gone."""
    if case.counted or case.cut is None:
        return None
    cut = case.cut
    home = _moved_on(case)
    if home is not None:
        reason = (
            told("the words that were to go are not gone, they moved to {where}",
                 where=paragraphs(home)) if home else
            told("the words that were to go are not gone, they moved")
        )  # fmt: skip
        return case.ruling(Fate.DELETION_NOT_HONOURED, (), reason, "moved")
    return case.ruling(deletion(cut, case.thresholds), (), gone(cut))


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
    taken = case.in_place
    if case.taken.words < case.counted or not all(each.is_unbroken for each in taken):
        return None
    if not all(each.is_about_content for each in taken if each.novelty.counted):
        return None
    flags = [*weakening(taken, case.lineage.ground.scale), *_new(case)]
    if not all(each.is_beside for each in taken if each.novelty.counted) and not _new(case):
        flags.append(told("in another place of the paragraph"))
    reason = _sentence(case, taken, AS_ASKED)
    return case.ruling(Fate.ADOPTED_VERBATIM, taken, reason, *flags)


def stands_mostly(case: Case) -> Ruling | None:
    """Adopted with changes from 70 per cent, if no verb, negation or figure was lost."""
    if case.taken.share < case.thresholds.with_changes or not _is_content(case.in_place):
        return None
    flags = weakening(_last(case), case.lineage.ground.scale)
    lost = next((flag.split(":")[0] for flag in flags if is_loss(flag)), "")
    fate = Fate.PARTLY_ADOPTED if lost else Fate.ADOPTED_WITH_CHANGES
    reason = _sentence(case, case.in_place, NEW)
    if lost:
        reason = told(_LOST[lost], reason=reason)
    elif case.taken.words == case.counted:
        reason = told("{reason}, but do not stand there as asked", reason=reason)
    return case.ruling(fate, case.in_place, reason, *flags, *_new(case))


def stands_partly(case: Case) -> Ruling | None:
    """Partly adopted from 20 per cent."""
    if case.taken.share < case.thresholds.partly or not _is_content(case.in_place):
        return None
    flags = weakening(_last(case), case.lineage.ground.scale)
    reason = _sentence(case, case.in_place, NEW)
    return case.ruling(Fate.PARTLY_ADOPTED, case.in_place, reason, *flags, *_new(case))


def stands_elsewhere(case: Case) -> Ruling | None:
    """Adopted elsewhere if another paragraph has the words among those new to it."""
    taken = case.elsewhere
    words = sum(len(each.matched) for each in taken)
    share = words / case.counted if case.counted else 0.0
    if share < case.thresholds.partly or not _is_content(taken):
        return None
    whole = share >= case.thresholds.with_changes
    flags = (*weakening(taken[-1:], case.lineage.ground.scale), *_spread(taken))
    whole = whole and not any(is_loss(flag) for flag in flags)
    fate = Fate.ADOPTED_ELSEWHERE if whole else Fate.PARTLY_ADOPTED_ELSEWHERE
    return case.ruling(fate, taken, _sentence(case, taken, ELSEWHERE), *flags)


def _last(case: Case) -> tuple[Taken, ...]:
    """Return what says which words are missing: of parts of one text only the last."""
    return case.in_place[-1:] if len(case.novelties) == 1 else case.in_place


def _spread(found: tuple[Taken, ...]) -> tuple[str, ...]:
    several = len({each.stretch for each in found if each.matched}) > 1
    return (told("spread over several paragraphs"),) if several else ()


def _is_content(found: tuple[Taken, ...]) -> bool:
    return any(each.is_about_content for each in found)


def _new(case: Case) -> tuple[str, ...]:
    is_new = case.proposal.operation is Operation.INSERT_NEW_PARAGRAPH
    return (told("new-paragraph adopted"), *_spread(case.in_place)) if is_new else ()


_LOST = {
    "verb": pattern("{reason}, but the verb asked for is not among them"),
    "negation": pattern("{reason}, but the negation asked for is not among them"),
    "figure": pattern("{reason}, but the figure asked for is not among them"),
}


def _sentence(case: Case, taken: tuple[Taken, ...], what: str) -> str:
    matched = sum(len(each.matched) for each in taken)
    return found(matched, case.counted, what, place(case.labels(taken), case.lineage.later.name))


RULES: tuple[Rule, ...] = (
    deletes_a_paragraph,
    adds_nothing,
    deletes_words,
    stands_unbroken,
    stands_mostly,
    stands_partly,
    stands_elsewhere,
)
_NAMED = tuple((rule.__name__.replace("_", " "), rule) for rule in RULES)


def judge(case: Case) -> Ruling:
    """Ask the rules in order; the first that answers decides, silence is NOT_ADOPTED."""
    for case.rule, rule in _NAMED:
        ruling = rule(case)
        if ruling is not None:
            return ruling
    case.rule = "nothing else held"
    reason = too_few(case.taken)
    flags = (
        weakening(_last(case), case.lineage.ground.scale) if case.taken.words or case.cut else ()
    )
    instead = _instead(case)
    if instead:
        flags = (*flags, told("possible equivalent: {words}", words=instead))
    return case.ruling(Fate.NOT_ADOPTED, case.in_place, reason, *flags)


def _instead(case: Case) -> str:
    """Name the words that came where the words to go went: a person may find them equal.

    "" where the words to go are not all gone, or where no others came.
    """
    if case.cut is None or case.cut.words < case.cut.of:
        return ""
    for stretch in case.stretches:
        if stretch is not None and stretch.fresh:
            keys = stretch.fresh_keys
            words = " ".join(keys[:_SHOWN]) + (" …" if len(keys) > _SHOWN else "")
            places = tuple(new.label for new in stretch.bead.new if new.label is not None)
            if not places:
                return f"“{words}”"
            return told("“{words}”, in {where}", words=words, where=paragraphs(places))
    return ""
