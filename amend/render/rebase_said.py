"""A proposal that gives no text in, the sentence that asks for it out, by the numbers it has now.

Each sentence is one that `amend` reads back as the same proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amend.model.proposal import Operation, Proposal, Where


def said(proposal: Proposal) -> str:
    """Say in a word or a sentence what a proposal without a text asks for; "" if it cannot be."""
    say = _SENTENCES.get(proposal.operation)
    return say(proposal, _named(proposal)) if say is not None and proposal.target else ""


def _named(proposal: Proposal) -> str:
    numbers = [str(each) for each in proposal.target]
    *first, last = numbers or [""]
    return f"paragraphs {', '.join(first)} and {last}" if first else f"paragraph {last}"


def _retain(proposal: Proposal, named: str) -> str:
    return f"Retain “{proposal.text}” in {named}." if proposal.text else "retain"


def _merge(proposal: Proposal, named: str) -> str:
    return f"Merge {named}." if len(proposal.target) > 1 else ""


def _move(proposal: Proposal, named: str) -> str:
    place = proposal.place
    if place is None:
        return ""
    side = "before" if place.where is Where.BEFORE else "after"
    return f"Move {named} {side} paragraph {place.label}."


def _split(proposal: Proposal, named: str) -> str:
    words = _words(proposal)
    return f"Split {named} after “{words}”." if words else f"Split {named}."


def _bracket(proposal: Proposal, named: str) -> str:
    words = _words(proposal)
    what = f"“{words}” in {named}" if words else named
    return f"Put {what} in square brackets."


def _unbracket(proposal: Proposal, named: str) -> str:
    words = _words(proposal)
    return f"Delete the brackets around “{words}” in {named}." if words else ""


def _move_words(proposal: Proposal, named: str) -> str:
    words = proposal.text or proposal.cut
    anchor = proposal.anchor
    if anchor is None or not words:
        return ""
    if anchor.where in {Where.BEGINNING, Where.END}:
        return f"In {named}, move “{words}” to the {anchor.where} of the paragraph."
    if anchor.where in {Where.AFTER, Where.BEFORE} and anchor.words:
        return f"In {named}, move “{words}” {anchor.where} “{anchor.words}”."
    return ""


def _words(proposal: Proposal) -> str:
    return proposal.anchor.words if proposal.anchor is not None else ""


_SENTENCES: Mapping[Operation, Callable[[Proposal, str], str]] = {
    Operation.RETAIN: _retain,
    Operation.MERGE_PARAGRAPHS: _merge,
    Operation.MOVE_PARAGRAPH: _move,
    Operation.SPLIT_PARAGRAPH: _split,
    Operation.MOVE_PHRASE: _move_words,
    Operation.BRACKET: _bracket,
    Operation.UNBRACKET: _unbracket,
    Operation.RESERVE: lambda _, named: f"We reserve our position on {named}.",
    Operation.SUPPORT: lambda _, named: f"We support {named}.",
    Operation.OPPOSE: lambda _, named: f"We cannot accept {named}.",
}
