"""The blocks of a file in, passages out: each is one thing its writer says, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amend.labels import split_head
from amend.model.source import Block, BlockKind, Run, Source
from amend.parse.masked import mask
from amend.parse.quotations import is_cut, quotations
from amend.parse.verbs import ASKING, VERB, Act, Q, R
from amend.text.late import late

_BULLET = re.compile(r"^(?:[•·▪◦‣●○■□\ue000-\uf8ff*–—-]|o(?=\s{2,}))\s+(?=\S)")
_NUMBERED = re.compile(r"^\(?[\w.]{1,12}(?:\s?\w{2,12})?[.)]?$")
_LABELLED = late(
    r"(?:(?:in|for|on|at|to|under|regarding|re|amendment|proposal)\b[\s:]*)?"
    r"(?:paras?\b|paragraphs?\b|pars?\.|OP|PP|art(?:icle)?s?\b|[\[\"“«„])",
    re.IGNORECASE,
)
# An unmistakable head inside a line: a flattened page has lost its line breaks.
_INNER_HEAD = re.compile(
    r"(?<=[.:;!?])\s+(?=\[?\d{1,3}\s?-?(?:bis|ter|quater|quinquies|sexies|pre|alt)\b[\s\d]{0,3}[.:)]\s+[A-Z])"
)
_READ_MORE = re.compile(r"\[?read more\]?\W*$", re.IGNORECASE)
_MAIL_QUOTE = re.compile(r"^(?:>\s?)+")
_MOST_JOINED = 12
_WRAP_FROM = 50


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together; `is_list` marks one whose plain number may count points."""

    text: str
    source: Source
    is_list: bool = False


def blocks_of(text: str, file: str = "") -> tuple[Block, ...]:
    """Part a string into blocks at blank lines and at lines that open something new."""
    return tuple(
        Block((Run(each),), Source(file, place)) for place, each in enumerate(_parted(text), 1)
    )


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """Read blocks as passages in order; margins, notes and empty blocks say nothing."""
    found = [
        Passage(each, block.source)
        for block in blocks
        if block.kind in {BlockKind.BODY, BlockKind.HEADING}
        for each in _said(block)
    ]
    return list(_joined(_with_lists(found)))


def _said(block: Block) -> Iterator[str]:
    text = block.after
    number = (block.number or "").strip()
    if number and _NUMBERED.match(number):
        text = f"{number} {text}"
    for part in _parted(text):
        for each in _INNER_HEAD.split(part):
            bare = _BULLET.sub("", each.strip())
            if bare:
                yield bare


def _parted(text: str) -> Iterator[str]:
    gathered: list[str] = []
    for line in text.split("\n"):
        bare = _MAIL_QUOTE.sub("", line.strip())
        if gathered and (not bare or _opens(bare, gathered[-1])):
            yield " ".join(gathered)
            gathered = []
        if bare:
            gathered.append(bare)
    if gathered:
        yield " ".join(gathered)


def _opens(line: str, previous: str) -> bool:
    """Whether a line says something new, or goes on with a line that was wrapped."""
    if split_head(line) or _BULLET.match(line) or _LABELLED.match(line):
        return True
    match = VERB.search(line)
    if match and ASKING.match(line[: match.start()]):
        return True
    return len(previous) < _WRAP_FROM


def _with_lists(found: list[Passage]) -> Iterator[Passage]:
    """Mark the plain numbers that run 1, 2, 3: they may count points (domain B.8.5)."""
    count = 0
    for each in found:
        match = re.match(r"\(?(\d{1,2})[.)]\s", each.text)
        if match and int(match[1]) in (1, count + 1):
            count = int(match[1])
            yield Passage(each.text, each.source, is_list=True)
        else:
            yield each


def _joined(found: Iterable[Passage]) -> Iterator[Passage]:
    """Join what was parted in the middle: open quotations, and words announced by a colon."""
    waiting = list(found)
    place = 0
    while place < len(waiting):
        first = waiting[place]
        count = _reach(waiting, place)
        text = " ".join(each.text for each in waiting[place : place + count])
        yield Passage(text, first.source, first.is_list)
        place += count


def _reach(waiting: list[Passage], place: int) -> int:
    """How many passages, from this one on, belong together."""
    text = waiting[place].text
    quoted = quotations(text)
    if quoted and not quoted[-1].is_closed and not is_cut(text):
        for count, following in enumerate(waiting[place + 1 : place + _MOST_JOINED], 2):
            text = f"{text} {following.text}"
            if quotations(text)[-1].is_closed:
                return count
        return 1
    if place + 1 == len(waiting):
        return 1
    following_text = waiting[place + 1].text
    if _READ_MORE.match(following_text):
        return 2
    return 2 if _announces(text) and not _is_an_instruction(following_text) else 1


def _announces(text: str) -> bool:
    """Whether a passage asks for words and holds none: "New para 9 pre:", "to read as follows"."""
    if text.endswith((".", ";", "!", "?")) and not text.endswith("as follows."):
        return False
    masked = mask(text).text
    verbs = list(VERB.finditer(masked))
    if not verbs:
        return masked.endswith(":") and re.match(rf"\W*{R}\W*$", masked) is not None
    act = Act(verbs[-1].lastgroup or "")
    behind = masked[verbs[-1].start() :]
    if act is Act.REPLACE:
        return masked.endswith(":") and len(re.findall(Q, behind)) < 2
    if act not in {Act.INSERT, Act.READ}:
        return False
    has_words = re.search(rf"(?<!after )(?<!before ){Q}", behind) is not None
    return not has_words and (masked.endswith(":") or len(masked.split()) <= 8)


def _is_an_instruction(text: str) -> bool:
    masked = mask(text).text
    match = VERB.search(masked)
    return bool(match and ASKING.match(masked[: match.start()]) and re.search(f"{Q}|{R}", masked))
