"""Postings in, how they hang together out: copies, corrections, repeated asks, endorsements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amend.model.submission import Posting
from amend.parse.postings.lines import LONGEST
from amend.parse.postings.stages import rank
from amend.text.similarity import share_in_common
from amend.text.words import tokens

_COPY = 0.85
_FEWEST = 8
"""Words two postings must have, and the share of them in common, to be one text posted twice."""
_SHARED_RUN = 8
"""Words on end that tell what an endorsement is of."""
_CORRECTS = re.compile(
    r"\b(?:correct(?:ion|ed|ing|s)?|corrigend\w+|replac(?:es|ing)\s+(?:our|my|the)\s+(?:previous|earlier)"
    r"|ignore|disregard|supersed\w+|updated?\s+version|instead\s+of\s+(?:my|our)\s+(?:previous|earlier))\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?:my|our|the)\s+(?:previous|earlier|last|first|prior)\s+(?:\w+\s+)?(?:comment|posting|post|submission"
    r"|input|message|version|file|contribution|statement)s?|(?:comment|post|submission)\s+above)\b",
    re.IGNORECASE,
)
_ENDORSES = re.compile(
    r"\b(?:endors(?:es?|ed|ing)|support(?:s|ing)?\s+(?:the\s+)?(?:inputs?|comments?|submission|position|proposals?)"
    r"|aligns?\s+(?:itself|ourselves)|associates?\s+(?:itself|ourselves))\b",
    re.IGNORECASE,
)


def copies(postings: Sequence[Posting]) -> dict[int, int]:
    """Return which posting is another copy of which: number -> number of the first.

    Texts that were cut are compared as far as both go; a sentence of courtesy in common is none.
    """
    words = {each.n: _words(each) for each in postings}
    found: dict[int, int] = {}
    for place, later in enumerate(postings):
        for earlier in postings[:place]:
            if earlier.n in found or earlier.kind == "moderator_prompt":
                continue
            if later.kind != "moderator_prompt" and _is_copy(later, earlier, words):
                found[later.n] = earlier.n
                break
    return found


def _is_copy(later: Posting, earlier: Posting, words: dict[int, list[str]]) -> bool:
    ours, theirs = words[later.n], words[earlier.n]
    if min(len(ours), len(theirs)) < _FEWEST or later.stage != earlier.stage:
        return ours == theirs and len(ours) >= _FEWEST and later.stage == earlier.stage
    if (
        later.organisations
        and earlier.organisations
        and not (set(later.organisations) & set(earlier.organisations))
    ):
        return False
    if later.truncated or earlier.truncated:
        length = min(len(ours), len(theirs))
        ours, theirs = ours[:length], theirs[:length]
    return share_in_common(theirs, ours) >= _COPY


def _words(posting: Posting) -> list[str]:
    """Return the words of a posting; the last one of a cut text may be half a word."""
    text = posting.text[:LONGEST]
    return tokens(re.sub(r"\S*(?:\.\.\.|…)\s*$", "", text) if posting.truncated else text)


def corrected(postings: Sequence[Posting], posting: Posting) -> tuple[int, bool] | None:
    """Return the posting that one says it corrects, and whether that is sure: who posted tells.

    Without a name or address in common it is the one before it in the thread.
    """
    text = posting.text[:LONGEST]
    if not (_CORRECTS.search(text) and _EARLIER.search(text)):
        return None
    before = [each for each in postings if each.n < posting.n and each.thread == posting.thread
              and each.kind != "moderator_prompt"]  # fmt: skip
    for each in reversed(before):
        if _is_same_poster(each, posting):
            return each.n, True
    return (before[-1].n, False) if before and before[-1].n == posting.n - 1 else None


def _is_same_poster(one: Posting, other: Posting) -> bool:
    return (
        bool(set(one.organisations) & set(other.organisations))
        or (one.email is not None and one.email == other.email)
        or (one.person is not None and one.person == other.person)
    )


def repeated(postings: Sequence[Posting], posting: Posting) -> int | None:
    """Return the latest posting of the same body that asked the same of an earlier revision.

    The same paragraphs named, or nearly the same words: a new instance of one ask (domain D.3.10).
    """
    labels = {each.label for each in posting.references if each.label is not None}
    for each in reversed(postings):
        if each.n >= posting.n or not set(each.organisations) & set(posting.organisations):
            continue
        if each.stage is None or posting.stage is None or rank(each.stage) >= rank(posting.stage):
            continue
        theirs = {one.label for one in each.references if one.label is not None}
        if labels and labels == theirs:
            return each.n
        ours, words = _words(posting), _words(each)
        if min(len(ours), len(words)) >= 2 * _FEWEST and share_in_common(words, ours) >= _COPY:
            return each.n
    return None


def endorsed(
    postings: Sequence[Posting], posting: Posting, names: Sequence[str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the postings that one endorses, and in words those that cannot be told apart.

    A body named is looked for among the submitters; without one, the words that say what is
    endorsed are looked for in earlier postings of the same stage.
    """
    earlier = [each for each in postings if each.n < posting.n and each.duplicate_of is None
               and each.kind != "moderator_prompt"]  # fmt: skip
    numbers: list[int] = []
    others: list[str] = []
    for name in names:
        own = [each.n for each in earlier if any(one in name for one in each.organisations)]
        is_plain = len(own) == 1 and not re.search(r"\band\s+members\b", name)
        if is_plain:
            numbers += own
        else:
            which = " and/or ".join(str(each) for each in own) or "none on this page"
            others.append(f"{name} (inputs not identified; {which})")
    if not names and _ENDORSES.search(posting.text[:LONGEST]):
        numbers += _by_words(earlier, posting)
    return tuple(dict.fromkeys(numbers)), tuple(others)


def _by_words(earlier: Sequence[Posting], posting: Posting) -> list[int]:
    """Find the one posting whose words say what is endorsed; several say nothing."""
    ours = _words(posting)
    runs = {tuple(ours[n : n + _SHARED_RUN]) for n in range(len(ours) - _SHARED_RUN + 1)}
    found = []
    for each in earlier:
        words = _words(each)
        theirs = {tuple(words[n : n + _SHARED_RUN]) for n in range(len(words) - _SHARED_RUN + 1)}
        if each.stage == posting.stage and runs & theirs:
            found.append(each.n)
    return found if len(found) == 1 else []
