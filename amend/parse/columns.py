"""The cells of a table in, its rows out: each cell under what its column's header calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amend.errors import LabelError
from amend.labels import Label
from amend.model.source import Block, Look, Run, Source
from amend.parse.cells import is_deletion
from amend.parse.column_words import AS_TABLED, COLUMNS, GENERAL, GENERAL_STEM, SAYING, SERIAL

_LONGEST_HEAD = 60
_LONGEST_NAME = 6
_MOST_TITLES = 3
_BORNE_OUT = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and the proponents its header names: "Proposal by Osmere"."""

    name: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One proposed cell of a table with the cells beside it, by the names of their columns.

    `number` is the row's place, the header counted. `by` and `supporters` are those its column or
    row names. `runs` are those of the proposed cell with its deletions, which its text leaves out;
    `is_speech` marks a column of comments, whose cells are never the text asked for.
    """

    number: int
    cells: Mapping[str, str]
    source: Source
    by: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    is_speech: bool = False

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    @property
    def has_struck(self) -> bool:
        """Whether words to go stand in the proposed cell, struck or tracked."""
        return any(is_struck(run) and run.text.strip() for run in self.runs)


def is_struck(run: Run) -> bool:
    """Whether a run holds words to go: struck through, or a tracked deletion."""
    return run.deleted is not None or bool(run.look & Look.STRIKE)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of one table hold, by their places, and its first row below the header.

    `header` are the texts of its header by column: a row that repeats them, on a new page, is none.
    """

    columns: Mapping[int, Column]
    first: int
    header: Mapping[int, str] = field(default_factory=dict)


def layout_of(blocks: Iterable[Block]) -> Layout | None:
    """Read the columns of one table off its header; None if it is no submission matrix.

    The header is the first row that names columns; a title may stand above it.
    """
    texts = _texts(blocks)
    for row in sorted(texts)[:_MOST_TITLES]:
        found = columns(texts[row])
        if found:
            first = row + 1
            found = _with_labels(found, texts, row)
            while first in texts and _is_said_again(texts[first], found):
                first += 1
            return Layout(found, first, texts[row])
    return None


def _with_labels(
    named: dict[int, Column], texts: Mapping[int, Mapping[int, str]], header: int
) -> dict[int, Column]:
    """Take the column without a header that holds numbers of paragraphs, where none is named so.

    One that counts the rows, 1, 2, 3, names nothing.
    """
    if "label" in {each.name for each in named.values()}:
        return named
    below = {row: cells for row, cells in texts.items() if row > header}
    silent = {place for cells in below.values() for place in cells} - set(texts[header])
    for place in sorted(silent | {each for each, text in texts[header].items() if not text}):
        said = [cells.get(place, "") for cells in below.values()]
        if holds_labels(said) and said != [str(count) for count in range(1, len(said) + 1)]:
            return dict(sorted({**named, place: Column("label")}.items()))
    return named


def holds_labels(cells: Iterable[str]) -> bool:
    """Whether more than half the filled cells of a column are numbers of paragraphs."""
    said = [text for text in cells if text.strip()]
    return bool(said) and sum(map(_reads_as_label, said)) > _BORNE_OUT * len(said)


def _reads_as_label(text: str) -> bool:
    try:
        Label.parse(text)
    except LabelError:
        return False
    return True


def _is_said_again(row: Mapping[int, str], header: Mapping[int, Column]) -> bool:
    """Whether a row says the header again, in another language: the same columns, and no number."""
    filled = {column: text for column, text in row.items() if text}
    if any(sign.isdigit() for text in filled.values() for sign in text):
        return False
    names = {column: each.name for column, each in columns(filled).items()}
    same = {column: each.name for column, each in header.items()}
    return len(names) > 2 and len(names) == len(filled) and names.items() <= same.items()


def columns(header: Mapping[int, str]) -> dict[int, Column]:
    """Name the columns of one table by its header; empty if it is no submission matrix.

    A second column of proposed text counts where its header names a proponent. Without a column of
    proposed text, comments beside a paragraph number are read for what they ask.
    """
    found: dict[int, Column] = {}
    for column, text in sorted(header.items(), key=lambda each: _is_late(each[1])):
        name = _named(text, {each.name for each in found.values()})
        if name is not None:
            found[column] = Column(name, _proponents(text) if name == "proposed" else ())
    _settle_tabled(found, header)
    found = dict(sorted(found.items()))
    names = {each.name: column for column, each in found.items()}
    if "proposed" in names:
        return found if len(found) > 1 else {}
    remark = names.get("remark")
    if "label" not in names or remark is None or not SAYING.search(header[remark]):
        return {}
    return {**found, remark: Column("speech")}


def _is_late(text: str) -> bool:
    """Whether a header is asked last: "Text as tabled" may be the current one, "No." the row's."""
    bare = " ".join(text.split())
    return AS_TABLED.match(bare) is not None or SERIAL.match(bare) is not None


def _settle_tabled(found: dict[int, Column], header: Mapping[int, str]) -> None:
    """Take "Text proposed by the Commission" for the current text where nothing else is."""
    tabled = [column for column, text in header.items() if AS_TABLED.match(text)]
    others = {each.name for place, each in found.items() if place not in tabled}
    if len(tabled) == 1 and "proposed" in others and "current" not in others:
        found[tabled[0]] = Column("current")


def asked_columns(blocks: Iterable[Block], guessed: Mapping[int, Layout]) -> set[tuple[int, int]]:
    """Return the table and column of each column that holds proposed text."""
    return {
        (table, place)
        for table, layout in layouts(blocks, guessed).items()
        for place, column in layout.columns.items()
        if column.name == "proposed"
    }


