"""A place in a text and words in, a splice out, with the spaces and signs a typist would set."""

from __future__ import annotations

from typing import NamedTuple

from amend.match.anchors import Spot

_SIGNS = (",", ";", ".")
_STOPS = frozenset(",;.:")
_FEWEST_OF_A_SENTENCE = 8
_OPENING = tuple("([“‘«")
_CLOSING = tuple(",.;:)]”’»")


class Splice(NamedTuple):
    """Put `text` in place of the half-open span of the paragraph's text."""

    start: int
    end: int
    text: str


def inserted(text: str, at: int, words: str) -> Splice:
    """Put words in with the spaces around them that a typist would set."""
    at, words = _past_sign(text, at, words.strip())
    before, behind = text[:at], text[at:]
    left = "" if not before or before[-1].isspace() or _touch(before[-1], words[:1]) else " "
    right = "" if not behind or behind[0].isspace() or _touch(words[-1:], behind[0]) else " "
    return Splice(at, at, left + words + right)


def _touch(before: str, behind: str) -> bool:
    """Whether no space is set between two signs."""
    return before in _OPENING or behind in _CLOSING


def _past_sign(text: str, at: int, words: str) -> tuple[int, str]:
    """Keep a sign from standing twice: after "water" insert "clean air," before a comma.

    A whole sentence goes behind the full stop, words at the end of a sentence before it.
    """
    sign = text[at : at + 1]
    if sign == "." and _is_a_sentence(words):
        return at + 1, f"{words}."
    if sign not in _SIGNS or not words.endswith(sign) or words.startswith(sign):
        return at, words
    if sign == "." and not words[:1].isupper():
        return at, words[:-1].rstrip()
    return at + 1, words


def _is_a_sentence(words: str) -> bool:
    """Whether words without a stop are a sentence all the same, and no name: "When nobody ...".

    It goes behind the full stop of the one before it, and is closed as that is.
    """
    each = words.split()
    if len(each) < _FEWEST_OF_A_SENTENCE or not words[-1:].isalnum():
        return False
    return each[0][:1].isupper() and sum(word[:1].isupper() for word in each) * 3 <= len(each)


def replaced(text: str, spot: Spot, words: str) -> Splice:
    """Put words in the place of others; a sign that both bring stands once.

    Two signs never follow each other: of a full stop quoted with the words and a semicolon behind
    them the semicolon stays, and words that begin with a comma take the stop before them away.
    """
    words = words.strip()
    behind = text[spot.end : spot.end + 1]
    start, end = spot.start, spot.end
    if words[-1:] in _STOPS and behind in _STOPS:
        words = words if words[-1] == behind else words[:-1].rstrip()
        end += words[-1:] == behind
    if words[:1] == ",":
        bare = text[:start].rstrip()
        start = len(bare) - 1 if bare[-1:] in _STOPS else len(bare)
    return Splice(start, end, words)


def deleted(text: str, spot: Spot, cut: str) -> Splice:
    """Take words out, with empty parentheses, and with the comma or space that parted them."""
    start, end = _with_signs(text, spot, cut.strip())
    if text[start - 1 : start] + text[end : end + 1] in {"()", "[]"}:
        start, end = start - 1, end + 1
    before, behind = text[:start], text[end:]
    if _is_sentence(before, behind, cut.strip()):
        return Splice(len(before.rstrip()), end + 1, "")
    if before[-2:] in {", ", "; "} and (not behind or behind[0] in ",.;:"):
        return Splice(start - 2, end, "")
    if before.endswith(" ") and (not behind or behind[0] in " ,.;:)"):
        return Splice(start - 1, end, "")
    return Splice(start, end + (1 if behind.startswith(" ") and not before else 0), "")


def _is_sentence(before: str, behind: str, quoted: str) -> bool:
    """Whether the words are a sentence between two others, whose full stop goes with them."""
    is_ended = behind[:1] in {".", "?", "!"}
    return is_ended and quoted[:1].isupper() and before.rstrip()[-1:] in {".", "?", "!"}


def _with_signs(text: str, spot: Spot, quoted: str) -> tuple[int, int]:
    """Let commas and semicolons go with the words if they were quoted with them.

    A quoted full stop is no wish: many set it inside the quotation marks at the end of their own
    sentence.
    """
    start, end = spot.start, spot.end
    if spot.exact and quoted[:1] in {",", ";"} and text[:start].rstrip().endswith(quoted[0]):
        start = len(text[:start].rstrip()) - 1
    is_led = start < spot.start  # ", as appropriate;": the first sign parted the words, one stays
    if (
        spot.exact
        and quoted[-1:] in {",", ";"}
        and text[end : end + 1] == quoted[-1]
        and not is_led
    ):
        end += 1
    return start, end
