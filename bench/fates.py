"""Prints how often a fate is right: generated proposals, controls, each operation; and the time.

Precision of the adopted classes stands first: a wrong "adopted" is worse than any silence. The
peers see the later draft alone, as search and similarity do: the words as a substring of a
paragraph, and rapidfuzz's partial_ratio with the threshold that is best for it on these very
proposals; the latter on a sample, for it compares every proposal with every paragraph.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

import amend
from amend import pipeline
from amend.model.ruling import STANDING, Course, Fate
from amend.text.words import tokens
from bench.asking import CASES, Case, Round, asked
from bench.controls import DATA, adopted, chileans, controls, drafts, strangers
from bench.drafts import Numbers, as_text
from bench.generate import generate
from bench.instructions import run_table
from bench.judging import judged
from bench.measure import table, times
from bench.operations import operations

_SIZES = ((2_000, 1_000), (20_000, 5_000))
_QUICK = ((500, 250),)
_SEED = 2026
_SAMPLE = 100
_HEADS = (
    "set, method",
    "n",
    "precision",
    "recall",
    "F1",
    "false adopted",
    "already there credited",
)
_STEPS = ("proposals", "paragraphs", "splitting", "aligning", "judging", "judging / splitting")


def run(*, quick: bool = False) -> None:
    """Print all tables; `quick` judges a few hundred generated proposals only."""
    rows, spent, confusion = [], [], []
    for count, size in _QUICK if quick else _SIZES:
        made = asked(count, size, _SEED)
        courses, seconds = _judged(made)
        rows += list(_quality(made, courses))
        spent.append((f"{count:,}", f"{size:,}", *seconds))
        confusion.append((f"{count:,} x {size:,}", _confusion(made, courses)))
    print(
        f"\ngenerated proposals, 5 to 40 words, five cases in equal parts\n\n{table(_HEADS, rows)}"
    )
    for title, found in confusion:
        print(f"\nwhat became of them, and what was said: {title}\n\n{found}")
    print(f"\nprocessor time, one process\n\n{table(_STEPS, spent)}")
    size = 250 if quick else 1_000
    print(f"\nevery operation, generated drafts of {size} paragraphs\n\n{_by_operation(size)}")
    written = run_table(quick=quick)
    print(f"\ninstructions as people write them, read and judged, three languages\n\n{written}")
    if DATA.exists() and not quick:
        print(f"\nproposals of other processes, judged against the Paris drafts\n\n{_controls()}")


def _judged(made: Round) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    courses, spent = judged(made)
    told = (f"{seconds:.2f} s" for seconds in spent)
    return courses, (*told, times(spent.judging, spent.splitting))


def _quality(made: Round, courses: Sequence[Course]) -> Iterator[tuple[str, ...]]:
    said = [course.rulings[-1].fate in STANDING for course in courses]
    name = f"{len(courses):,} x {len(made.old.paragraphs):,}"
    yield _row(f"{name}, amend", made, said)
    pages = [" ".join(tokens(each.text)) for each in made.new.paragraphs]
    asked_for = [" ".join(tokens(each.text)) for each in made.proposals]
    chosen = random.Random(_SEED).sample(range(len(asked_for)), min(_SAMPLE, len(asked_for)))
    sample = Round(made.old, made.new, tuple(made.askings[n] for n in chosen))
    page = "\n".join(pages)
    yield _row(f"{name}, substring", made, [words in page for words in asked_for])
    near = [_likest(words, pages) for words in (asked_for[n] for n in chosen)]
    least = _best(sample, near)
    yield _row(f"{name}, partial_ratio from {least:.0f}", sample, [each >= least for each in near])


def _likest(words: str, pages: Sequence[str]) -> float:
    found = process.extractOne(words, pages, scorer=fuzz.partial_ratio)
    return float(found[1])


def _best(made: Round, scores: Sequence[float]) -> float:
    """Return the threshold of the highest F1 on these very proposals."""
    true = [each.case.is_adopted for each in made.askings]

    def f1(least: float) -> float:
        said = [score >= least for score in scores]
        right = sum(one and other for one, other in zip(said, true, strict=True))
        return 2 * right / (sum(said) + sum(true))

    return max(sorted(set(scores)), key=f1)


def _row(name: str, made: Round, said: Sequence[bool]) -> tuple[str, ...]:
    pairs = list(zip(made.askings, said, strict=True))
    right = sum(is_said for one, is_said in pairs if one.case.is_adopted)
    true = sum(one.case.is_adopted for one, _ in pairs)
    refused = [is_said for one, is_said in pairs if not one.case.is_adopted]
    present = [is_said for one, is_said in pairs if one.case is Case.PRESENT]
    total = sum(said)
    shares = (right / total if total else 0.0, right / true, 2 * right / (total + true))
    return (
        name, f"{len(pairs):,}", *(f"{share:.4f}" for share in shares),
        f"{sum(refused)} = {sum(refused) / len(refused):.2%}",
        f"{sum(present)} = {sum(present) / len(present):.2%}",
    )  # fmt: skip


def _confusion(made: Round, courses: Sequence[Course]) -> str:
    pairs = zip(made.askings, courses, strict=True)
    count = Counter((one.case, course.rulings[-1].fate) for one, course in pairs)
    fates = [fate for fate in Fate if any(count[case, fate] for case in CASES)]
    rows = [(fate.value, *(str(count[case, fate]) for case in CASES)) for fate in fates]
    return table(("said", *(case.value for case in CASES)), rows)


def _by_operation(size: int) -> str:
    pair = generate(size, _SEED)
    old, new = (
        amend.read_text(as_text(side, Numbers.TYPED), name=name)
        for side, name in ((pair.old, "Rev 1"), (pair.new, "Rev 2"))
    )
    alignment = amend.align(old, new)
    rows = []
    for name, cases in operations(pair, old, new).items():
        wanted = [proposal for proposal, _ in cases]
        courses = pipeline.judge(wanted, (old, new), alignments=(alignment,))
        said = [each.rulings[-1].fate in STANDING for each in courses]
        true = [is_granted for _, is_granted in cases]
        right = sum(one and other for one, other in zip(said, true, strict=True))
        precision, recall = right / max(sum(said), 1), right / max(sum(true), 1)
        rows.append((name, str(len(cases)), str(sum(true)), str(sum(said) - right),
                     str(sum(true) - right), f"{precision:.3f}", f"{recall:.3f}"))  # fmt: skip
    heads = ("operation", "n", "granted", "wrong", "missed", "precision", "recall")
    return table(heads, rows)


def _controls() -> str:
    revisions, texts = drafts(), strangers()
    rows = []
    for first in (0, 2):
        told = revisions[first:]
        for name, wanted in controls(told[0], texts).items():
            rows.append(_control(f"{name}, from {told[0].name}", amend.judge(wanted, told)))
    spanish = controls(revisions[0], chileans())["new paragraphs"]
    rows.append(_control("articles of Chile", amend.judge(spanish, revisions)))
    return table(("proposals", "n", "adopted in any degree", "share"), rows)


def _control(name: str, courses: Sequence[Course]) -> tuple[str, ...]:
    count = sum(1 for _ in adopted(courses))
    return name, str(len(courses)), str(count), f"{count / len(courses):.2%}"
