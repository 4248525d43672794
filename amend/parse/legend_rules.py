"""A line of a legend in, the rules that its words give out: "additions are underlined"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from amend.model.marks import Meaning, Rule, Sign
from amend.model.source import Look
from amend.parse.legend_words import ALSO, CALLED, EITHER, GLUE, LOOKS, MEANINGS
from amend.text.late import late

_LETTER = "a-zà-öø-ÿа-яё"
_LONGEST_GAP = 200
_MOST_NAME_WORDS = 5
_AND = frozenset("and et y e и و or ou o или أو while whereas mientras tandis а".split())
_CLAUSES = late(r"\s*(?:[,;،؛、，；\n]|\.\s|\band\b|\bet\b|\by\b|\bи\b)\s*", re.IGNORECASE)
_BY = (
    r"(?-i:(?:by|from|of|par|de|por|от)\s+(?:(?:the|la|le|el|los|les)\s+)?"
    r"[A-ZÀ-ÞА-ЯЁ][\w&'’-]*(?:\s+(?:of\s+)?[A-ZÀ-ÞА-ЯЁ][\w&'’-]*){0,4})"
)


class Item(NamedTuple):
    """A look or a meaning that a line names, half-open."""

    start: int
    end: int
    sign: Sign | None
    meaning: Meaning | None


class _Group(NamedTuple):
    """Looks that belong together: each of `signs` is a choice."""

    start: int
    end: int
    signs: tuple[Sign, ...]


@cache
def _patterns() -> tuple[tuple[Sign | None, Meaning | None, re.Pattern[str]], ...]:
    """Compiled when a text first needs them: most files of proposals track their changes."""
    looks = ((sign, None, pattern) for sign, pattern in LOOKS)
    meanings = ((None, meaning, pattern) for meaning, pattern in MEANINGS)
    return tuple(
        (sign, meaning, re.compile(rf"(?<![{_LETTER}])(?:{pattern})", re.IGNORECASE))
        for sign, meaning, pattern in (*looks, *meanings)
    )


@cache
def _between() -> re.Pattern[str]:
    word = rf"(?:{_BY}|(?:{GLUE})(?![{_LETTER}]))"
    return re.compile(rf"(?:[^\w,;.،؛、，；。]|{word})*+", re.IGNORECASE)


def items_of(text: str) -> list[Item]:
    """Find all that a text names, the longest first where two begin alike; none overlap."""
    found = [
        Item(match.start(), match.end(), sign, meaning)
        for sign, meaning, pattern in _patterns()
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Item] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def worded(text: str, items: list[Item], end: int) -> list[Rule]:
    """Tie each meaning to the looks beside it that nothing but small words part from it."""
    parts = _grouped(text, items, end)
    is_look_first = bool(parts) and isinstance(parts[0], _Group)
    rules: list[Rule] = []
    taken: set[int] = set()
    for place, part in enumerate(parts):
        if isinstance(part, _Group) or part.meaning is None:
            continue
        beside = (place - 1, place + 1) if is_look_first else (place + 1, place - 1)
        for other in beside:
            group = parts[other] if 0 <= other < len(parts) else None
            if not isinstance(group, _Group) or other in taken:
                continue
            first, second = (group, part) if other < place else (part, group)
            if _is_glue(text[first.end : second.start]):
                taken.add(other)
                rules += [Rule(sign, part.meaning) for sign in group.signs]
                break
    return rules


def _is_glue(text: str) -> bool:
    return len(text) <= _LONGEST_GAP and _between().fullmatch(text) is not None


def _grouped(text: str, items: list[Item], end: int) -> list[_Group | Item]:
    """Join looks that are named together; one that goes on with words of its own is none."""
    parts: list[_Group | Item] = []
    for place, item in enumerate(items):
        if item.sign is None:
            parts.append(item)
            continue
        following = items[place + 1] if place + 1 < len(items) else None
        meant = _meant_next(text, items[place:])
        if not _stands_alone(text[item.end : following.start if following else end], following):
            continue
        last = parts[-1] if parts else None
        gap = text[last.end : item.start] if last is not None else ""
        if isinstance(last, _Group) and (joined := _together(last, item, gap, is_next=meant)):
            parts[-1] = joined
        else:
            parts.append(_Group(item.start, item.end, (item.sign,)))
    return parts


def _stands_alone(gap: str, following: Item | None) -> bool:
    """Whether what follows a look is no thing that it paints: "in red tape" names no look."""
    match = re.match(r"[^\w]*+([\w]*)", gap)
    word = match[1] if match is not None else ""
    if not word or (
        match is not None and re.search(r"[.,;:=()–—،、，；。/-]", gap[: match.start(1)])
    ):
        return True
    return (
        _is_glue(f" {word} ")
        or (following is not None and _is_glue(gap))
        or bool(re.match(rf"(?:{EITHER}|{ALSO})(?![\s])", f" {word} ") and word.lower() in _AND)
    )


def _meant_next(text: str, items: Sequence[Item]) -> bool:
    """Whether a look, and those named with it, lead on to a meaning: "yellow is deleted"."""
    for item, following in pairwise(items):
        gap = text[item.end : following.start]
        if following.meaning is not None:
            return _is_glue(gap)
        if not re.fullmatch(rf"{ALSO}(?:{_between().pattern})", gap, re.IGNORECASE):
            return False
    return False


def _together(group: _Group, item: Item, gap: str, *, is_next: bool) -> _Group | None:
    """Add a look to those before it: all at once, or as another choice.

    One behind a comma that leads on to a meaning begins anew: "additions underlined, strikethrough
    for deletions".
    """
    assert item.sign is not None
    if re.fullmatch(EITHER, gap, re.IGNORECASE):
        return _Group(group.start, item.end, (*group.signs, item.sign))
    if not re.fullmatch(rf"{ALSO}(?:{_between().pattern})", gap, re.IGNORECASE):
        return None
    if is_next and re.search(r"[,;،؛、，；]|\b(?:and|et|y|и)\b", gap):
        return None
    joined = tuple(sign for each in group.signs for sign in _both(each, item.sign))
    return _Group(group.start, item.end, joined)


def _both(one: Sign, other: Sign) -> tuple[Sign, ...]:
    """Ask for two looks at once; "highlighted in red" may be the ground or the letters."""
    if one.enclosed or other.enclosed or (one.looks & other.looks & Look.STRIKE):
        return (one,)
    letters = one.letters or other.letters
    looks = one.looks | other.looks
    if looks == Look.COLOUR | Look.HIGHLIGHT and letters:
        ground = Sign(Look.HIGHLIGHT, ground=letters)
        return (ground, Sign(Look.COLOUR, letters=letters))
    if looks & Look.HIGHLIGHT and looks != Look.HIGHLIGHT:
        looks &= ~Look.HIGHLIGHT  # "highlighted in bold"
    return (Sign(looks, letters),)


def of_parties(text: str, items: list[Item]) -> list[Rule]:
    """Read "EU in blue, US in red": each clause one colour and the name it belongs to."""
    rules: list[Rule] = []
    start = 0
    for match in (*_CLAUSES.finditer(text), None):
        end = match.start() if match is not None else len(text)
        own = [each for each in items if start <= each.start and each.end <= end]
        rule = _of_party(text[start:end], start, own)
        if rule is not None:
            rules.append(rule)
        elif any(each.sign for each in own):
            return []
        start = match.end() if match is not None else end
    are_apart = len({each.sign for each in rules}) == len(rules) == len({e.by for e in rules})
    return rules if are_apart and len(rules) > 1 else []


def _of_party(clause: str, offset: int, items: list[Item]) -> Rule | None:
    hues = [each.sign for each in items if each.sign is not None and each.sign.letters]
    if len(hues) != 1 or any(each.meaning not in {None, Meaning.ADD} for each in items):
        return None
    rest = clause
    for each in reversed(items):
        rest = f"{rest[: each.start - offset]} {rest[each.end - offset :]}"
    named = [each for each in rest.split(":") if re.search(r"\w", each)]
    words = re.findall(r"[^\s=()–—.]+", named[-1]) if named else []
    while words and not words[-1][:1].isupper():
        words.pop()
    while words and not words[0][:1].isupper():
        del words[0]
    name = re.sub(r"['’]s?$", "", " ".join(words))
    is_called = re.fullmatch(CALLED, name, re.IGNORECASE) is not None
    if not name or len(words) > _MOST_NAME_WORDS or is_called or _is_glue(f" {name} "):
        return None
    return Rule(hues[0], Meaning.ADD, name)
