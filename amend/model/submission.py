"""A register as values: the postings of a discussion page, each a submission (domain A.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.labels import Label
from amend.notices import Notice


class PartyRole(StrEnum):
    """What somebody has to do with a posting (domain A.3); a poster is only an account."""

    SUBMITTER = "submitter"
    CO_SUBMITTER = "co-submitter"
    SUPPORTER = "supporter"
    ENDORSER = "endorser"
    POSTER = "poster"
    SIGNATORY = "signatory"


class Relation(StrEnum):
    """Why a posting names a paragraph (domain A.6)."""

    WELCOMES = "welcomes"
    PROPOSES_ADDITION = "proposes_addition"
    PROPOSES_NEW = "proposes_new"
    QUOTES_BASE = "quotes_base"
    PROPOSES_LANGUAGE = "proposes_language"
    FOCUSES_ON = "focuses_on"
    SECTION = "section"
    DESCRIBES = "describes"


class Doubt(StrEnum):
    """What of a posting a person should look at: the page does not tell it for sure."""

    BOUNDARY = "boundary"
    STAGE = "stage"
    ORGANISATION = "organisation"
    PERSON = "person"
    DATE = "date"
    RELATION = "relation"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a posting or by its account; `acronym` as printed beside the name, or "".

    `is_group` marks a group of States (EU, G77, AOSIS), which speaks for its members.
    """

    name: str
    role: PartyRole
    acronym: str = ""
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class NamedParagraph:
    """A paragraph a posting names; `label` is None where it is described and not numbered.

    `text` is what stands on the page; `phrase` says what a described paragraph is about, or is "".
    """

    text: str
    label: Label | None
    relation: Relation
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class NonReference:
    """A number that names no paragraph of the draft, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words asked for on the page itself; `text` is None where they were cut off.

    `operation` is one of domain C.2, or "insert" where the page does not show what is inserted.
    """

    label: Label | None
    operation: str
    text: str | None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date and its kind; `date` is a day or a month in ISO 8601, `text` what is printed."""

    date: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a posting links to, by the name and address shown; never opened."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Posting:
    """One entry of the register; lines count from 1 and include both ends.

    `line_start` to `line_end` is the whole block, `text_start` to `text_end` its body. `stage` is
    "pre-zero", "zero", "rev1" ... or None, and rests on `stage_basis`. `organisations` are the
    submitters; `parties` names everybody with a role. Numbers in relations are those of other
    postings; `endorses_others` says in words whose postings are meant where that is not sure.
    """

    n: int
    line_start: int
    line_end: int
    text_start: int
    text_end: int
    opening: str
    text: str
    kind: str
    kind_tags: tuple[str, ...] = ()
    stage: str | None = None
    stage_basis: str | None = None
    thread: str | None = None
    reply_to: str | None = None
    organisations: tuple[str, ...] = ()
    organisation_basis: str | None = None
    supporters: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    person: str | None = None
    email: str | None = None
    date: str | None = None
    date_kind: str | None = None
    dates: tuple[DateSaid, ...] = ()
    language: str | None = None
    references: tuple[NamedParagraph, ...] = ()
    non_references: tuple[NonReference, ...] = ()
    proposals: tuple[Wording, ...] = ()
    supersedes: int | None = None
    duplicate_of: int | None = None
    resubmission_of: int | None = None
    endorses: tuple[int, ...] = ()
    endorses_others: tuple[str, ...] = ()
    attachment: str = "none visible"
    attachments: tuple[Attached, ...] = ()
    truncated: bool = False
    complete: bool = True
    uncertain: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """Names that may be one proponent's, and why; proposed to a person, never applied unasked."""

    names: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Register:
    """All postings of one saved page, in the order of the page, numbered from 1."""

    file: str
    postings: tuple[Posting, ...]
    aliases: tuple[Alias, ...] = ()
    notices: tuple[Notice, ...] = ()
