"""A Chinese or Arabic text in, the labels it names and their places out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amend.labels import Label
from amend.parse.enumerations import label_of
from amend.text.numerals import chinese, multiplicative

# Lists and figures are bounded: a stranger's text must not make the search quadratic.
_FIGURE = r"[0-9〇零一二三四五六七八九十百]{1,8}"
_CHINESE = re.compile(
    rf"第\s*(?P<list>{_FIGURE}(?:\s*(?:[、，和及至到]|以及)\s*第?{_FIGURE}){{0,40}})\s*(?P<unit>[段款条條])"
    rf"(?:[之の](?P<rank>{_FIGURE}))?(?:第?[（(]?(?P<item>{_FIGURE})[）)]?[项項目])?"
    r"(?:\s*[（(](?P<letter>[a-z])[）)])?"
)
_MEMBER = re.compile(rf"(?P<joint>[至到])?\s*第?(?P<figure>{_FIGURE})")
_CHINESE_FOREIGN = re.compile(r"(?:公约|宪章|决议|议定书|盟约|契约)\s*(?:》|中|的)*$")

_TERMS = "ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا"
_ARABIC_ITEM = (
    rf"\d{{1,4}}(?:\s*مكررا?(?:\s*\(?(?:{_TERMS})\)?)?|\s*\((?:{_TERMS})\))?"
    r"(?:\s*\(([أإابجدهوزحطيكلمن]ـ?)\))?"
)
_ARABIC = re.compile(
    r"(?P<carrier>(?:ال)?فقر(?:ة|ات|تين|تان)|(?:ال)?(?:مادة|مواد|مادتين|مادتان))\s*(?:من\s+)?"
    rf"(?P<list>{_ARABIC_ITEM}(?:\s*(?:،|,|و|إلى|الى|-)\s*{_ARABIC_ITEM}){{0,40}})"
    rf"(?:\s*من\s+(?:ال)?مادة\s+(?P<article>\d{{1,4}}))?"
)
_ARABIC_MEMBER = re.compile(rf"(?P<joint>إلى|الى|-)?\s*(?P<item>{_ARABIC_ITEM})")
_ARABIC_FOREIGN = re.compile(r"\s*من\s+(?:الميثاق|الاتفاق|الاتفاقية|القرار|العهد|البروتوكول|قرار)")
_LONGEST_RANGE = 200

Named = tuple[tuple[Label, ...], int, int]


def native_references(text: str) -> tuple[Named, ...]:
    """Return labels with half-open spans where the text is Chinese or Arabic; else nothing."""
    if text.isascii():
        return ()
    found = [*_in_chinese(text)] if "第" in text else []
    return tuple(found or _in_arabic(text))


def _in_chinese(text: str) -> Iterator[Named]:
    for found in _CHINESE.finditer(text):
        if _CHINESE_FOREIGN.search(text[: found.start()]):
            continue
        carrier = "Art" if found["unit"] in "条條" else ""
        numbers = [*_numbers(found["list"])]
        rank, item = _count(found["rank"]), _count(found["item"])
        # A suffix binds to the last member only: 第23、33和42段之三 ends in 42ter.
        tail = (multiplicative(max(rank, 2)) if 0 < rank < 100 else "") + (
            f"({item})" if item else ""
        )
        tail += f"({found['letter']})" if found["letter"] else ""
        printed = [f"{carrier}{each}" for each in numbers]
        labels = _labels([*printed[:-1], f"{printed[-1]}{tail}"])
        if labels:
            yield labels, found.start(), found.end()


def _numbers(listed: str) -> Iterator[int]:
    last = 0
    for member in _MEMBER.finditer(listed):
        number = _count(member["figure"])
        is_range = member["joint"] and last < number <= last + _LONGEST_RANGE
        yield from range(last + 1, number) if is_range else ()
        yield number
        last = number


def _count(figures: str | None) -> int:
    if not figures:
        return 0
    return int(figures) if figures.isdecimal() else chinese(figures) or 0


def _in_arabic(text: str) -> Iterator[Named]:
    for found in _ARABIC.finditer(text):
        if _ARABIC_FOREIGN.match(text[found.end() :]):
            continue
        carrier = "Art" if "ماد" in found["carrier"] or "مواد" in found["carrier"] else ""
        prefix = f"Art{found['article']}/" if found["article"] else carrier
        labels = _labels([f"{prefix}{each}" for each in _arabic_members(found["list"])])
        if labels:
            yield labels, found.start(), found.end()


def _arabic_members(listed: str) -> Iterator[Label]:
    last: Label | None = None
    for member in _ARABIC_MEMBER.finditer(listed):
        label = label_of(f"الفقرة {member['item']}")
        if label is None:
            continue
        if member["joint"] and last is not None and label.number <= last.number + _LONGEST_RANGE:
            yield from _labels([str(each) for each in range(last.number + 1, label.number)])
        yield label
        last = label


def _labels(printed: list[str]) -> tuple[Label, ...]:
    return tuple(label for each in printed if (label := label_of(each)) is not None)
