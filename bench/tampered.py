"""Generated paragraphs in, two Word files out: NEW declares some changes, and hides others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bench.drafts import Numbers, as_docx, packed, run
from bench.prose import Prose
from bench.truth import Written

AUTHORS = tuple(f"Delegation {number}" for number in range(1, 6))
_DATED = "2026-03-01T09:00:00Z"


class Trick(StrEnum):
    """What is done to a paragraph besides honest tracked changes."""

    NONE = "none"
    REPLACED = "one word replaced"
    CUT = "one word deleted"
    ADDED = "one word inserted"
    SIGN = "one sign changed"
    FIGURE = "a figure changed"
    NUMBER = "the number changed"
    GONE = "paragraph deleted"
    NEW = "paragraph inserted"
    MOVED = "paragraph moved"
    TYPOGRAPHY = "typography"
    FALSE_INSERTION = "insertion of old words"
    FALSE_DELETION = "deletion of no words"


@dataclass(slots=True)
class _Word:
    """A word on its way to NEW; `mark` is "", "ins" or "del".

    What a trick was played on gets no honest mark on top: it would turn one trick into another.
    """

    text: str
    mark: str = ""
    by: str = ""
    is_played: bool = False


@dataclass(slots=True)
class _Paragraph:
    number: str
    words: list[_Word]
    place: int | None
    mark: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Tampered:
    """Both files and the truth: `tricks` by place in OLD from 0, `inserted` texts that OLD lacks.

    `gone` and `come` are the words that a trick took from a paragraph and put into it; `accepted`
    are NEW's paragraphs with all changes accepted, numbers and all.
    """

    old: bytes
    new: bytes
    texts: tuple[str, ...]
    accepted: tuple[str, ...]
    tricks: dict[int, Trick]
    inserted: tuple[str, ...]
    gone: dict[int, list[str]] = field(default_factory=dict)
    come: dict[int, list[str]] = field(default_factory=dict)


def tampered(
    paragraphs: Sequence[Written], seed: int = 1, *, tricky: float = 0.3, marked: float = 0.5
) -> Tampered:
    """Play a trick on a share of the paragraphs, and mark honest changes in a share of all."""
    return _Forger(paragraphs, random.Random(f"tampered {seed}"), tricky, marked).tampered()


class _Forger:
    """Goes through a draft with a red pen and an eraser."""

    def __init__(
        self, paragraphs: Sequence[Written], rng: random.Random, tricky: float, marked: float
    ) -> None:
        self._old, self._rng, self._prose = paragraphs, rng, Prose(rng)
        self._tricky, self._marked = tricky, marked
        self._tricks: dict[int, Trick] = {}
        self._inserted: list[str] = []
        self._gone: dict[int, list[str]] = {}
        self._come: dict[int, list[str]] = {}

    def tampered(self) -> Tampered:
        new: list[_Paragraph] = []
        moved: list[_Paragraph] = []
        for place, each in enumerate(self._old):
            words = [_Word(text) for text in each.text.split()]
            paragraph = _Paragraph(f"{each.number}.", words, place)
            trick = self._trick(paragraph)
            if trick is Trick.NEW:
                text = self._prose.words(self._rng.randint(12, 40))
                self._inserted.append(" ".join(text))
                new.append(_Paragraph("", [_Word(one) for one in text], None))
            if self._rng.random() < self._marked:
                self._mark(paragraph)
            if trick is Trick.MOVED:
                moved.append(paragraph)
            elif trick is not Trick.GONE:
                new.append(paragraph)
        for paragraph in moved:
            self._put_elsewhere(paragraph, new)
        return Tampered(
            as_docx(self._old, Numbers.TYPED),
            packed("".join(map(_xml, new))),
            tuple(f"{each.number}. {each.text}" for each in self._old),
            tuple(filter(None, map(_accepted, new))),
            self._tricks, tuple(self._inserted), self._gone, self._come,
        )  # fmt: skip

    def _trick(self, paragraph: _Paragraph) -> Trick:
        trick = Trick.NONE
        if self._rng.random() < self._tricky:
            trick = self._rng.choice([each for each in Trick if each is not Trick.NONE])
        if not self._played(trick, paragraph):
            trick = Trick.NONE
        assert paragraph.place is not None
        self._tricks[paragraph.place] = trick
        return trick

    def _played(self, trick: Trick, paragraph: _Paragraph) -> bool:
        """Play a trick; False where the paragraph has nothing to play it on."""
        words = paragraph.words
        at = self._rng.randrange(1, len(words) - 1) if len(words) > 4 else 0
        if not at:
            return trick is Trick.NONE
        if trick is Trick.REPLACED:
            self._exchange(paragraph, at, self._other(words[at].text))
        elif trick is Trick.CUT:
            return self._cut(paragraph, at)
        elif trick is Trick.ADDED:
            words.insert(at, _Word(self._other(words[at].text), is_played=True))
            self._come[paragraph.place or 0] = [words[at].text]
        elif trick is Trick.SIGN:
            bare = words[at].text
            words[at].text = bare[:-1] if bare.endswith(",") else f"{bare},"
            words[at].is_played = True
        elif trick is Trick.FIGURE:
            return self._figure(paragraph)
        elif trick is Trick.NUMBER:
            paragraph.number = f"9{paragraph.number}"
        elif trick is Trick.TYPOGRAPHY:
            words[at].text = f"{words[at].text}\u00a0{words.pop(at + 1).text}"
            words[at].is_played = True
        elif trick is Trick.FALSE_INSERTION:
            words[at].mark, words[at].by = "ins", self._author()
        elif trick is Trick.FALSE_DELETION:
            words.insert(at, _Word(self._other(words[at].text), "del", self._author()))
        return True

    def _exchange(self, paragraph: _Paragraph, at: int, text: str) -> None:
        place = paragraph.place or 0
        self._gone[place], self._come[place] = [paragraph.words[at].text], [text]
        paragraph.words[at].text, paragraph.words[at].is_played = text, True

    def _cut(self, paragraph: _Paragraph, at: int) -> bool:
        self._gone[paragraph.place or 0] = [paragraph.words.pop(at).text]
        return True

    def _figure(self, paragraph: _Paragraph) -> bool:
        for at, word in enumerate(paragraph.words):
            figure = word.text.rstrip(",.;")
            if figure.isdigit():
                text = word.text.replace(figure, str(int(figure) + 5))
                self._exchange(paragraph, at, text)
                return True
        return False

    def _other(self, text: str) -> str:
        while True:
            (found,) = self._prose.words(1)
            if found.strip(",.;").casefold() != text.strip(",.;").casefold():
                return found

    def _author(self) -> str:
        return self._rng.choice(AUTHORS)

    def _mark(self, paragraph: _Paragraph) -> None:
        """Mark one to three honest changes, or the whole paragraph as deleted."""
        by = self._author()
        honest = self._tricks.get(paragraph.place or 0) is Trick.NONE
        if honest and self._rng.random() < 0.05:
            paragraph.mark, paragraph.by = "del", by
            for word in paragraph.words:
                word.mark, word.by = "del", by
            return
        for _ in range(self._rng.randint(1, 3)):
            at = self._rng.randrange(len(paragraph.words))
            if self._rng.random() < 0.5:
                for word in paragraph.words[at : at + self._rng.randint(1, 4)]:
                    if not word.mark and not word.is_played:
                        word.mark, word.by = "del", by
            else:
                added = self._prose.words(self._rng.randint(1, 4))
                paragraph.words[at:at] = [_Word(text, "ins", by) for text in added]

    def _put_elsewhere(self, paragraph: _Paragraph, new: list[_Paragraph]) -> None:
        """Put a paragraph back at least three places from where it stood."""
        far = [
            n for n, each in enumerate(new)
            if each.place is not None and abs(each.place - (paragraph.place or 0)) > 3
        ]  # fmt: skip
        new.insert(self._rng.choice(far), paragraph)


def _accepted(paragraph: _Paragraph) -> str:
    words = [word.text for word in paragraph.words if word.mark != "del"]
    return " ".join([paragraph.number, *words]).strip() if words else ""


def _xml(paragraph: _Paragraph) -> str:
    lead = run(f"{paragraph.number} ") if paragraph.number else ""
    if paragraph.mark and lead:
        lead = _marked(_Word(paragraph.number, "del", paragraph.by))
    mark = ""
    if paragraph.mark:
        mark = f"<w:pPr><w:rPr>{_open('del', paragraph.by)}/></w:rPr></w:pPr>".replace(">/>", "/>")
    return f"<w:p>{mark}{lead}{''.join(map(_marked, paragraph.words))}</w:p>"


def _open(mark: str, by: str) -> str:
    return f'<w:{mark} w:id="1" w:author="{by}" w:date="{_DATED}">'


def _marked(word: _Word) -> str:
    if not word.mark:
        return run(f"{word.text} ")
    tag = "delText" if word.mark == "del" else "t"
    return f"{_open(word.mark, word.by)}{run(f'{word.text} ', tag)}</w:{word.mark}>"
