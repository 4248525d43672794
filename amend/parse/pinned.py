"""What a comment says in short, or leaves out, in; the whole ask, with the words pinned to, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from amend.model.proposal import Anchor, Operation, Proposal, Where
from amend.parse.asks import Ask
from amend.parse.pins import Pin, places_of
from amend.parse.remarks import Remark, Short
from amend.text.late import late

# The paragraph as the object, or the subject, of the wish; in a reason behind it, it is neither.
_NAMED = (
    r"(?:(?:this|the|whole|entire|full|complete)\s+){1,3}(?:sub-?)?(?:para(?:graph)?s?|article)\b"
)
_PARAGRAPH = late(
    r"\b(?:delet|remov|strik|omit|drop|replac|chang|amend|retain|keep|maintain|bracket|suppress"
    rf"|re-?draft|re-?word)\w*\s+(?:out\s+)?(?:of\s+)?{_NAMED}"
    rf"|\b{_NAMED}\s+(?:should|shall|must|could|can|may|needs?|is|to)\b",
    re.IGNORECASE,
)
# A sentence has so many words.
_SENTENCE = 4
_INSERTS = frozenset({Short.INSERT_AFTER, Short.INSERT_BEFORE, Short.INSERT_END})


def asks_of(remark: Remark, pin: Pin) -> list[Ask]:
    """Return what a short comment asks for, of the words it is pinned to."""
    return _ASKED[remark.short](remark, pin)


def is_unsure(remark: Remark, pin: Pin) -> bool:
    """Whether words are to come, go or change, and it is not told where."""
    if remark.short in _INSERTS:
        return len(pin.paragraphs) > 1
    if remark.short is Short.DELETE:
        return pin.is_loose and not remark.is_of_paragraph
    if remark.short is not Short.REPLACE:
        return False
    if pin.means_all(remark.text):
        return False
    return pin.is_loose or len(pin.paragraphs) > 1 or is_for_more(remark.text, pin)


def is_for_more(text: str, pin: Pin) -> bool:
    """Whether a whole sentence is given for a few words, and so for more than these."""
    is_sentence = text[:1].isupper() and text.endswith(".") and len(text.split()) >= _SENTENCE
    return is_sentence and bool(pin.words) and not pin.words.endswith(".")


def is_astray(ask: Ask, pin: Pin, text: str) -> bool:
    """Whether prose would change a whole paragraph, and the comment does not tell that it means it.

    It is pinned to no words, or to several paragraphs, and names none.
    """
    if ask.operation is Operation.REPLACE_PARAGRAPH and is_for_more(ask.text, pin):
        return not pin.means_all(ask.text)
    if not pin.is_loose and len(pin.paragraphs) < 2:
        return False
    is_whole = ask.operation in (Operation.DELETE_PARAGRAPH, Operation.REPLACE_PARAGRAPH)
    is_open = ask.operation is Operation.INSERT_PHRASE and len(pin.paragraphs) > 1
    is_told = _PARAGRAPH.search(text) is not None and len(pin.paragraphs) < 2
    return (is_whole or is_open) and not is_told and not pin.means_all(ask.text)


def completed(ask: Ask, pin: Pin, text: str) -> Ask:
    """Let the words a comment is pinned to be those meant, where its prose names none."""
    complete = _COMPLETED.get(ask.operation)
    if complete is None or not pin.words or _PARAGRAPH.search(text) or ask.parts:
        return ask
    return complete(ask, pin, text)


def _deletion(remark: Remark, pin: Pin) -> list[Ask]:
    if remark.is_of_paragraph or not pin.words:
        return [Ask(Operation.DELETE_PARAGRAPH)]
    return [Ask(Operation.DELETE_PHRASE, cut=pin.words)]


def _replacement(remark: Remark, pin: Pin) -> list[Ask]:
    if not pin.words or pin.means_all(remark.text):
        return [Ask(Operation.REPLACE_PARAGRAPH, text=remark.text, whole=remark.text)]
    text = remark.text if pin.words.endswith(".") else remark.text.removesuffix(".")
    return [Ask(Operation.REPLACE_PHRASE, text=text, cut=pin.words)]


def _insertion(where: Where) -> Callable[[Remark, Pin], list[Ask]]:
    def insertion(remark: Remark, pin: Pin) -> list[Ask]:
        is_beside = bool(pin.words) and where is not Where.END
        if not is_beside and where is not Where.END:
            open_place = Where.END if where is Where.AFTER and not pin.is_loose else Where.OPEN
            return [Ask(Operation.INSERT_PHRASE, text=remark.text, anchor=Anchor(open_place))]
        anchor = Anchor(where, pin.words if is_beside else "")
        return [Ask(Operation.INSERT_PHRASE, text=remark.text, anchor=anchor)]

    return insertion


def _bracketing(_: Remark, pin: Pin) -> list[Ask]:
    anchor = Anchor(Where.OPEN, pin.words) if pin.words else None
    return [Ask(Operation.BRACKET, anchor=anchor)]


_ASKED: Mapping[Short, Callable[[Remark, Pin], list[Ask]]] = {
    Short.DELETE: _deletion,
    Short.REPLACE: _replacement,
    Short.INSERT_AFTER: _insertion(Where.AFTER),
    Short.INSERT_BEFORE: _insertion(Where.BEFORE),
    Short.INSERT_END: _insertion(Where.END),
    Short.KEEP: lambda _, pin: [Ask(Operation.RETAIN, text=pin.words)],
    Short.BRACKET: _bracketing,
    Short.RESERVE: lambda _, __: [Ask(Operation.RESERVE)],
    Short.OPPOSE: lambda _, pin: [
        Ask(Operation.OPPOSE, anchor=Anchor(Where.OPEN, pin.words) if pin.words else None)
    ],
}


def _as_cut(ask: Ask, pin: Pin, _: str) -> Ask:
    """Let "delete" without a quotation, and "replace by", mean the words pinned to."""
    if ask.operation is Operation.REPLACE_PARAGRAPH:
        if not ask.text or pin.means_all(ask.text):
            return ask
        return replace(ask, operation=Operation.REPLACE_PHRASE, cut=pin.words, whole=None)
    if ask.operation is Operation.DELETE_PARAGRAPH:
        return replace(ask, operation=Operation.DELETE_PHRASE, cut=pin.words)
    return ask if ask.cut else replace(ask, cut=pin.words, is_described=False)


def _as_anchor(ask: Ask, pin: Pin, text: str) -> Ask:
    """Set new words beside those pinned to, unless another place is named."""
    if ask.anchor is not None and ask.anchor.where is not Where.OPEN:
        return ask
    where = Where.BEFORE if re.search(r"\bbefore\b", text, re.IGNORECASE) else Where.AFTER
    return replace(ask, anchor=Anchor(where, pin.words))


def _as_object(ask: Ask, pin: Pin, _: str) -> Ask:
    if ask.operation is Operation.RETAIN:
        return ask if ask.text else replace(ask, text=pin.words)
    return ask if ask.anchor is not None else replace(ask, anchor=Anchor(Where.OPEN, pin.words))


def _as_slip(ask: Ask, pin: Pin, _: str) -> Ask:
    """Read "typo: should be x" as the new spelling of the words pinned to."""
    is_new = bool(ask.cut) and not ask.text and not places_of(ask.cut, pin.paragraphs[0].text)
    return replace(ask, text=ask.cut, cut=pin.words) if is_new else ask


def in_place(made: Proposal, pin: Pin) -> Proposal:
    """Give the whole paragraph where the words pinned to stand in it several times.

    A quotation would mean the first place; the comment is pinned to one.
    """
    text = pin.paragraphs[0].text if pin.paragraphs else ""
    found = places_of(pin.words, text)
    anchor = made.anchor.words if made.anchor is not None else ""
    is_meant = pin.words in (made.cut, anchor) and made.operation in _BY_WORDS
    if not is_meant or made.whole is not None or not 0 <= pin.earlier < len(found) > 1:
        return made
    start, end = found[pin.earlier]
    if made.cut:
        return replace(made, whole=_even(text[:start], made.text, text[end:]))
    is_before = made.anchor is not None and made.anchor.where is Where.BEFORE
    at = start if is_before else end
    return replace(made, whole=_even(text[:at], made.text, text[at:]))


def _even(left: str, words: str, right: str) -> str:
    """Join three stretches with one space between words and none before a sign."""
    joined = " ".join(filter(None, (left.strip(), words.strip(), right.strip())))
    return re.sub(r"\s+([,.;:!?])", r"\1", joined)


_BY_WORDS = frozenset({Operation.INSERT_PHRASE, Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE})
_COMPLETED: Mapping[Operation, Callable[[Ask, Pin, str], Ask]] = {
    **dict.fromkeys(
        (
            *(Operation.REPLACE_PARAGRAPH, Operation.DELETE_PARAGRAPH),
            *(Operation.REPLACE_PHRASE, Operation.DELETE_PHRASE),
        ),
        _as_cut,
    ),
    Operation.INSERT_PHRASE: _as_anchor,
    Operation.EDITORIAL: _as_slip,
    **dict.fromkeys((Operation.RETAIN, Operation.BRACKET, Operation.UNBRACKET), _as_object),
}
