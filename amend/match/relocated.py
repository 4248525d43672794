"""A proposal to move words and a later text in, whether they moved as asked out.

Words that move are no news, so none are credited: what counts is where they stand. They must have
left the place they stood at, and stand unbroken where they were to go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from amend.match.lineage import Lineage
from amend.match.passages import standing_at
from amend.model.draft import Paragraph
from amend.model.proposal import Anchor, Proposal, Where
from amend.model.ruling import Evidence, Fate, Measure, Ruling
from amend.text.told import told
from amend.text.words import Words, known_words, tokens

_NEAR = 3  # words that may have come between the moved ones and the place named (note 0030)
_BESIDE = 3  # words of a whole text that tell where it has the moved ones


class _Asked(NamedTuple):
    """Where words are to stand: at an end of a paragraph, or beside other words of it."""

    where: Where
    beside: list[str]


def relocated(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """Adopted if the words left their place and stand where they were to go."""
    keys = tokens(proposal.cut or proposal.text)
    homes = [each for each in paragraphs if _count(keys, each.text)]
    if not keys or not homes:
        return _ruling(
            lineage, Fate.UNDETERMINABLE, told("the words to be moved do not stand there")
        )
    was, targets = _targets(proposal, homes, lineage)
    if not was:
        reason = told("the place it was to move to is not a paragraph of the base")
        return _ruling(lineage, Fate.UNDETERMINABLE, reason)
    asked = _asked(proposal, keys)
    before = min((gap for each in was for _, gap in _spots(keys, each.text, asked)), default=None)
    if before == 0:
        reason = told("they stood there in {revision} already", revision=lineage.base.name)
        return _ruling(lineage, Fate.ALREADY_PRESENT, reason)
    most = _NEAR if before is None else before - 1  # what stood near has to have come nearer
    found = [
        (each, at, gap) for each in targets for at, gap in _spots(keys, each.text, asked)
        if gap <= most
    ]  # fmt: skip
    if not found:
        return _ruling(lineage, Fate.NOT_ADOPTED, told("they do not stand where they were to go"))
    home, at, gap = min(found, key=lambda each: each[2])
    is_moved = _left(keys, homes, lineage, home)
    fate = (Fate.ADOPTED_WITH_CHANGES if gap else Fate.ADOPTED_VERBATIM) if is_moved else (
        Fate.PARTLY_ADOPTED
    )  # fmt: skip
    reason = told("they stand where they were to go")
    if gap:
        reason = told("they stand where they were to go, {gap} words further", gap=gap)
    if not is_moved:
        reason = told("{reason}, and still where they stood", reason=reason)
    place = () if home.label is None else (home.label,)
    evidence = (_evidence(home, known_words(home.text), at, len(keys)),)
    return replace(_ruling(lineage, fate, reason), place=place, evidence=evidence)


def _targets(
    proposal: Proposal, homes: Sequence[Paragraph], lineage: Lineage
) -> tuple[Sequence[Paragraph], list[Paragraph]]:
    """Return the paragraphs the words are to go to, in the base and in the later text.

    Beside another paragraph, they may have become one of their own.
    """
    place = proposal.place
    was = homes if place is None else lineage.base.labelled(place.label)
    later = [new for each in was for new in _news(lineage, each)]
    if place is None or place.where is Where.OPEN or not later:
        return was, later
    order = {each.id: n for n, each in enumerate(lineage.later.paragraphs)}
    at = order[later[-1].id] + 1 if place.where is Where.AFTER else order[later[0].id] - 1
    return was, [*later, *lineage.later.paragraphs[max(at, 0) : at + 1]]


def _asked(proposal: Proposal, keys: list[str]) -> _Asked:
    anchor = proposal.anchor or Anchor(Where.OPEN)
    if proposal.whole is not None and not anchor.words:
        return _in_whole(tokens(proposal.whole), keys)
    return _Asked(anchor.where, tokens(anchor.words))


def _in_whole(whole: list[str], keys: list[str]) -> _Asked:
    """Tell from the text as it should read what the words are to stand behind."""
    at = next(standing_at(keys, whole), None)
    if at is None:
        return _Asked(Where.OPEN, [])
    return _Asked(Where.AFTER, whole[max(at - _BESIDE, 0) : at]) if at else (
        _Asked(Where.BEGINNING, [])
    )  # fmt: skip


def _spots(keys: list[str], text: str, asked: _Asked) -> list[tuple[int, int]]:
    """Return where the words stand near their place, and how many others are between."""
    there = known_words(text).keys
    found = ((at, _gap(at, len(keys), there, asked)) for at in standing_at(keys, there))
    return [(at, gap) for at, gap in found if gap is not None and gap <= _NEAR]


def _gap(at: int, size: int, there: list[str], asked: _Asked) -> int | None:
    """Return how many words stand between a run of words and its place; None if it is not there."""
    if asked.where is Where.BEGINNING:
        return at
    if asked.where is Where.END or (asked.where is Where.OPEN and not asked.beside):
        return len(there) - at - size if asked.where is Where.END else 0
    gaps = list(_gaps(at, size, there, asked))
    return min(gaps, default=None)


def _gaps(at: int, size: int, there: list[str], asked: _Asked) -> Iterator[int]:
    for beside in standing_at(asked.beside, there):
        gap = at - beside - len(asked.beside)
        if asked.where is Where.BEFORE:
            gap = beside - at - size
        if gap >= 0:
            yield gap


def _left(keys: list[str], homes: Sequence[Paragraph], lineage: Lineage, there: Paragraph) -> bool:
    """Whether the words stand no oftener than they did where they stood, taken together.

    Where they went to another paragraph, they stand once less.
    """
    later = {new.id: new for each in homes for new in _news(lineage, each)}
    before = sum(_count(keys, each.text) for each in homes) - (there.id not in later)
    return sum(_count(keys, each.text) for each in later.values()) <= before


def _count(keys: list[str], text: str) -> int:
    return sum(1 for _ in standing_at(keys, known_words(text).keys)) if keys else 0


def _news(lineage: Lineage, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    stretch = lineage.of(paragraph.id)
    return () if stretch is None else stretch.bead.new


def _evidence(paragraph: Paragraph, words: Words, at: int, size: int) -> Evidence:
    found = list(words)[at : at + size]
    start, end = found[0].start, found[-1].end
    return Evidence(paragraph.id, start, end, paragraph.text[start:end])


def _ruling(lineage: Lineage, fate: Fate, reason: str) -> Ruling:
    return Ruling(lineage.later.name, fate, Measure(0, 0), reason=reason)
