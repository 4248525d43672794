"""A folder that remembers, in; what is stored in it, and the report on it, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from amend import pipeline, said
from amend.errors import AmendError, ReadError, WorkspaceError
from amend.findings import Findings, audits, findings, rebase
from amend.model import form
from amend.model.draft import Revision
from amend.model.proposal import Submission
from amend.model.submission import Register
from amend.notices import Code, Notice
from amend.read import read_bytes
from amend.read.files import load
from amend.rulings import Rulings
from amend.store.archive import Archive
from amend.store.naming import find
from amend.store.proponents import proponent_and_revision
from amend.store.settings import Settings, load_settings
from amend.store.workspace import (
    DRAFTS,
    PROPOSALS,
    Discovery,
    ProposalFile,
    discover,
)
from amend.store.workspace import init as init_folders

if TYPE_CHECKING:
    from amend.model.audit import Audit
    from amend.render.rebase import RebaseReport

_OR_PROPOSALS = "If it holds proposals, say so: --by NAME --on REVISION."


@dataclass(frozen=True, slots=True)
class Added:
    """What `amend add` did with one file: its kind, the name it has now, and if it was new."""

    file: str
    kind: str
    name: str
    parts: int
    is_new: bool


def is_workspace(folder: Path) -> bool:
    """Whether a folder is set up to remember: it has drafts/ or amend.toml."""
    return (folder / DRAFTS).is_dir() or (folder / "amend.toml").exists()


def init(folder: Path) -> tuple[Path, ...]:
    """Make a workspace and the form for proposals in it; return what was made, in that order.

    What is there already stays as it is. Raises AmendError if something cannot be made.
    """
    made = init_folders(folder)
    path = folder / PROPOSALS / form.FILE
    if path.exists():
        return made
    from amend.render.template import template

    pipeline.save(path, template())
    return (*made, path)


class Workspace:
    """A folder with drafts/, proposals/ and a database; a context manager that closes it."""

    def __init__(self, folder: Path) -> None:
        """Read the settings and open the database, made or brought up to date where needed.

        Raises WorkspaceError if the folder is no workspace or the database cannot be used.
        """
        self.folder = folder
        self.settings: Settings = load_settings(folder)
        if not is_workspace(folder):
            hint = "Run `amend init`, or go to the folder that holds drafts/ and proposals/."
            raise WorkspaceError("is no workspace: it has no drafts/", where=folder, hint=hint)
        self.archive = Archive.open(self.settings.database, folder=folder)
        self.rulings = Rulings(self.archive, self.settings.profile)

    def __enter__(self) -> Workspace:
        """Use the workspace in a with statement."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the database."""
        self.archive.close()

    def add(
        self, path: Path, *, now: datetime, name: str | None = None, by: tuple[str, ...] = (),
        on: str | None = None, date: str | None = None, replaces: bool = False,
    ) -> tuple[Added, tuple[Notice, ...]]:  # fmt: skip
        """Store one file, as a draft or as proposals; the same file twice changes nothing.

        It is a file of proposals if `by` or `on` is given, if it lies in proposals/, or if its name
        speaks of a proponent and a revision. Raises AmendError; then nothing of it is stored.
        """
        data = load(path)
        date = said.day(date) if date else None
        known = self.archive.revisions()
        says = proponent_and_revision(path.stem, [each.name for each in known])
        in_proposals = path.resolve().parent.name == "proposals"
        if name is None and (by or on or in_proposals or (says.proponent and says.revision)):
            wanted = on or says.revision
            people = (says.proponent,) if says.proponent else ()
            file = ProposalFile(path, people, wanted, date)
            return self._add_proposals(file, data, known, now, by=by, replaces=replaces)
        return self._add_draft(
            path, data, now, name=name, date=date, replaces=replaces, hint=_OR_PROPOSALS
        )

    def _add_draft(
        self, path: Path, data: bytes, now: datetime, *, name: str | None, date: str | None,
        replaces: bool, language: str | None = None, hint: str = "",
    ) -> tuple[Added, tuple[Notice, ...]]:  # fmt: skip
        revision = pipeline.revision_of_bytes(
            data, path.name, name=name, date=date, profile=self.settings.profile,
            language=language or self.settings.language,
        )  # fmt: skip
        pipeline.refuse_unnumbered(revision, path, hint)
        is_new = self.archive.add_revision(revision, data, now=now, replace=replaces)
        parts = len(revision.paragraphs)
        return Added(path.name, "draft", revision.name, parts, is_new), revision.notices

    def _add_proposals(
        self, file: ProposalFile, data: bytes, known: Sequence[Revision], now: datetime, *,
        replaces: bool, by: tuple[str, ...] = (),
    ) -> tuple[Added, tuple[Notice, ...]]:  # fmt: skip
        submission = _submission(file, data, known, by or self._said(file), self._marks(file))
        is_new = self.archive.add_submission(submission, data, now=now, replace=replaces)
        parts = len(submission.proposals)
        who = ", ".join(_names(submission)) or "proponent unknown"
        return Added(file.path.name, "proposals", who, parts, is_new), submission.notices

    def _said(self, file: ProposalFile) -> tuple[str, ...]:
        """Return the proponents that amend.toml names for a file: they outrank the file itself."""
        entry = said.entry_of(self.settings.proposals, file.path)
        return entry.by if entry is not None else ()

    def _marks(self, file: ProposalFile) -> str | None:
        """Return what amend.toml says that the looks of a file mean."""
        entry = said.entry_of(self.settings.proposals, file.path)
        return entry.marks if entry is not None else None

    def import_page(
        self, path: Path, *, now: datetime, replaces: bool = False
    ) -> tuple[Register, bool]:
        """Read the postings of a saved discussion page and store them; says whether they are new.

        Names that `[[aliases]]` in amend.toml joins are joined; no others are. Raises ReadError.
        """
        data = load(path)
        confirmed = {
            name: each.name for each in self.settings.aliases for name in (each.name, *each.also)
        }
        register = pipeline.register_of(data, path.name, confirmed=confirmed)
        is_new = self.archive.add_register(register, data, now=now, replace=replaces)
        return register, is_new

    def gather(self, now: datetime) -> tuple[Notice, ...]:
        """Bring the database up to date with drafts/ and proposals/; the files there win.

        What was said of a file when it was added holds as long as its bytes do, unless amend.toml
        says otherwise. All proposals are read again, from the stored bytes where the file is
        elsewhere: a corrected draft may give their paragraphs other places. Returns what could not
        be told or read; a file of proposals that cannot be read is left out, by name. Raises
        AmendError for such a draft: the report would pass a revision over.
        """
        found = discover(self.folder, self.settings)
        notices = [*self.settings.notices, *found.notices, *self._filled_form()]
        loaded = [(each, load(each.path)) for each in found.drafts]
        drafts = said.drafts_as_said(loaded, self.archive.revisions(), self.settings.drafts)
        for draft, (_, data) in zip(drafts, loaded, strict=True):
            self._add_draft(
                draft.path, data, now, name=draft.name, date=draft.date, replaces=True,
                language=draft.language,
            )  # fmt: skip
        known = self.archive.revisions()
        before = {each.file: each for each in self.archive.submissions()}
        hashes = {each.file: each.sha256 for each in self.archive.stored() if each.name is None}
        for file in found.proposals:
            notices += self._gather(file, found, known, now, before, hashes)
        here = {each.path.name for each in found.proposals}
        for name in sorted(before.keys() - here):
            file, data = said.stored_file(before[name]), self.archive.data(hashes[name])
            self._add_proposals(file, data, known, now, replaces=True, by=before[name].by)
        return tuple(notices)

    def _filled_form(self) -> Iterator[Notice]:
        """Tell where somebody wrote into the form itself: its name says nothing of who asks."""
        path = self.folder / PROPOSALS / form.FILE
        if not path.is_file():
            return
        where = f"{PROPOSALS}/{form.FILE}"
        try:
            is_filled = not form.is_blank(read_bytes(load(path), path.name))
        except ReadError as refusal:
            yield Notice(Code.FILE_SKIPPED, where, f"{refusal.message}. {refusal.hint}")
            return
        if is_filled:
            text = (
                "it is filled in, and not read; save it as who asks and on what: picum-rev1.xlsx."
            )
            yield Notice(Code.FILE_SKIPPED, where, text)

    def _gather(
        self, file: ProposalFile, found: Discovery, known: Sequence[Revision], now: datetime,
        stored: Mapping[str, Submission], hashes: Mapping[str, str],
    ) -> list[Notice]:  # fmt: skip
        before = stored.get(file.path.name)
        try:
            data = load(file.path)
            by: tuple[str, ...] = ()
            if before is not None:
                is_same = hashes[before.file] == said.digest(data)
                file, by = said.proposals_as_said(
                    file, before, is_same=is_same, entries=self.settings.proposals
                )
            self._add_proposals(file, data, known, now, replaces=True, by=by)
        except AmendError as refusal:
            questions = [each for each in found.unanswered if each.where == file.path.name]
            text = f"{refusal.message}. {refusal.hint}".strip()
            return questions or [Notice(Code.FILE_SKIPPED, file.path.name, text)]
        return []

    def findings(self, notices: Iterable[Notice] = ()) -> Findings:
        """Compare and judge all that is stored; raises WorkspaceError if there are no drafts."""
        return findings(self.folder, self.settings, self.archive, notices)

    def audits(self) -> tuple[Audit, ...]:
        """Audit every stored file that declares changes; see `pipeline.audits`."""
        return audits(self.settings, self.archive)

    def rebase(
        self, to: str | None = None, notices: Iterable[Notice] = (), *, now: str
    ) -> RebaseReport:
        """Carry all proposals over to a revision, by its name; None is the latest.

        Those made on later revisions are left alone. Raises WorkspaceError for an unknown name.
        """
        return rebase(self.folder, self.settings, self.archive, to, notices, now=now)

    def refuse_report_in(self, out: Path) -> None:
        """Raise WorkspaceError if a report would be taken for a draft or a proposal next time."""
        if out.resolve() in {(self.folder / each).resolve() for each in (DRAFTS, PROPOSALS)}:
            hint = "Choose another folder with -o, such as report."
            raise WorkspaceError("holds what the report is made of", where=out, hint=hint)


