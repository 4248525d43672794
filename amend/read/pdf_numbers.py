"""Paragraphs of lines in, in their order; numbers that were printed without their full stop out."""

from __future__ import annotations

import re

from amend.labels import split_head
from amend.read.pdf_openings import bare_figure
from amend.read.pdf_paragraphs import TOGETHER, Group

_PLAIN = re.compile(r"\d{1,3}[.)]$")


class Numbering:
    """The number of the last paragraph, and where it hung: "8" below "7." is one, too.

    A figure without a full stop may be anything. It is a number where it counts on, stands where
    the number before it stood, and has a gap behind it.
    """

    def __init__(self) -> None:
        """Begin a text; its first number needs a full stop."""
        self._last, self._at = 0, 0.0

    def bare(self, group: Group) -> str | None:
        """Return the number of a paragraph that lacks its full stop; None of all others."""
        line = group.lines[0]
        figure = bare_figure(line)
        if figure is not None:
            is_below = abs(line.begins - self._at) <= TOGETHER * line.size
            if not is_below or int(figure) != self._last + 1:
                return None
            self._last += 1
            return figure
        head = split_head(line.text)
        if head is not None and _PLAIN.match(head[0]):
            self._last, self._at = int(head[0][:-1]), line.begins
        return None
