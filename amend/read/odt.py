"""An OpenDocument text in, its source text out: every word with its changes, every number printed.

How, and what was left, is told in docs/design/0037-opendocument-and-others.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from amend.model.source import Block, BlockKind, Source, SourceText
from amend.notices import Code, Notice
from amend.read import odt_names as o
from amend.read.files import few, load
from amend.read.odt_changes import Changes
from amend.read.odt_comments import OdtMargin
from amend.read.odt_counts import OdtCounters
from amend.read.odt_joins import inherit
from amend.read.odt_lists import Chains, ListNames, OdtLists
from amend.read.odt_parts import Parts
from amend.read.odt_story import OdtStory, Scope
from amend.read.odt_styles import OdtStyles
from amend.read.word_counts import numbers
from amend.read.word_joins import settle
from amend.read.word_lost import lost
from amend.read.word_story import DraftBlock

_END = "endnote"


def read(path: Path) -> SourceText:
    """Read an OpenDocument text, zipped or flat; raises ReadError."""
    return _read(load(path), path.name, path)


def read_bytes(data: bytes, file: str) -> SourceText:
    """Read one that is already in memory, `file` is its name; raises ReadError."""
    return _read(data, file, file)


def _read(data: bytes, file: str, where: object) -> SourceText:
    reading = _Reading(Parts(data, where), file)
    blocks = reading.blocks()
    return SourceText(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format="odt",
        blocks=blocks,
        language=reading.language,
        notices=few(reading.notices()),
    )


class _Reading:
    """One file on its way to blocks: its parts, and what was found out about it."""

    def __init__(self, parts: Parts, file: str) -> None:
        self._parts, self._file = parts, file
        self._lists, self._changes = OdtLists(), Changes()
        self._margin = OdtMargin(self._changes, parts.where)
        self._story = OdtStory(self._lists, self._changes, self._margin, parts)
        roots = [parts.content]
        if parts.styles is not None and parts.styles is not parts.content:
            roots.append(parts.styles)
        for root in roots:
            self._changes.take(root)
            self._margin.take(root)
        common, own = parts.styles, parts.content
        self._text = Scope(
            OdtStyles(common, own), ListNames(common, own), Chains(own, "text").roots
        )
        self.language = self._text.styles.language
        self._noted: dict[int, int | None] = {}
        self._unprinted: set[str] = set()
        self._last_page = 1

    def blocks(self) -> tuple[Block, ...]:
        """Walk every story in reading order, count the numbers, and build the blocks."""
        self._story.enter(self._text)
        self._story.story(self._parts.text, BlockKind.BODY, None, None)
        self._last_page = self._story.words.page
        self._notes()
        self._margins()
        drafts = self._story.blocks
        settle(drafts)
        inherit(drafts, self._story.told)
        counters = OdtCounters(self._lists.lists, self.language)
        printed, self._unprinted = numbers(drafts, self._lists, counters)
        comments = self._margin.pinned(len(drafts))
        pages = self._pages()
        return tuple(
            Block(
                runs=draft.runs,
                source=Source(self._file, place + 1, draft.page if pages else None),
                kind=_kind(draft),
                number=printed[place][0],
                number_before=printed[place][1],
                level=self._level(draft, printed[place][2]),
                mark_inserted=draft.mark_inserted,
                mark_deleted=draft.mark_deleted,
                cell=draft.cell,
                comments=tuple(comments.get(place, ())),
                style=draft.style,
                noted=self._noted.get(place),
            )
            for place, draft in enumerate(drafts)
        )

    def _level(self, draft: DraftBlock, listed: int) -> int:
        """Return how deep a heading or a numbered paragraph is."""
        listed = listed if self._lists.bears(draft.place) else 0
        return draft.outline or listed if draft.kind is BlockKind.BODY else listed

    def _pages(self) -> bool:
        """Tell whether the breaks in the text add up to the pages that the file was saved with.

        Where they do not, no page is told: a wrong one is worse than none.
        """
        return self._parts.page_count() == self._last_page

    def _notes(self) -> None:
        """Walk footnotes, then endnotes, in the order of their signs; a note goes with its sign."""
        met = 0
        while met < len(self._story.words.notes):  # a note may stand in a note
            found = self._story.words.notes[met:]
            met = len(self._story.words.notes)
            for each in sorted(found, key=lambda one: one.note.get(o.NOTE_CLASS) == _END):
                body = each.note.find(o.NOTE_BODY)
                if body is None:
                    continue
                first = len(self._story.blocks)
                self._story.story(body, BlockKind.NOTE, each.inserted, each.deleted)
                new = range(first, len(self._story.blocks))
                self._noted |= dict.fromkeys(new, each.block + 1)

    def _margins(self) -> None:
        """Walk headers and footers; those that say the same are told once."""
        styles = self._parts.styles
        if styles is None:
            return
        scope = Scope(OdtStyles(styles, styles), ListNames(styles), Chains(styles, "page").roots)
        self._story.enter(scope if styles is not self._parts.content else self._text)
        said: set[bytes] = set()
        for masters in styles.iterchildren(o.MASTERS):
            for part in masters.iter(*o.MARGINS):
                words = etree.tostring(part, method="text", encoding="utf-8", with_tail=False)
                if words.strip() and words not in said:
                    said.add(words)
                    self._story.story(part, BlockKind.MARGIN, None, None)

    def notices(self) -> Iterator[Notice]:
        """Say what could not be read or printed; call after `blocks`."""
        yield from self._parts.notices
        changes = self._changes
        yield from lost("tracked changes", changes.asked, changes.regions, self._file)
        for text in self._numbering():
            yield Notice(Code.NUMBERING_UNKNOWN, self._file, text)
        if self._story.linked:
            text = "a section shows text of another file; what was last shown is read, no more."
            yield Notice(Code.EXTERNAL_IGNORED, self._file, text)
        if self._story.words.drawn:
            text = "an object of another program is drawn here; its words are not read."
            yield Notice(Code.TEXT_SKIPPED, self._file, text)
        if self._margin.is_full:
            text = "comments overlap so much that the words of some are not told whole."
            yield Notice(Code.TEXT_SKIPPED, self._file, text)

    def _numbering(self) -> Iterator[str]:
        if self._lists.unknown:
            found = ", ".join(sorted(self._lists.unknown)[:5])
            yield f"list {found[:200]} is defined nowhere in the file; its numbers are not shown."
        for name in sorted(self._unprinted):
            yield f"numbers in the format {name!r} are shown as 1, 2, 3."


def _kind(draft: DraftBlock) -> BlockKind:
    is_heading = draft.kind is BlockKind.BODY and draft.outline
    return BlockKind.HEADING if is_heading else draft.kind
