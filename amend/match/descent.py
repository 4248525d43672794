"""Whole texts and a later revision in, the paragraph that each of them lives on in out.

Words prove what was adopted; but an article may be rewritten from end to end and still be the same
article. This looks for it as a reader does who lays both side by side: the likest paragraph, the
sooner if it bears the same number in a text whose numbers hold, with a look at whether some other
text that stood beside this one explains that paragraph better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt

from rapidfuzz.distance import LCSseq

from amend.labels import Label
from amend.model.descent import Descent
from amend.model.draft import Revision
from amend.text.words import tokens

# From these scores a text is told to live on: one that was much amended since, and the last one an
# article had (design note 0030; set on commissions 1 and 2 of Chile).
CARRIED = 0.31
FOLLOWED = 0.48

_SURE = 0.5  # from this likeness two texts that are likest to each other show whether numbers hold
_DOUBT = 2  # sure pairs whose number did not hold, thought of besides those that are there
_LABEL = 8.0  # how much nearer the same number brings, where all numbers hold

_Vector = Mapping[str, float]
_Likeness = dict[int, float]


def descents(
    texts: Sequence[str],
    later: Revision,
    *,
    labels: Sequence[Label | None] = (),
    stood: Sequence[range] = (),
) -> tuple[Descent, ...]:
    """Return for each text, in order, the paragraph of the later revision that it is nearest to.

    The texts are rivals: give all that the revision was made from. An empty text has no descent.
    To follow an article through its amendments, give the last text it had. `labels` are the
    numbers the texts bore, one for each text; `stood` tells in which drafts each of them stood,
    counted in order of date: texts that never stood side by side are no rivals, since the younger
    may have come of the older. Without them numbers say nothing and all are rivals. Raises
    ValueError where there are labels or ranges, but not one for each text.
    """
    for name, given in (("labels", labels), ("stood", stood)):
        if given and len(given) != len(texts):
            raise ValueError(f"{name}: {len(given)} for {len(texts)} texts")
    asked = [tokens(text) for text in texts]
    there = [tokens(paragraph.text) for paragraph in later.paragraphs]
    likest = _all_likest(asked, there)
    nearest = _nearest(likest, labels, later) if labels else likest
    closest = _closest(nearest)
    found: list[Descent] = []
    for n, (words, nearness) in enumerate(zip(asked, nearest, strict=True)):
        if not nearness:
            found.append(Descent(None))
            continue
        place, near = max(nearness.items(), key=lambda each: (each[1], -each[0]))
        covered = LCSseq.similarity(words, there[place]) / len(there[place])
        rival = max(_rivals(n, closest[place], stood), default=0.0)
        identity = later.paragraphs[place].id
        found.append(Descent(identity, likest[n][place], covered, rival, near))
    return tuple(found)


def _all_likest(asked: Sequence[Sequence[str]], there: Sequence[Sequence[str]]) -> list[_Likeness]:
    """For each text its likeness to each paragraph that shares a word with it."""
    weights = _weights([*asked, *there])
    postings = _postings([_vector(words, weights) for words in there])
    return [_likest(_vector(words, weights), postings) for words in asked]


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


def _likest(vector: _Vector, postings: Mapping[str, Sequence[tuple[int, float]]]) -> _Likeness:
    found: _Likeness = {}
    for word, weight in vector.items():
        for place, other in postings.get(word, ()):
            found[place] = found.get(place, 0.0) + weight * other
    return {place: min(1.0, likeness) for place, likeness in found.items()}


def _nearest(
    likest: Sequence[_Likeness], labels: Sequence[Label | None], later: Revision
) -> list[_Likeness]:
    """Bring what bears the same number nearer, as far as numbers hold between sure pairs.

    A number that stands on several texts or paragraphs says so much less.
    """
    wanted = [None if label is None else label.plain for label in labels]
    borne = [None if each.label is None else each.label.plain for each in later.paragraphs]
    same = [wanted[n] is not None and wanted[n] == borne[place] for n, place in _sure(likest)]
    held = _LABEL * sum(same) / (len(same) + _DOUBT)
    texts, paragraphs = Counter(wanted), Counter(borne)
    found = [dict(likeness) for likeness in likest]
    for label, nearness in zip(wanted, found, strict=True):
        if label is not None:
            power = 1.0 + held / max(texts[label], paragraphs[label])
            for place in nearness.keys() & {n for n, each in enumerate(borne) if each == label}:
                nearness[place] = 1.0 - (1.0 - nearness[place]) ** power
    return found


def _sure(likest: Sequence[_Likeness]) -> Iterator[tuple[int, int]]:
    """Yield texts and paragraphs that are each other's likest, and much alike."""
    first = {place: likers[0] for place, likers in _closest(likest).items()}
    for n, likeness in enumerate(likest):
        if likeness:
            place = max(likeness, key=likeness.__getitem__)
            if likeness[place] >= _SURE and first[place][0] == n:
                yield n, place


def _closest(nearest: Iterable[_Likeness]) -> dict[int, list[tuple[int, float]]]:
    """For each paragraph the texts that are near to it, the nearest first."""
    found: dict[int, list[tuple[int, float]]] = {}
    for n, nearness in enumerate(nearest):
        for place, near in nearness.items():
            found.setdefault(place, []).append((n, near))
    for each in found.values():
        each.sort(key=lambda liker: -liker[1])
    return found


def _rivals(
    n: int, closest: Iterable[tuple[int, float]], stood: Sequence[range]
) -> Iterator[float]:
    """Yield how near others that stood beside a text are to its paragraph, the nearest first."""
    for other, near in closest:
        if other != n and (not stood or _has_common(stood[n], stood[other])):
            yield near


def _has_common(one: range, other: range) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)
