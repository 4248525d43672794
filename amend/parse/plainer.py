"""Masked prose in, the same in plainer turns out: asides gone, words behind a colon quoted."""

from __future__ import annotations

import re
from dataclasses import replace

from amend.labels import split_head
from amend.parse.clauses import TAKES_TEXT
from amend.parse.masked import Masked
from amend.parse.quotations import Quotation
from amend.parse.verbs import LABEL_FROM, PARAGRAPH, QUOTE_FROM, VERB, Act, Q, R
from amend.text.late import late

_INSTEAD = re.compile(
    rf"\binstead\s+of\s+(?P<old>{Q})(?P<where>(?:\s+(?:in\s+)?{R})?),?\s+(?:please\s+)?"
    rf"(?:use|read|put|say|insert|write)\s+(?P<new>{Q})",
    re.IGNORECASE,
)
# Turns of other languages that name the old words first, or last.
_WHERE_IT_SAYS = re.compile(
    rf"\b(?:donde\s+(?:dice|diga)|au\s+lieu\s+de)\s+(?P<old>{Q}),?\s+"
    rf"(?:debe(?:rá|ría)?\s+decir|(?:que\s+)?diga|dígase|lire)\s+(?P<new>{Q})",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    rf"\bsubstitu(?:er|ez|ons)\s+(?:les\s+mots\s+)?(?P<new>{Q})\s+(?:à|aux\s+mots)\s+(?P<old>{Q})",
    re.IGNORECASE,
)
# "A new paragraph after 9, to read:" asks for one thing, not for a paragraph 9 that reads so.
_READING = re.compile(
    rf"(?<={R}),?\s+(?:to\s+read|reading|(?:which|that)\s+(?:would|should|will)\s+read|que\s+diga"
    r"|ainsi\s+(?:libellé|rédigé|conçu)|(?:libellé|rédigé)\s+comme\s+suit|redactado\s+así"
    r"|del\s+siguiente\s+tenor|con\s+el\s+siguiente\s+texto)(?:\s+as\s+follows)?\s*:?\s*"
    rf"(?={Q})",
    re.IGNORECASE,
)
_NEW = re.compile(rf"\b(?:new|nuevo|nouveau|nouvel)\s+(?:{PARAGRAPH}|{R})", re.IGNORECASE)
# What is said in support of a change names other paragraphs: "because it duplicates para 14".
_BECAUSE = re.compile(
    r"[,;]?\s*\(?\b(?:because|since\s+(?:it|this|they)|as\s+(?:it|this|they|these)\s"
    r"|for\s+the\s+(?:same\s+)?reasons?|given\s|considering\s|so\s+as\s+to\s+avoid"
    r"|(?:which|it|this)\s+(?:is\s+already|duplicat|overlap|repeat)|(?:in\s+line|consistent|similar)"
    rf"\s+(?:with|to)\s+{R}|as\s+(?:agreed|stated)\s+in\s+{R}|already\s+in\s+{R})[^.;]*",
    re.IGNORECASE,
)
_REASONS = (
    "because", "since ", "as it ", "as this ", "as the", "reason", "given", "considering", "avoid",
    "already", "duplicat", "overlap", "repeat", "in line", "consistent", "similar", "agreed in",
    "stated in",
)  # fmt: skip
_REPLACED = re.compile(
    r"\bdelet\w+\s+(?P<what>[^.;]{1,80}?),?\s+and\s+(?:replac|substitut)\w+\s+(?:it\s+|them\s+|this\s+)?(?=(?:by|with)\b)",
    re.IGNORECASE,
)
# Behind a colon; behind a dash only where a new paragraph is named: "New para 9bis – We ...".
_TAIL = re.compile(rf":\s+|(?<={R})\s+[–—-]\s+(?=(?-i:[A-ZÀ-Þ])[^{Q[1:-1]}]*$)")
_ASIDE = re.compile(
    rf",?\s*(?:\(?which\s+)?(?:currently|now)\s+reads?:?\s+{Q}\)?,?|\bso\s+(?:that|as)\s+[^{Q[1:-1]}.;]{{0,60}}{Q}",
    re.IGNORECASE,
)

# "Delete para 13, not para 14": what is excepted is not asked for.
_BUT_NOT = late(
    rf",\s*(?:but\s+|and\s+)?not\s+(?:the\s+)?(?:words?\s+)?[{Q[1:-1]}{R[1:-1]}](?=\W*$)"
)


def plainer(masked: Masked) -> Masked:
    """Say in plain turns what a block asks for; quotations and labels keep their signs."""
    plain = _in_order(masked.text) if masked.quotes else masked.text
    if VERB.search(plain) is None:
        return masked  # nothing is asked for, and no words wait behind a colon
    lowered = plain.lower()
    if "delet" in lowered:
        plain = _REPLACED.sub(r"replace \g<what> ", plain)
    if masked.quotes:
        plain = _INSTEAD.sub(r"replace \g<old> by \g<new>\g<where>", _ASIDE.sub("", plain))
    if any(word in lowered for word in _REASONS):
        plain = _BECAUSE.sub("", plain)
    if " not " in lowered:
        plain = _BUT_NOT.sub("", plain)
    return _with_tail(masked if plain == masked.text else masked.with_text(plain))


def _in_order(text: str) -> str:
    """Name old words before new ones, and let the text of a new paragraph follow it at once."""
    text = _WHERE_IT_SAYS.sub(r"replace \g<old> by \g<new>", text)
    text = _SUBSTITUTE.sub(r"replace \g<old> by \g<new>", text)
    return _READING.sub(": ", text) if _NEW.search(text) else text


def _with_tail(masked: Masked) -> Masked:
    """Take unquoted words behind a colon, to the end of the block, as if they were quoted."""
    for match in _TAIL.finditer(masked.text):
        head, tail = masked.text[: match.start()], masked.text[match.end() :].strip()
        if not tail or re.match(Q, tail) or not _awaits_text(head):
            continue
        if VERB.match(tail) and re.search(f"{Q}|{R}", tail):
            continue
        return _quoted(masked, head, masked.unmask(tail))
    return masked


def _awaits_text(head: str) -> bool:
    """Whether the words before a colon ask for text and hold none."""
    verbs = list(VERB.finditer(head))
    if not verbs or Act(verbs[-1].lastgroup or "") not in TAKES_TEXT:
        return False
    if Act(verbs[-1].lastgroup or "") is Act.REPLACE:
        return len(re.findall(Q, head[verbs[0].start() :])) < 2
    behind = head[verbs[-1].end() :]
    return not re.search(rf"(?<!after\s)(?<!before\s)(?<!words\s)(?<!word\s){Q}", behind)


def _quoted(masked: Masked, head: str, tail: str) -> Masked:
    """Mask a tail as one quotation; a label at its head stays outside."""
    labels, printed, sign = masked.labels, masked.printed, ""
    label = split_head(tail)
    if label is not None and not label[1].is_relative:
        sign = chr(LABEL_FROM + len(labels)) + " "
        labels, printed, tail = (*labels, (label[1],)), (*printed, label[0]), label[2]
    number = len(masked.spelled)
    quotation = Quotation(tail.strip(), 0, len(tail))
    text = f"{head}: {sign}{chr(QUOTE_FROM + number)}"
    return replace(
        masked,
        text=text,
        quotes=(*masked.quotes, quotation),
        labels=labels,
        printed=printed,
        spelled=(*masked.spelled, tail.strip()),
    )
