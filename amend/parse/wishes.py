"""Masked prose in, the operations that its sentences ask for out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from amend.labels import Label
from amend.model.proposal import Operation
from amend.parse.asks import Ask, Clause
from amend.parse.builders import build
from amend.parse.clauses import CHANGES, ELLIPSIS, clauses, sentences, verb_in
from amend.parse.conditions import set_apart
from amend.parse.drafting import OF_PROPOSALS, is_drafted, is_of_a_proposal, is_wished
from amend.parse.hints import SPEAKS_OF_WORDS, is_mute, is_prose
from amend.parse.masked import Masked
from amend.parse.negations import Stance, is_dissent, is_of_a_deletion, stance_of
from amend.parse.positions import oppose
from amend.parse.verbs import ASKING, ATTACHED, VERB, WISH, Act, P, Q, R
from amend.text.late import late
from amend.text.parts import Part

HEAD = re.compile(
    r"\W*(?:(?:in|for|on|at|to|under|regarding|re|concerning|amendment\s+\w+|proposal(?:\s+\w+)?)\b[:\s]*)*"
    rf"(?P<labels>{R}(?:\s*(?:,|and|&)\s*{R})*)"
    rf"(?P<part>,?\s*{P}|,?\s+(?:line|sentence|first|second|last|chapeau)[^:,]{{0,30}})?"
    r"\s*(?:\((?!new\)|nuevo\)|nouveau\))(?P<by>[^()]{2,80})\))?\s*(?P<mark>[:.,–—]|-(?=\s)|$)\s*",
    re.IGNORECASE,
)
_SIGN = re.compile(f"[{Q[1:-1]}{R[1:-1]}{P[1:-1]}]")
_NAMING = re.compile(f"[{Q[1:-1]}{R[1:-1]}]")
# "... and request its deletion": the verb of amendment is a noun.
_REQUESTED = re.compile(
    r"\b(?:request|ask|propos|suggest|recommend|seek|prefer|favou?r|want|demand)\w*\s+(?:for\s+)?"
    r"(?:(?:its|their|the|an?)\s+)?$",
    re.IGNORECASE,
)
_SUBJECT = late(
    rf"(?:{Q}|{R}|\bthis\s+(?:paragraph|para|text|sentence))\s*(?:(?:should|shall|must|could|to|may|needs?\s+to)\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
_LED = late(
    rf"(?:(?:in|at|on|to|for|under|after|before|between|from|following|en|al?|del?|luego|despu[ée]s"
    rf"|antes|entre|tras|para|indicaci[óo]n|dans|à|au|apr[èe]s|avant|l['’])\b"
    rf"[^.;]{{0,80}}?(?:[{Q[1:-1]}{R[1:-1]}{P[1:-1]}]|\bpunto\b|\bstop\b)[^.;]{{0,40}}?[,:]?\s*)+"
    r"(?:please\s+|para\s+|we\s+(?:\w+\s+){1,3})?$",
    re.IGNORECASE,
)
# "13. Do not delete", "OP13: to be deleted": whether it is a refusal is for the stance to say.
_LEADING = late(
    r"\W*(?:please\s+)?(?:(?:do\s+not|don['’]t|not|never|no\s+need)\s+)?(?:to\s+)?(?:be\s+)?"
    r"(?:(?:lo|las?|los|les?)\s+)?$",
    re.IGNORECASE,
)
# "agréguese", "suprímanse": a form that nobody uses but to amend.
_ORDERED = late(
    r"\b(?:agr[ée]gu|a[ñn][áa]d|incorp[óo]r|ins[ée]rt|interc[áa]l|sustit[úu]y|substit[úu]y|reempl[áa]c"
    r"|supr[íi]m|elim[íi]n|modif[íi]qu)[ea]n?se\b",
    re.IGNORECASE,
)
_OF_THE_TEXT = re.compile(
    r"\b(?:this|the)\s+(?:paragraph|para|sentence)\b|\bas\s+(?:drafted|it\s+stands)\b|\bproposal\b"
    r"|\bthe\s+(?:draft|current)\s+text\b",
    re.IGNORECASE,
)
_DESCRIPTIVE = re.compile(
    r"\bthe\s+para(?:graph)?s?\s+(?:on|about|concerning|regarding|relating)\b", re.IGNORECASE
)
# A sentence that gives a reason asks for nothing that could be lost.
_REASON = late(
    r"^\W*(?:this|these|that|it|its|they|the\s+(?:reason|rationale|term|phrase|aim|purpose))\b|^\W*(?:see|cf)\b"
    r"|\b(?:already|because|in\s+line\s+with|consisten\w+|duplicat\w+|overlap\w*|thank|for\s+example"
    r"|as\s+(?:agreed|stated|reflected))\b",
    re.IGNORECASE,
)
_POSITIONS = frozenset({Act.SUPPORT, Act.ENDORSE, Act.KEEP, Act.OPPOSE, Act.REVERT, Act.RESERVE})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a block asks for, and what later blocks inherit from it.

    `heading` are the labels that what follows is about, None where the block changes nothing in
    that; `over` is the label that points "(a)" below it belong to. `is_silent` tells that a block
    without asks speaks of no paragraph and quotes nothing, so that nothing is lost with it.
    `unread` are the sentences of a block with asks that name a paragraph or quote words, and
    from which no change was read.
    """

    asks: tuple[Ask, ...] = ()
    heading: tuple[Label, ...] | None = None
    over: Label | None = None
    is_silent: bool = True
    unread: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


