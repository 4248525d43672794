"""The lines of a page in; those of its footnotes out, each with the mark it is called by.

Footnotes stand at the foot of a page below a short rule, drawn or typed, or in smaller letters
behind a raised mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amend.read.pdf_lines import Line
from amend.read.pdf_packets import Piece, Stroke

MARK = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,4}|[a-z])$")
_LED = re.compile(r"(\d{1,3}|[*†‡§¶]{1,4})[\s.)]\s*(?=\S)")
_TYPED_RULE = re.compile(r"_{5,}$|[-–—]{8,}$")
# A rule above footnotes is so thin, and so long as a share of the page.
_THIN = 2.5
_SHORTEST, _LONGEST = 0.08, 0.5
# Footnotes are set smaller than the text, by this much.
_SMALLER = 0.95
# They begin in the lower part of a page; on a page full of them, higher.
_HIGHEST = 0.75
# A rule of a column begins at its edge, but for so many points.
_BESIDE = 6.0


@dataclass(slots=True)
class Footnote:
    """A footnote: its mark ("" for what goes on from the page before), its page and lines."""

    mark: str
    page: int
    lines: list[Line] = field(default_factory=list)
    led: int = 0


def parted(
    found: Sequence[Line], strokes: Iterable[Stroke], width: float, height: float, body: float
) -> tuple[list[Line], list[Line]]:
    """Part the lines of a page in those of the text and those of footnotes, in their order.

    `body` is the height of the lines of the text. Where two columns have a rule each, their
    footnotes stand below their own.
    """
    strokes = list(strokes)
    columns: dict[tuple[float, float], list[Line]] = {}
    for each in found:
        columns.setdefault((each.left, each.right), []).append(each)
    ruled = [(held, _beside(strokes, *edges)) for edges, held in columns.items()]
    count = sum(_rule(held, own, width, height, body) is not None for held, own in ruled)
    if len(columns) < 2 or count < 2:
        return _parted(found, strokes, width, height, body)
    text: set[int] = set()
    notes: list[Line] = []
    for held, own in ruled:
        above, below = _parted(held, own, width, height, body)
        text |= {id(each) for each in above}
        notes += below
    return [each for each in found if id(each) in text], notes


def _beside(strokes: Iterable[Stroke], left: float, right: float) -> list[Stroke]:
    """Return the strokes that lie within a column."""
    return [each for each in strokes if left - _BESIDE <= each.x0 and each.x1 <= right + _BESIDE]


def _parted(
    found: Sequence[Line], strokes: Iterable[Stroke], width: float, height: float, body: float
) -> tuple[list[Line], list[Line]]:
    begins = _rule(found, strokes, width, height, body)
    if begins is None:
        begins = _unruled(found, height, body)
    if begins is None:
        return list(found), []
    notes = [each for each in found if each.y < begins and each.size <= body * 1.02]
    taken = {id(each) for each in notes}
    text = [each for each in found if id(each) not in taken and not _TYPED_RULE.match(each.text)]
    return text, [each for each in notes if not _TYPED_RULE.match(each.text)]


def _rule(
    found: Sequence[Line], strokes: Iterable[Stroke], width: float, height: float, body: float
) -> float | None:
    """Return the height of the rule above the footnotes; what stands below it shows it is one."""
    rules = [
        each.y0
        for each in strokes
        if each.height <= _THIN and _SHORTEST * width <= each.width <= _LONGEST * width
    ]
    rules += [each.y for each in found if _TYPED_RULE.match(each.text)]
    for rule in sorted(rules, reverse=True):
        below = [each for each in found if each.y < rule and not _TYPED_RULE.match(each.text)]
        if not below or rule > _HIGHEST * height:
            continue
        first = max(below, key=lambda line: line.y)
        small = all(each.size <= body * 1.02 for each in below)
        if small and (is_led(first) or first.size < _SMALLER * body):
            return rule
    return None


def _unruled(found: Sequence[Line], height: float, body: float) -> float | None:
    """Return where small lines at the foot of a page begin, if a raised mark leads them."""
    begins: float | None = None
    for each in sorted(found, key=lambda line: line.y):
        if each.size >= _SMALLER * body or each.y > height * _HIGHEST:
            break
        if is_led(each):
            begins = each.y + each.size / 2
    return begins


def is_led(line: Line) -> bool:
    """Whether a raised mark opens a line."""
    first = line.pieces[0]
    return len(line.pieces) > 1 and line.is_raised(first) and MARK.match(first.text) is not None


def mark_of(line: Line) -> tuple[str, int]:
    """Return the mark that a footnote's first line opens with, and how many letters it takes."""
    if is_led(line):
        return line.pieces[0].text, len(line.pieces[0].text)
    led = _LED.match(line.text)
    return (led[1], led.end()) if led else ("", 0)


def footnotes(found: Iterable[Line], page: int) -> Iterator[Footnote]:
    """Yield the footnotes of a page; lines before the first mark go on from the page before."""
    held: Footnote | None = None
    expected: int | None = None
    for each in found:
        mark, led = mark_of(each)
        if mark.isdigit() and not is_led(each) and expected is not None and int(mark) != expected:
            mark, led = "", 0
        if mark or held is None:
            if held is not None:
                yield held
            held = Footnote(mark, page, led=led)
            expected = int(mark) + 1 if mark.isdigit() else expected
        held.lines.append(each)
    if held is not None:
        yield held


def calls(line: Line, marks: Iterable[str]) -> list[Piece]:
    """Return the raised pieces of a line that call one of these footnotes."""
    wanted = set(marks)
    return [
        each
        for each in line.pieces
        if line.is_raised(each)
        and each.text.strip(",")
        and all(part in wanted for part in re.split(r"[,\s]+", each.text.strip(" ,[]()")))
    ]
