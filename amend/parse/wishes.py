"""Masked prose in, the operations that its sentences ask for out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amend.labels import Label
from amend.model.proposal import Operation
from amend.parse.asks import Ask, Clause
from amend.parse.builders import build
from amend.parse.clauses import CHANGES, ELLIPSIS, clauses, verb_in
from amend.parse.masked import Masked
from amend.parse.verbs import ASKING, ATTACHED, VERB, WISH, Act, Q, R

HEAD = re.compile(
    r"\W*(?:(?:in|for|on|at|to|under|regarding|re|concerning|amendment\s+\w+|proposal(?:\s+\w+)?)\b[:\s]*)*"
    rf"(?P<labels>{R}(?:\s*(?:,|and|&)\s*{R})*)(?P<part>,?\s+(?:line|sentence|first|second|last|chapeau)[^:,]{{0,30}})?"
    r"\s*(?:\((?!new\)|nuevo\)|nouveau\))(?P<by>[^()]{2,80})\))?\s*(?P<mark>[:.,–—]|-(?=\s)|$)\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:{Q}|{R}|\bthis\s+(?:paragraph|para|text|sentence))\s*(?:(?:should|shall|must|could|to|may|needs?\s+to)\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"(?:(?:in|at|on|to|for|under|after|before|between|from|following)\b[^.;]{{0,80}}?[{Q[1:-1]}{R[1:-1]}][^.;]{{0,30}}?[,:]?\s*)+"
    r"(?:please\s+|we\s+(?:\w+\s+){1,3})?$",
    re.IGNORECASE,
)
_OF_THE_TEXT = re.compile(
    r"\b(?:this|the)\s+(?:paragraph|para|sentence)\b|\bas\s+(?:drafted|it\s+stands)\b|\bproposal\b"
    r"|\bthe\s+(?:draft|current)\s+text\b",
    re.IGNORECASE,
)
_DESCRIPTIVE = re.compile(
    r"\bthe\s+para(?:graph)?s?\s+(?:on|about|concerning|regarding|relating)\b", re.IGNORECASE
)
_POSITIONS = frozenset({Act.SUPPORT, Act.ENDORSE, Act.KEEP, Act.OPPOSE, Act.REVERT, Act.RESERVE})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a block asks for, and what later blocks inherit from it.

    `heading` are the labels that what follows is about, None where the block changes nothing in
    that; `over` is the label that points "(a)" below it belong to. `is_silent` tells that a block
    without asks speaks of no paragraph and quotes nothing, so that nothing is lost with it.
    """

    asks: tuple[Ask, ...] = ()
    heading: tuple[Label, ...] | None = None
    over: Label | None = None
    is_silent: bool = True


def is_instruction(masked: Masked) -> bool:
    """Whether words behind a paragraph's number ask for a change and are not its proposed text."""
    match = VERB.search(masked.text)
    if match is None:
        return False
    before = masked.text[: match.start()]
    if not (ASKING.match(before) or _SUBJECT.search(before) or _LED.match(before)):
        return False
    speaks = re.search(f"{Q}|{R}", masked.text) or _OF_THE_TEXT.search(masked.text)
    short = len(masked.text.split()) <= (3 if Act(match.lastgroup or "") in _POSITIONS else 8)
    return bool(speaks) or short


def wishes(masked: Masked, context: tuple[Label, ...], *, is_below: bool = False) -> Reading:
    """Read clause by clause; a clause that names no paragraph takes the one named before it."""
    asks: list[Ask] = []
    pronoun: tuple[str, ...] = ()
    act: Act | None = None
    for text, is_sentence_start, rest in clauses(masked.text):
        shared = Clause(rest, masked, Act.READ, 0, 0).labels_in(rest)
        match = verb_in(text)
        labels = Clause(text, masked, Act.READ, 0, 0).labels_in(text)
        if match is not None:
            act = Act(match.lastgroup or "")
        elif is_sentence_start or act is None or not ELLIPSIS.search(text):
            context = _led_labels(text, labels) or context
            continue
        span = match.span() if match is not None else (0, 0)
        clause = Clause(text, masked, act, *span, context or shared, pronoun)
        asks += [ask for ask in build(clause) if _is_kept(ask, clause)]
        context = labels or context
        pronoun = tuple(clause.words_in(text)[:1]) or pronoun
    if asks:
        return Reading(tuple(asks))
    return _without_act(masked, context if is_below else ())


def _led_labels(text: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    return labels if HEAD.match(text) else ()


def _is_kept(ask: Ask, clause: Clause) -> bool:
    """A change that names no paragraph counts only where it is put as a wish.

    A letter that only quotes, 'the report adds that "x"', asks for nothing.
    """
    is_change = clause.act in CHANGES or ask.operation is Operation.REQUEST_WITHOUT_TEXT
    if not is_change or ask.target or ask.place:
        return True
    before = clause.before
    if before.rstrip().endswith(":"):
        return True
    return bool(ASKING.match(before) or _SUBJECT.search(before) or _LED.match(before))


def _without_act(masked: Masked, context: tuple[Label, ...]) -> Reading:
    clause = Clause(masked.text, masked, Act.READ, 0, 0)
    labels = clause.labels_in(masked.text)
    described = _DESCRIPTIVE.search(masked.text) is not None
    if labels or described or (context and WISH.search(masked.text)):
        operation = _quiet_operation(masked.text)
        if operation is not None:
            return Reading((Ask(operation, labels or context),))
    return Reading(is_silent=not labels and not masked.quotes)


def _quiet_operation(text: str) -> Operation | None:
    if ATTACHED.search(text):
        return Operation.ATTACHMENT
    if text.rstrip().endswith("?"):
        return Operation.QUESTION
    return Operation.REQUEST_WITHOUT_TEXT if WISH.search(text) else None
