"""Proposals and their lineages in, courses out: the whole way from a request to its fate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from amend.match.apply import Asked, ask
from amend.match.case import Case
from amend.match.course import courses
from amend.match.fate import judge as judge_case
from amend.match.glance import glanced, is_plain
from amend.match.ground import Ground
from amend.match.lineage import Lineage
from amend.match.link import Tie, tie
from amend.match.novelty import Novelty, discounted, long_spans, novelty
from amend.match.plain import Plain, plain, plainly
from amend.match.saying import REPLACED
from amend.match.standing import JUDGES, whole_asked, with_words
from amend.match.thresholds import Thresholds
from amend.memory import collector_paused
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Proposal
from amend.model.ruling import Course, Fate, Measure, PersonRuling, Ruling
from amend.text.told import told
from amend.text.words import known_words

if TYPE_CHECKING:
    from concurrent.futures import Executor

# So many proposals are judged in one go, where there is somebody to share the work with; for fewer
# than two such parts nobody is called, for each worker has to be handed both revisions (note 0017).
PART = 5_000
MANY = 2 * PART
# So many are asked and judged together: their words are looked up in the base in one go, and what
# was worked out for one of them is still at hand for the next (note 0029).
_AT_ONCE = 500
# What a ruling depends on: all of a proposal but who asks, when and where. A letter that thousands
# send in is judged once.
_WISH = attrgetter(
    "operation", "base", "target", "paragraphs", "text", "cut", "anchor", "place", "whole",
    "complete",
)  # fmt: skip


def judge(
    proposals: Sequence[Proposal],
    lineages: Mapping[str, Sequence[Lineage]],
    persons: Sequence[PersonRuling] = (),
    thresholds: Thresholds | None = None,
    agreed: Sequence[Revision] = (),
    executor: Executor | None = None,
    part: int = PART,
) -> tuple[Course, ...]:
    """Judge each proposal in every later revision, in the order given.

    `lineages` holds, for each base a proposal names, the lineages to the later revisions, oldest
    first. A proposal against any other base is undeterminable. A person's rulings outrank. Words of
    the texts in `agreed` do not count as news; such a text is named where it mattered. With an
    `executor` the proposals are handed to it in parts of `part`; the courses are the same.
    """
    shares = thresholds or Thresholds()
    replaced = {each.supersedes: each.id for each in proposals if each.supersedes}
    with collector_paused():
        if executor is None or len(proposals) <= part:
            return courses(_ruled(proposals, lineages, shares, replaced, agreed), persons)
        order = _by_paragraph(proposals, lineages)
        parts = [order[at : at + part] for at in range(0, len(order), part)]
        wanted = ([proposals[n] for n in each] for each in parts)
        work = [executor.submit(_ruled, each, lineages, shares, replaced, agreed)
                for each in wanted]  # fmt: skip
        found = (each for done in work for each in done.result())
        ruled = dict(zip((n for each in parts for n in each), found, strict=True))
        return courses([ruled[n] for n in range(len(proposals))], persons)


def _ruled(
    proposals: Sequence[Proposal], lineages: Mapping[str, Sequence[Lineage]], shares: Thresholds,
    replaced: Mapping[str, str], agreed: Sequence[Revision],
) -> list[tuple[Proposal, tuple[Ruling, ...]]]:  # fmt: skip
    bases = {name: _Base(known[0].ground, agreed) for name, known in lineages.items() if known}
    order = _by_paragraph(proposals, lineages)
    wishes = [(_WISH(each), replaced.get(each.id)) for each in proposals]
    firsts = list({wishes[n]: n for n in reversed(order)}.values())[::-1]
    ruled: dict[tuple[object, str | None], tuple[Ruling, ...]] = {}
    for start in range(0, len(firsts), _AT_ONCE):
        places = firsts[start : start + _AT_ONCE]
        asked = [_asked(proposals[n], bases) for n in places]
        news = _news([proposals[n] for n in places], asked, bases)
        _expect(lineages, [proposals[n].base for n in places], news)
        for n, (tied, wanted, _), new in zip(places, asked, news, strict=True):
            known = lineages.get(proposals[n].base, ())
            rulings = [
                _ruling(proposals[n], tied, wanted, new, lineage, shares, replaced)
                for lineage in known
            ]
            ruled[wishes[n]] = tuple(_renumbered(rulings, known))
    return [(each, ruled[wish]) for each, wish in zip(proposals, wishes, strict=True)]


def _expect(
    lineages: Mapping[str, Sequence[Lineage]],
    bases: Sequence[str],
    news: Sequence[Sequence[Novelty]],
) -> None:
    """Tell the lineages which words they may be asked about."""
    wanted: dict[str, list[list[str]]] = {name: [] for name in lineages}
    for name, new in zip(bases, news, strict=True):
        wanted.get(name, []).extend([each.keys for each in new if each.counted])
    for name, known in lineages.items():
        for lineage in known:
            lineage.expect(wanted[name])


_Wanted = tuple[Tie, tuple[Asked, ...], tuple[Novelty, ...]]


def _news(
    proposals: Sequence[Proposal], asked: Sequence[_Wanted], bases: Mapping[str, _Base]
) -> list[tuple[Novelty, ...]]:
    """Return what each of some proposals adds, less what its base has already."""
    found: list[tuple[Novelty, ...]] = [()] * len(asked)
    for name, base in bases.items():
        own = [n for n, proposal in enumerate(proposals) if proposal.base == name and asked[n][2]]
        flat = iter(base.discounted([each for n in own for each in asked[n][2]]))
        for n in own:
            found[n] = tuple(islice(flat, len(asked[n][2])))
    return found


class _Base:
    """A base that many proposals are made on, with what each of them asks about it."""

    def __init__(self, ground: Ground, agreed: Sequence[Revision]) -> None:
        self.revision = ground.base
        self._grounds = [*(Ground(each) for each in agreed), ground]
        self.paragraphs = {each.id: each for each in self.revision.paragraphs}
        self._plain: dict[str, Plain | None] = {}

    def plain(self, paragraph: Paragraph) -> Plain | None:
        """Return what is known of a plain paragraph, worked out once; None if it is not plain."""
        if paragraph.id not in self._plain:
            self._plain[paragraph.id] = plain(paragraph)
        return self._plain[paragraph.id]

    def discounted(self, news: Sequence[Novelty]) -> Iterator[Novelty]:
        """Leave out what stood in the base, or else in an agreed text, the first named first."""
        spans = [(n, *span) for n, each in enumerate(news) for span in long_spans(each)]
        words = [news[n].after[start:end] for n, start, end in spans]
        homes: list[dict[int, str | None]] = [{} for _ in spans]
        *agreed, own = self._grounds
        for ground in (*reversed(agreed), own):
            name = None if ground is own else ground.base.name
            for home, places in zip(homes, ground.stock.standing(words), strict=True):
                home.update(dict.fromkeys(places, name) if places else ())
        every: list[dict[int, str | None]] = [{} for _ in news]
        for (n, start, _), home in zip(spans, homes, strict=True):
            if home:
                every[n].update((start + at, home[at]) for at in sorted(home))
        return map(discounted, news, every)


def _by_paragraph(
    proposals: Sequence[Proposal], lineages: Mapping[str, Sequence[Lineage]]
) -> list[int]:
    """Order proposals by the paragraph they are on: what is known of it is then at hand."""
    places = {
        (name, paragraph.id): place
        for name, known in lineages.items()
        for place, paragraph in enumerate(known[0].base.paragraphs if known else ())
    }

    def place(n: int) -> tuple[str, int]:
        each = proposals[n]
        first = each.paragraphs[0] if each.paragraphs else ""
        return each.base, places.get((each.base, first), -1)

    return sorted(range(len(proposals)), key=place)


def _asked(proposal: Proposal, bases: Mapping[str, _Base]) -> _Wanted:
    base = bases.get(proposal.base)
    if base is None:
        return (
            Tie(
                problem=told("its base {name} is not among the revisions", name=repr(proposal.base))
            ),
            (),
            (),
        )
    tied = tie(proposal, base.revision, base.paragraphs)
    if tied.problem or (proposal.operation in JUDGES and not _has_words(proposal)):
        return tied, (), ()
    if proposal.operation in JUDGES:
        whole = whole_asked(proposal, tied.paragraphs)
        return tied, (whole,), (novelty(whole),)
    if len(tied.paragraphs) == 1:
        there = base.plain(tied.paragraphs[0])
        found = None if there is None else plainly(proposal, there)
        if found is not None:
            return tied, found[:1], found[1:]
    asked = tuple(ask(proposal, paragraph) for paragraph in tied.paragraphs or (None,))
    return tied, asked, tuple([novelty(each) for each in asked])


def _has_words(proposal: Proposal) -> bool:
    """Whether a merge or a split says how the text is to read; a retained one is no news."""
    is_shape = proposal.operation in {Operation.MERGE_PARAGRAPHS, Operation.SPLIT_PARAGRAPH}
    return is_shape and bool(proposal.text or proposal.whole)


def _ruling(
    proposal: Proposal, tied: Tie, asked: tuple[Asked, ...], news: tuple[Novelty, ...],
    lineage: Lineage, thresholds: Thresholds, replaced: Mapping[str, str],
) -> Ruling:  # fmt: skip
    problem = tied.problem
    if proposal.id in replaced:
        problem = told(REPLACED, name=replaced[proposal.id])
    languages = {lineage.base.language, lineage.later.language} - {None}
    if len(languages) > 1:
        problem = f"{lineage.later.name} is in another language"
    unplaced = [each.problem for each in asked if each.problem]
    if unplaced and not any(each.after != each.before for each in asked):
        problem = unplaced[0]
    if problem:
        return Ruling(lineage.later.name, Fate.UNDETERMINABLE, Measure(0, 0), reason=problem)
    wordless = JUDGES.get(proposal.operation)
    if wordless is not None:
        form = wordless(proposal, tied.paragraphs, lineage)
        form = replace(form, rule=proposal.operation.replace("_", " "))
        return (
            with_words(form, judge_case(Case(asked, news, lineage, thresholds))) if asked else form
        )
    if is_plain(proposal, news) and not unplaced:
        seen = glanced(tied.paragraphs[0], news[0], lineage)
        if seen is not None:
            return seen
    ruling = judge_case(Case(asked, news, lineage, thresholds))
    return replace(ruling, flags=(*ruling.flags, told("anchor not found"))) if unplaced else ruling


def _renumbered(rulings: Sequence[Ruling], lineages: Sequence[Lineage]) -> Iterable[Ruling]:
    """Remark where a paragraph only changed its number since the revision before (domain E.2)."""
    previous: tuple[Ruling, Lineage] | None = None
    for ruling, lineage in zip(rulings, lineages, strict=True):
        current = ruling
        if previous is not None and _is_renumbered(previous[0], ruling, previous[1], lineage):
            numbers = f"{previous[0].place[0]} > {ruling.place[0]}"
            current = replace(
                ruling,
                flags=(*ruling.flags, told("numbering-only change: {numbers}", numbers=numbers)),
            )
        yield current
        previous = ruling, lineage


def _is_renumbered(one: Ruling, other: Ruling, earlier: Lineage, later: Lineage) -> bool:
    if not (one.place and other.place and one.evidence and other.evidence):
        return False
    if one.place[0] == other.place[0]:
        return False
    before = _words(earlier, one.evidence[0].paragraph)
    return before == _words(later, other.evidence[0].paragraph)


def _words(lineage: Lineage, identity: str) -> Sequence[str]:
    return known_words(lineage.paragraph(identity).text).keys
