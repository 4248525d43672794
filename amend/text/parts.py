"""A paragraph's text and a part of it in, where that part stands out: sentence, line or point.

A part is only found where the text itself sets it apart. A sub-paragraph of a text that runs on in
one line is not there to be seen, and None says so: the caller tells, and does not guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from amend.text.late import late
from amend.text.told import Told, pattern, told


class PartKind(StrEnum):
    """What a writer counts when he names a part of a paragraph."""

    SENTENCE = "sentence"
    LINE = "line"
    SUBPARAGRAPH = "subparagraph"
    POINT = "point"
    CHAPEAU = "chapeau"
    TITLE = "title"


_FROM_THE_END = {-1: pattern("the last {part}"), -2: pattern("the last but one {part}")}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paragraph: "the second sentence", "letra d)", "los incisos segundo y tercero".

    `first` and `last` count from 1, or from the end with -1 for the last; they are 0 where the part
    has a `name`, as points have: "d", "7". `is_new` tells that the part does not stand yet and is
    to become the one so counted; both counts 0 then mean that its place is left open.
    """

    kind: PartKind
    first: int = 0
    last: int = 0
    name: str = ""
    is_new: bool = False

    def __str__(self) -> str:
        """Name the part in words: "the last sentence", "point d", "a new subparagraph"."""
        return str(self.told)

    @property
    def told(self) -> Told:
        """The part in words."""
        if self.name:
            return told("point {name}", name=self.name)
        kind = told(self.kind.value)
        if self.first == 0:
            return told("a new {part}", part=kind) if self.is_new else told("the {part}", part=kind)
        if self.last not in {0, self.first}:
            parts = told(f"{self.kind.value}s")
            return told("{parts} {first} to {last}", parts=parts, first=self.first, last=self.last)
        if self.first in _FROM_THE_END:
            return told(_FROM_THE_END[self.first], part=kind)
        return told("{part} {number}", part=kind, number=self.first)


class Stretch(NamedTuple):
    """A half-open span of a text, in characters."""

    start: int
    end: int


class Mark(NamedTuple):
    """The printed sign of a point, `d)` or `7.`, with the span it stands at."""

    name: str
    style: str
    start: int
    end: int


# A dot ends a sentence before a space and what may begin one; 。 and its like need no space.
_END = late(r"[.?!…؟][\"'”’»)\]]*\s+(?=[\"'“‘«„(\[¿¡]*[^\Wa-zß-öø-ÿа-яё_])|[。！？](?![」』”’])\s*")
_SHORT = re.compile(
    r"(?:^|[\s(\[])(?:arts?|nos?|n[úu]ms?|p[áa]rrs?|paras?|pp?|inc|cf|e\.g|i\.e|mr|ms|sra?|dra?|vol"
    r"|ch|cap|vs|st|ud|uds|[^\W\d])\.$",
    re.IGNORECASE,
)
_LONGEST_SHORT = 8
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARK = late(
    r"(?:(?<=\s)|^)[“\"«(]?(?:(?P<letter>[a-zñ])(?P<ls>\)|\.-?)|(?P<number>\d{1,2})(?P<ns>[°º]?\)?[.)°º-]{1,2}))"
    r"(?=\s)",
    re.MULTILINE,
)
_LETTERS = "abcdefghijklmnñopqrstuvwxyz"
_TITLE = re.compile(r"[^.\n]{3,120}\.(?=\s+\S)")


def sentences(text: str, within: Stretch | None = None) -> list[Stretch]:
    """Cut a text, or a stretch of it, into sentences; abbreviations and list signs end none."""
    start, end = within or Stretch(0, len(text))
    found: list[Stretch] = []
    for line in _LINE.finditer(text, start, end):
        begun = line.start()
        for stop in _END.finditer(text, line.start(), line.end()):
            if text[stop.start()] == "." and _is_no_stop(text, begun, stop.start() + 1):
                continue
            found.append(_trimmed(text, begun, stop.end()))
            begun = stop.end()
        if text[begun : line.end()].strip():
            found.append(_trimmed(text, begun, line.end()))
    return found


def _is_no_stop(text: str, begun: int, end: int) -> bool:
    """Whether a dot belongs to an abbreviation, or to the number that opens a point."""
    if _SHORT.search(text, max(begun, end - _LONGEST_SHORT), end):
        return True
    return text[begun : end - 1].strip().isdigit()


def lines(text: str) -> list[Stretch]:
    """Return the lines of a text that hold words."""
    return [_trimmed(text, *line.span()) for line in _LINE.finditer(text)]


