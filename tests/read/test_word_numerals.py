"""Each number format as Word prints it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.read.word_numerals import numeral


@pytest.mark.parametrize(
    ("name", "language", "printed"),
    [
        ("lowerRoman", "en", {4: "iv", 1999: "mcmxcix"}),
        ("upperLetter", "en", {1: "A", 26: "Z", 27: "AA", 53: "AAA", 780: "Z" * 30, 781: "A"}),
        ("decimalZero", "en", {1: "01", 10: "10", 100: "100"}),
        ("ordinal", "en", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd", 112: "112th"}),
        ("ordinal", "fr", {1: "1er", 2: "2e"}),
        ("ordinal", "ru", {1: "1-ый", 2: "2-ой", 3: "3-ий", 13: "13-ый", 16: "16-ый"}),
        ("cardinalText", "en", {7: "Seven", 40: "Forty", 121: "One hundred twenty-one"}),
        ("ordinalText", "en", {1: "First", 12: "Twelfth", 30: "Thirtieth", 100: "One hundredth"}),
        ("cardinalText", "fr", {71: "Soixante et onze", 80: "Quatre-vingts", 81: "Quatre-vingt-un",
                                200: "Deux cents", 201: "Deux cent un", 1001: "Mille un"}),
        ("ordinalText", "fr", {1: "Premier", 5: "Cinquième", 9: "Neuvième", 80: "Quatre-vingtième",
                               21: "Vingt et unième", 200: "Deux centième", 1000: "Millième"}),
        ("cardinalText", "ru", {2: "Два", 21: "Двадцать один", 2001: "Две тысячи один"}),
        ("ordinalText", "ru", {3: "Третий", 40: "Сороковой", 121: "Сто двадцать первый",
                               200: "Двухсотый", 2000: "Двухтысячный"}),
        ("chineseCounting", "zh", {10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一○一"}),
        ("chineseCountingThousand", "zh", {10: "十", 101: "一百〇一", 110: "一百一十"}),
        ("ordinalText", "ru", {4: "Четвертый", 300: "Трехсотый", 1000: "Тысячный"}),
        ("cardinalText", "de", {1: "Eins", 21: "Einundzwanzig", 100: "Einhundert",
                                1216: "Eintausendzweihundertsechzehn"}),
        ("ordinalText", "de", {1: "Erste", 3: "Dritte", 7: "Siebte", 20: "Zwanzigste",
                               101: "Einhunderterste", 118: "Einhundertachtzehnte"}),
        ("ordinal", "de", {3: "3."}),
        ("cardinalText", "es", {1: "Uno", 16: "Dieciséis", 20: "Veinte", 21: None, 100: "Cien",
                                31: "Treinta y uno", 999: "Novecientos noventa y nueve"}),
        ("ordinalText", "es", {1: "Primero", 12: "Duodécimo", 13: None, 20: "Vigésimo",
                               67: "Sexagésimo séptimo", 100: None}),
        ("decimalEnclosedCircle", "en", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", "en", {1: "⑴", 20: "⒇", 21: "21"}),
        ("ideographTraditional", "zh", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", "zh", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", "zh", {1: "甲子", 60: "癸亥", 61: None}),
        ("ideographDigital", "zh", {10: "一〇", 105: "一〇五"}),
        ("ideographLegalTraditional", "zh", {10: "壹拾", 101: "壹佰零壹"}),
        ("ideographEnclosedCircle", "zh", {1: "㈠", 10: "㈩", 11: None}),
        ("japaneseCounting", "ja", {10: "十", 101: "百一", 1210: "千二百十", 10_000: None}),
        ("koreanCounting", "ko", {11: "십일", 120: "백이십"}),
        ("ganada", "ko", {1: "가", 14: "하", 15: None}),
        ("aiueoFullWidth", "ja", {1: "ア", 46: "ン", 47: "ア"}),
        ("hebrew1", "he", {1: "א", 11: "יא", 15: "טו", 116: "קטז", 392: "שצב", 393: None}),
        ("hebrew2", "he", {22: "ת", 23: None}),
        ("arabicAlpha", "ar", {1: "أ", 2: "ب", 29: "أأ"}),
        ("arabicAbjad", "ar", {1: "أ", 3: "ج"}),
        ("hindiNumbers", "hi", {12: "१२"}),
        ("numberInDash", "en", {3: "- 3 -"}),
        ("chicago", "en", {1: "*", 4: "§", 5: "**"}),
        ("hex", "en", {10: "A", 31: "1F"}),
        ("bahtText", "th", {3: "3"}),
        ("russianLower", "ru", {1: "а", 3: "в"}),
        ("none", "en", {1: ""}),
    ],
)  # fmt: skip
def test_each_format_prints_as_word_does(
    name: str, language: str, printed: dict[int, str | None]
) -> None:
    prints = numeral(name, language)
    assert prints is not None
    assert {count: prints(count) for count in printed} == printed


def test_words_in_a_language_we_do_not_speak_are_not_made_up() -> None:
    assert numeral("cardinalText", "sv") is None


def test_a_pattern_of_zeros_gives_the_width() -> None:
    prints = numeral("custom", "en", "0001, 0002, 0003, ...")
    assert prints is not None
    assert prints(42) == "0042"


SPOKEN = [(name, language) for name in ("cardinalText", "ordinalText") for language in
          ("de", "en", "fr", "ru")]  # fmt: skip


@pytest.mark.parametrize(("name", "language"), [*SPOKEN, ("chineseCountingThousand", "zh")])
@given(counts=st.tuples(st.integers(1, 32_767), st.integers(1, 32_767)))
def test_two_counts_never_print_alike(name: str, language: str, counts: tuple[int, int]) -> None:
    prints = numeral(name, language)
    assert prints is not None
    assert (prints(counts[0]) == prints(counts[1])) is (counts[0] == counts[1])
