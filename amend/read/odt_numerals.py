"""What OpenDocument calls a number format in; the name and pattern that `word_numerals` knows out.

OpenDocument writes a format as its first numbers: "1", "a", "01, 02, 03, ...". Those of one kind
are known to Word by a name; what the others print was read off LibreOffice 7.4, and is a pattern.
"""

from __future__ import annotations

from collections.abc import Mapping

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
}


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
