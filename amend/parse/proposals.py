"""A source text and the revision it speaks of in, a submission out: who asks for what, where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from amend.errors import ProposalError
from amend.labels import Label
from amend.model.draft import Revision
from amend.model.marks import Marks
from amend.model.proposal import Operation, Proposal, Submission
from amend.model.source import Block, BlockKind, Source, SourceText
from amend.notices import Code, Notice
from amend.parse.columns import asked_columns, layouts
from amend.parse.comments import comments_of
from amend.parse.headers import header_of
from amend.parse.index import Base
from amend.parse.layouts import guessed_layouts
from amend.parse.looks import in_cells, marked_by_hand
from amend.parse.marked import read_marked, without_copied, without_empty
from amend.parse.matrix import read_matrix
from amend.parse.passages import blocks_of, passages
from amend.parse.prose import Found, Origin, read_prose
from amend.parse.quotations import is_cut
from amend.parse.settle import settle
from amend.parse.targets import place_of
from amend.parse.ties import is_tracked
from amend.parse.tracked import copy_of, read_tracked
from amend.text.told import told

__all__ = ["from_text", "proposed", "read_proposals", "settle", "slug"]

_HASH_DIGITS = 6


def read_proposals(
    source: SourceText,
    against: Revision,
    *,
    by: tuple[str, ...] = (),
    on: str | None = None,
    date: str | None = None,
    marks: Marks | None = None,
    otherwise: tuple[str, ...] = (),
) -> Submission:
    """Read what a file asks for: in tracked changes, in tables, in prose, or in all of them.

    `by`, `on` and `date` win over what the file says of itself; in a file with tracked changes
    each author is a proponent, and `by` stands in only where a change names none; `otherwise` where
    the file does not say, either, who it is from. `marks` says what
    bold, struck or coloured words mean; without it the file's own legend does, or the base bears a
    guess out. Proposals stand in reading order and have ids such as "picum-rev1.3".
    """
    texts = [block.after.strip() for block in source.blocks if block.cell is None]
    filled = [text for text in texts if text]
    header, taken = header_of(filled)
    blocks = _without_header(source.blocks, taken)
    language = source.language or against.language or "en"
    origin = Origin(
        by or header.by or otherwise, header.supporters, date or header.date, language[:2]
    )
    base = Base(against)
    found = _read(blocks, base, origin, source.file, marks)
    for block in _of_the_header(source.blocks, blocks):
        found.extend(comments_of(block, base, origin))
    found.proposals.sort(key=lambda each: each.source.block)
    proposals = _numbered(found.proposals, slug(_stem(source.file)) or _first(origin.by))
    notices = (*found.notices, *_unknown(proposals, source.file))
    return Submission(source.file, origin.by, on or header.on, proposals, notices)


def from_text(
    text: str,
    against: Revision,
    by: tuple[str, ...] = (),
    *,
    file: str = "",
    on: str | None = None,
    date: str | None = None,
    marks: Marks | None = None,
) -> Submission:
    """Read prose from a string; see `read_proposals`."""
    source = SourceText(file, sha256(text.encode()).hexdigest(), "txt", blocks_of(text, file))
    return read_proposals(source, against, by=by, on=on, date=date, marks=marks)


def proposed(against: Revision, label: str, text: str, by: str) -> Proposal:
    """Ask for a whole paragraph: in place of the one with this label, or new where there is none.

    Raises LabelError if `label` is none, and ProposalError if no words are asked for or the label
    stands twice.
    """
    base = Base(against)
    parsed = Label.parse(label)
    found = base.find(parsed)
    if not text.strip():
        hint = "Give the paragraph as it should read."
        raise ProposalError(f"no words are asked for in paragraph {parsed}", hint=hint)
    if len(found) > 1:
        places = "; ".join(each.path or each.text[:40] for each in found)
        hint = f"Write it as prose that quotes the paragraph; {parsed} stands here: {places}."
        raise ProposalError(f"{parsed} stands {len(found)} times in {against.name}", hint=hint)
    digest = sha256(f"{parsed}\n{text}".encode()).hexdigest()[:_HASH_DIGITS]
    return Proposal(
        id=f"{slug(by)}.{slug(str(parsed))}.{digest}",
        by=(by,),
        operation=Operation.REPLACE_PARAGRAPH if found else Operation.INSERT_NEW_PARAGRAPH,
        source=Source("", 1),
        base=against.name,
        target=(parsed,),
        paragraphs=tuple(each.id for each in found),
        text=text,
        place=None if found else place_of(parsed, base),
        whole=text,
        complete=not is_cut(text),
        raw=text,
    )


def slug(name: str) -> str:
    """Write a name so that it can stand in an id: small letters and figures, joined by hyphens."""
    return "-".join(re.findall(r"\w+", name.lower().replace("_", "-")))


def _read(
    blocks: tuple[Block, ...], base: Base, origin: Origin, file: str, marks: Marks | None
) -> Found:
    guessed, told = guessed_layouts(blocks, base, file)
    tables = layouts(blocks, guessed)
    in_tables = [block for block in blocks if block.cell and block.cell.table in tables]
    others = [
        block
        for block in blocks
        if block.kind is not BlockKind.MARGIN and (not block.cell or block.cell.table not in tables)
    ]
    margins = [block for block in blocks if block.kind is BlockKind.MARGIN]
    marked = marked_by_hand(others, base, file, marks, [*in_tables, *margins])
    cells = in_cells(in_tables, asked_columns(in_tables, guessed), base, marked.marks or marks)
    found = read_matrix(cells, base, origin, guessed)
    found.notices[:0] = [*told, *marked.notices]
    for block in (*in_tables, *margins):  # they stand beside no paragraph of a copy
        found.extend(comments_of(block, base, origin))
    if marked.is_read:
        found.extend(read_marked(marked, base, origin))
        return found
    others = [block for block in marked.blocks if block.source.block not in marked.unread]
    units = copy_of(others, base)
    if units is not None:
        found.extend(read_tracked(units, base, origin))
    else:
        kept = without_copied(others, base)
        said = read_prose(passages(kept), base, origin)
        said = without_empty(said, base) if len(kept) < len(others) else said
        if not said.proposals and any(is_tracked(block) for block in others):
            found.notices.append(_no_copy(base, file))
        found.extend(said)
        for block in others:
            found.extend(comments_of(block, base, origin))
    return found


def _no_copy(base: Base, file: str) -> Notice:
    text = told(
        "its tracked changes are not made in a copy of {base}; say with --on which revision it "
        "copies.", base=base.revision.name,
    )  # fmt: skip
    return Notice(Code.BASE_UNKNOWN, file or "text", text)


def _without_header(blocks: tuple[Block, ...], taken: int) -> tuple[Block, ...]:
    kept, left = [], taken
    for block in blocks:
        if left and block.cell is None and block.after.strip():
            left -= 1
        else:
            kept.append(block)
    return tuple(kept)


def _of_the_header(whole: Iterable[Block], left: Iterable[Block]) -> list[Block]:
    """Return the blocks taken as a header that bear comments."""
    kept = {id(block) for block in left}
    return [block for block in whole if block.comments and id(block) not in kept]


def _numbered(proposals: Iterable[Proposal], stem: str) -> tuple[Proposal, ...]:
    return tuple(replace(each, id=f"{stem}.{number}") for number, each in enumerate(proposals, 1))


def _stem(file: str) -> str:
    name = re.split(r"[/\\]", file)[-1]
    return name.rsplit(".", 1)[0] if "." in name else name


def _first(by: tuple[str, ...]) -> str:
    return slug(by[0]) if by and slug(by[0]) else "proposal"


def _unknown(proposals: tuple[Proposal, ...], file: str) -> tuple[Notice, ...]:
    """Say it once where nobody is named; who asks is never guessed."""
    nameless = [each for each in proposals if not each.by]
    if not nameless:
        return ()
    text = told(
        "nobody is named for {count} of {all} proposals; write 'By: NAME' on top, or say --by "
        "NAME.", count=len(nameless), all=len(proposals),
    ) if len(proposals) > 1 else told(
        "nobody is named for its proposal; write 'By: NAME' on top, or say --by NAME."
    )  # fmt: skip
    return (Notice(Code.PROPONENT_UNKNOWN, file or "text", text),)
