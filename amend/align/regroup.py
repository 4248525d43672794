"""Links in, beads out: each paragraph in exactly one, in the order of the new text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from amend.align.links import Links
from amend.align.pages import Pages, Words
from amend.model.alignment import Bead, Change
from amend.model.draft import Paragraph
from amend.text.similarity import share_in_common

if TYPE_CHECKING:
    from amend.model.ruling import PersonRuling

_NEW = frozenset({Change.INSERTION})
_GONE = frozenset({Change.REPEAL})
_UNEXPLAINED = "no paragraph on the other side explains its words"


def beads(pages: Pages, links: Links) -> tuple[Bead, ...]:
    """Join links to beads, say what each did, and put them in order."""
    staying = links.staying()
    by_new: dict[int, tuple[list[int], list[int]]] = {}
    for old, new in links.pairs.items():
        by_new[new] = ([old], [new])
    for new, old in links.splits.items():
        by_new[links.pairs[old]][1].append(new)
    for old, new in links.joins.items():
        by_new[new][0].append(old)
    placed: dict[int, Bead] = {}
    for new, (olds, news) in by_new.items():
        moved = links.backwards[new] not in staying
        bead = _bead(pages, sorted(olds), sorted(news), moved=moved)
        if new in links.persons:
            bead = replace(bead, by=links.persons[new].by, reason=str(links.persons[new]))
        placed[min(news)] = bead
    for new in range(len(pages.new)):
        if not links.has_new(new):
            bead = Bead((), (pages.new[new],), 0.0, _NEW)
            placed[new] = _alone(bead, links.barred.of_new(new))
    return tuple(_with_repeals(pages, links, placed))


def _alone(bead: Bead, ruling: PersonRuling | None) -> Bead:
    """Say why a paragraph is tied to nothing: its words, or a person who parted it."""
    if ruling is None:
        return replace(bead, reason=_UNEXPLAINED)
    return replace(bead, by=ruling.by, reason=str(ruling))


def _bead(pages: Pages, olds: list[int], news: list[int], *, moved: bool) -> Bead:
    same, score = _likeness(pages, olds, news)
    changes = set()
    if not same:
        changes.add(Change.SUBSTITUTION)
    if len(news) > 1:
        changes.add(Change.SPLIT)
    if len(olds) > 1:
        changes.add(Change.JOIN)
    if moved:
        changes.add(Change.RELOCATION)
    old = tuple(pages.old[place] for place in olds)
    new = tuple(pages.new[place] for place in news)
    if _is_renumbered(old, new):
        changes.add(Change.RENUMBERING)
    return Bead(old, new, score, frozenset(changes), reason=_reason(same, score))


def _likeness(pages: Pages, olds: list[int], news: list[int]) -> tuple[bool, float]:
    """Return whether both sides hold the same words, and the share they have in common."""
    if len(olds) == len(news) == 1 and pages.old_texts[olds[0]] == pages.new_texts[news[0]]:
        return True, 1.0
    old_words = _words(pages.old_words, olds)
    new_words = _words(pages.new_words, news)
    if old_words == new_words:
        return True, 1.0
    return False, share_in_common(old_words, new_words)


def _words(texts: Words, places: list[int]) -> list[str]:
    if len(places) == 1:
        return texts[places[0]]
    return [word for place in places for word in texts[place]]


def _is_renumbered(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> bool:
    """Whether no paragraph of the new side bears the label of an old one."""
    return not {each.label for each in old} & {each.label for each in new}


def _reason(same: bool, score: float) -> str:
    return "the same words" if same else f"{score:.0%} of their words in common, in order"


def _with_repeals(pages: Pages, links: Links, placed: dict[int, Bead]) -> list[Bead]:
    """Put each repealed paragraph behind the bead of the paragraph it followed in the old text."""
    home = {id(paragraph): new for new, bead in placed.items() for paragraph in bead.old}
    following: dict[int, list[Bead]] = defaultdict(list)
    last = -1
    for place, paragraph in enumerate(pages.old):
        if links.has_old(place):
            last = home[id(paragraph)]
        else:
            bead = Bead((paragraph,), (), 0.0, _GONE)
            following[last].append(_alone(bead, links.barred.of_old(place)))
    ordered = list(following[-1])
    for new in sorted(placed):
        ordered.append(placed[new])
        ordered += following[new]
    return ordered
