"""OLD and NEW in, a notice out of the words that NEW hides and OLD shows.

Words that are formatted as hidden stand in the file and on no page. An audit speaks of what is
read, so hidden words count as not there, in either file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from amend.model.source import Look, Run, SourceText
from amend.notices import Code, Notice
from amend.text.exact import exact, is_word

_MOST_SHOWN = 3
_EXCERPT = 40


def shown(runs: Iterable[Run]) -> Iterator[Run]:
    """Leave out the runs that are hidden."""
    return (run for run in runs if not run.look & Look.HIDDEN)


def hidden(old: SourceText, new: SourceText) -> Notice | None:
    """Tell of words that NEW hides and OLD does not hide; None if there are none."""
    there = Counter(word for run in _hidden(old) for word in _words(run))
    found = []
    for run in _hidden(new):
        words = Counter(_words(run))
        if not words <= there:
            found.append(run.text.strip())
        there -= words
    if not found:
        return None
    quoted = ", ".join(f"“{each[:_EXCERPT]}”" for each in found[:_MOST_SHOWN])
    rest = f" and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
    text = (
        f"it hides {quoted}{rest}; no page shows these words, and they count as not there. Show "
        "hidden text in your word processor to see them."
    )
    return Notice(Code.WORDS_HIDDEN, new.file, text)


def _hidden(source: SourceText) -> Iterator[Run]:
    return (run for each in source.blocks for run in each.runs if run.look & Look.HIDDEN)


def _words(run: Run) -> Iterator[str]:
    return (word.key for word in exact(run.text) if is_word(word.key))
