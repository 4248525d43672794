"""Sentences and figures of a report in, the paragraphs and tables that show them in Word out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from amend.render.shapes import Quote, Remark
from amend.render.tongue import tongue
from amend.render.word import Cell, Lines, Story, Words, even
from amend.render.word_styles import FIGURES

NAME_WIDTH = 66
"""The first column of a table of figures, in millimetres."""
_MANY = 10


def plain(style: str, text: str) -> Lines:
    """Return a paragraph of one style alone."""
    return Lines(style, (Words(text),))


def quoted(quote: Quote) -> Iterator[Words]:
    """Yield evidence in its place; its own words are marked, those around them are not."""
    yield Words(f"{quote.place}: “" if quote.place else "“")
    for each in quote.words:
        yield Words(each.text, "Evidence words" if each.is_proof else "")
    yield Words("”")


def figures(story: Story, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add a table whose first column has names, and whose others have figures."""
    widths = even(len(head) - 1, NAME_WIDTH if len(head) < _MANY else NAME_WIDTH / 2)
    heads = _figure_row(head, "Table head", "Table figure head")
    cells = (_figure_row(row, "Table text", "Table figure") for row in rows)
    story.table(FIGURES, widths, heads, cells)


def _figure_row(texts: Sequence[str], name: str, figure: str) -> list[Cell]:
    first, *rest = texts
    return [Cell((plain(name, first),)), *(Cell((plain(figure, each),)) for each in rest)]


def notices(story: Story, remarks: Iterable[Remark], language: str = "en") -> None:
    """Add the notices under a heading of their own; nothing where there are none."""
    for place, remark in enumerate(remarks):
        if not place:
            story.write(plain("heading 1", tongue(language)("Notices")))
        head = Words(f"{remark.code}: ", "Paragraph number")
        story.write(Lines("Notice", (head, Words(f"{remark.where}: {remark.text}"))))
