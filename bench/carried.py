"""Prints how well amend finds, in Chile's final draft, the articles that were carried into it.

A lineage is carried where its `final_status` says Idéntico or Similar; the answer is that of
`amend.match.descent`, which sees texts, numbers and the order of drafts alone: the first text of
every lineage of a commission, or the last one it had, against that commission's articles of the
final draft. The thresholds of amend are those it ships with, the middle of the range in which the
mean F1 of commissions 1 and 2 is within three points of its best: commission 1 is large, and its
texts are near the final draft already. Every other method is given its own, found the same way;
"at best" is F1 with the threshold that is best on the very answers of the row. Commission 7 is told
apart, and so is any other that is there. "Fitted elsewhere" is F1 where each fifth of commissions 1
and 2 is judged with the threshold that is best on the other four.

Where the gold itself is in doubt (`bench.carried_gold`), figures are given with it as it stands,
and again with those lineages left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import amend
from amend.match.descent import CARRIED, FOLLOWED, descents
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal
from amend.model.source import Source
from amend.text.similarity import share_in_common
from amend.text.words import tokens
from bench.carried_gold import DOUBTED, STANDING
from bench.chile_steps import SHARED
from bench.lineages import LEARNT, Lineage, State, commissions, final, lineages
from bench.measure import table

LEAST = {"first": CARRIED, "last": FOLLOWED}
_FOLDS = 5
_LOSS = 0.03
_HEADS = (
    "method, commissions", "n", "carried", "found", "wrong", "missed", "precision", "recall", "F1",
    "at best", "fitted elsewhere", "AUC", "right article",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """How sure a method is that a text is carried, and into which article."""

    score: float
    article: str | None


Told = Sequence[tuple[Lineage, Answer]]
Sets = Mapping[str, tuple[list[Lineage], Revision]]


def run(*, quick: bool = False) -> None:
    """Print quality by method, commission and text, then the lineages that were judged wrongly."""
    del quick
    if not SHARED.exists():
        print("\nskipped: the shared data is not there")
        return
    sets = {name: (lineages(name), final(name)) for name in commissions()}
    for at in LEAST:
        rows = list(_rows(at, sets))
        print(f"\ncarried or not, from the {at} text of a lineage\n\n{table(_HEADS, rows)}")
    print(f"\nthresholds that serve commissions 1 and 2 alike\n\n{_thresholds(sets)}")
    for at in LEAST:
        print(f"\njudged wrongly from the {at} text, with the gold and the nearest article\n")
        for name in sets:
            print("\n".join(_wrong(_answered("amend", at, name, sets), LEAST[at])))
    print("\nthe gold in doubt: why\n")
    print("\n".join(f"  {uid}: {reason}" for uid, reason in DOUBTED.items()))


def by_amend(states: Sequence[State], draft: Revision) -> list[Answer]:
    """Ask the product which paragraph each text lives on in, with all it may be told."""
    found = descents(
        [each.text for each in states], draft,
        labels=[each.label for each in states], stood=[each.stood for each in states],
    )  # fmt: skip
    return [Answer(each.score, each.paragraph) for each in found]


def by_texts(states: Sequence[State], draft: Revision) -> list[Answer]:
    """Ask the product with the texts and their drafts, without numbers."""
    found = descents([each.text for each in states], draft, stood=[each.stood for each in states])
    return [Answer(each.score, each.paragraph) for each in found]


def by_cosine(states: Sequence[State], draft: Revision) -> list[Answer]:
    """Take the likeness alone: TF-IDF cosine, no look at rivals."""
    found = descents([each.text for each in states], draft)
    return [Answer(each.likeness, each.paragraph) for each in found]


def by_words(states: Sequence[State], draft: Revision) -> list[Answer]:
    """Take the article that has most words in common, in order."""
    there = [(each.id, tokens(each.text)) for each in draft.paragraphs]
    split = [tokens(each.text) for each in states]
    best = [max((share_in_common(words, other), name) for name, other in there) for words in split]
    return [Answer(*each) for each in best]


def by_judging(states: Sequence[State], draft: Revision) -> list[Answer]:
    """Judge each text as a new paragraph: the share of its words that were taken."""
    base = Revision("none", ())
    source, operation = Source("", 1), Operation.INSERT_NEW_PARAGRAPH
    wanted = [
        Proposal(f"c{n}", ("Anyone",), operation, source, "none", text=each.text)
        for n, each in enumerate(states)
    ]
    rulings = [each.rulings[0] for each in amend.judge(wanted, (base, draft))]
    return [
        Answer(each.taken.share, each.evidence[0].paragraph if each.evidence else None)
        for each in rulings
    ]


METHODS: Mapping[str, Callable[[Sequence[State], Revision], list[Answer]]] = {
    "amend": by_amend,
    "amend, no numbers": by_texts,
    "words proven (judge)": by_judging,
    "TF-IDF cosine": by_cosine,
    "words in common": by_words,
}


def _answered(method: str, at: str, name: str, sets: Sets) -> Told:
    found, draft = sets[name]
    states = [each.first if at == "first" else each.last for each in found]
    return list(zip(found, METHODS[method](states, draft), strict=True))


def _rows(at: str, sets: Sets) -> Iterator[tuple[str, ...]]:
    for method in METHODS:
        told = {name: _answered(method, at, name, sets) for name in sets}
        learnt = [each for name in LEARNT for each in told[name]]
        every = [each for name in sets for each in told[name]]
        least = LEAST[at] if method == "amend" else middle([told[name] for name in LEARNT])
        yield _row(f"{method}, 1 and 2", learnt, least, f"{fitted_elsewhere(learnt):.3f}")
        for name in sets:
            if name not in LEARNT:
                yield _row(f"{method}, {name}", told[name], least)
        yield _row(f"{method}, all", every, least)
        if method == "amend":
            for without, doubted in (("failed but standing", STANDING), ("any doubt", DOUBTED)):
                sure = [each for each in every if each[0].uid not in doubted]
                yield _row(f"{method}, all, without {without}", sure, least)


def _thresholds(sets: Sets) -> str:
    """Set ours beside the range in which the mean F1 of both commissions is near its best."""
    rows = []
    for at, least in LEAST.items():
        groups = [_answered("amend", at, name, sets) for name in LEARNT]
        found = (*broad(groups), middle(groups), least)
        rows.append((at, *(f"{each:.2f}" for each in found)))
    return table(("text", "from", "to", "middle", "ours"), rows)


def broad(groups: Sequence[Told]) -> tuple[float, float]:
    """Return the range round the best threshold in which the groups' mean F1 loses little."""
    steps = [step / 100 for step in range(4, 96)]
    means = [sum(f1(told, least) for told in groups) / len(groups) for least in steps]
    first = last = means.index(max(means))
    while first and means[first - 1] >= max(means) - _LOSS:
        first -= 1
    while last + 1 < len(steps) and means[last + 1] >= max(means) - _LOSS:
        last += 1
    return steps[first], steps[last]


