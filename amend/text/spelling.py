"""A word in, the spelling that it shares with its variants out: labour and labor."""

from __future__ import annotations

import re

# What begins the words of both spellings; a rule such as "our is or" would make four of for.
_STEMS = tuple(
    tuple(pair.split("/"))
    for pair in """
    labour/labor behaviour/behavior colour/color favour/favor harbour/harbor honour/honor
    neighbour/neighbor endeavour/endeavor vapour/vapor armour/armor rumour/rumor humour/humor
    centre/center metre/meter kilometre/kilometer litre/liter theatre/theater fibre/fiber
    travell/travel counsell/counsel labell/label modell/model fuell/fuel signall/signal
    channell/channel cancell/cancel fulfill/fulfil enrolment/enrollment skilful/skillful
    instalment/installment defence/defense offence/offense licence/license practise/practice
    programme/program judgement/judgment acknowledgement/acknowledgment ageing/aging
    sulphur/sulfur aluminium/aluminum catalogue/catalog dialogue/dialog paediatric/pediatric
    foetus/fetus foetal/fetal anaemi/anemi manoeuvr/maneuver focuss/focus towards/toward
    amongst/among whilst/while learnt/learned plough/plow grey/gray cheque/check
    """.split()
)
_SAID_WITH_S = re.compile(
    r"(?<=[a-z]{3}[iy])s(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational)$)"
)
# Their hyphen tells them from other words: to re-sign is not to resign.
_KEPT_APART = frozenset("re-sign re-form re-cover re-creation re-lease re-present re-mark".split())


def spelled(word: str) -> str:
    """Return the spelling that all variants of a comparison word share."""
    for one, other in _STEMS:
        if word.startswith(one):
            word = other + word[len(one) :]
            break
    return _SAID_WITH_S.sub("z", word) if "s" in word else word


def say_the_same(old: list[str], new: list[str]) -> bool:
    """Whether two lists of comparison words differ in spelling and hyphens alone.

    A hyphen may stand for a space or for nothing: co-operate, cooperate; well-being, well being.
    Without any hyphen nothing is joined or parted: "may be" is not "maybe".
    """
    if not old or not new:
        return False
    if len(old) == len(new) and all(
        one == other or spelled(one) == spelled(other) for one, other in zip(old, new, strict=True)
    ):
        return True
    return differ_in_hyphens(old, new)


def differ_in_hyphens(old: list[str], new: list[str]) -> bool:
    """Whether two word lists differ in hyphens, and in nothing but spelling besides."""
    if not any("-" in word for word in (*old, *new)) or _KEPT_APART.intersection((*old, *new)):
        return False
    one, other = _joined(old), _joined(new)
    return bool(one & other)


def _joined(words: list[str]) -> set[str]:
    """Write a word list without its hyphens, once with spaces in their place and once with none."""
    parts = [[spelled(part) for part in word.split("-")] for word in words]
    whole = [spelled(word.replace("-", "")) for word in words]
    return {" ".join(part for word in parts for part in word), " ".join(whole)}
