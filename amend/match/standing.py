"""Proposals without new words in, their fates out: retain, move, merge and split."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from amend.match.anchors import find
from amend.match.lineage import Lineage
from amend.match.measure import cut_in
from amend.match.novelty import Novelty
from amend.match.strength import NEGATIONS
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Proposal, Where
from amend.model.ruling import Fate, Measure, Ruling
from amend.text.words import tokens

_NONE = Measure(0, 0)


def retained(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """Protected if every word to be kept is still there, in order; no credit for words."""
    gone = of = 0
    for paragraph in paragraphs:
        stretch = lineage.of(paragraph.id)
        if proposal.text and stretch is not None:
            kept = any(_holds(each.text, proposal.text) for each in stretch.bead.new)
            size = len(tokens(proposal.text))
            gone, of = gone + (0 if kept else size), of + size
        else:
            before = tuple(tokens(paragraph.text))
            novelty = Novelty(before, (), (), (), tuple(range(len(before))))
            gone, of = gone + cut_in(novelty, stretch), of + len(before)
    if not gone and any(_is_negated(lineage, each) for each in paragraphs):
        return _ruling(
            lineage, Fate.NOT_ADOPTED, "its words are still there, but a negation came in"
        )
    if not gone:
        labels = [new.label for each in paragraphs for new in _news(lineage, each) if new.label]
        ruling = _ruling(lineage, Fate.PROTECTED, "all its words are still there")
        return replace(ruling, place=tuple(dict.fromkeys(labels)))
    return _ruling(lineage, Fate.NOT_ADOPTED, f"{gone} of its {of} words are gone")


def _is_negated(lineage: Lineage, paragraph: Paragraph) -> bool:
    stretch = lineage.of(paragraph.id)
    return stretch is not None and not NEGATIONS.isdisjoint(stretch.fresh_keys)


def _holds(text: str, words: str) -> bool:
    spot = find(text, words)
    return spot is not None and spot.exact


def moved(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """A move is adopted if the paragraph now stands beside the one it was to stand beside."""
    place = proposal.place
    beside = lineage.base.labelled(place.label) if place is not None else ()
    if place is None or not beside:
        reason = "the place it was to move to is not a paragraph of the base"
        return _ruling(lineage, Fate.UNDETERMINABLE, reason)
    start = {each.id: n for n, each in enumerate(lineage.base.paragraphs)}
    was_there = start[paragraphs[0].id] - start[beside[-1].id]
    if was_there == (1 if place.where is Where.AFTER else -1):
        reason = f"it stood {place.where} {place.label} in {lineage.base.name} already"
        return _ruling(lineage, Fate.ALREADY_PRESENT, reason)
    order = {each.id: n for n, each in enumerate(lineage.later.paragraphs)}
    there = [order[new.id] for each in paragraphs for new in _news(lineage, each)]
    near = [order[new.id] for each in beside for new in _news(lineage, each)]
    if not there or not near:
        return _ruling(lineage, Fate.NOT_ADOPTED, "one of the two paragraphs is gone")
    is_there = there[0] > near[-1] if place.where is Where.AFTER else there[-1] < near[0]
    between = lineage.later.paragraphs[min(there[0], near[-1]) + 1 : max(there[0], near[-1])]
    if is_there and all(each.label is None or each.label.parent for each in between):
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, f"it stands {place.where} {place.label} now")
    return _ruling(lineage, Fate.NOT_ADOPTED, f"it does not stand {place.where} {place.label}")


def _news(lineage: Lineage, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    stretch = lineage.of(paragraph.id)
    return () if stretch is None else stretch.bead.new


def merged(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """A merge is adopted if the paragraphs have become one."""
    del proposal
    homes = [frozenset(new.id for new in _news(lineage, each)) for each in paragraphs]
    if len(homes) > 1 and homes[0] and all(home == homes[0] for home in homes):
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, "they have become one paragraph")
    return _ruling(lineage, Fate.NOT_ADOPTED, "they have not become one paragraph")


def split(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """A split is adopted if the paragraph has become several."""
    del proposal
    if any(len(_news(lineage, each)) > 1 for each in paragraphs):
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, "it has become several paragraphs")
    return _ruling(lineage, Fate.NOT_ADOPTED, "it is still one paragraph, or gone")


def _ruling(lineage: Lineage, fate: Fate, reason: str) -> Ruling:
    return Ruling(lineage.later.name, fate, _NONE, reason=reason)


Judge = Callable[[Proposal, tuple[Paragraph, ...], Lineage], Ruling]

JUDGES: Mapping[Operation, Judge] = {
    Operation.RETAIN: retained,
    Operation.MOVE_PARAGRAPH: moved,
    Operation.MERGE_PARAGRAPHS: merged,
    Operation.SPLIT_PARAGRAPH: split,
}
