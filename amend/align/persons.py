"""A person's rulings in, links tied or barred: they come before anything the engine finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from amend.align.links import Links
from amend.align.pages import Pages
from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.ruling import Matter, PersonRuling
from amend.notices import Code, Notice


def about(rulings: Iterable[PersonRuling], old: str, new: str) -> list[PersonRuling]:
    """Return the LINK and UNLINK rulings on two revisions, by name."""
    return [
        each
        for each in rulings
        if each.matter in {Matter.LINK, Matter.UNLINK}
        and (each.old_revision, each.revision) == (old, new)
    ]


def obey(pages: Pages, links: Links, rulings: Iterable[PersonRuling]) -> Iterator[Notice]:
    """Tie and bar what persons ruled; a ruling whose labels are gone is told in a notice."""
    for ruling in rulings:
        old = _places(pages.old, ruling.old)
        new = _places(pages.new, ruling.new)
        if old is None or new is None:
            named = ", ".join(map(str, ruling.old)), ", ".join(map(str, ruling.new))
            text = f"{named[0]} and {named[1]} do not each stand there once; nothing was tied."
            yield Notice(Code.RULING_UNPLACED, f"ruling by {ruling.by} on {ruling.on}", text)
        elif ruling.matter is Matter.UNLINK:
            links.barred.update({(one, other): ruling.by for one in old for other in new})
        else:
            _tie(links, old, new, ruling.by)


def _places(paragraphs: Sequence[Paragraph], labels: tuple[Label, ...]) -> list[int] | None:
    places = []
    for label in labels:
        found = [n for n, each in enumerate(paragraphs) if each.label == label]
        if len(found) != 1:
            return None
        places.append(found[0])
    return places or None


def _tie(links: Links, old: list[int], new: list[int], by: str) -> None:
    if not links.may_pair(old[0], new[0]):
        return
    links.pair(old[0], new[0])
    links.persons[new[0]] = by
    for each in new[1:]:
        if not links.has_new(each):
            links.splits[each] = old[0]
    for each in old[1:]:
        if not links.has_old(each):
            links.joins[each] = new[0]
