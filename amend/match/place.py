"""New paragraphs in, a list of paragraphs out with each where its label or its words put it."""

from __future__ import annotations

from collections.abc import Iterable

from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.source import Run, Stamp
from amend.notices import Code, Notice


def insert_paragraphs(
    paragraphs: list[Paragraph], proposals: Iterable[Proposal], notices: list[Notice]
) -> list[Paragraph]:
    """Insert what insert_new_paragraph asks for; one without a place is a notice, and goes last."""
    result = list(paragraphs)
    for proposal in proposals:
        if proposal.operation is not Operation.INSERT_NEW_PARAGRAPH:
            continue
        words = proposal.whole if proposal.whole is not None else proposal.text
        if not words:
            continue
        at = _position(result, proposal)
        if at is None:
            text = f"{proposal.id} gives its new paragraph no place; it stands at the end."
            notices.append(Notice(Code.TARGET_UNRESOLVED, str(proposal.source), text))
            at = len(result)
        result.insert(at, _paragraph(proposal, words))
    return result


def _paragraph(proposal: Proposal, words: str) -> Paragraph:
    label = proposal.target[0] if proposal.target else None
    stamp = Stamp(", ".join(proposal.by), proposal.date)
    return Paragraph(
        id=f"+{proposal.id}",
        label=label,
        runs=(Run(words, inserted=stamp),),
        source=proposal.source,
        printed=None if label is None else f"{label}.",
        mark_inserted=stamp,
    )


def _position(paragraphs: list[Paragraph], proposal: Proposal) -> int | None:
    place = proposal.place
    if place is not None:
        found = _beside(paragraphs, place)
        if found is not None:
            return found
    if not proposal.target:
        return None
    return _by_order(paragraphs, proposal.target[0])


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


def _by_order(paragraphs: list[Paragraph], label: Label) -> int | None:
    """Put a label where the order of labels has it: behind the last that does not sort after it.

    Only labels of its zone and kind count: PP2bis stands in the preamble, Article 3bis behind all
    of Article 3. None if the draft has no label of the kind.
    """
    kin = [
        (n, each.label)
        for n, each in enumerate(paragraphs)
        if each.label is not None and _kind(each.label) == _kind(label)
    ]
    before = [n for n, each in kin if each.plain <= label.plain]
    if before:
        return _end(paragraphs, before[-1])
    return kin[0][0] if kin else None


def _kind(label: Label) -> tuple[int, bool]:
    return label.key[0], label.carrier == "Art"
