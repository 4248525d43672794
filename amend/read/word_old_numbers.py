"""A paragraph's old number as Word's older versions noted it in; that number as printed out."""

from __future__ import annotations

import re

from amend.read.word_numerals import LARGEST_COUNT, numeral
from amend.read.word_styles import count_of

# [MS-OI29500] 2.1.1772: for each level a prefix, "%", level, count, number of the format and what
# follows it: "%1:2:0:.%2:1:4:)" is 2.a).
_LEVEL = re.compile(r"%\d:(\d+):(\d+):([^%]*)")
# The formats by their numbers in that note; later ones are of no United Nations language.
_FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal",
    "cardinalText", "ordinalText", "hex", "chicago",
)  # fmt: skip
_ZERO_PADDED, _BULLET = 22, 23


def noted_number(original: str, language: str) -> str | None:
    """Return the number of a `w:numberingChange`, or None where the note cannot be read."""
    if not _LEVEL.search(original):
        return None
    parts: list[str] = []
    end = 0
    for level in _LEVEL.finditer(original):
        figure = _figure(level[1], int(level[2][:6]), language)
        if figure is None:
            return None
        parts += [original[end : level.start()], figure, level[3]]
        end = level.end()
    return "".join([*parts, original[end:]]).replace("%%", "%").strip() or None


def _figure(count: str, number: int, language: str) -> str | None:
    value = count_of(count)
    if value is None or not 0 < value <= LARGEST_COUNT or number == _BULLET:
        return None
    name = "decimalZero" if number == _ZERO_PADDED else None
    if number < len(_FORMATS):
        name = _FORMATS[number]
    prints = numeral(name, language or "en") if name is not None else None
    return prints(value) if prints is not None else None
