"""A proposal to move words within a paragraph in, its fate out: whether they stand there now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amend.match.lineage import Lineage
from amend.model.draft import Paragraph
from amend.model.proposal import Anchor, Proposal, Where
from amend.model.ruling import Fate, Measure, Ruling
from amend.text.words import tokens

# So many words before a moved phrase tell its place, where a whole text shows it and no anchor.
_NEIGHBOURS = 3


def shifted(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """Words to be moved are adopted if they stand where they were to go; no credit for words.

    Where they still stand where they stood as well, they were repeated: a part of what was asked.
    """
    keys = tokens(proposal.text or proposal.cut)
    goal = _goal(keys, proposal, paragraphs, lineage)
    if not keys or goal is None:
        return _ruling(lineage, Fate.UNDETERMINABLE, "where the words were to go is not told")
    was = [tokens(each.text) for each in paragraphs]
    count = sum(len(_places(keys, each)) for each in was)
    if not count:
        reason = f"the words to be moved do not stand in {lineage.base.name}"
        return _ruling(lineage, Fate.UNDETERMINABLE, reason)
    if any(_is_there(keys, tokens(each.text), goal) for each in goal.paragraphs):
        reason = f"its words stood {goal.told} in {lineage.base.name} already"
        return _ruling(lineage, Fate.ALREADY_PRESENT, reason)
    heirs = [new for each in goal.paragraphs for new in _news(lineage, each)]
    there = [each for each in heirs if _is_there(keys, tokens(each.text), goal)]
    left = [new for each in paragraphs for new in _news(lineage, each) if new not in there]
    copies = sum(len(_places(keys, tokens(each.text))) for each in (*there, *left))
    if there and copies > count:
        reason = f"its words stand {goal.told} now, and still where they stood"
        return _ruling(lineage, Fate.PARTLY_ADOPTED, reason, there)
    if there:
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, f"its words stand {goal.told} now", there)
    if copies:
        return _ruling(lineage, Fate.NOT_ADOPTED, f"its words do not stand {goal.told}")
    return _ruling(lineage, Fate.NOT_ADOPTED, "the words to be moved are gone")


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where words are to go: beside an anchor, or, without one, anywhere in these paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor | None
    told: str


def _goal(
    keys: Sequence[str], proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage
) -> _Goal | None:
    anchor = proposal.anchor if proposal.anchor is not None else _shown(keys, proposal)
    anchor = None if anchor is not None and anchor.where is Where.OPEN else anchor
    place = proposal.place
    if place is None:
        return None if anchor is None else _Goal(paragraphs, anchor, _told(anchor))
    there = lineage.base.labelled(place.label)
    if not there:
        return None
    named = f"paragraph {place.label}"
    told = f"{_told(anchor)} of {named}" if anchor is not None else f"in {named}"
    return _Goal(there, anchor, told)


def _shown(keys: Sequence[str], proposal: Proposal) -> Anchor | None:
    """Tell the place of moved words by the text that shows them there, as tracked changes do."""
    whole = tokens(proposal.whole or "")
    at = next(iter(_places(keys, whole)), None) if keys else None
    if at is None:
        return None
    before = whole[max(0, at - _NEIGHBOURS) : at]
    return Anchor(Where.AFTER, " ".join(before)) if before else Anchor(Where.BEGINNING)


def _places(keys: Sequence[str], words: Sequence[str]) -> list[int]:
    size = len(keys)
    return [at for at in range(len(words) - size + 1) if list(words[at : at + size]) == list(keys)]


def _is_there(keys: Sequence[str], words: Sequence[str], goal: _Goal) -> bool:
    """Whether words stand where they were to go, with nothing in between."""
    starts, size, anchor = _places(keys, words), len(keys), goal.anchor
    if anchor is None:
        return bool(starts)
    if anchor.where is Where.BEGINNING:
        return 0 in starts
    if anchor.where is Where.END:
        return len(words) - size in starts
    beside = tokens(anchor.words)
    if anchor.where is Where.BEFORE:
        return any(start + size in _places(beside, words) for start in starts)
    return any(start - len(beside) in _places(beside, words) for start in starts)


def _told(anchor: Anchor) -> str:
    if anchor.where in {Where.BEGINNING, Where.END}:
        return f"at the {anchor.where}"
    side = "before" if anchor.where is Where.BEFORE else "behind"
    return f"{side} “{anchor.words}”"


def _news(lineage: Lineage, paragraph: Paragraph) -> Iterable[Paragraph]:
    stretch = lineage.of(paragraph.id)
    return () if stretch is None else stretch.bead.new


def _ruling(lineage: Lineage, fate: Fate, reason: str, there: Sequence[Paragraph] = ()) -> Ruling:
    place = tuple(dict.fromkeys(each.label for each in there if each.label is not None))
    return Ruling(lineage.later.name, fate, Measure(0, 0), place=place, reason=reason)
