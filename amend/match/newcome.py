"""A proposal for a new paragraph in, the same beside what its neighbour has become out."""

from __future__ import annotations

from dataclasses import replace

from amend.errors import LabelError
from amend.labels import Label
from amend.match.grounds import BESIDE_GONE, Ground, Outcome
from amend.match.link import tie
from amend.match.placing import placed
from amend.match.reworded import successors
from amend.match.splice import Splice
from amend.match.weave import Weave
from amend.model.alignment import Bead
from amend.model.proposal import Place, Proposal, Where
from amend.model.rebased import Astray
from amend.model.ruling import STANDING, Ruling
from amend.text.told import told

_RANKS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies")


def carry_new(proposal: Proposal, ruling: Ruling, ground: Ground) -> Outcome:
    """Carry a new paragraph over: all of it, or the words that are missing where most of it stands.

    Beside what it is to stand is told by its place, else by its own label: 9bis stands after 9.
    """
    outcome = Outcome()
    words = proposal.whole or proposal.text
    problem = tie(proposal, ground.lineage.base).problem
    if problem:
        outcome.astray.append(Astray(words, "", problem))
    elif ruling.fate in STANDING and ruling.evidence:
        _carry_rest(outcome, proposal, ruling, ground)
    else:
        _carry_all(outcome, proposal, ground, words)
    return outcome


def _carry_rest(outcome: Outcome, proposal: Proposal, ruling: Ruling, ground: Ground) -> None:
    held = [each.paragraph for each in ruling.evidence for _ in each.text.split()]
    home = ground.lineage.paragraph(max(dict.fromkeys(held), key=held.count))
    weave = Weave(None, Bead((), (home,), 0.0))
    wishes = weave.wishes([Splice(0, 0, proposal.whole or proposal.text)])
    weave.take(wishes, ruling.evidence)
    # Words that the base has elsewhere are no evidence, but where they stand they need no asking.
    weave.take_standing(wishes)
    found = placed(weave, wishes)
    outcome.done += found.done
    outcome.doubts += found.doubts
    outcome.astray += found.astray
    outcome.carried += successors(proposal, found, ground)


def _carry_all(outcome: Outcome, proposal: Proposal, ground: Ground, words: str) -> None:
    beside = proposal.place.label if proposal.place else None
    if beside is None and proposal.target:
        beside = proposal.target[0].base
    where = proposal.place.where if proposal.place else Where.AFTER
    there = ground.label(beside, is_last=where is not Where.BEFORE) if beside else None
    is_named = beside is not None and bool(
        ground.lineage.base.labelled(beside) or ground.label(beside)
    )
    if beside is not None and is_named and there is None:
        (paragraph, *_) = ground.lineage.base.labelled(beside)
        reason = told(BESIDE_GONE, label=str(beside))
        outcome.astray.append(Astray(words, "", reason, ground.nearest(paragraph)))
        return
    target = proposal.target[0] if proposal.target else None
    label = _renumbered(target, beside, there, ground) if target is not None else None
    place = proposal.place
    if there is not None and (place is not None or there != beside):
        place = Place(where, there)
        if proposal.place is not None and proposal.place.until is not None:
            place = ground.place(proposal.place) or place
    if label is not None and label != target:
        outcome.reason = told("it still fits, as {label}", label=str(label))
    targets = () if label is None else (label, *proposal.target[1:])
    outcome.carried.append(replace(proposal, base=ground.later.name, target=targets, place=place))


def _renumbered(target: Label, beside: Label | None, there: Label | None, ground: Ground) -> Label:
    """Return the number of a new paragraph when the one it follows has another: 9bis, 10bis.

    A number that another paragraph bears by now gives way to the next that is free.
    """
    label = target
    tail = str(target).removeprefix(str(beside))
    if beside is not None and there is not None and there != beside and tail != str(target):
        label = _parsed(f"{there}{tail}") or target
    if not ground.later.labelled(label) or label.is_alternative:
        return label
    stem = str(there or label.base)
    free = (_parsed(f"{stem}{rank}") for rank in _RANKS)
    return next((each for each in free if each and not ground.later.labelled(each)), label)


def _parsed(printed: str) -> Label | None:
    try:
        return Label.parse(printed)
    except LabelError:
        return None
