"""A source text with a table of old and new numbers in, what its rows say out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from amend.errors import ReadError
from amend.model.concordance import Correspondence
from amend.model.source import Source, SourceText

RevisionNamed = Callable[[str], str | None]
"""Returns the revision that the head of a column names, or None."""

_OLD = re.compile(
    r"old|previous|former|earlier|original|base|ancien|précédent|antigu|anterior|vorige|alte?\b"
    r"|стар|прежн|предыдущ|旧|原|قديم|سابق",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"new|current|final|present|adopted|later|nouveau|nouvel|actuel|nuev|actual|neu"
    r"|нов|нынешн|текущ|新|现|現|جديد|حالي",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"text\b|wording|texte|texto|текст|文本|案文|نص|change|changement|cambio", re.IGNORECASE
)
_FROM = re.compile(r"from|de|desde|из|从|從|من", re.IGNORECASE)
_TO = re.compile(r"to|à|vers|a|hacia|в|至|إلى", re.IGNORECASE)
_ABOVE_TABLE = 3
"""Rows that may stand above the heads of the columns: a title, a date."""

_Rows = Mapping[int, Mapping[int, tuple[str, Source]]]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns hold the old and the new numbers of a step, and the names of its revisions."""

    old: int
    new: int
    old_name: int | str = ""
    new_name: int | str = ""


def correspondences(
    source: SourceText, revision: RevisionNamed = lambda _: None
) -> tuple[Correspondence, ...]:
    """Return what the rows of every concordance in a file say, in reading order.

    The columns are known by their heads: old and new, in any of the six UN languages or German, or
    the names of revisions, and then each is read against the next. Raises ReadError where no table
    has such heads: which side is which is never guessed.
    """
    found: list[tuple[int, Correspondence]] = []
    columns: tuple[_Columns, ...] = ()
    width = 0
    for rows in _tables(source):
        first, heads = _heads(rows, revision)
        is_wide = max(max(row, default=0) for row in rows.values())
        if not heads and is_wide != width:
            continue  # only a table of the same shape goes on with the one before
        columns, width = heads or columns, is_wide
        found += (
            (len(columns), each)
            for row in sorted(rows)
            if row >= first
            for pair in columns
            if (each := _row(rows[row], pair)) is not None
        )
    if not columns:
        hint = "Head two columns Old and New, or with the names of the revisions."
        raise ReadError("no table of old and new numbers", where=source.file, hint=hint)
    return tuple(_closest(found))


def _closest(found: Sequence[tuple[int, Correspondence]]) -> Iterator[Correspondence]:
    """Leave out what a table of many revisions says of a step that has a table of its own."""
    own = {(each.old_revision, each.revision) for steps, each in found if steps == 1}
    for steps, each in found:
        if steps == 1 or (each.old_revision, each.revision) not in own:
            yield each


def _tables(source: SourceText) -> Iterator[_Rows]:
    """Yield the cells of each table; a cell that goes on says what the one above it does."""
    cells = [each for each in source.blocks if each.cell is not None]
    for _, blocks in groupby(cells, key=lambda each: each.cell and each.cell.table):
        rows: dict[int, dict[int, tuple[str, Source]]] = {}
        for each in blocks:
            cell = each.cell
            if cell is None:
                continue
            row = rows.setdefault(cell.row, {})
            text = each.after.strip()
            if cell.is_merged and not text:
                text = rows.get(cell.row - 1, {}).get(cell.column, ("", each.source))[0]
            before = row.get(cell.column, ("", each.source))[0]
            row[cell.column] = (f"{before}\n{text}".strip(), each.source)
        yield rows


def _heads(rows: _Rows, revision: RevisionNamed) -> tuple[int, tuple[_Columns, ...]]:
    """Return the first row below the heads of a table, and its columns; none without heads."""
    for row in sorted(rows)[:_ABOVE_TABLE]:
        heads = {column: text for column, (text, _) in sorted(rows[row].items())}
        columns = _by_words(heads) or _by_revisions(heads, revision)
        if columns:
            return row + 1, columns
    return 0, ()


def _by_words(heads: Mapping[int, str]) -> tuple[_Columns, ...]:
    numbers = {column: text for column, text in heads.items() if not _TEXT.search(text)}
    old = next((column for column, text in numbers.items() if _OLD.search(text)), None)
    new = next((column for column, text in numbers.items() if _NEW.search(text)), None)
    before = next((column for column, text in heads.items() if _FROM.fullmatch(text)), None)
    behind = next((column for column, text in heads.items() if _TO.fullmatch(text)), None)
    if old is not None and new is not None and old != new:
        names = ("", "") if before is None or behind is None else (before, behind)
        return (_Columns(old, new, *names),)
    if before is not None and behind is not None:
        return (_Columns(before, behind),)
    return ()


def _by_revisions(heads: Mapping[int, str], revision: RevisionNamed) -> tuple[_Columns, ...]:
    named = [(column, name) for column, text in heads.items() if (name := revision(text))]
    return tuple(_Columns(a, b, one, other) for (a, one), (b, other) in pairwise(named))


def _row(cells: Mapping[int, tuple[str, Source]], columns: _Columns) -> Correspondence | None:
    old, new = (cells.get(column, ("", None)) for column in (columns.old, columns.new))
    source = new[1] or old[1]
    if source is None:
        return None
    names: Sequence[str] = [
        name if isinstance(name, str) else cells.get(name, ("",))[0]
        for name in (columns.old_name, columns.new_name)
    ]
    return Correspondence(old[0], new[0], source, *names)
