"""A proposal and its base in, the paragraphs it is on out, or why that cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amend.match.anchors import find
from amend.match.standing import JUDGES
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Proposal
from amend.text.told import told

_WORDLESS = frozenset({
    Operation.BRACKET, Operation.UNBRACKET, Operation.RESERVE, Operation.SET_STATUS,
    Operation.BREAK_SILENCE, Operation.RENUMBER, Operation.SUPPORT, Operation.OPPOSE,
    Operation.ENDORSE, Operation.QUESTION, Operation.WITHDRAW, Operation.SUPERSEDE,
})  # fmt: skip
_WITHOUT_TEXT = {
    Operation.PLACEHOLDER: told("it holds a place for a text to come"),
    Operation.REQUEST_WITHOUT_TEXT: told("it asks for a change without giving words"),
    Operation.ATTACHMENT: told("its words are in an attachment that is not here"),
    Operation.REVERT: told("it goes back to an older text that it does not give"),
    Operation.EDITORIAL: told("an editorial correction earns no credit"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """The paragraphs of the base a proposal is on; `problem` says why there are none, or is "".

    No paragraph and no problem: a paragraph to come.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    problem: str = ""


def tie(proposal: Proposal, base: Revision, known: Mapping[str, Paragraph] | None = None) -> Tie:
    """Tie a proposal to its base; raises nothing: what cannot be told is a problem in words.

    `known` are the base's paragraphs by id, where many proposals are tied to one base.
    """
    problem = _problem(proposal)
    if problem:
        return Tie(problem=problem)
    if proposal.operation is Operation.INSERT_NEW_PARAGRAPH:
        return Tie() if proposal.text or proposal.whole else Tie(problem=told("it gives no words"))
    if not proposal.paragraphs:
        named = ", ".join(str(label) for label in proposal.target)
        missing = (
            told("{named} is not in {revision}", named=named, revision=base.name)
            if named
            else told("it names no paragraph of the draft")
        )
        return Tie(problem=missing)
    known = known or {each.id: each for each in base.paragraphs}
    paragraphs = tuple(known[each] for each in proposal.paragraphs if each in known)
    if not paragraphs:
        return Tie(problem=told("its paragraph is not in {revision}", revision=base.name))
    return _single(proposal, paragraphs)


def _problem(proposal: Proposal) -> str:
    if not proposal.complete:
        return told("the text asked for is cut off")
    if proposal.operation in _WORDLESS:
        return told("it takes a position and asks for no words: there is nothing to look for")
    if proposal.operation in JUDGES or proposal.operation is Operation.DELETE_PARAGRAPH:
        return ""
    reason = _WITHOUT_TEXT.get(proposal.operation, "")
    if reason and not (proposal.text or proposal.whole):
        return reason
    if not (proposal.text or proposal.cut or proposal.whole):
        return told("it gives no words")
    return ""


def _single(proposal: Proposal, paragraphs: tuple[Paragraph, ...]) -> Tie:
    """Tell the copies of a repeated label apart by the words the proposal quotes."""
    if len(paragraphs) <= max(len(proposal.target), 1) or not proposal.target:
        return Tie(paragraphs)
    quoted = proposal.cut or (proposal.anchor.words if proposal.anchor else "")
    holding = tuple(each for each in paragraphs if quoted and _holds(each, quoted))
    if len(holding) == 1:
        return Tie(holding)
    named = ", ".join(str(label) for label in proposal.target)
    problem = told(
        "{named} stands {count} times in the draft: several candidates",
        named=named, count=len(paragraphs),
    )  # fmt: skip
    return Tie(problem=problem)


def _holds(paragraph: Paragraph, quoted: str) -> bool:
    spot = find(paragraph.text, quoted)
    return spot is not None and spot.exact
