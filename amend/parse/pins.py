"""A comment and the block it stands at in, what of the base it means out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amend.labels import Label, split_head
from amend.model.draft import Paragraph, Role
from amend.model.source import Block, Comment
from amend.parse.heads import head_of
from amend.parse.index import Base
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# An anchor with so many of a paragraph's words means the paragraph.
_WHOLE = 0.9
_LIKE_THE_PARAGRAPH = 0.5


@dataclass(frozen=True, slots=True)
class Pin:
    """What a comment is pinned to.

    `paragraphs` are those of the base, several where it runs over several, none where it stands
    at a heading, at new text, or beside no draft. `words` are the words of the first that it means,
    "" for all of them; `is_loose` tells that it is pinned to no words, or to parts of several
    paragraphs. `proposed_by` are the authors of the tracked words it is pinned to, `is_new` tells
    that none of these stand in the base, `new` is the label of a paragraph that is only proposed.
    `earlier` tells how often the words stand before the place that is meant.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    words: str = ""
    is_loose: bool = False
    proposed_by: tuple[str, ...] = ()
    is_new: bool = False
    new: Label | None = None
    earlier: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the paragraphs."""
        return tuple(each.id for each in self.paragraphs)

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels of the paragraphs that have one, or that of the proposed one."""
        if self.new is not None:
            return (self.new,)
        return tuple(each.label for each in self.paragraphs if each.label is not None)

    def means_all(self, text: str) -> bool:
        """Whether words given in place of something are the whole paragraph, as it should read."""
        if not self.paragraphs:
            return False
        asked = tokens(text)
        whole = share_in_common(tokens(self.paragraphs[0].text), asked)
        return whole >= _LIKE_THE_PARAGRAPH and len(asked) > len(tokens(self.words))


def pin_of(comment: Comment, block: Block, tied: Paragraph | None, base: Base) -> Pin:
    """Tell what a comment means; `tied` is the paragraph of the base that its block copies."""
    said = comment.anchor if comment.anchor_before is None else comment.anchor_before
    authors = tuple(dict.fromkeys(_authors(comment, block)))
    is_new = (bool(comment.anchor) and not said) or not block.before.strip()
    if tied is None or tied.role is Role.HEADING or not block.before.strip():
        is_proposed = is_new and bool(authors)
        new = head_of(block, "un").label if is_proposed and not block.before.strip() else None
        return Pin(proposed_by=authors, is_new=is_proposed, new=new)
    lines = [line for line in map(_without_number, said.split("\n")) if tokens(line)]
    if len(lines) > 1:
        covered = tuple(_covered(lines, tied, base))
        is_all = len(covered) == len(lines)
        return Pin(covered if is_all else (tied,), "", not is_all, authors)
    words = _in_base(lines[0], tied) if lines else ""
    earlier = len(places_of(words, block.before[: comment.start])) if comment.start else 0
    return Pin((tied,), words, not comment.anchor, authors, is_new, earlier=earlier)


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, as half-open spans; none for no words."""
    if not words.strip():
        return []
    pattern = rf"(?<!\w){re.escape(words.strip())}(?!\w)"
    return [each.span() for each in re.finditer(pattern, text, re.IGNORECASE)]


def _without_number(line: str) -> str:
    head = split_head(line.strip())
    return head[2] if head is not None else line


def _in_base(line: str, tied: Paragraph) -> str:
    """The words meant; "" where they are all of the paragraph."""
    return "" if _is_all(line, tied) else line.strip()


def _is_all(line: str, paragraph: Paragraph) -> bool:
    asked, held = tokens(line), tokens(paragraph.text)
    return len(asked) >= _WHOLE * len(held) and share_in_common(held, asked) >= _WHOLE


def _covered(lines: Iterable[str], tied: Paragraph, base: Base) -> Iterator[Paragraph]:
    """Find the paragraphs that an anchor of several lines runs over, in reading order."""
    paragraphs = iter(base.revision.paragraphs[base.revision.paragraphs.index(tied) :])
    for line in lines:
        found = next((each for each in paragraphs if base.holds(each, line)), None)
        if found is None or not _is_all(line, found):
            return
        yield found


def _authors(comment: Comment, block: Block) -> Iterator[str]:
    """Name who put in or cut out the words that a comment is pinned to, if nothing else is."""
    is_new = comment.anchor_before == ""
    for run in block.runs:
        words = run.text.strip()
        is_meant = bool(comment.anchor) and comment.anchor in words
        is_part = is_new and bool(words) and words in comment.anchor
        for stamp in (run.inserted, run.deleted):
            if stamp is not None and stamp.author and (is_meant or is_part):
                yield stamp.author
