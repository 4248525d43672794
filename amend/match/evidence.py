"""Words that were found in, the passages that prove it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amend.labels import Label
from amend.match.lineage import Standing
from amend.model.ruling import Evidence


def evidence(standing: Sequence[Standing]) -> tuple[Evidence, ...]:
    """Join neighbouring words to passages, with their half-open places in the paragraph's text."""
    passages: list[list[Standing]] = []
    for word in standing:
        if passages and _follows(passages[-1][-1], word):
            passages[-1].append(word)
        else:
            passages.append([word])
    return tuple(_evidence(passage) for passage in passages)


def _follows(one: Standing, other: Standing) -> bool:
    """Whether nothing but white space and punctuation stands between two words."""
    if one.paragraph is not other.paragraph or other.start < one.end:
        return False
    between = one.paragraph.text[one.end : other.start]
    return between == " " or not any(sign.isalnum() for sign in between)


def _evidence(passage: Sequence[Standing]) -> Evidence:
    first, last = passage[0], passage[-1]
    text = first.paragraph.text[first.start : last.end]
    return Evidence(first.paragraph.id, first.start, last.end, text)


def labels_of(found: Iterable[Sequence[Standing]]) -> tuple[Label, ...]:
    """Return the labels of the paragraphs in which words were found, each once, in order."""
    # By identity first: a paragraph is large to compare, and a label slow to hash.
    paragraphs = {id(word.paragraph): word.paragraph for each in found for word in each}
    labels = (paragraph.label for paragraph in paragraphs.values())
    return tuple(dict.fromkeys(label for label in labels if label is not None))
