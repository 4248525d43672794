"""The command on a saved discussion page: import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from amend.cli import parts
from amend.cli.parts import AsJson, Folder, Plain, Strict


def import_(
    page: Annotated[Path, typer.Argument(show_default=False)],
    replace: Annotated[bool, typer.Option("--replace", help="Put a corrected page in.")] = False,
    folder: Folder = Path(),
    as_json: AsJson = False,
    strict: Strict = False,
    no_color: Plain = False,
) -> None:
    """Read the postings of a saved discussion page into a register of submissions.

    In a workspace the register is stored.

    Example: amend import discussion.html
    """
    from amend.render import register as shown
    from amend.workspace import import_page

    register, state = import_page(page, folder, now=parts.now(), replaces=replace)
    if as_json:
        from amend.render import json

        parts.emit(json.dump(shown.document(register, state=state)))
    else:
        from amend.render import terminal

        screen = terminal.console(plain=no_color)
        terminal.print_table(shown.HEAD, shown.rows(register), screen)
        for line in shown.summary(register, state=state):
            parts.say(line)
    parts.tell(register.notices)
    parts.leave(strict, register.notices)
