"""A proposal as a value: who asks for what change, where, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.labels import Label
from amend.model.source import Source
from amend.notices import Notice
from amend.text.parts import Part


class Operation(StrEnum):
    """What a proposal asks for (domain C.2)."""

    INSERT_PHRASE = "insert_phrase"
    REPLACE_PHRASE = "replace_phrase"
    DELETE_PHRASE = "delete_phrase"
    MOVE_PHRASE = "move_phrase"
    REPLACE_PARAGRAPH = "replace_paragraph"
    INSERT_NEW_PARAGRAPH = "insert_new_paragraph"
    DELETE_PARAGRAPH = "delete_paragraph"
    MOVE_PARAGRAPH = "move_paragraph"
    MERGE_PARAGRAPHS = "merge_paragraphs"
    SPLIT_PARAGRAPH = "split_paragraph"
    PROPOSE_ALTERNATIVE = "propose_alternative"
    PLACEHOLDER = "placeholder"
    RETAIN = "retain"
    REVERT = "revert"
    BRACKET = "bracket"
    UNBRACKET = "unbracket"
    RESERVE = "reserve"
    SET_STATUS = "set_status"
    BREAK_SILENCE = "break_silence"
    RENUMBER = "renumber"
    EDITORIAL = "editorial"
    SUPPORT = "support"
    OPPOSE = "oppose"
    ENDORSE = "endorse"
    QUESTION = "question"
    REQUEST_WITHOUT_TEXT = "request_without_text"
    WITHDRAW = "withdraw"
    SUPERSEDE = "supersede"
    ATTACHMENT = "attachment"


class Where(StrEnum):
    """Where in a paragraph, or beside which paragraph, something is to stand."""

    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    BEGINNING = "beginning"
    END = "end"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place inside a paragraph: `words` quoted from the base, `until` only for BETWEEN.

    `parts` name the part of the paragraph that is meant, outermost first: the second sub-paragraph,
    its last sentence. An anchor with parts and without words is an end of that part, or beside it.
    """

    where: Where
    words: str = ""
    until: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place among paragraphs: after or before a label, or between two."""

    where: Where
    label: Label
    until: Label | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change asked for, atomic, against the revision named `base`.

    `target` are the labels it names, `paragraphs` the ids these resolve to in the base (empty for
    a new paragraph, several if a label repeats). `text` holds the words asked for, `cut` the words
    to go. `whole` is the entire paragraph as it should read, where the proponent gave it: a tracked
    change, a table row, "para 17 to read". `endorses` names whose proposals a support joins.
    `complete` is False where the text was cut off; `supersedes` is the id of the proposal
    that this one replaces. `date` is ISO 8601, or None where not known.
    """

    id: str
    by: tuple[str, ...]
    operation: Operation
    source: Source
    base: str
    target: tuple[Label, ...] = ()
    paragraphs: tuple[str, ...] = ()
    text: str = ""
    cut: str = ""
    anchor: Anchor | None = None
    place: Place | None = None
    whole: str | None = None
    supporters: tuple[str, ...] = ()
    endorses: tuple[str, ...] = ()
    date: str | None = None
    complete: bool = True
    supersedes: str | None = None
    raw: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The part of the paragraph that is meant, outermost first; empty for all of it.

        Where such a proposal takes words out and has no `cut`, all of the part goes.
        """
        return self.anchor.parts if self.anchor is not None else ()


@dataclass(frozen=True, slots=True)
class Submission:
    """What one file or posting asks for: its proposals in reading order, and what to know.

    `by` are the proponents the file as a whole names (may be empty: each tracked change then has
    its own author); `on` is the revision it speaks of, as it was named there, or None.
    """

    file: str
    by: tuple[str, ...]
    on: str | None
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()
