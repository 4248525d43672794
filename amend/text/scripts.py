"""A label printed in Cyrillic, Arabic, Chinese or Japanese in, the same in Latin figures out."""

from __future__ import annotations

import re

from amend.text.numerals import chinese, multiplicative

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_CYRILLIC = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхцчшыэюя", "abvgdezziiklmnoprstufhccsyeua", strict=True))
)
_RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_RUSSIAN_SUB = re.compile(r"(?<![а-я])([а-я])(?=\))", re.IGNORECASE)
_RUSSIAN_CARRIER = re.compile(
    r"^(?:под)?(?P<paragraph>пункт\w*|п\.|абзац\w*)|^(?P<article>стат\w+|ст\.)"
)

_ABJAD = "ابجدهوزحطيكلمنسعفصقر"  # the order of list letters, not of the alphabet
_ARABIC_TERMS = ("ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f]")
_ARABIC_LABEL = re.compile(
    r"(?:(?P<article>(?:ال)?ماد[ةه])|(?:ال)?فقر[ةه])?\s*(?P<number>\d{1,4})\s*"
    rf"(?P<again>مكررا?)?\s*\(?(?P<term>{'|'.join(_ARABIC_TERMS)})?\)?\s*"
    rf"(?:\((?P<letter>[{_ABJAD}])\))?"
)

_FIGURES = r"[0-9〇零一二三四五六七八九十百千]+"
_CHINESE_LABEL = re.compile(
    rf"第\s*(?P<number>{_FIGURES})\s*(?P<unit>[段款条條项項])"
    rf"(?:\s*[之の]\s*(?P<rank>{_FIGURES}))?(?:\s*第?\s*[(（]?(?P<item>{_FIGURES})[)）]?\s*[项項])?"
)


def latin(printed: str) -> str:
    """Rewrite a label of any of the UN scripts in Latin letters; other text comes back as it was.

    The figures after 之 and の and the Arabic ordinals count paragraphs of one number, the first
    being the plain one, so that 之二 is bis (UN and treaty practice, domain B.2.6). Statutes of the
    PRC count insertions instead: their 之一, which UN practice does not know, is bis too.
    """
    text = printed.translate(_DIGITS)
    first = next((each for each in text if each > "\u036f" and each.isalpha()), "")
    if "\u0400" <= first <= "\u04ff":
        return _from_cyrillic(text)
    if "\u0600" <= first <= "\u06ff":
        return _from_arabic(text)
    if "\u3040" <= first <= "\u9fff":
        return _from_chinese(text)
    return text


def _from_cyrillic(text: str) -> str:
    small = _RUSSIAN_SUB.sub(_russian_letter, text.lower())
    carrier = _RUSSIAN_CARRIER.match(small)
    if carrier is not None:
        small = ("art " if carrier["article"] else "para ") + small[carrier.end() :]
    spelled = small.translate(_CYRILLIC)
    return spelled.replace("kv", "qu").replace("ks", "x").replace("kt", "ct").replace("ciz", "cies")


def _russian_letter(found: re.Match[str]) -> str:
    place = _RUSSIAN_LETTERS.find(found[1])
    return chr(ord("a") + place) if 0 <= place < 26 else found[1]


def _from_arabic(text: str) -> str:
    plain = _ARABIC_MARKS.sub("", text).translate(str.maketrans("أإآ", "ااا"))
    found = _ARABIC_LABEL.fullmatch(plain.strip())
    if found is None:
        return text
    place = _ARABIC_TERMS.index(found["term"]) + 2 if found["term"] else 0
    if found["again"]:  # "again" alone is bis, "again, second" is ter
        place = place + 1 if place else 2
    suffix = multiplicative(place) if place else ""
    letter = f"({chr(ord('a') + _ABJAD.index(found['letter']))})" if found["letter"] else ""
    return f"{'Art' if found['article'] else ''}{found['number']}{suffix}{letter}"


def _from_chinese(text: str) -> str:
    found = _CHINESE_LABEL.fullmatch(text.strip())
    if found is None:
        return text
    number, rank, item = (_count(found[name]) for name in ("number", "rank", "item"))
    carrier = "Art" if found["unit"] in "条條" else ""
    suffix = multiplicative(max(rank, 2)) if rank and rank < 100 else ""
    return f"{carrier}{number}{suffix}{f'({item})' if item else ''}"


def _count(figures: str | None) -> int:
    if not figures:
        return 0
    return int(figures) if figures.isdecimal() else chinese(figures) or 0
