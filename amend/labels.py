"""A printed paragraph number in, a label out: a value that prints one way and sorts as pages do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, total_ordering

from amend.errors import LabelError
from amend.text.heads import find_head
from amend.text.numerals import letters, roman
from amend.text.printed import parts
from amend.text.steps import AFTER, ALT, BEFORE, PART, SUB, Parts, Step

__all__ = ["Head", "Label", "Step", "split_head"]

PROFILES = ("un", "eu", "fr", "ch")
_ZONES = {"PP": 1, "": 2, "OP": 2, "Art": 2, "Annex": 3, "S:": 5, "new": 9}
_LONGEST = 200  # characters; anything longer is prose, and no cache should keep it
_PREFIXES = frozenset({"new<", "new>"})


@total_ordering
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Label:
    """A paragraph's number: 9, OP12alt, 3/3bis; sorts 9pre, 9, 9(a), 9alt, 9bis, 10 (domain B.5).

    `carrier` is "", PP, OP, Art, S: or Annex ("new" for a paragraph without a place); `number` is
    0 and `figure` "" in a relative label such as "(a)". Two labels are equal if they print alike;
    a label may stand twice in a draft (domain B.6), so it identifies no paragraph.
    `key` is zone, number, then rank and ordinal of each step, closed by 0, 0.
    """

    carrier: str
    number: int
    figure: str
    steps: tuple[Step, ...] = ()
    text: str = field(init=False)
    key: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work out once how the label prints and sorts."""
        object.__setattr__(self, "text", _print(self))
        flat = [each for step in self.steps for each in step[:2]]
        object.__setattr__(self, "key", (_ZONES[self.carrier], self.number, *flat, 0, 0))

    @classmethod
    def parse(cls, printed: str, profile: str = "un") -> Label:
        """Read a label in any of the usual prints, or its canonical form; raises LabelError.

        The profile says where inserted letters stand: after the number (un, eu, ch), or before it
        where they are capitals (fr).
        """
        known = _KNOWN.get(profile)
        label = None if known is None else known.get(printed)  # most prints come again and again
        if label is not None:
            return label
        label = _parse(printed, profile)
        if label is None:
            hint = "Write it as 9, 9ter, 9(a), 9pre, OP12alt, PP3bis, Art2bis or 3.3bis."
            raise LabelError(f"{printed[:_LONGEST]!r} is no paragraph label", hint=hint)
        return label

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Label({self.text!r})"

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Label) else NotImplemented

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Label):
            return NotImplemented
        return (self.key, self.text) < (other.key, other.text)

    @property
    def base(self) -> Label:
        """The label without its last step: 9 of 9ter and of 9(a); itself if it has none."""
        return self._with(self.steps[:-1]) if self.steps else self

    @property
    def parent(self) -> Label | None:
        """What a sub-paragraph stands in: 9bis of 9bis(a), 3 of 3/3; None of a plain paragraph."""
        deep = [place for place, step in enumerate(self.steps) if step.rank in (PART, SUB)]
        if not deep or self.is_relative:
            return None
        return self._with(self.steps[: deep[-1]])

    @property
    def plain(self) -> Label:
        """The label without its carrier: drafts print "9." where comments write "OP 9"."""
        if self.carrier not in {"PP", "OP", "Art"}:
            return self
        return Label("", self.number, self.figure, self.steps)

    @property
    def is_relative(self) -> bool:
        """Whether it needs its paragraph to mean anything: (a), (ii), (h)bis."""
        return not self.figure and self.carrier == ""

    @property
    def is_inserted(self) -> bool:
        """Whether its last step is pre, bis, ter ... or an inserted letter."""
        return bool(self.steps) and self.steps[-1].rank in (BEFORE, AFTER)

    @property
    def is_alternative(self) -> bool:
        """Whether it is printed as an alternative: 9alt, 9bis.alt2."""
        return any(step.rank == ALT for step in self.steps)

    def under(self, parent: Label, previous: Label | None = None) -> Label:
        """Join a relative label to its paragraph: (a) under 9bis is 9bis(a).

        `previous` is the sub-paragraph printed before it: after (h) an (i) is the letter, after
        nothing it is Roman one. Raises ValueError if the label is not relative.
        """
        if not self.is_relative:
            raise ValueError(f"{self} is not relative")
        first, *rest = self.steps
        ordinal = _ordinal(first, previous.steps[len(parent.steps) :] if previous else ())
        printed = first.printed
        if parent.carrier == "Art" and not any(step.rank == SUB for step in parent.steps):
            printed = re.sub(r"^\((\d+)\)$", r"/\1", printed)  # Article 6 (4) is Art6/4
        return parent._with((*parent.steps, Step(SUB, ordinal, printed), *rest))

    def _with(self, steps: tuple[Step, ...]) -> Label:
        return Label(self.carrier, self.number, self.figure, steps)


