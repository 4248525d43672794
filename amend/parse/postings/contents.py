"""The lines of a block that may hold several postings in, the likely postings out, in doubt.

Top-level posts bear no reply line, and those without a picture nothing at all: only a new body
that introduces itself, a text that breaks off or was met before, shows an end (domain A.1.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amend.model.submission import Doubt
from amend.parse.postings.bodies import ACT, announces
from amend.parse.postings.lines import EMAIL, Kind, Line
from amend.parse.postings.persons import is_person

Paragraph = list[Line]
_CUT = re.compile(r"(?:\.\.\.|…)\s*$")
_GREETING = re.compile(
    r"(?:dear|hi|hello|good\s+(?:morning|afternoon|day)|greetings|excellenc(?:y|ies)|to\s+whom"
    r"|estimad[oa]s?|cher\w*|madame|mesdames|buen[oa]s|hola|bonjour)\b[^.;]{0,80}[,:!.]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:thanks?|(?:i\s+|we\s+)?thank\s+you|many\s+thanks|with\s+(?:best|kind|warm|many)|best|kind|warm|sincerely"
    r"|yours|respectfully|regards|apologies|cordial(?:ly|ement|mente)|saludos|atentamente|merci"
    r"|gracias)\b[^.;:]{0,60}[,.!]*$",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:\d{1,2}\s+)?[^\W\d]{3,12}\.?,?\s+(?:\d{1,2},?\s+)?20\d\d|\d{4}-\d\d-\d\d"
)
_LIST = re.compile(r"\s*(?:[•▪·*–-]|\d{1,2}[.)]|\(?[a-z]\))\s")
# "The report is a joint effort by ..." speaks of what stands above it.
_GOES_ON = re.compile(r"(?:The|This|That|These|Those|Its?|Their|They|Both)\s+(?!is\s+[A-Z])[a-z]")
_LONG_TITLE = 26
_SIGNED = 8
_SAME_OPENING = 8


def parted(
    lines: Sequence[Line], seen: Sequence[str], *, is_reply: bool
) -> list[tuple[list[Line], set[Doubt]]]:
    """Part a block where its words show a new posting; `seen` are the texts of earlier ones.

    A block closed by a reply line is parted only where its text broke off before.
    """
    pieces: list[tuple[list[Line], set[Doubt]]] = []
    held: list[Paragraph] = []
    for paragraph, below in _paragraphs(lines):
        if held and _opens(paragraph, held, seen, is_reply=is_reply):
            pieces.append((_flat(held), {Doubt.BOUNDARY}))
            held = []
        held.append(paragraph)
        held.append(below)
    pieces.append((_flat(held), {Doubt.BOUNDARY} if pieces else set()))
    return pieces


def _flat(held: Sequence[Paragraph]) -> list[Line]:
    return [line for paragraph in held for line in paragraph]


def _paragraphs(lines: Sequence[Line]) -> list[tuple[Paragraph, Paragraph]]:
    """Gather lines that touch; each with the lines below it that hold no words of the body."""
    found: list[tuple[Paragraph, Paragraph]] = []
    for line in lines:
        is_body = line.kind is Kind.BODY
        if is_body and (not found or found[-1][1]):
            found.append(([], []))
        if not found:
            found.append(([], []))
        found[-1][0 if is_body else 1].append(line)
    return found


def _opens(
    paragraph: Paragraph, held: Sequence[Paragraph], seen: Sequence[str], *, is_reply: bool
) -> bool:
    """Whether a paragraph begins another posting than the one held so far."""
    body = [part for part in held if any(each.kind is Kind.BODY for each in part)]
    if not body or not paragraph:
        return False
    below = held[-1]
    if _CUT.search(body[-1][-1].text) or any(each.kind is Kind.MORE for each in below):
        return not is_reply or bool(announces(_text(paragraph)))
    if is_reply:
        return False
    first = paragraph[0].text
    if all(_is_front(part) for part in body):
        return False
    if _GREETING.fullmatch(first) or _is_met(first, seen):
        return True
    if _CLOSING.fullmatch(body[-1][-1].text) or _is_signature(body[-1][-1].text):
        return not _is_signature(first) and not _CLOSING.fullmatch(first)
    return _introduces(paragraph, body)


def _is_front(part: Paragraph) -> bool:
    """Whether a paragraph only leads in: a greeting, a date, a title without a full stop."""
    text = _text(part)
    return (
        _GREETING.fullmatch(text) is not None
        or _DATE_LINE.fullmatch(text) is not None
        or _is_title(text)
        or (len(part) == 1 and len(text.split()) <= _LONG_TITLE and not _closes(text))
    )


def _is_title(text: str) -> bool:
    return (
        "\n" not in text
        and len(text.split()) <= _LONG_TITLE
        and not _closes(text)
        and ACT.search(text) is not None
        and _LIST.match(text) is None
    )


def _closes(text: str) -> bool:
    return re.search(r"[.!?;:,]['\"”’)]*$", text) is not None


def _introduces(paragraph: Paragraph, body: Sequence[Paragraph]) -> bool:
    """Whether a paragraph names a body that hands something in, and what is held is another's.

    A title opens a posting even of the same body: people post corrected copies.
    """
    text = _text(paragraph)
    if _LIST.match(text) is not None or _GOES_ON.match(text) is not None:
        return False
    new = announces(text)
    if not new:
        return False
    if _is_title(text):
        return True
    before = {each.name for part in body for each in announces(_text(part))}
    said = " ".join(_text(part) for part in body)
    return not any(each.name in before or each.name in said for each in new)


def _is_met(first: str, seen: Sequence[str]) -> bool:
    """Whether a paragraph opens with the words an earlier posting opens with."""
    words = first.split()[:_SAME_OPENING]
    return len(words) == _SAME_OPENING and any(
        each.split()[:_SAME_OPENING] == words for each in seen
    )


def _is_signature(text: str) -> bool:
    is_short = len(text.split()) <= _SIGNED
    return EMAIL.fullmatch(text) is not None or (
        is_short and is_person(re.split(r",|\s[-–—]\s", text)[0])
    )


def _text(paragraph: Paragraph) -> str:
    return "\n".join(each.text for each in paragraph)


def leads_in(line: str) -> bool:
    """Whether a line is the title of something handed in: "Delta Union comments on Rev 1"."""
    return _is_title(line)
