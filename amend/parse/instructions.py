"""A block of prose in, the operations it asks for out (domain C.2, C.3).

A block is read in three steps: quotations and references are masked, the text is cut into clauses
of one verb each, and each verb takes its objects from its clause or from what stood before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from amend.labels import Label, split_head
from amend.model.draft import Revision
from amend.model.proposal import Anchor, Operation, Where
from amend.parse.asks import Ask, Clause
from amend.parse.builders import build
from amend.parse.masked import Masked, mask
from amend.parse.quotations import Quotation
from amend.parse.verbs import ASKING, ATTACHED, LABEL_FROM, QUOTE_FROM, VERB, WISH, Act, Q, R

_RATIONALE = re.compile(
    r"(?:^|(?<=[.;:!?\"”’»)\]])\s+)\(?(?:Rationale|Justification|Explanation|Reason(?:s|ing)?|Background"
    r"|Justificaci[óo]n|Motifs?)\s*(?:[:–—]|\.\s).*$",
    re.IGNORECASE | re.DOTALL,
)
_ABBREVIATED = re.compile(
    r"\b(?:paras?|pars?|op|pp|rev|art|no|nos|e\.g|i\.e|cf|mr|ms|amb|vs|p|párr|st)\.$", re.IGNORECASE
)
_SENTENCE_END = re.compile(
    rf"(?<=[.;!?])[\"')\]]*\s+(?=[^a-z\s])|(?<={Q})\s+(?=[A-Z{R[1:-1]}])|(?<={Q})[.;]\s+"
)
_LEAD = (
    rf"(?:(?:in|from|to|at)\s+{R},?\s+)?(?:(?:after|before)\s+(?:the\s+)?(?:words?\s+)?{Q},?\s+)?"
)
_POLITE = r"(?:then\s+|also\s+|please\s+|to\s+|we\s+|(?:we\s+|would\s+)*(?:propos|suggest|request|recommend|ask)\w*\s+(?:to\s+|that\s+)?)*"
_CLAUSE_START = re.compile(rf"(?:{R}\s*[:,]\s*)?{_POLITE}{_LEAD}{_POLITE}", re.IGNORECASE)
_ELLIPSIS = re.compile(
    rf"{Q}\s+(?:after|before|at\s+the|in\s+{R}|by\b|with\b|to\b|→|->)", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+y\s+|\s+et\s+", re.IGNORECASE)
_HEAD = re.compile(
    r"\W*(?:(?:in|for|on|at|to|under|regarding|re|concerning|amendment\s+\w+|proposal(?:\s+\w+)?)\b[:\s]*)*"
    rf"(?P<labels>{R}(?:\s*(?:,|and|&)\s*{R})*)(?P<part>,?\s+(?:line|sentence|first|second|last|chapeau)[^:,]{{0,30}})?"
    r"\s*(?:\((?!new\)|nuevo\)|nouveau\))(?P<by>[^()]{2,80})\))?\s*(?P<mark>[:.,–—]|-(?=\s)|$)\s*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[(?P<who>[^\[\]:]{2,120}):\s*(?P<what>[^\[\]]+)\]")
_STRUCK = re.compile(r"~~([^~]{1,2000})~~")
_BRACKET_ACTS = re.compile(r"(?P<act>delete|del|add|insert|ins|replace)\w*$", re.IGNORECASE)
_CHOICE = re.compile(r"\s*\[([^\[\]]{1,80})\]\s*\[([^\[\]]{1,80})\]")
_REPORTED = re.compile(
    r"\b(?:was|were|(?:ha[sd]|have)\s+been|already|(?:ha[sd]|have))\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_INSTEAD = re.compile(
    rf"\binstead\s+of\s+(?P<old>{Q})(?P<where>(?:\s+(?:in\s+)?{R})?),?\s+(?:please\s+)?"
    rf"(?:use|read|put|say|insert|write)\s+(?P<new>{Q})",
    re.IGNORECASE,
)
# What is said in support of a change names other paragraphs: "because it duplicates para 14".
_BECAUSE = re.compile(
    r"[,;]?\s*\(?\b(?:because|since\s+(?:it|this|they)|as\s+(?:it|this|they|these)\s"
    r"|for\s+the\s+(?:same\s+)?reasons?|given\s|considering\s|so\s+as\s+to\s+avoid"
    r"|(?:which|it|this)\s+(?:is\s+already|duplicat|overlap|repeat)|(?:in\s+line|consistent|similar)"
    rf"\s+(?:with|to)\s+{R}|as\s+(?:agreed|stated)\s+in\s+{R}|already\s+in\s+{R})[^.;]*",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"\s*(?:please|kindly|we\s+(?:would|propos|suggest|recommend|request|ask|also)|(?:strengthen"
    r"|streamline|improve|clarify|consider|address|mention|refer|elaborate|shorten|simplify|revise"
    r"|review|specify)\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?:the\s+)?(?:words?\s+|phrase\s+)?(?:{Q}|{R})\s+(?:should|shall|must|could|may|to)\s+"
    r"(?:be\s+)?",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    rf"\bdelet\w+\s+(?P<what>[^.;]{{1,80}}?),?\s+and\s+(?:replac|substitut)\w+\s+(?:it\s+|them\s+|this\s+)?(?=(?:by|with)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf",?\s*(?:\(?which\s+)?(?:currently|now)\s+reads?:?\s+{Q}\)?,?|\bso\s+(?:that|as)\s+[^{Q[1:-1]}.;]{{0,60}}{Q}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:{Q}|{R}|\bthis\s+(?:paragraph|para|text|sentence))\s*(?:(?:should|shall|must|could|to|may|needs?\s+to)\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"(?:(?:in|at|on|to|for|under|after|before|between|from|following)\b[^.;]{{0,80}}?[{Q[1:-1]}{R[1:-1]}][^.;]{{0,30}}?[,:]?\s*)+"
    r"(?:please\s+|we\s+(?:\w+\s+){1,3})?$",
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
_NO_TEXT = re.compile(r"option\s+\w+\s*:\s*no\s+text\.?$", re.IGNORECASE)
_WORDS_OF_A_TEXT = 4
_LIKE_ITS_PARAGRAPH = 0.4
_TAKES_TEXT = frozenset({Act.INSERT, Act.READ, Act.REPLACE})
_CHANGES = _TAKES_TEXT | {Act.DELETE, Act.MOVE, Act.MERGE, Act.SPLIT}
_POSITIONS = frozenset({Act.SUPPORT, Act.ENDORSE, Act.KEEP, Act.OPPOSE, Act.REVERT, Act.RESERVE})
_STANDS_ALONE = frozenset({Operation.RENUMBER, Operation.PLACEHOLDER, Operation.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a block asks for, and what later blocks inherit from it.

    `heading` are the labels that what follows is about, None where the block changes nothing in
    that; `over` is the label that points "(a)" below it belong to. `is_silent` tells that a block
    without asks speaks of no paragraph and quotes nothing, so that nothing is lost with it.
    """

    asks: tuple[Ask, ...] = ()
    heading: tuple[Label, ...] | None = None
    over: Label | None = None
    is_silent: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands round a block: the draft it speaks of, and the labels it inherits.

    `over` is the label that points "(a)" belong to; `is_below` tells that the block stands directly
    below a heading, or is a comment pinned to a paragraph. `holds` tells whether a label's paragraph holds quoted words; `likeness` how like the paragraph
    of a label a text is, 0.0 to 1.0, or None where the label is not in the draft.
    `is_list` tells that a plain number at the head may count the writer's own points.
    """

    draft: Revision
    context: tuple[Label, ...]
    holds: Callable[[Label, str], bool]
    likeness: Callable[[Label, str], float | None]
    over: Label | None = None
    is_below: bool = False
    is_list: bool = False
    language: str = "en"


def instructions(text: str, setting: Setting) -> Reading:
    """Read one block: operations in the order of the text."""
    text = _RATIONALE.sub("", text).strip()
    if not text:
        return Reading()
    if _NO_TEXT.match(text):
        return Reading((Ask(Operation.PROPOSE_ALTERNATIVE, setting.context),))
    bracketed = tuple(_bracketed(text, setting))
    if bracketed:
        return Reading(bracketed)
    head = split_head(text)
    if head is not None:
        return _under_a_head(head[1], head[2], text, setting)
    masked = _masked(text, setting)
    match = _HEAD.match(masked.text)
    if match:
        return _behind_labels(masked, match, setting)
    reading = _prose(masked, setting.context, is_below=setting.is_below)
    return reading if reading.asks else _text_under_a_heading(text, reading, setting)


def _text_under_a_heading(text: str, reading: Reading, setting: Setting) -> Reading:
    """Words below "Para 9" that are like paragraph 9 are how it should read."""
    if not (setting.context and setting.is_below) or len(text.split()) < _WORDS_OF_A_TEXT:
        return reading
    label = setting.context[-1]
    likeness = setting.likeness(label, text)
    if likeness is None or likeness >= _LIKE_ITS_PARAGRAPH:
        return Reading((_whole(label, text, (), setting),), (), label)
    return reading


def is_instruction(masked: Masked) -> bool:
    """Whether words behind a paragraph's number ask for a change and are not its proposed text."""
    match = VERB.search(masked.text)
    if match is None:
        return False
    before = masked.text[: match.start()]
    if not (ASKING.match(before) or _SUBJECT.search(before) or _LED.match(before)):
        return False
    speaks = re.search(f"{Q}|{R}", masked.text) or _OF_THE_TEXT.search(masked.text)
    short = len(masked.text.split()) <= (3 if Act(match.lastgroup or "") in _POSITIONS else 8)
    return bool(speaks) or short


