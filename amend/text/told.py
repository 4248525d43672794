"""A pattern and its values in, an English sentence out that can still be said in other languages.

What is to be said is known where a rule decides; in which language, only where the report is
written. So a sentence is the English string that it reads as, equal to it in every way, and
remembers its pattern and its values (design note 0038).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Value = Any  # a string of others, never translated; a Told, which is; an int, printed its own way


class Told(str):
    """An English sentence; `pattern` is what it was made from, with `values` in its braces.

    `plural` is the pattern for any other number than one, "" where nothing is counted; the number
    is then `values["n"]`. `begins` if its first letter is made a capital.
    """

    __slots__ = ("begins", "pattern", "plural", "values")

    pattern: str
    plural: str
    values: Mapping[str, Value]
    begins: bool

    def __new__(
        cls, pattern: str, plural: str = "", values: Mapping[str, Value] | None = None,
        begins: bool = False,
    ) -> Told:  # fmt: skip
        """Fill the pattern in; raises KeyError where a value is missing."""
        given = values or {}
        text = plural if plural and given["n"] != 1 else pattern
        text = text.format_map(given) if given else text
        made = super().__new__(cls, capital(text) if begins else text)
        made.pattern, made.plural, made.values, made.begins = pattern, plural, given, begins
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the pattern and the values."""
        return type(self), (self.pattern, self.plural, dict(self.values), self.begins)

    def mapped(self, change: Callable[[str], str]) -> Told:
        """Return the same sentence with every string of others in it changed."""
        if not self.values:
            return self
        values = {name: _mapped(each, change) for name, each in self.values.items()}
        return Told(self.pattern, self.plural, values, self.begins)


class Day(str):
    """A date of ISO 8601, printed so in English and in words where the report has others."""

    __slots__ = ()


def told(pattern: str, /, **values: Value) -> Told:
    """Say a sentence; the names in its braces are those of the values."""
    return Told(pattern, "", values)


def numbered(n: int, one: str, many: str, /, **values: Value) -> Told:
    """Say a sentence that counts: `one` if `n` is 1, else `many`; both may hold {n}."""
    return Told(one, many, {"n": n, **values})


def pattern(text: str) -> str:
    """Return a pattern that is filled in elsewhere; this is how the catalogues learn of it."""
    return text


def counted(number: int, one: str, many: str | None = None) -> Told:
    """Count things: "1 proposal", "2 proposals"."""
    return Told(f"{{n:,}} {one}", f"{{n:,}} {many or one + 's'}", {"n": number})


def sentence(clause: str) -> str:
    """Begin a clause with a capital and end it with a full stop; "" stays so."""
    if not clause:
        return ""
    stop = "" if clause.endswith((".", "?", "!", "…")) else "."
    if isinstance(clause, Told):
        return Told("{clause}" + stop, "", {"clause": clause}, begins=True)
    return capital(clause) + stop


def capital(text: str) -> str:
    """Make the first letter a capital; the others are left as they are."""
    return text[:1].upper() + text[1:]


def begun(text: str) -> str:
    """Make the first letter a capital, whatever language it is said in."""
    return Told("{text}", "", {"text": text}, begins=True)


def joined(glue: str, parts: Iterable[str]) -> str:
    """Join as `glue.join` does, and keep what can be said in other languages."""
    every = list(parts)
    if len(every) == 1:
        return every[0]
    if not any(isinstance(each, (Told, Day)) for each in every):
        return glue.join(every)
    names = {f"p{place}": each for place, each in enumerate(every)}
    return Told(glue.join(f"{{{name}}}" for name in names), "", names)


def listed(names: Iterable[str]) -> str:
    """Join names as a sentence does: a, b and c; "" for none."""
    every = list(names)
    if len(every) < 2:
        return every[0] if every else ""
    return told("{first} and {last}", first=joined(", ", every[:-1]), last=every[-1])


def _mapped(value: Value, change: Callable[[str], str]) -> Value:
    if isinstance(value, Told):
        return value.mapped(change)
    return change(value) if isinstance(value, str) and not isinstance(value, Day) else value
