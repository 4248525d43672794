"""An answer and the truth in, counts of what went wrong out: where to look next."""

from __future__ import annotations

from collections import Counter

from bench.quality import Found
from bench.truth import Pair

# The repeated short paragraphs of hard sets have about ten words, all others at least forty.
_SHORT = 25
OUTCOMES = (
    "missed, short",
    "missed, long",
    "missed, parts of splits and merges",
    "wrong, from a deleted one",
    "wrong, to an inserted one",
    "wrong, between others",
)


def misses(found: Found, pair: Pair) -> Counter[str]:
    """Count missed and wrong links by what they are, in the words of OUTCOMES.

    A short paragraph is one whose words stand in the draft many times: only its place tells.
    """
    true = {(link.old, link.new) for link in pair.links}
    parted = _repeated([old for old, _ in true]), _repeated([new for _, new in true])
    kept = {old for old, _ in true}, {new for _, new in true}
    counts: Counter[str] = Counter()
    for old, new in true - found.links:
        if old in parted[0] or new in parted[1]:
            counts["missed, parts of splits and merges"] += 1
        else:
            is_short = len(pair.old[old].text.split()) < _SHORT
            counts["missed, short" if is_short else "missed, long"] += 1
    for old, new in found.links - true - set(pair.transfers):
        if old not in kept[0]:
            counts["wrong, from a deleted one"] += 1
        elif new not in kept[1]:
            counts["wrong, to an inserted one"] += 1
        else:
            counts["wrong, between others"] += 1
    return counts


def _repeated(places: list[int]) -> set[int]:
    return {place for place, count in Counter(places).items() if count > 1}
