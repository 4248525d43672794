"""What a proponent's looks mean, as a value: bold and underlined words are new, struck ones go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from amend.errors import MarksError
from amend.model.source import GROUNDS, LETTERS, Look


class Meaning(StrEnum):
    """What a look says of words: they are new, they go, they only explain, or nothing at all."""

    ADD = "add"
    DELETE = "delete"
    NOTE = "note"
    IGNORE = "ignore"


FLAGS = {
    "bold": Look.BOLD,
    "italic": Look.ITALIC,
    "underline": Look.UNDERLINE,
    "strike": Look.STRIKE,
    "colour": Look.COLOUR,
    "highlight": Look.HIGHLIGHT,
}
ENCLOSED = {"brackets": "[]", "braces": "{}"}
_SPELLINGS = {
    "color": "colour", "coloured": "colour", "colored": "colour", "underlined": "underline",
    "italics": "italic", "struck": "strike", "strikethrough": "strike", "strikeout": "strike",
    "double-strike": "strike", "highlighted": "highlight", "shaded": "highlight",
    "yellow": "orange", "violet": "purple", "pink": "purple", "magenta": "purple",
    "turquoise": "teal", "cyan": "teal", "gray": "grey", "bracket": "brackets", "brace": "braces",
}  # fmt: skip
_MEANINGS = {
    **{each.value: each for each in Meaning},
    "new": Meaning.ADD, "insert": Meaning.ADD, "addition": Meaning.ADD, "additions": Meaning.ADD,
    "del": Meaning.DELETE, "remove": Meaning.DELETE, "deletion": Meaning.DELETE,
    "deletions": Meaning.DELETE, "comment": Meaning.NOTE, "plain": Meaning.IGNORE,
}  # fmt: skip
# Pens that mark are yellow, letters of that hue orange.
_PAINTS = {"orange": "yellow"}
_HUES = Look.RED | Look.GREEN | Look.BLUE
_GROUND_HUES = Look.RED_GROUND | Look.GREEN_GROUND | Look.BLUE_GROUND
_EXAMPLE = 'Write such as "bold underline=add, strike=delete, red=ignore", or none.'


@dataclass(frozen=True, slots=True)
class Sign:
    """How marked words are told: by all of these looks at once, or by what encloses them.

    `letters` and `ground` are names of hues, "" for any; `enclosed` is "[]", "{}" or "".
    """

    looks: Look = Look.PLAIN
    letters: str = ""
    ground: str = ""
    enclosed: str = ""

    @property
    def weight(self) -> int:
        """How much it asks for: the sign that asks for most of a run decides what it means."""
        flags = sum(1 for each in FLAGS.values() if self.looks & each)
        return flags + 2 * bool(self.letters) + 2 * bool(self.ground)

    def is_on(self, look: Look) -> bool:
        """Whether words of that look bear it; never for a sign that encloses."""
        if self.enclosed or look & self.looks != self.looks:
            return False
        if self.letters and look & (Look.COLOUR | _HUES) != LETTERS[self.letters]:
            return False
        return not self.ground or look & (Look.HIGHLIGHT | _GROUND_HUES) == GROUNDS[self.ground]

    def __str__(self) -> str:
        if self.enclosed:
            return next(name for name, signs in ENCLOSED.items() if signs == self.enclosed)
        shown = self.looks & ~Look.HIGHLIGHT if self.ground else self.looks
        shown = shown & ~Look.COLOUR if self.letters else shown
        names = [name for name, flag in FLAGS.items() if shown & flag]
        names += [self.letters] if self.letters else []
        names += [f"{_PAINTS.get(self.ground, self.ground)} highlight"] if self.ground else []
        return " ".join(names)


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign and what it means; `by` is the proponent whose colour it is, or ""."""

    sign: Sign
    meaning: Meaning
    by: str = ""

    def __str__(self) -> str:
        who = f" ({self.by})" if self.by else ""
        return f"{self.sign}={self.meaning}{who}"


@dataclass(frozen=True, slots=True)
class Marks:
    """What looks mean in one file; no rules at all: looks are not read."""

    rules: tuple[Rule, ...]

    @classmethod
    def parse(cls, said: str) -> Marks:
        """Read "bold underline=add, strike=delete": signs by spaces, choices of signs by slashes.

        Raises MarksError, which lists the choices.
        """
        if said.strip().lower() == "none":
            return cls(())
        parts = [each for each in re.split(r"\s*[,;\n]\s*", said.strip()) if each]
        if not parts:
            raise MarksError("no marks are named", hint=_EXAMPLE)
        return cls(tuple(rule for each in parts for rule in _rules(each)))

    @property
    def adds(self) -> tuple[Rule, ...]:
        """The rules whose words are new."""
        return tuple(each for each in self.rules if each.meaning is Meaning.ADD)

    def rule_of(self, look: Look) -> Rule | None:
        """Return the rule that decides on words of a look; None if they say nothing.

        Struck words go, whatever else they are, unless a rule says otherwise of strikes: a change
        in red may be an addition or, struck, a deletion.
        """
        fitting = [each for each in self.rules if each.sign.is_on(look)]
        best = max(fitting, key=lambda each: each.sign.weight, default=None)
        if not look & Look.STRIKE or not self.rules:
            return best
        on_strikes = [each for each in fitting if each.sign.looks & Look.STRIKE]
        if on_strikes:
            chosen = max(on_strikes, key=lambda each: each.sign.weight)
            is_credited = best is not None and best.by and not chosen.by
            return Rule(chosen.sign, chosen.meaning, best.by) if best and is_credited else chosen
        return Rule(Sign(Look.STRIKE), Meaning.DELETE, best.by if best is not None else "")

    def __str__(self) -> str:
        return ", ".join(map(str, self.rules)) or "none"


def _rules(said: str) -> list[Rule]:
    names, sign, meant = said.rpartition("=")
    meaning = _MEANINGS.get(meant.strip().lower())
    if not sign or meaning is None:
        found = (
            f"{said!r} does not say what it means"
            if not sign
            else f"{meant.strip()!r} is no meaning"
        )
        choices = ", ".join(each.value for each in Meaning)
        raise MarksError(found, hint=f"Choose one of {choices}. {_EXAMPLE}")
    choices_of_signs = re.split(r"\s*[/|]\s*|\s+or\s+", names.strip())
    return [Rule(_sign(each), meaning) for each in choices_of_signs]


def _sign(said: str) -> Sign:
    """Read "bold red"; a colour before "highlight" is that of the ground."""
    looks, letters, ground, enclosed = Look.PLAIN, "", "", ""
    words = [each for each in re.split(r"[\s+&]+", said.lower()) if each and each != "and"]
    words = [_SPELLINGS.get(each, each) for each in words]
    for place, word in enumerate(words):
        if word in ENCLOSED:
            enclosed = ENCLOSED[word]
        elif word in FLAGS:
            looks |= FLAGS[word]
        elif word in LETTERS and words[place + 1 : place + 2] == ["highlight"]:
            ground = word
        elif word in LETTERS:
            letters = word
        else:
            raise _unknown(word)
    if not words or (enclosed and (looks or letters or ground)):
        raise _unknown(said.strip())
    return Sign(looks, letters, ground, enclosed)


def _unknown(word: str) -> MarksError:
    names = ", ".join((*FLAGS, *LETTERS, *ENCLOSED))
    return MarksError(f"{word!r} is no look", hint=f"Choose from {names}. {_EXAMPLE}")
