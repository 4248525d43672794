"""A text in, the labels that stand there without a carrier word out: "9 pre, 9 ter, 42 bis"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from amend.labels import split_head
from amend.model.draft import Revision
from amend.parse.carriers import Span
from amend.parse.enumerations import Enumeration, enumeration, label_of
from amend.parse.foreign import counts_other_things, is_foreign
from amend.parse.mentions import Mention
from amend.text.late import late
from amend.text.numerals import multiplicatives

_NUMBER = late(r"(?<![\w/.$€£%'’+-])(?<!\d,)(?<!°)\d{1,3}(?!\d)")
# A number with a term, or a term whose number was said before: "both 9 and its bis".
_WORD_BEHIND = re.compile(r"[\s.\-‐‑–]{0,2}([^\W\d_]+)")
_PLACING = frozenset({"pre", "ante", "alt", "quáter", "бис", "тер", "кватер", "квинквиес"})
_ITS_TERM = re.compile(r"its\s+(?:bis|ter|quater)\b")
_TERM_REACH = 60  # characters a list may go on before its first term
_VERB_BEFORE = late(
    r"\b(?:merge|delete|retain|keep|move|combine|split|amend|renumber|bracket|streamline|reinsert"
    r"|restore|replace|(?:insert|add)\s+(?:after|before))\s+(?:both\s+)?$",
    re.IGNORECASE,
)
# "Delete from 12 to 14"; one who moves something from 12 to 14 names two places.
_FROM_BEFORE = re.compile(
    r"\b(?:delete|retain|keep|bracket|renumber|streamline|reinsert|restore)\s+from\s+$",
    re.IGNORECASE,
)
_VERB_REACH = 24
# "Merge paras 9 and 10 with 11": the verb reaches over the carrier to the bare number.
_JOINING_BEFORE = re.compile(r"\b(?:merge|combine|move|join)\s+(?:the\s+)?$", re.IGNORECASE)
_PARTNER = re.compile(
    r"\s+(?:with|as|after|before|into|to\s+after|to\s+before|and)\s+(?=\d)", re.IGNORECASE
)
_LICENSED_END = re.compile(
    r"\s*(?:$|[.,;:)]|(?:with|and|after|before|into|to|as|in|from|because|since|for|or|the|should|is)\b)",
    re.IGNORECASE,
)
_LINE_ITEM = late(
    r"\s*[:–—-]\s*(?:\W?\s*)?(?:add|insert|delete|replace|retain|keep|merge|move|split|bracket|change"
    r"|support|oppose|substitute|strike|reword|amend|no\s+change|agreed|ok)\b",
    re.IGNORECASE,
)
# What a line must look like before its number is read as more than the number of a list.
_MAY_BE_ITEM = late(r"\d{1,3}(?:\s?[a-z]\.|[^\n:–—-]{0,40}[:–—-])")
_SOME_OF_THE = re.compile(
    r"\b(?:(?:all|several|some|both|most|any)\s+(?:of\s+)?the|the)\s+$", re.IGNORECASE
)
_FAMILY_REACH = 20
# A name before it makes a number part of an address or a model: a term alone is no licence then.
_CAPITALISED = re.compile(r"(?<=[^.!?:;\n] )[A-ZÀ-Þ][a-zà-ÿ]+ $")
_HEAD_REACH = 60


def bare(
    text: str,
    carried: list[Mention],
    anchors: Iterable[Span],
    language: str,
    draft: Revision | None,
) -> list[Mention]:
    """Return lists without a carrier: licensed by a term, a verb, a line start or a family.

    `carried` are the mentions that have one, foreign ones too: what they cover is not read again.
    """
    free = blanked(text, carried)
    numbers = [span for span in anchors if free[span[0]].isdigit()]
    if not numbers:
        return []
    partners = {
        partner.end()
        for each in carried
        if _JOINING_BEFORE.search(text, max(0, each.start - _VERB_REACH), each.start)
        and (partner := _PARTNER.match(text, each.end)) is not None
    }
    return _Bare(free, text, numbers, language, draft, partners).mentions()


class _Bare:
    """The numbers of one text that no carrier covers; `free` has those that one covers blanked."""

    def __init__(
        self, free: str, text: str, numbers: list[Span], language: str, draft: Revision | None,
        partners: set[int],
    ) -> None:  # fmt: skip
        self.free, self.text, self.language, self.draft = free, text, language, draft
        self.numbers = numbers
        self.terms = [end for _, end in numbers if _has_term_at(free, end)]
        if " its " in free:
            self.terms = sorted([*self.terms, *(each.end() for each in _ITS_TERM.finditer(free))])
        self.partners = partners

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        end = 0
        for start, _ in self.numbers:
            number = _NUMBER.match(self.free, start) if start >= end else None
            if number is None:
                continue
            mention = self._family(number) or self._mention(start)
            if mention is not None:
                end = mention.end
                found.append(mention)
        return [each for each in found if not is_foreign(self.text, each.start, each.end)]

    def _family(self, number: re.Match[str]) -> Mention | None:
        """Read "the 42s", which names every paragraph of that number."""
        at, end = number.span()
        if self.free[end : end + 1] != "s" or self.free[end + 1 : end + 2].isalnum():
            return None
        before = _SOME_OF_THE.search(self.free, max(0, at - _FAMILY_REACH), at)
        if before is None or (before[0].lower().startswith("the") and number[0].endswith("0")):
            return None  # "music of the 60s"
        label = label_of(f"{number[0]}*")
        start = at if not before[0].lower().startswith("the") else before.start()
        return None if label is None else Mention("", [label], start, end + 1)

    def _mention(self, start: int) -> Mention | None:
        is_head = self._is_head(start)
        by_verb = start in self.partners or self._has_verb(start)
        if not (by_verb or self._has_term(start)) and not (
            is_head and _MAY_BE_ITEM.match(self.free, start)
        ):
            return None
        if counts_other_things(self.text, start):
            return None
        listed = enumeration(self.free, start, "", self.draft, self.language)
        if listed is None or not self._is_licensed(start, listed, by_verb, is_head):
            listed = _head(self.free, start) if is_head else None
        if listed is None:
            return None
        partner = _PARTNER.match(self.free, listed.end) if by_verb else None
        if partner is not None:
            self.partners.add(partner.end())
        return Mention("", listed.labels, start, listed.end)

    def _is_head(self, start: int) -> bool:
        """Whether a line begins here, or what a colon announces."""
        place = start
        while place and self.free[place - 1] in " \t\u00a0[(":
            place -= 1
        if place == 0 or self.free[place - 1] == "\n":
            return True
        return self.free[place - 1] == ":" and self.free[place : place + 1].isspace()

    def _has_verb(self, start: int) -> bool:
        if self.free[start - 1 : start] != " ":
            return False
        reach = max(0, start - _VERB_REACH)
        before = _VERB_BEFORE.search(self.free, reach, start)
        return (before or _FROM_BEFORE.search(self.free, reach, start)) is not None

    def _has_term(self, start: int) -> bool:
        """Whether a term stands so near behind that the list may hold it."""
        place = bisect_left(self.terms, start)
        return place < len(self.terms) and self.terms[place] <= start + _TERM_REACH

    def _is_licensed(self, start: int, listed: Enumeration, by_verb: bool, is_head: bool) -> bool:
        if listed.has_term:
            return _CAPITALISED.search(self.text, max(0, start - 40), start) is None
        if by_verb:
            return _LICENSED_END.match(self.free, listed.end) is not None
        return is_head and _LINE_ITEM.match(self.free, listed.end) is not None


def blanked(text: str, mentions: Iterable[Mention]) -> str:
    """Return a text with spaces for what these mentions cover, to the same length."""
    parts, place = [], 0
    for each in mentions:
        parts += [text[place : each.start], " " * (each.end - each.start)]
        place = each.end
    return "".join([*parts, text[place:]])


def _has_term_at(text: str, at: int) -> bool:
    """Whether the word behind a number is a term of its own: 9 bis, 9pre."""
    word = _WORD_BEHIND.match(text, at)
    return word is not None and (
        word[1].lower() in multiplicatives() or word[1].lower() in _PLACING
    )


def _head(text: str, start: int) -> Enumeration | None:
    """Read a paragraph that opens with a lettered number: "56 a. We request"."""
    head = split_head(text[start : start + _HEAD_REACH])
    if head is None or not head[1].is_inserted:
        return None
    return Enumeration([head[1]], start + len(head[0]), has_term=True)
