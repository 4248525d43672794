"""A chain and the courses of its proposals in, the origin of every word of every revision out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from amend.memory import collector_paused
from amend.model.comparison import Chain
from amend.model.draft import Paragraph
from amend.model.origin import Newcomers, Origin, Provenance
from amend.model.ruling import Course
from amend.text.words import words
from amend.trace.asked import Asked, asked_before
from amend.trace.followed import Followed

__all__ = ["newcomers", "trace"]


def trace(chain: Chain, courses: Sequence[Course] = ()) -> Provenance:
    """Follow every word of a chain to the revision it came in, and to who had asked for it.

    Words are followed along the edits of the beads, then to where they went or came back from (see
    docs/design/0022-where-words-come-from.md). What counts as asked for is what the courses hold as
    evidence, and nothing else.
    """
    with collector_paused():
        return _traced(chain, courses)


def _traced(chain: Chain, courses: Sequence[Course]) -> Provenance:
    followed = Followed(chain)
    asked = asked_before(followed, courses)
    kinds = _Kinds(followed, asked)
    origins: dict[str, dict[str, tuple[Origin, ...]]] = {}
    for place, revision in enumerate(chain.revisions):
        here = origins[revision.name] = {}
        for each in revision.paragraphs:
            before = followed.untouched(place, each.id)
            here[each.id] = (
                tuple(_origins(followed, place, each, kinds)) if before is None
                else origins[chain.revisions[place - 1].name][before]
            )  # fmt: skip
    return Provenance(origins, _newcomers(followed, asked))


def newcomers(chain: Chain, courses: Sequence[Course]) -> tuple[Newcomers, ...]:
    """Count the new words of each revision after the first; as in `trace`, without the places."""
    followed = Followed(chain)
    return _newcomers(followed, asked_before(followed, courses))


class _Kind(NamedTuple):
    """What words must share to be told together, besides when they came back."""

    born: int
    home: str
    repeated: bool
    asked: tuple[str, ...]


class _Kinds:
    """The kinds of all words as numbers: most paragraphs hold words of one kind alone."""

    def __init__(self, followed: Followed, asked: Asked) -> None:
        known: dict[_Kind, int] = {}
        repeated = followed.repeated
        self.numbers = [
            known.setdefault(_Kind(*home, word in repeated, asked.get(word, ())), len(known))
            for word, home in enumerate(followed.homes)
        ]
        self.kinds = list(known)


def _origins(
    followed: Followed, place: int, paragraph: Paragraph, kinds: _Kinds
) -> Iterator[Origin]:
    numbers = followed.words_of(place, paragraph.id)
    told = [
        (kinds.numbers[word], followed.returned(word, place)) for word in numbers
    ] if followed.returns else [(kinds.numbers[word], None) for word in numbers]  # fmt: skip
    text = paragraph.text
    groups = [(kind, len(list(group))) for kind, group in groupby(told)]
    found = words(text) if len(groups) > 1 else ()
    at = 0
    for (number, returned), count in groups:
        start = found[at].start if at else 0
        at += count
        end = found[at].start if at < len(found) else len(text)
        yield _origin(followed, kinds.kinds[number], returned, (start, end, text[start:end], count))


def _origin(
    followed: Followed, kind: _Kind, returned: int | None, span: tuple[int, int, str, int]
) -> Origin:
    names = [each.name for each in followed.chain.revisions]
    return Origin(
        *span, names[kind.born], kind.home, followed.label(kind.born, kind.home),
        None if returned is None else names[returned], kind.repeated, kind.asked,
    )  # fmt: skip


def _newcomers(followed: Followed, asked: Asked) -> tuple[Newcomers, ...]:
    found = []
    for place, revision in enumerate(followed.chain.revisions[1:], 1):
        new = list(followed.new_in(place))
        rest = [word for word in new if word not in asked]
        returned = sum(1 for word in rest if followed.homes[word][0] != place)
        repeated = sum(1 for word in rest if word in followed.repeated)
        count = Newcomers(revision.name, len(new), len(new) - len(rest), returned, repeated)
        found.append(count)
    return tuple(found)