def layouts(blocks: Iterable[Block], guessed: Mapping[int, Layout]) -> dict[int, Layout]:
    """Return the layout of each table that has one, by its header or as it was guessed."""
    found = {}
    for number, table in tables_of(blocks).items():
        layout = layout_of(table) or guessed.get(number)
        if layout is not None:
            found[number] = layout
    return found


def tables_of(blocks: Iterable[Block]) -> dict[int, list[Block]]:
    """Return the blocks of each table, by its number."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    return tables


def rows(blocks: Sequence[Block], guessed: Mapping[int, Layout]) -> Iterator[Row]:
    """Read the rows below the headers, table by table; one for each column of proposed text."""
    read = layouts(blocks, guessed)
    for number, table in tables_of(blocks).items():
        layout = read.get(number)
        if layout is None:
            continue
        texts = _texts(table)
        above: dict[int, str] = {}
        for row, here in _by_row(table).items():
            if row >= layout.first and texts[row] != layout.header:
                yield from _of(row, here, layout.columns, above)
                above.update(_carried(here, above, texts[row]))


def _by_row(blocks: Iterable[Block]) -> dict[int, list[Block]]:
    rows: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            rows.setdefault(block.cell.row, []).append(block)
    return rows


def _texts(blocks: Iterable[Block]) -> dict[int, dict[int, str]]:
    """The words of each cell, spaces evened out, by row and column."""
    texts: dict[int, dict[int, str]] = {}
    for block in blocks:
        if block.cell is not None:
            row = texts.setdefault(block.cell.row, {})
            words = f"{row.get(block.cell.column, '')} {block.after}"
            row[block.cell.column] = " ".join(words.split())
    return texts


def _carried(
    row: Iterable[Block], above: Mapping[int, str], texts: Mapping[int, str]
) -> dict[int, str]:
    """What each cell says to the rows below it that it is merged with."""
    goes_on = {b.cell.column for b in row if b.cell is not None and b.cell.is_merged}
    return {
        column: above.get(column, "") if column in goes_on and not text else text
        for column, text in texts.items()
    }


def _named(text: str, taken: set[str]) -> str | None:
    if len(text) > _LONGEST_HEAD:
        return None
    for name, pattern in COLUMNS:
        if name == "by" and AS_TABLED.match(text):
            continue
        is_free = name not in taken or (name == "proposed" and _proponents(text))
        if is_free and pattern.search(text):
            return name
    return None


def _proponents(text: str) -> tuple[str, ...]:
    """Read who asks out of a header: what is left of it without its general words."""
    words = re.sub(r"[()\[\]:–—/-]+(?=\s|$)|(?:^|(?<=\s))[()\[\]:–—/-]+", " ", text).split()
    while words and _is_general(words[0]):
        del words[0]
    while words and _is_general(words[-1]):
        del words[-1]
    name = re.sub(r"['’]s?$", "", " ".join(words).strip(" .,;"))
    if not name[:1].isupper() or len(words) > _LONGEST_NAME:
        return ()
    return names_in(name)


def _is_general(word: str) -> bool:
    bare = re.sub(r"['’]s?$", "", word.strip(".,;:()[]")).lower()
    if bare in GENERAL or not bare or bare.isdigit():
        return True
    return GENERAL_STEM.match(bare) is not None


def names_in(text: str) -> tuple[str, ...]:
    """Part a cell that names several proponents, at commas, semicolons, slashes and lines."""
    return tuple(name for each in re.split(r"\s*[,;/\n]\s*", text) if (name := each.strip()))


def _of(
    number: int, row: Sequence[Block], named: Mapping[int, Column], above: Mapping[int, str]
) -> Iterator[Row]:
    cells: dict[str, str] = {}
    asked: dict[int, str] = {}
    for block in row:
        column = named.get(block.cell.column) if block.cell is not None else None
        if column is None or block.cell is None:
            continue
        text = _written(block)
        if block.cell.is_merged and not text:
            text = above.get(block.cell.column, "")
        if column.name not in {"proposed", "speech"}:
            cells[column.name] = f"{cells.get(column.name, '')}\n{text}".strip()
        elif block.cell.is_merged and is_deletion(text):
            asked[block.cell.column] = text  # one "Delete" over several paragraphs
    for place, column in named.items():
        if column.name not in {"proposed", "speech"}:
            continue
        here = [block for block in row if block.cell is not None and block.cell.column == place]
        text = "\n".join(each for block in here if (each := _written(block, is_asked=True)))
        by = column.by or names_in(cells.get("by", ""))
        runs = tuple(run for block in here for run in block.runs)
        own = {**cells, "proposed": text or asked.get(place, "")}
        backed = names_in(cells.get("supporters", ""))
        yield Row(number, own, row[0].source, by, backed, runs, column.name == "speech")


def _written(block: Block, *, is_asked: bool = False) -> str:
    """What a block says under its list number; of a text asked for, struck words are no part."""
    if not is_asked or not any(run.look & Look.STRIKE for run in block.runs):
        text = block.after
    else:
        text = "".join(run.text for run in block.runs if not is_struck(run))
    if is_asked and any(is_struck(run) for run in block.runs):
        text = re.sub(r"(?<=\S) {2,}(?=\S)", " ", text)
    if is_asked and not text.strip():
        return ""
    return f"{block.number} {text}".strip() if block.number else text.strip()
