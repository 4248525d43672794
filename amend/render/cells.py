"""A text from strangers in, a text that a sheet or a Word file can hold and never runs out."""

from __future__ import annotations

from amend.render.redlines import shown

Value = str | int | float | None
"""What stands in one cell; None is an empty one, a share is a float of 0.0 to 1.0."""

# Signs that make a spreadsheet calculate, and their full-width forms, which some take for them.
_FORMULA = tuple("=+-@＝＋－＠")
_LEADING = ("\t", "\r", "\n")
# XML has no way to write these two, not even as references; `shown` keeps them as they are.
_NO_XML = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}


def legal(text: str) -> str:
    """Return the text with every sign that XML forbids or that deceives the eye made visible.

    Its length stays the same; a text that is safe already comes back as it is.
    """
    return shown(text).translate(_NO_XML)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula; leading spaces do not save it."""
    return text.startswith(_LEADING) or text.lstrip().startswith(_FORMULA)


def disarmed(text: str) -> str:
    """Return the text with an apostrophe before it if it could be taken for a formula."""
    return f"'{text}" if is_formula(text) else text
