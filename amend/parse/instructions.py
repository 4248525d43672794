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
from amend.parse.attributed import attributed
from amend.parse.hints import asks_nothing, names_nothing
from amend.parse.masked import Masked, mask
from amend.parse.native_asks import in_one_grammar
from amend.parse.openings import reads_as, unwrapped, with_quotes
from amend.parse.plainer import plainer
from amend.parse.points import numbered
from amend.parse.quotations import quotations
from amend.parse.verbs import VERB, Act, P, Q
from amend.parse.wishes import HEAD, Reading, is_instruction, leads_to_a_wish, wishes
from amend.text.late import late

_RATIONALE = re.compile(
    r"(?:^|(?<=[.;:!?\"”’»)\]])\s+)\(?(?:Rationale|Justification|Explanation|Reason(?:s|ing)?|Background"
    r"|Justificaci[óo]n|Motifs?)\s*(?:[:–—]|\.\s).*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(r"\[(?P<who>[^\[\]:]{2,120}):\s*(?P<what>[^\[\]]+)\]")
_STRUCK = re.compile(r"~~([^~]{1,2000})~~")
_BRACKET_ACTS = re.compile(r"(?P<act>delete|del|add|insert|ins|replace)\w*$", re.IGNORECASE)
_CHOICE = re.compile(r"\s*\[([^\[\]]{1,80})\]\s*\[([^\[\]]{1,80})\]")
_POINT = late(
    r"\s*(?:please|kindly|we\s+(?:would|propos|suggest|recommend|request|ask|also)|(?:strengthen"
    r"|streamline|improve|clarify|consider|address|mention|refer|elaborate|shorten|simplify|revise"
    r"|review|specify)\b)",
    re.IGNORECASE,
)
_NEW_MARK = late(r"^\s*[(\[]\s*(?:new|nouveau|nuevo)\s*[)\]]\s*[:.–—-]?\s*", re.IGNORECASE)
_NEW_BRACKET = re.compile(r"\[\s*(new|nouveau|nuevo)\s*\]", re.IGNORECASE)
# "MOD 9: We ...", as the ITU writes it.
_MODIFIED = re.compile(r"^MOD\s+(?=\d)")
_NO_TEXT = re.compile(r"option\s+\w+\s*:\s*no\s+text\.?$", re.IGNORECASE)
_NATIVE = late(r"[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]")
_SIGNED = re.compile(r"[-=]>|[→⇒\d\"'“”„‟«»‹›‘’‚「『《]")
_FIGURE = re.compile(r"\d")
_ARROW = re.compile(r"[→⇒]|[-=]>")
_ANNOUNCED = late(rf"[^{Q[1:-1]}.]{{1,160}}:\s*{Q}\W*")
_WORDS_OF_A_TEXT = 4
_LIKE_ITS_PARAGRAPH = 0.4


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands round a block: the draft it speaks of, and the labels it inherits.

    `over` is the label that points "(a)" belong to; `is_below` tells that the block stands directly
    below a heading, or is a comment pinned to a paragraph. `holds` tells whether a label's
    paragraph holds quoted words; `likeness` how like the paragraph of a label a text is, 0.0 to
    1.0, or None where the label is not in the draft.
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
    if _is_left(text, setting):
        return Reading()
    text = _RATIONALE.sub("", text).strip()
    if not text:
        return Reading()
    text = _MODIFIED.sub("Para ", text)
    text = _NEW_BRACKET.sub(r"(\1)", text)
    if _NO_TEXT.match(text):
        return Reading((Ask(Operation.PROPOSE_ALTERNATIVE, setting.context),))
    bracketed = tuple(_bracketed(text, setting))
    if bracketed:
        return Reading(bracketed)
    text = numbered(unwrapped(text), setting.context)
    head = split_head(text)
    if head is not None:
        return _under_a_head(head[1], head[2], setting)
    masked = _masked(text, setting)
    match = HEAD.match(masked.text)
    if match:
        return _behind_labels(masked, match, setting)
    if setting.is_below and setting.context and _reads_as(setting.context[-1], text, setting):
        return Reading((_whole(setting.context[-1], text, (), setting),), (), setting.context[-1])
    reading = wishes(masked, setting.context, is_below=setting.is_below)
    return reading if reading.asks else _text_under_a_heading(text, reading, setting)


def _is_left(text: str, setting: Setting) -> bool:
    """Whether a block is told by its words alone to ask for nothing; most of a letter is."""
    if setting.is_below and setting.context:
        return False
    is_under_a_heading = bool(setting.context)
    if not asks_nothing(text, is_under_a_heading=is_under_a_heading):
        return False
    return split_head(text) is None


def _text_under_a_heading(text: str, reading: Reading, setting: Setting) -> Reading:
    """Words below "Para 9" that are like paragraph 9 are how it should read."""
    if not (setting.context and setting.is_below) or len(text.split()) < _WORDS_OF_A_TEXT:
        return reading
    label = setting.context[-1]
    likeness = setting.likeness(label, text)
    if likeness is None or likeness >= _LIKE_ITS_PARAGRAPH:
        return Reading((_whole(label, text, (), setting),), (), label)
    return reading


def _masked(text: str, setting: Setting) -> Masked:
    return plainer(in_one_grammar(mask(with_quotes(text), setting.draft, setting.language)))


def _reads_as(label: Label, text: str, setting: Setting) -> bool:
    return reads_as(text, setting.likeness(label, text))


def _under_a_head(label: Label, rest: str, setting: Setting) -> Reading:
    """Tell proposed text under its number from an instruction, and both from a list of points."""
    if label.is_relative:
        return _under_a_point(label, rest, setting)
    by, words = _actors(_NEW_MARK.sub("", rest))
    if not setting.is_list and words.strip() and not _may_ask(words):
        return Reading((_whole(label, words, by, setting),), (), label)
    if not setting.is_list and words.strip() and _is_plain_text(words):
        return Reading((_whole(label, words, by, setting),), (), label)
    masked = _masked(words, setting)
    if not _reads_as(label, words, setting) and is_instruction(masked):
        own = () if setting.is_list and _is_point(label, masked, setting) else (label,)
        reading = wishes(masked, own or setting.context)
        return replace(reading, heading=own) if own else reading
    if setting.is_list and _is_no_paragraph(label, setting):
        return replace(wishes(masked, setting.context), is_silent=False)
    if setting.is_list and _POINT.match(rest) and (setting.likeness(label, rest) or 0.0) < 0.4:
        return wishes(_masked(rest, setting), setting.context)
    if not words.strip():
        return Reading(_named_alone((label,), ""), (label,))
    if _is_unread(masked):
        return Reading((), (label,), is_silent=False)
    return Reading((_whole(label, words, by, setting),), (), label)


def _may_ask(words: str) -> bool:
    """Whether words behind a number can be more than its text: they quote, name, or hold a verb."""
    if VERB.search(words) is not None or _SIGNED.search(words) is not None:
        return True
    return not words.isascii() and _NATIVE.search(words) is not None


def _is_plain_text(words: str) -> bool:
    """Whether words quote nothing and lead to their first verb as no wish does.

    The full reading would say the same; most paragraphs of a copied draft are told by this alone.
    """
    verb = VERB.search(words)
    if verb is None or _ARROW.search(words) or (not words.isascii() and _NATIVE.search(words)):
        return False
    before = words[: verb.start()]
    if _FIGURE.search(before) is not None:
        return False
    return names_nothing(before) and not leads_to_a_wish(before) and not quotations(words)


def _is_no_paragraph(label: Label, setting: Setting) -> bool:
    """A plain number that the draft does not have: new paragraphs bear a bis, or come last."""
    return not label.steps and setting.likeness(label, "") is None and label.carrier == ""


def _under_a_point(label: Label, rest: str, setting: Setting) -> Reading:
    is_asking = _POINT.match(rest) is not None
    if is_asking or (_may_ask(rest) and not _is_plain_text(rest)):
        masked = _masked(rest, setting)
        if is_asking or is_instruction(masked):
            return wishes(masked, setting.context)
    over = setting.over or (setting.context[-1] if setting.context else None)
    if over is not None:
        full = label.under(over.parent or over)
        return Reading((_whole(full, rest, (), setting),))
    return replace(wishes(_masked(rest, setting), ()), is_silent=False)


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
    words = _NEW_MARK.sub("", text).strip()
    choice = _CHOICE.match(words)
    if choice and (not label.steps or setting.likeness(label, words) is not None):
        anchor = Anchor(Where.AFTER, choice[1])
        return Ask(Operation.PROPOSE_ALTERNATIVE, (label,), choice[2], anchor=anchor, by=by)
    quoted = quotations(words)
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
    written = masked.unmask(rest)
    if len(labels) == 1 and match["mark"] != "," and _reads_as(labels[0], written, setting):
        return Reading((_whole(labels[0], written, (), setting),), (), labels[0])
    if match["mark"] in {",", "."} or VERB.search(rest):
        reading = wishes(masked, labels if match["mark"] != "," else setting.context)
        if reading.asks or match["mark"] == ",":
            return replace(reading, heading=labels if match["mark"] == ":" else None)
    if (
        len(labels) == 1
        and not _is_unread(masked, match.end())
        and _is_text_of(labels[0], written, setting)
    ):
        ask = _whole(labels[0], written, _names(match["by"] or ""), setting)
        return Reading((ask,), (), labels[0])
    return replace(wishes(masked, labels), heading=labels)


def _is_unread(masked: Masked, place: int = 0) -> bool:
    """Whether words ask for something that was not understood, and are not a proposed text.

    They name a part of the paragraph and quote words, or announce a quotation they end with.
    """
    text = masked.text[place:]
    if re.search(Q, text) is None or re.match(rf"\s*{Q}", text):
        return False
    return re.search(P, text) is not None or _ANNOUNCED.fullmatch(text) is not None


def _named_alone(labels: tuple[Label, ...], mark: str) -> tuple[Ask, ...]:
    if not mark and len(labels) == 1 and labels[0].is_alternative:
        return (Ask(Operation.PROPOSE_ALTERNATIVE, labels),)
    return ()


def _is_text_of(label: Label, written: str, setting: Setting) -> bool:
    """Proposed text is quoted, or new, or like the paragraph; anything else is a remark on it."""
    likeness = setting.likeness(label, written)
    if likeness is None:
        return len(written.split()) >= _WORDS_OF_A_TEXT
    return likeness >= _LIKE_ITS_PARAGRAPH or _is_quoted(written)


def _is_quoted(written: str) -> bool:
    quoted = quotations(written)
    return bool(quoted) and quoted[0].start == 0


def _bracketed(text: str, setting: Setting) -> Iterator[Ask]:
    """Read "[EU, US: delete]", "[EU: delete "x"]" and "[DELETE: x]"."""
    head = split_head(text)
    host = (head[1],) if head is not None and not head[1].is_relative else setting.context
    if head is not None and "[" in head[2] and not head[1].is_relative:
        yield from attributed(head[1], head[2], setting.likeness)
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
        for ask in wishes(masked, host).asks:
            for name in _names(re.sub(r"\s+and\s+", ", ", match["who"])):
                yield replace(ask, by=(name,))


def _written_act(act: str, words: str, host: tuple[Label, ...]) -> Ask:
    if act.startswith("del"):
        return Ask(Operation.DELETE_PHRASE, host, cut=words)
    return Ask(Operation.INSERT_PHRASE, host, words, anchor=Anchor(Where.OPEN))
