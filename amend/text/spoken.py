"""A printed name of a paragraph, or a list of them, in; the number and the words of each out.

Tables and people name paragraphs alike: 9ter, “Having heard the statements …” where no number is
printed, and 3bis “The Parties shall …” where a number stands more than once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from amend.text.late import late

_QUOTED = late(r"[“„«\"]\s*(?P<words>[^“”„«»\"]+?)\s*[”“»\"]")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*$")
_NTH = re.compile(r"\s*\((\d{1,4})\)\s*$")
_CARRIER = late(
    r"(?:paragraphs?|paras?\.?|párrafos?|párrs?\.?|paragraphes?|alinéas?"
    r"|пункты?|п\.|第|الفقرات|الفقرة|§+)\s*",
    re.IGNORECASE,
)
_AND = late(r"\s*(?:[,;+&\n،؛、，；]|(?<=\s)(?:and|et|und|y|e|и|و|和|及)(?=\s))\s*", re.IGNORECASE)
_TO = re.compile(
    r"\s*(?:[–—]|(?<=\d)-(?=\d)|(?<=\s)(?:-|to|through|à|a|al|по|至|إلى)(?=\s))\s*", re.IGNORECASE
)
_NOTHING = frozenset(
    """
    - – — n/a none nil new deleted removed dropped repealed insertion repeal
    nouveau nouvelle néant supprimé supprimée
    nuevo nueva ninguno suprimido suprimida eliminado
    новый исключен исключено нет 新增 无 無 删除 刪除 جديد جديدة محذوف محذوفة حذفت لا
    """.split()
)


class Spoken(NamedTuple):
    """One name: its number as printed or "", the words it quotes or "", and which copy is meant.

    `nth` counts from 1, and is 0 where no copy is told. `until` is the end of a range, or "".
    """

    label: str
    words: str = ""
    nth: int = 0
    until: str = ""


def spoken(text: str) -> tuple[Spoken, ...]:
    """Read the names in a table cell or an argument, in order; none for "—", "new" or nothing."""
    text = text.strip()
    if text.casefold().strip("()[]. ") in _NOTHING or not text.strip("()[]-–—. "):
        return ()
    return tuple(each for part in _parts(text) if (each := _one(part)) is not None)


def _parts(text: str) -> Iterator[str]:
    """Part a list at its commas and "and"s, but never inside quotation marks."""
    place = start = 0
    while start <= len(text):
        joint = _AND.search(text, place)
        quoted = _QUOTED.search(text, place)
        if joint is None:
            break
        if quoted is not None and quoted.start() < joint.start():
            place = quoted.end()
            continue
        yield text[start : joint.start()]
        start = place = joint.end()
    yield text[start:]


def _one(part: str) -> Spoken | None:
    nth = _NTH.search(part) if _QUOTED.search(part) else None
    if nth is not None:
        part = part[: nth.start()]
    quoted = _QUOTED.search(part)
    words = _ELLIPSIS.sub("", quoted["words"]) if quoted is not None else ""
    label = part[: quoted.start()] if quoted is not None else part
    label = _CARRIER.sub("", label, count=1).strip()
    if not label and not words:
        return None
    ends = _TO.split(label, maxsplit=1) if not words else [label]
    until = ends[1].strip() if len(ends) > 1 and ends[0].strip() and ends[1].strip() else ""
    number = ends[0].strip() if until else label
    return Spoken(number, words, int(nth[1]) if nth is not None else 0, until)
