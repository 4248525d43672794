"""A clause that changes no words in, the position it takes out: support, brackets, reserves."""

from __future__ import annotations

import re

from amend.model.proposal import Anchor, Operation, Where
from amend.parse.asks import Ask, Clause, each_of, take_place
from amend.parse.verbs import VERB, Act, Q, R
from amend.text.late import late

_NAMED = (
    re.compile(
        r"(?:propos\w+|amendments?|suggestions?|submissions?|statements?|edits|inputs?|text|language|wording"
        r"|intervention|position)\s+(?:just\s+)?(?:(?:made|submitted|tabled|put\s+forward)\s+)?"
        r"(?:of|by|from)\s+(?P<who>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<who>[\w’' -]+?)['’]s?\s+(?:propos|amendment|suggestion|submission|statement|input)",
        re.IGNORECASE,
    ),
    re.compile(r"sel(?:f|ves)\s+with\s+(?P<who>.+)", re.IGNORECASE),
    re.compile(
        r"(?:support|join|second|echo|back|endors)\w*\s+(?P<who>(?:the\s+)?[A-Z][\w’'-]*(?:\s+[\w’'-]+)*?)\s+(?:on|in|regarding)\b"
    ),
)
_NAME_LEAD = re.compile(
    r"^(?:(?:the\s+)?(?:propos\w+|amendments?|suggestions?|submissions?|statements?)\s+(?:of|by|from)\s+)?"
    r"(?:(?:the|of|by)\s+)*",
    re.IGNORECASE,
)
# "We oppose the deletion of para 9": who opposes that wants 9 to stay.
_OBJECT = late(
    r"\s*(?:(?:the|any|this|its|their|to|with|of|a|by|propos\w+|suggest\w+|(?-i:[A-Z])[\w’'-]+)\s+){0,6}",
    re.IGNORECASE,
)
# "We endorse the Delta Compact": a treaty has made no proposal.
_INSTRUMENT = re.compile(
    r"\b(?:Agenda|Agreement|Charter|Compact|Convention|Covenant|Declaration|Framework|Goals?|Pact"
    r"|Plan|Principles|Programme|Protocol|Statute|Strategy|Treaty)\b"
)
_WHO_ENDS = late(
    rf"\s+(?:on|regarding|concerning|for|to|in|with\s+respect|as\s+regards|about|that|which)\s+(?=.*{R}|$|\w)|[.;:]|{R}|{Q}",
)


def keep(clause: Clause) -> list[Ask]:
    """Words, or whole paragraphs, that are to stay."""
    words = clause.words_in(clause.text) or [""]
    return [
        Ask(Operation.RETAIN, target, word)
        for target in each_of(clause.targets())
        for word in words
        if target or word
    ]


def revert(clause: Clause) -> list[Ask]:
    """Paragraphs, or words, that are to be as they once were."""
    words = clause.words_in(clause.text)
    text = words[0] if words else ""
    targets = each_of(clause.targets())
    return [Ask(Operation.REVERT, target, text) for target in targets if target or text]


def mark(clause: Clause, operation: Operation) -> list[Ask]:
    """Brackets round quoted words, or round the whole paragraph."""
    words = clause.words_in(clause.text)
    if words:
        return [
            Ask(operation, target, anchor=Anchor(Where.OPEN, word))
            for target in each_of(clause.targets())
            for word in words
        ]
    return [Ask(operation, target) for target in each_of(clause.targets()) if target]


def take_position(clause: Clause, operation: Operation) -> list[Ask]:
    """Support, opposition and the like: nothing where neither paragraph nor words are named."""
    words = clause.words_in(clause.text)
    targets = clause.targets()
    opposed = list(VERB.finditer(clause.behind)) if operation is Operation.OPPOSE else []
    if [each.lastgroup for each in opposed] == [Act.DELETE] and _OBJECT.fullmatch(
        clause.behind, 0, opposed[0].start()
    ):
        return keep(clause)
    is_insertion = bool(opposed) and opposed[0].lastgroup == Act.INSERT
    anchor = Anchor(Where.OPEN, words[0]) if words and not is_insertion else None
    return [Ask(operation, targets, anchor=anchor)] if targets or words else []


def oppose(clause: Clause) -> list[Ask]:
    """Opposition to the change a clause names, without its words, which may stand nowhere."""
    targets = clause.targets(take_place(clause, clause.text)[1])
    if not targets and not clause.words_in(clause.text):
        return []
    return [Ask(Operation.OPPOSE, targets)]


def endorse(clause: Clause) -> list[Ask]:
    """Support for what others propose; `endorses` is empty where nobody is named."""
    names = _endorsed(clause)
    return [Ask(Operation.ENDORSE, clause.targets(), endorses=names)]


def _endorsed(clause: Clause) -> tuple[str, ...]:
    for pattern in _NAMED:
        match = pattern.search(clause.text, clause.start if "sel" in pattern.pattern else 0)
        if match:
            who = _WHO_ENDS.split(match["who"], maxsplit=1)[0]
            who = re.sub(r"^.*\b(?:support|endors|join|welcom|back|echo|second)\w*\s+", "", who)
            names = re.split(
                r",\s*(?:and\s+)?(?:the\s+)?|\s+and\s+the\s+|\s+as\s+well\s+as\s+(?:the\s+)?", who
            )
            return tuple(name for each in names if (name := _bare_name(each)))
    return ()


def _bare_name(name: str) -> str:
    bare = _NAME_LEAD.sub("", name.strip(" .,:;'’"))
    return bare if re.search(r"[A-Z]", bare) and _INSTRUMENT.search(bare) is None else ""


def edit(clause: Clause) -> list[Ask]:
    """Slips of the pen: the words as they are, and as they should be where both are given."""
    words = clause.words_in(clause.text)
    targets = clause.targets()
    if not words and not targets:
        return []
    new = words[1] if len(words) > 1 else ""
    return [Ask(Operation.EDITORIAL, targets, new, words[0] if words else "")]


def ask_always(clause: Clause, operation: Operation) -> list[Ask]:
    """What asks for something even where no paragraph is named."""
    return [Ask(operation, clause.targets())]
