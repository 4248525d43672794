"""A Word file in, its source text out: every word with its tracked changes, every number printed.

How, and what was left, is told in docs/design/0005-reading-word.md.
"""

from __future__ import annotations

import gc
import hashlib
import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from amend.errors import ReadError
from amend.model.source import Block, BlockKind, Source, SourceText
from amend.notices import Code, Notice
from amend.read import word_names as w
from amend.read.files import few, load
from amend.read.ooxml import Package, Relationship
from amend.read.word_comments import Margin
from amend.read.word_counts import Counters, numbers
from amend.read.word_drawings import Drawings
from amend.read.word_joins import settle
from amend.read.word_lost import lost
from amend.read.word_marks import Marks
from amend.read.word_numbering import Lists
from amend.read.word_runs import Change, RunWalk
from amend.read.word_story import DraftBlock, StoryWalk
from amend.read.word_styles import Styles
from amend.read.word_threads import Threads

_MAIN = "word/document.xml"
# What Word calls the parts, for a file that has lost the links between them.
_USUAL = (
    *("styles", "numbering", "footnotes", "endnotes", "comments"),
    *("commentsExtended", "commentsIds", "commentsExtensible"),
)
_THREADS = ("commentsExtended", "commentsIds", "commentsExtensible")
# The names of their outermost elements, where they are others.
_ROOTS = {"commentsExtended": ("commentsEx",)}
_MARGINS = ("hdr", "ftr")
# Parts with words in them, by the names that Word gives; each must have been linked to.
_WORDED = re.compile(
    r"word/(?:(?:comments|footnotes|endnotes)\d*|(?:header|footer)\d+)\.xml", re.IGNORECASE
)
_NOTES = ((w.FOOTNOTE_REF, "footnotes"), (w.ENDNOTE_REF, "endnotes"))
_NORMAL = "normal"
_EXCERPT, _MOST_SHOWN = 200, 20
# Parts with words in them that are drawn, not written.
_DRAWN = {"diagramData": "a diagram", "chart": "a chart", "chartEx": "a chart"}
_FOREIGN = {"subDocument": "a linked subdocument", "aFChunk": "an inserted file"}


