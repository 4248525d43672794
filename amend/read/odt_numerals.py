"""What OpenDocument calls a number format in; the name and pattern that `word_numerals` knows out.

OpenDocument writes a format as its first numbers: "1", "a", "01, 02, 03, ...". Those of one kind
are known to Word by a name; what the others print was read off LibreOffice 7.4, and is a pattern.
"""

from __future__ import annotations

from collections.abc import Mapping

from amend.read import word_numerals
from amend.read.word_numerals import Numeral

_NAMES: Mapping[str, str] = {
    "1": "decimal",
    "i": "lowerRoman",
    "I": "upperRoman",
    "1st": "ordinal",
    "One": "cardinalText",
    "First": "ordinalText",
    "*, †, ‡, §, **, ††, ...": "chicago",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "일, 이, 삼, ...": "koreanCounting",
    "ア, イ, ウ, ...": "aiueoFullWidth",
    "ｱ, ｲ, ｳ, ...": "aiueo",
    "א, י, ק, ...": "hebrew1",
    "१, २, ३, ...": "hindiNumbers",
    "١, ٢, ٣, ...": "arabicDigits",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_BULGARIAN = "абвгдежзиклмнопрстуфхцчшщъюя"
_SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウ"
    "ヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_ROWS = (
    "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ",
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
    "ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮຯຮໜໝ",
    "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
    "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ",
)
_CYCLES = (
    "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭",
    "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻",
    "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
)
_PATTERNS: dict[str, tuple[str, str]] = {
    "①, ②, ③, ...": ("row", _CIRCLED),
    "一, 二, 三, ...": ("chinese", "零一二三四五六七八九 十百千"),
    "壹, 贰, 叁, ...": ("chinese", "零壹贰叁肆伍陆柒捌玖 拾佰仟"),
    "壹, 貳, 參, ...": ("chinese", "零壹貳參肆伍陸柒捌玖 拾佰仟"),
    "イ, ロ, ハ, ...": ("cycle", _IROHA),
    "가, 나, 다, ...": ("cycle", "가나다라마바사아자차카타파하"),
    "ㄱ, ㄴ, ㄷ, ...": ("cycle", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "أ, ب, ت, ...": ("sequence", "أبتثجحخدذرزسشصضطظعغفقكلمنهوى"),
    "א, ב, ג, ...": ("sequence", "אבגדהוזחטיכלמנסעפצקרשת"),
    "۱, ۲, ۳, ...": ("digits", "۰۱۲۳۴۵۶۷۸۹"),
    "壱, 弐, 参, ...": ("digits", "零壱弐参四伍六七八九"),
    **{f"{', '.join(row[:3])}, ...": ("sequence", row) for row in _ROWS},
    **{f"{', '.join(row[:3])}, ...": ("cycle", row) for row in _CYCLES},
}
_GREEK = (
    ("", "α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ"),
    ("", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π", "ϟ"),
    ("", "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω", "ϡ"),
)
_KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_KOREAN_UNITS = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")


def _cyrillic(letters: str, code: str) -> dict[str, tuple[str, str]]:
    """Return the formats of one alphabet; of two capitals, the second is a small letter."""
    capitals = f"{letters.upper()} {letters}"
    return {
        f"а, б, .., аа, аб, ... ({code})": ("sequence", letters),
        f"а, б, .., аа, бб, ... ({code})": ("repetition", letters),
        f"А, Б, .., Аа, Аб, ... ({code})": ("sequence", capitals),
        f"А, Б, .., Аа, Бб, ... ({code})": ("repetition", capitals),
    }


for _letters, _code in ((_RUSSIAN, "ru"), (_BULGARIAN, "bg"), (_SERBIAN, "sr")):
    _PATTERNS |= _cyrillic(_letters, _code)


def named(written: str, *, is_even: bool) -> tuple[str, str]:
    """Return the name of a format, and a pattern for those that need one, else "".

    `is_even` tells that letters go on as aa, bb, not as aa, ab. A format we do not know keeps the
    name it has.
    """
    if written in ("a", "A"):
        alphabet = _LATIN if written == "a" else _LATIN.upper()
        return "repetition" if is_even else "sequence", alphabet
    first = written.split(",", 1)[0].strip()
    if first.isdecimal() and first.isascii() and len(first) > 1:
        return "custom", written
    return _PATTERNS.get(written) or (_NAMES.get(written, written[:40]), "")


def numeral(format_name: str, language: str, pattern: str = "") -> Numeral | None:
    """Return what prints a count in a format; None for one, or a language, we cannot print.

    The formats that Word has too are printed as it prints them.
    """
    return _OWN.get(format_name) or word_numerals.numeral(format_name, language, pattern)


def _greek(count: int) -> str | None:
    """Return a Greek number, letters by their values: ιστ is 16, and ͵α begins a thousand."""
    if count > 9_999:
        return None
    thousands, rest = divmod(count, 1_000)
    figures = (row[rest // 10**place % 10] for place, row in reversed([*enumerate(_GREEK)]))
    return (f"͵{_GREEK[0][thousands]}" if thousands else "") + "".join(figures)


def _greek_capital(count: int) -> str | None:
    """Return the same in capitals; the sign of 90 has none here, as LibreOffice prints it."""
    small = _greek(count)
    return small.upper().replace("Ϟ", "ϟ") if small is not None else None


def _korean(count: int) -> str | None:
    """Return a Korean number in its own words; from 100 on they are those of Chinese origin."""
    if count >= 100:
        plain = word_numerals.numeral("koreanCounting", "")
        return plain(count) if plain is not None else None
    return _KOREAN_TENS[count // 10] + _KOREAN_UNITS[count % 10]


_OWN: Mapping[str, Numeral] = {
    "α, β, ... (gr)": _greek,
    "Α, Β, ... (gr)": _greek_capital,
    "하나, 둘, 셋, ...": _korean,
}
