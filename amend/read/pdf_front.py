"""The first lines of a document in; how many of them are masthead or cover letter out.

The United Nations print symbol, date, session and item above a text, in six languages; a letter
that sends a draft round opens with a salutation and ends with a name. Neither is the draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amend.read.pdf_lines import Line

_NAMES = (
    r"United\s+Nations|Nations\s+Unies|Naciones\s+Unidas|Объединенны[ех]\s+Наци[ий]|"
    r"Организация\s+Объединенных\s+Наций|الأمم\s+المتحدة|联\s*合\s*国|"
    r"FRAMEWORK\s+CONVENTION\s+ON\s+CLIMATE\s+CHANGE"
)
_ALONE = r"(?:\s+\S*/\S*)?$"
_DISTRIBUTED = (
    r"Distr(?:\.|ibution)?\s*:?|Original\s*:|Languages?\s*:|Idioma|Оригинал|Язык|"
    r"عام|محدود|الأصل|原文|分发|English\s+(?:only|version)|Advance\s+(?:unedited|copy|version)"
)
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9.()\-]+){1,6}(?:\s*[*]+)?$"
_SESSION = (
    r".{3,40}\b(?:session|período\s+de\s+sesiones|сессия)$|.{2,16}届会议|الدورة\s.{3,40}|"
    r"第.{1,8}届会议"
)
_ITEM = (
    r"(?:Provisional\s+)?(?:agenda\s+)?items?\s+\d|Points?\s+\d+.*ordre\s+du\s+jour|"
    r"(?:Tema|Temas)\s+\d|Пункты?\s+\d|البنود?\s|议程项目"
)
_MONTH = (
    r"\d{1,2}(?:er)?\s+(?:de\s+)?[^\W\d_]{3,12}\s+(?:de\s+)?\d{4}$|[^\W\d_]{3,9}\s+\d{1,2},\s+\d{4}$|"
    r"\d{4}\s*年.{1,8}日$"
)
_SIGNS = re.compile(
    rf"(?:(?:{_NAMES}){_ALONE}|{_DISTRIBUTED}|{_SYMBOL}|{_SESSION}|{_ITEM}|{_MONTH})", re.IGNORECASE
)
_STRONG = re.compile(rf"(?:{_NAMES}|{_DISTRIBUTED})", re.IGNORECASE)
_IS_ITEM = re.compile(_ITEM, re.IGNORECASE)
_BODY = (
    r"General\s+Assembly|Assemblée\s+générale|Asamblea\s+General|Генеральная\s+Ассамблея|"
    r"الجمعية\s+العامة|大\s*会"
)
_BODIES = re.compile(rf"(?:{_BODY})(?:\s+{_DISTRIBUTED}.*)?$", re.IGNORECASE)
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
# Lines of one masthead, and pages of one letter.
_MOST_LINES = 30
_MOST_PAGES = 3
_ROOM = 1.5


def masthead(lines: Sequence[Line]) -> int:
    """Return how many of the first lines make a masthead: up to the last that bears a sign of one.

    A single sign is none: a draft may be dated, or speak of the United Nations in its title.
    """
    if not lines:
        return 0
    first = [each for each in lines[:_MOST_LINES] if each.page == lines[0].page]
    ends, met, strong = 0, 0, False
    for place, line in enumerate(first, 1):
        text = line.text.strip()
        if _SIGNS.match(text) or _BODIES.match(text):
            if place - ends > 6:
                break
            ends, met = place, met + 1
            strong = strong or _STRONG.search(text) is not None
    if met < 3 or not strong:
        return 0
    return _with_item(first, ends)


def _with_item(first: Sequence[Line], ends: int) -> int:
    """Take the title of the agenda item in, which follows its number without any room."""
    if not _IS_ITEM.match(first[ends - 1].text.strip()):
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
