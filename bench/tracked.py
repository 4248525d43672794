"""Generated paragraphs in, a Word file dense with tracked changes out, and both its readings."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.drafts import packed, run
from bench.prose import Prose
from bench.truth import Written

AUTHORS = tuple(f"Delegation {number}" for number in range(1, 21))
_RUN = (4, 12)
_DATED = "2026-03-01T09:00:00Z"


@dataclass(frozen=True, slots=True)
class Tracked:
    """A Word file, and its paragraphs with every change rejected (before) or accepted (after).

    Words stand one space apart in both readings.
    """

    docx: bytes
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words under one mark; words with neither reading were put in by one and cut by another."""

    text: str
    is_before: bool
    is_after: bool


def tracked(paragraphs: Sequence[Written], seed: int = 1) -> Tracked:
    """Mark changes by twenty authors in two of five stretches of a draft with typed numbers."""
    rng = random.Random(f"tracked {seed}")
    marks = Marks(rng)
    drafted = drafts(paragraphs, rng)
    body = "".join(f"<w:p>{''.join(map(marks.xml, each))}</w:p>" for each in drafted)
    return Tracked(packed(body), *readings(drafted))


def drafts(paragraphs: Sequence[Written], rng: random.Random) -> list[tuple[Stretch, ...]]:
    """Cut each paragraph, behind its typed number, into stretches."""
    prose = Prose(rng)
    texts = [f"{each.number}. {each.text}" for each in paragraphs]
    return [tuple(_stretches(text.split(), rng, prose)) for text in texts]


def readings(
    drafted: Sequence[Sequence[Stretch]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs with every change rejected, and accepted."""
    before = ["".join(one.text for one in each if one.is_before) for each in drafted]
    after = ["".join(one.text for one in each if one.is_after) for each in drafted]
    return _trimmed(before), _trimmed(after)


def _stretches(words: list[str], rng: random.Random, prose: Prose) -> Iterator[Stretch]:
    """Cut the words into stretches; the first is plain, so that the number stands unmarked."""
    place = 0
    while place < len(words):
        end = place + rng.randint(*_RUN)
        kind = rng.random() if place else 1.0
        yield Stretch(_spaced(words[place:end]), is_before=True, is_after=kind >= 0.25)
        if 0.15 <= kind < 0.4:
            added = _spaced(prose.words(rng.randint(1, 5)))
            yield Stretch(added, is_before=False, is_after=kind < 0.35)
        place = end


def _spaced(words: list[str]) -> str:
    return " ".join(words) + " "


class Marks:
    """Writes stretches as XML, each mark with the next number and some author."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._number = 0

    def xml(self, stretch: Stretch, run: Callable[[str, str], str] = run) -> str:
        """Write a stretch; `run` writes its words, given with the name of their element."""
        if stretch.is_before and stretch.is_after:
            return run(stretch.text, "t")
        if stretch.is_after:
            return self.mark("ins", run(stretch.text, "t"))
        deletion = self.mark("del", run(stretch.text, "delText"))
        return deletion if stretch.is_before else self.mark("ins", deletion)

    def mark(self, tag: str, inner: str) -> str:
        """Write a tracked change by some author."""
        self._number += 1
        by = f'w:author="{self._rng.choice(AUTHORS)}" w:date="{_DATED}"'
        return f'<w:{tag} w:id="{self._number}" {by}>{inner}</w:{tag}>'


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in texts)
