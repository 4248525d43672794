"""One story of a Word file in (its body, its notes, a header), its blocks out, as drafts.

A draft has everything but its number: numbers are counted when a story is complete, since a
change further on can join a paragraph to the next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from amend.errors import ReadError
from amend.model.source import BlockKind, Cell, Formatting, Run
from amend.read import word_names as w
from amend.read.word_drawings import Drawings
from amend.read.word_formats import IN_TABLES
from amend.read.word_marks import Marks
from amend.read.word_runs import Change, RunWalk, drawn
from amend.read.word_styles import ListPlace, count_of, is_set, language_of, list_place, value_of

_CHANGES = (w.INS, w.DEL, w.MOVE_FROM, w.MOVE_TO)
_LOOSE = (w.R, w.HYPERLINK, w.MATH_R)
_NOWHERE: ListPlace = (None, None)
# The longest draft we have met has 1,500 paragraphs, the Bible 31,000 verses.
MOST_PARAGRAPHS = 200_000
# Elements passed over since they are read elsewhere, as text boxes are: once each in a real file,
# but in a box of a box twice, and so on.
MOST_PASSED = 4_000_000
# The grid of a table is as wide as Word allows.
_WIDEST = 63


@dataclass(slots=True)
class DraftBlock:
    """A block without its number; `was` is style and list place before a formatting change.

    `was_numbered` is the old number as Word's older versions noted it, `language` that of the
    paragraph mark. Word prints no number where all is hidden, nor where nothing stands but a
    section break. `is_put_in` and `is_taken_out` tell of the row, cell or change all around it.
    `page` is the page it begins on, where the file tells.
    """

    story: int
    kind: BlockKind
    cell: Cell | None
    runs: tuple[Run, ...] = ()
    style: str = ""
    place: ListPlace = _NOWHERE
    was: tuple[str, ListPlace] | None = None
    outline: int | None = None
    mark_inserted: Change = None
    mark_deleted: Change = None
    was_numbered: str | None = None
    language: str = ""
    is_hidden: bool = False
    is_break: bool = False
    is_put_in: bool = False
    is_taken_out: bool = False
    page: int | None = None
    formatting: tuple[Formatting, ...] = ()


class StoryWalk:
    """Walks the stories of one file; `blocks` grow in reading order.

    `margins` are the ids of headers and footers in the order of their sections, `foreign` the
    names of what is linked into the text from outside the main part.
    """

    def __init__(self, walk: RunWalk, marks: Marks, drawings: Drawings, where: object = "") -> None:
        """Begin before the first story; `where` names the file in errors."""
        self._where = where
        self._walk, self._marks, self._drawings = walk, marks, drawings
        self._kind, self._story, self._tables = BlockKind.BODY, 0, 0
        self._stories = 0
        self.blocks: list[DraftBlock] = []
        self.margins: list[str] = []
        self.foreign: list[tuple[str, str]] = []

    def story(
        self, parent: etree._Element, kind: BlockKind, inserted: Change, deleted: Change
    ) -> None:
        """Walk one story; `inserted` and `deleted` are marks that hold for all of it."""
        self._kind = kind
        self._stories += 1
        self._story = self._stories
        self._blocks(parent, inserted, deleted, None)
        self._text_boxes()
        if self._walk.formatting and self.blocks:  # of the last section, or of an empty table
            self._declare(self.blocks[-1])

    def _blocks(
        self, parent: etree._Element, inserted: Change, deleted: Change, cell: Cell | None
    ) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.P:
                self._paragraph(child, inserted, deleted, cell)
            elif tag == w.TABLE:
                self._text_boxes()
                self._tables += 1
                _Table(self, self._tables).rows(child, inserted, deleted)
            elif tag in _LOOSE:
                self._loose(child, inserted, deleted, cell)
            else:
                self._container(child, tag, inserted, deleted, cell)

    def _container(
        self, element: etree._Element, tag: str, inserted: Change, deleted: Change,
        cell: Cell | None,
    ) -> None:  # fmt: skip
        if tag in _CHANGES:
            inserted, deleted = self._walk.changed(element, inserted, deleted)
            self._blocks(element, inserted, deleted, cell)
        elif tag == w.CONTENT_CONTROL:
            for content in element.iterchildren(w.CONTENT):
                self._blocks(content, inserted, deleted, cell)
        elif tag == w.ALTERNATIVES:
            branch = drawn(element)
            if branch is not None:
                self._blocks(branch, inserted, deleted, cell)
        elif tag in (w.ALT_CHUNK, w.SUB_DOCUMENT):
            self.foreign.append((tag, element.get(w.REL_ID, "")))
        elif tag == w.SECTION:
            self._section(element)
            for change in element.iterchildren(w.SECTION_CHANGE):
                self._walk.declare(change)
        elif tag == w.CELL_PR:
            return
        elif len(element):
            self._blocks(element, inserted, deleted, cell)
        else:
            self._mark(element)

    def _mark(self, element: etree._Element) -> None:
        """Take note of what stands between blocks: it belongs to the next."""
        self._walk.block = len(self.blocks)
        self._walk.mark(element)

    def _declare(self, draft: DraftBlock) -> None:
        draft.formatting += tuple(self._walk.formatting)
        self._walk.formatting.clear()

    def _section(self, element: etree._Element) -> None:
        for each in element.iterchildren(w.HEADER_REF, w.FOOTER_REF):
            self.margins.append(each.get(w.REL_ID, ""))

    def _open(self, cell: Cell | None) -> DraftBlock:
        if len(self.blocks) >= MOST_PARAGRAPHS:
            found = f"holds more than {MOST_PARAGRAPHS:,} paragraphs"
            raise ReadError(found, where=self._where, hint="Split the document.")
        draft = DraftBlock(self._story, self._kind, cell)
        self._walk.block = len(self.blocks)
        self.blocks.append(draft)
        return draft

    def _loose(
        self, element: etree._Element, inserted: Change, deleted: Change, cell: Cell | None
    ) -> None:
        """Words outside any paragraph are no valid Word, but they are words."""
        draft = self._open(cell)
        draft.runs = self._walk.paragraph(element, inserted, deleted)

    def _paragraph(
        self, paragraph: etree._Element, inserted: Change, deleted: Change, cell: Cell | None
    ) -> None:
        draft = self._open(cell)
        draft.mark_inserted, draft.mark_deleted = inserted, deleted
        draft.is_put_in, draft.is_taken_out = inserted is not None, deleted is not None
        draft.runs = self._walk.paragraph(paragraph, inserted, deleted)
        properties = paragraph[0] if len(paragraph) else None
        if properties is not None and properties.tag == w.P_PR:
            self._properties(properties, draft)
            draft.is_hidden = draft.is_hidden and _is_hidden(paragraph)
        if self._walk.formatting:
            self._declare(draft)
        if draft.mark_inserted is None and draft.mark_deleted is None:
            self._text_boxes()

    def _text_boxes(self) -> None:
        """A text box follows the paragraph it is pinned to, with all that is joined to it."""
        while self._walk.boxes:
            if self._walk.passed > MOST_PASSED:
                found = f"nests {MOST_PASSED:,} elements in text boxes of text boxes"
                raise ReadError(found, where=self._where, hint="Take the text out of the boxes.")
            boxes, self._walk.boxes = self._walk.boxes, []  # a box in a box follows its own lines
            for content, inserted, deleted in boxes:
                outer = self._story
                self._stories += 1
                self._story = self._stories
                if content.tag == w.TEXT_BOX:
                    self._blocks(content, inserted, deleted, None)
                else:
                    self._drawing(content, inserted, deleted)
                self._story = outer

    def _drawing(self, element: etree._Element, inserted: Change, deleted: Change) -> None:
        """Words that are drawn are notes to the text: each label a block of its own."""
        for words in self._drawings.words(element):
            self._stories += 1
            self._story = self._stories
            draft = self._open(None)
            draft.runs = (Run(words, inserted, deleted),)
            if draft.kind is BlockKind.BODY:
                draft.kind = BlockKind.NOTE

    def _properties(self, properties: etree._Element, draft: DraftBlock) -> None:
        numbered = None
        for each in properties:
            tag = each.tag
            if tag == w.P_STYLE:
                draft.style = each.get(w.VAL, "")
            elif tag == w.NUM_PR:
                numbered = each
                draft.place = list_place(each)
                noted = each.find(w.NUMBERING_CHANGE)
                draft.was_numbered = noted.get(w.ORIGINAL) if noted is not None else None
            elif tag == w.R_PR:
                self._end(each, draft)
            elif tag == w.OUTLINE:
                level = count_of(each.get(w.VAL))
                draft.outline = level + 1 if level is not None else None
            elif tag == w.SECTION:
                draft.is_break = True
                self._section(each)
            elif tag == w.P_CHANGE:
                old = each.find(w.P_PR)
                if old is not None:
                    draft.was = (value_of(old, w.P_STYLE), list_place(old.find(w.NUM_PR)))
        if numbered is not None and draft.was is None:
            for added in numbered.iterchildren(w.INS):
                draft.was = (draft.style, _NOWHERE)
                self._walk.declare(added)

    def _end(self, properties: etree._Element, draft: DraftBlock) -> None:
        for each in properties:
            tag = each.tag
            if tag in (w.INS, w.MOVE_TO):
                draft.mark_inserted = self._marks.paragraph_stamp(each)
            elif tag in (w.DEL, w.MOVE_FROM):
                draft.mark_deleted = self._marks.paragraph_stamp(each)
            elif tag == w.LANG:
                draft.language = language_of(properties)
            elif tag == w.VANISH:
                draft.is_hidden = is_set(each)


def _is_hidden(paragraph: etree._Element) -> bool:
    """Tell whether all words of a paragraph are hidden."""
    runs = paragraph.iter(w.R)
    return all(any(is_set(each) for each in run.iterfind(f"{w.R_PR}/{w.VANISH}")) for run in runs)


class _Table:
    """One table on its way to blocks: which row and column come next."""

    def __init__(self, story: StoryWalk, number: int) -> None:
        self._story, self._number = story, number
        self._row, self._column = 0, 0

    def rows(self, parent: etree._Element, inserted: Change, deleted: Change) -> None:
        """Walk the rows of a table, or of something that holds rows."""
        self._walk(parent, inserted, deleted, w.ROW, self._one_row)

    def _one_row(self, row: etree._Element, inserted: Change, deleted: Change) -> None:
        self._row += 1
        self._column = 1
        properties = row.find(w.ROW_PR)
        if properties is not None:
            inserted, deleted = self._marked(properties, inserted, deleted, w.INS, w.DEL)
            self._column += min(count_of(value_of(properties, w.GRID_BEFORE)) or 0, _WIDEST)
        self._walk(row, inserted, deleted, w.CELL, self._one_cell)

    def _one_cell(self, cell: etree._Element, inserted: Change, deleted: Change) -> None:
        properties = cell.find(w.CELL_PR)
        span, is_merged = 1, False
        if properties is not None:
            merge = properties.find(w.VERTICAL_MERGE)
            is_merged = merge is not None and merge.get(w.VAL, "continue") == "continue"
            marks = (w.CELL_INS, w.CELL_DEL)
            inserted, deleted = self._marked(properties, inserted, deleted, *marks)
            span = min(count_of(value_of(properties, w.GRID_SPAN)) or 1, _WIDEST)
        place = Cell(self._number, self._row, self._column, is_merged)
        self._column += span
        self._story._blocks(cell, inserted, deleted, place)
        self._story._text_boxes()  # no paragraph runs on out of a cell

    def _marked(
        self, properties: etree._Element, inserted: Change, deleted: Change, new: str, gone: str
    ) -> tuple[Change, Change]:
        for each in properties:
            if each.tag == new:
                inserted = inserted or self._story._marks.stamp(each)
            elif each.tag == gone:
                deleted = deleted or self._story._marks.stamp(each)
            elif each.tag in IN_TABLES:
                self._story._walk.declare(each)
        return inserted, deleted

    def _walk(
        self, parent: etree._Element, inserted: Change, deleted: Change, wanted: str,
        visit: Callable[[etree._Element, Change, Change], None],
    ) -> None:  # fmt: skip
        """Visit what is wanted, and look into content controls and the like for more of it."""
        for child in parent:
            if child.tag == wanted:
                visit(child, inserted, deleted)
            elif child.tag in _CHANGES:
                self._walk(child, *self._story._walk.changed(child, inserted, deleted), wanted,
                           visit)  # fmt: skip
            elif child.tag == w.P:
                self._story._paragraph(child, inserted, deleted, None)
            elif child.tag in IN_TABLES:
                self._story._walk.declare(child)
            elif child.tag not in (w.ROW_PR, w.CELL_PR) and len(child):
                self._walk(child, inserted, deleted, wanted, visit)
            else:
                self._story._mark(child)
