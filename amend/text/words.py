"""Text in, comparison words out: what counts as the same word (domain E.1.1)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, count
from operator import add
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


def _is_wordly(sign: str) -> bool:
    return sign.isalnum() or sign in "%‰$€£§°" or unicodedata.category(sign) in {"Mn", "Mc", "Sc"}


_KEYS = _Keys()


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


def plain_words(text: str) -> tuple[list[str], list[str]] | None:
    """Split a text in which lone spaces part the words, and no other sign stands by itself.

    Return the comparison words and the same as printed, the signs round them left out; None of any
    other text.
    """
    if not text.isascii() or _is_parted(text):
        return None
    parts = text.split()
    keys = list(map(_KEYS.__getitem__, parts))
    if not parts or "" in keys or " ".join(parts) != text:
        return None
    return keys, list(map(_BARE.__getitem__, parts))


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
        starts, found = self._places
        if found is not None:
            return found[place]
        key, start = self.keys[place], self._begin(starts[place])
        return Word(key, start, start + len(key))

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the text at which a run of one word or more stands."""
        starts, found = self._places
        if found is not None:
            return found[first].start, found[end - 1].end
        return self._begin(starts[first]), self._begin(starts[end - 1]) + len(self.keys[end - 1])

    def end(self, place: int) -> int:
        """Return where a word ends in the text, the signs behind it left out."""
        return self.span(place, place + 1)[1]

    def _begin(self, at: int) -> int:
        """Return where a word begins behind the signs before it."""
        if self.text[at].isalnum():
            return at
        return at + _core(self.text[at:].split(None, 1)[0])[0]

    def __iter__(self) -> Iterator[Word]:
        return (self[place] for place in range(len(self.keys)))

    def printed(self, first: int, end: int) -> list[str]:
        """Return words as they are printed, without the signs round them."""
        text = self.text
        _, found = self._places
        if found is not None:
            return [text[word.start : word.end] for word in found[first:end]]
        return list(map(_BARE.__getitem__, text.split()[first:end]))

    def before(self, at: int) -> int:
        """Count the words that begin before a place in the text, the signs before them included."""
        return bisect_left(self._places[0], at)

    @once
    def _places(self) -> tuple[list[int], list[Word] | None]:
        """Where each word begins; and each with its span, unless lone spaces part them all.

        Of such a plain text the beginnings are those of the signs before the words.
        """
        text, parts = self.text, self.text.split()
        is_plain = text.isascii() and len(parts) == len(self.keys) and not _is_parted(text)
        if is_plain and " ".join(parts) == text:
            lengths = accumulate(map(len, parts[:-1]), initial=0)
            return [*map(add, lengths, count())] if parts else [], None
        found = words(text)
        return [word.start for word in found], found


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
                start = 0 if printed[0].isalnum() else _core(printed)[0]
                start += at
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
