"""Courses in, a flat table of fates out: one row for each proposal and later revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amend.model.ruling import Course, Measure, Ruling
from amend.render.cells import Value
from amend.render.wording import OPERATIONS, where

HEAD = (
    "Proposal", "By", "Supporters", "Base", "Operation", "Paragraph", "Where", "Text asked for",
    "Text to go", "Revision", "Fate", "Words taken", "Words asked for", "Share taken",
    "Words cut", "Words to go", "Share cut", "Found in", "Evidence", "Missing", "Flags", "Reason",
    "Headline", "Ruled by", "Read in",
)  # fmt: skip
_NO_RULING: tuple[Value, ...] = (None,) * 13


def rows(courses: Iterable[Course]) -> Iterator[tuple[Value, ...]]:
    """Yield rows in the order of `HEAD`, proposals as they are given, revisions oldest first.

    A proposal without a later revision has one row without a verdict. Shares are 0.0 to 1.0, and
    None where there was nothing to measure. Lists are joined: names, labels and flags by a comma
    or semicolon, stretches of evidence by an ellipsis.
    """
    for course in courses:
        asks, source = _asks(course), str(course.proposal.source)
        for told in [_told(each) for each in course.rulings] or [_NO_RULING]:
            *verdict, by = told
            yield (*asks, *verdict, course.headline.value, by, source)


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


def _told(ruling: Ruling) -> tuple[Value, ...]:
    return (
        ruling.revision,
        ruling.fate.value,
        *_measured(ruling.taken),
        *_measured(ruling.cut),
        ", ".join(str(each) for each in ruling.place),
        " … ".join(each.text for each in ruling.evidence),
        " … ".join(ruling.missing),
        "; ".join(ruling.flags),
        ruling.reason,
        ruling.by,
    )


def _measured(measure: Measure | None) -> tuple[Value, ...]:
    if measure is None or not measure.of:
        return (None, None, None)
    return (measure.words, measure.of, round(measure.share, 4))
