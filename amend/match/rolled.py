"""All that is asked of one paragraph in, that paragraph of the rolling text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amend.labels import Label
from amend.match.apply import is_on_words
from amend.match.stretches import backers, stretches
from amend.match.trim import Trimmed
from amend.model.comparison import Edit, Op
from amend.model.draft import Paragraph, Role
from amend.model.proposal import Operation, Place, Proposal
from amend.model.rolling import (
    Collision,
    Position,
    Reading,
    RollingParagraph,
    Scope,
    Stretch,
    Whole,
)

# What these say is said by their name; of the others the sentence is shown.
_SAY_IT_ALL = frozenset({Operation.RETAIN, Operation.SUPPORT, Operation.OPPOSE, Operation.RESERVE})


@dataclass(slots=True)
class Asked:
    """What is asked of one paragraph, as it is gathered: in words, as a whole, or none."""

    marks: list[tuple[Proposal, Sequence[Trimmed]]] = field(default_factory=list)
    wholes: list[tuple[Scope, str, Proposal]] = field(default_factory=list)
    positions: list[Proposal] = field(default_factory=list)


def rolled(
    paragraph: Paragraph, asked: Asked, new: Sequence[Proposal] | None = None
) -> RollingParagraph:
    """Lay out one paragraph; `new` are those who ask for it, where the base does not have it."""
    text = "" if new else paragraph.text
    cut = _stretches(text, asked) if new is None else (_inserted(paragraph, new),)
    return RollingParagraph(
        id=None if new else paragraph.id,
        label=paragraph.label,
        printed=paragraph.printed,
        role=Role.OPERATIVE if new else paragraph.role,
        stretches=cut,
        wholes=() if _is_alone(asked) else tuple(_wholes(asked.wholes)),
        positions=tuple(_positions(asked.positions)),
        source=None if new else paragraph.source,
    )


def _inserted(paragraph: Paragraph, asked: Iterable[Proposal]) -> Stretch:
    return Stretch("", (Reading((Edit(Op.INSERT, paragraph.text),), backers(asked)),))


def _is_alone(asked: Asked) -> bool:
    """Whether all who ask anything of a paragraph want it gone, or written anew, in one way."""
    ways = {(scope, text) for scope, text, _ in asked.wholes}
    is_one = len(ways) == 1 and next(iter(ways))[0] is not Scope.ALTERNATIVE
    return is_one and not asked.marks


def _stretches(text: str, asked: Asked) -> tuple[Stretch, ...]:
    if not _is_alone(asked):
        return stretches(text, asked.marks)
    wanted = asked.wholes[0][1]
    edits = [Edit(Op.DELETE, text)] if text else []
    edits += [Edit(Op.INSERT, wanted)] if wanted else []
    return (Stretch(text, (Reading(tuple(edits), backers(each for *_, each in asked.wholes)),)),)


def _wholes(asked: Iterable[tuple[Scope, str, Proposal]]) -> Iterator[Whole]:
    """Fold the wishes for the whole paragraph that are the same."""
    ways: dict[tuple[Scope, str, Label | None], list[Proposal]] = {}
    for scope, text, each in asked:
        label = each.target[0] if scope is Scope.ALTERNATIVE and each.target else None
        ways.setdefault((scope, text, label), []).append(each)
    for (scope, text, label), proposals in ways.items():
        yield Whole(scope, text, backers(proposals), label)


def _positions(asked: Iterable[Proposal]) -> Iterator[Position]:
    """Fold the positions that say the same; what is only a sentence stands as it was written.

    So does what is asked of the words of a paragraph that is itself only asked for.
    """
    ways: dict[tuple[Operation, str, Place | None, str], list[Proposal]] = {}
    for each in asked:
        said = "" if each.operation in _SAY_IT_ALL else " ".join(each.raw.split())
        words = "" if said and is_on_words(each) else each.whole or each.cut or each.text
        key = (each.operation, words, each.place, said)
        ways.setdefault(key, []).append(each)
    for (operation, words, place, said), proposals in ways.items():
        yield Position(operation, backers(proposals), words, place, said)


def collisions(identity: str, found: RollingParagraph, asked: Asked) -> Iterator[Collision]:
    """Yield what cannot be had together: overlapping marks, and wishes for the whole beside any."""
    for each in found.stretches:
        if len(each.readings) > 1:
            ids = (one for reading in each.readings for one in reading.backers.proposals)
            yield Collision(identity, found.label, tuple(dict.fromkeys(ids)))
    wholes = [each for each in found.wholes if each.scope is not Scope.ALTERNATIVE]
    if wholes and (asked.marks or len(wholes) > 1):
        ids = (one for each in wholes for one in each.backers.proposals)
        others = (proposal.id for proposal, _ in asked.marks)
        yield Collision(identity, found.label, tuple(dict.fromkeys((*ids, *others))))
