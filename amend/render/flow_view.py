"""A chain in, the picture of its paragraphs' ways out: what stands where, what became what.

Every choice and every sentence is made here; `flow_rows.py` says at which height each paragraph
stands, `flow.py` draws.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from amend.model.alignment import Bead, Change
from amend.model.comparison import Chain, Comparison
from amend.model.draft import Paragraph, Role
from amend.render.flow_rows import Rows, Spot, rows, spots
from amend.render.flow_shapes import Band, FlowView, Head, Line, Stand, Way
from amend.render.layout import passage_key
from amend.render.redlines import shown
from amend.render.wording import label_of, name_of, names_of, opening
from amend.text.told import counted, joined, listed, told


def flow_view(chain: Chain) -> FlowView:
    """Lay out the ways of all paragraphs through the revisions of a chain, oldest first."""
    known, set_out = spots(chain), rows(chain)
    closed = _closed(set_out)
    lines = [
        line
        for step, each in enumerate(chain.comparisons)
        for line in _Step(chain, known, set_out, closed, step, each).lines()
    ]
    counts = sum((_counts(lines, each) for each in range(len(chain.revisions))), Counter[Way]())
    names = [shown(each.name) for each in chain.revisions]
    return FlowView(
        title=title_of(chain),
        told=tuple(_told(chain, lines)),
        heads=tuple(
            Head(f"r{place}", name, counted(len(each.paragraphs), "paragraph"))
            for place, (name, each) in enumerate(zip(names, chain.revisions, strict=True), 1)
        ),
        stands=tuple(_stands(chain, set_out, closed)),
        bands=tuple(_bands(chain, set_out, lines)),
        lines=tuple(each for each in lines if not each.is_inner or each.way is Way.REWORDED),
        ways=tuple((each, told(each.value), counts[each]) for each in Way if counts[each]),
        height=set_out.height,
        is_long=set_out.is_long,
    )


def title_of(chain: Chain) -> str:
    """Say what the picture shows."""
    first, last = shown(chain.revisions[0].name), shown(chain.revisions[-1].name)
    return told("How each paragraph went from {first} to {last}", first=first, last=last)


def _closed(set_out: Rows) -> frozenset[Spot]:
    """Return the spots that stand inside a run, and so bear no label of their own."""
    return frozenset(
        (column, place)
        for run in set_out.runs
        for (column, first), (_, last) in run
        for place in range(first, last + 1)
    )


def _stands(chain: Chain, set_out: Rows, closed: frozenset[Spot]) -> Iterator[Stand]:
    for column, revision in enumerate(chain.revisions):
        for place, each in enumerate(revision.paragraphs):
            spot = column, place
            if spot not in closed:
                yield Stand(
                    column, passage_key(column + 1, place + 1), _label(each),
                    told("{name} in {revision}", name=name_of(each),
                         revision=shown(revision.name)),
                    set_out.tops[spot], set_out.heights[spot], each.role is Role.HEADING,
                )  # fmt: skip
    yield from (_run(chain, set_out, each) for run in set_out.runs for each in run)


def _run(chain: Chain, set_out: Rows, run: tuple[Spot, Spot]) -> Stand:
    (column, start), (_, end) = run
    held = chain.revisions[column].paragraphs
    first, last, count = held[start], held[end], end - start + 1
    label = f"{_label(first)} – {_label(last)}" if label_of(first) and label_of(last) else (
        f"{label_of(first)} … ({count})" if label_of(first) else f"({count})"
    )  # fmt: skip
    said = told("{name}: {told}", name=_ends(chain, run), told=counted(count, "paragraph"))
    key = passage_key(column + 1, start + 1)
    return Stand(column, key, label, said, *_extent(set_out, run), many=True)


def _label(paragraph: Paragraph) -> str:
    return label_of(paragraph) or opening(paragraph.face, 4) or "—"


class _Step:
    """The lines from one revision to the next."""

    def __init__(
        self, chain: Chain, known: Sequence[Mapping[str, Spot]], set_out: Rows,
        closed: frozenset[Spot], step: int, comparison: Comparison,
    ) -> None:  # fmt: skip
        self._known, self._rows, self._closed, self._step = known, set_out, closed, step
        self._names = [shown(each.name) for each in chain.revisions]
        self._beads = comparison.alignment.beads
        self._revisions = chain.revisions
        self._threads = {
            identity: thread.paragraphs
            for thread in chain.threads
            for identity in thread.paragraphs.get(comparison.new.name, ())
        }

    def lines(self) -> Iterator[Line]:
        for bead in self._beads:
            if not bead.old:
                yield from (self._come(each) for each in bead.new)
            elif not bead.new:
                yield from (self._gone(each) for each in bead.old)
            else:
                yield from self._went(bead)

    def _went(self, bead: Bead) -> Iterator[Line]:
        way = _way(bead)
        old, new = self._names[self._step : self._step + 2]
        said = told(
            "{was} of {old}, {now} of {new}: {what}", was=names_of(bead.old), old=old,
            now=names_of(bead.new), new=new, what=_said(bead, way),
        )  # fmt: skip
        for one in bead.old:
            for other in bead.new:
                start, end = self._spot(one, 0), self._spot(other, 1)
                yield self._line(way, start, end, said)

    def _come(self, paragraph: Paragraph) -> Line:
        end = self._spot(paragraph, 1)
        name, here = name_of(paragraph), self._names[self._step + 1]
        start = self._before(paragraph)
        if start is not None:
            there = self._names[start[0]]
            return self._line(
                Way.RESTORED, start, end,
                told("{name} of {here}: back, as in {there}", name=name, here=here, there=there),
            )  # fmt: skip
        key = passage_key(end[0] + 1, end[1] + 1)
        middle = self._rows.middle(end)
        said = told("{name} of {here}: new", name=name, here=here)
        is_inner = end in self._closed
        return Line(Way.NEW, self._step, None, middle, key, said, self._step + 1, is_inner)

    def _gone(self, paragraph: Paragraph) -> Line:
        start = self._spot(paragraph, 0)
        name, old, new = name_of(paragraph), *self._names[self._step : self._step + 2]
        key = passage_key(start[0] + 1, start[1] + 1)
        middle = self._rows.middle(start)
        said = told("{name} of {old}: dropped, not in {new}", name=name, old=old, new=new)
        is_inner = start in self._closed
        return Line(Way.DROPPED, self._step, middle, None, key, said, self._step + 1, is_inner)

    def _line(self, way: Way, start: Spot, end: Spot, said: str) -> Line:
        return Line(
            way, start[0], self._rows.middle(start), self._rows.middle(end),
            passage_key(end[0] + 1, end[1] + 1), said, end[0],
            is_inner=start in self._closed and end in self._closed,
        )  # fmt: skip

    def _spot(self, paragraph: Paragraph, side: int) -> Spot:
        return self._known[self._step + side][paragraph.id]

    def _before(self, paragraph: Paragraph) -> Spot | None:
        """Return where a paragraph that comes in had last stood, None if it never had."""
        lives = self._threads.get(paragraph.id, {})
        for column in range(self._step, -1, -1):
            ids = lives.get(self._revisions[column].name, ())
            if ids:
                return self._known[column][ids[0]]
        return None


def _way(bead: Bead) -> Way:
    for change, way in (
        (Change.SPLIT, Way.SPLIT),
        (Change.JOIN, Way.MERGED),
        (Change.RELOCATION, Way.MOVED),
        (Change.SUBSTITUTION, Way.REWORDED),
        (Change.RENUMBERING, Way.RENUMBERED),
    ):
        if change in bead.changes:
            return way
    return Way.SAME


_BESIDES = {
    Change.RELOCATION: told(Way.MOVED.value), Change.SUBSTITUTION: told(Way.REWORDED.value),
    Change.RENUMBERING: told(Way.RENUMBERED.value), Change.AGREED: told("brackets lifted"),
    Change.RESERVED: told("brackets added"),
}  # fmt: skip


def _said(bead: Bead, way: Way) -> str:
    besides = [each for change, each in _BESIDES.items() if change in bead.changes]
    return listed(dict.fromkeys([told(way.value), *besides]))


def _bands(chain: Chain, set_out: Rows, lines: Sequence[Line]) -> Iterator[Band]:
    inner = {(each.to, each.key): each.way for each in lines if each.is_inner}
    last_column = len(chain.revisions) - 1
    for run in set_out.runs:
        if run[0][0][0]:
            yield _end(chain, set_out, run[0], Way.NEW)
        for old, new in pairwise(run):
            yield _band(chain, set_out, old, new, inner)
        if run[-1][0][0] < last_column:
            yield _end(chain, set_out, run[-1], Way.DROPPED)


def _band(
    chain: Chain, set_out: Rows, old: tuple[Spot, Spot], new: tuple[Spot, Spot],
    inner: Mapping[tuple[int, str], Way],
) -> Band:  # fmt: skip
    (column, start), (_, end) = new
    keys = [passage_key(column + 1, each + 1) for each in range(start, end + 1)]
    counts = Counter(inner.get((column, key)) for key in keys)
    parts = [
        _counted(counts[way], way)
        for way in (Way.SAME, Way.RENUMBERED, Way.REWORDED)
        if counts[way]
    ]
    way = Way.RENUMBERED if counts[Way.RENUMBERED] > counts[Way.SAME] else Way.SAME
    names = joined(", ", (_ends(chain, old), _ends(chain, new)))
    said = told("{name}: {told}", name=names, told=listed(parts))
    return Band(way, column - 1, *_extent(set_out, new), keys[0], said, len(keys))


def _end(chain: Chain, set_out: Rows, run: tuple[Spot, Spot], way: Way) -> Band:
    """Return the place where paragraphs come in, or go, together."""
    (column, start), (_, end) = run
    count = end - start + 1
    what = told("{paragraphs} {way}", paragraphs=counted(count, "paragraph"), way=told(way.value))
    said = told("{name}: {told}", name=_ends(chain, run), told=what)
    step = column - 1 if way is Way.NEW else column
    return Band(way, step, *_extent(set_out, run), passage_key(column + 1, start + 1), said, count)


def _extent(set_out: Rows, run: tuple[Spot, Spot]) -> tuple[float, float]:
    """Return the top of a run, and its height."""
    top = set_out.tops[run[0]]
    return top, set_out.tops[run[1]] + set_out.heights[run[1]] - top


def _ends(chain: Chain, run: tuple[Spot, Spot]) -> str:
    revision = chain.revisions[run[0][0]]
    names = [name_of(revision.paragraphs[place]) for _, place in run]
    name = (
        names[0] if len(names) == 1 else told("{first} to {last}", first=names[0], last=names[-1])
    )
    return told("{name} of {revision}", name=name, revision=shown(revision.name))


def _told(chain: Chain, lines: Sequence[Line]) -> Iterator[str]:
    """Say of each step what the picture shows: for those who cannot see it."""
    for step, each in enumerate(chain.comparisons, 1):
        counts = _counts(lines, step)
        what = joined(", ", (_counted(counts[way], way) for way in Way if counts[way]))
        yield told(
            "{old} to {new}: {what}.", old=shown(each.old.name), new=shown(each.new.name),
            what=what or told("no paragraph"),
        )  # fmt: skip


def _counted(count: int, way: Way) -> str:
    return told("{count} {way}", count=count, way=told(way.value))


def _counts(lines: Sequence[Line], step: int) -> Counter[Way]:
    """Count what happened on the way to a revision: a split is one, however many its lines."""
    found = Counter(each.way for each in lines if each.to == step)
    for way, ends in ((Way.SPLIT, "start"), (Way.MERGED, "end")):
        own = [each for each in lines if each.to == step and each.way is way]
        if own:
            found[way] = len({getattr(each, ends) for each in own})
    return found
