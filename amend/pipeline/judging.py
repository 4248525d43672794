"""Proposals and revisions in, courses out; and open proposals carried over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from amend.align import align, through
from amend.align.carry import over
from amend.model.alignment import Alignment
from amend.model.comparison import Chain
from amend.model.draft import Revision
from amend.notices import Code, Notice
from amend.pipeline.chains import chain, chain_notices
from amend.pipeline.submissions import other_base, read_submissions, settle
from amend.text.words import tokens

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from amend.match import Thresholds
    from amend.match.ground import Ground
    from amend.match.lineage import Lineage
    from amend.model.proposal import Proposal
    from amend.model.rebased import Rebase
    from amend.model.ruling import Course, PersonRuling
    from amend.text.scale import Scale

_JUDGED = "was judged against {}; check --against"


def judge(
    proposals: Sequence[Proposal],
    revisions: Sequence[Revision],
    rulings: Sequence[PersonRuling] = (),
    thresholds: Thresholds | None = None,
    alignments: Sequence[Alignment] = (),
    agreed: Sequence[Revision] = (),
    executor: Executor | None = None,
) -> tuple[Course, ...]:
    """Judge each proposal in every revision after the one it was made on, oldest first.

    `alignments` of neighbouring revisions are used where the caller has them already; words of the
    `agreed` texts do not count. Many proposals are shared out through the `executor`, if there is
    one.
    """
    from amend.match.ground import Ground
    from amend.match.judge import judge as judged

    steps = list(alignments) or [align(old, new, rulings) for old, new in pairwise(revisions)]
    wanted = {each.base for each in proposals}
    lineages: dict[str, list[Lineage]] = {}
    for place, base in enumerate(revisions):
        if base.name not in wanted:
            continue
        ground = Ground(base, _scale(base))
        lineages[base.name] = [
            _lineage(revisions, steps, place, later, rulings, ground)
            for later in range(place + 1, len(revisions))
        ]
    placed = retarget(proposals, revisions, rulings)
    return judged(placed, lineages, rulings, thresholds, agreed, executor)


def asking(
    made: Chain, courses: Sequence[Course], agreed: Sequence[Revision],
    rulings: Sequence[PersonRuling] = (),
) -> tuple[Course, ...]:  # fmt: skip
    """Return the courses that tell who had asked for which words, agreed language or not.

    Words of an `agreed` text earn no credit and are no evidence; asked for they were all the same.
    """
    if not agreed:
        return tuple(courses)
    alignments = [each.alignment for each in made.comparisons]
    proposals = [each.proposal for each in courses]
    return judge(proposals, made.revisions, rulings, alignments=alignments)


_SAMPLE = 40
"""So many paragraphs tell the language of a draft."""


def _scale(base: Revision) -> Scale | None:
    """Return the weighty words of a draft's language; None for English, which the rules have."""
    from amend.text.scale import language_of

    text = " ".join(each.text for each in base.paragraphs[:_SAMPLE])
    language = language_of(text, tokens(text), base.language)
    if language == "en":
        return None
    from amend.store.weighty import scales

    return scales().get(language)


def _lineage(
    revisions: Sequence[Revision], steps: Sequence[Alignment], base: int, later: int,
    rulings: Sequence[PersonRuling], ground: Ground,
) -> Lineage:  # fmt: skip
    from amend.match.lineage import Lineage

    if later == base + 1:
        return Lineage(revisions[base], revisions[later], steps[base].beads, ground)
    carried = over(revisions[base : later + 1], steps[base:later], rulings)
    direct = align(revisions[base], revisions[later], (*carried, *rulings))
    beads = through(revisions[base], direct, steps[base:later])
    return Lineage(revisions[base], revisions[later], beads, ground)


def rebase(
    courses: Sequence[Course], revisions: Sequence[Revision], rulings: Sequence[PersonRuling] = (),
    alignments: Sequence[Alignment] = (),
) -> Rebase:  # fmt: skip
    """Carry judged proposals over to the last of the revisions, oldest first, by their courses."""
    from amend.match.ground import Ground
    from amend.match.rebase import rebase as rebased

    steps = list(alignments) or [align(old, new, rulings) for old, new in pairwise(revisions)]
    wanted = {each.proposal.base for each in courses}
    last = len(revisions) - 1
    lineages = {
        base.name: _lineage(revisions, steps, place, last, rulings, Ground(base))
        for place, base in enumerate(revisions[:-1])
        if base.name in wanted
    }
    return rebased(courses, lineages, revisions[-1])


