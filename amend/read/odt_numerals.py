"""What OpenDocument calls a number format in; Word's name of it, and a pattern for some, out.

OpenDocument writes a format as its first numbers: "1", "a", "01, 02, 03, ...". How each prints is
told by `word_numerals.py`, which knows them by Word's names.
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
    "１, ２, ３, ...": "decimalFullWidth",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "ア, イ, ウ, ...": "aiueoFullWidth",
    "ｱ, ｲ, ｳ, ...": "aiueo",
    "가, 나, 다, ...": "ganada",
    "ㄱ, ㄴ, ㄷ, ...": "chosung",
    "أ, ب, ت, ...": "arabicAlpha",
    "أ, ب, ج, ...": "arabicAbjad",
    "א, ב, ג, ...": "hebrew2",
    "१, २, ३, ...": "hindiNumbers",
    "๑, ๒, ๓, ...": "thaiNumbers",
    "١, ٢, ٣, ...": "arabicDigits",
}
_LETTERS = {"a": ("lowerLetter", "lowerAlphabet"), "A": ("upperLetter", "upperAlphabet")}


def named(written: str, *, is_even: bool) -> tuple[str, str]:
    """Return Word's name of a format, and a pattern for "custom", else "".

    `is_even` tells that letters go on as aa, bb, not as aa, ab. A format we do not know keeps the
    name it has.
    """
    if written in _LETTERS:
        return _LETTERS[written][0 if is_even else 1], ""
    first = written.split(",", 1)[0].strip()
    if first.isdecimal() and first.isascii() and len(first) > 1:
        return "custom", written
    return _NAMES.get(written, written[:40]), ""
