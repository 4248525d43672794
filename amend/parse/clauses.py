"""Masked prose in, clauses of one verb each out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amend.parse.verbs import VERB, Act, Q, R
from amend.text.late import late

_ABBREVIATED = late(
    r"\b(?:paras?|pars?|op|pp|rev|art|no|nos|e\.g|i\.e|cf|mr|ms|amb|vs|p|párr|st)\.$", re.IGNORECASE
)
# It begins with a set of signs, so that the search runs from one to the next.
_SENTENCE_END = late(
    rf"[.;!?{Q[1:-1]}](?:(?<=[.;!?])[\"')\]]*\s+(?=[^a-z\s])|(?<={Q})(?:\s+(?=[A-Z{R[1:-1]}])|[.;]\s+))"
)
_LONGEST_ABBREVIATED = 8
_LEAD = (
    rf"(?:(?:in|from|to|at)\s+{R},?\s+)?(?:(?:after|before)\s+(?:the\s+)?(?:words?\s+)?{Q},?\s+)?"
)
_POLITE = (
    r"(?:(?:then|also|please|to|we|would|that|do\s+not)\s+|(?:propos|suggest|request|recommend|ask)\w*\s+"
    r"(?:(?:for|its|their)\s+)*)*"
)
_CLAUSE_START = late(rf"(?:{R}\s*[:,]\s*)?{_POLITE}{_LEAD}{_POLITE}", re.IGNORECASE)
ELLIPSIS = late(
    rf"{Q}\s+(?:after|before|at\s+the|in\s+{R}|by\b|with\b|to\b|→|->)|^(?:after|before)\s+{Q}",
    re.IGNORECASE,
)
_BETWEEN = late(rf"\b(?:between|entre)\s+(?:the\s+)?(?:words?\s+)?{Q}$", re.IGNORECASE)
_BETWEEN_REACH = 60
_CLAUSE_END = late(
    r"(?=[\s,;\[])(?:\s*[,;]\s*(?:and\s+|but\s+)?|\s*\[and\]\s*|\s+(?:and|but|y|et|or(?=\s+(?:to\s+)?(?:replace|delete|add|insert|amend|move|merge|keep)\b))\s+)",
    re.IGNORECASE,
)
_NOUN = late(
    r"(?P<subject>(?:with|subject\s+to)\s+)?(?:the\s+)?(?:deletion|insertion|addition|inclusion|replacement|removal)\s+of\b",
    re.IGNORECASE,
)
_ANCHOR = late(rf"\b(?:after|before)\s+{Q}", re.IGNORECASE)
_ONLY_ANCHOR = late(rf"(?:after|before)\s+{Q}(?:\s+in\s+{R})?\W*$", re.IGNORECASE)
_REPORTED = late(
    r"\b(?:was|were|(?:ha[sd]|have)\s+been|already|(?:ha[sd]|have))\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_REPORTED_REACH = 40
_PASSIVE = late(
    rf"(?:the\s+)?(?:words?\s+|phrase\s+)?(?:{Q}|{R})\s+(?:should|shall|must|could|may|to)\s+"
    r"(?:be\s+)?",
    re.IGNORECASE,
)
_ASKED_OF_IT = late(
    r"(?:(?:we\s+)?(?:ask|request|propose|suggest|wish|recommend|insist|urge)\w*\s+(?:that\s+)?)?"
    r"(?:it|they|this|these)\s+(?:should\s+|shall\s+|must\s+|to\s+)?be\s+",
    re.IGNORECASE,
)
TAKES_TEXT = frozenset({Act.INSERT, Act.READ, Act.REPLACE})
CHANGES = TAKES_TEXT | {Act.DELETE, Act.MOVE, Act.SWAP, Act.MERGE, Act.SPLIT}


def verb_in(text: str) -> re.Match[str] | None:
    """Find the verb of a clause; what is reported as done is not asked for."""
    for match in VERB.finditer(text):
        start = match.start()
        reported = _REPORTED.search(text, max(0, start - _REPORTED_REACH), start)
        if reported is None or Act(match.lastgroup or "") not in CHANGES:
            return match
    return None


def clauses(sentence: str) -> Iterator[tuple[str, str]]:
    """Cut a masked sentence into clauses, each with what goes on behind it without a verb.

    'add "a" before "b" and "c" before "d" in 9' has such a rest behind its first clause.
    """
    parts = list(_of_sentence(sentence))
    for place, part in enumerate(parts):
        behind = parts[place + 1] if place + 1 < len(parts) else ""
        yield part, behind if behind and verb_in(behind) is None else ""


def sentences(text: str) -> Iterator[str]:
    """Cut masked text into sentences; abbreviations end none."""
    place = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + 1
        short = text[max(place, end - _LONGEST_ABBREVIATED) : end + 1].rstrip()
        if _ABBREVIATED.search(short) is None:
            yield text[place : match.end()].strip()
            place = match.end()
    if text[place:].strip():
        yield text[place:].strip()


def _of_sentence(sentence: str) -> Iterator[str]:
    """Part at a comma or an "and" that a verb follows; words without a verb go with the next."""
    begun, place = 0, 0
    verb_end = _verb_end(sentence, begun)  # looked for once a clause: sentences may be endless
    if verb_end > len(sentence):
        yield sentence
        return
    for match in _CLAUSE_END.finditer(sentence, verb_end):
        if match.start() < max(place, verb_end):
            continue
        before = sentence[begun : match.start()]
        if _BETWEEN.search(before, max(0, len(before) - _BETWEEN_REACH)):
            continue
        if not (
            _begins_a_clause(sentence, match.end()) or _goes_on(before, sentence[match.end() :])
        ):
            continue
        yield sentence[begun : match.start()]
        begun = place = match.end()
        verb_end = _verb_end(sentence, begun)
    yield sentence[begun:]


def _verb_end(sentence: str, begun: int) -> int:
    """Return where the first verb from here on ends; behind the sentence if it has none."""
    verb = verb_in(sentence[begun:])
    return len(sentence) + 1 if verb is None else begun + verb.end()


def _goes_on(before: str, behind: str) -> bool:
    """Whether words without a verb in a usual place go on with what is asked for before them.

    "the deletion of x and the insertion of y" goes on, but not behind "we oppose"; so does "we
    support it, with the addition of y". "and after z" goes on where the same words have had their
    place already.
    """
    verb = verb_in(before)
    noun = _NOUN.match(behind)
    if noun is not None:
        act = Act(verb.lastgroup or "") if verb is not None else None
        return act in CHANGES or (noun["subject"] is not None and act is Act.SUPPORT)
    return _ONLY_ANCHOR.match(behind) is not None and _ANCHOR.search(before) is not None


def _begins_a_clause(sentence: str, place: int) -> bool:
    if ELLIPSIS.match(sentence, place):
        return True
    passive = _PASSIVE.match(sentence, place)
    if passive is not None and VERB.match(sentence, passive.end()):
        return True
    of_it = _ASKED_OF_IT.match(sentence, place)
    if of_it is not None and VERB.match(sentence, of_it.end()):
        return True
    lead = _CLAUSE_START.match(sentence, place)
    return VERB.match(sentence, lead.end() if lead else place) is not None
