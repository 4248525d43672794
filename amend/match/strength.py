"""What was taken in, remarks on its strength out: a verb lost or exchanged, a qualifier put in."""

from __future__ import annotations

from collections.abc import Iterable

from amend.match.measure import Taken
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
)


def weakening(found: Iterable[Taken]) -> tuple[str, ...]:
    """Return flags such as "verb: commit > encourage" and "qualifier: as appropriate"."""
    flags: list[str] = []
    for each in found:
        flags += _verbs(each)
        flags += _qualifiers(each)
    return tuple(dict.fromkeys(flags))


def _verbs(found: Taken) -> list[str]:
    """Pair each operative verb that was asked for and not taken with the one that came instead."""
    if found.stretch is None:
        return []
    missing = {word.place for word in found.missing}
    obtained = _obtained(found)
    return [
        f"verb: {verb} > {obtained}"
        for word in found.novelty.verbs
        if word.place in missing and (verb := verb_at(found.novelty.after, word.place)) != obtained
    ]


def _obtained(found: Taken) -> str:
    stretch = found.stretch
    assert stretch is not None
    fresh = [verb for place in stretch.fresh if (verb := verb_at(stretch.keys, place))]
    standing = [
        verb for place in range(len(stretch.keys)) if (verb := verb_at(stretch.keys, place))
    ]
    return next(iter(fresh or standing), "none")


def _qualifiers(found: Taken) -> list[str]:
    if found.stretch is None or not found.matched:
        return []
    fresh = set(found.stretch.fresh)
    keys = found.stretch.keys
    flags = []
    for qualifier in QUALIFIERS:
        size = len(qualifier)
        for at in range(len(keys) - size + 1):
            new = all(place in fresh for place in range(at, at + size))
            if new and tuple(keys[at : at + size]) == qualifier and not _asked(found, qualifier):
                flags.append(f"qualifier: {' '.join(qualifier)}")
                break
    return flags


def _asked(found: Taken, qualifier: tuple[str, ...]) -> bool:
    words = found.novelty.after
    size = len(qualifier)
    return any(tuple(words[at : at + size]) == qualifier for at in range(len(words) - size + 1))
