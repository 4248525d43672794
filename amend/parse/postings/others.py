"""A posting's text in, the numbers that name no paragraph of the draft out, with reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amend.model.submission import NamedParagraph, NonReference
from amend.parse.postings.stages import stage_spans

_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3}(?:['’.,  ]\d{3})*)"
_OF_WHAT = (
    r"(?:(?:of\s+the\s+(?:\d+\s+)?)?(?:[\w-]+\s+){0,2}?(?:objectives?|goals?|focus\s+areas?|priorities"
    r"|principles|targets|pillars|recommendations|actions|commitments|articles))"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "symbol of a document",
        re.compile(r"\b(?:UN\s+Doc\.?\s+(?:No\.?\s+)?)?[A-Z]{1,5}(?:/[A-Z\d.]+){1,5}\b"),
    ),
    (
        "resolution number",
        re.compile(
            r"(?:(?:\b[A-Z]\w*|\([A-Z]+\))\s+){0,5}\b(?i:resolutions?|decisions?|résolution|resolución)\s+(?:No\.?\s+)?(?:[A-Z]+/)*\d+(?:/\d+)?(?:\s?[A-Z]\b)?"
        ),
    ),
    (
        "SDG indicators",
        re.compile(
            r"\b(?:SDG\s+)?indicators?\s+\d+(?:\.\w+)*(?:,\s*(?:and\s+)?\d+(?:\.\w+)+)*",
            re.IGNORECASE,
        ),
    ),
    (
        "SDG target",
        re.compile(r"\b(?:SDG\s+)?targets?\s+\d+\.?\w*|\bSDGs?\s+\d+(?:\.\w+)?", re.IGNORECASE),
    ),
    (
        "objective of another instrument",
        re.compile(
            r"\b(?:objectives?|obj|objetivos?|objectifs?)\.?\s+\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2})*"
            r"(?:\s+of\s+the\s+[A-Z]\w+(?:\s+Compact)?)?",
            re.IGNORECASE,
        ),
    ),
    ("goal of another instrument", re.compile(r"\b[Gg]oals?\s+\d{1,2}\b")),
    (
        "paragraph of another instrument",
        re.compile(
            r"\b(?:paras?|paragraphs?|articles?|art|sec|section|principle|chapter)\.?\s+\(?(?:\d{1,3}|[IVX]{1,5})\)?(?:\s?\([A-Za-z0-9]+\))*"
            r"(?:\s+(?:of|in)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)?",
            re.IGNORECASE,
        ),
    ),
    (
        "title of another document",
        re.compile(
            r"[\"“]\d{1,3}\s+(?:[A-Z][\w-]*\s+){0,9}[A-Z][\w-]*[\"”]"
            r"|\b\d{1,3}\s+(?:[A-Z][\w-]+)(?:\s+(?:(?:for|to|of|on|the|and|a)\s+)*[A-Z][\w-]+){1,8}"
        ),
    ),
    ("part of another instrument", re.compile(r"\b[A-Z]{3,}\s+(?:preamble|annex|chapeau)\b")),
    (
        "list number in the comment",
        re.compile(r"(?:(?<=\n)|^|(?<=[.:]\s))\s*\d{1,2}[.)]\s+[A-Z]\w+(?:\s+\w+)?"),
    ),
    ("page number", re.compile(r"\bpp?\.?\s?\d{1,4}\b|\bpages?\s+\d{1,4}\b")),
    (
        "count in another document",
        re.compile(
            rf"\b{_COUNT}\s+(?:of\s+the\s+(?:\d+\s+)?)(?:[\w-]+\s+){{0,2}}?(?:focus\s+)?(?:\w+s)\b",
            re.IGNORECASE,
        ),
    ),
    ("count", re.compile(rf"\b\d{{1,3}}\s+(?:[\w-]+\s+){{0,1}}?{_OF_WHAT}\b", re.IGNORECASE)),
    (
        "percentage",
        re.compile(r"\b\d+(?:[.,]\d+)?\s?(?:%|per\s+cent|percent|por\s+ciento|pour\s+cent)"),
    ),
    ("number of a version", re.compile(r"\b(?:third|fourth|fifth)\s+draft\b", re.IGNORECASE)),
    (
        "quantity",
        re.compile(
            r"(?<![\w/.-])\d{1,3}(?:['’,]\d{3})*(?:\.\d+)?(?!\s+(?:million|billion))"
            r"\s+(?:[a-z][\w-]+\s+)?(?!(?:and|or|of|in|by|to|on|for|with|at|the)\b)[a-z][\w-]+"
        ),
    ),
)
# No draft we know has more paragraphs; a larger number is not taken for one.
_MOST_PARAGRAPHS = 150
_DATE_NEAR = re.compile(
    r"\s*(?:st|nd|rd|th)?\s*(?:of\s+|de\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|febrero"
    r"|marzo|abril|mayo|junio|julio|agosto|janvier|février|avril|mai|juin|juillet|août)",
    re.IGNORECASE,
)


def non_references(text: str, own: Sequence[NamedParagraph]) -> tuple[NonReference, ...]:
    """Return the numbers that could be taken for a paragraph's, in reading order (domain B.8.4).

    `own` are the paragraphs the text does name; dates and years are no numbers of this kind.
    """
    taken = [
        (at, at + len(words))
        for words in {each.text for each in own}
        for at in _places(text, words)
    ]
    taken += stage_spans(text)
    found: list[tuple[int, int, NonReference]] = []
    for why, pattern in _KINDS:
        for each in pattern.finditer(text):
            said = each[0].strip()
            start = each.end() - len(each[0].lstrip())
            if not re.search(
                r"[\dIVX]|two|three|four|five|six|seven|preamble|annex|chapeau|draft", said
            ):
                continue
            is_date = re.match(r"\d", said) and _DATE_NEAR.match(re.sub(r"^\d+", "", text[start:]))
            number = re.match(r"\d+(?!['’,]\d)", said)
            is_large = why == "quantity" and number and int(number[0]) > _MOST_PARAGRAPHS
            if is_date or is_large or _overlaps(start, each.end(), taken):
                continue
            taken.append((start, each.end()))
            found.append((start, each.end(), NonReference(said, why)))
    return tuple(dict.fromkeys(one for _, _, one in sorted(found, key=lambda each: each[:2])))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0 and words:
        yield at
        at = text.find(words, at + 1)


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in taken)