def _submission(
    file: ProposalFile, data: bytes, known: Sequence[Revision], by: tuple[str, ...],
    marks: str | None,
) -> Submission:  # fmt: skip
    """Read a file of proposals against the revision that its name, or the file itself, speaks of.

    Raises WorkspaceError where neither tells it, or where there is no such revision.
    """
    source = read_bytes(data, file.path.name)
    if not known:
        hint = "Add the draft it speaks of first: amend add FILE."
        raise WorkspaceError("there is no draft to tie it to", where=file.path, hint=hint)

    def against(base: Revision, on: str | None) -> Submission:
        return pipeline.submission_of(
            source, base, by=by, on=on, date=file.date, otherwise=file.by, marks=marks
        )

    if file.on:
        base = _base(file.on, known, file.path)
        return against(base, base.name)
    says = against(known[0], None).on
    if says is None:
        names = ", ".join(each.name for each in known)
        hint = f"Say which with --on (one of {names}), in amend.toml, or by a line 'On: Rev 1'."
        raise WorkspaceError("which revision it speaks of is not told", where=file.path, hint=hint)
    base = _base(says, known, file.path)
    return against(base, base.name)


def _base(asked: str, known: Sequence[Revision], where: Path) -> Revision:
    try:
        return find(asked, known)
    except WorkspaceError as refusal:
        raise WorkspaceError(refusal.message, where=where, hint=refusal.hint) from refusal


def _names(submission: Submission) -> tuple[str, ...]:
    names = [*submission.by, *(name for each in submission.proposals for name in each.by)]
    return tuple(dict.fromkeys(names))


def import_page(
    path: Path, folder: Path, *, now: datetime, replaces: bool = False
) -> tuple[Register, str]:
    """Read a saved page and store it where the folder is a workspace; says what was done.

    That is "stored", "already stored" or "not stored". Raises ReadError.
    """
    if not is_workspace(folder):
        return pipeline.register_of(load(path), path.name), "not stored"
    with Workspace(folder) as desk:
        register, is_new = desk.import_page(path, now=now, replaces=replaces)
    return register, "stored" if is_new else "already stored"
