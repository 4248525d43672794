"""Tables with current and proposed columns in, proposals out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amend.errors import LabelError
from amend.labels import Label, split_head
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Proposal
from amend.model.source import Block, Cell, Source
from amend.notices import Code, Notice
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

# What a column is called, in the order in which its header is asked.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "by",
            r"propos(?:er|ers|ent|ed\s+by)\b|proponents?\b|submitted\s+by|delegation|member\b|country"
            r"|party\b|organi[sz]ation|author|source\b|autor|proponente|auteur",
        ),
        (
            "remark",
            r"rationale|justification|comments?\b|reasons?\b|explanation|remarks?|observations?|notes?\b"
            r"|justificaci[óo]n|motifs?|comentarios?|commentaires?",
        ),
        (
            "proposed",
            r"propos|amend(?:ment|ed)|new\s+(?:text|wording|language)|suggest|revised|change"
            r"|texto\s+(?:propuesto|nuevo)|enmienda|texte\s+propos|modifi",
        ),
        (
            "current",
            r"current|existing|original|present|draft\b|base\b|old\s|as\s+it\s+stands|rev\.?\s?\d|texto\s+actual"
            r"|texte\s+actuel|vigente|text$",
        ),
        (
            "label",
            r"para|p[áa]rrafo|alin[ée]a|reference|ref\.?$|no\.?$|nr\.?$|n[º°]|#|article|clause|section|label|number"
            r"|provision|op\b|pp\b",
        ),
    )
)
_DELETED = re.compile(
    r"[\[(]?\s*(?:to\s+be\s+)?(?:deleted?|deletion|delete\s+(?:this\s+|the\s+)?(?:para(?:graph)?|entire\s+\w+|all)|suppressed|removed?"
    r"|suprim(?:ir|ido)|supprim(?:er|é|ée))\s*[\])]?\.?$",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(
    r"(?:no\s+changes?|unchanged|as\s+is|NOC|n/?a|none|same|[-–—.]*)\.?$", re.IGNORECASE
)
_NEW = re.compile(
    r"[\[(]?\s*(?:new|none|n/?a|[-–—]+|nuevo|nouveau|\(new\)|new\s+para(?:graph)?)?\s*[\])]?\.?$",
    re.IGNORECASE,
)
_LIKE = 0.5
_FRAGMENT = 0.8


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table by the names of its columns; `number` is its place, the header counted."""

    number: int
    cells: Mapping[str, str]
    source: Source

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


def is_matrix(blocks: Iterable[Block], cell: Cell) -> bool:
    """Whether the table that a cell stands in has a column of proposed text, by its first row."""
    heads = _heads(block for block in blocks if block.cell and block.cell.table == cell.table)
    return "proposed" in heads.values() and len(heads) > 1


def read_matrix(blocks: Sequence[Block], base: Base, origin: Origin) -> Found:
    """Read the rows of submission tables; a rationale is never credited (domain C.2).

    A row that cannot be placed is kept as a proposal without paragraphs, and a notice names it.
    """
    found = Found()
    for row in _rows(blocks):
        _read_row(row, base, _of_row(row, origin), found)
    return found


def _of_row(row: _Row, origin: Origin) -> Origin:
    names = tuple(name for each in re.split(r"\s*[,;/\n]\s*", row["by"]) if (name := each.strip()))
    return replace(origin, by=names) if names else origin


def _heads(blocks: Iterable[Block]) -> dict[int, str]:
    """Name the columns by the first row of a table; two proposed columns are the first's."""
    texts: dict[int, str] = {}
    for block in blocks:
        if block.cell is not None and block.cell.row == 1:
            texts[block.cell.column] = f"{texts.get(block.cell.column, '')} {block.after}".strip()
    heads: dict[int, str] = {}
    for column, text in texts.items():
        for name, pattern in _COLUMNS:
            if name not in heads.values() and len(text) <= 60 and pattern.search(text):
                heads[column] = name
                break
    return heads


def _rows(blocks: Sequence[Block]) -> Iterator[_Row]:
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    for table in tables.values():
        heads = _heads(table)
        by_row: dict[int, list[Block]] = {}
        for block in table:
            if block.cell is not None and block.cell.row > 1:
                by_row.setdefault(block.cell.row, []).append(block)
        for number, row in by_row.items():
            yield _Row(number, _cells(row, heads), row[0].source)


