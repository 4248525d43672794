"""The order of the stages: files and values in, revisions, chains, courses and reports out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from amend.align import align, threads, through
from amend.align.carry import over
from amend.align.follow import follow
from amend.align.variants import put_aside
from amend.diff import compare, edits
from amend.errors import AmendError, LabelError, ReadError
from amend.labels import PROFILES
from amend.memory import collector_paused
from amend.model.alignment import Alignment
from amend.model.comparison import Chain, Comparison, Op, Thread
from amend.model.draft import Revision
from amend.model.form import is_blank, without_guide
from amend.model.source import Letter, SourceText
from amend.notices import Code, Notice
from amend.parse.draft import parse
from amend.read import read, read_bytes
from amend.store.naming import revision_name, same_name, stage_of
from amend.store.proponents import proponent_and_revision

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from amend.match import Thresholds
    from amend.match.ground import Ground
    from amend.match.lineage import Lineage
    from amend.model.audit import Audit
    from amend.model.marks import Marks
    from amend.model.origin import Newcomers, Provenance
    from amend.model.proposal import Proposal, Submission
    from amend.model.rebased import Rebase
    from amend.model.reference import Reference
    from amend.model.rolling import Rolling
    from amend.model.ruling import Course, PersonRuling
    from amend.model.submission import Register
    from amend.render import Report
    from amend.render.audit import AuditReport
    from amend.render.rebase import Reading, RebaseReport
    from amend.render.rolling import RollingReport

VERSION = "0.1.0"
_WHOLE = (".html", ".md", ".json")


def read_revision(
    path: Path, *, name: str | None = None, profile: str = "un", date: str | None = None,
    language: str | None = None,
) -> Revision:  # fmt: skip
    """Read one draft; without a name it gets the one its file name tells ("Rev 1").

    Raises ReadError if the file cannot be used.
    """
    return _revision(read(path), path.stem, name, profile, date, language)


def revision_of_bytes(
    data: bytes, file: str, *, name: str | None = None, profile: str = "un",
    date: str | None = None, language: str | None = None,
) -> Revision:  # fmt: skip
    """Read a draft that is in memory already; see `read_revision`."""
    return _revision(read_bytes(data, file), Path(file).stem, name, profile, date, language)


def _revision(
    source: SourceText, stem: str, name: str | None, profile: str, date: str | None,
    language: str | None,
) -> Revision:  # fmt: skip
    if profile not in PROFILES:
        hint = f"Use one of: {', '.join(PROFILES)}."
        raise LabelError(f"unknown profile {profile!r}", hint=hint)
    revision = parse(source, name or revision_name(stem) or stem, profile=profile, date=date)
    return replace(revision, language=language) if language else revision


def read_revisions(
    paths: Sequence[Path], names: Sequence[str] = (), *, profile: str = "un",
    unnumbered: bool = False,
) -> tuple[Revision, ...]:  # fmt: skip
    """Read drafts, oldest first; raises AmendError if two have one name or one has no numbers."""
    if names and len(names) != len(paths):
        hint = "Give one --as for each file, in their order, or none."
        raise AmendError(f"{len(paths)} files, but {len(names)} names", hint=hint)
    wanted = list(names) or [revision_name(path.stem) or path.stem for path in paths]
    _refuse_twins(paths, wanted)
    revisions = tuple(
        read_revision(path, name=name, profile=profile)
        for path, name in zip(paths, wanted, strict=True)
    )
    if not unnumbered:
        hint = "--unnumbered compares it by its words alone."
        for path, revision in zip(paths, revisions, strict=True):
            refuse_unnumbered(revision, path, hint)
    return revisions


def _refuse_twins(paths: Sequence[Path], names: Sequence[str]) -> None:
    seen: dict[str, Path] = {}
    for path, name in zip(paths, names, strict=True):
        first = seen.setdefault(same_name(name), path)
        if first is not path:
            hint = "Rename one of the files, or name each of them in turn with --as NAME."
            raise AmendError(f"{first} and {path} both read as {name!r}", hint=hint)


def refuse_unnumbered(revision: Revision, where: object, hint: str = "") -> None:
    """Raise ReadError if no paragraph of a draft bears a number: it may be the wrong file.

    `hint` is the way out that the command at hand has besides.
    """
    if all(paragraph.label is None for paragraph in revision.paragraphs):
        ways = "Check that it is the draft, or number its paragraphs (9. We commit ...)."
        raise ReadError("no paragraph bears a number", where=where, hint=f"{ways} {hint}".strip())


def refuse_overwriting(out: Path | None, files: Sequence[Path]) -> None:
    """Raise AmendError if a report would be written over one of the files it is made of."""
    if out is None or not out.exists():
        return
    if any(path.exists() and path.samefile(out) for path in files):
        hint = "Choose another name with -o."
        raise AmendError("is one of the files to be read", where=out, hint=hint)


def read_submission(
    path: Path, against: Revision, *, by: tuple[str, ...] = (), on: str | None = None,
    date: str | None = None, marks: str | None = None,
) -> Submission:  # fmt: skip
    """Read a file of proposals against the revision it speaks of; raises ReadError, MarksError.

    Who asks is told by `by`, else by the file itself, else by its name; `marks` says what its looks
    mean: "bold=add, strike=delete".
    """
    says = proponent_and_revision(path.stem, [against.name])
    names = (says.proponent,) if says.proponent else ()
    return submission_of(read(path), against, by=by, on=on, date=date, otherwise=names, marks=marks)


def submission_of(
    source: SourceText, against: Revision, *, by: tuple[str, ...] = (), on: str | None = None,
    date: str | None = None, otherwise: tuple[str, ...] = (), marks: str | None = None,
) -> Submission:  # fmt: skip
    """Read proposals from a source text; a file that asks for nothing is told in a notice.

    `otherwise` are the proponents where neither `by` nor the file itself names any. Of an e-mail
    its sender comes before these, and what came with it belongs to the same submission.
    """
    from amend.model.marks import Marks

    said = Marks.parse(marks) if marks is not None else None
    source = without_guide(source)
    if source.letter is None:
        submission = _read_one(source, against, by, on, date, otherwise, said)
    else:
        submission = _read_mail(source, source.letter, against, by, on, date, otherwise, said)
    if submission.proposals or is_blank(source):
        return submission
    text = "no proposal was found in it; see docs/proposals.md for what is understood."
    notice = Notice(Code.NOT_UNDERSTOOD, source.file, text)
    return replace(submission, notices=(*submission.notices, notice))


def _read_one(
    source: SourceText, against: Revision, by: tuple[str, ...], on: str | None, date: str | None,
    otherwise: tuple[str, ...], marks: Marks | None,
) -> Submission:  # fmt: skip
    from amend.parse.proposals import read_proposals

    submission = read_proposals(source, against, by=by, on=on, date=date, marks=marks)
    if otherwise and not submission.by:
        submission = read_proposals(source, against, by=otherwise, on=on, date=date, marks=marks)
    return replace(submission, notices=(*source.notices, *submission.notices))


def _read_mail(
    source: SourceText, letter: Letter, against: Revision, by: tuple[str, ...], on: str | None,
    date: str | None, otherwise: tuple[str, ...], marks: Marks | None,
) -> Submission:  # fmt: skip
    """Read an e-mail and what came with it as one submission."""
    from amend.model.proposal import Operation

    sender = letter.organisation or letter.sender
    names = (sender,) if sender else otherwise
    named = on or revision_name(letter.subject)
    day = date or (letter.date[:10] if letter.date else None)
    body = _read_one(source, against, by, named, day, names, marks)
    found = [
        _read_mail(each, each.letter, against, by, named, date, names, marks)
        if each.letter is not None
        else _read_one(without_guide(each), against, by, named, day, names, marks)
        for each in source.attached
    ]
    beside = [proposal for each in found for proposal in each.proposals]
    # "Our proposals are attached" asks for nothing once these have been read.
    own = [p for p in body.proposals if not (beside and p.operation is Operation.ATTACHMENT)]
    notices = (*body.notices, *(notice for each in found for notice in each.notices))
    return replace(body, proposals=(*own, *beside), notices=notices)


def register_of(data: bytes, file: str, *, confirmed: Mapping[str, str] | None = None) -> Register:
    """Read the postings of a saved discussion page that is in memory; raises ReadError.

    `confirmed` joins names that a person has said to be one proponent's: each, and the one to use.
    A page on which no posting is found is refused: it may be the wrong file.
    """
    from amend.parse.postings import read_register
    from amend.read.page import read_page_bytes

    register = read_register(read_page_bytes(data, file), confirmed)
    if not register.postings:
        hint = "Save the page with its comments shown, as text or as HTML."
        raise ReadError("no posting was found on it", where=file, hint=hint)
    return register


def settle(submissions: Sequence[Submission]) -> tuple[tuple[Proposal, ...], tuple[Notice, ...]]:
    """Tie the proposals of all files to each other: endorsements, corrections, unique ids."""
    from amend.parse.proposals import settle as settled

    return settled(submissions)


def chain(
    revisions: Sequence[Revision], rulings: Sequence[PersonRuling] = (),
    weighty: Path | None = None,
) -> Chain:  # fmt: skip
    """Align and compare each revision with the next, oldest first, and follow every paragraph.

    `weighty` is a user's own table of weighty words.
    """
    with collector_paused():
        alignments = [align(old, new, rulings) for old, new in pairwise(revisions)]
        comparisons = tuple(
            compared(old, new, alignment, weighty)
            for (old, new), alignment in zip(pairwise(revisions), alignments, strict=True)
        )
        followed = threads(revisions, alignments)
        notices = _differing(revisions, followed, alignments, rulings) if len(revisions) > 2 else ()
    return Chain(tuple(revisions), comparisons, followed, notices)


def on_steps(
    revisions: Sequence[Revision], rulings: Sequence[PersonRuling]
) -> tuple[tuple[PersonRuling, ...], tuple[Notice, ...]]:
    """Put links that were ruled across revisions between on one of the steps; tell of each."""
    from amend.align.between import on_steps as placed

    return placed(revisions, rulings, align)


def _differing(
    revisions: Sequence[Revision], followed: Sequence[Thread], steps: Sequence[Alignment],
    rulings: Sequence[PersonRuling],
) -> tuple[Notice, ...]:  # fmt: skip
    """Look directly from the first revision to the last, and tell where the threads differ."""
    from amend.align.agree import disagreements, told

    first, last = revisions[0], revisions[-1]
    direct = align(first, last, rulings)
    return told(first, last, tuple(disagreements(first, last, direct, followed, steps)))


def compared(
    old: Revision, new: Revision, alignment: Alignment, weighty: Path | None = None
) -> Comparison:
    """Add the word edits to an alignment, and the weighty words in them.

    A reference that only follows a renumbering is no edit, nor is another spelling of a word.
    """

    def named(text: str) -> Sequence[Reference]:
        from amend.parse.references import references

        return references(text, language=new.language or "en")

    found = put_aside(follow(compare(old, new, alignment), named, edits))
    if all(edit.op is Op.KEEP for each in found.redlines for edit in each.edits):
        return found
    from amend.align.weigh import weigh
    from amend.store.weighty import scales

    return weigh(found, scales(weighty))


def chain_notices(made: Chain) -> tuple[Notice, ...]:
    """Return all that is to be told of the revisions of a chain and of their alignments."""
    return (
        *(notice for each in made.revisions for notice in each.notices),
        *(notice for each in made.comparisons for notice in each.alignment.notices),
        *made.notices,
    )


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
        ground = Ground(base)
        lineages[base.name] = [
            _lineage(revisions, steps, place, later, rulings, ground)
            for later in range(place + 1, len(revisions))
        ]
    placed = retarget(proposals, revisions, rulings)
    return judged(placed, lineages, rulings, thresholds, agreed, executor)


def trace(made: Chain, courses: Sequence[Course] = ()) -> Provenance:
    """Follow every word of a chain to the revision it came in, and to who had asked for it."""
    from amend.trace import trace as traced

    return traced(made, courses)


def newcomers(made: Chain, courses: Sequence[Course]) -> tuple[Newcomers, ...]:
    """Count the new words of each revision after the first: asked for before, or by nobody.

    Without proposals there is nothing to tell apart, and nothing is counted.
    """
    if not courses:
        return ()
    from amend.trace import newcomers as counted

    return counted(made, courses)


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


def rebase_files(
    files: Sequence[Path], revisions: Sequence[Revision], *, by: tuple[str, ...] = (),
    marks: str | None = None,
) -> RebaseReport:  # fmt: skip
    """Carry the proposals in some files, made on the first revision, over to the last one."""
    made, courses, notices = check(files, revisions, by=by, marks=marks)
    alignments = [each.alignment for each in made.comparisons]
    found = rebase(courses, revisions, alignments=alignments)
    return rebase_report(found, revisions[-1], notices)


def rebase_report(found: Rebase, later: Revision, notices: tuple[Notice, ...] = ()) -> RebaseReport:
    """Gather proposals that were carried over and how the text would read with each of them."""
    from amend.match.apply import apply
    from amend.model.source import Run
    from amend.render.rebase import RebaseReport

    plain = replace(later, notices=(), paragraphs=tuple(
        replace(each, runs=(Run(each.text),), mark_inserted=None, mark_deleted=None)
        for each in later.paragraphs if each.text or each.printed
    ))  # fmt: skip
    marked = apply(plain, found.proposals, narrowly=True)
    told = {(each.code, each.where, each.text) for each in found.notices}
    fresh = (each for each in marked.notices if (each.code, each.where, each.text) not in told)
    readings = tuple(each for one in found.proposals for each in _readings(one, plain))
    return RebaseReport(found, later, marked, readings, (*notices, *found.notices, *fresh))


def _readings(proposal: Proposal, later: Revision) -> Iterator[Reading]:
    from amend.match.apply import ask, is_on_words
    from amend.match.trim import trimmed
    from amend.model.proposal import Operation
    from amend.render.rebase import Reading

    if proposal.operation is Operation.INSERT_NEW_PARAGRAPH:
        label = proposal.target[0] if proposal.target else None
        yield Reading(proposal.id, "", label, "", proposal.whole or proposal.text)
    for identity in proposal.paragraphs if is_on_words(proposal) else ():
        paragraph = later.paragraph(identity)
        asked = ask(proposal, paragraph)
        splices = tuple(each.splice for each in trimmed(asked.before, asked.splices))
        yield Reading(proposal.id, identity, paragraph.label, asked.before, asked.after, splices)


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
    submissions, skipped = _read_all(files, base, by, marks)
    made = chain(revisions)
    others = tuple(notice for each in submissions for notice in _other_base(each, base, _JUDGED))
    proposals, notices = settle(submissions)
    alignments = [each.alignment for each in made.comparisons]
    called = workers if len(proposals) > MANY else None
    with called() if called is not None else nullcontext() as executor:
        courses = judge(
            proposals, revisions, thresholds=thresholds, alignments=alignments, agreed=agreed,
            executor=executor,
        )  # fmt: skip
    return made, courses, (*skipped, *chain_notices(made), *others, *notices)


_JUDGED = "was judged against {}; check --against"
_PLACED = "was placed in {}; its places are those of the text it speaks of"


def compile_text(
    files: Sequence[Path], base: Revision, *, by: tuple[str, ...] = (), marks: str | None = None
) -> tuple[Rolling, tuple[Notice, ...]]:
    """Put the proposals of some files in their places: the rolling text, and all there is to tell.

    A file that speaks of another revision than the base is placed all the same, and told.
    """
    from amend.match.collate import collate

    submissions, skipped = _read_all(files, base, by, marks)
    others = (notice for each in submissions for notice in _other_base(each, base, _PLACED))
    proposals, notices = settle(submissions)
    named = (_spoken_of(each, base) for each in submissions for _ in each.proposals)
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

    return RollingReport(rolling, f"made by amend {VERSION} on {now}", notices, templates)


def _other_base(submission: Submission, base: Revision, done: str) -> Iterator[Notice]:
    """Tell where a file says, or its name does, that it was made on some other revision."""
    said = _spoken_of(submission, base)
    if said:
        text = f"it speaks of {said}, and {done.format(base.name)}."
        yield Notice(Code.BASE_DIFFERS, submission.file, text)


def _spoken_of(submission: Submission, base: Revision) -> str:
    """Return the name of the other revision that a file speaks of, "" if it is the base."""
    stem = Path(submission.file).stem
    said = submission.on or proponent_and_revision(stem, [base.name]).revision or ""
    stages = stage_of(said), stage_of(base.name)
    return said if None not in stages and stages[0] != stages[1] else ""


def _read_all(
    files: Sequence[Path], base: Revision, by: tuple[str, ...], marks: str | None
) -> tuple[list[Submission], list[Notice]]:
    """Read every file of proposals; one that cannot be read is told, unless it is the only one."""
    for place, path in enumerate(files):
        if path in files[:place]:
            raise AmendError("is named twice", where=path, hint="Name each file once.")
    submissions: list[Submission] = []
    skipped: list[Notice] = []
    for path in files:
        try:
            submissions.append(read_submission(path, base, by=by, marks=marks))
        except ReadError as refusal:
            if len(files) == 1:
                raise
            skipped.append(
                Notice(Code.FILE_SKIPPED, str(path), f"{refusal.message}. {refusal.hint}")
            )
    if not submissions:
        found = f"none of the {len(files)} files of proposals can be read"
        raise ReadError(found, hint="; ".join(str(each) for each in skipped))
    return submissions, skipped


def unplaced(courses: Iterable[Course]) -> tuple[str, ...]:
    """Return the files none of whose proposals could be tied to a paragraph, or a new place."""
    by_file: dict[str, list[bool]] = {}
    for course in courses:
        proposal = course.proposal
        tied = bool(proposal.paragraphs) or proposal.place is not None or not proposal.target
        by_file.setdefault(proposal.source.file, []).append(tied)
    return tuple(file for file, tied in by_file.items() if not any(tied))


def audit(old: Path, new: Path, *, base: str | None = None, profile: str = "un") -> Audit:
    """Audit a Word file that claims to be OLD with tracked changes.

    `base` is "accepted" or "rejected" and says how OLD's own tracked changes are read; without it
    the reading is taken that NEW bears out, and told. Raises AmendError for another base, ReadError
    if a file cannot be used.
    """
    from amend.audit import Declared, bases, choose, hidden, mirrored, places, settled, unsure
    from amend.audit import audit as audited
    from amend.model.audit import Base

    if base not in {None, Base.ACCEPTED, Base.REJECTED}:
        raise AmendError(f"no such base: {base!r}", hint="Use --base accepted or --base rejected.")

    first, second = read(old), read(new)
    if second.format != "docx":
        hint = "Name the Word file with the tracked changes second; OLD may have any format."
        raise ReadError("only a Word file declares its changes", where=new, hint=hint)
    mirror = mirrored(second)
    declared = Declared(
        _revision(second, new.stem, None, profile, None, None),
        parse(mirror.source, new.stem, profile=profile),
        mirror,
    )
    readings = {
        each: parse(text, old.stem, profile=profile) for each, text in bases(first, second).items()
    }
    choice = choose(readings, declared, None if base is None else Base(base))
    if choice.base is Base.AS_KEPT:
        choice = replace(choice, unsure=unsure(first, second))
    told = (settled(first, second), hidden(first, second))
    notices = (*filter(None, told), *first.notices, *second.notices)
    return audited(readings[choice.base], declared, align, choice, notices, places(first))


def audit_report(found: Audit, *, now: str, templates: Path | None = None) -> AuditReport:
    """Gather an audit and what to print beside it into the one value that its writers take."""
    from amend.render.audit import AuditReport

    return AuditReport(found, f"made by amend {VERSION} on {now}", templates)


def report(
    made: Chain, courses: tuple[Course, ...] = (), *, title: str, now: str,
    notices: tuple[Notice, ...] = (), base: str | None = None, templates: Path | None = None,
    thresholds: Thresholds | None = None, new_words: tuple[Newcomers, ...] = (),
) -> Report:  # fmt: skip
    """Gather what a command found into the one value that all writers take."""
    from amend.render import Report

    shares: dict[str, float] = {}
    if courses or base is not None:
        from amend.match import Thresholds

        shares = asdict(thresholds or Thresholds())
    stamp = f"made by amend {VERSION} on {now}"
    return Report(
        title, stamp, made, courses, base, shares, notices, templates, newcomers=new_words
    )


def write(found: Report, out: Path, form: str | None = None) -> None:
    """Write a report to a file, whole or not at all; its suffix or `form` chooses the format."""
    from amend.render import contents

    suffix = f".{form.lstrip('.')}" if form else out.suffix
    save(out, contents(found, suffix))


def save(out: Path, held: str | bytes) -> None:
    """Put a text, as UTF-8, or bytes in a file; a stop on the way leaves the old one whole."""
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.write_bytes(held.encode() if isinstance(held, str) else held)
        beside.replace(out)
    except OSError as failure:
        found = f"cannot be written ({failure.strerror})"
        hint = "Choose another place with -o."
        raise AmendError(found, where=out, hint=hint) from failure
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_all(found: Report, folder: Path) -> tuple[Path, ...]:
    """Write a report as a page, as Markdown and as data into a folder; the page comes first.

    All are made before the first is written.
    """
    from amend.render import write as render

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        hint = "Choose another folder with -o."
        raise AmendError(f"cannot be made ({failure.strerror})", where=folder, hint=hint) from None
    texts = {folder / f"report{suffix}": render(found, suffix) for suffix in _WHOLE}
    for path, text in texts.items():
        save(path, text)
    return tuple(texts)
