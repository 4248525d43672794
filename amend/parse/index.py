"""A revision in, the same made quick to search out: by label, and by the words it holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest

from amend.errors import LabelError
from amend.labels import Label
from amend.model.draft import Paragraph, Revision, Role
from amend.text.similarity import share_in_common
from amend.text.words import tokens

ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*")
_OPERATIVE = frozenset({"", "OP"})
_NEAR = 3
# Words that more paragraphs hold than this tell none of them apart.
_RARE = 60
_CANDIDATES = 8
_KNOWN_LIMIT = 10_000


class Base:
    """A revision made quick to search: by label, and by the words a paragraph holds."""

    def __init__(self, revision: Revision) -> None:
        """Index the labels; the words of a paragraph are read when they are first asked for."""
        self.revision = revision
        self.by_id = {each.id: each for each in revision.paragraphs}
        self._by_label: dict[Label, list[Paragraph]] = {}
        for each in revision.paragraphs:
            if each.label is not None and each.role is not Role.NOTE:
                self._by_label.setdefault(each.label, []).append(each)
        self._plain: dict[Label, list[Paragraph]] = {}
        for label, found in self._by_label.items():
            if label.carrier in _OPERATIVE:
                self._plain.setdefault(label.plain, []).extend(found)
        self._points: dict[Label, list[Paragraph]] = defaultdict(list)
        for label, found in self._by_label.items():
            if label.parent is not None:
                self._points[label.parent].extend(found)
        self._found: dict[Label, tuple[Paragraph, ...]] = {}
        self._joined: dict[str, str] = {}
        self._by_word: dict[str, list[Paragraph]] | None = None

    def find(self, label: Label) -> tuple[Paragraph, ...]:
        """Return the paragraphs a label names: OP9 finds 9 and the other way round (domain B.2)."""
        known = self._found.get(label)
        if known is None:
            if len(self._found) > _KNOWN_LIMIT:
                self._found.clear()
            known = self._found[label] = tuple(self._search(label))
        return known

    def _search(self, label: Label) -> Iterable[Paragraph]:
        found = self._by_label.get(label)
        if not found and label.carrier in _OPERATIVE:
            found = self._plain.get(label.plain)
        return found or self._looser(label)

    def _looser(self, label: Label) -> Iterator[Paragraph]:
        if label.carrier == "PP" and not label.steps:
            preamble = [each for each in self.revision.paragraphs if each.role is Role.PREAMBULAR]
            yield from preamble[label.number - 1 : label.number]
        if label.text.endswith("*"):
            number = label.text.rstrip("*")
            yield from (
                each for key, found in self._by_label.items()
                if str(key.number) == number and key.parent is None for each in found
            )  # fmt: skip
        if ":" in label.text and label.steps:  # the chapeau, a sentence or a footnote of it
            yield from self.find(label.base)
        # "42. (a) ..." has no paragraph 42 of its own: its points stand for it.
        printed = str(label)
        yield from (each for each in self._points.get(label, ()) if printed in (each.printed or ""))
        last = label.steps[-1].printed if label.steps else ""
        if re.fullmatch("[a-z]", last):
            yield from self._by_label.get(_with_point(label, last), ())

    def near(self, label: Label) -> tuple[Label, ...]:
        """Return the labels of the draft that stand next to where this one would."""
        known = sorted(self._by_label)
        place = bisect_left(known, label)
        return tuple(known[max(0, place - _NEAR) : place + _NEAR])

    def before(self, label: Label) -> Label | None:
        """Return the label of the draft behind which a new one would stand."""
        fitting = [
            each for each in self._by_label
            if each < label and each.carrier == label.carrier and each.parent == label.parent
        ]  # fmt: skip
        return max(fitting, default=None)

    def holds(self, paragraph: Paragraph, quoted: str) -> bool:
        """Whether a paragraph holds quoted words, typography aside; "..." stands for any words."""
        joined = self._words_of(paragraph)
        place = 0
        for part in ELLIPSIS.split(quoted):
            keys = tokens(part)
            if keys:
                place = joined.find(f" {' '.join(keys)} ", place)
                if place < 0:
                    return False
        return True

    def holding(self, quoted: str) -> tuple[Paragraph, ...]:
        """Return all paragraphs that hold quoted words; none for words without a letter."""
        if not tokens(quoted):
            return ()
        return tuple(each for each in self.revision.paragraphs if self.holds(each, quoted))

    def likeness(self, label: Label, text: str) -> float | None:
        """How like a text is to what stands under a label, 0.0 to 1.0; None if nothing does."""
        found = self.find(label)
        if not found:
            return None
        asked = tokens(text)
        return max(share_in_common(tokens(each.text), asked) for each in found)

    def alike(self, keys: Iterable[str]) -> list[Paragraph]:
        """Return the few paragraphs that share most rare words with comparison words, best first.

        They are candidates only: nothing is compared with every paragraph of a long draft.
        """
        if self._by_word is None:
            self._by_word = self._words_indexed()
        shared: dict[str, float] = defaultdict(float)
        for key in set(keys):
            found = self._by_word.get(key, ())
            for each in found if len(found) <= _RARE else ():
                shared[each.id] += 1.0 / len(found)
        best = nlargest(_CANDIDATES, shared, key=shared.__getitem__)
        return [self.by_id[identity] for identity in best]

    def _words_indexed(self) -> dict[str, list[Paragraph]]:
        by_word: dict[str, list[Paragraph]] = defaultdict(list)
        for each in self.revision.paragraphs:
            for key in set(tokens(each.text)):
                by_word[key].append(each)
        return by_word

    def _words_of(self, paragraph: Paragraph) -> str:
        joined = self._joined.get(paragraph.id)
        if joined is None:
            joined = self._joined[paragraph.id] = f" {' '.join(tokens(paragraph.text))} "
        return joined


def _with_point(label: Label, letter: str) -> Label:
    try:
        return Label.parse(f"{label.base}({letter})")
    except LabelError:
        return label
