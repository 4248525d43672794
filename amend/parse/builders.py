"""A clause with one verb in, what it asks for out: one small reading for each verb."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from amend.labels import Label, split_head
from amend.model.proposal import Anchor, Operation, Place, Where
from amend.parse.asks import Ask, Clause, beside, each_of, take_anchor, take_place
from amend.parse.portions import narrowed, take_portion
from amend.parse.positions import ask_always, edit, endorse, keep, mark, revert, take_position
from amend.parse.verbs import PARAGRAPH, Act, Q, R
from amend.text.late import late

_BY = r"(?:by|with|to|into|as|becomes?|por|par|durch|→|->|=>|⇒)"
_PAIR = late(
    rf"({Q})[^{Q[1:-1]}]{{0,60}}?(?:\b|(?<=\s)){_BY}(?:\b|(?=\s))[^{Q[1:-1]}]{{0,40}}?({Q})",
    re.IGNORECASE,
)
# "substitute NEW for OLD", "use NEW instead of OLD", "prefer NEW to OLD": new words stand first.
_REVERSED = late(
    rf"\b(?:substitut\w*|use|prefer\w*)\s+(?:the\s+)?(?:\w+\s+)?({Q})\s+"
    rf"(?:for|instead\s+of|in\s+place\s+of|in\s+lieu\s+of|rather\s+than|over)\s+(?:the\s+)?(?:\w+\s+)?({Q})"
    rf"|({Q})\s+(?:instead\s+of|au\s+lieu\s+de|en\s+(?:lugar|vez)\s+de)\s+({Q})"
    rf"|\bprefer\w*\s+(?:the\s+)?(?:\w+\s+)?({Q})\s+to\s+(?:the\s+)?(?:\w+\s+)?({Q})",
    re.IGNORECASE,
)
_SLASHED = late(r"\b(\w+(?:/\w+)+)\b")
_EVERYWHERE = late(
    r"\b(?:throughout|everywhere|passim|wherever|all\s+occurrences|in\s+the\s+(?:whole|entire)"
    r"\s+(?:text|document|draft))\b",
    re.IGNORECASE,
)
_SPAN = late(
    rf"\bfrom\s+(?:the\s+)?(?:words?\s+)?({Q})\s+(?:up\s+)?(?:to|until|through)\s+(?:the\s+)?(?:words?\s+)?({Q})",
    re.IGNORECASE,
)
_NEW = late(
    rf"\bnew\s+(?:{PARAGRAPH}|{R})|\b(?:separate|additional|further|following|another)\s+(?:new\s+)?"
    rf"(?:stand-?alone\s+)?(?:{PARAGRAPH}|{R})|\bas\s+(?:a\s+)?(?:new\s+)?{R}|{R}\s*\((?:new|nuevo|nouveau)\)"
    rf"|\b(?:nuevo|nouvel|nouveau)\s+(?:p[áa]rrafo|paragraphe|{R})|\bune?\s+(?:nouvel\s+)?{R}|\bun\s+{R}",
    re.IGNORECASE,
)
_LABEL_IS_OBJECT = late(rf"\s*(?:(?:the|a|an|following|el|la|los|las|le|les)\s+)*{R}")
_LABEL_IS_SUBJECT = late(rf"{R}\s+(?:(?:shall|should|to|must|could|may)\s+)?(?:be\s+)?$")
_DESCRIBED = late(
    r"\s*(?:out\s+)?(?:(?:the|any|all|this|that|its|of|el|la|los|las|le|les|du|al|del|de|des)\s+)*+(?!por\b|par\b|paragraph|para\b|full\b|current\b|existing\b|it\b|them\b|with\b|by\b|whole\b|entire|text\b|"
    r"reason|because|as\b|since\b|and\b|from\b|in\b|please\b|altogether|entirely|completely|from\b)[a-z]",
    re.IGNORECASE,
)
_IT = late(
    r"\s*(?:it|them|this|these|that|those)\b(?!\s+(?:paragraph|para|sentence))", re.IGNORECASE
)
_INTO = late(
    rf"\b(?:to|into|under|in)\s+({R})\s*\.?$|\b(?:to\s+become|as)\s+(?:new\s+)?({R})", re.IGNORECASE
)
_ARTICLE_HEAD = late(
    r"(?:art[íi]culo|article|artikel)\s+(?:\d{1,3}(?:\s?(?:bis|ter|qu[áa]ter))?|[XN]{1,3})\s?[°º]?(?:\s?[A-Z]\b)?"
    r"\s*(?:\.?\s?[-–—]\.?|[.:])\s*",
    re.IGNORECASE,
)
_SECTION = late(r"\b(?:to|into|under|in)\s+(?:the\s+)?section\s+([IVX]+|\d{1,2}|[A-Z])\b")


def build(clause: Clause) -> list[Ask]:
    """Read a clause; returns nothing where the verb has no object that could be one."""
    bare, portion = take_portion(clause)
    return narrowed(_BUILDERS[clause.act](bare), bare, portion)


def _insert(clause: Clause) -> list[Ask]:
    anchor, rest = take_anchor(clause, clause.text)
    place, named = take_place(clause, rest)
    if _is_new_paragraph(clause, rest, place, anchor):
        return _new_paragraphs(clause, rest, named, place)
    words = clause.words_in(rest)
    if not words and anchor is not None and clause.end == 0:
        words = list(clause.pronoun)  # "and after "y" in para 31": the words of the clause before
    if not words:
        return [Ask(Operation.REQUEST_WITHOUT_TEXT, clause.targets())]
    return [
        Ask(Operation.INSERT_PHRASE, target, text, anchor=anchor or Anchor(Where.OPEN))
        for target in each_of(clause.targets(named))
        for text in words
    ]


def _is_new_paragraph(
    clause: Clause, rest: str, place: Place | None, anchor: Anchor | None
) -> bool:
    if _NEW.search(rest):
        return True
    if anchor is not None and clause.words_in(rest):
        return False
    if _LABEL_IS_OBJECT.match(clause.behind) or clause.masked.unmask(clause.text)[:4] == "ADD ":
        return True
    if _LABEL_IS_SUBJECT.search(clause.before) and not clause.words_in(rest):
        return True
    return place is not None and anchor is None


def _new_paragraphs(clause: Clause, rest: str, named: str, place: Place | None) -> list[Ask]:
    texts = clause.words_in(rest)
    labels = _in_full(clause.labels_in(named), clause.context) or (beside(place),)
    asked = []
    for number, label in enumerate(labels):
        text = texts[number] if number < len(texts) else ""
        asked.append(
            Ask(Operation.INSERT_NEW_PARAGRAPH, (label,), text, place=place, whole=text or None)
        )
    return asked


def _in_full(labels: tuple[Label, ...], context: tuple[Label, ...]) -> tuple[Label, ...]:
    """Join "a new subparagraph (c)" to the paragraph named beside it."""
    full = [label for label in (*context, *labels) if not label.is_relative]
    points = [label for label in labels if label.is_relative]
    return tuple(point.under(full[-1]) for point in points) if full and points else labels


def _replace(clause: Clause) -> list[Ask]:
    pairs = _pairs(clause)
    everywhere = _EVERYWHERE.search(clause.text) is not None
    if pairs:
        return [
            Ask(Operation.REPLACE_PHRASE, target, new, old, everywhere=everywhere)
            for target in each_of(() if everywhere else clause.targets())
            for old, new in pairs
        ]
    texts = clause.words_in(clause.text)
    if len(texts) == 1 and clause.pronoun and _IT.match(clause.behind):
        old = clause.pronoun[0]
        return [
            Ask(Operation.REPLACE_PHRASE, each, texts[0], old) for each in each_of(clause.targets())
        ]
    if re.search(rf"\b{_BY}\s+[^{Q[1:-1]}]*{Q}|:\s*{Q}", clause.behind, re.IGNORECASE):
        if _DESCRIBED.match(clause.behind) and not _LABEL_IS_OBJECT.match(clause.behind):
            return [Ask(Operation.REPLACE_PHRASE, clause.targets(), texts[-1], is_described=True)]
        return _whole(clause.targets(), texts[-1])
    labels = clause.labels_in(clause.text)
    if not texts and re.search(rf"{R}\s+(?:by|with)\b.*{R}", clause.text):
        return [Ask(Operation.REPLACE_PARAGRAPH, labels[:1])]
    return [Ask(Operation.REQUEST_WITHOUT_TEXT, clause.targets())]


def _pairs(clause: Clause) -> list[tuple[str, str]]:
    """Old and new words, in that order, whichever way round the sentence has them."""
    words = clause.masked.words
    turned = _REVERSED.search(clause.text)
    if turned:
        new, old = (sign for sign in turned.groups() if sign)
        return [(words(old), words(new))]
    found = [(words(match[1]), words(match[2])) for match in _PAIR.finditer(clause.text)]
    return found or _preferred(clause)


def _preferred(clause: Clause) -> list[tuple[str, str]]:
    """shall/should in para 6: we prefer "shall"."""
    texts = clause.words_in(clause.text)
    for match in _SLASHED.finditer(clause.masked.unmask(clause.text)):
        choices = match[1].split("/")
        if len(texts) == 1 and texts[0] in choices:
            return [(old, texts[0]) for old in choices if old != texts[0]]
    return []


def _delete(clause: Clause) -> list[Ask]:
    span = _SPAN.search(clause.text)
    if span:
        cuts = [f"{clause.masked.words(span[1])} ... {clause.masked.words(span[2])}"]
        rest, anchor = clause.text, None
    else:
        anchor, rest = take_anchor(clause, clause.text)
        cuts = clause.words_in(rest)
    if not cuts and _IT.match(clause.behind):
        cuts = list(clause.pronoun)
    targets = clause.targets(rest)
    if cuts:
        everywhere = _EVERYWHERE.search(clause.text) is not None
        return [
            Ask(Operation.DELETE_PHRASE, target, cut=cut, anchor=anchor, everywhere=everywhere)
            for target in each_of(() if everywhere else targets)
            for cut in cuts
        ]
    if _DESCRIBED.match(clause.behind) and not _LABEL_IS_OBJECT.match(clause.behind):
        return [Ask(Operation.DELETE_PHRASE, targets, is_described=True)]
    return [Ask(Operation.DELETE_PARAGRAPH, target) for target in each_of(targets) if target]


def _read(clause: Clause) -> list[Ask]:
    texts = clause.words_in(clause.text)
    targets = clause.targets()
    if len(texts) > 1:
        return [Ask(Operation.REPLACE_PHRASE, targets, texts[-1], texts[0])]
    is_said = re.search(
        r"\b(?:reads?|lira|lit)\b", clause.text[clause.start : clause.end], re.IGNORECASE
    )
    if (
        not texts
        and is_said
        and len(clause.behind.split()) >= 4
        and not clause.labels_in(clause.behind)
    ):
        texts = [clause.masked.unmask(clause.behind).strip(" :-–—")]
    if texts:
        return _whole(targets, texts[0])
    return [Ask(Operation.REQUEST_WITHOUT_TEXT, clause.labels_in(clause.text))]


def _whole(targets: tuple[Label, ...], text: str) -> list[Ask]:
    words = {target: _without_head(target, text) for target in each_of(targets)}
    return [
        Ask(Operation.REPLACE_PARAGRAPH, target, each, whole=each) for target, each in words.items()
    ]


def _without_head(target: tuple[Label, ...], text: str) -> str:
    """Leave out the number that quoted text bears: 'Replace para 13 by: "13. We agree"'.

    An article's number is left out whatever it is, for the text may be renumbered: "Artículo XX.-".
    """
    article = _ARTICLE_HEAD.match(text)
    if article is not None and target and target[0].carrier == "Art":
        return text[article.end() :].strip()
    head = split_head(text)
    if head is None or not target or head[1].plain != target[0].plain:
        return text
    return head[2].strip()


def _move(clause: Clause) -> list[Ask]:
    anchor, rest = take_anchor(clause, clause.text)
    place, named = take_place(clause, rest)
    into = _INTO.search(named) if place is None else None
    if into:
        sign = into[1] or into[2]
        where = Where.OPEN if into[1] else Where.AFTER
        place = Place(where, clause.masked.named(sign)[0])
        named = named.replace(sign, "")
    section = _SECTION.search(named) if place is None else None
    if section:
        place = Place(Where.OPEN, Label.parse(f"S:{section[1]}"))
    words = clause.words_in(rest)
    if words and (place is not None or anchor is not None):
        return [
            Ask(Operation.MOVE_PHRASE, clause.targets(named), each, each, anchor, place)
            for each in words
        ]
    if place is None and anchor is None:
        return []  # "modalities for the transfer of technology" moves no paragraph
    return [
        Ask(Operation.MOVE_PARAGRAPH, target, anchor=anchor, place=place)
        for target in each_of(clause.targets(named))
        if target
    ]


def _swap(clause: Clause) -> list[Ask]:
    """Two paragraphs that change places: each is to stand where the other stood."""
    targets = clause.labels_in(clause.text)
    if len(targets) != 2:
        return []
    first, last = targets
    return [
        Ask(Operation.MOVE_PARAGRAPH, (last,), place=Place(Where.BEFORE, first)),
        Ask(Operation.MOVE_PARAGRAPH, (first,), place=Place(Where.AFTER, last)),
    ]


def _split(clause: Clause) -> list[Ask]:
    anchor, rest = take_anchor(clause, clause.text)
    return [Ask(Operation.SPLIT_PARAGRAPH, clause.targets(rest), anchor=anchor)]


def _merge(clause: Clause) -> list[Ask]:
    targets = clause.labels_in(clause.text)
    if len(targets) == 1:
        targets = (*clause.context[:1], *targets)
    words = clause.words_in(clause.behind)
    text = words[0] if words else ""
    if not targets and text:
        targets = clause.context  # 'The merged paragraph should read: "..."'
    return [Ask(Operation.MERGE_PARAGRAPHS, targets, text, whole=text or None)] if targets else []


_BUILDERS: Mapping[Act, Callable[[Clause], list[Ask]]] = {
    Act.UNBRACKET: partial(mark, operation=Operation.UNBRACKET),
    Act.BRACKET: partial(mark, operation=Operation.BRACKET),
    Act.RESERVE: partial(take_position, operation=Operation.RESERVE),
    Act.SILENCE: partial(take_position, operation=Operation.BREAK_SILENCE),
    Act.STATUS: partial(take_position, operation=Operation.SET_STATUS),
    Act.RENUMBER: partial(ask_always, operation=Operation.RENUMBER),
    Act.PLACEHOLDER: partial(ask_always, operation=Operation.PLACEHOLDER),
    Act.EDITORIAL: edit,
    Act.WITHDRAW: partial(ask_always, operation=Operation.WITHDRAW),
    Act.SUPERSEDE: partial(ask_always, operation=Operation.SUPERSEDE),
    Act.OPPOSE: partial(take_position, operation=Operation.OPPOSE),
    Act.ENDORSE: endorse,
    Act.SUPPORT: partial(take_position, operation=Operation.SUPPORT),
    Act.READ: _read,
    Act.REVERT: revert,
    Act.KEEP: keep,
    Act.MOVE: _move,
    Act.SWAP: _swap,
    Act.MERGE: _merge,
    Act.SPLIT: _split,
    Act.REPLACE: _replace,
    Act.DELETE: _delete,
    Act.INSERT: _insert,
}
