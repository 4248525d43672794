"""A rolling text in, its JSON document out: the shape of docs/json.md; nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Iterable

from amend.model.proposal import Place
from amend.model.rolling import Backers, Reading, Rolling, RollingParagraph, Unplaced
from amend.notices import Notice
from amend.render.json import SCHEMA, Document, place_of, source_of


def rolling_document(rolling: Rolling, notices: Iterable[Notice]) -> Document:
    """Return every paragraph with all that is asked of it: `amend compile --json`."""
    return {
        "schema": SCHEMA,
        "base": rolling.base,
        "paragraphs": [_paragraph(each) for each in rolling.paragraphs],
        "unplaced": [_unplaced(each) for each in rolling.unplaced],
        "collisions": [
            {
                "paragraph": each.paragraph,
                "label": None if each.label is None else str(each.label),
                "proposals": list(each.proposals),
            }
            for each in rolling.collisions
        ],
        "elsewhere": [
            {"proposal": each, "revision": revision} for each, revision in rolling.elsewhere
        ],
        "notices": [
            {"code": each.code, "where": each.where, "text": each.text} for each in notices
        ],
    }


def _paragraph(paragraph: RollingParagraph) -> Document:
    return {
        "id": paragraph.id,
        "label": None if paragraph.label is None else str(paragraph.label),
        "printed": paragraph.printed,
        "role": paragraph.role,
        "base": paragraph.base,
        "source": None if paragraph.source is None else place_of(paragraph.source),
        "stretches": [
            {"base": each.base, "readings": [_reading(one) for one in each.readings]}
            for each in paragraph.stretches
        ],
        "wholes": [
            {
                "scope": each.scope,
                "label": None if each.label is None else str(each.label),
                "text": each.text,
                **_backers(each.backers),
            }
            for each in paragraph.wholes
        ],
        "positions": [
            {
                "operation": each.operation,
                "words": each.words,
                "place": None if each.place is None else _place(each.place),
                "said": each.said,
                **_backers(each.backers),
            }
            for each in paragraph.positions
        ],
    }


def _reading(reading: Reading) -> Document:
    edits = [{"op": each.op, "text": each.text} for each in reading.edits]
    return {"text": reading.text, "edits": edits, **_backers(reading.backers)}


def _backers(backers: Backers) -> Document:
    return {
        "by": list(backers.by),
        "supporters": list(backers.supporters),
        "proposals": list(backers.proposals),
        "complete": not backers.is_cut,
    }


def _place(place: Place) -> Document:
    until = None if place.until is None else str(place.until)
    return {"where": place.where, "label": str(place.label), "until": until}


def _unplaced(stray: Unplaced) -> Document:
    return {
        "id": stray.proposal,
        "by": list(stray.by),
        "operation": stray.operation,
        "target": [str(each) for each in stray.target],
        "text": stray.text,
        "cut": stray.cut,
        "reason": stray.reason,
        "source": source_of(stray.source),
    }
