"""Words written from right to left, as a page shows them, in; the same as they are read out.

Letters are told by where they stand: files hold them in either order, and the library turns some
and not others. Figures and Latin words within run from left to right as everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from amend.read.pdf_packets import GUESSED, JOINED, SPACED, Page, Piece

LETTER = re.compile(
    r"[\u0590-\u05ff\u0600-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]")
_FROM_LEFT = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u0660-\u0669][A-Za-z0-9\u00c0-\u024f\u0660-\u0669"
                        r".,:/@_%\-]*(?<=[A-Za-z0-9\u00c0-\u024f\u0660-\u0669])|"
                        r"[A-Za-z0-9\u00c0-\u024f\u0660-\u0669]")  # fmt: skip
_NUMBERED = re.compile(r"([^\w(\[]+)([\d\u0660-\u0669][\w.,:/\-]*?)$")
_MIRRORS = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_BEHIND = re.compile(r"(?:^|\s)\)[^()]{1,12}\((?=\s|$)")
_BEFORE = re.compile(r"(?:^|\s)\([^()]{1,12}\)(?=\s|$)")
_TURNED = re.compile(r"(?:^|(?<=\s))(\)(?! )[^()]{1,12}(?<! )\()(?=\s|$)")
# What is drawn to lengthen a word, as files name it.
_STROKE = re.compile(r"([A-Za-z_?=~\u0640])\1*$")
# The number that opens a line, as far as its sign: "1.", "(a)".
NUMBER = re.compile(r"(?:\d{1,3}|\(?[^\W_]{1,3})[.)]$")
_SIGNS = re.compile(r"[\W_]+$")
# Signs stand apart from words by so much of a line's height at least.
_APART, _WIDE_APART = 0.1, 0.17
# Letters that a file writes apart in its order may stand in one word.
_LEAST_APART = 0.03
# Vowel signs and their words are found by the height they stand at, in bands of so many points.
_BAND = 10.0


def read_from_right(shown: str) -> str:
    """Return a word as it is read, from its letters as they stand from left to right.

    Runs of figures and Latin letters keep their order; the rest turns round.
    """
    runs: list[str] = []
    at = 0
    for match in _FROM_LEFT.finditer(shown):
        runs += [*shown[at : match.start()], match[0]]
        at = match.end()
    runs += shown[at:]
    return "".join(reversed(runs))


def has_right(pages: Iterable[Page]) -> bool:
    """Whether any words of a file are written from right to left."""
    return any(LETTER.search(" ".join([each.text for each in page.pieces])) for page in pages)


def is_mirrored(lines: Iterable[str]) -> bool:
    """Whether a file holds brackets as they look, and not as they are meant.

    One that opens from the right looks as one that closes; most files say which it is.
    """
    found = [line for line in lines if LETTER.search(line)]
    behind = sum(len(_BEHIND.findall(each)) for each in found)
    return behind > sum(len(_BEFORE.findall(each)) for each in found)


def mirror(pieces: Iterable[Piece]) -> None:
    """Turn the brackets of pieces round, but for those of Latin words."""
    for each in pieces:
        if not _LATIN.search(each.text):
            each.text = each.text.translate(_MIRRORS)


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line as they are read, spaced as they stand.

    Latin words side by side keep their order from left to right.
    """
    tallest = max(each.size for each in pieces)
    ordered = sorted(pieces, key=lambda each: -(each.x0 + each.x1))
    found: list[Piece] = []
    latin: list[Piece] = []
    for each in ordered:
        if _LATIN.search(each.text) and not LETTER.search(each.text):
            latin.append(each)
            continue
        found += reversed(latin)
        found.append(each)
        latin = []
    found += reversed(latin)
    for before, each in pairwise(found):
        low, high = sorted((before, each), key=lambda piece: piece.x0)
        gap = (high.x0 - low.x1) / tallest
        is_apart = gap > (_LEAST_APART if before.word != each.word else _WIDE_APART)
        if _SIGNS.match(before.text) or _SIGNS.match(each.text):
            is_apart = gap > _APART
        each.glue = SPACED if is_apart else JOINED
    _part_number(found)
    for each in found:
        number = _NUMBERED.match(each.text)
        if number and not LETTER.search(each.text) and not _LATIN.search(each.text):
            each.text = number[2] + number[1][::-1]
    return found


