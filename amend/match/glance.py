"""A plain insertion and one later revision in, its ruling out where one look at the text decides.

Three cases are that plain: the words stand in their paragraph as asked and are new there; they do
not, and stand as a whole in another; nothing of them came in anywhere. The rules of `fate.py` would
say the same, to the letter (note 0041), and say all else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from amend.match.case import FEW
from amend.match.evidence import evidence, labels_of
from amend.match.lineage import Lineage, Stretch
from amend.match.novelty import Novelty, stretches
from amend.match.passages import may_be_sure
from amend.match.saying import AS_ASKED, ELSEWHERE, found, too_few
from amend.match.saying import place as said_place
from amend.match.strength import has_qualifiers
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Proposal
from amend.model.ruling import Fate, Measure, Ruling
from amend.text.runs import RUN
from amend.text.told import told
from amend.text.weighty import contents


def is_plain(proposal: Proposal, news: Sequence[Novelty]) -> bool:
    """Whether a proposal puts one run of words into one paragraph, none of which stood before."""
    return (
        proposal.operation is Operation.INSERT_PHRASE
        and len(news) == 1
        and not (news[0].cut or news[0].agreed)
        and len(news[0].spans) == 1
        and len(news[0].counted) == len(news[0].spans[0]) > 2
    )


def glanced(paragraph: Paragraph, novelty: Novelty, lineage: Lineage) -> Ruling | None:
    """Return the ruling on a plain insertion in a paragraph, or None where it takes more."""
    stretch = lineage.of(paragraph.id)
    if lineage.ground.scale is not None or (stretch is not None and not _is_simple(stretch)):
        return None
    if stretch is not None and novelty.joined[0] in stretch.joined:
        return _in_place(novelty, stretch, lineage)
    if stretch is not None and stretch.fresh and _may_be_sure(novelty, stretch, lineage):
        return None
    return _elsewhere(novelty, stretch, lineage)


def _is_simple(stretch: Stretch) -> bool:
    return not any(each.brackets for each in stretch.bead.new)


def _may_be_sure(novelty: Novelty, stretch: Stretch, lineage: Lineage) -> bool:
    """Ask `may_be_sure`, if any two words that are neighbours as asked are neighbours there."""
    first, last = novelty.counted[0].place, novelty.counted[-1].place
    near = [*([""] if not first else ()), *novelty.after[max(first - 1, 0) : last + 2], ""]
    return not stretch.joints.isdisjoint(pairwise(near)) and may_be_sure(novelty, stretch, lineage)


def _place(novelty: Novelty, stretch: Stretch) -> int | None:
    """Return where a run of words stands in a stretch, once and new in all its words; else None."""
    joined, there = novelty.joined[0], stretch.joined
    at = there.find(joined)
    if at < 0 or there.find(joined, at + 1) >= 0:
        return None
    place, size = there.count(" ", 0, at), len(novelty.counted)
    is_new = stretch.fresh_places.issuperset(range(place, place + size))
    return place if is_new and stretch.keys[place : place + size] == novelty.keys else None


def _in_place(novelty: Novelty, stretch: Stretch, lineage: Lineage) -> Ruling | None:
    place = _place(novelty, stretch)
    if place is None or has_qualifiers(stretch):
        return None
    if _is_beside(novelty, stretch, place):
        flags: tuple[str, ...] = ()
    elif contents(novelty.keys) > 1:
        flags = (told("in another place of the paragraph"),)
    else:
        return None
    return _standing(novelty, stretch, lineage, place, Fate.ADOPTED_VERBATIM, flags)


def _is_beside(novelty: Novelty, stretch: Stretch, place: int) -> bool:
    """Whether a run stands beside a word it was asked for with, or at the same end of the text."""
    first, end = novelty.counted[0].place, novelty.counted[-1].place + 1
    asked, there = novelty.after, stretch.keys
    until = place + end - first
    before = (asked[first - 1] if first else None) == (there[place - 1] if place else None)
    return before or (
        (asked[end] if end < len(asked) else None) == (there[until] if until < len(there) else None)
    )


def _elsewhere(novelty: Novelty, own: Stretch | None, lineage: Lineage) -> Ruling | None:
    """Rule on a run that stands as a whole in another place, or of which nothing came in there.

    Nothing did where each three of its words that are new there stood in the base already.
    """
    keys, stock = novelty.keys, lineage.ground.stock
    for stretch in lineage.nearest(keys, least=2 if len(keys) > FEW else 1):
        if stretch is own:
            continue
        if novelty.joined[0] in stretch.joined:
            return _as_a_whole(novelty, stretch, lineage)
        if not stock.has_threes(novelty.threes & stretch.fresh_threes):
            return None
    return _silent(novelty, lineage)


def _as_a_whole(novelty: Novelty, stretch: Stretch, lineage: Lineage) -> Ruling | None:
    if len(novelty.keys) < RUN or contents(novelty.keys) <= 2:
        return None
    place = _place(novelty, stretch)
    if place is None or not _is_simple(stretch) or has_qualifiers(stretch):
        return None
    return _standing(novelty, stretch, lineage, place, Fate.ADOPTED_ELSEWHERE, ())


_SAID = {
    Fate.ADOPTED_VERBATIM: ("stands unbroken", AS_ASKED),
    Fate.ADOPTED_ELSEWHERE: ("stands elsewhere", ELSEWHERE),
}


def _standing(
    novelty: Novelty, stretch: Stretch, lineage: Lineage, place: int, fate: Fate,
    flags: tuple[str, ...],
) -> Ruling:  # fmt: skip
    """Rule on a run that stands at a place of a stretch, with its evidence."""
    size, later = len(novelty.counted), lineage.later.name
    standing = stretch.standing(range(place, place + size))
    labels = labels_of((standing,))
    rule, what = _SAID[fate]
    reason = found(size, size, what, said_place(labels, later))
    return Ruling(
        later, fate, Measure(size, size), None, labels, evidence(standing), (), flags, reason,
        rule=rule,
    )  # fmt: skip


def _silent(novelty: Novelty, lineage: Lineage) -> Ruling:
    """Rule on words of which nothing came in."""
    taken = Measure(0, len(novelty.counted))
    missing = stretches(novelty.counted)
    return Ruling(
        lineage.later.name, Fate.NOT_ADOPTED, taken, None, (), (), missing, (), too_few(taken),
        rule="nothing else held",
    )  # fmt: skip