_KNOWN: dict[str, dict[str, Label | None]] = {profile: {} for profile in PROFILES}
_KNOWN_LIMIT = 1 << 16


def _parse(printed: str, profile: str) -> Label | None:
    known = _KNOWN.get(profile)
    if known is None:
        raise LabelError(f"unknown profile {profile!r}", hint=f"Use {', '.join(PROFILES)}.")
    if printed in known:
        return known[printed]
    if len(printed) > _LONGEST:
        return None
    if len(known) >= _KNOWN_LIMIT:
        known.clear()
    found = parts(printed, profile)
    label = known[printed] = None if found is None else _of(found)
    return label


def _of(found: Parts) -> Label:
    return Label(found.carrier, found.number, found.figure, found.steps)


def _print(label: Label) -> str:
    """Write the canonical form of domain B.4: insertions follow each other with a dot."""
    written = label.carrier + label.figure
    last: Step | None = None
    for step in label.steps:
        if step.printed in _PREFIXES:
            written = step.printed + written
        elif step.printed == "-":
            written = f"{label.carrier}-{label.figure}"
        else:
            is_figure = label.carrier == "Annex" and last is label.steps[0]
            written += "." * _is_dotted(last, step, is_figure) + step.printed
            last = step
    return written


def _is_dotted(last: Step | None, step: Step, is_figure: bool = False) -> bool:
    if last is None or not last.printed[:1].isalpha() or not step.printed[0].isalpha():
        return False
    if is_figure and step.printed.islower():
        return False  # the figure of an annex is its first step: AnnexIIbis
    are_french = last.printed.isupper() and step.printed.isupper()
    return not (last.rank == step.rank == BEFORE and are_french)


def _ordinal(step: Step, before: tuple[Step, ...]) -> int:
    """Choose between letter and Roman figure by the sub-paragraph before."""
    figure = step.printed.strip("()")
    as_letter, as_roman = letters(figure), roman(figure)
    if as_letter is None or as_roman is None:
        return step.ordinal
    wanted = before[0].ordinal + 1 if before else 1
    return as_roman if as_roman == wanted else as_letter


Head = tuple[str, Label, str]
_PLAIN = re.compile(r"([1-9]\d{0,3})\.[ \t]+(?=\S)")


@lru_cache(maxsize=1 << 13)
def _numbered(figure: str) -> Label:
    return Label("", int(figure), figure)


def split_head(text: str, profile: str = "un") -> Head | None:
    """Split a paragraph that opens with its number into printed number, label and rest.

    None if it opens with anything else: a date, a quantity, a title. An opening bracket belongs
    to the paragraph and stays in the rest ("[9. text" gives "[text"); "[12.]" is all number.
    A sub-paragraph gives a relative label, to be joined by `Label.under`.
    """
    plain = _PLAIN.match(text)
    if plain is not None:  # nearly every paragraph: the grammar takes ten times as long
        return plain[1] + ".", _numbered(plain[1]), text[plain.end() :]
    found = find_head(text)
    if found is None:
        return None
    label = _parse(found.spelled, profile)
    if label is None:
        return None
    if found.is_point:
        label = Label("", 0, "", label.steps)
    brackets = text[: found.start].strip()
    return text[found.start : found.end].strip(), label, brackets + text[found.end :].lstrip()
