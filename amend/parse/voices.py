"""What one person says in a comment in, and what it is pinned to; what is asked for out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from amend.labels import Label
from amend.model.draft import Paragraph
from amend.model.proposal import Operation, Proposal
from amend.model.source import Source
from amend.notices import Code, Notice
from amend.parse.asks import Ask
from amend.parse.differences import short
from amend.parse.index import Base
from amend.parse.instructions import Setting, instructions
from amend.parse.passages import Passage, blocks_of, passages
from amend.parse.pinned import asks_of, completed, in_place, is_astray, is_unsure
from amend.parse.pins import Pin
from amend.parse.prose import Found, Origin, not_understood, proposal_of, where_of
from amend.parse.quotations import quotations
from amend.parse.remarks import REASON, Remark, Short, is_answer, short_with_reason
from amend.parse.targets import place_ask
from amend.parse.verbs import VERB
from amend.text.late import late
from amend.text.similarity import share_in_common
from amend.text.words import tokens

# Stands in for a paragraph without a number while its comment is read.
_UNNUMBERED = Label.parse("9999")
# "Deleted, as it repeats 12" gives the reason of what is done; it asks for nothing.
_EXPLAINS = late(
    r"\W*(?:(?:ok(?:ay)?|thanks?(?:\s+you)?|thx|noted|great|good\s+point|done|agreed)\b\W*)*"
    r"(?:(?:i|we|have|has|this|was|were|been|also|just)\s+)*"
    r"(?:deleted|added|inserted|moved|changed|replaced|removed|amended|edited|merged|reworded)\b",
    re.IGNORECASE,
)
_MAY_WE = late(
    r"\W*(?:(?:and|so|or|then)\s+)?(?:could|can|may|might|would)\s+(?:we|you|it|this)\b"
    r"|\W*(?:perhaps|maybe|how|what)\s+about\b",
    re.IGNORECASE,
)
# Thanks are no support of the words they stand beside.
_OF_THE_TEXT = late(
    r"\b(?:this|these|th(?:e|is)\s+(?:\w+\s+)?(?:para\w*|text|language|wording|formulation|proposal"
    r"|amendment|addition|inclusion|reference|draft|deletion|change|article|sentence|retention))\b",
    re.IGNORECASE,
)
_USES = re.compile(r"\W*(?:(?:we|i|they|you)\s+)?(?:\w+ly\s+)?use\b", re.IGNORECASE)
# Covers what is quoted, so that a full stop in it ends no sentence.
_QUOTED = "\ue000"
_END = re.compile(r"[.!?;]+(?=\s|$)|\n")
_POSITIONS = frozenset(
    {Operation.SUPPORT, Operation.OPPOSE, Operation.RETAIN, Operation.RESERVE, Operation.BRACKET}
)


@dataclass(slots=True)
class Voice:
    """What one person says in a comment, and what it is said of."""

    pin: Pin
    base: Base
    origin: Origin
    source: Source
    opened: Sequence[Proposal]
    is_answer: bool
    found: Found = field(default_factory=Found)

    def read(self, text: str) -> None:
        """Read a short form, or else prose; tell of what asks for nothing."""
        remark = short_with_reason(text)
        if remark is not None and not (is_answer(text) and not self.is_answer):
            self._remark(remark, text)
        else:
            self._prose(text)
        if not self.found.proposals and not self.found.notices:
            self.found.notices.append(not_understood(Passage(text, self.source), text))

    # Short forms

    def _remark(self, remark: Remark, text: str) -> None:
        if remark.short in (Short.AGREE, Short.JOIN):
            made = list(self._agreed(remark))
        elif self.pin.is_new:
            made = self._of_new(remark)
        elif not self.pin.paragraphs or is_unsure(remark, self.pin):
            made = []
        else:
            asks = asks_of(remark, self.pin)
            made = [self._proposal(ask, each) for each in self._meant(remark) for ask in asks]
        self.found.proposals += made
        if not made:
            self._untied(text)

    def _meant(self, remark: Remark) -> tuple[Paragraph, ...]:
        """The paragraphs a wish is about: new words for several have one place only."""
        return self.pin.paragraphs[:1] if remark.text else self.pin.paragraphs

    def _agreed(self, remark: Remark) -> Iterator[Proposal]:
        """Support of what was asked for, of those named, or of the text itself."""
        others = remark.of or self.pin.proposed_by
        if not remark.of and self.is_answer:
            yield from self._same_position()
            asked = [each for each in self.opened if each.operation not in _POSITIONS]
            others = tuple(dict.fromkeys(name for each in asked for name in each.by))
        if others and (self.pin.paragraphs or self.pin.new is not None or remark.of):
            yield self._position(Ask(Operation.ENDORSE, endorses=others))
        elif self.pin.paragraphs and not self.is_answer:
            yield self._position(Ask(Operation.SUPPORT))

    def _same_position(self) -> Iterator[Proposal]:
        """Whoever agrees with a position takes it, too."""
        for each in self.opened:
            if each.operation in _POSITIONS:
                yield replace(each, by=self.origin.by, date=self.origin.date)

    def _of_new(self, remark: Remark) -> list[Proposal]:
        """Words that are only proposed can be opposed; any other wish needs words of the base."""
        if not self.pin.paragraphs and self.pin.new is None:
            return []
        if remark.short in (Short.OPPOSE, Short.DELETE):
            return [self._position(Ask(Operation.OPPOSE))]
        if remark.short is Short.KEEP:
            return [self._position(Ask(Operation.ENDORSE, endorses=self.pin.proposed_by))]
        return []

    def _position(self, ask: Ask) -> Proposal:
        passage = Passage("", self.source)
        made = proposal_of(ask, self.pin.ids, passage, self.base, self.origin)
        return replace(made, target=self.pin.labels)

    def _proposal(self, ask: Ask, paragraph: Paragraph) -> Proposal:
        passage = Passage("", self.source)
        made = proposal_of(ask, (paragraph.id,), passage, self.base, self.origin)
        target = (paragraph.label,) if paragraph.label is not None else ()
        return in_place(replace(made, target=target), self.pin)

    def _untied(self, text: str) -> None:
        """Tell why nothing was made of a short form: what it speaks of is not told."""
        shown = short(text)
        if self.pin.is_new:
            reason = f"is pinned to words that {' and '.join(self.pin.proposed_by) or 'somebody'}"
            reason += " proposes and that are not in the base; ask for it against the base."
        elif self.pin.is_loose:
            reason = (
                "does not tell which words it means; pin it to them, or write 'this paragraph'."
            )
        elif len(self.pin.paragraphs) > 1:
            reason = "is pinned to several paragraphs; say which one is meant."
        elif self.is_answer and self.pin.paragraphs:
            reason = "answers a comment that asks for nothing."
        elif self.pin.paragraphs:
            reason = "may mean more than the words it is pinned to; pin it to all of them."
        else:
            reason = "is tied to no paragraph of the draft; name the one it means."
        notice = Notice(
            Code.TARGET_UNRESOLVED, where_of(self.source), f'the comment "{shown}" {reason}'
        )
        self.found.notices.append(notice)

    # Prose

    def _prose(self, text: str) -> None:
        asking = _without_questions(text)
        if not asking.strip() or _EXPLAINS.match(asking):
            return
        for passage in passages(blocks_of(asking, self.source.file)):
            self._passage(Passage(_without_reason(passage.text), self.source, passage.is_list))

    def _passage(self, passage: Passage) -> None:
        reading = instructions(passage.text, self._setting())
        for ask in reading.asks:
            if not self._is_chat(ask, passage.text):
                self._ask(ask, passage)
        unread = reading.unread if reading.asks else ()
        self.found.notices += (not_understood(passage, each) for each in unread)

    def _is_chat(self, ask: Ask, text: str) -> bool:
        """Whether words of thanks, or "we use this term", were taken for a wish."""
        is_request = ask.operation is Operation.REQUEST_WITHOUT_TEXT
        if is_request and ask.target != self._context():
            return VERB.search(text) is None  # "not needed, see para 10"
        if ask.target != self._context() or quotations(text):
            return False
        if ask.operation is Operation.SUPPORT:
            return _OF_THE_TEXT.search(text) is None
        return is_request and _USES.match(text) is not None

    def _ask(self, ask: Ask, passage: Passage) -> None:
        """Tie an ask to what the comment is pinned to, unless it names another place itself."""
        is_here = not ask.target or ask.target == self._context()
        if not is_here or ask.everywhere or ask.operation is Operation.INSERT_NEW_PARAGRAPH:
            self._elsewhere(ask, passage)
        elif self.pin.is_new and ask.operation not in _POSITIONS:
            self._untied(passage.text)
        elif not self.pin.paragraphs:
            self._unpinned(ask, passage)
        elif is_astray(ask, self.pin, passage.text):
            self._untied(passage.text)
        else:
            whole = completed(ask, self.pin, passage.text)
            whole = replace(whole, target=self.pin.labels[:1])
            made = proposal_of(whole, self.pin.ids[:1], passage, self.base, self.origin)
            self.found.proposals.append(in_place(made, self.pin))
            if whole.is_described:
                self.found.notices.append(not_understood(passage, passage.text))

    def _elsewhere(self, ask: Ask, passage: Passage) -> None:
        if ask.target == (_UNNUMBERED,):
            ask = replace(ask, target=())
        for placed in place_ask(ask, self.base, where_of(self.source)):
            made = proposal_of(placed.ask, placed.paragraphs, passage, self.base, self.origin)
            self.found.notices += placed.notices
            self.found.proposals.append(made)

    def _unpinned(self, ask: Ask, passage: Passage) -> None:
        """Tie an ask by the words it quotes; if they tell no place, nothing does."""
        placed = [each for each in place_ask(ask, self.base, "") if each.paragraphs]
        for each in placed:
            made = proposal_of(each.ask, each.paragraphs, passage, self.base, self.origin)
            self.found.proposals.append(made)
        if not placed:
            self._untied(passage.text)

    def _context(self) -> tuple[Label, ...]:
        if not self.pin.paragraphs:
            return ()
        return self.pin.labels[:1] or (_UNNUMBERED,)

    def _setting(self) -> Setting:
        context = self._context()
        here = self.pin.paragraphs[0] if self.pin.paragraphs else None

        def holds(label: Label, words: str) -> bool:
            if here is not None and (label,) == context:
                return self.base.holds(here, words)
            return any(self.base.holds(each, words) for each in self.base.find(label))

        def likeness(label: Label, text: str) -> float | None:
            if here is not None and (label,) == context:
                return share_in_common(tokens(here.text), tokens(text))
            return self.base.likeness(label, text)

        return Setting(
            self.base.revision, context, holds, likeness, is_below=bool(context),
            language=self.origin.language,
        )  # fmt: skip


def _without_reason(text: str) -> str:
    """Leave out why something is asked for: the paragraphs named there are not those to change."""
    quoted = [(each.start, each.end) for each in quotations(text)]
    for why in REASON.finditer(text):
        is_quoted = any(start < why.end() and why.start() < end for start, end in quoted)
        if not is_quoted and VERB.search(text, 0, why.start()) is not None:
            behind = _END.search(text, why.end())
            rest = text[behind.end() :] if behind is not None else ""
            return f"{text[: why.start()]}. {rest}".strip() if rest.strip() else text[: why.start()]
    return text


def _without_questions(text: str) -> str:
    """Leave out what only asks: "why?" changes nothing, "could we add "x"?" does."""
    masked, place = "", 0
    for each in quotations(text):
        masked += text[place : each.start] + _QUOTED * (each.end - each.start)
        place = each.end
    masked += text[place:]
    kept, start = [], 0
    for end in dict.fromkeys((*(each.end() for each in _END.finditer(masked)), len(text))):
        sentence = masked[start:end]
        if not sentence.rstrip().endswith("?") or (_MAY_WE.match(sentence) and _QUOTED in sentence):
            kept.append(text[start:end])
        start = end
    return "".join(kept)
