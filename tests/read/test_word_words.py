"""No word of a Word file goes missing: every one is read once, in its place, with its marks.

What is expected is told by a walk that is written here, as plainly as it can be, and shares no
code with the reader.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import amend
from amend.model.draft import Revision
from amend.model.source import BlockKind, SourceText
from amend.pipeline import revision_of_bytes
from amend.read.docx import read, read_bytes
from tests.builders import comment, commented, deleted, docx, ins, item, numbering, para, part, run

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
REAL = sorted([*SHARED.glob("word/**/*.docx"), *SHARED.glob("unfccc/*.docx")])
needs_shared = pytest.mark.skipif(not REAL, reason="the shared documents are not here")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORDS = {f"{_W}t", f"{_W}delText", f"{_M}t"}


def letters(texts: Iterable[str]) -> str:
    """All that is no white space, and no sign that stands in the file as an element."""
    return "".join("".join(texts).split()).replace("\u2011", "").replace("\ufffd", "")


def written(root: etree._Element) -> Iterator[str]:
    """The words of an element in order; of two ways to draw one thing, the first with content.

    A sign of the Symbol font that ASCII has too is a letter; others are left to other tests.
    """
    if root.tag in _WORDS:
        yield root.text or ""
    if root.tag == f"{_W}sym":
        code = int(root.get(f"{_W}char", ""), 16) & 0xFF
        yield {0x2A: "*"}[code]
    children = list(root)
    if root.tag == f"{_MC}AlternateContent":
        children = [each for each in children if len(each)][:1]
    for child in children:
        yield from written(child)


class Parts:
    """The parts of a file, parsed, and what is written in them."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as packed:
            self.trees = {
                name: etree.fromstring(packed.read(name))
                for name in packed.namelist()
                if name.startswith("word/") and name.count("/") == 1 and name.endswith(".xml")
            }

    def body(self) -> str:
        return letters(written(self.trees["word/document.xml"]))

    def notes(self, kind: str) -> list[str]:
        """The notes of a kind in the order in which the text refers to them."""
        root = self.trees.get(f"word/{kind}s.xml")
        notes = {each.get(f"{_W}id"): each for each in (root if root is not None else ())}
        asked = (
            each.get(f"{_W}id")
            for each in self.trees["word/document.xml"].iter(f"{_W}{kind}Reference")
        )
        return [letters(written(notes[each])) for each in asked]

    def every(self, *starts: str) -> list[str]:
        names = sorted(name for name in self.trees if name.removeprefix("word/").startswith(starts))
        return [letters(written(self.trees[name])) for name in names]

    def rules(self) -> list[str]:
        """What was typed in place of the rule above the notes; Word draws it once for each kind."""
        roots = (self.trees.get(f"word/{kind}s.xml") for kind in ("footnote", "endnote"))
        notes = (each for root in roots if root is not None for each in root)
        return [
            letters(written(each)) for each in notes if each.get(f"{_W}type", "normal") != "normal"
        ]


def read_letters(source: SourceText, *kinds: BlockKind) -> str:
    runs = (run.text for block in source.blocks if block.kind in kinds for run in block.runs)
    return letters(runs)


@needs_shared
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_letter_of_a_real_file_is_read_once_and_in_order(path: Path) -> None:
    parts, source = Parts(path), read(path)
    assert read_letters(source, BlockKind.BODY, BlockKind.HEADING) == parts.body()
    notes = "".join([*parts.notes("footnote"), *parts.notes("endnote")])
    assert read_letters(source, BlockKind.NOTE) == notes
    margins = read_letters(source, BlockKind.MARGIN)
    headed = [*parts.every("header", "footer"), *parts.rules()]
    assert all(each in margins for each in headed)
    assert len(margins) == sum(map(len, headed))
    said = [comment.text for block in source.blocks for comment in block.comments]
    assert Counter(letters(said)) == Counter("".join(parts.every("comments.xml")))


