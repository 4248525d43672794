"""Number words and figures in, integers out: Latin multiplicatives, Roman, letters, Chinese."""

from __future__ import annotations

from functools import cache

_FIRST = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies"]
_TENS = [
    "decies",
    "vicies",
    "tricies",
    "quadragies",
    "quinquagies",
    "sexagies",
    "septuagies",
    "octogies",
    "nonagies",
]
_UNITS = ["un", "duo", "ter", "quater", "quin", "sex", "sept", "octo", "novo"]

# Forms met in print beside the canonical ones (domain B.3); every unit joins every ten.
_FIRST_VARIANTS = {
    "quat": 4,
    "quarter": 4,
    "cinquies": 5,
    "quinqies": 5,
    "sexties": 6,
    "nonies": 9,
}
_TENS_VARIANTS = {"vecies": 2, "trecies": 3}
_UNIT_VARIANTS = {
    1: ("semelet",),
    2: ("biset",),
    3: ("tre", "tri", "teret"),
    4: ("quattuor", "quateret"),
    5: ("quinque", "quinquies", "quinquieset"),
    6: ("se", "sexies", "sexieset"),
    7: ("septen", "septies", "septieset"),
    8: ("octies", "octieset"),
    9: ("novies", "nonies", "novieset", "nonieset"),
}
_SUBTRACTIVE = {"unde": 1, "duode": 2}  # duodevicies is 20 - 2, where duovicies is 22


def multiplicative(ordinal: int) -> str:
    """Return the canonical Latin term of an ordinal, 2 (bis) to 99; raises ValueError outside."""
    if not 2 <= ordinal <= 99:
        raise ValueError(f"no multiplicative for {ordinal}")
    if ordinal <= len(_FIRST) + 1:
        return _FIRST[ordinal - 2]
    ten, unit = divmod(ordinal, 10)
    return (_UNITS[unit - 1] if unit else "") + _TENS[ten - 1]


@cache
def multiplicatives() -> dict[str, int]:
    """Return every accepted Latin term, lower case without accents, with its ordinal."""
    terms = {multiplicative(ordinal): ordinal for ordinal in range(2, 100)}
    terms |= _FIRST_VARIANTS
    tens = {word: place for place, word in enumerate(_TENS, 1)} | _TENS_VARIANTS
    for word, place in tens.items():
        terms.setdefault(word, 10 * place)
        for less_prefix, less in _SUBTRACTIVE.items():
            if place > 1:  # undecies is 11, never 10 - 1
                terms.setdefault(less_prefix + word, 10 * place - less)
        for unit, plain in enumerate(_UNITS, 1):
            for prefix in (plain, *_UNIT_VARIANTS[unit]):
                terms.setdefault(prefix + word, 10 * place + unit)
    return terms


# Every term that `multiplicatives` holds, in lower case, as a regular expression. Spelled by its
# endings, for it stands in patterns that are compiled at each start; a few non-words pass.
TERM = (
    r"(?:bis|ter|qu[aá]r?ter|quat|[qc]u?inqu?ies|sext?ies|septies|octies|no[vn]ies"
    r"|[a-z]{0,13}(?:decies|v[ie]cies|tr[ie]cies|(?:quadra|quinqua|sexa|septua|octo|nona)gies))"
)


# "Article premier", "Artículo segundo": articles that are counted in words.
_ORDINALS = {
    "premier": 1,
    "première": 1,
    **{
        word: place
        for place, word in enumerate(
            "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo".split(), 1
        )
    },
}
ORDINALS = "|".join(_ORDINALS)
# "Paragraph nine": numbers that are spoken, from one on.
COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()


def ordinal_word(word: str) -> int | None:
    """Read the word an article is counted by: premier, segundo; None for any other word."""
    return _ORDINALS.get(word.lower())


_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def to_roman(value: int) -> str:
    """Write 1 to 399 in small Roman figures."""
    written = ""
    for size, figure in _ROMAN:
        while value >= size:
            written += figure
            value -= size
    return written


@cache
def _romans() -> dict[str, int]:
    return {to_roman(value): value for value in range(1, 400)}


def roman(figure: str) -> int | None:
    """Read Roman figures of either case up to 399; None if they are none."""
    return _romans().get(figure.lower())


def letters(figure: str) -> int | None:
    """Read a list letter: a is 1, z 26, aa 27, bb 28; None for any other run of letters."""
    small = figure.lower()
    if not small or not "a" <= small[0] <= "z" or small.strip(small[0]):
        return None
    return 26 * (len(small) - 1) + ord(small[0]) - ord("a") + 1


_CHINESE = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}


def chinese(figures: str) -> int | None:
    """Read a Chinese number up to 9999 (九 is 9, 二十三 is 23, 二〇 is 20); None if it is none."""
    if not figures or any(each not in _CHINESE and each not in _CHINESE_UNITS for each in figures):
        return None
    if not any(each in _CHINESE_UNITS for each in figures):
        return int("".join(str(_CHINESE[each]) for each in figures))
    total, digit = 0, 0
    for each in figures:
        if each in _CHINESE_UNITS:
            total += (digit or 1) * _CHINESE_UNITS[each]
            digit = 0
        else:
            digit = _CHINESE[each]
    return total + digit
