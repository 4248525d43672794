"""Words in, the stage of the draft that they speak of out (domain A.2): own words, then thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from amend.parse.postings.bodies import ACT
from amend.parse.postings.sentences import sentences

PRE_ZERO = "pre-zero"
ZERO = "zero"
FINAL = "final"
_ORDINALS = {
    **dict.fromkeys(("first", "1st", "primera", "première", "premiere"), 1),
    **dict.fromkeys(("second", "2nd", "segunda", "deuxième", "seconde"), 2),
    **dict.fromkeys(("third", "3rd", "tercera", "troisième"), 3),
    **dict.fromkeys(("fourth", "4th", "cuarta", "quatrième"), 4),
    **dict.fromkeys(("fifth", "5th", "quinta", "cinquième"), 5),
}
# "Third draft" counts the zero draft or does not: such words name no stage.
_STAGE = re.compile(
    rf"""(?<!\w)(?:
      (?P<zero>zero[\s-]*(?:order\s+)?draft|draft\s+zero|borrador\s+cero|(?:avant-)?projet\s+z[ée]ro
        |version\s+z[ée]ro)
    | rev(?:isi[oó]n|ision|ised\s+(?:draft|text|version)|\.)?[\s.]{{0,2}}(?P<rev>\d{{1,2}})(?![\d/])
    | (?P<ordinal>{"|".join(_ORDINALS)})\s+(?:revision|revisión|révision
        |revised\s+(?:draft|version|text))
    | (?P<final>final\s+(?:draft|text|version)|adopted\s+(?:text|version))
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_AHEAD = re.compile(
    r"\b(?:ahead\s+of|before|prior\s+to|in\s+(?:advance|anticipation)\s+of|preceding|until|pending"
    r"|antes\s+del?|avant)\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_INFORMS = re.compile(
    r"\b(?:(?:to|will|can|could|may|would|that)\s+)?(?:inform|feed\s+into|shape|guide|contribute\s+to"
    r"|be\s+reflected\s+in|be\s+included\s+in)\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:look(?:ing)?\s+forward\s+to|upcoming|forthcoming|next|future|expect\w*|hope\w*|in\s+time\s+for"
    r"|awaiting?|see)\s+(?:\S+\s+){0,5}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:included|contained|had|was|were|previous(?:ly)?|earlier|already|used\s+to|no\s+longer"
    r"|last|formerly|provided|unlike|compared)\b",
    re.IGNORECASE,
)
_REACH = 200  # characters before a stage that may tell how it is meant
_ON = re.compile(
    r"[^.;]{0,60}?\b(?:to|on|for|of|regarding|concerning|sur|sobre|a|au)\s+(?:\S+\s+){0,6}$",
    re.IGNORECASE,
)


class How(Enum):
    """What a mention of a stage tells: `ASKED` is what comments are on, `PAST` a contrast."""

    ASKED = auto()
    PLAIN = auto()
    PAST = auto()
    AHEAD = auto()
    VAGUE = auto()


class StageSaid(NamedTuple):
    """A stage in the words of a text, and how it is meant."""

    stage: str
    how: How


def rank(stage: str) -> int:
    """Return what puts stages in order: pre-zero, zero, rev1, rev2 ... final."""
    if stage.startswith("rev"):
        return int(stage[3:]) + 1
    return {PRE_ZERO: 0, ZERO: 1, FINAL: 1000}[stage]


def stages_said(text: str) -> Iterator[StageSaid]:
    """Yield the stages that a text names, in reading order; what is yet to come is left out."""
    for sentence in sentences(text):
        for found in _STAGE.finditer(sentence.text):
            before = sentence.text[max(0, found.start() - _REACH) : found.start()]
            if _COMING.search(before) is None:
                behind = sentence.text[found.start() : found.end() + _REACH]
                yield StageSaid(_stage(found), _how(before + behind, before))


def stage_spans(text: str) -> list[tuple[int, int]]:
    """Return where a text names stages, as half-open spans: numbers there are no paragraphs."""
    return [each.span() for each in _STAGE.finditer(text)]


def _stage(found: re.Match[str]) -> str:
    if found["zero"]:
        return ZERO
    if found["final"]:
        return FINAL
    number = int(found["rev"]) if found["rev"] else _ORDINALS[found["ordinal"].lower()]
    return f"rev{number}" if number else ZERO


def _how(sentence: str, before: str) -> How:
    if _AHEAD.search(before):
        return How.AHEAD
    if _INFORMS.search(before):
        return How.VAGUE
    if _PAST.search(sentence):
        return How.PAST
    act = None
    for each in ACT.finditer(before):
        act = each
    return How.ASKED if act is not None and _ON.fullmatch(before, act.end()) else How.PLAIN


def own_stage(text: str, thread: str | None) -> str | None:
    """Read the stage in a posting's own words; the latest is meant ("Rev 1 of the zero draft").

    None where they name none, or only hint at one ("to inform the zero draft").

    An earlier stage than the thread's is a contrast, unless the comments are said to be on it.
    """
    said = list(stages_said(text))
    told = [each for each in said if each.how not in {How.AHEAD, How.VAGUE}]
    if not told:
        ahead = next((each.stage for each in said if each.how is How.AHEAD), None)
        return None if ahead is None else _before(ahead)
    latest = max((each.stage for each in told), key=rank)
    if thread is None or rank(latest) >= rank(thread):
        return latest
    asked = [each.stage for each in told if each.how is How.ASKED]
    return max(asked, key=rank) if asked else None


def _before(stage: str) -> str:
    """Return the stage before one: what is sent ahead of Rev 2 speaks of Rev 1."""
    at = rank(stage)
    return PRE_ZERO if at <= 1 else ZERO if at == 2 else f"rev{at - 2}" if at < 1000 else stage


def heading_stage(text: str) -> str | None:
    """Return the stage of a heading such as "REV 1" or "Comments on the zero draft", or None."""
    if len(text.split()) > 8 or (re.search(r"[.!;:]\s*$", text) and len(text.split()) > 3):
        return None
    found = _STAGE.search(text)
    if found is None:
        return None
    rest = ACT.sub("", text[: found.start()] + text[found.end() :])
    words = re.findall(r"[^\W\d_]+", rest.lower())
    known = {
        "the",
        "on",
        "of",
        "to",
        "for",
        "draft",
        "and",
        "thread",
        "discussion",
        "text",
        "version",
    }
    return _stage(found) if all(each in known for each in words) else None


def is_stage_only(text: str) -> bool:
    """Whether a line is nothing but a stage, as a page prints it over a thread: "REV 1 draft"."""
    words = text.strip(" .:#")
    return any(_STAGE.fullmatch(each) for each in (words, re.sub(r"(?i)\s+draft$", "", words)))
