"""The pages of a file in; its blocks in reading order out, with what was guessed on the way.

Body first, then footnotes, then what runs in the margins: as a Word file holds them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amend.labels import split_head
from amend.model.source import Block, BlockKind, Cell, Run, Source
from amend.read import pdf_notes
from amend.read.pdf_columns import in_order
from amend.read.pdf_comments import annotated
from amend.read.pdf_front import letter, masthead
from amend.read.pdf_furniture import furniture
from amend.read.pdf_lines import Line, joined, lines, merged, rows
from amend.read.pdf_looks import mark, shaded, usual_colour
from amend.read.pdf_notes import Footnote, footnotes
from amend.read.pdf_packets import Page, Piece
from amend.read.pdf_paragraphs import TALLER, Group, groups, setting_of
from amend.read.pdf_right import has_right, is_mirrored, mirror
from amend.read.pdf_runs import Vocabulary, runs
from amend.read.pdf_tables import Table, tables

_LONGEST_HEADING = 200


@dataclass(slots=True)
class Sheet:
    """One page while it is parted: lines in order, tables with their lines, footnotes, margins."""

    page: Page
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[Table, list[Line]]] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    margins: list[Line] = field(default_factory=list)
    turned: list[Piece] = field(default_factory=list)
    stretches: list[Line] = field(default_factory=list)


class Text:
    """A whole file on its way from pages to blocks."""

    def __init__(self, pages: Sequence[Page], file: str) -> None:
        """Part the pages; nothing is lost on the way."""
        self._file = file
        self._pages = pages
        self.usual = usual_colour(pages)
        self._has_right = has_right(pages)
        self.sheets = [self._sheet(page) for page in pages]
        if self._has_right:
            self._mirror()
        self._part()
        columns = [each.lines for each in self.sheets]
        self.setting = setting_of(columns)
        self.vocabulary = Vocabulary([line for column in columns for line in column])
        by_page = {each.page.number: self._all(each) for each in self.sheets}
        self.annotated = annotated(pages, by_page)
        self._notes = list(self._footnotes())
        self._calls = self._called()
        self._place = 0
        self.front: list[Line] = []
        self.blocks = tuple(self._numbered())

    def _sheet(self, page: Page) -> Sheet:
        mark(page)
        shaded(page.pieces, page.strokes)
        stretches, turned = lines(page, has_right=self._has_right)
        return Sheet(page, stretches=stretches, turned=turned)

    def _mirror(self) -> None:
        """Turn the brackets of lines from right to left, where the file holds them as they look."""
        found = [merged(row) for sheet in self.sheets for row in rows(sheet.stretches)]
        if is_mirrored(each.text for each in found if each.is_right):
            mirror(piece for each in found if each.is_right for piece in each.pieces)
            for sheet in self.sheets:
                for line in sheet.stretches:
                    line.text = joined(line.pieces)

    def _part(self) -> None:
        """Take out what runs, then tables; set the rest in order, and part the footnotes off."""
        ruled = {id(sheet): self._ruled(sheet) for sheet in self.sheets}
        beside = {
            sheet.page.number: [
                line for line in sheet.stretches
                if not any(table.holds(line) for table in ruled[id(sheet)])
            ]
            for sheet in self.sheets
        }  # fmt: skip
        running = furniture(self._pages, beside)
        sizes = Counter[float]()
        for sheet in self.sheets:
            for line in sheet.stretches:
                sizes[round(line.size, 1)] += len(line.text)
        body = sizes.most_common(1)[0][0] if sizes else 0.0
        right = sum(line.is_right for sheet in self.sheets for line in sheet.stretches)
        is_reversed = 2 * right > sum(len(sheet.stretches) for sheet in self.sheets)
        for sheet in self.sheets:
            sheet.margins = [each for each in sheet.stretches if id(each) in running]
            rest = [each for each in sheet.stretches if id(each) not in running]
            for table in ruled[id(sheet)]:
                held = [each for each in rest if table.holds(each)]
                if held:
                    sheet.tables.append((table, held))
                    taken = {id(each) for each in held}
                    rest = [each for each in rest if id(each) not in taken]
            ordered = self._ordered(sheet, rest, is_reversed=is_reversed)
            page = sheet.page
            strokes = [
                each for each in page.strokes
                if not any(t.y0 - 1 <= each.y0 <= t.y1 + 1 for t in ruled[id(sheet)])
            ]  # fmt: skip
            sheet.lines, sheet.notes = pdf_notes.parted(
                ordered, strokes, page.width, page.height, body
            )

    def _ruled(self, sheet: Sheet) -> list[Table]:
        """Return the tables of a page: rules that hold words in more than one cell."""
        return [
            table
            for table in tables(sheet.page.strokes)
            if len({table.cell(line) for line in sheet.stretches if table.holds(line)}) > 1
        ]

    def _ordered(self, sheet: Sheet, rest: list[Line], *, is_reversed: bool) -> list[Line]:
        """Set lines in order; a table parts what is above it from what is below."""
        found: list[Line] = []
        for table, _ in sheet.tables:
            above = [each for each in rest if each.y > table.y1]
            found += in_order(above, is_reversed=is_reversed)
            rest = [each for each in rest if each.y <= table.y1]
        return found + in_order(rest, is_reversed=is_reversed)

    def _all(self, sheet: Sheet) -> list[Line]:
        return [*sheet.lines, *sheet.notes, *(line for _, held in sheet.tables for line in held)]

    def _footnotes(self) -> Iterator[Footnote]:
        held: Footnote | None = None
        for sheet in self.sheets:
            for each in footnotes(sheet.notes, sheet.page.number):
                if not each.mark and held is not None:
                    held.lines += each.lines
                    continue
                if held is not None:
                    yield held
                held = each
        if held is not None:
            yield held

    def _called(self) -> dict[int, str]:
        """Return the pieces that call a footnote of their page, by `id`, with its mark."""
        marks: dict[int, set[str]] = defaultdict(set)
        for note in self._notes:
            marks[note.page].add(note.mark)
        return {
            id(piece): piece.text.strip(" ,[]()")
            for sheet in self.sheets
            if marks[sheet.page.number]
            for line in sheet.lines + [line for _, held in sheet.tables for line in held]
            for piece in pdf_notes.calls(line, marks[sheet.page.number])
        }

    def _numbered(self) -> Iterator[Block]:
        called: dict[tuple[int, str], int] = {}
        for block, held in self._body():
            for line in held:
                for piece in line.pieces:
                    if id(piece) in self._calls:
                        at = (line.page, self._calls[id(piece)])
                        called.setdefault(at, block.source.block)
            yield block
        yield from self._note_blocks(called)
        yield from self._margin_blocks()

    def _body(self) -> Iterator[tuple[Block, list[Line]]]:
        """Yield the blocks of the body with their lines; tables where they stand."""
        front = self._front()
        column: list[Line] = []
        table_number = 0
        for sheet in self.sheets:
            waiting = list(sheet.tables)
            for line in sheet.lines:
                if id(line) in front:
                    continue
                while waiting and line.y < waiting[0][0].y1:
                    yield from self._paragraphs(column)
                    column, table_number = [], table_number + 1
                    yield from self._cells(*waiting.pop(0), table_number)
                column.append(line)
            for table, held in waiting:
                yield from self._paragraphs(column)
                column, table_number = [], table_number + 1
                yield from self._cells(table, held, table_number)
        yield from self._paragraphs(column)

    def _front(self) -> set[int]:
        """Return the lines of masthead and cover letter, by `id`; they go to the margins."""
        whole = [line for sheet in self.sheets for line in sheet.lines]
        for count in (letter(whole), masthead(whole)):
            if 0 < count < len(whole):
                self.front = whole[:count]
                rest = whole[count:]
                again = masthead(rest)
                self.front += rest[:again] if again < len(rest) else []
                return {id(each) for each in self.front}
        return set()

    def _paragraphs(self, column: Sequence[Line]) -> Iterator[tuple[Block, list[Line]]]:
        for group in groups(column, self.setting):
            block = self._block(group.lines, level=self._level(group))
            if block is not None:
                yield block, group.lines

    def _block(
        self, held: Sequence[Line], kind: BlockKind = BlockKind.BODY, level: int = 0,
        cell: Cell | None = None, note: Footnote | None = None, noted: int | None = None,
    ) -> Block | None:  # fmt: skip
        """Return the next block, made of lines; None where they hold no words."""
        led = note.led if note is not None else 0
        found = runs(held, self.vocabulary, self.usual, self._calls, led, self.annotated)
        if not found:
            return None
        said = self.annotated.comments
        comments = tuple(each for line in held for each in said.get(id(line), ())) if said else ()
        self._place += 1
        source = Source(self._file, self._place, held[0].page)
        style = f"footnote {note.mark}".strip() if note is not None else ""
        kind = BlockKind.HEADING if level else kind
        return Block(found, source, kind, level=level, comments=comments, cell=cell,
                     style=style, noted=noted)  # fmt: skip

    def _level(self, group: Group) -> int:
        """Return the rank of a heading, told by taller letters than the text's; 0 for none."""
        line = group.lines[0]
        text = " ".join(each.text for each in group.lines)
        if line.size < TALLER * self.setting.body or len(text) > _LONGEST_HEADING:
            return 0
        if split_head(text) is not None or text.endswith((".", ";", ",")):
            return 0
        sizes = sorted({round(each.size) for sheet in self.sheets for each in sheet.lines
                        if each.size >= TALLER * self.setting.body}, reverse=True)  # fmt: skip
        return 1 + min(5, sizes.index(round(line.size))) if round(line.size) in sizes else 6

    def _cells(
        self, table: Table, held: Sequence[Line], number: int
    ) -> Iterator[tuple[Block, list[Line]]]:
        cells: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for line in held:
            cells[table.cell(line)].append(line)
        for (row, column), stretches in sorted(cells.items()):
            found = in_order(stretches, depth=9)
            for group in groups(found, self.setting):
                block = self._block(group.lines, cell=Cell(number, row, column))
                if block is not None:
                    yield block, group.lines

    def _note_blocks(self, called: dict[tuple[int, str], int]) -> Iterator[Block]:
        for note in self._notes:
            at = called.get((note.page, note.mark))
            block = self._block(note.lines, BlockKind.NOTE, note=note, noted=at)
            if block is not None:
                yield block

    def _margin_blocks(self) -> Iterator[Block]:
        """Yield masthead and letter, then what runs, each saying once, then what is turned."""
        if self.front:
            for group in groups(self.front, self.setting):
                block = self._block(group.lines, BlockKind.MARGIN)
                if block is not None:
                    yield block
        met: set[str] = set()
        for sheet in self.sheets:
            for row in rows(sheet.margins):
                line = merged(row)
                said = "".join("#" if each.isdigit() else each for each in line.text)
                block = self._block([line], BlockKind.MARGIN) if said not in met else None
                met.add(said)
                if block is not None:
                    yield block
            words = " ".join(each.text for each in sheet.turned)
            if words.strip() and words not in met:
                met.add(words)
                self._place += 1
                source = Source(self._file, self._place, sheet.page.number)
                yield Block((Run(words),), source, BlockKind.MARGIN)
