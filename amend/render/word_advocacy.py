"""One proponent's share of a page in, a Word file out: what became of our language.

A table with a row for each proposal: what was asked for, its course through the revisions, the
words that prove it, and the words that are missing. It says what the text shows, never why.
"""

from __future__ import annotations

from collections.abc import Iterator

from amend.model.house import HouseStyle
from amend.render.shapes import Card, Tally, View
from amend.render.tongue import Tongue, tongue
from amend.render.word import Cell, Lines, Story, Words
from amend.render.word_lines import figures, plain, quoted
from amend.render.word_styles import SHEET
from amend.text.told import pattern, told

_HEAD = (told("Proposal"), told("Course"), told("Evidence in the text"), told("Missing"))
_WIDTHS = (88, 62, 87, 30)
_TOLD = pattern(
    "The table says what the text of each revision shows; why it reads so, no text can say."
)
_NONE = "—"


def render(view: View, name: str, house: HouseStyle | None = None) -> bytes:
    """Return the Word file; the view holds the proposals of one proponent alone."""
    t = tongue(view.language)
    title = t("What became of the language of {name}", name=name)
    story = Story(title, house, language=view.language)
    story.foot(title, view.language)
    story.write(plain("Title", title))
    story.write(plain("Report note", view.made))
    _counts(story, view, t)
    story.write(plain("Report note", t(_TOLD)))
    head = [Cell((plain("Table head", each),)) for each in t.say(_HEAD)]
    story.table(
        SHEET, _WIDTHS, head, ([Cell(list(e)) for e in _row(each, t)] for each in view.cards)
    )
    return story.save()


def _counts(story: Story, view: View, t: Tongue) -> None:
    headlines = [each.capitalize() for each in view.headlines]
    rows = [
        (each.name, str(each.total), *map(str, each.counts), _taken(each, t))
        for each in view.tallies
    ]
    if rows:
        figures(story, (t("Proponent"), t("Proposals"), *headlines, t("New words taken")), rows)


def _taken(tally: Tally, t: Tongue) -> str:
    if not tally.of:
        return t("not measured")
    return t("{taken} of {of}", taken=tally.taken, of=tally.of)


def _row(card: Card, t: Tongue) -> tuple[Iterator[Lines], ...]:
    return _asked(card, t), _course(card, t), _evidence(card, t), _missing(card)


def _asked(card: Card, t: Tongue) -> Iterator[Lines]:
    yield _cell(Words(card.where, "Paragraph number"), Words(f" · {card.operation}"))
    if card.cut:
        yield _cell(Words(t("To go: ")), Words(card.cut, "Deleted words"))
    if card.asked:
        yield _cell(Words(t("Asked for: ")), Words(card.asked, "Inserted words"))
    if card.supporters:
        yield _cell(Words(t("Supported by: {names}", names=card.supporters)))
    if card.shared:
        others = ", ".join(each.text for each in card.shared)
        yield _cell(Words(t("Same words from: {names}", names=others)))
    yield _cell(Words(t("read in {place}", place=card.source), "Change note"))


def _course(card: Card, t: Tongue) -> Iterator[Lines]:
    yield _cell(Words(card.headline.capitalize(), "Paragraph number"))
    for each in card.verdicts:
        told = t.stop.join((*each.measures, *(t("flag: {flag}", flag=flag) for flag in each.flags)))
        more = Words(f" ({told})" if told else "")
        yield _cell(
            Words(t("{revision}: ", revision=each.revision)),
            Words(each.fate, f"Fate {each.tone}"),
            more,
        )
        if each.by:
            yield _cell(Words(t("Ruled by {name}", name=each.by), "Change note"))


def _evidence(card: Card, t: Tongue) -> Iterator[Lines]:
    for each in card.verdicts:
        yield _cell(
            Words(t("{revision}: ", revision=each.revision), "Paragraph number"),
            Words(each.reason or _NONE),
        )
        for quote in each.quotes:
            yield _cell(*quoted(quote))


def _missing(card: Card) -> Iterator[Lines]:
    """Yield the words that the latest revision lacks."""
    latest = card.verdicts[-1].missing if card.verdicts else ""
    yield _cell(Words(latest or _NONE))


def _cell(*words: Words) -> Lines:
    return Lines("Cell text", words)
