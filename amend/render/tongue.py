"""A language in, what says the report's own words in it out; English needs nothing and is as it is.

The catalogues are `templates/words/*.po`, the format of translators. What a draft or a proponent
says is never translated, nor is data: JSON and CSV stay as they are (design note 0038).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from amend.errors import AmendError
from amend.text.told import Day, Told, capital

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "es")
"""Languages that a report can be written in; their names are ISO 639 codes."""
LEFTWARD = frozenset({"ar"})
"""Languages written from right to left."""

T = TypeVar("T")
Patterns = Mapping[str, tuple[str, ...]]
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_DAYS = {"fr": "{day} {month} {year}", "es": "{day} de {month} de {year}"}
_THIN = "\u202f"
_GROUPS = {"fr": _THIN, "es": _THIN, "ru": _THIN}
"""What parts thousands; one between the digits of four would be against the rule in Spanish."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, and what the patterns of English sentences are in it.

    `patterns` gives for each its forms: one, or one for each plural of the language, which `form`
    chooses by the number. What a catalogue lacks is said in English.
    """

    language: str
    patterns: Patterns = field(default_factory=dict)
    form: Callable[[int], int] = lambda n: int(n != 1)

    @property
    def direction(self) -> str:
        """How its lines run: "ltr" or "rtl"."""
        return "rtl" if self.language in LEFTWARD else "ltr"

    @property
    def stop(self) -> str:
        """What parts the members of a list that hold commas themselves."""
        return f"{_THIN}; " if self.language == "fr" else "; "

    def __call__(self, pattern: str, /, **values: Any) -> str:
        """Say a sentence of which this is the English pattern."""
        return self.say(Told(pattern, "", values))

    def pattern(self, english: str) -> str:
        """Return what a pattern is in this language, its braces not yet filled."""
        return self.patterns.get(english, (english,))[0]

    def say(self, value: T) -> T:
        """Return a value with every sentence of ours in it said; the same one where there is none.

        Goes into tuples, mappings, dataclasses, and what is drawn later.
        """
        return value if self.language == ENGLISH else self._said(value)

    def _said(self, value: Any) -> Any:
        kind = type(value)
        if kind is Told:
            return self._sentence(value)
        if kind is Day:
            return self._day(value)
        if kind in _PLAIN:
            return value
        if isinstance(value, tuple):
            parts = [self._said(each) for each in value]
            if all(one is other for one, other in zip(value, parts, strict=True)):
                return value
            return kind(*parts) if hasattr(kind, "_fields") else tuple(parts)
        if isinstance(value, Mapping):
            return {key: self._said(each) for key, each in value.items()}
        if isinstance(value, partial):
            return partial(value.func, *map(self._said, value.args), **value.keywords)
        return self._record(value) if is_dataclass(value) else value

    def _record(self, value: Any) -> Any:
        """Return a frozen value with its fields said; they are those it was made from."""
        kind: Any = type(value)
        held = {name: getattr(value, name) for name in _names(kind)}
        said = {name: self._said(each) for name, each in held.items()}
        return value if all(said[name] is held[name] for name in held) else kind(**said)

    def _sentence(self, text: Told) -> str:
        values = {name: self._value(each) for name, each in text.values.items()}
        line = self._pattern(text)
        line = line.format_map(_Given(text.values, values)) if values else line
        return capital(line) if text.begins else line

    def _pattern(self, text: Told) -> str:
        forms = self.patterns.get(text.pattern)
        if forms is None:
            english = text.plural if text.plural and text.values["n"] != 1 else text.pattern
            return english.replace("; ", self.stop) if english.startswith("{p0}") else english
        if not text.plural:
            return forms[0]
        if len(forms) > 1:
            return forms[self.form(text.values["n"])]
        many = self.patterns.get(text.plural, (text.plural,))  # a pair whose ends stand apart
        return forms[0] if text.values["n"] == 1 else many[0]

    def _value(self, value: Any) -> Any:
        if type(value) is int:
            return _Number(value, _GROUPS.get(self.language, ","))
        return self._said(value)

    def _day(self, day: Day) -> str:
        year, _, rest = day.partition("-")
        month, _, number = rest.partition("-")
        names = _MONTHS.get(self.language, "").split()
        if not (names and year.isdigit() and month.isdigit() and number.isdigit()):
            return str(day)
        first = "1er" if self.language == "fr" and int(number) == 1 else str(int(number))
        form = _DAYS.get(self.language, "{day} {month} {year}")
        return form.format(day=first, month=names[int(month) - 1], year=year)


_PLAIN = frozenset({str, int, float, bool, type(None)})


class _Given(dict[str, Any]):
    """The values of a sentence, said; a name that it has not is left in its braces."""

    def __init__(self, values: Mapping[str, Any], said: Mapping[str, Any]) -> None:
        super().__init__(said)
        self._values = values

    def __missing__(self, name: str) -> Any:
        return self._values[name]


class _Number(int):
    """A number whose thousands are parted as the language does; `,` asks for it."""

    def __new__(cls, number: int, sign: str) -> _Number:
        made = super().__new__(cls, number)
        made.sign = sign
        return made

    sign: str

    def __format__(self, how: str) -> str:
        plain = int.__format__(self, how)
        return plain.replace(",", self.sign if self >= 10_000 else "") if how == "," else plain


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.init)


def words_folder() -> Path:
    """Return the folder of the catalogues: in a wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates" / "words"
    return inside if inside.is_dir() else package.parent / "templates" / "words"


@cache
def tongue(language: str = ENGLISH) -> Tongue:
    """Return what speaks a language; raises AmendError, with the choices, for one it cannot."""
    if language == ENGLISH:
        return Tongue(ENGLISH)
    path = words_folder() / f"{language}.po"
    if language not in LANGUAGES or not path.is_file():
        hint = f"Choose one of {', '.join(LANGUAGES)}."
        raise AmendError(f"no report in the language {language!r} yet", hint=hint)
    import polib

    return read(language, polib.pofile(str(path), encoding="utf-8"))


def read(language: str, entries: Any) -> Tongue:
    """Return what speaks the language of a catalogue that was read; entries not done are left."""
    patterns = {
        each.msgid: tuple(each.msgstr_plural[n] for n in sorted(each.msgstr_plural))
        if each.msgid_plural else (each.msgstr,)
        for each in entries
        if each.translated()
    }  # fmt: skip
    return Tongue(language, patterns, PLURALS.get(language, _one_or_many))


def _one_or_many(n: int) -> int:
    return int(n != 1)


def _nought_or_one(n: int) -> int:
    return int(n > 1)


def _none(n: int) -> int:
    del n
    return 0


def _slavic(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _arabic(n: int) -> int:
    if n < 3:
        return n
    return 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5


PLURALS: Mapping[str, Callable[[int], int]] = {
    "es": _one_or_many,
    "fr": _nought_or_one,
    "ru": _slavic,
    "zh": _none,
    "ar": _arabic,
}
"""Which form of a plural a number takes (Unicode CLDR), as the heads of the catalogues say it."""
