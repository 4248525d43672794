"""The runs of a redline in, the same in bold and italic where the revisions have them so out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from amend.model.comparison import Comparison
from amend.model.draft import Paragraph, Role
from amend.model.source import Look, Run
from amend.render.word_drafts import prefix

_SLANTS = Look.BOLD | Look.ITALIC


class Looks:
    """How the words of both revisions look, in the order in which a redline writes them.

    What stayed looks as in the new revision. Headings are bold by their style.
    """

    def __init__(self, comparison: Comparison, stands: Callable[[Paragraph], bool]) -> None:
        """Begin at the first words of both that stand in the story that is written."""
        self._old, self._new = (
            _Side(filter(stands, each.paragraphs)) for each in (comparison.old, comparison.new)
        )

    def dressed(self, runs: Iterable[Run]) -> Iterator[Run]:
        """Yield the runs of the next paragraph of the redline, cut where looks change."""
        for run in runs:
            old = [] if run.inserted is not None else self._old.cut(len(run.text))
            new = [] if run.deleted is not None else self._new.cut(len(run.text))
            at = 0
            for length, look in new or old:
                yield replace(run, text=run.text[at : at + length], look=look)
                at += length


class _Side:
    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        stretches = (each for one in paragraphs for each in _stretches(one))
        self._left = deque((length, look) for length, look in stretches if length)

    def cut(self, length: int) -> list[tuple[int, Look]]:
        """Return the looks of the next letters, each with how many they are."""
        found: list[tuple[int, Look]] = []
        while length:
            size, look = self._left.popleft()
            taken = min(size, length)
            if size > taken:
                self._left.appendleft((size - taken, look))
            length -= taken
            if found and found[-1][1] == look:
                found[-1] = (found[-1][0] + taken, look)
            else:
                found.append((taken, look))
        return found


def _stretches(paragraph: Paragraph) -> Iterator[tuple[int, Look]]:
    yield len(prefix(paragraph)), Look.PLAIN
    shown = Look.ITALIC if paragraph.role is Role.HEADING else _SLANTS
    for run in paragraph.runs:
        if run.deleted is None:
            yield len(run.text), run.look & shown
