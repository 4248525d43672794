"""Courses and the lineages of their bases in, the proposals as they stand on a later revision out.

What is done is what the ruling on that revision holds for done; where the rest belongs is said by
the beads. None is lost on the way: each proposal is open, done or lost, and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from amend.match.anchors import find
from amend.match.apply import is_on_words
from amend.match.grounds import BESIDE_GONE, Ground, Outcome, gone
from amend.match.lineage import Lineage
from amend.match.newcome import carry_new
from amend.match.reworded import carry_words
from amend.match.saying import REPLACED
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Place, Proposal
from amend.model.rebased import Astray, Rebase, Rebased, State
from amend.model.ruling import STANDING, Course, Fate, Measure, Ruling
from amend.notices import Code, Notice
from amend.text.told import joined, told

_ABOUT_OTHERS = frozenset({Operation.WITHDRAW, Operation.SUPERSEDE})
_ON_SHAPE = frozenset(
    {Operation.MOVE_PARAGRAPH, Operation.MERGE_PARAGRAPHS, Operation.SPLIT_PARAGRAPH}
)
_ON_PLACE = _ON_SHAPE | {Operation.MOVE_PHRASE}
_IN_PART = frozenset(
    {Fate.PARTLY_ADOPTED, Fate.PARTLY_ADOPTED_ELSEWHERE, Fate.DELETION_PARTLY_HONOURED}
)


def rebase(courses: Sequence[Course], lineages: Mapping[str, Lineage], later: Revision) -> Rebase:
    """Carry proposals over to a later revision; `lineages` lead to it from each of their bases.

    The courses must hold a ruling on that revision. A proposal that was made on it is carried over
    as it is; one on a revision that no lineage starts from is lost, and says so.
    """
    grounds = {name: Ground(lineage) for name, lineage in lineages.items()}
    replaced = {
        each.proposal.supersedes: each.proposal.id for each in courses if each.proposal.supersedes
    }
    return Rebase(
        later.name,
        tuple(_rebased(each, grounds.get(each.proposal.base), later, replaced) for each in courses),
    )


def _rebased(
    course: Course, ground: Ground | None, later: Revision, replaced: Mapping[str, str]
) -> Rebased:
    proposal = course.proposal
    if proposal.id in replaced:
        return Rebased(proposal, State.DONE, told(REPLACED, name=replaced[proposal.id]))
    if proposal.base == later.name:
        reason = told("it was made on {name}", name=later.name)
        return Rebased(proposal, State.OPEN, reason, carried=(proposal,))
    if ground is None:
        return _lost(
            proposal, told("its base {name!r} is not among the revisions", name=proposal.base)
        )
    ruling = _ruling_on(course, later)
    if proposal.operation in _ABOUT_OTHERS:
        return Rebased(proposal, State.DONE, told("it speaks of another proposal"))
    if ruling.by != "amend" and ruling.fate in STANDING - _IN_PART:
        reason = told(
            "{name} ruled it {fate}: {reason}", name=ruling.by, fate=told(ruling.fate.value),
            reason=ruling.reason,
        )  # fmt: skip
        return Rebased(proposal, State.DONE, reason)
    return _told(proposal, _way(proposal)(proposal, ruling, ground), ruling)


def _ruling_on(course: Course, later: Revision) -> Ruling:
    """Return the ruling on a revision; a proposal that nobody could judge has none of its words."""
    nothing = Ruling(later.name, Fate.UNDETERMINABLE, Measure(0, 0))
    return next((each for each in course.rulings if each.revision == later.name), nothing)


_Way = Callable[[Proposal, Ruling, Ground], Outcome]


def _way(proposal: Proposal) -> _Way:
    if proposal.operation is Operation.INSERT_NEW_PARAGRAPH:
        return carry_new
    if proposal.operation is Operation.DELETE_PARAGRAPH:
        return _carry_deletion
    if is_on_words(proposal):
        return carry_words
    return _carry_position


def _told(proposal: Proposal, outcome: Outcome, ruling: Ruling) -> Rebased:
    """Make one result of what came of a proposal on all its paragraphs."""
    notices = tuple(
        Notice(
            Code.ANCHOR_APPROXIMATE,
            str(proposal.source),
            told("{id}: {doubt}; check it.", id=proposal.id, doubt=doubt),
        )
        for doubt in outcome.doubts
    )
    rest = (tuple(outcome.carried), tuple(outcome.done), tuple(outcome.astray), notices)
    if outcome.carried:
        return Rebased(proposal, State.OPEN, _still(outcome), *rest)
    if outcome.astray:
        return Rebased(proposal, State.LOST, outcome.astray[0].reason, *rest)
    reason = outcome.reason or ruling.reason or told("nothing of it is left to ask for")
    return Rebased(proposal, State.DONE, reason, *rest)


def _still(outcome: Outcome) -> str:
    if outcome.reason:
        return outcome.reason
    if outcome.astray:
        return told("a part of it fits; for the rest no place was found")
    return told("the rest of it still fits") if outcome.done else told("it still fits")


def _lost(proposal: Proposal, reason: str) -> Rebased:
    words = Astray(proposal.text, proposal.cut, reason)
    return Rebased(proposal, State.LOST, reason, astray=(words,))


def _carry_deletion(proposal: Proposal, ruling: Ruling, ground: Ground) -> Outcome:
    """A paragraph that is to go: done if it is gone, else asked for of what it has become."""
    outcome = Outcome()
    if ruling.fate is Fate.DELETION_HONOURED:
        return outcome
    heirs: list[Paragraph] = []
    for paragraph in ground.paragraphs(proposal):
        bead = ground.bead(paragraph)
        if len(bead.old) > 1 and bead.new:
            others = [each for each in bead.old if each.id != paragraph.id]
            named = joined(", ", (
                told("a paragraph without a number") if each.label is None else str(each.label)
                for each in others
            ))  # fmt: skip
            reason = told("it was merged with {names}, which would go, too", names=named)
            outcome.astray.append(Astray("", paragraph.text, reason, ground.first(bead.new)))
        heirs += bead.new if len(bead.old) == 1 else ()
    if not proposal.paragraphs:
        outcome.astray.append(Astray("", proposal.cut, _unnamed(proposal)))
    if heirs:
        outcome.carried.append(ground.moved(proposal, heirs))
    return outcome


def _unnamed(proposal: Proposal) -> str:
    named = ", ".join(str(each) for each in proposal.target)
    if not named:
        return told("it names no paragraph")
    return told("{names} is not in {base}", names=named, base=proposal.base)


def _carry_position(proposal: Proposal, ruling: Ruling, ground: Ground) -> Outcome:
    """What asks for no new words goes where its paragraphs went."""
    outcome = Outcome()
    if proposal.operation in _ON_PLACE and ruling.fate in STANDING - _IN_PART:
        return outcome
    words = (proposal.text, proposal.cut)
    if proposal.operation is Operation.RETAIN and ruling.fate is Fate.NOT_ADOPTED:
        first = ground.paragraphs(proposal)[:1]
        near = ground.first(ground.bead(first[0]).new) if first else None
        outcome.astray.append(Astray(*words, ruling.reason, near))
        return outcome
    paragraphs = ground.paragraphs(proposal)
    heirs = [each for paragraph in paragraphs for each in ground.bead(paragraph).new]
    place = ground.place(proposal.place) if proposal.place is not None else None
    if paragraphs and not heirs:
        outcome.astray.append(Astray(*words, gone(paragraphs), ground.nearest(paragraphs[0])))
    elif proposal.place is not None and place is None:
        reason = told(BESIDE_GONE, label=str(proposal.place.label))
        outcome.astray.append(Astray(*words, reason))
    elif not paragraphs and proposal.target:
        outcome.astray.append(Astray(*words, _unnamed(proposal)))
    elif missing := _missing(proposal, paragraphs, heirs):
        reason = told("“{words}”, which it speaks of, does not stand there any more", words=missing)
        outcome.astray.append(Astray(*words, reason, ground.first(heirs)))
    else:
        outcome.carried.append(_placed(ground.moved(proposal, heirs), place))
        has_changed = [each.text for each in paragraphs] != [each.text for each in heirs]
        if has_changed and proposal.operation in _ON_SHAPE and any(words):
            outcome.doubts.append(told("the paragraphs it gives new words to have changed since"))
    return outcome


def _missing(
    proposal: Proposal, paragraphs: Sequence[Paragraph], heirs: Sequence[Paragraph]
) -> str:
    """Return words that a proposal quotes, that stood in its paragraphs, and stand there no more.

    "" where there are none.
    """
    quoted = [proposal.anchor.words] if proposal.anchor is not None else []
    if proposal.operation is Operation.MOVE_PHRASE:
        quoted.append(proposal.text or proposal.cut)
    return next((each for each in quoted if each and _hold(paragraphs, each)
                 and not _hold(heirs, each)), "")  # fmt: skip


def _hold(paragraphs: Sequence[Paragraph], words: str) -> bool:
    spots = (find(each.text, words) for each in paragraphs)
    return any(spot is not None and spot.exact for spot in spots)


def _placed(proposal: Proposal, place: Place | None) -> Proposal:
    return proposal if place is None else replace(proposal, place=place)
