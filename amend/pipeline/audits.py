"""Files in, audits out: what each of them declares as changed against what really changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from amend.align import align
from amend.errors import AmendError, ReadError
from amend.model.draft import Revision
from amend.model.source import SourceText
from amend.parse.draft import parse
from amend.pipeline.drafts import revision_of_source
from amend.read import read

if TYPE_CHECKING:
    from amend.model.audit import Audit

# Formats that can declare a change; no other file need be opened for an audit.
_SUFFIXES = (".doc", ".docx", ".odt", ".rtf")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that audits may be made of: what it is called here, its file name, how to read it."""

    name: str
    file: str
    load: Callable[[], SourceText]


def audit(old: Path, new: Path, *, base: str | None = None, profile: str = "un") -> Audit:
    """Audit a Word file, or an .odt, that claims to be OLD with tracked changes.

    `base` is "accepted" or "rejected" and says how OLD's own tracked changes are read; without it
    the reading is taken that NEW bears out, and told. Raises AmendError for another base, ReadError
    if a file cannot be used.
    """
    from amend.audit import AS_WORD
    from amend.model.audit import Base

    if base not in {None, Base.ACCEPTED, Base.REJECTED}:
        raise AmendError(f"no such base: {base!r}", hint="Use --base accepted or --base rejected.")
    first, second = read(old), read(new)
    if second.format not in AS_WORD:
        hint = "Name the Word file with the tracked changes second; OLD may have any format."
        raise ReadError("only a Word file or an .odt declares its changes", where=new, hint=hint)
    return _audited(first, second, (old.stem, new.stem), base, profile)


def audits(
    drafts: Sequence[tuple[Revision, Kept]], asked: Iterable[tuple[str, Kept]] = (),
    profile: str = "un",
) -> tuple[Audit, ...]:  # fmt: skip
    """Audit each draft that declares changes against the one before it, and each file of proposals.

    `asked` are files of proposals behind the name of the draft that each was made on; one that is
    no such draft with changes in it is left out, for it claims nothing.
    """
    by_name = {revision.name: kept for revision, kept in drafts}
    found = []
    for (_, old), (revision, new) in pairwise(drafts):
        if _can_declare(new) and any(each.is_tracked for each in revision.paragraphs):
            found.append(_between(old, new, profile))
    for base, new in asked:
        if _can_declare(new) and base in by_name:
            old = by_name[base]
            with suppress(ReadError):  # a file that cannot be read has its notice already
                made = _between(old, new, profile)
                if _claims(made):
                    found.append(made)
    return tuple(found)


def _between(old: Kept, new: Kept, profile: str) -> Audit:
    names = old.name, new.name
    made = _audited(old.load(), new.load(), names, None, profile)
    return replace(made, old=old.name, new=new.name)


def _claims(made: Audit) -> bool:
    """Whether a file is a draft with changes in it, and not a letter or a table of wishes."""
    return made.declares and made.is_related and not (made.is_late or made.is_turned)


def in_files(
    files: Sequence[Path], revisions: Sequence[Revision], proposals: Sequence[Path] = (),
    profile: str = "un",
) -> tuple[Audit, ...]:  # fmt: skip
    """Audit revisions that were read from files, oldest first, and proposals on the first."""
    drafts = [
        (revision, Kept(revision.name, path.name, partial(read, path)))
        for path, revision in zip(files, revisions, strict=True)
    ]
    return audits(drafts, _asked(proposals, revisions[0].name), profile)


def _asked(proposals: Iterable[Path], base: str) -> Iterator[tuple[str, Kept]]:
    for path in proposals:
        yield base, Kept(path.name, path.name, partial(read, path))


def _can_declare(kept: Kept) -> bool:
    return kept.file.lower().endswith(_SUFFIXES)


def _audited(
    first: SourceText, second: SourceText, names: tuple[str, str], base: str | None, profile: str
) -> Audit:
    from amend.audit import Declared, bases, choose, hidden, mirrored, places, settled, unsure
    from amend.audit import audit as audited
    from amend.model.audit import Base

    old, new = names
    mirror = mirrored(second)
    declared = Declared(
        revision_of_source(second, new, None, profile, None, None),
        parse(mirror.source, new, profile=profile),
        mirror,
    )
    readings = {
        each: parse(text, old, profile=profile) for each, text in bases(first, second).items()
    }
    choice = choose(readings, declared, None if base is None else Base(base))
    if choice.base is Base.AS_KEPT:
        choice = replace(choice, unsure=unsure(first, second))
    told = (settled(first, second), hidden(first, second))
    notices = (*filter(None, told), *first.notices, *second.notices)
    return audited(readings[choice.base], declared, align, choice, notices, places(first))
