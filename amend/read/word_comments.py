"""The comments part of a Word file in; each comment with the words it is pinned to out."""

from __future__ import annotations

from lxml import etree

from amend.model.source import Comment
from amend.read import word_names as w
from amend.read.word_marks import Marks

_TEXT = {w.T, w.MATH_T, w.DEL_TEXT}
_SPACES = {w.TAB: "\t", w.BREAK: "\n"}


# Comments open at one place; past this many, which only an attack has, none takes up words.
MOST_OPEN = 500


class Margin:
    """The comments of a file; ranges are opened and closed while the text is walked."""

    def __init__(self, root: etree._Element | None, marks: Marks) -> None:
        """Take the comments part, or None where the file has none."""
        found = root.iter(w.COMMENT) if root is not None else ()
        self._comments = {each.get(w.ID, ""): each for each in found}
        self._marks = marks
        self._anchors: dict[str, list[str]] = {}
        self.open: dict[str, list[str]] = {}
        self.places: dict[str, int] = {}

    def start(self, number: str, block: int) -> None:
        """Begin to gather the words of a comment, in the block of that index."""
        if len(self.open) < MOST_OPEN:
            self.open[number] = self._anchors.setdefault(number, [])
        self.places.setdefault(number, block)

    def end(self, number: str) -> None:
        """Stop gathering."""
        self.open.pop(number, None)

    def refer(self, number: str, block: int) -> None:
        """Pin a comment that has no range to the block that names it."""
        self.places.setdefault(number, block)

    def add(self, text: str) -> None:
        """Give words to every comment whose range is open."""
        for words in self.open.values():
            words.append(text)

    def pinned(self) -> dict[int, list[Comment]]:
        """Return the comments by block index, in the order in which the text meets them."""
        blocks: dict[int, list[Comment]] = {}
        for number, block in self.places.items():
            if number in self._comments:
                blocks.setdefault(block, []).append(self._comment(number))
        return blocks

    def loose(self) -> list[Comment]:
        """Return the comments that nothing in the text names."""
        return [self._comment(each) for each in self._comments if each not in self.places]

    def _comment(self, number: str) -> Comment:
        element = self._comments[number]
        date = self._marks.date(element.get(w.DATE_UTC) or element.get(w.DATE))
        text = "\n".join(filter(None, map(_plain, element.iter(w.P))))
        anchor = "".join(self._anchors.get(number, ())).strip()
        return Comment(element.get(w.AUTHOR) or None, date, text, anchor)


def _plain(paragraph: etree._Element) -> str:
    words = (
        (each.text or "") if each.tag in _TEXT else _SPACES.get(each.tag, "")
        for each in paragraph.iter()
    )
    return "".join(words).strip()
