"""The short cut for plain insertions: what it says is what the long way says, to the letter."""

from __future__ import annotations

import random

from amend.match.apply import ask
from amend.match.novelty import novelty
from amend.match.plain import plain, plainly
from amend.model.draft import Paragraph
from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.model.source import Run, Source
from bench.asking import asked

SOURCE = Source("asks.txt", 1)
# Few words, so that they stand twice, side by side, at the ends; and every sign there is.
WORDS = (
    "the and water WATER rivers of safe, well-being (lakes) 3 % shall. not “so” [on] — a;".split()
)


def said(proposal: Proposal, paragraph: Paragraph) -> bool:
    """Compare both ways where there is a short one; return whether there is."""
    there = plain(paragraph)
    found = None if there is None else plainly(proposal, there)
    if found is None:
        return False
    long = ask(proposal, paragraph)
    assert (found[0].before, found[0].after) == (long.before, long.after)
    assert (found[0].splices, found[0].problem) == (long.splices, long.problem) == (
        long.splices, "",
    )  # fmt: skip
    assert found[1] == novelty(long)
    return True


def wish(text: str, behind: str, where: Where = Where.AFTER) -> Proposal:
    """Ask for words beside others."""
    return Proposal(
        "q1", ("Ann",), Operation.INSERT_PHRASE, SOURCE, "Rev 1", (), ("p1",), text,
        anchor=Anchor(where, behind),
    )  # fmt: skip


def test_whatever_is_put_in_wherever_the_short_way_says_the_same() -> None:
    rng, short = random.Random(7), 0
    for _ in range(15_000):
        words = rng.choices(WORDS[: rng.choice((6, 10, len(WORDS)))], k=rng.randint(1, 12))
        text = rng.choice((" ", " ", " ", "  ", "\n")).join(words)
        start = rng.randrange(len(words))
        behind = " ".join(words[start : start + rng.randint(1, 3)])
        asks = " ".join(rng.choices(WORDS[: rng.choice((6, len(WORDS)))], k=rng.randint(1, 5)))
        where = rng.choice((*Where, Where.AFTER))
        short += said(wish(asks, behind, where), Paragraph("p1", None, (Run(text),), SOURCE))
    assert short > 500


def test_most_of_the_insertions_that_are_generated_are_plain() -> None:
    made = asked(1_000, 200, 3)
    short = sum(said(each, made.old.paragraph(each.paragraphs[0])) for each in made.proposals)
    assert short > 900