@needs_shared
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_letter_of_a_real_file_stands_in_the_revision_in_order(path: Path) -> None:
    """A number typed in the text has become the label; one that Word counts was never in it."""
    left = letters(run.text for block in read(path).blocks for run in block.runs)
    for paragraph in amend.read(path).paragraphs:
        words = letters(run.text for run in paragraph.runs)
        typed = with_number(words, letters([paragraph.printed or ""]), left)
        taken = words if typed is None else typed
        assert left.startswith(taken), paragraph
        left = left.removeprefix(taken)
    assert left == ""


def with_number(words: str, number: str, left: str) -> str | None:
    """Put a number back where it was typed: behind what is deleted; None where it was not."""
    for place in range(len(words) + 1):
        typed = words[:place] + number + words[place:]
        if left.startswith(typed):
            return typed
        if not left.startswith(words[:place]):
            break
    return None


# Generated documents: a tree of what may stand in a text, and what each word in it should be.


@dataclass
class Word:
    """One word, as it should be read."""

    text: str
    is_inserted: bool
    is_deleted: bool


@dataclass
class Page:
    """A document as it grows: the words of its text, then those of its notes."""

    text: list[Word] = field(default_factory=list)
    notes: list[Word] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    count: int = 0

    def word(self) -> str:
        self.count += 1
        return f"w{self.count} "


_AROUND = {
    "ins": '<w:ins w:id="1" w:author="A">{}</w:ins>',
    "del": '<w:del w:id="1" w:author="B">{}</w:del>',
    "moveTo": '<w:moveTo w:id="1" w:author="A">{}</w:moveTo>',
    "moveFrom": '<w:moveFrom w:id="1" w:author="A">{}</w:moveFrom>',
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "hyperlink": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "field": '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    "smartTag": '<w:smartTag w:element="x">{}</w:smartTag>',
    "customXml": '<w:customXml w:element="x">{}</w:customXml>',
    "unknown": "<w:neverHeardOf>{}</w:neverHeardOf>",
}
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing>{held}</w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict>{held}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_INSERTS, _DELETES = {"ins", "moveTo"}, {"del", "moveFrom"}
_ROWS = ("", "ins", "del")


