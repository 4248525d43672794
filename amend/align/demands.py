"""What is asked of two paragraphs before a leftover is tied: likeness, by the text and the company.

Chosen on the drafts of docs/design/0018-leftovers.md and 0024-whole-sentences.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Asked(NamedTuple):
    """The likeness asked for, 0.0 to 1.0: `beside` a part already tied there, or `apart` from it.

    `covered` is how much a word counts that another link explains already.
    """

    beside: float
    apart: float
    covered: float


class Demands(NamedTuple):
    """What is asked of a pair of untied paragraphs, of a further join and of a further split.

    `enclosed` is asked of a pair whose neighbours on either side are tied to one another.
    """

    pair: float
    enclosed: float
    join: Asked
    split: Asked


# Chosen on the drafts of design note 0018, for texts without and with open alternatives.
SETTLED = Demands(
    pair=0.20, enclosed=0.15, join=Asked(0.10, 0.15, 0.0), split=Asked(0.10, 0.15, 0.0)
)
OPEN = Demands(pair=0.10, enclosed=0.10, join=Asked(0.08, 0.14, 0.5), split=Asked(0.05, 0.12, 0.0))
# A text is open where more than this share of its paragraphs holds a bracket.
OPEN_SHARE = 0.1


def is_open(texts: Iterable[str]) -> bool:
    """Whether a text still holds alternatives: brackets in more than a tenth of its paragraphs."""
    bracketed = [("[" in text) for text in texts]
    return sum(bracketed) > OPEN_SHARE * len(bracketed)
