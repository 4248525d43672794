"""One story of an OpenDocument text in (its body, a note, a header), its blocks out, as drafts.

The drafts are those of the Word reader, so that joins and numbers are found as they are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from amend.errors import ReadError
from amend.model.source import BlockKind, Cell, Look, Run
from amend.read import odt_names as o
from amend.read.odt_changes import Change, Changes
from amend.read.odt_comments import OdtMargin
from amend.read.odt_lists import OUTLINE, ListNames, OdtLists, Spot
from amend.read.odt_parts import Parts
from amend.read.odt_styles import OdtStyles, ParagraphStyle
from amend.read.odt_tables import cells
from amend.read.odt_words import Box, OdtWords
from amend.read.word_joins import has_words
from amend.read.word_story import MOST_PARAGRAPHS, DraftBlock
from amend.read.word_styles import ListPlace, count_of

_NOWHERE: ListPlace = (None, None)
_ITEMS = (o.LIST_ITEM, o.LIST_HEADER)


@dataclass(frozen=True, slots=True)
class Scope:
    """The styles of one part of the file: of the text, or of headers and footers."""

    styles: OdtStyles
    lists: ListNames
    chains: Mapping[etree._Element, str]


@dataclass(slots=True)
class _List:
    """One element of a list: what it counts with, its style, how deep it is.

    `is_anew` says that its next paragraph begins where its level does; `around` is the list it
    stands in, if any.
    """

    counters: str
    style: str
    level: int
    is_anew: bool = False
    around: _List | None = None

    def begun(self) -> bool:
        """Return whether its next paragraph begins anew; those after that do not."""
        is_anew, self.is_anew = self.is_anew, False
        if self.around is not None:
            self.around.begun()
        return is_anew


@dataclass(slots=True)
class _Item:
    """The list item around the block at work, in its list; `style` is its own, or that of the list.

    `start` is the number that it begins anew with, or None; `is_numbered` says that the next
    paragraph is the one that bears its number, `lists` counts the lists that stood in it.
    """

    around: _List
    style: str
    start: int | None = None
    is_numbered: bool = False
    lists: int = 0


@dataclass(frozen=True, slots=True)
class _About:
    """What a paragraph is, apart from its words; `heading` is 0 for none."""

    style: ParagraphStyle
    place: ListPlace
    heading: int


_NOTHING = _About(ParagraphStyle(), _NOWHERE, 0)


class OdtStory:
    """Walks the stories of one file; `blocks` grow in reading order.

    `linked` counts the sections that show text from outside the file, `told` are the indexes of
    the blocks of which it says what they are where what stood before them was taken out.
    """

    def __init__(self, lists: OdtLists, changes: Changes, margin: OdtMargin, parts: Parts) -> None:
        """Begin before the first story."""
        self._lists, self._changes, self._where = lists, changes, parts.where
        self.words = OdtWords(changes, margin, self._expand, parts)
        self._scope = Scope(OdtStyles(None, None), ListNames(), {})
        self._kind, self._story, self._stories, self._tables = BlockKind.BODY, 0, 0, 0
        self._item: _Item | None = None
        self._cell: Cell | None = None
        self._around_table: tuple[bool, bool] = (False, False)
        self._draft: DraftBlock | None = None
        self._about: _About | None = None
        self._is_in_deletion = self._runs_on = self._is_page_over = False
        self.blocks: list[DraftBlock] = []
        self.linked = 0
        self.told: set[int] = set()
        self._special: dict[str, Callable[[etree._Element], None]] = {
            o.P: self._paragraph,
            o.H: self._paragraph,
            o.LIST: self._list,
            o.NUMBERED: self._numbered,
            o.TABLE: self._table,
            o.SECTION: self._section,
            o.CHANGE: lambda each: self._expand(each.get(o.CHANGE_ID, "")),
            o.CHANGE_START: lambda each: changes.start(each.get(o.CHANGE_ID, "")),
            o.CHANGE_END: lambda each: changes.end(each.get(o.CHANGE_ID, "")),
            o.PAGE_BREAK: self._page_break,
            o.ANNOTATION: lambda each: margin.start(each, len(self.blocks), 0),
            o.ANNOTATION_END: lambda each: margin.end(each.get(o.NAME, "")),
        }

    def enter(self, scope: Scope) -> None:
        """Go on in a part of the file with styles of its own."""
        self._scope, self.words.styles = scope, scope.styles

    def story(
        self, parent: etree._Element, kind: BlockKind, inserted: Change, deleted: Change
    ) -> None:
        """Walk one story; `inserted` and `deleted` are marks that hold for all of it."""
        self._kind = kind
        self._apart(Box(parent, inserted, deleted))
        self._boxes()

    def _apart(self, box: Box) -> None:
        """Walk what stands apart from the paragraphs around it: a story of its own."""
        outer = self._story, self._cell, self._item, self._around_table
        self._stories += 1
        self._story, self._cell, self._item = self._stories, None, None
        with self._changes.within(box.inserted, box.deleted):
            self._blocks(box.element)
        self._story, self._cell, self._item, self._around_table = outer

    def _boxes(self) -> None:
        """A text box follows the paragraph it is pinned to, with all that is joined to it."""
        while self.words.boxes:
            boxes, self.words.boxes = self.words.boxes, []
            for box in boxes:
                self._apart(box)

    def _blocks(self, parent: etree._Element) -> None:
        self.words.deeper()
        for child in parent:
            special = self._special.get(child.tag)
            if special is not None:
                special(child)
            elif child.tag in o.SILENT:
                continue
            elif child.tag.startswith(o.DRAWN) and not parent.tag.startswith(o.DRAWN):
                self.words.frame(child)
            else:
                self._blocks(child)
        self.words.depth -= 1

    def _page_break(self, _element: etree._Element) -> None:
        self.words.page += 1

    def _section(self, section: etree._Element) -> None:
        """Walk a section; what it shows of another file is kept in this one."""
        self.linked += section.find(o.SECTION_SOURCE) is not None
        shown, outer = section.get(o.DISPLAY, "true"), self.words.is_hidden
        is_off = shown == "condition" and section.get(o.IS_HIDDEN) == "true"
        self.words.is_hidden = outer or shown == "none" or is_off
        self._blocks(section)
        self.words.is_hidden = outer

    def _list(self, element: etree._Element) -> None:
        outer, style = self._item, element.get(o.USED_STYLE, "")
        parent = element.getparent()
        if outer is not None and parent is not None and parent.tag in _ITEMS:
            around, outer.lists = outer.around, outer.lists + 1
            is_anew = around.is_anew or outer.lists > 1
            if element.get(o.CONTINUE) is not None:
                is_anew = element.get(o.CONTINUE) != "true"
            named = style or around.style
            own = _List(around.counters, named, around.level + 1, is_anew, around)
            outer.start, outer.is_numbered = None, False
        else:
            own = _List(self._scope.chains.get(element, ""), style, 0)
        for child in element:
            if child.tag in _ITEMS:
                start = count_of(child.get(o.START_VALUE))
                named = child.get(o.STYLE_OVERRIDE) or own.style
                self._item = _Item(own, named, start, child.tag == o.LIST_ITEM)
                self._blocks(child)
            elif child.tag in self._special:
                self._item = None
                self._special[child.tag](child)
        self._item = outer

    def _numbered(self, element: etree._Element) -> None:
        """Read a paragraph that says itself where in which list it stands."""
        outer, level = self._item, (count_of(element.get(o.LEVEL)) or 1) - 1
        style, start = element.get(o.USED_STYLE, ""), count_of(element.get(o.START_VALUE))
        counters = self._scope.chains.get(element, "")
        own = _List(counters, style, max(level, 0))
        self._item = _Item(own, style, start, is_numbered=True)
        self._blocks(element)
        self._item = outer

    def _paragraph(self, element: etree._Element) -> None:
        """Read one paragraph; the first of a deletion runs on from the one that is open."""
        about = self._told(element)
        if not self._runs_on or self._draft is None:
            self._break_off()
            self._open(about)
        self._runs_on, self.words.is_at_head = False, True
        outer, self._about = self._about, about
        self.words.inside(element, about.style.paint[1])
        if not self._is_in_deletion:
            self._close()
            self._about = outer

    def _break_off(self) -> None:
        """End the paragraph that a deletion has left open: more of the deletion follows."""
        if self._draft is not None and self._about is not None:
            _become(self._draft, self._about)
            self._close()

    def _told(self, element: etree._Element) -> _About:
        style = self._scope.styles.paragraph(element.get(o.USED_STYLE, ""))
        outline = 0
        if element.tag == o.H:
            outline = min(max(count_of(element.get(o.OUTLINE_LEVEL)) or 1, 1), 10)
        place, is_mute = _NOWHERE, element.get(o.IS_LIST_HEADER) == "true"
        if self._item is not None:
            place = self._listed(self._item, style, is_mute=is_mute)
        elif outline and style.list_style != "" and self._scope.lists.levels(OUTLINE):
            is_new = element.get(o.RESTART) == "true"
            start = count_of(element.get(o.START_VALUE)) or 1 if is_new else None
            spot = Spot(OUTLINE, OUTLINE, outline - 1, start, is_counted=not is_mute)
            place = self._lists.at(self._scope.lists, spot)
        return _About(style, place, outline if 0 < outline < 10 else style.heading)

    def _listed(self, item: _Item, style: ParagraphStyle, *, is_mute: bool) -> ListPlace:
        """Only the first paragraph of an item bears its number; the others stand beside it."""
        around, is_counted = item.around, item.is_numbered and not is_mute
        named = item.style or style.list_style or ""
        is_anew, start = around.begun(), item.start
        item.start, item.is_numbered = None, False
        spot = Spot(around.counters, named, around.level, start, is_anew, is_counted)
        return self._lists.at(self._scope.lists, spot)

    def _open(self, about: _About) -> None:
        if len(self.blocks) >= MOST_PARAGRAPHS:
            found = f"holds more than {MOST_PARAGRAPHS:,} paragraphs"
            raise ReadError(found, where=self._where, hint="Split the document.")
        if self._kind is BlockKind.BODY and self._cell is None:
            is_next = about.style.is_on_new_page or self._is_page_over
            self.words.page += is_next and bool(self.blocks)
            self._is_page_over = about.style.is_page_end
        draft = DraftBlock(self._story, self._kind, self._cell)
        draft.is_put_in, draft.is_taken_out = self._around_table
        draft.page = self.words.page
        self.words.block = len(self.blocks)
        self.blocks.append(draft)
        self._draft = draft
        _become(draft, about)

    def _close(self) -> None:
        """Close the paragraph that is open; the marks at its end are those of this place."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        draft.runs = self.words.close()
        last = draft.runs[-1] if draft.runs else Run("")
        draft.mark_inserted = _of_one(self._changes.inserted, last.inserted)
        draft.mark_deleted = _of_one(self._changes.deleted, last.deleted)
        draft.is_hidden = bool(draft.runs) and all(run.look & Look.HIDDEN for run in draft.runs)
        if draft.mark_inserted is None and draft.mark_deleted is None:
            self._boxes()

    def _expand(self, number: str) -> None:
        """Read what a change took out at the place where it stood.

        Its first paragraph runs on from the one that is open, and its last runs on into the rest of
        that: so it is written, each with the list and the style that it had.
        """
        region = self._changes.taken(number)
        if region is None or region.deletion is None:
            return
        outer = self._item, self._is_in_deletion, self.words.is_at_head
        around, first = self._about, self._draft
        self._item, self._is_in_deletion, self._runs_on = None, True, first is not None
        with self._changes.within(region.inserted, region.deleted):
            self._blocks(region.deletion)
            self._runs_on = False
            if first is None or around is None:
                self._close()
        self._item, self._is_in_deletion, self.words.is_at_head = outer
        if first is not None and around is not None:
            has_lists = next(region.deletion.iter(o.LIST), None) is not None
            self._go_on(around, first, has_lists=has_lists)

    def _go_on(self, around: _About, first: DraftBlock, *, has_lists: bool) -> None:
        """Go on in the paragraph that stands in the text, behind what was taken out of it.

        What the text says of it holds after the change; before, it was what the deletion says,
        unless that was written without its lists, as some programs do.
        """
        last, self._about = self._about, around
        draft = self._draft
        if draft is None:
            self._open(around)
        elif draft is not first and last is not None:
            if not has_words(first, after=True):  # nothing of what it was joined to is left
                _become(draft, around)
            draft.place = around.place
            if last.place != around.place and (has_lists or last.place != _NOWHERE):
                draft.was = draft.style, last.place
            elif last.place != around.place and has_words(first, after=True):
                first.place = around.place
            self.told.add(len(self.blocks) - 1)

    def _table(self, table: etree._Element) -> None:
        self._break_off()
        self._boxes()
        self._tables += 1
        outer = self._cell, self._item, self._is_in_deletion, self._about, self._around_table
        changes = self._changes
        self._item, self._is_in_deletion, self._about = None, False, None
        self._around_table = changes.inserted is not None, changes.deleted is not None
        number, before = self._tables, self.words.page
        for place in cells(table):
            self.words.page = max(self.words.page, before + place.pages)
            self._cell = Cell(number, place.row, place.column, place.is_merged)
            first = len(self.blocks)
            self._blocks(place.element)
            self._boxes()
            if len(self.blocks) == first:
                self._open(_NOTHING)
                self._close()
        self._cell, self._item, self._is_in_deletion, self._about, self._around_table = outer


def _become(draft: DraftBlock, about: _About) -> None:
    draft.style, draft.place = about.style.name, about.place
    draft.outline, draft.language = about.heading, about.style.language


def _of_one(mark: Change, words: Change) -> Change:
    """Return the stamp of a paragraph mark; that of its last words also tells of a move."""
    if mark is None or words is None or words.move is None:
        return mark
    return words if (mark.author, mark.date) == (words.author, words.date) else mark
