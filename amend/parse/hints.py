"""A text in, whether anything in it can ask for a change out, told by its words one by one.

Most paragraphs of a letter quote nothing, name no paragraph and hold no verb of amendment that is
said of words. Each word as it is printed is looked at once, and what it hints at is kept: a text is
then left for the price of splitting it at its spaces. A hint too many only costs time; the full
reading decides. A hint too few would lose a wish, so each rule of the full reading that can find
something in a text has its hint here.
"""

from __future__ import annotations

import re

from amend.parse.carriers import CARRIER_WORDS
from amend.parse.clauses import sentences
from amend.parse.quotations import OPENER
from amend.parse.verb_search import may_begin_a_verb
from amend.parse.verbs import VERB, VERB_SIGNS, P, Q, R
from amend.text.late import late
from amend.text.numerals import COUNTS, ORDINALS

VERBS, OF_WORDS, SEEMS, NAMES, QUOTES, ODD, CARRIES, FIGURES, DESCRIBES = (
    1 << place for place in range(9)
)
_LOUD = NAMES | QUOTES | ODD

_KNOWN_LIMIT = 100_000
_LONGEST_KEPT = 40  # letters; an endless word is looked at again each time it comes
_FEW_LETTERS = 60

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
# "2030", "COVID-19" and "(b)" name a paragraph only behind a word that carries them; a short
# figure that stands by itself may do so without.
_FIGURE = re.compile(r"\d|(?<![^\W\d_])[^\W\d_]{1,2}\)")
_FREE_FIGURE = re.compile(r"(?:^\W*|(?<![\w/.$€£%'’+-]))\d{1,3}(?!\d)")
# Annexes, parts that are counted in words, and scripts whose figures are words.
_NAMING = re.compile(
    r"ann?ex|anexo|subpara|sentence|phras|frase|oraci|inciso|indent|alin[ée]a|letra|literal|numeral"
    r"|n[úu]mero|ep[íi]grafe|приложен|абзац|предложени|\w*(?:[第附句]|فقر|ماد|مواد|الجملة)"
)
# "The paragraph on remittances", "article premier": what is named by words behind it.
_DESCRIBING = frozenset(
    "para paras paragraph paragraphs paragraphe paragraphes article art artículo articulo alinéa"
    " párrafo parrafo".split()
)
_DESCRIBED = late(
    r"\b(?:para(?:graphe?)?s?|art(?:icle|[íi]culo|\.)|alinéa|p[áa]rrafo)\s+(?:on|about|regarding|concerning"
    r"|addressing|covering|that|which|dealing|related|relating|referring|sur|concernant|portant|relatif"
    rf"|sobre|acerca|relativo|referido|{ORDINALS}|{'|'.join(COUNTS)})\b"
    r"|\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th)\s+para",
    re.IGNORECASE,
)
# Whoever asks for words to be changed speaks of words: without any of these a sentence of some
# length that quotes and names nothing asks nobody for anything.
SPEAKS_OF_WORDS = late(
    r"\b(?:(?:sub-?)?para|texte?s?\b|words?\b|wording|phras|terms?\b(?!\s+of)|sentence|refer|mention|the\s+language"
    r"|propos|amend|suggest|submi|heading|footnote|bullet|chapeau|preamb|bracket|placeholder|silence|typo"
    r"|editor|misspel|spelling|re-?number|reserv|comment|input|interven|statement|endors\w*\s+(?:the\s+)?(?-i:[A-Z])|align|associat|co-?spons"
    r"|OPs?\b|PPs?\b|p[áa]rr|texto|palabra|frase|expresi|oraci|inciso|propuesta|enmienda|letra|literal"
    r"|numeral|redacci|indicaci|alin[ée]a|libell|mots?\b)|unbracket|sel(?:f|ves)\b|:\s|[\u0370-\u1fff\u2e80-\ud7ff]",
    re.IGNORECASE,
)
# The same, told by a word alone; of three of them only with what stands beside them.
_OF_WORDS = re.compile(
    r"(?:sub)?para|texte?s?$|texto|words?$|wording|phras|sentence|refer|mention|propos"
    r"|amend|suggest|submi|heading|footnote|bullet|chapeau|preamb|bracket|unbracket|placeholder|silence"
    r"|typo|editor|misspel|spelling|renumber|reserv|comment|input|interven|statement|align|associat"
    r"|cospons|[op]ps?$|p[áa]rr|palabra|frase|expresi|oraci|inciso|propuesta|enmienda|letra"
    r"|literal|numeral|redacci|indicaci|alin[ée]a|libell|mots?$|\w*sel(?:f|ves)$"
    r"|\w*[\u0370-\u1fff\u2e80-\ud7ff]"
)
_SEEMING = re.compile(r"terms?$|language|endors|number|spons")
_SPEAKS_WITH_OTHERS = late(
    r"\b(?:terms?\b(?!\s+of)|the\s+language|endors\w*\s+(?:the\s+)?(?-i:[A-Z])|re-number|co-spons)",
    re.IGNORECASE,
)
# Turns that are read before any verb, or that open what is read in another way.
_ODD_WORDS = re.compile(r"option$|mod$|vocablos?$|t[ée]rminos$")
_ODD = re.compile(
    r"[\[\]~\ue000-\uf8ff→⇒]|[-=]>"
    r"|^\W*(?:rationale|justificati?[óo]n|explanation|reason(?:s|ing)?|background|motifs?)(?:[:–—.]|$)",
    re.IGNORECASE,
)
_SIGN = re.compile(f"[{Q[1:-1]}{R[1:-1]}{P[1:-1]}]")
# "2028 instead of 2027", "change 2028 to 2027": a year that is quoted without marks.
_YEAR_FOR_A_YEAR = re.compile(r"\d{4}\s+(?:instead|to|by|with|into)\s")


