"""Counts and labels in, the words of a verdict out: what every reason is made of."""

from __future__ import annotations

from collections.abc import Sequence

from amend.labels import Label
from amend.model.ruling import Measure


def counted(words: int, of: int) -> str:
    """Say a measure as people do: the one word, both words, all 7 words, 3 of the 7 words."""
    if words < of:
        return f"{words} of the {of} words" if words else _none(of)
    if of == 1:
        return "the one word"
    return "both words" if of == 2 else f"all {of} words"


def whole(of: int) -> str:
    """Say that nothing is left out: its one word, both of its words, all of its 7 words."""
    if of == 1:
        return "its one word"
    return "both of its words" if of == 2 else f"all of its {of} words"


def _none(of: int) -> str:
    return "neither of the 2 words" if of == 2 else f"none of the {of} words"


def gone(cut: Measure) -> str:
    """Say how many words that were to go are gone."""
    were = "was" if cut.of == 1 else "were"
    if not cut.words:
        still = "stands" if cut.of == 1 else "stand"
        return f"{counted(cut.of, cut.of)} that {were} to go still {still}"
    are = "is" if cut.words == 1 else "are"
    return f"{counted(cut.words, cut.of)} that {were} to go {are} gone"


def too_few(taken: Measure) -> str:
    """Say that too little of what was asked for came in, in its place or anywhere."""
    if taken.of == 1:
        return "the one word asked for did not come into its place"
    if not taken.words:
        return f"{_none(taken.of)} asked for came into its place, nor enough of them elsewhere"
    came = f"only {counted(taken.words, taken.of)} asked for came into its place"
    return f"{came}, and not enough of them elsewhere"


def paragraphs(labels: Sequence[Label]) -> str:
    """Name paragraphs by their numbers: paragraph 9bis, paragraphs 9 and 10."""
    *first, last = map(str, labels)
    return f"paragraphs {', '.join(first)} and {last}" if first else f"paragraph {last}"
