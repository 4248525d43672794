"""A paragraph and the splices asked of it in, stretches of it out: marks, and collisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from amend.match.splice import Splice
from amend.match.trim import Trimmed
from amend.model.comparison import Edit, Op
from amend.model.proposal import Proposal
from amend.model.rolling import Backers, Reading, Stretch


class Mark(NamedTuple):
    """A splice, and all who ask for exactly it."""

    splice: Splice
    proposals: tuple[Proposal, ...]


def backers(proposals: Iterable[Proposal]) -> Backers:
    """Gather who asks for the same: each name once, and no supporter who is a proponent."""
    every = list(proposals)
    by = dict.fromkeys(name for each in every for name in each.by)
    supporters = dict.fromkeys(name for each in every for name in each.supporters)
    return Backers(
        tuple(by),
        tuple(name for name in supporters if name not in by),
        tuple(dict.fromkeys(each.id for each in every)),
        any(not each.complete for each in every),
    )


def stretches(
    text: str, asked: Sequence[tuple[Proposal, Sequence[Trimmed]]]
) -> tuple[Stretch, ...]:
    """Cut a text into stretches, in order: those joined give it again.

    What several ask for to the letter is one mark. Marks that overlap are one stretch, with a
    reading for each way it should read; words put in at one place stand one behind the other.
    """
    found: list[Stretch] = []
    at = 0
    for group in _groups(_folded(asked)):
        start = min(each.splice.start for each in group)
        end = max(each.splice.end for each in group)
        if start > at:
            found.append(Stretch(text[at:start]))
        found.append(Stretch(text[start:end], tuple(_readings(text[start:end], start, group))))
        at = end
    if at < len(text) or not found:
        found.append(Stretch(text[at:]))
    return tuple(found)


def _folded(asked: Sequence[tuple[Proposal, Sequence[Trimmed]]]) -> list[Mark]:
    """Join what is asked for to the letter by several, in the order of the text."""
    named: dict[Splice, list[Proposal]] = {}
    origins: dict[Splice, int] = {}
    for proposal, every in asked:
        for splice, origin in every:
            origins.setdefault(splice, origin)
            named.setdefault(splice, []).append(proposal)
    order = sorted(named, key=lambda each: (each.start, each.end, origins[each]))
    return [Mark(each, tuple(named[each])) for each in order]


def _groups(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Gather marks that overlap, or overlap one that does; they come in the order of the text."""
    group: list[Mark] = []
    for mark in marks:
        if group and not any(_collide(mark.splice, each.splice) for each in group):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _collide(one: Splice, other: Splice) -> bool:
    """Whether two splices change the same words, or one puts words into what the other takes."""
    return one.start < other.end and other.start < one.end


def _readings(base: str, start: int, group: Sequence[Mark]) -> Iterator[Reading]:
    """Yield a reading for each way of reading a stretch; who wants it the same way shares one."""
    ways: list[tuple[list[Splice], list[Proposal]]] = []
    for splices, proposal in _by_proposal(group):
        own = next((way for way in ways if _goes_with(splices, proposal, *way)), None)
        if own is None:
            ways.append((list(splices), [proposal]))
        else:
            own[0].extend(each for each in splices if each not in own[0])
            own[1].append(proposal)
    folded: dict[tuple[Splice, ...], list[Proposal]] = {}
    order = [each.splice for each in group]
    for splices, proposals in ways:
        folded.setdefault(tuple(sorted(splices, key=order.index)), []).extend(proposals)
    for way, proposals in folded.items():
        yield Reading(tuple(_edits(base, start, way)), backers(proposals))


def _by_proposal(group: Sequence[Mark]) -> Iterator[tuple[list[Splice], Proposal]]:
    """Gather the marks of each proposal, in the order of the text."""
    known = {each.id: each for mark in group for each in mark.proposals}
    for identity, proposal in known.items():
        marks = (mark for mark in group if identity in {each.id for each in mark.proposals})
        yield [mark.splice for mark in marks], proposal


def _goes_with(
    splices: Iterable[Splice], proposal: Proposal, way: Sequence[Splice], of: Sequence[Proposal]
) -> bool:
    """Whether a proposal can be had with others of the same proponents, in one reading."""
    if not proposal.by or proposal.by != of[0].by:
        return False
    return not any(one != each and _collide(one, each) for one in splices for each in way)


def _edits(base: str, start: int, splices: Iterable[Splice]) -> Iterator[Edit]:
    at = 0
    for splice in splices:
        first, last = splice.start - start, splice.end - start
        if first > at:
            yield Edit(Op.KEEP, base[at:first])
        if last > first:
            yield Edit(Op.DELETE, base[first:last])
        if splice.text:
            yield Edit(Op.INSERT, splice.text)
        at = last
    if at < len(base):
        yield Edit(Op.KEEP, base[at:])
