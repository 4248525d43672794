"""Courses in, proposal cards out: each with its verdicts, its evidence in place, and its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType

from amend.model.comparison import Op
from amend.model.proposal import Operation, Proposal
from amend.model.ruling import Course, Evidence, Ruling
from amend.render.layout import Layout, Place
from amend.render.on_page import page_of, spot_of, submitted_on
from amend.render.reasons import named, why
from amend.render.redlines import shown
from amend.render.shapes import Card, Quote, Reference, Segment, Verdict, Words
from amend.render.wording import (
    OPERATIONS,
    TONES,
    Keys,
    cut,
    name_of,
    opening,
    places,
    taken,
    where,
)
from amend.text.told import counted, joined, listed, pattern, sentence, told

_NO_SHARES: Mapping[str, float] = MappingProxyType({})
_CONTEXT = 70
"""Characters of the paragraph shown on either side of the evidence."""


class Trails:
    """The cards of a report; `rows` gives for each thread the cards on it, in reading order."""

    def __init__(
        self,
        courses: Sequence[Course],
        layout: Layout,
        rows: Mapping[str, str],
        names: Mapping[str, str],
        shares: Mapping[str, float] = _NO_SHARES,
    ) -> None:
        """`rows` are row keys by thread id, `names` the keys of proponents by name.

        `shares` are the thresholds that decided.
        """
        self._why = cache(partial(why, shares=shares))
        self._layout = layout
        self._rows = rows
        self._names = names
        keys = Keys("proposal")
        self._keys = {each.proposal.id: keys.key(each.proposal.id) for each in courses}
        self._courses = {each.proposal.id: each for each in courses}
        self.loose: list[Card] = []
        self.cards: dict[str, list[Card]] = {}
        self.mentions: dict[str, list[Reference]] = {}
        for course in courses:
            self._settle(course)

    def _settle(self, course: Course) -> None:
        threads = list(dict.fromkeys(_threads(course, self._layout)))
        if not threads:
            self.loose.append(self._card(course, None))
            return
        card = self._card(course, self._rows[threads[0]])
        self.cards.setdefault(threads[0], []).append(card)
        link = Reference(
            card.key,
            told("{name}: {operation}, {where}", name=card.proponents, operation=card.operation,
                 where=card.where),
        )  # fmt: skip
        for thread in threads[1:]:
            self.mentions.setdefault(thread, []).append(link)

    def _card(self, course: Course, row: str | None) -> Card:
        proposal = course.proposal
        people = dict.fromkeys((*proposal.by, *proposal.supporters))
        return Card(
            key=self._keys[proposal.id],
            by=tuple(self._names[each] for each in people) or (self._names[""],),
            proponents=by_line(proposal),
            supporters=listed(shown(each) for each in proposal.supporters),
            operation=OPERATIONS[proposal.operation],
            where=where(proposal),
            gist=tuple(_gist(proposal)),
            asked=shown(proposal.text),
            cut=shown(proposal.cut),
            headline=told(course.headline.value),
            fate=told(course.rulings[-1].fate.value) if course.rulings else "",
            verdicts=tuple(self._verdict(each) for each in course.rulings),
            shared=tuple(self._shared(course)),
            source=shown(proposal.source.told),
            row=row,
            proposal=proposal.id,
            backers=tuple(self._names[each] for each in proposal.supporters),
            page=submitted_on(proposal.source),
            spot=spot_of(proposal.source),
        )

    def _shared(self, course: Course) -> Iterator[Reference]:
        others = [self._courses[each] for each in course.shared_with if each in self._courses]
        names = Counter(by_line(each.proposal) for each in (course, *others))
        for other in others:
            name = by_line(other.proposal)
            more: list[str] = [where(other.proposal)] if names[name] > 1 else []
            if other.proposal.supporters:
                supporters = listed(map(shown, other.proposal.supporters))
                more.append(told("supported by {names}", names=supporters))
            text = told("{name} ({more})", name=name, more=joined("; ", more)) if more else name
            yield Reference(self._keys[other.proposal.id], text)

    def _verdict(self, ruling: Ruling) -> Verdict:
        measures: list[str] = [taken(ruling.taken)] if ruling.taken.of else []
        if ruling.cut is not None and ruling.cut.of:
            measures.append(cut(ruling.cut))
        if ruling.place:
            measures.append(told("found in {places}", places=places(ruling.place)))
        return Verdict(
            revision=ruling.revision,
            fate=told(ruling.fate.value),
            tone=TONES[ruling.fate],
            measures=tuple(measures),
            reason=sentence(shown(ruling.reason)),
            by="" if ruling.by == "amend" else shown(ruling.by),
            quotes=tuple(self._quotes(ruling)),
            missing=shown(" … ".join(ruling.missing)),
            flags=tuple(shown(each) for each in ruling.flags),
            rule=shown(named(ruling.rule)),
            why=self._why(ruling.rule),
        )

    def _quotes(self, ruling: Ruling) -> Iterator[Quote]:
        by_paragraph: dict[str, list[Evidence]] = {}
        for each in ruling.evidence:
            by_paragraph.setdefault(each.paragraph, []).append(each)
        for identity, proofs in by_paragraph.items():
            place = self._layout.place(ruling.revision, identity)
            if place is None:
                yield Quote(
                    "", None, tuple(Words(shown(each.text), is_proof=True) for each in proofs)
                )
            else:
                yield _quote(place, proofs)


def by_line(proposal: Proposal) -> str:
    """Return who asks, as the page prints it."""
    return listed(shown(each) for each in proposal.by) or told("Proponent unknown")


def _threads(course: Course, layout: Layout) -> Iterator[str]:
    """Yield the threads a proposal is on; the first of three rules that finds any decides.

    By the paragraphs it names, else by what came of it, else beside the place it asked for.
    """
    proposal = course.proposal
    found = [layout.place(proposal.base, each) for each in proposal.paragraphs]
    if not any(found):
        proofs = (
            layout.place(ruling.revision, each.paragraph)
            for ruling in reversed(course.rulings)
            for each in ruling.evidence
        )
        found = [next((each for each in proofs if each is not None), None)]
    if not any(found) and proposal.place is not None:
        found = [_labelled(proposal, layout)]
    yield from (each.thread for each in found if each is not None)


def _labelled(proposal: Proposal, layout: Layout) -> Place | None:
    wanted = proposal.place.label if proposal.place is not None else None
    every = layout.places.get(proposal.base, {}).values()
    return next((each for each in every if each.paragraph.label == wanted), None)


def _gist(proposal: Proposal) -> Iterator[Segment]:
    is_replaced = proposal.operation in {Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE}
    if proposal.cut and (is_replaced or not proposal.text):
        yield Segment(Op.DELETE, opening(proposal.cut))
    if proposal.text:
        yield Segment(Op.INSERT, opening(proposal.text))


def _quote(place: Place, proofs: Iterable[Evidence]) -> Quote:
    text = shown(place.paragraph.text)
    spans = _merged(sorted((each.start, each.end) for each in proofs))
    words: list[Words] = []
    at = _back(text, spans[0][0])
    if at > 0:
        words.append(Words("… "))
    for start, end in spans:
        between = text[at:start]
        if at and len(between) > 2 * _CONTEXT and words and words[-1].is_proof:
            between = f"{text[at : _on(text, at)]} … {text[_back(text, start) : start]}"
        if between:
            words.append(Words(between))
        words.append(Words(text[start:end], is_proof=True))
        at = end
    stop = _on(text, at)
    words.append(Words(text[at:stop] + (" …" if stop < len(text) else "")))
    name, page = name_of(place.paragraph), page_of(place.paragraph.source)
    return Quote(
        told("{name}, {page}", name=name, page=page) if page else name,
        place.passage,
        tuple(each for each in words if each.text),
    )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _back(text: str, start: int) -> int:
    """Go back from a place by about the context, to the start of a word."""
    edge = start - _CONTEXT
    if edge <= 0:
        return 0
    space = text.find(" ", edge, start)
    return space + 1 if space >= 0 else edge


def _on(text: str, end: int) -> int:
    """Go on from a place by about the context, to the end of a word."""
    edge = end + _CONTEXT
    if edge >= len(text):
        return len(text)
    space = text.rfind(" ", end, edge)
    return space if space > end else edge


def coverage(courses: Sequence[Course], latest: str, agreed: Sequence[str] = ()) -> str:
    """Say how much of the picture the table holds (domain E.3); "" without proposals.

    Texts of agreed language, whose words do not count, are named.
    """
    if not courses:
        return ""
    people = {name for each in courses for name in each.proposal.by}
    worded = sum(bool(each.proposal.text or each.proposal.cut) for each in courses)
    silent = sum(each.headline == "undeterminable" for each in courses)
    saying = (
        pattern(
            "{proposals} by {proponents}, {worded} with words of their own; {silent} could not be"
            " determined as of {revision}."
        ) if silent else
        pattern(
            "{proposals} by {proponents}, {worded} with words of their own; all could be"
            " determined as of {revision}."
        )
    )  # fmt: skip
    count = told(
        saying, proposals=counted(len(courses), "proposal"),
        proponents=counted(len(people), "proponent"), worded=worded, silent=silent,
        revision=shown(latest),
    )  # fmt: skip
    if not agreed:
        return count
    names = listed(map(shown, agreed))
    rest = told("Words of {names} are agreed language and do not count as new.", names=names)
    return joined(" ", (count, rest))
