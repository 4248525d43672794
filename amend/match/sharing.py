"""Rulings in, for each proposal the others that had asked for words found in the same place out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from amend.model.proposal import Proposal
from amend.model.ruling import STANDING, Ruling
from amend.text.weighty import is_content
from amend.text.words import tokens

# So many others are named at most: where ten thousand ask for one thing, to name them all under
# each of them would be a hundred million names (note 0041).
MOST = 200


class _Span(NamedTuple):
    """Words of one paragraph of one revision, which any number of proposals may have asked for."""

    revision: str
    paragraph: str
    start: int
    end: int
    text: str


def shared_with(
    ruled: Sequence[tuple[Proposal, tuple[Ruling, ...]]],
) -> Mapping[str, tuple[str, ...]]:
    """Find proposals whose evidence overlaps: the same telling words of the same paragraph.

    Return for each proposal that has any the ids of the others, sorted, `MOST` of them at most.
    """
    asking: dict[_Span, dict[str, None]] = defaultdict(dict)
    of: dict[str, dict[_Span, None]] = defaultdict(dict)
    for proposal, rulings in ruled:
        for ruling in rulings:
            for proof in ruling.evidence if ruling.fate in STANDING else ():
                span = _Span(ruling.revision, proof.paragraph, proof.start, proof.end, proof.text)
                asking[span][proposal.id] = None
                of[proposal.id][span] = None
    near: dict[_Span, list[_Span]] = defaultdict(list)
    for one, other in _overlapping(asking, asking):
        near[one].append(other)
    # Who rests on the same evidence shares it with the same others: they are gathered once.
    groups: dict[tuple[_Span, ...], list[str]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for identity, spans in of.items():
        beside = tuple(dict.fromkeys(each for span in spans for each in near.get(span, ())))
        if beside and beside not in groups:
            groups[beside] = sorted({one for span in beside for one in asking[span]})
        if beside:
            found[identity] = others(groups[beside], identity)
    return {identity: those for identity, those in found.items() if those}


def others(group: Iterable[str], identity: str) -> tuple[str, ...]:
    """Return the first of a group, `MOST` at most, without one of its members."""
    return tuple(islice((each for each in group if each != identity), MOST))


def _overlapping(
    spans: Iterable[_Span], asking: Mapping[_Span, Mapping[str, None]]
) -> Iterator[tuple[_Span, _Span]]:
    """Yield pairs of spans with telling words in common, both ways; a span with itself, too."""
    still: list[_Span] = []
    for span in sorted(spans):
        still = [each for each in still if each[:2] == span[:2] and each.end > span.start]
        for each in still:
            if _is_telling(span.text[: min(each.end, span.end) - span.start]):
                yield each, span
                yield span, each
        if len(asking[span]) > 1 and _is_telling(span.text):
            yield span, span
        still.append(span)


def _is_telling(text: str) -> bool:
    return any(map(is_content, tokens(text)))
