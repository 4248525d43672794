"""A text in, its quoted words out, whatever quotation marks the writer's language uses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amend.text.late import late

# Opening sign -> signs that may close it. Word processors mix them: “x" and ”x” both occur.
_CLOSERS = {
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'‘",
    "‚": "‘’",
    "'": "'’",
    "「": "」",
    "『": "』",
    "《": "》",
}
_SINGLE = "‘‚'"
# A sign that may be an apostrophe is looked after for so many characters only.
_SINGLE_REACH = 2_000
# What may open, told cheaply: most single signs are apostrophes behind letters.
OPENER = re.compile("[«‹„“「『《»\"”'‘‚](?:(?<=[«‹„“「『《»])|(?<![^\\W_].))", re.DOTALL)
_CLOSER = {opener: re.compile(f"[{signs}]") for opener, signs in _CLOSERS.items()}
# 《公约》 names an instrument and quotes no words.
_INSTRUMENT = late("(?:公约|宪章|决议|议定书|盟约|协定|协议|宣言|议程|条约|规约|章程|法)$")
_CUT_END = re.compile(r"(?:\.\s?\.\s?\.|…|\[?\bread more\b\]?)[\s\"'”’»)\]]*$", re.IGNORECASE)
# What a name between 《 and 》 ends in where it is that of an instrument.
_INSTRUMENT = re.compile("(?:公约|宪章|决议|议定书|盟约|协定|协议|宣言|议程|条约|规约|章程|法)$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words and the half-open span they stand at, quotation marks included.

    `is_closed` is False where the text ends before the quotation does.
    """

    words: str
    start: int
    end: int
    is_closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in reading order; one inside another is part of it."""
    found = []
    place = 0
    last_guillemet = text.rfind("«")  # behind it no » can open: looking would cost the whole text
    while match := OPENER.search(text, place):
        is_lost = match[0] == "»" and match.start() > last_guillemet
        quotation = None if is_lost else _quotation(text, match.start())
        if quotation is None:
            place = match.end()
        else:
            found.append(quotation)
            place = quotation.end
    return tuple(found)


def is_cut(words: str) -> bool:
    """Whether words end in "..." or "read more": what follows is not here (domain A.1.6)."""
    return _CUT_END.search(words) is not None


def is_title(quoted: Quotation, text: str) -> bool:
    """Whether Chinese signs enclose the name of an instrument: 《公约》 quotes no words."""
    return text[quoted.start] == "《" and _INSTRUMENT.search(quoted.words) is not None


def _quotation(text: str, start: int) -> Quotation | None:
    opener = text[start]
    if not _may_open(text, start):
        return None
    end = _closing(text, start, _CLOSER[opener])
    if end is not None:
        words = text[start + 1 : end].strip()
        is_title = opener == "《" and _INSTRUMENT.search(words) is not None
        return Quotation(words, start, end + 1) if words and not is_title else None
    # A single sign without its fellow is an apostrophe; a double one is a quotation cut short.
    words = text[start + 1 :].strip()
    if opener in _SINGLE or opener == "»" or not words:
        return None
    return Quotation(words, start, len(text), is_closed=False)


def _may_open(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[start + 1] if start + 1 < len(text) else " "
    if text[start] in "«‹„“「『《":
        return True
    if text[start] == "»":  # »so« is German, « so » has found its own pair before
        return not before.isalnum() and not after.isspace()
    if text[start] in _SINGLE:
        if before.isalnum():
            return False  # an apostrophe
        return after.isalnum() or (text[start] == "‘" and not after.isspace()) or after in ",;("
    return not before.isalnum()


def _closing(text: str, start: int, closers: re.Pattern[str]) -> int | None:
    """Return the place of the sign that closes, or None.

    An apostrophe between letters closes nothing; neither does a double sign that opens again.
    """
    single = text[start] in _SINGLE
    end = min(len(text), start + _SINGLE_REACH) if single else len(text)
    for found in closers.finditer(text, start + 1, end):
        place = found.start()
        if single and _is_inside_a_word(text, place):
            continue
        if text[place] in '"“' and _opens_again(text, place, start):
            continue
        return place
    return None


def _is_inside_a_word(text: str, place: int) -> bool:
    return text[place - 1].isalnum() and text[place + 1 : place + 2].isalnum()


def _opens_again(text: str, place: int, start: int) -> bool:
    """A “ closes only what „ or " opened; before a letter and behind a space it opens."""
    if text[start] == "„" and text[place] == "“":
        return False
    follows = text[place + 1 : place + 2]
    return text[place] == "“" and text[place - 1].isspace() and follows.isalnum()
