"""What a user typed and the values it may mean, in; the one that is meant, or the choices, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property

from amend.align.named import names
from amend.errors import AmendError, LabelError
from amend.labels import Label
from amend.match.thresholds import Thresholds
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
    """Return the paragraphs of a revision that a user names; see `Directory.named`."""
    return Directory(revision, profile).named(printed)


class Directory:
    """The paragraphs of one revision, to be looked up by the names that people and tables use."""

    def __init__(self, revision: Revision, profile: str = "un") -> None:
        """Take a revision, and the profile by which its numbers are read."""
        self._revision = revision
        self._profile = profile

    def named(self, printed: str) -> tuple[Named, ...]:
        """Return the paragraphs named, each with what stands there.

        "12", "12 to 14", "12, 13 and 15"; the opening words in quotes where no number is printed
        or one stands twice: 3bis “The Parties shall”. Raises LabelError with the choices for a name
        that is no paragraph of the revision, or not one alone.
        """
        return tuple(
            self._names[each.id] for one in spoken(printed) for each in self._paragraphs(one)
        )

    @cached_property
    def _names(self) -> Mapping[str, Named]:
        return names(self._revision.paragraphs)

    @cached_property
    def _openings(self) -> Mapping[str, list[str]]:
        return {each.id: tokens(each.face) for each in self._revision.paragraphs}

    @cached_property
    def _cited(self) -> Mapping[str, str]:
        return self._revision.cited()

    def _paragraphs(self, one: Spoken) -> Sequence[Paragraph]:
        if one.until:
            return self._range(one)
        as_printed = [e for e in self._revision.paragraphs if str(e.label or "") == one.label]
        if len(as_printed) == 1 and not one.words:
            return as_printed
        label = self._label(one)
        found: Sequence[Paragraph] = self._revision.paragraphs
        if label is not None:
            found = self._bearing(label)
        if one.words or label is None:
            wanted = tokens(one.words or one.label)
            bare = [each for each in found if each.label is None] if label is None else ()
            found = self._opening_with(wanted, bare) or self._opening_with(wanted, found)
        if one.nth:
            found = found[one.nth - 1 : one.nth]
        if len(found) == 1:
            return found
        told = f"{one.label} “{one.words}”".strip() if one.words else one.label
        raise self._unclear(told, found) if found else self._missing(told, label)

    def _label(self, one: Spoken) -> Label | None:
        """Read the number of a name; None if the name has words alone."""
        if not one.label:
            return None
        try:
            return Label.parse(one.label, self._profile)
        except LabelError:
            if one.words or one.label[:1].isdigit():
                raise
            return None

    def _bearing(self, label: Label) -> Sequence[Paragraph]:
        """Return what bears a label, or what is cited by it: 2 of Article 7 as 7.2."""
        found = self._revision.labelled(label)
        if not found and label.carrier == "Art":
            every = self._revision.paragraphs
            found = tuple(each for each in every if self._cited[each.id] == str(label))
        return found

    def _opening_with(self, wanted: list[str], found: Iterable[Paragraph]) -> list[Paragraph]:
        """Keep what begins with these words; what says no more comes before what goes on."""
        said = [(each, self._openings[each.id]) for each in found]
        whole = [each for each, words in said if words == wanted]
        size = len(wanted)
        return whole or [each for each, words in said if size and words[:size] == wanted]

    def _range(self, one: Spoken) -> Sequence[Paragraph]:
        """Return all that stands from one number to another, in the order of the draft.

        Points go with their paragraph only if the range is one of points.
        """
        every = self._revision.paragraphs
        ends = [self._paragraphs(Spoken(each))[0] for each in (one.label, one.until)]
        first, last = (every.index(each) for each in ends)
        depths = {len(each.label.steps) for each in ends if each.label is not None}
        return [
            each
            for each in every[first : last + 1]
            if each.label is not None and (len(each.label.steps) in depths or each in ends)
        ]

    def _missing(self, told: str, label: Label | None) -> LabelError:
        near = near_labels(label, self._revision) if label is not None else ""
        hint = (
            f"Name one of: {near}." if near else "Write its number, or its first words in quotes."
        )
        return LabelError(f"{told} is not in {self._revision.name}", hint=hint)

    def _unclear(self, told: str, found: Sequence[Paragraph]) -> LabelError:
        openings = "; ".join(f"“{' '.join(each.face.split()[:5])}”" for each in found[:4])
        hint = f"Add its first words in quotes, or its turn (2). There stand: {openings}."
        return LabelError(f"{told} stands {len(found)} times in {self._revision.name}", hint=hint)


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


_WHOLE = 100


def shares(typed: str) -> Thresholds:
    """Read shares as a user types them, "with changes=80, partly=25"; the rest is as ever.

    Raises AmendError with the choices for a name that is none, or what is no percentage.
    """
    known = [each.name for each in fields(Thresholds)]
    found: dict[str, float] = {}
    for each in filter(None, (part.strip() for part in typed.split(","))):
        name, _, value = each.partition("=")
        key = name.strip().lower().replace(" ", "_").replace("-", "_")
        percent = value.strip().removesuffix("%").strip()
        if key not in known or not percent.isascii() or not percent.isdigit():
            hint = f"Write per cent, as in partly=25; there are {', '.join(known)}."
            raise AmendError(f"{each!r} is no threshold", hint=hint)
        if len(percent) > len(str(_WHOLE)) or not 1 <= int(percent) <= _WHOLE:
            hint = "Write per cent from 1 to 100, as in partly=25."
            raise AmendError(f"{each!r} is no percentage", hint=hint)
        found[key] = int(percent) / 100
    return Thresholds(**found)


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
