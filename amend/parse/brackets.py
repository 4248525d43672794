"""A text in, its square brackets out: spans and depths, whatever is left open."""

from __future__ import annotations

from amend.model.draft import Bracket


def brackets(text: str) -> tuple[Bracket, ...]:
    """Return the pairs of square brackets in order of opening; depth counts from 1.

    A bracket that never closes reaches to the end of the text: in rolling texts it often closes
    paragraphs later. One that closes without having opened reaches back to the start.
    """
    if "[" not in text and "]" not in text:
        return ()
    found: list[Bracket] = []
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "[":
            opened.append(place)
        elif sign == "]":
            start = opened.pop() if opened else 0
            found.append(Bracket(start, place + 1, len(opened) + 1))
    found += [Bracket(start, len(text), depth) for depth, start in enumerate(opened, 1)]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))
