"""One author's changes in a paragraph in, the proposal of those words out."""

from __future__ import annotations

import re
from dataclasses import replace

from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.parse.heads import head_of
from amend.parse.quotations import is_cut
from amend.parse.readings import Reading, on_other_text
from amend.parse.ties import Unit
from amend.text.words import tokens, words

_ANCHOR_WORDS = 4
_BY_WORDS = frozenset({Operation.INSERT_PHRASE, Operation.DELETE_PHRASE, Operation.REPLACE_PHRASE})


def phrases(plain: Proposal, reading: Reading, unit: Unit) -> Proposal:
    """Words inserted, deleted or both: one proposal for all of them."""
    text, cut = reading.text, reading.cut
    if text and cut:
        operation = Operation.REPLACE_PHRASE
    else:
        operation = Operation.INSERT_PHRASE if text else Operation.DELETE_PHRASE
    anchor = _anchor(reading) if operation is Operation.INSERT_PHRASE else None
    if not tokens(text) and not tokens(cut):
        operation, anchor = _without_words(reading)
    whole = _whole(reading, unit)
    if unit.tied is not None and operation in _BY_WORDS and _is_numbering(whole, unit):
        operation, anchor = Operation.RENUMBER, None
    return replace(
        plain,
        operation=operation,
        text=text,
        cut=cut,
        anchor=anchor,
        whole=whole,
        complete=not is_cut(text),
    )


def _without_words(reading: Reading) -> tuple[Operation, Anchor | None]:
    """Brackets put in or taken away say something; other signs are editing."""
    signs = {
        sign for each in reading.changes for sign in each.text + each.cut if not sign.isspace()
    }
    if not signs <= set("[]") or (reading.text and reading.cut):
        return Operation.EDITORIAL, None
    first, last = reading.changes[0], reading.changes[-1]
    anchor = Anchor(Where.OPEN, reading.before[first.end : last.start].strip())
    return (Operation.BRACKET if reading.text else Operation.UNBRACKET), anchor


def _is_numbering(whole: str, unit: Unit) -> bool:
    """Whether only the number of the paragraph is changed."""
    return unit.tied is not None and tokens(whole) == tokens(unit.tied.text)


def _whole(reading: Reading, unit: Unit) -> str:
    """The paragraph with this author's changes only, its label and untracked changes left out."""
    block = replace(unit.blocks[0], runs=(), number=unit.blocks[0].number)
    if unit.tied is not None and unit.keys != tuple(tokens(unit.tied.text)):
        return _even(on_other_text(reading, unit.tied.text))
    run = replace(unit.blocks[0].runs[0], text=reading.after, inserted=None, deleted=None)
    head = head_of(replace(block, runs=(run,)), "un")
    return _even("".join(each.text for each in head.runs))


def _even(text: str) -> str:
    """Leave one space where words went and two were left."""
    return re.sub(r"(?<=\S)[ \u00a0]{2,}", " ", text).strip()


def _anchor(reading: Reading) -> Anchor | None:
    """Where a single insertion stands; several have no one place."""
    if len(reading.changes) != 1:
        return None
    place = reading.changes[0].start
    left, right = reading.before[:place], reading.before[place:]
    if not tokens(right):
        return Anchor(Where.END)
    if not tokens(left):
        return Anchor(Where.BEGINNING)
    return Anchor(Where.AFTER, last_words(left))


def last_words(text: str, count: int = _ANCHOR_WORDS) -> str:
    """Return the last few words of a text, to anchor what follows them."""
    found = words(text)[-count:]
    return text[found[0].start : found[-1].end] if found else ""
