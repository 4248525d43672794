"""The command that looks for the texts of any document in later revisions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from amend.cli import parts
from amend.cli.parts import AsJson, Names, Plain, Profile, Unnumbered


def follow(
    texts: Annotated[Path, typer.Argument(show_default=False)],
    later: Annotated[list[Path], typer.Argument(show_default=False)],
    only: Annotated[str | None, typer.Option(help="The number of one text alone.")] = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    no_color: Plain = False,
) -> None:
    """Look where the texts of any document live on, however they were reworded; no verdict.

    Example: amend follow letter.docx rev1.docx rev2.docx --only 9
    """
    from amend import pipeline

    asked = pipeline.read_revision(texts, name=texts.stem, profile=profile)
    with parts.sign_of_life("Following"):
        revisions = pipeline.read_revisions(
            later, names or (), profile=profile, unnumbered=unnumbered
        )
        found = pipeline.follow(asked, revisions, only)
    from amend.render import follow as rendered

    if as_json:
        parts.document(revisions=[e.name for e in revisions], texts=rendered.data(found))
        return
    from amend.render import terminal

    screen = terminal.console(plain=no_color)
    terminal.print_list(rendered.HEAD, rendered.rows(found), screen)
    parts.say("Likeness proves nothing: look there. What was adopted, amend check says.")
