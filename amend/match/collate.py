"""A base and proposals on it in, the rolling text out: each in its place, with whose it is.

The rules are those of docs/design/0014-compilation.md. Nothing is chosen between proposals: what is
asked for alike is folded, what collides stands side by side, what fits nowhere is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from amend.match.gathered import Gathered
from amend.match.rolled import Asked, collisions, rolled
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal
from amend.model.rolling import Collision, Rolling, RollingParagraph
from amend.notices import Code, Notice
from amend.text.told import listed, told

_NOWHERE: Mapping[str, str] = MappingProxyType({})
_ENDORSEMENTS = frozenset({Operation.ENDORSE, Operation.SUPPORT})


def collate(
    base: Revision, proposals: Iterable[Proposal], elsewhere: Mapping[str, str] = _NOWHERE
) -> Rolling:
    """Return the base with every proposal in its place; none is lost, none is chosen.

    Proposals stand in the order given. Those taken back by another, on paragraphs that the base
    does not have, or with an anchor that is not there, are among the unplaced. `elsewhere` names
    the revision that a proposal was made on, by its id, where that is not the base.
    """
    every = tuple(proposals)
    gathered = Gathered(base, every, elsewhere)
    replaced = {each.supersedes: each for each in every if each.supersedes}
    endorsed = [each for each in every if each.supporters and each.operation not in _ENDORSEMENTS]
    for each in every:
        later = replaced.get(each.id)
        if later is not None:
            gathered.refuse(each, _taken_back(later))
        elif each.operation is not Operation.INSERT_NEW_PARAGRAPH and not _is_folded(
            each, endorsed
        ):
            gathered.take(each)
    paragraphs, met = _laid_out(gathered)
    notices = (*gathered.notices, *(_notice(each, base) for each in met))
    order = {each.id: place for place, each in enumerate(every)}
    unplaced = sorted(gathered.unplaced, key=lambda each: order[each.proposal])
    return Rolling(
        base.name, paragraphs, tuple(unplaced), met, notices, tuple(elsewhere.items()),
        base.language or "",
    )  # fmt: skip


def _laid_out(
    gathered: Gathered,
) -> tuple[tuple[RollingParagraph, ...], tuple[Collision, ...]]:
    paragraphs: list[RollingParagraph] = []
    met: list[Collision] = []
    for each in gathered.order:
        asked = gathered.asked.get(each.id, Asked())
        found = rolled(each, asked, gathered.new.get(each.id))
        paragraphs.append(found)
        met += collisions(each.id, found, asked)
    return tuple(paragraphs), tuple(met)


def _is_folded(proposal: Proposal, endorsed: Iterable[Proposal]) -> bool:
    """Whether a proposal shows at another one: its endorser among the supporters, or taken back."""
    if proposal.operation is Operation.WITHDRAW:
        return proposal.supersedes is not None
    if proposal.operation not in _ENDORSEMENTS:
        return False
    return any(
        set(proposal.by) & set(other.supporters) and _is_on_one(proposal, other)
        for other in endorsed
    )


def _is_on_one(proposal: Proposal, other: Proposal) -> bool:
    if proposal.target:
        asked = {label.plain for label in proposal.target}
        return any(label.plain in asked for label in other.target)
    return not proposal.paragraphs or bool(set(proposal.paragraphs) & set(other.paragraphs))


def _taken_back(later: Proposal) -> str:
    how = "withdrawn" if later.operation is Operation.WITHDRAW else "replaced"
    return f"was {how} by {later.id}"


def _notice(collision: Collision, base: Revision) -> Notice:
    where = f"{base.name}, {collision.label or collision.paragraph}"
    ids = listed(collision.proposals)
    text = told("{ids} cannot be had together; they stand side by side.", ids=ids)
    return Notice(Code.PROPOSALS_COLLIDE, where, text)
