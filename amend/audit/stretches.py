"""NEW as its parser read it before the changes in, the paragraphs that a reader sees out.

A paragraph put in under a mark goes on in the next one once its end is rejected. Here it is cut
off again, with all its words: what is declared as a new paragraph is one by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from amend.model.draft import Paragraph, Revision
from amend.model.source import Block, Run
from amend.text.exact import PARAGRAPH_END
from amend.text.words import tokens

MARGIN = "header or footer"
Key = tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """One paragraph of NEW with its marks, the right way round; `block` is where it begins.

    `is_added` says that all of it is declared as put in: nothing of it stands before the changes.
    `end` is the mark under which the paragraph's end is declared as deleted, on an empty run.
    """

    paragraph: Paragraph
    runs: tuple[Run, ...]
    block: int
    is_added: bool
    end: Run | None = None

    @cached_property
    def before(self) -> str:
        """The words before the changes."""
        return "".join(run.text for run in self.runs if run.inserted is None)

    @cached_property
    def after(self) -> str:
        """The words with the changes accepted."""
        return "".join(run.text for run in self.runs if run.deleted is None)

    @cached_property
    def key(self) -> Key:
        """What the words are paired by, see `key_of`."""
        return key_of(self.paragraph, self.after if self.is_added else self.before)


def key_of(paragraph: Paragraph, text: str) -> Key:
    """Return the words alone, capitals or not; a paragraph without words goes by its number."""
    return tuple(tokens(text)) or (f"#{bare(paragraph.printed)}", text.strip())


def bare(printed: str | None) -> str:
    """Return a printed number without the signs and spaces that only set it off."""
    return "".join((printed or "").split()).strip(".:;()[]–—-").casefold()


def stretches(new: Revision, joined: Mapping[int, tuple[int, ...]]) -> tuple[Stretch, ...]:
    """Cut every paragraph of a mirrored revision, in reading order."""
    return tuple(
        stretch
        for paragraph in new.paragraphs
        for stretch in _cut(paragraph, joined.get(paragraph.source.block, ()))
    )


def _cut(paragraph: Paragraph, blocks: tuple[int, ...]) -> Iterator[Stretch]:
    parts = list(_parts(paragraph))
    places = (*blocks, *[paragraph.source.block] * len(parts))
    cores = [n for n, part in enumerate(parts) if any(run.inserted is None for run in part)]
    groups = [[n] for n in range(len(parts)) if not cores or n < cores[0]]
    if cores:
        # What was put in between two halves of a split stays with them: all of it was one.
        groups.append(list(range(cores[0], cores[-1] + 1)))
        groups += [[n] for n in range(cores[-1] + 1, len(parts))]
    for group in groups:
        is_core = bool(cores) and group[0] == cores[0]
        if is_core and group[-1] < len(parts) - 1:
            # Enter at the end of a paragraph puts its end in; it belongs to what follows.
            parts[group[-1] + 1].append(parts[group[-1]].pop())
        runs = tuple(run for n in group for run in parts[n])
        if runs or is_core:
            end = _end(paragraph) if group[-1] == len(parts) - 1 else None
            yield Stretch(paragraph, runs, places[group[0]], not is_core, end)


def marked_head(paragraph: Paragraph, block: Block) -> tuple[Run, ...]:
    """Return the typed number that the parser took off a mirrored block, if a mark stands on it.

    The right way round, like the runs of a stretch; nothing where nobody touched the number.
    """
    length = len(block.after.rstrip()) - len(paragraph.after.rstrip())
    head: list[Run] = []
    for run in block.runs:
        if length <= 0:
            break
        if run.deleted is None:
            head.append(Run(run.text[:length], None, run.inserted))
            length -= len(run.text)
    return tuple(head) if any(run.deleted is not None for run in head) else ()


def _parts(paragraph: Paragraph) -> Iterator[list[Run]]:
    """Cut at the ends of paragraphs; each part keeps its own end."""
    part: list[Run] = []
    for run in paragraph.runs:
        part.append(Run(run.text, run.deleted, run.inserted, run.look))
        if run.text == PARAGRAPH_END:
            yield part
            part = []
    yield part


def _end(paragraph: Paragraph) -> Run | None:
    if paragraph.mark_inserted is None:
        return None
    return Run(PARAGRAPH_END, deleted=paragraph.mark_inserted)
