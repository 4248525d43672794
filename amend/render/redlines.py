"""A redline in, segments for each new paragraph out; and what makes foreign text safe to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amend.model.comparison import Op, Redline
from amend.render.shapes import Segment

# Control characters show as their pictures and forced directions as U+FFFD: a text must not be
# able to look like another one. One sign for one sign, so that spans keep their places.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_UNSEEN = dict.fromkeys((*range(0x80, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000)), 0xFFFD)
_SHOWN = {**_PICTURES, 0x7F: 0x2421, **_UNSEEN}
_BREAK = "\n"


def shown(text: str) -> str:
    """Return the text with every sign visible that could deceive; its length stays the same."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def plain(text: str) -> tuple[Segment, ...]:
    """Return a text without a redline: one kept segment, or none for an empty text."""
    return (Segment(Op.KEEP, shown(text)),) if text else ()


def gone(text: str) -> tuple[Segment, ...]:
    """Return a text that is no longer there: one deleted segment."""
    return (Segment(Op.DELETE, shown(text)),) if text else ()


def segments(redline: Redline) -> list[tuple[Segment, ...]]:
    """Return the segments of each new paragraph of a redline, in order.

    The joints between paragraphs are left out; deleted words stay with the paragraph they stand
    in or end, and a break among them shows as a pilcrow, for two paragraphs met there.
    """
    cutter = _Cutter([len(each.text) for each in redline.bead.new])
    for edit in redline.edits:
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
            self.add(Segment(op, shown(here), _variant(here, was) if is_whole else None))


def _variant(text: str, was: str | None) -> str | None:
    """Differences in spacing alone are not worth a mark."""
    if was is None or was.split() == text.split():
        return None
    return shown(was)


def _joined(found: Iterable[Segment]) -> Iterable[Segment]:
    last: Segment | None = None
    for segment in found:
        if last is not None and last.op is segment.op and last.was is segment.was is None:
            last = Segment(last.op, last.text + segment.text)
            continue
        if last is not None:
            yield last
        last = segment
    if last is not None:
        yield last
