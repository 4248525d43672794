"""A small draft in three revisions, made by hand, with one of everything the page must show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from amend.labels import Label
from amend.model.alignment import Alignment, Bead, Change, Transfer
from amend.model.comparison import Chain, Comparison, Edit, Op, Redline, Thread
from amend.model.draft import Paragraph, Revision, Role
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.ruling import Course, Evidence, Fate, Headline, Measure, Ruling
from amend.model.source import Run, Source
from amend.notices import Code, Notice

SCRIPT = "<script>alert('taken')</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
REVERSED = "\u202egnidaer\u202c"
CONTROL = "\x1b[31mred\x1b[0m\x00"
TABLE = "a | b `c` *d* _e_ ~~f~~ [g](http://h.example) # i"
MADE = "12 May 2031, 09:00 UTC, amend 0.0.0"
THRESHOLDS = {"verbatim": 1.0, "with_changes": 0.7, "partly": 0.2}

KEPT: frozenset[Change] = frozenset()
EDITED = frozenset({Change.SUBSTITUTION})
RENUMBERED = frozenset({Change.RENUMBERING})


class Link(NamedTuple):
    """A bead in short: positions of paragraphs, from 1, and what it did."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    changes: frozenset[Change] = KEPT


def revision(
    name: str, texts: Iterable[str], *, file: str = "", date: str | None = None
) -> Revision:
    """Make a revision of lines: "9bis. Text", "# Heading", or a text without a number."""
    made = tuple(_paragraph(text, count) for count, text in enumerate(texts, 1))
    return Revision(name, made, file=file, date=date, sha256="0" * 64)


