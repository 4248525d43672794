"""Values in, the words people read out: names of places, notes on paragraphs, counts, gists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from amend.labels import Label
from amend.model.alignment import Bead, Change
from amend.model.comparison import Aside, Edit
from amend.model.draft import Paragraph
from amend.model.origin import Newcomers
from amend.model.proposal import Operation, Proposal, Where
from amend.model.ruling import Fate, Measure
from amend.model.weight import Weight
from amend.render.redlines import shown
from amend.render.shapes import Note

OPERATIONS = {
    Operation.INSERT_PHRASE: "insert words",
    Operation.REPLACE_PHRASE: "replace words",
    Operation.DELETE_PHRASE: "delete words",
    Operation.MOVE_PHRASE: "move words",
    Operation.REPLACE_PARAGRAPH: "replace the paragraph",
    Operation.INSERT_NEW_PARAGRAPH: "insert a new paragraph",
    Operation.DELETE_PARAGRAPH: "delete the paragraph",
    Operation.MOVE_PARAGRAPH: "move the paragraph",
    Operation.MERGE_PARAGRAPHS: "merge paragraphs",
    Operation.SPLIT_PARAGRAPH: "split the paragraph",
    Operation.PROPOSE_ALTERNATIVE: "propose an alternative",
    Operation.PLACEHOLDER: "hold a place",
    Operation.RETAIN: "retain the text",
    Operation.REVERT: "go back to earlier text",
    Operation.BRACKET: "put in brackets",
    Operation.UNBRACKET: "lift the brackets",
    Operation.RESERVE: "reserve the position",
    Operation.SET_STATUS: "set the status",
    Operation.BREAK_SILENCE: "break silence",
    Operation.RENUMBER: "renumber",
    Operation.EDITORIAL: "editorial change",
    Operation.SUPPORT: "support",
    Operation.OPPOSE: "oppose",
    Operation.ENDORSE: "endorse",
    Operation.QUESTION: "question",
    Operation.REQUEST_WITHOUT_TEXT: "request without text",
    Operation.WITHDRAW: "withdraw",
    Operation.SUPERSEDE: "replace an earlier proposal",
    Operation.ATTACHMENT: "refer to an attachment",
}

# Four tones for the eye; the words of the fate stand beside them everywhere.
TONES = {
    Fate.ADOPTED_VERBATIM: "good",
    Fate.ADOPTED_WITH_CHANGES: "good",
    Fate.ADOPTED_ELSEWHERE: "good",
    Fate.SUPERSEDED_BY_EQUIVALENT: "good",
    Fate.DELETION_HONOURED: "good",
    Fate.PROTECTED: "good",
    Fate.PARTLY_ADOPTED: "part",
    Fate.PARTLY_ADOPTED_ELSEWHERE: "part",
    Fate.DELETION_PARTLY_HONOURED: "part",
    Fate.NOT_ADOPTED: "none",
    Fate.DELETION_NOT_HONOURED: "none",
    Fate.ALREADY_PRESENT: "open",
    Fate.UNDETERMINABLE: "open",
}

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GIST_WORDS = 18
_NAME_WORDS = 6


def listed(names: Iterable[str]) -> str:
    """Join names as a sentence does: a, b and c."""
    every = list(names)
    return " and ".join(every) if len(every) < 3 else f"{', '.join(every[:-1])} and {every[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Count things: "1 proposal", "2 proposals"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def opening(text: str, words: int = _GIST_WORDS) -> str:
    """Return the first words of a text, with an ellipsis where there is more."""
    found = shown(" ".join(text.split())).split(" ")
    return " ".join(found[:words]) + (" …" if len(found) > words else "")


def label_of(paragraph: Paragraph) -> str:
    """Return the number a reader sees: the canonical label, or the printed words of an article.

    "Art2bis" is how we write a label with a carrier; the page says "Article 2bis", as the draft.
    """
    printed = " ".join((paragraph.printed or "").split()).strip(".: ")
    if paragraph.label is None:
        return shown(printed)
    canonical = str(paragraph.label)
    is_word = canonical[:1].isalpha() and canonical[:2] not in {"OP", "PP"}
    return shown(printed) if is_word and printed else canonical


def name_of(paragraph: Paragraph) -> str:
    """Return how to speak of a paragraph: its number, or its first words in quotes."""
    label = label_of(paragraph)
    if label:
        return label
    first = opening(paragraph.text, _NAME_WORDS)
    return f"“{first}”" if first else "an empty paragraph"


def names_of(paragraphs: Sequence[Paragraph]) -> str:
    """Name several paragraphs; where one bears no number, they are only counted."""
    if len(paragraphs) == 1 or all(label_of(each) for each in paragraphs):
        return listed(name_of(each) for each in paragraphs)
    count = len(paragraphs)
    return f"{_COUNTS[count] if count < len(_COUNTS) else count} paragraphs"


def notes(bead: Bead, paragraph: Paragraph, *, is_back: bool) -> Iterator[Note]:
    """Say what became of one new paragraph of a bead; `is_back` if its thread had been away."""
    changes = bead.changes
    if not bead.old:
        yield Note("restored", "restored") if is_back else Note("new", "new")
    elif Change.SPLIT in changes and Change.JOIN in changes:
        yield Note("split", f"split and merged from {names_of(bead.old)}")
    elif Change.SPLIT in changes:
        yield _split(bead, paragraph)
    elif Change.JOIN in changes:
        yield Note("merged", f"merged from {names_of(bead.old)}")
    elif Change.RENUMBERING in changes and Change.RELOCATION not in changes:
        yield _renumbered(bead, paragraph)
    if Change.RELOCATION in changes and bead.old:
        yield _moved(bead, paragraph)
    yield from ruled(bead)


def ruled(bead: Bead) -> Iterator[Note]:
    """Say who ruled on a bead, when and why; nothing where the program found it."""
    if bead.by != "amend":
        told = bead.reason if bead.reason.startswith("ruled by ") else f"ruled by {bead.by}"
        yield Note("ruled", shown(told))


def _split(bead: Bead, paragraph: Paragraph) -> Note:
    if len(bead.old) == 1 and label_of(paragraph) == label_of(bead.old[0]) != "":
        others = [each for each in bead.new if each is not paragraph]
        return Note("split", f"split, goes on in {names_of(others)}" if others else "split")
    return Note("split", f"split from {names_of(bead.old)}")


def _renumbered(bead: Bead, paragraph: Paragraph) -> Note:
    earlier, now = names_of(bead.old), label_of(paragraph)
    if not now:
        return Note("renumbered", f"number removed, was {earlier}")
    is_numbered = all(label_of(each) for each in bead.old)
    return Note("renumbered", f"renumbered from {earlier}" if is_numbered else "numbered")


def _moved(bead: Bead, paragraph: Paragraph) -> Note:
    labels = [label_of(each) for each in bead.old]
    if all(labels) and labels != [label_of(paragraph)]:
        return Note("moved", f"moved from {listed(labels)}")
    return Note("moved", "moved")


def bracketed(bead: Bead) -> Iterator[Note]:
    """Say that brackets were lifted from words that stayed, or came round them: news, no edit."""
    agreed, reserved = Change.AGREED in bead.changes, Change.RESERVED in bead.changes
    if agreed and reserved:
        yield Note("brackets", "brackets moved")
    elif agreed:
        told = (
            "some brackets lifted"
            if Change.SUBSTITUTION in bead.changes
            else "agreed: brackets lifted"
        )
        yield Note("brackets", told)
    elif reserved:
        yield Note("brackets", "brackets added")


def aside(edits: Iterable[Edit]) -> Iterator[Note]:
    """Name what is kept and yet printed otherwise: references that follow, other spellings."""
    for why, kind, told in (
        (Aside.REFERENCE, "followed", "follows the renumbering"),
        (Aside.SPELLING, "spelling", "spelled otherwise"),
    ):
        found = dict.fromkeys(
            f"{shown(each.text.strip(_EDGES))} (was {shown((each.was or '').strip(_EDGES))})"
            for each in edits
            if each.aside is why
        )
        if found:
            yield Note(kind, f"{told}: {', '.join(found)}")


_EDGES = " .,;:\n\t"


def weighed(weights: Sequence[Weight]) -> Iterator[Note]:
    """Tell the weighty words that the edits of a bead changed; beyond six they are counted."""
    if weights:
        told = [shown(str(each)) for each in weights[:_MOST_WEIGHTS]]
        more = len(weights) - len(told)
        yield Note("weighty", "; ".join([*told, *([f"and {more} more"] if more else [])]))


_MOST_WEIGHTS = 6


def where(proposal: Proposal) -> str:
    """Say which paragraph a proposal is on, in the numbers of the revision it speaks of."""
    targets = listed(str(each) for each in proposal.target)
    if targets and proposal.parts:
        targets = " of ".join([*map(str, reversed(proposal.parts)), targets])
    beside = ""
    if proposal.place is not None:
        until = f" and {proposal.place.until}" if proposal.place.until is not None else ""
        beside = f"{_PLACES[proposal.place.where]} {proposal.place.label}{until}"
    base = shown(proposal.base)
    if proposal.operation is Operation.INSERT_NEW_PARAGRAPH and _is_numbered(proposal):
        return f"as {targets}, {beside} of {base}" if beside else f"as {targets}"
    on = f"on {targets}" if targets and _is_numbered(proposal) else ""
    told = ", ".join(each for each in (on, beside) if each)
    return f"{told} of {base}" if told else "no paragraph named"


def _is_numbered(proposal: Proposal) -> bool:
    """Whether it names numbers that are printed: "new>6" is ours, of a paragraph without one."""
    return any("new" not in str(each) for each in proposal.target)


_PLACES = {
    Where.AFTER: "after",
    Where.BEFORE: "before",
    Where.BETWEEN: "between",
    Where.BEGINNING: "at the beginning of",
    Where.END: "at the end of",
    Where.OPEN: "near",
}


def taken(measure: Measure) -> str:
    """Say how many of the words asked for were found."""
    return f"{measure.words} of {counted(measure.of, 'new word')} taken, {percent(measure.share)}"


def cut(measure: Measure) -> str:
    """Say how many of the words that were to go are gone."""
    return f"{measure.words} of {counted(measure.of, 'word')} to go cut, {percent(measure.share)}"


def percent(share: float) -> str:
    """Print a share of 1.0 as a whole percentage; only the whole is called 100 %."""
    rounded = round(share * 100)
    if rounded == 100 and share < 1.0:
        rounded = 99
    return f"{rounded} %"


def places(labels: Iterable[Label]) -> str:
    """Name the paragraphs of a ruling's place, or ""."""
    return listed(str(each) for each in labels)


def new_words(count: Newcomers) -> str:
    """Say of the new words of a revision how many were asked for before, and how many by nobody."""
    parts = [
        (count.asked, "asked for before"),
        (count.returned, "back from an earlier revision"),
        (count.repeated, "repeated from elsewhere in the text"),
        (count.own, "asked for by no proposal here"),
    ]
    told = ", ".join(f"{number:,} {what}" for number, what in parts if number)
    new = counted(count.words, "new word")
    return (
        f"{shown(count.revision)}: {new}: {told}." if told else f"{shown(count.revision)}: {new}."
    )


def slug(text: str) -> str:
    """Return letters, digits and hyphens alone: fit for an address or a class, "" if none."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


class Keys:
    """Hands out keys that are unique on one page."""

    def __init__(self, prefix: str) -> None:
        """Every key starts with `prefix` and a hyphen."""
        self._prefix = prefix
        self._given: set[str] = set()

    def key(self, text: str) -> str:
        """Return a key like the text; a second one of the same text gets a number."""
        stem = f"{self._prefix}-{slug(text)[:60] or 'x'}"
        key, count = stem, 1
        while key in self._given:
            count += 1
            key = f"{stem}-{count}"
        self._given.add(key)
        return key
