"""Tables without a header we know, and the base, in; which column holds what, out.

Two columns of which one holds paragraphs of the base, and another words much like them, are the
current and the proposed text, whatever they are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amend.labels import split_head
from amend.model.source import Block
from amend.notices import Code, Notice
from amend.parse.cells import asks_nothing, is_deletion, position_in
from amend.parse.columns import Column, Layout, holds_labels, layout_of, tables_of
from amend.parse.index import Base
from amend.text.similarity import share_in_common
from amend.text.words import tokens

_ENOUGH_WORDS = 4
_BORNE_OUT = 0.5
_LIKE = 0.4
_WIDEST = 4

_Cells = Mapping[int, Mapping[int, str]]


def guessed_layouts(
    blocks: Iterable[Block], base: Base, file: str
) -> tuple[dict[int, Layout], list[Notice]]:
    """Guess the columns of the tables whose header says nothing; a notice tells of each."""
    found: dict[int, Layout] = {}
    notices: list[Notice] = []
    for number, table in tables_of(blocks).items():
        if layout_of(table) is not None:
            continue
        layout = _guessed(table, base)
        if layout is not None:
            found[number] = layout
            notices.append(_notice(layout, table, base, file))
    return found, notices


def _guessed(table: Sequence[Block], base: Base) -> Layout | None:
    cells = _cells(table)
    places = sorted({place for row in cells.values() for place in row})
    if not 2 <= len(places) <= _WIDEST:
        return None
    known = {tuple(tokens(each.text)) for each in base.revision.paragraphs}
    current = [place for place in places if _is_base(place, cells, known)]
    if len(current) != 1:
        return None
    asked = [p for p in places if p != current[0] and _is_like(p, current[0], cells, known)]
    if len(asked) != 1:
        return None
    columns = {current[0]: Column("current"), asked[0]: Column("proposed")}
    labels = [
        place
        for place in places
        if place not in columns and holds_labels(row.get(place, "") for row in cells.values())
    ]
    if labels:
        columns[labels[0]] = Column("label")
    first = min(cells)
    is_header = tuple(tokens(_bare(cells[first].get(current[0], "")))) not in known
    return Layout(columns, first + 1 if is_header and len(cells) > 1 else first)


def _cells(table: Iterable[Block]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for block in table:
        if block.cell is not None:
            row = found.setdefault(block.cell.row, {})
            number = f"{block.number} " if block.number else ""
            row[block.cell.column] = (
                f"{row.get(block.cell.column, '')}\n{number}{block.after}".strip()
            )
    return found


def _bare(text: str) -> str:
    head = split_head(text)
    return head[2] if head is not None else text


def _is_base(place: int, cells: _Cells, known: set[tuple[str, ...]]) -> bool:
    """Whether half the cells of a column are paragraphs of the base, those of one word aside."""
    said = [tuple(tokens(_bare(row.get(place, "")))) for row in cells.values()]
    worded = [keys for keys in said if len(keys) >= _ENOUGH_WORDS]
    return bool(worded) and sum(keys in known for keys in worded) > _BORNE_OUT * len(worded)


def _is_like(place: int, current: int, cells: _Cells, known: set[tuple[str, ...]]) -> bool:
    """Whether half the cells of a column are much like those beside them that the base has.

    Cells that say "delete" or "no change" tell nothing of their column.
    """
    pairs = [(row.get(current, ""), row.get(place, "")) for row in cells.values()]
    worded = [
        (tokens(_bare(old)), tokens(_bare(new)))
        for old, new in pairs
        if not (is_deletion(new) or asks_nothing(new) or position_in(new))
    ]
    beside = [(old, new) for old, new in worded if new and tuple(old) in known]
    like = sum(share_in_common(old, new) >= _LIKE for old, new in beside)
    return bool(beside) and like > _BORNE_OUT * len(beside)


def _notice(layout: Layout, table: Sequence[Block], base: Base, file: str) -> Notice:
    places = {column.name: place for place, column in layout.columns.items()}
    text = f"no header says what the columns of this table hold; column {places['current']} was "
    text += (
        f"read as the text of {base.revision.name}, column {places['proposed']} as the proposed "
    )
    text += 'text; write "Current text" and "Proposed text" above them.'
    where = f"{file or 'text'}, block {table[0].source.block}"
    return Notice(Code.MARKS_GUESSED, where, text)
