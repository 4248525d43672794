"""The lines of all pages in; what is no text of the draft out: running heads and feet, numbers.

What stands at one height on several pages and says the same, but for its figures, runs. Numbers
that stand beside the lines and count them are line numbers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from amend.read.pdf_lines import Line
from amend.read.pdf_packets import Page

# The shares of a page, from its head and foot, where heads and feet run.
_HEAD, _FOOT = 0.16, 0.14
# What runs stands within so many points of where it stood before.
_DRIFT = 3.0
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
_FIGURE = re.compile(r"\d{1,4}$")


def furniture(pages: Sequence[Page], stretches: Mapping[int, Sequence[Line]]) -> set[int]:
    """Return the lines that belong to the page and not to the draft, by `id`.

    `stretches` are those of each page, by its number.
    """
    found: set[int] = set()
    edges = {each.number: _at_edges(each, stretches[each.number]) for each in pages}
    for running in _running(edges):
        found |= {id(line) for line in running}
    for page in pages:
        for line in edges[page.number]:
            is_lowest = line.y < _FOOT * page.height
            if (is_lowest and _JOB.match(line.text)) or _is_page_number(line, page, len(pages)):
                found.add(id(line))
        numbers = line_numbers(stretches[page.number])
        found |= {id(line) for line in numbers}
    return found


def _at_edges(page: Page, stretches: Iterable[Line]) -> list[Line]:
    low, high = _FOOT * page.height, (1 - _HEAD) * page.height
    return [each for each in stretches if each.y < low or each.y > high]


def _running(edges: Mapping[int, Sequence[Line]]) -> Iterable[list[Line]]:
    """Yield lines that stand at one height on two or more pages and say the same.

    Words without figures run; figures alone do only where they differ, as page numbers do.
    """
    by_words: dict[str, list[Line]] = defaultdict(list)
    for lines in edges.values():
        for each in lines:
            by_words[_FIGURES.sub("#", each.text).strip()].append(each)
    for same in by_words.values():
        for each in _at_one_height(same):
            if len({line.page for line in each}) > 1:
                yield each


def _at_one_height(same: Sequence[Line]) -> Iterable[list[Line]]:
    held: list[Line] = []
    for each in sorted(same, key=lambda line: line.y):
        if held and each.y - held[-1].y > _DRIFT:
            yield held
            held = []
        held.append(each)
    if held:
        yield held


def _is_page_number(line: Line, page: Page, count: int) -> bool:
    """Whether a line at the very edge holds nothing but the number of its page."""
    if not _PAGE_NUMBER.match(line.text):
        return False
    figures = {int(each) for each in re.findall(r"\d+", line.text)}
    is_named = not _WORDLESS.match(line.text) or "/" in line.text
    near = any(abs(each - page.number) <= 2 for each in figures)
    return line.y < 0.1 * page.height and (near or (is_named and count in figures))


def line_numbers(stretches: Sequence[Line]) -> list[Line]:
    """Return the numbers of a page's lines: figures at one edge that count by ones or fives.

    The paragraphs of a draft are numbered too; their numbers end in a dot, or skip lines.
    """
    figures = [each for each in stretches if _FIGURE.match(each.text)]
    others = [each for each in stretches if not _FIGURE.match(each.text)]
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
    steps = Counter(after - before for before, after in zip(numbers, numbers[1:], strict=False))
    step, often = steps.most_common(1)[0]
    if step not in {1, 2, 5, 10} or often < _COUNTING * (len(numbers) - 1):
        return False
    gaps = [before.y - after.y for before, after in zip(ordered, ordered[1:], strict=False)]
    return max(gaps) < 6 * min(gaps) if min(gaps) > 0 else False
