"""A text and the draft in hand in, the paragraphs that it only describes out (domain B.8.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from amend.labels import Label
from amend.model.draft import Paragraph, Revision, Role
from amend.text.late import late
from amend.text.weighty import is_content
from amend.text.words import tokens

_DESCRIBED = re.compile(
    r"\b(?:(?:the|this|that|our)\s+(?:\w+\s+)?(?P<en>para(?:graph)?|article)\s+"
    r"(?:on|about|regarding|concerning|addressing|covering|(?:that\s+)?dealing\s+with"
    r"|(?:which|that)\s+deals\s+with|(?:related|relating|referring)\s+to)"
    r"|(?:le|du|au|ce)\s+(?P<fr>paragraphe|alinéa)\s+(?:sur|concernant|portant\s+sur|relatif\s+(?:à|au|aux))"
    r"|(?:el|del|al|este)\s+(?P<es>párrafo|artículo)\s+(?:sobre|acerca\s+de|relativo\s+a|referido\s+a))"
    r"\s+(?:the\s+|l['’]|la\s+|le\s+|les\s+|el\s+|los\s+|las\s+)?(?P<words>[^.,;:()\"“”«»\[\]\n]{3,90})",
    re.IGNORECASE,
)
_PROMISING = re.compile(r"ara(?:graph)?e?\s+(?:[a-z]+)|rafo\s|linéa\s|rticle\s|rtículo\s")
# Where the description ends and the sentence goes on.
_GOES_ON = late(
    r"\s+(?:should|shall|must|is|are|was|were|be|has|have|had|needs?|could|would|will|can|may|to\s+be"
    r"|and\s+(?:we|to|(?:the\s+)?(?:para\w*|article|op|pp))|we|which|as\s+well|please|so\s+that|because|since|in\s+order"
    r"|est|sont|doit|devrait|soit|debe|debería|es|insert|add|delete|replace|after|before)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_MOST = 5
# Of a description's weight; below it a paragraph is no candidate (docs/design/0011).
_LEAST_SHARE = 0.5
_NAMELESS = frozenset({Role.HEADING, Role.NOTE, Role.TABLE, Role.OTHER})


class Description(NamedTuple):
    """Described paragraphs: half-open span, and the labels that fit, best first.

    `is_sure` tells that the first is the only one to hold every word of the description.
    """

    start: int
    end: int
    candidates: tuple[Label, ...]
    is_sure: bool


def descriptions(text: str, draft: Revision) -> Iterator[Description]:
    """Yield "the paragraph on birth registration" where the draft has paragraphs that fit.

    The description is compared with the words of every numbered paragraph; words that few
    paragraphs hold weigh most. One that nothing fits is left out, for it names nothing here.
    """
    if _PROMISING.search(text) is None:
        return
    holdings: list[tuple[Paragraph, frozenset[str]]] | None = None
    for found in _DESCRIBED.finditer(text):
        words = _GOES_ON.sub("", found["words"])
        keys = {_stem(key) for key in tokens(words) if is_content(key)}
        if not keys:
            continue
        holdings = holdings if holdings is not None else _holdings(draft)
        ranked = _ranked(keys, holdings)
        if ranked:
            whole = [label for label, share in ranked if share == 1.0]
            labels = tuple(label for label, _ in ranked[:_MOST])
            end = found.start("words") + len(words.rstrip())
            yield Description(found.start(), end, labels, is_sure=len(whole) == 1)


def _holdings(draft: Revision) -> list[tuple[Paragraph, frozenset[str]]]:
    return [
        (each, frozenset(map(_stem, tokens(each.text))))
        for each in draft.paragraphs
        if each.label is not None and each.role not in _NAMELESS
    ]


def _ranked(
    keys: set[str], holdings: list[tuple[Paragraph, frozenset[str]]]
) -> list[tuple[Label, float]]:
    """Rank the labels by the share of the description they hold, rare words weighing most."""
    weights = {key: 1.0 / (1 + sum(key in held for _, held in holdings)) for key in keys}
    total = sum(weights.values())
    shares: dict[Label, float] = {}
    for paragraph, held in holdings:
        share = 1.0 if keys <= held else sum(weights[key] for key in keys & held) / total
        if paragraph.label is not None and share >= _LEAST_SHARE:
            shares[paragraph.label] = max(share, shares.get(paragraph.label, 0.0))
    return sorted(shares.items(), key=lambda each: -each[1])


def _stem(key: str) -> str:
    """Let singular and plural be one word: pledges is pledge."""
    if len(key) < 4:
        return key
    return f"{key[:-3]}y" if key.endswith("ies") else key.removesuffix("s")
