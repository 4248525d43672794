"""What stands in a Word file with all changes accepted, and with all rejected.

The cases are those of the public test documents of Open-Xml-PowerTools, each built small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.model.source import Block
from amend.read.docx import read_bytes
from tests.builders import deleted, docx, ins, item, numbering, para, run, table

STAMP = 'w:id="7" w:author="A"'


def readings(*body: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs after and before."""
    blocks = read_bytes(docx(*body), "x.docx").blocks
    return joined(blocks, is_after=True), joined(blocks, is_after=False)


def joined(blocks: Sequence[Block], *, is_after: bool) -> list[str]:
    found: list[str] = []
    words = ""
    for block in blocks:
        words += block.after if is_after else block.before
        if (block.mark_deleted if is_after else block.mark_inserted) is None:
            found.append(words)
            words = ""
    assert words == "", "words are left behind the last paragraph"
    return found


def gone(text: str) -> str:
    return deleted(run(text))


def new(text: str) -> str:
    return ins(run(text))


def cell(*paragraphs: str, change: str = "") -> str:
    properties = f"<w:tcPr><w:{change} {STAMP}/></w:tcPr>" if change else ""
    return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


def row(*cells: str, mark: str = "") -> str:
    properties = f"<w:trPr><w:{mark} {STAMP}/></w:trPr>" if mark else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def range_mark(tag: str, end: str) -> str:
    name = ' w:name="m"' if end == "Start" else ""
    return f'<w:{tag}Range{end} w:id="{90 if tag == "moveFrom" else 91}"{name}/>'


def moving(tag: str, text: str) -> str:
    return f"<w:{tag} {STAMP}>{run(text)}</w:{tag}>"


AWAY = (range_mark("moveFrom", "Start"), range_mark("moveFrom", "End"))
HERE = (range_mark("moveTo", "Start"), range_mark("moveTo", "End"))


def math(*runs: str) -> str:
    return f"<m:oMath>{''.join(runs)}</m:oMath>"


def figure(text: str, change: str = "") -> str:
    words = f"<m:t>{text}</m:t>"
    return f"<m:r>{f'<w:{change} {STAMP}>{words}</w:{change}>' if change else words}</m:r>"


