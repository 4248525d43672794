"""Blocks with looks and the base in, the one reading of the looks that gives the base back out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amend.model.marks import FLAGS, Marks, Meaning, Rule, Sign
from amend.model.source import Block, BlockKind, Look
from amend.parse.fitting import Fit, Fitted, Touchstone
from amend.parse.shown_looks import sign_of

# Marks in that many blocks tell what they mean; more only cost time.
_ENOUGH = 60
_MOST_SIGNS = 3
_BORNE_OUT = 0.5
_STRIKE = Rule(Sign(Look.STRIKE), Meaning.DELETE)
_SETS_OFF = Look.BOLD | Look.ITALIC | Look.UNDERLINE | Look.COLOUR | Look.HIGHLIGHT


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading of looks: its rules, and how many of the blocks it marks then read as the base.

    `rival` is another reading that fits as well and asks for other words; then neither is sure.
    """

    marks: Marks
    fitting: int
    asked: int
    rival: Marks | None = None


@dataclass(frozen=True, slots=True)
class _Trial:
    """What one reading makes of the blocks, each held against the base."""

    marks: Marks
    fitted: tuple[Fitted, ...]

    @property
    def fitting(self) -> int:
        return sum(1 for each in self.fitted if each.fit is Fit.EXACT)

    @property
    def asked(self) -> int:
        return sum(1 for each in self.fitted if each.fit not in {Fit.PLAIN, Fit.NEW})

    @property
    def rank(self) -> tuple[int, int, int]:
        """More blocks that fit, fewer that do not, then the sign that asks for most."""
        weight = min((each.sign.weight for each in self.marks.adds), default=0)
        return self.fitting, -self.asked, weight

    @property
    def makes(self) -> list[tuple[str, str]]:
        """What it makes of the blocks that fit: their words before and after."""
        return [(e.block.before, e.block.after) for e in self.fitted if e.fit is Fit.EXACT]


def guess(blocks: Sequence[Block], held: Touchstone) -> Guess | None:
    """Find what looks mean; None where no reading gives the words of the base back.

    Deletions are struck; colour alone is never taken for one.
    """
    marked = [block for block in blocks if _may_be_marked(block) and not held.holds(block)]
    marked += [block for block in blocks if _is_struck(block) and held.holds(block)]
    sample = marked[:_ENOUGH]
    if not sample:
        return None
    signs = list(_signs(sample))
    trials = [_try([], sample, held), *(_try([sign], sample, held) for sign in signs)]
    best = max(trials, key=lambda each: each.rank)
    if not best.fitting:
        return None
    best = _widened(best, signs, sample, held)
    whole = _try([each.sign for each in best.marks.adds], marked, held)
    if not whole.fitting or whole.fitting < _BORNE_OUT * whole.asked:
        return None
    rivals = [each for each in trials if each.fitting == best.fitting and each.makes != best.makes]
    rival = rivals[0].marks if rivals else _of_colours(best)
    return Guess(_named(whole), whole.fitting, whole.asked, rival)


def _may_be_marked(block: Block) -> bool:
    if block.kind not in {BlockKind.BODY, BlockKind.HEADING}:
        return False
    looks = {run.look & _SETS_OFF for run in block.runs if run.text.strip()}
    return _is_struck(block) or len(looks) > 1


def _is_struck(block: Block) -> bool:
    return any(run.look & Look.STRIKE and run.text.strip() for run in block.runs)


def _signs(blocks: Sequence[Block]) -> Iterator[Sign]:
    """Name each way in which words are set off, alone and together with others."""
    looks = {run.look for block in blocks for run in block.runs if run.text.strip()}
    found: dict[Sign, None] = {}
    for look in sorted(looks):
        if look & Look.STRIKE or not look & _SETS_OFF:
            continue
        whole = sign_of(look)
        found.update(dict.fromkeys(Sign(flag) for flag in FLAGS.values() if look & flag))
        found[whole] = None
        if whole.letters:
            found[Sign(Look.COLOUR, letters=whole.letters)] = None
        if whole.ground:
            found[Sign(Look.HIGHLIGHT, ground=whole.ground)] = None
    yield from found


def _try(signs: Sequence[Sign], blocks: Sequence[Block], held: Touchstone) -> _Trial:
    marks = Marks((*(Rule(sign, Meaning.ADD) for sign in signs), _STRIKE))
    fitted = tuple(held.fitted(block, held.read(block, marks)) for block in blocks)
    return _Trial(marks, fitted)


def _widened(
    best: _Trial, signs: Sequence[Sign], blocks: Sequence[Block], held: Touchstone
) -> _Trial:
    """Let a second sign mean an addition, too, where more blocks then fit."""
    while len(best.marks.adds) < _MOST_SIGNS:
        own = [each.sign for each in best.marks.adds]
        wider = [_try([*own, sign], blocks, held) for sign in signs if sign not in own]
        better = max(wider, key=lambda each: each.rank, default=best)
        if better.fitting <= best.fitting:
            return best
        best = better
    return best


def _of_colours(best: _Trial) -> Marks | None:
    """Words in another colour right beside an addition may be those it replaces."""
    for each in best.fitted:
        if each.fit is not Fit.EXACT or any(run.deleted for run in each.block.runs):
            continue
        runs = [run for run in each.block.runs if run.text.strip()]
        for one, other in pairwise(runs):
            kept, new = (one, other) if other.inserted else (other, one)
            hue = kept.look & (Look.COLOUR | Look.HIGHLIGHT)
            if (
                new.inserted
                and not kept.inserted
                and hue
                and sign_of(kept.look) != sign_of(new.look)
            ):
                deletion = Rule(sign_of(kept.look), Meaning.DELETE)
                return replace(best.marks, rules=(*best.marks.adds, deletion))
    return None


def _named(trial: _Trial) -> Marks:
    """Name only the signs that some words bear: all that the additions share, where it is one."""
    runs = [run for each in trial.fitted if each.fit is Fit.EXACT for run in each.block.runs]
    new = [run.look for run in runs if run.inserted]
    rules = [each for each in trial.marks.adds if any(each.sign.is_on(look) for look in new)]
    if len(rules) == 1:
        common = new[0]
        for look in new:
            common &= look
        shared = sign_of(common)
        rules = [Rule(shared, Meaning.ADD)] if shared.weight >= rules[0].sign.weight else rules
    struck = (_STRIKE,) if any(run.deleted for run in runs) else ()
    return Marks((*rules, *struck) or (_STRIKE,))
