"""Values in, the words people read out: names of places, notes on paragraphs, counts, gists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from amend.labels import Label
from amend.model.alignment import Bead, Change
from amend.model.comparison import Aside, Edit
from amend.model.draft import Paragraph
from amend.model.origin import Newcomers
from amend.model.proposal import Operation, Place, Proposal, Where
from amend.model.ruling import Fate, Measure
from amend.model.weight import Weight
from amend.render.redlines import shown
from amend.render.shapes import Note
from amend.text.told import Told, counted, joined, listed, numbered, pattern, told

OPERATIONS = {
    Operation.INSERT_PHRASE: told("insert words"),
    Operation.REPLACE_PHRASE: told("replace words"),
    Operation.DELETE_PHRASE: told("delete words"),
    Operation.MOVE_PHRASE: told("move words"),
    Operation.REPLACE_PARAGRAPH: told("replace the paragraph"),
    Operation.INSERT_NEW_PARAGRAPH: told("insert a new paragraph"),
    Operation.DELETE_PARAGRAPH: told("delete the paragraph"),
    Operation.MOVE_PARAGRAPH: told("move the paragraph"),
    Operation.MERGE_PARAGRAPHS: told("merge paragraphs"),
    Operation.SPLIT_PARAGRAPH: told("split the paragraph"),
    Operation.PROPOSE_ALTERNATIVE: told("propose an alternative"),
    Operation.PLACEHOLDER: told("hold a place"),
    Operation.RETAIN: told("retain the text"),
    Operation.REVERT: told("go back to earlier text"),
    Operation.BRACKET: told("put in brackets"),
    Operation.UNBRACKET: told("lift the brackets"),
    Operation.RESERVE: told("reserve the position"),
    Operation.SET_STATUS: told("set the status"),
    Operation.BREAK_SILENCE: told("break silence"),
    Operation.RENUMBER: told("renumber"),
    Operation.EDITORIAL: told("editorial change"),
    Operation.SUPPORT: told("support"),
    Operation.OPPOSE: told("oppose"),
    Operation.ENDORSE: told("endorse"),
    Operation.QUESTION: told("question"),
    Operation.REQUEST_WITHOUT_TEXT: told("request without text"),
    Operation.WITHDRAW: told("withdraw"),
    Operation.SUPERSEDE: told("replace an earlier proposal"),
    Operation.ATTACHMENT: told("refer to an attachment"),
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

_COUNTED = (
    pattern("no paragraphs"), pattern("one paragraphs"), pattern("two paragraphs"),
    pattern("three paragraphs"), pattern("four paragraphs"), pattern("five paragraphs"),
    pattern("six paragraphs"), pattern("seven paragraphs"), pattern("eight paragraphs"),
    pattern("nine paragraphs"), pattern("ten paragraphs"),
)  # fmt: skip
_GIST_WORDS = 18
_NAME_WORDS = 6


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
    return f"“{first}”" if first else told("an empty paragraph")


def names_of(paragraphs: Sequence[Paragraph]) -> str:
    """Name several paragraphs; where one bears no number, they are only counted."""
    if len(paragraphs) == 1 or all(label_of(each) for each in paragraphs):
        return listed(name_of(each) for each in paragraphs)
    count = len(paragraphs)
    return told(_COUNTED[count]) if count < len(_COUNTED) else told("{n} paragraphs", n=count)


def notes(bead: Bead, paragraph: Paragraph, *, is_back: bool) -> Iterator[Note]:
    """Say what became of one new paragraph of a bead; `is_back` if its thread had been away."""
    changes = bead.changes
    if not bead.old:
        yield Note("restored", told("restored")) if is_back else Note("new", told("new"))
    elif Change.SPLIT in changes and Change.JOIN in changes:
        yield Note("split", told("split and merged from {names}", names=names_of(bead.old)))
    elif Change.SPLIT in changes:
        yield _split(bead, paragraph)
    elif Change.JOIN in changes:
        yield Note("merged", told("merged from {names}", names=names_of(bead.old)))
    elif Change.RENUMBERING in changes and Change.RELOCATION not in changes:
        yield _renumbered(bead, paragraph)
    if Change.RELOCATION in changes and bead.old:
        yield _moved(bead, paragraph)
    yield from ruled(bead)


def ruled(bead: Bead) -> Iterator[Note]:
    """Say who ruled on a bead, when and why; nothing where the program found it."""
    if bead.by != "amend":
        is_said = bead.reason.startswith("ruled by ")
        yield Note(
            "ruled", shown(bead.reason if is_said else told("ruled by {name}", name=bead.by))
        )


def _split(bead: Bead, paragraph: Paragraph) -> Note:
    if len(bead.old) == 1 and label_of(paragraph) == label_of(bead.old[0]) != "":
        others = [each for each in bead.new if each is not paragraph]
        on = told("split, goes on in {names}", names=names_of(others)) if others else told("split")
        return Note("split", on)
    return Note("split", told("split from {names}", names=names_of(bead.old)))


def _renumbered(bead: Bead, paragraph: Paragraph) -> Note:
    earlier, now = names_of(bead.old), label_of(paragraph)
    if not now:
        return Note("renumbered", told("number removed, was {earlier}", earlier=earlier))
    if not all(label_of(each) for each in bead.old):
        return Note("renumbered", told("numbered"))
    return Note("renumbered", told("renumbered from {earlier}", earlier=earlier))


def _moved(bead: Bead, paragraph: Paragraph) -> Note:
    labels = [label_of(each) for each in bead.old]
    if all(labels) and labels != [label_of(paragraph)]:
        return Note("moved", told("moved from {labels}", labels=listed(labels)))
    return Note("moved", told("moved"))


def bracketed(bead: Bead) -> Iterator[Note]:
    """Say that brackets were lifted from words that stayed, or came round them: news, no edit."""
    agreed, reserved = Change.AGREED in bead.changes, Change.RESERVED in bead.changes
    if agreed and reserved:
        yield Note("brackets", told("brackets moved"))
    elif agreed:
        is_part = Change.SUBSTITUTION in bead.changes
        yield Note(
            "brackets", told("some brackets lifted") if is_part else told("agreed: brackets lifted")
        )
    elif reserved:
        yield Note("brackets", told("brackets added"))


def aside(edits: Iterable[Edit]) -> Iterator[Note]:
    """Name what is kept and yet printed otherwise: references that follow, other spellings."""
    for why, kind, saying in (
        (Aside.REFERENCE, "followed", pattern("follows the renumbering: {words}")),
        (Aside.SPELLING, "spelling", pattern("spelled otherwise: {words}")),
    ):
        found = dict.fromkeys(
            told(
                "{words} (was {before})",
                words=shown(each.text.strip(_EDGES)),
                before=shown((each.was or "").strip(_EDGES)),
            )
            for each in edits
            if each.aside is why
        )
        if found:
            yield Note(kind, told(saying, words=joined(", ", found)))


_EDGES = " .,;:\n\t"


def weighed(weights: Sequence[Weight]) -> Iterator[Note]:
    """Tell the weighty words that the edits of a bead changed; beyond six they are counted."""
    if weights:
        parts = [shown(each.told) for each in weights[:_MOST_WEIGHTS]]
        more = len(weights) - len(parts)
        rest = [told("and {count} more", count=more)] * bool(more)
        yield Note("weighty", joined("; ", [*parts, *rest]))


_MOST_WEIGHTS = 6


def where(proposal: Proposal) -> str:
    """Say which paragraph a proposal is on, in the numbers of the revision it speaks of."""
    targets = listed(str(each) for each in proposal.target)
    if targets and proposal.parts:
        for part in proposal.parts:
            targets = told("{part} of {whole}", part=part.told, whole=targets)
    beside = "" if proposal.place is None else _beside(proposal.place)
    named: str = ""
    is_numbered = bool(targets) and _is_numbered(proposal)
    if proposal.operation is Operation.INSERT_NEW_PARAGRAPH and is_numbered:
        named = told("as {targets}", targets=targets)
        if not beside:
            return named
    elif is_numbered:
        named = told("on {targets}", targets=targets)
    places = joined(", ", (each for each in (named, beside) if each))
    if not places:
        return told("no paragraph named")
    return told("{places} of {base}", places=places, base=shown(proposal.base))


def _beside(place: Place) -> Told:
    label = told("{first} and {last}", first=str(place.label), last=str(place.until)) if (
        place.until is not None
    ) else str(place.label)  # fmt: skip
    return told(_PLACES[place.where], label=label)


def _is_numbered(proposal: Proposal) -> bool:
    """Whether it names numbers that are printed: "new>6" is ours, of a paragraph without one."""
    return any("new" not in str(each) for each in proposal.target)


_PLACES = {
    Where.AFTER: pattern("after {label}"),
    Where.BEFORE: pattern("before {label}"),
    Where.BETWEEN: pattern("between {label}"),
    Where.BEGINNING: pattern("at the beginning of {label}"),
    Where.END: pattern("at the end of {label}"),
    Where.OPEN: pattern("near {label}"),
}


def taken(measure: Measure) -> str:
    """Say how many of the words asked for were found."""
    return numbered(
        measure.of,
        "{words} of {n:,} new word taken, {share}",
        "{words} of {n:,} new words taken, {share}",
        words=measure.words, share=percent(measure.share),
    )  # fmt: skip


def cut(measure: Measure) -> str:
    """Say how many of the words that were to go are gone."""
    return numbered(
        measure.of,
        "{words} of {n:,} word to go cut, {share}",
        "{words} of {n:,} words to go cut, {share}",
        words=measure.words, share=percent(measure.share),
    )  # fmt: skip


def percent(share: float) -> str:
    """Print a share of 1.0 as a whole percentage; only the whole is called 100 %."""
    rounded = round(share * 100)
    if rounded == 100 and share < 1.0:
        rounded = 99
    return told("{share} %", share=rounded)


def places(labels: Iterable[Label]) -> str:
    """Name the paragraphs of a ruling's place, or ""."""
    return listed(str(each) for each in labels)


def new_words(count: Newcomers) -> str:
    """Say of the new words of a revision how many were asked for before, and how many by nobody."""
    parts = [
        told("{count:,} asked for before", count=count.asked),
        told("{count:,} back from an earlier revision", count=count.returned),
        told("{count:,} repeated from elsewhere in the text", count=count.repeated),
        told("{count:,} asked for by no proposal here", count=count.own),
    ]
    which = joined(", ", (each for each in parts if each.values["count"]))
    new, revision = counted(count.words, "new word"), shown(count.revision)
    if not which:
        return told("{revision}: {new}.", revision=revision, new=new)
    return told("{revision}: {new}: {which}.", revision=revision, new=new, which=which)


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
