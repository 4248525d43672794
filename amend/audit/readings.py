"""A source text in, the same text in another of its readings out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from amend.model.audit import Base
from amend.model.comparison import Op
from amend.model.source import Block, BlockKind, Run, SourceText, Stamp
from amend.text.exact import PARAGRAPH_END

_Key = tuple[str | None, str | None, Op, str]
_Taken = Callable[[Stamp, Op, str], bool]


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
        Run(_plain(run.text), run.deleted, run.inserted, run.look) for run in block.runs
    )  # fmt: skip
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
    found = {Base.ACCEPTED: resolved(old, Base.ACCEPTED, lambda *_: True)}
    if not any(_marks(old)):
        return found
    found[Base.REJECTED] = resolved(old, Base.REJECTED, lambda *_: False)
    kept = set(_marks(new))
    if not kept.isdisjoint(_marks(old)):
        found[Base.AS_KEPT] = resolved(
            old, Base.AS_KEPT, lambda *mark: _keyed(*mark) not in kept
        )  # fmt: skip
    return found


def _marks(source: SourceText) -> Iterator[_Key]:
    """Yield each mark on words: author, date, what it does, and the words."""
    for block in source.blocks:
        for run in block.runs:
            if run.inserted is not None:
                yield _keyed(run.inserted, Op.INSERT, run.text)
            if run.deleted is not None:
                yield _keyed(run.deleted, Op.DELETE, run.text)
        if block.mark_inserted is not None:
            yield _keyed(block.mark_inserted, Op.INSERT, PARAGRAPH_END)
        if block.mark_deleted is not None:
            yield _keyed(block.mark_deleted, Op.DELETE, PARAGRAPH_END)


def _keyed(stamp: Stamp, op: Op, text: str) -> _Key:
    return stamp.author, stamp.date, op, text.strip()


def resolved(source: SourceText, base: Base, taken: _Taken) -> SourceText:
    """Take each mark as accepted or rejected, and return the text without any.

    A paragraph whose end is gone keeps a deleted mark: the parser joins it to the next. Numbers
    that Word prints are those before the changes where all are rejected, else those after.
    """
    blocks = tuple(_resolved(block, base, taken) for block in source.blocks)
    return replace(source, blocks=blocks)


def _resolved(block: Block, base: Base, taken: _Taken) -> Block:
    runs = tuple(
        Run(_plain(run.text), look=run.look) for run in block.runs if _stands(run, taken)
    )  # fmt: skip
    is_lost = not _stands(Run(PARAGRAPH_END, block.mark_inserted, block.mark_deleted), taken)
    return replace(
        block,
        runs=runs,
        number=_number_before(block) if base is Base.REJECTED else block.number,
        number_before=None,
        mark_inserted=None,
        mark_deleted=(block.mark_inserted or block.mark_deleted) if is_lost else None,
    )


def _stands(run: Run, taken: _Taken) -> bool:
    """Whether words stand once their marks are taken or not."""
    if run.inserted is not None and not taken(run.inserted, Op.INSERT, run.text):
        return False
    return run.deleted is None or not taken(run.deleted, Op.DELETE, run.text)
