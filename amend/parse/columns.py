"""The cells of a table in, its rows out: each cell under what its column's header calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amend.model.source import Block, Look, Run, Source

# What a column is called, in the order in which its header is asked.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "proposed",
            r"^(?:delegation|country|party|member(?:\s+state)?)\S*\s+(?:propos|amend|suggest)"
            r"|^(?:propos\w*|amendments?|suggest\w*|submi\w+)\b.*\bby\s+\S",
        ),
        (
            "by",
            r"propos(?:er|ers|ent|ing|ed\s+by)\b|proponents?\b|submitted\s+by|submitter|delegation|member\b"
            r"|country|party\b|organi[sz]ation|author|source\b|autor|proponente|auteur|pa[íi]s\b|pays\b",
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
_SAYING = re.compile(
    r"comments?\b|remarks?\b|observations?\b|comentarios?|commentaires?", re.IGNORECASE
)
# What a header says of a column, not of who asks: stripped from both its ends.
_GENERAL = frozenset(
    """a an the and or of by from for in on to as with de del la le les el los du des par por
    proposal proposals proposed propose proposing propuesta propuesto proposition proposé proposée
    amendment amendments amended amending enmienda enmiendas amendement suggested suggestion
    suggestions revised revision revisions rev changed change changes modified modification
    modifications new nuevo nouveau text texts texto texte wording language formulation drafting
    draft zero paragraph paragraphs para paras article articles alternative alternatives option
    options version column submitted submission edit edits redraft base current comment comments
    delegation delegations country countries party parties member members state states
    a b c i ii iii""".split()
)
_LONGEST_HEAD = 60
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and the proponents its header names: "Proposal by Osmere"."""

    name: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One proposed cell of a table with the cells beside it, by the names of their columns.

    `number` is the row's place, the header counted. `by` are the proponents its column or row
    names. `runs` are those of the proposed cell with its deletions, which its text leaves out;
    `is_speech` marks a column of comments, whose cells are never the text asked for.
    """

    number: int
    cells: Mapping[str, str]
    source: Source
    by: tuple[str, ...] = ()
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


def columns(blocks: Iterable[Block]) -> dict[int, Column]:
    """Name the columns of one table by its first row; empty if it is no submission matrix.

    A second column of proposed text counts where its header names a proponent. Without a column of
    proposed text, comments beside a paragraph number are read for what they ask.
    """
    found: dict[int, Column] = {}
    texts = _heads(blocks)
    for column, text in texts.items():
        name = _named(text, {each.name for each in found.values()})
        if name is not None:
            found[column] = Column(name, _proponents(text) if name == "proposed" else ())
    names = {each.name: column for column, each in found.items()}
    if "proposed" in names:
        return found if len(found) > 1 else {}
    remark = names.get("remark")
    if "label" not in names or remark is None or not _SAYING.search(texts[remark]):
        return {}
    return {**found, remark: Column("speech")}


def rows(blocks: Sequence[Block]) -> Iterator[Row]:
    """Read the rows below the headers, table by table; one for each column of proposed text."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    for table in tables.values():
        named = columns(table)
        below: dict[int, list[Block]] = {}
        for block in table:
            if block.cell is not None and block.cell.row > 1:
                below.setdefault(block.cell.row, []).append(block)
        for number, row in below.items():
            yield from _of(number, row, named)


def _heads(blocks: Iterable[Block]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for block in blocks:
        if block.cell is not None and block.cell.row == 1:
            text = f"{texts.get(block.cell.column, '')} {block.after}"
            texts[block.cell.column] = " ".join(text.split())
    return texts


def _named(text: str, taken: set[str]) -> str | None:
    if len(text) > _LONGEST_HEAD:
        return None
    for name, pattern in _COLUMNS:
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
    return bare in _GENERAL or not bare or bare.isdigit()


def names_in(text: str) -> tuple[str, ...]:
    """Part a cell that names several proponents, at commas, semicolons, slashes and lines."""
    return tuple(name for each in re.split(r"\s*[,;/\n]\s*", text) if (name := each.strip()))


def _of(number: int, row: Sequence[Block], named: Mapping[int, Column]) -> Iterator[Row]:
    cells: dict[str, str] = {}
    for block in row:
        column = named.get(block.cell.column) if block.cell is not None else None
        if column is not None and column.name not in {"proposed", "speech"}:
            cells[column.name] = f"{cells.get(column.name, '')}\n{_written(block)}".strip()
    for place, column in named.items():
        if column.name not in {"proposed", "speech"}:
            continue
        here = [block for block in row if block.cell is not None and block.cell.column == place]
        text = "\n".join(each for block in here if (each := _written(block, is_asked=True)))
        by = column.by or names_in(cells.get("by", ""))
        runs = tuple(run for block in here for run in block.runs)
        own = {**cells, "proposed": text}
        yield Row(number, own, row[0].source, by, runs, column.name == "speech")


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
