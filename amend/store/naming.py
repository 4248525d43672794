"""The names of revisions: a file's stem or what a user types, in; "Zero draft", "Rev 2", out.

The spellings are those of domain A.2: REV 1, Rev_1, rev.1, first revision, zero draft, borrador
cero; a later stage named with an earlier one wins ("Rev 1 of the zero draft"). A stem that names
two revisions of one kind ("rev1-to-rev2") names none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol, TypeVar

from amend.errors import WorkspaceError
from amend.store.dates import date_in, dates_in, folded


class Rank(IntEnum):
    """The stations of a negotiation in their order; DATED and UNKNOWN bear no station's name."""

    PRE_ZERO = 0
    ZERO = 1
    NUMBERED = 2
    DATED = 3
    UNKNOWN = 4
    FINAL = 5
    ADOPTED = 6


@dataclass(frozen=True, order=True, slots=True)
class Stage:
    """A station of a draft; sorts as the process does: zero, Rev 1, Rev 1a, Rev 2, Rev 10, final.

    `number` is (1,) for Rev 1 and (1, 1) for Rev 1.1; `family` is the word that was counted with
    ("Rev", "Draft", "Version"), which has no part in the order.
    """

    rank: Rank
    number: tuple[int, ...] = ()
    letter: str = ""
    family: str = field(default="", compare=False)

    def __str__(self) -> str:
        if self.rank is Rank.NUMBERED:
            return f"{self.family} {'.'.join(str(part) for part in self.number)}{self.letter}"
        return _TITLES[self.rank]


@dataclass(frozen=True, slots=True)
class StageFound:
    """A stage and where it stands in a name, half-open; `is_bare` for a lone "zero" or "final"."""

    stage: Stage
    start: int
    end: int
    is_bare: bool = False


class Named(Protocol):
    """What bears a revision's name and date (ISO 8601, or None)."""

    @property
    def name(self) -> str:
        """The name, as people see it."""

    @property
    def date(self) -> str | None:
        """The date in ISO 8601, or None."""


N = TypeVar("N", bound=Named)

_TITLES = {
    Rank.PRE_ZERO: "Pre-zero draft",
    Rank.ZERO: "Zero draft",
    Rank.FINAL: "Final",
    Rank.ADOPTED: "Adopted",
}
_GAP = "[ .]*"
_COUNT = r"(?P<n>\d{1,2})(?:\.(?P<sub>\d{1,2}))?(?P<letter>[a-z])?(?![a-z\d])"
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_ORDINAL = rf"(?<![a-z\d])(?P<ordinal>{'|'.join(_ORDINALS)}|1st|2nd|3rd|[4-9]th|10th) +"
_DRAFT = r"(?: +(?:draft|text|version))?"
_OF_ZERO = rf"(?: +(?:of|to) +(?:the +)?zero{_GAP}draft)?"
_FORMS: tuple[tuple[Rank, str, re.Pattern[str]], ...] = (
    (Rank.PRE_ZERO, "", re.compile(rf"(?<![a-z])pre *zero{_DRAFT}(?![a-z])")),
    (
        Rank.NUMBERED,
        "Rev",
        re.compile(
            rf"(?<![a-z])rev(?:ision|ised|isee?|isad[oa])?(?: +draft)?{_GAP}{_COUNT}{_OF_ZERO}"
        ),
    ),
    (Rank.NUMBERED, "Rev", re.compile(rf"{_ORDINAL}revis(?:ion|ed){_DRAFT}{_OF_ZERO}")),
    (
        Rank.ZERO,
        "",
        re.compile(
            r"(?<![a-z\d])(?:(?:zero|0)[ .]*draft|draft[ .]*(?:zero|0)|borrador *cero"
            r"|(?:avant *)?projet *zero)(?![a-z\d])"
        ),
    ),
    (Rank.NUMBERED, "Draft", re.compile(rf"{_ORDINAL}draft(?![a-z])")),
    (Rank.NUMBERED, "Draft", re.compile(rf"(?<![a-z])draft{_GAP}(?:no{_GAP})?{_COUNT}")),
    (Rank.NUMBERED, "Version", re.compile(rf"(?<![a-z])v(?:ersion)?{_GAP}{_COUNT}")),
    (Rank.FINAL, "", re.compile(rf"(?<![a-z])(?:final|finale){_DRAFT}(?![a-z])")),
    (Rank.ADOPTED, "", re.compile(r"(?<![a-z])(?:as +)?(?:adopted|adopte|adoptad[oa])(?![a-z])")),
    (Rank.ZERO, "", re.compile(r"(?<![a-z])zero(?![a-z])")),
)
_BARE = ("zero", "final", "finale", "adopted", "adopte", "adoptado", "adoptada")
_REVISED = re.compile(r"(?<![a-z])(?:rev|revised|revision)(?![a-z])")
_FILLER = re.compile(r"(?:the|draft|text)?")


