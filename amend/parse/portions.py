"""A clause that names a part of a paragraph in, its operations narrowed to that part out.

"Delete the last sentence of para 9" is read as "delete para 9" would be, and then narrowed: what
asks for the whole paragraph asks for the part, and a place without words is an end of the part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from amend.model.proposal import Anchor, Operation, Where
from amend.parse.asks import Ask, Clause
from amend.parse.verbs import Act, P
from amend.text.parts import Part, PartKind

_BESIDE = re.compile(
    r"\b(?:(?P<after>after|following|below|despu[ée]s\s+del?|luego\s+del?|tras|seguido\s+al?"
    r"|a\s+continuaci[óo]n\s+del?|apr[èe]s|после|بعد)|before|antes\s+del?|avant|перед|قبل)\s+"
    rf"(?:(?:the|el|la|le)\s+|l['’])?(?P<part>{P})",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:como|en)\s+(?:un\s+)?(?:sustituti\w+|reemplazo|sustituci[óo]n)\s+(?:del?|al?)\s+"
    rf"(?:(?:el|la|los)\s+)?(?P<part>{P})",
    re.IGNORECASE,
)
# A full stop that is to become a comma: what is added goes on with the sentence.
_TURNED_STOP = re.compile(
    r"\bpunto\b[^.;:]{0,30}\bcoma\b|\b(?:full\s+stop|period)\b[^.;:]{0,40}\bcomma\b", re.IGNORECASE
)
_RANKS = (
    (PartKind.SUBPARAGRAPH, PartKind.LINE),
    (PartKind.POINT,),
    (PartKind.CHAPEAU, PartKind.TITLE, PartKind.SENTENCE),
)
_NARROWED = {
    Operation.INSERT_NEW_PARAGRAPH: Operation.INSERT_PHRASE,
    Operation.REPLACE_PARAGRAPH: Operation.REPLACE_PHRASE,
    Operation.DELETE_PARAGRAPH: Operation.DELETE_PHRASE,
    Operation.MOVE_PARAGRAPH: Operation.MOVE_PHRASE,
}
_IN_WORDS = frozenset(
    {
        Operation.INSERT_PHRASE,
        Operation.REPLACE_PHRASE,
        Operation.DELETE_PHRASE,
        Operation.MOVE_PHRASE,
        Operation.RETAIN,
        Operation.BRACKET,
        Operation.UNBRACKET,
    }
)


class Portion(NamedTuple):
    """Where in a paragraph: steps outermost first, several where several parts are named.

    `where` is AFTER or BEFORE where something is to stand beside the part, else None;
    `is_instead` tells that what is added takes the place of the part.
    """

    steps: tuple[tuple[Part, ...], ...]
    where: Where | None = None
    is_instead: bool = False


def take_portion(clause: Clause) -> tuple[Clause, Portion]:
    """Find the parts a clause names, or inherits; return the clause with blanks for them."""
    beside = _BESIDE.search(clause.text)
    instead = _INSTEAD.search(clause.text)
    if instead is not None:
        bare = re.sub(P, " ", clause.text)
        steps = ((clause.masked.part(instead["part"]),),)
        return replace(clause, text=bare), Portion(steps, None, is_instead=True)
    named = [clause.masked.part(sign) for sign in re.findall(P, clause.text)]
    where = None
    if beside is not None:
        where = Where.AFTER if beside["after"] else Where.BEFORE
        own = clause.masked.part(beside["part"])
        named = [own, *(each for each in named if each != own and not each.is_new)]
    if not named and not clause.labels_in(clause.text):
        named = list(clause.parts)
    text = clause.text
    if beside is not None:
        text = text[: beside.start()] + " " * len(beside[0]) + text[beside.end() :]
    return replace(clause, text=re.sub(P, " ", text)), Portion(tuple(_steps(named)), where)


def _steps(named: Iterable[Part]) -> list[tuple[Part, ...]]:
    """Order parts from the outermost in; two of a kind are two places, not one in the other."""
    parts = list(dict.fromkeys(named))
    ranks = Counter(_rank(each) for each in parts)
    if not parts:
        return []
    if max(ranks.values()) > 1:
        return [(each,) for each in parts]
    return [tuple(sorted(parts, key=_rank))]


def _rank(part: Part) -> int:
    return next(rank for rank, kinds in enumerate(_RANKS) if part.kind in kinds)


def narrowed(asks: list[Ask], clause: Clause, portion: Portion) -> list[Ask]:
    """Narrow what a clause asks for to the parts it names; what is only described is left."""
    if _TURNED_STOP.search(clause.text) is not None:
        asks = [_going_on(each) for each in asks]
    if not portion.steps:
        return asks
    if not asks and clause.act is Act.DELETE:
        asks = [Ask(Operation.DELETE_PHRASE, clause.targets())]
    if portion.is_instead:
        asks = [_instead(each) for each in asks]
    return [_narrow(ask, steps, portion.where) for ask in asks for steps in portion.steps]


def _instead(ask: Ask) -> Ask:
    """Let "add the following in place of the third sub-paragraph" replace it."""
    if ask.operation not in {Operation.INSERT_PHRASE, Operation.INSERT_NEW_PARAGRAPH}:
        return replace(ask, is_described=False)
    return replace(ask, operation=Operation.REPLACE_PHRASE, anchor=None)


def _narrow(ask: Ask, steps: tuple[Part, ...], where: Where | None) -> Ask:
    operation = _NARROWED.get(ask.operation, ask.operation)
    if operation not in _IN_WORDS or ask.is_described:
        return ask
    anchor = ask.anchor
    if operation is Operation.INSERT_PHRASE and where is not None:
        anchor = Anchor(where)
    elif operation is Operation.INSERT_PHRASE and anchor is None:
        anchor = Anchor(Where.OPEN)
    place = ask.place if operation is Operation.MOVE_PHRASE else None
    return replace(ask, operation=operation, anchor=anchor, place=place, whole=None, parts=steps)


def _going_on(ask: Ask) -> Ask:
    """Let words for "the end, where the full stop becomes a comma" bring the comma."""
    if ask.operation is not Operation.INSERT_PHRASE or ask.text.startswith(","):
        return ask
    return replace(ask, text=f", {ask.text}", anchor=Anchor(Where.END))
