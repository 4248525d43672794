"""The words of one comment in, the one short thing they say out: a bare wish or position.

A margin comment is written beside the words it means, so it leaves out what prose would name:
"delete", "replace by urge", "+1", "bracket". Such short forms are read here; all else is prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from amend.parse.quotations import quotations
from amend.parse.speakers import named
from amend.parse.verbs import VERB
from amend.text.late import late


class Short(StrEnum):
    """What a short comment asks for; the words meant are those it is pinned to."""

    DELETE = "delete"
    REPLACE = "replace"
    INSERT_AFTER = "insert after"
    INSERT_BEFORE = "insert before"
    INSERT_END = "insert at the end"
    KEEP = "keep"
    BRACKET = "bracket"
    RESERVE = "reserve"
    AGREE = "agree"
    OPPOSE = "oppose"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Remark:
    """A short comment: `text` holds new words, `of` the names of those whose position is joined.

    `is_of_paragraph` tells that it names the paragraph, and not the words it is pinned to.
    """

    short: Short
    text: str = ""
    of: tuple[str, ...] = ()
    is_of_paragraph: bool = False


_PARAGRAPH = (
    r"(?:the\s+|this\s+)?(?:(?:whole|entire|full|complete)\s+)?"
    r"(?:para(?:graph)?|article|sub-?paragraph)"
)
_LEAD = late(
    r"^(?:(?:please|pls|kindly|suggest(?:s|ion|ing)?(?:\s+(?:is\s+)?to)?"
    r"|propos(?:e|es|al|ing)(?:\s+(?:is\s+)?to)?|recommends?|prefers?(?:ence)?(?:\s+(?:is\s+)?to)?"
    r"|(?:wants?|wish(?:es)?|asks?|requests?|would\s+like)\s+to"
    r"|(?:we|i)\s+(?:(?:would|also|strongly)\s+)*(?:like\s+to\s+)?"
    r"(?:suggest|propose|recommend|prefer|request|ask|wish)(?:\s+to)?"
    r"|(?:we|i)\s+would\s+like\s+to|to)\s*:?\s+)+",
    re.IGNORECASE,
)
_THIS = (
    r"(?:\s+(?:this|these|that|it|the\s+(?:highlighted|selected|marked|above))?"
    r"\s*(?:words?|phrase|text|part|terms?|reference|language|expression|here)?)?"
)
_DELETE = late(
    r"(?:delet(?:e|ing|ion)(?:\s+of)?|remov(?:e|ing|al)(?:\s+of)?|strike(?:\s+out)?|drop|omit|cut"
    r"|(?:to\s+)?be\s+deleted|should\s+be\s+(?:deleted|removed|omitted)"
    r"|supprimer|suprimir|eliminar|удалить|исключить|删除|حذف)"
    rf"(?:\s+(?P<paragraph>{_PARAGRAPH})|{_THIS})(?:,?\s+please)?\s*[.!]*",
    re.IGNORECASE,
)
_REPLACE = late(
    rf"(?:(?:replac(?:e|ing)|substitut(?:e|ing)){_THIS}\s+(?:by|with)"
    rf"|(?:chang(?:e|ing)|amend|edit){_THIS}\s+to"
    r"|(?:should|to|must|could|would|shall)\s+(?:read|say)(?:\s+as\s+follows)?"
    r"|reads?\s+as\s+follows|should\s+be(?=\s*:)"
    rf"|(?:re-?word|re-?phras|re-?formulat|re-?draft)\w*{_THIS}\s+(?:as|to)"
    r"|remplacer\s+par|sustituir\s+por|reemplazar\s+por|заменить\s+на|替换为|→|->|=>)"
    r"\s*:?\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "We prefer "x"", "use x instead": new words, told by a quotation or by "instead".
_PREFER = late(
    r"(?:(?:please|kindly|(?:we|i)(?:\s+would)?(?:\s+(?:suggest|propose))?)\s+)?"
    r"(?:(?:prefer(?:ence\s+for)?|use|using|say|write|put)\s+(?:the\s+)?(?:words?\s+|term\s+|phrase\s+)?)?"
    r"(?P<text>\S.*?)(?P<instead>\s*,?\s+instead)?\s*[.!]*",
    re.IGNORECASE | re.DOTALL,
)
_PREFERS = late(r"\b(?:prefer\w*|us(?:e|ing)|say|write)\b|\binstead\W*$", re.IGNORECASE)
_INSERT = late(
    r"(?:insert(?:ing)?|add(?:ing)?|includ(?:e|ing)|ajouter|insérer|añadir|agregar|insertar"
    r"|добавить|включить|添加|增加)"
    r"(?P<colon>\s*:)?\s*(?:the\s+)?(?:words?\s+)?(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = late(
    r"\s,?\s*(?P<where>here|(?:after|before)(?:\s+(?:this|these|that|it)(?:\s+words?)?)?"
    r"|at\s+the\s+end)\s*[.!]*$",
    re.IGNORECASE,
)
_KEEP = late(
    r"(?:keep|retain|maintain|do\s+not\s+(?:delete|remove|change)|mantener|conserver|maintenir"
    rf"|сохранить|保留){_THIS}(?:\s+as\s+(?:it\s+)?is)?\s*[.!]*",
    re.IGNORECASE,
)
_BRACKET = late(
    rf"(?:(?:put|place|keep){_THIS}\s+(?:in|into|within|between)\s+(?:square\s+)?brackets"
    rf"|bracket{_THIS}|\[\s*\])\s*[.!]*",
    re.IGNORECASE,
)
_RESERVE = late(
    r"(?:(?:we|i)\s+)?(?:(?:place|put|enter|maintain|have)\s+(?:a\s+)?)?"
    r"(?:general\s+|scrutiny\s+|study\s+)*reserv(?:e|ation)"
    r"(?:\s+(?:our\s+position|on\s+this(?:\s+\w+)?))?\s*[.!]*",
    re.IGNORECASE,
)
_WITH = (
    r"(?:\s+(?:with|to|of|on))?(?:\s+(?:this|that|it|these|the\s+above))?"
    r"(?:\s+(?:proposal|suggestion|change|edit|comment|deletion|addition|amendment|insertion))?"
)
_AGREE = late(
    r"(?:(?:\+\s?1|👍|ditto|idem|same(?:\s+here)?|me\s+too|yes|ok(?:ay)?"
    r"|fine(?:\s+(?:with|for)\s+(?:us|me))?|no\s+objections?|seconded|d['’]accord|de\s+acuerdo"
    r"|apoyamos|apoyo|nous\s+appuyons|согласен|согласны|поддерживаем|同意|支持|نؤيد)"
    r"|(?:(?:we|i)\s+)?(?:(?:fully|strongly|also|can|could|would|completely|totally)\s+)*"
    rf"(?:agree[ds]?|support(?:ed|s)?|accept(?:ed)?|second|welcome|endorse|concur){_WITH})"
    r"\s*(?:too|as\s+well|also)?\s*[.!,]*(?:\s*(?:thanks?|thank\s+you))?\s*[.!]*",
    re.IGNORECASE,
)
_OPPOSE = late(
    r"(?:-\s?1|no|not\s+acceptable|unacceptable|en\s+contra|contre|возражаем|против|反对|نعارض"
    r"|(?:(?:we|i)\s+)?(?:(?:strongly|also|would)\s+)*"
    r"(?:oppose[ds]?|object(?:s|ed)?|reject(?:s|ed)?|disagree[ds]?"
    r"|(?:do\s+not|don['’]t|can\s?not|can['’]t|could\s+not|does\s+not)"
    rf"\s+(?:agree|support|accept|join)){_WITH})\s*[.!]*",
    re.IGNORECASE,
)
_JOIN = late(
    r"(?:(?:we|i)\s+)?(?:(?:fully|also|strongly)\s+)*"
    r"(?:(?:same|similar)(?:\s+(?:comment|position|view|remark|proposal))?\s+(?:as|to|like)"
    r"|as|like|idem|ditto|support|second|echo|join|endorse"
    r"|(?:agree|concur|(?:align|associate)\w*(?:\s+\w+sel(?:f|ves))?)\s+with)\s+",
    re.IGNORECASE,
)
_JOINED_END = late(
    r"(?:['’]s?(?:\s+(?:proposal|suggestion|comment|position|edit))?"
    r"|\s+(?:here|above|on\s+this|proposal))?\s*[.!]*$"
)
# "Replace by stronger language" asks for words and gives none.
_VAGUE = late(
    r"(?:an?\s|some|something|another|other|more|less|stronger|weaker|clearer|better|different"
    r"|agreed|previous|earlier|original|appropriate|similar|reference|language|wording|text"
    r"|the\s+(?:agreed|original|previous|same|language|text|wording|word|term)"
    r"|para(?:graph)?|section|article|what)\b",
    re.IGNORECASE,
)
# "Insert this here", "add comma here" name what is to come, and do not quote it.
_NAMES_IT = late(
    r"(?:in|under|from|(?:semi-?)?(?:comma|colon)|full\s+stop|footnote|sentence|new|link|space"
    r"|brackets?|heading|examples?|details?|all|any|it|this|that|these|those|them)\b",
    re.IGNORECASE,
)
# Behind these stands why, and no further wish: "delete - already covered in OP 10".
REASON = late(
    r"[\s,;:(.–—-]+(?:because|since|due\s+to|given\s+that|already|duplicat\w*|redundant|covered|repeat\w*"
    r"|(?:please\s+)?see\b|cf\b|in\s+line\s+with|consistent\s+with|for\s+(?:consistency|clarity|brevity)"
    r"|to\s+(?:avoid|align|be\s+consistent)|as\s+(?:it|this|that|these|they|already|we|the)\b"
    r"|(?:it|this)\s+(?:is|was|has|weakens|repeats|duplicates))\b",
    re.IGNORECASE,
)
_TAIL_END = late(r"(?<=\w)[.;!?](?=\s|$)|\n")
# Answers to somebody: in a comment of their own they say nothing.
_ANSWER = late(r"(?:yes|no|same(?:\s+here)?|idem|ditto|me\s+too|seconded)\W*", re.IGNORECASE)
_LONGEST = 4_000


def short_with_reason(text: str) -> Remark | None:
    """Read a comment that says one short thing, or says it first and then only why."""
    remark = short_of(text)
    if remark is not None:
        return remark
    why = REASON.search(text[:_LONGEST])
    if why is not None and (remark := short_of(text[: why.start()])) is not None:
        return remark
    first = _TAIL_END.search(text[:_LONGEST])
    if first is None or VERB.search(text, first.end()) or quotations(text[first.end() :]):
        return None
    return short_of(text[: first.start()])


def is_answer(text: str) -> bool:
    """Whether a comment says nothing unless it answers another: "yes", "ditto"."""
    return _ANSWER.fullmatch(text.strip()) is not None


def short_of(text: str) -> Remark | None:
    """Read a comment that says one short thing; None where it is prose."""
    said = text.strip()
    if len(said) > _LONGEST:
        return None
    for short, pattern in _POSITIONS:
        if pattern.fullmatch(said):
            return Remark(short)
    joining = _JOIN.match(said)
    names = named(_JOINED_END.sub("", said[joining.end() :], count=1)) if joining else ()
    if names:
        return Remark(Short.JOIN, of=names)
    return _preference(said) or _wish(_LEAD.sub("", said, count=1))


_POSITIONS = ((Short.AGREE, _AGREE), (Short.OPPOSE, _OPPOSE), (Short.RESERVE, _RESERVE))


def _wish(said: str) -> Remark | None:
    deleted = _DELETE.fullmatch(said)
    if deleted is not None:
        return Remark(Short.DELETE, is_of_paragraph=deleted["paragraph"] is not None)
    if _KEEP.fullmatch(said):
        return Remark(Short.KEEP)
    if _BRACKET.fullmatch(said):
        return Remark(Short.BRACKET)
    replaced = _REPLACE.fullmatch(said)
    if replaced is not None:
        words = _given(replaced["text"])
        return Remark(Short.REPLACE, words) if words else None
    return _insertion(said)


def _preference(said: str) -> Remark | None:
    found = _PREFER.fullmatch(said) if _PREFERS.search(said) else None
    if found is None or (_quoted(found["text"]) is None and not found["instead"]):
        return None
    words = _given(found["text"])
    is_verb = any(pattern.match(words) for pattern in (_DELETE, _INSERT, _KEEP, _BRACKET))
    return Remark(Short.REPLACE, words) if words and not is_verb else None


def _insertion(said: str) -> Remark | None:
    where = _WHERE.search(said)
    inserted = _INSERT.fullmatch(said[: where.start()] if where else said)
    if inserted is None:
        return None
    is_quoted = _quoted(inserted["text"]) is not None
    if not is_quoted and (_NAMES_IT.match(inserted["text"]) or not (where or inserted["colon"])):
        return None
    words = _given(inserted["text"])
    return Remark(_insert_where(where), words) if words else None


def _insert_where(where: re.Match[str] | None) -> Short:
    said = where["where"].lower() if where else "here"
    if said.startswith("before"):
        return Short.INSERT_BEFORE
    return Short.INSERT_END if said.endswith("end") else Short.INSERT_AFTER


def _given(tail: str) -> str:
    """Return the words a comment gives: quoted, or all up to the end of the sentence."""
    quoted = _quoted(tail)
    if quoted is not None:
        return quoted
    if quotations(tail) or _VAGUE.match(tail):
        return ""
    end = _TAIL_END.search(tail)
    return (tail[: end.start()] if end and tail[end.end() :].strip() else tail).strip()


def _quoted(tail: str) -> str | None:
    """Return the words of a tail that is one quotation and nothing else."""
    found = quotations(tail)
    if len(found) != 1 or found[0].start or not found[0].is_closed:
        return None
    return found[0].words if not tail[found[0].end :].strip(" .,;:!") else None