def _part_number(found: Sequence[Piece]) -> None:
    """Part the number that opens a line from words that stand close behind it."""
    number = ""
    for before, each in pairwise(found[:5]):
        number += before.text
        if each.glue != JOINED:
            return
        if NUMBER.match(number.translate(_MIRRORS)) or NUMBER.match(number):
            if LETTER.match(each.text):
                each.glue = SPACED
            return


def with_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Put vowel signs that a file writes apart into the words they stand over or under."""
    marks = [each for each in pieces if all(map(unicodedata.combining, each.text))]
    if not marks:
        return list(pieces)
    alone = {id(each) for each in marks}
    words: dict[int, list[Piece]] = defaultdict(list)
    for each in pieces:
        if id(each) not in alone and LETTER.search(each.text):
            words[round(each.y / _BAND)].append(each)
    for mark in marks:
        middle, band = (mark.x0 + mark.x1) / 2, round(mark.y / _BAND)
        for each in (*words[band], *words[band - 1], *words[band + 1]):
            if each.x0 <= middle <= each.x1 and abs(each.y - mark.y) < each.size / 2:
                share = (each.x1 - middle) / (each.x1 - each.x0)
                place = max(1, min(len(each.text), round(share * len(each.text) + 0.5)))
                each.text = each.text[:place] + mark.text + each.text[place:]
                alone.discard(id(mark))
                break
    lost = {id(each) for each in marks} - alone
    return [each for each in pieces if id(each) not in lost]


def without_strokes(pieces: Sequence[Piece]) -> list[Piece]:
    """Take out the strokes that lengthen Arabic words, which LibreOffice calls by other signs.

    A Latin letter or a line within an Arabic word, nothing between, stands nowhere else.
    """
    kept: list[Piece] = []
    for place, each in enumerate(pieces):
        behind = pieces[place + 1] if place + 1 < len(pieces) else None
        is_within = _STROKE.match(each.text) and kept and behind is not None
        if not (is_within and _touch(kept[-1], each) and _touch(behind, each)):
            kept.append(each)
            continue
        before = kept[-1]
        before.x0, before.x1 = min(before.x0, each.x0), max(before.x1, each.x1)
    return kept


def _touch(word: Piece | None, stroke: Piece) -> bool:
    """Whether an Arabic word and a stroke stand on one line with nothing between."""
    if word is None or not LETTER.search(word.text) or abs(word.y - stroke.y) > 1:
        return False
    gap = max(stroke.x0 - word.x1, word.x0 - stroke.x1)
    return gap < _APART * word.size


def pair_brackets(pieces: Sequence[Piece]) -> None:
    """Turn each pair of brackets round that closes before it opens: ")2(".

    The library turns some numbers in brackets and not others, in one file.
    """
    text, owners = "", []
    for number, each in enumerate(pieces):
        between = " " if number and each.glue != JOINED else ""
        owners += [(number, -1)] * len(between)
        owners += [(number, place) for place in range(len(each.text))]
        text += between + each.text
    for match in _TURNED.finditer(text):
        for at in (match.start(1), match.end(1) - 1):
            number, place = owners[at]
            said = pieces[number].text
            turned = said[place].translate(_MIRRORS)
            pieces[number].text = said[:place] + turned + said[place + 1 :]


def count_words(pieces: Sequence[Piece]) -> None:
    """Tell which word each piece belongs to: a word may be written in many pieces."""
    word = 0
    for each in pieces:
        word += each.glue not in {JOINED, GUESSED}
        each.word = word


def is_right(pieces: Iterable[Piece]) -> bool:
    """Whether most letters of a line are written from right to left."""
    text = "".join(each.text for each in pieces)
    return 2 * len(LETTER.findall(text)) > len([each for each in text if each.isalpha()])
