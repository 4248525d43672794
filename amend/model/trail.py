"""A text of any document, and where it lives on in each later revision."""

from __future__ import annotations

from dataclasses import dataclass

from amend.model.descent import Descent
from amend.model.draft import Paragraph


@dataclass(frozen=True, slots=True)
class Step:
    """One later revision: the paragraph a text is likest to there, None if it shares no word.

    `is_likely` says that the text is told to live on in it: a place to look at, and no verdict.
    """

    revision: str
    paragraph: Paragraph | None
    descent: Descent
    is_likely: bool


@dataclass(frozen=True, slots=True)
class Trail:
    """A text and its steps, oldest revision first."""

    text: Paragraph
    steps: tuple[Step, ...]
