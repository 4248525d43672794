"""What one clause of prose asks for, before it is placed in a revision; and how slots are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amend.errors import LabelError
from amend.labels import Label
from amend.model.proposal import Anchor, Operation, Place, Where
from amend.parse.masked import Masked
from amend.parse.verbs import Act, Q, R
from amend.text.parts import Part

_WORDS = (
    r"(?:the\s+|las?\s+|les?\s+|los\s+|el\s+|den\s+)?(?:(?:final|first|last|second)\s+)?"
    r"(?:(?:words?|phrases?|terms?|expressions?|text|reference\s+to|palabras?|vocablos?"
    r"|expresi[óo]n(?:es)?|frases?|locuci[óo]n|t[ée]rminos?|voz|voces|oraci[óo]n|mots?|wort\w*)\s+)?"
)
_AFTER = (
    r"(?:after|following|behind|(?:despu[ée]s|luego|a\s+continuaci[óo]n)\s+del?|seguid[oa]\s+al?"
    r"|tras|apr[èe]s|nach)\s+"
)
_BEFORE = r"(?:before|preceding|antes\s+del?|avant|vor)\s+"
_ANCHORS: tuple[tuple[Where, re.Pattern[str]], ...] = (
    (
        Where.BETWEEN,
        re.compile(
            rf"\b(?:between|entre)\s+{_WORDS}({Q})\s+(?:and|y|et)\s+{_WORDS}({Q})", re.IGNORECASE
        ),
    ),
    (Where.AFTER, re.compile(rf"(?:\w+ly\s+)?\b{_AFTER}{_WORDS}({Q})", re.IGNORECASE)),
    (Where.BEFORE, re.compile(rf"(?:\w+ly\s+)?\b{_BEFORE}{_WORDS}({Q})", re.IGNORECASE)),
    (
        Where.END,
        re.compile(
            r"\b(?:at|to|on)\s+the\s+(?:very\s+)?end\b|\bal\s+final\b|\bà\s+la\s+fin\b"
            r"|\b(?:en\s+)?(?:su|la)\s+parte\s+final\b|\bal\s+t[ée]rmino\b",
            re.IGNORECASE,
        ),
    ),
    (
        Where.BEGINNING,
        re.compile(
            r"\b(?:at|to|in)\s+the\s+(?:very\s+)?(?:beginning|start|outset)\b"
            r"|\bal\s+(?:principio|comienzo|inicio)\b|\bau\s+début\b",
            re.IGNORECASE,
        ),
    ),
)
_PLACE = re.compile(
    rf"\b(?P<where>after|follow(?:s|ing)?|before|precedes|between|despu[ée]s\s+del?|antes\s+del?"
    r"|a\s+continuaci[óo]n\s+del?|tras|apr[èe]s|avant|entre)"
    rf"\s+(?:(?:the|el|los|las?|les?)\s+|l['’])?(?P<labels>{R}(?:\s*(?:,|and|&|y|et)\s*{R})*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One change asked for, in the writer's labels; `target` is empty where none is named.

    `everywhere` asks for each occurrence.
    `parts` name the part of the paragraph that is meant, outermost first.
    `by` are the actors named in the words themselves, `[EU, US: delete]`. `is_described` tells
    that the words to go are described and not quoted.
    """

    operation: Operation
    target: tuple[Label, ...] = ()
    text: str = ""
    cut: str = ""
    anchor: Anchor | None = None
    place: Place | None = None
    whole: str | None = None
    endorses: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    everywhere: bool = False
    is_described: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of masked text with one verb, and the labels it inherits from what stands before.

    `pronoun` are the quoted words that an "it" may mean; `parts` the part of the paragraph that
    words before it named: "in the last sentence, delete ... and add ...".
    """

    text: str
    masked: Masked
    act: Act
    start: int
    end: int
    context: tuple[Label, ...] = ()
    pronoun: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def before(self) -> str:
        """What stands before the verb."""
        return self.text[: self.start]

    @property
    def behind(self) -> str:
        """What stands behind the verb."""
        return self.text[self.end :]

    def words_in(self, text: str) -> list[str]:
        """Return the quotations of a stretch, in order."""
        return [self.masked.words(sign) for sign in re.findall(Q, text)]

    def labels_in(self, text: str) -> tuple[Label, ...]:
        """Return the labels named in a stretch, in order, each once."""
        named = (label for sign in re.findall(R, text) for label in self.masked.named(sign))
        return tuple(dict.fromkeys(named))

    def targets(self, text: str | None = None) -> tuple[Label, ...]:
        """Return the labels named in a stretch (the whole clause unless given), or the context."""
        return self.labels_in(self.text if text is None else text) or self.context


def take_anchor(clause: Clause, text: str) -> tuple[Anchor | None, str]:
    """Find where in a paragraph; return the anchor and the text without it."""
    for where, pattern in _ANCHORS:
        match = pattern.search(text)
        if match:
            words, until = ([clause.masked.words(sign) for sign in match.groups()] + ["", ""])[:2]
            return Anchor(where, words, until), text[: match.start()] + " " + text[match.end() :]
    return None, text


def take_place(clause: Clause, text: str) -> tuple[Place | None, str]:
    """Find beside which paragraph; return the place and the text without it."""
    match = _PLACE.search(text)
    if match is None:
        return None, text
    labels = clause.labels_in(match["labels"])
    return _place(match["where"].lower(), labels), text[: match.start()] + " " + text[match.end() :]


def _place(word: str, labels: tuple[Label, ...]) -> Place:
    if word in {"between", "entre"} and len(labels) > 1:
        return Place(Where.BETWEEN, labels[0], labels[-1])
    if word in {"before", "precedes", "avant"} or word.startswith("antes"):
        return Place(Where.BEFORE, labels[0])
    return Place(Where.AFTER, labels[-1])


def beside(place: Place | None) -> Label:
    """Name a new paragraph without a number of its own: new>15 stands after 15, new<9 before 9."""
    if place is None or place.where is Where.BEGINNING:
        return Label.parse("new")
    try:
        sign = "<" if place.where is Where.BEFORE else ">"
        return Label.parse(f"new{sign}{place.label}")
    except LabelError:
        return Label.parse("new")


def each_of(labels: Iterable[Label]) -> list[tuple[Label, ...]]:
    """One target for each label, or one empty target if there is none."""
    return [(label,) for label in labels] or [()]
