"""Word lists in, the runs of words they have in common with others out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# A run of so many words that stands in a text already is no news in it (domain E.1.3).
RUN = 5


def standing_in(
    texts: Iterable[Sequence[str]], wanted: set[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """Return which of these word groups, all of one length, stand in any of the texts."""
    if not wanted:
        return set()
    size = len(next(iter(wanted)))
    found: set[tuple[str, ...]] = set()
    for text in texts:
        groups = zip(*(text[start:] for start in range(size)), strict=False)
        found |= wanted.intersection(groups)
    return found
