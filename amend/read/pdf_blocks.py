"""The pages of a file in; its blocks in reading order out, with what was guessed on the way.

Masthead and body first, then footnotes, then what runs in the margins: as a Word file holds them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from amend.labels import split_head
from amend.model.source import Block, BlockKind, Cell, Look, Run, Source
from amend.read import pdf_notes
from amend.read.pdf_columns import in_order
from amend.read.pdf_comments import annotated
from amend.read.pdf_front import letter, masthead
from amend.read.pdf_lines import Line, merged, rows
from amend.read.pdf_looks import usual_colour
from amend.read.pdf_notes import Footnote, footnotes
from amend.read.pdf_numbers import Numbering
from amend.read.pdf_packets import Page
from amend.read.pdf_pages import place_of
from amend.read.pdf_paragraphs import TALLER, Group, groups, setting_of
from amend.read.pdf_runs import Vocabulary, clean, runs
from amend.read.pdf_sheets import parted
from amend.read.pdf_tables import Table

_LONGEST_HEADING = 200
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}(?:\s*[/–-]\s*\d{1,4})?\W*")


class Text:
    """A whole file on its way from pages to blocks."""

    def __init__(self, pages: Sequence[Page], file: str) -> None:
        """Part the pages; nothing is lost on the way."""
        self._file = file
        self.usual = usual_colour(pages)
        self.sheets = parted(pages)
        columns = [each.lines for each in self.sheets]
        self.setting = setting_of(columns)
        self.vocabulary = Vocabulary([line for column in columns for line in column])
        by_page = {each.page.number: each.all_lines for each in self.sheets}
        self.annotated = annotated(pages, by_page)
        self._notes = list(self._footnotes())
        self._calls = self._called()
        self._place = 0
        self._heights = {each.number: each.height for each in pages}
        self._numbering = Numbering()
        self.front: list[Line] = []
        self.blocks = tuple(self._numbered())

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
        self.front = self._found_front()
        yield from self._front_blocks()
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
        front = {id(each) for each in self.front}
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

    def _found_front(self) -> list[Line]:
        """Return the lines of masthead and cover letter; they are no part of the draft."""
        whole = [line for sheet in self.sheets for line in sheet.lines]
        for count in (letter(whole), masthead(whole)):
            if 0 < count < len(whole):
                rest = whole[count:]
                again = masthead(rest)
                return whole[: count + again] if again < len(rest) else whole[:count]
        return []

    def _paragraphs(self, column: Sequence[Line]) -> Iterator[tuple[Block, list[Line]]]:
        for group in groups(column, self.setting):
            number = self._numbering.bare(group)
            block = self._block(group.lines, level=self._level(group), number=number)
            if block is not None:
                yield block, group.lines

    def _block(
        self, held: Sequence[Line], kind: BlockKind = BlockKind.BODY, level: int = 0,
        cell: Cell | None = None, note: Footnote | None = None, noted: int | None = None,
        number: str | None = None,
    ) -> Block | None:  # fmt: skip
        """Return the next block, made of lines; None where they hold no words."""
        led = note.led if note is not None else len(number or "")
        found = runs(held, self.vocabulary, self.usual, self._calls, led, self.annotated)
        if not found:
            return None
        said = self.annotated.comments
        comments = tuple(each for line in held for each in said.get(id(line), ())) if said else ()
        self._place += 1
        source = place_of(held, self._file, self._place, self._heights)
        style = f"footnote {note.mark}".strip() if note is not None else ""
        kind = BlockKind.HEADING if level else kind
        return Block(found, source, kind, level=level, comments=comments, cell=cell,
                     style=style, noted=noted, number=number)  # fmt: skip

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

    def _front_blocks(self) -> Iterator[Block]:
        """Yield masthead, each line by itself, and letter."""
        signed = masthead(self.front)
        apart = [[line] for line in self.front[:signed]]
        apart += [group.lines for group in groups(self.front[signed:], self.setting)]
        for lines in apart:
            block = self._block(lines, BlockKind.MARGIN)
            if block is not None:
                yield block

    def _margin_blocks(self) -> Iterator[Block]:
        """Yield what runs, each saying once: heads, then feet, as in Word files; then the rest.

        The rest are words that run up or down the page. A page number alone is none: every block
        tells its page.
        """
        met: set[str] = set()
        found = [(sheet, merged(row)) for sheet in self.sheets for row in rows(sheet.margins)]
        for _, line in sorted(found, key=lambda each: each[1].y < each[0].page.height / 2):
            said = "".join("#" if each.isdigit() else each for each in line.text)
            is_told = said in met or _PAGE_NUMBER.fullmatch(line.text.strip()) is not None
            block = None if is_told else self._block([line], BlockKind.MARGIN)
            met.add(said)
            if block is not None:
                yield block
        for sheet in self.sheets:
            words = " ".join(each.text for each in sheet.turned)
            if words.strip() and words not in met:
                met.add(words)
                self._place += 1
                source = Source(self._file, self._place, sheet.page.number)
                yield Block((Run(words),), source, BlockKind.MARGIN)
        yield from self._away()

    def _away(self) -> Iterator[Block]:
        """Yield words that stand off the page, or have no size: kept, and hidden."""
        for sheet in self.sheets:
            said = [*(each.text for each in sheet.page.away), *sheet.page.lost]
            words = clean(" ".join(said)).strip()
            if words:
                self._place += 1
                source = Source(self._file, self._place, sheet.page.number)
                yield Block((Run(words, look=Look.HIDDEN),), source, BlockKind.MARGIN)
