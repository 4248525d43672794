"""Written instructions in, what became of them out: read as people write them, then judged.

Each instruction is on a paragraph of its own in a generated base. In the later revision it was
followed, followed partly (about half of the words, or of those to go), not followed, or it asked
for what stood in the base already: there the words stand in another paragraph of the base, and
half of the time were put where they were asked for besides. The truth is made while the later
revision is made, by cutting and joining words here; it is never read off the texts. Where words
were not put in, the drafters changed others.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import amend
from amend import pipeline
from amend.model.draft import Revision
from amend.model.ruling import STANDING, Course, Fate
from bench.measure import table
from bench.prose import Prose
from bench.rewording import Rewording
from bench.wordings import WORDINGS, Ask

_EACH = 12
_QUICK = 3
_SEED = 11
_HALF = 0.45
_LEFT = 0.3
_HEADS = (
    "asked", "n", "precision", "recall", "F1", "wrong", "missed", "there credited", "class right",
    "not read",
)  # fmt: skip


class Outcome(StrEnum):
    """What became of an instruction."""

    FOLLOWED = "followed"
    PARTLY = "partly"
    NOT = "not followed"
    THERE = "already there"


_ALL = tuple(Outcome)
_WHOLE_OR_NOT = (Outcome.FOLLOWED, Outcome.NOT)
_CUT = (Outcome.FOLLOWED, Outcome.PARTLY, Outcome.NOT)
OUTCOMES: Mapping[Ask, tuple[Outcome, ...]] = {
    **dict.fromkeys((Ask.AFTER, Ask.BEFORE, Ask.END, Ask.WHOLE, Ask.NEW, Ask.REPLACE), _ALL),
    **dict.fromkeys((Ask.DELETE, Ask.SENTENCE, Ask.GONE), _CUT),
    **dict.fromkeys((Ask.MOVE_WORDS, Ask.MOVE, Ask.MERGE, Ask.SPLIT, Ask.RETAIN), _WHOLE_OR_NOT),
}
_WORDS = {Ask.AFTER, Ask.BEFORE, Ask.END, Ask.WHOLE, Ask.NEW, Ask.REPLACE}
_TOUCHED = 0.05


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction as written, what it asks for, what became of it, and what amend says."""

    ask: Ask
    outcome: Outcome
    sentence: str
    courses: tuple[Course, ...]

    @property
    def fate(self) -> Fate | None:
        """The fate in the later revision; None where the sentence was not read as one wish."""
        return self.courses[0].rulings[-1].fate if len(self.courses) == 1 else None

    @property
    def is_granted(self) -> bool:
        """Whether anything of it came into the later revision."""
        return self.outcome in {Outcome.FOLLOWED, Outcome.PARTLY}

    @property
    def is_said(self) -> bool:
        """Whether amend says that something of it stands."""
        return any(each.rulings[-1].fate in STANDING for each in self.courses)


def run_table(*, quick: bool = False) -> str:
    """Return the table of all languages together and of each, by what was asked."""
    told = {language: told_in(language, _QUICK if quick else _EACH) for language in WORDINGS}
    every = [each for found in told.values() for each in found]
    rows = [_row(ask.value, [each for each in every if each.ask is ask]) for ask in Ask]
    rows += [_row(f"all, {language}", found) for language, found in told.items()]
    return table(_HEADS, [*rows, _row("all", every)])


def told_in(language: str, each: int, seed: int = _SEED) -> list[Told]:
    """Write, read and judge instructions in a language: so many of each kind and outcome."""
    made = _Round(random.Random(f"{language} {seed}"), language, each)
    base, later = made.revisions()
    asked = [
        amend.proposals_from_text(each.sentence, against=base, by="Anyone")
        for each in made.instructions
    ]
    numbered = [
        [replace(one, id=f"{n}.{k}") for k, one in enumerate(found)]
        for n, found in enumerate(asked)
    ]
    courses = pipeline.judge([one for found in numbered for one in found], (base, later))
    by_id = {each.proposal.id: each for each in courses}
    return [
        Told(one.ask, one.outcome, one.sentence, tuple(by_id[each.id] for each in found))
        for one, found in zip(made.instructions, numbered, strict=True)
    ]


def _row(name: str, told: Sequence[Told]) -> tuple[str, ...]:
    said = [each for each in told if each.is_said]
    right = sum(each.is_granted for each in said)
    true = sum(each.is_granted for each in told)
    there = [each for each in told if each.outcome is Outcome.THERE]
    credited = sum(each.is_said for each in there)
    shares = (right / max(len(said), 1), right / true, 2 * right / (len(said) + true))
    exact = sum(each.fate in _CLASSES[each.outcome] for each in told)
    return (
        name, str(len(told)), *(f"{share:.3f}" for share in shares), str(len(said) - right),
        str(true - right), f"{credited} of {len(there)}" if there else "-",
        f"{exact / len(told):.3f}", str(sum(not each.courses for each in told)),
    )  # fmt: skip


