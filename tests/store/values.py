"""Values to store: one of each kind that holds something in every field, and strategies for all."""

from __future__ import annotations

import hashlib
import types
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from amend.labels import Label
from amend.model.draft import Bracket, Paragraph, Revision, Role
from amend.model.proposal import Anchor, Operation, Place, Proposal, Submission, Where
from amend.model.ruling import Fate, Matter, Named, PersonRuling
from amend.model.source import Comment, Look, Reply, Run, Source, Stamp
from amend.notices import Code, Notice
from amend.text.parts import Part, PartKind

NOW = datetime(2026, 2, 11, 9, 30, tzinfo=UTC)
REV1 = b"the bytes of rev1.docx"
LETTER = b"the bytes of a proposal"


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def paragraph(identity: str = "p1", text: str = "We commit.") -> Paragraph:
    """A paragraph with something in each field."""
    return Paragraph(
        id=identity,
        label=Label.parse("9ter(a)"),
        runs=(
            Run(text, look=Look.BOLD | Look.ITALIC),
            Run(" now", Stamp("A. Delegate", "2026-02-01T10:00:00Z", "m1"), Stamp("B")),
        ),
        source=Source("rev1.docx", 4, 2),
        role=Role.PREAMBULAR,
        printed="9 ter (a).",
        parent="p0",
        path="Section I / Option 2",
        status="agreed ad ref",
        brackets=(Bracket(0, 2, 1),),
        comments=(
            Comment("C", None, "why?", "commit", replies=(Reply("D", None, "so"),), start=3),
        ),
        mark_inserted=Stamp("A"),
        mark_deleted=Stamp(None, "2026-02-02"),
    )


def revision(name: str = "Rev 1", data: bytes = REV1, **said: Any) -> Revision:
    """A revision of two paragraphs; what is said replaces what it holds."""
    whole: dict[str, Any] = {
        "paragraphs": (paragraph("p1"), paragraph("p2", "Naïve “words”\n中文 \u202e")),
        "file": "rev1.docx",
        "sha256": sha(data),
        "format": "docx",
        "language": "en",
        "notices": (Notice(Code.RANK_SKIPPED, "block 4", "9bis is missing."),),
    }
    return Revision(name, **(whole | said))


def proposal(identity: str = "cities.1") -> Proposal:
    """A proposal with something in each field."""
    return Proposal(
        id=identity,
        by=("Union of Delta Cities", "PICUM"),
        operation=Operation.INSERT_PHRASE,
        source=Source("cities-rev1.txt", 3),
        base="Rev 1",
        target=(Label.parse("9bis"),),
        paragraphs=("p1", "p2"),
        text="in all circumstances",
        cut="where feasible",
        anchor=Anchor(
            Where.BETWEEN,
            "we",
            "commit",
            (Part(PartKind.SUBPARAGRAPH, 2, 3, is_new=True), Part(PartKind.POINT, name="d")),
        ),
        place=Place(Where.BETWEEN, Label.parse("9"), Label.parse("9bis")),
        whole="We commit in all circumstances.",
        supporters=("A",),
        endorses=("B",),
        date="2026-02-11",
        complete=False,
        supersedes="cities.0",
        raw='Para 9bis: add "in all circumstances"',
    )


def submission(file: str = "cities-rev1.txt", *proposals: Proposal) -> Submission:
    notices = (Notice(Code.NOT_UNDERSTOOD, "block 5", "no operation found."),)
    return Submission(
        file, ("Union of Delta Cities",), "Rev 1", proposals or (proposal(),), notices
    )


def ruling(reason: str = "the same commitment in other words") -> PersonRuling:
    """A ruling with something in each field."""
    old = (Named(Label.parse("12"), "We commit to safe passage.", "Article 3 / Option 2"),)
    new = (Named(Label.parse("14")), Named(None, "We commit to passage."))
    return PersonRuling(
        Matter.LINK,
        "R. Clerk",
        "2026-02-12",
        reason,
        "cities.1",
        Fate.PROTECTED,
        "Rev 2",
        "Rev 1",
        old,
        new,
    )


def every(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model, with anything in every field."""
    if get_origin(kind) in (Union, types.UnionType):
        inner = next(one for one in get_args(kind) if one is not types.NoneType)
        return st.none() | every(inner)
    if get_origin(kind) is tuple:
        return st.lists(every(get_args(kind)[0]), max_size=2).map(tuple)
    if kind is Label:
        return LABELS
    if kind is Named:
        return st.builds(Named, LABELS, WORDS, WORDS) | st.builds(
            Named, st.none() | LABELS, st.text("ab", min_size=1), WORDS
        )
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{one.name: every(hints[one.name]) for one in fields(kind)})
    if isinstance(kind, type) and issubclass(kind, Look):
        return st.integers(0, 127).map(Look)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    return {str: WORDS, int: st.integers(1, 10**6), bool: st.booleans()}[kind]


WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
LABELS = st.sampled_from(
    (
        "9",
        "9ter",
        "42bis",
        "9pre",
        "9bis.alt2",
        "OP12alt",
        "PP3bis",
        "Art2bis",
        "9(a)(ii)",
        "47(h)bis",
    )
).map(Label.parse) | st.sampled_from(
    # Roman one, which prints as the ninth letter does; a letter before the number, as in French.
    (Label.parse("(i)").under(Label.parse("9")), Label.parse("14 AA", "fr"))
)
PARAGRAPHS = st.lists(every(Paragraph), max_size=3, unique_by=lambda one: one.id).map(tuple)
REVISIONS = st.builds(
    revision,
    paragraphs=PARAGRAPHS,
    format=WORDS,
    language=st.none() | WORDS,
    date=st.none() | WORDS,
    notices=every(tuple[Notice, ...]),
)
SUBMISSIONS = st.builds(
    Submission,
    file=st.just("cities-rev1.txt"),
    by=every(tuple[str, ...]),
    on=st.none() | WORDS,
    proposals=every(tuple[Proposal, ...]),
    notices=every(tuple[Notice, ...]),
)
