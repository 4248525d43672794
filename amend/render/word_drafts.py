"""A revision in, how Word shows it out: the style of each paragraph, and its number as text."""

from __future__ import annotations

from amend.model.draft import Paragraph, Revision, Role
from amend.model.rolling import RollingParagraph

_MARGIN = "header or footer"
_DEEPEST = 3
# Paragraphs and letters at the head of a page. One report has 93 of them, in the headers of all its
# sections; LibreOffice never ends to lay out a head that is higher than its page.
_HIGHEST, _LONGEST = 4, 400
_STYLES = {Role.HEADING: "heading 2", Role.TABLE: "Draft cell", Role.NOTE: "Draft note"}


def stands(paragraph: Paragraph) -> bool:
    """Whether a paragraph is to be written; one without number and words is none."""
    return bool(paragraph.text or paragraph.printed)


def is_in_body(paragraph: Paragraph) -> bool:
    """Whether a paragraph is to be written, and stands in no header or footer."""
    return paragraph.path != _MARGIN and stands(paragraph)


def is_in_margin(paragraph: Paragraph) -> bool:
    """Whether a paragraph is to be written, and stands in a header or footer."""
    return paragraph.path == _MARGIN and stands(paragraph)


def has_short_margins(revision: Revision) -> bool:
    """Whether its headers and footers can all stand at the head of a page."""
    found = [each.text for each in revision.paragraphs if is_in_margin(each)]
    return len(found) <= _HIGHEST and sum(map(len, found)) <= _LONGEST


def style_of(revision: Revision) -> dict[str, str]:
    """Return the name of the style of each paragraph, by its id.

    A heading is as deep as it stands under other headings.
    """
    deep: dict[str, int] = {}
    found: dict[str, str] = {}
    for each in revision.paragraphs:
        above = deep.get(each.parent or "", 0)
        if each.role is Role.HEADING:
            deep[each.id] = above + 1
            found[each.id] = f"heading {min(above + 1, _DEEPEST)}"
        else:
            deep[each.id] = above
            found[each.id] = "Draft note" if each.path == _MARGIN else style_for(each)
    return found


def style_for(paragraph: Paragraph | RollingParagraph) -> str:
    """Return the name of the style of a paragraph that is seen alone."""
    if paragraph.role in _STYLES:
        return _STYLES[paragraph.role]
    if not paragraph.printed:
        return "Draft paragraph"
    is_point = paragraph.label is not None and paragraph.label.parent is not None
    return "Numbered point" if is_point else "Numbered paragraph"


def prefix(paragraph: Paragraph | RollingParagraph) -> str:
    """Return the number of a paragraph as it is printed, with what parts it from the words.

    It is text, in Word too: a list would count anew, and no list counts 9, 9bis, 10.
    """
    if not paragraph.printed:
        return ""
    return f"{paragraph.printed} " if paragraph.role is Role.HEADING else f"{paragraph.printed}\t"
