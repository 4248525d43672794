"""Blocks with marks that were read as changes, and the base in; proposals out.

They may be a copy of the draft, or a few of its paragraphs pasted into a letter. In a letter the
other paragraphs are prose, and say nothing of what a copy lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amend.model.proposal import Operation, Proposal
from amend.model.source import Block
from amend.parse.comments import comments_of
from amend.parse.differences import missing
from amend.parse.index import Base
from amend.parse.looks import Marked
from amend.parse.passages import passages
from amend.parse.prose import Found, Origin, read_prose
from amend.parse.ties import Unit, units_of, words_before
from amend.parse.tracked import read_tracked
from amend.text.words import tokens

_IS_A_COPY = 0.5
_IS_WHOLE = 0.5
_FEW = 2


def read_marked(marked: Marked, base: Base, origin: Origin) -> Found:
    """Read marked paragraphs as tracked changes are read, and what stands between them as prose."""
    blocks = list(marked.blocks)
    units = units_of(blocks, base)
    worded = [unit for unit in units if unit.keys]
    tied = [unit for unit in worded if unit.tied is not None]
    if len(tied) >= _IS_A_COPY * len(worded) and not marked.unread:
        found = read_tracked(units, base, origin)
        return found if _is_whole(tied, base) else _without_missing(found, units, base)
    return _pasted(blocks, marked.unread, base, origin)


def _pasted(blocks: list[Block], unread: frozenset[int], base: Base, origin: Origin) -> Found:
    known = {tuple(tokens(each.text)) for each in base.revision.paragraphs}
    of_the_draft = {
        id(block)
        for unit in units_of(blocks, base)
        for block in unit.blocks
        if unit.is_tracked or (unit.keys and unit.keys in known)
    }
    units = units_of([block for block in blocks if id(block) in of_the_draft], base)
    found = _without_missing(read_tracked(units, base, origin), units, base)
    for said in _stretches(blocks, of_the_draft, unread):
        found.extend(read_prose(passages(said), base, origin))
        for block in said:
            found.extend(comments_of(block, base, origin))
    return found


def _stretches(
    blocks: Sequence[Block], of_the_draft: set[int], unread: frozenset[int]
) -> Iterator[list[Block]]:
    """Part the prose at the paragraphs of the draft, less the lines that only announce one."""
    said: list[Block] = []
    for block in blocks:
        if block.source.block in unread:
            continue
        if id(block) not in of_the_draft:
            said.append(block)
            continue
        while said and (said[-1].after.rstrip().endswith(":") or not said[-1].after.strip()):
            said.pop()
        if said:
            yield said
        said = []
    if said:
        yield said


def without_copied(blocks: Sequence[Block], base: Base) -> list[Block]:
    """Leave out the paragraphs that a copy of the draft has as they stand: they ask for nothing.

    One before other words stays: these may speak of it.
    """
    known = {tuple(tokens(each.text)) for each in base.revision.paragraphs}
    worded = [block for block in blocks if block.after.strip()]
    same = [tuple(tokens(words_before(block)[1])) in known for block in worded]
    if sum(same) < _FEW or sum(same) < _IS_A_COPY * len(worded):
        return list(blocks)
    copied = {
        id(block)
        for block, is_same, is_next in zip(worded, same, [*same[1:], True], strict=True)
        if is_same and is_next
    }
    return [block for block in blocks if id(block) not in copied]


def without_empty(found: Found, base: Base) -> Found:
    """Leave out proposals that ask for a paragraph as it stands: a copy of the draft has them."""
    found.proposals = [each for each in found.proposals if not _asks_for_the_base(each, base)]
    return found


def _asks_for_the_base(proposal: Proposal, base: Base) -> bool:
    if proposal.operation is not Operation.REPLACE_PARAGRAPH or len(proposal.paragraphs) != 1:
        return False
    return tokens(base.by_id[proposal.paragraphs[0]].text) == tokens(proposal.text)


def _is_whole(tied: Sequence[Unit], base: Base) -> bool:
    return len(tied) >= _IS_WHOLE * len(base.revision.paragraphs)


def _without_missing(found: Found, units: Sequence[Unit], base: Base) -> Found:
    """Leave out what a copy of a part of the draft lacks."""
    lacking = set(missing(units, base))
    found.notices = [each for each in found.notices if each not in lacking]
    return found
