"""Two revisions and their beads in, the same out with the brackets told that came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amend.model.alignment import Bead, Change
from amend.model.draft import Paragraph
from amend.text.edits import changes
from amend.text.nesting import Pair, nesting
from amend.text.words import words


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of one side of a bead, how deep each stands, and the brackets round them.

    A bracket is a half-open range of words.
    """

    keys: list[str]
    depths: list[int]
    brackets: list[tuple[int, int]]


def with_brackets(
    beads: tuple[Bead, ...], old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[Bead, ...]:
    """Add AGREED where a bracket was lifted from words that stayed, RESERVED where one came.

    All the words of a bracket must stand on the other side, none between them, and less deep: then
    nothing was changed but the bracket (domain C.1). Brackets may run over many paragraphs.
    """
    if not any("[" in each.text for each in (*old, *new)):
        return beads
    sides = _Brackets(old), _Brackets(new)
    return tuple(_told(bead, *sides) for bead in beads)


class _Brackets:
    """The brackets of one revision, by paragraph."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._places = {each.id: place for place, each in enumerate(paragraphs)}
        found = nesting([each.text for each in paragraphs])
        self._pairs = found.by_text(len(paragraphs))

    def are_in(self, paragraphs: Sequence[Paragraph]) -> bool:
        return any(self._pairs[self._places[each.id]] for each in paragraphs)

    def side(self, paragraphs: Sequence[Paragraph]) -> _Side:
        keys: list[str] = []
        depths: list[int] = []
        brackets: list[tuple[int, int]] = []
        for each in paragraphs:
            place, base = self._places[each.id], len(keys)
            found = words(each.text)
            spans = [_clipped(pair, place, len(each.text)) for pair in self._pairs[place]]
            inside = [
                [n for n, word in enumerate(found) if start <= word.start < end]
                for start, end in spans
            ]
            keys += [word.key for word in found]
            depth = [0] * len(found)
            for held in inside:
                for n in held:
                    depth[n] += 1
            depths += depth
            brackets += [(base + held[0], base + held[-1] + 1) for held in inside if held]
        return _Side(keys, depths, brackets)


def _clipped(pair: Pair, place: int, length: int) -> tuple[int, int]:
    """Return the part of a bracket that stands in one paragraph."""
    start = pair.start.sign if pair.start.text == place else 0
    return start, pair.end.sign if pair.end.text == place else length


def _told(bead: Bead, old: _Brackets, new: _Brackets) -> Bead:
    if not bead.old or not bead.new or not (old.are_in(bead.old) or new.are_in(bead.new)):
        return bead
    was, now = old.side(bead.old), new.side(bead.new)
    there = dict(_kept(was.keys, now.keys))
    back = {other: one for one, other in there.items()}
    found = set(bead.changes)
    if any(_is_freed(each, was, now, there) for each in was.brackets):
        found.add(Change.AGREED)
    if any(_is_freed(each, now, was, back) for each in now.brackets):
        found.add(Change.RESERVED)
    return bead if found == bead.changes else replace(bead, changes=frozenset(found))


def _kept(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    if old == new:
        yield from ((n, n) for n in range(len(old)))
        return
    for hunk in changes(old, new):
        if hunk.kept:
            yield from zip(
                range(hunk.old_start, hunk.old_end), range(hunk.new_start, hunk.new_end),
                strict=True,
            )  # fmt: skip


def _is_freed(bracket: tuple[int, int], here: _Side, other: _Side, there: dict[int, int]) -> bool:
    """Whether all the words of a bracket stand together on the other side, each less deep."""
    start, end = bracket
    first = there.get(start)
    return first is not None and all(
        there.get(n) == first + n - start and other.depths[first + n - start] < here.depths[n]
        for n in range(start, end)
    )
