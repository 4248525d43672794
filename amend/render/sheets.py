"""A report in, the tables of its workbook out: what stands in which cell, and what leads where.

`xlsx.py` writes them and decides nothing; see docs/design/0033-pictures-and-names-left-out.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from amend.model.comparison import Chain, Op, Redline
from amend.notices import Code, Notice
from amend.render import concordance, verdicts
from amend.render.cells import LIMIT, Pieces, Value, legal, units
from amend.render.layout import passage_key
from amend.render.on_page import numbers
from amend.render.redlines import shown
from amend.render.report import Report
from amend.render.shapes import Row, Segment, Slot, View
from amend.render.tongue import tongue
from amend.text.told import joined, told

CONCORDANCE, PARAGRAPHS = told("Concordance"), told("Paragraphs")
PROPOSALS, PROPONENTS, ABOUT = told("Proposals"), told("Proponents"), told("About")


_MANY = 150
"""Proposals of which one cell may name so many that it is full."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A text that leads to a row of another sheet, counted from 1 as people count them."""

    text: str
    sheet: str
    row: int


Cell = Value | Pieces | Linked
"""A value, a text in pieces of which some are marked, or a text that leads elsewhere."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its head, its rows, and the columns that hold whole paragraphs, from 0."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    wide: frozenset[int] = frozenset()


def tables(report: Report) -> tuple[Table, ...]:
    """Return the sheets in their order; those of proposals if the report was made for them."""
    view = report.view()
    places = _Places(report, view)
    found = [_concordance(report.chain, places), _paragraphs(view, places)]
    if report.base is not None:
        found += [_proposals(report, places), _proponents(view, places)]
    notices = [notice for each in found for notice in cuts(each)]
    return tongue(report.language).say((*found, _about(view, notices)))


def cuts(table: Table) -> Iterator[Notice]:
    """Yield a notice for each cell of a table that holds more than a workbook can."""
    for row, cells in enumerate(table.rows, 2):
        for column, cell in enumerate(cells):
            count = units(legal(text_of(cell))) if isinstance(cell, str | tuple) else 0
            if count > LIMIT:
                cell_name = f"{letters(column)}{row}"
                where = told("sheet {name}, cell {cell}", name=table.name, cell=cell_name)
                text = told(
                    "{count:,} characters are more than a cell of a workbook holds; its end is cut "
                    "off. It is whole in .html, .csv and .json.", count=count,
                )  # fmt: skip
                yield Notice(Code.TEXT_CUT, where, text)


def has_long_texts(report: Report) -> bool:
    """Whether any cell might be cut: a quick look, so that most workbooks are laid out once."""
    lengths = [
        {each.id: len(each.text) for each in revision.paragraphs}
        for revision in report.chain.revisions
    ]
    threads = (
        sum(known.get(each, 0) for each in thread.paragraphs.get(revision.name, ()))
        for thread in report.chain.threads
        for revision, known in zip(report.chain.revisions, lengths, strict=True)
    )
    asked = (
        len(each.proposal.text) + len(each.proposal.cut)
        + max((len(proof.text) for r in each.rulings for proof in r.evidence), default=0) * 8
        for each in report.courses
    )  # fmt: skip
    return max((*threads, *asked), default=0) * 4 > LIMIT or len(report.courses) > _MANY


def text_of(cell: Cell) -> str:
    """Return what a cell says, its marks left out."""
    if isinstance(cell, tuple):
        return "".join(each.text for each in cell)
    if isinstance(cell, Linked):
        return cell.text
    return "" if cell is None else str(cell)


def letters(column: int) -> str:
    """Return the name of a column, from 0: A, Z, AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + ascii_uppercase[last]


class _Places:
    """Where rows of the workbook stand that others lead to."""

    def __init__(self, report: Report, view: View) -> None:
        self.rows: Mapping[str, int] = {row.key: at for at, row in enumerate(view.rows, 2)}
        self.passages: Mapping[str, int] = {
            passage.key: self.rows[row.key]
            for row in view.rows
            for slot in row.slots
            for passage in slot.passages
        }
        self.ids = [
            {each.id: place for place, each in enumerate(revision.paragraphs, 1)}
            for revision in report.chain.revisions
        ]
        self._sources = {
            passage_key(step, place): each.source
            for step, revision in enumerate(report.chain.revisions, 1)
            for place, each in enumerate(revision.paragraphs, 1)
        }
        self.names = {each.name: at for at, each in enumerate(report.chain.revisions)}
        self.asked: dict[int, int] = {}
        self.proponents: dict[str, int] = {}
        at = 2
        for course in report.courses:
            proposal = course.proposal
            for name in proposal.by:
                self.proponents.setdefault(shown(name), at)
            for row in (self.paragraph(proposal.base, each) for each in proposal.paragraphs):
                self.asked.setdefault(row or 0, at)
            at += max(len(course.rulings), 1)

    def pages(self, slot: Slot) -> Value:
        """Return the pages of the passages of a slot, fit to be sorted."""
        return numbers(self._sources[each.key] for each in slot.passages)

    def paragraph(self, revision: str, identity: str) -> int | None:
        """Return the row of a paragraph in the sheet of paragraphs."""
        step = self.names.get(revision)
        place = None if step is None else self.ids[step].get(identity)
        return None if place is None else self.passages.get(passage_key((step or 0) + 1, place))


def _to(text: object, sheet: str, row: int | None) -> Cell:
    words = text if isinstance(text, str) else str(text or "")
    return Linked(words, sheet, row) if row is not None and words else words