def middle(groups: Sequence[Told]) -> float:
    """Return the middle of that range."""
    return sum(broad(groups)) / 2


def f1(told: Told, least: float) -> float:
    """Return F1 of the answers at a threshold."""
    said = sum(answer.score >= least for _, answer in told)
    right = sum(answer.score >= least for lineage, answer in told if lineage.final)
    return 2 * right / max(said + sum(1 for one, _ in told if one.final), 1)


def _row(name: str, told: Told, least: float, fitted: str = "") -> tuple[str, ...]:
    true = [answer for lineage, answer in told if lineage.final]
    said = sum(answer.score >= least for _, answer in told)
    right = sum(answer.score >= least for answer in true)
    placed = sum(lineage.final == answer.article for lineage, answer in told if lineage.final)
    shares = (right / max(said, 1), right / len(true), 2 * right / (said + len(true)))
    return (
        name, str(len(told)), str(len(true)), str(right), str(said - right),
        str(len(true) - right), *(f"{share:.3f}" for share in shares),
        f"{f1(told, best(told)):.3f}", fitted,
        f"{area(told):.3f}", f"{placed / len(true):.3f}",
    )  # fmt: skip


def best(told: Told) -> float:
    """Return the threshold of the highest F1 on these answers."""
    true = sum(1 for lineage, _ in told if lineage.final)
    ranked = sorted(((answer.score, bool(one.final)) for one, answer in told), reverse=True)
    right, found = 0, (0.0, 0.0)
    for said, (score, is_true) in enumerate(ranked, start=1):
        right += is_true
        found = max(found, (2 * right / (said + true), score))
    return found[1]


def fitted_elsewhere(told: Told) -> float:
    """Return F1 where each fifth of the answers is judged by what is best on the others."""
    said = right = 0
    for fold in range(_FOLDS):
        least = best([each for n, each in enumerate(told) if n % _FOLDS != fold])
        over = [one for one, answer in told[fold::_FOLDS] if answer.score >= least]
        said += len(over)
        right += sum(1 for one in over if one.final)
    return 2 * right / (said + sum(1 for one, _ in told if one.final))


def area(told: Told) -> float:
    """Return how often a carried lineage scores above one that was not; ties count half."""
    true = [answer.score for lineage, answer in told if lineage.final]
    others = [answer.score for lineage, answer in told if not lineage.final]
    wins = sum((one > other) + (one == other) / 2 for one in true for other in others)
    return wins / (len(true) * len(others))


def _wrong(told: Told, least: float) -> Iterator[str]:
    for lineage, answer in told:
        if (answer.score >= least) != bool(lineage.final):
            gold = f"carried into {lineage.final}" if lineage.final else "not carried"
            doubt = " (gold in doubt)" if lineage.uid in DOUBTED else ""
            said = f"{answer.article or 'none'} at {answer.score:.2f}"
            yield f"  {lineage.uid}: {gold}{doubt}; {said}"
