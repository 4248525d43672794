"""A folder, in; the drafts and proposals that stand in it, each with what its name says, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from amend.errors import WorkspaceError
from amend.model import form
from amend.notices import Code, Notice
from amend.store.dates import date_in
from amend.store.naming import revision_name, same_name
from amend.store.order import in_order
from amend.store.proponents import proponent_and_revision
from amend.store.settings import AgreedEntry, DraftEntry, ProposalEntry, Settings
from amend.store.toml import FILE

DRAFTS = "drafts"
PROPOSALS = "proposals"
AGREED = "agreed"
READABLE = (
    *(".docx", ".docm", ".dotx", ".dotm", ".md", ".txt", ".html", ".htm"),
    *(".odt", ".ott", ".fodt", ".rtf", ".doc", ".dot", ".mht", ".mhtml", ".pdf"),
    *(".xlsx", ".xlsm", ".xltx", ".csv", ".tsv", ".eml"),
)
_NO_SOURCE = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft: its file and the name of its revision; `date` in ISO 8601 and `language` or None."""

    path: Path
    name: str
    date: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """A file of proposals: `by` is empty and `on` None where neither name nor settings tell.

    `on` is the name of a revision, as the drafts have it where it is one of them; `is_corrected`
    says that the file calls itself a corrected one.
    """

    path: Path
    by: tuple[str, ...] = ()
    on: str | None = None
    date: str | None = None
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Discovery:
    """What stands in a workspace: drafts in the order of the process, proposals by file name.

    `unanswered` are the PROPONENT_UNKNOWN and BASE_UNKNOWN that names and settings leave; what is
    written in the file, which `where` names, may answer them. `notices` stand in any case.
    """

    drafts: tuple[DraftFile, ...]
    proposals: tuple[ProposalFile, ...]
    notices: tuple[Notice, ...] = ()
    unanswered: tuple[Notice, ...] = ()


def init(folder: Path) -> tuple[Path, ...]:
    """Make a workspace: amend.toml, drafts/ and proposals/; return what was made, in that order.

    What is there already stays as it is. Raises WorkspaceError if something cannot be made.
    """
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / FILE).exists():
            with (folder / FILE).open("x", encoding="utf-8", newline="\n") as settings:
                settings.write(_TEMPLATE)
            made.append(folder / FILE)
        for name in (DRAFTS, PROPOSALS):
            if not (folder / name).is_dir():
                (folder / name).mkdir()
                made.append(folder / name)
    except OSError as error:
        what = error.filename or folder
        hint = "Choose another folder, or move away what stands in its place."
        raise WorkspaceError(f"cannot be made: {error.strerror}", where=what, hint=hint) from error
    return tuple(made)


def discover(
    folder: Path, settings: Settings, *, readable: Collection[str] = READABLE
) -> Discovery:
    """Find the drafts and proposals of a workspace: top-level files, and what amend.toml lists.

    `readable` are the suffixes there is a reader for. Raises WorkspaceError if there is no
    drafts/ or two files claim one revision.
    """
    if not (folder / DRAFTS).is_dir():
        hint = "Run `amend init`, or go to the folder that holds drafts/ and proposals/."
        raise WorkspaceError("no drafts/ here", where=folder, hint=hint)
    drafts, notices = _drafts(folder, settings.drafts, readable)
    ordered, guesses = in_order(drafts)
    proposals, passed_over = _proposals(folder, settings.proposals, readable, ordered)
    known = [one.name for one in ordered]
    unanswered = [notice for one in proposals for notice in _questions(one, known)]
    return Discovery(ordered, proposals, (*notices, *guesses, *passed_over), tuple(unanswered))


def _drafts(
    folder: Path, entries: Sequence[DraftEntry], readable: Collection[str]
) -> tuple[list[DraftFile], list[Notice]]:
    paths, notices = _files(folder, DRAFTS, [one.file for one in entries], readable)
    said = {_path(folder, DRAFTS, one.file): one for one in entries}
    found: dict[str, DraftFile] = {}
    for path in paths:
        entry = said.get(path, DraftEntry(path.name))
        name = entry.name or revision_name(path.stem) or path.stem
        date = entry.date or date_in(path.stem)
        twin = found.setdefault(same_name(name), DraftFile(path, name, date, entry.language))
        if twin.path != path:
            raise WorkspaceError(
                f"{twin.path.name} and {path.name} both read as {name!r}",
                where=folder / DRAFTS,
                hint=f"Keep one of them, or give each a name under [[drafts]] in {FILE}.",
            )
    return list(found.values()), notices


def _proposals(
    folder: Path,
    entries: Sequence[ProposalEntry],
    readable: Collection[str],
    drafts: Sequence[DraftFile],
) -> tuple[tuple[ProposalFile, ...], list[Notice]]:
    paths, notices = _files(folder, PROPOSALS, [one.file for one in entries], readable)
    said = {_path(folder, PROPOSALS, one.file): one for one in entries}
    known = {same_name(one.name): one.name for one in drafts}
    found = []
    for path in paths:
        entry = said.get(path, ProposalEntry(path.name))
        own = proponent_and_revision(path.stem, list(known.values()))
        on = known.get(same_name(entry.on), entry.on) if entry.on else own.revision
        by = entry.by or ((own.proponent,) if own.proponent else ())
        date = entry.date or date_in(path.stem)
        found.append(ProposalFile(path, by, on, None if date == on else date, own.corrected))
    return tuple(found), notices


