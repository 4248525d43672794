"""A block whose looks were read as changes in, the same held against the base out.

Whatever a look is said to mean, the words without the additions must be those of the base. What is
bold in the base itself, or only stressed, is no addition.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum

from amend.labels import split_head
from amend.model.marks import Marks, Meaning
from amend.model.source import Block, BlockKind, Run, Stamp
from amend.parse.brackets import brackets
from amend.parse.fragments import completed
from amend.parse.index import Base
from amend.parse.signs import with_enclosed
from amend.parse.ties import is_tracked, words_before
from amend.text.edits import hunks
from amend.text.late import late
from amend.text.similarity import share_in_common
from amend.text.words import tokens, words

_NEAR = 0.85
_LIKE = 0.5
_CANDIDATES = 3
_ENOUGH_WORDS = 4
# What explains a wish is no new paragraph, though it be set as one.
_REMARK = late(
    r"\W*(?:rationale|justification|explanation|comments?|notes?|reasons?|background|remarks?|motifs?"
    r"|commentaires?|justificaci[óo]n|comentarios?|обоснование|комментарий|пояснение|примечание|المبرر\w*"
    r"|تعليق|ملاحظة|理由|说明|评论|备注)\s*[:：–—]",
    re.IGNORECASE,
)
_ENDS = (".", ";", ",", "。", "；", "，", "؛", "،")
_NEW_WORDS = 5


class Fit(Enum):
    """How a block stands to the base without its additions.

    Unmarked; exactly, nearly or somewhat like a paragraph of it; not at all; or all of it is new.
    """

    PLAIN = "plain"
    EXACT = "exact"
    NEAR = "near"
    LIKE = "like"
    UNFIT = "unfit"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A block with those of its changes that the base bears out, and how it stands to the base."""

    block: Block
    fit: Fit


class Touchstone:
    """The words of all paragraphs of the base, to hold blocks against."""

    def __init__(self, base: Base) -> None:
        """Read the words of the base once."""
        self.base = base
        self._brackets: defaultdict[str, list[list[str]]] | None = None
        self.known = {tuple(tokens(each.text)) for each in base.revision.paragraphs}

    def read(self, block: Block, marks: Marks) -> Block:
        """Read the looks of a block as changes, by rules; words that only explain are left out.

        Brackets that stand in the base are those of the draft.
        """
        for rule in marks.rules:
            if rule.sign.enclosed and rule.meaning is not Meaning.IGNORE:
                block = with_enclosed(
                    block, rule.sign.enclosed, rule.meaning, self._is_of_the_draft
                )
        runs = tuple(each for run in block.runs if (each := _read(run, marks)) is not None)
        return _closed(replace(block, runs=_kept_apart(_with_head(runs))), block)

    def _is_of_the_draft(self, enclosed: str) -> bool:
        """Whether brackets stand in the base round the same words, more or less."""
        if self._brackets is None:
            self._brackets = defaultdict(list)
            for each in self.base.revision.paragraphs:
                for pair in brackets(each.text):
                    keys = tokens(each.text[pair.start : pair.end])
                    self._brackets[keys[0] if keys else ""].append(keys)
        keys = tokens(enclosed)
        likely = self._brackets[keys[0] if keys else ""]
        return any(share_in_common(each, keys) >= _NEAR for each in likely)

    def holds(self, block: Block) -> bool:
        """Whether the words of a block, as it stands, are a paragraph of the base."""
        return tuple(tokens(words_before(_bare(block))[1])) in self.known

    def fitted(self, plain: Block, marked: Block) -> Fitted:
        """Hold a block with changes against the base; `plain` is the same as it was read."""
        if not is_tracked(marked):
            return Fitted(plain, Fit.PLAIN)
        has_cuts = any(run.deleted for run in marked.runs)
        if not has_cuts and self.holds(plain):
            return Fitted(plain, Fit.PLAIN)
        if not marked.before.strip():
            return Fitted(marked, Fit.NEW) if marked.after.strip() else Fitted(plain, Fit.UNFIT)
        without = tuple(tokens(words_before(marked)[1]))
        if without in self.known:
            is_telling = (
                len(without) >= _ENOUGH_WORDS
            )  # a heading, "Article 2", may equal by chance
            return Fitted(marked, Fit.EXACT) if is_telling else Fitted(plain, Fit.UNFIT)
        spared = self._spared(plain, marked, without)
        whole = completed(_bare(plain), marked, self.base) if spared.fit is not Fit.EXACT else None
        return Fitted(whole, Fit.EXACT) if whole else spared

    def _spared(self, plain: Block, marked: Block, without: tuple[str, ...]) -> Fitted:
        """Try what is left if words that stand in the base, too, are no additions."""
        as_it_stands = tokens(words_before(_bare(plain))[1])
        label = words_before(marked)[0]
        likely = [*(self.base.find(label) if label else ()), *self.base.alike(as_it_stands)]
        best, share = Fitted(plain, Fit.UNFIT), _LIKE
        for paragraph in dict.fromkeys(likely[:_CANDIDATES]):
            keys = tokens(paragraph.text)
            spared = _without_kept(marked, keys)
            is_equal = len(keys) >= _ENOUGH_WORDS and tokens(words_before(spared)[1]) == keys
            if is_equal and is_tracked(spared):
                return Fitted(spared, Fit.EXACT)
            likeness = share_in_common(keys, without)
            if likeness >= share and likeness > share_in_common(keys, as_it_stands):
                fit = Fit.NEAR if likeness >= _NEAR else Fit.LIKE
                best, share = Fitted(marked, fit), likeness
        return best


