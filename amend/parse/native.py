"""A Chinese or Arabic text in, the labels it names and their places out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amend.labels import Label
from amend.parse.enumerations import label_of
from amend.text.numerals import chinese, multiplicative, to_roman
from amend.text.scripts import ARABIC_MARKS

# Lists and figures are bounded: a stranger's text must not make the search quadratic.
_FIGURE = r"[0-9〇零一二三四五六七八九十百]{1,8}"
_CHINESE = re.compile(
    rf"(?:第\s*(?P<article>{_FIGURE})\s*[条條](?:[之の](?P<over>{_FIGURE}))?\s*(?=第))?"
    rf"第\s*(?P<list>{_FIGURE}(?:\s*[段款条條]?(?:[、，和及与至到-]|以及)\s*第?{_FIGURE}){{0,40}})"
    rf"\s*(?:[（(](?P<own>[a-z])[）)])?(?:[之の](?P<inner>{_FIGURE}))?(?P<unit>[段款条條])"
    rf"(?:[之の](?P<rank>{_FIGURE}))?(?:第?\s*[（(]?(?P<item>{_FIGURE})[）)]?[项項目])?"
    r"(?:\s*[（(](?P<letter>[a-z])[）)])?(?:[项項])?(?P<more>(?:\s*[、和及]\s*[（(][a-z][）)]){0,20})"
)
_CHINESE_ANNEX = re.compile(r"附件(?P<figure>[一二三四五六七八九十]{1,3}|[IVX]{1,5})(?![、年月日])")
_MEMBER = re.compile(rf"(?P<joint>[至到-])?\s*第?(?P<figure>{_FIGURE})")
_CHINESE_FOREIGN = re.compile(
    r"(?P<own>[本该]|草案|这项)?(?:公约|宪章|决议|议定书|盟约|契约|协定|协议|宣言|议程|报告|决定|条约|规约"
    r"|法典|条例|准则|[一-鿿]{2}法|[》”])\s*(?:》|[(（][^()（）]{1,12}[)）]|中|的|之)*\s*"
    r"(?:附件\S{0,2}|序言)?[，,]?$"
)
_REACH = 40  # characters looked at for the name of another instrument

_TERMS = "ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا"
_LETTER = "[أإابجدهوزحطيكلمن]"
_ARABIC_ITEM = (
    rf"\d{{1,4}}(?:\s*مكررا?(?:\s*\(?(?:{_TERMS})\)?)?|\s*\((?:{_TERMS})\))?"
    rf"(?:\s*\(?(?:{_LETTER}ـ?)\))?"
)
_ARABIC = re.compile(
    rf"(?:(?:ال)?فقرة\s+(?:ال)?فرعية\s*\((?P<sub>{_LETTER})ـ?\)\s*من\s+)?"
    r"(?P<carrier>(?:ال)?فقر(?:ة|ات|تين|تان)|(?:ال)?(?:مادة|مواد|مادتين|مادتان))\s*(?:من\s+)?\(?"
    rf"(?P<list>{_ARABIC_ITEM}(?:\s*(?:،|,|و|إلى|الى|-)\s*{_ARABIC_ITEM}){{0,40}})"
    rf"(?P<more>(?:\s*(?:،|و)\s*\({_LETTER}ـ?\)){{0,20}})"
    rf"\)?(?:\s*من\s+(?:ال)?مادة\s+\(?(?P<article>\d{{1,4}})\)?)?"
)
_ARABIC_MEMBER = re.compile(rf"(?P<joint>إلى|الى|-)?\s*(?P<item>{_ARABIC_ITEM})")
_ARABIC_FOREIGN = re.compile(
    r"\s*من\s+(?:ال)?(?:ميثاق|اتفاقية|اتفاق|قرار|مقرر|عهد|بروتوكول|معاهدة|خطة|تقرير|إعلان|نظام|قانون)"
)
_LONGEST_RANGE = 200

Named = tuple[tuple[Label, ...], int, int]


def native_references(text: str) -> tuple[Named, ...]:
    """Return labels with half-open spans where the text is Chinese or Arabic; else nothing."""
    if text.isascii():
        return ()
    found = [*_in_chinese(text)] if "第" in text else []
    if "附件" in text:
        found += _annexes(text)
    if "فقر" in text or "ماد" in text or "مواد" in text:
        found += _in_arabic(text) if ARABIC_MARKS.search(text) is None else _in_marked_arabic(text)
    return tuple(sorted(found, key=lambda each: each[1]))


def _in_chinese(text: str) -> Iterator[Named]:
    for found in _CHINESE.finditer(text):
        owner = _CHINESE_FOREIGN.search(text, max(0, found.start() - _REACH), found.start())
        if owner is not None and owner["own"] is None:
            continue
        carrier = "Art" if found["unit"] in "条條" else ""
        numbers = [*_numbers(found["list"])]
        rank, item = _count(found["rank"] or found["inner"]), _count(found["item"])
        # A suffix binds to the last member only: 第23、33和42段之三 ends in 42ter.
        tail = (multiplicative(max(rank, 2)) if 0 < rank < 100 else "") + (
            f"({item})" if item else ""
        )
        letter = found["letter"] or found["own"]
        tail += f"({letter})" if letter else ""
        over = _count(found["over"])
        article = f"Art{_count(found['article'])}{multiplicative(over) if over > 1 else ''}/"
        printed = [f"{article if found['article'] else carrier}{each}" for each in numbers]
        last = f"{printed[-1]}{tail}"
        more = [
            f"{last.removesuffix(f'({letter})')}({each})"
            for each in re.findall("[a-z]", found["more"])
        ]
        labels = _labels([*printed[:-1], last, *more])
        if labels:
            yield labels, found.start(), found.end()


def _annexes(text: str) -> Iterator[Named]:
    for found in _CHINESE_ANNEX.finditer(text):
        count = chinese(found["figure"])
        figure = to_roman(count).upper() if count else found["figure"]
        labels = _labels([f"Annex{figure}"])
        if labels and not _CHINESE_FOREIGN.search(
            text, max(0, found.start() - _REACH), found.start()
        ):
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
        if _ARABIC_FOREIGN.match(text, found.end()):
            continue
        carrier = "Art" if "ماد" in found["carrier"] or "مواد" in found["carrier"] else ""
        prefix = f"Art{found['article']}/" if found["article"] else carrier
        printed = [f"{prefix}{each}" for each in _arabic_members(found["list"])]
        if printed and found["sub"]:
            printed[-1] += str(label_of(f"({found['sub']})") or "")
        for letter in re.findall(rf"\(({_LETTER})", found["more"]) if printed else ():
            over = label_of(printed[-1])
            printed.append(f"{over.base if over else ''}{label_of(f'({letter})') or ''}")
        labels = _labels(printed)
        if labels:
            yield labels, found.start(), found.end()


def _in_marked_arabic(text: str) -> Iterator[Named]:
    """Read a text with vowel signs by the letters alone, and give the places in the text itself."""
    places = [place for place, sign in enumerate(text) if not ARABIC_MARKS.match(sign)]
    for labels, start, end in _in_arabic("".join(text[place] for place in places)):
        yield labels, places[start], places[end] if end < len(places) else len(text)


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
