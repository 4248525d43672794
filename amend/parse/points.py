"""A block of prose in, the same with its bare points under their number out.

"Para 5 (a): replace ...; (b): delete" deletes 5(b), and never 5(a) once more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from amend.labels import Label
from amend.parse.quotations import quotations
from amend.text.late import late

_POINT = r"\((?:[a-z]|[ivx]{2,4})\)"
_ASKS = (
    r"(?:please\s+)?(?:delet|retain|keep\b|replac|insert|add\b|amend|support|oppos|bracket|strike"
    r"|move\b|chang|no\s+change|reserv|substitut)"
)
_ALONE = r"(?:delete[ds]?|retain(?:ed)?|keep|support|oppose|bracket|strike|reserve|no\s+change)"
# A point that something is asked for: "(b): delete", "(b) retain.", "delete (b)". What only begins
# with a verb, "(b) support farmers", may be a text.
_BARE = late(
    rf"(?P<at>(?:^|[;:.,\n]|\band)\s{{0,9}})(?=(?P<own>[1-9]\d{{0,2}}\s?)?{_POINT}"
    rf"(?:\s?[:–—]\s{{0,9}}{_ASKS}|\s{{1,9}}{_ALONE}\s?(?:[.;,\n]|$)))"
    rf"|(?P<verb>\b(?:and|then)\s+{_ALONE}\s+)(?={_POINT}\s*(?:[.;,\n]|$))",
    re.IGNORECASE,
)
_NUMBERED = late(
    r"\b(?:paras?|paragraphs?|paragraphes?|p[áa]rrafos?|OP)\.?\s*(?P<number>[1-9]\d{0,2}"
    r"(?:\s?(?:bis|ter|quater|quinquies|sexies))?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[1-9]\d{0,2}(?:bis|ter|quater|quinquies|sexies)?")


def numbered(text: str, context: Sequence[Label] = ()) -> str:
    """Write the number of their paragraph before points that stand without it.

    It is the one named last before them, else that of the `context`: "Para 5", a line above.
    """
    if "(" not in text or _BARE.search(text) is None:
        return text
    above = _NUMBER.match(str(context[-1])) if context else None
    heads = list(_NUMBERED.finditer(text))
    head_ends = [each.end() for each in heads]
    quoted = quotations(text)
    quote_starts = [each.start for each in quoted]
    pieces, place = [], 0
    for match in _BARE.finditer(text):
        at = bisect_right(head_ends, match.end())
        head = heads[at - 1] if at else None
        number = head["number"] if head is not None else above[0] if above is not None else None
        within = bisect_left(quote_starts, match.end())
        if number is None or (within and match.end() <= quoted[within - 1].end):
            continue
        if head is not None and match["at"] and head.end() == match.start():
            pieces += [text[place : head.end()], " "]  # "Para 5: (a) delete"
        else:
            pieces += [text[place : match.end()], "para " if match["own"] else f"para {number} "]
        place = match.end()
    return "".join([*pieces, text[place:]])
