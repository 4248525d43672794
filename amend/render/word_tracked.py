"""A revision with marked runs in, a Word file out in which they are tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from amend.model.draft import Paragraph, Revision
from amend.model.source import Run, Stamp
from amend.render.word import Marked, Story


def render(revision: Revision) -> bytes:
    """Return the Word file: each paragraph with its number, each change with its author."""
    story = Story(revision.name)
    for each in revision.paragraphs:
        new = each.mark_inserted
        story.write_marked(list(_stretches(each)), None if new is None else _marked("", new))
    return story.save()


def _stretches(paragraph: Paragraph) -> Iterator[Marked]:
    if paragraph.printed:
        number = f"{paragraph.printed} "
        new = paragraph.mark_inserted
        yield Marked(number) if new is None else _marked(number, new)
    for run in paragraph.runs:
        yield _run(run)


def _run(run: Run) -> Marked:
    if run.inserted is not None:
        return _marked(run.text, run.inserted)
    return Marked(run.text) if run.deleted is None else _marked(run.text, run.deleted, "del")


def _marked(text: str, stamp: Stamp, mark: str = "ins") -> Marked:
    return Marked(text, mark, stamp.author or "", stamp.date)
