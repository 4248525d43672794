"""The inside of one Word paragraph in, its runs out: every word, with all marks still on it.

A paragraph is walked flat, in document order: that halves the time of a walk from branch to
branch. What marks a run stands in is read from the elements around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from amend.model.source import Formatting, Run, Stamp
from amend.read import word_names as w
from amend.read.word_comments import Margin
from amend.read.word_formats import CONTROLS, Formats
from amend.read.word_marks import RANGE_ENDS, RANGE_STARTS, Marks
from amend.read.word_places import Reach
from amend.read.word_styles import LOOK_VALUES, LOOKS, Styles, looks_on
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
_COUNTED = re.compile(r"\s*(?:LISTNUM|AUTONUM)")
_FIELD_CODES = (w.FIELD_CODE, w.DELETED_FIELD_CODE)
# Words that are drawn are read behind the paragraph, as text boxes are.
_DRAWN = (w.DRAWN_P, w.CHART, w.CHART_NEW, w.DIAGRAM, w.WORD_ART)
_WHOLE = (w.P_CHANGE, w.SECTION_CHANGE, w.NUMBERING_CHANGE)
_CHANGES = frozenset((w.INS, w.DEL, w.MOVE_FROM, w.MOVE_TO))
_REFERENCES = (w.FOOTNOTE_REF, w.ENDNOTE_REF)
_PINS = (w.COMMENT_START, w.COMMENT_END, w.COMMENT_REF, *RANGE_STARTS, *RANGE_ENDS, *CONTROLS)
_SPECIAL = (
    *(w.SYMBOL, w.RUBY, w.ALTERNATIVES, w.TEXT_BOX, w.R_CHANGE, w.R_STYLE, w.MATH_CONTROL),
    *(w.MATH_T, *_FIELD_CODES, *_DRAWN, *_WHOLE),
)
_TEXT, _RUN, _LOOK, _SIGN, _OTHER = 1, 2, 3, 4, 5
# Above the bits of its look a run carries the number of its change of format, 0 for none: so
# that runs without one cost nothing more.
_FORMAT = 20
_LOOK_BITS = 2**_FORMAT - 1
# What to do at an element; any other is passed over.
_KINDS = {
    **dict.fromkeys(_TEXTS, _TEXT),
    **dict.fromkeys((w.R, w.MATH_R), _RUN),
    **dict.fromkeys(LOOKS, _LOOK),
    **dict.fromkeys(_SIGNS, _SIGN),
    **dict.fromkeys((*_SPECIAL, *_REFERENCES, *_PINS), _OTHER),
}

# Elements around a run that are looked at anew for each; no real file has more.
_SHALLOW = 8

Change = Stamp | None
TextBox = tuple[etree._Element, Change, Change]
NoteReference = tuple[str, str, Change, Change, int]


class RunWalk:
    """Walks paragraphs one after another; what belongs elsewhere is set aside in lists.

    `boxes` are text boxes and drawn words met in the paragraph, `references` the footnotes and
    endnotes met in the file (kind, id, insertion and deletion of the reference, index of its
    block), `formatting` the changes of format that belong to the block at work, or to the next;
    `block` is its index. `passed` counts the elements that were passed over, each time anew.
    """

    def __init__(self, styles: Styles, marks: Marks, margin: Margin) -> None:
        """Begin with no paragraph open."""
        self._styles, self._marks, self._margin = styles, marks, margin
        self._formats = Formats(styles, marks)
        self._numbered: list[tuple[Formatting, ...]] = [()]
        self._codes: dict[tuple[str, Stamp], list[str]] = {}
        self._waiting: list[Formatting] = []
        self._runs: list[Run] = []
        self._reach = Reach()
        self._pieces: list[str] = []
        self._set: tuple[Change, Change, int] = (None, None, 0)
        self._inserted: Change = None
        self._deleted: Change = None
        self._look = 0
        self._skipped: set[etree._Element] = set()
        self._climbed: dict[etree._Element, tuple[Change, Change]] = {}
        self.block = 0
        self.boxes: list[TextBox] = []
        self.references: list[NoteReference] = []
        self.formatting: list[Formatting] = []
        self.counted_fields = 0
        self.passed = 0
        self._special: dict[str, Callable[[etree._Element], None]] = {
            w.SYMBOL: self._symbol,
            w.RUBY: self._ruby,
            w.ALTERNATIVES: self._alternatives,
            w.TEXT_BOX: self._box,
            w.R_CHANGE: self._reformat,
            w.R_STYLE: self._style,
            w.MATH_T: self._math,
            w.MATH_CONTROL: self._structure,
            **dict.fromkeys(_FIELD_CODES, self._field_code),
            **dict.fromkeys(_DRAWN, self._box),
            **dict.fromkeys(_WHOLE, self.declare),
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
        kind_of, skipped, add = _KINDS.get, self._skipped, self._add
        around: etree._Element | None = paragraph
        run = paragraph
        for each in paragraph.iter():
            kind = kind_of(each.tag)
            if kind is None or (skipped and each in skipped):
                continue
            if kind == _RUN:
                run, self._look = each, 0
                parent = each.getparent()
                if parent is not around:
                    around = parent
                    if parent is paragraph:
                        self._inserted, self._deleted = inserted, deleted
                    else:
                        self._enter(parent, paragraph, inserted, deleted)
            elif kind == _TEXT:
                text = each.text
                if text:
                    if text[-1] <= " " or text[0] <= " " or "\n" in text:
                        text = _kept(each, text)
                    add(text)
            elif kind == _LOOK:
                flag = LOOKS[each.tag]
                self._look = self._look & ~flag | looks_on(each, flag)
            elif kind == _OTHER:
                self._special[each.tag](each)
            elif each.getparent() is run:  # a tab may also be a tab stop
                add(_SIGNS[each.tag])
        return self._close()

    def _enter(
        self, around: etree._Element | None, top: etree._Element, inserted: Change, deleted: Change
    ) -> None:
        """Set the marks of what stands directly in `around`: its own, and those further out."""
        if around is not None and around.getparent() is top and around.tag in _CHANGES:
            self._inserted, self._deleted = self.changed(around, inserted, deleted)
            return
        changes = []
        for _ in range(_SHALLOW):
            if around is None or around is top:
                break
            if around.tag in _CHANGES:
                changes.append(around)
            around = around.getparent()
        else:
            inserted, deleted = self._deep(around, top, inserted, deleted)
        while changes:
            inserted, deleted = self.changed(changes.pop(), inserted, deleted)
        self._inserted, self._deleted = inserted, deleted

    def _deep(
        self, around: etree._Element | None, top: etree._Element | None, inserted: Change,
        deleted: Change,
    ) -> tuple[Change, Change]:  # fmt: skip
        """Return the marks far out, each worked out once: deep nests would be climbed for ever."""
        path = []
        while around is not None and around is not top and around not in self._climbed:
            path.append(around)
            around = around.getparent()
        marks = inserted, deleted
        if around is not None and around is not top:
            marks = self._climbed[around]
        while path:
            around = path.pop()
            if around.tag in _CHANGES:
                marks = self.changed(around, *marks)
            self._climbed[around] = marks
        return marks

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
            self._margin.add(text, self.block, inserted is not None, deleted is not None)

    def _flush(self) -> None:
        pieces = self._pieces
        inserted, deleted, look = self._set
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        if look > _LOOK_BITS:
            formatted = self._numbered[look >> _FORMAT]
            look &= _LOOK_BITS
            self._runs.append(Run(text, inserted, deleted, LOOK_VALUES[look], formatted))
        else:
            self._runs.append(Run(text, inserted, deleted, LOOK_VALUES[look]))
        pieces.clear()

    def _close(self) -> tuple[Run, ...]:
        if self._pieces:
            self._flush()
        runs = tuple(self._runs)
        self._runs = []
        self._reach = Reach()
        self.passed += len(self._skipped)
        self._skipped.clear()
        self._climbed.clear()
        if self._margin.open:
            self._margin.add("\n", self.block)
        if self._waiting or self._codes:
            self._declare_rest(runs)
        return runs

    def _pass_over(self, element: etree._Element) -> None:
        """Leave out all that stands in an element, such as the look of words before a change."""
        self._skipped.update(element.iter())

    def _reformat(self, change: etree._Element) -> None:
        """Note a change of the look of words, of a paragraph mark, or of part of an equation."""
        self._pass_over(change)
        properties = change.getparent()
        holder = properties.getparent() if properties is not None else None
        if holder is None or holder.tag == w.P_PR:
            self.formatting.append(self._formats.whole(change, lead="paragraph mark: "))
        elif holder.tag in (w.R, w.MATH_R):
            found = self._formats.words(change)
            self._waiting.append(found)
            self._look = int(self._look) & _LOOK_BITS | self._number(found) << _FORMAT
        else:
            self.formatting.append(self._formats.whole(change, lead="equation: "))

    def _number(self, found: Formatting) -> int:
        numbered = (found,)
        if self._numbered[-1] != numbered:  # neighbours are often changed together
            self._numbered.append(numbered)
        return len(self._numbered) - 1

    def declare(self, change: etree._Element) -> None:
        """Note a change of format that holds for all of the block at work, or for the next."""
        self._pass_over(change)
        self.formatting.append(self._formats.whole(change))

    def _structure(self, control: etree._Element) -> None:
        self.formatting += self._formats.structure(control)

    def _field_code(self, element: etree._Element) -> None:
        """Gather the instruction of a field where it was inserted or deleted.

        Of a field that Word counts as it draws, the file holds no number.
        """
        if element.tag == w.FIELD_CODE and _COUNTED.match(element.text or ""):
            self.counted_fields += 1
        for how, stamp in (("inserted", self._inserted), ("deleted", self._deleted)):
            if stamp is not None:
                self._codes.setdefault((how, stamp), []).append(element.text or "")

    def _declare_rest(self, runs: tuple[Run, ...]) -> None:
        """Declare what no words bear: changed field codes, and the look of a run without words."""
        for (how, stamp), pieces in self._codes.items():
            code = " ".join("".join(pieces).split())
            self.formatting.append(self._formats.said(f"field code {how}: {code}", stamp))
        borne = {each for run in runs for each in run.formatted}
        self.formatting += [each for each in dict.fromkeys(self._waiting) if each not in borne]
        self._waiting, self._codes = [], {}

    def _math(self, element: etree._Element) -> None:
        """Take the words of an equation; a change may also stand inside their run."""
        outer = self._inserted, self._deleted
        around, run = element.getparent(), next(element.iterancestors(w.MATH_R), None)
        if around is not run:
            self._inserted, self._deleted = self._deep(around, run, *outer)
        if element.text:
            self._add(_kept(element, element.text))
        self._inserted, self._deleted = outer

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
        """Set aside what stands apart from the words round it: a text box, a drawing."""
        self.boxes.append((element, self._inserted, self._deleted))
        self._pass_over(element)

    def _reference(self, element: etree._Element) -> None:
        number = element.get(w.ID, "")
        self.references.append((element.tag, number, self._inserted, self._deleted, self.block))

    def _place(self) -> int:
        """Return how many characters of the paragraph at work stood here before any change."""
        return self._reach.of(self._runs, self._pieces if self._set[0] is None else ())

    def mark(self, element: etree._Element) -> None:
        """Take note of an end of a comment's or a move's range, wherever it stands."""
        tag, number = element.tag, element.get(w.ID, "")
        if tag == w.COMMENT_START:
            self._margin.start(number, self.block, self._place())
        elif tag == w.COMMENT_END:
            self._margin.end(number)
        elif tag == w.COMMENT_REF:
            self._margin.refer(number, self.block)
        elif tag in CONTROLS:
            self.declare(element)
        else:
            self._marks.range(element)


def drawn(alternatives: etree._Element) -> etree._Element | None:
    """Return the one branch of an alternative that is on the page: the first with content."""
    choices = [each for each in alternatives if each.tag in (w.CHOICE, w.FALLBACK)]
    return next((each for each in choices if len(each)), None)


def _words(element: etree._Element | None) -> str:
    return "".join(each.text or "" for each in element.iter(*_TEXTS)) if element is not None else ""


def _kept(element: etree._Element, text: str) -> str:
    """Return text as Word shows it: outer space counts only where the file says so.

    Text has no attribute but xml:space, and to ask for it by name takes twice as long.
    """
    if "preserve" not in element.values() and element.tag != w.MATH_T:
        text = text.strip(" \t\r\n")
    return text.replace("\n", " ")
