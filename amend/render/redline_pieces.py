"""The word edits of a bead in, pieces out: whose text each is, and where paragraphs end.

Of these the old text is all that is old and the new one all that is new, to the letter: numbers,
spaces and the ends of paragraphs are pieces as words are. That is what accepting or rejecting
every change rests on.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from amend.model.comparison import Edit, Op
from amend.model.draft import Paragraph
from amend.render.word_drafts import prefix

_BREAK = "\n"
_FINE = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(NamedTuple):
    """Text that both revisions have, or that the old or the new one has alone.

    `ends` is the paragraph that ends here, on both sides that of the new revision; such a piece has
    no text. `move` names the move that the piece is one end of, "" for none.
    """

    op: Op
    text: str
    ends: Paragraph | None = None
    move: str = ""

    @property
    def is_old(self) -> bool:
        """Whether the old revision has it."""
        return self.op is not Op.INSERT

    @property
    def is_new(self) -> bool:
        """Whether the new revision has it."""
        return self.op is not Op.DELETE


class Joint(NamedTuple):
    """Where one paragraph of a side ends and the next begins."""

    ended: Paragraph
    begun: Paragraph


Part = str | Joint


def pieces(
    old: Sequence[Paragraph], new: Sequence[Paragraph], edits: Iterable[Edit]
) -> Iterator[Piece]:
    """Yield the pieces of two stretches, each with its numbers and the ends of its paragraphs.

    Neither stretch is empty. The edits rebuild the texts of both, whose paragraphs a line break
    joins.
    """
    before, after = _Side(old), _Side(new)
    yield from _numbers(prefix(old[0]), prefix(new[0]))
    for edit in edits:
        was = "" if edit.op is Op.INSERT else edit.text if edit.was is None else edit.was
        now = "" if edit.op is Op.DELETE else edit.text
        yield from _woven(before.cut(len(was)), after.cut(len(now)))
    yield Piece(Op.KEEP, "", new[-1])


def alone(paragraph: Paragraph, op: Op) -> Iterator[Piece]:
    """Yield the pieces of a paragraph that stands on one side alone."""
    yield Piece(op, f"{prefix(paragraph)}{paragraph.text}")
    yield Piece(op, "", paragraph)


class _Side:
    """One side of a bead, cut from left to right; a paragraph's end is told from a line break."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._text = _BREAK.join(each.text for each in paragraphs)
        ends = accumulate((len(each.text) + len(_BREAK) for each in paragraphs), initial=-1)
        joints = (Joint(ended, begun) for ended, begun in pairwise(paragraphs))
        self._joints = deque(zip(list(ends)[1:-1], joints, strict=True))
        self._at = 0

    def cut(self, length: int) -> list[Part]:
        """Return the next letters, with the joints among them."""
        start, stop = self._at, self._at + length
        self._at = stop
        found: list[Part] = []
        while self._joints and self._joints[0][0] < stop:
            end, joint = self._joints.popleft()
            found += [self._text[start:end], joint] if end > start else [joint]
            start = end + len(_BREAK)
        return [*found, self._text[start:stop]] if stop > start else found


def _woven(was: list[Part], now: list[Part]) -> Iterator[Piece]:
    """Yield the pieces of two stretches that hold the same words, or of which one is empty.

    Only what differs to the letter is put in and taken out: a sign, a word in another case.
    """
    if not (was and now):
        yield from _one(was, Op.DELETE)
        yield from _one(now, Op.INSERT)
        return
    if len(was) == 1 and was == now and isinstance(now[0], str):
        yield Piece(Op.KEEP, now[0])
        return
    old, new = _fine(was), _fine(now)
    keys, others = [list(map(_key, side)) for side in (old, new)]
    head = _alike(keys, others)
    tail = _alike(keys[head:][::-1], others[head:][::-1])
    stop, end = len(old) - tail, len(new) - tail
    yield from _both(old[:head], new[:head])
    yield from _differing(old[head:stop], new[head:end])
    yield from _both(old[stop:], new[end:])


def _differing(old: list[Part], new: list[Part]) -> Iterator[Piece]:
    if len(old) != len(new):
        yield from _one(old, Op.DELETE)
        yield from _one(new, Op.INSERT)
        return
    for one, other in zip(old, new, strict=True):
        if _key(one) == _key(other):
            yield from _both([one], [other])
        else:
            yield from _one([one], Op.DELETE)
            yield from _one([other], Op.INSERT)


def _fine(parts: list[Part]) -> list[Part]:
    found: list[Part] = []
    for each in parts:
        found += _FINE.findall(each) if isinstance(each, str) else [each]
    return found


def _key(part: Part) -> str | None:
    return part if isinstance(part, str) else None


def _alike(one: Sequence[str | None], other: Sequence[str | None]) -> int:
    """Count what two lists begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _both(old: Iterable[Part], new: Iterable[Part]) -> Iterator[Piece]:
    for one, other in zip(old, new, strict=True):
        if isinstance(one, Joint) and isinstance(other, Joint):
            yield Piece(Op.KEEP, "", other.ended)
            yield from _numbers(prefix(one.begun), prefix(other.begun))
        else:
            yield Piece(Op.KEEP, str(other))


def _one(parts: Iterable[Part], op: Op) -> Iterator[Piece]:
    for each in parts:
        if isinstance(each, Joint):
            yield Piece(op, "", each.ended)
            yield Piece(op, prefix(each.begun))
        else:
            yield Piece(op, each)


def _numbers(old: str, new: str) -> Iterator[Piece]:
    """Yield two numbers; what parts them from the words stays where both have the same."""
    if old == new:
        yield Piece(Op.KEEP, old)
        return
    shared = old[-1:] if old[-1:] == new[-1:] else ""
    yield Piece(Op.DELETE, old.removesuffix(shared))
    yield Piece(Op.INSERT, new.removesuffix(shared))
    yield Piece(Op.KEEP, shared)
