"""Proposals without new words in, their fates out: retain, move, merge and split."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from amend.labels import Label
from amend.match.anchors import find
from amend.match.asked import Asked
from amend.match.lineage import Lineage
from amend.match.measure import cut_in
from amend.match.novelty import Novelty
from amend.match.passages import standing_at
from amend.match.relocated import relocated
from amend.match.saying import paragraphs as said
from amend.match.strength import negates
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.ruling import STANDING, Fate, Measure, Ruling
from amend.text.told import Told, numbered, pattern, told
from amend.text.weighty import is_content
from amend.text.words import tokens

_NONE = Measure(0, 0)


_STOOD = {
    Where.AFTER: pattern("it stood after paragraph {label} in {revision} already"),
    Where.BEFORE: pattern("it stood before paragraph {label} in {revision} already"),
}
_STANDS = {
    Where.AFTER: pattern("it stands after paragraph {label} now"),
    Where.BEFORE: pattern("it stands before paragraph {label} now"),
}
_NOT_THERE = {
    Where.AFTER: pattern("it does not stand after paragraph {label}"),
    Where.BEFORE: pattern("it does not stand before paragraph {label}"),
}


def _said(sayings: Mapping[Where, str], place: Place, revision: str = "") -> Told:
    """Say where a paragraph stands; what is not said of a place is said with its English word."""
    saying = sayings.get(place.where) or sayings[Where.AFTER].replace("after", place.where)
    return told(saying, label=str(place.label), revision=revision)


def retained(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """Protected if every word to be kept is still there, in order; no credit for words."""
    gone = of = 0
    homes: list[Label | None] = []
    for paragraph in paragraphs:
        stretch = lineage.of(paragraph.id)
        if proposal.text and stretch is not None:
            kept = any(_holds(each.text, proposal.text) for each in stretch.bead.new)
            if not kept:
                homes += _moved_to(proposal, lineage)
            size = len(tokens(proposal.text))
            gone, of = gone + (0 if kept else size), of + size
        else:
            before = tuple(tokens(paragraph.text))
            novelty = Novelty(before, (), (), (), tuple(range(len(before))))
            gone, of = gone + cut_in(novelty, stretch), of + len(before)
    if not gone and any(_is_negated(lineage, each) for each in paragraphs):
        return _ruling(
            lineage, Fate.NOT_ADOPTED, told("its words are still there, but a negation came in")
        )
    if not gone:
        labels = [new.label for each in paragraphs for new in _news(lineage, each) if new.label]
        ruling = _ruling(lineage, Fate.PROTECTED, told("all its words are still there"))
        return replace(ruling, place=tuple(dict.fromkeys(labels)))
    if homes:
        named = tuple(dict.fromkeys(label for label in homes if label is not None))
        where = said(named) if named else told("another paragraph")
        ruling = _ruling(
            lineage, Fate.PROTECTED, told("its words are still there, now in {where}", where=where)
        )
        return replace(ruling, place=named, flags=(told("moved"),))
    reason = numbered(
        gone, "{n} of its {of} words is gone", "{n} of its {of} words are gone", of=of
    )
    return _ruling(lineage, Fate.NOT_ADOPTED, reason)


def _moved_to(proposal: Proposal, lineage: Lineage) -> list[Label | None]:
    """Return the labels of other paragraphs that hold the words to be kept, and did not before.

    A word or two stand in many places; what tells a sentence is three content words.
    """
    keys = tokens(proposal.text)
    if sum(1 for key in keys if is_content(key)) <= 2:
        return []
    joined = f" {' '.join(keys)} "
    return [
        each.label
        for each, there, text in lineage.reworded
        if joined in text and next(standing_at(keys, there), None) is not None
    ]


def _is_negated(lineage: Lineage, paragraph: Paragraph) -> bool:
    stretch = lineage.of(paragraph.id)
    return stretch is not None and negates(stretch, lineage.ground.scale)


def _holds(text: str, words: str) -> bool:
    spot = find(text, words)
    return spot is not None and spot.exact


def moved(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """A move is adopted if the paragraph now stands beside the one it was to stand beside."""
    place = proposal.place
    beside = lineage.ground.labelled(place.label) if place is not None else ()
    if place is None or not beside:
        reason = told("the place it was to move to is not a paragraph of the base")
        return _ruling(lineage, Fate.UNDETERMINABLE, reason)
    start = lineage.ground.order
    was_there = start[paragraphs[0].id] - start[beside[-1].id]
    if was_there == (1 if place.where is Where.AFTER else -1):
        reason = _said(_STOOD, place, lineage.base.name)
        return _ruling(lineage, Fate.ALREADY_PRESENT, reason)
    order = lineage.order
    there = [order[new.id] for each in paragraphs for new in _news(lineage, each)]
    near = [order[new.id] for each in beside for new in _news(lineage, each)]
    if not there or not near:
        return _ruling(lineage, Fate.NOT_ADOPTED, told("one of the two paragraphs is gone"))
    is_there = there[0] > near[-1] if place.where is Where.AFTER else there[-1] < near[0]
    between = lineage.later.paragraphs[min(there[0], near[-1]) + 1 : max(there[0], near[-1])]
    if is_there and all(each.label is None or each.label.parent for each in between):
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, _said(_STANDS, place))
    reason = _said(_NOT_THERE, place)
    return _ruling(lineage, Fate.NOT_ADOPTED, reason)


def _news(lineage: Lineage, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    stretch = lineage.of(paragraph.id)
    return () if stretch is None else stretch.bead.new


def merged(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """A merge is adopted if the paragraphs have become one."""
    del proposal
    homes = [frozenset(new.id for new in _news(lineage, each)) for each in paragraphs]
    if len(homes) > 1 and homes[0] and all(home == homes[0] for home in homes):
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, told("they have become one paragraph"))
    return _ruling(lineage, Fate.NOT_ADOPTED, told("they have not become one paragraph"))


def split(proposal: Proposal, paragraphs: tuple[Paragraph, ...], lineage: Lineage) -> Ruling:
    """A split is adopted if the paragraph has become several."""
    del proposal
    if any(len(_news(lineage, each)) > 1 for each in paragraphs):
        return _ruling(lineage, Fate.ADOPTED_VERBATIM, told("it has become several paragraphs"))
    is_gone = not any(_news(lineage, each) for each in paragraphs)
    reason = told("it is gone") if is_gone else told("it is still one paragraph")
    return _ruling(lineage, Fate.NOT_ADOPTED, reason)


def whole_asked(proposal: Proposal, paragraphs: tuple[Paragraph, ...]) -> Asked:
    """Set the words a merge or split is to read against all the paragraphs it is on."""
    before = "\n".join(each.text for each in paragraphs)
    return Asked(proposal, paragraphs[0], before, proposal.whole or proposal.text)


def with_words(form: Ruling, words: Ruling) -> Ruling:
    """Join the verdict on the shape of a text with that on the words it was to have.

    Both must be as asked for it to be adopted; one of the two alone is a part.
    """
    if words.fate is Fate.ALREADY_PRESENT:
        return form
    is_shaped, has_words = form.fate is Fate.ADOPTED_VERBATIM, words.fate in STANDING
    reason = (
        told("{form}, and {words}", form=form.reason, words=words.reason)
        if is_shaped == has_words
        else told("{form}, but {words}", form=form.reason, words=words.reason)
    )
    if is_shaped == has_words:
        return replace(words, reason=reason, rule=f"{form.rule}, {words.rule}")
    return replace(words, fate=Fate.PARTLY_ADOPTED, reason=reason, rule=form.rule)


def _ruling(lineage: Lineage, fate: Fate, reason: str) -> Ruling:
    return Ruling(lineage.later.name, fate, _NONE, reason=reason)


Judge = Callable[[Proposal, tuple[Paragraph, ...], Lineage], Ruling]

JUDGES: Mapping[Operation, Judge] = {
    Operation.RETAIN: retained,
    Operation.MOVE_PARAGRAPH: moved,
    Operation.MOVE_PHRASE: relocated,
    Operation.MERGE_PARAGRAPHS: merged,
    Operation.SPLIT_PARAGRAPH: split,
}
