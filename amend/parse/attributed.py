"""A paragraph of a compilation in, the words that single delegations would put into it out.

Secretariats print "[EU: lakes and]" or "[lakes and] (EU)" inside the paragraph of the base. Only
where the rest is the paragraph of the base word for word is a bracket taken for words put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from amend.labels import Label
from amend.model.proposal import Anchor, Operation, Where
from amend.parse.asks import Ask
from amend.parse.phrases import last_words
from amend.text.late import late
from amend.text.words import tokens, words

_PUT_IN = late(
    r"\s*\[(?P<who>[A-Z][^\[\]:]{1,80}):\s*(?P<what>[^\[\]]{1,2000})\]"
    r"|\s*\[(?P<words>[^\[\]:]{1,2000})\]\s*\((?P<by>[A-Z][^()]{1,80})\)"
)
_NAMES = re.compile(r"\s*[,;/]\s*|\s+and\s+")
_SAME = 0.999
_ANCHOR_WORDS = 4


def attributed(
    label: Label, text: str, likeness: Callable[[Label, str], float | None]
) -> list[Ask]:
    """Return an insertion for each name in each bracket, in reading order.

    There is none where the rest is not the paragraph of the base.

    `likeness` tells how like the paragraph of a label a text is, 0.0 to 1.0.
    """
    found = list(_PUT_IN.finditer(text))
    if not found or (likeness(label, _PUT_IN.sub("", text)) or 0.0) < _SAME:
        return []
    return [
        Ask(
            Operation.INSERT_PHRASE,
            (label,),
            (each["what"] or each["words"]).strip(),
            anchor=_anchor(text[: each.start()], text[each.end() :]),
            by=(name,),
        )
        for each in found
        for name in _NAMES.split((each["who"] or each["by"]).strip())
    ]


def _anchor(before: str, behind: str) -> Anchor:
    """Anchor to the words before; behind a sign, as in "act: [EU: today]", to those behind."""
    left, right = _PUT_IN.sub("", before).rstrip(), _PUT_IN.sub("", behind)
    if not tokens(left):
        return Anchor(Where.BEGINNING)
    following = words(right)[:_ANCHOR_WORDS]
    if not following:
        return Anchor(Where.END)
    if left[-1].isalnum():
        return Anchor(Where.AFTER, last_words(left))
    return Anchor(Where.BEFORE, right[following[0].start : following[-1].end])
