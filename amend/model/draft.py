"""A draft as a value: a revision and its paragraphs, which answer questions about themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from amend.labels import Label
from amend.model.source import Comment, Formatting, Run, Source, Stamp
from amend.notices import Code, Notice


class Role(StrEnum):
    """What a paragraph is in its draft."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    HEADING = "heading"
    OPTION = "option"
    TABLE = "table"
    NOTE = "note"
    OTHER = "other"


class Tracked(StrEnum):
    """The kinds of change a file can declare."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move-from"
    MOVE_TO = "move-to"
    PARAGRAPH_SPLIT = "paragraph-split"
    PARAGRAPH_JOIN = "paragraph-join"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One change that a file declares; `start` and `end` are half-open places in `after`.

    Deleted words stand nowhere in `after`: their `start` equals their `end`. A change of format
    changes no words: `what` says what it changes ("bold"), and is None of every other kind.
    """

    kind: Tracked
    text: str
    author: str | None
    date: str | None
    start: int
    end: int
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of square brackets in `after`: half-open span, depth from 1."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a revision; `label` is None where the draft prints no number.

    `id` is unique within the revision and is its identity there: labels may repeat (domain B.6).
    `printed` is the number as it stands or as Word would print it; it is no part of the text.
    `parent` is the id of the paragraph or heading it stands under; `path` spells that place out.
    """

    id: str
    label: Label | None
    runs: tuple[Run, ...]
    source: Source
    role: Role = Role.OPERATIVE
    printed: str | None = None
    parent: str | None = None
    path: str = ""
    status: str | None = None
    brackets: tuple[Bracket, ...] = ()
    comments: tuple[Comment, ...] = ()
    mark_inserted: Stamp | None = None
    mark_deleted: Stamp | None = None

    @property
    def before(self) -> str:
        """The text with every tracked change rejected: insertions left out."""
        return _joined(self.runs, after=False)

    @property
    def after(self) -> str:
        """The text with every tracked change accepted: deletions left out."""
        return _joined(self.runs, after=True)

    @property
    def text(self) -> str:
        """What the paragraph says, which is its `after`."""
        return _joined(self.runs, after=True)

    @property
    def face(self) -> str:
        """What a reader sees first: its text, or what is printed where there is none."""
        return self.text or self.printed or self.path

    @property
    def is_tracked(self) -> bool:
        """Whether any tracked change stands in it."""
        return (
            self.mark_inserted is not None
            or self.mark_deleted is not None
            or any(run.inserted or run.deleted for run in self.runs)
        )

    @property
    def changes(self) -> tuple[TrackedChange, ...]:
        """The tracked changes it declares, in reading order; those of format stand last."""
        return (*_tracked(self), *_formatted(self))


def _joined(runs: tuple[Run, ...], *, after: bool) -> str:
    if len(runs) == 1:
        run = runs[0]
        return "" if (run.deleted if after else run.inserted) else run.text
    if after:
        return "".join([run.text for run in runs if run.deleted is None])
    return "".join([run.text for run in runs if run.inserted is None])


def _tracked(paragraph: Paragraph) -> Iterator[TrackedChange]:
    place = 0
    for run in paragraph.runs:
        end = place + (len(run.text) if run.deleted is None else 0)
        if run.inserted is not None:
            kind = Tracked.MOVE_TO if run.inserted.move else Tracked.INSERTION
            if run.text == "\n" and run.deleted is not None:  # a mark put in and taken out again
                kind = Tracked.PARAGRAPH_SPLIT
            stamp = run.inserted
            yield TrackedChange(kind, run.text, stamp.author, stamp.date, place, end)
        if run.deleted is not None:
            kind = Tracked.MOVE_FROM if run.deleted.move else Tracked.DELETION
            if run.text == "\n":
                kind = Tracked.PARAGRAPH_JOIN
            stamp = run.deleted
            yield TrackedChange(kind, run.text, stamp.author, stamp.date, place, place)
        place = end
    for kind, mark in (
        (Tracked.PARAGRAPH_SPLIT, paragraph.mark_inserted),
        (Tracked.PARAGRAPH_JOIN, paragraph.mark_deleted),
    ):
        if mark is not None:
            yield TrackedChange(kind, "", mark.author, mark.date, place, place)


def _formatted(paragraph: Paragraph) -> Iterator[TrackedChange]:
    """Yield the changes of format; runs that one change holds together are one."""
    if not any(run.formatted for run in paragraph.runs):
        return
    place = 0
    for change, group in groupby(paragraph.runs, key=_format_of_words):
        runs = tuple(group)
        end = place + len(_joined(runs, after=True))
        if change is not None:
            yield _format(change, "".join(run.text for run in runs), place, end)
        place = end
    for each in (each for run in paragraph.runs for each in run.formatted if each.is_whole):
        yield _format(each, paragraph.after, 0, place)


def _format_of_words(run: Run) -> Formatting | None:
    return next((each for each in run.formatted if not each.is_whole), None)


def _format(change: Formatting, text: str, start: int, end: int) -> TrackedChange:
    by = change.stamp
    return TrackedChange(Tracked.FORMAT, text, by.author, by.date, start, end, change.what)


@dataclass(frozen=True, slots=True)
class Revision:
    """One dated state of a draft: paragraphs in reading order, under a name ("Rev 1").

    `file` is the name of the file it was read from, or "" for one made of a string; `date` is
    ISO 8601 or None; `language` an ISO 639-1 code or None.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    file: str = ""
    sha256: str = ""
    format: str = "txt"
    language: str | None = None
    date: str | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def is_converted(self) -> bool:
        """Tell whether another program had to open the file, as a notice says."""
        return any(each.code is Code.CONVERTED for each in self.notices)

    def labelled(self, label: Label) -> tuple[Paragraph, ...]:
        """Return the paragraphs that bear this label, in reading order; a label may repeat."""
        return tuple(each for each in self.paragraphs if each.label == label)

    def cited(self) -> dict[str, str]:
        """Return how each paragraph is cited, by id: "Art2/1" inside an article, else its label.

        "" where no number is printed. A number that starts anew in each article is told with it.
        """
        found: dict[str, str] = {}
        article = ""
        for each in self.paragraphs:
            if each.label is None:
                found[each.id] = ""
            elif each.label.carrier:
                article = str(each.label) if each.label.carrier == "Art" else ""
                found[each.id] = str(each.label)
            else:
                label = str(each.label)
                has_place = article and label[0].isdigit() and "/" not in label
                found[each.id] = f"{article}/{label}" if has_place else label
        return found

    def paragraph(self, identity: str) -> Paragraph:
        """Return the paragraph with this id; raises KeyError if there is none."""
        for each in self.paragraphs:
            if each.id == identity:
                return each
        raise KeyError(identity)
