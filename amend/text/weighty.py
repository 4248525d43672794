"""Words that weigh: small words that prove nothing, and verbs that decide what a text demands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

# Function words of English, French and Spanish: shared by all texts, so no evidence of anything.
SMALL_WORDS = frozenset(
    """
    a an the this that these those and or nor but if as at by for from in into of off on onto out
    over to up with within it its they their them he she his her we our us who whom whose which
    what is are was were be been being has have had do does did will would can could not no all
    any each both some such than then there here so too very also
    le la les l un une des du de d et ou au aux en dans par pour sur avec sans ce cet cette ces qui
    que se sa son ses leur leurs il elle ils elles nous notre nos est sont
    el los las lo una unos unas del y o u al en por para con sin su sus se que es son este esta
    estos estas
    """.split()
)

# Strength of operative verbs, strongest first; one line is one degree. A default scale and not a
# rule: domain D.3.6.
_SCALE = (
    "decide",
    "commit pledge resolve",
    "agree undertake ensure",
    "call urge demand",
    "request",
    "invite",
    "encourage",
    "support promote strive seek",
    "recommend suggest",
    "recognize recognise acknowledge affirm reaffirm stress emphasize emphasise underline",
    "note recall welcome consider",
)
STRENGTH: Mapping[str, int] = {
    verb: degree for degree, verbs in enumerate(_SCALE) for verb in verbs.split()
}
MODALS: Mapping[str, int] = {"shall": 0, "must": 1, "should": 2, "may": 3}

# These are nouns as often as verbs: they count where a subject or "to" stands before them.
_ALSO_NOUNS = frozenset("pledge resolve call demand request support note welcome promote".split())
_TOMBSTONES = frozenset("deleted supprimé supprimée suprimido reserved repealed".split())
_MARK_WORDS = 4
_AUXILIARIES = frozenset("have has had are is be been were was".split())
_SUBJECTS = frozenset("we to also further shall must should may will states parties".split())


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str | None:
    """Return the operative verb or modal that a comparison word is a form of, or None."""
    if word in STRENGTH or word in MODALS:
        return word
    for ending, restored in (("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ies", "y"),
                             ("ed", ""), ("ed", "e")):  # fmt: skip
        stem = word.removesuffix(ending)
        if stem != word:
            for verb in (stem + restored, stem[:-1] + restored):
                if verb in STRENGTH and (verb == stem + restored or stem[-2:-1] == stem[-1:]):
                    return verb
    return None


def verb_at(words: Sequence[str], place: int) -> str | None:
    """Return the operative verb or modal at a place of a word list, or None.

    What may be a noun or an adjective as well ("support services", "requests", "agreed language",
    "May 2022") counts at the head of the text and behind a subject only.
    """
    word = words[place]
    verb = lemma(word)
    if verb is None:
        return None
    before = words[place - 1] if place else "we"
    behind = words[place + 1] if place + 1 < len(words) else ""
    if word == "may" and behind[:1].isdigit():
        return None
    if word.endswith("ed") and word != verb:
        return verb if before in _AUXILIARIES else None
    is_noun_too = verb in _ALSO_NOUNS and not word.endswith("ing")
    return None if is_noun_too and before not in _SUBJECTS else verb


def is_tombstone(words: Sequence[str]) -> bool:
    """Whether nothing but a mark is left under a number: "[Deleted]", "(Supprimé)", no word."""
    return not words or (len(words) <= _MARK_WORDS and not _TOMBSTONES.isdisjoint(words))


def contents(words: Sequence[str]) -> int:
    """Count the words that can be evidence."""
    return len(words) - sum(map(SMALL_WORDS.__contains__, words))


def is_content(word: str) -> bool:
    """Whether a comparison word can be evidence."""
    return word not in SMALL_WORDS
