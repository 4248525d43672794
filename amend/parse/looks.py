"""Struck and underlined words in, the same as tracked changes out: by rule, legend, or guess.

Some write their wishes into a copy of the draft by hand: deletions struck through, additions
underlined, in bold or in colour (domain C.1). `--marks` says what a look means, else the document's
own legend does; a guess must be borne out by the base (docs/design/0012-marks.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from amend.model.marks import Marks
from amend.model.source import Block, BlockKind, Look, Stamp
from amend.notices import Code, Notice
from amend.parse.fitting import Fit, Fitted, Touchstone, is_new_paragraph, is_note
from amend.parse.guesses import Guess, guess
from amend.parse.index import Base
from amend.parse.legends import legend_of
from amend.parse.signs import with_signs
from amend.parse.ties import is_tracked

_SHOWN = 160
_PECULIAR = Look.BOLD | Look.ITALIC | Look.UNDERLINE | Look.COLOUR | Look.HIGHLIGHT
_ASKED = frozenset({Fit.EXACT, Fit.NEAR, Fit.LIKE, Fit.UNFIT})


# A block as it was read, and the same with the signs typed into it in the place of looks.
_Pair = tuple[Block, Block]


@dataclass(frozen=True, slots=True)
class Marked:
    """Blocks whose marks were read as tracked changes, as far as the base bears them out.

    `is_read` says whether any were; `marks` are the rules that hold for the tables of the file;
    `unread` are the numbers of blocks with struck words that no reading explains.
    """

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    is_read: bool = False
    marks: Marks | None = None
    unread: frozenset[int] = frozenset()


def marked_by_hand(
    blocks: Sequence[Block],
    base: Base,
    file: str,
    marks: Marks | None = None,
    around: Sequence[Block] = (),
) -> Marked:
    """Read marks set by hand; tracked changes stay, and looks beside them say nothing.

    `marks` outranks the legend, which may also stand `around`: in a header or a table.
    """
    if marks is not None and not marks.rules:
        return Marked(tuple(blocks))
    held = Touchstone(base)
    if marks is None and any(map(_is_tracked_by_program, blocks)):
        return Marked(tuple(blocks))
    signed = tuple(_with_signs(blocks, held))
    found = legend_of([*signed, *around], held.known) if marks is None else None
    said = found.places if found is not None else frozenset()
    pairs = [(b, signed[n]) for n, b in enumerate(blocks) if n not in said]
    rules = marks or (found.marks if found is not None else None)
    if rules is not None:
        legend = found.text if found is not None else ""
        return _followed(pairs, rules, held, file, legend)
    return _guessed(pairs, held, file)


def in_cells(
    blocks: Sequence[Block], asked: Collection[tuple[int, int]], base: Base, marks: Marks | None
) -> list[Block]:
    """Read what is marked in the cells of proposed text: by rules if there are any, and by signs.

    `asked` are the tables and columns of proposed text; `marks` without rules reads nothing.
    """
    if marks is not None and not marks.rules:
        return list(blocks)
    held = Touchstone(base) if blocks else None
    return [
        _in_cell(block, base, held, marks)
        if held is not None and block.cell and (block.cell.table, block.cell.column) in asked
        else block
        for block in blocks
    ]


def _in_cell(block: Block, base: Base, held: Touchstone, marks: Marks | None) -> Block:
    signed = with_signs(block)
    if signed is not None and is_tracked(signed) and not is_tracked(block):
        quoted = signed.before.strip()
        is_borne_out = held.fitted(block, signed).fit is Fit.EXACT or base.holding(quoted)
        block = signed if is_borne_out else block
    return held.read(block, marks) if marks is not None else block


def _is_tracked_by_program(block: Block) -> bool:
    """Whether a block holds changes that are more than words struck by hand, as on a web page."""
    if block.mark_inserted is not None or block.mark_deleted is not None:
        return True
    return any(run.inserted or run.deleted not in {None, Stamp()} for run in block.runs)


def _with_signs(blocks: Sequence[Block], held: Touchstone) -> Iterator[Block]:
    """Read signs typed into the words where the base bears them out."""
    is_copied = False
    for block in blocks:
        signed = with_signs(block)
        if signed is None:
            is_copied = held.holds(block) if block.after.strip() else is_copied
            yield block
            continue
        fitted = held.fitted(block, signed)
        is_new = fitted.fit is Fit.NEW and is_copied and is_new_paragraph(signed)
        if fitted.fit in {Fit.EXACT, Fit.NEAR} or is_new or not is_tracked(signed):
            is_copied = True
            new = Stamp() if is_new else None
            yield replace(fitted.block, mark_inserted=new) if is_tracked(signed) else signed
        else:
            yield block


def _followed(
    pairs: Sequence[_Pair], marks: Marks, held: Touchstone, file: str, legend: str
) -> Marked:
    """Read looks by rules that are given; the notice says how the base bears them out."""
    pairs = [pair for pair in pairs if not is_note(pair[1], marks)]
    fitted = [held.fitted(signed, held.read(signed, marks)) for _, signed in pairs]
    read = tuple(_chosen(pairs, fitted, held, is_sure=True))
    told = _borne_out(fitted, marks, legend, held.base.revision.name)
    notices = (Notice(told[0], file or "text", told[1]),) if told else ()
    return Marked(read, notices, any(map(is_tracked, read)), marks, _unread(read))


def _borne_out(
    fitted: Sequence[Fitted], marks: Marks, legend: str, name: str
) -> tuple[Code, str] | None:
    """Say how far the base bears rules out; None for rules a person gave, where it does."""
    asked = [each for each in fitted if each.fit in _ASKED]
    fitting = sum(1 for each in asked if each.fit is Fit.EXACT)
    source = f'its legend says "{_short(legend)}"' if legend else f"--marks says {marks}"
    if len(asked) - fitting > fitting:
        text = f"{source}, but only {fitting} of {len(asked)} marked paragraphs read as {name} "
        text += "without their additions; check the base, or say what is meant with --marks."
        return Code.MARKS_UNCLEAR, text
    is_new = any(each.fit is Fit.NEW for each in fitted)
    if not asked and not is_new:
        text = f"{source}, but no paragraph so marked is anything but {name} as it stands; "
        text += "say what is meant with --marks."
        return Code.MARKS_UNCLEAR, text
    if not legend:
        return None
    text = f'its own legend was followed ("{_short(legend)}": {marks}); '
    text += f"{fitting} of {len(asked)} marked paragraphs then read exactly as {name}."
    return Code.MARKS_READ, text


def _guessed(pairs: Sequence[_Pair], held: Touchstone, file: str) -> Marked:
    """Read looks as the base bears them out; where two readings do so equally, none is taken."""
    found = guess([signed for _, signed in pairs], held)
    read = tuple(signed if is_tracked(signed) else plain for plain, signed in pairs)
    notices: tuple[Notice, ...] = ()
    if found is not None and found.rival is None:
        fitted = [held.fitted(signed, held.read(signed, found.marks)) for _, signed in pairs]
        read = tuple(_chosen(pairs, fitted, held, is_sure=False))
        notices = (_told(found, held, file),)
    unread = _unread(read)
    if found is not None and found.rival is not None:
        fitted = [held.fitted(signed, held.read(signed, found.marks)) for _, signed in pairs]
        unread |= {each.block.source.block for each in fitted if each.fit in _ASKED}
    if unread:
        notices += (_doubt(len(unread), found, held, file),)
    return Marked(read, notices, any(map(is_tracked, read)), unread=unread)


def _told(found: Guess, held: Touchstone, file: str) -> Notice:
    text = f"nothing is tracked; its looks were read as {found.marks}: {found.fitting} of "
    text += f"{found.asked} marked paragraphs then read exactly as {held.base.revision.name}; "
    text += "say with --marks where they mean something else."
    return Notice(Code.MARKS_GUESSED, file or "text", text)


def _chosen(
    pairs: Sequence[_Pair], fitted: Sequence[Fitted], held: Touchstone, *, is_sure: bool
) -> Iterator[Block]:
    """Take the changes the base bears out; a new paragraph needs a place beside what it holds.

    Where nobody said what looks mean, it also has to look as the additions inside paragraphs do.
    """
    taken = {Fit.EXACT, Fit.NEAR} | ({Fit.LIKE} if is_sure else set())
    inside = {
        run.look & _PECULIAR
        for each in fitted if each.fit in taken
        for run in each.block.runs if run.inserted
    }  # fmt: skip
    is_beside = False
    for (plain, signed), each in zip(pairs, fitted, strict=True):
        left = signed if is_tracked(signed) else plain
        if each.fit is Fit.NEW:
            looks = {run.look & _PECULIAR for run in each.block.runs if run.inserted}
            is_new = is_beside and (is_sure or looks <= inside) and is_new_paragraph(each.block)
            yield each.block if is_new else left
        else:
            if plain.after.strip():
                is_beside = each.fit in taken or (each.fit is Fit.PLAIN and held.holds(plain))
            yield each.block if each.fit in taken else left


def _doubt(unread: int, found: Guess | None, held: Touchstone, file: str) -> Notice:
    """Say that no reading fits, or that several do."""
    name = held.base.revision.name
    if found is not None and found.rival is not None:
        text = (
            f"its looks can be read in several ways that fit {name} equally well ({found.marks}; "
        )
        text += f"or {found.rival}), so none was taken; say with --marks which is meant."
    else:
        paragraphs = "1 paragraph" if unread == 1 else f"{unread} paragraphs"
        text = f"words are struck in {paragraphs} that no reading of the looks makes those of "
        text += f"{name}; nothing was read from them; say with --marks what the looks mean."
    return Notice(Code.MARKS_UNCLEAR, file or "text", text)


def _unread(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks with struck words that were not read as deletions."""
    return frozenset(
        block.source.block
        for block in blocks
        if block.kind is not BlockKind.MARGIN
        and any(r.look & Look.STRIKE and r.text.strip() and not r.deleted for r in block.runs)
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