_CLASSES: Mapping[Outcome, frozenset[Fate]] = {
    Outcome.FOLLOWED: frozenset({
        Fate.ADOPTED_VERBATIM, Fate.DELETION_HONOURED, Fate.PROTECTED
    }),
    Outcome.PARTLY: frozenset({Fate.PARTLY_ADOPTED, Fate.DELETION_PARTLY_HONOURED}),
    Outcome.NOT: frozenset({Fate.NOT_ADOPTED, Fate.DELETION_NOT_HONOURED}),
    Outcome.THERE: frozenset({Fate.ALREADY_PRESENT}),
}  # fmt: skip


@dataclass(slots=True)
class _Instruction:
    ask: Ask
    outcome: Outcome
    place: int
    sentence: str = ""


@dataclass(slots=True)
class _Round:
    """A base, and a later revision in which instructions were followed or not."""

    rng: random.Random
    language: str
    each: int
    instructions: list[_Instruction] = field(default_factory=list)
    base: list[str] = field(default_factory=list)
    later: dict[int, list[str]] = field(default_factory=dict)
    behind: dict[int, int] = field(default_factory=dict)
    prose: Prose = field(init=False)
    rewording: Rewording = field(init=False)

    def __post_init__(self) -> None:
        self.prose = Prose(self.rng)
        self.rewording = Rewording(self.rng, self.prose)
        wanted = [
            (ask, outcome)
            for ask, outcomes in OUTCOMES.items()
            for outcome in outcomes
            for _ in range(self.each)
        ]
        self.rng.shuffle(wanted)
        for ask, outcome in wanted:
            self.instructions.append(_Instruction(ask, outcome, len(self.base)))
            self.base += [self._paragraph() for _ in range(1 + (ask is Ask.MERGE))]
        self.base += [self._paragraph() for _ in range(self.each)]
        for one in self.instructions:
            one.sentence = self._written(one)
            if one.outcome is Outcome.NOT and one.ask in _WORDS:
                self.later[one.place] = [self._edited(self.base[one.place])]

    def revisions(self) -> tuple[Revision, Revision]:
        """Return the base and the later revision, numbered from 1 each."""
        order = [n for n in range(len(self.base)) if n not in self.behind]
        for n, other in self.behind.items():
            order.insert(order.index(other) + 1, n)
        later = [text for n in order for text in self.later.get(n, [self.base[n]])]
        return self._read(self.base, "Rev 1"), self._read(later, "Rev 2")

    def _read(self, paragraphs: Sequence[str], name: str) -> Revision:
        text = "\n\n".join(f"{n}. {each}" for n, each in enumerate(paragraphs, start=1))
        return replace(amend.read_text(text, name=name), language=self.language)

    def _paragraph(self) -> str:
        return " ".join(self.prose.paragraph(stock=False))

    def _edited(self, text: str) -> str:
        sentences = tuple(f"{each.rstrip('.')}." for each in text.split(". "))
        return " ".join(self.rewording.edited(sentences, _TOUCHED))

    def _written(self, one: _Instruction) -> str:
        fields = _MAKERS[one.ask](self, one)
        fields |= {"n": str(one.place + 1)}
        return self.rng.choice(WORDINGS[self.language][one.ask]).format(**fields)

    def _standing(self, one: _Instruction, size: int) -> str:
        """Take words of a paragraph of the base that nothing is asked of."""
        words = self.base[-self.rng.randint(1, self.each)].split()
        start = self.rng.randrange(1, len(words) - size)
        return " ".join(words[start : start + size]).strip(".,")

    def asked_words(self, one: _Instruction) -> str:
        """Return eight to twenty words: new ones, or such as stand in the base."""
        size = self.rng.randint(8, 20)
        if one.outcome is Outcome.THERE:
            return self._standing(one, size)
        return " ".join(self.prose.words(size)).strip(".,")

    def granted(self, one: _Instruction, text: str) -> str:
        """Return how much of the words the drafters put in; "" for none."""
        words = text.split()
        if one.outcome is Outcome.PARTLY:
            return " ".join(words[: max(2, round(_HALF * len(words)))])
        is_put = one.outcome is Outcome.FOLLOWED
        return text if is_put or (one.outcome is Outcome.THERE and self.rng.random() < 0.5) else ""

    def span(self, place: int, size: int) -> tuple[list[str], int]:
        """Return the words of a paragraph and where a run in the middle of a sentence begins."""
        words = self.base[place].split()
        fit = [
            at
            for at in range(3, len(words) - size - 3)
            if not any(each[-1] in ".,;" for each in words[at - 3 : at + size])
            and self.base[place].count(" ".join(words[at : at + size])) == 1
        ]
        return words, self.rng.choice(fit) if fit else 3

    def put(self, one: _Instruction, *words: str) -> None:
        """Write the paragraph as it stands later: pieces joined, those that are none left out."""
        self.later[one.place] = [" ".join(each for each in words if each)]


def _beside(made: _Round, one: _Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 4)
    text = made.asked_words(one)
    there = made.granted(one, text)
    cut = at + 4 if one.ask is Ask.AFTER else at
    made.put(one, " ".join(words[:cut]), there, " ".join(words[cut:]))
    return {"anchor": " ".join(words[at : at + 4]), "text": text}


