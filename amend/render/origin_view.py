"""The origins of the words of one paragraph in, sheets for people out: every sentence is made here.

`sheets` gives one for each thread that bore the label; a revision that changed no word of it is
told in a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amend.labels import Label
from amend.model.comparison import Chain, Thread
from amend.model.draft import Paragraph, Revision
from amend.model.origin import Origin, Provenance
from amend.model.proposal import Proposal
from amend.model.ruling import Course
from amend.render.focus import people
from amend.render.redlines import shown
from amend.render.wording import label_of, name_of
from amend.text.told import joined, listed, told


@dataclass(frozen=True, slots=True)
class OriginLine:
    """Words that came in together: `came` says when and where, `told` what else is known."""

    came: str
    words: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginSlot:
    """One paragraph in one revision: its lines, or what is said instead of them."""

    revision: str
    label: str
    lines: tuple[OriginLine, ...]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class OriginSheet:
    """One thread through all revisions, oldest first."""

    title: str
    slots: tuple[OriginSlot, ...]


def sheets(
    chain: Chain, courses: Iterable[Course], label: Label, found: Provenance
) -> tuple[OriginSheet, ...]:
    """Lay out the origins of all paragraphs that bore a label in some revision."""
    proposals = {each.proposal.id: each.proposal for each in courses}
    return tuple(
        OriginSheet(_title(thread, chain), tuple(_slots(thread, chain, found, proposals)))
        for thread in threads_on(chain, label)
    )


def threads_on(chain: Chain, label: Label) -> tuple[Thread, ...]:
    """Return the threads that bore a label in some revision."""
    bearing = {
        (revision.name, each.id)
        for revision in chain.revisions
        for each in revision.labelled(label)
    }
    return tuple(
        thread for thread in chain.threads
        if any((name, each) in bearing for name, ids in thread.paragraphs.items() for each in ids)
    )  # fmt: skip


def _title(thread: Thread, chain: Chain) -> str:
    (*_, name) = (each.name for each in chain.revisions if thread.paragraphs.get(each.name))
    revision = next(each for each in chain.revisions if each.name == name)
    label = name_of(revision.paragraph(thread.paragraphs[name][0]))
    is_away = revision is not chain.revisions[-1]
    if not is_away:
        return told("Paragraph {name}", name=label)
    return told("Paragraph {name} of {revision}", name=label, revision=shown(name))


def _slots(
    thread: Thread, chain: Chain, found: Provenance, proposals: Mapping[str, Proposal]
) -> Iterator[OriginSlot]:
    before: Sequence[Sequence[Origin]] = ()
    last = ""
    for revision in chain.revisions:
        ids = thread.paragraphs.get(revision.name, ())
        now = [found.origins[revision.name][each] for each in ids]
        for each, origins in zip(ids, now, strict=True):
            paragraph = revision.paragraph(each)
            is_first = revision is chain.revisions[0] or not proposals
            own = _in_a_word(origins, revision, is_first=is_first)
            instead = told("as in {revision}", revision=last) if now == before else own
            lines = () if instead else tuple(origin_lines(origins, paragraph, chain, proposals))
            yield OriginSlot(shown(revision.name), label_of(paragraph), lines, instead)
        if not ids:
            yield OriginSlot(shown(revision.name), "", (), told("not in this revision"))
        before, last = now, shown(revision.name)


def _in_a_word(origins: Sequence[Origin], revision: Revision, *, is_first: bool) -> str:
    """Say what needs no list: a paragraph all of whose words came in with it, asked by nobody."""
    if not origins:
        return told("no words")
    (first, *rest) = origins
    is_plain = not rest and not first.proposals and not first.returned and not first.repeated
    if not is_plain or first.revision != revision.name:
        return ""
    if is_first:
        return told("all its words came in here")
    return told("all its words came in here, asked for by no proposal")


def origin_lines(
    origins: Iterable[Origin], paragraph: Paragraph, chain: Chain,
    proposals: Mapping[str, Proposal],
) -> Iterator[OriginLine]:  # fmt: skip
    """Yield a line for each stretch of words that came in together, in the order of the text."""
    first = chain.revisions[0].name
    for each in origins:
        came = shown(each.revision)
        if each.label is not None and each.label != paragraph.label:
            came = told("{name} of {revision}", name=str(each.label), revision=came)
        yield OriginLine(came, shown(each.text.strip()), tuple(_told(each, first, proposals)))


def _told(origin: Origin, first: str, proposals: Mapping[str, Proposal]) -> Iterator[str]:
    if origin.returned:
        yield told("away, and back in {revision}", revision=shown(origin.returned))
    by, supporters = people(origin.proposals, proposals)
    if origin.proposals:
        names = listed(map(shown, by)) or told("a proponent unknown")
        asked = told("asked for before by {names}", names=names)
        backed = told("supported by {names}", names=listed(map(shown, supporters)))
        yield joined(", ", (asked, backed)) if supporters else asked
    elif origin.repeated:
        yield told("stood elsewhere in the revision before")
    elif origin.revision != first and proposals:  # without any there is nothing to miss
        yield told("asked for by no proposal")
