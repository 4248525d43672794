"""A table of weighty words in, the weighty words of a text out, each with its place and degree."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from amend.text.months import MONTHS
from amend.text.words import tokens

Table = Mapping[str, Mapping[str, Sequence[str]]]
"""Languages by code, their lists by name, as weighty.toml has them."""

LISTS = ("modals", "verbs", "negations", "qualifiers", "numbers", "nouns_too", "subjects")
_KINDS = {
    "modals": "modal", "verbs": "verb", "negations": "negation", "qualifiers": "qualifier",
    "numbers": "number",
}  # fmt: skip
_DEGREES = ("modals", "verbs")
_SCRIPTS = (("zh", "\u4e00", "\u9fff"), ("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"))
# A few words that only one of the languages in Latin letters has.
_TELLING = {
    "en": frozenset("the of and to in for that with by shall should on is are".split()),
    "fr": frozenset("le les des du et dans pour que aux une est sur par qui ce".split()),
    "es": frozenset("el los las del y en para que una por con se su sus al".split()),
}
_MONTHS_IN_FULL = frozenset(month for month in MONTHS if len(month) > 3) | frozenset(
    ("février", "août", "décembre", "févr", "déc")
)
_SHORT_MONTHS = frozenset(("may", "mai"))
# Behind these "may" is the month, even where no year stands.
_BEFORE_MONTHS = frozenset("in of since until early late mid last next en de".split())
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class Weighty(NamedTuple):
    """A weighty word at `start` to `end` of a word list, half-open.

    `shown` is its first form; `degree` counts from 0, the strongest, and is None without a scale.
    """

    kind: str
    shown: str
    degree: int | None
    start: int
    end: int


class _Entry(NamedTuple):
    words: tuple[str, ...]
    has_star: bool
    kind: str
    shown: str
    degree: int | None


class Scale:
    """The weighty words of one language."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Take the lists of one language; a word may stand in several of them."""
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._stems: dict[str, list[_Entry]] = defaultdict(list)
        self._nouns = {"".join(tokens(each)) for each in lists.get("nouns_too", ())}
        self._subjects = {"".join(tokens(each)) for each in lists.get("subjects", ())}
        self._longest = 1
        self._phrases: set[str] = set()
        for name, kind in _KINDS.items():
            for degree, line in enumerate(lists.get(name, ())):
                for word in line.split(";"):
                    forms = [each.strip() for each in word.split(",") if each.strip()]
                    for form in forms:
                        self._add(form, kind, forms[0], degree if name in _DEGREES else None)

    def _add(self, form: str, kind: str, shown: str, degree: int | None) -> None:
        found = tuple(map(_plain, tokens(form.removesuffix("*"))))
        if not found:
            return
        self._longest = max(self._longest, len(found))
        if len(found) > 1:
            self._phrases.add(found[0])
        entry = _Entry(found, form.endswith("*"), kind, shown.removesuffix("*"), degree)
        (self._stems if entry.has_star and len(found) == 1 else self._entries)[
            found[0][:3] if entry.has_star and len(found) == 1 else found[0]
        ].append(entry)

    def find(self, words: Sequence[str], touched: Sequence[int]) -> Iterator[Weighty]:
        """Yield the weighty words of a list of comparison words, in order; none overlap.

        Only those that may hold one of the `touched` places are looked for.
        """
        end = 0
        for place in self._places(words, touched):
            if place < end:
                continue
            is_month = words[place] in _SHORT_MONTHS and _is_month(words, place)
            entry = None if is_month else self._at(words, place)
            if entry is not None:
                end = place + len(entry.words)
                shown = words[place] if entry.has_star and entry.kind == "number" else entry.shown
                yield Weighty(entry.kind, shown, entry.degree, place, end)
                continue
            figure = _figure(words, place)
            if figure is not None:
                yield Weighty(figure[0], figure[1], None, place, place + 1)

    def _places(self, words: Sequence[str], touched: Sequence[int]) -> list[int]:
        """Return the touched places, and those before them at which a phrase may begin."""
        found = set(touched)
        for at in touched:
            for place in range(max(at - self._longest + 1, 0), at):
                if words[place] in self._phrases or not words[place].isascii():
                    found.add(place)
        return sorted(found)

    def _at(self, keys: Sequence[str], place: int) -> _Entry | None:
        """Return the longest entry that begins at a place, a phrase before a word."""
        key = _plain(keys[place])
        if key in self._nouns and place and keys[place - 1] not in self._subjects:
            return None
        entries, stems = self._entries, self._stems.get(key[:3], ())
        found = [
            each
            for form in _forms(key)
            for each in entries.get(form, ())
            if len(each.words) == 1 or _goes_on(each, keys, place)
        ]
        if stems:
            found += [each for each in stems if key.startswith(each.words[0])]
        return max(found, key=lambda each: len(each.words), default=None)


