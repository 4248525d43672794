"""The comments part of a Word file in; each comment with the words it is pinned to out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from lxml import etree

from amend.errors import ReadError
from amend.model.source import Comment, Reply
from amend.read import word_names as w
from amend.read.word_marks import Marks
from amend.read.word_threads import Threads, paragraph_ids

_TEXT = {w.T, w.MATH_T, w.DEL_TEXT}
_SPACES = {w.TAB: "\t", w.BREAK: "\n"}

# Comments open at one place; past this many, which only an attack has, none takes up words.
MOST_OPEN = 500
# Comments in one file.
MOST_COMMENTS = 50_000
# Stretches of words taken up by all comments together; 5,000 comments on whole pages take fewer.
MOST_WORDS = 3_000_000


@dataclass(slots=True)
class Pin:
    """The range of one comment: the words in it, with their marks, and the block it begins in.

    `start` is the place in that block, in the text before any change.

    A range often begins behind the last word of a paragraph; what it is about is the next. One
    that never ends is taken to end where the comment is referred to, after `referred_at` words.
    """

    block: int
    start: int = 0
    words: list[tuple[str, bool, bool]] = field(default_factory=list)
    has_words: bool = False
    referred_at: int | None = None

    def add(self, words: tuple[str, bool, bool], block: int) -> None:
        """Take words in."""
        self.words.append(words)
        if not self.has_words and words[0].strip():
            self.start = self.start if block == self.block else 0
            self.block, self.has_words = block, True

    def anchor(self) -> tuple[str, str | None]:
        """Return the words, and those before any change where they are others."""
        after = "".join(text for text, _, is_deleted in self.words if not is_deleted).strip()
        before = "".join(text for text, is_inserted, _ in self.words if not is_inserted).strip()
        shown = after or "".join(text for text, _, _ in self.words).strip()
        return shown, None if before == shown else before


class Margin:
    """The comments of a file; ranges are opened and closed while the text is walked."""

    def __init__(
        self, root: etree._Element | None, marks: Marks, threads: Threads | None = None,
        where: object = "",
    ) -> None:  # fmt: skip
        """Take the comments part, or None where the file has none, and what answers what.

        Raises ReadError for more than MOST_COMMENTS; `where` names the file in it.
        """
        found = root.iter(w.COMMENT) if root is not None else ()
        if root is not None and len(root) > MOST_COMMENTS:
            what = f"holds more than {MOST_COMMENTS:,} comments"
            raise ReadError(what, where=where, hint="Split the document.")
        self._comments: dict[str, etree._Element] = {}
        for each in found:  # a second one of the same number is pinned to nothing, but not lost
            number = each.get(w.ID, "")
            twin = f"{number} again {len(self._comments)}"
            self._comments[twin if number in self._comments else number] = each
        self._marks = marks
        self._threads = threads or Threads(None, None, None)
        self._answers = self._by_thread()
        self._pins: dict[str, Pin] = {}
        self.open: dict[str, Pin] = {}
        self.referred: list[str] = []
        self._taken = 0

    @property
    def held(self) -> Collection[str]:
        """The ids of the comments that are in the file; `referred` are those the text names."""
        return self._comments.keys()

    @property
    def is_full(self) -> bool:
        """Whether so many comments overlap that the words of some were not all taken up."""
        return self._taken > MOST_WORDS

    def start(self, number: str, block: int, place: int) -> None:
        """Begin to gather the words of a comment, in the block of that index, at that place."""
        pin = self._pins.setdefault(number, Pin(block, place))
        if len(self.open) < MOST_OPEN and not self.is_full:
            self.open[number] = pin

    def end(self, number: str) -> None:
        """Stop gathering."""
        self.open.pop(number, None)

    def refer(self, number: str, block: int) -> None:
        """Pin a comment that has no range to the block that names it."""
        self.referred.append(number)
        pin = self._pins.setdefault(number, Pin(block))
        if pin.referred_at is None:
            pin.referred_at = len(pin.words)

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

        `blocks` is how many there are: what is pinned behind the last is pinned to the last. A
        thread stands where its first comment does, or else where its answers do.
        """
        for unended in self.open.values():
            del unended.words[unended.referred_at or len(unended.words) :]
        found: dict[int, list[Comment]] = defaultdict(list)
        opened = {each: number for number, all_ in self._answers.items() for each in all_}
        met = (opened.get(each, each) for each in self._pins if each in self._comments)
        for number in dict.fromkeys(met):
            answers = self._answers[number]
            pins = (self._pins.get(each) for each in (number, *answers))
            pin = next(each for each in pins if each is not None)
            found[min(pin.block, blocks - 1)].append(self._comment(number, pin, answers))
        return found

    def loose(self) -> list[Comment]:
        """Return the comments that nothing in the text names."""
        return [
            self._comment(number, Pin(0), answers)
            for number, answers in self._answers.items()
            if not any(each in self._pins for each in (number, *answers))
        ]

    def _by_thread(self) -> dict[str, list[str]]:
        """Return the numbers of the answers by that of the comment that opened the thread."""
        owners = {
            name: number for number, each in self._comments.items() for name in paragraph_ids(each)
        }
        threads: dict[str, list[str]] = {}
        for number, each in self._comments.items():
            root = self._threads.root(each, owners)
            threads.setdefault(root or number, [])
            if root is not None:
                threads[root].append(number)
        return threads

    def _comment(self, number: str, pin: Pin, answers: Sequence[str]) -> Comment:
        element = self._comments[number]
        anchor, before = pin.anchor()
        return Comment(
            element.get(w.AUTHOR) or None,
            self._date(element),
            _plain_text(element),
            anchor,
            self._threads.is_done(element),
            tuple(self._reply(self._comments[each]) for each in answers),
            before,
            pin.start if pin.has_words else None,
        )

    def _reply(self, element: etree._Element) -> Reply:
        return Reply(element.get(w.AUTHOR) or None, self._date(element), _plain_text(element))

    def _date(self, element: etree._Element) -> str | None:
        written = element.get(w.DATE_UTC) or self._threads.time(element)
        return self._marks.date(written or element.get(w.DATE))


def _plain_text(comment: etree._Element) -> str:
    return "\n".join(filter(None, map(_plain, comment.iter(w.P))))


def _plain(paragraph: etree._Element) -> str:
    words = (
        (each.text or "") if each.tag in _TEXT else _SPACES.get(each.tag, "")
        for each in paragraph.iter()
    )
    return "".join(words).strip()
