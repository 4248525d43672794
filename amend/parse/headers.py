"""The lines at the top of a proposal file in; proponents, supporters, revision and date out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from amend.text.late import late
from amend.text.months import MONTHS

# English first, then French, Spanish, Russian, Arabic and Chinese. Spanish "Para" is left out: in
# English it opens a paragraph.
_WORDS = {
    "by": (
        *("submitted by", "proposed by", "proponents", "proponent", "authors", "author"),
        *("from", "by", "proposé par", "présenté par", "soumis par", "auteurs", "auteur", "par"),
        *("propuesto por", "presentado por", "proponente", "autores", "autor", "por", "de"),
        *("представлено", "предложено", "внесено", "авторы", "автор", "от кого", "от"),
        *("مقدم من", "مقدمة من", "الجهة المقدمة", "من", "提案方", "提交方", "提出方", "提交者"),
    ),
    "supporters": (
        *("supported by", "supporters", "co-sponsors", "cosponsors", "appuyé par", "soutenu par"),
        *("apoyado por", "respaldado por", "при поддержке", "поддерживают", "بتأييد من", "支持方"),
    ),
    "on": (
        *("revision", "draft", "on", "révision", "projet", "sur", "revisión", "borrador", "sobre"),
        *("редакция", "проект", "к проекту", "по", "بشأن", "المشروع", "案文", "草案", "版本"),
    ),
    "date": ("dated", "date", "fecha", "дата", "التاريخ", "日期"),
    "": ("subject", "to", "objet", "à", "asunto", "тема", "кому", "الموضوع", "إلى", "主题"),
}
_KEYS = {word: key for key, words in _WORDS.items() for word in words}
_LONGEST_FIRST = "|".join(sorted(_KEYS, key=len, reverse=True))
_KEY = re.compile(rf"(?:^|(?<=\s))({_LONGEST_FIRST})\s*[:：]\s*", re.IGNORECASE)
_MAIL = re.compile(r"\s*<[^<>@\s]+@[^<>\s]+>|\s*\(?\S+@\S+\)?")
_ISO = re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b|(\d{4})年(\d{1,2})月(\d{1,2})日")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SPELLED = late(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:de\s+)?)?({_MONTH})\b\.?"
    r"(?:\s+(\d{1,2})(?:st|nd|rd|th)?,?)?\s+(?:de\s+)?(\d{4})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself at its top; `on` as it is written there, `date` ISO 8601."""

    by: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    on: str | None = None
    date: str | None = None


def header_of(texts: list[str]) -> tuple[Header, int]:
    """Read the header of a file from its first blocks; also return how many blocks it takes."""
    header = Header()
    for taken, text in enumerate(texts):
        parts = _parts(text)
        if not parts:
            return header, taken
        for key, value in parts:
            header = _with(header, key, value)
    return header, len(texts)


def date_of(text: str) -> str | None:
    """Read a date written 2026-02-11, 11 February 2026, 11 de febrero de 2026; None if it is not.

    11/02/2026 is read by nobody: half the world means another day by it.
    """
    match = _ISO.search(text)
    if match:
        return _iso(*(int(part) for part in match.groups() if part))
    match = _SPELLED.search(_plain(text))
    if match and (match[1] or match[3]):
        return _iso(int(match[4]), MONTHS[match[2].lower()], int(match[1] or match[3]))
    return None


def _plain(text: str) -> str:
    """Leave the accents out, as the table of months does."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _iso(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _parts(text: str) -> list[tuple[str, str]]:
    """Part "By: A On: Rev 1" into keys and values; nothing unless the block opens with a key."""
    text = " ".join(text.split())
    marks = list(_KEY.finditer(text))
    if not marks or marks[0].start() != 0:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [
        (_KEYS[mark[1].lower()], text[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    ]


def _with(header: Header, key: str, value: str) -> Header:
    if key == "by":
        return replace(header, by=(*header.by, *_names(value)))
    if key == "supporters":
        return replace(header, supporters=(*header.supporters, *_names(value)))
    if key == "on":
        return replace(header, on=value or None)
    return replace(header, date=date_of(value)) if key == "date" else header


def _names(listed: str) -> tuple[str, ...]:
    """Part names at commas and semicolons; an "and" may belong to a name and parts nothing."""
    bare = _MAIL.sub("", listed)
    return tuple(name for each in re.split(r"\s*[;,]\s*", bare) if (name := each.strip(" .")))
