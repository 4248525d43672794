"""A folder that remembers, in; what is stored in it, and the report on it, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from amend import pipeline
from amend.errors import AmendError, LabelError, WorkspaceError
from amend.labels import Label
from amend.model.comparison import Chain
from amend.model.draft import Revision, Role
from amend.model.proposal import Proposal, Submission
from amend.model.ruling import Course, Fate, Matter, PersonRuling
from amend.notices import Code, Notice
from amend.read import read_bytes
from amend.read.files import load
from amend.store.archive import Archive
from amend.store.naming import find
from amend.store.order import in_order
from amend.store.proponents import proponent_and_revision
from amend.store.settings import Settings, load_settings
from amend.store.workspace import Discovery, ProposalFile, discover

_DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Added:
    """What `amend add` did with one file: its kind, the name it has now, and if it was new."""

    file: str
    kind: str
    name: str
    parts: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is known of a workspace: the chain, the courses, and what to be told."""

    title: str
    chain: Chain
    courses: tuple[Course, ...]
    rulings: tuple[PersonRuling, ...]
    notices: tuple[Notice, ...]


class Workspace:
    """A folder with drafts/, proposals/ and a database; a context manager that closes it."""

    def __init__(self, folder: Path) -> None:
        """Read the settings and open the database, made or brought up to date where needed.

        Raises WorkspaceError if the folder is no workspace or the database cannot be used.
        """
        self.folder = folder
        self.settings: Settings = load_settings(folder)
        if not (folder / _DRAFTS).is_dir() and not (folder / "amend.toml").exists():
            hint = "Run `amend init`, or go to the folder that holds drafts/ and proposals/."
            raise WorkspaceError("is no workspace: it has no drafts/", where=folder, hint=hint)
        self.archive = Archive.open(self.settings.database, folder=folder)

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
        known = self.archive.revisions()
        says = proponent_and_revision(path.stem, [each.name for each in known])
        in_proposals = path.resolve().parent.name == "proposals"
        if name is None and (by or on or in_proposals or (says.proponent and says.revision)):
            wanted = on or says.revision
            people = (says.proponent,) if says.proponent else ()
            file = ProposalFile(path, people, wanted, date)
            return self._add_proposals(file, data, known, now, by=by, replaces=replaces)
        return self._add_draft(path, data, now, name=name, date=date, replaces=replaces)

    def _add_draft(
        self, path: Path, data: bytes, now: datetime, *, name: str | None, date: str | None,
        replaces: bool, language: str | None = None,
    ) -> tuple[Added, tuple[Notice, ...]]:  # fmt: skip
        revision = pipeline.revision_of_bytes(
            data, path.name, name=name, date=date, profile=self.settings.profile,
            language=language or self.settings.language,
        )  # fmt: skip
        pipeline.refuse_unnumbered(revision, path)
        is_new = self.archive.add_revision(revision, data, now=now, replace=replaces)
        parts = len(revision.paragraphs)
        return Added(path.name, "draft", revision.name, parts, is_new), revision.notices

    def _add_proposals(
        self, file: ProposalFile, data: bytes, known: Sequence[Revision], now: datetime, *,
        replaces: bool, by: tuple[str, ...] = (),
    ) -> tuple[Added, tuple[Notice, ...]]:  # fmt: skip
        submission = _submission(file, data, known, by or self._said(file))
        is_new = self.archive.add_submission(submission, data, now=now, replace=replaces)
        parts = len(submission.proposals)
        who = ", ".join(_names(submission)) or "proponent unknown"
        return Added(file.path.name, "proposals", who, parts, is_new), submission.notices

    def _said(self, file: ProposalFile) -> tuple[str, ...]:
        """Return the proponents that amend.toml names for a file: they outrank the file itself."""
        return next(
            (e.by for e in self.settings.proposals if Path(e.file).name == file.path.name), ()
        )

    def gather(self, now: datetime) -> tuple[Notice, ...]:
        """Bring the database up to date with drafts/ and proposals/; the files there win.

        Returns what could not be told or read; a file that cannot be read is left out, by name.
        """
        found = discover(self.folder, self.settings)
        notices = list(found.notices)
        for draft in found.drafts:
            self._add_draft(
                draft.path, load(draft.path), now, name=draft.name, date=draft.date,
                replaces=True, language=draft.language,
            )  # fmt: skip
        known = self._ordered(found)
        for file in found.proposals:
            notices += self._gather(file, found, known, now)
        return tuple(notices)

    def _gather(
        self, file: ProposalFile, found: Discovery, known: Sequence[Revision], now: datetime
    ) -> list[Notice]:
        try:
            self._add_proposals(file, load(file.path), known, now, replaces=True)
        except AmendError as refusal:
            questions = [each for each in found.unanswered if each.where == file.path.name]
            text = f"{refusal.message}. {refusal.hint}".strip()
            return questions or [Notice(Code.FILE_SKIPPED, file.path.name, text)]
        return []

    def _ordered(self, found: Discovery | None = None) -> tuple[Revision, ...]:
        """Return the stored revisions in the order of the process."""
        del found
        return in_order(self.archive.revisions())[0]

    def findings(self, notices: Iterable[Notice] = ()) -> Findings:
        """Compare and judge all that is stored; raises WorkspaceError if there are no drafts."""
        revisions = self._ordered()
        if not revisions:
            hint = "Put the drafts into drafts/ (zero.docx, rev1.docx ...), or run amend add FILE."
            raise WorkspaceError("there is no draft in it", where=self.folder, hint=hint)
        rulings = self.archive.rulings()
        made = pipeline.chain(revisions, rulings)
        proposals, told = pipeline.settle(self.archive.submissions())
        alignments = [each.alignment for each in made.comparisons]
        courses = pipeline.judge(proposals, revisions, rulings, alignments=alignments)
        every = (*notices, *pipeline.chain_notices(made), *told)
        title = self.settings.title or _title(revisions[-1]) or self.folder.resolve().name
        return Findings(title, made, courses, rulings, tuple(dict.fromkeys(every)))

    def rule(self, ruling: PersonRuling, now: datetime) -> bool:
        """Store a person's ruling once it is known to speak of things that are here.

        Raises AmendError with the choices if it does not; says whether it was new.
        """
        revisions = self._ordered()
        if ruling.matter in {Matter.FATE, Matter.TARGET}:
            proposals, _ = pipeline.settle(self.archive.submissions())
            chosen = _proposal(ruling.proposal or "", proposals)
            base = find(chosen.base, revisions)
            if ruling.matter is Matter.TARGET:
                _refuse_unclear(ruling.old, base)
            if ruling.revision is not None:
                ruling = replace(ruling, revision=find(ruling.revision, revisions).name)
        else:
            old = find(ruling.old_revision or "", revisions)
            new = find(ruling.revision or "", revisions)
            _refuse_unclear(ruling.old, old)
            _refuse_unclear(ruling.new, new)
            ruling = replace(ruling, old_revision=old.name, revision=new.name)
        return self.archive.add_ruling(ruling, now=now)


