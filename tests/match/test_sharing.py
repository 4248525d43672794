"""Who shares words with whom: as found by comparing each with each, and quick where all do."""

from __future__ import annotations

import random
from itertools import combinations

from amend.match.alike import alike
from amend.match.sharing import MOST, shared_with
from amend.model.proposal import Operation, Proposal
from amend.model.ruling import Evidence, Fate, Measure, Ruling
from amend.model.source import Source
from amend.text.weighty import is_content
from amend.text.words import tokens

TEXT = "including the women and the girls of all river basins in the region"
Ruled = list[tuple[Proposal, tuple[Ruling, ...]]]


def ruled(count: int, rng: random.Random | None) -> Ruled:
    """Proposals that rest on the whole text, or each on some stretches of it drawn by lot."""
    found: Ruled = []
    for n in range(count):
        ends = [(0, len(TEXT))]
        if rng is not None:
            drawn = (sorted(rng.sample(range(len(TEXT)), 2)) for _ in range(rng.randint(1, 3)))
            ends = [(start, end) for start, end in drawn]
        proofs = tuple(
            Evidence(f"p{start % 2 if rng else 0}", start, end, TEXT[start:end])
            for start, end in ends
        )
        proposal = Proposal(
            f"q{n}", ("Ann",), Operation.INSERT_PHRASE, Source("asks.txt", n + 1), "Rev 1",
            paragraphs=("p1",), text=TEXT,
        )  # fmt: skip
        found.append((proposal, (Ruling("Rev 2", Fate.PARTLY_ADOPTED, Measure(1, 1),
                                        evidence=proofs),)))  # fmt: skip
    return found


def share(one: Ruling, other: Ruling) -> bool:
    """Whether some evidence of the two overlaps in telling words."""
    for mine in one.evidence:
        for theirs in other.evidence:
            start, end = max(mine.start, theirs.start), min(mine.end, theirs.end)
            if mine.paragraph == theirs.paragraph and start < end:
                # The words of the one that begins later, as far as the other goes.
                later = max(mine, theirs, key=lambda each: (each.start, each.end))
                if any(map(is_content, tokens(later.text[: end - start]))):
                    return True
    return False


def test_who_shares_is_found_as_by_comparing_each_with_each() -> None:
    for seed in range(20):
        made = ruled(12, random.Random(seed))
        wanted: dict[str, set[str]] = {}
        for (one, (mine,)), (other, (theirs,)) in combinations(made, 2):
            if share(mine, theirs):
                wanted.setdefault(one.id, set()).add(other.id)
                wanted.setdefault(other.id, set()).add(one.id)
        found = shared_with(made)
        assert found == {one: tuple(sorted(those)) for one, those in wanted.items()}


def test_of_very_many_who_ask_the_very_same_each_names_the_first() -> None:
    made = ruled(MOST + 50, None)
    shared, same = shared_with(made), alike([proposal for proposal, _ in made])
    ids = [proposal.id for proposal, _ in made]
    assert shared["q7"] == tuple([each for each in sorted(ids) if each != "q7"][:MOST])
    assert same["q7"] == tuple([each for each in ids if each != "q7"][:MOST])
    assert len(shared) == len(same) == len(ids)