def agreed_files(folder: Path, entries: Sequence[AgreedEntry]) -> tuple[tuple[Path, str], ...]:
    """Return the files of agreed language that amend.toml names, each with what it is called.

    Raises WorkspaceError for one that is not there, or that leads out of the workspace.
    """
    found = []
    for each in entries:
        path = _path(folder, AGREED, each.file)
        if not path.resolve().is_relative_to(folder.resolve()):
            hint = f"Put the file itself into {AGREED}/."
            raise WorkspaceError(f"{each.file} leads out of the folder", where=FILE, hint=hint)
        if not path.is_file():
            hint = f"Put it into {AGREED}/, or mend the line under [[agreed]]."
            raise WorkspaceError(f"there is no {each.file}", where=FILE, hint=hint)
        found.append((path, each.name or path.stem))
    return tuple(found)


def _questions(one: ProposalFile, known: Sequence[str]) -> Iterator[Notice]:
    where = one.path.name
    way_out = f"name it under [[proposals]] in {FILE}"
    if not one.by:
        text = f"neither the file's name nor {FILE} says whose proposals these are; {way_out}."
        yield Notice(Code.PROPONENT_UNKNOWN, where, text)
    if one.on is None:
        text = f"neither the file's name nor {FILE} says which revision it speaks of; {way_out}."
        yield Notice(Code.BASE_UNKNOWN, where, text)
    elif one.on not in known:
        choices = ", ".join(known) or "none"
        text = f"speaks of {one.on!r}, which is no draft here (there are: {choices}); {way_out}."
        yield Notice(Code.BASE_UNKNOWN, where, text)


def _files(
    folder: Path, kind: str, listed: Sequence[str], readable: Collection[str]
) -> tuple[list[Path], list[Notice]]:
    """The readable files of one kind, by name, and a notice for each that is passed over."""
    home = folder / kind
    around = sorted(home.iterdir()) if home.is_dir() else []
    paths = [path for path in around if not _is_no_source(path)]
    named = {_path(folder, kind, name): name for name in listed}
    paths += [path for path in named if path not in paths]
    found, notices = [], []
    for path in paths:
        where = f"{kind}/{path.name}"
        if path in named and not path.exists():
            text = f"{kind}/ has no {named[path]}, which is listed here; mend the line or the file."
            notices.append(Notice(Code.FILE_SKIPPED, FILE, text))
        elif not path.is_file():
            notices.append(Notice(Code.FILE_SKIPPED, where, f"is no file; put files into {kind}/."))
        elif path.suffix.lower() not in readable:
            text = f"no reader for {path.suffix or 'no suffix'}; save it as {', '.join(readable)}."
            notices.append(Notice(Code.FILE_SKIPPED, where, text))
        else:
            found.append(path)
    return found, notices


def _path(folder: Path, kind: str, name: str) -> Path:
    """Where a listed file stands: in the folder of its kind, or elsewhere in the workspace."""
    inside = folder / kind / name.removeprefix(f"{kind}/")
    return folder / name if not inside.exists() and (folder / name).exists() else inside


def _is_no_source(path: Path) -> bool:
    """Hidden files, Word's lock files (~$rev1.docx), a README, our form, what systems leave."""
    name = path.name.lower()
    return name.startswith((".", "~", "readme")) or name in _NO_SOURCE or name == form.FILE


_TEMPLATE = """\
# Settings of this workspace. Every line may be left out; a line that begins with # is not read.
# Revisions go into drafts/ (zero.docx, rev1.docx, rev2.docx, final.docx), proposals into proposals/
# (delta-cities-rev1.docx: who asks, and on which revision).

[process]
# title = "Declaration on ..."       # stands at the head of the report
# language = "en"                    # of the drafts, where they do not say: en, fr, es, ar ...
profile = "un"                       # how paragraphs are numbered: un, eu, fr or ch
database = "sqlite:///amend.db"      # any SQLAlchemy URL

# Where a file's name does not tell, say it here: once for each file.

# [[drafts]]
# file = "chairs-text.docx"
# name = "Rev 1"
# date = 2026-02-11
# language = "fr"

# [[proposals]]
# file = "letter.docx"
# by = "Union of Delta Cities"       # or ["One", "Another"]
# on = "Rev 1"
# date = 2026-02-20
# marks = "bold=add, strike=delete"  # where nothing is tracked and no legend says it

# Texts of agreed language: words that stand in them are not counted as anybody's.

# [[agreed]]
# file = "resolution-70-1.docx"      # in agreed/
# name = "Resolution 70/1"

# The shares that decide a fate, in per cent. They are printed with every table.

# [thresholds]
# with_changes = 70
# partly = 20
# deletion_partly = 50
# found_again = 70

# Where one proponent goes under several names on a discussion page, say it here.

# [[aliases]]
# name = "Union of Delta Cities"
# also = ["UDC", "Delta Cities"]
"""
