"""Rulings in order of revision in, a course out: its headline, and who had asked for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from amend.match.alike import alike
from amend.match.sharing import shared_with
from amend.model.proposal import Proposal
from amend.model.ruling import STANDING, Course, Fate, Headline, Matter, PersonRuling, Ruling
from amend.text.told import told


def headline(rulings: Sequence[Ruling]) -> Headline:
    """Say the course in a word, as of the latest revision; earlier ones tell dropped and restored.

    Only fates that could be determined count as earlier states.
    """
    if not rulings or rulings[-1].fate is Fate.UNDETERMINABLE:
        return Headline.UNDETERMINABLE
    states = [each.fate in STANDING for each in rulings if each.fate is not Fate.UNDETERMINABLE]
    if not states[-1]:
        return Headline.DROPPED_LATER if any(states) else Headline.NOT_CARRIED
    dropped = any(states[:n] and any(states[:n]) and not state for n, state in enumerate(states))
    return Headline.RESTORED_LATER if dropped else Headline.CARRIED


def courses(
    ruled: Sequence[tuple[Proposal, tuple[Ruling, ...]]], persons: Sequence[PersonRuling] = ()
) -> tuple[Course, ...]:
    """Make a course of each proposal's rulings; a person's ruling takes the engine's place."""
    by_person = _by_proposal(persons)
    final = [(proposal, _overruled(rulings, by_person.get(proposal.id, ())))
             for proposal, rulings in ruled]  # fmt: skip
    shared = shared_with(final)
    same = alike([proposal for proposal, _ in final])
    return tuple(
        Course(
            proposal,
            headline(rulings),
            rulings,
            shared.get(proposal.id, ()),
            same.get(proposal.id, ()),
        )
        for proposal, rulings in final
    )


def _by_proposal(persons: Sequence[PersonRuling]) -> Mapping[str, list[PersonRuling]]:
    found: dict[str, list[PersonRuling]] = defaultdict(list)
    for each in persons:
        if each.matter is Matter.FATE and each.proposal is not None:
            found[each.proposal].append(each)
    return found


def _overruled(rulings: tuple[Ruling, ...], persons: Sequence[PersonRuling]) -> tuple[Ruling, ...]:
    """Put the last word of a person on each revision in the place of the engine's."""
    result = list(rulings)
    for person in persons:
        for place, ruling in enumerate(result):
            is_latest = place == len(result) - 1
            if person.fate is None or person.revision not in {ruling.revision, None}:
                continue
            if person.revision is None and not is_latest:
                continue
            reason = told(
                "{reason} ({day})", reason=person.reason or told("no reason given"), day=person.on
            )
            result[place] = replace(
                ruling, fate=person.fate, by=person.by, reason=reason, rule="a person's word"
            )
    return tuple(result)
