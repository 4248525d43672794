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
from amend.render.tongue import Tongue, tongue
from amend.render.word import Cell, Lines, Story, Words, even
from amend.render.word_lines import NAME_WIDTH, figures, notices, plain, quoted
from amend.render.word_styles import FIGURES, SHEET

_MARKS = {Op.INSERT: "Inserted words", Op.DELETE: "Deleted words"}
_NUMBER_WIDTH = 17


def _legend(t: Tongue) -> Lines:
    words = (
        Words(t("Inserted words"), "Inserted words"),
        Words(t(" came in, ")),
        Words(t("deleted words"), "Deleted words"),
        Words(t(" went, against the revision before; ")),
        Words(t("a variant"), "Variant words"),
        Words(t(" differs in punctuation, case or spelling alone.")),
    )
    return Lines("Report note", words)


def render(view: View, house: HouseStyle | None = None) -> bytes:
    """Return the page as a Word file; the same view gives the same bytes."""
    t = tongue(view.language)
    story = Story(view.title, house, language=view.language)
    story.foot(view.title, view.language)
    story.write(plain("Title", view.title))
    story.write(plain("Report note", view.made))
    _overview(story, view, t)
    story.write(plain("heading 1", t("Side by side")))
    story.write(_legend(t))
    _sides(story, view, t)
    if view.loose:
        story.write(plain("heading 1", t("Proposals on no paragraph")))
        for line in (each for card in view.loose for each in _card(card, t)):
            story.write(line)
    notices(story, view.remarks, view.language)
    return story.save()


def render_concordance(view: ConcordanceView, house: HouseStyle | None = None) -> bytes:
    """Return a concordance as a Word file: a table for each of its sheets."""
    story = Story(view.title, house, language=view.language)
    story.foot(view.title, view.language)
    story.write(plain("Title", view.title))
    story.write(plain("Report note", view.made))
    for sheet in view.sheets:
        story.write(plain("heading 1", sheet.title))
        widths = even(len(sheet.head) - 1, NAME_WIDTH)
        head = [Cell((plain("Table head", each),)) for each in sheet.head]
        rows = ([Cell((plain("Table text", each),)) for each in row] for row in sheet.rows)
        story.table(FIGURES, widths, head, rows)
    notices(story, view.remarks, view.language)
    return story.save()


def _overview(story: Story, view: View, t: Tongue) -> None:
    if view.steps:
        rows = [
            (t("{old} to {new}", old=each.old, new=each.new), *map(str, each.counts))
            for each in view.steps
        ]
        figures(story, (t("Revisions"), *t.say(STEP_HEAD)), rows)
    if view.unsettled:
        counts = [(each.revision, *each.figures) for each in view.unsettled]
        figures(story, (t("Open in"), *t.say(UNSETTLED_HEAD)), counts)
    if view.tallies:
        for told in (view.coverage, *view.newcomers):
            story.write(plain("Normal", told))
        headlines = [each.capitalize() for each in view.headlines]
        head = (t("Proponent"), t("Proposals"), *headlines, t("New words taken"))
        figures(story, head, _tallies(view, t))
    if view.thresholds:
        told = ", ".join(f"{name} {value}" for name, value in view.thresholds)
        story.write(plain("Report note", t("Measured with these thresholds: {told}.", told=told)))


def _tallies(view: View, t: Tongue) -> Iterator[tuple[str, ...]]:
    for each in view.tallies:
        measured = (
            t("{taken} of {of}", taken=each.taken, of=each.of) if each.of else t("not measured")
        )
        yield (each.name, str(each.total), *map(str, each.counts), measured)


def _sides(story: Story, view: View, t: Tongue) -> None:
    widths = even(len(view.columns), _NUMBER_WIDTH)
    head = [Cell((plain("Table head", t("No.")),))]
    for each in view.columns:
        lines = [plain("Table head", each.name)]
        head.append(Cell(lines + [plain("Table text", each.detail)] * bool(each.detail)))
    rows = (cells for row in view.rows for cells in _rows(row, len(widths), t))
    story.table(SHEET, widths, head, rows)


def _rows(row: Row, columns: int, t: Tongue) -> Iterator[list[Cell]]:
    """Yield the row of a thread, and behind it one as wide as the table for each proposal."""
    style = "Row number before a proposal" if row.cards or row.mentions else "Row number"
    yield [Cell((plain(style, _number(row)),)), *(Cell(list(_slot(each))) for each in row.slots)]
    for card in row.cards:
        yield [Cell(list(_card(card, t)), columns)]
    for each in row.mentions:
        told = Words(t("Named here too: {link}", link=each.text), "Change note")
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
    label += [Words(f"{passage.page} ", "Page of the draft")] * bool(passage.page)
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


def _card(card: Card, t: Tongue) -> Iterator[Lines]:
    who = Words(card.proponents, "Proponent name")
    yield Lines(
        "Proposal",
        (who, Words(t(": {operation}, {where}", operation=card.operation, where=card.where))),
    )
    if card.cut:
        yield Lines("Proposal detail", (Words(t("To go: ")), Words(card.cut, "Deleted words")))
    if card.asked:
        yield Lines(
            "Proposal detail", (Words(t("Asked for: ")), Words(card.asked, "Inserted words"))
        )
    if card.supporters:
        yield plain("Proposal detail", t("Supported by: {names}", names=card.supporters))
    if card.shared:
        others = ", ".join(each.text for each in card.shared)
        yield plain("Proposal detail", t("Same words from: {names}", names=others))
    for verdict in card.verdicts:
        yield from _verdict(verdict, t)
    course = (Words(t("Course: ")), Words(card.headline, "Paragraph number"))
    yield Lines(
        "Proposal detail",
        (*course, Words(t(" · read in {place}", place=card.source), "Change note")),
    )


def _verdict(verdict: Verdict, t: Tongue) -> Iterator[Lines]:
    told = (*verdict.measures, *(t("flag: {flag}", flag=each) for each in verdict.flags))
    words = [
        Words(t("{revision}: ", revision=verdict.revision)),
        Words(verdict.fate, f"Fate {verdict.tone}"),
    ]
    words += [Words(f" ({t.stop.join(told)})")] * bool(told)
    words += [Words(f". {verdict.reason}")] * bool(verdict.reason)
    yield Lines("Proposal detail", tuple(words))
    for quote in verdict.quotes:
        yield Lines("Proposal detail", tuple(quoted(quote)))
    if verdict.missing:
        yield plain("Proposal detail", t("Not found: {words}", words=verdict.missing))
    if verdict.by:
        yield plain("Proposal detail", t("Ruled by {name}", name=verdict.by))
