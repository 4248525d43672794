"""A printed label in, its parts out: the one way in to the grammar of domain B.4."""

from __future__ import annotations

import re
import unicodedata

from amend.text.label_forms import PARAGRAPH_WORD
from amend.text.label_reader import Reader
from amend.text.late import late
from amend.text.numerals import ORDINALS, ordinal_word
from amend.text.steps import AFTER, BEFORE, Parts, Step

STATUS = (
    r"(?:new|nouveau|nouvelle|nuevo|nueva|neu|supprimée?|deleted|delete|reserved"
    r"|agreed(?: ad ref(?:erendum)?\.?)?|ad ref(?:erendum)?\.?|suprimid[oa]|suppr\.?|bracketed"
    r"|placeholder|новый|исключен|محذوفة|جديدة|新|删除)"
)
"""What may stand in brackets behind a number and say how the paragraph fares: no part of it."""
_STATUS = re.compile(rf"[\s\-]*[(\[]{STATUS}[)\]]\s*$", re.IGNORECASE)
_COUNTED_IN_WORDS = re.compile(rf"(art\w*)\.?\s+({ORDINALS})\b", re.IGNORECASE)
_NEW_BEFORE = re.compile(
    r"(?:new|nouveau|nouvel|nuevo|neuer?)\s+(?=(?:\w+\.?\s?)?\d)", re.IGNORECASE
)
_MARKED = re.compile(r"([*_]{1,3})([\w.\s]+?)\1")  # 9 *bis* in Markdown
_INVISIBLE = late("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
_OTHER_SCRIPTS = (("\u0400", "\u06ff"), ("\u3000", "\u9fff"), ("\uff00", "\uffef"))
_FOOTNOTE_MARK = re.compile("[¹²³⁰⁴-⁹]+$")
_DASH_BEFORE_TERM = late(r"(?<=\d)[–—](?=[a-z]{3})", re.IGNORECASE)
_NEW = late(
    rf"new\s*(?:(?P<sign>[<>])\s*|(?:{PARAGRAPH_WORD}|op|pp|article)?\s*(?P<word>before|after)\s+)",
    re.IGNORECASE,
)
_NEW_ALONE = late(rf"new(?:\s+(?:{PARAGRAPH_WORD}|ops?|pps?|articles?))?", re.IGNORECASE)
_CLOSERS = " \t.:;)]、。"
_WRAPPED = re.compile(r"\(\s*\d+[\s\-.]*[a-zA-Z][\w\s.]*\)\.?")


def parts(printed: str, profile: str) -> Parts | None:
    """Take a printed label apart under a profile (un, eu, fr or ch); None if it is no label."""
    text = _STATUS.sub("", tidy(printed)).strip()
    if _NEW_ALONE.fullmatch(text):
        return Parts("new", 0, "", ())
    head = _NEW.match(text)
    if head is None:
        if text[:1] in "nN":
            text = text[found.end() :] if (found := _NEW_BEFORE.match(text)) else text
        return Reader(text, profile).read()
    inner = Reader(text[head.end() :], profile).read()
    if inner is None or not inner.figure:
        return None
    before = (head["sign"] or head["word"].lower()) in {"<", "before"}
    place = Step(BEFORE, 1, "new<") if before else Step(AFTER, 2, "new>")
    return inner._replace(steps=(*inner.steps, place))


def is_other_script(text: str) -> bool:
    """Whether Cyrillic, Arabic, Chinese or Japanese signs, or their figures, stand in a text."""
    if text.isascii():
        return False
    return any(any(low <= sign <= high for low, high in _OTHER_SCRIPTS) for sign in text)


def tidy(printed: str) -> str:
    """Fold widths, odd spaces and foreign scripts; outer brackets and end marks go."""
    text = printed.replace("º", "°").replace("İ", "I")
    if not text.isascii():
        text = _FOOTNOTE_MARK.sub("", _INVISIBLE.sub("", text).rstrip())
        text = unicodedata.normalize("NFKC", text)
        if is_other_script(text):
            from amend.text.scripts import latin  # slow to compile, and rarely needed

            text = latin(text)
        text = _DASH_BEFORE_TERM.sub("-", text)
    if "*" in text or "_" in text:
        text = _MARKED.sub(r"\2", text)
    text = re.sub(r"\s+", " ", text).strip()
    if text[:3].lower() == "art":
        text = _COUNTED_IN_WORDS.sub(_in_figures, text, count=1)
    while text[:1] == "[" or (text[:1] == "(" and _wraps(text)):
        text = text[1:].strip()
        text = text.removesuffix("]")
    return _cut_end(text)


def _in_figures(found: re.Match[str]) -> str:
    return f"{found[1]} {ordinal_word(found[2])}"


def _wraps(text: str) -> bool:
    """Whether a parenthesis encloses a whole suffixed number: (5bis), but neither (22) nor (a)."""
    return _WRAPPED.fullmatch(text) is not None


def _cut_end(text: str) -> str:
    while text and text[-1] in _CLOSERS:
        last = text[-1]
        if last == ")" and (
            text.count("(") >= text.count(")") or re.search(r"\b(?:[a-z]|[ivx]{2,5})\)$", text)
        ):
            return text
        if last == "]" and text.count("[") >= text.count("]"):
            return text
        text = text[:-1]
    return text
