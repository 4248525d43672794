"""What the stages found, gathered for the writers: report, rolling text, audit, rebase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend.model.comparison import Chain
from amend.model.draft import Revision
from amend.notices import Notice
from amend.pipeline.judging import check, rebase
from amend.pipeline.submissions import other_base, read_submissions, settle, spoken_of
from amend.text.told import Day, told
from amend.version import VERSION

if TYPE_CHECKING:
    from amend.match import Thresholds
    from amend.model.audit import Audit
    from amend.model.origin import Newcomers, Provenance
    from amend.model.proposal import Proposal
    from amend.model.rebased import Rebase
    from amend.model.rolling import Rolling
    from amend.model.ruling import Course
    from amend.render import Report
    from amend.render.audit import AuditReport
    from amend.render.rebase import Reading, RebaseReport
    from amend.render.rolling import RollingReport

_PLACED = "was placed in {}; its places are those of the text it speaks of"


def _made(now: str) -> str:
    return told("made by amend {version} on {day}", version=VERSION, day=Day(now))


def rebase_files(
    files: Sequence[Path], revisions: Sequence[Revision], *, now: str, by: tuple[str, ...] = (),
    marks: str | None = None,
) -> RebaseReport:  # fmt: skip
    """Carry the proposals in some files, made on the first revision, over to the last one."""
    made, courses, notices = check(files, revisions, by=by, marks=marks)
    alignments = [each.alignment for each in made.comparisons]
    found = rebase(courses, revisions, alignments=alignments)
    return rebase_report(found, revisions[-1], notices, now=now)


def rebase_report(
    found: Rebase, later: Revision, notices: tuple[Notice, ...] = (), *, now: str
) -> RebaseReport:
    """Gather proposals that were carried over and how the text would read with each of them."""
    from amend.match.apply import apply
    from amend.match.collate import collate
    from amend.model.proposal import Operation
    from amend.model.source import Run
    from amend.render.rebase import RebaseReport

    plain = replace(later, notices=(), paragraphs=tuple(
        replace(each, runs=(Run(each.text),), mark_inserted=None, mark_deleted=None)
        for each in later.paragraphs if each.text or each.printed
    ))  # fmt: skip
    in_place = (e for e in found.proposals if e.operation is not Operation.PROPOSE_ALTERNATIVE)
    marked = apply(plain, in_place, narrowly=True)
    told = {(each.code, each.where, each.text) for each in found.notices}
    fresh = (each for each in marked.notices if (each.code, each.where, each.text) not in told)
    readings = tuple(each for one in found.proposals for each in _readings(one, plain))
    return RebaseReport(
        found, later, marked, readings, (*notices, *found.notices, *fresh),
        collate(plain, found.proposals).collisions, _made(now),
    )  # fmt: skip


def _readings(proposal: Proposal, later: Revision) -> Iterator[Reading]:
    from amend.match.apply import ask, is_on_words
    from amend.match.trim import trimmed
    from amend.model.proposal import Operation
    from amend.render.rebase import Reading

    is_beside = proposal.operation is Operation.PROPOSE_ALTERNATIVE
    if is_beside or proposal.operation is Operation.INSERT_NEW_PARAGRAPH:
        label = proposal.target[0] if proposal.target else None
        yield Reading(proposal.id, "", label, "", proposal.whole or proposal.text)
    if is_beside:
        return
    for identity in proposal.paragraphs if is_on_words(proposal) else ():
        paragraph = later.paragraph(identity)
        asked = ask(proposal, paragraph)
        splices = tuple(each.splice for each in trimmed(asked.before, asked.splices))
        yield Reading(proposal.id, identity, paragraph.label, asked.before, asked.after, splices)


def compile_text(
    files: Sequence[Path], base: Revision, *, by: tuple[str, ...] = (), marks: str | None = None
) -> tuple[Rolling, tuple[Notice, ...]]:
    """Put the proposals of some files in their places: the rolling text, and all there is to tell.

    A file that speaks of another revision than the base is placed all the same, and told.
    """
    from amend.match.collate import collate

    submissions, skipped = read_submissions(files, base, by, marks)
    others = (notice for each in submissions for notice in other_base(each, base, _PLACED))
    proposals, notices = settle(submissions)
    named = (spoken_of(each, base) for each in submissions for _ in each.proposals)
    elsewhere = {each.id: on for each, on in zip(proposals, named, strict=True) if on}
    rolling = collate(base, proposals, elsewhere)
    told = {(each.code, each.where) for each in notices}
    fresh = (each for each in rolling.notices if (each.code, each.where) not in told)
    return rolling, (*base.notices, *skipped, *others, *notices, *fresh)


def rolling_report(
    rolling: Rolling, notices: tuple[Notice, ...], *, now: str, templates: Path | None = None
) -> RollingReport:
    """Gather a rolling text and what to print beside it into the one value its writers take."""
    from amend.render.rolling import RollingReport

    made = _made(now)
    return RollingReport(rolling, made, notices, templates, date=now)


def audit_report(found: Audit, *, now: str, templates: Path | None = None) -> AuditReport:
    """Gather an audit and what to print beside it into the one value that its writers take."""
    from amend.render.audit import AuditReport

    return AuditReport(found, _made(now), templates)


def spoken(language: str | None) -> str | None:
    """Return a language of the text if reports can be written in it, else None."""
    from amend.render.tongue import LANGUAGES

    return language if language in LANGUAGES else None


def report(
    made: Chain, courses: tuple[Course, ...] = (), *, title: str, now: str,
    notices: tuple[Notice, ...] = (), base: str | None = None, templates: Path | None = None,
    thresholds: Thresholds | None = None, new_words: tuple[Newcomers, ...] = (),
    provenance: Provenance | None = None, agreed: tuple[str, ...] = (),
    audits: tuple[Audit, ...] = (),
) -> Report:  # fmt: skip
    """Gather what a command found into the one value that all writers take."""
    from amend.render import Report
    from amend.render.report import WordFile

    shares: dict[str, float] = {}
    if courses or base is not None:
        from amend.match import Thresholds

        shares = asdict(thresholds or Thresholds())
    stamp = _made(now)
    return Report(
        title, stamp, made, courses, base, shares, notices, templates, newcomers=new_words,
        provenance=provenance, agreed=agreed, word=WordFile(date=now), audits=audits,
    )  # fmt: skip