def _concordance(chain: Chain, places: _Places) -> Table:
    has_pages = concordance.has_pages(chain)
    redlines = [(step, each) for step in chain.comparisons for each in step.redlines]
    rows = []
    for row, (step, redline) in zip(concordance.rows(chain), redlines, strict=True):
        bead = redline.bead
        share = round(bead.score, 4) if bead.old and bead.new else None
        old = places.paragraph(step.old.name, bead.old[0].id) if bead.old else None
        new = places.paragraph(step.new.name, bead.new[0].id) if bead.new else None
        rows.append((
            row[0], _to(row[1], PARAGRAPHS, old), row[2], _to(row[3], PARAGRAPHS, new), row[4],
            share, row[6], _side(redline, Op.DELETE), _side(redline, Op.INSERT),
            *(concordance.pages(bead) if has_pages else ()),
        ))  # fmt: skip
    head = (
        *concordance.HEAD,
        told("Old text"),
        told("New text"),
        *(concordance.PAGES if has_pages else ()),
    )
    return Table(CONCORDANCE, head, tuple(rows))


def _side(redline: Redline, marked: Op) -> Pieces:
    """Return one side of a redline: old text with its deletions, or new with its insertions."""
    return tuple(
        Segment(edit.op, edit.was if marked is Op.DELETE and edit.was is not None else edit.text)
        for edit in redline.edits
        if edit.op in (Op.KEEP, marked)
    )


def _paragraphs(view: View, places: _Places) -> Table:
    """One row for each paragraph's life, one column for each revision, as the page has them."""
    names = tuple(each.name for each in view.columns)
    has_proposals = bool(view.cards)
    paged = [
        place for place in range(len(names))
        if any(each.page for row in view.rows for each in row.slots[place].passages)
    ]  # fmt: skip
    head = (
        told("Paragraph"), *names, told("What happened"),
        *((told("Proposals"),) if has_proposals else ()),
        *(told("Page in {name}", name=names[place]) for place in paged),
    )  # fmt: skip
    rows = (
        (
            row.name,
            *(_slot(each) for each in row.slots),
            joined("; ", _happened(row)),
            *((_asked(row, places),) if has_proposals else ()),
            *(places.pages(row.slots[place]) for place in paged),
        )
        for row in view.rows
    )
    return Table(PARAGRAPHS, head, tuple(rows), frozenset(range(1, len(names) + 1)))


def _slot(slot: Slot) -> Pieces:
    found: list[Segment] = []
    for place, passage in enumerate(slot.passages):
        gap = "\n" if place else ""
        label = f"{passage.label}. " if passage.label and passage.label[-1].isalnum() else (
            f"{passage.label} " if passage.label else ""
        )  # fmt: skip
        found += [Segment(Op.KEEP, f"{gap}{label}"), *passage.segments]
    return tuple(each for each in found if each.text)


def _happened(row: Row) -> Iterator[str]:
    for slot in row.slots:
        notes = [*slot.notes, *(note for each in slot.passages for note in each.notes)]
        if notes:
            said = joined(", ", dict.fromkeys(each.text for each in notes))
            yield told("{revision}: {notes}", revision=slot.revision, notes=said)


def _asked(row: Row, places: _Places) -> Cell:
    """Name who asks for what of a paragraph; it leads to the first of them."""
    if not row.cards:
        return None
    asks = joined("\n", (
        told("{name}: {operation}, {headline}", name=each.proponents, operation=each.operation,
             headline=each.headline)
        for each in row.cards
    ))  # fmt: skip
    return _to(asks, PROPOSALS, places.asked.get(places.rows[row.key]))


def _proposals(report: Report, places: _Places) -> Table:
    """The fates; a row's place leads to the paragraph it is on."""
    at, pages = verdicts.HEAD.index("Paragraph"), verdicts.HEAD.index(verdicts.PAGES[0])
    every = [each.proposal for each in report.courses for _ in each.rulings or [None]]
    rows: list[tuple[Cell, ...]] = []
    for proposal, cells in zip(every, verdicts.rows(report.courses, report.chain), strict=True):
        ids = (places.paragraph(proposal.base, each) for each in proposal.paragraphs)
        to = next((each for each in ids if each is not None), None)
        rows.append((*cells[:at], _to(cells[at], PARAGRAPHS, to), *cells[at + 1 :]))
    kept = [n for n in range(len(verdicts.HEAD)) if n < pages or any(row[n] for row in rows)]
    head = tuple(verdicts.HEAD[n] for n in kept)
    return Table(PROPOSALS, head, tuple(tuple(row[n] for n in kept) for row in rows))


def _proponents(view: View, places: _Places) -> Table:
    headlines = (each.capitalize() for each in view.headlines)
    measures = (told("New words taken"), told("New words asked for"), told("Share taken"))
    rows: list[tuple[Cell, ...]] = []
    for each in view.tallies:
        share = round(each.taken / each.of, 4) if each.of else None
        measured = (each.taken, each.of, share) if each.of else (None, None, None)
        name = _to(each.name, PROPOSALS, places.proponents.get(each.name))
        rows.append((name, each.total, *each.counts, *measured))
    return Table(
        PROPONENTS, (told("Proponent"), told("Proposals"), *headlines, *measures), tuple(rows)
    )


def _about(view: View, notices: Sequence[Notice]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (told("report"), None, view.title), (told("made"), None, view.made),
    ]  # fmt: skip
    if view.tallies:
        rows.append((told("coverage"), None, view.coverage))
    rows += [(told("new words"), None, each) for each in view.newcomers]
    rows += [(told("threshold"), name, value) for name, value in view.thresholds]
    rows += [(each.code, each.where, each.text) for each in view.remarks]
    rows += [(each.code.value, each.where, each.text) for each in notices]
    return Table(ABOUT, (told("What"), told("Where"), told("Text")), tuple(rows))
