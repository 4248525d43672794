"""Two lists of paragraphs as printed in, what plain tools make of them out."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import process
from rapidfuzz.distance import Indel

from bench.quality import Found

# Fixed beforehand: two paragraphs with less than half of their words in common are not tied.
_ALIKE = 0.5


def by_difflib(old: Sequence[str], new: Sequence[str]) -> Found:
    """Compare the two lists as a line tool does; replaced stretches are tied in their order."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    links: set[tuple[int, int]] = set()
    quiet: set[tuple[int, int]] = set()
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        pairs = set(zip(range(old_start, old_end), range(new_start, new_end), strict=False))
        links |= pairs
        if tag == "equal":
            quiet |= pairs
    return Found(frozenset(links), frozenset(quiet))


def by_rapidfuzz(old: Sequence[str], new: Sequence[str]) -> dict[str, Found]:
    """Compare every paragraph with every other, word by word, and tie those alike enough.

    Two answers: "one to one", the likest pairs first, and "best both ways", where each paragraph
    of either side is tied to the one most like it, which alone can express splits and merges.
    """
    likeness = _likeness(old, new)
    ranked = sorted(likeness, key=lambda pair: (-likeness[pair], pair))
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    tied: set[tuple[int, int]] = set()
    best_of_old: dict[int, int] = {}
    best_of_new: dict[int, int] = {}
    for one, other in ranked:
        best_of_old.setdefault(one, other)
        best_of_new.setdefault(other, one)
        if one in free_old and other in free_new:
            tied.add((one, other))
            free_old.remove(one)
            free_new.remove(other)
    best = best_of_old.items() | {(one, other) for other, one in best_of_new.items()}
    return {"one to one": _found(tied, old, new), "best both ways": _found(best, old, new)}


def _likeness(old: Sequence[str], new: Sequence[str]) -> dict[tuple[int, int], float]:
    signs: dict[str, str] = {}
    texts = [
        "".join(signs.setdefault(word, chr(0x10000 + len(signs))) for word in text.split())
        for text in (*old, *new)
    ]
    choices = texts[len(old) :]
    return {
        (one, other): score
        for one, text in enumerate(texts[: len(old)])
        for _, score, other in process.extract_iter(
            text, choices, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE
        )
    }


def _found(links: set[tuple[int, int]], old: Sequence[str], new: Sequence[str]) -> Found:
    quiet = frozenset(link for link in links if old[link[0]] == new[link[1]])
    return Found(frozenset(links), quiet)