def _title(revision: Revision) -> str:
    """The first heading of a draft, which is its title where it has one."""
    first = next((each for each in revision.paragraphs if each.role is Role.HEADING), None)
    return first.text if first is not None and first.label is None else ""


def _submission(
    file: ProposalFile, data: bytes, known: Sequence[Revision], by: tuple[str, ...]
) -> Submission:
    """Read a file of proposals against the revision that its name, or the file itself, speaks of.

    Raises WorkspaceError where neither tells it, or where there is no such revision.
    """
    source = read_bytes(data, file.path.name)
    if not known:
        hint = "Add the draft it speaks of first: amend add FILE."
        raise WorkspaceError("there is no draft to tie it to", where=file.path, hint=hint)

    def against(base: Revision, on: str | None) -> Submission:
        return pipeline.submission_of(source, base, by=by, on=on, date=file.date, otherwise=file.by)

    if file.on:
        base = find(file.on, known)
        return against(base, base.name)
    says = against(known[0], None).on
    if says is None:
        names = ", ".join(each.name for each in known)
        hint = f"Say which with --on (one of {names}), in amend.toml, or by a line 'On: Rev 1'."
        raise WorkspaceError("which revision it speaks of is not told", where=file.path, hint=hint)
    base = find(says, known)
    return against(base, base.name)


