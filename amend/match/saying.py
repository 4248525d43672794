"""Counts and labels in, the words of a verdict out: what every reason is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amend.labels import Label
from amend.model.ruling import Measure
from amend.text.told import Told, joined, numbered, pattern, told

AS_ASKED, NEW, ELSEWHERE = "as asked", "new", "elsewhere"
"""What can be said of words that were found."""

REPLACED = pattern("its proponent replaced it by {name}")
_ALL: Mapping[str, tuple[str, str]] = {
    AS_ASKED: (
        pattern("the one word asked for stands as asked in {where}"),
        pattern("all {n} words asked for stand as asked in {where}"),
    ),
    NEW: (
        pattern("the one word asked for is new in {where}"),
        pattern("all {n} words asked for are new in {where}"),
    ),
    ELSEWHERE: (
        pattern("the one word asked for is new elsewhere, in {where}"),
        pattern("all {n} words asked for are new elsewhere, in {where}"),
    ),
}
_BOTH: Mapping[str, str] = {
    AS_ASKED: pattern("both words asked for stand as asked in {where}"),
    NEW: pattern("both words asked for are new in {where}"),
    ELSEWHERE: pattern("both words asked for are new elsewhere, in {where}"),
}


def found(words: int, of: int, what: str, where: str) -> Told:
    """Say how many of the words asked for were found, how they stand, and where.

    All of them, both, the one, or so many of them: 3 of the 7 words asked for are new in rev2.
    """
    if words >= of:
        return told(_BOTH[what], where=where) if of == 2 else numbered(of, *_ALL[what], where=where)
    if what == ELSEWHERE:
        return numbered(
            words,
            "{n} of the {of} words asked for is new elsewhere, in {where}",
            "{n} of the {of} words asked for are new elsewhere, in {where}",
            of=of, where=where,
        )  # fmt: skip
    return numbered(
        words,
        "{n} of the {of} words asked for is new in {where}",
        "{n} of the {of} words asked for are new in {where}",
        of=of, where=where,
    )  # fmt: skip


def still(of: int) -> Told:
    """Say that a paragraph stands, and that nothing of it is gone."""
    if of == 2:
        return told("the paragraph still stands, with both of its words")
    return numbered(
        of,
        "the paragraph still stands, with its one word",
        "the paragraph still stands, with all of its {n} words",
    )


def gone(cut: Measure) -> Told:
    """Say how many words that were to go are gone."""
    if not cut.words:
        if cut.of == 2:
            return told("both words that were to go still stand")
        return numbered(
            cut.of,
            "the one word that was to go still stands",
            "all {n} words that were to go still stand",
        )
    if cut.words < cut.of:
        return numbered(
            cut.words,
            "{n} of the {of} words that were to go is gone",
            "{n} of the {of} words that were to go are gone",
            of=cut.of,
        )
    if cut.of == 2:
        return told("both words that were to go are gone")
    return numbered(
        cut.of, "the one word that was to go is gone", "all {n} words that were to go are gone"
    )


def too_few(taken: Measure) -> Told:
    """Say that too little of what was asked for came in, in its place or anywhere."""
    if taken.of == 1:
        return told("the one word asked for did not come into its place")
    if not taken.words:
        return (
            told(
                "neither of the 2 words asked for came into its place, nor enough of them elsewhere"
            )
            if taken.of == 2
            else told(
                "none of the {of} words asked for came into its place,"
                " nor enough of them elsewhere",
                of=taken.of,
            )
        )
    if taken.words < taken.of:
        return numbered(
            taken.words,
            "only {n} of the {of} words asked for came into its place,"
            " and not enough of them elsewhere",
            "only {n} of the {of} words asked for came into its place,"
            " and not enough of them elsewhere",
            of=taken.of,
        )
    if taken.of == 2:
        return told(
            "only both words asked for came into its place, and not enough of them elsewhere"
        )
    return told(
        "only all {of} words asked for came into its place, and not enough of them elsewhere",
        of=taken.of,
    )


def place(labels: Sequence[Label], revision: str) -> str:
    """Say where words stand: paragraph 9bis of rev2, or rev2 alone where nothing is numbered."""
    if not labels:
        return revision
    return told("{where} of {revision}", where=paragraphs(labels), revision=revision)


def paragraphs(labels: Sequence[Label]) -> Told:
    """Name paragraphs by their numbers: paragraph 9bis, paragraphs 9 and 10."""
    *first, last = map(str, labels)
    if not first:
        return told("paragraph {last}", last=last)
    return told("paragraphs {first} and {last}", first=joined(", ", first), last=last)
