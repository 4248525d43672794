"""The paragraphs of a Word file in, with their changes; their numbers in both readings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from amend.read.word_joins import has_words, is_joined
from amend.read.word_numbering import Counters, Lists
from amend.read.word_story import DraftBlock
from amend.read.word_styles import ListPlace

Printed = tuple[str | None, str | None, int]
Place = tuple[str, int] | None


def numbers(
    drafts: Sequence[DraftBlock], lists: Lists, language: str | None
) -> tuple[list[Printed], set[str]]:
    """Return for each block its number after, its number before where it differs, and its level.

    A number before of "" is none where there is one after. The second value names the formats
    we had to print as decimals. Text boxes, notes and margins are counted apart from the body.
    """
    printed: list[Printed] = [(None, None, 0)] * len(drafts)
    unprinted: set[str] = set()
    places = _Places(lists)
    stories = sorted(range(len(drafts)), key=lambda place: drafts[place].story)
    for _, story in groupby(stories, key=lambda place: drafts[place].story):
        counted = list(story)
        for place, number in _story(counted, drafts, places, Counters(lists, language), unprinted):
            printed[place] = number
    return printed, unprinted


class _Places:
    """The list places of blocks; many paragraphs share one, so each is worked out once."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._known: dict[tuple[str, ListPlace], Place] = {}

    def of(self, draft: DraftBlock, *, after: bool) -> Place:
        key = (draft.style, draft.place) if after or draft.was is None else draft.was
        if key not in self._known:
            self._known[key] = self._lists.place(key[1], key[0])
        return self._known[key]


def _story(
    story: Sequence[int],
    drafts: Sequence[DraftBlock],
    places: _Places,
    counters: Counters,
    unprinted: set[str],
) -> Iterator[tuple[int, Printed]]:
    after = {place: places.of(drafts[place], after=True) for place in story}
    before = {place: places.of(drafts[place], after=False) for place in story}
    if not any(after.values()) and not any(before.values()):
        return
    now = _reading(story, drafts, after, counters, after=True)
    was = now
    if any(_is_changed(drafts[place]) for place in story):
        was = _reading(story, drafts, before, counters.anew(), after=False)
    unprinted |= counters.unprinted
    for place in story:
        listed = after[place] or before[place]
        number, old = now.get(place), was.get(place)
        yield place, (number, None if old == number else old or "", listed[1] if listed else 0)


def _is_changed(draft: DraftBlock) -> bool:
    return bool(draft.mark_inserted or draft.mark_deleted or draft.was)


def _reading(
    story: Sequence[int],
    drafts: Sequence[DraftBlock],
    places: dict[int, Place],
    counters: Counters,
    *,
    after: bool,
) -> dict[int, str]:
    """Count one reading: paragraphs whose mark is not in it are joined to the next.

    The mark at the end governs, as in Word, so the joined paragraph has the number of its last
    part; where that has none, we keep the number that stood before the words. It is printed
    before the first words that are left.
    """
    found: dict[int, str] = {}
    first: int | None = None
    spare: Place = None
    for place in story:
        draft = drafts[place]
        is_worded = has_words(draft, after=after)
        if first is None and is_worded:
            first = place
        if is_worded and spare is None:
            spare = places[place]
        if is_joined(draft, after=after):
            continue
        listed = places[place] or (spare if first != place else None)
        number = counters.number(*listed) if listed is not None else None
        if number is not None:
            found[place if first is None else first] = number
        first = spare = None
    return found