def _names(submission: Submission) -> tuple[str, ...]:
    names = [*submission.by, *(name for each in submission.proposals for name in each.by)]
    return tuple(dict.fromkeys(names))


def _proposal(identity: str, proposals: Sequence[Proposal]) -> Proposal:
    for each in proposals:
        if each.id == identity:
            return each
    near = [each.id for each in proposals if identity.split(".")[0] in each.id][:8]
    choices = ", ".join(near or [each.id for each in proposals[:8]]) or "none is stored"
    raise AmendError(f"there is no proposal {identity!r}", hint=f"Name one of: {choices}.")


def _refuse_unclear(labels: Sequence[Label], revision: Revision) -> None:
    for label in labels:
        found = revision.labelled(label)
        if not found:
            hint = f"Name one of: {near_labels(label, revision)}."
            raise LabelError(f"{label} is not in {revision.name}", hint=hint)
        if len(found) > 1:
            places = "; ".join(each.path or each.text[:40] for each in found)
            hint = f"Rule on its text with a corrected label; it stands in: {places}."
            raise LabelError(f"{label} stands {len(found)} times in {revision.name}", hint=hint)


def near_labels(label: Label, revision: Revision, most: int = 8) -> str:
    """Return the labels of a revision that stand next to one that is missing, as a list."""
    known = sorted({each.label for each in revision.paragraphs if each.label is not None})
    behind = sum(1 for each in known if each < label)
    start = max(0, min(behind - most // 2, len(known) - most))
    return ", ".join(str(each) for each in known[start : start + most])


def parse_labels(printed: Iterable[str], profile: str) -> tuple[Label, ...]:
    """Read labels as a user types them; raises LabelError."""
    return tuple(Label.parse(each, profile) for each in printed)


def choose_fate(name: str) -> Fate:
    """Read a fate as a user types it, whatever its case; raises AmendError with the choices."""
    wanted = " ".join(name.lower().replace("-", " ").replace("_", " ").split())
    for each in Fate:
        if each.value == wanted:
            return each
    raise AmendError(f"{name!r} is no fate", hint=f"Use one of: {', '.join(Fate)}.")


def proponents(courses: Iterable[Course]) -> dict[str, list[Course]]:
    """Return the courses of each proponent, by name."""
    found: dict[str, list[Course]] = {}
    for course in courses:
        for name in course.proposal.by:
            found.setdefault(name, []).append(course)
    return dict(sorted(found.items()))


def what_is(asked: str, findings: Findings, profile: str) -> Label | str:
    """Tell whether a user means a paragraph or a proponent; raises AmendError with the choices.

    A label that stands in any revision is a paragraph; else a proponent whose name is, or begins
    with, what was asked.
    """
    try:
        label = Label.parse(asked, profile)
    except LabelError:
        label = None
    if label is not None:
        for candidate in (label, label.plain):
            if any(each.labelled(candidate) for each in findings.chain.revisions):
                return candidate
    names = list(proponents(findings.courses))
    alike = [each for each in names if each.casefold() == asked.casefold()]
    alike = alike or [each for each in names if asked.casefold() in each.casefold()]
    if len(alike) == 1:
        return alike[0]
    if label is not None and not alike:
        hint = f"Name one of: {near_labels(label, findings.chain.revisions[-1])}."
        raise LabelError(f"{label} is in no revision", hint=hint)
    choices = ", ".join(alike or names) or "none is stored"
    raise AmendError(f"{asked!r} is no paragraph and no proponent", hint=f"Proponents: {choices}.")
