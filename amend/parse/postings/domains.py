"""An e-mail address in, the body its domain is named after out, in doubt where it is guessed."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from amend.text.bodies import MAIL_PROVIDERS, NAME_WORDS, UNITED_NATIONS

# Second-level labels under which countries give names: isrt.ac.bd is isrt's.
_SECOND = frozenset("ac co com edu gob gouv gov gub int mil net org".split())
_GENERIC = frozenset(
    "association foundation global group int international network ngo online org platform web"
    " world worldwide".split()
)
_LONGEST_ACRONYM = 6


class Owner(NamedTuple):
    """A body that a domain names; `is_sure` where the page or a table knows the name."""

    name: str
    is_sure: bool


def label_of(address: str) -> str:
    """Return the part of a domain that names its owner: "ilo" of tacon@ilo.org."""
    labels = address.rsplit("@", 1)[-1].casefold().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    return labels[-1] if labels else ""


def owner(address: str, known: Collection[str] = ()) -> Owner | None:
    """Return the body a domain is named after, or None where it says nothing.

    `known` are names of bodies on the page: one that the domain spells is taken as printed.
    """
    label = label_of(address)
    if label in MAIL_PROVIDERS or label in _SECOND or not label:
        return None
    for acronym in UNITED_NATIONS:
        if _plain(acronym) == _plain(label):
            return Owner(acronym, is_sure=True)
    parts = [each for each in re.split(r"[-_]", label) if each]
    own = [each for each in parts if each not in _GENERIC] or parts
    for name in known:
        if _plain(name) in {_plain(label), _plain("".join(own))}:
            return Owner(name, is_sure=True)
    if label == "un":
        return Owner("United Nations", is_sure=False)
    words = [word for each in own for word in _words(each) or [each]]
    if len(words) == 1:
        word = words[0]
        is_short = len(word) <= _LONGEST_ACRONYM
        return Owner(word.upper() if is_short else word.capitalize(), is_sure=False)
    return Owner(" ".join(each.capitalize() for each in words), is_sure=False)


def spells(address: str, names: Collection[str]) -> bool:
    """Whether a domain spells one of the names, or an acronym of three letters and more."""
    label = _plain(label_of(address))
    plain = [_plain(each) for each in names]
    return any(
        len(each) > 2 and (each in label or (label in each and len(label) > 5)) for each in plain
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _words(label: str) -> list[str]:
    """Part a label into words that names are made of; empty where it is not made of such."""
    ways: list[list[str] | None] = [[]]
    for end in range(1, len(label) + 1):
        best = None
        for start in range(end):
            before = ways[start]
            if before is not None and label[start:end] in NAME_WORDS:
                way = [*before, label[start:end]]
                best = way if best is None or len(way) < len(best) else best
        ways.append(best)
    return ways[-1] or []
