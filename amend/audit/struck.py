"""OLD's and NEW's paragraphs in, a notice out of the words that NEW strikes by hand.

A line drawn through words without tracking changes no word, and a reader takes them for gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from amend.audit.stretches import Stretch
from amend.model.draft import Paragraph
from amend.model.source import Look, Run
from amend.notices import Code, Notice
from amend.text.exact import exact, is_word

_MOST_SHOWN = 3
_EXCERPT = 40


def struck_by_hand(
    old: Sequence[Paragraph], new: Sequence[Stretch], file: str
) -> tuple[Notice, ...]:
    """Tell of words that NEW strikes without a mark and OLD does not; empty if there are none.

    Copies are counted over the whole text, so that a struck paragraph that moved is not new.
    """
    there = Counter(_words(run for each in old for run in each.runs))
    found = []
    for run in (run for each in new for run in each.runs):
        words = Counter(_words([run]))
        if words and run.inserted is None and run.deleted is None:
            if not words <= there:
                found.append(run.text.strip())
            there -= words
    if not found:
        return ()
    shown = ", ".join(f"“{each[:_EXCERPT]}”" for each in found[:_MOST_SHOWN])
    rest = f" and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
    text = (
        f"it strikes {shown}{rest} by hand, without a mark; they count as standing. Ask whether "
        "they are meant to go."
    )
    return (Notice(Code.STRUCK_BY_HAND, file, text),)


def _words(runs: Iterable[Run]) -> Iterable[str]:
    for run in runs:
        if run.look & Look.STRIKE:
            yield from (word.key for word in exact(run.text) if is_word(word.key))
