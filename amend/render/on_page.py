"""Where a thing was read in, on which page it stands out: "p. 3", in words that can be translated.

A source without pages, as Markdown or plain text is, gets no words; a page is never guessed
(design note 0044).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amend.model.source import Source
from amend.text.told import joined, told

_POINTS_TO_CM = 2.54 / 72


def page_of(source: Source) -> str:
    """Return the page, or the pages from first to last: "p. 3", "pp. 3–4"; "" where none is."""
    if source.page is None:
        return ""
    if source.last is None:
        return told("p. {page}", page=str(source.page))
    return told("pp. {page}–{last}", page=str(source.page), last=str(source.last))


def spot_of(source: Source) -> str:
    """Return how far down its first page a thing begins, for a ruler; "" where that is unknown."""
    if source.page is None or source.box is None:
        return ""
    return told("{down} cm from the top", down=str(max(0, round(source.box.top * _POINTS_TO_CM))))


def submitted_on(source: Source) -> str:
    """Return the page of a proposal, as one of its own file: no page of the draft is meant."""
    page = page_of(source)
    return told("{page} of the submission", page=page) if page else ""


def through(stands: Iterable[tuple[str, str]]) -> str:
    """Return the pages in each revision: "Rev 1, p. 3 / Rev 2, p. 4"; from names and pages."""
    return joined(" / ", _named(stands))


def _named(stands: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, pages in stands:
        if pages:
            yield told("{name}, {page}", name=name, page=pages)


def numbers(sources: Iterable[Source]) -> int | str | None:
    """Return the pages for a cell that is sorted: a number, or "3–4, 7"; None where none is."""
    found = dict.fromkeys(
        each.page if each.last is None else f"{each.page}–{each.last}"
        for each in sources
        if each.page is not None
    )
    return next(iter(found)) if len(found) == 1 else ", ".join(map(str, found)) or None
