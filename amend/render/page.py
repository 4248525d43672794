"""A view, its chain, courses and origins in, the whole page out: what only a page has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from amend.model.audit import Audit
from amend.model.comparison import Chain, Op
from amend.model.draft import Paragraph
from amend.model.origin import Origin, Provenance
from amend.model.ruling import Course
from amend.render.charts import draw_fates, draw_open
from amend.render.charts_view import OpenView, fates_view, open_view
from amend.render.dossiers import dossiers
from amend.render.flow import draw
from amend.render.flow_view import flow_view
from amend.render.layout import passage_key
from amend.render.origin_view import origin_lines
from amend.render.page_audits import page_audits
from amend.render.page_shapes import Busy, Cell, Numbered, Page, Picture, Roots, Standing
from amend.render.page_wording import ALL_CAME_IN, AWAY, NO_WORDS, WORDS
from amend.render.redlines import shown
from amend.render.shapes import Row, Slot, Tally, View
from amend.render.svg import Address
from amend.render.wording import opening
from amend.text.told import joined, told

_TOLD = frozenset({"new", "restored", "moved", "split", "merged", "dropped"})
_MOST_BUSY = 10
_NAME_WORDS = 6


def page(
    view: View, chain: Chain, courses: Sequence[Course] = (),
    provenance: Provenance | None = None, audits: Sequence[Audit] = (),
) -> Page:  # fmt: skip
    """Lay out what the page shows besides the view, which may hold some of the rows only.

    Without `provenance` nothing is said of where words come from.
    """
    later = _later(courses, chain)
    asking = {each.key for each in view.tallies}
    return Page(
        view=view,
        dossiers=dossiers(view, courses, chain.revisions[-1].name, provenance),
        supporters=tuple(each for each in view.proponents if each.key not in asking),
        later=tuple(shown(each) for each in later),
        standings=tuple(_standings(view, later)),
        busiest=tuple(_busiest(view.rows)),
        numbers=tuple(_numbered(each) for each in view.rows),
        roots=dict(_roots(view, chain, courses, provenance)) if provenance is not None else {},
        pictures=tuple(_pictures(view, chain, courses)),
        ways=_ways(chain),
        audits=page_audits(audits, chain),
    )


def _pictures(view: View, chain: Chain, courses: Sequence[Course]) -> Iterator[Picture]:
    fates = fates_view(chain, courses, {each.name: each.key for each in view.proponents})
    if fates is not None:
        yield Picture("picture-fates", told(WORDS["picture_fates"]), partial(draw_fates, fates))
    unsettled = open_view(chain, view.disputes)
    if unsettled is not None:
        yield Picture("picture-open", told(WORDS["picture_open"]), partial(_drawn_open, unsettled))


def _drawn_open(unsettled: OpenView, _: Address) -> str:
    return draw_open(unsettled)


def _ways(chain: Chain) -> Picture | None:
    if not chain.comparisons:
        return None
    return Picture("picture-ways", told(WORDS["picture_ways"]), partial(draw, flow_view(chain)))


def _later(courses: Iterable[Course], chain: Chain) -> tuple[str, ...]:
    """Return the revisions that some ruling speaks of, oldest first."""
    ruled = {each.revision for course in courses for each in course.rulings}
    return tuple(each.name for each in chain.revisions if each.name in ruled)


def _standings(view: View, later: Sequence[str]) -> Iterator[Standing]:
    tallies: dict[str, Tally] = {each.key: each for each in view.tallies}
    counts: dict[str, dict[str, Counter[str]]] = {key: {} for key in tallies}
    for card in view.cards:
        for key in (each for each in card.by if each in tallies and each not in card.backers):
            for verdict in card.verdicts:
                counts[key].setdefault(verdict.revision, Counter())[verdict.tone] += 1
    for key, tally in tallies.items():
        found = (counts[key].get(name, Counter()) for name in later)
        cells = tuple((each["good"], each["part"], each["none"], each["open"]) for each in found)
        yield Standing(key, tally.name, cells)


def _busiest(rows: Iterable[Row]) -> list[Busy]:
    """Return the paragraphs with most words in and out; the first on the page first in a tie."""
    found = [_busy(each) for each in rows]
    changed = [each for each in found if each.inserted + each.deleted]
    return sorted(changed, key=lambda each: -each.inserted - each.deleted)[:_MOST_BUSY]


def _busy(row: Row) -> Busy:
    counts = {Op.INSERT: 0, Op.DELETE: 0, Op.KEEP: 0}
    for slot in row.slots:
        for passage in (*slot.passages, *slot.gone):
            for each in passage.segments:
                if each.op is not Op.KEEP:
                    counts[each.op] += len(each.text.split())
    return Busy(row.key, row.name, counts[Op.INSERT], counts[Op.DELETE], len(row.cards))


def _numbered(row: Row) -> Numbered:
    return Numbered(row.key, tuple(_cell(each) for each in row.slots))


def _cell(slot: Slot) -> Cell:
    names = [each.label or f"“{opening(each.text, _NAME_WORDS)}”" for each in slot.passages]
    every = (*slot.notes, *(note for each in slot.passages for note in each.notes))
    notes = dict.fromkeys(each.text for each in every if each.kind in _TOLD)
    return Cell(", ".join(names) or AWAY, joined("; ", notes))


def _roots(
    view: View, chain: Chain, courses: Iterable[Course], provenance: Provenance
) -> Iterator[tuple[str, Roots]]:
    proposals = {each.proposal.id: each.proposal for each in courses}
    paragraphs = {
        passage_key(place, count): (revision.name, each)
        for place, revision in enumerate(chain.revisions, 1)
        for count, each in enumerate(revision.paragraphs, 1)
    }
    for row in view.rows:
        last = next(each for each in reversed(row.slots) if each.passages)
        found: list[tuple[Paragraph, Sequence[Origin]]] = []
        for passage in last.passages:
            name, paragraph = paragraphs[passage.key]
            found.append((paragraph, provenance.origins[name].get(paragraph.id, ())))
        instead = _instead([each for _, origins in found for each in origins])
        lines = () if instead else tuple(
            line for paragraph, origins in found
            for line in origin_lines(origins, paragraph, chain, proposals)
        )  # fmt: skip
        yield row.key, Roots(shown(last.revision), lines, instead)


def _instead(origins: Sequence[Origin]) -> str:
    """Say in a sentence what needs no list: words that came in together, asked for by nobody."""
    if not origins:
        return told(NO_WORDS)
    born = {each.revision for each in origins}
    is_plain = not any(each.proposals or each.returned or each.repeated for each in origins)
    return told(ALL_CAME_IN, revision=shown(born.pop())) if len(born) == 1 and is_plain else ""
