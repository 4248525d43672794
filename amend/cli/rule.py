"""Commands with which a person rules: fate, target, link, concordance, withdraw."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amend.cli import parts
from amend.cli.parts import Folder, Strict

if TYPE_CHECKING:
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
    _rule(folder, lambda desk: desk.rulings.fate(ruling, parts.now()))


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

    ruling = PersonRuling(Matter.TARGET, by, parts.today(), why, proposal)
    _rule(folder, lambda desk: desk.rulings.target(ruling, labels, parts.now()))


def link(
    old_revision: Annotated[str, typer.Option("--from", help="The revision of the old labels.")],
    revision: Annotated[str, typer.Option("--of", help="The revision of the new labels.")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    old: Annotated[list[str] | None, typer.Argument(show_default=False, help="12")] = None,
    to: Annotated[list[str] | None, typer.Option("--to", help="14; repeat it for a split.")] = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    unlink: Annotated[bool, typer.Option("--not", help="They are not the same.")] = False,
    gone: Annotated[bool, typer.Option("--gone", help="They became nothing.")] = False,
    is_new: Annotated[bool, typer.Option("--new", help="They came from nothing.")] = False,
    folder: Folder = Path(),
) -> None:
    """Rule that paragraphs became others; with --not, that they did not.

    Example: amend rule link 12 --to 14 --to 15 --from "Rev 1" --of "Rev 2" --by "A. Reader"
    """
    from amend.meant import refuse_half
    from amend.model.ruling import Matter, PersonRuling

    refuse_half(old or (), to or (), gone=gone, is_new=is_new)
    ruling = PersonRuling(
        Matter.UNLINK if unlink else Matter.LINK, by, parts.today(), why,
        revision=revision, old_revision=old_revision,
    )  # fmt: skip
    _rule(folder, lambda desk: desk.rulings.link(ruling, old or (), to or (), parts.now()))


def concordance(
    file: Annotated[Path, typer.Argument(show_default=False)],
    by: Annotated[str, typer.Option(help="Who rules.")],
    old_revision: Annotated[
        str | None, typer.Option("--from", help="The revision of the old numbers.")
    ] = None,
    revision: Annotated[
        str | None, typer.Option("--of", help="The revision of the new numbers.")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    strict: Strict = False,
    folder: Folder = Path(),
) -> None:
    """Take an official concordance for rulings: a table of old and new numbers.

    Example: amend rule concordance table.xlsx --from "Rev 1" --of "Rev 2" --by Secretariat
    """
    from amend.model.ruling import Matter, PersonRuling
    from amend.workspace import Workspace

    ruling = PersonRuling(
        Matter.LINK, by, parts.today(), why, revision=revision, old_revision=old_revision
    )
    with Workspace(folder) as desk:
        desk.gather(parts.now())
        made, new, told = desk.rulings.concordance(file, ruling, parts.now())
    parts.tell(told)
    parts.say(f"{parts.counted(made, 'ruling')} read, {new} of them new and stored")
    parts.leave(strict, told)


def withdraw(
    number: Annotated[int, typer.Argument(show_default=False, help="Its number: list rulings.")],
    by: Annotated[str, typer.Option(help="Who withdraws it.")],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    folder: Folder = Path(),
) -> None:
    """Withdraw a ruling; it stays in the record, and holds no more.

    Example: amend rule withdraw 3 --by "A. Reader" --why "it was 13 that was meant"
    """
    from amend.model.ruling import Withdrawal
    from amend.render.lists import ruled
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        given = desk.rulings.withdraw(number, Withdrawal(by, parts.today(), why), parts.now())
    parts.say(f"ruling {given.number} is withdrawn: {ruled(given.ruling)}")


def _rule(folder: Path, store: Callable[[Workspace], bool]) -> None:
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        desk.gather(parts.now())
        is_new = store(desk)
    parts.say("the ruling is stored" if is_new else "the ruling was stored already")
