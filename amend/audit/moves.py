"""Stretches in, stretches out: what changed on the way of a declared move loses the cover of it.

Word shows a move in green, and a reader takes it for the same words. Words that arrive and never
left stand under no honest mark, nor do words that left and never arrived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from amend.audit.stretches import Stretch, bare
from amend.model.source import Run, Stamp
from amend.text.edits import changes
from amend.text.exact import PARAGRAPH_END, exact

_Spans = dict[str, list[tuple[int, int]]]


def uncovered(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Take the mark off moved words that have no fellow at the other end of their move."""
    left = _texts(_leaving(run) for each in stretches for run in each.runs)
    come = _texts(_coming(run) for each in stretches for run in each.runs)
    gone: _Spans = {}
    new: _Spans = {}
    heads = _heads(stretches)
    whole = left.keys() & come.keys()
    stretches = [_unpaired(each, whole) for each in stretches]
    for name in whole:
        gone[name], new[name] = _strange(left[name], come[name], heads[name])
    if not any(gone.values()) and not any(new.values()):
        return tuple(stretches)
    cutter = _Cutter(gone, new)
    return tuple(_replaced(each, cutter) for each in stretches)


def _unpaired(stretch: Stretch, whole: Set[str]) -> Stretch:
    """Take words whose move has one end only for what they are: taken out, or put in."""
    ends = () if stretch.end is None else (stretch.end,)
    stamps = (stamp for run in (*stretch.runs, *ends) for stamp in (run.inserted, run.deleted))
    if {stamp.move for stamp in stamps if stamp is not None} <= {None, *whole}:
        return stretch
    end = None if stretch.end is None else _plain(stretch.end, whole)
    return replace(stretch, runs=tuple(_plain(run, whole) for run in stretch.runs), end=end)


def _plain(run: Run, whole: Set[str]) -> Run:
    return replace(run, inserted=_own(run.inserted, whole), deleted=_own(run.deleted, whole))


def _own(stamp: Stamp | None, whole: Set[str]) -> Stamp | None:
    if stamp is None or stamp.move is None or stamp.move in whole:
        return stamp
    return replace(stamp, move=None)


def _leaving(run: Run) -> tuple[str | None, str]:
    return (run.deleted.move if run.deleted else None), run.text


def _coming(run: Run) -> tuple[str | None, str]:
    return (run.inserted.move if run.inserted else None), run.text


def _texts(runs: Iterable[tuple[str | None, str]]) -> Mapping[str, str]:
    """Join the words of each move; the ends of paragraphs are not what moved."""
    texts: dict[str, str] = defaultdict(str)
    for name, text in runs:
        if name is not None:
            texts[name] += "\n" if text == PARAGRAPH_END else text
    return texts


def _heads(stretches: Sequence[Stretch]) -> dict[str, set[str]]:
    """Return the typed numbers of what leaves: they are parted from its words, and move along."""
    heads: dict[str, set[str]] = defaultdict(set)
    for each in stretches:
        for run in each.runs:
            if run.deleted is not None and run.deleted.move and each.paragraph.printed:
                heads[run.deleted.move].add(bare(each.paragraph.printed))
    return heads


def _strange(
    left: str, come: str, heads: set[str]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the spans on either side that the other side has not."""
    one, other = exact(left), exact(come)
    gone, new = [], []
    for hunk in changes([word.key for word in one], [word.key for word in other]):
        if hunk.kept:
            continue
        if hunk.old_end > hunk.old_start:
            gone.append((one[hunk.old_start].start, one[hunk.old_end - 1].end))
        if hunk.new_end > hunk.new_start:
            start, end = other[hunk.new_start].start, other[hunk.new_end - 1].end
            if bare(come[start:end]) not in heads:
                new.append((start, end))
    return gone, new


class _Cutter:
    """Walks the runs of all stretches in order and cuts what stands in a span."""

    def __init__(self, gone: _Spans, new: _Spans) -> None:
        self._gone, self._new = gone, new
        self._at: dict[tuple[str, bool], int] = defaultdict(int)

    def cut(self, run: Run) -> Iterator[Run]:
        left, come = _leaving(run)[0], _coming(run)[0]
        if left is not None:
            for text, is_strange in self._pieces(left, run.text, self._gone, is_new=False):
                if not is_strange:
                    yield replace(run, text=text)
        elif come is not None:
            for text, is_strange in self._pieces(come, run.text, self._new, is_new=True):
                yield replace(run, text=text, inserted=None if is_strange else run.inserted)
        else:
            yield run

    def _pieces(
        self, name: str, text: str, spans: _Spans, *, is_new: bool
    ) -> Iterator[tuple[str, bool]]:
        """Yield the pieces of a text, and whether each stands in a span of its move."""
        first = self._at[name, is_new]
        self._at[name, is_new] = first + len(text)
        at = 0
        for start, end in spans.get(name, ()):
            start, end = max(start - first, at), min(end - first, len(text))  # noqa: PLW2901
            if start >= end:
                continue
            yield text[at:start], False
            yield text[start:end], True
            at = end
        yield text[at:], False


def _replaced(stretch: Stretch, cutter: _Cutter) -> Stretch:
    runs = tuple(piece for run in stretch.runs for piece in cutter.cut(run) if piece.text)
    is_added = stretch.is_added and all(run.inserted is not None for run in runs)
    return replace(stretch, runs=runs, is_added=is_added)