def _masked(text: str, setting: Setting) -> Masked:
    masked = mask(text, setting.draft, setting.language)
    plain = _ASIDE.sub("", _REPLACED.sub(r"replace \g<what> ", masked.text))
    plain = _BECAUSE.sub("", _INSTEAD.sub(r"replace \g<old> by \g<new>\g<where>", plain))
    return _with_tail(replace(masked, text=plain))


def _under_a_head(label: Label, rest: str, text: str, setting: Setting) -> Reading:
    """Tell proposed text under its number from an instruction, and both from a list of points."""
    if label.is_relative:
        return _under_a_point(label, rest, setting)
    by, words = _actors(rest)
    masked = _masked(words, setting)
    if is_instruction(masked):
        own = () if setting.is_list and _is_point(label, masked, setting) else (label,)
        reading = _prose(masked, own or setting.context)
        return replace(reading, heading=own) if own else reading
    if setting.is_list and _is_no_paragraph(label, setting):
        return replace(_prose(masked, setting.context), is_silent=False)
    if setting.is_list and _POINT.match(rest) and (setting.likeness(label, rest) or 0.0) < 0.4:
        return _prose(_masked(rest, setting), setting.context)
    if not words.strip():
        return Reading(_named_alone((label,), ""), (label,))
    return Reading((_whole(label, words, by, setting),), (), label)


