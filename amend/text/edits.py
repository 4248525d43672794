"""Two texts in, word edits out: what a reader would call kept, inserted and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from amend.text.weighty import is_content
from amend.text.words import has_ideographs, tokens, words

_KNOWN_LIMIT = 400_000
_BRACKETS = "[]{}"
# What a reader sees as one word: signs up to the next space, bracket or dash, and those spaces.
_PRINTED = r"[\[\]{}]\s*|[^\s\[\]{}—|]+[\s—|]*|[\s—|]+"
_SPACED = r"\S+\s*|\s+"


class Hunk(NamedTuple):
    """A stretch of two word lists, half-open; `kept` if both hold the same words there."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    kept: bool


class _Keys(dict[str, str]):
    """Printed word, with the spaces behind it -> comparison word, worked out once for each."""

    def __missing__(self, printed: str) -> str:
        if len(self) > _KNOWN_LIMIT:
            self.clear()
        # A bracket is a mark of its own in a redline, for lifting one is news; it is no word.
        first = printed[0]
        key = first if first in _BRACKETS else "".join(tokens(printed))
        self[printed] = key
        return key


_KEYS = _Keys()


def pieces(text: str) -> tuple[list[str], list[str]]:
    """Cut a text into pieces: their comparison words, and their print, which joins to the text.

    A piece is a word or a bracket with the punctuation and spaces around it.
    """
    if not text.isascii() and has_ideographs(text):
        printed = _by_sign(text)
    elif "[" in text or "]" in text or "—" in text or "|" in text or "{" in text or "}" in text:
        printed = re.findall(_PRINTED, text)
    else:
        parts = text.split()
        if " ".join(parts) == text:  # nearly every paragraph: three times as quick as the pattern
            printed = [part + " " for part in parts[:-1]] + parts[-1:]
        else:
            printed = re.findall(_SPACED, text)
    keys = list(map(_KEYS.__getitem__, printed))
    return (keys, printed) if "" not in keys else _with_bare_signs(keys, printed)


def _by_sign(text: str) -> list[str]:
    """Cut a text without spaces between its words: each sign is a piece."""
    starts = [word.start for word in words(text)]
    starts[:1] = [0]
    ends = [*starts[1:], len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)] or [text]


def _with_bare_signs(keys: list[str], printed: list[str]) -> tuple[list[str], list[str]]:
    """Let a dash or quotation mark that stands alone go with the word before it."""
    joined_keys: list[str] = []
    joined: list[str] = []
    for key, text in zip(keys, printed, strict=True):
        if joined and (not key or not joined_keys[-1]):
            joined[-1] += text
            joined_keys[-1] = joined_keys[-1] or key
        else:
            joined_keys.append(key)
            joined.append(text)
    return joined_keys, joined


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Compare two word lists for a reader: hunks in order that cover both.

    As `changes`, less what no reader wants apart: kept islands of one or two words between longer
    changes on both sides, and small words kept at the cost of a word that says something.
    """
    kept = _content_first(_kept(old, new), old, new)
    kept = _without_islands(kept, len(old), len(new))
    return list(_covering(kept, len(old), len(new)))


def changes(old: Sequence[str], new: Sequence[str], head: int = 0, tail: int = 0) -> list[Hunk]:
    """Compare two word lists for a count: the hunks of a longest common sequence, in order.

    An edit that could as well stand a word earlier or later has its one place: "the crew [and the
    pilots] and others", not "the crew and [the pilots and] others". So two texts with one
    insertion agree on it. `head` and `tail` are how many words are known to be the same at both
    ends: it saves comparing them.
    """
    return list(_covering(_kept(old, new, head, tail), len(old), len(new)))


def insertion(old: Sequence[str], new: Sequence[str], head: int = 0) -> tuple[int, int] | None:
    """Return which words of `new` were put into `old`, half-open; None if more or less was done.

    They stand where `changes` has them. `head` is how many words are known to be the same.
    """
    size, least = len(new) - len(old), len(old)
    if size <= 0:
        return None
    while head < least and old[head] == new[head]:
        head += 1
    if old[head:] != new[head + size :]:
        return None
    while head and new[head - 1] == new[head + size - 1] and not is_content(new[head - 1]):
        head -= 1
    return head, head + size


def _kept(old: Sequence[str], new: Sequence[str], head: int = 0, tail: int = 0) -> list[Hunk]:
    blocks = _between(old, new, head, tail) if head or tail else list(_passages(old, new))
    _slide(blocks, old, new)
    return [Hunk(a, a + size, b, b + size, kept=True) for a, b, size in blocks if size]


def _between(old: Sequence[str], new: Sequence[str], head: int, tail: int) -> list[list[int]]:
    """Return the same passages as of the whole, whose equal ends are longest, head first."""
    least = min(len(old), len(new))
    while head < least and old[head] == new[head]:
        head += 1
    tail = min(tail, least - head)
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    behind = [len(old) - tail, len(new) - tail, tail]
    if head + tail == least:
        return [[0, 0, head], behind]
    blocks = _passages(old[head : behind[0]], new[head : behind[1]])
    middle = [[at + head, other + head, size] for at, other, size in blocks]
    return [[0, 0, head], *middle, behind]


def _passages(old: Sequence[str], new: Sequence[str]) -> Iterator[list[int]]:
    for block in LCSseq.opcodes(old, new):
        if block.tag == "equal":
            yield [block.src_start, block.dest_start, block.src_end - block.src_start]


def _slide(blocks: list[list[int]], old: Sequence[str], new: Sequence[str]) -> None:
    """Put each bare insertion and deletion where a reader would have put it.

    As far right as its words allow, then back to the left while it would end in a small word:
    "the crew and [the pilots and] others" becomes "the crew [and the pilots] and others".
    """
    ends = [[0, 0, 0], *blocks, [len(old), len(new), 0]]
    for before, behind in pairwise(ends):
        words, side = _moved_words(before, behind, old, new)
        while words and behind[2] and words[before[side] + before[2]] == words[behind[side]]:
            _shift(before, behind, 1)
    for n in range(len(ends) - 1, 0, -1):
        before, behind = ends[n - 1], ends[n]
        words, side = _moved_words(before, behind, old, new)
        while (
            words
            and before[2]
            and words[before[side] + before[2] - 1] == words[behind[side] - 1]
            and not is_content(words[behind[side] - 1])
        ):
            _shift(before, behind, -1)
    blocks[:] = ends


def _moved_words(
    before: list[int], behind: list[int], old: Sequence[str], new: Sequence[str]
) -> tuple[Sequence[str], int]:
    """Return the side that has words between two kept stretches, if only one has; else nothing."""
    size = before[2]
    has_old, has_new = behind[0] > before[0] + size, behind[1] > before[1] + size
    if has_old == has_new:
        return (), 0
    return (new, 1) if has_new else (old, 0)


def _shift(before: list[int], behind: list[int], by: int) -> None:
    """Let the stretch before grow by words that the one behind gives up, or the other way."""
    before[2] += by
    behind[0] += by
    behind[1] += by
    behind[2] -= by


def _content_first(kept: list[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Keep "wetlands" rather than "and" where there is room for one of them only."""
    result = list(kept)
    for place, hunk in enumerate(kept):
        if hunk.old_end - hunk.old_start > 2 or any(
            is_content(word) for word in old[hunk.old_start : hunk.old_end]
        ):
            continue
        before = result[place - 1] if place else Hunk(0, 0, 0, 0, kept=True)
        behind = kept[place + 1] if place + 1 < len(kept) else None
        old_end = len(old) if behind is None else behind.old_start
        new_end = len(new) if behind is None else behind.new_start
        better = _content_run(old, before.old_end, old_end, new, before.new_end, new_end)
        result[place] = better or hunk
    return result


