"""The shared lineages of Chile's Constitutional Convention in; texts and final drafts to judge out.

A lineage is an article from its first text on: each step that gave it words, the number it bore,
the dates. Following the steps, a lineage whose last step deletes the article has no text left.
`final_status` says whether it was carried into the final draft; it is the gold, and no method
sees it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amend.errors import LabelError
from amend.labels import Label
from amend.model.draft import Paragraph, Revision
from amend.model.source import Run, Source
from bench.chile_steps import SHARED

LEARNT = ("1", "2")
_STATUS = re.compile(r"(?:Idéntico|Similar) a\s*(\d+)")
_SOURCE = re.compile(r"\s*\(\s*(?:ICC|ICI|IPC|IPN|Iniciativa)\b[^()]*\)", re.IGNORECASE)
_FORMER = re.compile(r"\s*\(\d+\w?\)$")
Date = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class State:
    """An article's text ("" if it was deleted) and number, and in which drafts it stood."""

    text: str
    label: Label | None
    stood: range


@dataclass(frozen=True, slots=True)
class Lineage:
    """An article's first and last state, and its number in the final draft or None: the gold."""

    uid: str
    first: State
    last: State
    final: str | None


def commissions() -> list[str]:
    """Name the commissions that are there."""
    return sorted(path.name.removeprefix("comision-") for path in SHARED.glob("comision-*"))


def lineages(commission: str) -> list[Lineage]:
    """Read the lineages of a commission, in the order of the file."""
    (path,) = SHARED.glob(f"comision-{commission}/*TRACK_full.json")
    records = json.loads(path.read_text(encoding="utf-8"))
    known = sorted({date for each in records for date in _dates(each) if date is not None})
    return [_lineage(each, {date: n for n, date in enumerate(known)}) for each in records]


def final(commission: str) -> Revision:
    """Read a commission's articles of the final draft; the id of each is its number there."""
    (path,) = SHARED.glob(f"comision-{commission}/*BORRADOR_final.json")
    articles = json.loads(path.read_text(encoding="utf-8"))
    return Revision("final draft", tuple(_paragraphs(path.name, articles)), language="es")


def _paragraphs(name: str, articles: Sequence[Mapping[str, str]]) -> Iterator[Paragraph]:
    for n, each in enumerate(articles, start=1):
        identity, _, printed = each["article"].partition(".-")
        yield Paragraph(
            identity.split(".")[0], _label(printed), (Run(each["text"]),), Source(name, n)
        )


def _lineage(record: Mapping[str, Any], known: Mapping[Date, int]) -> Lineage:
    first = last = record.get("text") or ""
    named = record.get("article")
    for step in record.get("history") or ():
        is_whole = (step.get("target_scope") or "TOTAL") == "TOTAL"
        named = step.get("article") or named
        if (step.get("action") or "").upper() == "DELETE" and is_whole:
            last = step.get("content_snapshot") or ""
        else:
            last = step.get("content_snapshot") or last
    match = _STATUS.match(record["final_status"])
    dates = _dates(record)
    return Lineage(
        record["article_uid"],
        State(_words(first), _label(record.get("article")), _stood(dates[:1], known)),
        State(_words(last), _label(named), _stood(dates, known)),
        match.group(1) if match else None,
    )


def _words(text: str) -> str:
    """Leave out notes of the initiative that a sentence was taken from (domain E.1.1)."""
    return _SOURCE.sub("", text)


def _dates(record: Mapping[str, Any]) -> list[Date | None]:
    """Return the dates of the first text and of each step that was made on words, or None."""
    steps = [
        each for each in record.get("history") or ()
        if each.get("action") or each.get("content_snapshot")
    ]  # fmt: skip
    return [_date(each.get("timestamp")) for each in (record, *steps)]


def _date(printed: str | None) -> Date | None:
    """Read month, day and block of the day: 04-01-2; None if no date is told."""
    return tuple(int(part) for part in re.findall(r"\d+", printed or "")) or None


def _stood(dates: Sequence[Date | None], known: Mapping[Date, int]) -> range:
    """Return the drafts from the first date to the last; all of them where no date is told."""
    told = [known[date] for date in dates if date is not None]
    return range(min(told), max(told) + 1) if told else range(len(known) + 1)


def _label(printed: str | None) -> Label | None:
    """Read an article's number, without its former one in brackets; None if it has none."""
    try:
        return Label.parse(_FORMER.sub("", (printed or "").strip()))
    except LabelError:
        return None
