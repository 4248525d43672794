"""A place in a text in, the labels listed there out: items, ellipses and ranges of domain B.8."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from amend.errors import LabelError
from amend.labels import Label, Step
from amend.model.draft import Revision
from amend.text.late import late
from amend.text.numerals import TERM, multiplicative, roman, to_roman
from amend.text.steps import AFTER, ALT, SUB

_SPACE = r"[ \u00a0\u202f]"
_TERM = rf"(?i:{TERM}|бис|тер|кватер|кинквиес)"
_PLACED = r"(?i:(?:pre|ante|alt)(?:[ .\u00a0\u202f]?[1-9](?!\d))?)"
_END = r"(?!\w|[-‐][^\W\d])"
_SUB = r"\([a-zа-я]{1,2}\)|\([ivx]{1,7}\)"
_SUFFIX = (
    rf"(?:(?:{_SPACE}|[.\-‐‑])?(?:{_TERM}|{_PLACED}){_END}|{_SPACE}{{0,2}}(?:{_SUB})|\(\d{{1,2}}\)"
    rf"|{_SPACE}?[a-zа-я]\))"
)
_ITEM = late(
    rf"(?P<number>\d{{1,4}})(?!\d)(?:er\b|°)?(?P<inside>\.(?:\d{{1,2}}(?!\d)|x\b))?"
    rf"(?P<suffix>{_SUFFIX}*)"
    rf"(?:(?P<family>s)\b|{_SPACE}?(?P<part>[a-h])(?={_SPACE}?[-–]{_SPACE}?[a-h]\b)"
    rf"|(?P<letter>[a-z]{{1,2}})|{_SPACE}(?P<apart>[a-z])(?={_SPACE}?(?:$|[.,;:](?!\w)|\((?:new|neu|nuevo|nouveau)\)))"
    rf"|{_SPACE}?(?P<capital>[A-Z])(?={_SPACE}?(?:$|[.,;:\-–])|{_SPACE}(?:and|or|y|e|et|ou|por|del?|du|als|et)\b))?"
    rf"(?![^\W_]|[%‰'’]\w|[.,]\d)"
)
_ELLIPSIS = late(
    rf"(?:its\s+|the\s+)?(?:(?P<term>(?:{_TERM}|{_PLACED}){_END}(?:{_SPACE}{_PLACED}{_END})?)|(?P<sub>{_SUB})"
    rf"|(?P<open>[a-zа-я])\))"
)
_BELOW = late(rf"{_SPACE}?(?:\((?P<sub>[ivx]{{1,7}})\)|(?P<open>[ivx]{{1,7}})\))")
_LETTER = late(r"(?P<open>[a-h])(?!\w)(?=\s*(?:$|[.,;:)–-]|(?:and|or|y|et|und)\b))")
_LETTERS_WITHIN = re.compile(rf"{_SPACE}?\((?P<first>[a-z])\s?[-–]\s?(?P<last>[a-z])\)")
_SEPARATOR = late(
    r"(?:\s*(?:,|;|&|/|\+|、)\s*(?:(?:and|or|as well as|y|e|et|ou|und|и|или)\s+)?"
    r"|\s+(?:(?:above|below)\s+)?(?:and|or|as well as|y|e|et|ou|und|sowie|и|или)\s+)"
    r"(?P<filler>(?:(?:several|some|all|most|both|any)\s+(?:of\s+)?)?(?:the\s+|los\s+|les\s+|n°\s*)?)",
    re.IGNORECASE,
)
_RANGE = late(
    r"(?:\s*[-–—−]\s*|\s+(?:to|through|thru|à|au|hasta|по)\s+)(?:(?:OP|PP)\s?(?=\d))?"
    r"(?=[\d(]|(?<=[-–—−])[a-h]|(?<=[-–—−]\s)[a-h])|\s+al?\s+(?=\d)",
    re.IGNORECASE,
)
_GERMAN_RANGE = re.compile(r"\s+bis\s+(?=\d)")
_ET_SEQ = re.compile(r"\s+et\s+seqq?\.?", re.IGNORECASE)
_COUNTED = late(
    r"[\s-]*(?:per\s?cent|percent|[%°€]|million|billion|thousand|hundred|years?|months?|days?|weeks?"
    r"|hours?|minutes?|times|countries|states|members?|people|persons|organi[sz]ations?|delegations?"
    r"|words?|lines?|pages?|others?|more|additional|new|suggestions?|focus|areas?|goals?|January"
    r"|February|March|April|(?-i:May|MAY)(?!\s+(?:be|not|also|need|have|still|well)\b)|may(?=\s+\d{4})|June|July|August|September|October|November|December|enero|febrero"
    r"|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février"
    r"|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)\b(?!\.?\s+\d{1,2}\b)",
    re.IGNORECASE,
)
_LONGEST_RANGE = 200
_FIRST_YEAR = 1900


@dataclass(slots=True)
class Enumeration:
    """What stands at one place: labels in order, the end of the list, whether a term was seen."""

    labels: list[Label] = field(default_factory=list)
    end: int = 0
    has_term: bool = False


def label_of(printed: str) -> Label | None:
    """Read a label; None where the words are none."""
    try:
        return Label.parse(printed)
    except LabelError:
        return None


def enumeration(
    text: str, at: int, carrier: str = "", draft: Revision | None = None, language: str = "en"
) -> Enumeration | None:
    """Read the list of labels that begins exactly at `at`; None if there is none.

    `carrier` (PP, OP, Art or "") goes to every member. A range takes in what the draft holds
    between its ends, and without a draft plain numbers and terms only.
    """
    return _List(text, carrier, draft, language).read(at)


def subparagraphs(text: str, at: int) -> Enumeration | None:
    """Read a list of relative labels: "(a), (c) and (d)", "e)"; None if there is none."""
    return _List(text, "", None, "en").read_relative(at)


class _List:
    """Reads one list from left to right."""

    def __init__(self, text: str, carrier: str, draft: Revision | None, language: str) -> None:
        self.text, self.carrier, self.draft, self.language = text, carrier, draft, language
        self.found = Enumeration()

    def read(self, at: int) -> Enumeration | None:
        first = self._item(at)
        if first is None:
            return None
        self._add(first[0], first[1])
        while self._letters() or self._range() or self._next():
            pass
        seq = _ET_SEQ.match(self.text, self.found.end)
        if seq is not None:
            self.found.end = seq.end()
        return self.found

    def read_relative(self, at: int) -> Enumeration | None:
        first = _ELLIPSIS.match(self.text, at)
        if first is None or first["term"]:
            return None
        label = label_of(first["sub"] or f"({first['open']})")
        if label is None:
            return None
        below = _BELOW.match(self.text, first.end())
        if below is not None:
            label = label_of(f"{label}({below['sub'] or below['open']})") or label
        self._add(label, (below or first).end())
        while self._range() or self._next():
            pass
        return self.found

    def _add(self, label: Label, end: int) -> None:
        self.found.labels.append(label)
        self.found.end = end

    def _item(self, at: int) -> tuple[Label, int] | None:
        found = _ITEM.match(self.text, at)
        if found is None or _COUNTED.match(self.text, found.end()):
            return None
        suffix, end = found["suffix"], found.end()
        if self.language == "de" and _GERMAN_RANGE.match(self.text, found.end("number")):
            suffix, end = "", found.end("number")
        letter = found["letter"] or found["apart"] or found["capital"]
        plain = not (suffix or found["inside"] or letter or found["part"])
        if plain and int(found["number"]) >= _FIRST_YEAR and self.carrier != "Art":
            return None
        label = label_of(f"{self.carrier}{found['number']}{found['inside'] or ''}{suffix}")
        if label is None:
            return None
        self.found.has_term |= any(step.rank not in (0, SUB) for step in label.steps)
        if found["family"]:
            label = label_of(f"{label}*") or label
        elif letter:
            label = self._lettered(label, letter)
        elif found["part"]:
            label = label_of(f"{label}({found['part']})") or label
        return label, end

    def _lettered(self, label: Label, letter: str) -> Label:
        """Choose between 9a and 9(a): the draft in hand decides, then the print (domain B.2.2)."""
        inserted, inside = label_of(f"{label}{letter}"), label_of(f"{label}({letter})")
        if self.draft is not None and inside is not None and inserted is not None:
            held = {each.label for each in self.draft.paragraphs}
            if inside in held and inserted not in held:
                return inside
            if inserted in held:
                return inserted
        return inserted or label

    def _next(self) -> bool:
        """Read one more member behind a separator: a whole label, or an ellipsis."""
        separator = _SEPARATOR.match(self.text, self.found.end)
        if separator is None:
            return False
        item = self._item(separator.end())
        if item is not None and not (self._is_relative() and item[0].number):
            self._add(*item)
            return True
        elliptic = self._ellipsis(separator.end())
        # "article 14; h) That ..." goes on with a list of its own.
        if elliptic is None or (";" in separator[0] and self.text[separator.end()] != "("):
            return False
        self._add(*elliptic)
        return True

    def _is_relative(self) -> bool:
        return self.found.labels[-1].is_relative

    def _ellipsis(self, at: int) -> tuple[Label, int] | None:
        """Carry the number over: "9 bis and ter", "9 (a) and (b)", "14 a and b"."""
        last = self.found.labels[-1]
        found = _ELLIPSIS.match(self.text, at)
        if found is None and last.steps and last.steps[-1].rank == SUB:
            found = _LETTER.match(self.text, at)
        if found is None:
            return None
        groups = found.groupdict()
        if groups.get("term"):
            label = _with_term(last, groups["term"])
            self.found.has_term = True
        else:
            label = _with_sub(last, (groups.get("sub") or f"({groups['open']})").strip("()"))
        return None if label is None else (label, found.end())

    def _letters(self) -> bool:
        """Read "22(a–c)": the points from (a) to (c) stand for the number before them."""
        found = _LETTERS_WITHIN.match(self.text, self.found.end)
        if found is None or self._is_relative():
            return False
        over = self.found.labels.pop()
        for place in range(ord(found["first"]), ord(found["last"]) + 1):
            self.found.labels += _maybe(label_of(f"{over}({chr(place)})"))
        self.found.labels = self.found.labels or [over]
        self.found.end = found.end()
        return True

    def _range(self) -> bool:
        german = _GERMAN_RANGE if self.language == "de" else None
        found = (german.match(self.text, self.found.end) if german else None) or _RANGE.match(
            self.text, self.found.end
        )
        if found is None:
            return False
        first = self.found.labels[-1]
        last = None if self._is_relative() else self._item(found.end())
        last = last or self._ellipsis(found.end())
        if last is None:
            return False
        members = list(_between(first, last[0]))
        if not members:
            return False
        if self.draft is not None:
            members = _with_draft(first, members, self.draft)
        self.found.labels += members
        self.found.end = last[1]
        return True


def _with_term(last: Label, term: str) -> Label | None:
    replaced = (ALT,) if term[:3].lower() == "alt" else (AFTER, ALT)
    base = last.base if last.steps and last.steps[-1].rank in replaced else last
    return label_of(f"{base} {term}")


def _with_sub(last: Label, letter: str) -> Label | None:
    if last.is_relative and len(last.steps) == 1:
        return label_of(f"({letter})")
    base = last.base if last.steps and last.steps[-1].rank == SUB else last
    if last.steps and last.steps[-1].rank == AFTER and len(last.steps) > 1:
        base = last if last.steps[-2].rank != SUB else last.base.base
    return label_of(f"{base}({letter})")


def _between(first: Label, last: Label) -> Iterator[Label]:
    """Yield the members after `first` up to `last`; nothing if the two make no range."""
    if first.number != last.number or first.is_relative:
        yield from _numbers(first, last) if not first.is_relative else _siblings(first, last)
        return
    if first.base == last.base and first.steps and last.steps:
        yield from _siblings(first, last)
    elif not first.steps and last.steps[:1] and last.steps[0].rank == AFTER:
        for ordinal in range(2, last.steps[0].ordinal + 1):
            yield from _maybe(label_of(f"{first}{multiplicative(ordinal)}"))


def _numbers(first: Label, last: Label) -> Iterator[Label]:
    if not first.number < last.number <= first.number + _LONGEST_RANGE:
        return
    for number in range(first.number + 1, last.number + 1):
        yield from _maybe(label_of(f"{first.carrier}{number}"))
    if last.steps:
        yield last


def _siblings(first: Label, last: Label) -> Iterator[Label]:
    start, end = first.steps[-1], last.steps[-1]
    low, high = _ordinals(start, end)
    if start.rank != end.rank or not low < high <= low + _LONGEST_RANGE:
        return
    prefix = "" if first.is_relative and len(first.steps) == 1 else str(first.base)
    for ordinal in range(low + 1, high + 1):
        yield from _maybe(label_of(f"{prefix}{_printed(end, ordinal)}"))


def _ordinals(start: Step, end: Step) -> tuple[int, int]:
    """Read both ends alike: the i of (i)-(iii) is Roman, that of (h)-(i) a letter."""
    figures = start.printed.strip("()"), end.printed.strip("()")
    romans = roman(figures[0]), roman(figures[1])
    if len(figures[1]) > 1 and romans[0] is not None and romans[1] is not None:
        return romans[0], romans[1]
    return start.ordinal, end.ordinal


def _printed(like: Step, ordinal: int) -> str:
    """Print a sibling in the manner of another: a term, (b), (ii), /3."""
    if like.rank == AFTER:
        return multiplicative(ordinal)
    figure = like.printed.strip("()/")
    if not figure.isdigit():
        is_roman = len(figure) > 1 and roman(figure) is not None
        written = to_roman(ordinal) if is_roman else chr(ord("a") + ordinal - 1)
    else:
        written = str(ordinal)
    return f"/{written}" if like.printed.startswith("/") else f"({written})"


def _maybe(label: Label | None) -> Iterator[Label]:
    if label is not None:
        yield label


def _with_draft(first: Label, members: list[Label], draft: Revision) -> list[Label]:
    """Add the inserted paragraphs that the draft holds between the ends, in their order."""
    last = members[-1]
    known = {first.plain, *(each.plain for each in members)}
    for paragraph in draft.paragraphs:
        label = paragraph.label
        if label is None or label.plain in known or label.carrier not in {"", first.carrier}:
            continue
        is_whole = not any(step.rank == SUB for step in label.steps)
        if is_whole and first.plain < label.plain < last.plain:
            known.add(label.plain)
            members.append(label)
    return sorted(members)
