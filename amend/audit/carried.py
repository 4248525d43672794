"""OLD's and NEW's tracked changes in, which of them NEW carries still out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from amend.model.comparison import Op
from amend.model.source import Block, Run, SourceText, Stamp
from amend.text.exact import PARAGRAPH_END

_Key = tuple[str | None, str | None, Op, str]
_NAMELESS = Stamp()
# Signs on either side that tell a mark from others with the same words.
_AROUND = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a run or on the end of a block, by the keys it may be known again by.

    They are those of the run itself, of the whole stretch it is part of, and of that without name
    and time; `around` are the signs beside the stretch.
    """

    keys: tuple[_Key, _Key, _Key]
    around: str


class Carried:
    """The marks of OLD that NEW carries still: the same author, time and words.

    Where NEW has fewer of some than OLD, the words beside them say which were settled: one phrase
    is put in in many places, and Word notes the minute only.
    """

    def __init__(self, old: SourceText, new: SourceText) -> None:
        """Gather the marks of both."""
        marks = [mark for block in new.blocks for mark in marks_of(block)]
        # Those without a date answer for any name and date.
        self._keys = {key for mark in marks for key in mark.keys[:2]}
        self._places = {(mark.keys[1], mark.around) for mark in marks}
        here, there = _stretches(new), _stretches(old)
        self._scarce = {key for key, count in here.items() if count < there[key]}

    def lacks(self, mark: Mark) -> bool:
        """Whether a mark of OLD is gone."""
        if self._keys.isdisjoint(mark.keys):
            return True
        whole = mark.keys[1]
        return whole in self._scarce and (whole, mark.around) not in self._places


def _stretches(source: SourceText) -> Counter[_Key]:
    """Count the marks with the same key, however many runs each is cut into."""
    return Counter(
        key
        for block in source.blocks
        for key, _ in dict.fromkeys((mark.keys[1], mark.around) for mark in marks_of(block))
    )


def marks_of(block: Block) -> Iterator[Mark]:
    """Yield the marks on words and on the end of a block, a run at a time."""
    for marks in zip(*(on_runs(block.runs, op) for op in (Op.INSERT, Op.DELETE)), strict=True):
        yield from filter(None, marks)
    yield from filter(None, on_ends(block))


def on_runs(runs: tuple[Run, ...], op: Op) -> list[Mark | None]:
    """Return for each run its mark, or None.

    Editors cut a stretch where its look changes, or where somebody else works in it.
    """
    stretches: dict[tuple[str | None, str | None], list[int]] = {}
    whole: list[list[int]] = []
    for place, run in enumerate(runs):
        stamp = _stamp(run, op)
        if run.inserted is None and stamp is None:
            stretches.clear()
        stretch = stretches.setdefault((stamp.author, stamp.date), []) if stamp else []
        stretch.append(place)
        whole.append(stretch)
    text = "".join(run.text for run in runs)
    starts = [0, *accumulate(len(run.text) for run in runs)]
    return [
        None
        if (stamp := _stamp(run, op)) is None
        else Mark(
            (
                _keyed(stamp, op, run.text),
                _keyed(stamp, op, words := "".join(runs[place].text for place in stretch)),
                _keyed(_NAMELESS, op, words),
            ),
            _around(text, starts[stretch[0]], starts[stretch[-1] + 1]),
        )
        for run, stretch in zip(runs, whole, strict=True)
    ]


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - _AROUND) : start]}|{text[end : end + _AROUND]}"


def on_ends(block: Block) -> tuple[Mark | None, Mark | None]:
    """Return the marks under which the end of a block was put in and taken out."""
    text = "".join(run.text for run in block.runs)
    around = _around(text, len(text), len(text))
    return _end(block.mark_inserted, Op.INSERT, around), _end(block.mark_deleted, Op.DELETE, around)


def _end(stamp: Stamp | None, op: Op, around: str) -> Mark | None:
    if stamp is None:
        return None
    own, nameless = (_keyed(each, op, PARAGRAPH_END) for each in (stamp, _NAMELESS))
    return Mark((own, own, nameless), around)


def _stamp(run: Run, op: Op) -> Stamp | None:
    return run.inserted if op is Op.INSERT else run.deleted


def _keyed(stamp: Stamp, op: Op, text: str) -> _Key:
    """Word takes the date off where it takes personal data off, and calls everybody "Author"."""
    return stamp.author if stamp.date else None, stamp.date, op, text.strip()