BOTH = f"<w:rPr><w:ins {STAMP}/><w:del {STAMP}/></w:rPr>"
WHOLE = row(cell(para("1")), cell(para("2")))
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
CASES = {
    "deleted words in a content control": (
        [para("a ", control(run("b ") + gone("c ")), "d")], ["a b d"], ["a b c d"],
    ),
    "a deleted content control keeps its words": (
        [para(f"<w:customXmlDelRangeStart {STAMP}/>",
              control('<w:customXmlDelRangeEnd w:id="7"/>' + run("a")), "b")],
        ["ab"], ["ab"],
    ),
    "an inserted hyperlink": (
        [para("a", ins(f'<w:hyperlink w:anchor="x">{run("b")}</w:hyperlink>'))], ["ab"], ["a"],
    ),
    "a deleted mark": ([para("a", mark="del"), para("b")], ["ab"], ["a", "b"]),
    "marks deleted in a row": (
        [para("a", mark="del"), para("b", mark="del"), para("c")], ["abc"], ["a", "b", "c"],
    ),
    "marks inserted in a row": (
        [para("a", mark="ins"), para("b", mark="ins"), para("c")], ["a", "b", "c"], ["abc"],
    ),
    "deleted marks with one between that stays": (
        [para("a", mark="del"), para("b"), para("c", mark="del"), para("d")],
        ["ab", "cd"], ["a", "b", "c", "d"],
    ),
    "a mark put in by one and taken out by another": (
        [para("a"), para("b", properties=BOTH), para("c")], ["a", "bc"], ["a", "bc"],
    ),
    "a mark deleted before a content control": (
        [para("a", mark="del"), control(para("b")), para("c")], ["ab", "c"], ["a", "b", "c"],
    ),
    "a mark deleted at the end of a content control": (
        [para("a"), control(para("b", mark="del")), para("c")], ["a", "bc"], ["a", "b", "c"],
    ),
    "the last paragraph deleted": ([para("a"), para(gone("b"), mark="del")], ["a"], ["a", "b"]),
    "the last paragraph and a half deleted": (
        [para("a"), para("b", gone("x"), mark="del"), para(gone("c"), mark="del")],
        ["a", "b"], ["a", "bx", "c"],
    ),
    "paragraphs inserted at the end": (
        [para("a", mark="ins"), para(new("b"), mark="ins"), para(new("c"))],
        ["a", "b", "c"], ["a"],
    ),
    "empty paragraphs deleted": (
        [para("a"), para(mark="del"), para(mark="del"), para("b")], ["a", "b"], ["a", "", "", "b"],
    ),
    "a paragraph deleted before a table": (
        [para("a"), para(gone("b"), mark="del"), table(WHOLE)],
        ["a", "1", "2"], ["a", "b", "1", "2"],
    ),
    "an empty paragraph deleted before a table": (
        [para("a"), para(mark="del"), table(WHOLE)], ["a", "1", "2"], ["a", "", "1", "2"],
    ),
    "words before a table whose mark is deleted": (
        [para("a", mark="del"), table(WHOLE), para("b")],
        ["a", "1", "2", "b"], ["a", "1", "2", "b"],
    ),
    "words, a table and words deleted": (
        [para("a", gone("b"), mark="del"),
         table(row(cell(para(gone("1"), mark="del")), mark="del")), para(gone("c"), "d")],
        ["a", "d"], ["ab", "1", "cd"],
    ),
    "a deleted row": (
        [table(WHOLE, row(cell(para(gone("3"), mark="del")), mark="del"))],
        ["1", "2"], ["1", "2", "3"],
    ),
    "an inserted row": (
        [table(WHOLE, row(cell(para(new("3"), mark="ins")), mark="ins"))],
        ["1", "2", "3"], ["1", "2"],
    ),
    "a deleted row whose words bear no mark": (
        [table(WHOLE, row(cell(para("3")), mark="del"))], ["1", "2"], ["1", "2", "3"],
    ),
    "a row deleted in a table within a cell": (
        [table(row(cell(table(WHOLE, row(cell(para(gone("3"), mark="del")), mark="del")),
                        para("4"))))],
        ["1", "2", "4"], ["1", "2", "3", "4"],
    ),
    "an inserted cell": (
        [table(row(cell(para("1")), cell(para(new("2"), mark="ins"), change="cellIns")))],
        ["1", "2"], ["1"],
    ),
    "a deleted cell": (
        [table(row(cell(para("1")), cell(para("2"), change="cellDel")))], ["1"], ["1", "2"],
    ),
    "cells merged into one": (
        [table(row(cell(para("1"), change="cellMerge")), row(cell(para("2"), change="cellMerge")))],
        ["1", "2"], ["1", "2"],
    ),
    "a cell emptied with its last mark": (
        [table(row(cell(para(gone("1"), mark="del")), cell(para("2"))))], ["", "2"], ["1", "2"],
    ),
    "a cell filled with its last mark": (
        [table(row(cell(para(new("1"), mark="ins")), cell(para("2"))))], ["1", "2"], ["", "2"],
    ),
    "empty paragraphs deleted at the end of a cell": (
        [table(row(cell(para("1"), para(mark="del"), para(mark="del"))))],
        ["1"], ["1", "", ""],
    ),
    "a moved paragraph leaves nothing behind": (
        [para("a"), para(AWAY[0], moving("moveFrom", "b"), mark="moveFrom"), AWAY[1], para("c"),
         para(HERE[0], moving("moveTo", "b"), mark="moveTo"), HERE[1], para("d")],
        ["a", "c", "b", "d"], ["a", "b", "c", "d"],
    ),
    "a move from the middle of one paragraph to that of the next": (
        [para("a", AWAY[0], moving("moveFrom", "b"), mark="moveFrom"),
         para(moving("moveFrom", "c"), AWAY[1], "d"),
         para("e", HERE[0], moving("moveTo", "b"), mark="moveTo"),
         para(moving("moveTo", "c"), HERE[1], "f")],
        ["ad", "eb", "cf"], ["ab", "cd", "ef"],
    ),
    "a moved content control": (
        [para("a"), AWAY[0], control(para(moving("moveFrom", "b"), mark="moveFrom")), AWAY[1],
         para("c"), HERE[0], control(para(moving("moveTo", "b"), mark="moveTo")), HERE[1],
         para("d")],
        ["a", "c", "b", "d"], ["a", "b", "c", "d"],
    ),
    "a moved table": (
        [AWAY[0], table(row(cell(para(moving("moveFrom", "1"), mark="moveFrom")))), AWAY[1],
         para("a"), HERE[0], table(row(cell(para(moving("moveTo", "1"), mark="moveTo")))), HERE[1],
         para("b")],
        ["a", "1", "b"], ["1", "a", "b"],
    ),
    "a deleted figure in a formula": (
        [para("x", math(figure("A="), figure("2", "del"), figure("B")))], ["xA=B"], ["xA=2B"],
    ),
    "an inserted figure in a formula": (
        [para("x", math(figure("A="), figure("2", "ins"), figure("B")))], ["xA=2B"], ["xA=B"],
    ),
    "a deleted field": (
        [para("a", deleted(FIELD("begin") + "<w:r><w:delInstrText> DATE </w:delInstrText></w:r>"
                           + FIELD("separate") + run("b") + FIELD("end")), "c")],
        ["ac"], ["abc"],
    ),
    "a tab and a break deleted": (
        [para("a", deleted("<w:r><w:t>b</w:t><w:tab/><w:br/></w:r>"), "c")], ["ac"], ["ab\t\nc"],
    ),
    "a changed section": (
        [para("a", properties=f"<w:sectPr><w:sectPrChange {STAMP}><w:sectPr/></w:sectPrChange>"
              "</w:sectPr>"), para("b")],
        ["a", "b"], ["a", "b"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_both_readings_are_those_of_word(case: str) -> None:
    body, after, before = CASES[case]
    assert readings(*body) == (after, before)


@dataclass(frozen=True)
class Change:
    """Whether words, a mark or a row are put in, and whether they are taken out."""

    is_new: bool
    is_gone: bool

    def is_in(self, *, after: bool) -> bool:
        return not (self.is_gone if after else self.is_new)


@dataclass(frozen=True)
class Paragraph:
    words: tuple[tuple[str, Change], ...]
    mark: Change
    level: int = 0


@dataclass(frozen=True)
class Row:
    cells: tuple[tuple[Paragraph, ...], ...]
    change: Change


Piece = Paragraph | tuple[Row, ...]

changes = st.builds(Change, st.booleans(), st.booleans())
paragraphs = st.builds(
    Paragraph,
    st.lists(st.tuples(st.text("xyz", min_size=1, max_size=2), changes), max_size=3).map(tuple),
    changes,
    st.integers(0, 2),
)
cells = st.lists(paragraphs, min_size=1, max_size=3).map(tuple)
rows = st.builds(Row, st.lists(cells, min_size=1, max_size=2).map(tuple), changes)
tables = st.lists(rows, min_size=1, max_size=2).map(tuple)
bodies = st.lists(st.one_of(paragraphs, paragraphs, tables), min_size=1, max_size=6)


def changed(content: str, change: Change) -> str:
    content = deleted(content) if change.is_gone else content
    return ins(content) if change.is_new else content


def marks(change: Change) -> str:
    return (f"<w:ins {STAMP}/>" if change.is_new else "") + (
        f"<w:del {STAMP}/>" if change.is_gone else ""
    )


def written(piece: Piece) -> str:
    if isinstance(piece, Paragraph):
        properties = f'<w:numPr><w:ilvl w:val="{piece.level}"/><w:numId w:val="1"/></w:numPr>'
        words = (changed(run(text), change) for text, change in piece.words)
        return para(*words, properties=f"{properties}<w:rPr>{marks(piece.mark)}</w:rPr>")
    lines = (
        f"<w:tr><w:trPr>{marks(line.change)}</w:trPr>"
        + "".join(cell(*map(written, inside)) for inside in line.cells)
        + "</w:tr>"
        for line in piece
    )
    return table(*lines)


def containers(body: Sequence[Piece]) -> Iterator[tuple[list[Paragraph], Change | None]]:
    """Yield stretches of paragraphs no join can leave; with a cell, what its row is marked with."""
    stretch: list[Paragraph] = []
    for piece in body:
        if isinstance(piece, Paragraph):
            stretch.append(piece)
            continue
        yield stretch, None
        stretch = []
        for line in piece:
            for inside in line.cells:
                yield [under(each, line.change) for each in inside], line.change
    yield stretch, None


def under(paragraph: Paragraph, around: Change) -> Paragraph:
    """What a row is marked with holds for all that stands in it."""

    def joint(change: Change) -> Change:
        return Change(change.is_new or around.is_new, change.is_gone or around.is_gone)

    words = tuple((text, joint(change)) for text, change in paragraph.words)
    return replace(paragraph, words=words, mark=joint(paragraph.mark))


def expected(body: Sequence[Piece], *, after: bool) -> list[tuple[str, int]]:
    """The oracle: strike out letters and marks in one long strip, then cut it at the marks."""
    found: list[tuple[str, int]] = []
    for stretch, around in containers(body):
        strip = [
            (letter, change, paragraph.level)
            for paragraph in stretch
            for letter, change in [*paragraph.words, ("\n", paragraph.mark)]
        ]
        kept = [(letter, level) for letter, change, level in strip if change.is_in(after=after)]
        lines: list[tuple[str, int]] = []
        words = ""
        for letter, level in kept:
            if letter == "\n":
                lines.append((words, level))
                words = ""
            else:
                words += letter
        if words:
            lines.append((words, stretch[-1].level))
        found += lines
        if not lines and around is not None and around.is_in(after=after):
            found.append(("", stretch[-1].level))
    return found


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_both_readings_equal_a_strip_with_what_is_gone_struck_out(body: list[Piece]) -> None:
    after, before = readings(*map(written, body))
    assert after == [text for text, _ in expected(body, after=True)]
    assert before == [text for text, _ in expected(body, after=False)]


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_the_numbers_of_a_reading_are_those_of_the_same_text_without_changes(
    body: list[Piece],
) -> None:
    tracked = read_bytes(docx(*map(written, body), numbering=numbering()), "x.docx").blocks
    for is_after in (True, False):
        plain = [item(text, level=level) for text, level in expected(body, after=is_after)]
        clean = read_bytes(docx(*plain, numbering=numbering()), "x.docx").blocks
        assert printed(tracked, is_after=is_after) == [block.number for block in clean]


def printed(blocks: Sequence[Block], *, is_after: bool) -> list[str | None]:
    """The number of each paragraph of a reading; it stands at the first block with words."""
    found: list[str | None] = []
    number: str | None = None
    for block in blocks:
        own = block.number
        if not is_after and block.number_before is not None:
            own = block.number_before or None
        number = number or own
        if (block.mark_deleted if is_after else block.mark_inserted) is None:
            found.append(number)
            number = None
    return found
