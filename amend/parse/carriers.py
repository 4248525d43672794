"""A text in, the places where a word makes a number a paragraph's out: "para 9", "статьи 4"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from amend.text.late import late
from amend.text.numerals import ORDINALS

_KINDS = {
    "pp": "recital recitals considérant considérants considerando considerandos erwägungsgrund "
    "erwägungsgründe",
    "op": "op ops",
    "art": "article articles art arts artículo artículos articulo articulos articolo articoli "
    "artikel artikeln artikels статья статьи статье статью статьей статей статьям статьями "
    "статьях ст",
    "sub": "subparagraph subparagraphs subpara subparas litera lit inciso incisos letra letras "
    "literal literales buchstabe buchstaben подпункт подпункта подпункту подпунктом подпункте "
    "подпункты подпунктов подпунктам подпунктами подпунктах",
    "point": "point points punto puntos punti punkt punkte punkten",
    "de": "absatz absätze absätzen absatzes abs ziffer ziffern ziff randnummer rn nummer nummern",
    "para": "paragraph paragraphs para paras par pars párrafo párrafos párr párrs parrafo parrafos "
    "apartado apartados numeral numerales paragraphe paragraphes alinéa alinéas comma commi "
    "paragrafo paragrafi пункт пункта пункту пунктом пункте пункты пунктов пунктам пунктами "
    "пунктах абзац абзаца абзаце абзацы абзацев п пп",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
# Set in capitals these are preambular paragraphs; "pp. 3" is pages.
_PREAMBULAR = frozenset({"PP", "PPs", "Pp", "Pps"})
# All of them, in small letters.
CARRIER_WORDS = frozenset(_KIND_OF) | {word.lower() for word in _PREAMBULAR}
# Between a carrier and its number: "paragraphe n° 9", "párr. núm. 9".
_COUNTERS = frozenset({"n", "no", "nos", "núm", "núms", "number", "numbers"})
_QUALIFIERS = {"preambular": "pp", "operative": "op", "pp": "pp", "op": "op"}
_LONGEST_WORD = 16
_LONGEST_GAP = 6
_GAP = " \t\u00a0\u202f.°º*_"

_ANCHOR = re.compile(r"[0-9)](?:(?<=[0-9])[0-9]+)?")
_FIGURED = late(
    r"[AaSsПпРрÐ](?<![\w-].)(?:"
    r"(?P<annex>nn?exe?s?|NNEX(?:ES?)?|nexos?|NEXOS?|риложени\w{1,3})"
    r"|(?P<section>ec(?:tions?|\.)|ECTION|ecci(?:ón|ones)|аздел\w{0,2}))"
    r"\s{1,3}(?=[IVXA-Z\d])"
)
_FIGURED_SIGNS = re.compile(r"[AaSsПпРр](?:nn?ex|NN?EX|ec[tc.]|EC[TC]|рил|азд)")
_WORDED = late(
    rf"[AaÀ](?<![\w-].)rt(?:icle|ículo|iculo|\.)\s{{1,3}}(?=(?:{ORDINALS})\b)", re.IGNORECASE
)


Span = tuple[int, int]


class Carrier(NamedTuple):
    """A carrier word: its kind, where it begins, and where its number begins."""

    kind: str
    start: int
    at: int


def anchors(text: str) -> list[Span]:
    """Return where numbers and closing parentheses stand: all that a paragraph can be named by."""
    return [found.span() for found in _ANCHOR.finditer(text)]


def carriers(text: str, at: Iterable[Span]) -> Iterator[Carrier]:
    """Yield the carrier words of a text that a number, letter or Roman figure follows, in order.

    Numbers are rarer than words, so the search goes from each anchor back to the word before it.
    """
    figured = [*_figured(text)]
    found = [each for start, _ in at if (each := _anchored(text, start)) is not None]
    return iter(sorted([*found, *figured], key=lambda each: each.start) if figured else found)


def _figured(text: str) -> Iterator[Carrier]:
    """Yield annexes, sections and articles that are counted in Roman figures or words."""
    if _FIGURED_SIGNS.search(text) is not None:
        for match in _FIGURED.finditer(text):
            yield Carrier(match.lastgroup or "", match.start(), match.end())
    if " prem" in text or " PREM" in text or "ulo " in text or "ULO " in text:
        for match in _WORDED.finditer(text):
            yield Carrier("art", match.start(), match.end())


def _anchored(text: str, at: int) -> Carrier | None:
    """Return the carrier of the number or point at an anchor."""
    if text[at] == ")":
        at = _point_start(text, at)
        if at < 0:
            return None
    return _carrier(text, at)


def _point_start(text: str, close: int) -> int:
    """Return where the "(a)" or "a)" that closes here begins; -1 if it is none."""
    start = close
    while start > 0 and close - start < 3 and text[start - 1].isalpha():
        start -= 1
    if not 0 < close - start < 3 or not text[start].islower():
        return -1
    if start and text[start - 1] == "(":
        return start - 1
    return start if start == 0 or text[start - 1] in _GAP else -1


def _carrier(text: str, at: int) -> Carrier | None:
    """Return the carrier whose word ends before `at`, a few spaces or a dot away."""
    end = _before_gap(text, at)
    if end <= 0:
        return None
    if text[end - 1] in "§¶":
        return Carrier("para", end - 2 if text[end - 2 : end - 1] == "§" else end - 1, at)
    start = _word_start(text, end)
    word = text[start:end]
    if word.lower() in _COUNTERS:
        end = _before_gap(text, start)
        start = _word_start(text, end)
        word = text[start:end]
    kind = "pp" if word in _PREAMBULAR else _KIND_OF.get(word.lower())
    if kind is None:
        return None
    before = text[start - 1 : start]
    if before == "-" or before == "_" or before.isdigit():
        if text[max(0, start - 4) : start].lower() != "sub-":
            return None
        return Carrier("sub", start - 4, at)
    if before and before in "'’":  # l'article, dell'articolo
        start = _word_start(text, start - 1)
    return (
        _qualified(text, Carrier(kind, start, at)) if kind == "para" else Carrier(kind, start, at)
    )


def _before_gap(text: str, at: int) -> int:
    end, least = at, max(0, at - _LONGEST_GAP)
    if end and text[end - 1] in "-#" and text[max(0, end - 3) : end - 1].upper() in {"OP", "PP"}:
        return end - 1
    while end > least and text[end - 1] in _GAP:
        end -= 1
    return end


def _word_start(text: str, end: int) -> int:
    start, least = end, max(0, end - _LONGEST_WORD)
    while start > least and text[start - 1].isalpha():
        start -= 1
    return start


def _qualified(text: str, carrier: Carrier) -> Carrier:
    """Take "preambular" or "operative" in, which stands before the word itself."""
    end = carrier.start
    while end and text[end - 1] == " ":
        end -= 1
    start = _word_start(text, end) if end < carrier.start else end
    kind = _QUALIFIERS.get(text[start:end].lower()) if start < end else None
    return Carrier(kind, start, carrier.at) if kind else carrier
