"""How often what happens between two generated revisions: the shares, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Shares of the first revision's paragraphs that meet each fate, 0.0 to 1.0.

    `rewritten` is a share of the edited ones; `touched` is the least and the greatest share of
    words touched by an edit; `lookalike` is the share of insertions that copy half the words of
    the paragraph they stand behind. `sibling`, `short` and `transferred` are of all paragraphs.
    """

    name: str
    edited: float = 0.30
    rewritten: float = 0.10
    touched: tuple[float, float] = (0.02, 0.15)
    deleted: float = 0.05
    inserted: float = 0.08
    moved: float = 0.05
    split: float = 0.03
    merged: float = 0.03
    sibling: float = 0.0
    short: float = 0.0
    lookalike: float = 0.0
    transferred: float = 0.0


STANDARD = Recipe("standard")
HARD = Recipe(
    "hard",
    edited=0.40,
    touched=(0.05, 0.35),
    sibling=0.15,
    short=0.10,
    lookalike=0.5,
    transferred=0.05,
)
