"""The plain sources of the worked example -> drafts, tracked changes and tables as values.

A draft source is a head of `name: value` lines, then paragraphs parted by blank lines, wrapped at
will. `= ` opens the title, `# ` a heading, `12. ` or `9 bis. ` or `(a) ` a numbered paragraph;
anything else has no number. `*words*` are italic. In a draft numbered by Word, `!` before a number
says that the drafters typed it: such numbers stand in the text, as all do in the zero draft.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_NUMBERED = re.compile(r"(!?)(\[?)((\d+) ?(bis|ter|pre|alt)?\.) (.*)")
_POINT = re.compile(r"\(([a-z]+)\) (.*)")
_ROMAN = ("i", "ii", "iii", "iv", "v")
KEY_WORDS = 5  # a paragraph without a number is known in the key by this many of its first words


class Kind(StrEnum):
    """What a paragraph of a source is; the values name its style in the Word file."""

    TITLE = "Title"
    HEADING = "Heading1"
    PLAIN = "Normal"
    NUMBERED = "Numbered"
    POINT = "Point"
    SUBPOINT = "Subpoint"


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of a draft source; `text` keeps the `*` that open and close italics.

    `printed` is the number as the page shows it, "9 bis." or "(a)"; `number` and `suffix` are its
    parts, 0 and "" for a point. `typed` says that the number stands in the text.
    """

    kind: Kind
    text: str
    key: str
    printed: str = ""
    number: int = 0
    suffix: str = ""
    typed: bool = False

    @property
    def words(self) -> str:
        """The text as the Word file holds it, without marks of italics; a typed number included."""
        plain = self.text.replace("*", "")
        if not self.typed:
            return plain
        if plain.startswith("["):
            return f"[{self.printed}\t{plain[1:]}"
        return f"{self.printed}\t{plain}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A revision as its source gives it: document symbol, date in words, paragraphs in order."""

    symbol: str
    date: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: `delete` and `insert` at `after` (words of the base) in paragraph `on`.

    `insert` follows `delete`, or `after` where nothing is deleted. `whole` is "" for a change
    inside the paragraph, "delete" to strike all of it, "insert" for a new paragraph behind it.
    """

    by: str
    date: str
    on: str
    after: str = ""
    delete: str = ""
    insert: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A proposal file in tracked changes: the name of its base draft, and the changes."""

    base: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A proposal file that is a table; `opening` are the paragraphs that stand above it."""

    opening: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_prose(path: Path) -> tuple[str, ...]:
    """Read paragraphs parted by blank lines; a line break inside one becomes a space."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    return tuple(" ".join(block.split("\n")) for block in blocks)


def read_draft(path: Path) -> Draft:
    """Read a draft source; raises ValueError where its head is not complete."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    told = dict(line.split(": ", 1) for line in head.splitlines())
    if told.keys() != {"symbol", "date", "numbers"}:
        raise ValueError(f"{path.name}: write symbol, date and numbers at its head")
    entries: list[Entry] = []
    for block in re.split(r"\n\s*\n", body.strip()):
        line = " ".join(block.split("\n"))
        entries.append(_entry(line, entries, typed=told["numbers"] == "typed"))
    return Draft(told["symbol"], told["date"], tuple(entries))


def read_table(path: Path) -> Table | Tracked:
    """Read a proposal source in TOML: a table if it has `rows`, else tracked changes."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    if "rows" in told:
        return Table(tuple(told["opening"]), tuple(tuple(row) for row in told["rows"]))
    return Tracked(told["base"], tuple(Change(**change) for change in told["change"]))


def _entry(line: str, before: list[Entry], *, typed: bool) -> Entry:
    if numbered := _NUMBERED.fullmatch(line):
        mark, bracket, printed, number, suffix, rest = numbered.groups(default="")
        at, typed = int(number), typed or bool(mark)
        return Entry(
            Kind.NUMBERED, bracket + rest, number + suffix, printed, at, suffix, typed=typed
        )
    if point := _POINT.fullmatch(line):
        return _point(point[1], point[2], before, typed=typed)
    for sign, kind in (("= ", Kind.TITLE), ("# ", Kind.HEADING), ("", Kind.PLAIN)):
        if line.startswith(sign):
            text = line.removeprefix(sign)
            return Entry(kind, text, "~" + " ".join(text.replace("*", "").split()[:KEY_WORDS]))
    raise AssertionError("every line starts with nothing at least")


def _point(letter: str, text: str, before: list[Entry], *, typed: bool) -> Entry:
    kind, over = Kind.POINT, Kind.NUMBERED
    if letter in _ROMAN:
        kind, over = Kind.SUBPOINT, Kind.POINT
    parent = next(each.key for each in reversed(before) if each.kind is over)
    return Entry(kind, text, f"{parent}({letter})", f"({letter})", typed=typed)
