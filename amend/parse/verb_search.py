"""A pattern of many verbs in, the same made quick to search: only where such a verb can begin.

Most words of a letter begin no verb of amendment, and a pattern of three hundred branches asks all
of them. Here each word is asked once: the answer is kept, and the pattern tried where it is yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from amend.text.late import late

_KNOWN_LIMIT = 100_000
_KEPT_TEXTS = 64
_LONGEST_KEPT = 20_000  # characters; of a stranger's endless text nothing is kept

# Beginnings of words with which a verb may begin; more than needed is slow, less would lose verbs.
_STEMS = re.compile(
    r"lift|remov|delet|drop|unbrack|brack|retain|reten|keep|kept|maint|leav|ad|insert|ins[ée]r|plac|put|set"
    r"|kept|enclos|scrut|reserv|break|brok|silen|agr|re$|ren|placeh|typo|edit|missp|spell|withd"
    r"|retir|repl|superse|correct|cancel|corrig|can.t|cannot|unable|disag|oppos|object|reject|endor"
    r"|align|associ|co$|cosp|supp|supr|join|secon|echo|back|welc|appr|appu|apoy|ok$|propos|sugg|follow"
    r"|new|altern|revis|amend|prefer|read|rewo|redr|reph|refo|qued|redacc|lire|revert|reins|restor"
    r"|go$|going|return|bring|unch|noc$|preserv|mant|conserv|mov|transf|reloc|tr?asl|d[ée]plac|merg"
    r"|combin|consol|fusi[oó]|split|div[ií]|scind|subst|sust|chang|modif|use$|inst|become|reem|remp|c[aá]mb"
    r"|ersetz|strik|struck|omit|omis|cut$|tak|sup$|elim|strei|incl|incorp|append|creat|recommend|like$"
    r"|a[ñn][aá]d|nuevo$|nouve|mu[eé]v|despl|posit|col[oó]|ubic|ref[uú]|biff|ray|regr|reun|sep[aá]r|inchang|tach|qu[ií]t|deb|adic|interc|ajout|swap|switch|interch|exchang|transp|revers|permut|interv|invert|einf|hinzu|don$|doesn|mov|does$|insér",
    re.IGNORECASE,
)
_FOLLOWED = {
    word: late(pattern, re.IGNORECASE)
    for words, pattern in (
        ("the our", r"\s+(?:proposal|suggestion|text|wording|version)\b"),
        ("to should shall would will must may", r"\s+(?:now\s+)?(?:be\s+)?read\b"),
        ("could", r"\s+(?:not|(?:now\s+)?(?:be\s+)?read)\b"),
        ("in", r"\s+favou?r"),
        ("en", r"\s+(?:lugar|vez)"),
        ("au", r"\s+lieu"),
        ("se", r"\s+li"),
        ("no", r"\s+(?:changes?|podemos)\b"),
        ("ne", r"\s+pouvons"),
        ("not", r"\s+(?:in|able)\b"),
        ("is are was were", r"\s+agreed"),
        ("can", r"\s?not|['’]t|\s+(?:accept|go|live)"),
        ("do does", r"\s+not|n['’]t"),
        ("don doesn", r"['’]t"),
    )
    for word in words.split()
}
# Of the words that only begin a verb before certain others, these are the others.
_SECOND = frozenset(
    "proposal suggestion text wording version read not favour favor lugar vez lieu change changes"
    " podemos pouvons agreed accept go live t".split()
)
_WORD = re.compile(r"\w+")
_ANYTHING = re.compile("")


class _Begins(dict[str, re.Pattern[str] | None]):
    """What must follow a word for a verb to begin with it, None where none can.

    It is worked out once for each word as it is printed; a sign that is no word may begin one.
    """

    def __missing__(self, word: str) -> re.Pattern[str] | None:
        if len(self) > _KNOWN_LIMIT:
            self.clear()
        folded = word.lower()
        can = not word[:1].isalnum() or _STEMS.match(folded) is not None
        self[word] = _FOLLOWED.get(folded, _ANYTHING if can else None)
        return self[word]


_BEGINS = _Begins()


class _Telling(dict[str, bool]):
    """Whether a word tells of a verb, and is not met in every sentence, as "the" and "to" are."""

    def __missing__(self, word: str) -> bool:
        if len(self) > _KNOWN_LIMIT:
            self.clear()
        folded = word.lower()
        is_common = folded in _FOLLOWED and _STEMS.match(folded) is None
        self[word] = (not is_common and _BEGINS[word] is not None) or folded in _SECOND
        return self[word]


_TELLING = _Telling()


def may_begin_a_verb(word: str) -> bool:
    """Whether a verb of amendment may begin with a word: no is certain, yes is not.

    Words that begin one only before certain others, as "to" in "to read", are told by those.
    """
    return _TELLING[word]


class VerbPattern:
    """A compiled pattern that is searched for from the words that may begin it."""

    def __init__(self, pattern: str, begins: str, signs: tuple[str, ...]) -> None:
        """Take the pattern, and one for what may begin a match and is no word, such as an arrow.

        That one can only match in a text that holds one of the `signs`.
        """
        self._whole = re.compile(pattern, re.IGNORECASE)
        self._starts = late(rf"\w+|{begins}", re.IGNORECASE)
        self._signs = signs
        self._kept = lru_cache(maxsize=_KEPT_TEXTS)(self._all)

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """Match at a place, as a compiled pattern does."""
        return self._whole.match(text, place)

    def search(self, text: str, place: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match, or None."""
        if place or end is not None:
            return self._whole.search(text, place, len(text) if end is None else end)
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Iterate over the matches; none overlaps the one before it, none is looked for early.

        A sentence is searched again by each rule that asks for its verb, so the last are kept.
        """
        return iter(self._kept(text)) if len(text) <= _LONGEST_KEPT else self._found(text)

    def _all(self, text: str) -> tuple[re.Match[str], ...]:
        if not any(map(_TELLING.__getitem__, _WORD.findall(text))) and not self._has_sign(text):
            return ()
        return tuple(self._found(text))

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        end = 0
        begins = _BEGINS
        starts = self._starts if self._has_sign(text) else _WORD
        for start in starts.finditer(text):
            follows = begins[start[0]]
            if follows is None:
                continue
            place = start.start()
            if place < end:
                continue
            if follows is not _ANYTHING and follows.match(text, start.end()) is None:
                continue
            match = self._whole.match(text, place)
            if match is not None and match.end() > place:
                yield match
                end = match.end()

    def _has_sign(self, text: str) -> bool:
        return any(sign in text for sign in self._signs)