def _is_no_paragraph(label: Label, setting: Setting) -> bool:
    """A plain number that the draft does not have: new paragraphs bear a bis, or come last."""
    return not label.steps and setting.likeness(label, "") is None and label.carrier == ""


def _under_a_point(label: Label, rest: str, setting: Setting) -> Reading:
    masked = _masked(rest, setting)
    if is_instruction(masked) or _POINT.match(rest):
        return _prose(masked, setting.context)
    over = setting.over or (setting.context[-1] if setting.context else None)
    if over is not None:
        full = label.under(over.parent or over)
        return Reading((_whole(full, rest, (), setting),))
    return replace(_prose(masked, ()), is_silent=False)


def _is_point(label: Label, masked: Masked, setting: Setting) -> bool:
    """A number that counts the writer's points: another paragraph is named, or nothing fits it."""
    if masked.labels:
        return True
    return not any(setting.holds(label, each.words) for each in masked.quotes)


def _actors(rest: str) -> tuple[tuple[str, ...], str]:
    """Read "(Mexico): We commit" as the actor and the words."""
    match = re.match(r"\s*\((?P<by>[A-Z][^()]{1,80})\)\s*:\s*", rest)
    if match is None:
        return (), rest.lstrip(" :–—-")
    return _names(match["by"]), rest[match.end() :]


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name for each in re.split(r"\s*[,;/]\s*", listed) if (name := each.strip()))


