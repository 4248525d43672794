"""A tidied label in, its parts out: the grammar of domain B.4, read from left to right."""

from __future__ import annotations

import re
import unicodedata

from amend.text.numerals import letters, multiplicative, multiplicatives, roman
from amend.text.steps import AFTER, ALT, BEFORE, FAMILY, PART, SUB, Parts, Step

_INSERTING = (BEFORE, ALT, AFTER)
_PLACEHOLDER = 999  # the x of "3.x": sorts last in its article
_FOOTNOTES_FROM = 50

PARAGRAPH_WORD = (
    r"(?:sub-?)?para(?:graph)?s?|pars?|párrs?|párrafos?|apartados?|paragraphes?|alinéas?|points?"
    r"|punkt[a-z]*|absatz|abs|ziffern?|commi|comma|p"
)
_CARRIER = re.compile(
    rf"""(?:the\s+)?(?:
      (?P<pp>pps?|recitals?|considérants?|considerandos?)
    | (?P<op>ops?)
    | (?P<art>articles?|arts?|artículos?|articol[oi]|artikeln?)
    | (?P<section>sections?|secciones|sección|abschnitt|s:)
    | (?P<annex>annexes|annexe|annex|anexos?|anhang)
    | (?:{PARAGRAPH_WORD}|§§?)
    )(?-i:(?![a-zà-ÿ]))[.\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_PREAMBLE = re.compile(r"\s+(?:du préambule|del preámbulo|of the preamble)$", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<minus>[-–−])?(?P<digits>0|[1-9]\d{0,3})(?:ère|er|°)?")
_DOTTED = re.compile(r"\.([a-z])\.([ivx]+)$", re.IGNORECASE)
_INSIDE = re.compile(r"\s*[./]\s?(\d{1,3}(?!\d)|x(?![a-z]))", re.IGNORECASE)
_SUB = re.compile(
    r"[\s.\-]*(?:\(\s*([a-z]{1,7}|\d{1,2})(?:\s(\w{3,}))?\s*\)|([a-z])\))", re.IGNORECASE
)
_PART = re.compile(
    r"\s*(?P<chapeau>[:,]?\s*chapeau\b|\(chapeau\))"
    r"|:s(?P<s>\d{1,2})\b|,?\s+(?P<sentence>first|second|third|fourth|fifth|last)\s+sentence\b"
    r"|:fn(?P<fn>\d{1,3})\b|,?\s+footnote\s+(?P<footnote>\d{1,3})\b",
    re.IGNORECASE,
)
_SENTENCES = ("first", "second", "third", "fourth", "fifth")
_WORD = re.compile(r"(?P<joint>[\s.\-‐‑]*)(?P<word>[^\W\d_]+)")
_GLUED = re.compile(r"([a-z]{3,})([A-Z]{1,3})")
_COUNT = re.compile(r"\s?([2-9]|[1-9]\d)(?!\d)")
_EU_BEFORE = re.compile(r"\s[-–−](?=[a-z])", re.IGNORECASE)
_PREFIX = re.compile(r"(?:the\s+)?chapeau\s+of\s+|(pre|ante)[\s\-]+(?=\d)", re.IGNORECASE)
_BARE_SECTION = re.compile(r"(?:[IVXL]+|[A-Z])[\s.\-]+[a-z]{3,}$")
_HEADING_FIGURE = re.compile(r"[A-Z]{1,6}")
_RELATIVE = re.compile(r"\((?!\d)[a-z]{1,7}|[a-z]\)", re.IGNORECASE)
_RELATIVE_TERM = re.compile(r"([a-z])[\s\-]?([a-z]{3,})$")
_CARRIERS = {"pp": "PP", "op": "OP", "art": "Art", "section": "S:", "annex": "Annex"}


class Reader:
    """Reads one tidied label from left to right; `at` is the place reached."""

    def __init__(self, text: str, profile: str) -> None:
        """Start at the left of a text that `tidy` has been over."""
        self.text = text
        self.profile = profile
        self.at = 0
        self.carrier = ""
        self.number = 0
        self.figure = ""
        self.steps: list[Step] = []

    def read(self) -> Parts | None:
        """Return the parts of the whole text, or None if it is no label."""
        tail = self._prefixes()
        if not self._number():
            return None
        while self.at < len(self.text):
            if self._is_closed() or not self._step():
                return None
        if len(tail) > 1 or (tail and self._is_closed()):
            return None
        self.steps += tail
        if self.figure == "0" and (not self.steps or self.steps[0].rank not in _INSERTING):
            return None
        return Parts(self.carrier, self.number, self.figure, tuple(self.steps))

    def _step(self) -> bool:
        return self._dotted() or self._inside() or self._sub() or self._part() or self._word()

    def _is_closed(self) -> bool:
        """Whether nothing can follow: a chapeau, sentence or footnote, or a family."""
        return bool(self.steps) and self.steps[-1].rank in (PART, FAMILY)

    def _prefixes(self) -> list[Step]:
        """Read what stands before the number; returns the steps that it puts at the end."""
        tail: list[Step] = []
        while True:
            found = _PREFIX.match(self.text, self.at)
            if found is None:
                break
            tail.append(Step(BEFORE, 1, "pre") if found[1] else Step(PART, 0, ":chapeau"))
            self.at = found.end()
        carrier = _CARRIER.match(self.text, self.at)
        if carrier is not None:
            self.at = carrier.end()
            self.carrier = _CARRIERS.get(carrier.lastgroup or "", "")
        preamble = _PREAMBLE.search(self.text)
        if preamble is not None and not self.carrier:
            self.text, self.carrier = self.text[: preamble.start()], "PP"
        return tail

    def _number(self) -> bool:
        found = _NUMBER.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
            self.figure, self.number = found["digits"], int(found["digits"])
            if found["minus"]:
                self.steps.append(Step(BEFORE, 1, "-"))
            return not (found["minus"] and self.profile != "eu")
        if self.carrier in {"S:", "Annex"} or (not self.carrier and self._is_bare_section()):
            return self._lettered()
        return not self.carrier and self._relative()

    def _is_bare_section(self) -> bool:
        """Whether it is "II bis" or "B bis": a lettered heading that carries a suffix."""
        return _BARE_SECTION.match(self.text, self.at) is not None

    def _lettered(self) -> bool:
        """Read a section or annex that bears a Roman figure or a letter."""
        found = _HEADING_FIGURE.match(self.text, self.at)
        value = None if found is None else _heading_value(found[0])
        if found is None or value is None:
            return False
        self.at = found.end()
        if self.carrier == "Annex":
            # An annex has no number of its own: it hangs on 0 like an inserted letter, and Roman
            # figures count on from the letter I, so that I < II < V and A < B agree in one series.
            many = roman(found[0])
            ordinal = (letters(found[0]) or 0) + 1 if many is None else many + 9
            self.steps.append(Step(AFTER, ordinal, found[0]))
            return True
        self.carrier, self.number, self.figure = "S:", value, found[0]
        return True

    def _relative(self) -> bool:
        """Read a label that needs its paragraph: (a), a), or the Swiss "abis."."""
        found = _RELATIVE.match(self.text, self.at)
        if found is not None:
            return self._sub()
        found = _RELATIVE_TERM.match(self.text, self.at)
        if found is not None and found[2] in multiplicatives():
            self.steps.append(Step(SUB, letters(found[1]) or 0, f"({found[1]})"))
            self.at = found.end(1)
            return True
        return False

    def _dotted(self) -> bool:
        """Read "9.a.ii"; one degree alone ("10.c") is a target of the SDGs and no label."""
        found = _DOTTED.match(self.text, self.at)
        if found is None or self.steps or (value := roman(found[2])) is None:
            return False
        first, second = found[1].lower(), found[2].lower()
        self.steps += [
            Step(SUB, letters(first) or 0, f"({first})"),
            Step(SUB, value, f"({second})"),
        ]
        self.at = found.end()
        return True

    def _inside(self) -> bool:
        """Read the paragraph of an article: 3.3, 3/3. Three figures make a resolution: 73/326."""
        found = _INSIDE.match(self.text, self.at)
        if found is None or self.carrier in {"PP", "OP", "S:", "Annex"}:
            return False
        if self.steps and not (self.carrier == "Art" and self.steps[-1].rank == AFTER):
            return False
        figure = found[1].lower()
        if len(figure) > 2 and not self.carrier:
            return False
        ordinal = _PLACEHOLDER if figure == "x" else int(figure)
        self.steps.append(Step(SUB, ordinal, f"/{figure}"))
        self.at = found.end()
        return True

    def _sub(self) -> bool:
        found = _SUB.match(self.text, self.at)
        if found is None:
            return False
        figure = (found[1] or found[3]).lower()
        value = int(figure) if figure.isdigit() else self._sub_value(figure)
        rank = multiplicatives().get(found[2].lower()) if found[2] else 0
        if value is None or rank is None or (figure.isdigit() and self._is_counted()):
            return False
        is_inside = figure.isdigit() and self.carrier == "Art" and not self._has_sub()
        self.steps.append(Step(SUB, value, f"/{figure}" if is_inside else f"({figure})"))
        if rank:
            self.steps.append(Step(AFTER, rank, multiplicative(rank)))
        self.at = found.end()
        return True

    def _has_sub(self) -> bool:
        return any(step.rank == SUB for step in self.steps)

    def _is_counted(self) -> bool:
        """Whether a figure in parentheses cannot be a sub-paragraph: nothing stands before it."""
        return not self.figure and not self.steps

    def _sub_value(self, figure: str) -> int | None:
        """Letter at the first degree, Roman below it (domain B.1); "(ii)" is Roman anywhere."""
        is_below = bool(self.steps) and self.steps[-1].printed.startswith("(")
        as_letter, as_roman = letters(figure), roman(figure)
        if (is_below or len(figure) > 1) and as_roman is not None:
            return as_roman
        return as_letter

    def _part(self) -> bool:
        found = _PART.match(self.text, self.at)
        if found is None:
            return False
        if found["chapeau"]:
            self.steps.append(Step(PART, 0, ":chapeau"))
        elif found["s"] or found["sentence"]:
            name = (found["sentence"] or "").lower()
            place = _SENTENCES.index(name) + 1 if name in _SENTENCES else int(found["s"] or 99)
            self.steps.append(Step(PART, place, f":s{place}"))
        else:
            count = int(found["fn"] or found["footnote"])
            self.steps.append(Step(PART, _FOOTNOTES_FROM + count, f":fn{count}"))
        self.at = found.end()
        return True

    def _word(self) -> bool:
        if self.text.startswith("*", self.at):
            self.steps.append(Step(FAMILY, 0, "*"))
            self.at += 1
            return True
        is_before = self.profile == "eu" and _EU_BEFORE.match(self.text, self.at) is not None
        if is_before:
            self.at += 2
        found = _WORD.match(self.text, self.at)
        if found is None or not self._term(found):
            return False
        if is_before:
            self.steps.append(Step(BEFORE, 1, "pre"))
        return True

    def _term(self, found: re.Match[str]) -> bool:
        word = found["word"]
        small = _unaccented(word.lower())
        ordinal = multiplicatives().get(small)
        if ordinal is not None:
            self.steps.append(Step(AFTER, ordinal, multiplicative(ordinal)))
        elif small in {"pre", "ante", "alt"}:
            self.at = found.end()
            self._placed("pre" if small != "alt" else "alt")
            return True
        elif (glued := _GLUED.fullmatch(word)) is not None:
            ordinal = multiplicatives().get(_unaccented(glued[1]))
            if ordinal is None:
                return False
            self.steps.append(Step(AFTER, ordinal, multiplicative(ordinal)))
            self._letters(glued[2])
        elif "." in found["joint"] and not self.steps:
            return False  # "10.c"
        elif len(word) > (5 if self.profile == "fr" else 3) or not self._letters(word):
            return False
        self.at = found.end()
        return True

    def _placed(self, kind: str) -> None:
        """Read the count of "alt 2": the first of a kind bears none."""
        count = _COUNT.match(self.text, self.at)
        ordinal = int(count[1]) if count else 1
        self.at = count.end() if count else self.at
        rank = BEFORE if kind == "pre" else ALT
        self.steps.append(Step(rank, ordinal, f"{kind}{ordinal if ordinal > 1 else ''}"))

    def _is_european(self, word: str) -> bool:
        """Whether it is the "aa" of 1aa, which stands between 1a and 1b."""
        glued = self.text[self.at - 1 : self.at].isdigit()
        return self.profile == "eu" and len(word) == 2 and glued

    def _letters(self, word: str) -> bool:
        """Read inserted letters: before the number for French capitals, after it elsewhere."""
        if not (word.isascii() and (word.isupper() or word.islower())):
            return False
        if word.islower() and len(word) > 1 and not self._is_european(word):
            return False  # elsewhere a run of letters is a slip: "9tre"
        last = self.steps[-1].printed if self.steps else ""
        if len(last) == 1 and last.islower() and self.text[self.at] == " ":
            return False  # letter-spaced noise of a scan: "9 b i s"
        if self.carrier == "S:" and not self.steps:
            return False  # "S:I I" would print as II
        is_before = self.profile == "fr" and word.isupper()
        if is_before and sum(step.printed.isupper() for step in self.steps) + len(word) > 5:
            return False
        for each in word:
            value = letters(each) or 0
            self.steps.append(
                Step(BEFORE, value, each) if is_before else Step(AFTER, value + 1, each)
            )
        return True


def _heading_value(figure: str) -> int | None:
    """Read the figure of a section: I, V and X are Roman, any other single letter is a letter."""
    if len(figure) > 1 or figure in "IVX":
        return roman(figure)
    return letters(figure)


def _unaccented(word: str) -> str:
    """Drop accents: quáter is quater."""
    if word.isascii():
        return word
    spread = unicodedata.normalize("NFD", word)
    return "".join(each for each in spread if not unicodedata.combining(each))
