"""The paragraphs of a Word file in, with their changes; their numbers in both readings out.

Word keeps no number in the text: it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from amend.read.word_joins import has_words, is_joined
from amend.read.word_numbering import LEVELS, LONGEST_TEXT, ListDefinition
from amend.read.word_numerals import LARGEST_COUNT, numeral
from amend.read.word_old_numbers import noted_number
from amend.read.word_story import DraftBlock
from amend.read.word_styles import ListPlace

_PLACE = re.compile(r"%([1-9])")

Printed = tuple[str | None, str | None, int]
Place = tuple[str, int] | None
Asked = tuple[str, int, str]
"""Where a paragraph stands: its list, its level, and its language, or ""."""


class Places(Protocol):
    """What places paragraphs in lists: the styles of Word, or those of another format."""

    def place(self, direct: ListPlace, style_id: str) -> Place:
        """Return list id and level of a paragraph, or None if it is in no list."""

    def language(self, style_id: str) -> str:
        """Return the language of a style's words as ISO 639-1, or ""."""


class ListSource(Protocol):
    """Where the lists of a file are found."""

    def get(self, list_id: str) -> ListDefinition | None:
        """Return a list, or None where the file does not define it."""


class Counting(Protocol):
    """A way to count the paragraphs of a text: that of Word, or that of another program."""

    unprinted: set[str]

    def anew(self) -> Counting:
        """Return the same at the top of a text; `unprinted` is shared."""

    def numbers(self, asked: Sequence[Asked]) -> list[str | None]:
        """Count paragraphs in order; return for each its number as printed, or None."""


def numbers(
    drafts: Sequence[DraftBlock], lists: Places, counting: Counting
) -> tuple[list[Printed], set[str]]:
    """Return for each block its number after, its number before where it differs, and its level.

    A number before of "" is none where there is one after. The second value names the formats
    we had to print as decimals. Text boxes, notes and margins are counted apart from the body.
    """
    printed: list[Printed] = [(None, None, 0)] * len(drafts)
    places = _Places(lists)
    stories = sorted(range(len(drafts)), key=lambda place: drafts[place].story)
    for _, story in groupby(stories, key=lambda place: drafts[place].story):
        counted = list(story)
        for place, number in _story(counted, drafts, places, counting):
            printed[place] = number
    return printed, counting.unprinted


class _Places:
    """The list places of blocks; many paragraphs share one, so each is worked out once."""

    def __init__(self, lists: Places) -> None:
        self._lists = lists
        self._known: dict[tuple[str, ListPlace], Place] = {}
        self._languages: dict[str, str] = {}

    def language(self, draft: DraftBlock) -> str:
        if draft.language:
            return draft.language
        found = self._languages.get(draft.style)
        if found is None:
            found = self._languages[draft.style] = self._lists.language(draft.style)
        return found

    def of(self, draft: DraftBlock, *, after: bool) -> Place:
        if draft.is_hidden:  # Word neither prints nor counts it
            return None
        key = (draft.style, draft.place) if after or draft.was is None else draft.was
        if key not in self._known:
            self._known[key] = self._lists.place(key[1], key[0])
        return self._known[key]


def _story(
    story: Sequence[int],
    drafts: Sequence[DraftBlock],
    places: _Places,
    counting: Counting,
) -> Iterator[tuple[int, Printed]]:
    after = {place: places.of(drafts[place], after=True) for place in story}
    before = {place: places.of(drafts[place], after=False) for place in story}
    if not any(after.values()) and not any(before.values()):
        return
    now = _Reading(drafts, places, counting.anew(), after=True).numbers(after)
    was = now
    if any(_is_changed(drafts[place]) for place in story):
        was = _Reading(drafts, places, counting.anew(), after=False).numbers(before)
    for place in story:
        listed = after[place] or before[place]
        number, old = now.get(place), was.get(place)
        yield place, (number, None if old == number else old or "", listed[1] if listed else 0)


def _is_changed(draft: DraftBlock) -> bool:
    return bool(draft.mark_inserted or draft.mark_deleted or draft.was or draft.was_numbered)