def _whole(label: Label, text: str, by: tuple[str, ...], setting: Setting) -> Ask:
    """A whole paragraph under its label: new where the draft has no such label."""
    words = text.strip()
    choice = _CHOICE.match(words)
    if choice and setting.likeness(label, words) is not None:
        anchor = Anchor(Where.AFTER, choice[1])
        return Ask(Operation.PROPOSE_ALTERNATIVE, (label,), choice[2], anchor=anchor, by=by)
    quoted = mask(words).quotes
    if len(quoted) == 1 and quoted[0].start == 0 and len(words) - quoted[0].end <= 1:
        words = quoted[0].words
    if label.is_alternative:
        return Ask(Operation.PROPOSE_ALTERNATIVE, (label,), words, whole=words, by=by)
    is_new = setting.likeness(label, words) is None
    operation = Operation.INSERT_NEW_PARAGRAPH if is_new else Operation.REPLACE_PARAGRAPH
    return Ask(operation, (label,), words, whole=words, by=by)


def _behind_labels(masked: Masked, match: re.Match[str], setting: Setting) -> Reading:
    """Read "Para 17: ..." and "Paras 23-25: delete"."""
    labels = Clause(masked.text, masked, Act.READ, 0, 0).labels_in(match["labels"])
    rest = masked.text[match.end() :]
    if not rest:
        return Reading(_named_alone(labels, match["mark"]), labels, is_silent=True)
    if match["mark"] in {",", "."} or VERB.search(rest):
        reading = _prose(masked, labels if match["mark"] != "," else setting.context)
        if reading.asks or match["mark"] == ",":
            return replace(reading, heading=labels if match["mark"] == ":" else None)
    written = masked.unmask(rest)
    if len(labels) == 1 and _is_text_of(labels[0], written, setting):
        ask = _whole(labels[0], written, _names(match["by"] or ""), setting)
        return Reading((ask,), (), labels[0])
    return replace(_prose(masked, labels), heading=labels)


def _named_alone(labels: tuple[Label, ...], mark: str) -> tuple[Ask, ...]:
    if not mark and len(labels) == 1 and labels[0].is_alternative:
        return (Ask(Operation.PROPOSE_ALTERNATIVE, labels),)
    return ()


def _is_text_of(label: Label, written: str, setting: Setting) -> bool:
    """Proposed text is quoted, or new, or like the paragraph; anything else is a remark on it."""
    likeness = setting.likeness(label, written)
    if likeness is None:
        return len(written.split()) >= _WORDS_OF_A_TEXT
    return likeness >= _LIKE_ITS_PARAGRAPH or mask(written).text.strip(" .")[:1] >= chr(QUOTE_FROM)


def _bracketed(text: str, setting: Setting) -> Iterator[Ask]:
    """Read "[EU, US: delete]", "[EU: delete "x"]" and "[DELETE: x]"."""
    head = split_head(text)
    host = (head[1],) if head is not None and not head[1].is_relative else setting.context
    for struck in _STRUCK.finditer(text):
        yield Ask(Operation.DELETE_PHRASE, host, cut=struck[1].strip())
    for match in _BRACKETED.finditer(text):
        act = _BRACKET_ACTS.match(match["who"].strip())
        if act:
            yield _written_act(act["act"].lower(), match["what"].strip(), host)
            continue
        masked = _masked(match["what"], setting)
        verb = VERB.match(masked.text)
        if verb is None:
            continue
        for ask in _prose(masked, host).asks:
            for name in _names(re.sub(r"\s+and\s+", ", ", match["who"])):
                yield replace(ask, by=(name,))


def _written_act(act: str, words: str, host: tuple[Label, ...]) -> Ask:
    if act.startswith("del"):
        return Ask(Operation.DELETE_PHRASE, host, cut=words)
    return Ask(Operation.INSERT_PHRASE, host, words, anchor=Anchor(Where.OPEN))


