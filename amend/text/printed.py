"""A printed label in, its parts out: the one way in to the grammar of domain B.4."""

from __future__ import annotations

import re
import unicodedata

from amend.text.label_reader import PARAGRAPH_WORD, Reader
from amend.text.scripts import latin
from amend.text.steps import AFTER, BEFORE, Parts, Step

_STATUS = re.compile(
    r"[\s\-]*[(\[](?:new|nouveau|nouvelle|nuevo|supprimé|deleted|agreed(?: ad ref\.?)?|ad ref\.?"
    r"|suprimido|suppr\.?|bracketed)[)\]]\s*$",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"new\s*(?:(?P<sign>[<>])\s*|(?:{PARAGRAPH_WORD}|op|pp|article)?\s*(?P<word>before|after)\s+)",
    re.IGNORECASE,
)
_NEW_ALONE = re.compile(rf"new(?:\s+(?:{PARAGRAPH_WORD}|ops?|pps?|articles?))?", re.IGNORECASE)
_CLOSERS = " \t.:;)]"
_WRAPPED = re.compile(r"\(\s*\d+[\s\-.]*[a-zA-Z][\w\s.]*\)\.?")


def parts(printed: str, profile: str) -> Parts | None:
    """Take a printed label apart under a profile (un, eu, fr or ch); None if it is no label."""
    text = _STATUS.sub("", tidy(printed)).strip()
    if _NEW_ALONE.fullmatch(text):
        return Parts("new", 0, "", ())
    head = _NEW.match(text)
    if head is None:
        return Reader(text, profile).read()
    inner = Reader(text[head.end() :], profile).read()
    if inner is None or not inner.figure:
        return None
    before = (head["sign"] or head["word"].lower()) in {"<", "before"}
    place = Step(BEFORE, 1, "new<") if before else Step(AFTER, 2, "new>")
    return inner._replace(steps=(*inner.steps, place))


def tidy(printed: str) -> str:
    """Fold widths, odd spaces and foreign scripts; outer brackets and end marks go."""
    text = printed.replace("º", "°").replace("İ", "I")
    if not text.isascii():
        text = latin(unicodedata.normalize("NFKC", text))
    text = re.sub(r"[\s\u200b]+", " ", text).strip()
    while text[:1] == "[" or (text[:1] == "(" and _wraps(text)):
        text = text[1:].strip()
        text = text.removesuffix("]")
    return _cut_end(text)


def _wraps(text: str) -> bool:
    """Whether a parenthesis encloses a whole suffixed number: (5bis), but neither (22) nor (a)."""
    return _WRAPPED.fullmatch(text) is not None


def _cut_end(text: str) -> str:
    while text and text[-1] in _CLOSERS:
        last = text[-1]
        if last == ")" and (text.count("(") >= text.count(")") or re.search(r"\b[a-z]\)$", text)):
            return text
        if last == "]" and text.count("[") >= text.count("]"):
            return text
        text = text[:-1]
    return text