def subparagraphs(text: str) -> list[Stretch]:
    """Join each line that opens with the sign of a point to the line that brings in the list."""
    found: list[Stretch] = []
    for line in lines(text):
        if found and _MARK.match(text, line.start, line.end):
            found[-1] = Stretch(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def points(text: str, within: Stretch | None = None) -> list[Mark]:
    """Return the signs of the first list: a), b), c), or 1., 2., 3., of one style and in order.

    A sign counts only if it follows the one before it in the alphabet, or in number, so that
    "artículo 23. Toda" in running text opens no point. One sign may be missing where a point fell
    out, if the two behind it follow on each other: 6., 8., 9.
    """
    start, end = within or Stretch(0, len(text))
    first = next((mark for mark in _marks(text, start, end) if mark.name in {"a", "1"}), None)
    if first is None:
        return []
    found, skipping = [first], None
    for mark in _marks(text, first.end, end):
        if mark.style != first.style:
            continue
        following = next_name(found[-1].name)
        if mark.name == following:
            found.append(mark)
        elif skipping is not None and mark.name == next_name(skipping.name):
            found += [skipping, mark]
        elif following and mark.name == next_name(following):
            skipping = mark
            continue
        else:
            continue
        skipping = None
    return found


def opening_mark(text: str, within: Stretch) -> Mark | None:
    """Return the sign of a point that a stretch opens with, or None."""
    return next(
        (
            mark
            for mark in _marks(text, within.start, within.start + 8)
            if mark.start == within.start
        ),
        None,
    )


def next_name(name: str) -> str:
    """Return the letter or number behind one; ñ is passed over, as most lists do."""
    if name.isdigit():
        return str(int(name) + 1)
    place = _LETTERS.index(name) + 1
    following = _LETTERS[place : place + 1]
    return "o" if following == "ñ" else following


def find_part(text: str, part: Part, within: Stretch | None = None) -> Stretch | None:
    """Find a part of a text; None where it is not there, or not set apart from what follows."""
    whole = within or _trimmed(text, 0, len(text))
    if part.kind is PartKind.POINT:
        return _point(text, part.name, whole)
    if part.kind is PartKind.CHAPEAU:
        listed = points(text, whole)
        return _trimmed(text, whole.start, listed[0].start) if listed else None
    if part.kind is PartKind.TITLE:
        title = _TITLE.match(text, whole.start, whole.end)
        return Stretch(*title.span()) if title is not None else None
    return _counted(_all(text, part.kind, whole), part, text)


def find_parts(text: str, parts: Sequence[Part]) -> Stretch | None:
    """Find a part named by several steps, outermost first: "letra d), segunda oración"."""
    within: Stretch | None = None
    for part in parts:
        within = find_part(text, part, within)
        if within is None:
            return None
    return within


def _all(text: str, kind: PartKind, within: Stretch) -> list[Stretch]:
    if kind is PartKind.SENTENCE:
        return sentences(text, within)
    found = lines(text) if kind is PartKind.LINE else subparagraphs(text)
    return [each for each in found if within.start <= each.start and each.end <= within.end]


def _counted(found: list[Stretch], part: Part, text: str) -> Stretch | None:
    if part.kind is not PartKind.SENTENCE and len(found) == 1 and len(sentences(text)) > 1:
        return None  # all in one line: where its sub-paragraphs part is not to be seen
    size = len(found)
    first, last = (n - 1 if n > 0 else size + n for n in (part.first, part.last or part.first))
    if not (part.first and 0 <= first <= last < size):
        return None
    return Stretch(found[first].start, found[last].end)


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _MARK.finditer(text, start, end):
        name = match["letter"] or match["number"]
        style = f"{'a' if match['letter'] else '1'}{match['ls'] or match['ns']}"
        yield Mark(name, style, *match.span())


def _point(text: str, name: str, within: Stretch) -> Stretch | None:
    """A point goes to the next sign; the last to the end of its line, if that ends it."""
    listed = points(text, within)
    for mark, behind in pairwise([*listed, None]):
        if mark is None or mark.name != name:
            continue
        if behind is not None:
            return _trimmed(text, mark.start, behind.start)
        line = text.find("\n", mark.end, within.end)
        end = line if line >= 0 else within.end
        is_clear = line >= 0 or len(sentences(text, Stretch(mark.end, end))) == 1
        return _trimmed(text, mark.start, end) if is_clear else None
    return None


def _trimmed(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end)
