"""One author's tracked changes in a paragraph in; what they insert, cut, and make it read out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amend.model.source import Block, Run
from amend.text.edits import hunks
from amend.text.words import Word, words

# Stands between inserted spans, and between cut ones, that are not next to each other.
APART = " / "


@dataclass(frozen=True, slots=True)
class Change:
    """One change at a half-open place of the text before: `cut` goes, `text` comes."""

    start: int
    end: int
    text: str
    cut: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one author makes of a paragraph, the changes of all others rejected."""

    before: str
    after: str
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """The words that come, stretch by stretch."""
        return APART.join(each.text.strip() for each in self.changes if each.text.strip())

    @property
    def cut(self) -> str:
        """The words that go, stretch by stretch."""
        return APART.join(each.cut.strip() for each in self.changes if each.cut.strip())


def authors_of(blocks: Iterable[Block]) -> list[str | None]:
    """Name who changed words, in order of their first change; None where the file does not say."""
    stamps = (
        stamp
        for block in blocks
        for run in block.runs
        for stamp in (run.inserted, run.deleted)
        if stamp is not None
    )
    return list(dict.fromkeys(stamp.author for stamp in stamps))


def reading_of(blocks: Sequence[Block], author: str | None) -> Reading:
    """Accept the changes of one author and reject all others."""
    changes: list[Change] = []
    before = after = ""
    for run in (run for block in blocks for run in block.runs):
        if run.inserted is not None:
            if run.inserted.author == author and not _is_by(run, author):
                changes.append(Change(len(before), len(before), run.text, ""))
                after += run.text
        elif _is_by(run, author):
            changes.append(Change(len(before), len(before) + len(run.text), "", run.text))
            before += run.text
        else:
            before += run.text
            after += run.text
    return _by_words(before, after, _together(changes, before))


def _is_by(run: Run, author: str | None) -> bool:
    return run.deleted is not None and run.deleted.author == author


def _together(changes: Iterable[Change], before: str) -> tuple[Change, ...]:
    """Make one change of neighbours that touch, or that only white space parts."""
    joined: list[Change] = []
    for each in changes:
        last = joined[-1] if joined else None
        between = before[last.end : each.start] if last is not None else ""
        if last is not None and not between.strip():
            text = last.text + (between if last.text and each.text else "") + each.text
            joined[-1] = Change(last.start, each.end, text, last.cut + between + each.cut)
        else:
            joined.append(each)
    kept = (each for each in joined if each.text.strip() or each.cut.strip())
    return tuple(each for each in kept if each.text.split() != each.cut.split())


def _by_words(before: str, after: str, changes: tuple[Change, ...]) -> Reading:
    """Show whole words where a change stands inside one: "migrant" + "s" asks for "migrants"."""
    if not any(_is_inside_a_word(before, each) for each in changes):
        return Reading(before, after, changes)
    old, new = words(before), words(after)
    found = []
    for hunk in hunks([word.key for word in old], [word.key for word in new]):
        if not hunk.kept:
            cut = _stretch(before, old, hunk.old_start, hunk.old_end)
            text = _stretch(after, new, hunk.new_start, hunk.new_end)
            start = old[hunk.old_start].start if hunk.old_start < len(old) else len(before)
            found.append(Change(start, start + len(cut), text, cut))
    return Reading(before, after, tuple(found) or changes)


def _is_inside_a_word(before: str, change: Change) -> bool:
    left, right = before[: change.start][-1:], before[change.end :][:1]
    first = (change.text or change.cut)[:1]
    last = (change.text or change.cut)[-1:]
    return (left.isalnum() and first.isalnum()) or (right.isalnum() and last.isalnum())


def _stretch(text: str, found: Sequence[Word], start: int, end: int) -> str:
    return text[found[start].start : found[end - 1].end] if end > start else ""


def on_other_text(reading: Reading, base: str) -> str:
    """Make an author's changes in the text of the official base, which says something else.

    What the file changes without tracking it is left out: nobody has asked for it.
    """
    old, new = words(reading.before), words(base)
    pairs = [
        (old[hunk.old_start + step], new[hunk.new_start + step])
        for hunk in hunks([word.key for word in old], [word.key for word in new])
        if hunk.kept
        for step in range(hunk.old_end - hunk.old_start)
    ]
    text = base
    for change in reversed(reading.changes):
        start, end = _mapped(change.start, pairs), _mapped(change.end, pairs)
        text = (
            text[:start] + _spaced(change.text, text[:start], text[end:]) + text[max(start, end) :]
        )
    return text


def _mapped(place: int, pairs: Sequence[tuple[Word, Word]]) -> int:
    """Find the place in the other text: behind the last common word that stands before it."""
    found = 0
    for old, new in pairs:
        if old.start > place:
            break
        found = (
            new.end + min(place - old.end, 1) if place > old.end else new.start + place - old.start
        )
    return found


def _spaced(text: str, left: str, right: str) -> str:
    """Keep inserted words apart from their new neighbours."""
    if not text.strip():
        return text
    before = " " if left[-1:].isalnum() and text[:1].isalnum() else ""
    after = " " if right[:1].isalnum() and text[-1:].isalnum() else ""
    return before + text + after
