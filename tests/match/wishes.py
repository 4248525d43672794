"""Two revisions and a seed in, proposals of every kind on the first out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Anchor, Operation, Place, Proposal, Where

_SMALL = "and of the not to shall 15 3 % “heron” rivers; (pilots) Parties".split()
_SHORTEST = 8


def wishes(old: Revision, new: Revision, count: int, seed: int) -> list[Proposal]:
    """Make proposals of words of the one, of the other, and of neither; anchors may be missing."""
    made = _Wishes(old, new, Random(seed))
    return [made.one(f"w{number}") for number in range(count)]


class _Wishes:
    def __init__(self, old: Revision, new: Revision, rng: Random) -> None:
        self._old, self._rng = old, rng
        self._here, self._there = (
            [each for each in side.paragraphs if len(each.text.split()) > _SHORTEST]
            for side in (old, new)
        )

    def one(self, identity: str) -> Proposal:
        makers = tuple(_MAKERS.items())
        operation, make = self._rng.choice(makers)
        paragraph = self._rng.choice(self._here)
        return make(self, identity, operation, paragraph)

    def run(self, paragraphs: list[Paragraph], least: int, most: int) -> str:
        words = self._rng.choice(paragraphs).text.split()
        size = self._rng.randint(least, most)
        start = self._rng.randrange(max(1, len(words) - size))
        return " ".join(words[start : start + size])

    def words(self) -> str:
        kind = self._rng.randrange(5)
        small = " ".join(self._rng.choice(_SMALL) for _ in range(self._rng.randint(1, 5)))
        if kind == 0:
            return self.run(self._here, 1, 14)
        if kind == 1:
            return small
        if kind == 2:
            return f"{self.run(self._there, 1, 8)} {small} {self.run(self._there, 1, 8)}"
        if kind == 3:
            return f"{self.run(self._here, 2, 7)} {self.run(self._there, 2, 9)}"
        return self.run(self._there, 1, 25)

    def asked(
        self, identity: str, operation: Operation, *on: Paragraph, text: str = "", cut: str = "",
        anchor: Anchor | None = None, place: Place | None = None,
    ) -> Proposal:  # fmt: skip
        labels = tuple(each.label for each in on if each.label is not None)
        ids = tuple(each.id for each in on)
        source = self._old.paragraphs[0].source
        return Proposal(
            identity, ("Anyone",), operation, source, self._old.name, labels, ids, text, cut,
            anchor, place,
        )  # fmt: skip

    def put_in(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        where = self._rng.choice(tuple(Where))
        quoted = self.run([on], 1, 4) if self._rng.randrange(10) else "no such words stand here"
        until = self.run([on], 1, 3) if where is Where.BETWEEN else ""
        is_quoted = where in {Where.AFTER, Where.BEFORE, Where.BETWEEN}
        anchor = Anchor(where, quoted if is_quoted else "", until)
        return self.asked(identity, operation, on, text=self.words(), anchor=anchor)

    def exchanged(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        cut = self.run([on], 1, 8)
        return self.asked(identity, operation, on, text=self.words(), cut=cut)

    def cut(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        return self.asked(identity, operation, on, cut=self.run([on], 1, 10))

    def anew(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        whole = self._rng.choice([self._rng.choice(self._there).text, f"{self.words()} {on.text}"])
        return self.asked(identity, operation, on, text=whole)

    def new(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        del on
        whole = self._rng.choice([self._rng.choice(self._there).text, self.words()])
        return self.asked(identity, operation, text=whole)

    def kept(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        text = self.run([on], 2, 20) if self._rng.randrange(3) else ""
        return self.asked(identity, operation, on, text=text)

    def moved(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        beside = self._rng.choice(self._here).label
        where = self._rng.choice((Where.AFTER, Where.BEFORE))
        place = None if beside is None else Place(where, beside)
        return self.asked(identity, operation, on, place=place)

    def shaped(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        at = self._old.paragraphs.index(on)
        text = self.words() if self._rng.randrange(2) else ""
        return self.asked(identity, operation, *self._old.paragraphs[at : at + 2], text=text)

    def gone(self, identity: str, operation: Operation, on: Paragraph) -> Proposal:
        return self.asked(identity, operation, on)


_MAKERS: Mapping[Operation, Callable[[_Wishes, str, Operation, Paragraph], Proposal]] = {
    Operation.INSERT_PHRASE: _Wishes.put_in,
    Operation.REPLACE_PHRASE: _Wishes.exchanged,
    Operation.DELETE_PHRASE: _Wishes.cut,
    Operation.REPLACE_PARAGRAPH: _Wishes.anew,
    Operation.PROPOSE_ALTERNATIVE: _Wishes.anew,
    Operation.INSERT_NEW_PARAGRAPH: _Wishes.new,
    Operation.DELETE_PARAGRAPH: _Wishes.gone,
    Operation.RETAIN: _Wishes.kept,
    Operation.MOVE_PARAGRAPH: _Wishes.moved,
    Operation.MERGE_PARAGRAPHS: _Wishes.shaped,
    Operation.SPLIT_PARAGRAPH: _Wishes.gone,
}