class Writing:
    """A file as it is written, piece by piece, and the page that should be read in it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.page = draw, Page()
        self.boxed: list[Word] = []

    def set_boxes(self) -> None:
        """Let the boxes follow: they wait where a paragraph runs on into the next."""
        self.page.text += self.boxed
        self.boxed.clear()

    def several(self, most: int, part: Callable[[], str]) -> str:
        return "".join(part() for _ in range(self.draw(st.integers(0, most))))

    def inline(self, depth: int, inserted: bool, deleted: bool) -> str:
        kind = self.draw(st.sampled_from(["word", "word", "note", "box", *_AROUND]))
        if depth and kind in _AROUND:
            marks = inserted or kind in _INSERTS, deleted or kind in _DELETES
            return _AROUND[kind].format(self.several(3, lambda: self.inline(depth - 1, *marks)))
        word = Word(self.page.word(), inserted, deleted)
        if kind == "note":
            self.page.notes.append(word)
            self.page.footnotes.append(word.text)
            return f'<w:r><w:footnoteReference w:id="{len(self.page.footnotes)}"/></w:r>'
        if kind == "box":
            self.boxed.append(word)
            return _BOX.format(held=f"<w:txbxContent>{para(word.text)}</w:txbxContent>")
        self.page.text.append(word)
        return run(word.text)

    def paragraph(self, inserted: bool, deleted: bool) -> str:
        content = self.several(4, lambda: self.inline(4, inserted, deleted))
        if not (inserted or deleted):
            self.set_boxes()
        return f"<w:p>{content}</w:p>"

    def block(self, depth: int, inserted: bool, deleted: bool) -> str:
        kind = self.draw(st.sampled_from(["p", "p", "table", "sdt", "customXml", "ins", "del"]))
        if depth == 0 or kind == "p":
            return self.paragraph(inserted, deleted)
        if kind == "table":
            return self.table(depth, inserted, deleted)
        marks = inserted or kind in _INSERTS, deleted or kind in _DELETES
        return _AROUND[kind].format(self.several(2, lambda: self.block(depth - 1, *marks)))

    def table(self, depth: int, inserted: bool, deleted: bool) -> str:
        rows = ""
        self.set_boxes()
        for mark in self.draw(st.lists(st.sampled_from(_ROWS), max_size=2)):
            told = f'<w:trPr><w:{mark} w:id="9" w:author="C"/></w:trPr>' if mark else ""
            inner = self.block(depth - 1, inserted or mark == "ins", deleted or mark == "del")
            self.set_boxes()
            rows += f"<w:tr>{told}<w:tc>{inner}</w:tc></w:tr>"
        return f"<w:tbl>{rows}</w:tbl>"


@st.composite
def pages(draw: st.DrawFn) -> tuple[bytes, Page]:
    """A Word file and what should be read in it."""
    writing = Writing(draw)
    body = writing.block(3, inserted=False, deleted=False)
    body += writing.several(3, lambda: writing.block(3, inserted=False, deleted=False))
    writing.set_boxes()
    notes = "".join(
        f'<w:footnote w:id="{number}">{para(word)}</w:footnote>'
        for number, word in enumerate(writing.page.footnotes, 1)
    )
    return docx(body or para(), footnotes=notes), writing.page


def words_of(revision: Revision, *, inserted: bool = True, deleted: bool = True) -> list[str]:
    """All words of a revision; without those put in, or without those taken out."""
    kept = (
        "".join(
            run.text
            for run in paragraph.runs
            if (inserted or run.inserted is None) and (deleted or run.deleted is None)
        )
        for paragraph in revision.paragraphs
    )
    return "\n".join(kept).split()


def texts(words: Sequence[Word]) -> list[str]:
    return [word.text.strip() for word in words]


@settings(max_examples=150)
@given(pages())
def test_each_word_is_read_once_with_its_marks_however_deep_it_stands(
    made: tuple[bytes, Page],
) -> None:
    data, page = made
    words = [*page.text, *page.notes]
    revision = revision_of_bytes(data, "x.docx")
    assert words_of(revision) == texts(words)
    before = texts([word for word in words if not word.is_inserted])
    after = texts([word for word in words if not word.is_deleted])
    assert words_of(revision, inserted=False) == before
    assert words_of(revision, deleted=False) == after
    assert " ".join(each.before for each in revision.paragraphs).split() == before
    assert " ".join(each.after for each in revision.paragraphs).split() == after


def test_words_of_every_kind_of_part_are_read() -> None:
    data = docx(
        para("body ", commented("pinned", 1), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        para("<m:oMath><m:r><m:t>math</m:t></m:r></m:oMath>", ins("in"), deleted("out")),
        item("listed"),
        numbering=numbering(),
        footnotes=f'<w:footnote w:id="2">{para("foot")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{para("end")}</w:endnote>',
        comments=comment("said", 1),
        links='<Relationship Id="h" Type="http://x/header" Target="header1.xml"/>',
        parts={"word/header1.xml": part("hdr", para("top"))},
    )
    revision = revision_of_bytes(data, "x.docx")
    assert words_of(revision) == "body pinned mathinout listed foot end top".split()
    assert [each.text for p in revision.paragraphs for each in p.comments] == ["said"]


def test_many_text_boxes_of_one_paragraph_follow_it_in_order() -> None:
    """Each was once read inside the one before it, until Python had enough."""
    box = "<w:r><w:pict><w:txbxContent>{}{}</w:txbxContent></w:pict></w:r>"
    boxes = (box.format(para(f"a{n}"), para(f"b{n}")) for n in range(1000))
    found = [block.after for block in read_bytes(docx(para("top", *boxes)), "x.docx").blocks]
    assert found == ["top", *(f"{side}{n}" for n in range(1000) for side in "ab")]
