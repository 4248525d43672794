"""A text and quoted words in, the place of the quotation out: exact by words, else approximate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from amend.text.words import Words, known_words, tokens, words

# match_main looks at so many letters at once; a longer quotation is found by its two ends.
_LETTERS = 32
_WORST = 0.35
_FEWEST = 2


class Spot(NamedTuple):
    """A half-open span; `places` is how often the words stand, `exact` if to the word."""

    start: int
    end: int
    places: int
    exact: bool


@lru_cache(maxsize=64)
def find(text: str, quoted: str) -> Spot | None:
    """Find quoted words in a text, letter case and typography aside; None if they are not there.

    Only where no such words stand is an approximate place looked for, by diff-match-patch.
    """
    wanted = tokens(quoted)
    if not wanted:
        return None
    there = known_words(text)
    starts = list(_places(there.keys, wanted))
    if starts:
        return _spot(there, starts[0], len(wanted), len(starts))
    return _near(text, quoted.strip())


def stands_at(text: str, at: int, asked: str) -> bool:
    """Whether words end or begin right at a place of a text, with nothing but signs between.

    A single word may well be meant to stand twice; two or more are not.
    """
    wanted = known_words(asked).keys
    if len(wanted) < _FEWEST:
        return False
    there = known_words(text)
    for place in _places(there.keys, wanted):
        end = place + len(wanted)
        begins_here = there[place].end > at and not (place and there[place - 1].end > at)
        ends_here = there[end - 1].end <= at and not (
            end < len(there.keys) and there[end].end <= at
        )
        if begins_here or ends_here:
            return True
    return False


def _places(keys: list[str], wanted: list[str]) -> Iterator[int]:
    size = len(wanted)
    first = wanted[0]
    place = -1
    for _ in range(keys.count(first)):
        place = keys.index(first, place + 1)
        if keys[place : place + size] == wanted:
            yield place


def _spot(there: Words, first: int, size: int, count: int) -> Spot:
    return Spot(*there.span(first, first + size), count, exact=True)


def _near(text: str, quoted: str) -> Spot | None:
    if len(quoted) < 8 or not text:
        return None
    matcher = _matcher()
    start = matcher.match_main(text, quoted[:_LETTERS], 0)
    if start < 0:
        return None
    if len(quoted) <= _LETTERS:
        return _whole_words(text, start, start + len(quoted))
    tail = matcher.match_main(text, quoted[-_LETTERS:], start + len(quoted) - _LETTERS)
    end = tail + _LETTERS
    if tail < 0 or not 0.7 < (end - start) / len(quoted) < 1.4:
        return None
    return _whole_words(text, start, end)


def _whole_words(text: str, start: int, end: int) -> Spot | None:
    """Draw an approximate span to the words of which it holds at least half."""
    held = [
        word
        for word in words(text)
        if 2 * (min(word.end, end) - max(word.start, start)) >= word.end - word.start
    ]
    return Spot(held[0].start, held[-1].end, 1, exact=False) if held else None


@lru_cache(maxsize=1)
def _matcher() -> Any:  # the package has no types
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Match_Threshold = _WORST
    matcher.Match_Distance = 100_000
    return matcher
