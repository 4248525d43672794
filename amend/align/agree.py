"""Threads and a direct alignment in, the paragraphs out that a direct look places better.

A thread follows a rewriting step by step, where a direct look sees two strangers; so a direct look
is news only where it finds more of a paragraph's words than stand where its thread ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amend.model.alignment import Alignment
from amend.model.comparison import Thread
from amend.model.draft import Paragraph, Revision
from amend.notices import Code, Notice
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# With fewer words in common a direct look is wrong as often as right; design note 0026.
WORTH_TELLING = 0.3
# So many are named; the rest are counted.
_NAMED = 12
_WORDS_SHOWN = 5


class Differing(NamedTuple):
    """A paragraph, where its thread ends in the last revision, and where a direct look finds it.

    `lived` is empty where the thread ended before.
    """

    paragraph: Paragraph
    lived: tuple[Paragraph, ...]
    seen: tuple[Paragraph, ...]


def disagreements(
    first: Revision, last: Revision, direct: Alignment, followed: Sequence[Thread],
    steps: Sequence[Alignment] = (),
) -> Iterator[Differing]:  # fmt: skip
    """Yield what a direct look finds elsewhere in the last revision, with more of its words there.

    Where the two ways share one home of several they agree; where a direct look finds none, the
    revisions between have told more. A thread that a person's ruling in one of the steps made, or
    ended, is no news, whatever a direct look finds; nor is what a person ruled of the two ends.
    """
    ruled = {
        (name, each.id)
        for step in steps
        for bead in step.beads
        if bead.by != "amend"
        for name, side in ((step.old, bead.old), (step.new, bead.new))
        for each in side
    }
    lives = {
        each: frozenset(thread.paragraphs.get(last.name, ()))
        for thread in followed
        if not any((name, each) in ruled for name, ids in thread.paragraphs.items() for each in ids)
        for each in thread.paragraphs.get(first.name, ())
    }
    found = {old.id: bead for bead in direct.beads for old in bead.old}
    for paragraph in first.paragraphs:
        bead, ids = found[paragraph.id], lives.get(paragraph.id)
        is_ruled = bead.by != "amend"
        if ids is None or is_ruled or not bead.new or ids & {each.id for each in bead.new}:
            continue
        lived = tuple(each for each in last.paragraphs if each.id in ids)
        if bead.score >= WORTH_TELLING and bead.score > _share(paragraph, lived):
            yield Differing(paragraph, lived, bead.new)


def _share(paragraph: Paragraph, lived: Sequence[Paragraph]) -> float:
    """The greatest share of words that a paragraph has in common with one of its homes."""
    words = tokens(paragraph.text)
    return max((share_in_common(words, tokens(each.text)) for each in lived), default=0.0)


def told(first: Revision, last: Revision, found: Sequence[Differing]) -> tuple[Notice, ...]:
    """Say in one notice which paragraphs those are; none where there are none."""
    if not found:
        return ()
    lines = "; ".join(map(_line, found[:_NAMED]))
    more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    text = (
        "A direct look finds more words elsewhere than following through the revisions between: "
        f"{lines}{more}. Compare the two by themselves, or rule with amend rule link."
    )
    return (Notice(Code.THREADS_DIFFER, f"{first.name} to {last.name}", text),)


def _line(each: Differing) -> str:
    seen, lived = (", ".join(map(_name, side)) for side in (each.seen, each.lived))
    return f"{_name(each.paragraph)} in {seen}, {f'not {lived}' if lived else 'followed nowhere'}"


def _name(paragraph: Paragraph) -> str:
    if paragraph.label is not None:
        return str(paragraph.label)
    return f'"{" ".join(paragraph.text.split()[:_WORDS_SHOWN])}"'