def _paragraph(text: str, count: int) -> Paragraph:
    source = Source("sample.md", count)
    if text.startswith("# "):
        return Paragraph(f"p{count}", None, (Run(text[2:]),), source, Role.HEADING)
    head, dot, rest = text.partition(". ")
    if dot and head[:1].isdigit() and " " not in head:
        return Paragraph(f"p{count}", Label.parse(head), (Run(rest),), source, printed=f"{head}.")
    return Paragraph(f"p{count}", None, (Run(text),) if text else (), source)


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Word edits good enough for a test; they rebuild both texts."""
    before, after = _pieces(old), _pieces(new)
    found: list[Edit] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Edit(Op.KEEP, "".join(after[k:m])))
            continue
        if j > i:
            found.append(Edit(Op.DELETE, "".join(before[i:j])))
        if m > k:
            found.append(Edit(Op.INSERT, "".join(after[k:m])))
    return tuple(found)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)


def compare(
    old: Revision, new: Revision, links: Iterable[Link], transfers: Iterable[Transfer] = ()
) -> Comparison:
    """Make a comparison of links; the edits follow from the texts."""
    redlines = []
    for link in links:
        left = tuple(old.paragraphs[each - 1] for each in link.old)
        right = tuple(new.paragraphs[each - 1] for each in link.new)
        bead = Bead(
            left, right, 0.9 if left and right else 0.0, link.changes, reason="made by hand"
        )
        texts = ["\n".join(each.text for each in side) for side in (left, right)]
        redlines.append(Redline(bead, edits(*texts)))
    beads = tuple(each.bead for each in redlines)
    alignment = Alignment(old.name, new.name, beads, tuple(transfers))
    return Comparison(old, new, alignment, tuple(redlines))


def chain(revisions: Sequence[Revision], comparisons: Sequence[Comparison]) -> Chain:
    """Make a chain; threads are whatever beads hold together."""
    root: dict[tuple[str, str], tuple[str, str]] = {
        (each.name, paragraph.id): (each.name, paragraph.id)
        for each in revisions
        for paragraph in each.paragraphs
    }
    for comparison in comparisons:
        for bead in comparison.alignment.beads:
            every = [(comparison.old.name, each.id) for each in bead.old]
            every += [(comparison.new.name, each.id) for each in bead.new]
            for one, other in pairwise(every):
                _unite(root, one, other)
    return Chain(tuple(revisions), tuple(comparisons), tuple(_threads(revisions, root)))


def _find(root: Mapping[tuple[str, str], tuple[str, str]], one: tuple[str, str]) -> tuple[str, str]:
    while root[one] != one:
        one = root[one]
    return one


def _unite(
    root: dict[tuple[str, str], tuple[str, str]], one: tuple[str, str], other: tuple[str, str]
) -> None:
    root[_find(root, one)] = _find(root, other)


def _threads(
    revisions: Iterable[Revision], root: Mapping[tuple[str, str], tuple[str, str]]
) -> list[Thread]:
    found: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for revision_ in revisions:
        for each in revision_.paragraphs:
            stands = found.setdefault(_find(root, (revision_.name, each.id)), {})
            stands[revision_.name] = (*stands.get(revision_.name, ()), each.id)
    return [Thread(f"t{count}", stands) for count, stands in enumerate(found.values(), 1)]


ZERO = revision(
    "Zero draft",
    (
        "# Our commitments",
        "1. We, the mayors of the coast, recognize that the sea does not wait for our calendars.",
        "2. We encourage coastal cities to publish flood maps and, as appropriate, to keep them up "
        "to date.",
        "3. We will protect the wetlands that stand between our houses and the tide.",
        "4. We will bring back mangroves where they once stood.",
        "5. We will train harbour pilots for higher water. We will share our tide records with "
        "every neighbouring port.",
        "6. We note the part that fishing families play in the life of our ports.",
        "7. We will review progress every four years.",
        "8. We thank the people of Port Amel for their welcome.",
    ),
    file="zero.docx",
    date="2031-01-14",
)
REV1 = revision(
    "Rev 1",
    (
        "# Our commitments",
        "1. We, the mayors of the coast, recognize that the sea does not wait for our calendars.",
        "2. We commit to publish flood maps in all local languages and to keep them up to date.",
        "3. We will protect the wetlands that stand between our houses and the tide, and bring "
        "back mangroves where they once stood.",
        "4. We will train harbour pilots for higher water.",
        "4bis. We will share our tide records, free of charge, with every neighbouring port.",
        "5. We note the part that fishing families, and the women who trade on the quays, play in "
        "the life of our ports.",
        "5bis. We recognize the needs of children who live in delta settlements.",
        "6. We will review progress every four years.",
    ),
    file="rev1.docx",
    date="2031-02-20",
)
REV2 = revision(
    "Rev 2",
    (
        "# Our commitments",
        "1. We, the mayors of the coast, recognize that the sea does not wait for our calendars.",
        "2. We note the part that fishing families play in the life of our ports.",
        "3. We commit to publish flood maps in all local languages and to keep them up to date.",
        "4. We will protect the wetlands that stand between our houses and the tide, and bring "
        "back mangroves where they once stood.",
        "5. We will train harbour pilots for higher water.",
        "6. We will share our tide records, free of charge, with every neighbouring port.",
        "7. We recognize the needs of children who live in delta settlements.",
        "8. We will review progress every two years and report on it in public.",
        "نشكر سكان ميناء أمل على حسن ضيافتهم.",
    ),
    file="rev2.docx",
    date="2031-04-02",
)

_FIRST = (
    Link((1,), (1,)),
    Link((2,), (2,)),
    Link((3,), (3,), EDITED),
    Link((4, 5), (4,), frozenset({Change.JOIN, Change.SUBSTITUTION})),
    Link((6,), (5, 6), frozenset({Change.SPLIT, Change.SUBSTITUTION})),
    Link((7,), (7,), EDITED | RENUMBERED),
    Link((), (8,), frozenset({Change.INSERTION})),
    Link((8,), (9,), RENUMBERED),
    Link((9,), (), frozenset({Change.REPEAL})),
)
_SECOND = (
    Link((1,), (1,)),
    Link((2,), (2,)),
    Link((7,), (3,), EDITED | RENUMBERED | {Change.RELOCATION}),
    Link((3,), (4,), RENUMBERED),
    Link((4,), (5,), RENUMBERED),
    Link((5,), (6,), RENUMBERED),
    Link((6,), (7,), RENUMBERED),
    Link((8,), (8,), RENUMBERED),
    Link((9,), (9,), EDITED | RENUMBERED),
    Link((), (10,), frozenset({Change.INSERTION})),
)
CHAIN = chain((ZERO, REV1, REV2), (compare(ZERO, REV1, _FIRST), compare(REV1, REV2, _SECOND)))
NOTICES = (
    Notice(
        Code.RANK_SKIPPED, "rev1.docx, block 8", f"5bis follows 5 {SCRIPT}; nothing is missing."
    ),
    Notice(Code.FILE_SKIPPED, "drafts/notes.odt", "This kind of file is not read."),
)


def proposal(
    count: int,
    by: str,
    operation: Operation,
    target: int,
    *,
    text: str = "",
    cut: str = "",
    place: Place | None = None,
    supporters: tuple[str, ...] = (),
    complete: bool = True,
) -> Proposal:
    """Make a proposal on a paragraph of the zero draft, by position; 0 for none."""
    on = ZERO.paragraphs[target - 1] if target else None
    return Proposal(
        id=f"sample.{count}",
        by=(by,),
        operation=operation,
        source=Source("proposals.docx", count, page=1),
        base=ZERO.name,
        target=(on.label,) if on is not None and on.label is not None else (),
        paragraphs=(on.id,) if on is not None else (),
        text=text,
        cut=cut,
        place=place,
        supporters=supporters,
        complete=complete,
    )


def proof(draft: Revision, position: int, words: str) -> Evidence:
    """Evidence: words that stand in a paragraph of a revision, by position."""
    paragraph = draft.paragraphs[position - 1]
    start = paragraph.text.index(words)
    return Evidence(paragraph.id, start, start + len(words), words)


def _languages(count: int, by: str, shared_with: str) -> Course:
    asked = proposal(count, by, Operation.INSERT_PHRASE, 3, text="in all local languages")
    reason = "all the words asked for stand together"
    rulings = tuple(
        Ruling(
            draft.name,
            Fate.ADOPTED_VERBATIM,
            Measure(4, 4),
            place=(label,),
            evidence=(proof(draft, position, "in all local languages"),),
            reason=reason,
        )
        for draft, position, label in ((REV1, 3, Label.parse("2")), (REV2, 4, Label.parse("3")))
    )
    return Course(asked, Headline.CARRIED, rulings, (shared_with,))


def _women() -> Course:
    words = "and the women who trade on the quays"
    asked = proposal(3, "Quayside Traders' Guild", Operation.INSERT_PHRASE, 7, text=words)
    rulings = (
        Ruling(
            "Rev 1",
            Fate.ADOPTED_VERBATIM,
            Measure(8, 8),
            place=(Label.parse("5"),),
            evidence=(proof(REV1, 7, words),),
            reason="all the words asked for stand together",
        ),
        Ruling(
            "Rev 2",
            Fate.NOT_ADOPTED,
            Measure(0, 8),
            missing=(words,),
            reason="none of the words stands here any more",
        ),
    )
    return Course(asked, Headline.DROPPED_LATER, rulings)


def _children() -> Course:
    asked = proposal(
        4,
        "Delta Youth Forum",
        Operation.INSERT_NEW_PARAGRAPH,
        0,
        text="We recognize the rights and the needs of children who live in delta settlements.",
        place=Place(Where.AFTER, Label.parse("6")),
        supporters=("Union of Port Workers",),
    )
    rulings = tuple(
        Ruling(
            draft.name,
            Fate.ADOPTED_WITH_CHANGES,
            Measure(10, 13),
            place=(label,),
            evidence=(
                proof(draft, 8, "We recognize the"),
                proof(draft, 8, "needs of children who live in delta settlements"),
            ),
            missing=("rights and the",),
            flags=("weakened: rights left out",),
            reason="a new paragraph holds most of its words",
        )
        for draft, label in ((REV1, Label.parse("5bis")), (REV2, Label.parse("7")))
    )
    return Course(asked, Headline.CARRIED, rulings)


def _hostile() -> Course:
    asked = proposal(
        5,
        IMAGE,
        Operation.REPLACE_PHRASE,
        2,
        text=f"{SCRIPT} {REVERSED} {CONTROL} {TABLE}",
        cut="the sea",
    )
    ruling = Ruling(
        "Rev 2",
        Fate.NOT_ADOPTED,
        Measure(0, 9),
        Measure(0, 2),
        missing=(SCRIPT,),
        flags=(IMAGE,),
        reason=f"too few of its words stand here: {SCRIPT}",
        by=IMAGE,
    )
    return Course(asked, Headline.NOT_CARRIED, (ruling,))


def _deletion() -> Course:
    asked = proposal(6, "Harbour League", Operation.DELETE_PHRASE, 3, cut="as appropriate")
    rulings = tuple(
        Ruling(
            draft.name,
            Fate.DELETION_HONOURED,
            Measure(0, 0),
            Measure(2, 2),
            reason="the words that were to go are gone",
        )
        for draft in (REV1, REV2)
    )
    return Course(asked, Headline.CARRIED, rulings)


def _cut_off() -> Course:
    asked = proposal(
        7,
        "Office of Tides",
        Operation.INSERT_NEW_PARAGRAPH,
        0,
        text="We further agree to measure the tide and a...",
        complete=False,
    )
    rulings = tuple(
        Ruling(each, Fate.UNDETERMINABLE, Measure(0, 0), reason="its text was cut off")
        for each in ("Rev 1", "Rev 2")
    )
    return Course(asked, Headline.UNDETERMINABLE, rulings)


def _wide() -> Course:
    ids = ("p4", "p7")
    asked = Proposal(
        "sample.8",
        ("Harbour League",),
        Operation.RETAIN,
        Source("proposals.docx", 8),
        ZERO.name,
        target=(Label.parse("3"), Label.parse("6")),
        paragraphs=ids,
    )
    ruling = Ruling("Rev 2", Fate.PROTECTED, Measure(0, 0), reason="both texts still stand")
    return Course(asked, Headline.CARRIED, (ruling,))


COURSES = (
    _languages(1, "Delta Youth Forum", "sample.2"),
    _languages(2, "Friends of the Estuary", "sample.1"),
    _women(),
    _children(),
    _hostile(),
    _deletion(),
    _cut_off(),
    _wide(),
)
