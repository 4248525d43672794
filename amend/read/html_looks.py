"""An element of a web page in, how its own style sets its words out."""

from __future__ import annotations

import re

from lxml import html

from amend.model.source import GROUNDS, LETTERS, Look
from amend.text.hues import hue

_HEAVY = re.compile(r"bold|bolder|[6-9]00$")
_PLAIN = Look.PLAIN


def styled(element: html.HtmlElement) -> Look:
    """Return the look that `style` and `color` give; nothing is fetched, no style sheet is read."""
    written = element.get("style", "")
    look = LETTERS.get(hue(element.get("color", "")), _PLAIN) if element.tag == "font" else _PLAIN
    for each in written.lower().split(";") if written else ():
        name, _, value = each.partition(":")
        look |= _of(name.strip(), value.strip())
    return look


def _of(name: str, value: str) -> Look:
    if name == "color":
        return LETTERS.get(hue(value), _PLAIN)
    if name in {"background-color", "background"}:
        return GROUNDS.get(hue(value), _PLAIN)
    if name == "font-weight":
        return Look.BOLD if _HEAVY.match(value) else _PLAIN
    if name == "font-style":
        return Look.ITALIC if value in {"italic", "oblique"} else _PLAIN
    if name in {"text-decoration", "text-decoration-line"}:
        struck = Look.STRIKE if "line-through" in value else _PLAIN
        return struck | (Look.UNDERLINE if "underline" in value else _PLAIN)
    return _PLAIN
