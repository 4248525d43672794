"""What an audit found: for each paragraph, what a file declares as changed against what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from amend.model.alignment import Change
from amend.model.comparison import Op
from amend.model.draft import Role
from amend.model.source import Source, Stamp
from amend.notices import Notice

# Below this share of words in common two files are hardly one draft (note 0008).
RELATED = 0.3


class Base(StrEnum):
    """How OLD is read where it has tracked changes of its own."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AS_KEPT = "as kept"


class Standing(StrEnum):
    """What a declaration and the text say of the same words.

    `DECLARED` is declared and real, `SILENT` real but not declared, `UNREAL` declared but not
    real. `PASSING` words were put in and taken out again under marks: they are in no text.
    `TYPOGRAPHY` is another print of the same words, `FOLLOWS` a number that moved because others
    came or went above it, `UNSEEN` a text that OLD, as it was saved, cannot hold.
    """

    KEPT = "kept"
    DECLARED = "declared"
    SILENT = "silent"
    UNREAL = "not real"
    PASSING = "passing"
    TYPOGRAPHY = "typography"
    FOLLOWS = "follows"
    UNSEEN = "not compared"


@dataclass(frozen=True, slots=True)
class AuditEdit:
    """Words of one standing; a newline is the end of a paragraph.

    `op` is what was done to them, in earnest or as declared; `was` is how OLD prints kept words,
    or None where it prints them so; `inserted` and `deleted` are the marks that stand on them.
    """

    op: Op
    standing: Standing
    text: str
    was: str | None = None
    inserted: Stamp | None = None
    deleted: Stamp | None = None

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """The marks on these words, the insertion first; none where nothing is declared."""
        return tuple(each for each in (self.inserted, self.deleted) if each is not None)

    @property
    def is_move(self) -> bool:
        """Whether the file calls it a move."""
        return any(each.move for each in self.stamps)


@dataclass(frozen=True, slots=True)
class AuditChange:
    """What happened to a paragraph as a whole, and whether that was declared."""

    change: Change
    standing: Standing


@dataclass(frozen=True, slots=True)
class AuditedParagraph:
    """A paragraph of NEW beside what it was in OLD.

    `id` is its id in NEW as `amend read` numbers them, None where it is gone without a mark;
    `old` the ids in OLD. `was` and `now` are the numbers printed in OLD and in NEW before its
    changes, None where none is printed. `source` is the place in NEW, or in OLD if it is gone.
    """

    id: str | None
    old: tuple[str, ...]
    was: str | None
    now: str | None
    role: Role
    source: Source
    edits: tuple[AuditEdit, ...]
    changes: tuple[AuditChange, ...] = ()

    def standing(self, standing: Standing) -> tuple[AuditEdit, ...]:
        """Return its edits of one standing, in reading order."""
        return tuple(each for each in self.edits if each.standing is standing)

    def has(self, standing: Standing) -> bool:
        """Whether any of its words, or the paragraph itself, stands so."""
        edits = any(each.standing is standing for each in self.edits)
        return edits or any(each.standing is standing for each in self.changes)

    @property
    def is_silent(self) -> bool:
        """Whether anything of it changed in earnest that no mark declares."""
        return self.has(Standing.SILENT)

    @property
    def is_changed(self) -> bool:
        """Whether anything is declared or changed in it, typography and numbers left out."""
        return any(map(self.has, (*_LOUD, Standing.PASSING)))


_LOUD = (Standing.SILENT, Standing.UNREAL, Standing.DECLARED)


@dataclass(frozen=True, slots=True)
class AuthorTally:
    """What one author declares; `author` is None for marks without a name.

    Stretches and words count once for each mark on them; `unreal` are stretches declared that are
    not real; `paragraphs` are those with a mark of this author; `first` and `last` are times.
    """

    author: str | None
    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    formats: int = 0
    words_in: int = 0
    words_out: int = 0
    unreal: int = 0
    paragraphs: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """NEW's declared changes against what really differs from OLD, paragraph by paragraph.

    `share` is the share of words that OLD and NEW before its changes have in common, 0.0 to 1.0;
    `is_turned` says that NEW is what OLD was before the changes that OLD declares, `is_late` that
    OLD is what NEW becomes with its changes.
    """

    old: str
    new: str
    base: Base
    paragraphs: tuple[AuditedParagraph, ...]
    authors: tuple[AuthorTally, ...]
    share: float
    is_turned: bool = False
    is_late: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def silent(self) -> tuple[AuditedParagraph, ...]:
        """The paragraphs in which something changed that no mark declares."""
        return tuple(each for each in self.paragraphs if each.is_silent)

    @property
    def is_silent(self) -> bool:
        """Whether anything at all changed without a mark."""
        return any(each.is_silent for each in self.paragraphs)

    @property
    def declares(self) -> bool:
        """Whether NEW declares any change of words or paragraphs."""
        return any(
            each.insertions or each.deletions or each.moves or each.words_in or each.words_out
            for each in self.authors
        )

    @property
    def is_related(self) -> bool:
        """Whether both files can be states of one draft at all."""
        return self.share >= RELATED

    def edits(self, standing: Standing) -> Iterator[AuditEdit]:
        """Yield all edits of one standing, in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.standing(standing)
