"""A whole page in, the pages of a folder out: an index, and one for each proponent and paragraph.

Each stands by itself, so that it can be sent; a link leads to the same page where it can, else to
the file of the paragraph or the proponent that what it points to is of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from amend.render.page_shapes import Dossier, Page
from amend.render.page_wording import WORDS
from amend.render.shapes import Card, Row
from amend.text.told import told

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a folder: the index, a proponent's with its `cards`, or that of one `row`.

    `to` gives the address of a key as seen from this page.
    """

    file: str
    title: str
    to: Callable[[str], str]
    dossier: Dossier | None = None
    cards: tuple[Card, ...] = ()
    row: Row | None = None


def leaves(page: Page) -> Iterator[Leaf]:
    """Yield the index, then the proponents in their order, then the paragraphs in theirs."""
    files = _files(page)
    yield Leaf(INDEX, page.view.title, _addresses(files, INDEX))
    for dossier in page.dossiers:
        cards = tuple(card for group in dossier.groups for card in group.cards)
        here = {dossier.key, *(card.key for card in cards)}
        file = f"{dossier.key}.html"
        title = told(WORDS["dossier"], name=dossier.name)
        yield Leaf(file, title, _addresses(files, file, here), dossier, cards)
    for row in page.view.rows:
        file = f"{row.key}.html"
        title = told(WORDS["one_paragraph"], name=row.name)
        yield Leaf(file, title, _addresses(files, file, set(_keys(row))), row=row)


def _files(page: Page) -> Mapping[str, str]:
    """Return the file that each key is found in; a proposal on no paragraph is with who asks."""
    found = {each.key: f"{each.key}.html" for each in page.dossiers}
    found |= {card.key: f"{card.by[0]}.html" for card in page.view.loose}
    return found | {key: f"{row.key}.html" for row in page.view.rows for key in _keys(row)}


def _keys(row: Row) -> Iterator[str]:
    yield row.key
    yield from (passage.key for slot in row.slots for passage in slot.passages)
    yield from (card.key for card in row.cards)


def _addresses(
    files: Mapping[str, str], file: str, here: set[str] | None = None
) -> Callable[[str], str]:
    def to(key: str) -> str:
        is_here = key in here if here is not None else files.get(key, file) == file
        return f"#{key}" if is_here else f"{files.get(key, INDEX)}#{key}"

    return to
