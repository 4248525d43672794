"""Prints how well amend finds, in Chile's final draft, the articles that were carried into it.

A lineage is carried where its `final_status` says Idéntico or Similar; the answer is that of
`amend.match.descent`, which sees the texts alone: the first text of every lineage of a commission,
or the last one it had, against that commission's articles of the final draft. Following the steps,
a lineage whose last step deletes the article has no text left. The threshold was set on commissions
1 and 2; commission 7 is told apart. Beside it: TF-IDF cosine and the share of words in common, each
with the threshold that is best for it on all commissions together, and what `amend.judge` says of
the first texts as new paragraphs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import amend
from amend.match.descent import CARRIED, FOLLOWED, descents
from amend.model.draft import Paragraph, Revision
from amend.model.proposal import Operation, Proposal
from amend.model.source import Run, Source
from amend.text.similarity import share_in_common
from amend.text.words import tokens
from bench.chile_steps import SHARED
from bench.measure import table

LEAST = {"first": CARRIED, "last": FOLLOWED}
_STATUS = re.compile(r"(?:Idéntico|Similar) a\s*(\d+)")
_HEADS = (
    "method, commissions", "n", "carried", "wrong", "missed", "precision", "recall", "F1", "AUC",
    "right article",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lineage:
    """An article's first text, its last one ("" if it was deleted), its final number or None."""

    uid: str
    first: str
    last: str
    final: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """How sure a method is that a text is carried, and into which article."""

    score: float
    article: str | None


Sets = Mapping[str, tuple[list[Lineage], Revision]]


def run(*, quick: bool = False) -> None:
    """Print quality by method, commission and text, then the lineages that were judged wrongly."""
    del quick
    if not SHARED.exists():
        print("\nskipped: the shared data is not there")
        return
    sets = {name: (lineages(name), final(name)) for name in "127"}
    for at in ("first", "last"):
        rows = list(_rows(at, sets))
        print(f"\ncarried or not, from the {at} text of a lineage\n\n{table(_HEADS, rows)}")
    for at in ("first", "last"):
        print(f"\njudged wrongly from the {at} text, with the gold and the likest article\n")
        for name in sets:
            print("\n".join(_wrong(_answered("amend", at, name, sets), LEAST[at])))


def lineages(commission: str) -> list[Lineage]:
    """Read the lineages of a commission, in the order of the file."""
    (path,) = SHARED.glob(f"comision-{commission}/*TRACK_full.json")
    return [_lineage(each) for each in json.loads(path.read_text(encoding="utf-8"))]


def _lineage(record: Mapping[str, Any]) -> Lineage:
    first = last = record.get("text") or ""
    for step in record.get("history") or ():
        is_whole = (step.get("target_scope") or "TOTAL") == "TOTAL"
        if (step.get("action") or "").upper() == "DELETE" and is_whole:
            last = step.get("content_snapshot") or ""
        else:
            last = step.get("content_snapshot") or last
    match = _STATUS.match(record["final_status"])
    return Lineage(record["article_uid"], first, last, match.group(1) if match else None)


def final(commission: str) -> Revision:
    """Read a commission's articles of the final draft; the id of each is its number there."""
    (path,) = SHARED.glob(f"comision-{commission}/*BORRADOR_final.json")
    articles = json.loads(path.read_text(encoding="utf-8"))
    paragraphs = tuple(
        Paragraph(each["article"].split(".")[0], None, (Run(each["text"]),), Source(path.name, n))
        for n, each in enumerate(articles, start=1)
    )
    return Revision("final draft", paragraphs)


def by_amend(texts: Sequence[str], draft: Revision) -> list[Answer]:
    """Ask the product which paragraph each text lives on in."""
    return [Answer(each.score, each.paragraph) for each in descents(texts, draft)]


def by_cosine(texts: Sequence[str], draft: Revision) -> list[Answer]:
    """Take the likeness alone: TF-IDF cosine, no look at rivals."""
    return [Answer(each.likeness, each.paragraph) for each in descents(texts, draft)]


