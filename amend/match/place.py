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
    at = [n for n, each in enumerate(paragraphs) if _bears(each, place.label)]
    if not at:
        return None
    if place.where is Where.BEFORE:
        return at[0]
    last = at[-1]
    while last + 1 < len(paragraphs) and paragraphs[last + 1].parent == paragraphs[at[-1]].id:
        last += 1
    return last + 1


def _bears(paragraph: Paragraph, label: Label) -> bool:
    return paragraph.label is not None and label in {paragraph.label, paragraph.label.plain}


def _by_order(paragraphs: list[Paragraph], label: Label) -> int | None:
    """Put a label where the order of labels has it: behind the last that sorts before it."""
    before = [
        n
        for n, each in enumerate(paragraphs)
        if each.label is not None and each.label.plain < label.plain and each.label.key[0] == 2
    ]
    return before[-1] + 1 if before else None
