"""Strategies for small drafts: paragraphs of words that repeat, so that hard cases come up."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

import amend
from amend.model.draft import Revision

_WORDS = (
    "we commit to keep safe passage on the river for all boats crews and ports in times of flood "
    "drought or war with due regard to local custom shared cost open data fair tolls"
).split()


# Words enough that two paragraphs are alike only where one was made of the other.
_MANY = [
    f"{start}{end}"
    for start in "ba be bi bo bu da de di do du fa fe fi fo ga ge".split()
    for end in "lan ren sit mor tun kel gam pon".split()
]


def words(least: int = 0, most: int = 12) -> st.SearchStrategy[str]:
    """Some words of a small vocabulary."""
    return st.lists(st.sampled_from(_WORDS), min_size=least, max_size=most).map(" ".join)


def sentences() -> st.SearchStrategy[str]:
    """A paragraph of three to fourteen words."""
    return words(3, 14).map(lambda text: f"{text[0].upper()}{text[1:]}.")


def texts(least: int = 1, most: int = 7) -> st.SearchStrategy[list[str]]:
    """The paragraphs of a draft; the same words may stand in several."""
    return st.lists(sentences(), min_size=least, max_size=most)


def numbered(paragraphs: list[str], name: str, first: int = 1) -> Revision:
    """Make a revision of paragraphs that are numbered from `first`."""
    lines = [f"{number}. {text}" for number, text in enumerate(paragraphs, first)]
    return amend.read_text("\n\n".join(lines), name=name)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Revision, Revision]:
    """An older revision and one made of it: paragraphs reworded, dropped, moved and added."""
    old = draw(texts())
    kept = [text for text in old if draw(st.integers(0, 5))]
    new = [_reworded(text, draw(words(1, 4)), draw(st.integers(0, 9))) for text in kept]
    new += draw(texts(0, 2))
    if len(new) > 1 and draw(st.booleans()):
        new.insert(draw(st.integers(0, len(new) - 1)), new.pop())
    first = draw(st.sampled_from((1, 1, 4)))
    return numbered(old, "Rev 1"), numbered(new or ["We close."], "Rev 2", first)


def _reworded(text: str, more: str, how: int) -> str:
    parts = text[:-1].split()
    if how < 5:
        return text
    if how < 8:
        return " ".join((*parts[:2], more, *parts[2:])) + "."
    return " ".join((*parts[: len(parts) // 2], more)) + "."


def distinct_pairs() -> st.SearchStrategy[tuple[Revision, Revision]]:
    """As `pairs`, of paragraphs that no reader would mistake for one another."""
    return st.integers(0, 2**32 - 1).map(lambda seed: _distinct(Random(seed)))


def _distinct(chance: Random) -> tuple[Revision, Revision]:
    old = [_sentence(chance) for _ in range(chance.randint(1, 9))]
    new = [_reworded(each, _some(chance, 1, 3), chance.randint(0, 7)) for each in old]
    new = [each for each in new if chance.random() < 0.85]
    new += [_sentence(chance) for _ in range(chance.randint(0, 2))]
    if len(new) > 1 and chance.random() < 0.5:
        new.insert(chance.randrange(len(new)), new.pop())
    first = chance.choice((1, 1, 4))
    return numbered(old, "Rev 1"), numbered(new or ["We close."], "Rev 2", first)


def _sentence(chance: Random) -> str:
    return f"{_some(chance, 6, 30).capitalize()}."


def _some(chance: Random, least: int, most: int) -> str:
    return " ".join(chance.choice(_MANY) for _ in range(chance.randint(least, most)))
