"""A count and Word's name for a number format in, the figure or word that Word prints out.

The formats are those of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from amend.read import word_spelled as spelled

# A count past this is no list; Roman figures and letters would grow without end.
LARGEST_COUNT = 32_767

Numeral = Callable[[int], str]


def roman(count: int) -> str:
    """Return capital Roman figures, thousands as repeated M, as Word prints them."""
    figures = ""
    for value, figure in _ROMAN:
        times, count = divmod(count, value)
        figures += figure * times
    return figures


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def letters(count: int, alphabet: str) -> str:
    """Return a, b ... z, aa, bb ...: Word repeats the letter; after 30 rounds it starts anew."""
    place = (count - 1) % (len(alphabet) * 30)
    return alphabet[place % len(alphabet)] * (place // len(alphabet) + 1)


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SYMBOLS = "*†‡§"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HINDI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_CHINESE_DIGITS = str.maketrans("0123456789", "○一二三四五六七八九")


def chinese_counting(count: int) -> str:
    """Return 九, 十, 十一, 九十九, and from 100 on the digits alone: 一○○."""
    if count >= 100:
        return str(count).translate(_CHINESE_DIGITS)
    tens, unit = divmod(count, 10)
    words = (_TEN_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "")
    return words + (_TEN_DIGITS[unit] if unit else "")


_TEN_DIGITS = "〇一二三四五六七八九"


def chinese(count: int, digits: str = _TEN_DIGITS, units: str = "十百千") -> str:
    """Return a Chinese number with its hundreds and thousands named: 一百〇一."""
    if count >= 10_000:
        high, low = divmod(count, 10_000)
        gap = digits[0] if 0 < low < 1_000 else ""
        return chinese(high, digits, units) + "万" + gap + _chinese(low, digits, units)
    words = _chinese(count, digits, units)
    return words[1:] if 10 <= count < 20 and units[0] == "十" else words


def _chinese(count: int, digits: str, units: str) -> str:
    words, gap = "", False
    for power in (3, 2, 1, 0):
        digit = count // 10**power % 10
        if digit:
            words += (digits[0] if gap and words else "") + digits[digit]
            words += units[power - 1] if power else ""
        gap = not digit
    return words


def _circled(count: int) -> str:
    if count <= 20:
        return chr(0x245F + count)
    if count <= 35:
        return chr(0x3251 + count - 21)
    return chr(0x32B1 + count - 36) if count <= 50 else str(count)


def _shifted(first: int, last: int) -> Numeral:
    return lambda count: chr(first - 1 + count) if first - 1 + count <= last else str(count)


def _padded(width: int) -> Numeral:
    return lambda count: str(count).zfill(width)


_FORMATS: Mapping[str, Numeral] = {
    "decimal": str,
    "decimalZero": _padded(2),
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "upperLetter": lambda count: letters(count, _LATIN.upper()),
    "lowerLetter": lambda count: letters(count, _LATIN),
    "ordinal": spelled.english_ordinal,
    "cardinalText": spelled.english_cardinal,
    "ordinalText": spelled.english_ordinal_words,
    "hex": lambda count: f"{count:X}",
    "chicago": lambda count: letters(count, _SYMBOLS),
    "none": lambda _count: "",
    "bullet": lambda _count: "",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _shifted(0x2488, 0x249B),
    "decimalEnclosedParen": _shifted(0x2474, 0x2487),
    "decimalFullWidth": lambda count: str(count).translate(_WIDE_DIGITS),
    "decimalFullWidth2": lambda count: str(count).translate(_WIDE_DIGITS),
    "decimalHalfWidth": str,
    "numberInDash": lambda count: f"- {count} -",
    "russianLower": lambda count: letters(count, _RUSSIAN),
    "russianUpper": lambda count: letters(count, _RUSSIAN.upper()),
    "arabicAlpha": lambda count: letters(count, _ARABIC),
    "arabicAbjad": lambda count: letters(count, _ABJAD),
    "hebrew2": lambda count: letters(count, _HEBREW),
    "hindiNumbers": lambda count: str(count).translate(_HINDI_DIGITS),
    "thaiNumbers": lambda count: str(count).translate(_THAI_DIGITS),
    "chineseCounting": chinese_counting,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese_counting,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "chineseLegalSimplified": lambda count: chinese(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    "taiwaneseDigital": lambda count: str(count).translate(_CHINESE_DIGITS),
    "japaneseDigitalTenThousand": lambda count: str(count).translate(_CHINESE_DIGITS),
    "ideographDigital": lambda count: str(count).translate(_CHINESE_DIGITS),
    "ideographTraditional": lambda count: letters(count, _STEMS),
    "ideographZodiac": lambda count: letters(count, _BRANCHES),
    "arabicDigits": lambda count: str(count).translate(_ARABIC_DIGITS),
}
_IN_LANGUAGE: Mapping[tuple[str, str], Numeral] = {
    ("ordinal", "fr"): spelled.french_ordinal,
    ("cardinalText", "fr"): spelled.french_cardinal,
    ("ordinalText", "fr"): spelled.french_ordinal_words,
    ("ordinal", "es"): lambda count: f"{count}º",
    ("ordinal", "ru"): spelled.russian_ordinal,
    ("cardinalText", "ru"): spelled.russian_cardinal,
    ("ordinalText", "ru"): spelled.russian_ordinal_words,
}
_WORDED = ("ordinal", "cardinalText", "ordinalText")
_SPOKEN = ("en", "fr", "ru")


@cache
def numeral(format_name: str, language: str, pattern: str = "") -> Numeral | None:
    """Return what prints a count in a format, or None for a format or language we cannot print.

    `language` (ISO 639-1) matters to formats in words; `pattern` spells out the format "custom",
    as "001, 002, 003, ...".
    """
    if format_name == "custom":
        first = pattern.split(",", 1)[0].strip()
        return _padded(len(first)) if first.isdecimal() and len(first) <= 10 else None
    spoken = _IN_LANGUAGE.get((format_name, language))
    if spoken is None and format_name in _WORDED and language not in _SPOKEN:
        return None
    return spoken or _FORMATS.get(format_name)
