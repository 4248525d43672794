"""Prints how fast references are read, from invented and real texts, and what the table says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import process_time

from amend.parse.references import references
from bench.generate import generate
from bench.measure import table

SHARED = Path(__file__).parents[1] / ".." / "shared" / "data"
_REAL = (
    ("Paris drafts", "en", "paris/*.md"),
    ("BBNJ, English", "en", "bbnj/*-en.txt"),
    ("BBNJ, French", "fr", "bbnj/*-fr.txt"),
    ("BBNJ, Spanish", "es", "bbnj/*-es.txt"),
    ("discussion page", "en", "seed/*.txt"),
)
_PARAGRAPHS = 2000
_QUICK = 100
_ROUNDS = 5
_HEADS = ("text", "MB", "references", "MB a second")


def run(*, quick: bool = False) -> None:
    """Print a row for each text, then how many rows of the shared table hold."""
    texts = {"invented, one each": ("en", _invented(_QUICK if quick else _PARAGRAPHS))}
    texts |= {name: (language, found) for name, language, found in _real() if found and not quick}
    rows = [_row(name, *each, 1 if quick else _ROUNDS) for name, each in texts.items()]
    print(f"\nparagraph by paragraph, processor time\n\n{table(_HEADS, rows)}")
    if (SHARED / "tables").exists():
        held, of = _held()
        print(f"\nrows of the shared table that hold: {held} of {of}")


def _invented(count: int) -> list[str]:
    """Return paragraphs of about 110 words that name a paragraph or two of their draft."""
    old = generate(count).old
    return [
        f"{each.text} This follows paragraphs {place % 90 + 1} and {place % 90 + 2} bis."
        for place, each in enumerate(old)
    ]


def _real() -> Iterable[tuple[str, str, list[str]]]:
    for name, language, pattern in _REAL:
        lines = [
            line
            for path in sorted(SHARED.glob(pattern))
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
        yield name, language, lines


def _read(language: str, texts: Iterable[str]) -> int:
    return sum(len(references(text, language)) for text in texts)


def _row(name: str, language: str, texts: list[str], rounds: int) -> tuple[str, ...]:
    size = sum(len(text.encode()) for text in texts) / 1e6
    spent = []
    for _ in range(rounds):
        start = process_time()
        found = _read(language, texts)
        spent.append(process_time() - start)
    return name, f"{size:.2f}", f"{found:,}", f"{size / median(spent):.1f}"


def _held() -> tuple[int, int]:
    path = SHARED / "tables" / "references.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return sum(_named(row[0]) == row[1] for row in rows), len(rows)


def _named(phrase: str) -> str:
    labels = (label for each in references(phrase) for label in each.labels)
    return "|".join(dict.fromkeys(map(str, labels)))
