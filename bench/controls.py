"""Words of one process judged against the drafts of another: nothing of them can be adopted.

The proposals are paragraphs of the treaty on the high seas and of two resolutions, put as new
paragraphs, as replacements of whole paragraphs, and as phrases cut out of them; the drafts are four
revisions of the Paris Agreement. Articles of Chile's convention, in Spanish, say what is found
where not even the language is shared.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import amend
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.ruling import Course, Fate

DATA = Path(__file__).parents[1] / ".." / "shared" / "data"
DRAFTS = ("23-oct-2015", "4-dec-2015", "9-dec-2015", "12-dec-2015")
ADOPTED = frozenset({
    Fate.ADOPTED_VERBATIM, Fate.ADOPTED_WITH_CHANGES, Fate.PARTLY_ADOPTED, Fate.ADOPTED_ELSEWHERE,
    Fate.PARTLY_ADOPTED_ELSEWHERE,
})  # fmt: skip
_LEAST, _PHRASE = 8, (5, 25)
_CHILE = 250


def drafts() -> tuple[Revision, ...]:
    """Read the revisions of the Paris Agreement, oldest first."""
    return tuple(amend.read(DATA / "paris" / f"{name}.md", name=name) for name in DRAFTS)


def strangers() -> list[str]:
    """Return the paragraphs of other processes in English, of eight words and more."""
    files = (DATA / "bbnj" / "bbnj-en.txt", *sorted((DATA / "un-pdf").glob("*.txt")))
    texts = (each.text for file in files for each in amend.read(file).paragraphs)
    return [text for text in texts if len(text.split()) >= _LEAST]


def chileans() -> list[str]:
    """Return articles of Chile's convention, in Spanish."""
    found: list[str] = []
    for path in sorted((DATA / "chile").glob("comision-*/*TRACK_full.json")):
        found += [each.get("text") or "" for each in json.loads(path.read_text(encoding="utf-8"))]
    return [text for text in found if len(text.split()) >= _LEAST][:_CHILE]


def controls(base: Revision, texts: Sequence[str], seed: int = 1) -> dict[str, list[Proposal]]:
    """Put each text as a new paragraph, as a phrase and as a replacement, somewhere in the base."""
    rng = random.Random(seed)
    places = [each for each in base.paragraphs if len(each.text.split()) >= _LEAST]
    return {
        "new paragraphs": [_new(n, base, text) for n, text in enumerate(texts)],
        "phrases": [
            _phrase(n, base, text, rng, rng.choice(places)) for n, text in enumerate(texts)
        ],
        "whole replacements": [
            _whole(n, base, text, rng.choice(places)) for n, text in enumerate(texts)
        ],
    }


def adopted(courses: Sequence[Course]) -> Iterator[Course]:
    """Yield the courses in which anything came out as adopted in any revision."""
    for course in courses:
        if any(ruling.fate in ADOPTED for ruling in course.rulings):
            yield course


def _new(number: int, base: Revision, text: str) -> Proposal:
    source = base.paragraphs[0].source
    operation = Operation.INSERT_NEW_PARAGRAPH
    return Proposal(f"n{number}", ("Control",), operation, source, base.name, text=text)


def _whole(number: int, base: Revision, text: str, place: Paragraph) -> Proposal:
    label = () if place.label is None else (place.label,)
    operation = Operation.REPLACE_PARAGRAPH
    return Proposal(
        f"w{number}", ("Control",), operation, place.source, base.name, label, (place.id,), text
    )


def _phrase(
    number: int, base: Revision, text: str, rng: random.Random, place: Paragraph
) -> Proposal:
    words = text.split()
    size = min(rng.randint(*_PHRASE), len(words))
    start = rng.randrange(len(words) - size + 1)
    there = place.text.split()
    at = rng.randrange(3, len(there))
    label = () if place.label is None else (place.label,)
    return Proposal(
        f"p{number}", ("Control",), Operation.INSERT_PHRASE, place.source, base.name, label,
        (place.id,), " ".join(words[start : start + size]),
        anchor=Anchor(Where.AFTER, " ".join(there[at - 3 : at])),
    )  # fmt: skip
