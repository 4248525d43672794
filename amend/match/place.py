"""New paragraphs in, a list of paragraphs out with each where its label or its words put it."""

from __future__ import annotations

from collections.abc import Iterable

from amend.labels import Label
from amend.match.collisions import stamp_of
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.source import Run
from amend.notices import Code, Notice
from amend.text.told import told

_Order = tuple[tuple[int, bool], tuple[tuple[int, ...], str]]


class Page:
    """The paragraphs of a text, into which new ones are put one by one."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        """Take the paragraphs in their order; what their labels sort by is worked out once."""
        self.paragraphs = list(paragraphs)
        self._orders = [_order(each.label) if each.label else None for each in self.paragraphs]

    def add(self, proposal: Proposal, words: str) -> bool:
        """Put a new paragraph where its label or its words have it; False if neither tells."""
        at = self._position(proposal)
        if at is not None:
            self._put(at, _paragraph(proposal, words))
        return at is not None

    def append(self, proposal: Proposal, words: str) -> None:
        """Put a new paragraph last."""
        self._put(len(self.paragraphs), _paragraph(proposal, words))

    def _put(self, at: int, paragraph: Paragraph) -> None:
        self.paragraphs.insert(at, paragraph)
        self._orders.insert(at, _order(paragraph.label) if paragraph.label else None)

    def _position(self, proposal: Proposal) -> int | None:
        if proposal.place is not None:
            found = _beside(self.paragraphs, proposal.place)
            if found is not None:
                return found
        return self._by_order(proposal.target[0]) if proposal.target else None

    def _by_order(self, label: Label) -> int | None:
        """Put a label where the order of labels has it: behind the last that does not sort after.

        Only labels of its zone and kind count: PP2bis stands in the preamble, Article 3bis behind
        all of Article 3. None if the draft has no label of the kind.
        """
        kind, key = _order(label)
        first = None
        for at in range(len(self._orders) - 1, -1, -1):
            order = self._orders[at]
            if order is None or order[0] != kind:
                continue
            if order[1] <= key:
                return _end(self.paragraphs, at)
            first = at
        return first


def insert_paragraphs(
    paragraphs: list[Paragraph], proposals: Iterable[Proposal], notices: list[Notice]
) -> list[Paragraph]:
    """Insert what insert_new_paragraph asks for; one without a place is a notice, and goes last."""
    page = Page(paragraphs)
    for proposal in proposals:
        if proposal.operation is not Operation.INSERT_NEW_PARAGRAPH:
            continue
        words = proposal.whole if proposal.whole is not None else proposal.text
        if words and not page.add(proposal, words):
            text = told(
                "{id} gives its new paragraph no place; it stands at the end.", id=proposal.id
            )
            notices.append(Notice(Code.TARGET_UNRESOLVED, str(proposal.source), text))
            page.append(proposal, words)
    return page.paragraphs


def _paragraph(proposal: Proposal, words: str) -> Paragraph:
    label = proposal.target[0] if proposal.target else None
    stamp = stamp_of([proposal])
    return Paragraph(
        id=f"+{proposal.id}",
        label=label,
        runs=(Run(words, inserted=stamp),),
        source=proposal.source,
        printed=None if label is None else f"{label}.",
        mark_inserted=stamp,
    )


def _beside(paragraphs: list[Paragraph], place: Place) -> int | None:
    named = [n for n, each in enumerate(paragraphs) if each.label == place.label]
    at = named or [n for n, each in enumerate(paragraphs) if _bears(each, place.label)]
    if not at:
        return None
    if place.where is Where.BEFORE:
        return at[0]
    return _end(paragraphs, at[-1])


def _end(paragraphs: list[Paragraph], at: int) -> int:
    """Return the place behind a paragraph and all that stands under it, however deep."""
    family = {paragraphs[at].id}
    last = at + 1
    while last < len(paragraphs) and paragraphs[last].parent in family:
        family.add(paragraphs[last].id)
        last += 1
    return last


def _bears(paragraph: Paragraph, label: Label) -> bool:
    """Whether a label is meant though its carrier is left out, or put in: OP 9 for 9."""
    own = paragraph.label
    return own is not None and own.plain == label.plain and own.key[0] == label.key[0]


def _order(label: Label) -> _Order:
    """Return the zone and kind of a label, and what it sorts by among those of its own."""
    plain = label.plain
    return (label.key[0], label.carrier == "Art"), (plain.key, plain.text)
