"""A source text in, the same text in another of its readings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from amend.audit.hidden import shown
from amend.model.audit import Base
from amend.model.comparison import Op
from amend.model.source import Block, BlockKind, Look, Run, SourceText, Stamp
from amend.notices import Code, Notice
from amend.text.exact import PARAGRAPH_END

_Key = tuple[str | None, str | None, Op, str]
_NAMELESS = Stamp()
_Taken = Callable[[tuple[_Key, ...]], bool]


@dataclass(frozen=True, slots=True)
class Mirrored:
    """NEW turned round: its `after` is the text before the changes, its marks are all still on.

    `joined` holds the numbers of the blocks that each block was made of, in order; `automatic`
    those whose number Word prints by itself.
    """

    source: SourceText
    joined: dict[int, tuple[int, ...]]
    automatic: frozenset[int]


def mirrored(source: SourceText) -> Mirrored:
    """Turn insertions to deletions and back, so that a parser reads the text before the changes.

    An inserted paragraph end is lost in that reading: its block goes on in the next, and the end
    stays in the runs as a U+2029 under its mark.
    """
    blocks: list[Block] = []
    joined: dict[int, tuple[int, ...]] = {}
    held: list[Block] = []
    for block in map(_turned, source.blocks):
        held.append(block)
        if block.mark_deleted is None or block.kind is not BlockKind.BODY:
            blocks.append(_join(held))
            joined[blocks[-1].source.block] = tuple(each.source.block for each in held)
            held = []
    if held:
        blocks.append(_join(held))
        joined[blocks[-1].source.block] = tuple(each.source.block for each in held)
    automatic = frozenset(each.source.block for each in blocks if each.number is not None)
    return Mirrored(replace(source, blocks=tuple(blocks)), joined, automatic)


def _turned(block: Block) -> Block:
    runs = tuple(
        Run(_plain(run.text), run.deleted, run.inserted, run.look) for run in shown(block.runs)
    )
    return replace(
        block, runs=runs, number=_number_before(block), number_before=block.number,
        mark_inserted=block.mark_deleted, mark_deleted=block.mark_inserted,
    )  # fmt: skip


def _number_before(block: Block) -> str | None:
    return block.number if block.number_before is None else block.number_before or None


def _plain(text: str) -> str:
    """The sign that ends our paragraphs is ours alone."""
    return text.replace(PARAGRAPH_END, "\n") if PARAGRAPH_END in text else text


def _join(held: list[Block]) -> Block:
    """Join blocks whose ends are lost; the first with words says what they are together."""
    if len(held) == 1:
        return held[0] if held[0].mark_deleted is None else replace(held[0], mark_deleted=None)
    runs: list[Run] = []
    for block in held:
        runs += block.runs
        if block is not held[-1]:
            runs.append(Run(PARAGRAPH_END, block.mark_inserted, block.mark_deleted))
    lead = next((each for each in held if each.after.strip()), held[-1])
    numbers = (each.number for each in held[held.index(lead) :] if each.number)
    return replace(
        lead,
        runs=tuple(runs),
        source=held[0].source,
        number=next(numbers, None),
        mark_inserted=held[-1].mark_inserted,
        mark_deleted=None,
        comments=(),
    )


def bases(old: SourceText, new: SourceText) -> dict[Base, SourceText]:
    """Return the readings of OLD, the accepted one first; only that where OLD has no marks.

    The one that takes each mark as kept or accepted is there if NEW carries any of OLD's marks
    still: the same author, time and words.
    """
    found = {Base.ACCEPTED: resolved(old, Base.ACCEPTED, lambda _: True)}
    marks = [keys for block in old.blocks for keys in _marks(block)]
    if not marks:
        return found
    found[Base.REJECTED] = resolved(old, Base.REJECTED, lambda _: False)
    kept = _carried(new)
    if not all(map(kept.isdisjoint, marks)):
        found[Base.AS_KEPT] = resolved(old, Base.AS_KEPT, kept.isdisjoint)
    return found


def settled(old: SourceText, new: SourceText) -> Notice | None:
    """Tell which of OLD's marks are gone where NEW carries others still; None if there are none.

    Who accepts or rejects somebody else's change leaves no trace: what was asked for stands as if
    it were agreed, or as if nobody had asked.
    """
    kept = _carried(new)
    marks = [keys for block in old.blocks for keys in _marks(block)]
    gone = [keys for keys in marks if kept.isdisjoint(keys)]
    if not gone or len(gone) == len(marks):
        return None
    count = Counter(author or "no name given" for ((author, *_), *_) in gone)
    names = ", ".join(f"{number} by {author}" for author, number in count.most_common())
    text = (
        f"of the {len(marks)} marks in {old.file} it carries {len(marks) - len(gone)} still; "
        f"settled are {names}. Whoever accepted or rejected them left no mark."
    )
    return Notice(Code.MARKS_SETTLED, new.file, text)


def _carried(source: SourceText) -> set[_Key]:
    """Return the keys of all marks; those without a date answer for any name and date."""
    return {key for block in source.blocks for keys in _marks(block) for key in keys[:2]}


def _marks(block: Block) -> Iterator[tuple[_Key, ...]]:
    """Yield the keys of each mark on words and on the end of a block, a run at a time."""
    for keys in zip(*(_keys(block.runs, op) for op in (Op.INSERT, Op.DELETE)), strict=True):
        yield from filter(None, keys)
    ends = ((block.mark_inserted, Op.INSERT), (block.mark_deleted, Op.DELETE))
    yield from filter(None, (_end_keys(*end) for end in ends))


def _keys(runs: tuple[Run, ...], op: Op) -> list[tuple[_Key, ...]]:
    """Return for each run the keys of its mark, of itself and of the whole stretch it is part of.

    Editors cut a stretch where its look changes, or where somebody else works in it.
    """
    stretches: dict[tuple[str | None, str | None], list[int]] = {}
    whole: list[list[int]] = []
    for place, run in enumerate(runs):
        stamp = _stamp(run, op)
        if run.inserted is None and stamp is None:
            stretches.clear()
        stretch = stretches.setdefault((stamp.author, stamp.date), []) if stamp else []
        stretch.append(place)
        whole.append(stretch)
    return [
        ()
        if (stamp := _stamp(run, op)) is None
        else (
            _keyed(stamp, op, run.text),
            _keyed(stamp, op, words := "".join(runs[place].text for place in stretch)),
            _keyed(_NAMELESS, op, words),
        )
        for run, stretch in zip(runs, whole, strict=True)
    ]


def _end_keys(stamp: Stamp | None, op: Op) -> tuple[_Key, ...]:
    if stamp is None:
        return ()
    own, nameless = (_keyed(each, op, PARAGRAPH_END) for each in (stamp, _NAMELESS))
    return own, own, nameless


def _stamp(run: Run, op: Op) -> Stamp | None:
    return run.inserted if op is Op.INSERT else run.deleted


def _keyed(stamp: Stamp, op: Op, text: str) -> _Key:
    """Word takes the date off where it takes personal data off, and calls everybody "Author"."""
    return stamp.author if stamp.date else None, stamp.date, op, text.strip()


def resolved(source: SourceText, base: Base, taken: _Taken) -> SourceText:
    """Take each mark as accepted or rejected, and return the text without any.

    A paragraph whose end is gone keeps a deleted mark: the parser joins it to the next. Numbers
    that Word prints are those before the changes where all are rejected, else those after.
    """
    blocks = tuple(_resolved(block, base, taken) for block in source.blocks)
    return replace(source, blocks=blocks)


def _resolved(block: Block, base: Base, taken: _Taken) -> Block:
    marks = zip(_keys(block.runs, Op.INSERT), _keys(block.runs, Op.DELETE), strict=True)
    runs = tuple(
        Run(_plain(run.text), look=run.look)
        for run, (put_in, taken_out) in zip(block.runs, marks, strict=True)
        if _stands(put_in, taken_out, taken) and not run.look & Look.HIDDEN
    )
    is_lost = not _stands(
        _end_keys(block.mark_inserted, Op.INSERT), _end_keys(block.mark_deleted, Op.DELETE), taken
    )
    return replace(
        block,
        runs=runs,
        number=_number_before(block) if base is Base.REJECTED else block.number,
        number_before=None,
        mark_inserted=None,
        mark_deleted=(block.mark_inserted or block.mark_deleted) if is_lost else None,
    )


def _stands(put_in: tuple[_Key, ...], taken_out: tuple[_Key, ...], taken: _Taken) -> bool:
    """Whether words stand once their marks are taken or not."""
    return not (put_in and not taken(put_in)) and not (taken_out and taken(taken_out))
