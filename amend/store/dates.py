"""Dates as file names print them, in; ISO 8601, out. A date that can be read two ways is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amend.text.months import MONTHS

_WORD = "|".join(sorted(MONTHS, key=len, reverse=True))
_GAP = "[ .,]*"
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[ .]?(?P<m>\d\d)[ .]?(?P<d>\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?{_GAP}(?:de |of )?(?P<w>{_WORD})"
        rf"{_GAP}(?:de )?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"
    ),
    re.compile(
        rf"(?<![a-z])(?P<w>{_WORD}){_GAP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ .,]+(?P<y>20\d\d)(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[ .](?P<m>\d{1,2})[ .](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<![a-z\d])(?P<w>{_WORD}){_GAP}(?P<y>(?:19|20)\d\d)(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date and where it stands: `iso` is a day (2015-12-09) or a month (2015-12)."""

    iso: str
    start: int
    end: int


def folded(text: str) -> str:
    """Return plain small letters, a space for each separator; places are those of the NFC text.

    File names from macOS come decomposed: an accent there is a letter of its own.
    """
    return "".join(_folded(letter) for letter in unicodedata.normalize("NFC", text))


def _folded(letter: str) -> str:
    if letter.isspace() or letter in "_-‐‑–—/\\+()[],;:":
        return " "
    return (unicodedata.normalize("NFKD", letter)[:1] or letter).lower()[:1] or letter


def dates_in(stem: str) -> tuple[DateFound, ...]:
    """Find the dates in a file name or a revision's name, in reading order.

    12-10-2015 may be October or December: such a date is left out.
    """
    found: list[DateFound] = []
    text = folded(stem)
    for form in _FORMS:
        for match in form.finditer(text):
            iso = _iso(match)
            if iso and not any(
                match.start() < one.end and one.start < match.end() for one in found
            ):
                found.append(DateFound(iso, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def date_in(stem: str) -> str | None:
    """Return the one date a name bears, or None if it bears none or several."""
    found = {one.iso for one in dates_in(stem)}
    return found.pop() if len(found) == 1 else None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    month = MONTHS[parts["w"]] if parts.get("w") else int(parts["m"])
    if parts.get("d") is None:
        return f"{year}-{month:02}"
    readings = set(_readings(year, month, int(parts["d"]), swap=match.re is _FORMS[3]))
    return readings.pop() if len(readings) == 1 else None


def _readings(year: int, month: int, day: int, *, swap: bool) -> Iterator[str]:
    for one, other in ((month, day), (day, month)) if swap else ((month, day),):
        try:
            yield date(year, one, other).isoformat()
        except ValueError:
            continue
