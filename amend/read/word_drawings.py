"""Drawings in a Word file in, the words drawn in them out: charts, diagrams, shapes, word art.

Only words are taken: titles, names of series, categories, labels. Values of a chart are numbers of
a table that is not in the text, and alternative text describes a picture to those who cannot see
it; neither is text of the draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from amend.read import word_names as w
from amend.read.ooxml import Package

_LINKED = {w.CHART: w.REL_ID, w.CHART_NEW: w.REL_ID, w.DIAGRAM: w.DIAGRAM_ID}
# More labels than anybody draws in one picture.
_MOST = 2_000


class Drawings:
    """The drawings of one file; `met` are the parts whose words were read."""

    def __init__(self, package: Package) -> None:
        """Take the opened file; `enter` the part whose text is walked before anything else."""
        self._package = package
        self._part = ""
        self._links: dict[str, dict[str, str]] = {}
        self._read: dict[str, tuple[str, ...]] = {}
        self.met: set[str] = set()

    def enter(self, part: str) -> None:
        """Go on in another part of the file, with links of its own."""
        self._part = part

    def _target(self, number: str) -> str | None:
        """Return the part that a link leads to; links are read where a drawing asks for one."""
        links = self._links.get(self._part)
        if links is None:
            told = self._package.relationships(self._part)
            links = {each.id: each.target for each in told if not each.is_external}
            self._links[self._part] = links
        return links.get(number)

    def words(self, element: etree._Element) -> tuple[str, ...]:
        """Return the words of a drawing, one string for each label, in the order of the file."""
        if element.tag == w.DRAWN_P:
            return tuple(_filled([_label(element)]))
        if element.tag == w.WORD_ART:
            return tuple(_filled([element.get(w.WORD_ART_TEXT, "")]))
        target = self._target(element.get(_LINKED[element.tag], ""))
        if target is None or target not in self._package:
            return ()
        if target not in self._read:  # a chart may be drawn many times
            self._read[target] = self._linked(target, is_diagram=element.tag == w.DIAGRAM)
        return self._read[target]

    def _linked(self, target: str, *, is_diagram: bool) -> tuple[str, ...]:
        root = self._package.optional(target)
        if root is None:
            return ()
        self.met.add(target)
        return tuple(_filled(_points(root) if is_diagram else _chart(root)))


def _filled(labels: Iterable[str]) -> Iterator[str]:
    """Yield what has words, each once in one drawing: a chart repeats its categories."""
    even = (" ".join(each.split()) for each in labels)
    yield from list(dict.fromkeys(each for each in even if each))[:_MOST]


def _label(paragraph: etree._Element) -> str:
    """Read one paragraph of a drawing."""
    return "".join(
        " " if each.tag == w.DRAWN_BREAK else each.text or ""
        for each in paragraph.iter(w.DRAWN_T, w.DRAWN_BREAK)
    )


def _points(root: etree._Element) -> Iterator[str]:
    for point in root.iter(w.DIAGRAM_POINT):
        yield from (_label(each) for each in point.iter(w.DRAWN_P))


def _chart(root: etree._Element) -> Iterator[str]:
    """Yield titles, then names of series and categories, as they stand in the file."""
    yield from (_label(each) for each in root.iter(w.DRAWN_P))
    for held in root.iter(w.CHART_NAME, w.CHART_CATEGORIES, w.CHART_CATEGORIES_XY):
        for strings in held.iter(*w.CHART_STRINGS):
            yield from (each.text or "" for each in strings.iter(w.CHART_VALUE))
    for held in root.iter(w.CHART_NEW_STRINGS):
        yield from (each.text or "" for each in held.iter(w.CHART_NEW_POINT))
    yield from (each.text or "" for each in root.iter(w.CHART_NEW_VALUE))
