"""A table of comma-separated values in, its source text out: each filled cell is a block.

Which sign parts the cells is seen from the first rows: Excel takes the one of the country.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path

from amend.errors import ReadError
from amend.model.source import Block, Cell, Run, Source, SourceText
from amend.read.files import decode, load, refuse_wordless

MOST_CELLS = 200_000
_SIGNS = (",", ";", "\t", "|")
# Rows that are looked at to see which sign parts the cells.
_LOOKED_AT = 50
# A first line by which Excel itself says it.
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)
_SAVE = "Save it as UTF-8 (in Excel: Save As, CSV UTF-8), or as .xlsx."


def read(path: Path) -> SourceText:
    """Read a table; raises ReadError."""
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a table that is in memory: UTF-8, or UTF-16 with its mark; raises ReadError."""
    try:
        text = decode(data, file)
    except ReadError as refusal:
        raise ReadError(refusal.message, where=refusal.where, hint=_SAVE) from None
    said = _SAID.match(text)
    skipped = 1 if said else 0
    lines = text[said.end() :] if said else text
    blocks = tuple(_blocks(_rows(lines, said[1] if said else _sign(lines), file), file, skipped))
    refuse_wordless(blocks, file)
    return SourceText(file, hashlib.sha256(data).hexdigest(), "csv", blocks)


def _blocks(rows: Iterator[list[str]], file: str, skipped: int) -> Iterator[Block]:
    place = 0
    for row, cells in enumerate(rows, 1 + skipped):
        for column, text in enumerate(cells, 1):
            if not text.strip():
                continue
            place += 1
            if place > MOST_CELLS:
                found = f"holds more than {MOST_CELLS:,} filled cells"
                raise ReadError(found, where=file, hint="Split the file.")
            runs = (Run(text.strip()),)
            source = Source(file, place, row=f"row {row}")
            yield Block(runs, source, cell=Cell(1, row, column))


def _rows(text: str, sign: str, file: str) -> Iterator[list[str]]:
    """Yield the rows; a quoted cell may hold lines. Raises ReadError for what is no table."""
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=sign)
    except csv.Error as failure:
        hint = "Check its quotation marks, or save it as .xlsx."
        raise ReadError(f"is no table ({failure})", where=file, hint=hint) from None


def _sign(text: str) -> str:
    """Return the sign that parts most rows into the same number of cells, several at least."""
    return max(_SIGNS, key=lambda sign: (_agreeing(text, sign), -_SIGNS.index(sign)))


def _agreeing(text: str, sign: str) -> tuple[int, int]:
    try:
        rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _LOOKED_AT))
    except csv.Error:
        return 0, 0
    return _best([len(row) for row in rows if row])


def _best(widths: Sequence[int]) -> tuple[int, int]:
    counts = Counter(width for width in widths if width > 1)
    return max(((count, width) for width, count in counts.items()), default=(0, 0))
