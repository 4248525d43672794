"""The edits of a redline in, edits a reader reads out: a sign lost beside a change is shown lost.

Words are compared without the signs behind them, so that "by 2030, as appropriate." against
"by 2030." keeps "2030." and deletes "as appropriate."; what it reads like is "2030[, as
appropriate].". Both texts can be rebuilt from what comes out, save for the spaces at the cuts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amend.model.comparison import Edit, Op

_SIGNS = ".,;:!?"
_BREAK = "\n"


class _Cut(NamedTuple):
    """A stretch in three: up to the end of a word, the signs behind that word, and what follows."""

    stem: str
    signs: str
    rest: str

    @property
    def word(self) -> list[str]:
        return self.stem.split()[-1:]


def with_signs(edits: Sequence[Edit]) -> list[Edit]:
    """Show the signs that came or went where kept words stand next to a change."""
    found: list[Edit] = []
    place = 0
    while place < len(edits):
        edit = edits[place]
        before = edits[place - 1] if place else None
        if edit.was is not None and before is not None and _is_wordy(before):
            *opening, edit = _first(edit)
            found += opening
        following = _changes_behind(edits, place)
        if edit.was is not None and following:
            found += _last(edit, following)
            place += len(following)
        else:
            found.append(edit)
        place += 1
    return [each for each in found if each.text]


def _changes_behind(edits: Sequence[Edit], place: int) -> list[Edit]:
    """The deletion, the insertion or both that follow a kept stretch, if they hold a word."""
    found: list[Edit] = []
    for each in edits[place + 1 :]:
        if each.op is Op.KEEP:
            break
        found.append(each)
    return found if any(map(_is_wordy, found)) else []


def _is_wordy(edit: Edit) -> bool:
    """Whether an edit is a change of words; a bracket lifted is news of its own."""
    return edit.op is not Op.KEEP and any(sign.isalnum() for sign in edit.text)


def _first(edit: Edit) -> list[Edit]:
    """Part a kept stretch behind a change after its first word, where the sign there changed."""
    new, old = _at_first(edit.text), _at_first(edit.was or "")
    if not _is_one_word(new, old) or not new.rest.strip():
        return [edit]
    rest = Edit(Op.KEEP, new.rest, None if new.rest == old.rest else old.rest)
    return [Edit(Op.KEEP, new.stem), *_exchanged(old.signs, new.signs), rest]


def _last(edit: Edit, following: list[Edit]) -> list[Edit]:
    """Part a kept stretch before a change at its last sign, where that sign changed."""
    new, old = _at_last(edit.text), _at_last(edit.was or "")
    if not _is_one_word(new, old):
        return [edit, *following]
    kept = Edit(Op.KEEP, new.stem, None if new.stem == old.stem else old.stem)
    if len(following) == 1 and _BREAK not in following[0].text:
        (change,) = following
        if change.op is Op.DELETE:
            return [kept, *_deleted(change, old.signs + old.rest, new)]
        return [kept, *_inserted(change, new.signs + new.rest, old)]
    return [kept, *_exchanged(old.signs, new.signs), Edit(Op.KEEP, new.rest), *following]


def _at_last(text: str) -> _Cut:
    bare = text.rstrip()
    stem = bare.rstrip(_SIGNS)
    return _Cut(stem, bare[len(stem) :], text[len(bare) :])


def _at_first(text: str) -> _Cut:
    body = text.lstrip()
    word = "".join(body.split(None, 1)[:1])
    stem = word.rstrip(_SIGNS)
    start = text[: len(text) - len(body)]
    return _Cut(start + stem, word[len(stem) :], body[len(word) :])


def _is_one_word(new: _Cut, old: _Cut) -> bool:
    """Whether both stretches meet at the same word, and only the signs behind it differ."""
    return bool(new.word) and new.word == old.word and new.signs != old.signs


def _deleted(change: Edit, tail: str, new: _Cut) -> list[Edit]:
    """Delete "as appropriate." with the comma before it, and leave the full stop that stands."""
    gone = f"{tail}{change.text}".rstrip()
    if gone.endswith(new.signs):
        cut = gone[: len(gone) - len(new.signs)]
        return [Edit(Op.DELETE, cut), Edit(Op.KEEP, new.signs + new.rest)]
    return [Edit(Op.DELETE, gone), Edit(Op.INSERT, new.signs), Edit(Op.KEEP, new.rest)]


def _inserted(change: Edit, tail: str, old: _Cut) -> list[Edit]:
    """Insert ", in all circumstances" before the full stop that stood there already."""
    come = f"{tail}{change.text}"
    bare = come.rstrip()
    space = come[len(bare) :]
    if bare.endswith(old.signs):
        cut = len(bare) - len(old.signs)
        return [Edit(Op.INSERT, bare[:cut]), Edit(Op.KEEP, bare[cut:] + space)]
    return [Edit(Op.DELETE, old.signs), Edit(Op.INSERT, bare), Edit(Op.KEEP, space)]


def _exchanged(old: str, new: str) -> Iterator[Edit]:
    yield Edit(Op.DELETE, old)
    yield Edit(Op.INSERT, new)
