"""Prints how fast operations are read from prose: real drafts and letters, taken as letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time

from amend.model.draft import Revision
from amend.parse.draft import parse
from amend.parse.index import Base
from amend.parse.passages import Passage, blocks_of, passages
from amend.parse.prose import Origin, read_prose
from amend.read.txt import read_text
from bench.generate import generate
from bench.measure import table

SHARED = Path(__file__).parents[1] / ".." / "shared" / "data"
_REAL = (
    ("Paris drafts", "en", "paris/*-201?.md"),
    ("BBNJ, English", "en", "bbnj/*-en.txt"),
    ("BBNJ, French", "fr", "bbnj/*-fr.txt"),
    ("BBNJ, Spanish", "es", "bbnj/*-es.txt"),
    ("discussion page", "en", "seed/*.txt"),
)
_DRAFT = (
    "9. We commit to protect rivers.\n\n10. We decide to meet.\n\n11. We decide:\n\n(a) to act."
)
_ASKED = (
    'In para 9, replace "rivers" by "lakes and rivers".',
    'We propose to add "each year" at the end of para 10.',
    "Delete para 11 (a).",
    "We support para 9 as it stands.",
)
_PARAGRAPHS = 2_000
_QUICK = 100
_EVERY = 10
_ROUNDS = 5
_HEADS = ("text", "MB", "operations", "notices", "MB a second")


def run(*, quick: bool = False) -> None:
    """Print a row for each text: its size, what was read in it, and the speed."""
    base = parse(read_text(_DRAFT), "Rev 1")
    count = _QUICK if quick else _PARAGRAPHS
    texts = {
        "letters that ask nothing": ("en", ["\n\n".join(_prose(count))]),
        "letters, a wish in eleven": ("en", ["\n\n".join(_letters(count))]),
        "wishes only": ("en", ["\n\n".join(islice(cycle(_ASKED), count))]),
    }
    if not quick:
        texts |= {name: (language, found) for name, language, found in _real() if found}
    rows = [_row(name, *each, base, 1 if quick else _ROUNDS) for name, each in texts.items()]
    print(f"\npassages and operations, processor time\n\n{table(_HEADS, rows)}")


def _prose(count: int) -> Iterator[str]:
    return (each.text for each in generate(count).old)


def _letters(count: int) -> Iterator[str]:
    """Yield paragraphs of prose that ask for nothing, each tenth followed by one that does."""
    asked = cycle(_ASKED)
    for place, text in enumerate(_prose(count)):
        yield text
        if place % _EVERY == 0:
            yield next(asked)


def _real() -> Iterable[tuple[str, str, list[str]]]:
    for name, language, pattern in _REAL:
        yield name, language, [each.read_text("utf-8") for each in sorted(SHARED.glob(pattern))]


def _said(text: str) -> list[Passage]:
    return passages(blocks_of(text))


def _row(
    name: str, language: str, texts: list[str], base: Revision, rounds: int
) -> tuple[str, ...]:
    size = sum(len(text.encode()) for text in texts) / 1e6
    origin = Origin(("Delta",), language=language)
    spent = []
    for _ in range(rounds):
        start = process_time()
        found = [read_prose(_said(text), Base(base), origin) for text in texts]
        spent.append(process_time() - start)
    asked = sum(len(each.proposals) for each in found)
    told = sum(len(each.notices) for each in found)
    return name, f"{size:.2f}", f"{asked:,}", f"{told:,}", f"{size / median(spent):.2f}"
