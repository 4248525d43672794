"""A redline in, segments for each new paragraph out; and what makes foreign text safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from amend.model.comparison import Op, Redline
from amend.render.shapes import Segment
from amend.render.signs import with_signs
from amend.text.told import Told

# Control characters show as their pictures and forced directions as U+FFFD: a text must not be
# able to look like another one. One sign for one sign, so that spans keep their places.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_UNSEEN = dict.fromkeys((*range(0x80, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000)), 0xFFFD)
_SHOWN = {**_PICTURES, 0x7F: 0x2421, **_UNSEEN}
_BREAK = "\n"
_PIECE = re.compile(r"\s*\S+(?:\s+$)?")


def shown(text: str) -> str:
    """Return the text with every sign visible that could deceive; its length stays the same."""
    if text.isascii() and text.isprintable():
        return text
    return text.mapped(shown) if isinstance(text, Told) else text.translate(_SHOWN)


def plain(text: str) -> tuple[Segment, ...]:
    """Return a text without a redline: one kept segment, or none for an empty text."""
    return (Segment(Op.KEEP, shown(text)),) if text else ()


def gone(text: str) -> tuple[Segment, ...]:
    """Return a text that is no longer there: one deleted segment."""
    return (Segment(Op.DELETE, shown(text)),) if text else ()


def segments(redline: Redline) -> list[tuple[Segment, ...]]:
    """Return the segments of each new paragraph of a redline, in order.

    The joints between paragraphs are left out; deleted words stay with the paragraph they stand
    in or end, and a break among them shows as a pilcrow, for two paragraphs met there. A sign that
    came or went beside a change is shown so (`signs.py`).
    """
    cutter = _Cutter([len(each.text) for each in redline.bead.new])
    for edit in with_signs(redline.edits):
        if edit.op is Op.DELETE:
            if edit.text.strip(" "):
                cutter.add(Segment(Op.DELETE, shown(edit.text.replace(_BREAK, " ¶ "))))
        else:
            cutter.write(edit.op, edit.text, edit.was)
    return [tuple(_joined(each)) for each in cutter.found]


class _Cutter:
    """Hands the new text out to its paragraphs, whose lengths are known beforehand."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.found: list[list[Segment]] = [[] for _ in lengths]
        self._lengths = lengths
        self._at = 0
        self._left = lengths[0] if lengths else 0

    def add(self, segment: Segment) -> None:
        self.found[self._at].append(segment)

    def write(self, op: Op, text: str, was: str | None) -> None:
        is_whole = len(text) <= self._left
        while text:
            if not self._left:
                text = text[len(_BREAK) :]
                self._at += 1
                self._left = self._lengths[self._at]
                continue
            here, text = text[: self._left], text[self._left :]
            self._left -= len(here)
            if was is None or not is_whole:
                self.add(Segment(op, shown(here)))
            else:
                self.found[self._at] += _variants(here, was)


def _variants(text: str, was: str) -> Iterator[Segment]:
    """Mark only the words that are printed otherwise than before; spacing alone is no variant.

    Both sides hold the same words. Where a dash or bracket makes their printed pieces differ in
    number, all that stands between the pieces they begin and end with is one variant.
    """
    pieces, earlier = _PIECE.findall(text), was.split()
    if text.split() == earlier:
        yield Segment(Op.KEEP, shown(text))
        return
    if len(pieces) == len(earlier):
        pairs = zip(pieces, earlier, strict=True)
        for piece, before in pairs:
            yield Segment(Op.KEEP, shown(piece), None if piece.strip() == before else shown(before))
        return
    words = text.split()
    start = _alike(words, earlier)
    end = _alike(words[start:][::-1], earlier[start:][::-1])
    stop = len(pieces) - end
    yield Segment(Op.KEEP, shown("".join(pieces[:start])))
    variant = shown(" ".join(earlier[start : len(earlier) - end]))
    yield Segment(Op.KEEP, shown("".join(pieces[start:stop])), variant)
    yield Segment(Op.KEEP, shown("".join(pieces[stop:])))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the pieces that two lists begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _joined(found: Iterable[Segment]) -> Iterable[Segment]:
    last: Segment | None = None
    for segment in found:
        if not segment.text:
            continue
        if last is not None and last.op is segment.op and last.was is segment.was is None:
            last = Segment(last.op, last.text + segment.text)
            continue
        if last is not None:
            yield last
        last = segment
    if last is not None:
        yield last
