"""Courses in, a flat table of fates out: one row for each proposal and later revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from amend.model.comparison import Chain
from amend.model.ruling import Course, Measure, Ruling
from amend.model.source import Source
from amend.render.cells import Value
from amend.render.on_page import numbers
from amend.render.wording import OPERATIONS, where
from amend.text.told import joined, told

PAGES = (told("Page in draft"), told("Page found on"), told("Page in submission"))
"""The last columns: empty where the files have no pages."""
HEAD = (
    told("Proposal"), told("By"), told("Supporters"), told("Base"), told("Operation"),
    told("Paragraph"), told("Where"), told("Text asked for"), told("Text to go"),
    told("Revision"), told("Fate"), told("Words taken"), told("Words asked for"),
    told("Share taken"), told("Words cut"), told("Words to go"), told("Share cut"),
    told("Found in"), told("Evidence"), told("Missing"), told("Flags"), told("Reason"),
    told("Headline"), told("Ruled by"), told("Read in"),
    *PAGES,
)  # fmt: skip
_NO_RULING: tuple[Value, ...] = (None,) * 13


def rows(courses: Iterable[Course], chain: Chain) -> Iterator[tuple[Value, ...]]:
    """Yield rows in the order of `HEAD`, proposals as they are given, revisions oldest first.

    A proposal without a later revision has one row without a verdict. Shares are 0.0 to 1.0, and
    None where there was nothing to measure. Lists are joined: names, labels and flags by a comma
    or semicolon, stretches of evidence by an ellipsis. The draft of a page is the base, what is
    found stands in the revision of the row; both are revisions of `chain`.
    """
    known = {
        (revision.name, each.id): each.source
        for revision in chain.revisions
        for each in revision.paragraphs
    }
    for course in courses:
        proposal, asks = course.proposal, _asks(course)
        drafted = _pages(known, proposal.base, proposal.paragraphs)
        submitted = numbers([proposal.source])
        for ruling in course.rulings or [None]:
            *verdict, by = _NO_RULING if ruling is None else _ruled(ruling)
            found = None if ruling is None else _pages(
                known, ruling.revision, (each.paragraph for each in ruling.evidence)
            )  # fmt: skip
            yield (*asks, *verdict, told(course.headline.value), by, proposal.source.told,
                   drafted, found, submitted)  # fmt: skip


def _pages(
    known: Mapping[tuple[str, str], Source], revision: str, paragraphs: Iterable[str]
) -> Value:
    places = (known.get((revision, each)) for each in paragraphs)
    return numbers(each for each in places if each is not None)


def _asks(course: Course) -> tuple[Value, ...]:
    proposal = course.proposal
    return (
        proposal.id,
        ", ".join(proposal.by),
        ", ".join(proposal.supporters),
        proposal.base,
        OPERATIONS[proposal.operation],
        ", ".join(str(each) for each in proposal.target),
        where(proposal),
        proposal.text,
        proposal.cut,
    )


def _ruled(ruling: Ruling) -> tuple[Value, ...]:
    return (
        ruling.revision,
        told(ruling.fate.value),
        *_measured(ruling.taken),
        *_measured(ruling.cut),
        ", ".join(str(each) for each in ruling.place),
        " … ".join(each.text for each in ruling.evidence),
        " … ".join(ruling.missing),
        joined("; ", ruling.flags),
        ruling.reason,
        ruling.by,
    )


def _measured(measure: Measure | None) -> tuple[Value, ...]:
    if measure is None or not measure.of:
        return (None, None, None)
    return (measure.words, measure.of, round(measure.share, 4))
