"""A person's rulings in, links tied or barred: they come before anything the engine finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from amend.align.links import Links
from amend.align.named import Finder
from amend.align.pages import Pages
from amend.model.ruling import Matter, PersonRuling
from amend.notices import Code, Notice


class _Placed(NamedTuple):
    """A ruling, and the places of the paragraphs it names."""

    ruling: PersonRuling
    old: list[int]
    new: list[int]


def about(rulings: Iterable[PersonRuling], old: str, new: str) -> list[PersonRuling]:
    """Return the LINK and UNLINK rulings on two revisions, by name, in their order."""
    return [
        each
        for each in rulings
        if each.matter in {Matter.LINK, Matter.UNLINK}
        and (each.old_revision, each.revision) == (old, new)
    ]


def obey(pages: Pages, links: Links, rulings: Sequence[PersonRuling]) -> Iterator[Notice]:
    """Tie and bar what persons ruled, the last word first: an earlier one against it is overruled.

    A ruling that no longer fits the files is told in a notice and changes nothing; one whose
    paragraphs bear other labels now is followed by their words, and told.
    """
    old, new = Finder(pages.old), Finder(pages.new)
    for ruling in reversed(rulings):
        olds = [old.find(each) for each in ruling.old]
        news = [new.find(each) for each in ruling.new]
        lost = [str(n) for n, at in zip(ruling.old, olds, strict=True) if at is None]
        gone = [str(n) for n, at in zip(ruling.new, news, strict=True) if at is None]
        if lost or gone:
            yield _unplaced(ruling, lost, gone)
            continue
        placed = _Placed(ruling, [at for at in olds if at is not None],
                         [at for at in news if at is not None])  # fmt: skip
        yield from _moved(pages, placed)
        (_part if ruling.matter is Matter.UNLINK else _tie)(links, placed)


def _unplaced(ruling: PersonRuling, lost: list[str], gone: list[str]) -> Notice:
    sides = ((lost, ruling.old_revision), (gone, ruling.revision))
    missing = " and ".join(f"{', '.join(names)} of {name}" for names, name in sides if names)
    text = f"{missing} cannot be told there any more; nothing was tied. Rule on it again."
    return Notice(Code.RULING_UNPLACED, f"ruling by {ruling.by} on {ruling.on}", text)


def _moved(pages: Pages, placed: _Placed) -> Iterator[Notice]:
    """Tell of paragraphs that were found by their words, under other labels than were ruled on."""
    ruling = placed.ruling
    for named, paragraph, name in (
        *((n, pages.old[at], ruling.old_revision)
          for n, at in zip(ruling.old, placed.old, strict=True)),
        *((n, pages.new[at], ruling.revision)
          for n, at in zip(ruling.new, placed.new, strict=True)),
    ):  # fmt: skip
        if paragraph.label != named.label:
            now = "bears no number" if paragraph.label is None else f"is {paragraph.label}"
            text = f"by its words, {named} of {name} {now} now; the ruling was followed there."
            yield Notice(Code.RULING_MOVED, f"ruling by {ruling.by} on {ruling.on}", text)


def _part(links: Links, placed: _Placed) -> None:
    """Bar every pair of the two sides, but for those that a later ruling tied."""
    for one in placed.old:
        for other in placed.new:
            if not _are_tied(links, one, other):
                links.barred.pairs.setdefault((one, other), placed.ruling)


def _are_tied(links: Links, old: int, new: int) -> bool:
    """Whether two places stand in one bead already, directly or by their primary link."""
    home = links.joins.get(old, links.pairs.get(old))
    return home is not None and links.splits.get(new, links.backwards.get(new)) in {
        old,
        links.backwards.get(home),
    }


def _tie(links: Links, placed: _Placed) -> None:
    """Tie the two sides to one bead, and close it: nothing else belongs to it."""
    ruling, old, new = placed
    if old and new:
        barred = links.barred.pairs
        new = [each for each in new if (old[0], each) not in barred]
        old = [each for each in old if not new or (each, new[0]) not in barred]
        if not old or not new:
            return
    closed = links.barred
    if any(one in closed.closed_old for one in old) or any(one in closed.closed_new for one in new):
        return
    if old and new:
        _pair(links, old, new, ruling)
    closed.closed_old.update(dict.fromkeys(old, ruling))
    closed.closed_new.update(dict.fromkeys(new, ruling))


def _pair(links: Links, old: list[int], new: list[int], ruling: PersonRuling) -> None:
    links.pair(old[0], new[0])
    links.persons[new[0]] = ruling
    links.splits.update(dict.fromkeys(new[1:], old[0]))
    links.joins.update(dict.fromkeys(old[1:], new[0]))