def by_words(texts: Sequence[str], draft: Revision) -> list[Answer]:
    """Take the article that has most words in common, in order."""
    there = [(each.id, tokens(each.text)) for each in draft.paragraphs]
    split = [tokens(text) for text in texts]
    best = [max((share_in_common(words, other), name) for name, other in there) for words in split]
    return [Answer(*each) for each in best]


def by_judging(texts: Sequence[str], draft: Revision) -> list[Answer]:
    """Judge each text as a new paragraph: the share of its words that were taken."""
    base = Revision("none", ())
    source, operation = Source("", 1), Operation.INSERT_NEW_PARAGRAPH
    wanted = [
        Proposal(f"c{n}", ("Anyone",), operation, source, "none", text=text)
        for n, text in enumerate(texts)
    ]
    rulings = [each.rulings[0] for each in amend.judge(wanted, (base, draft))]
    return [
        Answer(each.taken.share, each.evidence[0].paragraph if each.evidence else None)
        for each in rulings
    ]


METHODS: Mapping[str, Callable[[Sequence[str], Revision], list[Answer]]] = {
    "amend": by_amend,
    "words proven (judge)": by_judging,
    "TF-IDF cosine": by_cosine,
    "words in common": by_words,
}


def _answered(method: str, at: str, name: str, sets: Sets) -> list[tuple[Lineage, Answer]]:
    found, draft = sets[name]
    texts = [getattr(each, at) for each in found]
    return list(zip(found, METHODS[method](texts, draft), strict=True))


def _rows(at: str, sets: Sets) -> Iterator[tuple[str, ...]]:
    for method in METHODS:
        told = {name: _answered(method, at, name, sets) for name in sets}
        every = [each for name in sets for each in told[name]]
        least = LEAST[at] if method == "amend" else _best(every)
        groups = {"1 and 2": told["1"] + told["2"], "7": told["7"], "all": every}
        for group, answers in groups.items():
            yield _row(f"{method}, {group}", answers, least)


def _row(name: str, answers: Sequence[tuple[Lineage, Answer]], least: float) -> tuple[str, ...]:
    true = [answer for lineage, answer in answers if lineage.final]
    said = sum(answer.score >= least for _, answer in answers)
    right = sum(answer.score >= least for answer in true)
    placed = sum(lineage.final == answer.article for lineage, answer in answers if lineage.final)
    shares = (right / said, right / len(true), 2 * right / (said + len(true)), _auc(answers))
    return (
        name, str(len(answers)), str(len(true)), str(said - right), str(len(true) - right),
        *(f"{share:.3f}" for share in (*shares, placed / len(true))),
    )  # fmt: skip


def _best(answers: Sequence[tuple[Lineage, Answer]]) -> float:
    """Return the threshold of the highest F1 on these very answers: the most a method can give."""
    true = sum(1 for lineage, _ in answers if lineage.final)
    ranked = sorted(((answer.score, bool(one.final)) for one, answer in answers), reverse=True)
    right, best = 0, (0.0, 0.0)
    for said, (score, is_true) in enumerate(ranked, start=1):
        right += is_true
        best = max(best, (2 * right / (said + true), score))
    return best[1]


def _auc(answers: Sequence[tuple[Lineage, Answer]]) -> float:
    """Return how often a carried lineage scores above one that was not; ties count half."""
    true = [answer.score for lineage, answer in answers if lineage.final]
    others = [answer.score for lineage, answer in answers if not lineage.final]
    wins = sum((one > other) + (one == other) / 2 for one in true for other in others)
    return wins / (len(true) * len(others))


def _wrong(answers: Sequence[tuple[Lineage, Answer]], least: float) -> Iterator[str]:
    for lineage, answer in answers:
        if (answer.score >= least) != bool(lineage.final):
            gold = f"carried into {lineage.final}" if lineage.final else "not carried"
            yield f"  {lineage.uid}: {gold}; {answer.article or 'none'} at {answer.score:.2f}"
