"""A block and its head in, what it is in the draft out: heading, preamble, status."""

from __future__ import annotations

import re

from amend.model.source import Block, Look
from amend.parse.brackets import brackets
from amend.parse.heads import Head
from amend.text.late import late

_CLOSES = late(r"""(?:[.;:,…،؛。；，：]["'”’»)\]]*|,\s+(?:and|et|y|и))$""")
_STATUS = re.compile(
    r"[\[(]\s*(agreed(?: ad ref(?:erendum)?\.?)?|deleted|new|nouveau|supprimée?|suprimido|"
    r"placeholder|reserved?)\s*[\])]",
    re.IGNORECASE,
)
# A paragraph of the preamble is no whole sentence.
_GOES_ON = late(r"""[,;:،؛，；：]["'”’»)\]]*(?:\s+(?:and|et|y|и))?$""")
_HEADING_WORDS = 14
_ARTICLES = frozenset({"Art", "S:", "Annex"})


def heading_level(head: Head) -> int:
    """Rank a heading that only its looks betray: annexes and sections, articles, side-headings."""
    if head.label is None:
        return 7
    return 2 if head.label.carrier == "Art" else 1


def is_heading(block: Block, head: Head) -> bool:
    """Tell a heading from a paragraph by its number, its length and the way it ends."""
    if head.label is not None and head.label.carrier not in _ARTICLES:
        return False
    words = head.text.strip()
    if head.label is not None:
        return (len(words) <= 120 and not words.endswith((".", ";", ","))) or not words
    if head.option is not None or not words or len(words) > 120 or _CLOSES.search(words):
        return False
    count = len(words.split())
    if count > _HEADING_WORDS or not words[0].isupper():
        return False
    loud = words.isupper() or all(
        run.look & Look.BOLD for run in head.runs if run.text.strip() and not run.deleted
    )
    return loud or (count <= 8 and block.source.block > 0 and _is_title(words))


def _is_title(words: str) -> bool:
    """Whether a line reads like a title: no verb of the preamble opens it, nothing ends it."""
    return not re.match(r"\S+(?:ing|ed)\b|We\b|The\b|Have\b", words)


def is_preambular(head: Head) -> bool:
    words = head.text.strip()
    opens = next((run for run in head.runs if run.text.strip() and run.deleted is None), None)
    set_apart = opens is not None and bool(opens.look & Look.ITALIC) and opens is not head.runs[-1]
    goes_on = _GOES_ON.search(words) is not None
    return set_apart or goes_on or words.lstrip("[*").startswith("We, ")


def status_of(text: str, printed: str | None) -> str | None:
    if printed is not None and printed[0] == "[" and "]" in printed:
        return "bracketed"
    if not ("(" in text or "[" in text):
        return None
    match = _STATUS.search(text)
    if match and (match.end() == len(text.rstrip()) or match.start() == 0):
        return match[1].lower()
    if text.startswith("[") and text.rstrip(" .;,").endswith("]"):
        spans = brackets(text)
        if spans[0].start == 0 and spans[0].end >= len(text.rstrip(" .;,")):
            return "bracketed"
    return None
