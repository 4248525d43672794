"""A source text in, the same text in another of its readings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from amend.audit.carried import Carried, Mark, marks_of, on_ends, on_runs
from amend.audit.hidden import shown
from amend.model.audit import Base
from amend.model.comparison import Op
from amend.model.source import Block, BlockKind, Look, Run, SourceText
from amend.notices import Code, Notice
from amend.text.exact import PARAGRAPH_END

_Taken = Callable[[Mark], bool]


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
    marks = [mark for block in old.blocks for mark in marks_of(block)]
    if not marks:
        return found
    found[Base.REJECTED] = resolved(old, Base.REJECTED, lambda _: False)
    carried = Carried(old, new)
    if not all(map(carried.lacks, marks)):
        found[Base.AS_KEPT] = resolved(old, Base.AS_KEPT, carried.lacks)
    return found


def unsure(old: SourceText, new: SourceText) -> frozenset[int]:
    """Return the blocks of OLD whose number no reading tells where NEW keeps some of its marks.

    Word counts with all changes or with none; behind a paragraph that was accepted and one that is
    kept, the number is neither.
    """
    ways = _ways(old, Carried(old, new).lacks)
    return frozenset(
        block.source.block for block, way in zip(old.blocks, ways, strict=True) if len(way) > 1
    )


def _ways(source: SourceText, taken: _Taken) -> Iterator[frozenset[bool]]:
    """Yield for each block whether the ends of paragraphs above and its own are taken: both may."""
    seen: frozenset[bool] = frozenset()
    for block in source.blocks:
        seen |= {taken(end) for end in on_ends(block) if end is not None}
        yield seen


def settled(old: SourceText, new: SourceText) -> Notice | None:
    """Tell which of OLD's marks are gone where NEW carries others still; None if there are none.

    Who accepts or rejects somebody else's change leaves no trace: what was asked for stands as if
    it were agreed, or as if nobody had asked.
    """
    marks = [mark for block in old.blocks for mark in marks_of(block)]
    gone = list(filter(Carried(old, new).lacks, marks))
    if not gone or len(gone) == len(marks):
        return None
    count = Counter(author or "no name given" for author, *_ in (mark.keys[0] for mark in gone))
    names = ", ".join(f"{number} by {author}" for author, number in count.most_common())
    text = (
        f"of the {len(marks)} marks in {old.file} it carries {len(marks) - len(gone)} still; "
        f"settled are {names}. Whoever accepted or rejected them left no mark."
    )
    return Notice(Code.MARKS_SETTLED, new.file, text)


def resolved(source: SourceText, base: Base, taken: _Taken) -> SourceText:
    """Take each mark as accepted or rejected, and return the text without any.

    A paragraph whose end is gone keeps a deleted mark: the parser joins it to the next. Numbers
    that Word prints are those before the changes where all are rejected, or where an end of a
    paragraph above is not taken; else those after.
    """
    blocks = tuple(
        _resolved(block, taken, is_before=base is Base.REJECTED or False in way)
        for block, way in zip(source.blocks, _ways(source, taken), strict=True)
    )
    return replace(source, blocks=blocks)


def _resolved(block: Block, taken: _Taken, *, is_before: bool) -> Block:
    marks = zip(*(on_runs(block.runs, op) for op in (Op.INSERT, Op.DELETE)), strict=True)
    runs = tuple(
        Run(_plain(run.text), look=run.look)
        for run, (put_in, taken_out) in zip(block.runs, marks, strict=True)
        if _stands(put_in, taken_out, taken) and not run.look & Look.HIDDEN
    )
    is_lost = not _stands(*on_ends(block), taken)
    return replace(
        block,
        runs=runs,
        number=_number_before(block) if is_before else block.number,
        number_before=None,
        mark_inserted=None,
        mark_deleted=(block.mark_inserted or block.mark_deleted) if is_lost else None,
    )


def _stands(put_in: Mark | None, taken_out: Mark | None, taken: _Taken) -> bool:
    """Whether words stand once their marks are taken or not."""
    return (put_in is None or taken(put_in)) and (taken_out is None or not taken(taken_out))
