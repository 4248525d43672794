"""A revision with marked runs in, a Word file out in which they are tracked changes."""

from __future__ import annotations

from amend.model.draft import Paragraph, Revision
from amend.model.house import HouseStyle
from amend.model.source import Run
from amend.render.word import Story
from amend.render.word_changes import Tracked, closed
from amend.render.word_drafts import prefix, style_of


def render(revision: Revision, house: HouseStyle | None = None) -> bytes:
    """Return the Word file: each paragraph with its number, each change with its author."""
    story = Story(revision.name, house, is_upright=True, language=revision.language or "")
    styles = style_of(revision)
    made = [_tracked(each, styles[each.id]) for each in revision.paragraphs]
    story.write_tracked(closed(made))
    return story.save()


def _tracked(paragraph: Paragraph, style: str) -> Tracked:
    new = paragraph.mark_inserted
    number = prefix(paragraph)
    head = (Run(number, inserted=new),) if number else ()
    return Tracked(style, (*head, *paragraph.runs), new)
