"""The words behind a paragraph's number in; whether they are its text, and what to quote, out."""

from __future__ import annotations

import re

from amend.labels import split_head
from amend.parse.quotations import quotations
from amend.text.late import late

# "2028 → 2027" and "2027 instead of 2028": single words that nobody troubles to quote.
_UNQUOTED = (
    re.compile(
        r"(?P<verb>)(?P<a>(?<![\w'’.-])[\w-]+)(?P<by>\s*(?:→|->|=>|⇒)\s*)(?P<b>[\w-]+)(?=\W*$)"
    ),
    re.compile(r"(?P<verb>)(?P<a>\b\d{4})(?P<by>\s+instead\s+of\s+)(?P<b>\d{4}\b)"),
    re.compile(
        r"(?P<verb>\b(?:chang|replac|amend|substitut)\w*\s+)(?P<a>\d{4})"
        r"(?P<by>\s+(?:to|by|with|into)\s+)(?P<b>\d{4}\b)",
        re.IGNORECASE,
    ),
)
# Without an arrow, or a year beside a verb, none of them can match.
_MAY_NAME_WORDS = re.compile(r"[→⇒]|[-=]>|\d{4}\s+(?:instead|to|by|with|into)\s")
_VOCABLE = late(
    r"(?P<lead>\b(?:del|el|al)\s+vocablo\s+)(?P<a>\w[\w-]*)(?=\s*(?:[,.;:«“\"]|$))", re.IGNORECASE
)
_VOCABLES = late(
    r"(?P<lead>\bentre\s+los\s+(?:vocablos|t[ée]rminos)\s+)(?P<a>\w[\w-]*)\s+y\s+(?P<b>\w[\w-]*)"
    r"(?=\s*(?:[,.;:«“\"]|$))",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:We|The\s+[A-Z]\w+)\s+(?:(?:also|further|\w+ly)\s+)*(?:agree|support|welcome|reaffirm"
    r"|recommit|appreciate|endorse|maintain|preserve|retain|keep|oppose|reject)\b",
)
_REMARK = late(
    r"\b(?:para(?:graph)?s?|proposals?|amendments?|draft|wording|formulation|as\s+it\s+stands"
    r"|co-?chairs?|delegations?|brackets?)\b",
    re.IGNORECASE,
)
_LIKE_ITS_PARAGRAPH = 0.4
_FEW_WORDS = 4
_MANY_WORDS = 12


def with_quotes(text: str) -> str:
    """Quote single words that a writer names without marks: "2028 → 2027", "el vocablo edad".

    The first is read only where a text quotes nothing itself.
    """
    if "entre los" in text or "vocablo" in text:
        text = _with_named_words(text)
    if quotations(text):
        return text
    for pattern in _UNQUOTED if _MAY_NAME_WORDS.search(text) is not None else ():
        text = pattern.sub(r'\g<verb>"\g<a>"\g<by>"\g<b>"', text)
    return text


def _with_named_words(text: str) -> str:
    return _VOCABLES.sub(r'\g<lead>"\g<a>" y "\g<b>"', _VOCABLE.sub(r'\g<lead>"\g<a>"', text))


def unwrapped(text: str) -> str:
    """Take the quotation marks off a paragraph that is quoted with its number."""
    quoted = quotations(text)
    if len(quoted) != 1 or quoted[0].start or len(text) - quoted[0].end > 1:
        return text
    head = split_head(quoted[0].words)
    return text if head is None or head[1].is_relative else quoted[0].words


def reads_as(text: str, likeness: float | None) -> bool:
    """Whether words that open like a position, "We support ...", are the paragraph itself.

    `likeness` tells how like they are to the paragraph that stands there, 0.0 to 1.0: they are its
    text if they are like it. None means a new number: they are its text if they are long, or end
    as a paragraph does. What speaks of the draft or quotes it is a position.
    """
    if not _OPENING.match(text) or _REMARK.search(text) or quotations(text):
        return False
    count = len(text.split())
    if likeness is not None:
        return likeness >= _LIKE_ITS_PARAGRAPH and count >= _FEW_WORDS
    is_whole = text.rstrip().endswith((".", ";")) and count >= _FEW_WORDS
    return is_whole or count > _MANY_WORDS
