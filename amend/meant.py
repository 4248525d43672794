"""What a user typed and the values it may mean, in; the one that is meant, or the choices, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amend.errors import AmendError, LabelError
from amend.labels import Label
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Proposal
from amend.model.ruling import Course, Fate, Named
from amend.text.spoken import Spoken, spoken
from amend.text.words import tokens


def proposal(identity: str, proposals: Sequence[Proposal]) -> Proposal:
    """Return the proposal with this id; raises AmendError with ids that are like it."""
    for each in proposals:
        if each.id == identity:
            return each
    near = [each.id for each in proposals if identity.split(".")[0] in each.id][:8]
    choices = ", ".join(near or [each.id for each in proposals[:8]]) or "none is stored"
    raise AmendError(f"there is no proposal {identity!r}", hint=f"Name one of: {choices}.")


def named(printed: str, revision: Revision, profile: str = "un") -> tuple[Named, ...]:
    """Return the paragraphs of a revision that a user or a table names, with what stands there.

    "12", "12 to 14", "12, 13 and 15"; the opening words in quotes where no number is printed or
    one stands twice: 3bis “The Parties shall”. Raises LabelError with the choices for a name that
    is no paragraph of the revision, or not one alone.
    """
    return tuple(
        Named(each.label, each.text, each.path)
        for one in spoken(printed)
        for each in _paragraphs(one, revision, profile)
    )


def _paragraphs(one: Spoken, revision: Revision, profile: str) -> Sequence[Paragraph]:
    if one.until:
        return _range(one, revision, profile)
    label = _label(one, profile)
    found = _bearing(label, revision) if label is not None else revision.paragraphs
    if one.words or label is None:
        wanted = tokens(one.words or one.label)
        found = tuple(each for each in found if tokens(each.text)[: len(wanted)] == wanted)
    if one.nth:
        found = found[one.nth - 1 : one.nth]
    if len(found) == 1:
        return found
    told = f"{one.label} “{one.words}”".strip() if one.words else one.label
    if not found:
        near = near_labels(label, revision) if label is not None else ""
        hint = f"Name one of: {near}." if near else "Write its number, or its first words in quotes"
        raise LabelError(f"{told} is not in {revision.name}", hint=hint)
    raise _unclear(told, found, revision)


def _label(one: Spoken, profile: str) -> Label | None:
    """Read the number of a name; None if the name has words alone."""
    if not one.label:
        return None
    try:
        return Label.parse(one.label, profile)
    except LabelError:
        if one.words or any(map(str.isdigit, one.label[:1])):
            raise
        return None


def _bearing(label: Label, revision: Revision) -> tuple[Paragraph, ...]:
    return revision.labelled(label)


def _range(one: Spoken, revision: Revision, profile: str) -> Sequence[Paragraph]:
    """Return all that stands from one number to another, in the order of the draft.

    Points go with their paragraph only if the range is one of points.
    """
    ends = [_paragraphs(Spoken(each), revision, profile)[0] for each in (one.label, one.until)]
    first, last = (revision.paragraphs.index(each) for each in ends)
    depth = {len(each.label.steps) for each in ends if each.label is not None}
    return [
        each
        for each in revision.paragraphs[first : last + 1]
        if each.label is not None and (len(each.label.steps) in depth or each in ends)
    ]


def _unclear(told: str, found: Sequence[Paragraph], revision: Revision) -> LabelError:
    openings = "; ".join(f"“{' '.join(each.text.split()[:5])}”" for each in found[:4])
    hint = f"Add its first words in quotes, or its turn: {told} {openings}, or (2)."
    return LabelError(f"{told} stands {len(found)} times in {revision.name}", hint=hint)


def refuse_half(
    old: Sequence[str], new: Sequence[str], *, gone: bool = False, is_new: bool = False
) -> None:
    """Raise AmendError for a link with one side, unless it is said that there is no other."""
    if (bool(old), bool(new)) != (not is_new, not gone) or (gone and is_new):
        hint = "Write OLD --to NEW, or OLD --gone, or --to NEW --new."
        raise AmendError("a link needs its old and its new paragraphs", hint=hint)


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
