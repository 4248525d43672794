"""Followed words and the courses of proposals in, who had asked for which word before out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from amend.model.ruling import STANDING, Course, Evidence, Fate
from amend.text.words import known_words
from amend.trace.followed import Followed, Word

Asked = Mapping[Word, tuple[str, ...]]
"""The ids of the proposals that had asked for a word, in their order; words nobody did are out."""


def asked_before(followed: Followed, courses: Sequence[Course]) -> Asked:
    """Return the proposals that had asked for each word before it came in, or came back.

    A proposal had asked for the words that its rulings hold as evidence, in whatever revision, if
    it was made on a revision that did not have them yet.
    """
    places = {each.name: place for place, each in enumerate(followed.chain.revisions)}
    found: dict[Word, dict[str, None]] = {}
    for course in courses:
        base = places.get(course.proposal.base)
        for place, proof in _proofs(course, places) if base is not None else ():
            for word in _words(followed, place, proof):
                if base is not None and base < followed.came(word, place):
                    found.setdefault(word, {})[course.proposal.id] = None
    return {word: tuple(ids) for word, ids in found.items()}


def _proofs(course: Course, places: Mapping[str, int]) -> Iterator[tuple[int, Evidence]]:
    for ruling in course.rulings:
        if ruling.fate in STANDING - {Fate.PROTECTED} and ruling.revision in places:
            for proof in ruling.evidence:
                yield places[ruling.revision], proof


def _words(followed: Followed, place: int, proof: Evidence) -> Iterator[Word]:
    standing = known_words(followed.text(place, proof.paragraph))
    numbers = followed.words_of(place, proof.paragraph)
    # The first may begin with a sign that stands before the evidence: "(rivers".
    for at in range(max(standing.before(proof.start) - 1, 0), standing.before(proof.end)):
        if proof.start <= standing[at].start and standing[at].end <= proof.end:
            yield numbers[at]
