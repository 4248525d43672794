"""Prints how many amendment steps of Chile's Constitutional Convention `amend.apply` reproduces.

Each step of a lineage is put as a person would say it: the verb of its action in Spanish, its
`placement_instructions` and scope, its words in quotation marks. The sentence is read by the
ordinary reader of prose against a draft that holds the article as it stood before; the proposals
are applied, and what comes out is set against the text after.

Conventions. The text before is the snapshot of the step before, or the lineage's `text`; the text
after is the step's own snapshot. Both are compared sign by sign once spaces are evened out and
quotation marks, apostrophes and dashes are unified; "words" leaves out the other signs and letter
case as well. A wrong text is told if the reader or `apply` gave a notice, and silent without one. A
step counts if it has an action, a text before, a text after, and words to put in or to take out,
or a part that is to go. Steps are undecidable where nobody who reads them could reach the gold,
told without a look at what amend makes of them: the snapshot is equal to the text before, is
another article, has other words than asked for, or changes more than the step says; the words to go
do not stand before; no place is named. Deletions of whole articles of commission 7 have no snapshot
and are left out: there is nothing to compare. The rules were set on commissions 1 and 2, commission
7 is told apart; it was looked at for the heads of its quoted articles and for this bench's wording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from amend.labels import Label
from amend.match.apply import apply
from amend.model.draft import Paragraph, Revision
from amend.model.source import Run, Source
from amend.parse.index import Base
from amend.parse.passages import Passage
from amend.parse.prose import Origin, read_prose
from amend.text.words import tokens
from bench.chile_steps import ACTIONS, ARTICLE, SHARED, Step, even, sentence, slip, steps
from bench.measure import table

_QUICK = 60
_HEADS = (
    "action",
    "n",
    "exact",
    "words",
    "wrong, told",
    "wrong, silent",
    "not applied",
    "baseline",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What amend made of a step; `slip` says why the gold cannot be reached, or is ""."""

    step: Step
    sentence: str
    result: str
    is_told: bool
    slip: str
    notices: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the text after came out, spaces and typography aside."""
        return even(self.result) == even(self.step.after)

    @property
    def is_applied(self) -> bool:
        """Whether anything was changed."""
        return even(self.result) != even(self.step.before)


def run(*, quick: bool = False) -> None:
    """Print a table over all steps and over the decidable ones, for each group of commissions."""
    if not SHARED.exists():
        print("\nskipped: the shared data is not there")
        return
    found = list(steps())
    outcomes = [outcome(each) for each in (found[:: len(found) // _QUICK] if quick else found)]
    for name, commissions in (("commissions 1 and 2", "12"), ("commission 7", "7")):
        those = [each for each in outcomes if each.step.commission in commissions]
        print(f"\n{name}, all steps\n\n{table(_HEADS, rows(those))}")
        decidable = [each for each in those if not each.slip]
        print(f"\n{name}, the decidable ones\n\n{table(_HEADS, rows(decidable))}")
        slips = Counter(each.slip for each in those if each.slip)
        print("\nundecidable: " + "; ".join(f"{n} {slip}" for slip, n in slips.most_common()))


def outcome(step: Step) -> Outcome:
    """Read the sentence of a step, apply it, and say what became of the article."""
    base = article(step.before)
    said = sentence(step)
    found = read_prose(
        [Passage(said, Source("step", 1))], Base(base), Origin(("Chile",), language="es")
    )
    made = apply(base, found.proposals)
    notices = [str(each) for each in (*found.notices, *made.notices)]
    result = made.paragraphs[0].after
    return Outcome(step, said, result, bool(notices), slip(step), tuple(notices))


def article(text: str) -> Revision:
    """Return a draft of one article."""
    label = Label.parse(f"Article {ARTICLE}")
    paragraph = Paragraph("article", label, (Run(text),), Source("before", 1))
    return Revision("before", (paragraph,), language="es")


def baseline(step: Step) -> str:
    """What plain string handling makes of a step: replace, cut out, or put at the end."""
    if step.action == "substitution" and not step.removed:
        return step.content
    if step.removed and step.removed.strip() in step.before:
        return step.before.replace(step.removed.strip(), step.content.strip())
    return f"{step.before} {step.content}".strip()


def rows(outcomes: Iterable[Outcome]) -> list[tuple[str, ...]]:
    """One row for each action, and one for all."""
    those = list(outcomes)
    names = dict.fromkeys(ACTIONS.values())
    groups = [(name, [each for each in those if each.step.action == name]) for name in names]
    whole = [each for each in those if each.step.scope == "TOTAL"]
    groups.insert(0, ("whole articles", whole))
    added = [each for each in those if each.step.action == "addition"]
    parts = [each for each in added if each.step.scope.startswith("INCISO")]
    groups.insert(3, ("- of parts", parts))
    groups.insert(4, ("- of words", [each for each in added if each not in parts]))
    return [_row(name, found) for name, found in [*groups, ("all", those)] if found]


def _row(name: str, found: list[Outcome]) -> tuple[str, ...]:
    count = len(found)
    exact = sum(each.is_exact for each in found)
    same = sum(tokens(each.result) == tokens(each.step.after) for each in found)
    wrong = [each for each in found if each.is_applied and not _is_right(each)]
    told = sum(each.is_told for each in wrong)
    idle = sum(not each.is_applied and not each.is_exact for each in found)
    plain = sum(even(baseline(each.step)) == even(each.step.after) for each in found)
    shares = (f"{100 * each / count:.0f} %" for each in (exact, same))
    silent = len(wrong) - told
    return (
        name,
        str(count),
        *shares,
        str(told),
        str(silent),
        str(idle),
        f"{100 * plain / count:.0f} %",
    )


def _is_right(each: Outcome) -> bool:
    """Signs alone make no application wrong."""
    return tokens(each.result) == tokens(each.step.after)