def _at_the_end(made: _Round, one: _Instruction) -> dict[str, str]:
    text = made.asked_words(one)
    there = made.granted(one, text)
    made.put(one, made.base[one.place].rstrip("."), f"{there}." if there else "")
    return {"text": text}


def _replaced(made: _Round, one: _Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 4)
    text = made.asked_words(one)
    there = made.granted(one, text)
    kept = "" if there else " ".join(words[at : at + 4])
    made.put(one, " ".join(words[:at]), there or kept, " ".join(words[at + 4 :]))
    return {"cut": " ".join(words[at : at + 4]), "text": text}


def _deleted(made: _Round, one: _Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 8)
    cut = words[at : at + 8]
    left = {Outcome.FOLLOWED: [], Outcome.PARTLY: cut[:3], Outcome.NOT: cut}[one.outcome]
    made.put(one, " ".join(words[:at]), " ".join(left), " ".join(words[at + 8 :]))
    return {"cut": " ".join(cut)}


def _sentence(made: _Round, one: _Instruction) -> dict[str, str]:
    *kept, last = made.base[one.place].split(". ")
    words = last.split()
    there = {Outcome.FOLLOWED: 0, Outcome.PARTLY: round(_LEFT * len(words))}
    rest = " ".join(words[: there.get(one.outcome, len(words))]).rstrip(".")
    made.put(one, ". ".join(kept) + ".", f"{rest}." if rest else "")
    return {}


def _moved_words(made: _Round, one: _Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 6)
    cut = " ".join(words[at : at + 6])
    if one.outcome is Outcome.FOLLOWED:
        rest = [*words[:at], *words[at + 6 :]]
        made.put(one, " ".join(rest).rstrip("."), f"{cut}.")
    return {"cut": cut}


def _whole(made: _Round, one: _Instruction) -> dict[str, str]:
    if one.outcome is Outcome.THERE:
        return {"text": made.base[one.place]}
    text = made._paragraph()
    if one.outcome is Outcome.FOLLOWED:
        made.put(one, text)
    elif one.outcome is Outcome.PARTLY:
        made.put(one, _first_half(made, text))
    return {"text": text}


def _first_half(made: _Round, text: str) -> str:
    """Return half of a paragraph, filled up with words that nobody asked for."""
    words = text.split()
    filling = made._paragraph().split()
    return " ".join([*words[: round(_HALF * len(words))], *filling[: len(words) // 3]])


def _new(made: _Round, one: _Instruction) -> dict[str, str]:
    there = made.base[-made.rng.randint(1, made.each)]
    text = there if one.outcome is Outcome.THERE else made._paragraph()
    beside = {Outcome.FOLLOWED: [text], Outcome.PARTLY: [_first_half(made, text)]}
    made.later[one.place] = [made.base[one.place], *beside.get(one.outcome, [])]
    return {"text": text}


def _gone(made: _Round, one: _Instruction) -> dict[str, str]:
    words = made.base[one.place].split()
    if one.outcome is Outcome.FOLLOWED:
        made.later[one.place] = []
    elif one.outcome is Outcome.PARTLY:
        made.put(one, " ".join(words[: round(_LEFT * len(words))]).rstrip(".,") + ".")
    return {}


def _moved(made: _Round, one: _Instruction) -> dict[str, str]:
    last = len(made.base) - made.each
    other = last + made.rng.randrange(made.each)
    if one.outcome is Outcome.FOLLOWED:
        made.behind[one.place] = other
    return {"m": str(other + 1)}


def _merged(made: _Round, one: _Instruction) -> dict[str, str]:
    if one.outcome is Outcome.FOLLOWED:
        made.put(one, made.base[one.place], made.base[one.place + 1])
        made.later[one.place + 1] = []
    return {"m": str(one.place + 2)}


def _split(made: _Round, one: _Instruction) -> dict[str, str]:
    sentences = made.base[one.place].split(". ")
    at = len(sentences) // 2
    first, second = ". ".join(sentences[:at]) + ".", ". ".join(sentences[at:])
    if one.outcome is Outcome.FOLLOWED:
        made.later[one.place] = [first, second]
    return {"anchor": " ".join(first.split()[-5:])}


def _retained(made: _Round, one: _Instruction) -> dict[str, str]:
    if one.outcome is Outcome.NOT:
        made.later[one.place] = [] if made.rng.random() < 0.5 else [made._paragraph()]
    return {}


_MAKERS: Mapping[Ask, Callable[[_Round, _Instruction], dict[str, str]]] = {
    Ask.AFTER: _beside,
    Ask.BEFORE: _beside,
    Ask.END: _at_the_end,
    Ask.REPLACE: _replaced,
    Ask.DELETE: _deleted,
    Ask.SENTENCE: _sentence,
    Ask.MOVE_WORDS: _moved_words,
    Ask.WHOLE: _whole,
    Ask.NEW: _new,
    Ask.GONE: _gone,
    Ask.MOVE: _moved,
    Ask.MERGE: _merged,
    Ask.SPLIT: _split,
    Ask.RETAIN: _retained,
}
