"""Two generated revisions in, proposals of every operation with what became of them out.

The truth is that of the generator: which paragraphs were deleted, moved, merged or split, and whose
words changed. Half of the proposals of each operation ask for what was done, half for what was not.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Place, Proposal, Where
from bench.prose import Prose
from bench.truth import Kind, Pair

Case = tuple[Proposal, bool]


def operations(
    pair: Pair, old: Revision, new: Revision, seed: int = 1
) -> Mapping[str, Sequence[Case]]:
    """Return proposals by operation, each with whether it was granted."""
    made = _Operations(pair, old, new, random.Random(seed))
    return {name: list(made.cases(name)) for name in _MAKERS}


class _Operations:
    def __init__(self, pair: Pair, old: Revision, new: Revision, rng: random.Random) -> None:
        self.old, self.new, self.rng = old, new, rng
        self.prose = Prose(rng)
        self.kinds: dict[int, Kind] = {link.old: link.kind for link in pair.links}
        self.heirs = {link.old: link.new for link in pair.links}
        self.gone = [n for n in range(len(pair.old)) if n not in self.kinds]
        heirs = {link.new for link in pair.links}
        self.added = [n for n in range(len(pair.new)) if n not in heirs]
        self.number = 0

    def cases(self, name: str) -> Iterator[Case]:
        granted, refused = _MAKERS[name](self)
        size = min(len(granted), len(refused))
        yield from ((each, True) for each in self.rng.sample(granted, size))
        yield from ((each, False) for each in self.rng.sample(refused, size))

    def of(self, *kinds: Kind) -> list[int]:
        return [n for n, kind in self.kinds.items() if kind in kinds]

    def words_gone(self, place: int) -> str | None:
        """Return a run of five words of a base paragraph of which its heir holds none."""
        there = set(self.new.paragraphs[self.heirs[place]].text.split())
        words = self.old.paragraphs[place].text.split()
        for at in range(3, len(words) - 8):
            run = words[at : at + 5]
            if there.isdisjoint(run) and not any(each.endswith(".") for each in run):
                return " ".join(run)
        return None

    def words_kept(self, place: int) -> str:
        words = self.old.paragraphs[place].text.split()
        at = self.rng.randrange(3, len(words) - 6)
        return " ".join(words[at : at + 5])

    def ask(
        self, operation: Operation, *places: int, text: str = "", cut: str = "",
        beside: Paragraph | None = None,
    ) -> Proposal:  # fmt: skip
        self.number += 1
        on = [self.old.paragraphs[place] for place in places]
        labels = tuple(each.label for each in on if each.label is not None)
        label = None if beside is None else beside.label
        place = None if label is None else Place(Where.AFTER, label)
        source = self.old.paragraphs[0].source
        return Proposal(
            f"o{self.number}", ("Anyone",), operation, source, self.old.name, labels,
            tuple(each.id for each in on), text, cut, place=place,
        )  # fmt: skip


Maker = Callable[[_Operations], tuple[list[Proposal], list[Proposal]]]


def _deleted_paragraphs(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    kept = made.of(Kind.SAME, Kind.EDITED, Kind.MOVED)
    operation = Operation.DELETE_PARAGRAPH
    return [made.ask(operation, n) for n in made.gone], [made.ask(operation, n) for n in kept]


def _deleted_words(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    rewritten = [(n, made.words_gone(n)) for n in made.of(Kind.REWRITTEN, Kind.EDITED)]
    gone = [made.ask(Operation.DELETE_PHRASE, n, cut=cut) for n, cut in rewritten if cut]
    kept = made.of(Kind.SAME)
    return gone, [made.ask(Operation.DELETE_PHRASE, n, cut=made.words_kept(n)) for n in kept]


def _merged(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    pairs = [n for n in made.of(Kind.MERGED) if n % 2 == 0]
    same = [n for n in made.of(Kind.SAME) if made.kinds.get(n + 1) is Kind.SAME]
    operation = Operation.MERGE_PARAGRAPHS
    granted = [made.ask(operation, n, n + 1) for n in pairs]
    return granted, [made.ask(operation, n, n + 1) for n in same]


def _split(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    operation = Operation.SPLIT_PARAGRAPH
    granted = [made.ask(operation, n) for n in made.of(Kind.SPLIT)]
    return granted, [made.ask(operation, n) for n in made.of(Kind.SAME, Kind.EDITED)]


def _moved(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    origins = {heir: n for n, heir in made.heirs.items()}
    granted = []
    for n in made.of(Kind.MOVED, Kind.MOVED_AND_EDITED):
        before = origins.get(made.heirs[n] - 1)
        if before is not None and before != n - 1:
            beside = made.old.paragraphs[before]
            granted.append(made.ask(Operation.MOVE_PARAGRAPH, n, beside=beside))
    refused = [
        made.ask(Operation.MOVE_PARAGRAPH, n, beside=made.old.paragraphs[(n + 9) % len(made.kinds)])
        for n in made.of(Kind.SAME)
    ]
    return granted, refused


def _retained(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    kept = [made.ask(Operation.RETAIN, n) for n in made.of(Kind.SAME, Kind.MOVED)]
    lost = [*made.gone, *made.of(Kind.REWRITTEN)]
    return kept, [made.ask(Operation.RETAIN, n) for n in lost]


def _new_paragraphs(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    operation = Operation.INSERT_NEW_PARAGRAPH
    granted = [made.ask(operation, text=made.new.paragraphs[n].text) for n in made.added]
    strange = [" ".join(made.prose.paragraph(stock=n % 2 == 0)) for n in range(len(granted))]
    return granted, [made.ask(operation, text=text) for text in strange]


def _replaced(made: _Operations) -> tuple[list[Proposal], list[Proposal]]:
    edited = made.of(Kind.EDITED, Kind.REWRITTEN)
    operation = Operation.REPLACE_PARAGRAPH
    granted = [made.ask(operation, n, text=made.new.paragraphs[made.heirs[n]].text) for n in edited]
    strange = (" ".join(made.prose.paragraph(stock=n % 2 == 0)) for n in edited)
    return granted, [made.ask(operation, n, text=text) for n, text in zip(edited, strange)]  # noqa: B905


_MAKERS: Mapping[str, Maker] = {
    "delete paragraph": _deleted_paragraphs,
    "delete words": _deleted_words,
    "move paragraph": _moved,
    "merge": _merged,
    "split": _split,
    "retain": _retained,
    "new paragraph": _new_paragraphs,
    "replace paragraph": _replaced,
}
