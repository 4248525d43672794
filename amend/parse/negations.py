"""A clause that names a change in, whether its writer asks for it out.

"Do not delete para 13" holds the verb of a deletion and asks for the contrary; "if para 13 is
deleted" asks for nothing. A change that nobody wants must never be counted as a wish.
"""

from __future__ import annotations

import re
from enum import StrEnum

from amend.parse.asks import Clause
from amend.parse.clauses import CHANGES
from amend.parse.verbs import VERB, Act, Q, R


class Stance(StrEnum):
    """How the writer of a clause stands to the change that its verb names."""

    ASKED = "asked"
    OPPOSED = "opposed"
    QUESTIONED = "questioned"
    UNSURE = "unsure"


_NOT = (
    r"(?:\b(?:not|never|nor|neither|against|disagree\w*|regret\w*|oppos\w+|reject\w*|cannot)|n['’]t"
    r"|\bno(?:\s+(?:need|reason|wish|grounds|cause|intention|point|support))?|\bobject\w*\s+to)"
)
# Only these may stand between "not" and its verb: "this is not clear, so delete it" is a wish.
_LINKS = (
    r"(?:\s+(?:yet|to|for|the|any|an?|that|be|been|being|want\w*|wish\w*|like|see|need\w*|find|it"
    r"|consider|necessary|useful|appropriate|helpful|agree\w*|accept\w*|support\w*|favou?r|in|of"
    r"|with|propos\w+|suggest\w*|request\w*|ask\w*|call\w*|seek\w*|recommend\w*|intend\w*|this"
    r"|these|further|have|idea|merit|value|sense|word|words|phrase"
    rf"|{Q}|{R}))*"
)
_NEGATED = re.compile(
    rf"{_NOT}{_LINKS}\s*$"
    r"|\bn(?:e\s+|['’])(?:\w+\s+){0,4}?(?:pas|plus|jamais|point)\s+(?:(?:à|de|la|le|l['’]|être)\s*){0,3}$"
    r"|\b(?:contre|oppos(?:e|es|ons|ent|é)\s+à|se\s+opone\w*\s+a|en\s+contra\s+de)\s+(?:(?:la|le|el|que)\s+)?$"
    r"|\bno\s+(?:(?:se|deb\w+|dese\w+|quer\w+|estamos|est[áa]|de|acuerdo|con|que|ser|apoy\w+|la"
    r"|acept\w+|podemos|es|necesario)\s+)+$"
    r"|\bnicht\s+(?:zu\s+)?$",
    re.IGNORECASE,
)
_PREFERRED_NOT = re.compile(r"\s+(?:not\b|that\b[^.;,]{0,40}\bnot\b)", re.IGNORECASE)
# "The deletion of para 13 is not acceptable": the verb is a noun, and the subject.
_SUBJECT = re.compile(r"\W*(?:(?:any|the|such)\s+)?$", re.IGNORECASE)
_UNWELCOME = re.compile(
    r"\b(?:is|are|would\s+be|seems?)\s+(?:\w+ly\s+)?(?:not\s+|un|in)"
    r"(?:accept|necessar|warrant|justif|appropriate|need|support|help|wise)\w*",
    re.IGNORECASE,
)
_DISSENT = re.compile(
    r"[;,.:–—]\s*(?:but\s+|and\s+|however,?\s+|which\s+)?(?:we|i|our\s+\w+)\s+(?:\w+\s+)?"
    r"(?:disagree|do\s+not|don['’]t|cannot|can\s+not|oppose|object|are\s+(?:against|opposed))\b",
    re.IGNORECASE,
)
_IF = r"(?:if|unless|in\s+case|in\s+the\s+event|si\b(?=\s+l)|falls|wenn)\b"
_CONDITION = re.compile(
    rf"\W*(?:(?:and|but|even|only)\s+)*{_IF}[^,:]*$|\W*should\s+(?:the\s+)?(?:{R}|{Q})\s+be\s+$",
    re.IGNORECASE,
)
_CONDITION_BEHIND = re.compile(rf"\b{_IF}[^,:;]*$", re.IGNORECASE)
_POLITE = re.compile(
    r"\b(?:appreciat|grateful|prefer|ask|wonder|suggest|better|thank|happy|welcome|consider|glad"
    r"|pleased|could\s+(?:live|accept|support|agree|join))\w*",
    re.IGNORECASE,
)
_RATHER = re.compile(r"\b(?:rather\s+than|instead\s+of|short\s+of)\s+(?:to\s+)?$", re.IGNORECASE)
_ASKS_WHY = re.compile(r"\W*(?:why|when|by\s+whom|for\s+what\s+reason)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\W*(?:some|other|certain)\s+(?:\w+\s+)?(?:delegations?|members?|states|parties|countries)\b",
    re.IGNORECASE,
)
# What may be meant the other way round where a "not" stands before it.
_TURNED = CHANGES | {Act.SUPPORT, Act.KEEP, Act.REVERT, Act.OPPOSE, Act.BRACKET, Act.UNBRACKET}


def stance_of(clause: Clause) -> Stance:
    """Tell a wish from its contrary, from a condition, and from a question why it was done.

    What was asked by others ("some delegations propose to ...") and double negations are UNSURE.
    """
    if clause.act not in _TURNED:
        return Stance.ASKED
    if _is_condition(clause.before) or _RATHER.search(clause.before):
        return Stance.UNSURE
    if clause.text.rstrip().endswith("?") and _ASKS_WHY.match(clause.before):
        return Stance.QUESTIONED
    if _is_negated(clause):
        return Stance.OPPOSED if clause.act in CHANGES | {Act.SUPPORT} else Stance.UNSURE
    return Stance.UNSURE if _OTHERS.match(clause.before) else Stance.ASKED


def _is_condition(before: str) -> bool:
    if _CONDITION.match(before):
        return True
    found = _CONDITION_BEHIND.search(before)
    return found is not None and _POLITE.search(before[: found.start()]) is None


def _is_negated(clause: Clause) -> bool:
    if _NEGATED.search(clause.before):
        return True
    if clause.act not in CHANGES:
        return False
    if clause.act is Act.REPLACE and _PREFERRED_NOT.match(clause.behind):
        return True
    if _SUBJECT.match(clause.before) and _UNWELCOME.search(clause.behind):
        return True
    return _DISSENT.search(clause.behind) is not None and _is_reported(clause.before)


def is_of_a_deletion(clause: Clause) -> bool:
    """Whether what a clause says no to is a deletion, as in "we prefer not to delete para 13"."""
    if clause.act is not Act.REPLACE or _PREFERRED_NOT.match(clause.behind) is None:
        return clause.act is Act.DELETE
    change = VERB.search(clause.behind)
    return change is not None and change.lastgroup == Act.DELETE


_REPORTED = re.compile(
    r"\b(?:ask|propos|suggest|want|request|recommend|call|seek|sought)\w*", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:we|i|our|my)\b", re.IGNORECASE)


def _is_reported(before: str) -> bool:
    """Whether others ask: "Osmere asked to delete para 13", with no "we" in it."""
    return _REPORTED.search(before) is not None and _OWN.search(before) is None


def is_dissent(clause: Clause, before: Clause) -> bool:
    """Whether a clause says no to what another was just reported to ask for."""
    if clause.act is not Act.OPPOSE or before.act not in CHANGES:
        return False
    names_none = not clause.labels_in(clause.text) and not clause.words_in(clause.text)
    return names_none and _is_reported(before.before)
