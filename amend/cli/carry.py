"""The command that carries proposals over to a later revision, from files or from a workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amend.cli import parts
from amend.cli.parts import (
    Anonymous,
    AsJson,
    By,
    Folder,
    Form,
    Language,
    Marks,
    Names,
    NoPager,
    Out,
    Plain,
    Profile,
    Strict,
    Template,
    Unnumbered,
)
from amend.errors import AmendError

if TYPE_CHECKING:
    from amend.render.rebase import RebaseReport


def rebase(
    proposals: Annotated[list[Path] | None, typer.Argument(show_default=False)] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="BASE LATER...", help="The base, then the later revisions."),
    ] = None,
    later: Annotated[list[Path] | None, typer.Option(hidden=True)] = None,
    to: Annotated[
        str | None, typer.Option(help="The revision of a workspace to carry over to; the latest.")
    ] = None,
    by: By = None,
    marks: Marks = None,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    folder: Folder = Path(),
    template: Template = None,
    language: Language = None,
    strict: Strict = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """Carry open proposals over to a later revision; what fits nowhere is told.

    Example: amend rebase picum.docx --against rev1.docx rev2.docx -o picum-rev2.docx
    """
    from amend import pipeline

    if bool(proposals) != (against is not None) or (against is not None and not later):
        hint = (
            "From files: amend rebase picum.docx --against rev1.docx rev2.docx; in a workspace: "
            "amend rebase"
        )
        raise AmendError("proposals, their base and a later revision go together", hint=hint)
    house = parts.house(template, out, form)
    with parts.sign_of_life("Carrying over"):
        if proposals and against and later:
            pipeline.refuse_overwriting(out, [*proposals, against, *later])
            revisions = pipeline.read_revisions(
                [against, *later], names or (), profile=profile, unnumbered=unnumbered
            )
            report = pipeline.rebase_files(
                proposals, revisions, by=tuple(by or ()), marks=marks, now=parts.today()
            )
        else:
            report = _of_workspace(folder, to)
    report = parts.in_language(replace(parts.nameless(report, anonymous), house=house), language)
    if not parts.rebase_written(report, out, form, as_json):
        from amend.render import rebase_terminal

        with parts.screen(no_color, no_pager) as screen:
            rebase_terminal.print_rebase(report.view(), screen)
    parts.leave(strict, report.notices)


def _of_workspace(folder: Path, to: str | None) -> RebaseReport:
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        return desk.rebase(to, desk.gather(parts.now()), now=parts.today())
