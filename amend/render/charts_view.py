"""Courses and revisions in, the charts of an overview out: what is drawn, and what is said of it.

Fates are gathered in four tones, as on the chips of the page; a bar shows shares, and its number
stands beside it, so that a proponent of three proposals is read as easily as one of three hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amend.model.comparison import Chain
from amend.model.dispute import Dispute, dispute
from amend.model.ruling import Course, Fate
from amend.render.redlines import shown
from amend.render.view import NOBODY
from amend.render.wording import TONES, percent
from amend.text.told import counted, joined, told

FATES = told("What became of the proposals, by proponent and revision")
OPEN = told("What is open in each revision")
TONE_NAMES = {
    "good": told("adopted wholly or mostly"),
    "part": told("adopted in part"),
    "none": told("not adopted"),
    "open": told("already there, or cannot be known"),
}
"""What the tones of fates are called in the legend, in the order in which they are stacked."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The fates of some proposals in one revision; `told` says them one by one.

    `counts` follow `TONE_NAMES`; all are 0 where nothing was judged in this revision.
    """

    revision: str
    counts: tuple[int, ...]
    told: str

    @property
    def total(self) -> int:
        """How many proposals were judged."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Proponent:
    """One row: a proponent, or all of them, with a bar for each later revision."""

    key: str
    name: str
    proposals: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class FatesView:
    """Fates by proponent and revision; `everyone` counts each proposal once."""

    title: str
    told: tuple[str, ...]
    revisions: tuple[str, ...]
    everyone: Proponent
    proponents: tuple[Proponent, ...]
    tones: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One thing that is counted in every revision; `printed` is how each figure is told.

    `inside` is what it is called inside a sentence.
    """

    name: str
    inside: str
    figures: tuple[float, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenView:
    """What is open in each revision, one panel for each kind that ever occurs."""

    title: str
    told: tuple[str, ...]
    revisions: tuple[str, ...]
    panels: tuple[Panel, ...]


def fates_view(
    chain: Chain, courses: Sequence[Course], keys: Mapping[str, str] | None = None
) -> FatesView | None:
    """Lay out the fates of every proponent's proposals; None where nothing was judged.

    Proponents stand by the number of their proposals, most first, then by name. `keys` are the
    keys they have on the page, by name.
    """
    judged = {ruling.revision for each in courses for ruling in each.rulings}
    names = [each.name for each in chain.revisions if each.name in judged]
    if not names:
        return None
    own: dict[str, list[Course]] = {}
    for course in courses:
        for name in course.proposal.by or ("",):
            own.setdefault(name, []).append(course)
    known = keys or {}
    rows = [
        _row(known.get(name, ""), shown(name) or NOBODY, held, names) for name, held in own.items()
    ]
    everyone = _row("", told("All proposals"), courses, names)
    return FatesView(
        title=FATES,
        told=tuple(_said(each) for each in (everyone, *rows)),
        revisions=tuple(map(shown, names)),
        everyone=everyone,
        proponents=tuple(sorted(rows, key=lambda each: (-each.proposals, each.name.casefold()))),
        tones=tuple(TONE_NAMES.items()),
    )


def _row(key: str, name: str, courses: Sequence[Course], names: Iterable[str]) -> Proponent:
    return Proponent(key, name, len(courses), tuple(_bar(courses, each) for each in names))


def _bar(courses: Iterable[Course], revision: str) -> Bar:
    fates = Counter(
        ruling.fate for each in courses for ruling in each.rulings if ruling.revision == revision
    )
    tones = Counter[str]()
    for fate, count in fates.items():
        tones[TONES[fate]] += count
    parts = (
        told("{count} {fate}", count=fates[fate], fate=told(fate.value))
        for fate in Fate if fates[fate]
    )  # fmt: skip
    counts = tuple(tones[each] for each in TONE_NAMES)
    return Bar(shown(revision), counts, joined(", ", parts) or told("nothing judged"))


def _said(row: Proponent) -> str:
    bars = joined(
        "; ",
        (told("{name}: {told}", name=each.revision, told=each.told) for each in row.bars),
    )
    count = counted(row.proposals, "proposal")
    return told("{name}, {proposals}. {bars}.", name=row.name, proposals=count, bars=bars)


def open_view(chain: Chain, disputes: Sequence[Dispute] = ()) -> OpenView | None:
    """Lay out what is open in each revision; None where nothing ever was.

    `disputes` are those of the revisions, in their order, where they were counted already.
    """
    found = disputes or [dispute(each) for each in chain.revisions]
    panels = tuple(_panels(found))
    if not panels:
        return None
    names = tuple(shown(each.name) for each in chain.revisions)
    lines = (
        told(
            "{name}: {told}.",
            name=name,
            told=joined(
                ", ",
                (
                    told("{count} {kind}", count=panel.printed[place], kind=panel.inside)
                    for panel in panels
                ),
            ),
        )
        for place, name in enumerate(names)
    )
    return OpenView(OPEN, tuple(lines), names, panels)


def _panels(found: Sequence[Dispute]) -> Iterator[Panel]:
    shares = [each.words / each.of if each.of else 0.0 for each in found]
    for name, inside, figures in (
        (told("Brackets"), told("brackets"), [each.brackets for each in found]),
        (told("Sets of alternatives"), told("sets of alternatives"),
         [each.alternatives for each in found]),
        (told("Options"), told("options"), [each.options for each in found]),
        (told("“No text”"), told("“no text”"), [each.no_text for each in found]),
    ):  # fmt: skip
        if any(figures):
            counts = tuple(told("{count:,}", count=each) for each in figures)
            yield Panel(name, inside, tuple(map(float, figures)), counts)
    if any(shares):
        printed = tuple(percent(each) for each in shares)
        names = told("Words in brackets"), told("words in brackets")
        yield Panel(*names, tuple(shares), printed)
