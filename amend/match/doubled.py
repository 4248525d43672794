"""A splice in, the same without words that stand beside its place already, and what to tell out.

Who writes 'replace "the President" by "she or the President"' often repeats what stands before the
words that go. A typist would not write it twice, and neither do we; the reader is told.
"""

from __future__ import annotations

from typing import NamedTuple

from amend.match.splice import Splice
from amend.notices import Code
from amend.text.words import words

# One word may well stand twice ("that that"); two in a row are a slip.
_FEWEST = 2
_LONG = 4  # letters; "of the" comes again in any sentence
_NEAR = 5  # words of what is put in, at either end


class Undoubled(NamedTuple):
    """A splice that repeats nothing beside it; `doubts` are what the reader must check."""

    splice: Splice
    doubts: tuple[tuple[Code, str], ...] = ()


def undoubled(text: str, splice: Splice) -> Undoubled:
    """Leave out the first, or last, words of a splice that stand right before it, or behind it."""
    asked = words(splice.text)
    own = [each.key for each in asked]
    before = [each.key for each in words(text[: splice.start])]
    behind = [each.key for each in words(text[splice.end :])]
    sizes = range(len(own) - 1, _FEWEST - 1, -1)
    size = next((size for size in sizes if before[-size:] == own[:size]), 0)
    if size:
        said, rest = splice.text[: asked[size].start], splice.text[asked[size].start :]
        return Undoubled(splice._replace(text=rest), (_left_out(said),))
    size = next((size for size in sizes if behind[:size] == own[-size:]), 0)
    if size:
        said, rest = splice.text[asked[-size].start :], splice.text[: asked[-size].start]
        bare = rest.rstrip() if text[splice.end : splice.end + 1].isspace() else rest
        return Undoubled(splice._replace(text=bare), (_left_out(said),))
    return Undoubled(splice, _repeated(own, before[-_FEWEST:]))


def twice(text: str, splice: Splice) -> tuple[tuple[Code, str], ...]:
    """Tell of words that will stand twice where a whole part is given anew: it is kept as given."""
    bare = undoubled(text, splice).splice.text
    if bare == splice.text:
        return ()
    said = (
        splice.text.removesuffix(bare) if splice.text.endswith(bare) else splice.text[len(bare) :]
    )
    return ((Code.ALREADY_THERE, f"“{said.strip()}” stands beside it and comes twice; check it."),)


def _left_out(said: str) -> tuple[Code, str]:
    return Code.ALREADY_THERE, f"“{said.strip()}” stands there already and is not put in twice."


def _repeated(own: list[str], before: list[str]) -> tuple[tuple[Code, str], ...]:
    """Tell of words that come again a word or two later: whether both are meant is not ours."""
    near = own[:_NEAR]
    is_again = len(before) == _FEWEST and any(
        near[at : at + _FEWEST] == before for at in range(1, len(near))
    )
    if not is_again or max(map(len, before)) <= _LONG:
        return ()
    what = f"“{' '.join(before)}” stands before it and comes again; check the place."
    return ((Code.ANCHOR_APPROXIMATE, what),)
