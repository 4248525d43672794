"""Parts of an Excel workbook in, what its cells say out: shared texts, numbers, dates as ISO 8601.

A formula is never calculated: what Excel stored as its result is read, as with any other cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lxml import etree

from amend.model.source import Look, Run

Runs = tuple[Run, ...]
# What Excel writes for signs that XML cannot hold: _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# The numbers of Excel's own formats that show a day; a file may add formats of its own.
_DAYS = {*range(14, 18), 22, *range(27, 32), *range(34, 37), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
# Day 60 is 29 February 1900, which never was: Excel keeps a mistake of its forerunner.
_EPOCH, _EPOCH_MAC = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_958_465
_LOOKS = {"b": Look.BOLD, "i": Look.ITALIC, "u": Look.UNDERLINE, "strike": Look.STRIKE}
_RAISED = "superscript"


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace: both dialects of Excel are one."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of a name, none of no element."""
    if element is not None:
        yield from (each for each in element if local(each) == name)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of a name, or None."""
    return next(children(element, name), None)


def rich(element: etree._Element) -> Runs:
    """Read a text in pieces of one look each; readings set above Chinese signs are left out."""
    runs = [Run(_text(each)) for each in children(element, "t")]
    for piece in children(element, "r"):
        words = "".join(map(_text, children(piece, "t")))
        runs.append(Run(words, look=_look(child(piece, "rPr"))))
    return tuple(run for run in runs if run.text)


def _text(element: etree._Element) -> str:
    text = "".join(str(each) for each in element.itertext())
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign.isprintable() or sign in "\n\t" else ""


def _look(properties: etree._Element | None) -> Look:
    look = Look.PLAIN
    for each in properties if properties is not None else ():
        if local(each) in _LOOKS and each.get("val") not in {"0", "false", "none"}:
            look |= _LOOKS[local(each)]
        if local(each) == "vertAlign" and each.get("val") == _RAISED:
            look |= Look.RAISED
    return look


def shared(tree: etree._Element | None) -> list[Runs]:
    """Read the texts that the cells of a workbook share, in their order."""
    return [rich(each) for each in children(tree, "si")]


class Styles:
    """What the formats of cells tell of their contents: a day, or words that are struck through."""

    def __init__(self, tree: etree._Element | None, *, is_mac: bool) -> None:
        """Read the styles part; `is_mac` if days are counted from 1904. Without it all is plain."""
        own = {
            each.get("numFmtId", ""): each.get("formatCode", "")
            for each in children(child(tree, "numFmts"), "numFmt")
        }
        fonts = [_look(each) for each in children(child(tree, "fonts"), "font")]
        self._epoch = _EPOCH_MAC if is_mac else _EPOCH
        self._days: list[bool] = []
        self._struck: list[bool] = []
        for each in children(child(tree, "cellXfs"), "xf"):
            number = each.get("numFmtId", "0")
            self._days.append(_is_day(number, own.get(number)))
            font = whole(each.get("fontId"))
            is_known = font is not None and font < len(fonts)
            self._struck.append(is_known and bool(fonts[font or 0] & Look.STRIKE))

    def number(self, value: str, style: int | None) -> str:
        """Return a number as it reads: 9, 9.5, or the day it stands for, 2026-03-31."""
        try:
            found = float(value)
        except ValueError:
            return value
        days = int(found) if abs(found) < _LAST_DAY else -1
        if self._is(self._days, style) and days > 0:
            return (self._epoch + timedelta(days)).isoformat()
        return str(int(found)) if found.is_integer() and abs(found) < 1e15 else repr(found)

    def is_struck(self, style: int | None) -> bool:
        """Whether all that a cell of this style says is struck through."""
        return self._is(self._struck, style)

    @staticmethod
    def _is(said: list[bool], style: int | None) -> bool:
        return style is not None and style < len(said) and said[style]


def _is_day(number: str, code: str | None) -> bool:
    if code is None:
        return (whole(number) or 0) in _DAYS
    bare = _QUOTED.sub("", code.split(";")[0]).lower()
    return "y" in bare or "d" in bare


def whole(text: str | None) -> int | None:
    """Read a whole number that is no less than 0; None for all else."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 10
    return int(text or "") if is_number else None
