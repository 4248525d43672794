"""The names on a page in, those that may be one body's out, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from amend.model.submission import Alias, Posting
from amend.parse.postings.domains import label_of
from amend.parse.postings.names import is_acronym_of, short_form

_SMALL = frozenset("a and de del des du et for in la le los of on the to y".split())


def aliases(
    postings: Sequence[Posting], explained: Mapping[str, Sequence[str]]
) -> tuple[Alias, ...]:
    """Propose names to join: an acronym and what the page explains it by, two spellings of a name.

    `explained` gives the names each acronym stands for on the page; an acronym of two names is
    proposed for neither. Names differ where a person would have to say that they do not.
    """
    names = list(dict.fromkeys(name for each in postings for name in each.organisations))
    names += [each for one in postings for each in one.supporters if each not in names]
    found: list[Alias] = []
    for name in names:
        full = explained.get(name, ())
        if len(full) == 1 and full[0] != name and short_form(full[0]) != name:
            found.append(Alias((full[0], name), f"the page explains {name} so"))
    for place, name in enumerate(names):
        for other in names[:place]:
            if _spelling(name) == _spelling(other):
                found.append(Alias((other, name), "the same words, spelt otherwise"))
            elif _is_part(name, other) or _is_part(other, name):
                found.append(Alias((other, name), "one name holds the other"))
            elif is_initials(name, other) or is_initials(other, name):
                found.append(Alias((other, name), "one is made of the initials of the other"))
    found += _by_account(postings)
    once: dict[frozenset[str], Alias] = {}
    for each in found:
        once.setdefault(frozenset(each.names), each)
    return tuple(once.values())


def _spelling(name: str) -> tuple[str, ...]:
    return tuple(each for each in re.findall(r"\w+", name.casefold()) if each not in _SMALL)


def _is_part(short: str, long: str) -> bool:
    words, more = _spelling(short), _spelling(long)
    return len(words) > 1 and len(words) < len(more) and " ".join(words) in " ".join(more)


def is_initials(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the initials of a name, small words in it or not."""
    if not re.fullmatch(r"[A-Z]{3,}", acronym) or " " not in name:
        return False
    initials = "".join(each[0] for each in re.findall(r"\w+", name)).upper()
    own = "".join(each[0] for each in _spelling(name)).upper()
    return acronym in {initials, own} and is_acronym_of(acronym, name)


def _by_account(postings: Sequence[Posting]) -> list[Alias]:
    """Two names under one domain, one of them read off it, may be one body."""
    told: dict[str, str] = {}
    found = []
    for each in postings:
        if each.email is None or len(each.organisations) != 1:
            continue
        (name,), label = each.organisations, label_of(each.email)
        if "text" in (each.organisation_basis or ""):
            told.setdefault(label, name)
        elif each.organisation_basis and told.get(label, name) != name:
            found.append(Alias((told[label], name), f"both write from {label}"))
    return found
