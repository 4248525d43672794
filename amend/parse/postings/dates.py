"""What a posting says in, the dates it names and of what kind they are out (domain A.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from unicodedata import normalize

from amend.model.submission import DateSaid, Doubt, Posting
from amend.parse.postings.bodies import ACT
from amend.parse.postings.sentences import Sentence, sentences
from amend.parse.postings.stages import stage_spans
from amend.text.months import MONTHS

_MONTH = "|".join(sorted((each for each in MONTHS if len(each) > 2), key=len, reverse=True))
_DATE = re.compile(
    rf"""\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|°)?\s+(?:de\s+|of\s+)?(?P<m1>{_MONTH})\.?
        (?:,?\s+(?:de\s+)?(?P<y1>(?:19|20)\d\d))?
    | (?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y2>(?:19|20)\d\d))?
    | (?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)
    | (?P<m4>{_MONTH})\.?,?\s+(?:de\s+)?(?P<y4>(?:19|20)\d\d))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_EVENT = (
    r"(?:town\s?halls?|townhall|meetings?|briefings?|sessions?|consultations?|negotiations?|rounds?"
    r"|dialogues?|webinars?|readings?|sesi[oó]n\w*|reuni[oó]n\w*|r[ée]union\w*|consulta\w*)"
)
_DELIVERED = re.compile(
    r"\b(?:delivered|intervention|statement|remarks|speaking\s+points|as\s+read|pronounced|talking\s+points"
    r"|intervenci[oó]n|declaraci[oó]n)\b",
    re.IGNORECASE,
)
_EVENTS = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:publish\w*|launch\w*|released?|publication|adopted|signed|entered\s+into|deadline|due|until"
    r"|scheduled|will\s+(?:be|take)|publicará|publié)\b",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    rf"\b(?P<when>yesterday|today|this\s+morning)(?:['’]s)?\s+(?:\w+\s+){{0,3}}?(?P<event>{_EVENT})",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d")  # what the markup gives goes on with the hour
_ORDER = (
    "document",
    "event_delivered",
    "posted",
    "document (uncertain)",
    "event_mentioned",
    "derived",
)
_TITLE_WORDS = 26
_NEAR = 60
_BESIDE = 24  # characters between a stage and the date that is its own


def usual_year(texts: Iterable[str]) -> str | None:
    """Return the year that most full dates of a page have, for those printed without one."""
    years: Counter[str] = Counter()
    for text in texts:
        for found in _DATE.finditer(_bare(text)):
            year = found["y1"] or found["y2"] or found["y3"] or found["y4"]
            if year:
                years[year] += 1
    return years.most_common(1)[0][0] if years else None


def dates_said(text: str, year: str | None, posted: str | None = None) -> tuple[DateSaid, ...]:
    """Return the dates a posting names of itself or of a meeting, in reading order.

    `year` is taken where none is printed. What is published or adopted some day dates no posting.
    `posted` is what the page says of the posting itself.
    """
    found = list(_in_text(text, year))
    if posted is not None:
        day = _STAMP.match(posted)
        stamp = next(_dates(_bare(day[0] if day else posted), year), None)
        if stamp is not None:
            found.insert(0, DateSaid(stamp[0], "posted", posted))
    return tuple(dict.fromkeys(found))


def main_date(dates: Sequence[DateSaid]) -> DateSaid | None:
    """Return the date of a posting: its document's, its delivery's ...; the latest of a kind."""
    for kind in _ORDER:
        of_kind = [each for each in dates if each.kind == kind]
        if of_kind:
            return max(of_kind, key=lambda each: each.date)
    return None


def _bare(text: str) -> str:
    """Take accents off the letters; every letter keeps its place."""
    return "".join(normalize("NFD", each)[0] for each in text)


def _in_text(text: str, year: str | None) -> Iterator[DateSaid]:
    parts = list(sentences(text))
    title = [each for each in parts if len(each.text.split()) <= _TITLE_WORDS][:4]
    for part in parts:
        for iso, start, end in _dates(_bare(part.text), year):
            kind = _kind(part, start, end, title)
            if kind is not None:
                yield DateSaid(iso, kind, part.text[start:end])


def _kind(part: Sentence, start: int, end: int, title: Sequence[Sentence]) -> str | None:
    before, behind = part.text[:start], part.text[end:]
    is_alone = not re.sub(r"\W", "", before + behind)
    if is_alone:
        said = " ".join(each.text for each in title if each is not part)
        is_given = _DELIVERED.search(said) is not None and _EVENTS.search(said) is not None
        return "event_delivered" if is_given else "document (uncertain)"
    if _ELSEWHERE.search(part.text):
        return None
    in_brackets = re.search(r"\(\s*$", before) is not None
    if in_brackets and ACT.search(before[-_NEAR:]) and not _EVENTS.search(before[-_NEAR:]):
        return "document"
    if re.search(r"\b(?:dated|as\s+of)\s+$", before):
        last = max((stop for _, stop in stage_spans(before)), default=-_NEAR)
        return "document" if len(before) - last > _BESIDE else None  # else it dates the draft
    if _EVENTS.search(part.text) is None:
        return None
    if re.search(r"\b(?:delivered|made|read)\s+(?:on|at)\s+(?:\S+\s+){0,6}$", before[-_NEAR:]):
        return "event_delivered"
    is_title = part in title and re.search(r"[.!?]\s*$", part.text) is None
    return "event_delivered" if is_title and _DELIVERED.search(before) else "event_mentioned"


def _dates(text: str, year: str | None) -> Iterator[tuple[str, int, int]]:
    for found in _DATE.finditer(text):
        iso = _iso(found, year)
        if iso is not None:
            yield iso, found.start(), found.end()


def _iso(found: re.Match[str], year: str | None) -> str | None:
    said = found["y1"] or found["y2"] or found["y3"] or found["y4"] or year
    if said is None:
        return None
    if found["m4"]:
        return f"{said}-{MONTHS[found['m4'].lower()]:02}"
    month = int(found["m3"]) if found["m3"] else MONTHS[(found["m1"] or found["m2"]).lower()]
    day = int(found["d1"] or found["d2"] or found["d3"])
    try:
        return date(int(said), month, day).isoformat()
    except ValueError:
        return None


def derived(text: str, events: Sequence[DateSaid]) -> DateSaid | None:
    """Date "yesterday's meeting" by the one meeting that others of the same stage date."""
    found = _YESTERDAY.search(text)
    days = {each.date for each in events if each.kind.startswith("event") and len(each.date) == 10}
    if found is None or len(days) != 1:
        return None
    later = 1 if found["when"].lower() == "yesterday" else 0
    day = date.fromisoformat(days.pop()) + timedelta(days=later)
    return DateSaid(day.isoformat(), "derived", found[0])


def with_date(posting: Posting, dates: tuple[DateSaid, ...], doubts: set[Doubt]) -> Posting:
    """Give a posting its dates, and the one that dates it; says in `doubts` if that is unsure."""
    chief = main_date(dates)
    if chief is None:
        return replace(posting, dates=dates)
    if "uncertain" in chief.kind or chief.kind == "derived":
        doubts.add(Doubt.DATE)
    return replace(posting, dates=dates, date=chief.date, date_kind=chief.kind)
