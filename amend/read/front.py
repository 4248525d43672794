"""The first lines of a document in; how many of them are its masthead out, and that set apart.

The United Nations print symbol, date, session and item above a text, in six languages: on paper
and in the Word file that the paper is printed from. It is not the draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from amend.model.source import Block, BlockKind, SourceText
from amend.notices import Code, Notice

_NAMES = (
    r"United\s+Nations|Nations\s+Unies|Naciones\s+Unidas|Объединенны[ех]\s+Наци[ий]|"
    r"Организация\s+Объединенных\s+Наций|الأمم\s+المتحدة|联\s*合\s*国|"
    r"FRAMEWORK\s+CONVENTION\s+ON\s+CLIMATE\s+CHANGE"
)
_ALONE = r"(?:\s+\S*/\S*)?$"
_DISTRIBUTED = (
    r"Distr(?:\.|ibution)?\s*:?|Original\s*:|Languages?\s*:|Idioma|Оригинал|Язык|"
    r"عام|محدود|الأصل|原文|分发|English\s+(?:only|version)|Advance\s+(?:unedited|copy|version)"
)
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9.()\-]+){1,6}(?:\s*[*]+)?$"
_SESSION = (
    r".{3,40}\b(?:session|período\s+de\s+sesiones|сессия)$|.{2,16}届会议|الدورة\s.{3,40}|"
    r"第.{1,8}届会议"
)
_ITEM = (
    r"(?:Provisional\s+)?(?:agenda\s+)?items?\s+\d|Points?\s+\d+.*ordre\s+du\s+jour|"
    r"(?:Tema|Temas)\s+\d|Пункты?\s+\d|البنود?\s|议程项目"
)
_MONTH = (
    r"\d{1,2}(?:er)?\s+(?:de\s+)?[^\W\d_]{3,12}\s+(?:de\s+)?\d{4}$|[^\W\d_]{3,9}\s+\d{1,2},\s+\d{4}$|"
    r"\d{4}\s*年.{1,8}日$"
)
SIGNS = re.compile(
    rf"(?:(?:{_NAMES}){_ALONE}|{_DISTRIBUTED}|{_SYMBOL}|{_SESSION}|{_ITEM}|{_MONTH})", re.IGNORECASE
)
_STRONG = re.compile(rf"(?:{_NAMES}|{_DISTRIBUTED})", re.IGNORECASE)
_IS_ITEM = re.compile(_ITEM, re.IGNORECASE)
_BODY = (
    r"General\s+Assembly|Assemblée\s+générale|Asamblea\s+General|Генеральная\s+Ассамблея|"
    r"الجمعية\s+العامة|大\s*会"
)
_BODIES = re.compile(rf"(?:{_BODY})(?:\s+{_DISTRIBUTED}.*)?$", re.IGNORECASE)
# Lines of one masthead, and lines without a sign between two that bear one.
_MOST_LINES = 30
_BETWEEN = 6
_LEAST = 3


def signed(lines: Sequence[str]) -> int:
    """Return how many of the first lines make a masthead: up to the last that bears a sign of one.

    A single sign is none: a draft may be dated, or speak of the United Nations in its title.
    """
    ends, met, strong = 0, 0, False
    for place, line in enumerate(lines[:_MOST_LINES], 1):
        text = line.strip()
        if SIGNS.match(text) or _BODIES.match(text):
            if place - ends > _BETWEEN:
                break
            ends, met = place, met + 1
            strong = strong or _STRONG.search(text) is not None
    return ends if met >= _LEAST and strong else 0


def is_item(line: str) -> bool:
    """Whether a line names an item of an agenda, whose title may follow."""
    return _IS_ITEM.match(line.strip()) is not None


def told_of(count: int, first: str, file: str) -> Notice:
    """Return the notice that says how much was set apart."""
    said = f"the first {count} lines were taken for masthead or cover letter"
    return Notice(Code.FRONT_SET_APART, file, f"{said}, and stand apart: {first!r} ...")


def apart(source: SourceText) -> SourceText:
    """Return a text with its masthead set apart as what runs in the margins is; it stays in place.

    A numbered paragraph ends what may be one.
    """
    lines: list[tuple[int, str]] = []
    for place, block in enumerate(source.blocks):
        if len(lines) == _MOST_LINES or block.number is not None or not _may_be(block):
            break
        if block.after.strip():
            lines.append((place, block.after))
    count = signed([text for _, text in lines])
    if not 0 < count < len(lines):
        return source
    ends = lines[count - 1][0] + 1
    blocks = tuple(
        replace(block, kind=BlockKind.MARGIN, level=0) if place < ends else block
        for place, block in enumerate(source.blocks)
    )
    notice = told_of(count, " ".join(lines[0][1].split()), source.file)
    return replace(source, blocks=blocks, notices=(*source.notices, notice))


def _may_be(block: Block) -> bool:
    return block.kind in {BlockKind.BODY, BlockKind.HEADING}
