"""Rebased proposals in, a file in the format asked for out; formats are loaded when first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from amend.errors import AmendError
from amend.model.proposal import Operation
from amend.notices import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from amend.labels import Label
    from amend.model.draft import Revision
    from amend.model.house import HouseStyle
    from amend.model.proposal import Proposal
    from amend.model.rebased import Rebase
    from amend.model.rolling import Collision
    from amend.render.rebase_view import RebaseView


@dataclass(frozen=True, slots=True)
class Reading:
    """How one paragraph of the later revision would read with one proposal: `before` and `after`.

    `paragraph` is its id, "" for a paragraph or an alternative that is asked for; `before` is ""
    then. `splices` say where in `before` which words go and come, in order.
    """

    proposal: str
    paragraph: str
    label: Label | None
    before: str
    after: str
    splices: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RebaseReport:
    """Proposals carried over, and what to print beside them.

    `later` is the revision they are carried over to, `marked` the same with all that is carried
    over as tracked changes; `readings` stand in the order of the new set. `collisions` are those
    of the new set; `made` says when and by what the set was made, and is printed as it is. `house`
    is how a Word file of it looks, None for our looks. `language` is that of its own words.
    """

    rebase: Rebase
    later: Revision
    marked: Revision
    readings: tuple[Reading, ...]
    notices: tuple[Notice, ...] = ()
    collisions: tuple[Collision, ...] = ()
    made: str = ""
    house: HouseStyle | None = None
    language: str = "en"

    def view(self) -> RebaseView:
        """Lay the set out for people; data never load what that takes."""
        from amend.render.rebase_view import rebase_view
        from amend.render.tongue import tongue

        return tongue(self.language).say(replace(rebase_view(self), language=self.language))


def _csv(report: RebaseReport) -> str:
    from amend.render import rebase_table

    return rebase_table.render(report)


def _json(report: RebaseReport) -> str:
    from amend.render import json, rebase_json

    return json.dump(rebase_json.rebase_document(report)) + "\n"


def _html(report: RebaseReport) -> str:
    from amend.render import html

    return html.render_rebase(report.view())


def _md(report: RebaseReport) -> str:
    from amend.render import rebase_md

    return rebase_md.render(report.view())


def _docx(report: RebaseReport) -> bytes:
    from amend.render import word_tracked

    return word_tracked.render(report.marked, report.house)


def untold(report: RebaseReport, out: Path | None, form: str | None) -> tuple[Proposal, ...]:
    """Return the proposals of the new set that the file to be written cannot hold.

    A table has rows for texts and for what a sentence says, a Word file marks for texts that change
    another one, and no place for an alternative to it.
    """
    suffix = f".{(form or (out.suffix if out is not None else '')).lstrip('.')}".lower()
    alternatives = {
        each.id for each in report.rebase.proposals
        if each.operation is Operation.PROPOSE_ALTERNATIVE and suffix == ".docx"
    }  # fmt: skip
    told = {each.proposal for each in report.readings} - alternatives
    rest = [each for each in report.rebase.proposals if each.id not in told]
    if suffix == ".csv":
        from amend.render.rebase_said import said

        rest = [each for each in rest if not said(each)]
    return tuple(rest) if suffix in {".csv", ".docx"} else ()


REBASE_WRITERS: Mapping[str, Callable[[RebaseReport], str | bytes]] = {
    ".docx": _docx,
    ".csv": _csv,
    ".html": _html,
    ".md": _md,
    ".json": _json,
}


def write(report: RebaseReport, suffix: str) -> str | bytes:
    """Return the file in the format of a suffix (".csv"); raises AmendError if it has none."""
    writer = REBASE_WRITERS.get(suffix.lower())
    if writer is None:
        found = f"cannot write {suffix!r} files" if suffix else "the file's name has no suffix"
        hint = f"Name the file with one of {', '.join(REBASE_WRITERS)}."
        raise AmendError(found, hint=hint)
    return writer(report)
