"""What was taken in, remarks on its strength out: a verb lost or exchanged, a qualifier put in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from amend.match.lineage import Stretch
from amend.match.measure import Taken
from amend.text.scale import Scale, Weighty
from amend.text.told import pattern, told
from amend.text.weighty import verb_at

# Inserted, these make a commitment a matter of choice (domain D.3.6).
QUALIFIERS = (
    ("as", "appropriate"),
    ("where", "appropriate"),
    ("where", "applicable"),
    ("as", "applicable"),
    ("where", "feasible"),
    ("where", "possible"),
    ("as", "far", "as", "possible"),
    ("subject", "to", "national", "circumstances"),
    ("on", "a", "voluntary", "basis"),
    ("voluntarily",),
    ("voluntary",),
    ("consider",),
    ("may", "consider"),
)
_BY_FIRST = {
    first: tuple(each for each in QUALIFIERS if each[0] == first) for first, *_ in QUALIFIERS
}
NEGATIONS = frozenset("not cannot never ne pas jamais nunca".split())
_VERB = pattern("verb: {asked} > {came}")
_SPELLING = pattern("spelling: {asked} > {came}")
_FIGURE = pattern("figure: {asked} > {came}")
_NONE = told("none")
_LOSSES = ("verb", "negation", "figure")
_DEGREES = ("verb", "modal")


def weakening(found: Iterable[Taken], scale: Scale | None = None) -> tuple[str, ...]:
    """Return flags such as "verb: commit > encourage" and "qualifier: as appropriate".

    `scale` has the weighty words of the text's language, None for English.
    """
    flags: list[str] = []
    for each in found:
        flags += _losses(each) if scale is None else _losses_on(each, scale)
        flags += _qualifiers(each) if scale is None else _qualifiers_on(each, scale)
    return tuple(dict.fromkeys(flags))


def negates(stretch: Stretch, scale: Scale | None = None) -> bool:
    """Whether a negation is new in a stretch."""
    if scale is None:
        return not NEGATIONS.isdisjoint(stretch.fresh_keys)
    return any(each.kind == "negation" for each in _new(stretch, scale))


def is_loss(flag: str) -> bool:
    """Whether a flag tells of a word without which the rest means something else."""
    return flag.split(":")[0] in _LOSSES


def _losses(found: Taken) -> list[str]:
    """Pair each verb, negation and figure asked for and not taken with what came instead."""
    if found.stretch is None:
        return []
    flags: list[str] = []
    if not found.missing:
        return flags
    for word in found.missing:
        verb = verb_at(found.novelty.after, word.place)
        if verb is not None:
            other = _other_verb(found, verb)
            is_spelling = verb.replace("z", "s") == other.replace("z", "s")
            flags.append(told(_SPELLING if is_spelling else _VERB, asked=verb, came=other))
    for word in found.missing:
        if word.key in NEGATIONS:
            flags.append(told("negation: {asked} > none", asked=word.key))
        elif not word.key.isalpha() and any(sign.isdigit() for sign in word.key):
            flags.append(told(_FIGURE, asked=word.key, came=_other_figure(found)))
    return flags


def _losses_on(found: Taken, scale: Scale) -> list[str]:
    """Do the same by the table of a language: what it calls verbs and modals, and negations."""
    if found.stretch is None:
        return []
    novelty, missing = found.novelty, {word.place for word in found.missing}
    flags = []
    for each in scale.find(novelty.after, sorted(missing)):
        if missing.isdisjoint(range(each.start, each.end)):
            continue
        if each.kind in _DEGREES:
            came = [other for other in _new(found.stretch, scale) if other.kind in _DEGREES]
            came += [w for w in scale.find(novelty.before, novelty.cut) if w.kind in _DEGREES]
            if any(other.shown == each.shown for other in _new(found.stretch, scale)):
                continue  # another form of the same verb
            other = next((w.shown for w in came if w.shown != each.shown), _NONE)
            flags.append(told(_VERB, asked=each.shown, came=other))
        elif each.kind == "negation":
            flags.append(told("negation: {asked} > none", asked=each.shown))
    figures = (word.key for word in found.missing if any(map(str.isdigit, word.key)))
    return [*flags, *(told(_FIGURE, asked=key, came=_other_figure(found)) for key in figures)]


def _qualifiers_on(found: Taken, scale: Scale) -> list[str]:
    if found.stretch is None or not found.matched:
        return []
    after = found.novelty.after
    asked = {w.shown for w in scale.find(after, range(len(after))) if w.kind == "qualifier"}
    new = (each for each in _new(found.stretch, scale) if each.kind == "qualifier")
    return [told("qualifier: {words}", words=each.shown) for each in new if each.shown not in asked]


def _new(stretch: Stretch, scale: Scale) -> list[Weighty]:
    """Return the weighty words of a stretch all of whose words are new there."""
    fresh = stretch.fresh_places
    found = scale.find(stretch.keys, sorted(stretch.fresh))
    return [each for each in found if fresh.issuperset(range(each.start, each.end))]


def _other_verb(found: Taken, lost: str | None) -> str:
    """Name the verb that came, or else the one that was to go and stayed."""
    stretch, novelty = found.stretch, found.novelty
    assert stretch is not None
    fresh = (verb_at(stretch.keys, place) for place in stretch.fresh)
    stayed = (verb_at(novelty.before, place) for place in novelty.cut)
    return next((verb for verb in (*fresh, *stayed) if verb is not None and verb != lost), _NONE)


def _other_figure(found: Taken) -> str:
    stretch, novelty = found.stretch, found.novelty
    assert stretch is not None
    fresh = (stretch.keys[place] for place in stretch.fresh)
    stayed = (novelty.before[place] for place in novelty.cut)
    return next((key for key in (*fresh, *stayed) if key[:1].isdigit()), _NONE)


def _qualifiers(found: Taken) -> list[str]:
    if found.stretch is None or not found.matched:
        return []
    new = _new_qualifiers(found.stretch)
    asked = (each for each in new if not _asked(found, each))
    return [told("qualifier: {words}", words=" ".join(each)) for each in asked]


def has_qualifiers(stretch: Stretch) -> bool:
    """Whether a qualifier is new in a stretch, by the English table."""
    return bool(_new_qualifiers(stretch))


@lru_cache(maxsize=1024)
def _new_qualifiers(stretch: Stretch) -> tuple[tuple[str, ...], ...]:
    fresh, keys = stretch.fresh_places, stretch.keys
    return tuple(
        qualifier
        for at in stretch.fresh
        for qualifier in _BY_FIRST.get(keys[at], ())
        if tuple(keys[at : at + len(qualifier)]) == qualifier
        and fresh.issuperset(range(at, at + len(qualifier)))
    )


def _asked(found: Taken, qualifier: tuple[str, ...]) -> bool:
    words = found.novelty.after
    size = len(qualifier)
    return any(tuple(words[at : at + size]) == qualifier for at in range(len(words) - size + 1))
