"""A count and Word's name for a number format in, the figure or word that Word prints out.

The formats are those of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat); where Word does otherwise, as
Microsoft tells in [MS-OI29500] 2.1.540, Word's way is taken. A count that we do not know Word's
figure for gives None: no figure is made up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from amend.read import word_spelled as spelled
from amend.read import word_spelled_more as spelled_more

# A count past this is no list; Roman figures and letters would grow without end.
LARGEST_COUNT = 32_767

Numeral = Callable[[int], str | None]


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
_HEBREW_TENS = "-יכלמנסעפצ"
_HEBREW_HUNDREDS = "-קרש"
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_AIUEO_NARROW = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SYMBOLS = "*†‡§"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HINDI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_CHINESE_DIGITS = str.maketrans("0123456789", "○一二三四五六七八九")
_IDEOGRAPHS = str.maketrans("0123456789", "〇一二三四五六七八九")


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


def _spare(count: int, digits: str, units: str) -> str | None:
    """Return 百一 for 101: Japanese and Korean name no zero, and no single hundred or ten."""
    if count >= 10_000:
        return None
    words = ""
    for power in (3, 2, 1, 0):
        digit = count // 10**power % 10
        if digit and power:
            words += (digits[digit] if digit > 1 else "") + units[power - 1]
        elif digit:
            words += digits[digit]
    return words


def hebrew(count: int) -> str | None:
    """Return a Hebrew number up to 392, where the letters begin anew; 15 and 16 spell no name."""
    if count > 392:
        return None
    hundreds, rest = divmod(count, 100)
    words = _HEBREW_HUNDREDS[hundreds] if hundreds else ""
    if rest in (15, 16):
        return words + "ט" + _HEBREW[rest - 10]
    tens, unit = divmod(rest, 10)
    return words + (_HEBREW_TENS[tens] if tens else "") + (_HEBREW[unit - 1] if unit else "")


def _sexagenary(count: int) -> str | None:
    """Return 甲子, 乙丑: the sixty pairs of a stem and a branch."""
    place = count - 1
    return _STEMS[place % 10] + _BRANCHES[place % 12] if count <= 60 else None


def _listed(signs: str) -> Numeral:
    """Print the signs of a row, and decimals where the row ends."""
    return lambda count: signs[count - 1] if count <= len(signs) else str(count)


def _known(signs: str) -> Numeral:
    """Print the signs of a row; what Word prints past its end we do not know."""
    return lambda count: signs[count - 1] if count <= len(signs) else None


def _cycled(signs: str) -> Numeral:
    """Print the signs of a row over and over, never doubled."""
    return lambda count: signs[(count - 1) % len(signs)]


def _signs(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


def _padded(width: int) -> Numeral:
    return lambda count: str(count).zfill(width)


def _sequence(pattern: str) -> Numeral:
    """Print a, b ... z, aa, ab ...; where two alphabets are given, the first begins a number."""
    first, _, rest = pattern.partition(" ")

    def prints(count: int) -> str:
        figures = ""
        while count > len(first):
            count, place = divmod(count - 1, len(first))
            figures = (rest or first)[place] + figures
        return first[count - 1] + figures

    return prints


def _repetition(pattern: str) -> Numeral:
    first, _, rest = pattern.partition(" ")
    return lambda count: letters(count, first)[:1] + letters(count, rest or first)[1:]


def _chinese_in(pattern: str) -> Numeral:
    digits, _, units = pattern.partition(" ")
    return lambda count: chinese(count, digits, units)


def _digits(pattern: str) -> Numeral:
    return lambda count: str(count).translate(str.maketrans("0123456789", pattern))


# Formats that a pattern spells out; other formats than Word's are told so.
_SPELLED: Mapping[str, Callable[[str], Numeral]] = {
    "sequence": _sequence,
    "repetition": _repetition,
    "cycle": _cycled,
    "row": _listed,
    "chinese": _chinese_in,
    "digits": _digits,
}
_FORMATS: Mapping[str, Numeral] = {
    "decimal": str,
    "decimalZero": _padded(2),
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "upperLetter": lambda count: letters(count, _LATIN.upper()),
    "lowerLetter": lambda count: letters(count, _LATIN),
    "hex": lambda count: f"{count:X}",
    "chicago": lambda count: letters(count, _SYMBOLS),
    "none": lambda _count: "",
    "bullet": lambda _count: "",
    "decimalEnclosedCircle": _listed(_signs(0x2460, 0x2473)),
    "decimalEnclosedCircleChinese": _listed(_signs(0x2460, 0x2473)),
    "decimalEnclosedFullstop": _listed(_signs(0x2488, 0x249B)),
    "decimalEnclosedParen": _listed(_signs(0x2474, 0x2487)),
    "decimalFullWidth": lambda count: str(count).translate(_WIDE_DIGITS),
    "decimalFullWidth2": lambda count: str(count).translate(_WIDE_DIGITS),
    "decimalHalfWidth": str,
    "numberInDash": lambda count: f"- {count} -",
    "bahtText": str,
    "russianLower": lambda count: letters(count, _RUSSIAN),
    "russianUpper": lambda count: letters(count, _RUSSIAN.upper()),
    "arabicAlpha": lambda count: letters(count, _ARABIC),
    "arabicAbjad": lambda count: letters(count, _ABJAD),
    "hebrew1": hebrew,
    "hebrew2": _known(_HEBREW),
    "hindiNumbers": lambda count: str(count).translate(_HINDI_DIGITS),
    "thaiNumbers": lambda count: str(count).translate(_THAI_DIGITS),
    "arabicDigits": lambda count: str(count).translate(_ARABIC_DIGITS),
    "chineseCounting": chinese_counting,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": lambda count: chinese(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    "taiwaneseCounting": chinese_counting,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": lambda count: str(count).translate(_CHINESE_DIGITS),
    "ideographDigital": lambda count: str(count).translate(_IDEOGRAPHS),
    "ideographEnclosedCircle": _known(_signs(0x3220, 0x3229)),
    "ideographLegalTraditional": lambda count: chinese(count, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "japaneseCounting": lambda count: _spare(count, _TEN_DIGITS, "十百千"),
    "koreanCounting": lambda count: _spare(count, "영일이삼사오육칠팔구", "십백천"),
    "aiueo": _cycled(_AIUEO_NARROW),
    "aiueoFullWidth": _cycled(_AIUEO),
    "ganada": _known(_GANADA),
    "chosung": _known(_CHOSUNG),
}
_IN_LANGUAGE: Mapping[tuple[str, str], Numeral] = {
    ("ordinal", "de"): lambda count: f"{count}.",
    ("ordinal", "en"): spelled.english_ordinal,
    ("ordinal", "es"): lambda count: f"{count}º",
    ("ordinal", "fr"): spelled.french_ordinal,
    ("ordinal", "ru"): spelled.russian_ordinal,
    ("cardinalText", "de"): spelled_more.german_cardinal,
    ("cardinalText", "en"): spelled.english_cardinal,
    ("cardinalText", "es"): spelled_more.spanish_cardinal,
    ("cardinalText", "fr"): spelled.french_cardinal,
    ("cardinalText", "ru"): spelled.russian_cardinal,
    ("ordinalText", "de"): spelled_more.german_ordinal_words,
    ("ordinalText", "en"): spelled.english_ordinal_words,
    ("ordinalText", "es"): spelled_more.spanish_ordinal_words,
    ("ordinalText", "fr"): spelled.french_ordinal_words,
    ("ordinalText", "ru"): spelled.russian_ordinal_words,
}


@lru_cache(maxsize=1024)
def numeral(format_name: str, language: str, pattern: str = "") -> Numeral | None:
    """Return what prints a count in a format, or None for a format or language we cannot print.

    `language` (ISO 639-1) matters to formats in words; `pattern` spells out the format "custom",
    as "001, 002, 003, ...", and the signs of those that are no format of Word's.
    """
    if pattern and format_name in _SPELLED:
        return _SPELLED[format_name](pattern)
    if format_name == "custom":
        first = pattern.split(",", 1)[0].strip()
        return _padded(len(first)) if first.isdecimal() and len(first) <= 10 else None
    return _FORMATS.get(format_name) or _IN_LANGUAGE.get((format_name, language))