class _Reading:
    """One reading of a story: paragraphs whose mark is not in it are joined to the next."""

    def __init__(
        self, drafts: Sequence[DraftBlock], places: _Places, counting: Counting, *, after: bool
    ) -> None:
        self._drafts, self._places, self._counting = drafts, places, counting
        self._after = after

    def numbers(self, listed: Mapping[int, Place]) -> dict[int, str]:
        """Count the paragraphs at their list places, in order; return the numbers printed.

        The mark at the end governs, as in Word, so the joined paragraph has the number of its
        last part; where that has none, we keep the number that stood before the words. It is
        printed before the first words that are left.
        """
        shown: list[tuple[int, int]] = []
        asked: list[Asked] = []
        parts: list[int] = []
        for place in listed:
            parts.append(place)
            if is_joined(self._drafts[place], after=self._after):
                continue
            worded = [part for part in parts if self._has_words(part)]
            spare = listed[worded[0]] if worded and worded[0] != place else None
            own, parts = listed[place] or spare, []
            if own is not None and (worded or not self._drafts[place].is_break):
                shown.append((worded[0] if worded else place, place))
                asked.append((*own, self._places.language(self._drafts[place])))
        printed = self._counting.numbers(asked)
        numbered = zip(shown, map(self._noted, shown, printed), strict=True)
        return {at: number for (at, _), number in numbered if number is not None}

    def _has_words(self, place: int) -> bool:
        return has_words(self._drafts[place], after=self._after)

    def _noted(self, shown: tuple[int, int], number: str | None) -> str | None:
        """Return the number that Word noted of a paragraph before, where it did."""
        draft = self._drafts[shown[1]]
        if draft.was_numbered is None or self._after:
            return number
        return noted_number(draft.was_numbered, self._places.language(draft)) or number


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Split "%1.%2)" in the words between the figures ("", ".", ")") and their levels from 0."""
    parts = _PLACE.split(text)
    return tuple(parts[::2]), tuple(int(figure) - 1 for figure in parts[1::2])


class Counters:
    """Word's way to count: the state of all lists at one place of one reading."""

    def __init__(self, lists: ListSource, language: str | None) -> None:
        """Begin at the top of a text; `language` spells numbers in words."""
        self._lists = lists
        self._language = language or "en"
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        self.unprinted: set[str] = set()

    def anew(self) -> Counters:
        """Return counters of the same lists at the top of a text; `unprinted` is shared."""
        other = Counters(self._lists, self._language)
        other.unprinted = self.unprinted
        return other

    def numbers(self, asked: Sequence[Asked]) -> list[str | None]:
        """Count paragraphs in order; return for each its number as printed, or None."""
        return [self.number(*each) for each in asked]

    def number(self, list_id: str, place: int, language: str = "") -> str | None:
        """Count one paragraph; return its number as printed, or None for a bullet or no number.

        `language` is that of the paragraph, where it has its own. A format we cannot print counts
        all the same, prints as a decimal, and is named in `unprinted`.
        """
        found = self._lists.get(list_id)
        if found is None:
            return None
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        self._count(list_id, found, counts, place)
        level = found.levels[place]
        if level.format == "bullet":
            return None
        words, asked = _parts(level.text)
        if asked and max(asked) > place:  # Word leaves out the whole: [MS-OI29500] 2.1.283
            return None
        language = level.language or language or self._language
        printed = words[0]
        for each, behind in zip(asked, words[1:], strict=True):
            printed += self._figure(found, counts, place, each, language) + behind
        return printed[:LONGEST_TEXT].strip() or None

    def _count(
        self, list_id: str, found: ListDefinition, counts: list[int | None], place: int
    ) -> None:
        """Count on; levels above that no paragraph has used are used along with it (KB 110380).

        Of the start overrides of a list only the first that is met holds ([MS-DOC] 2.4.6.4): a
        level that begins again under another number begins where its definition says.
        """
        for above in range(place):
            if counts[above] is None:
                counts[above] = found.levels[above].start
        start, count = found.starts[place], counts[place]
        if start is not None and list_id not in self._started:
            self._started.add(list_id)
            counts[place] = start
        else:
            counts[place] = found.levels[place].start if count is None else count + 1
        for below in range(place + 1, LEVELS):
            if counts[below] is not None:
                restart = found.levels[below].restart
                if restart is None or place < restart:
                    counts[below] = None

    def _figure(
        self, found: ListDefinition, counts: list[int | None], place: int, asked: int,
        language: str,
    ) -> str:  # fmt: skip
        level = found.levels[asked]
        count = counts[asked] or 0
        is_legal = found.levels[place].is_legal and level.format not in _LEGAL
        name = "decimal" if is_legal else level.format
        prints = numeral(name, language, level.pattern) if 0 < count <= LARGEST_COUNT else str
        printed = prints(count) if prints is not None else None
        if printed is None:
            self.unprinted.add(name)
        return str(count) if printed is None else printed


# Legal numbering makes all figures decimal but these.
_LEGAL = ("none", "decimalZero")
