"""Words that were found in, the passages that prove it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amend.labels import Label
from amend.match.lineage import Standing
from amend.model.ruling import Evidence


def evidence(standing: Sequence[Standing]) -> tuple[Evidence, ...]:
    """Return passages with their words, and their half-open places in the paragraph's text."""
    return tuple(
        Evidence(paragraph.id, start, end, paragraph.text[start:end])
        for paragraph, start, end in standing
    )


def labels_of(found: Iterable[Sequence[Standing]]) -> tuple[Label, ...]:
    """Return the labels of the paragraphs in which words were found, each once, in order."""
    held = {passage.paragraph.id: passage.paragraph.label for each in found for passage in each}
    return tuple(dict.fromkeys([label for label in held.values() if label is not None]))
