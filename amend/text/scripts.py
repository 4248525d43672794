"""A label printed in Cyrillic, Arabic, Chinese or Japanese in, the same in Latin figures out."""

from __future__ import annotations

import re

from amend.text.numerals import chinese, multiplicative, to_roman

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_CYRILLIC = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхцчшыэюя", "abvgdezziiklmnoprstufhccsyeua", strict=True))
)
_RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_RUSSIAN_SUB = re.compile(r"(?<![а-яё])([а-я])(?=\))", re.IGNORECASE)
_RUSSIAN_CARRIER = re.compile(
    r"^(?:(?P<paragraph>(?:под)?пункт\w*|п\.|абзац\w*)|(?P<article>стат\w+|ст\.)"
    r"|(?P<annex>приложени\w+)|(?P<section>раздел\w*))"
)
_RUSSIAN_PART = re.compile(r"\s+(?:(?P<pp>преамбулы)|(?P<op>постановляющей части))$")

ABJAD = "ابجدهوزحطيكلمنسعفصقر"
"""Arabic list letters in their order, which is not that of the alphabet."""
ARABIC_TERMS = "ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا"
ARABIC_MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f\u061c]")
ALEFS = str.maketrans("أإآ", "ااا")
_TERMS = ARABIC_TERMS.split("|")
_ARABIC_LABEL = re.compile(
    r"(?:(?P<article>(?:ال)?ماد[ةه])|(?:ال)?فقر[ةه](?P<pp>\sالديباجة)?)?\s*"
    r"(?P<number>\d{1,4})?\s*"
    rf"(?P<again>مكررا?)?\s*\(?(?P<term>{ARABIC_TERMS})?\)?\s*"
    rf"(?P<sub>(?:\((?P<letter>[{ABJAD}])\)|(?P<open>[{ABJAD}])\))"
    r"(?:\s*[(‘']?(?P<below>\d{1,2})[)’'])?)?"
    r"(?P<preamble>\sمن\sالديباجة)?"
)

_FIGURES = r"[0-9〇零一二三四五六七八九十百千]+"
_CHINESE_LABEL = re.compile(
    rf"第?\s*(?P<number>{_FIGURES})\s*(?P<own>\([a-z]{{1,2}}\))?\s*(?P<unit>[段款条條项項]|(?=\.?[之の]))\.?"
    rf"(?:\s*[之の]\s*(?P<rank>{_FIGURES}))?(?:第\s*(?P<inside>{_FIGURES})\s*[款段])?"
    rf"(?:\s*第?\s*[(（]?(?P<item>{_FIGURES})[)）]?\s*[项項目])?"
    r"(?P<letter>\s*[(（][a-z]{1,2}[)）])?(?:[项項])?(?P<below>[(（][ivx]{1,5}[)）])?"
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
    part = _RUSSIAN_PART.search(small)
    if part is not None:
        small = small[: part.start()]
    carrier = _RUSSIAN_CARRIER.match(small)
    if carrier is not None:
        kind = carrier.lastgroup
        # Figures of annexes and sections are Latin capitals, and stay so.
        rest = text[carrier.end() :] if kind in {"annex", "section"} else small[carrier.end() :]
        word = {"article": "art", "annex": "Annex", "section": "Section"}.get(kind or "", "para")
        small = f"{word} {rest}"
    if part is not None:
        small = ("pp" if part["pp"] else "op") + small.removeprefix("para ").strip()
    spelled = small.translate(_CYRILLIC)
    for wrong, right in (("kv", "qu"), ("ks", "x"), ("kt", "ct"), ("ciz", "cies"), ("alьt", "alt")):
        spelled = spelled.replace(wrong, right)
    return spelled


def _russian_letter(found: re.Match[str]) -> str:
    return russian_letter(found[1]) or found[1]


def russian_letter(letter: str) -> str | None:
    """Return the Latin letter that stands as far in its list: б is b, г is d; None beyond z."""
    place = _RUSSIAN_LETTERS.find(letter.lower())
    return chr(ord("a") + place) if 0 <= place < 26 else None


def _from_arabic(text: str) -> str:
    plain = ARABIC_MARKS.sub("", text).translate(ALEFS).strip().rstrip(".-: ")
    found = _ARABIC_LABEL.fullmatch(plain)
    if found is None or not (found["number"] or found["sub"]):
        return text
    place = _TERMS.index(found["term"]) + 2 if found["term"] else 0
    if found["again"]:  # "again" alone is bis, "again, second" is ter
        place = place + 1 if place else 2
    suffix = multiplicative(place) if place else ""
    sub = found["letter"] or found["open"]
    letter = f"({chr(ord('a') + ABJAD.index(sub))})" if sub else ""
    below = f"({to_roman(int(found['below']))})" if found["below"] else ""
    carrier = "Art" if found["article"] else "PP" if found["pp"] or found["preamble"] else ""
    return f"{carrier}{found['number'] or ''}{suffix}{letter}{below}"


def _from_chinese(text: str) -> str:
    found = _CHINESE_LABEL.fullmatch(text.strip())
    if found is None:
        return text
    number, rank, item = (_count(found[name]) for name in ("number", "rank", "item"))
    carrier = "Art" if found["unit"] in {"条", "條"} else ""
    suffix = multiplicative(max(rank, 2)) if rank and rank < 100 else ""
    inside = f"/{_count(found['inside'])}" if found["inside"] else ""
    letters = "".join(found[name] or "" for name in ("own", "letter", "below"))
    letters = re.sub(r"\s", "", letters).translate(str.maketrans("（）", "()"))
    return f"{carrier}{number}{suffix}{inside}{f'({item})' if item else ''}{letters}"


def _count(figures: str | None) -> int:
    if not figures:
        return 0
    return int(figures) if figures.isdecimal() else chinese(figures) or 0
