"""A paragraph in Arabic, Chinese or Russian print in, the place of its number out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from amend.text.numerals import chinese, to_roman
from amend.text.scripts import ABJAD, ARABIC_TERMS

_IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff"
_ARABIC_LETTER = "\u0620-\u064a\u0671-\u06d3"
_DIGIT = "0-9٠-٩۰-۹"
_MARKS = "\u200e\u200f\u061c"
_FIGURES = "〇一二三四五六七八九十百"
_TERM = "бис|тер|кват[её]р|квинквиес|сексиес|септиес|октиес|альт|пре"

# The dash or dot behind an Arabic number closes it: "٩- نص", "٩ مكررا - نص".
_ARABIC_NUMBER = re.compile(
    rf"[\s{_MARKS}]*(?P<spelled>[{_DIGIT}]{{1,4}}"
    rf"(?P<term>\s?مكرر[اًـ]*(?:\s?\(?(?:{ARABIC_TERMS})\)?)?)?)"
    rf"[{_MARKS}]*\s?[.\-–—)][{_MARKS}]*\s*(?=[\[(«\"]*[{_ARABIC_LETTER}])"
)
_ARABIC_POINT = re.compile(
    rf"[\s{_MARKS}]*(?P<spelled>\(?[أ{ABJAD}]ـ?\)|[أ{ABJAD}]ـ?(?=\s?[-–.]\s))"
    rf"[{_MARKS}]*\s?[.\-–—]?(?=\s|$|[\[«\"])\s*"
)
_CHINESE_NUMBER = re.compile(
    rf"\s*(?P<spelled>[0-9０-９]{{1,4}}(?:之[{_FIGURES}]{{1,3}})?)(?:[．、.](?!\s*[0-9０-９])|\s?[:：])"
    rf"\s*(?=[\[（(「《“\"]*[{_IDEOGRAPH}])"
)
_CHINESE_POINT = re.compile(
    rf"\s*[（(](?P<spelled>[{_FIGURES}]{{1,4}}|[a-zａ-ｚ]{{1,2}}|[ivxⅰ-ⅹ]{{1,5}})[）)]\s*"
)
_CHINESE_HEADING = re.compile(rf"\s*(?P<spelled>[{_FIGURES}]{{1,3}})[、．.]\s*(?=[{_IDEOGRAPH}《])")
_RUSSIAN_NUMBER = re.compile(
    rf"\s*(?P<spelled>[1-9]\d{{0,3}}[\s\u00a0\-‑]?(?:{_TERM})(?!\w)(?:\s\d)?)\s?[.):]?(?=\s)\s*",
    re.IGNORECASE,
)
_RUSSIAN_POINT = re.compile(r"\s*(?P<spelled>\(?[а-я]\))(?:\s?(?:бис|тер))?\s*(?=[^\s.,;]|$)")
_ENDS_A_SENTENCE = "。；;"
_SHORT = 40  # signs; a heading is no longer


class ScriptHead(NamedTuple):
    """A number in another script: half-open span, and how to spell it to the label reader.

    `is_point` tells that the figure counts points within a paragraph: （一）.
    """

    start: int
    end: int
    spelled: str
    is_point: bool = False


def find_script_head(text: str) -> ScriptHead | None:
    """Find the number a paragraph opens with in Arabic, Chinese or Russian; None if there is none.

    "٩." is a paragraph, "(أ)" and "б)" are sub-paragraphs, "10、" is a paragraph, "（一）" a point.
    "一、" before a few words is a section, before a sentence a paragraph.
    """
    for pattern, spell in _FORMS:
        found = pattern.match(text)
        if found is not None:
            return spell(found, text)
    return None


def _plain(found: re.Match[str], _text: str) -> ScriptHead:
    return ScriptHead(*found.span(), found["spelled"])


def _pointed(found: re.Match[str], _text: str) -> ScriptHead:
    """Spell a sub-paragraph with both its parentheses."""
    letter = found["spelled"].strip("()").rstrip("ـ")
    return ScriptHead(*found.span(), f"({letter})")


def _chinese_point(found: re.Match[str], _text: str) -> ScriptHead:
    count = chinese(found["spelled"])
    if count is None:
        return _pointed(found, _text)
    return ScriptHead(*found.span(), f"1({count})", is_point=True)


def _chinese_heading(found: re.Match[str], text: str) -> ScriptHead:
    count = chinese(found["spelled"]) or 0
    is_title = len(text) <= _SHORT and not text.rstrip().endswith(tuple(_ENDS_A_SENTENCE))
    return ScriptHead(*found.span(), f"S:{to_roman(count).upper()}" if is_title else str(count))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], ScriptHead]], ...] = (
    (_ARABIC_NUMBER, _plain),
    (_ARABIC_POINT, _pointed),
    (_CHINESE_NUMBER, _plain),
    (_CHINESE_POINT, _chinese_point),
    (_CHINESE_HEADING, _chinese_heading),
    (_RUSSIAN_NUMBER, _plain),
    (_RUSSIAN_POINT, _pointed),
)
