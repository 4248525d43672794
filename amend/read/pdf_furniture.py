"""The lines of all pages in; what is no text of the draft out: running heads and feet, numbers.

What stands at one height on several pages and says the same, but for its figures, runs. Numbers
that stand beside the lines and count them are line numbers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from amend.labels import split_head
from amend.read.pdf_lines import Line, rows
from amend.read.pdf_packets import Page

# The shares of a page, from its head and foot, where heads and feet run.
_HEAD, _FOOT = 0.16, 0.14
# What stands just beyond tells how far a head is set apart.
_NEXT = 0.05
# What runs stands within so many points of where it stood before.
_DRIFT = 3.0
# Heads are set smaller than the text, and so far above it, in heights of a line.
_SMALLER, _APART = 0.9, 1.8
_FIGURES = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_WORDLESS = re.compile(r"[\W\d_]*$")
_PAGE_NUMBER = re.compile(
    r"[-–—\s/|.]*(?:(?:page|página|pág\.?|страница|стр\.?|الصفحة|صفحة|第)\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|sur|de|из|من|共)\s*\d{1,4})?\s*(?:页|頁)?[-–—\s/|.]*$",
    re.IGNORECASE,
)
# The job number, bar code and date that the United Nations print at the foot of a first page.
_JOB = re.compile(r"\*?\d{2}-?\d{5}\*?(?:\s*\([A-Z]\))?(?:\s+[\d\s]{6,20})?\*?$|"
                  r"(?:[A-Z]{2,4}\.)?\d{2}-\d{5}(?:\(\w\))?$")  # fmt: skip
# Line numbers: so many on a page, and nearly all go up by one step.
_LEAST_NUMBERS = 4
_COUNTING = 0.8
# With so many in a file, those of a short page are known by their place.
_SURELY_NUMBERED = 12
_SMALLEST = 0.65
_FIGURE = re.compile(r"\d{1,4}$")

Row = list[Line]


def furniture(pages: Sequence[Page], stretches: Mapping[int, Sequence[Line]]) -> set[int]:
    """Return the lines that belong to the page and not to the draft, by `id`.

    `stretches` are those of each page, by its number.
    """
    found = {id(line) for line in _all_line_numbers(stretches)}
    edges = {}
    for page in pages:
        low, high = (_FOOT + _NEXT) * page.height, (1 - _HEAD - _NEXT) * page.height
        rest = [
            each
            for each in stretches[page.number]
            if (each.y < low or each.y > high) and id(each) not in found
        ]
        edges[page.number] = _edges(page, rows(rest))
    running = _running([row for each in edges.values() for edge in each for row in edge])
    body = _body(stretches.values())
    for page in pages:
        found |= {id(line) for row in _small_head(edges[page.number][0], body) for line in row}
        for edge in edges[page.number]:
            for row in edge:
                if id(row[0]) not in running and not _is_of_page(row, page, len(pages)):
                    break
                found |= {id(line) for line in row}
    return found


def _edges(page: Page, found: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows at the head and at the foot of a page, from the edge inwards."""
    low, high = _FOOT * page.height, (1 - _HEAD) * page.height
    head = [row for row in found if row[0].y > high]
    foot = [row for row in reversed(found) if row[0].y < low]
    return head, foot


def _running(found: Sequence[Row]) -> set[int]:
    """Return rows that stand at one height on two or more pages and say the same, but for figures.

    They are told by the `id` of their first line.
    """
    by_words: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        words = " ".join(sorted(each.text for each in row))  # left pages mirror right ones
        if not _FIGURE.match(words):  # the number of a page is told by the page
            by_words[_FIGURES.sub("#", words).strip()].append(row)
    return {
        id(row[0])
        for same in by_words.values()
        for each in _at_one_height(same)
        if len({row[0].page for row in each}) > 1 and _goes_with_pages(each)
        for row in each
    }


def _goes_with_pages(same: Sequence[Row]) -> bool:
    """Whether rows that are alike but for figures run: the heads of articles stand there by chance.

    Of what runs, two say quite the same, or their figures count on as the pages do.
    """
    told = Counter(" ".join(sorted(each.text for each in row)) for row in same)
    if max(told.values()) > 1:
        return True
    if all(_is_named(words) for words in told):
        return False
    counted = Counter[tuple[int, int]]()
    for row in same:
        words = " ".join(each.text for each in row)
        for place, figure in enumerate(re.findall(r"\d+", words)):
            counted[place, int(figure) - row[0].page] += 1
    return not counted or max(counted.values()) > 1