def is_note(block: Block, marks: Marks) -> bool:
    """Whether all words of a block are set as those that only explain."""
    rules = [marks.rule_of(run.look) for run in block.runs if run.text.strip()]
    return bool(rules) and all(rule and rule.meaning is Meaning.NOTE for rule in rules)


def is_new_paragraph(block: Block) -> bool:
    """Whether words that are all new are a paragraph, and no heading or remark set in bold."""
    text = block.after.strip()
    if _REMARK.match(text):
        return False
    if block.number or split_head(text) is not None:
        return True
    if block.kind is BlockKind.HEADING or text.startswith("("):
        return False
    return text.endswith(_ENDS) and len(tokens(text)) >= _NEW_WORDS


def _read(run: Run, marks: Marks) -> Run | None:
    if run.inserted is not None or run.deleted is not None:
        return run
    rule = marks.rule_of(run.look)
    if rule is None or rule.meaning is Meaning.IGNORE:
        return run
    if rule.meaning is Meaning.NOTE:
        return None if run.text.strip() else run
    stamp = Stamp(rule.by or None)
    if rule.meaning is Meaning.DELETE:
        return replace(run, deleted=stamp)
    return replace(run, inserted=stamp) if run.text.strip() else run


def _with_head(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A number set in bold before words that stood there is no addition."""
    text = "".join(run.text for run in runs)
    head = split_head(text)
    if head is None or not text.endswith(head[2]):
        return runs
    left = len(text) - len(head[2])
    kept: list[Run] = []
    for run in runs:
        own, left = run.text[: max(left, 0)], left - len(run.text)
        rest = run.text[len(own) :]
        if run.inserted is None or not own:
            kept.append(run)
        else:
            kept.append(replace(run, text=own, inserted=None))
            kept += [replace(run, text=rest)] if rest else []
    behind = "".join(run.text for run in kept if not run.inserted)[len(text) - len(head[2]) :]
    return tuple(kept) if behind.strip() else runs


def _kept_apart(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Leave a space that was typed into an addition where words of the base need it."""
    kept: list[Run] = []
    before = ""
    for place, run in enumerate(runs):
        if run.inserted is None:
            before = run.text or before
            kept.append(run)
            continue
        following = next((each.text for each in runs[place + 1 :] if each.inserted is None), "")
        bare = run.text.rstrip()
        needs_space = before[-1:].isalnum() and following[:1].isalnum()
        if needs_space and len(bare) < len(run.text):
            kept += [
                replace(run, text=bare),
                replace(run, text=run.text[len(bare) :], inserted=None),
            ]
            before = " "
        else:
            kept.append(run)
    return tuple(kept)


def _closed(marked: Block, block: Block) -> Block:
    """Where all words are new, so is the mark at the end."""
    new = [run for run in marked.runs if run.text.strip()]
    if new and all(run.inserted for run in new) and marked.mark_inserted is None:
        return replace(marked, mark_inserted=new[0].inserted)
    return marked if is_tracked(marked) else replace(block, runs=marked.runs)


def _without_kept(marked: Block, base: list[str]) -> Block:
    """Take the mark of an addition off the runs whose words all stand in the base at that place."""
    found = words("".join(run.text for run in marked.runs))
    kept: set[int] = set()
    for hunk in hunks([word.key for word in found], base):
        if hunk.kept:
            kept.update(range(hunk.old_start, hunk.old_end))
    runs: list[Run] = []
    offset = 0
    for run in marked.runs:
        end = offset + len(run.text)
        own = [n for n, word in enumerate(found) if word.start < end and word.end > offset]
        is_kept = bool(own) and all(n in kept for n in own)
        runs.append(replace(run, inserted=None) if is_kept and run.inserted else run)
        offset = end
    return replace(marked, runs=tuple(runs), mark_inserted=None)


def _bare(block: Block) -> Block:
    """The words as they stand, whatever is tracked in them."""
    runs = tuple(replace(run, inserted=None, deleted=None) for run in block.runs)
    return replace(block, runs=runs)
