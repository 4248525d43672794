"""A random source in, negotiated prose out: a small grammar over the words of `vocabulary`."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate

from bench import vocabulary

Sentences = tuple[str, ...]

# The head of a list is met about three hundred times as often as its end: 1 / (rank + 3).
_FLATTENING = 3
# Every third name is met for the first time, the others repeat one met before: names then have
# the long tail that real drafts have (H. A. Simon's model of word frequencies).
_NEW_NAME = 0.35
_FIRST_NAMES = 40
_WORDS_A_PARAGRAPH = (55, 105, 140)
_FEWEST_SENTENCES = 3

# Symbols in capitals are written out further; a comma stands against the word before it.
GRAMMAR: Mapping[str, tuple[str, ...]] = {
    "SENTENCE": (
        "we OPENING THING AND_THING , and DEMAND ACTOR to VERB THING MEANS",
        "we OPENING the efforts of ACTOR to VERB THING AND_THING MEANS",
        "we DEMAND ACTOR to VERB and VERB THING for GROUP MEANS",
        "we OPENING the need to VERB THING and to VERB THING for GROUP MEANS",
        "ACTOR MODAL VERB THING with ACTOR , with a view to GERUND THING MEANS",
        "to this end , ACTOR MODAL VERB THING and VERB NOUN , NOUN and NOUN MEANS",
        "ADJECTIVE NOUN and THING MODAL be the basis of NOUN for GROUP under NAMED",
        "we further OPENING THING of GROUP , and DEMAND ACTOR to VERB it MEANS",
        "where NOUN and NOUN fall short of NAMED , ACTOR MODAL VERB THING MEANS",
        "GERUND THING and GERUND NOUN are central to THING of GROUP MEANS",
        "no later than YEAR , ACTOR MODAL VERB THING and report on NOUN under NAMED",
    ),
    "THING": (
        "ADJECTIVE NOUN",
        "NOUN and NOUN",
        "the NOUN of GROUP",
        "ADJECTIVE and ADJECTIVE NOUN",
        "NOUN in the field of NOUN",
        "ADJECTIVE NOUN for GROUP",
        "NAMED",
        "NOUN , NOUN and ADJECTIVE NOUN",
        "the NAME NOUN",
    ),
    "AND_THING": ("", "and THING", "as well as THING", ", notably THING ,", "in NAME"),
    "MEANS": (
        "",
        ", including through ADJECTIVE NOUN and NOUN",
        ", in particular by GERUND THING",
        "by GERUND NOUN and GERUND ADJECTIVE NOUN",
        "within the framework of NAMED",
        ", and to VERB ADJECTIVE NOUN in NAME and NAME",
        "before the end of YEAR",
        ", drawing on the NOUN of ACTOR",
    ),
    "NAMED": ("the NAME INSTRUMENT", "the NAME INSTRUMENT on NOUN", "the NAME and NAME INSTRUMENT"),
    "ADDED": (
        "ADJECTIVE",
        "and NOUN",
        "ADJECTIVE and",
        ", including NOUN ,",
        "for GROUP",
        "in NAME",
        "by GERUND NOUN",
    ),
}
_RULES = {symbol: tuple(rule.split() for rule in rules) for symbol, rules in GRAMMAR.items()}
_LISTS: Mapping[str, Sequence[str]] = {
    "VERB": vocabulary.VERBS,
    "NOUN": vocabulary.NOUNS,
    "ADJECTIVE": vocabulary.ADJECTIVES,
    "GROUP": vocabulary.GROUPS,
    "ACTOR": vocabulary.ACTORS,
    "OPENING": vocabulary.OPENINGS,
    "DEMAND": vocabulary.DEMANDS,
    "MODAL": vocabulary.MODALS,
    "INSTRUMENT": vocabulary.INSTRUMENTS,
    "STOCK": vocabulary.STOCK,
    "BOILERPLATE": vocabulary.BOILERPLATE,
    "YEAR": [str(year) for year in range(2026, 2061)],
}


def _shares(count: int) -> list[float]:
    weights = list(accumulate(1 / (rank + _FLATTENING) for rank in range(count)))
    return [weight / weights[-1] for weight in weights]


_SHARES = {symbol: _shares(len(words)) for symbol, words in _LISTS.items()}


class Prose:
    """Writes paragraphs; the same random source gives the same words in the same order."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._names = [self._invented() for _ in range(_FIRST_NAMES)]

    def paragraph(self, *, stock: bool) -> Sentences:
        """Write a paragraph of about 110 words; with `stock` most sentences hold a set phrase."""
        low, usual, high = _WORDS_A_PARAGRAPH
        wanted = self._rng.triangular(low, high, usual)
        sentences: list[str] = []
        length = 0
        while length < wanted or len(sentences) < _FEWEST_SENTENCES:
            sentence = self.sentence(stock=stock and self._rng.random() < 0.6)
            sentences.append(sentence)
            length += sentence.count(" ") + 1
        return tuple(sentences)

    def sentence(self, *, stock: bool = False) -> str:
        """Write one sentence, its capital and full stop included."""
        words = self.written("SENTENCE")
        if stock:
            phrase = self.listed("STOCK")
            words = f"{phrase}, {words}" if self._rng.random() < 0.2 else f"{words}, {phrase}"
        return f"{words[0].upper()}{words[1:]}."

    def boilerplate(self) -> Sentences:
        """Take one of the short paragraphs that recur word for word."""
        return (self.listed("BOILERPLATE"),)

    def word(self) -> str:
        """Take one word to put in another's place."""
        symbol = self._rng.choice(("NOUN", "ADJECTIVE", "VERB", "NOUN", "NAME"))
        return self._named() if symbol == "NAME" else self.listed(symbol)

    def words(self, count: int) -> list[str]:
        """Write this many words, out of whole phrases, with no full stop and no commas."""
        found: list[str] = []
        while len(found) < count:
            found += self.written("THING").replace(",", "").split()
        return found[:count]

    def addition(self) -> list[str]:
        """Write the one to four words of a small insertion."""
        return self.written("ADDED").split()

    def listed(self, symbol: str) -> str:
        """Take a word of one list, the first ones more often than the last."""
        words = _LISTS[symbol]
        return words[bisect(_SHARES[symbol], self._rng.random(), hi=len(words) - 1)]

    def written(self, symbol: str) -> str:
        """Write a symbol of the grammar out in words."""
        out: list[str] = []
        self._write(symbol, out)
        return " ".join(out).replace(" ,", ",").replace(",,", ",")

    def _write(self, symbol: str, out: list[str]) -> None:
        for part in self._rng.choice(_RULES[symbol]):
            if part in _RULES:
                self._write(part, out)
            elif part in _LISTS:
                out.append(self.listed(part))
            elif part == "NAME":
                out.append(self._named())
            elif part == "GERUND":
                out.append(_gerund(self.listed("VERB")))
            else:
                out.append(part)

    def _named(self) -> str:
        is_new = self._rng.random() < _NEW_NAME
        name = self._invented() if is_new else self._rng.choice(self._names)
        self._names.append(name)
        return name

    def _invented(self) -> str:
        choice = self._rng.choice
        parts = [choice(vocabulary.SYLLABLES) for _ in range(self._rng.choice((1, 2, 2, 3)))]
        return ("".join(parts) + choice(vocabulary.ENDINGS)).capitalize()


def _gerund(verb: str) -> str:
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"
