"""Written instructions in, a base and a later revision in which they were followed or not out.

Each instruction is on a paragraph of its own in a generated base. In the later revision it was
followed, followed partly (about half of the words, or of those to go), not followed, or it asked
for what stood in the base already: there the words stand in another paragraph of the base, and
half of the time were put where they were asked for besides. The truth is made while the later
revision is made, by cutting and joining words here; it is never read off the texts. Where words
were not put in, the drafters changed others.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import amend
from amend.model.draft import Revision
from amend.text.words import tokens
from bench.prose import Prose
from bench.rewording import Rewording
from bench.wordings import WORDINGS, Ask

_HALF = 0.45
_LEFT = 0.3
_RUN = 5
_TOUCHED = 0.05


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


@dataclass(slots=True)
class Instruction:
    """A sentence on the paragraph at a place of the base, and what became of it."""

    ask: Ask
    outcome: Outcome
    place: int
    sentence: str = ""


@dataclass(slots=True)
class Drafting:
    """A base, and a later revision in which instructions were followed or not."""

    rng: random.Random
    language: str
    each: int
    instructions: list[Instruction] = field(default_factory=list)
    base: list[str] = field(default_factory=list)
    later: dict[int, list[str]] = field(default_factory=dict)
    behind: dict[int, int] = field(default_factory=dict)
    spare: list[int] = field(default_factory=list)
    runs: set[tuple[str, ...]] = field(default_factory=set)
    prose: Prose = field(init=False)
    rewording: Rewording = field(init=False)

    def __post_init__(self) -> None:
        """Write the base and all instructions, and note what the drafters make of each."""
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
            self.instructions.append(Instruction(ask, outcome, len(self.base)))
            self.base += [self.paragraph() for _ in range(1 + (ask is Ask.MERGE))]
        spare = range(len(self.base), len(self.base) + 2 * self.each)
        self.base += [self.paragraph() for _ in spare]
        self.spare += spare
        self.runs = {run for each in self.base for run in _runs(each)}
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

    def paragraph(self) -> str:
        """Write a paragraph."""
        return " ".join(self.prose.paragraph(stock=False))

    def _edited(self, text: str) -> str:
        sentences = tuple(f"{each.rstrip('.')}." for each in text.split(". "))
        return " ".join(self.rewording.edited(sentences, _TOUCHED))

    def _written(self, one: Instruction) -> str:
        fields = _MAKERS[one.ask](self, one)
        fields |= {"n": str(one.place + 1)}
        return self.rng.choice(WORDINGS[self.language][one.ask]).format(**fields)

    def _standing(self, size: int) -> str:
        """Take words of a paragraph of the base that nothing is asked of."""
        words = self.base[-self.rng.randint(1, 2 * self.each)].split()
        start = self.rng.randrange(1, len(words) - size)
        return " ".join(words[start : start + size]).strip(".,")

    def asked_words(self, one: Instruction) -> str:
        """Return eight to twenty words: new ones, or such as stand in the base."""
        size = self.rng.randint(8, 20)
        if one.outcome is Outcome.THERE:
            return self._standing(size)
        while True:  # words in a run of five that stands in the base would be no news
            words = " ".join(self.prose.words(size)).strip(".,")
            if self.runs.isdisjoint(_runs(words)):
                return words

    def granted(self, one: Instruction, text: str) -> str:
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

    def put(self, one: Instruction, *words: str) -> None:
        """Write the paragraph as it stands later: pieces joined, those that are none left out."""
        self.later[one.place] = [" ".join(each for each in words if each)]


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    keys = tokens(text)
    return zip(*(keys[start:] for start in range(_RUN)), strict=False)


def _beside(made: Drafting, one: Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 4)
    text = made.asked_words(one)
    there = made.granted(one, text)
    cut = at + 4 if one.ask is Ask.AFTER else at
    made.put(one, " ".join(words[:cut]), there, " ".join(words[cut:]))
    return {"anchor": " ".join(words[at : at + 4]), "text": text}


def _at_the_end(made: Drafting, one: Instruction) -> dict[str, str]:
    text = made.asked_words(one)
    there = made.granted(one, text)
    made.put(one, made.base[one.place].rstrip("."), f"{there}." if there else "")
    return {"text": text}


def _replaced(made: Drafting, one: Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 4)
    text = made.asked_words(one)
    there = made.granted(one, text)
    kept = "" if there else " ".join(words[at : at + 4])
    made.put(one, " ".join(words[:at]), there or kept, " ".join(words[at + 4 :]))
    return {"cut": " ".join(words[at : at + 4]), "text": text}


def _deleted(made: Drafting, one: Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 8)
    cut = words[at : at + 8]
    left = {Outcome.FOLLOWED: [], Outcome.PARTLY: cut[:3], Outcome.NOT: cut}[one.outcome]
    made.put(one, " ".join(words[:at]), " ".join(left), " ".join(words[at + 8 :]))
    return {"cut": " ".join(cut)}


def _sentence(made: Drafting, one: Instruction) -> dict[str, str]:
    *kept, last = made.base[one.place].split(". ")
    words = last.split()
    there = {Outcome.FOLLOWED: 0, Outcome.PARTLY: round(_LEFT * len(words))}
    rest = " ".join(words[: there.get(one.outcome, len(words))]).rstrip(".")
    made.put(one, ". ".join(kept) + ".", f"{rest}." if rest else "")
    return {}


def _moved_words(made: Drafting, one: Instruction) -> dict[str, str]:
    words, at = made.span(one.place, 6)
    cut = " ".join(words[at : at + 6])
    if one.outcome is Outcome.FOLLOWED:
        rest = [*words[:at], *words[at + 6 :]]
        made.put(one, " ".join(rest).rstrip("."), f"{cut}.")
    return {"cut": cut}


def _whole(made: Drafting, one: Instruction) -> dict[str, str]:
    if one.outcome is Outcome.THERE:
        return {"text": made.base[one.place]}
    text = made.paragraph()
    if one.outcome is Outcome.FOLLOWED:
        made.put(one, text)
    elif one.outcome is Outcome.PARTLY:
        made.put(one, _first_half(made, text))
    return {"text": text}


def _first_half(made: Drafting, text: str) -> str:
    """Return half of a paragraph, filled up with words that nobody asked for."""
    words = text.split()
    filling = made.paragraph().split()
    return " ".join([*words[: round(_HALF * len(words))], *filling[: len(words) // 3]])


def _new(made: Drafting, one: Instruction) -> dict[str, str]:
    there = made.base[-made.rng.randint(1, made.each)]
    text = there if one.outcome is Outcome.THERE else made.paragraph()
    beside = {Outcome.FOLLOWED: [text], Outcome.PARTLY: [_first_half(made, text)]}
    made.later[one.place] = [made.base[one.place], *beside.get(one.outcome, [])]
    return {"text": text}


def _gone(made: Drafting, one: Instruction) -> dict[str, str]:
    words = made.base[one.place].split()
    if one.outcome is Outcome.FOLLOWED:
        made.later[one.place] = []
    elif one.outcome is Outcome.PARTLY:
        made.put(one, " ".join(words[: round(_LEFT * len(words))]).rstrip(".,") + ".")
    return {}


def _moved(made: Drafting, one: Instruction) -> dict[str, str]:
    other = made.spare.pop()
    if one.outcome is Outcome.FOLLOWED:
        made.behind[one.place] = other
    return {"m": str(other + 1)}


def _merged(made: Drafting, one: Instruction) -> dict[str, str]:
    if one.outcome is Outcome.FOLLOWED:
        made.put(one, made.base[one.place], made.base[one.place + 1])
        made.later[one.place + 1] = []
    return {"m": str(one.place + 2)}


def _split(made: Drafting, one: Instruction) -> dict[str, str]:
    sentences = made.base[one.place].split(". ")
    at = len(sentences) // 2
    first, second = ". ".join(sentences[:at]) + ".", ". ".join(sentences[at:])
    if one.outcome is Outcome.FOLLOWED:
        made.later[one.place] = [first, second]
    return {"anchor": " ".join(first.split()[-5:])}


def _retained(made: Drafting, one: Instruction) -> dict[str, str]:
    if one.outcome is Outcome.NOT:
        made.later[one.place] = [] if made.rng.random() < 0.5 else [made.paragraph()]
    return {}


_MAKERS: Mapping[Ask, Callable[[Drafting, Instruction], dict[str, str]]] = {
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
