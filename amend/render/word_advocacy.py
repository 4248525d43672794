"""One proponent's share of a page in, a Word file out: what became of our language.

A table with a row for each proposal: what was asked for, its course through the revisions, the
words that prove it, and the words that are missing. It says what the text shows, never why.
"""

from __future__ import annotations

from collections.abc import Iterator

from amend.model.house import HouseStyle
from amend.render.shapes import Card, Tally, View
from amend.render.word import Cell, Lines, Story, Words
from amend.render.word_lines import figures, plain, quoted
from amend.render.word_styles import SHEET

_HEAD = ("Proposal", "Course", "Evidence in the text", "Missing")
_WIDTHS = (88, 62, 87, 30)
_TOLD = "The table says what the text of each revision shows; why it reads so, no text can say."
_NONE = "—"


def render(view: View, name: str, house: HouseStyle | None = None) -> bytes:
    """Return the Word file; the view holds the proposals of one proponent alone."""
    title = f"What became of the language of {name}"
    story = Story(title, house)
    story.foot(title)
    story.write(plain("Title", title))
    story.write(plain("Report note", view.made))
    _counts(story, view)
    story.write(plain("Report note", _TOLD))
    head = [Cell((plain("Table head", each),)) for each in _HEAD]
    story.table(SHEET, _WIDTHS, head, ([Cell(list(e)) for e in _row(each)] for each in view.cards))
    return story.save()


def _counts(story: Story, view: View) -> None:
    headlines = [each.capitalize() for each in view.headlines]
    rows = [
        (each.name, str(each.total), *map(str, each.counts), _taken(each)) for each in view.tallies
    ]
    if rows:
        figures(story, ("Proponent", "Proposals", *headlines, "New words taken"), rows)


def _taken(tally: Tally) -> str:
    return f"{tally.taken} of {tally.of}" if tally.of else "not measured"


def _row(card: Card) -> tuple[Iterator[Lines], ...]:
    return _asked(card), _course(card), _evidence(card), _missing(card)


def _asked(card: Card) -> Iterator[Lines]:
    yield _cell(Words(card.where, "Paragraph number"), Words(f" · {card.operation}"))
    if card.cut:
        yield _cell(Words("To go: "), Words(card.cut, "Deleted words"))
    if card.asked:
        yield _cell(Words("Asked for: "), Words(card.asked, "Inserted words"))
    if card.supporters:
        yield _cell(Words(f"Supported by: {card.supporters}"))
    if card.shared:
        yield _cell(Words(f"Same words from: {', '.join(each.text for each in card.shared)}"))
    yield _cell(Words(f"read in {card.source}", "Change note"))


def _course(card: Card) -> Iterator[Lines]:
    yield _cell(Words(card.headline.capitalize(), "Paragraph number"))
    for each in card.verdicts:
        told = "; ".join((*each.measures, *(f"flag: {flag}" for flag in each.flags)))
        more = Words(f" ({told})" if told else "")
        yield _cell(Words(f"{each.revision}: "), Words(each.fate, f"Fate {each.tone}"), more)
        if each.by:
            yield _cell(Words(f"Ruled by {each.by}", "Change note"))


def _evidence(card: Card) -> Iterator[Lines]:
    for each in card.verdicts:
        yield _cell(Words(f"{each.revision}: ", "Paragraph number"), Words(each.reason or _NONE))
        for quote in each.quotes:
            yield _cell(*quoted(quote))


def _missing(card: Card) -> Iterator[Lines]:
    """Yield the words that the latest revision lacks."""
    latest = card.verdicts[-1].missing if card.verdicts else ""
    yield _cell(Words(latest or _NONE))


def _cell(*words: Words) -> Lines:
    return Lines("Cell text", words)
