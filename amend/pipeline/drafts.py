"""Drafts: files in, revisions out, and what is refused on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from amend.errors import AmendError, LabelError, ReadError
from amend.labels import PROFILES
from amend.model.draft import Revision
from amend.model.source import SourceText
from amend.parse.draft import parse
from amend.read import read, read_bytes
from amend.store.naming import revision_name, same_name


def read_revision(
    path: Path, *, name: str | None = None, profile: str = "un", date: str | None = None,
    language: str | None = None,
) -> Revision:  # fmt: skip
    """Read one draft; without a name it gets the one its file name tells ("Rev 1").

    Raises ReadError if the file cannot be used.
    """
    return revision_of_source(read(path), path.stem, name, profile, date, language)


def revision_of_bytes(
    data: bytes, file: str, *, name: str | None = None, profile: str = "un",
    date: str | None = None, language: str | None = None,
) -> Revision:  # fmt: skip
    """Read a draft that is in memory already; see `read_revision`."""
    return revision_of_source(
        read_bytes(data, file), Path(file).stem, name, profile, date, language
    )


def revision_of_source(
    source: SourceText, stem: str, name: str | None, profile: str, date: str | None,
    language: str | None,
) -> Revision:  # fmt: skip
    """Parse what was read; `stem` names the revision where neither `name` nor the text does.

    Raises LabelError if nobody knows the profile.
    """
    if profile not in PROFILES:
        hint = f"Use one of: {', '.join(PROFILES)}."
        raise LabelError(f"unknown profile {profile!r}", hint=hint)
    revision = parse(source, name or revision_name(stem) or stem, profile=profile, date=date)
    return replace(revision, language=language) if language else revision


def read_revisions(
    paths: Sequence[Path], names: Sequence[str] = (), *, profile: str = "un",
    unnumbered: bool = False,
) -> tuple[Revision, ...]:  # fmt: skip
    """Read drafts, oldest first; raises AmendError if two have one name or one has no numbers."""
    if names and len(names) != len(paths):
        hint = "Give one --as for each file, in their order, or none."
        raise AmendError(f"{len(paths)} files, but {len(names)} names", hint=hint)
    wanted = list(names) or _names(paths)
    _refuse_twins(paths, wanted)
    revisions = tuple(
        read_revision(path, name=name, profile=profile)
        for path, name in zip(paths, wanted, strict=True)
    )
    if not unnumbered:
        hint = "--unnumbered compares it by its words alone."
        for path, revision in zip(paths, revisions, strict=True):
            refuse_unnumbered(revision, path, hint)
    return revisions


def _names(paths: Sequence[Path]) -> list[str]:
    """Name revisions by their files; those that differ by their format alone, by that too."""
    plain = [revision_name(path.stem) or path.stem for path in paths]
    forms = [
        (same_name(name), path.suffix.lower()) for name, path in zip(plain, paths, strict=True)
    ]
    twins, told = Counter(name for name, _ in forms), Counter(forms)
    return [
        f"{name} ({form[1].lstrip('.')})" if twins[form[0]] > 1 and told[form] == 1 else name
        for name, form in zip(plain, forms, strict=True)
    ]


def _refuse_twins(paths: Sequence[Path], names: Sequence[str]) -> None:
    seen: dict[str, Path] = {}
    for path, name in zip(paths, names, strict=True):
        first = seen.setdefault(same_name(name), path)
        if first is not path:
            hint = "Rename one of the files, or name each of them in turn with --as NAME."
            raise AmendError(f"{first} and {path} both read as {name!r}", hint=hint)


def refuse_unnumbered(revision: Revision, where: object, hint: str = "") -> None:
    """Raise ReadError if no paragraph of a draft bears a number: it may be the wrong file.

    `hint` is the way out that the command at hand has besides.
    """
    if all(paragraph.label is None for paragraph in revision.paragraphs):
        ways = "Check that it is the draft, or number its paragraphs (9. We commit ...)."
        raise ReadError("no paragraph bears a number", where=where, hint=f"{ways} {hint}".strip())


def refuse_overwriting(out: Path | None, files: Sequence[Path]) -> None:
    """Raise AmendError if a report would be written over one of the files it is made of."""
    if out is None or not out.exists():
        return
    if any(path.exists() and path.samefile(out) for path in files):
        hint = "Choose another name with -o."
        raise AmendError("is one of the files to be read", where=out, hint=hint)
