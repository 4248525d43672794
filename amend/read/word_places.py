"""The runs of a paragraph in as they grow; its length so far, before any change, out."""

from __future__ import annotations

from collections.abc import Sequence

from amend.model.source import Run


class Reach:
    """How far a paragraph reaches, in the text before any change.

    What was counted is not counted again: a paragraph may hold as many comments as words.
    """

    def __init__(self) -> None:
        """Begin in front of a paragraph."""
        self._runs = self._pieces = 0
        self._in_runs = self._in_pieces = 0

    def of(self, runs: Sequence[Run], pieces: Sequence[str]) -> int:
        """Return the characters so far; `pieces` belong to a run that is not complete yet."""
        if len(runs) != self._runs:
            new = runs[self._runs :]
            self._in_runs += sum(len(each.text) for each in new if each.inserted is None)
            self._runs, self._pieces, self._in_pieces = len(runs), 0, 0
        if len(pieces) != self._pieces:
            self._in_pieces += sum(map(len, pieces[self._pieces :]))
            self._pieces = len(pieces)
        return self._in_runs + self._in_pieces