def _prose(masked: Masked, context: tuple[Label, ...], *, is_below: bool = False) -> Reading:
    asks: list[Ask] = []
    pronoun: tuple[str, ...] = ()
    act: Act | None = None
    for text, is_sentence_start, rest in _clauses(masked.text):
        shared = Clause(rest, masked, Act.READ, 0, 0).labels_in(rest)
        match = _verb(text)
        labels = Clause(text, masked, Act.READ, 0, 0).labels_in(text)
        if match is not None:
            act = Act(match.lastgroup or "")
        elif is_sentence_start or act is None or not _ELLIPSIS.search(text):
            context = _led_labels(text, labels) or context
            continue
        span = match.span() if match is not None else (0, 0)
        clause = Clause(text, masked, act, *span, context or shared, pronoun)
        asks += [ask for ask in build(clause) if _is_kept(ask, clause)]
        context = labels or context
        pronoun = tuple(clause.words_in(text)[:1]) or pronoun
    if asks:
        return Reading(tuple(asks))
    return _without_act(masked, context if is_below else ())


def _led_labels(text: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    return labels if _HEAD.match(text) else ()


def _verb(text: str) -> re.Match[str] | None:
    """Find the verb of a clause; what is reported as done is not asked for."""
    for match in VERB.finditer(text):
        reported = _REPORTED.search(text[: match.start()])
        if reported is None or Act(match.lastgroup or "") not in _CHANGES:
            return match
    return None


def _is_kept(ask: Ask, clause: Clause) -> bool:
    """A change that names no paragraph counts only where it is put as a wish.

    A letter that only quotes, 'the report adds that "x"', asks for nothing.
    """
    is_change = clause.act in _CHANGES or ask.operation is Operation.REQUEST_WITHOUT_TEXT
    if not is_change or ask.target or ask.place:
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
    return Operation.REQUEST_WITHOUT_TEXT if WISH.search(text) else None


def _clauses(text: str) -> Iterator[tuple[str, bool, str]]:
    """Cut masked text into clauses: each, whether a sentence begins with it, and what goes on
    behind it without a verb of its own, as in 'add "a" before "b" and "c" before "d" in 9'.
    """
    for sentence in _sentences(text):
        parts = list(_of_sentence(sentence))
        for place, part in enumerate(parts):
            behind = parts[place + 1] if place + 1 < len(parts) else ""
            yield part, place == 0, behind if behind and _verb(behind) is None else ""


def _sentences(text: str) -> Iterator[str]:
    place = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATED.search(text[place : match.start() + 1].rstrip()) is None:
            yield text[place : match.end()].strip()
            place = match.end()
    if text[place:].strip():
        yield text[place:].strip()


def _of_sentence(sentence: str) -> Iterator[str]:
    """Part at a comma or an "and" that a verb follows; words without a verb go with the next."""
    begun, place = 0, 0
    for match in _CLAUSE_END.finditer(sentence):
        has_verb = _verb(sentence[begun : match.start()]) is not None
        if match.start() < place or not has_verb or not _begins_a_clause(sentence, match.end()):
            continue
        yield sentence[begun : match.start()]
        begun = place = match.end()
    yield sentence[begun:]


def _begins_a_clause(sentence: str, place: int) -> bool:
    if _ELLIPSIS.match(sentence, place):
        return True
    passive = _PASSIVE.match(sentence, place)
    if passive is not None and VERB.match(sentence, passive.end()):
        return True
    lead = _CLAUSE_START.match(sentence, place)
    return VERB.match(sentence, lead.end() if lead else place) is not None


def _with_tail(masked: Masked) -> Masked:
    """Take unquoted words behind a colon, to the end of the block, as if they were quoted."""
    for match in re.finditer(r":\s+", masked.text):
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
    if not verbs or Act(verbs[-1].lastgroup or "") not in _TAKES_TEXT:
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
    return Masked(
        text, (*masked.quotes, quotation), labels, printed, (*masked.spelled, tail.strip())
    )
