"""A posting in, whether it points to a file or link that the page does not hold, out."""

from __future__ import annotations

import re

from amend.parse.postings.bodies import ACT, announces
from amend.parse.postings.contents import leads_in
from amend.parse.postings.sentences import sentences

NONE = "none visible"
IMPLIED = "implied"
STATED = "stated"
LINK = "link"
TRACKED = "stated (tracked changes)"
_STATED = re.compile(
    r"\b(?:attach(?:ed|ment|ments|ing)?|enclosed?|enclosure|in\s+(?:the|an)\s+annex|in\s+the\s+(?:file|pdf)|adjunt\w+"
    r"|anexo|ci-joint\w*|pi[èe]ces?\s+jointes?|en\s+annexe|uploaded)\b",
    re.IGNORECASE,
)
_TRACKED = re.compile(
    r"\btrack(?:ed)?(?:\s*(?:and|&|in)\s*|\s+|-)chang\w+|\bin\s+track\b|\bredline\b|\btracked\b",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_HERE = re.compile(
    r"\b(?:find|see|read|access\w*|available|download)\b[^.]{0,80}\b(?:here|link|at|online|below)\b"
    r"|\bclick\b|\baqu[íi]\b|\bici\b",
    re.IGNORECASE,
)
_HANDS_IN = re.compile(
    r"\b(?:submit(?:s|ted|ting)?|shar(?:e|es|ing)|present(?:s|ing)?|please\s+(?:find|see)|here\s+is"
    r"|(?:we|i)\s+(?:hereby\s+)?send|sending|contained\s+in\s+this\s+document|this\s+is\s+\S+"
    r"|our\s+(?:contributions?|comments?|inputs?|submission|recommendations)\s+(?:focus|cover|concern|address)\w*"
    r"|presenta\w*|soumet\w*|enviamos|remitimos)\b",
    re.IGNORECASE,
)
# These point elsewhere by themselves, whatever it is called.
_POINTS = re.compile(
    r"^please\s+(?:find|see)\b"
    r"|\bwe\s+have\s+(?:encouraged|suggested|proposed|included|drafted)\s+(?:\w+\s+)?language\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:thanks?|grateful|appreciat\w+|welcom\w+|gracias|merci)\b", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"\b(?:intervention|delivered|as\s+read|speaking\s+points)\b"
    r"|\bstatement\b[^.\n]{0,60}\b(?:at|during)\s+the\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:focus(?:es)?|concerns?|covers?|address(?:es)?|relates?)\b|\bareas\s*:", re.IGNORECASE
)
_SOME = 3
_LONG = 40  # words: a paragraph that says something itself


def attachment_of(text: str, *, has_files: bool, has_words: bool) -> str:
    """Say what a posting shows of files: stated, a link, implied, or none visible.

    Implied is what hands something in, or bears its title, without being it; `has_words` tells
    that the wording asked for stands on the page, `has_files` that the page links files to it.
    """
    if _TRACKED.search(text):
        return TRACKED
    if has_files or _STATED.search(text):
        return STATED
    if _URL.search(text) and _HERE.search(text):
        return LINK
    lines = [each for each in text.split("\n") if each.strip()]
    if has_words or (lines and any(_SPOKEN.search(each) for each in lines[:3])):
        return NONE
    hands_in = any(
        (_HANDS_IN.search(each) and ACT.search(each))
        or _POINTS.search(each)
        or leads_in(each)
        or _tells_what(each)
        for each in re.split(r"(?<=[.!?])\s+|\n", text)
    )
    return IMPLIED if hands_in or _HANDS_IN.search(text.split("\n")[0]) else NONE


def _tells_what(sentence: str) -> bool:
    """Whether a sentence only says what a paper is about: "X's comments on Rev 1 focus on"."""
    act = ACT.search(sentence)
    return (
        act is not None
        and _ABOUT.search(sentence[act.end() :]) is not None
        and bool(announces(sentence))
    )


def says_much(text: str) -> bool:
    """Whether a posting argues itself, in a paragraph or in points, beyond handing something in.

    Points under "focus on:" list what the paper is about, points under "our demands:" are asked.
    """
    lines = text.split("\n")
    if any(len(each.split()) >= _LONG and not _is_about_itself(each) for each in lines):
        return True
    points = [each for each in lines if re.match(r"\s*(?:[•▪*–-]|\d{1,2}[.)])\s", each)]
    return len(points) >= _SOME and not any(
        _ABOUT.search(each) for each in lines if each.rstrip().endswith(":")
    )


def _is_about_itself(line: str) -> bool:
    """Whether a paragraph speaks of the paper handed in, or thanks for the chance to."""
    return bool(
        _HANDS_IN.search(line)
        or _THANKS.search(line)
        or any(_tells_what(each.text) for each in sentences(line))
    )
