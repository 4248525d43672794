"""Prose in, the parts of a paragraph that it names out: "la segunda oración", "the last sentence".

What a draft numbers itself, "9 (b)" or "l'alinéa 2", is a reference and read as one; here stand
the parts that are counted in words, and the points that only the text of an article shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from amend.text.late import late
from amend.text.parts import Part, PartKind


class NamedPart(NamedTuple):
    """A part named in a text and the half-open span it is named in.

    `is_place` tells that the words say "between this one and the next": what is new stands after.
    """

    part: Part
    start: int
    end: int
    is_place: bool = False


_STEMS: tuple[tuple[str, int], ...] = (
    ("avant-derni", -2), ("penúltim", -2), ("penultim", -2),
    ("first", 1), ("opening", 1), ("primer", 1), ("premi", 1), ("перв", 1), ("الأولى", 1),
    ("一", 1), ("首", 1), ("second", 2), ("segund", 2), ("deuxi", 2), ("втор", 2), ("الثانية", 2),
    ("二", 2), ("third", 3), ("tercer", 3), ("troisi", 3), ("трет", 3), ("الثالثة", 3), ("三", 3),
    ("fourth", 4), ("cuart", 4), ("quatri", 4), ("четв", 4), ("الرابعة", 4), ("四", 4),
    ("fifth", 5), ("quint", 5), ("cinqui", 5), ("пят", 5), ("الخامسة", 5), ("五", 5),
    ("sixth", 6), ("sext", 6), ("sixi", 6), ("六", 6), ("seventh", 7), ("séptim", 7),
    ("septim", 7), ("septi", 7), ("七", 7), ("eighth", 8), ("octav", 8), ("huiti", 8), ("八", 8),
    ("ninth", 9), ("noven", 9), ("neuvi", 9), ("九", 9), ("tenth", 10), ("décim", 10),
    ("decim", 10), ("dixi", 10), ("十", 10), ("last", -1), ("final", -1), ("closing", -1),
    ("concluding", -1), ("últim", -1), ("ultim", -1), ("derni", -1), ("последн", -1),
    ("الأخيرة", -1), ("最后一", -1), ("末", -1),
)  # fmt: skip
_UNITS: tuple[tuple[str, PartKind], ...] = (
    ("inciso", PartKind.SUBPARAGRAPH),
    ("sub", PartKind.SUBPARAGRAPH),
    ("indent", PartKind.LINE),
    ("alin", PartKind.LINE),
    ("абзац", PartKind.LINE),
)
_ES = (
    r"(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[ée]ptim[oa]|octav[oa]"
    r"|noven[oa]|d[ée]cim[oa]|pen[úu]ltim[oa]|[úu]ltim[oa]s?|finales|final|\d{1,2}[°º]?)(?!\w)"
)
_EN = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|penultimate|last|final"
    r"|opening|closing|concluding)"
)
_FR = (
    r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième"
    r"|neuvième|dixième|avant-derni(?:er|ère)|derni(?:er|ère))"
)
_RU = r"(?:перв|втор|трет|четв[её]рт|пят|последн)\w{2,3}"
_NEW = r"nuev[oa]s?|siguientes?"
_THE = r"(?:\b(?:el|la|los|las|lo|un|una|su|sus|dos|tres|como)\s+){0,3}"
_AND = r"(?:\s*,\s*|\s+y\s+|\s+al?\s+|\s*-\s*|\s+and\s+|\s+et\s+)"
# "una letra j)", "dos incisos": what stands already is named with "the".
_ONE = late(r"(?:como|un|una|dos|tres)\s", re.IGNORECASE)
_RANGE = late(r"\w\s*-\s*\w|\s+al?\s+")
_COUNTED = tuple(
    late(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_THE}(?:\b(?P<new>{_NEW})\s+)?(?:\b(?P<ahead>{_ES})\s+)?"
        r"\b(?P<unit>incisos?|oraci[óo]n(?:es)?|frases?)\b"
        rf"(?:,?\s+(?P<newer>{_NEW})\b)?(?:\s+(?P<behind>{_ES}(?:{_AND}{_ES}){{0,9}}))?"
        rf"(?:,?\s+(?P<newest>nuev[oa]s?)\b)?",
        rf"\b(?:the\s+)?(?P<new>new\s+)?(?P<ahead>{_EN}(?:{_AND}{_EN}){{0,9}})\s+"
        r"(?P<unit>sentences?|sub-?paragraphs?|indents?)\b",
        rf"\b(?:(?:le|la|les|au|du|un|une)\s+)?(?P<new>nouvel(?:le)?\s+)?"
        rf"(?P<ahead>{_FR}(?:{_AND}{_FR}){{0,9}})\s+(?P<unit>alinéas?|phrases?)\b",
        rf"\b(?P<ahead>{_RU})\s+(?P<unit>предложени\w+|абзац\w*)",
        r"\b(?P<unit>الجملة)\s+(?P<ahead>الأولى|الثانية|الثالثة|الرابعة|الخامسة|الأخيرة)",
        r"(?P<ahead>第[一二三四五六七八九十](?=句)|最后一(?=句)|首(?=句)|末(?=句))(?P<unit>句)",
    )
)
_HINTS = (
    "inciso", "oraci", "frase", "sentence", "subpara", "sub-para", "indent", "alinéa", "phrase",
    "предложени", "абзац", "الجملة", "句", "letra", "literal", "numeral", "número", "numero",
    "epígrafe", "epigrafe",
)  # fmt: skip
_POINT = late(
    rf"{_THE}(?:\b(?P<new>{_NEW})\s+)?\b(?:letra|literal|numeral|n[úu]mero(?=\s+\d))\b"
    rf"(?:\s+(?P<newer>{_NEW})\b)?(?:\s+(?P<name>[a-zñ]\)|[a-zñ]\b(?![.)])(?<![yaeou])"
    r"|\d{1,2}(?!\d)[°º]?\)?))?",
    re.IGNORECASE,
)
_OF_A_LABEL = late(r"\b(?:art[íi]culos?|p[áa]rrafos?)\s+\d{1,3}[°º]?,?\s+$", re.IGNORECASE)
_OF_A_LABEL_REACH = 24
_EPIGRAPH = late(rf"{_THE}(?:\b(?P<new>{_NEW})\s+)?\bep[íi]grafe\b", re.IGNORECASE)
# "entre el primero y el segundo": the unit was named before, or stands beside one of them.
_BETWEEN = late(
    rf"\bentre\s+(?:los\s+)?(?:el\s+)?(?:incisos?\s+)?(?P<ahead>{_ES})\s+y\s+(?:el\s+)?"
    rf"(?:inciso\s+)?{_ES}(?:\s+incisos?\b)?",
    re.IGNORECASE,
)


def parts_named(text: str) -> list[NamedPart]:
    """Return the parts a text names, in reading order; none overlaps another."""
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return []
    found: list[NamedPart] = []
    taken = bytearray(len(text))  # one sign for each letter: endless lists of parts stay cheap
    for each in _all(text):
        if not any(taken[each.start : each.end]):
            found.append(each)
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
    return sorted(found, key=lambda each: each.start)


def _all(text: str) -> Iterator[NamedPart]:
    if "inciso" in text.lower():
        for match in _BETWEEN.finditer(text):
            count = _count(match["ahead"])
            yield NamedPart(Part(PartKind.SUBPARAGRAPH, count, count), *match.span(), is_place=True)
    for pattern in _COUNTED:
        for match in pattern.finditer(text):
            part = _counted(match)
            if part is not None:
                yield NamedPart(part, *match.span())
    for match in _POINT.finditer(text):
        yield from _point(text, match)
    for match in _EPIGRAPH.finditer(text):
        yield NamedPart(Part(PartKind.TITLE, is_new=True), *match.span())


def _counted(match: re.Match[str]) -> Part | None:
    """Read the counts; a unit that is neither counted nor new names no part: "la frase"."""
    said = match.groupdict()
    is_new = any(said.get(name) for name in ("new", "newer", "newest"))
    is_new = is_new or _ONE.match(match.group()) is not None
    unit = match["unit"].lower()
    kind = next((kind for stem, kind in _UNITS if unit.startswith(stem)), PartKind.SENTENCE)
    counts = [
        _count(word)
        for name in ("ahead", "behind")
        for word in re.split(_AND, said.get(name) or "")
        if word
    ]
    if not counts:
        return Part(kind, is_new=True) if is_new and kind is PartKind.SUBPARAGRAPH else None
    is_row = all(behind - ahead == 1 for ahead, behind in pairwise(counts))
    is_range = len(counts) == 2 and 0 < counts[0] < counts[1] and _RANGE.search(match.group())
    if not (is_row or is_range):
        return None  # "inciso primero y tercero": two places, which this cannot say
    return Part(kind, counts[0], counts[-1], is_new=is_new)


def _count(word: str) -> int:
    figure = re.match(r"\d+", word)
    if figure is not None:
        return int(figure.group())
    folded = word.lower().lstrip("第")
    return next((count for stem, count in _STEMS if folded.startswith(stem)), 0)


def _point(text: str, match: re.Match[str]) -> Iterator[NamedPart]:
    """A point that stands right behind its article is a reference: "artículo 9, letra b)"."""
    name = (match["name"] or "").rstrip(")°º").lower()
    is_new = bool(match["new"] or match["newer"] or _ONE.match(match.group()))
    before = text[max(0, match.start() - _OF_A_LABEL_REACH) : match.start()]
    if not (name or is_new) or (name and _OF_A_LABEL.search(before)):
        return
    yield NamedPart(Part(PartKind.POINT, name=name, is_new=is_new), *match.span())
