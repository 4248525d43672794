"""The pages that goldens and tests look at, and how a golden file is held to them."""

from __future__ import annotations

import os
from dataclasses import replace
from io import StringIO
from itertools import pairwise
from pathlib import Path

from rich.console import Console

from amend.model.comparison import Chain
from amend.render import terminal
from amend.render.page import page as page_of
from amend.render.page_shapes import Page
from amend.render.shapes import View
from amend.render.view import report_view
from amend.trace import trace

from .sample import (
    CHAIN,
    COURSES,
    EDITED,
    MADE,
    NOTICES,
    RENUMBERED,
    THRESHOLDS,
    Link,
    chain,
    compare,
    revision,
)

GOLDEN = Path(__file__).parents[1] / "golden"


def report() -> View:
    """The sample with everything on it."""
    return report_view(
        CHAIN,
        COURSES,
        title="Declaration of the Coastal Cities",
        made=MADE,
        notices=NOTICES,
        thresholds=THRESHOLDS,
    )


def page() -> Page:
    """The sample as a whole page."""
    return page_of(report(), CHAIN, COURSES, trace(CHAIN, COURSES))


def _five() -> Chain:
    drafts = [
        revision(f"Rev {count}", ("1. The tide is high.", f"{count + 1}. We meet {count} times."))
        for count in range(1, 6)
    ]
    steps = [
        compare(one, other, (Link((1,), (1,)), Link((2,), (2,), EDITED | RENUMBERED)))
        for one, other in pairwise(drafts)
    ]
    return chain(drafts, steps)


def columns() -> Page:
    """Five revisions without proposals: a sheet wider than the window."""
    drafts = _five()
    return page_of(report_view(drafts, title="Five revisions", made=MADE), drafts)


def two() -> View:
    """The first two revisions alone, without proposals."""
    names = {each.name for each in CHAIN.revisions[:2]}
    threads = tuple(
        replace(each, paragraphs={k: v for k, v in each.paragraphs.items() if k in names})
        for each in CHAIN.threads
        if names & set(each.paragraphs)
    )
    drafts = Chain(CHAIN.revisions[:2], CHAIN.comparisons[:1], threads)
    return report_view(drafts, title="Zero draft and Rev 1", made=MADE)


def screen(width: int = 80) -> tuple[Console, StringIO]:
    """A screen without colour, and what is printed on it."""
    stream = StringIO()
    return terminal.console(stream, width=width, plain=True), stream


def printed(stream: StringIO) -> str:
    """What a screen shows; the white space at the ends of lines is nobody's."""
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def assert_golden(name: str, text: str) -> None:
    """Hold a text to its golden file; AMEND_GOLDEN=1 writes the file anew for a person to read."""
    path = GOLDEN / name
    if os.environ.get("AMEND_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
