"""Masked prose in, the same without the conditions that its wishes hang on, and these, out.

"Delete para 9 only if para 10 stays" asks for nothing in 10. What the condition names is no target
of the wish, and whether it is met is for a person to say: it is told, and never followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from amend.parse.masked import Masked
from amend.parse.verbs import P, Q, R
from amend.text.late import late

_NAMED = f"[{Q[1:-1]}{R[1:-1]}{P[1:-1]}]"
_HAS_NAMED = late(_NAMED)
_LEAD = (
    r"(?:(?:but|and|even|only|except)\s+){0,2}(?:if|unless|provid(?:ed|ing)(?:\s+that)?|assuming(?:\s+that)?"
    r"|on\s+(?:the\s+)?condition\s+that|in\s+(?:the\s+)?(?:case|event)(?:\s+that)?|(?:as|so)\s+long\s+as"
    r"|si\s+(?=(?:el|la|los|las|se|no|le|les|on)\b)|a\s+menos\s+que|salvo\s+(?:que|si)|siempre\s+que"
    r"|a\s+condici[óo]n\s+de\s+que|en\s+(?:el\s+)?caso\s+de\s+que|à\s+condition\s+(?:que|de)"
    r"|sauf\s+si|pourvu\s+que|à\s+moins\s+que|если|при\s+условии,?\s+что|إذا|بشرط\s+أن|如果|除非)"
)
# At the head of a sentence a condition ends at its comma; behind what it limits, with the sentence.
_AHEAD = late(
    rf"(?:^|(?<=[.;!?]\s)|(?<={Q}\s)|(?<={R}:\s))\W*(?P<said>{_LEAD}\b[^.;,:]{{0,400}}+),\s*",
    re.IGNORECASE,
)
_BEHIND = late(rf"(?:[,(]\s*|\s)(?P<said>{_LEAD}\b[^.;:]{{0,400}}+)(?=[.;:]|$)", re.IGNORECASE)
# "We could accept para 9 if "x" is deleted" asks for that deletion, as diplomats do.
_PRICE = late(
    rf"\b(?:could|can|may|would)\s+(?:only\s+)?(?:accept|support|live\s+with|go\s+along\s+with"
    rf"|agree\s+(?:to|with))\s+(?P<what>{R})\s*,?\s*(?:(?:but|only)\s+)*(?:if|provided(?:\s+that)?)\s+"
    rf"(?=(?P<wish>[^.;:]*[{Q[1:-1]}{R[1:-1]}]))",
    re.IGNORECASE,
)
_MAY_HOLD = late(rf"(?<!\w){_LEAD}\b", re.IGNORECASE)
# "We would be grateful if para 9 could be deleted" asks for just that.
_POLITE = late(
    r"\b(?:appreciat|grateful|prefer|ask|wonder|suggest|better|thank|happy|welcome|consider|glad|see"
    r"|pleased|(?:could|can|may)\s+(?:only\s+)?(?:live|accept|support|agree|join))\w*[^.;]*$",
    re.IGNORECASE,
)
_POLITE_REACH = 120


class SetApart(NamedTuple):
    """Masked prose without its conditions, and these as they were written, in order."""

    masked: Masked
    conditions: tuple[str, ...] = ()


def set_apart(masked: Masked) -> SetApart:
    """Take the conditions out that name a paragraph, a part or quoted words."""
    text = masked.text
    if _HAS_NAMED.search(text) is None or _MAY_HOLD.search(text) is None:
        return SetApart(masked)
    text = _PRICE.sub(_price, text)
    found = list(_conditions(text))
    pieces, place = [], 0
    for start, end, _ in found:
        pieces += [text[place:start], " " if start else ""]
        place = end
    bare = "".join([*pieces, text[place:]])
    said = tuple(masked.unmask(each).strip() for _, _, each in found)
    return SetApart(masked.with_text(bare), said)


def _price(found: re.Match[str]) -> str:
    """Say as a wish what an acceptance hangs on; it is about its own paragraph if it names one."""
    is_elsewhere = re.search(R, found["wish"]) is not None
    return "ask: " if is_elsewhere else f"ask: {found['what']}: "


def _conditions(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the span of each condition, and its words; none overlaps the one before it."""
    ahead = ((each.start("said"), each.end(), each["said"]) for each in _AHEAD.finditer(text))
    behind = (
        (each.start(), each.end(), each["said"])
        for each in _BEHIND.finditer(text)
        if not _asks(text, each)
    )
    place = 0
    for start, end, said in sorted([*ahead, *behind]):
        if start >= place and _HAS_NAMED.search(said):
            yield start, end, said
            place = end


def _asks(text: str, found: re.Match[str]) -> bool:
    """Whether the words are a polite wish, or all that the sentence says."""
    before = text[max(0, found.start() - _POLITE_REACH) : found.start()]
    return _POLITE.search(before) is not None or not re.search(r"\w[^.;]*$", before)
