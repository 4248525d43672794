"""OLD's words and NEW's units in, the explanation that takes the least for silent out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from amend.audit.units import Unit
from amend.text.edits import hunks

# What an explanation costs, in silent words (note 0008): what is only misdeclared costs less.
_SILENT = 1.0
_UNREAL = 0.01
# So many pairs of a word and a unit are weighed one by one; a larger field is compared as plain.
_LARGE = 400_000


class Form(Enum):
    """Which form of a unit OLD holds: that before the changes, that after, or none."""

    BEFORE = "before"
    AFTER = "after"
    NONE = "none"


class Step(NamedTuple):
    """OLD's words `start` to `end`, and the unit they are, or None where OLD alone has them.

    A unit that OLD lacks has no words: `start` equals `end`.
    """

    start: int
    end: int
    unit: int | None
    form: Form


def explain(old: Sequence[str], units: Sequence[Unit]) -> list[Step]:
    """Return steps in reading order that cover every word of OLD and every unit once."""
    if list(old) == [key for unit in units for key in unit.before]:
        return _agreed(old, units, 0, 0)
    head = _alike(old, units)
    tail = _alike(old[head:][::-1], units[head:][::-1])
    old_end, end = len(old) - tail, len(units) - tail
    return [
        *_agreed(old[:head], units[:head], 0, 0),
        *_middle(old, head, old_end, units, head, end),
        *_agreed(old[old_end:], units[end:], old_end, end),
    ]


def _alike(old: Sequence[str], units: Sequence[Unit]) -> int:
    """Count the words that agree from the beginning on, up to the first mark."""
    count = 0
    for word, unit in zip(old, units, strict=False):
        if unit.before != (word,) or unit.after != unit.before:
            break
        count += 1
    return count


def _agreed(old: Sequence[str], units: Sequence[Unit], word: int, place: int) -> list[Step]:
    """Take every unit for OLD's words in turn; one that was put in takes none."""
    steps = []
    end = word
    for number, unit in enumerate(units, place):
        start, end = end, end + len(unit.before)
        steps.append(Step(start, end, number, Form.BEFORE if unit.before else Form.NONE))
    assert end == word + len(old)
    return steps


def _middle(
    old: Sequence[str], old_at: int, old_end: int, units: Sequence[Unit], at: int, end: int
) -> list[Step]:
    words, field = old[old_at:old_end], units[at:end]
    is_plain = all(unit.before == unit.after and len(unit.before) == 1 for unit in field)
    if not words:
        steps = [Step(0, 0, place, Form.NONE) for place in range(len(field))]
    elif is_plain or len(words) * len(field) > _LARGE:
        steps = _compared(words, field)
    else:
        steps = _weighed(words, field)
    return [
        Step(s.start + old_at, s.end + old_at, None if s.unit is None else s.unit + at, s.form)
        for s in steps
    ]


def _compared(old: Sequence[str], units: Sequence[Unit]) -> list[Step]:
    """Compare as a reader would: nothing is declared here that could explain anything."""
    keyed = ["\0".join(unit.before) for unit in units]
    steps: list[Step] = []
    for hunk in hunks(old, keyed):
        if hunk.kept:
            steps += [
                Step(word, word + 1, unit, Form.BEFORE)
                for word, unit in zip(
                    range(hunk.old_start, hunk.old_end),
                    range(hunk.new_start, hunk.new_end),
                    strict=True,
                )
            ]
            continue
        steps += [Step(n, n + 1, None, Form.NONE) for n in range(hunk.old_start, hunk.old_end)]
        at = hunk.old_end
        steps += [Step(at, at, n, Form.NONE) for n in range(hunk.new_start, hunk.new_end)]
    return steps


def _alone(unit: Unit) -> float:
    """What it costs that OLD lacks a unit: nothing where it is declared as put in."""
    if not unit.before:
        return 0.0
    return (_SILENT if unit.after else _UNREAL) * len(unit.before)


def _weighed(old: Sequence[str], units: Sequence[Unit]) -> list[Step]:
    """Find the cheapest way through both, from the end to the beginning."""
    rows = len(units) + 1
    width = len(old) + 1
    cost = [[0.0] * width for _ in range(rows)]
    for word in range(len(old) - 1, -1, -1):
        cost[-1][word] = cost[-1][word + 1] + _SILENT
    for place in range(len(units) - 1, -1, -1):
        unit, below, here = units[place], cost[place + 1], cost[place]
        lacking = _alone(unit)
        forms = _forms(unit)
        here[-1] = below[-1] + lacking
        for word in range(len(old) - 1, -1, -1):
            best = min(below[word] + lacking, here[word + 1] + _SILENT)
            for keys, price, _ in forms:
                if old[word] == keys[0] and _agrees(old, word, keys):
                    best = min(best, below[word + len(keys)] + price)
            here[word] = best
    return list(_traced(old, units, cost))


def _forms(unit: Unit) -> tuple[tuple[tuple[str, ...], float, Form], ...]:
    """Return the forms of a unit that OLD may hold, each with its keys and its price."""
    forms = [(unit.before, 0.0, Form.BEFORE)] if unit.before else []
    if unit.after and unit.after != unit.before:
        forms.append((unit.after, _UNREAL * len(unit.after), Form.AFTER))
    return tuple(forms)


def _agrees(old: Sequence[str], at: int, keys: tuple[str, ...]) -> bool:
    return len(keys) == 1 or tuple(old[at : at + len(keys)]) == keys


def _traced(
    old: Sequence[str], units: Sequence[Unit], cost: Sequence[Sequence[float]]
) -> list[Step]:
    steps: list[Step] = []
    word = place = 0
    while word < len(old) or place < len(units):
        step = _next(old, units, cost, word, place)
        steps.append(step)
        word = step.end
        place += step.unit is not None
    return steps


def _next(
    old: Sequence[str],
    units: Sequence[Unit],
    cost: Sequence[Sequence[float]],
    word: int,
    place: int,
) -> Step:
    """Take the step that costs what the way from here costs; what agrees comes first."""
    here = cost[place][word]
    if place < len(units):
        for keys, price, form in _forms(units[place]):
            end = word + len(keys)
            fits = end <= len(old) and tuple(old[word:end]) == keys
            if fits and abs(cost[place + 1][end] + price - here) < 1e-9:
                return Step(word, end, place, form)
        if word < len(old) and abs(cost[place][word + 1] + _SILENT - here) < 1e-9:
            return Step(word, word + 1, None, Form.NONE)
        return Step(word, word, place, Form.NONE)
    return Step(word, word + 1, None, Form.NONE)