def is_instruction(masked: Masked) -> bool:
    """Whether words behind a paragraph's number ask for a change and are not its proposed text."""
    match = VERB.search(masked.text)
    if match is None:
        return False
    before = masked.text[: match.start()]
    if masked.quotes and _ORDERED.search(masked.text) and re.search(Q, masked.text):
        return True
    if not leads_to_a_wish(before):
        return False
    speaks = re.search(f"{Q}|{R}", masked.text) or _OF_THE_TEXT.search(masked.text)
    short = len(masked.text.split()) <= (3 if Act(match.lastgroup or "") in _POSITIONS else 8)
    return bool(speaks) or short


def leads_to_a_wish(before: str) -> bool:
    """Whether masked words before a verb are such as one asks with."""
    return bool(
        ASKING.match(before)
        or _LEADING.match(before)
        or _SUBJECT.search(before)
        or _LED.match(before)
    )


def wishes(masked: Masked, context: tuple[Label, ...], *, is_below: bool = False) -> Reading:
    """Read clause by clause; a clause that names no paragraph takes the one named before it."""
    masked, conditions = set_apart(masked)
    heard = _Heard(masked, context)
    for sentence in sentences(masked.text):
        if is_mute(sentence):
            heard.end_sentence()
        elif heard.context or not is_prose(sentence):
            heard.listen(sentence)
    heard.end_sentence()
    if heard.asks:
        return Reading(tuple(heard.asks), unread=tuple(heard.unread), conditions=conditions)
    if heard.is_unsure or conditions:
        return Reading(is_silent=False)
    return _without_act(masked, context if is_below else ())


