"""What a user typed and the values it may mean, in; the one that is meant, or the choices, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amend.errors import AmendError, LabelError
from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Proposal
from amend.model.ruling import Course, Fate


def proposal(identity: str, proposals: Sequence[Proposal]) -> Proposal:
    """Return the proposal with this id; raises AmendError with ids that are like it."""
    for each in proposals:
        if each.id == identity:
            return each
    near = [each.id for each in proposals if identity.split(".")[0] in each.id][:8]
    choices = ", ".join(near or [each.id for each in proposals[:8]]) or "none is stored"
    raise AmendError(f"there is no proposal {identity!r}", hint=f"Name one of: {choices}.")


def refuse_unclear(labels: Sequence[Label], revision: Revision) -> None:
    """Raise LabelError for a label that is not in a revision, or stands there more than once."""
    for label in labels:
        found = revision.labelled(label)
        if not found:
            hint = f"Name one of: {near_labels(label, revision)}."
            raise LabelError(f"{label} is not in {revision.name}", hint=hint)
        if len(found) > 1:
            places = "; ".join(each.path or each.text[:40] for each in found)
            hint = f"Number one of them anew in the draft and add that; it stands in: {places}."
            raise LabelError(f"{label} stands {len(found)} times in {revision.name}", hint=hint)


def near_labels(label: Label, revision: Revision, most: int = 8) -> str:
    """Return the labels of a revision that stand next to one that is missing, as a list."""
    known = sorted({each.label for each in revision.paragraphs if each.label is not None})
    behind = sum(1 for each in known if each < label)
    start = max(0, min(behind - most // 2, len(known) - most))
    return ", ".join(str(each) for each in known[start : start + most])


def choose_fate(name: str) -> Fate:
    """Read a fate as a user types it, whatever its case; raises AmendError with the choices."""
    wanted = " ".join(name.lower().replace("-", " ").replace("_", " ").split())
    for each in Fate:
        if each.value == wanted:
            return each
    raise AmendError(f"{name!r} is no fate", hint=f"Use one of: {', '.join(Fate)}.")


def proponents(courses: Iterable[Course]) -> dict[str, list[Course]]:
    """Return the courses of each proponent, by name."""
    found: dict[str, list[Course]] = {}
    for course in courses:
        for name in course.proposal.by:
            found.setdefault(name, []).append(course)
    return dict(sorted(found.items()))


def paragraph_or_proponent(
    asked: str, revisions: Sequence[Revision], courses: Iterable[Course], profile: str
) -> Label | str:
    """Tell whether a user means a paragraph or a proponent; raises AmendError with the choices.

    A label that stands in any revision is a paragraph; else a proponent whose name is, or begins
    with, what was asked.
    """
    try:
        label = Label.parse(asked, profile)
    except LabelError:
        label = None
    if label is not None:
        for candidate in (label, label.plain):
            if any(each.labelled(candidate) for each in revisions):
                return candidate
    names = list(proponents(courses))
    alike = [each for each in names if each.casefold() == asked.casefold()]
    alike = alike or [each for each in names if asked.casefold() in each.casefold()]
    if len(alike) == 1:
        return alike[0]
    if label is not None and not alike:
        hint = f"Name one of: {near_labels(label, revisions[-1])}."
        raise LabelError(f"{label} is in no revision", hint=hint)
    choices = ", ".join(alike or names) or "none is stored"
    raise AmendError(f"{asked!r} is no paragraph and no proponent", hint=f"Proponents: {choices}.")
