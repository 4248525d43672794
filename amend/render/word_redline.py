"""A comparison in, a Word file out: the new revision with tracked changes against the old one.

Accepting all changes gives the new text, rejecting them the old one, paragraph by paragraph and to
the letter (docs/design/0034-word-redlines.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from amend.model.comparison import Comparison, Op
from amend.model.draft import Paragraph
from amend.model.house import HouseStyle
from amend.model.source import Run, Stamp
from amend.render.redline_looks import Looks
from amend.render.redline_pieces import Piece
from amend.render.redline_plan import plan
from amend.render.word import Lines, Story
from amend.render.word_changes import Tracked, closed
from amend.render.word_drafts import has_short_margins, is_in_body, is_in_margin, stands, style_of

_STAYS = Stamp()


def render(
    comparison: Comparison, *, by: str, date: str | None, house: HouseStyle | None = None
) -> bytes:
    """Return the Word file; every change is by one author, on one day or at one moment."""
    story = Story(
        f"{comparison.old.name} to {comparison.new.name}", house, is_upright=True,
        language=comparison.new.language or comparison.old.language or "",
    )  # fmt: skip
    stamp = Stamp(by, date)
    has_head = all(map(has_short_margins, (comparison.old, comparison.new)))
    in_body = is_in_body if has_head else stands
    paragraphs = closed(list(_tracked(comparison, in_body, stamp)))
    story.write_tracked(paragraphs)
    if has_head:
        story.head(closed(list(_tracked(comparison, is_in_margin, stamp))))
    if not paragraphs:
        story.write(Lines("Draft paragraph", ()))
    return story.save()


def _tracked(
    comparison: Comparison, is_shown: Callable[[Paragraph], bool], by: Stamp
) -> Iterator[Tracked]:
    styles = {
        id(each): names[each.id]
        for side in (comparison.old, comparison.new)
        for names in [style_of(side)]
        for each in side.paragraphs
    }
    looks = Looks(comparison, is_shown)
    held: list[Piece] = []
    for piece in plan(comparison, is_shown):
        if piece.ends is None:
            held.append(piece)
            continue
        runs = tuple(looks.dressed(_runs(held, by)))
        stamp = replace(by, move=_moved(runs))
        new, gone = piece.op is Op.INSERT, piece.op is Op.DELETE
        yield Tracked(styles[id(piece.ends)], runs, stamp if new else None, stamp if gone else None)
        held = []


def _moved(runs: Sequence[Run]) -> str | None:
    """Return the name of the move by which all of a paragraph moved, number and words.

    LibreOffice leaves an empty line where a mark moved and some words were put in or taken out.
    """
    names = {(each.inserted or each.deleted or _STAYS).move for each in runs}
    return names.pop() if len(names) == 1 else None


def _runs(pieces: Iterable[Piece], by: Stamp) -> Iterator[Run]:
    for (op, move), group in groupby(_gathered(pieces), attrgetter("op", "move")):
        stamp = replace(by, move=move or None)
        text = "".join(each.text for each in group)
        yield Run(text, stamp if op is Op.INSERT else None, stamp if op is Op.DELETE else None)


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Order what stands between kept words: all that goes, then all that comes."""
    for _, group in groupby(pieces, lambda each: each.op is Op.KEEP):
        yield from sorted(group, key=attrgetter("is_new"))
