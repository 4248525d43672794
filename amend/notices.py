"""What the reader must be told: a closed list of notices that travel inside results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The kinds of notice; each is described in docs/notices.md."""

    RANK_SKIPPED = "rank-skipped"
    LABEL_REPEATED = "label-repeated"
    BRACKET_UNBALANCED = "bracket-unbalanced"
    NO_NUMBERS = "no-numbers"
    TEXT_SKIPPED = "text-skipped"
    PART_MISSING = "part-missing"
    NUMBERING_UNKNOWN = "numbering-unknown"
    EXTERNAL_IGNORED = "external-ignored"
    ENCODING_GUESSED = "encoding-guessed"
    NOT_UNDERSTOOD = "not-understood"
    CONDITIONAL = "conditional"
    TARGET_UNRESOLVED = "target-unresolved"
    TARGET_AMBIGUOUS = "target-ambiguous"
    ANCHOR_NOT_FOUND = "anchor-not-found"
    ANCHOR_APPROXIMATE = "anchor-approximate"
    ANCHOR_REPEATED = "anchor-repeated"
    SCOPE_UNCLEAR = "scope-unclear"
    ALREADY_THERE = "already-there"
    PROPOSALS_COLLIDE = "proposals-collide"
    PROPONENT_UNKNOWN = "proponent-unknown"
    BASE_UNKNOWN = "base-unknown"
    BASE_DIFFERS = "base-differs"
    BASE_CHOSEN = "base-chosen"
    MARKS_SETTLED = "marks-settled"
    STRUCK_BY_HAND = "struck-by-hand"
    WORDS_HIDDEN = "words-hidden"
    MARKS_GUESSED = "marks-guessed"
    MARKS_READ = "marks-read"
    MARKS_UNCLEAR = "marks-unclear"
    ORDER_GUESSED = "order-guessed"
    RULING_UNPLACED = "ruling-unplaced"
    THREADS_DIFFER = "threads-differ"
    RULING_MOVED = "ruling-moved"
    FILE_SKIPPED = "file-skipped"
    CONVERTED = "converted"
    COMMENT_RESOLVED = "comment-resolved"
    BOUNDARY_GUESSED = "boundary-guessed"
    STAGE_GUESSED = "stage-guessed"
    ALIAS_PROPOSED = "alias-proposed"
    PAGE_SCANNED = "page-scanned"
    LOOKS_GUESSED = "looks-guessed"
    FRONT_SET_APART = "front-set-apart"
    TEXT_CUT = "text-cut"
    NAMES_IN_TEXT = "names-in-text"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know about a result that stands all the same: code, place, one sentence."""

    code: Code
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.code}: {self.where}: {self.text}"
