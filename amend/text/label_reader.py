"""A tidied label in, its parts out: the grammar of domain B.4, read from left to right."""

from __future__ import annotations

import re
import unicodedata

from amend.text import label_forms as forms
from amend.text.numerals import letters, multiplicative, multiplicatives, roman
from amend.text.steps import AFTER, ALT, BEFORE, FAMILY, PART, SUB, Parts, Step

_INSERTING = (BEFORE, ALT, AFTER)


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
        return (
            self._dotted()
            or self._inside()
            or self._sub()
            or self._part()
            or self._named()
            or self._word()
        )

    def _is_closed(self) -> bool:
        """Whether nothing can follow: a chapeau, sentence or footnote, or a family."""
        return bool(self.steps) and self.steps[-1].rank in (PART, FAMILY)

    def _prefixes(self) -> list[Step]:
        """Read what stands before the number; returns the steps that it puts at the end."""
        tail: list[Step] = []
        while True:
            found = forms.PREFIX.match(self.text, self.at)
            if found is None:
                break
            tail.append(_prefixed(found["word"]))
            self.at = found.end()
        carrier = forms.CARRIER.match(self.text, self.at)
        if carrier is not None:
            self.at = carrier.end()
            self.carrier = forms.CARRIERS.get(carrier.lastgroup or "", "")
        preamble = forms.PREAMBLE.search(self.text)
        if preamble is not None and not self.carrier:
            self.text, self.carrier = self.text[: preamble.start()], "PP"
        return tail

    def _number(self) -> bool:
        found = forms.NUMBER.match(self.text, self.at)
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
        return forms.BARE_SECTION.match(self.text, self.at) is not None

    def _lettered(self) -> bool:
        """Read a section or annex that bears a Roman figure or a letter."""
        found = forms.HEADING_FIGURE.match(self.text, self.at)
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
        found = forms.RELATIVE.match(self.text, self.at)
        if found is not None:
            return self._sub()
        if self.at and (named := forms.LONE_LETTER.match(self.text, self.at)) is not None:
            self.steps.append(Step(SUB, letters(named[0]) or 0, f"({named[0].lower()})"))
            self.at = named.end()
            return True
        found = forms.RELATIVE_TERM.match(self.text, self.at)
        if found is not None and found[2] in multiplicatives():
            self.steps.append(Step(SUB, letters(found[1]) or 0, f"({found[1]})"))
            self.at = found.end(1)
            return True
        return False

    def _dotted(self) -> bool:
        """Read "9.a.ii"; one degree alone ("10.c") is a target of the SDGs and no label."""
        found = forms.DOTTED.match(self.text, self.at)
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
        found = forms.INSIDE.match(self.text, self.at)
        if found is None or self.carrier in {"PP", "OP", "S:", "Annex"}:
            return False
        if self.steps and not (self.carrier == "Art" and self.steps[-1].rank == AFTER):
            return False
        figure = found[1].lower()
        if len(figure) > 2 and not self.carrier:
            return False
        ordinal = forms.PLACEHOLDER if figure == "x" else int(figure)
        self.steps.append(Step(SUB, ordinal, f"/{figure}"))
        self.at = found.end()
        return True

    def _sub(self) -> bool:
        found = forms.SUB.match(self.text, self.at)
        if found is None or (found[4] and not self._has_sub()):
            return False
        figure, term = (found[1] or found[3] or found[4]).lower(), (found[2] or "").lower()
        glued = forms.GLUED_SUB.fullmatch(figure)
        if glued is not None:  # "9(abis)"
            figure, term = glued[1], glued[2]
        value = int(figure) if figure.isdigit() else self._sub_value(figure)
        rank = multiplicatives().get(term) if term else 0
        if value is None or rank is None or (figure.isdigit() and self._is_counted()):
            return False
        is_inside = figure.isdigit() and self.carrier == "Art" and not self._has_sub()
        self.steps.append(Step(SUB, value, f"/{figure}" if is_inside else f"({figure})"))
        if rank:
            self.steps.append(Step(AFTER, rank, multiplicative(rank)))
        self.at = found.end()
        return True

    def _named(self) -> bool:
        """Read a step that is named: "Article 9, paragraph 1", "Abs. 2 Bst. a"."""
        found = forms.NAMED_INSIDE.match(self.text, self.at) if self.carrier == "Art" else None
        if found is not None and not self._has_sub():
            self.steps.append(Step(SUB, int(found[1]), f"/{int(found[1])}"))
            self.at = found.end()
            return True
        found = forms.NAMED_SUB.match(self.text, self.at) if self.figure else None
        if found is None:
            return False
        letter, rank = found[1].lower(), 0
        if found[2]:
            rank = multiplicatives().get(found[2].lower(), 0)
            if not rank:
                return False
        self.steps.append(Step(SUB, letters(letter) or 0, f"({letter})"))
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
        found = forms.PART.match(self.text, self.at)
        if found is None:
            return False
        if found["chapeau"]:
            self.steps.append(Step(PART, 0, ":chapeau"))
        elif found["s"] or found["sentence"]:
            name = (found["sentence"] or "").lower()
            place = (
                forms.SENTENCES.index(name) + 1
                if name in forms.SENTENCES
                else int(found["s"] or 99)
            )
            self.steps.append(Step(PART, place, f":s{place}"))
        else:
            count = int(found["fn"] or found["footnote"])
            self.steps.append(Step(PART, forms.FOOTNOTES_FROM + count, f":fn{count}"))
        self.at = found.end()
        return True

    def _word(self) -> bool:
        if self.text.startswith("*", self.at):
            self.steps.append(Step(FAMILY, 0, "*"))
            self.at += 1
            return True
        is_before = self.profile == "eu" and forms.EU_BEFORE.match(self.text, self.at) is not None
        if is_before:
            self.at += 2
        found = forms.WORD.match(self.text, self.at)
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
        elif small in {"pre", "ante"} or small in forms.ALTERNATIVE:
            self.at = found.end()
            self._placed("alt" if small in forms.ALTERNATIVE else "pre")
            return True
        elif word == "s" and not self.steps and self.profile == "un":
            self.steps.append(Step(FAMILY, 0, "*"))  # "the 43s": 43 and all that hangs on it
        elif (glued := forms.GLUED.fullmatch(word)) is not None:
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
        count = forms.COUNT.match(self.text, self.at)
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


def _prefixed(word: str | None) -> Step:
    """Return the step that a word before the number puts behind it: "pre 9", "chapeau of 9"."""
    if word is None:
        return Step(PART, 0, ":chapeau")
    return Step(ALT, 1, "alt") if word.lower() == "alt" else Step(BEFORE, 1, "pre")


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
