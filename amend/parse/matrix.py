"""Tables with current and proposed columns in, proposals out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from amend.errors import LabelError
from amend.labels import Label, split_head
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.source import Block, Look
from amend.notices import Code, Notice
from amend.parse.cells import (
    asks_nothing,
    is_deletion,
    is_no_text,
    is_pointer,
    position_in,
    without_new,
    without_words,
)
from amend.parse.columns import Layout, Row, is_struck, rows
from amend.parse.index import Base
from amend.parse.masked import mask
from amend.parse.passages import Passage
from amend.parse.prose import Found, Origin, read_prose, where_of
from amend.parse.quotations import is_cut
from amend.parse.references import references
from amend.parse.targets import place_of
from amend.parse.wishes import is_instruction
from amend.text.similarity import share_in_common
from amend.text.words import tokens

_SET_OFF = (Look.PLAIN, Look.UNDERLINE, Look.BOLD, Look.COLOUR, Look.HIGHLIGHT, Look.ITALIC)
_EXCERPT = 60
_LIKE = 0.5
_TELLING = 5  # fewer words may stand anywhere
_FRAGMENT = 0.8


def read_matrix(
    blocks: Sequence[Block],
    base: Base,
    origin: Origin,
    guessed: Mapping[int, Layout] = MappingProxyType({}),
) -> Found:
    """Read the rows of submission tables; a rationale is never credited (domain C.2).

    `guessed` are the layouts of tables without a header that says them. A row that cannot be placed
    is kept as a proposal without paragraphs, and a notice names it; so does one for a row that asks
    for something no one can read.
    """
    found = Found()
    for row in rows(blocks, guessed):
        supporters = tuple(dict.fromkeys((*origin.supporters, *row.supporters)))
        own = replace(origin, by=row.by or origin.by, supporters=supporters)
        _read_row(row, base, own, found)
    return found


def _read_row(row: Row, base: Base, origin: Origin, found: Found) -> None:
    proposed = row["proposed"]
    if asks_nothing(proposed) and not row.has_struck:
        return
    label, current = _head(row["current"])
    own, text = _head(proposed)
    label = _in_column(row["label"]) or label or own
    if own is not None and own.is_alternative:
        label = own
    if not label and not current and is_cut(row["current"]):
        current = row["current"]
    standing = _standing(label, current, base)
    if current and tokens(text) == tokens(current):
        _read_signs(row, base, origin, label, current, text, standing, found)
        return
    position = None if row.has_struck else position_in(text)
    if position is not None:
        found.proposals.append(_taken(row, base, origin, label, standing, position))
    elif row.is_speech or _is_spoken(text, standing):
        _read_speech(row, base, origin, label, standing, text, found)
    elif not row.has_struck and not _is_text(text, standing):
        found.notices.append(_not_understood(row))
    else:
        current = current or _as_it_stood(row, base, standing)
        proposal = _proposal(row, base, origin, label, current, text, standing)
        found.proposals.append(proposal)
        told = _notices(row, base, proposal, current, standing)
        found.notices += [each for each in told if each not in found.notices]


def _read_signs(
    row: Row,
    base: Base,
    origin: Origin,
    label: Label | None,
    current: str,
    text: str,
    standing: tuple[Paragraph, ...],
    found: Found,
) -> None:
    """Read a row that keeps every word: brackets put in or lifted, commas."""
    operation = without_words(current, text)
    if operation is None:
        return
    plain = _plain(row, base, origin, label, text, standing)
    whole: str | None = text
    if len(standing) == 1 and _is_fragment(current, standing[0], base):
        stood = standing[0].text
        whole = stood.replace(current, text) if stood.count(current) == 1 else None
    found.proposals.append(replace(plain, operation=operation, whole=whole))
    found.notices += _notices(row, base, found.proposals[-1], current, standing)


def _taken(
    row: Row,
    base: Base,
    origin: Origin,
    label: Label | None,
    standing: tuple[Paragraph, ...],
    position: Operation,
) -> Proposal:
    """Make a proposal of a row that wants the text as it is."""
    plain = _plain(row, base, origin, label, "", standing)
    return replace(plain, operation=position, whole=None)


def _is_text(text: str, standing: tuple[Paragraph, ...]) -> bool:
    """Whether a cell can be the words asked for, and does not send the reader elsewhere."""
    words = tokens(text)
    if not words or not is_pointer(text):
        return bool(words)
    return any(share_in_common(tokens(each.text), words) >= _LIKE for each in standing)


def _read_speech(
    row: Row,
    base: Base,
    origin: Origin,
    label: Label | None,
    standing: tuple[Paragraph, ...],
    text: str,
    found: Found,
) -> None:
    labels = (label,) if label else ()
    ids = tuple(each.id for each in standing)
    passage = Passage(text, row.source)
    said = read_prose([passage], base, origin, context=labels, paragraphs=ids)
    where = where_of(row.source)
    for each in said.notices:
        is_here = each.where == where
        found.notices.append(replace(each, where=_where(row)) if is_here else each)
    found.proposals += said.proposals
    if not said.proposals and not said.notices:
        found.notices.append(_not_understood(row))


def _where(row: Row) -> str:
    where = where_of(row.source)
    return where if row.source.row else f"{where}, row {row.number}"


def _not_understood(row: Row) -> Notice:
    flat = " ".join(row["proposed"].split())
    shown = flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1].rstrip() + "…"
    text = f'no change could be read from "{shown}"; write the text as it should read.'
    return Notice(Code.NOT_UNDERSTOOD, _where(row), text)


def _as_it_stood(row: Row, base: Base, standing: tuple[Paragraph, ...]) -> str:
    """Find the part of the paragraph that a marked cell quotes, where nothing else quotes it.

    Struck words stood there, additions did not; how these are set off is tried in turn.
    """
    if len(standing) != 1 or not row.has_struck:
        return ""
    for look in _SET_OFF:
        runs = [
            run for run in row.runs if not run.inserted and (is_struck(run) or not run.look & look)
        ]
        quoted = _head("".join(run.text for run in runs).strip())[1]
        if tokens(quoted) and base.holds(standing[0], quoted):
            return quoted
    return ""


def _head(text: str) -> tuple[Label | None, str]:
    """Part a label at the head of a cell from its words."""
    head = split_head(text)
    if head is None or head[1].is_relative:
        return None, text
    return head[1], head[2]


def _in_column(text: str) -> Label | None:
    """Read the cell of the paragraph column: "9 bis", "Para 9", "OP 9 (new)"."""
    bare = text.strip()
    if not bare:
        return None
    try:
        return Label.parse(bare)
    except LabelError:
        found = references(bare) or references(f"paragraph {bare}")
        return found[0].labels[0] if found and found[0].labels else None


def _standing(label: Label | None, current: str, base: Base) -> tuple[Paragraph, ...]:
    """Find the paragraph of a row by its label, else by its current text."""
    if label is not None:
        found = base.find(label)
        if len(found) > 1 and current:
            held = tuple(each for each in found if base.holds(each, current))
            return held or _only_holder(current, base) or found
        return found
    if len(tokens(current)) < 2:
        return ()
    return base.holding(current) or _most_like(current, base)


def _only_holder(current: str, base: Base) -> tuple[Paragraph, ...]:
    """Find the one paragraph that is quoted, where its number, 1, is that of many others."""
    found = base.holding(current) if len(tokens(current)) >= _TELLING else ()
    return found if len(found) == 1 else ()


def _most_like(current: str, base: Base) -> tuple[Paragraph, ...]:
    asked = tokens(current)
    best, score = None, _LIKE
    for each in base.alike(asked):
        share = share_in_common(tokens(each.text), asked)
        if share > score:
            best, score = each, share
    return (best,) if best is not None else ()


def _is_spoken(text: str, standing: tuple[Paragraph, ...]) -> bool:
    """Whether the cell says what to do, 'insert "x" after "y"', and is not the text itself."""
    if is_deletion(text) or not is_instruction(mask(text)):
        return False
    asked = tokens(text)
    return all(share_in_common(tokens(each.text), asked) < _LIKE for each in standing)


def _proposal(
    row: Row,
    base: Base,
    origin: Origin,
    label: Label | None,
    current: str,
    text: str,
    standing: tuple[Paragraph, ...],
) -> Proposal:
    plain = _plain(row, base, origin, label, text, standing)
    is_part = len(standing) == 1 and _is_fragment(current, standing[0], base)
    if is_deletion(text) or (row.has_struck and not tokens(text)):
        operation = Operation.DELETE_PHRASE if is_part else Operation.DELETE_PARAGRAPH
        whole = standing[0].text if len(standing) == 1 else ""
        cut = current if is_part else whole
        return replace(plain, operation=operation, text="", cut=cut, whole=None)
    beside = _beside(label, base) if label is not None and label.is_alternative else ()
    if not standing and beside:
        operation = Operation.PROPOSE_ALTERNATIVE
        place = Place(Where.AFTER, beside[0].label) if beside[0].label is not None else None
        ids = tuple(each.id for each in beside)
        return replace(plain, operation=operation, paragraphs=ids, place=place)
    if not standing and _is_new(label, current, base):
        place = place_of(label, base) if label else None
        bare = without_new(text)
        operation = Operation.INSERT_NEW_PARAGRAPH
        return replace(plain, operation=operation, text=bare, whole=bare, place=place)
    if is_part:
        return replace(plain, operation=Operation.REPLACE_PHRASE, cut=current, whole=None)
    return plain


def _beside(label: Label, base: Base) -> tuple[Paragraph, ...]:
    """Return the paragraph that a text is an alternative to: 9 of 9alt."""
    while label.is_alternative and label.steps:
        label = label.base
    return base.find(label)


def _is_new(label: Label | None, current: str, base: Base) -> bool:
    """Whether a row asks for a paragraph to come, and does not name one that is not there.

    Nobody writes the current text of a new one; but who leaves it empty and names 99 in a draft of
    40 paragraphs has another draft in hand.
    """
    if label is None or label.is_inserted or current.strip():
        return is_no_text(current) or (label is not None and label.is_inserted)
    near = {label.number - 1, label.number}
    standing = (each.label for each in base.revision.paragraphs)
    return any(each is not None and each.number in near for each in standing)


def _plain(
    row: Row,
    base: Base,
    origin: Origin,
    label: Label | None,
    text: str,
    standing: tuple[Paragraph, ...],
) -> Proposal:
    """Ask for the text in place of the paragraph: what a row means unless it says otherwise."""
    return Proposal(
        id="",
        by=origin.by,
        operation=Operation.REPLACE_PARAGRAPH,
        source=row.source,
        base=base.revision.name,
        target=(label,) if label else tuple(each.label for each in standing if each.label),
        paragraphs=tuple(each.id for each in standing),
        text=text,
        whole=text,
        supporters=origin.supporters,
        date=origin.date,
        complete=not is_cut(text),
        raw=row["proposed"] or "".join(run.text for run in row.runs),
    )


def _is_fragment(current: str, paragraph: Paragraph, base: Base) -> bool:
    """Whether the row quotes a part of the paragraph only, and so asks for no other change."""
    quoted = tokens(current)
    if not quoted or len(quoted) > _FRAGMENT * len(tokens(paragraph.text)):
        return False
    return base.holds(paragraph, current)


def _notices(
    row: Row, base: Base, proposal: Proposal, current: str, standing: tuple[Paragraph, ...]
) -> Iterator[Notice]:
    where = _where(row)
    is_placed = proposal.paragraphs or proposal.operation is Operation.INSERT_NEW_PARAGRAPH
    if not standing and not is_placed:
        named = ", ".join(map(str, proposal.target)) or "no paragraph number"
        text = f"this row cannot be placed in {base.revision.name} ({named}); check its number."
        yield Notice(Code.TARGET_UNRESOLVED, where, text)
    elif not standing and not proposal.target:
        text = "this row names no paragraph; write the number its new text is to have."
        yield Notice(Code.TARGET_UNRESOLVED, where, text)
    elif len(standing) > 1:
        named = ", ".join(dict.fromkeys(str(each.label or each.id) for each in standing))
        text = f"this row fits {len(standing)} paragraphs: {named}; say which is meant."
        yield Notice(Code.TARGET_AMBIGUOUS, where, text)
    elif standing and current and not base.holds(standing[0], current):
        text = f"the current text of this row is not what {base.revision.name} says there."
        yield Notice(Code.BASE_DIFFERS, where, text)
