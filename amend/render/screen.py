"""What every screen is made of: foreign text that cannot steer it, redlines, numbered paragraphs.

With `terminal.py`, which lays the views out, the one room that knows rich.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from io import TextIOBase
from typing import IO, cast

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from amend.model.comparison import Op
from amend.render.redlines import shown
from amend.render.shapes import Segment

# A screen has no isolation: a direction that is not closed would turn all that follows.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
LABEL = 8
"""Characters of the column that holds the numbers."""
_STYLES = {Op.KEEP: "", Op.INSERT: "bold green underline", Op.DELETE: "red strike"}
_FILLING = re.compile(r"(?<! ) +(?=\n)")
_MARKS = {Op.KEEP: ("", ""), Op.INSERT: ("{+", "+}"), Op.DELETE: ("[-", "-]")}


class _Trimmed(TextIOBase):
    """A stream that drops the spaces with which rich fills its lines up; it gets whole lines."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self._stream, "encoding", None) or "utf-8"

    def write(self, text: str) -> int:
        self._stream.write(_FILLING.sub("", text))
        return len(text)

    def flush(self) -> None:
        self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()


def console(
    stream: IO[str] | None = None, *, width: int | None = None, plain: bool = False
) -> Console:
    """Return a screen on a stream (stdout); `plain` leaves colour out, as NO_COLOR does.

    What goes to a file or another program carries no spaces at the ends of its lines.
    """
    file = stream or sys.stdout
    return Console(
        file=file if file.isatty() else cast("IO[str]", _Trimmed(file)),
        width=width,
        no_color=plain or None,
        color_system=None if plain else "auto",
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def plain(text: str) -> Text:
    """Return foreign text that rich will not read as markup."""
    return line(shown(text))


def safe(text: str) -> str:
    """Return text without signs that turn the direction of a line."""
    return _DIRECTIONS.sub("\ufffd", text)


def line(text: str, style: str = "") -> Text:
    """Return a text in one style; nothing in it is markup."""
    return Text(safe(text), style=style)


def redline(parts: Iterable[Segment], screen: Console) -> Text:
    """Return segments in colour, or between [- -] and {+ +} on a screen without."""
    has_colour = screen.color_system is not None and not screen.no_color
    found = Text()
    for part in parts:
        before, words, behind = part.parts
        opening, closing = ("", "") if has_colour or not words else _MARKS[part.op]
        found.append(safe(before))
        found.append(f"{opening}{safe(words)}{closing}", _STYLES[part.op] if has_colour else "")
        found.append(safe(behind))
    return found


def labelled(label: str, body: RenderableType, width: int = LABEL, page: str = "") -> Table:
    """Return a paragraph with its number beside it; "" leaves the place of the number empty.

    Its page stands below the number; on a paragraph of one line it would make a second.
    """
    grid = Table.grid(padding=(0, 1, 1, 0), expand=True)
    grid.add_column(width=width, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    named = line(label, "bold")
    if page:
        named = named.append("\n" if label else "").append(safe(page), "dim")
    grid.add_row(named, body)
    return grid


def listing() -> Table:
    """Return an empty table without edges, for lists."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")


def notice(code: str, where: str, text: str) -> Text:
    """Return a notice as one line: code, place, sentence."""
    return Text.assemble((f"{code}: ", "yellow"), safe(f"{where}: "), safe(text))
