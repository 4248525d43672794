"""A text in, its words and signs out, each under a key that only typography leaves untouched.

Unlike `words.py`, which asks what a sentence says, this asks what was typed: a comma is a sign of
its own and a capital is no small letter. Quotes, dashes and spaces of another shape, ligatures,
soft hyphens and composed letters make no other key.
"""

from __future__ import annotations

import re
import unicodedata

from amend.text.late import late
from amend.text.words import Word

PARAGRAPH_END = "\u2029"
_QUOTES = "'\"`´‘’‚‛“”„‟«»‹›′″ʼ"
_DASHES = "-‐‑‒–—―−"
# Soft hyphens, signs without width or for direction, and what Arabic words are stretched with. Not
# the two that turn signs round, whatever they are: 12 is printed as 21.
_UNSEEN = "\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff"
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uf900-\ufaff"
_JOINED = rf"\u0300-\u036f\u064b-\u065f\u0670{_UNSEEN}"
_LETTER = rf"[^\W\d_{_IDEOGRAPHS}]"
_SPACES = " \u00a0\u2009\u202f"
_TOKEN = late(
    rf"{PARAGRAPH_END}|(?<!\d)\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)|\d+"
    rf"|{_LETTER}(?:{_LETTER}|[{_JOINED}])*|\.\.\.|[{_DASHES}]+|[{_UNSEEN}]+|\S"
)
_DROPPED = late(f"[{_UNSEEN}]")
_KNOWN_LIMIT = 400_000
# Symbol fonts keep their signs in the private area or in the lowest one, as the editor likes.
_SYMBOLS = {0xF000 + sign: sign for sign in range(0x20, 0x7F)}


class _Keys(dict[str, str]):
    """Printed word or sign -> its key, or "" for what nobody sees; each worked out once."""

    def __missing__(self, printed: str) -> str:
        if len(self) > _KNOWN_LIMIT:
            self.clear()
        key = _key(printed)
        self[printed] = key
        return key


def _key(printed: str) -> str:
    if printed[0] in _DASHES:
        return "-"
    if printed in _QUOTES:
        return '"'
    if printed.isascii():
        return printed.replace(" ", "") if printed[0].isdigit() else printed
    seen = _DROPPED.sub("", printed.translate(_SYMBOLS))
    if seen[:1].isdigit():
        seen = re.sub(r"\s", "", seen)
    # The small 2 of a square is a figure of its own: 10² is not 102.
    is_figured = any(unicodedata.category(sign) == "No" for sign in seen)
    return unicodedata.normalize("NFC" if is_figured else "NFKC", seen)


_KEYS = _Keys()


def exact(text: str) -> list[Word]:
    """Return words, numbers and signs in order, each with the half-open span it stands at.

    A number keeps its thousands together; the end of a paragraph (U+2029) is a sign as well.
    """
    found = []
    for match in _TOKEN.finditer(text):
        key = _KEYS[match.group()]
        if key:
            found.append(Word(key, *match.span()))
    return found


def is_word(key: str) -> bool:
    """Whether a key is a word or a number, no bare sign."""
    return any(sign.isalnum() for sign in key)