def _content_run(
    old: Sequence[str],
    old_start: int,
    old_end: int,
    new: Sequence[str],
    new_start: int,
    new_end: int,
) -> Hunk | None:
    """Return the run round the longest content word that both stretches hold, or None."""
    there = set(new[new_start:new_end])
    shared = [word for word in old[old_start:old_end] if word in there and is_content(word)]
    if not shared:
        return None
    word = max(shared, key=len)
    one, other = old.index(word, old_start), new.index(word, new_start)
    left = right = 0
    while one - left > old_start and other - left > new_start:
        if old[one - left - 1] != new[other - left - 1]:
            break
        left += 1
    while one + right + 1 < old_end and other + right + 1 < new_end:
        if old[one + right + 1] != new[other + right + 1]:
            break
        right += 1
    return Hunk(one - left, one + right + 1, other - left, other + right + 1, kept=True)


def _without_islands(kept: list[Hunk], old_end: int, new_end: int) -> list[Hunk]:
    """Drop kept stretches of one or two words that stand between longer changes on both sides.

    One pass with a stack: an island that goes may make the change before it long enough to
    swallow the next.
    """
    standing: list[Hunk] = []
    for place, hunk in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        before = standing[-1] if standing else Hunk(0, 0, 0, 0, kept=True)
        gap_before = _gap(before.old_end, hunk.old_start, before.new_end, hunk.new_start)
        if following is None:
            gap_after = _gap(hunk.old_end, old_end, hunk.new_end, new_end)
        else:
            gap_after = _gap(hunk.old_end, following.old_start, hunk.new_end, following.new_start)
        length = hunk.old_end - hunk.old_start
        if length <= 2 and gap_before > 2 * length and gap_after > 2 * length:
            continue
        standing.append(hunk)
    return standing


def _gap(old_start: int, old_end: int, new_start: int, new_end: int) -> int:
    return max(old_end - old_start, new_end - new_start)


def _covering(kept: Iterable[Hunk], old_end: int, new_end: int) -> Iterator[Hunk]:
    old_at = new_at = 0
    for hunk in kept:
        if hunk.old_start > old_at or hunk.new_start > new_at:
            yield Hunk(old_at, hunk.old_start, new_at, hunk.new_start, kept=False)
        yield hunk
        old_at, new_at = hunk.old_end, hunk.new_end
    if old_at < old_end or new_at < new_end:
        yield Hunk(old_at, old_end, new_at, new_end, kept=False)