def read(path: Path) -> SourceText:
    """Read a Word file; raises ReadError."""
    return _read(load(path), path.name, path)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read a Word file that is already in memory, `file` is its name; raises ReadError."""
    return _read(data, file, file)


def _read(data: bytes, file: str, where: object) -> SourceText:
    with _no_collection():
        reading = _Reading(Package(data, where), file)
        blocks = reading.blocks()
        return SourceText(
            file=file,
            sha256=hashlib.sha256(data).hexdigest(),
            format="docx",
            blocks=blocks,
            language=reading.styles.language,
            notices=few(reading.notices()),
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause garbage collection: nothing built here has cycles, and it costs a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Reading:
    """One file on its way to blocks: its parts, and what was found out about it."""

    def __init__(self, package: Package, file: str) -> None:
        self._package, self._file = package, file
        self._main = self._main_part()
        root = package.xml(self._main)
        body = root.find(w.BODY)
        if body is None:
            raise ReadError(
                "has no text in its main part; is it a Word document?",
                where=package.where,
                hint="Open it in Word and save it as .docx.",
            )
        self._body = body
        self._links = package.relationships(self._main)
        self._said: list[Notice] = []
        self._find_parts()
        self.styles = Styles(self._part("styles"))
        self._lists = Lists(self._part("numbering"), self.styles)
        self._marks = Marks(has_utc=w.UTC_NAMESPACE in root.nsmap.values())
        threads = Threads(*(self._part(kind) for kind in _THREADS))
        self._margin = Margin(self._part("comments"), self._marks, threads, package.where)
        self._walk = RunWalk(self.styles, self._marks, self._margin)
        self._drawings = Drawings(package)
        self._story = StoryWalk(self._walk, self._marks, self._drawings, package.where)
        self._rules: list[etree._Element] = []
        self._noted: dict[int, int | None] = {}
        self._unprinted: set[str] = set()

    def _main_part(self) -> str:
        links = self._package.relationships("")
        found = (link.target for link in links if link.kind == "officeDocument")
        main = next(found, _MAIN)
        return main if main in self._package or _MAIN not in self._package else _MAIN

    def _find_parts(self) -> None:
        self._parts = {link.kind: link.target for link in self._links if not link.is_external}
        if not self._links:
            folder = posixpath.dirname(self._main)
            usual = {kind: posixpath.join(folder, f"{kind}.xml") for kind in _USUAL}
            self._parts = {kind: name for kind, name in usual.items() if name in self._package}
            self._say(Code.PART_MISSING, "the links between its parts are gone; headers and "
                      "footers are not shown.")  # fmt: skip

    def _part(self, kind: str) -> etree._Element | None:
        return self._package.optional(self._parts.get(kind), _ROOTS.get(kind, (kind,)))

    def _say(self, code: Code, text: str) -> None:
        self._said.append(Notice(code, self._file, text))

    def blocks(self) -> tuple[Block, ...]:
        """Walk every story in reading order, count the numbers, and build the blocks."""
        self._drawings.enter(self._main)
        self._story.story(self._body, BlockKind.BODY, None, None)
        for reference, kind in _NOTES:
            self._notes(reference, kind)
        self._margins()
        if self._links:
            self._package.unread(_WORDED)
        settle(self._story.blocks)
        counters = Counters(self._lists, self.styles.language)
        printed, self._unprinted = numbers(self._story.blocks, self._lists, counters)
        self._said += lost("comments", self._margin.referred, self._margin.held, self._file)
        comments = self._margin.pinned(len(self._story.blocks))
        return tuple(
            Block(
                runs=draft.runs,
                source=Source(self._file, place + 1),
                kind=self._kind(draft),
                number=printed[place][0],
                number_before=printed[place][1],
                level=self._level(draft, printed[place][2]),
                mark_inserted=draft.mark_inserted,
                mark_deleted=draft.mark_deleted,
                cell=draft.cell,
                comments=tuple(comments.get(place, ())),
                style=self.styles[draft.style].name if draft.style else "",
                formatting=draft.formatting,
                noted=self._noted.get(place),
            )
            for place, draft in enumerate(self._story.blocks)
        )

    def _notes(self, reference: str, kind: str) -> None:
        """Walk the notes in the order of their references; a note goes with its reference."""
        root = self._part(kind)
        asked = [each[1] for each in self._walk.references if each[0] == reference]
        if root is None:
            self._said += lost(kind, asked, (), self._file)
            return
        self._drawings.enter(self._parts[kind])
        notes = [note for note in root if note.get(w.TYPE, _NORMAL) == _NORMAL]
        self._rules += [note for note in root if note.get(w.TYPE, _NORMAL) != _NORMAL]
        by_id = {note.get(w.ID, ""): note for note in notes}
        self._said += lost(kind, asked, by_id, self._file)
        marks: dict[etree._Element, tuple[Change, Change, int | None]] = {
            by_id[number]: (inserted, deleted, block + 1)
            for tag, number, inserted, deleted, block in self._walk.references
            if tag == reference and number in by_id
        }
        for note in [*marks, *(each for each in notes if each not in marks)]:
            inserted, deleted, noted = marks.get(note, (None, None, None))
            first = len(self._story.blocks)
            self._story.story(note, BlockKind.NOTE, inserted, deleted)
            self._noted |= dict.fromkeys(range(first, len(self._story.blocks)), noted)

    def _margins(self) -> None:
        """Walk headers and footers in the order of their sections, each once.

        The rule above footnotes is drawn as a rule; somebody may have typed one instead.
        """
        by_id = {link.id: link for link in self._links}
        self._said += lost("headers or footers", self._story.margins, by_id, self._file)
        used = [by_id[each] for each in self._story.margins if each in by_id]
        rest = [link for link in self._links if link.kind in ("header", "footer")]
        for name in dict.fromkeys(link.target for link in used + rest if not link.is_external):
            root = self._package.optional(name, _MARGINS)
            if root is not None:
                self._drawings.enter(name)
                self._story.story(root, BlockKind.MARGIN, None, None)
        for rule in self._rules:
            if any(text.text for text in rule.iter(w.T)):
                self._story.story(rule, BlockKind.MARGIN, None, None)

    def _heading(self, draft: DraftBlock) -> int:
        if draft.outline is not None:
            return draft.outline if draft.outline <= 9 else 0
        return self.styles[draft.style].heading if draft.style else 0

    def _kind(self, draft: DraftBlock) -> BlockKind:
        is_heading = draft.kind is BlockKind.BODY and self._heading(draft)
        return BlockKind.HEADING if is_heading else draft.kind

    def _level(self, draft: DraftBlock, listed: int) -> int:
        return self._heading(draft) or listed if draft.kind is BlockKind.BODY else listed

    def notices(self) -> Iterator[Notice]:
        """Say what could not be read or printed; call after `blocks`."""
        yield from self._package.notices
        yield from self._said
        yield from self._numbering_notices()
        yield from self._foreign_notices()
        for comment in self._margin.loose():
            said = [comment.text, *(each.text for each in comment.replies)]
            words = " / ".join(each[:_EXCERPT] for each in said[:_MOST_SHOWN])
            text = f"a comment by {comment.author or 'nobody'} is pinned to no words: {words!r}."
            yield Notice(Code.TEXT_SKIPPED, self._file, text)
        if self._margin.is_full:
            text = "comments overlap so much that the words of some are not told whole."
            yield Notice(Code.TEXT_SKIPPED, self._file, text)

    def _numbering_notices(self) -> Iterator[Notice]:
        if "styles" not in self._parts and any(draft.style for draft in self._story.blocks):
            text = "the part with its styles is gone; headings and numbers may be missing."
            yield Notice(Code.PART_MISSING, self._file, text)
        if self._lists.unknown:
            code = Code.NUMBERING_UNKNOWN if "numbering" in self._parts else Code.PART_MISSING
            found = ", ".join(sorted(self._lists.unknown)[:5])
            text = f"list {found} is defined nowhere in the file; its numbers are not shown."
            yield Notice(code, self._file, text)
        for name in sorted(self._unprinted):
            text = f"numbers in the format {name!r} are shown as 1, 2, 3."
            yield Notice(Code.NUMBERING_UNKNOWN, self._file, text)
        if self._walk.counted_fields:
            text = "numbers that fields count (LISTNUM, AUTONUM) are not shown."
            yield Notice(Code.NUMBERING_UNKNOWN, self._file, text)

    def _foreign_notices(self) -> Iterator[Notice]:
        by_id = {link.id: link for link in self._links}
        for tag, number in self._story.foreign:
            link = by_id.get(number)
            kind = "subDocument" if tag == w.SUB_DOCUMENT else "aFChunk"
            yield self._foreign_notice(_FOREIGN[kind], link)
        for link in self._links:
            if link.kind in _DRAWN and link.target not in self._drawings.met:
                text = f"{_DRAWN[link.kind]} is drawn here; its words are not read."
                yield Notice(Code.TEXT_SKIPPED, self._file, text)

    def _foreign_notice(self, what: str, link: Relationship | None) -> Notice:
        if link is not None and link.is_external:
            text = f"{what} lies outside the file and is not fetched."
            return Notice(Code.EXTERNAL_IGNORED, self._file, text)
        return Notice(Code.TEXT_SKIPPED, self._file, f"{what} is not read; open it by itself.")
