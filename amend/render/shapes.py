"""The page before it has a format: frozen values that every renderer only lays out.

Every sentence is already written, every order settled and every text made safe to show (see
`redlines.shown`); escaping for the format in hand is the one thing left to a renderer.
"""

from __future__ import annotations

from dataclasses import dataclass

from amend.model.comparison import Op
from amend.model.dispute import Dispute
from amend.text.told import told


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one paragraph: kept, inserted or deleted against the revision before.

    `was` is how kept words stood before, where quotes, case or punctuation differ, else None.
    """

    op: Op
    text: str
    was: str | None = None

    @property
    def parts(self) -> tuple[str, str, str]:
        """The white space before, the words, and the white space behind: marks go on words."""
        words = self.text.strip()
        if not words:
            return "", "", self.text
        start = self.text.index(words)
        return self.text[:start], words, self.text[start + len(words) :]


@dataclass(frozen=True, slots=True)
class Note:
    """What became of a paragraph, in words ("renumbered from 9bis"); `kind` is one word for it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of one revision as the page shows it; `label` is "" where none is printed.

    `page` is where it stands in the file of its revision ("p. 3"), `spot` how far down that page;
    both are "" where the file has no pages.
    """

    key: str
    label: str
    notes: tuple[Note, ...]
    segments: tuple[Segment, ...]
    is_changed: bool
    is_heading: bool = False
    page: str = ""
    spot: str = ""

    @property
    def text(self) -> str:
        """What the paragraph says in its own revision, deletions left out."""
        return "".join(each.text for each in self.segments if each.op is not Op.DELETE)


@dataclass(frozen=True, slots=True)
class Slot:
    """One revision's share of a row: its passages, or, where it has none, a note that says why.

    `gone` is the text that stood in the revision before and is no longer here: a renderer with one
    column may show it, one with a column for each revision already has it in the one before.
    """

    revision: str
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()
    gone: tuple[Passage, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything happened to the paragraph between the revision before and this one."""
        return bool(self.notes) or any(each.is_changed for each in self.passages)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a quotation; `is_proof` marks the evidence itself, the rest is its surroundings."""

    text: str
    is_proof: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence in its place: `passage` is the key of the passage it stands in, None if unknown."""

    place: str
    passage: str | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A fate in one revision with all that bears it out; `measures` are sentences of counts.

    `tone` groups fates for the eye: good, part, none or open; `rule` names what decided, and `why`
    says the rule with its thresholds.
    """

    revision: str
    fate: str
    tone: str
    measures: tuple[str, ...]
    reason: str
    by: str
    quotes: tuple[Quote, ...] = ()
    missing: str = ""
    flags: tuple[str, ...] = ()
    rule: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another proposal on the page: its key and the words of the link."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal on the page: who asks for what, where, and its verdicts, oldest first.

    `asked` and `cut` are whole, `gist` is the opening of them for one line. `by` are the keys of
    its proponents and supporters in `View.proponents`. `fate` is the latest one, or "" where no
    later revision is known; `headline` is the course in a word. `proposal` is its id in the data,
    `backers` are the keys of those who only support it. `page` is that of the file it was sent in
    ("p. 2 of the submission"), `spot` how far down; both are "" where it has no pages.
    """

    key: str
    by: tuple[str, ...]
    proponents: str
    supporters: str
    operation: str
    where: str
    gist: tuple[Segment, ...]
    asked: str
    cut: str
    headline: str
    fate: str
    verdicts: tuple[Verdict, ...]
    shared: tuple[Reference, ...]
    source: str
    row: str | None
    proposal: str = ""
    backers: tuple[str, ...] = ()
    page: str = ""
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thread: a slot for each revision, and the proposals on it.

    `mentions` are proposals that name this paragraph too, and stand on another row. `weights` are
    keys of `View.weighty`: what weighty words changed in it at any step. `pages` says where it is
    in each revision that has pages: "Rev 1, p. 3 / Rev 2, p. 4".
    """

    key: str
    name: str
    slots: tuple[Slot, ...]
    cards: tuple[Card, ...]
    mentions: tuple[Reference, ...]
    is_changed: bool
    is_heading: bool
    weights: tuple[str, ...] = ()
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A revision at the head of its column; `detail` is its date and file, or "".

    `language` is an ISO 639-1 code, "" where it is not known.
    """

    key: str
    name: str
    detail: str
    paragraphs: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Counts from one revision to the next; a paragraph may be counted under several heads."""

    old: str
    new: str
    unchanged: int
    renumbered: int
    changed: int
    new_ones: int
    dropped: int
    split: int
    merged: int
    moved: int
    agreed: int = 0
    reserved: int = 0

    @property
    def counts(self) -> tuple[int, ...]:
        """The counts in the order of the table."""
        return (
            self.unchanged,
            self.renumbered,
            self.changed,
            self.new_ones,
            self.dropped,
            self.split,
            self.merged,
            self.moved,
            self.agreed,
            self.reserved,
        )


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What of one revision is open, as the page counts it; `words` is the share in brackets.

    `told` says the same in a line, "" where nothing is open.
    """

    revision: str
    brackets: int
    deepest: int
    alternatives: int
    options: int
    no_text: int
    words: str
    told: str

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures in the order of the table."""
        counts = self.brackets, self.deepest, self.alternatives, self.options, self.no_text
        return (*map(str, counts), self.words)


@dataclass(frozen=True, slots=True)
class Tally:
    """One proponent's proposals by headline, in the order of `View.headlines`.

    `taken` and `of` are novel words as of the latest revision, summed over the proposals that
    could be measured; words that several proponents asked for count for each of them, those that
    one of them asked for several times count once.
    """

    key: str
    name: str
    total: int
    counts: tuple[int, ...]
    taken: int
    of: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter: its key, what it is called, and how much it shows."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A notice as the page prints it; `is_english` where it can be said in no other language."""

    code: str
    where: str
    text: str
    is_english: bool = False


