"""A copy of a draft with tracked changes in, its paragraphs tied to those of the base out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.source import Block, Run, Source, Stamp
from amend.parse.heads import head_of
from amend.parse.index import Base
from amend.text.similarity import share_in_common
from amend.text.words import tokens

_UNDER_ITS_LABEL = 0.4
_BETWEEN_ITS_NEIGHBOURS = 0.5
_ANYWHERE = 0.7
_NEIGHBOURS = 4
_ENOUGH_WORDS = 3
_IS_A_COPY = 0.5


@dataclass(slots=True)
class Unit:
    """What was one paragraph before anybody tracked a change.

    It is one block, or several that inserted paragraph marks have made of it. `tied` is the
    paragraph of the base that it was, None where it is in none.
    """

    blocks: list[Block] = field(default_factory=list)
    label: Label | None = None
    keys: tuple[str, ...] = ()
    tied: Paragraph | None = None

    @property
    def source(self) -> Source:
        """Where it begins."""
        return self.blocks[0].source

    @property
    def mark_deleted(self) -> Stamp | None:
        """Who deleted the mark at its end, which joins it to the next."""
        return self.blocks[-1].mark_deleted

    @property
    def is_tracked(self) -> bool:
        """Whether any change is tracked in it."""
        return any(is_tracked(block) for block in self.blocks)


def is_tracked(block: Block) -> bool:
    """Whether a block holds a tracked change, or ends in one."""
    if block.mark_inserted is not None or block.mark_deleted is not None:
        return True
    return any(run.inserted or run.deleted for run in block.runs)


def units_of(blocks: Iterable[Block], base: Base) -> list[Unit]:
    """Read blocks as units in reading order, tied to the base where they can be."""
    units = list(_units(blocks))
    _tie(units, base)
    return units


def is_copy_of(units: Sequence[Unit], base: Base) -> bool:
    """Whether units are the draft itself, whole or in part, and not a letter about it."""
    if any(unit.is_tracked and unit.tied for unit in units):
        return True
    worded = [unit for unit in units if len(unit.keys) >= _ENOUGH_WORDS]
    tied = sum(1 for unit in worded if unit.tied is not None)
    return bool(worded) and tied >= _IS_A_COPY * len(worded) and bool(base.by_id)


def words_before(block: Block) -> tuple[Label | None, str]:
    """Part the label from the words of a block as it stood before any change."""
    number = block.number_before if block.number_before is not None else block.number
    plain = Block((Run(block.before),), block.source, block.kind, number, level=block.level)
    head = head_of(plain, "un")
    return head.label, "".join(run.text for run in head.runs).strip()


def _units(blocks: Iterable[Block]) -> Iterator[Unit]:
    unit = Unit()
    for block in blocks:
        unit.blocks.append(block)
        if block.mark_inserted is None:
            yield _worded(unit)
            unit = Unit()
    if unit.blocks:
        yield _worded(unit)


def _worded(unit: Unit) -> Unit:
    """Give a unit the label and words it had before: those of its first block with words."""
    texts: list[str] = []
    for block in unit.blocks:
        if not block.before.strip():
            continue
        if texts:
            texts.append(block.before.strip())
        else:
            unit.label, text = words_before(block)
            texts.append(text)
    unit.keys = tuple(tokens(" ".join(texts)))
    return unit


def _tie(units: Sequence[Unit], base: Base) -> None:
    paragraphs = base.revision.paragraphs
    places = {each.id: place for place, each in enumerate(paragraphs)}
    free = _tie_equal(units, paragraphs)
    for unit in units:
        if unit.tied is None and unit.keys and unit.label is not None:
            found = [each for each in base.find(unit.label) if each.id in free]
            _take(unit, found, free, _UNDER_ITS_LABEL)
    bounds = _bounds(units, places, len(paragraphs))
    for unit, (low, high) in zip(units, bounds, strict=True):
        if unit.tied is None and len(unit.keys) >= _ENOUGH_WORDS:
            likely = [each for each in base.alike(unit.keys) if each.id in free]
            near = paragraphs[low : min(high, low + _NEIGHBOURS)]
            between = [each for each in (*likely, *near) if low <= places[each.id] < high]
            between = [each for each in between if each.id in free]
            if not _take(unit, between, free, _BETWEEN_ITS_NEIGHBOURS):
                _take(unit, likely, free, _ANYWHERE)


def _tie_equal(units: Sequence[Unit], paragraphs: Sequence[Paragraph]) -> dict[str, Paragraph]:
    """Tie units to paragraphs of the same words, in order; return the paragraphs still free."""
    by_words: dict[tuple[str, ...], deque[Paragraph]] = defaultdict(deque)
    for each in paragraphs:
        by_words[tuple(tokens(each.text))].append(each)
    free = {each.id: each for each in paragraphs}
    for unit in units:
        waiting = by_words.get(unit.keys)
        if unit.keys and waiting:
            unit.tied = _with_label(waiting, unit.label)
            del free[unit.tied.id]
    return free


def _with_label(waiting: deque[Paragraph], label: Label | None) -> Paragraph:
    """Of paragraphs with the same words, the one of the same label, else the next in order."""
    for each in waiting:
        if label is not None and each.label == label:
            waiting.remove(each)
            return each
    return waiting.popleft()


def _take(
    unit: Unit, candidates: Iterable[Paragraph], free: dict[str, Paragraph], least: float
) -> bool:
    best, score = None, least
    for each in candidates:
        share = share_in_common(tokens(each.text), unit.keys)
        if share >= score:
            best, score = each, share
    if best is not None:
        unit.tied = best
        del free[best.id]
    return best is not None


def _bounds(units: Sequence[Unit], places: Mapping[str, int], end: int) -> list[tuple[int, int]]:
    """Between which paragraphs of the base each unit stands, by the ties before and behind it."""
    known = [places[unit.tied.id] if unit.tied is not None else None for unit in units]
    lows = list(accumulate(known, lambda low, at: low if at is None else at + 1, initial=0))
    highs = list(
        accumulate(reversed(known), lambda high, at: high if at is None else at, initial=end)
    )
    pairs = zip(lows[:-1], reversed(highs[:-1]), strict=True)
    return [(low, high) if low <= high else (0, 0) for low, high in pairs]
