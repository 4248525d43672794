"""A view in, a Word file out: revisions side by side, with the proposals behind each paragraph.

Changes stand as marked words, not as tracked changes: this is a report, and no draft to accept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amend.model.comparison import Op
from amend.model.house import HouseStyle
from amend.render.concordance_pages import ConcordanceView
from amend.render.shapes import (
    STEP_HEAD,
    UNSETTLED_HEAD,
    Card,
    Passage,
    Row,
    Segment,
    Slot,
    Verdict,
    View,
)
from amend.render.word import Cell, Lines, Story, Words, even
from amend.render.word_lines import NAME_WIDTH, figures, notices, plain, quoted
from amend.render.word_styles import FIGURES, SHEET

_MARKS = {Op.INSERT: "Inserted words", Op.DELETE: "Deleted words"}
_NUMBER_WIDTH = 17
_LEGEND = Lines(
    "Report note",
    (
        Words("Inserted words", "Inserted words"),
        Words(" came in, "),
        Words("deleted words", "Deleted words"),
        Words(" went, against the revision before; "),
        Words("a variant", "Variant words"),
        Words(" differs in punctuation, case or spelling alone."),
    ),
)


def render(view: View, house: HouseStyle | None = None) -> bytes:
    """Return the page as a Word file; the same view gives the same bytes."""
    story = Story(view.title, house)
    story.foot(view.title)
    story.write(plain("Title", view.title))
    story.write(plain("Report note", view.made))
    _overview(story, view)
    story.write(plain("heading 1", "Side by side"))
    story.write(_LEGEND)
    _sides(story, view)
    if view.loose:
        story.write(plain("heading 1", "Proposals on no paragraph"))
        for line in (each for card in view.loose for each in _card(card)):
            story.write(line)
    notices(story, view.remarks)
    return story.save()


def render_concordance(view: ConcordanceView, house: HouseStyle | None = None) -> bytes:
    """Return a concordance as a Word file: a table for each of its sheets."""
    story = Story(view.title, house)
    story.foot(view.title)
    story.write(plain("Title", view.title))
    story.write(plain("Report note", view.made))
    for sheet in view.sheets:
        story.write(plain("heading 1", sheet.title))
        widths = even(len(sheet.head) - 1, NAME_WIDTH)
        head = [Cell((plain("Table head", each),)) for each in sheet.head]
        rows = ([Cell((plain("Table text", each),)) for each in row] for row in sheet.rows)
        story.table(FIGURES, widths, head, rows)
    notices(story, view.remarks)
    return story.save()


def _overview(story: Story, view: View) -> None:
    if view.steps:
        rows = [(f"{each.old} to {each.new}", *map(str, each.counts)) for each in view.steps]
        figures(story, ("Revisions", *STEP_HEAD), rows)
    if view.unsettled:
        counts = [(each.revision, *each.figures) for each in view.unsettled]
        figures(story, ("Open in", *UNSETTLED_HEAD), counts)
    if view.tallies:
        for told in (view.coverage, *view.newcomers):
            story.write(plain("Normal", told))
        headlines = [each.capitalize() for each in view.headlines]
        figures(story, ("Proponent", "Proposals", *headlines, "New words taken"), _tallies(view))
    if view.thresholds:
        told = ", ".join(f"{name} {value}" for name, value in view.thresholds)
        story.write(plain("Report note", f"Measured with these thresholds: {told}."))


def _tallies(view: View) -> Iterator[tuple[str, ...]]:
    for each in view.tallies:
        measured = f"{each.taken} of {each.of}" if each.of else "not measured"
        yield (each.name, str(each.total), *map(str, each.counts), measured)


def _sides(story: Story, view: View) -> None:
    widths = even(len(view.columns), _NUMBER_WIDTH)
    head = [Cell((plain("Table head", "No."),))]
    for each in view.columns:
        lines = [plain("Table head", each.name)]
        head.append(Cell(lines + [plain("Table text", each.detail)] * bool(each.detail)))
    rows = (cells for row in view.rows for cells in _rows(row, len(widths)))
    story.table(SHEET, widths, head, rows)


def _rows(row: Row, columns: int) -> Iterator[list[Cell]]:
    """Yield the row of a thread, and behind it one as wide as the table for each proposal."""
    style = "Row number before a proposal" if row.cards or row.mentions else "Row number"
    yield [Cell((plain(style, _number(row)),)), *(Cell(list(_slot(each))) for each in row.slots)]
    for card in row.cards:
        yield [Cell(list(_card(card)), columns)]
    for each in row.mentions:
        told = Words(f"Named here too: {each.text}", "Change note")
        yield [Cell((Lines("Proposal detail", (told,)),), columns)]


def _number(row: Row) -> str:
    """Return the numbers of a thread in the latest revision that has it."""
    latest = next((each for each in reversed(row.slots) if each.passages), None)
    labels = [each.label for each in latest.passages if each.label] if latest else []
    return ", ".join(labels)


def _slot(slot: Slot) -> Iterator[Lines]:
    for note in slot.notes:
        yield Lines("Cell text", (Words(note.text, "Change note"),))
    for passage in slot.passages:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[Lines]:
    label = [Words(f"{passage.label} ", "Paragraph number")] * bool(passage.label)
    if passage.notes:
        notes = ", ".join(each.text for each in passage.notes)
        yield Lines("Cell text", (*label, Words(notes, "Change note")))
        label = []
    style = "Cell heading" if passage.is_heading else "Cell text"
    yield Lines(style, (*label, *_redline(passage.segments)))


def _redline(segments: Iterable[Segment]) -> Iterator[Words]:
    """Yield words with their marks; the white space around them is left unmarked."""
    for segment in segments:
        before, words, behind = segment.parts
        mark = _MARKS.get(segment.op) or ("Variant words" if segment.was is not None else "")
        yield from (Words(before), Words(words, mark), Words(behind))


def _card(card: Card) -> Iterator[Lines]:
    who = Words(card.proponents, "Proponent name")
    yield Lines("Proposal", (who, Words(f": {card.operation}, {card.where}")))
    if card.cut:
        yield Lines("Proposal detail", (Words("To go: "), Words(card.cut, "Deleted words")))
    if card.asked:
        yield Lines("Proposal detail", (Words("Asked for: "), Words(card.asked, "Inserted words")))
    if card.supporters:
        yield plain("Proposal detail", f"Supported by: {card.supporters}")
    if card.shared:
        others = ", ".join(each.text for each in card.shared)
        yield plain("Proposal detail", f"Same words from: {others}")
    for verdict in card.verdicts:
        yield from _verdict(verdict)
    course = (Words("Course: "), Words(card.headline, "Paragraph number"))
    yield Lines("Proposal detail", (*course, Words(f" · read in {card.source}", "Change note")))


def _verdict(verdict: Verdict) -> Iterator[Lines]:
    told = (*verdict.measures, *(f"flag: {each}" for each in verdict.flags))
    words = [Words(f"{verdict.revision}: "), Words(verdict.fate, f"Fate {verdict.tone}")]
    words += [Words(f" ({'; '.join(told)})")] * bool(told)
    words += [Words(f". {verdict.reason}")] * bool(verdict.reason)
    yield Lines("Proposal detail", tuple(words))
    for quote in verdict.quotes:
        yield Lines("Proposal detail", tuple(quoted(quote)))
    if verdict.missing:
        yield plain("Proposal detail", f"Not found: {verdict.missing}")
    if verdict.by:
        yield plain("Proposal detail", f"Ruled by {verdict.by}")
