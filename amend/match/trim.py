"""Splices of one proposal in, the same change in as few letters as a reader would mark, out.

A paragraph given as a whole is compared word by word, and one sign that differs makes a whole kept
stretch another one. Here such a stretch is parted, so that only what differs is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from amend.match.splice import Splice
from amend.text.late import late
from amend.text.words import Word, tokens, words

# A word, some white space, or one sign; the signs of Chinese and Japanese stand alone.
_PIECE = late(r"[^\W\u2e80-\U0003ffff]+|\s+|.", re.DOTALL)


class Trimmed(NamedTuple):
    """A splice, and where it began before it was trimmed: that decides the order at one place."""

    splice: Splice
    origin: int


def trimmed(base: str, splices: Iterable[Splice]) -> tuple[Trimmed, ...]:
    """Return the same change of a text in the least of words, in order; nothing else differs.

    Splices may touch, and must not overlap. White space that comes or goes with words stands
    before them, so that two who ask for the same are seen to.
    """
    parted = [part for each in sorted(splices) for part in _parted(base, each)]
    found = (
        Trimmed(_slid(base, _bare(base, each)), each.start) for each in _joined(parted)
    )  # fmt: skip
    return tuple(each for each in found if _changes(base, each.splice))


def stands_beside(base: str, splice: Splice) -> bool:
    """Whether a splice puts in words, and no others, that stand just before or behind its place."""
    asked = tokens(splice.text)
    if splice.end > splice.start or not asked:
        return False
    before, behind = tokens(base[: splice.start]), tokens(base[splice.end :])
    return behind[: len(asked)] == asked or before[-len(asked) :] == asked


def _changes(base: str, splice: Splice) -> bool:
    return base[splice.start : splice.end] != splice.text


def _parted(base: str, splice: Splice) -> Iterator[Splice]:
    """Part a splice that keeps all words at those that are printed otherwise."""
    old = base[splice.start : splice.end]
    here, there = words(old), words(splice.text)
    if not here or [each.key for each in here] != [each.key for each in there]:
        yield splice
        return
    at = splice.start
    for was, now in zip(_steps(old, here), _steps(splice.text, there), strict=True):
        if was != now:
            yield Splice(at, at + len(was), now)
        at += len(was)


def _steps(text: str, found: Sequence[Word]) -> Iterator[str]:
    """Cut a text into what stands between its words, and these, in turn."""
    at = 0
    for word in found:
        yield text[at : word.start]
        yield text[word.start : word.end]
        at = word.end
    yield text[at:]


def _joined(splices: Iterable[Splice]) -> Iterator[Splice]:
    """Join splices that touch: they are one change to a reader."""
    last: Splice | None = None
    for each in splices:
        if last is not None and last.end == each.start:
            last = Splice(last.start, each.end, last.text + each.text)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _bare(base: str, splice: Splice) -> Splice:
    """Leave out the words that both texts begin with, and those that both end with."""
    old = _PIECE.findall(base[splice.start : splice.end])
    new = _PIECE.findall(splice.text)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    start = splice.start + sum(map(len, old[:head]))
    end = splice.end - sum(map(len, old[len(old) - tail :]))
    return Splice(start, end, "".join(new[head : len(new) - tail]))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _slid(base: str, splice: Splice) -> Splice:
    """Let white space that is put in or taken out stand before the words, not behind them."""
    start, end, text = splice
    while start and text[-1:].isspace() and start == end and base[start - 1] == text[-1]:
        start, end, text = start - 1, end - 1, text[-1] + text[:-1]
    while start < end and start and not text and base[end - 1].isspace():
        if base[start - 1] != base[end - 1]:
            break
        start, end = start - 1, end - 1
    return Splice(start, end, text)
