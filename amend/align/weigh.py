"""A comparison in, the same out with the weighty words told that its edits changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amend.model.comparison import Comparison, Edit, Op, Redline
from amend.model.weight import Kind, Turn, Weight
from amend.text.scale import Scale, Weighty, language_of
from amend.text.weighty import is_content
from amend.text.words import words


@dataclass(frozen=True, slots=True)
class _Touched:
    """A weighty word that an edit touches, and the number of that edit."""

    word: Weighty
    edit: int


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
    spoken = language_of(" ".join(each.text for each in bead.new), language)
    scale = scales.get(spoken)
    if scale is None:
        return redline
    out, into = _touched(edits, Op.DELETE, scale), _touched(edits, Op.INSERT, scale)
    return replace(redline, weights=tuple(_weights(*_without_moved(out, into))))


def _touched(edits: Sequence[Edit], op: Op, scale: Scale) -> list[_Touched]:
    """Return the weighty words of one side that an edit touches.

    Edits are numbered by the kept stretches before them, so that what went and what came in its
    place have one number.
    """
    parts: list[str] = []
    stretches: list[tuple[int, int, int]] = []
    place = number = 0
    for each in edits:
        if each.op is Op.KEEP:
            number += 1
            text = each.was if op is Op.DELETE and each.was is not None else each.text
        elif each.op is op:
            text = each.text
            stretches.append((place, place + len(text), number))
        else:
            continue
        parts.append(text)
        place += len(text)
    found = words("".join(parts))
    homes = [
        next((n for start, end, n in stretches if start <= word.start < end), None)
        for word in found
    ]
    touched = []
    for weighty in scale.find([word.key for word in found]):
        held = range(weighty.start, weighty.end)
        # A phrase is told by what it says: "in light of" that becomes "in the light of" is none.
        telling = [n for n in held if is_content(found[n].key)] or list(held)
        edited = [home for n in telling if (home := homes[n]) is not None]
        if 2 * len(edited) >= len(telling):
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
