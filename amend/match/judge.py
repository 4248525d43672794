"""Proposals and their lineages in, courses out: the whole way from a request to its fate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from amend.match.apply import Asked, ask
from amend.match.course import courses
from amend.match.fate import Case
from amend.match.fate import judge as judge_case
from amend.match.lineage import Lineage, standing_in
from amend.match.link import Tie, tie
from amend.match.novelty import Novelty, groups_of, novelty
from amend.match.standing import JUDGES
from amend.match.thresholds import Thresholds
from amend.model.proposal import Proposal
from amend.model.ruling import Course, Fate, Measure, PersonRuling, Ruling
from amend.text.words import tokens


def judge(
    proposals: Sequence[Proposal],
    lineages: Mapping[str, Sequence[Lineage]],
    persons: Sequence[PersonRuling] = (),
    thresholds: Thresholds | None = None,
) -> tuple[Course, ...]:
    """Judge each proposal in every later revision, in the order given.

    `lineages` holds, for each base a proposal names, the lineages to the later revisions, oldest
    first. A proposal against any other base is undeterminable. A person's rulings outrank.
    """
    shares = thresholds or Thresholds()
    replaced = {each.supersedes: each.id for each in proposals if each.supersedes}
    asked = {each.id: _asked(each, lineages.get(each.base, ())) for each in proposals}
    in_base = _standing_in_base(asked.values(), lineages)
    ruled: list[tuple[Proposal, tuple[Ruling, ...]]] = []
    for proposal in proposals:
        known = lineages.get(proposal.base, ())
        tied, wanted = asked[proposal.id]
        news = tuple(novelty(each, in_base.get(proposal.base, set())) for each in wanted)
        rulings = [
            _ruling(proposal, tied, wanted, news, lineage, shares, replaced) for lineage in known
        ]
        ruled.append((proposal, tuple(_renumbered(rulings, known))))
    return courses(ruled, persons)


def _asked(proposal: Proposal, lineages: Sequence[Lineage]) -> tuple[Tie, tuple[Asked, ...]]:
    if not lineages:
        return Tie(problem=f"its base {proposal.base!r} is not among the revisions"), ()
    tied = tie(proposal, lineages[0].base)
    if tied.problem or proposal.operation in JUDGES:
        return tied, ()
    if not tied.paragraphs:
        return tied, (ask(proposal, None),)
    return tied, tuple(ask(proposal, paragraph) for paragraph in tied.paragraphs)


def _standing_in_base(
    asked: Iterable[tuple[Tie, tuple[Asked, ...]]], lineages: Mapping[str, Sequence[Lineage]]
) -> dict[str, set[tuple[str, ...]]]:
    wanted: dict[str, set[tuple[str, ...]]] = {}
    for _, each in asked:
        for one in each:
            wanted.setdefault(one.proposal.base, set()).update(groups_of(one))
    return {
        base: standing_in(
            [tokens(paragraph.text) for paragraph in lineages[base][0].base.paragraphs], groups
        )
        for base, groups in wanted.items()
        if groups
    }


def _ruling(
    proposal: Proposal, tied: Tie, asked: tuple[Asked, ...], news: tuple[Novelty, ...],
    lineage: Lineage, thresholds: Thresholds, replaced: Mapping[str, str],
) -> Ruling:  # fmt: skip
    problem = tied.problem
    if proposal.id in replaced:
        problem = f"its proponent replaced it by {replaced[proposal.id]}"
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
        return wordless(proposal, tied.paragraphs, lineage)
    ruling = judge_case(Case(asked, news, lineage, thresholds))
    return replace(ruling, flags=(*ruling.flags, "anchor not found")) if unplaced else ruling


def _renumbered(rulings: Sequence[Ruling], lineages: Sequence[Lineage]) -> Iterable[Ruling]:
    """Remark where a paragraph only changed its number since the revision before (domain E.2)."""
    previous: tuple[Ruling, Lineage] | None = None
    for ruling, lineage in zip(rulings, lineages, strict=True):
        current = ruling
        if previous is not None and _is_renumbered(previous[0], ruling, previous[1], lineage):
            numbers = f"{previous[0].place[0]} > {ruling.place[0]}"
            current = replace(ruling, flags=(*ruling.flags, f"numbering-only change: {numbers}"))
        yield current
        previous = ruling, lineage


def _is_renumbered(one: Ruling, other: Ruling, earlier: Lineage, later: Lineage) -> bool:
    if not (one.place and other.place and one.evidence and other.evidence):
        return False
    if one.place[0] == other.place[0]:
        return False
    before = _words(earlier, one.evidence[0].paragraph)
    return before == _words(later, other.evidence[0].paragraph)


def _words(lineage: Lineage, identity: str) -> tuple[str, ...]:
    return _tokens(lineage.paragraph(identity).text)


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(tokens(text))
