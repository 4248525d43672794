"""The runs of a legend in, the rules that it shows instead of saying them, out.

"Additions" is itself underlined, or a sample stands beside what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from amend.model.marks import FLAGS, Meaning, Rule, Sign
from amend.model.source import GROUNDS, LETTERS, Look, Run
from amend.parse.legend_rules import Item
from amend.parse.legend_words import CALLED, THUS

_MOST_SAMPLE_WORDS = 6
_MARKING = Look.BOLD | Look.ITALIC | Look.UNDERLINE | Look.STRIKE | Look.COLOUR | Look.HIGHLIGHT


def shown(
    text: str, runs: Sequence[Run], items: Sequence[Item], worded: set[Meaning]
) -> list[Rule]:
    """Read looks that a legend shows instead of naming them: "additions" itself underlined."""
    is_called = re.search(f"{CALLED}|{THUS}|=", text, re.IGNORECASE) is not None
    meant = [each for each in items if each.meaning and each.meaning not in worded]
    common = _common(runs)
    found: list[Rule] = []
    for item in meant:
        look = _look_at(runs, item.start, item.end) & ~common
        if look & _MARKING and item.meaning is not None:
            found.append(Rule(sign_of(look), item.meaning))
        elif is_called and (sign := _sample(text, runs, item, common)) and item.meaning is not None:
            found.append(Rule(sign, item.meaning))
    kinds = {each.meaning for each in found}
    are_told_apart = {Meaning.ADD, Meaning.DELETE} <= kinds and len(
        {str(r.sign) for r in found}
    ) > 1
    return found if is_called or are_told_apart else []


def _common(runs: Iterable[Run]) -> Look:
    looks = [run.look for run in runs if run.text.strip()]
    common = looks[0] if looks else Look.PLAIN
    for each in looks:
        common &= each
    return common


def _look_at(runs: Iterable[Run], start: int, end: int) -> Look:
    """Return the looks that all words between two places share."""
    offset, inside = 0, []
    for run in runs:
        low, high = max(start, offset), min(end, offset + len(run.text))
        if low < high and run.text[low - offset : high - offset].strip():
            inside.append(run)
        offset += len(run.text)
    return _common(inside)


def _sample(text: str, runs: Sequence[Run], item: Item, common: Look) -> Sign | None:
    """Find the few words before "= delete", or behind "delete:", that are set as an example."""
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        look = run.look & ~common & _MARKING
        is_short = 0 < len(run.text.split()) <= _MOST_SAMPLE_WORDS
        gap = text[end : item.start] if end <= item.start else text[item.end : offset]
        if look and is_short and re.fullmatch(r"[\s:=–—>→()-]*", gap) and gap.strip():
            return sign_of(run.look & ~common)
        offset = end
    return None


def sign_of(look: Look) -> Sign:
    """Return the sign that asks for all that is peculiar in a look, its hues among them."""
    looks = Look.PLAIN
    for flag in FLAGS.values():
        looks |= look & flag
    letters = next((name for name, each in LETTERS.items() if Sign(letters=name).is_on(look)), "")
    ground = next((name for name, each in GROUNDS.items() if Sign(ground=name).is_on(look)), "")
    return Sign(looks, letters, ground)