class _Heard:
    """The state while a block is read clause by clause."""

    def __init__(self, masked: Masked, context: tuple[Label, ...]) -> None:
        self.masked, self.context = masked, context
        self.asks: list[Ask] = []
        self.unread: list[str] = []
        self.is_unsure = False
        self._act: Act | None = None
        self._pronoun: tuple[str, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._last: Clause | None = None
        self._asked_last = 0
        self._sentence, self._is_read = "", False

    def listen(self, sentence: str) -> None:
        """Read a sentence clause by clause."""
        for place, (text, rest) in enumerate(clauses(sentence)):
            self.take(text, rest, is_sentence_start=place == 0)

    def take(self, text: str, rest: str, *, is_sentence_start: bool) -> None:
        """Read one clause, and what goes on behind it without a verb."""
        if is_sentence_start:
            self.end_sentence()
        self._sentence += f" {text}"
        match = verb_in(text)
        labels = self._labels(text)
        if match is not None:
            self._act = Act(match.lastgroup or "")
        elif is_sentence_start or self._act is None or not ELLIPSIS.search(text):
            self.context = _led_labels(text, labels) or self.context
            return
        span = match.span() if match is not None else (0, 0)
        context = self.context or self._labels(rest)
        if is_sentence_start:
            self._parts = tuple(map(self.masked.part, re.findall(P, text[: span[0]])))
        clause = Clause(text, self.masked, self._act, *span, context, self._pronoun, self._parts)
        self._read(clause)
        self.context = labels or self.context
        self._pronoun = tuple(self._words(text)[:1]) or self._pronoun

    def end_sentence(self) -> None:
        """Note a sentence that says something of the text from which nothing was read."""
        sentence, self._sentence = self._sentence.strip(), ""
        is_read, self._is_read = self._is_read, False
        if is_read or _NAMING.search(sentence) is None or _is_remark(sentence):
            return
        self.unread.append(self.masked.unmask(sentence))

    def _read(self, clause: Clause) -> None:
        if is_drafted(clause):
            return
        stance = stance_of(clause)
        if self._last is not None and is_dissent(clause, self._last):
            del self.asks[self._asked_last :]
            if self._last.act is Act.DELETE:
                clause, stance = self._last, Stance.OPPOSED
        self._last, self._asked_last = clause, len(self.asks)
        if stance is Stance.UNSURE:
            self.is_unsure = self.is_unsure or bool(clause.targets())
        elif stance is Stance.OPPOSED and is_of_a_deletion(clause):
            self._add(build(replace(clause, act=Act.KEEP)))  # what is not to go is to stay
        elif stance is Stance.OPPOSED:
            self._add(oppose(clause))
        elif stance is Stance.QUESTIONED:
            self._add([Ask(Operation.QUESTION, clause.targets())])
        else:
            self._add([ask for ask in build(clause) if _is_kept(ask, clause)])

    def _add(self, found: list[Ask]) -> None:
        """Add what a clause asks for; a merger whose text comes a sentence later is one wish."""
        last = self.asks[-1] if self.asks else None
        if last is not None and found and last.operation is Operation.MERGE_PARAGRAPHS:
            is_same = found[0].operation is last.operation and found[0].target == last.target
            if is_same and not last.text:
                self.asks.pop()
        self.asks += found
        self._is_read = self._is_read or bool(found)

    def _labels(self, text: str) -> tuple[Label, ...]:
        return Clause(text, self.masked, Act.READ, 0, 0).labels_in(text)

    def _words(self, text: str) -> list[str]:
        return Clause(text, self.masked, Act.READ, 0, 0).words_in(text)


def _is_remark(sentence: str) -> bool:
    """Whether a sentence is a bare heading, or gives the reason of another."""
    bare = HEAD.match(sentence)
    if bare is not None and not re.search(r"\w", sentence[bare.end() :]):
        return True
    return not re.search(r"[^\W\d]{2}|" + f"{Q}.*{Q}", sentence) or bool(_REASON.search(sentence))


def _led_labels(text: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    return labels if HEAD.match(text) else ()


def _is_kept(ask: Ask, clause: Clause) -> bool:
    """A change that names no paragraph counts only where it is put as a wish.

    A letter that only quotes, 'the report adds that "x"', asks for nothing.
    """
    is_bare = ask.is_described or ask.operation is Operation.REQUEST_WITHOUT_TEXT
    is_inherited = clause.act in CHANGES and _SIGN.search(clause.text) is None
    if (is_bare or is_inherited) and not (
        leads_to_a_wish(clause.before)
        or _REQUESTED.search(clause.before)
        or clause.before.rstrip().endswith((":", ","))
    ):
        return False  # below a heading a draft speaks of "climate change" and "acts or omissions"
    if ask.operation in OF_PROPOSALS and not (ask.endorses or is_of_a_proposal(clause)):
        return False  # "any Party that withdraws from it"
    if ask.target or ask.place or ask.everywhere or ask.endorses:
        return True
    if is_bare and SPEAKS_OF_WORDS.search(clause.text) is None:
        return False  # "Remove barriers to trade": of no text, and no paragraph
    if not (clause.act in CHANGES or ask.operation is Operation.REQUEST_WITHOUT_TEXT):
        return True
    before = clause.before
    if before.rstrip().endswith(":"):
        return True
    return bool(ASKING.match(before) or _SUBJECT.search(before) or _LED.match(before))


def _without_act(masked: Masked, context: tuple[Label, ...]) -> Reading:
    clause = Clause(masked.text, masked, Act.READ, 0, 0)
    labels = clause.labels_in(masked.text)
    described = _DESCRIPTIVE.search(masked.text) is not None
    if labels or described or (context and WISH.search(masked.text)):
        operation = _quiet_operation(masked.text)
        if operation is not None:
            return Reading((Ask(operation, labels or context),))
    return Reading(is_silent=not labels and not masked.quotes)


def _quiet_operation(text: str) -> Operation | None:
    if ATTACHED.search(text):
        return Operation.ATTACHMENT
    if text.rstrip().endswith("?"):
        return Operation.QUESTION
    return Operation.REQUEST_WITHOUT_TEXT if is_wished(text) else None
