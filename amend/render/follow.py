"""Texts that were followed in, the rows of a list and the data of where each lives on out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from amend.model.trail import Step, Trail
from amend.render.wording import name_of, opening, percent

HEAD = ("text", "revision", "lives on in", "likeness", "words")
_WORDS = 8


def rows(trails: Iterable[Trail]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each text and revision, in the order of `HEAD`."""
    for trail in trails:
        text = f"{name_of(trail.text)}: {opening(trail.text.text, _WORDS)}"
        for step in trail.steps:
            yield (text, step.revision, *_told(step))


def _told(step: Step) -> tuple[str, str, str]:
    if step.paragraph is None:
        return "nothing", "", ""
    place = name_of(step.paragraph) if step.is_likely else f"nothing; likest: {_named(step)}"
    return place, percent(step.descent.likeness), opening(step.paragraph.text, _WORDS)


def _named(step: Step) -> str:
    return name_of(step.paragraph) if step.paragraph is not None else ""


def data(trails: Iterable[Trail]) -> list[dict[str, Any]]:
    """Return the same as plain values; shares are 0.0 to 1.0."""
    return [
        {
            "label": None if trail.text.label is None else str(trail.text.label),
            "text": trail.text.text,
            "steps": [_step(each) for each in trail.steps],
        }
        for trail in trails
    ]


def _step(step: Step) -> dict[str, Any]:
    at, descent = step.paragraph, step.descent
    return {
        "revision": step.revision,
        "paragraph": None if at is None else at.id,
        "label": None if at is None or at.label is None else str(at.label),
        "likely": step.is_likely,
        "likeness": round(descent.likeness, 4),
        "covered": round(descent.covered, 4),
        "rival": round(descent.rival, 4),
        "score": round(descent.score, 4),
    }