def _is_named(words: str) -> bool:
    """Whether words are the name of an article and no more."""
    head = split_head(words)
    return head is not None and not head[2] and sum(map(str.isalpha, head[0])) > 1


def _at_one_height(same: Sequence[Row]) -> Iterable[list[Row]]:
    held: list[Row] = []
    for each in sorted(same, key=lambda row: row[0].y):
        if held and each[0].y - held[-1][0].y > _DRIFT:
            yield held
            held = []
        held.append(each)
    if held:
        yield held


def _body(found: Iterable[Sequence[Line]]) -> float:
    """Return the height of most letters of a file."""
    sizes = Counter[float]()
    for lines in found:
        for each in lines:
            sizes[round(each.size, 1)] += len(each.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _small_head(head: Sequence[Row], body: float) -> Sequence[Row]:
    """Return the rows at the head of a page, after the first, in small letters and set apart.

    In a file of two pages a head that runs is met once.
    """
    if not head or head[0][0].page == 1:
        return ()
    count = 0
    for row in head:
        words = " ".join(each.text for each in row)
        if max(each.size for each in row) > _SMALLER * body or _is_named(words):
            break
        count += 1
    if not 0 < count < len(head):
        return ()
    above, below = head[count - 1][0], head[count][0]
    return head[:count] if above.y - below.y > _APART * below.size else ()


def _is_number(line: Line) -> bool:
    return _PAGE_NUMBER.match(line.text) is not None


def _is_of_page(row: Row, page: Page, count: int) -> bool:
    """Whether a row holds the number of its page, or what the printer put at the foot."""
    if row[0].y < _FOOT * page.height:
        others = [each for each in row if not _JOB.match(each.text)]
        if not others or (len(others) < len(row) and all(map(_is_number, others))):
            return True
    words = " ".join(each.text for each in row)
    if not _PAGE_NUMBER.match(words):
        return False
    figures = {int(each) for each in re.findall(r"\d+", words)}
    near = any(abs(each - page.number) <= 2 for each in figures)
    is_named = "/" in words or not _WORDLESS.match(words)
    return near or (is_named and count in figures)


def _all_line_numbers(stretches: Mapping[int, Sequence[Line]]) -> list[Line]:
    """Return the numbers of lines of all pages, with those of pages that hold too few to tell.

    They end where those of the other pages do.
    """
    sure = {number: line_numbers(lines) for number, lines in stretches.items()}
    ends = {round(line.x1) for lines in sure.values() for line in lines}
    found = [line for lines in sure.values() for line in lines]
    if len(found) < _SURELY_NUMBERED:
        return found
    told = {id(line) for line in found}
    found += [
        line
        for lines in stretches.values()
        for line in lines
        if id(line) not in told and _FIGURE.match(line.text) and round(line.x1) in ends
    ]
    return found


def line_numbers(stretches: Sequence[Line]) -> list[Line]:
    """Return the numbers of a page's lines: figures at one edge that count by ones or fives.

    The paragraphs of a draft are numbered too; their numbers end in a dot, or skip lines.
    """
    others = [each for each in stretches if not _FIGURE.match(each.text)]
    least = _SMALLEST * _body([others])  # smaller ones are marks of footnotes
    figures = [each for each in stretches if _FIGURE.match(each.text) and each.size > least]
    if len(figures) < _LEAST_NUMBERS or not others:
        return []
    left = Counter(round(each.x0) for each in others).most_common(1)[0][0]
    right = max(each.x1 for each in others)
    for beside in (
        [each for each in figures if each.x1 < left],
        [each for each in figures if each.x0 > right],
    ):
        ordered = sorted(beside, key=lambda line: -line.y)
        if len(ordered) >= _LEAST_NUMBERS and _counts(ordered):
            return ordered
    return []


def _counts(ordered: Sequence[Line]) -> bool:
    numbers = [int(each.text) for each in ordered]
    steps = Counter(after - before for before, after in pairwise(numbers))
    step, often = steps.most_common(1)[0]
    if step not in {1, 2, 5, 10} or often < _COUNTING * (len(numbers) - 1):
        return False
    gaps = [
        before.y - after.y
        for before, after in pairwise(ordered)
        if int(after.text) - int(before.text) == step
    ]
    return max(gaps) < 6 * min(gaps) if min(gaps) > 0 else False