class _Words(dict[str, int]):
    """What a word in small letters hints at, whatever signs stand round it."""

    def __missing__(self, word: str) -> int:
        carries = any(letters in CARRIER_WORDS for letters in _LETTERS.findall(word))
        hints = (
            (VERBS if may_begin_a_verb(word) else 0)
            | (OF_WORDS if _OF_WORDS.match(word) else 0)
            | (SEEMS if _SEEMING.match(word) else 0)
            | (NAMES if _NAMING.match(word) else 0)
            | (ODD if _ODD_WORDS.match(word) else 0)
            | (CARRIES if carries else 0)
            | (DESCRIBES if word in _DESCRIBING else 0)
        )
        return _kept(self, word, hints)


class _Hints(dict[str, int]):
    """What a word as it is printed hints at, with its figures and signs."""

    def __missing__(self, word: str) -> int:
        hints = 0
        for each in _WORD.findall(word.lower()):
            hints |= _WORDS[each]
        if not word.isalpha():
            hints |= _hints_of_signs(word)
        return _kept(self, word, hints)


_WORDS = _Words()
_HINTS = _Hints()


def _kept(known: dict[str, int], word: str, hints: int) -> int:
    if len(word) <= _LONGEST_KEPT:
        if len(known) > _KNOWN_LIMIT:
            known.clear()
        known[word] = hints
    return hints


def _hints_of_signs(word: str) -> int:
    named = _FREE_FIGURE.search(word) or "sub-" in word.lower() or "§" in word or "¶" in word
    return (
        (NAMES if named else 0)
        | (QUOTES if OPENER.search(word) else 0)
        | (FIGURES if _FIGURE.search(word) else 0)
        | (ODD if _ODD.search(word) else 0)
        | (OF_WORDS if word.endswith(":") else 0)
        | (VERBS if any(sign in word for sign in VERB_SIGNS) else 0)
    )


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
    speaks = hints & (OF_WORDS | SEEMS)
    return not any(
        _is_heard(each)
        for each in sentences(" ".join(text.split()))
        if speaks or len(each) < _FEW_LETTERS
    )


def _is_heard(sentence: str) -> bool:
    """Whether a sentence that names and quotes nothing holds a verb, and is short or of words."""
    hints = hints_of(sentence)
    if not hints & VERBS or (
        len(sentence) >= _FEW_LETTERS and not _speaks_of_words(sentence, hints)
    ):
        return False
    return VERB.search(sentence) is not None


def _speaks_of_words(sentence: str, hints: int) -> bool:
    if hints & OF_WORDS:
        return True
    return bool(hints & SEEMS) and _SPEAKS_WITH_OTHERS.search(sentence) is not None


def is_prose(sentence: str) -> bool:
    """Whether a sentence quotes and names nothing, and has no word for words: prose of a letter.

    The sentence is masked; a short one is never prose, for a wish can be one word.
    """
    if len(sentence) < _FEW_LETTERS or _SIGN.search(sentence) is not None:
        return False
    return not _speaks_of_words(sentence, hints_of(sentence))


def is_mute(sentence: str) -> bool:
    """Whether a masked sentence holds no verb of amendment, and no sign of a thing named."""
    if _SIGN.search(sentence) is not None:
        return False
    return not hints_of(sentence) & VERBS or VERB.search(sentence) is None


def names_nothing(text: str) -> bool:
    """Whether a text can neither name a paragraph or a part of one nor quote words."""
    return not _names(text, hints_of(text))


def _names(text: str, hints: int) -> bool:
    if hints & _LOUD or (hints & CARRIES and hints & FIGURES):
        return True
    return bool(hints & DESCRIBES) and _DESCRIBED.search(text) is not None
