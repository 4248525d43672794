"""Whole texts and a later revision in, the paragraph that each of them lives on in out.

Words prove what was adopted; but an article may be rewritten from end to end and still be the same
article. This looks for it as a reader does who lays both side by side: the likest paragraph, with a
look at whether some other text explains that paragraph better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from rapidfuzz.distance import LCSseq

from amend.model.descent import Descent
from amend.model.draft import Revision
from amend.text.words import tokens

# From these scores a text is told to live on: one that was much amended since, and the last one an
# article had (design note 0017; set on commissions 1 and 2 of Chile).
CARRIED = 0.26
FOLLOWED = 0.34

_Vector = Mapping[str, float]


def descents(texts: Sequence[str], later: Revision) -> tuple[Descent, ...]:
    """Return for each text, in order, the paragraph of the later revision that it is likest to.

    The texts are rivals: give all that the revision was made from. An empty text has no descent.
    To follow an article through its amendments, give the last text it had.
    """
    asked = [tokens(text) for text in texts]
    there = [tokens(paragraph.text) for paragraph in later.paragraphs]
    weights = _weights([*asked, *there])
    vectors = [_vector(words, weights) for words in asked]
    postings = _postings([_vector(words, weights) for words in there])
    likest = [_likest(vector, postings) for vector in vectors]
    best = _two_best(likest)
    found: list[Descent] = []
    for n, (words, likeness) in enumerate(zip(asked, likest, strict=True)):
        if not likeness:
            found.append(Descent(None))
            continue
        place, share = max(likeness.items(), key=lambda each: (each[1], -each[0]))
        covered = LCSseq.similarity(words, there[place]) / len(there[place])
        rival = next((other for who, other in best[place] if who != n), 0.0)
        found.append(Descent(later.paragraphs[place].id, share, covered, rival))
    return tuple(found)


def _weights(texts: Sequence[Sequence[str]]) -> dict[str, float]:
    count: Counter[str] = Counter()
    for words in texts:
        count.update(set(words))
    return {word: 1.0 + log(len(texts) / n) for word, n in count.items()}


def _vector(words: Sequence[str], weights: Mapping[str, float]) -> _Vector:
    raw = {word: n * weights[word] for word, n in Counter(words).items()}
    length = sqrt(sum(weight * weight for weight in raw.values()))
    return {word: weight / length for word, weight in raw.items()}


def _postings(vectors: Sequence[_Vector]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = {}
    for place, vector in enumerate(vectors):
        for word, weight in vector.items():
            postings.setdefault(word, []).append((place, weight))
    return postings


def _likest(
    vector: _Vector, postings: Mapping[str, Sequence[tuple[int, float]]]
) -> dict[int, float]:
    found: dict[int, float] = {}
    for word, weight in vector.items():
        for place, other in postings.get(word, ()):
            found[place] = found.get(place, 0.0) + weight * other
    return found


def _two_best(likest: Sequence[Mapping[int, float]]) -> dict[int, list[tuple[int, float]]]:
    """For each paragraph the two texts that are likest to it, the likest first."""
    best: dict[int, list[tuple[int, float]]] = {}
    for n, likeness in enumerate(likest):
        for place, share in likeness.items():
            ranked = [*best.get(place, ()), (n, share)]
            best[place] = sorted(ranked, key=lambda each: -each[1])[:2]
    return best