def stages_in(stem: str) -> tuple[StageFound, ...]:
    """Find every stage that a name names, in reading order; dates are stepped over."""
    text = folded(stem)
    for one in dates_in(stem):
        text = text[: one.start] + "|" * (one.end - one.start) + text[one.end :]
    found: list[StageFound] = []
    for rank, family, form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            text = text[:start] + "|" * (end - start) + text[end:]
            stage = Stage(rank, *_count(match), family)
            if stage.number == (0,) and family == "Draft":
                stage = Stage(Rank.ZERO)
            found.append(StageFound(stage, start, end, match.group() in _BARE))
    return tuple(sorted(found, key=lambda one: one.start))


def _count(match: re.Match[str]) -> tuple[tuple[int, ...], str]:
    parts = match.groupdict()
    if parts.get("ordinal"):
        word = parts["ordinal"]
        return (_ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2]),), ""
    number = tuple(int(parts[key]) for key in ("n", "sub") if parts.get(key))
    return number, parts.get("letter") or ""


def stage_of(name: str) -> Stage | None:
    """Tell the one stage that a name names; None if it names none, or two that exclude each other.

    "v2" beside a revision counts saves of its file; "revised" without a number is no stage.
    """
    found = {one.stage for one in stages_in(name)}
    numbered = {one for one in found if one.rank is Rank.NUMBERED}
    numbered = {one for one in numbered if one.family != "Version"} or numbered
    if numbered:
        return numbered.pop() if len(numbered) == 1 else None
    if _REVISED.search(folded(name)):
        return None
    early = {one for one in found if one.rank in (Rank.PRE_ZERO, Rank.ZERO)}
    return max(early or found, default=None) if len(early) < 2 else None


def revision_name(stem: str) -> str | None:
    """Name the revision that a file's stem speaks of: "Zero draft", "Rev 1", "Final", 2015-12-12.

    None if the stem names no stage and not exactly one date.
    """
    stage = stage_of(stem)
    if stage is not None:
        return str(stage)
    return None if stages_in(stem) else date_in(stem)


def same_name(name: str) -> str:
    """Return what two spellings of one name share: "rev.1" and "Rev 1" give the same.

    Only a whole name is a spelling of a stage: "Rev 1 corrected" stays a name of its own.
    """
    plain = " ".join(folded(name).replace(".", " ").split())
    marks = [(one.start, one.end) for one in stages_in(name)]
    marks += [(one.start, one.end) for one in dates_in(name)]
    if len(marks) != 1:
        return plain
    rest = folded(name)[: marks[0][0]] + folded(name)[marks[0][1] :]
    spelt = revision_name(name) if _FILLER.fullmatch(rest.strip(" .")) else None
    return spelt.lower() if spelt else plain


def find(asked: str, revisions: Sequence[N]) -> N:
    """Find the revision a user means: "rev1", "REV.1" and "Rev 1" are the same.

    Raises WorkspaceError, which lists the choices, if there is none.
    """
    exact = [one for one in revisions if one.name == asked]
    alike = exact or [one for one in revisions if same_name(one.name) == same_name(asked)]
    if len(alike) == 1:
        return alike[0]
    names = ", ".join(one.name for one in (alike or revisions))
    if alike:
        raise WorkspaceError(f"{asked!r} may be any of {names}", hint="Write the name in full.")
    if not names:
        raise WorkspaceError(f"no revision {asked!r}: none is stored", hint="Run: amend add FILE")
    raise WorkspaceError(f"no revision is named {asked!r}", hint=f"Name one of {names}.")