def _goes_on(entry: _Entry, keys: Sequence[str], place: int) -> bool:
    rest = entry.words[1:]
    there = [_plain(each) for each in keys[place + 1 : place + 1 + len(rest)]]
    if entry.has_star and rest:
        is_whole = len(there) == len(rest) and there[:-1] == list(rest[:-1])
        return is_whole and there[-1].startswith(rest[-1])
    return there == list(rest)


def _forms(key: str) -> tuple[str, ...]:
    """In Arabic "and" and "so" are written together with the word behind them."""
    if key.isascii():
        return (key,)
    is_joined = len(key) > 3 and key[0] in "وف"
    return (key, key[1:]) if is_joined else (key,)


def _plain(word: str) -> str:
    """Leave out the vowel marks of Arabic, which few texts print."""
    if word.isascii():
        return word
    return "".join(sign for sign in word if not "\u064b" <= sign <= "\u0652")


def _figure(keys: Sequence[str], place: int) -> tuple[str, str] | None:
    """Tell a figure, of any script, from a date; None for another word."""
    key = keys[place]
    if key.isalpha() and key not in _MONTHS_IN_FULL and key not in _SHORT_MONTHS:
        return None
    if "/" in key and any(map(str.isalpha, key)):
        return None  # the symbol of a document: A/RES/70/1
    near = [keys[n] for n in (place - 1, place + 1) if 0 <= n < len(keys)]
    if not any(map(str.isdecimal, key)):
        is_month = key in _MONTHS_IN_FULL or key in _SHORT_MONTHS
        return ("date", key) if is_month and _is_dated(keys, place) else None
    shown = "".join(str(unicodedata.decimal(s)) if s.isdecimal() else s for s in key)
    is_year = len(shown) == 4 and shown.isdecimal() and _FIRST_YEAR <= int(shown) <= _LAST_YEAR
    return ("date" if is_year or any(map(_month, near)) else "number"), shown


def _is_month(keys: Sequence[str], place: int) -> bool:
    """Whether "may" is no verb: "12 May", "in May"."""
    return _is_dated(keys, place) or (place > 0 and keys[place - 1] in _BEFORE_MONTHS)


def _is_dated(keys: Sequence[str], place: int) -> bool:
    """Whether a figure stands beside a word: "12 May", "May 2030"."""
    near = [*keys[max(place - 1, 0) : place], *keys[place + 1 : place + 2]]
    return any(any(map(str.isdecimal, each)) for each in near)


def _month(word: str) -> bool:
    plain = unicodedata.normalize("NFD", word)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return letters in MONTHS


def language_of(text: str, said: Sequence[str], otherwise: str | None = None) -> str:
    """Tell the language of a text by its script, in Latin letters by its small words.

    `said` are its comparison words; `otherwise` is what it is taken for where they do not tell,
    else English.
    """
    if not text.isascii():
        for code, first, last in _SCRIPTS:
            found = sum(first <= sign <= last for sign in text)
            if found and 2 * found > sum(sign.isalpha() for sign in text):
                return code
    distinct = set(said)
    votes = {code: len(distinct & some) for code, some in _TELLING.items()}
    best = max(votes.values())
    leaders = [code for code, count in votes.items() if count == best]
    return leaders[0] if len(leaders) == 1 else (otherwise or "en")
