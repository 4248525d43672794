"""Proposals: files, mails and saved pages in, submissions and registers out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend.errors import AmendError, ReadError
from amend.model.draft import Revision
from amend.model.form import is_blank, without_guide
from amend.model.source import Letter, SourceText
from amend.notices import Code, Notice
from amend.read import read
from amend.store.naming import revision_name, stage_of
from amend.store.proponents import proponent_and_revision

if TYPE_CHECKING:
    from amend.model.marks import Marks
    from amend.model.proposal import Proposal, Submission
    from amend.model.submission import Register


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
    its sender comes before these unless they are a body that a clerk may send for, and what came
    with it belongs to the same submission.
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

    submission = read_proposals(
        source, against, by=by, on=on, date=date, marks=marks, otherwise=otherwise
    )
    return replace(submission, notices=(*source.notices, *submission.notices))


def _read_mail(
    source: SourceText, letter: Letter, against: Revision, by: tuple[str, ...], on: str | None,
    date: str | None, otherwise: tuple[str, ...], marks: Marks | None,
) -> Submission:  # fmt: skip
    """Read an e-mail and what came with it as one submission."""
    from amend.model.proposal import Operation
    from amend.pipeline.senders import stem_of, whose, whose_attached

    names, told = whose(letter, otherwise, source.file)
    named = on or revision_name(letter.subject)
    day = date or (letter.date[:10] if letter.date else None)
    body = _read_one(source, against, by, named, day, names, marks)
    notices = [*(() if by else told), *body.notices]
    found = []
    for each in source.attached:
        if each.letter is not None:
            own = proponent_and_revision(stem_of(each.file), [against.name]).proponent
            within = _read_mail(
                each, each.letter, against, by, named, date, (own,) if own else names, marks
            )
        else:
            asking, told = whose_attached(body.by or names, each.file)
            within = _read_one(without_guide(each), against, by, named, day, asking, marks)
            notices += () if by or within.by != asking else told
        found.append(within)
        notices += within.notices
    beside = [proposal for each in found for proposal in each.proposals]
    # "Our proposals are attached" asks for nothing once these have been read.
    asked = [p for p in body.proposals if not (beside and p.operation is Operation.ATTACHMENT)]
    return replace(body, proposals=(*asked, *beside), notices=tuple(notices))


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


def other_base(submission: Submission, base: Revision, done: str) -> Iterator[Notice]:
    """Tell where a file says, or its name does, that it was made on some other revision."""
    said = spoken_of(submission, base)
    if said:
        text = f"it speaks of {said}, and {done.format(base.name)}."
        yield Notice(Code.BASE_DIFFERS, submission.file, text)


def spoken_of(submission: Submission, base: Revision) -> str:
    """Return the name of the other revision that a file speaks of, "" if it is the base."""
    stem = Path(submission.file).stem
    said = submission.on or proponent_and_revision(stem, [base.name]).revision or ""
    stages = stage_of(said), stage_of(base.name)
    return said if None not in stages and stages[0] != stages[1] else ""


def read_submissions(
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
