"""Struck and underlined words in, the same as tracked changes out, where the base bears it out.

Some write their wishes into a copy of the draft by hand: deletions struck through, additions
underlined, in bold or in colour (domain C.1). What a look means is never taken on trust: the
words without the additions must be those of the base.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amend.model.source import Block, Look, Run, Stamp
from amend.notices import Code, Notice
from amend.parse.index import Base
from amend.parse.ties import is_tracked, words_before
from amend.text.words import tokens

_ADDED: tuple[tuple[Look, str], ...] = (
    (Look.UNDERLINE, "underlined"),
    (Look.BOLD, "bold"),
    (Look.COLOUR, "coloured"),
    (Look.HIGHLIGHT, "highlighted"),
    (Look.ITALIC, "italic"),
)
_MARKS = Look.UNDERLINE | Look.BOLD | Look.COLOUR | Look.HIGHLIGHT | Look.ITALIC | Look.STRIKE
_BORNE_OUT = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """Blocks whose looks were read as tracked changes, and a notice that says so."""

    blocks: tuple[Block, ...]
    notice: Notice


def marked_by_hand(blocks: Sequence[Block], base: Base, file: str) -> Marked | None:
    """Read looks as changes; None where changes are tracked, or no reading fits the base."""
    if any(is_tracked(block) for block in blocks):
        return None
    if not any(run.look & _MARKS for block in blocks for run in block.runs):
        return None
    known = {tuple(tokens(each.text)) for each in base.revision.paragraphs}
    best: tuple[int, str, tuple[Block, ...]] | None = None
    for look, name in _ADDED:
        changed = tuple(_with_changes(block, look) for block in blocks)
        fitting = _fitting(blocks, changed, known)
        if fitting and (best is None or fitting > best[0]):
            best = fitting, name, changed
    return None if best is None else Marked(best[2], _notice(best[0], best[1], base, file))


def _with_changes(block: Block, added: Look) -> Block:
    runs = []
    for run in block.runs:
        struck = Stamp() if run.look & Look.STRIKE else None
        new = Stamp() if run.look & added and struck is None and run.text.strip() else None
        runs.append(Run(run.text, new, struck, run.look))
    if all(run.inserted or not run.text.strip() for run in runs) and block.after.strip():
        return replace(block, runs=tuple(runs), mark_inserted=Stamp())
    return replace(block, runs=tuple(runs))


def _fitting(blocks: Sequence[Block], changed: Sequence[Block], known: set[tuple[str, ...]]) -> int:
    """Count the changed blocks that read as the base without their additions; 0 if most do not."""
    asked = fitting = 0
    for plain, block in zip(blocks, changed, strict=True):
        if not is_tracked(block) or not block.before.strip():
            continue
        asked += 1
        as_it_stands = tuple(tokens(words_before(plain)[1]))
        without = tuple(tokens(words_before(block)[1]))
        fitting += without in known and (without != as_it_stands or _is_struck(block))
    return fitting if fitting >= _BORNE_OUT * asked else 0


def _is_struck(block: Block) -> bool:
    return any(run.deleted for run in block.runs)


def _notice(count: int, name: str, base: Base, file: str) -> Notice:
    paragraphs = "1 paragraph then reads" if count == 1 else f"{count} paragraphs then read"
    text = f"struck words are read as deletions, {name} ones as additions: {paragraphs} exactly "
    text += f"as {base.revision.name}; track changes in the file where it means something else."
    return Notice(Code.MARKS_GUESSED, file or "text", text)