STEP_HEAD = (
    told("Unchanged"), told("Only renumbered"), told("Changed"), told("New"), told("Dropped"),
    told("Split"), told("Merged"), told("Moved"), told("Agreed"), told("Reserved"),
)  # fmt: skip
"""What the counts of a step are called, in their order."""

UNSETTLED_HEAD = (
    told("Brackets"), told("Deepest"), told("Alternatives"), told("Options"), told("No text"),
    told("Words in brackets"),
)  # fmt: skip
"""What the figures of `Unsettled` are called, in their order."""


@dataclass(frozen=True, slots=True)
class View:
    """A whole report, laid out: columns are revisions, rows are threads in reading order.

    The order is the latest revision's; a paragraph it lacks stands behind the one it last
    followed. `loose` are proposals on no paragraph of the text; `unsettled` says of each revision
    what is open, and is empty where nothing ever was. `weighty` are the kinds of weighty words
    that changed, with how many paragraphs each. `newcomers` says of each revision how many words
    are new, and how many of them nobody had asked for. `language` is that of our own words.
    `disputes` are the counts behind `unsettled`, one for each column.
    """

    title: str
    made: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    steps: tuple[Step, ...]
    unsettled: tuple[Unsettled, ...]
    loose: tuple[Card, ...]
    proponents: tuple[Choice, ...]
    headlines: tuple[str, ...]
    tallies: tuple[Tally, ...]
    courses: tuple[Choice, ...]
    fates: tuple[Choice, ...]
    coverage: str
    thresholds: tuple[tuple[str, str], ...]
    remarks: tuple[Remark, ...]
    weighty: tuple[Choice, ...] = ()
    newcomers: tuple[str, ...] = ()
    language: str = "en"
    disputes: tuple[Dispute, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every proposal, in the order of the page."""
        return (*(card for row in self.rows for card in row.cards), *self.loose)
