"""A text in, the labels that stand there without a carrier word out: "9 pre, 9 ter, 42 bis"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amend.labels import split_head
from amend.model.draft import Revision
from amend.parse.enumerations import Enumeration, enumeration, label_of
from amend.parse.foreign import counts_other_things, is_foreign
from amend.parse.mentions import Mention

_NUMBER = re.compile(r"(?<![\w/.$€£%'’+-])(?<!\d,)(?<!°)\d{1,3}(?!\d)")
_VERB_START = re.compile(
    r"\b(?:merge|delete|retain|keep|move|combine|split|amend|renumber|bracket|streamline|reinsert"
    r"|restore|(?:insert|add)\s+(?:after|before))\s+(?:both\s+)?(?=\d)",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\s+(?:with|after|before|into|to\s+after|to\s+before|and)\s+(?=\d)", re.IGNORECASE
)
_LICENSED_END = re.compile(
    r"\s*(?:$|[.,;:)]|(?:with|and|after|before|into|to|as|in|from|because|since|for|or|the|should|is)\b)",
    re.IGNORECASE,
)
_LINE_ITEM = re.compile(
    r"\s*[:–—-]\s*(?:\W?\s*)?(?:add|insert|delete|replace|retain|keep|merge|move|split|bracket|change"
    r"|support|oppose|substitute|strike|reword|amend|no\s+change|agreed|ok)\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\b(?:(?:all|several|some|both|most|any)\s+(?:of\s+)?the\s+(?P<some>\d{1,3})"
    r"|the\s+(?P<the>\d{0,2}[1-9]))s\b",
    re.IGNORECASE,
)
_HEAD_AT = re.compile(r"(?:^|\n|:\s)\s*(?=[\[(]?\d)")
# A name before it makes a number part of an address or a model: a term alone is no licence then.
_CAPITALISED = re.compile(r"(?<=[^.!?:;\n] )[A-ZÀ-Þ][a-zà-ÿ]+ $")
_HEAD_REACH = 60


def bare(text: str, carried: list[Mention], language: str, draft: Revision | None) -> list[Mention]:
    """Return lists without a carrier: licensed by a term, a verb, a line start or a family.

    `carried` are the mentions that have one, foreign ones too: what they cover is not read again.
    """
    families = list(_families(_blanked(text, carried)))
    free = _blanked(text, [*carried, *families])
    licensed = {each.end() for each in _VERB_START.finditer(free)}
    heads = {each.end() for each in _HEAD_AT.finditer(free)}
    found: list[Mention] = []
    at = 0
    while (number := _NUMBER.search(free, at)) is not None:
        start, at = number.start(), number.end()
        if counts_other_things(text, start):
            continue
        listed = enumeration(free, start, "", draft, language)
        is_head = start in heads or start - 1 in heads
        if listed is None or not _is_licensed(free, start, listed, start in licensed, is_head):
            listed = _head(free, start) if is_head else None
        if listed is None:
            continue
        at = listed.end
        found.append(Mention("", listed.labels, start, at))
        partner = _PARTNER.match(free, at) if start in licensed else None
        if partner is not None:
            licensed.add(partner.end())
    return families + [each for each in found if not is_foreign(text, each.start, each.end)]


def _families(text: str) -> Iterator[Mention]:
    """Yield "the 42s", which names every paragraph of that number."""
    for found in _FAMILY.finditer(text):
        name = "some" if found["some"] else "the"
        label = label_of(f"{found[name]}*")
        if label is not None:
            yield Mention("", [label], found.start(name), found.end())


def _blanked(text: str, mentions: list[Mention]) -> str:
    parts, place = [], 0
    for each in sorted(mentions, key=lambda mention: mention.start):
        parts += [text[place : each.start], " " * (each.end - each.start)]
        place = each.end
    return "".join([*parts, text[place:]])


def _is_licensed(text: str, start: int, listed: Enumeration, by_verb: bool, is_head: bool) -> bool:
    if listed.has_term:
        return _CAPITALISED.search(text, max(0, start - 40), start) is None
    if by_verb:
        return _LICENSED_END.match(text, listed.end) is not None
    return is_head and _LINE_ITEM.match(text, listed.end) is not None


def _head(text: str, start: int) -> Enumeration | None:
    """Read a paragraph that opens with a lettered number: "56 a. We request"."""
    head = split_head(text[start : start + _HEAD_REACH])
    if head is None or not head[1].is_inserted:
        return None
    return Enumeration([head[1]], start + len(head[0]), has_term=True)
