"""Commands with which a person rules: fate, target, link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amend.cli import parts
from amend.cli.parts import Folder

if TYPE_CHECKING:
    from amend.model.ruling import PersonRuling
    from amend.workspace import Workspace


def fate(
    proposal: Annotated[str, typer.Argument(show_default=False, help="The proposal's id.")],
    fate: Annotated[str, typer.Argument(show_default=False, help="superseded by equivalent ...")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    revision: Annotated[str | None, typer.Option("--of", help="The revision; else latest.")] = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    folder: Folder = Path(),
) -> None:
    """Rule what became of a proposal.

    Example: amend rule fate picum-rev1.2 "superseded by equivalent" --by "A. Reader"
    """
    from amend.meant import choose_fate
    from amend.model.ruling import Matter, PersonRuling

    ruling = PersonRuling(
        Matter.FATE, by, parts.today(), why, proposal, choose_fate(fate), revision
    )
    _rule(folder, lambda _: ruling)


def target(
    proposal: Annotated[str, typer.Argument(show_default=False, help="The proposal's id.")],
    labels: Annotated[list[str], typer.Argument(show_default=False, help="42bis ...")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    folder: Folder = Path(),
) -> None:
    """Rule which paragraphs a proposal is on.

    Example: amend rule target picum-rev1.2 42bis --by "A. Reader"
    """
    from amend.model.ruling import Matter, PersonRuling

    _rule(folder, lambda desk: PersonRuling(
        Matter.TARGET, by, parts.today(), why, proposal, old=desk.labels(labels)
    ))  # fmt: skip


def link(
    old: Annotated[list[str], typer.Argument(show_default=False, help="12")],
    to: Annotated[list[str], typer.Option("--to", help="14; repeat it for a split.")],
    old_revision: Annotated[str, typer.Option("--from", help="The revision of the old labels.")],
    revision: Annotated[str, typer.Option("--of", help="The revision of the new labels.")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    unlink: Annotated[bool, typer.Option("--not", help="They are not the same.")] = False,
    folder: Folder = Path(),
) -> None:
    """Rule that paragraphs became others; with --not, that they did not.

    Example: amend rule link 12 --to 14 --to 15 --from "Rev 1" --of "Rev 2" --by "A. Reader"
    """
    from amend.model.ruling import Matter, PersonRuling

    matter = Matter.UNLINK if unlink else Matter.LINK
    _rule(folder, lambda desk: PersonRuling(
        matter, by, parts.today(), why, revision=revision, old_revision=old_revision,
        old=desk.labels(old), new=desk.labels(to),
    ))  # fmt: skip


def _rule(folder: Path, make: Callable[[Workspace], PersonRuling]) -> None:
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        desk.gather(parts.now())
        is_new = desk.rule(make(desk), parts.now())
    parts.say("the ruling is stored" if is_new else "the ruling was stored already")
