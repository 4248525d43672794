"""The annotations of an OpenDocument text in; each comment with the words it is pinned to out.

An annotation stands where its words begin; an end of the same name stands behind them. Without one
it is pinned to a place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lxml import etree

from amend.errors import ReadError
from amend.model.source import Comment, Reply
from amend.read import odt_names as o
from amend.read.odt_changes import Changes
from amend.read.word_comments import MOST_COMMENTS, MOST_OPEN, MOST_WORDS, Pin

_WHITE = " \t\r\n"
_SIGNS = {o.SPACE: " ", o.TAB: "\t", o.BREAK: "\n"}
_COPIED = "__Annotation__"
# An answer to an answer to an answer; more may be a circle.
_DEEPEST = 50


class OdtMargin:
    """The comments of a file; ranges are opened and closed while the text is walked."""

    def __init__(self, changes: Changes, where: object) -> None:
        """Begin with no comment met; `where` names the file in errors."""
        self._changes, self._where = changes, where
        self._ended: set[str] = set()
        self._begun: dict[str, Pin] = {}
        self._comments: list[tuple[etree._Element, Pin]] = []
        self.open: dict[str, Pin] = {}
        self._taken = 0

    def take(self, root: etree._Element | None) -> None:
        """Learn which comments of a part have an end."""
        for each in root.iter(o.ANNOTATION_END) if root is not None else ():
            self._ended.add(each.get(o.NAME, ""))

    @property
    def is_full(self) -> bool:
        """Whether so many comments overlap that the words of some were not all taken up."""
        return self._taken > MOST_WORDS

    def start(self, annotation: etree._Element, block: int, place: int) -> None:
        """Pin a comment here; where it has an end further on, begin to gather its words.

        Raises ReadError for more than MOST_COMMENTS.
        """
        name = annotation.get(o.NAME, "")
        if len(self._comments) >= MOST_COMMENTS:
            what = f"holds more than {MOST_COMMENTS:,} comments"
            raise ReadError(what, where=self._where, hint="Split the document.")
        pin = self._begun.pop(name, None) or Pin(block, place)
        self._comments.append((annotation, pin))
        if name in self._ended and len(self.open) < MOST_OPEN and not self.is_full:
            self.open[name] = pin

    def begin(self, bookmark: str, block: int, place: int) -> None:
        """Begin to gather for a comment that stands further on.

        LibreOffice puts the comment behind words that were taken out, and a bookmark of its name in
        front of them.
        """
        name = bookmark.partition("____ Copy")[0]
        is_new = bookmark.startswith(_COPIED) and name in self._ended and name not in self.open
        if is_new and len(self.open) < MOST_OPEN and not self.is_full:
            self._begun[name] = self.open[name] = Pin(block, place)

    def end(self, name: str) -> None:
        """Stop gathering."""
        self.open.pop(name, None)

    def add(
        self, text: str, block: int, is_inserted: bool = False, is_deleted: bool = False
    ) -> None:
        """Give words of a block to every comment whose range is open."""
        words = (text, is_inserted, is_deleted)
        for pin in self.open.values():
            pin.add(words, block)
        self._taken += len(self.open)
        if self._taken > MOST_WORDS:
            self.open.clear()

    def pinned(self, blocks: int) -> dict[int, list[Comment]]:
        """Return the comments by block index, in the order in which the text meets them.

        An answer stands with the comment that opened its thread. Of `blocks` in all, what is pinned
        behind the last is pinned to the last.
        """
        for unended in self.open.values():  # it was taken to have an end, which stands before it
            unended.words.clear()
        threads: dict[int, list[int]] = {}
        named = {each.get(o.NAME, ""): place for place, (each, _) in enumerate(self._comments)}
        named.pop("", None)
        for place in range(len(self._comments)):
            root = self._root(place, named)
            threads.setdefault(root, [])
            if root != place:
                threads[root].append(place)
        found: dict[int, list[Comment]] = defaultdict(list)
        for root in sorted(threads):
            block = min(self._comments[root][1].block, blocks - 1)
            found[block].append(self._comment(root, threads[root]))
        return found

    def _root(self, place: int, names: Mapping[str, int]) -> int:
        """Return the place of the comment that opened a thread, its own where none did."""
        first = place
        for _ in range(_DEEPEST):
            parent = _named(self._comments[first][0], o.PARENT)
            if parent not in names or names[parent] == first:
                return first
            first = names[parent]
        return place

    def _comment(self, root: int, answers: list[int]) -> Comment:
        element, pin = self._comments[root]
        anchor, before = pin.anchor()
        author, date = self._changes.said(element)
        return Comment(
            author,
            date,
            plain_text(element),
            anchor,
            _named(element, o.RESOLVED) == "true",
            tuple(self._reply(self._comments[each][0]) for each in answers),
            before,
            pin.start if pin.has_words else None,
        )

    def _reply(self, element: etree._Element) -> Reply:
        return Reply(*self._changes.said(element), plain_text(element))


def _named(element: etree._Element, names: tuple[str, ...]) -> str:
    return next((element.get(name, "") for name in names if element.get(name)), "")


def plain_text(element: etree._Element) -> str:
    """Return the words of a comment, a line for each paragraph that has any."""
    lines = ("".join(_words(each)).strip() for each in element.iter(o.P, o.H))
    return "\n".join(filter(None, lines))


def _words(paragraph: etree._Element) -> Iterator[str]:
    for each in paragraph.iter():
        yield _SIGNS.get(each.tag, "") or _even(each.text)
        if each is not paragraph:
            yield _even(each.tail)


def _even(text: str | None) -> str:
    if not text:
        return ""
    inner = " ".join(text.split())
    return f"{' ' * (text[0] in _WHITE)}{inner}{' ' * (bool(inner) and text[-1] in _WHITE)}"
