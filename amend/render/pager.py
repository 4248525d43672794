"""A screen in, one whose long answers are leafed through out: on a terminal, never in a pipe."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.pager import Pager

_USUAL = "less"
# What git sets, too: quit if it fits on one screen, show colours, leave the screen as it is.
_LESS = "FRX"


class Leaf(Pager):
    """Shows a text through the program that PAGER names, or `less`; a short one as it is."""

    def __init__(self, height: int, settings: Mapping[str, str]) -> None:
        """`height` is that of the terminal in lines, `settings` are the environment."""
        self._height, self._settings = height, settings

    def show(self, content: str) -> None:
        """Show it; where the program cannot be started, print it."""
        command = self.command(content)
        if command and _leafed(command, content, {"LESS": _LESS, **self._settings}):
            return
        sys.stdout.write(content)
        sys.stdout.flush()

    def command(self, content: str) -> list[str]:
        """Return the program to call and its options; nothing for what fits on the screen."""
        if content.count("\n") < self._height:
            return []
        try:
            return shlex.split(self._settings.get("PAGER", _USUAL))
        except ValueError:  # a quotation that does not end
            return [_USUAL]


def _leafed(command: list[str], content: str, settings: dict[str, str]) -> bool:
    try:
        subprocess.run(command, input=content.encode(), env=settings, check=False)  # noqa: S603 - the user's own pager
    except OSError:
        return False
    return True


@contextmanager
def paged(screen: Console, *, wanted: bool = True) -> Iterator[Console]:
    """Hold back what is printed on a screen, then let the reader leaf through it.

    Nothing is held back in a pipe, on a terminal that cannot move its cursor, or where nobody is
    at the keys.
    """
    is_read = screen.is_terminal and not screen.is_dumb_terminal and sys.stdin.isatty()
    if not (wanted and is_read):
        yield screen
        return
    with screen.pager(Leaf(screen.height, os.environ), styles=True):
        yield screen
