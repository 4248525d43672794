"""What a workspace has stored, in; what is found in it, to be told by any report, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from amend import pipeline
from amend.errors import WorkspaceError
from amend.match.thresholds import Thresholds
from amend.model.comparison import Chain
from amend.model.draft import Revision, Role
from amend.model.ruling import Course, Given
from amend.notices import Notice
from amend.read import read_bytes
from amend.store.archive import Archive
from amend.store.naming import find
from amend.store.settings import Settings
from amend.store.weighty import FILE as WEIGHTY
from amend.store.workspace import agreed_files

if TYPE_CHECKING:
    from amend.model.audit import Audit
    from amend.render.rebase import RebaseReport


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is known of a workspace: the chain, the courses, and what to be told.

    `asking` are the courses by which words are traced: they count agreed language, too. `language`
    is what amend.toml has the report written in, or else the text: None for neither.
    """

    title: str
    profile: str
    chain: Chain
    courses: tuple[Course, ...]
    asking: tuple[Course, ...]
    record: tuple[Given, ...]
    notices: tuple[Notice, ...]
    thresholds: Thresholds = field(default_factory=Thresholds)
    agreed: tuple[str, ...] = ()
    language: str | None = None
    audits: tuple[Audit, ...] = ()


def findings(
    folder: Path, settings: Settings, archive: Archive, notices: Iterable[Notice] = ()
) -> Findings:
    """Compare and judge all that is stored; raises WorkspaceError if there are no drafts."""
    revisions = _revisions(folder, archive)
    record = archive.record()
    said = tuple(each.ruling for each in record if each.withdrawal is None)
    rulings, moved = pipeline.on_steps(revisions, said)
    table = folder / WEIGHTY
    made = pipeline.chain(revisions, rulings, table if table.is_file() else None)
    proposals, told = pipeline.settle(archive.submissions())
    told = pipeline.unanswered(told, proposals, revisions, said)
    alignments = [each.alignment for each in made.comparisons]
    agreed, shares = _agreed(folder, settings), Thresholds(**settings.thresholds)
    courses = pipeline.judge(
        proposals, revisions, rulings, shares, alignments=alignments, agreed=agreed
    )
    asking = pipeline.asking(made, courses, agreed, rulings)
    every = (*notices, *moved, *pipeline.chain_notices(made), *told)
    language = settings.report or pipeline.spoken(settings.language)
    title = settings.title or _title(revisions) or folder.resolve().name
    return Findings(
        title, settings.profile, made, courses, asking, record, tuple(dict.fromkeys(every)),
        shares, tuple(each.name for each in agreed), language,
    )  # fmt: skip


def audits(settings: Settings, archive: Archive) -> tuple[Audit, ...]:
    """Audit every stored file that declares changes; see `pipeline.audits`."""

    def kept(name: str, file: str, sha256: str) -> pipeline.Kept:
        return pipeline.Kept(name, file, lambda: read_bytes(archive.data(sha256), file))

    hashes = {each.file: each.sha256 for each in archive.stored() if each.name is None}
    drafts = [(each, kept(each.name, each.file, each.sha256)) for each in archive.revisions()]
    asked = (
        (each.proposals[0].base, kept(each.file, each.file, hashes[each.file]))
        for each in archive.submissions()
        if each.proposals
    )
    return pipeline.audits(drafts, asked, settings.profile)


def rebase(
    folder: Path, settings: Settings, archive: Archive, to: str | None,
    notices: Iterable[Notice] = (), *, now: str,
) -> RebaseReport:  # fmt: skip
    """Carry all proposals over to a revision, by its name; None is the latest.

    Those made on later revisions are left alone. Agreed language does not matter here: its words
    earn no credit, but where they stand they need not be asked for again. Raises WorkspaceError
    for an unknown name.
    """
    every = _revisions(folder, archive)
    last = find(to, every) if to else every[-1]
    revisions = every[: every.index(last) + 1]
    names = {each.name for each in every[len(revisions) :]}
    proposals, told = pipeline.settle(archive.submissions())
    here = [each for each in proposals if each.base not in names]
    said = archive.rulings()
    rulings, moved = pipeline.on_steps(revisions, said)
    told = pipeline.unanswered(told, proposals, every, said)
    courses = pipeline.judge(here, revisions, rulings, Thresholds(**settings.thresholds))
    found = pipeline.rebase(courses, revisions, rulings)
    every_notice = tuple(dict.fromkeys((*notices, *moved, *told)))
    return pipeline.rebase_report(found, last, every_notice, now=now)


def _revisions(folder: Path, archive: Archive) -> tuple[Revision, ...]:
    revisions = archive.revisions()
    if not revisions:
        hint = "Put the drafts into drafts/ (zero.docx, rev1.docx ...), or run amend add FILE."
        raise WorkspaceError("there is no draft in it", where=folder, hint=hint)
    return tuple(revisions)


def _agreed(folder: Path, settings: Settings) -> tuple[Revision, ...]:
    """Read the texts of agreed language that amend.toml names; raises AmendError."""
    files, profile = agreed_files(folder, settings.agreed), settings.profile
    return tuple(pipeline.read_revision(path, name=name, profile=profile) for path, name in files)


def _title(revisions: Sequence[Revision]) -> str:
    """The title of the latest draft that has one: a PDF often leaves it on a cover."""
    return next(filter(None, map(_first_heading, reversed(revisions))), "")


def _first_heading(revision: Revision) -> str:
    first = next((each for each in revision.paragraphs if each.role is Role.HEADING), None)
    return first.text if first is not None and first.label is None else ""
