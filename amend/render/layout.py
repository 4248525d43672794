"""A chain in, the slots of each thread out, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from amend.model.alignment import Change, Transfer
from amend.model.comparison import Chain, Comparison, Redline, Thread
from amend.model.draft import Paragraph, Revision, Role
from amend.render.on_page import page_of, spot_of
from amend.render.redlines import gone, plain, segments
from amend.render.shapes import Note, Passage, Segment, Slot
from amend.render.wording import aside, bracketed, label_of, name_of, notes, ruled, weighed
from amend.text.told import counted, told

# A number that moved on, or a link a person made, is no change of the text.
_QUIET = {"renumbered", "ruled", "followed", "spelling", "weighty"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph of a revision stands on the page: its thread and the key of its passage."""

    thread: str
    passage: str
    paragraph: Paragraph


class Layout:
    """Every paragraph of a chain in its place: by revision name and paragraph id."""

    def __init__(self, chain: Chain) -> None:
        """Settle the order of the threads and the place of every paragraph."""
        self.chain = chain
        self.places: dict[str, dict[str, Place]] = _places(chain)
        self.threads: tuple[Thread, ...] = tuple(_ordered(chain, self.places))
        self._passages: list[dict[str, Passage]] = [
            self._passages_of(step) for step in range(len(chain.revisions))
        ]
        self._gone = [_dropped(each) for each in chain.comparisons]

    def place(self, revision: str, paragraph: str) -> Place | None:
        """Return the place of a paragraph, or None where the chain has no such paragraph."""
        return self.places.get(revision, {}).get(paragraph)

    def paragraphs(self, thread: Thread) -> list[tuple[Paragraph, ...]]:
        """Return the paragraphs of a thread, revision by revision."""
        return [
            tuple(
                self.places[each.name][identity].paragraph
                for identity in thread.paragraphs.get(each.name, ())
            )
            for each in self.chain.revisions
        ]

    def slots(self, thread: Thread) -> tuple[Slot, ...]:
        """Return one slot for each revision."""
        return tuple(self._slot(thread, step) for step in range(len(self.chain.revisions)))

    def _slot(self, thread: Thread, step: int) -> Slot:
        name = self.chain.revisions[step].name
        ids = thread.paragraphs.get(name, ())
        passages = tuple(self._passages[step][each] for each in ids)
        if step == 0:
            return Slot(name, passages)
        before = self.chain.revisions[step - 1].name
        lost = [
            passage
            for each in thread.paragraphs.get(before, ())
            if (passage := self._gone[step - 1].get(each)) is not None
        ]
        return Slot(name, passages, tuple(_lost(lost, is_all=not passages)), tuple(lost))

    def _passages_of(self, step: int) -> dict[str, Passage]:
        revision = self.chain.revisions[step]
        places = self.places[revision.name]
        if step == 0:
            return {
                each.id: _passage(places[each.id], plain(each.text)) for each in revision.paragraphs
            }
        comparison = self.chain.comparisons[step - 1]
        arrivals = _arrivals(comparison)
        earlier = {each.name for each in self.chain.revisions[:step]}
        threads = {each.id: each for each in self.chain.threads}
        found = {}
        for redline in (each for each in comparison.redlines if each.bead.new):
            for paragraph, parts in zip(redline.bead.new, segments(redline), strict=True):
                place = places[paragraph.id]
                thread = threads[place.thread].paragraphs
                is_back = any(thread.get(name) for name in earlier)
                told = tuple(notes(redline.bead, paragraph, is_back=is_back))
                told += (*arrivals.get(paragraph.id, ()), *bracketed(redline.bead))
                told += tuple(aside(redline.edits))
                if paragraph is redline.bead.new[0]:
                    told += tuple(weighed(redline.weights))
                is_changed = _is_changed(redline) or any(each.kind not in _QUIET for each in told)
                found[paragraph.id] = _passage(place, parts, told, is_changed=is_changed)
        return found


def passage_key(step: int, place: int) -> str:
    """Return the key of a passage on every page: its revision and its place there, both from 1."""
    return f"r{step}-p{place}"


def _is_changed(redline: Redline) -> bool:
    return bool(redline.bead.changes - {Change.RENUMBERING})


def _passage(
    place: Place,
    parts: tuple[Segment, ...],
    told: tuple[Note, ...] = (),
    *,
    is_changed: bool = False,
) -> Passage:
    paragraph = place.paragraph
    is_heading = paragraph.role is Role.HEADING
    return Passage(
        place.passage, label_of(paragraph), told, parts, is_changed, is_heading,
        page_of(paragraph.source), spot_of(paragraph.source),
    )  # fmt: skip


def _arrivals(comparison: Comparison) -> dict[str, tuple[Note, ...]]:
    """Notes on passages that came over from a paragraph their own bead does not hold."""
    old = {each.id: each for each in comparison.old.paragraphs}
    found: dict[str, tuple[Note, ...]] = {}
    for transfer in comparison.alignment.transfers:
        note = _arrival(transfer, old)
        found[transfer.new] = (*found.get(transfer.new, ()), note)
    return found


def _arrival(transfer: Transfer, old: Mapping[str, Paragraph]) -> Note:
    words = counted(transfer.words, "word")
    return Note(
        "moved", told("{words} came from {name}", words=words, name=name_of(old[transfer.old]))
    )


def _dropped(comparison: Comparison) -> dict[str, Passage]:
    """The paragraphs of the old revision that have no successor, as deleted passages."""
    return {
        each.id: Passage(
            "",
            label_of(each),
            tuple(ruled(bead)),
            gone(each.text),
            is_changed=True,
            page=page_of(each.source),
        )
        for bead in comparison.alignment.beads
        if not bead.new
        for each in bead.old
    }


def _lost(lost: list[Passage], *, is_all: bool) -> Iterator[Note]:
    if lost and is_all:
        yield Note("dropped", told("dropped"))
    elif lost:
        for each in lost:
            yield Note("dropped", told("{name} dropped", name=each.label or told("a paragraph")))
    yield from dict.fromkeys(note for each in lost for note in each.notes)


def _places(chain: Chain) -> dict[str, dict[str, Place]]:
    threads: dict[tuple[str, str], str] = {
        (name, identity): thread.id
        for thread in chain.threads
        for name, ids in thread.paragraphs.items()
        for identity in ids
    }
    return {
        revision.name: {
            each.id: Place(threads[revision.name, each.id], passage_key(step, count), each)
            for count, each in enumerate(revision.paragraphs, 1)
        }
        for step, revision in enumerate(chain.revisions, 1)
    }


def _ordered(chain: Chain, places: Mapping[str, Mapping[str, Place]]) -> Iterator[Thread]:
    """Yield threads in the order of the latest revision.

    One that is not in it stands behind the thread that it followed where it was last seen.
    """
    latest = chain.revisions[-1]
    known = list(dict.fromkeys(_threads_of(latest, places[latest.name])))
    following = dict(pairwise(["", *known, ""]))
    for revision in reversed(chain.revisions[:-1]):
        last = ""
        for thread in _threads_of(revision, places[revision.name]):
            if thread not in following:
                following[thread], following[last] = following[last], thread
            last = thread
    threads = {each.id: each for each in chain.threads}
    at = following[""]
    while at:
        yield threads[at]
        at = following[at]


def _threads_of(revision: Revision, places: Mapping[str, Place]) -> Iterator[str]:
    for each in revision.paragraphs:
        yield places[each.id].thread
