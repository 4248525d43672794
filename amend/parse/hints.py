"""A text in, whether anything in it can ask for a change out, told by its words one by one.

Most paragraphs of a letter quote nothing, name no paragraph and hold no verb of amendment that is
said of words. Each word as it is printed is looked at once, and what it hints at is kept: a text is
then left for the price of splitting it at its spaces. A hint too many only costs time; the full
reading decides. A hint too few would lose a wish, so each rule of the full reading that can find
something in a text has its hint here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from amend.parse.carriers import CARRIER_WORDS
from amend.parse.clauses import sentences
from amend.parse.quotations import OPENER
from amend.parse.verb_search import may_hold_a_verb
from amend.text.numerals import ORDINALS

VERBS, OF_WORDS, NAMES, QUOTES, ODD, CARRIES, FIGURES, DESCRIBES = (1 << n for n in range(8))
_LOUD = NAMES | QUOTES | ODD

_KNOWN_LIMIT = 100_000
_LONGEST_KEPT = 40  # letters; an endless word is looked at again each time it comes
_FEW_LETTERS = 60

# "2030", "COVID-19" and "(b)" name a paragraph only behind a word that carries them; a short
# figure that stands by itself may do so without.
_FIGURE = re.compile(r"\d|(?<![^\W\d_])[^\W\d_]{1,2}\)")
_FREE_FIGURE = re.compile(r"(?:^\W*|(?<![\w/.$€£%'’+-]))\d{1,3}(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
# Annexes, parts that are counted in words, and scripts whose figures are words.
_NAMING = re.compile(
    r"ann?ex|anexo|sub-|subpara|§|¶|sentence|phras|frase|oraci|inciso|indent|alin[ée]a|letra|literal"
    r"|numeral|n[úu]mero|ep[íi]grafe|рилож|абзац|предложени|[第附句]|فقر|ماد|مواد|الجملة",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"\b(?:para(?:graphe?)?s?|article|art[íi]culo|alinéa|p[áa]rrafo|art)\b", re.IGNORECASE
)
# "The paragraph on remittances", "article premier": what is named by words behind it.
_DESCRIBED = re.compile(
    r"\b(?:para(?:graphe?)?s?|art(?:icle|[íi]culo|\.)|alinéa|p[áa]rrafo)\s+(?:on|about|regarding|concerning"
    r"|addressing|covering|that|which|dealing|related|relating|referring|sur|concernant|portant|relatif"
    rf"|sobre|acerca|relativo|referido|{ORDINALS})\b",
    re.IGNORECASE,
)
# Turns that are read before any verb, or that open what is read in another way.
_ODD = re.compile(
    r"[\[\]~\ue000-\uf8ff→⇒]|[-=]>|^option$|^mod$|vocablo|t[ée]rminos"
    r"|^\W*(?:rationale|justificati?[óo]n|explanation|reason(?:s|ing)?|background|motifs?)(?:[:–—.]|$)",
    re.IGNORECASE,
)
# Whoever asks for words to be changed speaks of words (`wishes.py` looks at whole sentences).
_OF_WORDS = re.compile(
    r"\b(?:(?:sub-?)?para|texte?s?\b|texto|words?\b|wording|phras|terms?\b|sentence|refer|mention|language"
    r"|propos|amend|suggest|submi|heading|footnote|bullet|chapeau|preamb|bracket|placeholder|silence"
    r"|typo|editor|misspel|spelling|re-?number|reserv|comment|input|interven|statement|endors|align"
    r"|associat|co-?spons|[op]ps?\b|p[áa]rr|palabra|frase|expresi|oraci|inciso|propuesta|enmienda|letra"
    r"|literal|numeral|redacci|indicaci|alin[ée]a|libell|mots?\b)|unbracket|sel(?:f|ves)\b|:$"
    r"|[\u0370-\u1fff\u2e80-\ud7ff]",
    re.IGNORECASE,
)
# "2028 instead of 2027", "change 2028 to 2027": a year that is quoted without marks.
_YEAR_FOR_A_YEAR = re.compile(r"\d{4}\s+(?:instead|to|by|with|into)\s")


def _carries(word: str) -> bool:
    return any(letters.lower() in CARRIER_WORDS for letters in _LETTERS.findall(word))


_TELLS: tuple[tuple[int, Callable[[str], object]], ...] = (
    (VERBS, may_hold_a_verb),
    (OF_WORDS, _OF_WORDS.search),
    (NAMES, _NAMING.search),
    (NAMES, _FREE_FIGURE.search),
    (CARRIES, _carries),
    (FIGURES, _FIGURE.search),
    (DESCRIBES, _PARAGRAPH.search),
    (QUOTES, OPENER.search),
    (ODD, _ODD.search),
)


class _Hints(dict[str, int]):
    """What a word as it is printed hints at, worked out when it is first met."""

    def __missing__(self, word: str) -> int:
        hints = 0
        for hint, tells in _TELLS:
            hints |= hint if tells(word) else 0
        if len(word) <= _LONGEST_KEPT:
            if len(self) > _KNOWN_LIMIT:
                self.clear()
            self[word] = hints
        return hints


_HINTS = _Hints()


def hints_of(text: str) -> int:
    """Return what the words of a text hint at together, as a union of the flags above."""
    union = 0
    for hints in set(map(_HINTS.__getitem__, text.split())):
        union |= hints
    return union


def asks_nothing(text: str, *, is_under_a_heading: bool) -> bool:
    """Whether no sentence of a text can ask for a change, nor name a paragraph or quote words.

    Under a heading every verb counts, for the paragraph is named already. A text that is not told
    by its hints may still turn out to ask for nothing.
    """
    hints = hints_of(text)
    if _names(text, hints) or (hints & FIGURES and _YEAR_FOR_A_YEAR.search(text) is not None):
        return False
    if not hints & VERBS:
        return True
    if is_under_a_heading:
        return False
    return not any(map(_is_heard, sentences(" ".join(text.split()))))


def names_nothing(text: str) -> bool:
    """Whether a text can neither name a paragraph or a part of one nor quote words."""
    return not _names(text, hints_of(text))


def _names(text: str, hints: int) -> bool:
    if hints & _LOUD or (hints & CARRIES and hints & FIGURES):
        return True
    return bool(hints & DESCRIBES) and _DESCRIBED.search(text) is not None


def _is_heard(sentence: str) -> bool:
    """Whether a sentence holds a verb, and is short or has a word for words."""
    hints = hints_of(sentence)
    return bool(hints & VERBS) and (bool(hints & OF_WORDS) or len(sentence) < _FEW_LETTERS)
