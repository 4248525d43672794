"""An audit before it has a format: frozen values that every renderer only lays out."""

from __future__ import annotations

from dataclasses import dataclass

from amend.render.shapes import Remark
from amend.text.told import told


@dataclass(frozen=True, slots=True)
class AuditSegment:
    """A stretch of a paragraph; `kind` is one of `KINDS`, `by` says who marked it and when, or "".

    `was` is how OLD prints words that are the same, "" elsewhere.
    """

    kind: str
    text: str
    by: str = ""
    was: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The white space before, the words, and the white space behind: marks go on words."""
        words = self.text.strip()
        if not words:
            return "", "", self.text
        start = self.text.index(words)
        return self.text[:start], words, self.text[start + len(words) :]


# Kinds of segments, and what each means in the legend.
KINDS = {
    "silent-in": told("put in without a mark"),
    "silent-out": told("taken out without a mark"),
    "unreal-in": told("marked as put in, but OLD has it"),
    "unreal-out": told("marked as taken out, but OLD never had it"),
    "ins": told("marked as put in, and new"),
    "del": told("marked as taken out, and gone"),
    "passing": told("put in and taken out again, both marked"),
    "variant": told("the same words, printed otherwise"),
    "uncompared": told("OLD's format holds no such text"),
    "keep": told("unchanged"),
}


@dataclass(frozen=True, slots=True)
class AuditNote:
    """One finding on a paragraph as a sentence; `kind` is silent, unreal, declared or quiet."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A paragraph of the audit; `kind` is the gravest of its notes, `by` the keys of its authors.

    `label` is its number, "" where none is printed; `passage` the key of the paragraph where it
    stands in the text of the same page, "" where it does not. `page` is where it stands in NEW, or
    in OLD if it is gone.
    """

    key: str
    kind: str
    label: str
    name: str
    notes: tuple[AuditNote, ...]
    segments: tuple[AuditSegment, ...]
    by: tuple[str, ...]
    is_heading: bool
    passage: str = ""
    page: str = ""
    spot: str = ""


@dataclass(frozen=True, slots=True)
class AuditAuthor:
    """What one author declares, as figures in the order of `AuditView.head`, and on which days."""

    key: str
    name: str
    figures: tuple[int, ...]
    when: str


@dataclass(frozen=True, slots=True)
class AuditGroup:
    """Rows of one kind in reading order, under a title."""

    kind: str
    title: str
    rows: tuple[AuditRow, ...]


@dataclass(frozen=True, slots=True)
class AuditView:
    """A whole audit: the answer first, then its groups, the gravest first.

    `tone` is good, part or none; `told` are further sentences; `head` names the figures of the
    authors, those without any left out; `kinds` are the kinds of segments met, for the legend.
    `key` tells it from the other audits of a page, and is "" where it stands alone. `language` is
    that of our own words.
    """

    title: str
    made: str
    answer: str
    tone: str
    told: tuple[str, ...]
    groups: tuple[AuditGroup, ...]
    head: tuple[str, ...]
    authors: tuple[AuditAuthor, ...]
    kinds: tuple[str, ...]
    remarks: tuple[Remark, ...]
    key: str = ""
    language: str = "en"
