"""What a text refers to in, and what its file holds; notices of what went missing on the way out.

A part that is gone is told where it is opened. Here is told what no longer leads anywhere: a note
without its words, a comment that nobody finds, a header behind a lost link.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from amend.notices import Code, Notice

_MOST_NAMED = 5


def lost(what: str, asked: Iterable[str], held: Collection[str], where: str) -> Iterator[Notice]:
    """Yield one notice of the ids that are asked for and not held; `what` is their plural."""
    gone = [each for each in dict.fromkeys(asked) if each not in held]
    if gone:
        named = ", ".join(repr(each[:40]) for each in gone[:_MOST_NAMED])
        more = f" and {len(gone) - _MOST_NAMED:,} more" if len(gone) > _MOST_NAMED else ""
        text = f"the text refers to {what} that are not in the file: {named}{more}."
        yield Notice(Code.PART_MISSING, where, text)