def _cells(row: Iterable[Block], heads: Mapping[int, str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for block in row:
        name = heads.get(block.cell.column) if block.cell is not None else None
        if name is not None:
            number = f"{block.number} " if block.number else ""
            cells[name] = f"{cells.get(name, '')}\n{number}{block.after}".strip()
    return cells


def _read_row(row: _Row, base: Base, origin: Origin, found: Found) -> None:
    proposed = row["proposed"]
    if _NO_CHANGE.match(proposed):
        return
    label, current = _head(row["current"])
    own, text = _head(proposed)
    label = _in_column(row["label"]) or label or own
    if not label and not current and is_cut(row["current"]):
        current = row["current"]
    standing = _standing(label, current, base)
    if tokens(text) == tokens(current) and current:
        return
    if _is_spoken(text, standing):
        passage = Passage(text, row.source)
        labels = (label,) if label else ()
        ids = tuple(each.id for each in standing)
        found.extend(read_prose([passage], base, origin, context=labels, paragraphs=ids))
        return
    proposal = _proposal(row, base, origin, label, current, text, standing)
    found.proposals.append(proposal)
    found.notices += _notices(row, base, proposal, current, standing)


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
            return tuple(each for each in found if base.holds(each, current)) or found
        return found
    if len(tokens(current)) < 2:
        return ()
    return base.holding(current) or _most_like(current, base)


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
    if _DELETED.match(text.strip()) or not is_instruction(mask(text)):
        return False
    asked = tokens(text)
    return all(share_in_common(tokens(each.text), asked) < _LIKE for each in standing)


def _proposal(
    row: _Row,
    base: Base,
    origin: Origin,
    label: Label | None,
    current: str,
    text: str,
    standing: tuple[Paragraph, ...],
) -> Proposal:
    target = (label,) if label else tuple(each.label for each in standing if each.label)
    plain = Proposal(
        id="",
        by=origin.by,
        operation=Operation.REPLACE_PARAGRAPH,
        source=row.source,
        base=base.revision.name,
        target=target,
        paragraphs=tuple(each.id for each in standing),
        text=text,
        whole=text,
        supporters=origin.supporters,
        date=origin.date,
        complete=not is_cut(text),
        raw=row["proposed"],
    )
    if _DELETED.match(text.strip()):
        cut = standing[0].text if len(standing) == 1 else ""
        operation = Operation.DELETE_PARAGRAPH
        return replace(plain, operation=operation, text="", cut=cut, whole=None)
    if not standing and (_NEW.match(current) or (label is not None and label.is_inserted)):
        place = place_of(label, base) if label else None
        return replace(plain, operation=Operation.INSERT_NEW_PARAGRAPH, place=place)
    if len(standing) == 1 and _is_fragment(current, standing[0], base):
        return replace(plain, operation=Operation.REPLACE_PHRASE, cut=current, whole=None)
    return plain


def _is_fragment(current: str, paragraph: Paragraph, base: Base) -> bool:
    """Whether the row quotes a part of the paragraph only, and so asks for no other change."""
    quoted = tokens(current)
    if not quoted or len(quoted) > _FRAGMENT * len(tokens(paragraph.text)):
        return False
    return base.holds(paragraph, current)


def _notices(
    row: _Row, base: Base, proposal: Proposal, current: str, standing: tuple[Paragraph, ...]
) -> Iterator[Notice]:
    where = f"{where_of(row.source)}, row {row.number}"
    if not standing and proposal.operation is not Operation.INSERT_NEW_PARAGRAPH:
        named = ", ".join(map(str, proposal.target)) or "no paragraph number"
        text = f"this row cannot be placed in {base.revision.name} ({named}); check its number."
        yield Notice(Code.TARGET_UNRESOLVED, where, text)
    elif len(standing) > 1:
        named = ", ".join(str(each.label or each.id) for each in standing)
        text = f"this row fits several paragraphs: {named}; say which is meant."
        yield Notice(Code.TARGET_AMBIGUOUS, where, text)
    elif standing and current and not base.holds(standing[0], current):
        text = f"the current text of this row is not what {base.revision.name} says there."
        yield Notice(Code.BASE_DIFFERS, where, text)