def retarget(
    proposals: Sequence[Proposal], revisions: Sequence[Revision], rulings: Sequence[PersonRuling]
) -> tuple[Proposal, ...]:
    """Put proposals where a person's TARGET ruling says they belong."""
    from amend.align.named import Finder
    from amend.model.ruling import Matter

    targets = {each.proposal: each.old for each in rulings if each.matter is Matter.TARGET}
    bases = {each.name: each for each in revisions}
    placed = []
    for proposal in proposals:
        base, named = bases.get(proposal.base), targets.get(proposal.id, ())
        if named and base is not None:
            finder = Finder(base.paragraphs)
            places = [at for each in named if (at := finder.find(each)) is not None]
            found = [base.paragraphs[at] for at in places]
            labels = [(each.label for each in found), (each.label for each in named)][not found]
            proposal = replace(  # noqa: PLW2901
                proposal,
                target=tuple(each for each in labels if each is not None),
                paragraphs=tuple(each.id for each in found),
            )
        placed.append(proposal)
    return tuple(placed)


_ON_TARGETS = frozenset({Code.TARGET_UNRESOLVED, Code.TARGET_AMBIGUOUS, Code.ANCHOR_NOT_FOUND})


def unanswered(
    notices: Iterable[Notice], proposals: Sequence[Proposal], revisions: Sequence[Revision],
    rulings: Sequence[PersonRuling],
) -> tuple[Notice, ...]:  # fmt: skip
    """Leave out the notices on a proposal's place that a person's TARGET ruling has answered.

    One that speaks of several proposals of a block stays until each of them has its place.
    """
    from amend.match.apply import ask
    from amend.model.ruling import Matter
    from amend.parse.prose import where_of

    ruled = {each.proposal for each in rulings if each.matter is Matter.TARGET}
    bases = {each.name: each for each in revisions}
    answered: set[str] = set()
    still_open: set[str] = set()
    for each in retarget(proposals, revisions, rulings) if ruled else ():
        base = bases.get(each.base)
        places = [base.paragraph(one) for one in each.paragraphs] if base is not None else []
        is_told = bool(places) and not any(ask(each, one).problem for one in places)
        if each.id in ruled and is_told:
            answered.add(where_of(each.source))
        elif not is_told and each.place is None:
            still_open.add(where_of(each.source))
    done = answered - still_open
    return tuple(n for n in notices if n.code not in _ON_TARGETS or n.where not in done)


def check(
    files: Sequence[Path], revisions: Sequence[Revision], *, by: tuple[str, ...] = (),
    marks: str | None = None, thresholds: Thresholds | None = None,
    agreed: Sequence[Revision] = (), workers: Callable[[], Executor] | None = None,
) -> tuple[Chain, tuple[Course, ...], tuple[Notice, ...]]:  # fmt: skip
    """Judge the proposals in some files, made on the first revision, in all later ones.

    A file that speaks of another revision than the first is judged all the same, and told. From
    more than `MANY` proposals on the `workers` are called for, if there are any to call.
    """
    from amend.match.judge import MANY

    base = revisions[0]
    submissions, skipped = read_submissions(files, base, by, marks)
    made = chain(revisions)
    others = tuple(notice for each in submissions for notice in other_base(each, base, _JUDGED))
    proposals, notices = settle(submissions)
    alignments = [each.alignment for each in made.comparisons]
    called = workers if len(proposals) > MANY else None
    with called() if called is not None else nullcontext() as executor:
        courses = judge(
            proposals, revisions, thresholds=thresholds, alignments=alignments, agreed=agreed,
            executor=executor,
        )  # fmt: skip
    return made, courses, (*skipped, *chain_notices(made), *others, *notices)


def unplaced(courses: Iterable[Course]) -> tuple[str, ...]:
    """Return the files none of whose proposals could be tied to a paragraph, or a new place."""
    by_file: dict[str, list[bool]] = {}
    for course in courses:
        proposal = course.proposal
        tied = bool(proposal.paragraphs) or proposal.place is not None or not proposal.target
        by_file.setdefault(proposal.source.file, []).append(tied)
    return tuple(file for file, tied in by_file.items() if not any(tied))
