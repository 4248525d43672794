"""A view, its courses and origins in, one page for each proponent out: what became of its language.

Words are counted once, as the origins of the latest revision hold them: a word that two of the
proponent's proposals had asked for is one word, and those others had asked for too are told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amend.model.origin import Provenance
from amend.model.proposal import Proposal
from amend.model.ruling import Course, Headline
from amend.render.page_shapes import Dossier, Figure, Group
from amend.render.page_wording import (
    BACKED_TOLD,
    COURSES_TOLD,
    SHARED_WORDS,
    STANDING_NONE,
    STANDING_WORDS,
    TONE_OF,
)
from amend.render.redlines import shown
from amend.render.shapes import Card, View
from amend.render.wording import slug
from amend.text.told import begun, counted, joined, listed, told


@dataclass(slots=True)
class _Share:
    """Words of the latest revision that somebody had asked for; `beside` counts those of others."""

    words: int = 0
    shared: int = 0
    beside: dict[str, None] = field(default_factory=dict)


def dossiers(
    view: View, courses: Sequence[Course], latest: str, provenance: Provenance | None
) -> tuple[Dossier, ...]:
    """Return a dossier for each proponent and supporter, in the order of the alphabet."""
    shares = _shares(courses, latest, provenance) if provenance is not None else None
    own: dict[str, list[Card]] = {}
    backed: dict[str, list[Card]] = {}
    for card in view.cards:
        for key in card.by:
            (backed if key in card.backers else own).setdefault(key, []).append(card)
    return tuple(
        _dossier(each.key, each.name, own.get(each.key, []), backed.get(each.key, []), latest,
                 None if shares is None else shares.get(each.name, _Share()))
        for each in view.proponents
    )  # fmt: skip


def _dossier(
    key: str, name: str, own: Sequence[Card], backed: Sequence[Card], latest: str,
    share: _Share | None,
) -> Dossier:  # fmt: skip
    counts = Counter(each.headline for each in own)
    figures = tuple(
        Figure(counts[each], told(each.value), TONE_OF[each]) for each in Headline if counts[each]
    )
    groups = tuple(
        Group(f"{key}-{slug(each)}", _headed(each, counts[each]),
              tuple(card for card in own if card.headline == each))
        for each in Headline if counts[each]
    )  # fmt: skip
    sentences = tuple(_told(own, backed, figures, shown(latest), share))
    return Dossier(key, name, sentences, figures, groups, tuple(backed))


def _headed(headline: Headline, count: int) -> str:
    return told("{headline} ({count})", headline=begun(told(headline.value)), count=count)


def _told(
    own: Sequence[Card], backed: Sequence[Card], figures: Iterable[Figure], latest: str,
    share: _Share | None,
) -> Iterator[str]:  # fmt: skip
    if own:
        what = joined(
            ", ",
            (told("{count} {headline}", count=each.count, headline=each.name) for each in figures),
        )
        proposals = counted(len(own), "proposal")
        yield told(COURSES_TOLD, proposals=proposals, revision=latest, told=what)
    if share is not None and (share.words or any(each.asked for each in own)):
        yield from _words(share, latest)
    if backed:
        yield told(BACKED_TOLD, proposals=counted(len(backed), "proposal"))


def _words(share: _Share, latest: str) -> Iterator[str]:
    if not share.words:
        yield told(STANDING_NONE, revision=latest)
        return
    yield told(STANDING_WORDS, words=counted(share.words, "word"), revision=latest)
    if share.shared:
        names = listed(shown(each) for each in sorted(share.beside, key=str.casefold))
        yield told(SHARED_WORDS, words=share.shared, names=names)


def _shares(courses: Iterable[Course], latest: str, provenance: Provenance) -> Mapping[str, _Share]:
    """Return for each proponent by shown name the words of the latest revision it had asked for."""
    proposals = {each.proposal.id: each.proposal for each in courses}
    found: dict[str, _Share] = {}
    for origins in provenance.origins[latest].values():
        for each in (one for one in origins if one.proposals):
            names = _askers(each.proposals, proposals)
            for name in names:
                share = found.setdefault(shown(name), _Share())
                share.words += each.words
                share.shared += each.words if len(names) > 1 else 0
                share.beside.update((other, None) for other in names if other != name)
    return found


def _askers(ids: Iterable[str], proposals: Mapping[str, Proposal]) -> list[str]:
    return list(dict.fromkeys(name for each in ids for name in proposals[each].by))
