"""What became of a proposal: fates with their measures and evidence, and what a person ruled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.labels import Label
from amend.model.proposal import Proposal


class Fate(StrEnum):
    """What the text of one later revision shows of a proposal (domain E.2). Never a cause."""

    ADOPTED_VERBATIM = "adopted verbatim"
    ADOPTED_WITH_CHANGES = "adopted with changes"
    PARTLY_ADOPTED = "partly adopted"
    ADOPTED_ELSEWHERE = "adopted elsewhere"
    PARTLY_ADOPTED_ELSEWHERE = "partly adopted elsewhere"
    SUPERSEDED_BY_EQUIVALENT = "superseded by equivalent"
    NOT_ADOPTED = "not adopted"
    ALREADY_PRESENT = "already present"
    DELETION_HONOURED = "deletion honoured"
    DELETION_PARTLY_HONOURED = "deletion partly honoured"
    DELETION_NOT_HONOURED = "deletion not honoured"
    PROTECTED = "protected"
    UNDETERMINABLE = "undeterminable"


STANDING = frozenset({
    Fate.ADOPTED_VERBATIM, Fate.ADOPTED_WITH_CHANGES, Fate.PARTLY_ADOPTED, Fate.ADOPTED_ELSEWHERE,
    Fate.PARTLY_ADOPTED_ELSEWHERE, Fate.SUPERSEDED_BY_EQUIVALENT, Fate.DELETION_HONOURED,
    Fate.DELETION_PARTLY_HONOURED, Fate.PROTECTED,
})  # fmt: skip
"""Fates in which something of the proposal stands in the text."""


class Headline(StrEnum):
    """The course in a word, as of the latest revision."""

    CARRIED = "carried"
    DROPPED_LATER = "dropped later"
    RESTORED_LATER = "restored later"
    NOT_CARRIED = "not carried"
    UNDETERMINABLE = "undeterminable"


@dataclass(frozen=True, slots=True)
class Measure:
    """Words found, of words looked for."""

    words: int
    of: int

    @property
    def share(self) -> float:
        """The share found, 0.0 to 1.0; 0.0 where nothing was looked for."""
        return self.words / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the later text that bear a verdict out: paragraph id and half-open span in it."""

    paragraph: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A fate in one revision, with its measures, evidence and reason.

    `taken` measures novel words, `cut` the words that were to go (None if none were); the two are
    never added. `place` are the labels where the words stand; `missing` the novel words not taken,
    in order, one string for each stretch of them; `flags` remarks such as "verb: commit >
    encourage"; `by` is "amend" or a person; `rule` names the rule that decided, in words, and is ""
    where none was needed.
    """

    revision: str
    fate: Fate
    taken: Measure
    cut: Measure | None = None
    place: tuple[Label, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    reason: str = ""
    by: str = "amend"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A proposal's rulings in order of revision; `headline` speaks of the latest.

    `shared_with` are the ids of other proposals that had asked for words found in the same place,
    `alike_with` of those that ask the same, or nearly, of the same paragraphs. Where very many do,
    the first 200 are named (note 0041).
    """

    proposal: Proposal
    headline: Headline
    rulings: tuple[Ruling, ...]
    shared_with: tuple[str, ...] = ()
    alike_with: tuple[str, ...] = ()

    @property
    def since(self) -> str | None:
        """The first revision in which something of the proposal stood; None if it never did."""
        return next((each.revision for each in self.rulings if each.fate in STANDING), None)


class Matter(StrEnum):
    """What a person's ruling is about."""

    FATE = "fate"
    TARGET = "target"
    LINK = "link"
    UNLINK = "unlink"


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph as a person's ruling names it: its label, and what stood there that day.

    `words` is the whole text it had and `path` the headings over it: with them it is found again
    in a corrected file, where labels may have moved. They are "" where nobody looked; `label` is
    None for a paragraph without a number, which only its words can name. Where all three stood
    more than once it is the `turn`-th (from 1) of so many `copies`; else these are 0.
    """

    label: Label | None = None
    words: str = ""
    path: str = ""
    turn: int = 0
    copies: int = 0

    def __post_init__(self) -> None:
        if self.label is None and not self.words:
            raise ValueError("a paragraph is named by its label or by its words")

    def __str__(self) -> str:
        if self.label is not None:
            return str(self.label)
        opening = self.words.split()
        return f"“{' '.join(opening[:6])}{' …' if len(opening) > 6 else ''}”"


@dataclass(frozen=True, slots=True)
class PersonRuling:
    """A person's word, which outranks the engine and is shown as theirs; a later one the earlier.

    FATE: `proposal` had `fate` in `revision` (None: in the latest). TARGET: `proposal` is on the
    paragraphs `old`. LINK: the `old` paragraphs of `old_revision` became the `new` ones of
    `revision`, these and no others; with one side empty they became nothing, or came from nothing.
    UNLINK: no `old` one is any of the `new` ones. Paragraphs are named, not counted, so that it
    survives the re-import of a corrected file. `on` is an ISO 8601 date.
    """

    matter: Matter
    by: str
    on: str
    reason: str = ""
    proposal: str | None = None
    fate: Fate | None = None
    revision: str | None = None
    old_revision: str | None = None
    old: tuple[Named, ...] = ()
    new: tuple[Named, ...] = ()

    def __str__(self) -> str:
        why = f": {self.reason}" if self.reason else ""
        return f"ruled by {self.by} on {self.on}{why}"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person's word that a ruling holds no more; `on` is an ISO 8601 date."""

    by: str
    on: str
    reason: str = ""

    def __str__(self) -> str:
        why = f": {self.reason}" if self.reason else ""
        return f"withdrawn by {self.by} on {self.on}{why}"


@dataclass(frozen=True, slots=True)
class Given:
    """A ruling as the record has it: its number, from 1, and its withdrawal, None while it holds.

    A withdrawn ruling stays in the record; it decides nothing any more.
    """

    number: int
    ruling: PersonRuling
    withdrawal: Withdrawal | None = None
