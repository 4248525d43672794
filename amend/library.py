"""What `import amend` offers: each name one call into the pipeline (docs/library.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend import pipeline
from amend.align import align
from amend.match.apply import apply
from amend.match.thresholds import Thresholds
from amend.model.audit import Audit
from amend.model.comparison import Comparison
from amend.model.draft import Revision
from amend.model.proposal import Proposal
from amend.model.ruling import Course
from amend.parse.draft import parse
from amend.parse.proposals import from_text, proposed
from amend.parse.references import references
from amend.read.txt import read_text as _source

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = [
    "align",
    "apply",
    "audit",
    "compare",
    "judge",
    "proposals",
    "proposals_from_text",
    "proposed",
    "read",
    "read_text",
    "references",
]


def read(path: str | Path, *, name: str | None = None, profile: str = "un") -> Revision:
    """Read a draft from a file; without a name it gets the one its file name tells.

    Raises ReadError if the file cannot be used; what was not understood stands in its notices.
    """
    return pipeline.read_revision(Path(path), name=name, profile=profile)


def read_text(text: str, *, name: str, profile: str = "un") -> Revision:
    """Read a draft from a string, one paragraph a line or parted by blank lines."""
    return parse(_source(text), name, profile=profile)


def proposals(
    path: str | Path, *, against: Revision, by: str | Iterable[str] = (), marks: str | None = None
) -> tuple[Proposal, ...]:
    """Read the proposals of a file, in reading order; tracked changes name their own proponents.

    `marks` says what looks mean where nothing is tracked: "bold underline=add, strike=delete", or
    "none". Raises ReadError if the file cannot be used, MarksError for marks that mean nothing.
    """
    submission = pipeline.read_submission(Path(path), against, by=_names(by), marks=marks)
    return pipeline.settle((submission,))[0]


def proposals_from_text(
    text: str, *, against: Revision, by: str | Iterable[str] = ()
) -> tuple[Proposal, ...]:
    """Read the proposals in a string, in reading order."""
    return pipeline.settle((from_text(text, against, _names(by)),))[0]


def _names(by: str | Iterable[str]) -> tuple[str, ...]:
    return (by,) if isinstance(by, str) else tuple(by)


def compare(old: Revision, new: Revision) -> Comparison:
    """Align two revisions and add the word edits of every bead."""
    return pipeline.compared(old, new, align(old, new))


def audit(
    old: str | Path, new: str | Path, *, base: str | None = None, profile: str = "un"
) -> Audit:
    """Set what a Word file declares as changed against what really differs from another file.

    `base` is "accepted" or "rejected" and says how tracked changes of OLD's own are read; without
    it the reading is taken that NEW bears out, and told in a notice. Raises ReadError if a file
    cannot be used, or NEW is no Word file.
    """
    return pipeline.audit(Path(old), Path(new), base=base, profile=profile)


def judge(
    proposals: Iterable[Proposal],
    revisions: Sequence[Revision],
    thresholds: Thresholds | None = None,
    agreed: Iterable[Revision] = (),
    executor: Executor | None = None,
) -> tuple[Course, ...]:
    """Say what became of each proposal in every revision after its base; one course each.

    Revisions stand oldest first; a proposal against any other revision is undeterminable. Where
    two proposals have one id, as those of two strings by one proponent do, the later course bears
    another: picum.1-2. Words in runs of five that stand in an `agreed` text are not counted, and
    the text is named in a flag. An `executor`, say a ProcessPoolExecutor, shares the work out from
    5,000 proposals on; the courses are the same.
    """
    return pipeline.judge(
        _apart(proposals), tuple(revisions), thresholds=thresholds, agreed=tuple(agreed),
        executor=executor,
    )  # fmt: skip


def _apart(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    taken: Counter[str] = Counter()
    found = []
    for each in proposals:
        taken[each.id] += 1
        again = taken[each.id]
        found.append(replace(each, id=f"{each.id}-{again}") if again > 1 else each)
    return tuple(found)
