"""The lines of a block in, where it stands out: its pages, and what it covers of the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor

from amend.model.source import Box, Source
from amend.read.pdf_lines import Line


def place_of(held: Sequence[Line], file: str, block: int, heights: Mapping[int, float]) -> Source:
    """Return where lines stand; `heights` are those of the pages in points, by number."""
    pages = [each.page for each in held]
    first, last = pages[0], max(pages)
    box = _box([each for each in held if each.page == first], heights[first])
    return Source(file, block, first, last=last if last > first else None, box=box)


def _box(held: Sequence[Line], height: float) -> Box:
    """Turn the lines over: the file counts from the foot of the page, people from its head."""
    return Box(
        floor(min([each.x0 for each in held])),
        floor(height - max([each.head for each in held])),
        ceil(max([each.x1 for each in held])),
        ceil(height - min([each.foot for each in held])),
    )
