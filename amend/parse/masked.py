"""A block of prose in, the same with quotations and references masked by one sign each out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from amend.errors import LabelError
from amend.labels import Label
from amend.model.draft import Revision
from amend.model.reference import Reference
from amend.parse.hints import names_nothing
from amend.parse.quotations import Quotation, is_title, quotations
from amend.parse.references import references
from amend.parse.scopes import parts_named
from amend.parse.verbs import (
    LABEL_FROM,
    LABEL_TO,
    PARAGRAPH,
    PART_FROM,
    PART_TO,
    QUOTE_FROM,
    QUOTE_TO,
    R,
)
from amend.text.late import late
from amend.text.parts import Part

# List bullets of the Symbol font live where our masks do; they say nothing.
_PRIVATE = dict.fromkeys(range(QUOTE_FROM, PART_TO + 1), " ")
_SIGN = late(f"[{chr(QUOTE_FROM)}-{chr(PART_TO)}]")
_MOST_QUOTES = QUOTE_TO - QUOTE_FROM
_MOST_LABELS = LABEL_TO - LABEL_FROM
_MOST_PARTS = PART_TO - PART_FROM

_TERM = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|pre|alt)"
_BARE_LABEL = (
    rf"(?:(?:OP|PP)\s?)?[1-9]\d{{0,2}}(?:[\s.-]{{0,2}}{_TERM}\b(?:\s?\d(?!\d))?)*"
    r"(?:\s?\([a-z]{1,4}\))*"
)
# A bare number is a paragraph only between words of amendment: "from 11 (b)", "to after 9".
_BARE = late(
    r"(?P<before>\b(?:in|to|from|(?<!group\s)of|after|before|following|between|and|with|into|delete|retain|merge"
    r"|move|split|bracket|accept|strike|replace|as|on|clauses?|SUP|ADD|MOD|NOC)\s+)"
    rf"(?P<label>{_BARE_LABEL})(?=\s*(?:$|[,.:;)]|(?:and|to|with|into|should|be|as|at|after|before"
    r"|insert|add|delete|replace|[\ue000-\uf8ff])\b))",
    re.IGNORECASE,
)
_NUMBER = late(r"(?<![\d.,(/-])[1-9]")
_WORD_BEFORE = late(
    r"\b(?:in|to|from|of|after|before|following|between|and|with|into|delete|retain|merge|move|split"
    r"|bracket|accept|strike|replace|as|on|clauses?|SUP|ADD|MOD|NOC)\s+(?:(?:OP|PP)\s?)?$",
    re.IGNORECASE,
)
_BEFORE_REACH = 16
_LINE_LABEL = late(
    rf"^(?P<before>(?:\(MOD\)|\W)*)(?P<label>{_BARE_LABEL})(?=\s*(?:\(chapeau\)\s*)?(?:[:–—]\s|\s-\s))",
    re.IGNORECASE,
)
_CARRIER = late(
    rf"(?:\b(?:the|a|an|el|la|le|l['’])\s+)?(?:(?:draft|agreed)\s+)?{PARAGRAPH}\s*(?={R})",
    re.IGNORECASE,
)
_CARRIED = late(rf"[a-zé][.]?\s*{R}", re.IGNORECASE)
_LETTERED = late(rf"({R})\s+([a-z])(?=\s*\((?:new|nouveau|nuevo)\))")
_NEW_POINT = late(
    rf"(?<=\bnew\s)\((?P<letter>[a-z])\)(?=\s*:?\s*[{chr(QUOTE_FROM)}-{chr(QUOTE_TO)}])"
)
_BESIDE = late(
    r"\b(?:after|before|despu[ée]s\s+del?|antes\s+del?|apr[èe]s|avant)\s+(?:the\s+)?", re.IGNORECASE
)
_DIGIT = late(r"\d")
_STEMS = (
    "párr", "parr", "sust", "supr", "ñad", "anad", "insért", "insert", "graphe", "rempla", "supp",
    "ajout", "insér", "alin", "absatz", "ziffer", "ersetz", "streich", "einfüg",
)  # fmt: skip
_LATIN = {
    "es": late(
        r"\b(?:p[áa]rr(?:afo)?s?|sust[ií]t[uú]\w+|supr[ií]m\w+|a[ñn]ád\w+|insért\w+)", re.IGNORECASE
    ),
    "fr": late(
        r"\b(?:paragraphes?|remplacer|supprimer|ajouter|insérer|alinéas?)\b(?!s)", re.IGNORECASE
    ),
    "de": late(r"\b(?:Absatz|Ziffern?|ersetzen|streichen|einfügen)\b"),
}


@dataclass(frozen=True, slots=True)
class Masked:
    """Prose with quotations, references and parts as one sign each, which lead back to them."""

    text: str
    quotes: tuple[Quotation, ...]
    labels: tuple[tuple[Label, ...], ...]
    printed: tuple[str, ...]
    spelled: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    counted: tuple[str, ...] = ()

    def words(self, sign: str) -> str:
        """Return the quoted words that a sign stands for."""
        return self.quotes[ord(sign) - QUOTE_FROM].words

    def named(self, sign: str) -> tuple[Label, ...]:
        """Return the labels of the reference that a sign stands for."""
        return self.labels[ord(sign) - LABEL_FROM]

    def part(self, sign: str) -> Part:
        """Return the part of a paragraph that a sign stands for."""
        return self.parts[ord(sign) - PART_FROM]

    def with_text(self, text: str) -> Masked:
        """Return the same with other words between the signs."""
        return replace(self, text=text)

    def unmask(self, text: str) -> str:
        """Put back what the writer wrote, quotation marks and all."""
        return _SIGN.sub(self._written, text)

    def _written(self, found: re.Match[str]) -> str:
        place = ord(found[0])
        if QUOTE_FROM <= place < QUOTE_FROM + len(self.spelled):
            return self.spelled[place - QUOTE_FROM]
        if LABEL_FROM <= place < LABEL_FROM + len(self.printed):
            return self.unmask(self.printed[place - LABEL_FROM])
        if PART_FROM <= place < PART_FROM + len(self.counted):
            return self.unmask(self.counted[place - PART_FROM])
        return found[0]


def language_of(text: str, default: str = "en") -> str:
    """Guess in which language an amendment is asked for, by its verbs; `default` if none tells."""
    lowered = text.lower()
    if not any(stem in lowered for stem in _STEMS):
        return default
    return next((code for code, signs in _LATIN.items() if signs.search(text)), default)


def mask(text: str, draft: Revision | None = None, language: str = "en") -> Masked:
    """Mask the quotations and references of a block; spaces are evened out."""
    clean = " ".join(text.translate(_PRIVATE).split())
    if names_nothing(clean):
        return Masked(clean, (), (), (), ())
    quotes = tuple(each for each in quotations(clean) if not is_title(each, clean))[:_MOST_QUOTES]
    return _Masking(clean, quotes, draft, language).result()


def _without_place(found: Reference) -> tuple[tuple[Label, ...], int]:
    """Read "new paragraph after 12" as a mention of 12: what is new about it the verbs tell."""
    labels = tuple(each for each in found.labels if not each.text.startswith("new"))
    place = _BESIDE.search(found.text) if labels != found.labels else None
    return labels, place.end() + found.start if place else found.start


class _Masking:
    """The state while one block is masked."""

    def __init__(
        self, clean: str, quotes: tuple[Quotation, ...], draft: Revision | None, language: str
    ) -> None:
        self.quotes = quotes
        self.spelled = tuple(clean[each.start : each.end] for each in quotes)
        self.labels: list[tuple[Label, ...]] = []
        self.printed: list[str] = []
        self.draft, self.language = draft, language_of(clean, language)
        self.parts: list[Part] = []
        self.counted: list[str] = []
        self.text = self._parts_masked(self._quotes_masked(clean))

    def result(self) -> Masked:
        """Mask the references: those of the grammar first, then numbers that verbs license."""
        self._mask_references()
        if _DIGIT.search(self.text) is None:
            return self._masked()
        self.text = _LINE_LABEL.sub(self._bare, self.text, count=1)
        while self._may_be_bare() and len(self.labels) < _MOST_LABELS:
            before = self.text
            self.text = _BARE.sub(self._bare, self.text, count=1)
            if self.text == before:
                break
        return self._masked()

    def _may_be_bare(self) -> bool:
        """Whether a number stands right behind a word: asked cheaply, of every text."""
        text = self.text
        return any(
            _WORD_BEFORE.search(text, max(0, each.start() - _BEFORE_REACH), each.start())
            for each in _NUMBER.finditer(text)
        )

    def _masked(self) -> Masked:
        """Give references that stand beside a sign the words that belong to them."""
        if self.labels:
            self.text = _LETTERED.sub(self._lettered, self.text)
        if self.quotes:
            self.text = _NEW_POINT.sub(self._new_point, self.text)
        if self.labels and _CARRIED.search(self.text) is not None:
            self.text = _CARRIER.sub(self._carried, self.text)
        return Masked(
            self.text, self.quotes, tuple(self.labels), tuple(self.printed), self.spelled,
            tuple(self.parts), tuple(self.counted),
        )  # fmt: skip

    def _quotes_masked(self, clean: str) -> str:
        parts, place = [], 0
        for number, quotation in enumerate(self.quotes):
            parts += [clean[place : quotation.start], chr(QUOTE_FROM + number)]
            place = quotation.end
        return "".join([*parts, clean[place:]])

    def _parts_masked(self, text: str) -> str:
        pieces, place = [], 0
        for each in parts_named(text)[:_MOST_PARTS]:
            sign = chr(PART_FROM + len(self.parts))
            self.parts.append(each.part)
            self.counted.append(text[each.start : each.end])
            pieces += [text[place : each.start], f"after {sign}" if each.is_place else sign]
            place = each.end
        return "".join([*pieces, text[place:]])

    def _mask_references(self) -> None:
        parts, place = [], 0
        for each in references(self.text, self.language, self.draft)[:_MOST_LABELS]:
            labels, start = _without_place(each)
            if each.start < place or not labels or each.candidates:
                continue  # a paragraph that is only described is no target yet: a person confirms
            parts += [self.text[place:start], self._sign(labels, start, each.end)]
            place = each.end
        self.text = "".join([*parts, self.text[place:]])

    def _sign(self, labels: tuple[Label, ...], start: int, end: int) -> str:
        self.labels.append(labels)
        self.printed.append(self.text[start:end])
        return chr(LABEL_FROM + len(self.labels) - 1)

    def _lettered(self, match: re.Match[str]) -> str:
        """Read "paragraph 1 a (new)": the letter of an inserted paragraph stands apart."""
        labels = self.labels[ord(match[1]) - LABEL_FROM]
        try:
            label = Label.parse(f"{labels[-1]}{match[2]}")
        except LabelError:
            return match.group()
        return self._sign((*labels[:-1], label), match.start(), match.end())

    def _new_point(self, match: re.Match[str]) -> str:
        """Read the bare point of 'add a new (d) "..."'."""
        return self._sign((Label.parse(match.group()),), match.start(), match.end())

    def _bare(self, match: re.Match[str]) -> str:
        try:
            label = Label.parse(match["label"])
        except LabelError:
            return match.group()
        return match["before"] + self._sign((label,), match.start("label"), match.end("label"))

    def _carried(self, match: re.Match[str]) -> str:
        """Let "the paragraph" go into the sign of the number that follows it."""
        sign = ord(self.text[match.end()]) - LABEL_FROM
        self.printed[sign] = match.group() + self.printed[sign]
        return ""
