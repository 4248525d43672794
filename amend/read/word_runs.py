"""The inside of one Word paragraph in, its runs out: every word, with all marks still on it.

A paragraph is walked flat, in document order: that halves the time of a walk from branch to
branch. What marks a run stands in is read from the elements around it.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from amend.model.source import Run, Stamp
from amend.read import word_names as w
from amend.read.word_comments import Margin
from amend.read.word_marks import RANGE_ENDS, RANGE_STARTS, Marks
from amend.read.word_styles import LOOK_VALUES, LOOKS, Styles, is_on
from amend.read.word_symbols import symbol

# A hyphen that keeps its words on one line is a letter of its own, as Word saves it to text.
_SIGNS = {
    w.TAB: "\t",
    w.POSITION_TAB: "\t",
    w.BREAK: "\n",
    w.RETURN: "\n",
    w.FIXED_HYPHEN: "\u2011",
}
_TEXTS = (w.T, w.DEL_TEXT, w.MATH_T)
_CHANGES = frozenset((w.INS, w.DEL, w.MOVE_FROM, w.MOVE_TO))
_REFERENCES = (w.FOOTNOTE_REF, w.ENDNOTE_REF)
_PINS = (w.COMMENT_START, w.COMMENT_END, w.COMMENT_REF, *RANGE_STARTS, *RANGE_ENDS)
_SPECIAL = (w.SYMBOL, w.RUBY, w.ALTERNATIVES, w.TEXT_BOX, w.R_CHANGE, w.R_STYLE)
_TEXT, _RUN, _LOOK, _SIGN, _OTHER = 1, 2, 3, 4, 5
# What to do at an element; any other is passed over, and so are the instructions of fields.
_KINDS = {
    **dict.fromkeys(_TEXTS, _TEXT),
    **dict.fromkeys((w.R, w.MATH_R), _RUN),
    **dict.fromkeys(LOOKS, _LOOK),
    **dict.fromkeys(_SIGNS, _SIGN),
    **dict.fromkeys((*_SPECIAL, *_REFERENCES, *_PINS), _OTHER),
}

Change = Stamp | None
TextBox = tuple[etree._Element, Change, Change]
NoteReference = tuple[str, str, Change, Change]


class RunWalk:
    """Walks paragraphs one after another; what belongs elsewhere is set aside in lists.

    `boxes` are text boxes met in the paragraph, `references` the footnotes and endnotes met in
    the file (kind, id, insertion and deletion of the reference); `block` is the index of the
    block at work, for comments.
    """

    def __init__(self, styles: Styles, marks: Marks, margin: Margin) -> None:
        """Begin with no paragraph open."""
        self._styles, self._marks, self._margin = styles, marks, margin
        self._runs: list[Run] = []
        self._pieces: list[str] = []
        self._set: tuple[Change, Change, int] = (None, None, 0)
        self._inserted: Change = None
        self._deleted: Change = None
        self._look = 0
        self._skipped: set[etree._Element] = set()
        self.block = 0
        self.boxes: list[TextBox] = []
        self.references: list[NoteReference] = []
        self._special: dict[str, Callable[[etree._Element], None]] = {
            w.SYMBOL: self._symbol,
            w.RUBY: self._ruby,
            w.ALTERNATIVES: self._alternatives,
            w.TEXT_BOX: self._box,
            w.R_CHANGE: self._pass_over,
            w.R_STYLE: self._style,
            **dict.fromkeys(_REFERENCES, self._reference),
            **dict.fromkeys(_PINS, self.mark),
        }

    def paragraph(
        self, paragraph: etree._Element, inserted: Change, deleted: Change
    ) -> tuple[Run, ...]:
        """Walk a paragraph, or loose words; neighbours with equal marks become one run.

        `inserted` and `deleted` are marks that hold for all of it, those of a table row.
        """
        self._inserted, self._deleted, self._look = inserted, deleted, 0
        kinds, skipped, add = _KINDS, self._skipped, self._add
        around: etree._Element | None = paragraph
        run = paragraph
        for each in paragraph.iter():
            tag = each.tag
            kind = kinds.get(tag)
            if kind is None or (skipped and each in skipped):
                continue
            if kind == _TEXT:
                text = each.text
                if text:
                    if text[0] <= " " or text[-1] <= " " or "\n" in text:
                        text = _kept(each, text)
                    add(text)
            elif kind == _RUN:
                run, self._look = each, 0
                parent = each.getparent()
                if parent is not around:
                    around = parent
                    self._enter(parent, paragraph, inserted, deleted)
            elif kind == _LOOK:
                flag = LOOKS[tag]
                self._look = self._look | flag if is_on(each, flag) else self._look & ~flag
            elif kind == _OTHER:
                self._special[tag](each)
            elif each.getparent() is run:  # a tab may also be a tab stop
                add(_SIGNS[tag])
        return self._close()

    def _enter(
        self, around: etree._Element | None, top: etree._Element, inserted: Change, deleted: Change
    ) -> None:
        """Set the marks of what stands directly in `around`: its own, and those further out."""
        changes = []
        while around is not None and around is not top:
            if around.tag in _CHANGES:
                changes.append(around)
            around = around.getparent()
        while changes:
            inserted, deleted = self.changed(changes.pop(), inserted, deleted)
        self._inserted, self._deleted = inserted, deleted

    def changed(
        self, element: etree._Element, inserted: Change, deleted: Change
    ) -> tuple[Change, Change]:
        """Return the marks inside a tracked change: its own, and those it stands in.

        Words both moved away and deleted keep the stamp of the move: the deletion stands at the
        other end of the move, too.
        """
        stamp = self._marks.stamp(element)
        if element.tag in (w.INS, w.MOVE_TO):
            return (inserted if inserted is not None and inserted.move else stamp), deleted
        return inserted, (deleted if deleted is not None and deleted.move else stamp)

    def _add(self, text: str) -> None:
        inserted, deleted, look = self._inserted, self._deleted, self._look
        last = self._set
        if inserted is not last[0] or deleted is not last[1] or look != last[2]:
            if self._pieces:
                self._flush()
            self._set = (inserted, deleted, look)
        self._pieces.append(text)
        if self._margin.open:
            self._margin.add(text)

    def _flush(self) -> None:
        pieces = self._pieces
        inserted, deleted, look = self._set
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        self._runs.append(Run(text, inserted, deleted, LOOK_VALUES[look]))
        pieces.clear()

    def _close(self) -> tuple[Run, ...]:
        if self._pieces:
            self._flush()
        runs = tuple(self._runs)
        self._runs = []
        self._skipped.clear()
        if self._margin.open:
            self._margin.add("\n")
        return runs

    def _pass_over(self, element: etree._Element) -> None:
        """Leave out all that stands in an element, such as the look of words before a change."""
        self._skipped.update(element.iter())

    def _style(self, element: etree._Element) -> None:
        self._look |= self._styles[element.get(w.VAL, "")].look

    def _symbol(self, element: etree._Element) -> None:
        self._add(symbol(element.get(w.FONT, ""), element.get(w.CHAR, "")))

    def _ruby(self, element: etree._Element) -> None:
        """Give the base, then its reading in brackets: on the page the reading stands above."""
        base, reading = (_words(element.find(name)) for name in (w.RUBY_BASE, w.RUBY_TEXT))
        self._add(f"{base}({reading})" if reading else base)
        self._pass_over(element)

    def _alternatives(self, element: etree._Element) -> None:
        shown = drawn(element)
        for branch in element:
            if branch is not shown:
                self._pass_over(branch)

    def _box(self, element: etree._Element) -> None:
        self.boxes.append((element, self._inserted, self._deleted))
        self._pass_over(element)

    def _reference(self, element: etree._Element) -> None:
        number = element.get(w.ID, "")
        self.references.append((element.tag, number, self._inserted, self._deleted))

    def mark(self, element: etree._Element) -> None:
        """Take note of an end of a comment's or a move's range, wherever it stands."""
        tag, number = element.tag, element.get(w.ID, "")
        if tag == w.COMMENT_START:
            self._margin.start(number, self.block)
        elif tag == w.COMMENT_END:
            self._margin.end(number)
        elif tag == w.COMMENT_REF:
            self._margin.refer(number, self.block)
        else:
            self._marks.range(element)


def drawn(alternatives: etree._Element) -> etree._Element | None:
    """Return the one branch of an alternative that is on the page: the first with content."""
    choices = [each for each in alternatives if each.tag in (w.CHOICE, w.FALLBACK)]
    return next((each for each in choices if len(each)), None)


def _words(element: etree._Element | None) -> str:
    return "".join(each.text or "" for each in element.iter(*_TEXTS)) if element is not None else ""


def _kept(element: etree._Element, text: str) -> str:
    """Return text as Word shows it: outer space counts only where the file says so."""
    if element.get(w.SPACE) != "preserve" and element.tag != w.MATH_T:
        text = text.strip(" \t\r\n")
    return text.replace("\n", " ")
