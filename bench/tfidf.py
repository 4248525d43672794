"""Two lists of texts in, what the usual baseline ties out: cosine of TF-IDF, best assignment.

The weights are those of the library most people use (smoothed idf, rows of length one, words of
two letters and more), written out here because it is no dependency of ours.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import inf, log, sqrt

Link = tuple[int, int]
_WORD = re.compile(r"\b\w\w+\b")
_Vector = dict[str, float]


def cosines(old: Sequence[str], new: Sequence[str]) -> dict[Link, float]:
    """Return the cosine of every pair that shares a word: sparse rows times sparse columns."""
    counts = [Counter(_WORD.findall(text.lower())) for text in (*old, *new)]
    vectors = _weighed(counts)
    columns: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors[len(old) :]):
        for word, weight in vector.items():
            columns[word].append((place, weight))
    found: dict[Link, float] = {}
    for place, vector in enumerate(vectors[: len(old)]):
        row: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other, there in columns.get(word, ()):
                row[other] += weight * there
        found.update({(place, other): cosine for other, cosine in row.items()})
    return found


def _weighed(counts: Sequence[Counter[str]]) -> list[_Vector]:
    stands_in = Counter(word for count in counts for word in count)
    idf = {word: log((1 + len(counts)) / (1 + n)) + 1 for word, n in stands_in.items()}
    vectors = []
    for count in counts:
        vector = {word: n * idf[word] for word, n in count.items()}
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


def over(found: dict[Link, float], least: float) -> frozenset[Link]:
    """Tie every pair at or over a threshold: the only way this baseline can say split or merge."""
    return frozenset(link for link, cosine in found.items() if cosine >= least)


def assigned(found: dict[Link, float], old: int, new: int, least: float = 0.0) -> frozenset[Link]:
    """Tie one to one so that the sum of cosines is the greatest there is (Hungarian method).

    Pairs that are no more alike than `least` stay untied.
    """
    if not old or not new:
        return frozenset()
    if old > new:
        turned = {(other, one): cosine for (one, other), cosine in found.items()}
        return frozenset((one, other) for other, one in assigned(turned, new, old, least))
    costs = [[-found.get((one, other), 0.0) for other in range(new)] for one in range(old)]
    links = enumerate(_assignment(costs))
    return frozenset(link for link in links if found.get(link, 0.0) > least)


def _assignment(costs: list[list[float]]) -> list[int]:
    """Return the column of each row in the cheapest assignment; rows are no more than columns."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        came_from = _shortest(costs, row_price, column_price, row_of)
        at = came_from.pop()
        while at:
            row_of[at] = row_of[came_from[at]]
            at = came_from[at]
    found = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            found[row_of[column] - 1] = column - 1
    return found


def _shortest(
    costs: list[list[float]], row_price: list[float], column_price: list[float], row_of: list[int]
) -> list[int]:
    """Find the cheapest way to a free column and set prices; its end is the last of the list."""
    columns = len(column_price)
    least = [inf] * columns
    came_from = [0] * columns
    is_done = [False] * columns
    at = 0
    while row_of[at]:
        is_done[at] = True
        row, step, following = row_of[at], inf, 0
        line, price = costs[row - 1], row_price[row]
        for column in range(1, columns):
            if not is_done[column]:
                cost = line[column - 1] - price - column_price[column]
                if cost < least[column]:
                    least[column], came_from[column] = cost, at
                if least[column] < step:
                    step, following = least[column], column
        for column in range(columns):
            if is_done[column]:
                row_price[row_of[column]] += step
                column_price[column] -= step
            else:
                least[column] -= step
        at = following
    return [*came_from, at]
