"""Text in, comparison words out: what counts as the same word (domain E.1.1)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import attrgetter
from sys import intern
from typing import NamedTuple

from amend.once import once

_STRAIGHT = {
    ord(sign): straight
    for straight, signs in {
        "'": "‘’‚‛ʼ′",
        '"': "“”„‟«»″",
        "-": "‐‑‒–−",
    }.items()
    for sign in signs
} | {0x00AD: None, 0x200B: None, 0x200E: None, 0x200F: None, 0xFEFF: None}

# Brackets and long dashes part words even where no space stands: [shall][should].
_PARTING = str.maketrans(dict.fromkeys("[]{}—|", " "))
# Chinese and Japanese print no spaces: each sign is compared by itself (domain E.1.1).
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uf900-\ufaff"
_KNOWN_LIMIT = 400_000
_TEXTS_KNOWN = 65_536


class Word(NamedTuple):
    """A comparison word and the half-open span it stands at in its text."""

    key: str
    start: int
    end: int


class _Keys(dict[str, str]):
    """Printed word -> comparison word, or "" for bare punctuation; each is worked out once."""

    def __missing__(self, printed: str) -> str:
        if len(self) > _KNOWN_LIMIT:
            self.clear()
        # One string for all prints of a word: to compare two is then to see that they are one.
        key = self[printed] = intern(_key(printed))
        return key


def _key(printed: str) -> str:
    text = printed
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_STRAIGHT)).translate(_STRAIGHT)
    start, end = _core(text)
    return text[start:end].casefold()


def _core(text: str) -> tuple[int, int]:
    """Return the span without outer punctuation, brackets and quotes; empty for punctuation.

    Percent and currency signs are words: "3 %" is not "3".
    """
    start, end = 0, len(text)
    while start < end and not _is_wordly(text[start]):
        start += 1
    while end > start and not _is_wordly(text[end - 1]):
        end -= 1
    return start, end


def _signs_before(printed: str) -> int:
    """Count the signs before a printed word."""
    return 0 if printed[0].isalnum() else _core(printed)[0]


def _is_wordly(sign: str) -> bool:
    return sign.isalnum() or sign in "%‰$€£§°" or unicodedata.category(sign) in {"Mn", "Mc", "Sc"}


_KEYS = _Keys()
_START = attrgetter("start")


class _Bare(dict[str, str]):
    """Printed word -> the same without the signs round it; each is worked out once."""

    def __missing__(self, printed: str) -> str:
        if len(self) > _KNOWN_LIMIT:
            self.clear()
        found = self[printed] = printed[slice(*_core(printed))]
        return found


_BARE = _Bare()


def has_ideographs(text: str) -> bool:
    """Whether a text has signs that stand for words without spaces between them."""
    return _ideograph().search(text) is not None


# Compiled when a text first needs them: most never do, and compiling slows every start.
@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(f"[{_IDEOGRAPHS}]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_IDEOGRAPHS}]|[^\s\[\]{{}}—|{_IDEOGRAPHS}]+")


def _is_parted(text: str) -> bool:
    """Whether signs that part words stand in a text; quicker than looking at each sign of it."""
    return "[" in text or "]" in text or "—" in text or "|" in text or "{" in text or "}" in text


def tokens(text: str) -> list[str]:
    """Split a text into comparison words, in order.

    NFKC, quotes and hyphens straightened, case folded, split at white space and brackets, outer
    punctuation removed, inner hyphens and apostrophes kept.
    """
    if not text.isascii() and has_ideographs(text):
        return [word.key for word in words(text)]
    if _is_parted(text):
        text = text.translate(_PARTING)
    found = list(map(_KEYS.__getitem__, text.split()))
    return [key for key in found if key] if "" in found else found


class Words:
    """The comparison words of a text, split once; where they stand is worked out when asked for.

    `keys` are shared with all who ask for the same text, and never changed.
    """

    def __init__(self, text: str) -> None:
        """Split a text."""
        self.text = text
        self.keys = tokens(text)

    def __getitem__(self, place: int) -> Word:
        return Word(self.keys[place], *self.span(place, place + 1))

    def __iter__(self) -> Iterator[Word]:
        return iter(self._found)

    @once
    def is_plain(self) -> bool:
        """Whether lone spaces part the words, and no other sign stands by itself."""
        text = self.text
        # Of printed signs in ASCII only the space is white, and a word more would want one more.
        is_spaced = text.isascii() and text.isprintable() and not _is_parted(text)
        return is_spaced and text.count(" ") + 1 == len(self.keys)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the text at which a run of one word or more stands."""
        if not self.is_plain:
            return self._found[first].start, self._found[end - 1].end
        parts = self.text.split(" ", end)
        run = parts[first:end]
        behind = len(self.text) - sum(len(rest) + 1 for rest in parts[end:])
        start = behind - sum(map(len, run)) - len(run) + 1
        last = behind - len(run[-1]) + _signs_before(run[-1])
        return start + _signs_before(run[0]), last + len(self.keys[end - 1])

    def end(self, place: int) -> int:
        """Return where a word ends in the text, the signs behind it left out."""
        return self.span(place, place + 1)[1]

    def printed(self, first: int, end: int) -> list[str]:
        """Return words as they are printed, without the signs round them."""
        if self.is_plain:
            return list(map(_BARE.__getitem__, self.text.split(" ", end)[first:end]))
        return [self.text[word.start : word.end] for word in self._found[first:end]]

    def before(self, at: int) -> int:
        """Count the words that begin before a place in the text, the signs before them included."""
        if self.is_plain:
            return self.text.count(" ", 0, at - 1) + 1 if at > 0 else 0
        return bisect_left(self._found, at, key=_START)

    @once
    def _found(self) -> list[Word]:
        return words(self.text)


@lru_cache(maxsize=_TEXTS_KNOWN)
def known_words(text: str) -> Words:
    """Split a text that is asked about many times, and only once."""
    return Words(text)


def words(text: str) -> list[Word]:
    """Split like `tokens`, and keep where each word stands, outer punctuation left outside."""
    found: list[Word] = []
    if text.isascii() and not _is_parted(text):
        at = 0
        for printed in text.split():
            at = text.index(printed, at)
            key = _KEYS[printed]
            if key:
                start = at + _signs_before(printed)
                found.append(Word(key, start, start + len(key)))
            at += len(printed)
        return found
    for match in _word().finditer(text):
        printed = match.group()
        key = _KEYS[printed]
        if key:
            at = match.start()
            start, end = (0, len(printed)) if printed.isalnum() else _core(printed)
            found.append(Word(key, at + start, at + end))
    return found
