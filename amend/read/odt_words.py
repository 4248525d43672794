"""The inside of one OpenDocument paragraph in, its runs out: every word, with all marks on it.

White space is what OpenDocument makes of it: any stretch is one space, none stands at the head of
a paragraph, and more of it is written as elements.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from amend.errors import ReadError
from amend.model.source import Formatting, Look, Run
from amend.read import odt_names as o
from amend.read.odt_changes import Change, Changes
from amend.read.odt_comments import OdtMargin
from amend.read.odt_looks import OF_LINKS, painted
from amend.read.odt_parts import Parts
from amend.read.odt_styles import OdtStyles
from amend.read.word_places import Reach
from amend.read.word_styles import LOOK_VALUES, count_of
from amend.read.word_symbols import symbol

_WHITE = re.compile(r"[ \t\r\n]+")
# Where symbol fonts keep their signs.
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_HIDDEN = int(Look.HIDDEN)
# Spaces that one element, and that all of a file may stand for: a file can ask for billions.
_MOST_SPACES, _ALL_SPACES = 1_000, 1_000_000
# Elements in elements, with the changes that stand in changes: each takes up to four calls.
MOST_DEEP = 150
_SIGNS = {o.TAB: "\t", o.BREAK: "\n"}

Set = tuple[Change, Change, int, tuple[Formatting, ...]]
_UNSET: Set = (None, None, 0, ())


class Box(NamedTuple):
    """What stands apart from the words around it, with the marks that hold for all of it."""

    element: etree._Element
    inserted: Change
    deleted: Change


class Reference(NamedTuple):
    """A footnote or an endnote, the marks of its sign, and the index of the block it hangs on."""

    note: etree._Element
    inserted: Change
    deleted: Change
    block: int


class OdtWords:
    """Walks the inside of paragraphs one after another; what belongs elsewhere is set aside.

    `boxes` are frames met in the paragraph, `notes` the notes met in the file, `block` is the index
    of the block at work, `page` the page it stands on as far as the file tells, `drawn` counts the
    objects whose words are not read, and `depth` the elements around. `is_hidden` says that the
    section around it is.
    """

    def __init__(
        self, changes: Changes, margin: OdtMargin, expand: Callable[[str], None], parts: Parts
    ) -> None:
        """Begin with no paragraph open; `expand` reads in place what a change took out."""
        self.changes, self._margin, self._parts = changes, margin, parts
        self._runs: list[Run] = []
        self._pieces: list[str] = []
        self._set = _UNSET
        self._reach = Reach()
        self._spaces = self.depth = 0
        self._font = ""
        self.is_at_head = True
        self.is_hidden = False
        self.block = 0
        self.page = 1
        self.boxes: list[Box] = []
        self.notes: list[Reference] = []
        self.drawn = 0
        self.styles = OdtStyles(None, None)
        self._special: dict[str, Callable[[etree._Element, int], None]] = {
            o.SPAN: self._span,
            o.LINK: self._link,
            o.SPACE: self._space,
            o.TAB: self._sign,
            o.BREAK: self._sign,
            o.RUBY: self._ruby,
            o.NOTE: self._note,
            o.ANNOTATION: self._annotation,
            o.ANNOTATION_END: lambda each, _look: margin.end(each.get(o.NAME, "")),
            o.CHANGE: lambda each, _look: expand(each.get(o.CHANGE_ID, "")),
            o.CHANGE_START: lambda each, _look: changes.start(each.get(o.CHANGE_ID, "")),
            o.CHANGE_END: lambda each, _look: changes.end(each.get(o.CHANGE_ID, "")),
            o.BOOKMARK_START: lambda each, _look: self._bookmark(each, is_start=True),
            o.BOOKMARK_END: lambda each, _look: self._bookmark(each, is_start=False),
            o.PAGE_BREAK: self._page_break,
            o.HIDDEN_TEXT: self._hidden_text,
            o.HIDDEN_PARAGRAPH: self._hidden_text,
        }

    def deeper(self) -> None:
        """Count one more element around the words at work; raises ReadError past any use."""
        self.depth += 1
        if self.depth > MOST_DEEP:
            found = f"is nested more than {MOST_DEEP} deep"
            hint = "Copy its text into a new document."
            raise ReadError(found, where=self._parts.where, hint=hint)

    def inside(self, element: etree._Element, look: int) -> None:
        """Walk what stands in an element; raises ReadError where it is nested too deep."""
        self.deeper()
        self._text(element.text, look)
        for child in element:
            special = self._special.get(child.tag)
            if special is not None:
                special(child, look)
            elif child.tag in o.SILENT:
                pass
            elif child.tag.startswith(o.DRAWN):
                self.frame(child, look)
            else:
                self.inside(child, look)
            self._text(child.tail, look)
        self.depth -= 1

    def _text(self, text: str | None, look: int) -> None:
        if not text:
            return
        even = _WHITE.sub(" ", text)
        if _PRIVATE.search(even):
            even = _PRIVATE.sub(lambda sign: symbol(self._font, f"{ord(sign[0]):X}"), even)
        if self.is_at_head and even[0] == " ":
            even = even[1:]
        if even:
            self.is_at_head = even[-1] == " "
            self.add(even, look)

    def add(self, text: str, look: int) -> None:
        """Add words with the marks of this place."""
        changes = self.changes
        shown = look | _HIDDEN if self.is_hidden else look
        now = (changes.inserted, changes.deleted, shown, changes.formatting)
        if now != self._set:
            self._flush()
            self._set = now
        self._pieces.append(text)
        if self._margin.open:
            self._margin.add(text, self.block, now[0] is not None, now[1] is not None)

    def _flush(self) -> None:
        if self._pieces:
            inserted, deleted, look, formatting = self._set
            text = "".join(self._pieces)
            self._runs.append(Run(text, inserted, deleted, LOOK_VALUES[look], formatting))
            self._pieces.clear()

    def close(self) -> tuple[Run, ...]:
        """Return the runs of the paragraph, and be ready for the next."""
        self._flush()
        runs, self._runs = tuple(self._runs), []
        self._reach, self._set, self.is_at_head = Reach(), _UNSET, True
        if self._margin.open:
            self._margin.add("\n", self.block)
        return runs

    def frame(self, frame: etree._Element, look: int = 0) -> None:
        """Set aside what is drawn; the words of a formula stand in the line, as in Word's files."""
        shown = frame.find(o.OBJECT)
        if shown is None:
            self.boxes.append(Box(frame, self.changes.inserted, self.changes.deleted))
            return
        root = self._parts.embedded(shown.get(o.HREF, "")) if not len(shown) else shown[0]
        if root is None or root.tag != o.MATH:
            self.drawn += 1
            return
        words = "".join(_words(each).strip() for each in root.iter(*o.MATH_SIGNS))
        if words:
            self.add(words, look)

    def _span(self, span: etree._Element, look: int) -> None:
        style, outer = span.get(o.USED_STYLE, ""), self._font
        self._font = self.styles.font(style) or outer
        self.inside(span, painted(look, self.styles.paint(style)))
        self._font = outer

    def _link(self, link: etree._Element, look: int) -> None:
        """Walk a link: its colour and its line are those of links, not of a proponent."""
        before = len(self._runs)
        self._flush()
        self.inside(link, look)
        self._flush()
        for place in range(max(before, 0), len(self._runs)):
            run = self._runs[place]
            if run.look & OF_LINKS & ~look:
                plain = LOOK_VALUES[int(run.look) & ~OF_LINKS | look & OF_LINKS]
                self._runs[place] = Run(run.text, run.inserted, run.deleted, plain, run.formatted)
        self._set = _UNSET

    def _space(self, element: etree._Element, look: int) -> None:
        count = count_of(element.get(o.COUNT, "1"))
        spaces = min(1 if count is None else count, _MOST_SPACES)
        self._spaces += spaces
        if self._spaces > _ALL_SPACES:
            spaces = min(spaces, 1)
        if spaces:
            self.add(" " * spaces, look)
            self.is_at_head = False

    def _sign(self, element: etree._Element, look: int) -> None:
        self.add(_SIGNS[element.tag], look)
        self.is_at_head = False

    def _ruby(self, ruby: etree._Element, look: int) -> None:
        """Give the base, then its reading in brackets: on the page the reading stands above."""
        base, reading = ruby.find(o.RUBY_BASE), ruby.find(o.RUBY_TEXT)
        if base is not None:
            self.inside(base, look)
        words = _words(reading).strip() if reading is not None else ""
        if words:
            self.add(f"({words})", look)

    def _note(self, note: etree._Element, _look: int) -> None:
        changes = self.changes
        self.notes.append(Reference(note, changes.inserted, changes.deleted, self.block))

    def _annotation(self, annotation: etree._Element, _look: int) -> None:
        self._margin.start(annotation, self.block, self._place())

    def _place(self) -> int:
        """Return how many characters of the paragraph at work stood here before any change."""
        return self._reach.of(self._runs, self._pieces if self._set[0] is None else ())

    def _bookmark(self, mark: etree._Element, *, is_start: bool) -> None:
        name = mark.get(o.TEXT_NAME, "")
        self.changes.bookmark(name, is_start=is_start)
        if is_start:
            self._margin.begin(name, self.block, self._place())

    def _page_break(self, _element: etree._Element, _look: int) -> None:
        self.page += 1

    def _hidden_text(self, element: etree._Element, look: int) -> None:
        """Give the words of a field that shows them where a condition holds."""
        is_hidden = element.get(o.IS_HIDDEN) == "true"
        words = _words(element) or element.get(o.STRING_VALUE, "")
        if words and element.tag == o.HIDDEN_TEXT:
            self.add(_WHITE.sub(" ", words), look | _HIDDEN if is_hidden else look)


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
