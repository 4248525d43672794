"""Audited paragraphs in, counts out: who declared how much, and how much both texts share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amend.model.audit import AuditEdit, AuditedParagraph, AuthorTally, Standing
from amend.model.comparison import Op
from amend.model.draft import Revision
from amend.model.source import Stamp
from amend.text.words import tokens

_IN_OLD = {
    (Op.KEEP, Standing.KEPT),
    (Op.KEEP, Standing.TYPOGRAPHY),
    (Op.DELETE, Standing.DECLARED),
}
_IN_ONE = {
    (Op.DELETE, Standing.SILENT),
    (Op.INSERT, Standing.SILENT),
    (Op.INSERT, Standing.UNREAL),
    (Op.DELETE, Standing.UNREAL),
}


def word_count(text: str) -> int:
    """Return how many words and numbers a text has, bare signs left out."""
    return len(tokens(text))


def share(paragraphs: Iterable[AuditedParagraph]) -> float:
    """Return the share of words that OLD and NEW before its changes have in common, 0.0 to 1.0."""
    both = one = 0
    for paragraph in paragraphs:
        for edit in paragraph.edits:
            if (edit.op, edit.standing) in _IN_OLD:
                both += 2 * word_count(edit.text)
            elif (edit.op, edit.standing) in _IN_ONE:
                one += word_count(edit.text)
    return both / (both + one) if both + one else 1.0


def is_mostly_unreal(paragraphs: Iterable[AuditedParagraph]) -> bool:
    """Whether more words are declared that are not real than are."""
    words = {Standing.DECLARED: 0, Standing.UNREAL: 0}
    for paragraph in paragraphs:
        for edit in paragraph.edits:
            if edit.standing in words:
                words[edit.standing] += word_count(edit.text)
    return words[Standing.UNREAL] > words[Standing.DECLARED]


@dataclass(slots=True)
class _Count:
    """What one author declares, while it is being counted."""

    insertions: int = 0
    deletions: int = 0
    moves: set[str] = field(default_factory=set)
    formats: int = 0
    words_in: int = 0
    words_out: int = 0
    unreal: int = 0
    paragraphs: set[int] = field(default_factory=set)
    dates: list[str] = field(default_factory=list)

    def add(self, stamp: Stamp, edit: AuditEdit, *, inserts: bool, place: int) -> None:
        words = word_count(edit.text)
        if stamp.move:
            self.moves.add(stamp.move)
        elif inserts:
            self.insertions += 1
            self.words_in += words
        else:
            self.deletions += 1
            self.words_out += words
        self.unreal += edit.standing is Standing.UNREAL
        self.paragraphs.add(place)
        if stamp.date:
            self.dates.append(stamp.date)

    def tally(self, author: str | None) -> AuthorTally:
        return AuthorTally(
            author, self.insertions, self.deletions, len(self.moves), self.formats, self.words_in,
            self.words_out, self.unreal, len(self.paragraphs), min(self.dates, default=None),
            max(self.dates, default=None),
        )  # fmt: skip


def authors(paragraphs: Sequence[AuditedParagraph], new: Revision) -> tuple[AuthorTally, ...]:
    """Count what each author declares, the most words first; formatting is NEW's own account."""
    counts: dict[str | None, _Count] = {}
    for place, paragraph in enumerate(paragraphs):
        for edit, stamp, inserts in _marks(paragraph):
            count = counts.setdefault(stamp.author, _Count())
            count.add(stamp, edit, inserts=inserts, place=place)
    for each in new.paragraphs:
        for change in each.changes:
            if change.kind == "format":
                counts.setdefault(change.author, _Count()).formats += 1
    tallies = [count.tally(author) for author, count in counts.items()]
    tallies.sort(key=lambda each: (-(each.words_in + each.words_out), each.author or "~"))
    return tuple(tallies)


def _marks(paragraph: AuditedParagraph) -> Iterator[tuple[AuditEdit, Stamp, bool]]:
    for edit in paragraph.edits:
        if edit.inserted is not None:
            yield edit, edit.inserted, True
        if edit.deleted is not None:
            yield edit, edit.deleted, False
