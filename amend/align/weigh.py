"""A comparison in, the same out with the weighty words told that its edits changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amend.model.comparison import Comparison, Edit, Op, Redline
from amend.model.weight import Kind, Turn, Weight
from amend.text.scale import Scale, Weighty, language_of
from amend.text.weighty import is_content
from amend.text.words import tokens


@dataclass(frozen=True, slots=True)
class _Touched:
    """A weighty word that an edit touches, and the number of that edit."""

    word: Weighty
    edit: int


@dataclass(frozen=True, slots=True)
class _Side:
    """The comparison words of one side of a redline, and the edit that each stands in, or None."""

    keys: list[str]
    homes: list[int | None]


def weigh(comparison: Comparison, scales: Mapping[str, Scale]) -> Comparison:
    """Tell the weighty words that came, went or were exchanged inside the edits of each bead.

    `scales` are by language. A paragraph that is wholly new or gone has no edits to look into.
    """
    language = comparison.new.language
    redlines = tuple(_weighed(each, scales, language) for each in comparison.redlines)
    return replace(comparison, redlines=redlines)


def _weighed(redline: Redline, scales: Mapping[str, Scale], language: str | None) -> Redline:
    edits, bead = redline.edits, redline.bead
    if not bead.old or not bead.new or all(each.op is Op.KEEP for each in edits):
        return redline
    sides = [_side(edits, op) for op in (Op.DELETE, Op.INSERT)]
    text = "".join(each.text for each in bead.new)
    scale = scales.get(language_of(text, sides[1].keys, language))
    if scale is None:
        return redline
    out, into = (_touched(each, scale) for each in sides)
    if not out and not into:
        return redline
    return replace(redline, weights=tuple(_weights(*_without_moved(out, into))))


def _side(edits: Sequence[Edit], op: Op) -> _Side:
    """Return the words of one side, and for each the number of the edit it stands in, or None.

    Edits are numbered by the kept stretches before them, so that what went and what came in its
    place have one number.
    """
    keys: list[str] = []
    homes: list[int | None] = []
    number = 0
    for each in edits:
        if each.op is Op.KEEP:
            number += 1
            found = tokens(each.was if op is Op.DELETE and each.was is not None else each.text)
            homes += [None] * len(found)
        elif each.op is op:
            found = tokens(each.text)
            homes += [number] * len(found)
        else:
            continue
        keys += found
    return _Side(keys, homes)


def _touched(side: _Side, scale: Scale) -> list[_Touched]:
    """Return the weighty words of one side that an edit touches."""
    touched = []
    edits = [place for place, home in enumerate(side.homes) if home is not None]
    for weighty in scale.find(side.keys, edits):
        held = range(weighty.start, weighty.end)
        # A phrase is told by what it says: "in light of" that becomes "in the light of" is none.
        telling = [n for n in held if is_content(side.keys[n])] or list(held)
        edited = [home for n in telling if (home := side.homes[n]) is not None]
        if 2 * len(edited) >= len(telling) and edited:
            touched.append(_Touched(weighty, edited[0]))
    return touched


def _without_moved(
    out: Sequence[_Touched], into: Sequence[_Touched]
) -> tuple[list[_Touched], list[_Touched]]:
    """Leave out what went here and came there: the word was only moved."""
    went = Counter((each.word.kind, each.word.shown) for each in out)
    came = Counter((each.word.kind, each.word.shown) for each in into)
    both = went & came
    sides = []
    for side in (out, into):
        left = Counter(both)
        kept = []
        for each in side:
            key = each.word.kind, each.word.shown
            if left[key] > 0:
                left[key] -= 1
            else:
                kept.append(each)
        sides.append(kept)
    return sides[0], sides[1]


def _weights(out: Sequence[_Touched], into: Sequence[_Touched]) -> Iterator[Weight]:
    """Pair what went with what came in the same edit, kind by kind, in the order of the text."""
    waiting = list(into)
    found: list[tuple[int, Weight]] = []
    for one in out:
        alike = (
            each for each in waiting if each.edit == one.edit and each.word.kind == one.word.kind
        )
        other = next(alike, None)
        if other is not None:
            waiting.remove(other)
        kind = Kind(one.word.kind)
        found.append((one.edit, _weight(kind, one.word, None if other is None else other.word)))
    found += [(each.edit, _weight(Kind(each.word.kind), None, each.word)) for each in waiting]
    yield from (weight for _, weight in sorted(found, key=lambda each: each[0]))


def _weight(kind: Kind, old: Weighty | None, new: Weighty | None) -> Weight:
    turn: Turn | None = None
    if old is not None and new is not None and old.degree is not None and new.degree is not None:
        if old.degree != new.degree:
            turn = Turn.WEAKER if new.degree > old.degree else Turn.STRONGER
    elif kind is Kind.QUALIFIER and (old is None or new is None):
        turn = Turn.WEAKER if old is None else Turn.STRONGER
    return Weight(
        kind, None if old is None else old.shown, None if new is None else new.shown, turn
    )
