"""The name of a proposal's file, in; whose it is and which revision it speaks of, out.

`picum-rev1` is PICUM on Rev 1; `group-of-upstream-states-zero-corrected` is a corrected one of the
Group of Upstream States on the zero draft. What the stem does not tell is None, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from amend.store.dates import dates_in, folded
from amend.store.naming import Rank, StageFound, revision_name, same_name, stages_in

_CORRECTED = re.compile(
    r"(?<![a-z])(?:corrected|correction|corrigendum|corr|resubmission|resubmitted)(?![a-z])"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words people put round a name; only at the ends, for "of" and "on" stand inside names, too.
_NOISE = _set(
    "a and aw fw fwd re rv tr wg"
    " amendment amendments by changes clean comment comments draft drafting edits en es"
    " feedback final for fr from input inputs language of on proposal proposals proposed redline"
    " response statement submission submissions submitted suggestions suggested text the to track"
    " tracked with written"
)
_NOISE_KEPT = _set("drafting language")  # at the front: "Drafting Group", "Language Rights Network"
_SMALL = _set(
    "a al and against at by de del des du e el et for in la las le les los of on or para por pour"
    " the to und von with y"
)
# Names of five letters and fewer that are words, not acronyms: without them Chile prints as CHILE.
_SHORT_NAMES = _set(
    "benin chad chile china congo cuba egypt fiji gabon ghana haiti india iran iraq italy japan"
    " kenya korea laos libya mali malta nauru nepal niger oman palau peru qatar samoa spain sudan"
    " syria tonga togo yemen chair"
)
_GROUPS = _set("eu un g7 g20 g77 au asean aosis sids ldcs lldcs ngo ngos ilo iom oecd")
_FILE_STATES = (Rank.FINAL, Rank.ADOPTED)

Span = tuple[int, int]


class FileSays(NamedTuple):
    """What a proposal's file name tells: proponent, revision and whether it corrects another."""

    proponent: str | None
    revision: str | None
    corrected: bool


def proponent_and_revision(stem: str, revisions: Sequence[str]) -> FileSays:
    """Read the stem of a proposal's file, beside the names of the revisions that are known.

    A known revision is named as it is known; a stage not among them ("Rev 4") by its own name.
    A lone "zero" counts at the end only ("Zero Hunger Network" is a proponent), a date only where
    a revision has that name, a lone "final" or "adopted" never: it is said of the file.
    """
    stem = unicodedata.normalize("NFC", stem)
    corrected = _CORRECTED.search(folded(stem))
    if corrected:
        stem = stem[: corrected.start()] + " " * len(corrected.group()) + stem[corrected.end() :]
    name, spans = _revision(stem, revisions)
    return FileSays(_proponent(_without(stem, spans)), name, corrected is not None)


def _revision(stem: str, known: Sequence[str]) -> tuple[str | None, list[Span]]:
    """The revision's name, and the places in the stem that are no part of the proponent's."""
    spelt = _known_at_the_end(stem, known)
    if spelt:
        return spelt[0], [spelt[1]]
    names = {same_name(name): name for name in known}
    days = dates_in(stem)
    stages = [one for one in stages_in(stem) if _is_meant(one, stem)]
    spans = [(one.start, one.end) for one in stages] + [(one.start, one.end) for one in days]
    spoken = [one for one in stages if one.stage.family != "Version"]
    clear = [one for one in spoken if not one.is_bare] or spoken
    called = {names.get(same_name(str(one.stage)), str(one.stage)) for one in clear}
    called = called or {names[one.iso] for one in days if one.iso in names}
    return (called.pop() if len(called) == 1 else None), spans


def _is_meant(one: StageFound, stem: str) -> bool:
    """Whether a stage is the revision's: a lone "zero" only at the end, a lone "final" never."""
    is_last = not _words(stem[one.end :])
    return not one.is_bare or (one.stage.rank not in _FILE_STATES and is_last)


def _known_at_the_end(stem: str, known: Sequence[str]) -> tuple[str, Span] | None:
    """A revision whose own name closes the stem: "Chair's text" in `mexico-chairs-text`."""
    squeezed = [(place, letter) for place, letter in enumerate(folded(stem)) if letter.isalnum()]
    text = "".join(letter for _, letter in squeezed)
    own_names = [name for name in known if revision_name(name) is None]
    for name in sorted(own_names, key=len, reverse=True):
        tail = "".join(letter for letter in folded(name) if letter.isalnum())
        if not tail or not text.endswith(tail):
            continue
        start = squeezed[len(text) - len(tail)][0]
        if start == 0 or not stem[start - 1].isalnum():
            return name, (start, len(stem))
    return None


def _without(stem: str, spans: Sequence[Span]) -> str:
    for start, end in spans:
        stem = stem[:start] + " " * (end - start) + stem[end:]
    return stem


def _words(part: str) -> list[str]:
    words = [word for word in re.split(r"[\s_\-‐‑–—.,;()\[\]+]+", part) if word]
    while words and words[0].lower() not in _NOISE_KEPT and _is_noise(words[0]):
        words.pop(0)
    while words and (_is_noise(words[-1]) or words[-1].isdecimal()):
        words.pop()
    return words


def _is_noise(word: str) -> bool:
    """Numbers of up to three digits count files; 2030 may begin the name of a group."""
    return word.lower() in _NOISE or (word.isdecimal() and len(word) <= 3)


def _proponent(part: str) -> str | None:
    words = _words(part)
    return display_name(" ".join(words)) if words else None


def display_name(slug: str) -> str:
    """Print a proponent's name: picum is PICUM, group-of-upstream-states Group of Upstream States.

    A name written with capitals stays as it is; one word of up to five letters is an acronym,
    unless it is the name of a state.
    """
    words = slug.replace("_", " ").replace("-", " ").split()
    if any(word != word.lower() for word in words):
        return " ".join(words)
    if len(words) == 1 and len(words[0]) <= 5 and words[0] not in _SHORT_NAMES:
        return words[0].upper()
    return " ".join(_shown(word, is_first=place == 0) for place, word in enumerate(words))


def _shown(word: str, *, is_first: bool) -> str:
    if word in _GROUPS:
        return word.upper()
    return word if word in _SMALL and not is_first else word[:1].upper() + word[1:]
