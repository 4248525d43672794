"""What several proposals ask of one paragraph in, the paragraph with all of it marked out.

Where two change the same words both are kept: what either takes out is marked as gone, what each
puts in stands side by side, and a notice says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from amend.match.asked import Asked
from amend.match.splice import Splice
from amend.model.draft import Paragraph
from amend.model.proposal import Proposal
from amend.model.source import Run, Stamp
from amend.notices import Code, Notice
from amend.text.told import told

# As long as the name of an author may be in Word.
_LONGEST_AUTHOR = 255


class _Wish(NamedTuple):
    """A splice and all who ask for just this one, in the order of the proposals."""

    splice: Splice
    proposals: tuple[Proposal, ...]

    @property
    def stamp(self) -> Stamp:
        return stamp_of(self.proposals)


def marked(paragraph: Paragraph, asked: Sequence[Asked], notices: list[Notice]) -> Paragraph:
    """Mark what is put in and taken out, each with its proponents; collisions go to `notices`."""
    wishes: list[_Wish] = []
    for each in asked:
        if each.problem:
            continue
        other = _colliding(each, wishes)
        if other is not None:
            text = told(
                "{first} and {last} change the same words; both are kept.",
                first=each.proposal.id, last=other.id,
            )  # fmt: skip
            notices.append(Notice(Code.PROPOSALS_COLLIDE, str(each.proposal.source), text))
        for splice in each.splices:
            _join(wishes, splice, each.proposal)
    wishes.sort(key=lambda wish: wish.splice[:2])
    return replace(paragraph, runs=tuple(_runs(paragraph.text, wishes)), brackets=())


def _join(wishes: list[_Wish], splice: Splice, proposal: Proposal) -> None:
    """Add a splice; one that replaces the very same words by the same is one wish of several."""
    for place, wish in enumerate(wishes):
        if wish.splice == splice and splice.end > splice.start:
            wishes[place] = wish._replace(proposals=(*wish.proposals, proposal))
            return
    wishes.append(_Wish(splice, (proposal,)))


def _colliding(asked: Asked, wishes: Iterable[_Wish]) -> Proposal | None:
    for splice in asked.splices:
        for wish in wishes:
            is_other = all(each != asked.proposal for each in wish.proposals)
            if is_other and wish.splice != splice and _overlap(splice, wish.splice):
                return wish.proposals[0]
    return None


def _overlap(one: Splice, other: Splice) -> bool:
    if one.start == one.end and other.start == other.end:
        return False
    return (one.start < other.end and other.start < one.end) or one[:2] == other[:2]


def _runs(text: str, wishes: Sequence[_Wish]) -> list[Run]:
    """Cut the text wherever a splice begins or ends; what is put in stands behind what goes."""
    cuts = sorted({0, len(text), *(place for wish in wishes for place in wish.splice[:2])})
    runs: list[Run] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        for wish in wishes:
            if wish.splice.end == start and wish.splice.text:
                runs.append(Run(_apart(runs, wish.splice.text), inserted=wish.stamp))
        if start < end:
            runs.append(_cut(text[start:end], start, end, wishes))
    return _joined(runs) or [Run("")]


def _cut(words: str, start: int, end: int, wishes: Iterable[_Wish]) -> Run:
    gone = [
        each
        for wish in wishes
        if wish.splice.start <= start and end <= wish.splice.end
        for each in wish.proposals
    ]
    return Run(words, deleted=stamp_of(gone)) if gone else Run(words)


def _apart(runs: Sequence[Run], words: str) -> str:
    """Keep words of two proposals from growing together."""
    last = next((run.text for run in reversed(runs) if run.deleted is None), "")
    is_side = bool(runs) and last == runs[-1].text and runs[-1].inserted is not None
    return f" {words}" if is_side and last[-1:].isalnum() and words[:1].isalnum() else words


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join neighbours of one kind, so that uncontested text is not cut up."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (last.inserted, last.deleted) == (None, run.deleted)
            and run.inserted is None
        ):
            joined[-1] = replace(last, text=last.text + run.text)
        else:
            joined.append(run)
    return joined


def stamp_of(proposals: Sequence[Proposal]) -> Stamp:
    """Sign a mark for all who ask for it, their supporters in brackets behind them."""
    names = list(dict.fromkeys(name for each in proposals for name in each.by))
    supporters = dict.fromkeys(
        name for each in proposals for name in each.supporters if name not in names
    )
    return Stamp(_author(names, list(supporters)), proposals[0].date)


def _author(names: Sequence[str], supporters: Sequence[str]) -> str:
    """Name all in the one field there is; of very many supporters the last are counted."""
    by = "; ".join(names)
    for left_out in range(len(supporters)):
        named = [*supporters[: len(supporters) - left_out]]
        named += [f"and {left_out} more"] if left_out else []
        told = f"{by} (supported by {'; '.join(named)})"
        if len(told) <= _LONGEST_AUTHOR:
            return told
    return by
