"""Drafts in the six languages of the United Nations, made of real sentences: words and labels.

The sentences are those of `../shared/data/udhr`; numbers, headings, masthead and running words are
written here, as the organisation prints them in each language.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[2] / "shared" / "data"
LANGUAGES = {"ar": "arb", "zh": "cmn_hans", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_LEAD = re.compile(r"^\(?\w{1,2}[).]\s+")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_CHINESE = "一二三四五六七八九十"
# Every so many paragraphs one calls a footnote.
_NOTED = 5


@dataclass(frozen=True)
class Said:
    """A paragraph of a draft: how it is set, its number as printed, its words, its footnote."""

    kind: str  # title, preamble, heading, subheading, paragraph, point, subpoint
    number: str
    text: str
    note: str = ""

    @property
    def whole(self) -> str:
        """The number and the words, as one line."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True)
class Tongue:
    """What the organisation prints around the words of a draft in one language."""

    masthead: tuple[str, ...]
    title: str
    article: tuple[str, ...]
    numbers: tuple[str, str, str]
    page: str
    subheading: str
    is_right: bool = False


TONGUES = {
    "en": Tongue(
        ("United Nations", "A/AC.999/L.7", "Distr.: Limited", "3 June 2027", "Original: English"),
        "Draft text of a declaration on harbours", ("Article {}",), ("{}.", "({})", "({})"),
        "{}/9", "General provisions"),
    "fr": Tongue(
        ("Nations Unies", "A/AC.999/L.7", "Distr. limitée", "3 juin 2027", "Original : anglais"),
        "Projet de déclaration sur les ports", ("Article {}",), ("{}.", "{})", "{})"),
        "{}/9", "Dispositions générales"),
    "es": Tongue(
        ("Naciones Unidas", "A/AC.999/L.7", "Distr. limitada", "3 de junio de 2027",
         "Original: inglés"),
        "Proyecto de declaración sobre los puertos", ("Artículo {}",), ("{}.", "{})", "{})"),
        "{}/9", "Disposiciones generales"),
    "ru": Tongue(
        ("Организация Объединенных Наций", "A/AC.999/L.7", "Distr.: Limited", "3 June 2027",
         "Original: English"),
        "Проект декларации о портах", ("Статья {}",), ("{}.", "{})", "{})"),
        "{}/9", "Общие положения"),
    "zh": Tongue(
        ("联合国", "A/AC.999/L.7", "Distr.: Limited", "3 June 2027", "Original: English"),
        "关于港口的宣言草案", ("第{}条",), ("{}.", "({})", "({})"), "{}/9", "一般规定"),
    "ar": Tongue(
        ("الأمم المتحدة", "A/AC.999/L.7", "Distr.: Limited", "3 June 2027", "Original: English"),
        "مشروع إعلان بشأن الموانئ", ("المادة {}",), ("{} -", "({})", "({})"), "{}/9",
        "أحكام عامة", is_right=True),
}  # fmt: skip
_LETTERS = {
    "ru": "абвгдежзик", "ar": "أبجدهوزحطي",
}  # fmt: skip
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def sentences(language: str) -> tuple[list[str], list[str]]:
    """Return the preamble and the other paragraphs of the declaration, without their numbers."""
    page = (DATA / "udhr" / f"{LANGUAGES[language]}.html").read_text("utf-8")
    head, _, body = page.partition("<article")
    parts = []
    for part in (head, body):
        found = (html.unescape(" ".join(each.split())) for each in _PARAGRAPH.findall(part))
        parts.append([_LEAD.sub("", each) for each in found])
    return parts[0], parts[1]


def draft(language: str, *, own_figures: bool = False) -> list[Said]:
    """Return a draft: a preamble, and articles of paragraphs, points and sub-points.

    `own_figures` sets the numbers in figures of the language, where it has some.
    """
    preamble, body = sentences(language)
    tongue = TONGUES[language]
    found = [Said("title", "", tongue.title)]
    found += [Said("preamble", "", each) for each in preamble]
    waiting = iter(body)
    for article in range(1, 9):
        found.append(Said("heading", "", tongue.article[0].format(_ordinal(language, article))))
        if article % 2:
            found.append(Said("subheading", "", tongue.subheading))
        found += _article(waiting, language, own_figures=own_figures)
    noted = [each for each in found if each.kind in {"preamble", "paragraph", "point"}]
    calling = {id(each) for each in noted[1::_NOTED]}
    spare = iter(body[-8:])
    return [
        Said(each.kind, each.number, each.text, next(spare, "")) if id(each) in calling else each
        for each in found
    ]


def _ordinal(language: str, number: int) -> str:
    return _CHINESE[number - 1] if language == "zh" else str(number)


def _article(waiting: Iterator[str], language: str, *, own_figures: bool) -> Iterator[Said]:
    plan = ("paragraph", "paragraph", "point", "point", "subpoint", "subpoint", "point")
    counts = dict.fromkeys(plan, 0)
    for kind in plan:
        counts[kind] += 1
        text = next(waiting, None)
        if text is None:
            return
        yield Said(kind, _number(language, kind, counts[kind], own_figures=own_figures), text)


def _number(language: str, kind: str, count: int, *, own_figures: bool) -> str:
    one, two, three = TONGUES[language].numbers
    if kind == "paragraph":
        shown = str(count)
        if own_figures and language == "ar":
            shown = shown.translate(_ARABIC)
        if own_figures and language == "zh":
            return f"{_CHINESE[count - 1]}、"
        return one.format(shown)
    if kind == "point":
        if own_figures and language == "zh":
            return f"（{_CHINESE[count - 1]}）"
        return two.format(_LETTERS.get(language, "abcdefghij")[count - 1])
    shown = str(count) if language == "ar" else _ROMANS[count - 1]
    return three.format(shown)
