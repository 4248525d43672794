"""A clause in, whether it is itself the language of a draft and asks nobody for anything out.

A file of proposals quotes drafts at length, and a draft keeps, supports, includes and withdraws on
every page. "Parties shall keep a record" retains no paragraph, whatever heading it stands under.
"""

from __future__ import annotations

import re

from amend.model.proposal import Operation
from amend.parse.asks import Clause
from amend.parse.verbs import WISH, Act, P, Q, R
from amend.text.late import late

# What is said of others' proposals, or of one's own, and the words that show it.
OF_PROPOSALS = frozenset({Operation.ENDORSE, Operation.WITHDRAW, Operation.SUPERSEDE})
_OF_A_PROPOSAL = late(
    r"\b(?:propos|amend|suggest|submission|statement|edit|input|comment|position|reserv|interven"
    r"|text|propuest|enmiend|indicaci)\w*|sel(?:f|ves)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:shall|may|deber[áa]n?|podr[áa]n?|doi(?:t|vent)|peu(?:t|vent))\s+"
    r"(?:\w+(?:,|\s+and|\s+or)\s+){0,3}(?:(?:also|further|not|\w+ly)\s+){0,2}(?:be\s+|ser\s+|être\s+)?$",
    re.IGNORECASE,
)
# What may, or shall, be changed: "para 9 may be deleted" is a wish all the same.
_OF_THE_TEXT = re.compile(
    rf"(?:{Q}|{R}|{P}|\b(?:para(?:graph)?|sentence|text|words?|phrase|it|this|they|these|which|p[áa]rrafo"
    r"|texto|paragraphe|texte))\W*$",
    re.IGNORECASE,
)
_POSITIONS = frozenset(
    {Act.SUPPORT, Act.ENDORSE, Act.KEEP, Act.OPPOSE, Act.WITHDRAW, Act.REVERT, Act.RESERVE}
)
# Who takes a position says who he is, or leaves himself out: "Support", "EU: keep", "we oppose".
_SPEAKER = late(
    r"\b(?:we|i|our|my|us|please|nous|nosotros|ourselves)\b|:\s|(?:^|[.;,]\s+|\band\s+)(?:the\s+)?"
    r"(?-i:[A-Z])[\w’'&.-]*(?:\s+(?:and\s+|of\s+|the\s+|,\s*)*(?-i:[A-Z])[\w’'&.-]*){0,8}"
    rf"\s+(?:\w+\s+){{0,4}}$|[{Q[1:-1]}{R[1:-1]}{P[1:-1]}]",
    re.IGNORECASE,
)
_FEW_WORDS = 4
_LONG = 40
_SIGN = re.compile(f"[{Q[1:-1]}{R[1:-1]}{P[1:-1]}]")
_IT = re.compile(
    r"(?:\s+(?:it|this|that|these|those|them|fully|too|also|all\s+of\s+it))*\W*", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:we|i|our|my|us|nous|nosotros)\b", re.IGNORECASE)
_BE = re.compile(r"\b(?:should|must|could|to|is|are|be|been)\b|\s+$", re.IGNORECASE)
_NOUN = late(
    r"\b(?:in|of|for|with|to|and|or|the|their|its|this|such|any|enhanc\w*|provid\w*|mobiliz\w*"
    r"|financial|international|technical|adequate|additional|including)\s+$",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"\s+(?:for|needed|received|provided|to)\b", re.IGNORECASE)
_DEFINING = frozenset({"include", "includes", "incluye", "incluyen"})
_WISHED = late(
    r"\b(?:we|i|our|my|us|please|kindly|delegations?|nous|nosotros)\b"
    rf"|[{Q[1:-1]}{R[1:-1]}{P[1:-1]}][^.;]{{0,40}}?\b(?:should|must|could|ought|needs?|requires?|deserves?|is\s+(?:too|not))\b"
    r"|\b(?:para(?:graph)?|text|sentence|wording|language)s?\s+(?:\w+\s+){0,4}?(?:should|must|could|needs?)\b"
    r"|^\W*(?:strengthen|streamlin|improv|clarif|consider|reflect|address|mention|refer|elaborat"
    r"|shorten|simplif|revis|review|tighten|expand|emphasi[sz]|highlight|specif|request|suggest"
    r"|propos|recommend|prefer)\w*(?=\s+(?!of\b)\w)",
    re.IGNORECASE,
)
_SHALL = re.compile(r"\bshall\b|\bdeber[áa]n?\b|\bdoi(?:t|vent)\b", re.IGNORECASE)


def is_drafted(clause: Clause) -> bool:
    """Whether a clause is itself the language of a draft: "Support shall be provided ..."."""
    before = clause.before
    modal = _MODAL.search(before)
    if modal is not None and _OF_THE_TEXT.search(before[: modal.start()]) is None:
        return True
    verb = clause.text[clause.start : clause.end].lower()
    if verb.endswith("ing") and not before.strip() and _SIGN.search(clause.text) is None:
        return True
    if verb in _DEFINING and re.search(rf"{Q}\s*$", before) is not None:
        return True
    return clause.act in _POSITIONS and not _is_position(clause)


def is_of_a_proposal(clause: Clause) -> bool:
    """Whether a clause names a proposal, a paragraph or words, or ends in "it"."""
    if _OF_A_PROPOSAL.search(clause.text) or _SIGN.search(clause.text):
        return True
    return _IT.fullmatch(clause.behind) is not None


def _is_position(clause: Clause) -> bool:
    """Whether somebody takes a position, and no draft tells what others are to support."""
    before, verb = clause.before, clause.text[clause.start : clause.end].lower()
    if clause.act is Act.SUPPORT and verb == "support" and _is_noun(before, clause.behind):
        return False
    if clause.act is Act.WITHDRAW and verb.startswith(("withdrawal", "withdrawn")):
        return _OF_A_PROPOSAL.search(clause.text) is not None
    if clause.act is Act.KEEP and verb.endswith(("ed", "kept")) and _FIRST.search(before) is None:
        bare = _BE.sub("", before)
        return _OF_THE_TEXT.search(bare) is not None or len(bare.split()) <= _FEW_WORDS
    if clause.act in {Act.SUPPORT, Act.ENDORSE} and _SHALL.search(clause.text):
        return False
    return len(before.split()) <= _FEW_WORDS or _SPEAKER.search(before) is not None


def _is_noun(before: str, behind: str) -> bool:
    """Whether "support" is what is given to a country and not to a paragraph."""
    if _FIRST.search(before):
        return False
    if _NOUN.search(before) is not None:
        return True
    if _NOUN_BEHIND.match(behind) is None:
        return False
    return bool(before.strip()) or (_SIGN.search(behind) is None and len(behind) > _LONG)


def is_wished(text: str) -> bool:
    """Whether words without a verb of amendment ask for something of the text they name."""
    if _SHALL.search(text) or WISH.search(text) is None:
        return False
    return _WISHED.search(text) is not None
