"""Where a whole text lives on in a later revision, however it was reworded."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Descent:
    """The paragraph of a later revision that a text is likest to; `paragraph` is its id, or None.

    `likeness` is the cosine of the two texts' words, the rarer the heavier; `covered` the share of
    the paragraph's words that stand in the text, in order; `rival` the likeness of the likest other
    text that was asked about. All are 0.0 to 1.0. A likeness is no proof: it may be told as a
    possible equivalent, never as adopted.
    """

    paragraph: str | None
    likeness: float = 0.0
    covered: float = 0.0
    rival: float = 0.0

    @property
    def score(self) -> float:
        """Likeness, less where another text is liker or much of the paragraph is not of it."""
        best = max(self.likeness, self.rival)
        return self.likeness * sqrt(self.covered * self.likeness / best) if best else 0.0
