"""The elements that declare a change of format in; what they change, in plain words, out.

Each holds the properties as they were; those that hold now stand beside it. Only what differs is
named, each property once.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from amend.model.source import Formatting, Stamp
from amend.read import word_names as w
from amend.read.word_marks import Marks
from amend.read.word_properties import shown, turned
from amend.read.word_styles import Styles

# The properties of these are told apart from those of words: "table row height".
_OF = {
    w.SECTION_CHANGE: "section ",
    w.TABLE_CHANGE: "table ",
    w.EXCEPTION_CHANGE: "table row ",
    w.ROW_CHANGE: "table row ",
    w.CELL_CHANGE: "table cell ",
}
# How a cell is merged now, and was before: "rest" begins a new stretch, "cont" goes on.
_MERGED = {
    ("cont", ""): "table cell merged with the one above",
    ("cont", "rest"): "table cell merged with the one above",
    ("rest", ""): "table cell merged with those below",
    ("rest", "cont"): "table cell split from the one above",
}
_CONTROLS = {
    w.CONTROL_INSERTED: "content control inserted",
    w.CONTROL_DELETED: "content control deleted",
    w.CONTROL_MOVED_FROM: "content control moved away",
    w.CONTROL_MOVED_TO: "content control moved here",
}
CONTROLS = frozenset(_CONTROLS)
IN_TABLES = frozenset(
    (w.TABLE_CHANGE, w.GRID_CHANGE, w.EXCEPTION_CHANGE, w.ROW_CHANGE, w.CELL_CHANGE, w.CELL_MERGE)
)
_STYLES = {w.P_STYLE: "style", w.R_STYLE: "character style"}
_STRUCTURES = {
    "acc": "accent", "bar": "bar", "d": "brackets", "eqArr": "rows", "f": "fraction",
    "func": "function", "groupChr": "brace", "limLow": "limit", "limUpp": "limit", "m": "matrix",
    "nary": "sum or integral", "rad": "root", "sPre": "index", "sSub": "index",
    "sSubSup": "index", "sSup": "exponent",
}  # fmt: skip
# What stands among properties and is none: marks, and parts that have their own changes.
_NO_PROPERTIES = frozenset(
    (
        *(w.INS, w.DEL, w.MOVE_FROM, w.MOVE_TO, w.CELL_INS, w.CELL_DEL, w.CELL_MERGE),
        *(w.R_CHANGE, w.P_CHANGE, w.SECTION_CHANGE, w.TABLE_CHANGE, w.EXCEPTION_CHANGE),
        *(w.ROW_CHANGE, w.CELL_CHANGE, w.R_PR, w.SECTION, w.HEADER_REF, w.FOOTER_REF),
    )
)
# Word declares a change even where somebody went back on it, or only touched the table.
_NOTHING = ": nothing differs"
_LONGEST = 80


class Formats:
    """The declared changes of format of one file; equal ones are one value."""

    def __init__(self, styles: Styles, marks: Marks) -> None:
        """Take what names the styles, and what stamps the changes."""
        self._styles, self._marks = styles, marks
        self._known: dict[tuple[str, Stamp, bool], Formatting] = {}

    def words(self, change: etree._Element) -> Formatting:
        """Read `w:rPrChange` of a run."""
        told = self._properties(change) or f"words{_NOTHING}"
        return self._make(told, change, is_whole=False)

    def whole(self, change: etree._Element, *, lead: str = "") -> Formatting:
        """Read any other change of format; `lead` says of what, as in "paragraph mark: "."""
        return self._make(lead + self._what(change), change, is_whole=True)

    def said(self, what: str, stamp: Stamp) -> Formatting:
        """Make a change of words that say it."""
        key = (what[:_LONGEST], stamp, True)
        if key not in self._known:
            self._known[key] = Formatting(*key)
        return self._known[key]

    def structure(self, control: etree._Element) -> Iterator[Formatting]:
        """Read `m:ctrlPr`: a fraction, a root that was inserted or deleted, whatever is in it."""
        holder = control.getparent()
        over = holder.getparent() if holder is not None else None
        name = _STRUCTURES.get(etree.QName(over).localname, "part") if over is not None else "part"
        for each in control.iter(w.INS, w.DEL):
            how = "inserted" if each.tag == w.INS else "deleted"
            yield self.said(f"equation: {name} {how}", self._marks.stamp(each))

    def _make(self, what: str, change: etree._Element, *, is_whole: bool) -> Formatting:
        key = (what, self._marks.stamp(change), is_whole)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Formatting(*key)
        return found

    def _what(self, change: etree._Element) -> str:
        tag = change.tag
        if tag in _CONTROLS:
            return _CONTROLS[tag]
        if tag == w.CELL_MERGE:
            state = (change.get(w.VERTICAL_MERGE, ""), change.get(w.VERTICAL_MERGE_BEFORE, ""))
            return _MERGED.get(state, "table cell merged or split")
        if tag in (w.NUMBERING_CHANGE, w.INS):
            return "number added" if tag == w.INS else "number changed"
        if tag == w.GRID_CHANGE:
            return "table column widths" if _is_new_grid(change) else f"table columns{_NOTHING}"
        told = self._properties(change)
        return (
            f"{_OF.get(tag, '')}{told}" if told else f"{_OF.get(tag, 'paragraph ')[:-1]}{_NOTHING}"
        )

    def _properties(self, change: etree._Element) -> str:
        now = change.getparent()
        assert now is not None  # a change is no root: it was met on the way down
        old = {each.tag: each for held in change for each in held if each.tag not in _NO_PROPERTIES}
        new = {each.tag: each for each in now if each.tag not in _NO_PROPERTIES}
        told: dict[str, None] = {}
        for tag in dict.fromkeys((*old, *new)):
            name = self._difference(tag, old.get(tag), new.get(tag))
            if name:
                told[name] = None
        return ", ".join(told)

    def _difference(
        self, tag: str, old: etree._Element | None, new: etree._Element | None
    ) -> str | None:
        if _said(old) == _said(new):
            return None
        if tag in _STYLES:
            return self._style(tag, old, new)
        if tag == w.NUM_PR:
            return f"number {'added' if old is None else 'removed' if new is None else 'changed'}"
        return turned(tag, new) or shown(tag, old, new)

    def _style(self, tag: str, old: etree._Element | None, new: etree._Element | None) -> str:
        usual = self._styles.default if tag == w.P_STYLE else ""
        names = [self._named(each, usual) for each in (old, new)]
        return f"{_STYLES[tag]} {names[0] or 'none'} to {names[1] or 'none'}"

    def _named(self, element: etree._Element | None, usual: str) -> str:
        style = element.get(w.VAL, "") if element is not None else usual
        return (self._styles[style].name or style)[:_LONGEST]


def _is_new_grid(change: etree._Element) -> bool:
    """Tell whether the columns of a table are other than they were."""
    now = change.getparent()
    old = [_said(each) for held in change for each in held]
    new = [_said(each) for each in now if each is not change] if now is not None else []
    return old != new


def _said(element: etree._Element | None) -> object:
    """Return all that a property says, so that two can be compared."""
    if element is None:
        return None
    held = tuple(_said(each) for each in element if each.tag not in (w.INS, w.NUMBERING_CHANGE))
    return (element.tag, tuple(sorted(element.attrib.items())), held)
