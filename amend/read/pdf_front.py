"""The first lines of a document in; how many of them are masthead or cover letter out.

The United Nations print symbol, date, session and item above a text, in six languages; a letter
that sends a draft round opens with a salutation and ends with a name. Neither is the draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amend.read.front import is_item, signed
from amend.read.pdf_lines import Line

_SALUTATION = re.compile(
    r"(?:Dear\s+\S|Excellenc(?:y|ies)\b.{0,30}$|Your\s+Excellenc|Mesdames|Monsieur|Madame\b|Chers?\s|"
    r"Estimad[oa]s?\s|Excelentísim|Уважаем|Ваш[еи]\s+Превосходительств|السيد|أصحاب\s+السعادة|尊敬的)",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"(?:Yours?\s+(?:sincerely|faithfully|truly)|Sincerely|(?:Best|Kind|With)\s+(?:kind\s+)?regards|"
    r"Please\s+accept|Veuillez\s+agréer|Cordialement|Atentamente|Le\s+saluda|С\s+уважением|"
    r"Примите.*уверения|وتفضلوا|此致|顺致)",
    re.IGNORECASE,
)
# Pages of one letter.
_MOST_PAGES = 3
_ROOM = 1.5


def masthead(lines: Sequence[Line]) -> int:
    """Return how many of the first lines make a masthead, with the title of its agenda item."""
    if not lines:
        return 0
    first = [each for each in lines if each.page == lines[0].page]
    ends = signed([each.text for each in first])
    return _with_item(first, ends) if ends else 0


def _with_item(first: Sequence[Line], ends: int) -> int:
    """Take the title of the agenda item in, which follows its number without any room."""
    if not is_item(first[ends - 1].text):
        return ends
    while ends < len(first):
        above, line = first[ends - 1], first[ends]
        if above.y - line.y > _ROOM * line.size or abs(above.size - line.size) > 1:
            break
        ends += 1
    return ends


def letter(lines: Sequence[Line]) -> int:
    """Return how many of the first lines make a cover letter; 0 where none is seen.

    It goes to the end of the page its farewell stands on: the name of who signs comes below.
    """
    opened = False
    first_page = lines[0].page if lines else 0
    for line in lines:
        if line.page >= first_page + _MOST_PAGES:
            return 0
        text = line.text.strip()
        if not opened:
            if line.page != first_page:
                return 0
            opened = _SALUTATION.match(text) is not None
        elif _FAREWELL.match(text):
            return sum(1 for each in lines if each.page <= line.page)
    return 0
