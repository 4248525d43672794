"""Where a whole text lives on in a later revision, however it was reworded."""

from __future__ import annotations

from dataclasses import dataclass

# How much a nearer rival and words of other origin count (design note 0030).
_RIVAL = 3
_COVERED = 0.25


@dataclass(frozen=True, slots=True)
class Descent:
    """The paragraph of a later revision that a text is nearest to; `paragraph` is its id, or None.

    `likeness` is the cosine of the two texts' words, the rarer the heavier; `covered` the share of
    the paragraph's words that stand in the text, in order; `nearness` the likeness, raised where
    the paragraph bears the text's number; `rival` the nearness of the nearest other text that
    stood beside this one. All are 0.0 to 1.0. A likeness is no proof: it may be told as a possible
    equivalent, never as adopted.
    """

    paragraph: str | None
    likeness: float = 0.0
    covered: float = 0.0
    rival: float = 0.0
    nearness: float = 0.0

    @property
    def score(self) -> float:
        """Nearness, far less where another text is nearer, less where the rest is not of it."""
        best = max(self.nearness, self.rival)
        share = self.nearness / best if best else 0.0
        return float(self.nearness * share**_RIVAL * self.covered**_COVERED)
