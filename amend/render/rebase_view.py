"""Rebased proposals in, what people read of them out: every sentence is made here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amend.model.comparison import Op
from amend.model.proposal import Operation, Proposal
from amend.model.rebased import Astray, Rebased, State
from amend.notices import Code, Notice
from amend.render.rebase import Reading, RebaseReport
from amend.render.rebase_said import said
from amend.render.redlines import shown
from amend.render.remarks import remark
from amend.render.shapes import Remark, Segment
from amend.render.trails import by_line
from amend.render.wording import OPERATIONS, Keys, opening, where
from amend.text.told import Told, begun, counted, joined, listed, pattern, told

_AROUND = 8
_HEADS = {
    State.OPEN: told("Still open, and carried over"),
    State.DONE: told("Done: nothing is left to ask for"),
    State.LOST: told("Lost: no place was found"),
}
_COUNTS = {
    State.OPEN: pattern("{count} open"),
    State.DONE: pattern("{count} done"),
    State.LOST: pattern("{count} lost"),
}


@dataclass(frozen=True, slots=True)
class CarriedText:
    """How one paragraph would read: its number, and the words round what would change."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class CarriedCard:
    """One proposal: who asked for what where, why it is where it is, and what of it is left.

    `supporters` is "" where there are none.
    """

    key: str
    proponents: str
    supporters: str
    what: str
    reason: str
    texts: tuple[CarriedText, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarriedGroup:
    """The proposals in one state, "open", "done" or "lost", under their head."""

    state: str
    title: str
    cards: tuple[CarriedCard, ...]


@dataclass(frozen=True, slots=True)
class RebaseView:
    """All proposals in three groups; a group without proposals is left out."""

    title: str
    made: str
    summary: str
    groups: tuple[CarriedGroup, ...]
    remarks: tuple[Remark, ...] = ()
    language: str = "en"


def rebase_view(report: RebaseReport) -> RebaseView:
    """Lay out what became of a set of proposals."""
    found = report.rebase
    counts = listed(told(_COUNTS[state], count=found.count(state)) for state in State)
    every = {state: [each for each in found.results if each.state is state] for state in State}
    met = _met(report)
    keys = Keys("carried")
    known = {result.proposal.id for result in found.results}
    return RebaseView(
        told("Proposals carried over to {name}", name=shown(found.revision)),
        shown(report.made),
        told(
            "{proposals}: {counts}.",
            proposals=counted(len(found.results), "proposal"),
            counts=counts,
        ),
        tuple(
            CarriedGroup(
                state.value,
                told("{head} ({count})", head=_HEADS[state], count=len(results)),
                tuple(_card(each, report, keys, met) for each in results),
            )
            for state, results in every.items()
            if results
        ),
        tuple(remark(each) for each in report.notices if not _is_on_card(each, known)),
    )


def _is_on_card(notice: Notice, known: Collection[str]) -> bool:
    """Whether the card of a proposal tells it already."""
    return notice.code is Code.PROPOSALS_COLLIDE or (
        notice.code is Code.ANCHOR_APPROXIMATE and notice.text.split(":")[0] in known
    )


def _met(report: RebaseReport) -> dict[str, list[Proposal]]:
    """Return for each proposal of the new set the others that cannot be had beside it."""
    every = {each.id: each for each in report.rebase.proposals}
    found: dict[str, list[Proposal]] = {}
    for collision in report.collisions:
        for one in collision.proposals:
            others = (every[each] for each in collision.proposals if each != one)
            found.setdefault(one, []).extend(others)
    return found


def _card(
    result: Rebased, report: RebaseReport, keys: Keys, met: Mapping[str, Sequence[Proposal]]
) -> CarriedCard:
    proposal = result.proposal
    ids = {each.id for each in result.carried}
    here = [each for each in report.readings if each.proposal in ids]
    others = {other.id: other for each in result.carried for other in met.get(each.id, ())}
    return CarriedCard(
        keys.key(proposal.id),
        by_line(proposal),
        listed(map(shown, proposal.supporters)),
        _asks(proposal),
        told("{reason}.", reason=begun(shown(result.reason))),
        tuple(_text(each) for each in here) or tuple(_places(result)),
        (*map(_meeting, others.values()), *_remarks(result)),
    )


def _meeting(other: Proposal) -> str:
    """Say of a collision what a delegate can do about it: speak to the others."""
    return told(
        "! {name} would change the same words ({asks}): both cannot be had",
        name=by_line(other),
        asks=_asks(other),
    )


def _asks(proposal: Proposal) -> str:
    return joined(", ", (OPERATIONS[proposal.operation], where(proposal)))


def _places(result: Rebased) -> Iterator[CarriedText]:
    for each in result.carried:
        named = listed(str(label) for label in each.target)
        yield CarriedText(named, (Segment(Op.KEEP, _wordless(each)),))


def _wordless(proposal: Proposal) -> str:
    words = said(proposal) or opening(proposal.text or proposal.raw)
    return words or OPERATIONS[Operation(proposal.operation)]


def _remarks(result: Rebased) -> Iterator[str]:
    if result.done and result.state is not State.DONE:
        yield told("there already: “{words}”", words=opening(" ".join(result.done)))
    for each in result.astray:
        yield from _astray(each, is_part=bool(result.carried) or len(result.astray) > 1)
    for notice in result.notices:
        doubt = notice.text
        if isinstance(doubt, Told) and "doubt" in doubt.values:
            yield told("! {doubt}; check it.", doubt=shown(doubt.values["doubt"]))
        else:
            yield f"! {shown(doubt.removeprefix(f'{result.proposal.id}: '))}"


def _astray(astray: Astray, *, is_part: bool) -> Iterator[str]:
    words = [told("“{words}”", words=opening(astray.text))] if astray.text else []
    words += [told("to go: “{words}”", words=opening(astray.cut))] if astray.cut else []
    what = joined(", ", words) or told("it")
    if is_part:
        reason = shown(astray.reason)
        yield told("no place for {what}: {reason}", what=what, reason=reason)
    else:
        yield told("no place for {what}", what=what)
    near = astray.nearest
    if near is not None:
        words_there = told("“{words}”", words=shown(near.text))
        place = words_there if near.label is None else joined(", ", (str(near.label), words_there))
        yield told("nearest: {place}", place=place)


def _text(reading: Reading) -> CarriedText:
    label = "" if reading.label is None else str(reading.label)
    return CarriedText(label, tuple(_around(_redline(reading))))


def _redline(reading: Reading) -> list[Segment]:
    found: list[Segment] = []
    at = 0
    for start, end, words in reading.splices or ((0, 0, reading.after),):
        found.append(Segment(Op.KEEP, shown(reading.before[at:start])))
        found.append(Segment(Op.DELETE, shown(reading.before[start:end])))
        found.append(Segment(Op.INSERT, shown(words)))
        at = end
    found.append(Segment(Op.KEEP, shown(reading.before[at:])))
    return [each for each in found if each.text]


def _around(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Keep some words beside each change, and leave the rest of the paragraph out."""
    for place, each in enumerate(segments):
        words = each.text.split(" ")
        if each.op is not Op.KEEP or len(words) <= 2 * _AROUND:
            yield each
            continue
        before = " ".join(words[:_AROUND]) + " " if place else ""
        behind = " ".join(words[-_AROUND - 1 :]) if place + 1 < len(segments) else ""
        yield Segment(Op.KEEP, f"{before}… {behind}" if behind else f"{before}…")
