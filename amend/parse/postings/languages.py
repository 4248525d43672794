"""A text in, its language out, or its languages where paragraphs differ: "en", "en+fr"."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": "the of and to in for is that we on are with be this as our by from it have at an will",
    "fr": "le la les des du et en une que pour dans sur nous au aux est qui ce cette par plus vous",
    "es": "el la los las de del y en que para por una con se al es su como más lo sus este esta",
    "pt": "o os as da do das dos e em que para por uma com se não ao é sua como mais no na",
    "de": "der die das und in zu den von mit für auf ist des dem nicht ein eine wir im sich auch",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_FEWEST = 4  # words that must speak for a second language


def language_of(text: str) -> str | None:
    """Return ISO 639-1 codes in order of appearance, joined by "+"; None where nothing tells."""
    found: dict[str, int] = {}
    for paragraph in text.split("\n"):
        code, weight = _one(paragraph)
        if code is not None:
            found[code] = found.get(code, 0) + weight
    kept = [code for code, weight in found.items() if weight >= _FEWEST]
    if kept:
        return "+".join(kept)
    return max(found, key=lambda code: found[code]) if found else _one(text)[0]


def _one(paragraph: str) -> tuple[str | None, int]:
    letters = sum(each.isalpha() for each in paragraph)
    for code, script in _SCRIPTS:
        count = len(script.findall(paragraph))
        if letters and count * 2 > letters:
            return code, count
    words = re.findall(r"[^\W\d_]+", paragraph.lower())
    counts = Counter({code: sum(each in known for each in words) for code, known in _WORDS.items()})
    (code, most), (_, next_most) = counts.most_common(2)
    return (code, most) if most > next_most else (None, 0)
